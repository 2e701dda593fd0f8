/**
 * Formulas for results on a sheet of the user: totals and ranks from the cells that stand there. They read cells only by
 * position; no text of the user comes into them but the sheet's own name, quoted.
 */
import type { CellFormula } from "../blueprint/types";
import { cellAddress, quoteSheetName, rectAddress, type Rect } from "../model/a1";
import { cellFormula, LONGEST_FORMULA } from "./columns";

interface Place {
  readonly row: number;
  readonly column: number;
}
/** The weighted total of one row; how the sheet's own scale and weights make it. */
export interface RowTotal {
  /** Score and weight of each criterion. */
  readonly pairs: readonly { readonly score: Place; readonly weight: Place }[];
  /** "mean": Σ w·s ÷ Σ w; "sum": the mean times all weights; "hundredth": that ÷ 100; "maximum": Σ s ÷ Σ full marks. */
  readonly form: "mean" | "sum" | "hundredth" | "maximum";
  /** What the result is multiplied with. */
  readonly factor: number;
  /** Points that are added, or taken off, as they stand. */
  readonly besides?: readonly { readonly cell: Place; readonly sign: 1 | -1; readonly factor: number }[];
  /** Sheet of the scores where the formula stands elsewhere; null on the same sheet. */
  readonly sheet: string | null;
}

/**
 * How weighted means become totals in the sheet's own unit.
 * @param unit what a mean, or a share of the full marks in per cent, is multiplied with @param sum of all weights
 */
export function formOfUnit(
  unit: number,
  sum: number,
  isMaximum: boolean,
): { readonly form: RowTotal["form"]; readonly factor: number } {
  const near = (value: number): boolean => Math.abs(unit - value) <= 1e-9 * Math.max(1, Math.abs(value));
  if (isMaximum) return { form: "maximum", factor: 100 * unit };
  const form = near(1) ? "mean" : near(sum) ? "sum" : near(sum / 100) ? "hundredth" : "mean";
  return { form, factor: form === "mean" ? unit : 1 };
}

const on = (sheet: string | null, address: string): string =>
  sheet === null ? address : `${quoteSheetName(sheet)}!${address}`;
/** One line of neighbouring cells, left to right or downwards; null where they are apart. */
function lineOf(cells: readonly Place[]): Rect | null {
  const [first] = cells;
  if (first === undefined) return null;
  if (cells.every(({ row, column }, i) => row === first.row && column === first.column + i))
    return { ...first, rows: 1, columns: cells.length };
  const isDown = cells.every(({ row, column }, i) => column === first.column && row === first.row + i);
  return isDown ? { ...first, rows: cells.length, columns: 1 } : null;
}

/**
 * Empty until every criterion has a number or says that it does not apply; what does not apply leaves its weight to the others.
 * @returns null where the formula would be longer than ours may be
 */
export function rowTotalFormula({ pairs, form, factor, sheet, besides = [] }: RowTotal): CellFormula | null {
  const scores = lineOf(pairs.map(({ score }) => score));
  const weights = lineOf(pairs.map(({ weight }) => weight));
  const times = factor === 1 ? "" : `*${String(factor)}`;
  const moved = besides
    .map(({ cell, sign, factor: own }) => {
      const points = `N(${on(sheet, cellAddress(cell.row, cell.column))})`;
      return `${sign < 0 ? "-" : "+"}${points}${own === 1 ? "" : `*${String(own)}`}`;
    })
    .join("");
  let body: string;
  // One beside the other: a column of weights does not go with a row of scores.
  if (scores !== null && weights?.rows === scores.rows) {
    const [s, w] = [on(sheet, rectAddress(scores)), on(sheet, rectAddress(weights, true))];
    const applicable = `SUMPRODUCT(${w},--ISNUMBER(${s}))`;
    const won = form === "maximum" ? `SUM(${s})` : `SUMPRODUCT(${w},${s})`;
    const all = form === "sum" ? `*SUM(${w})` : form === "hundredth" ? `*SUM(${w})/100` : "";
    body = `IF(OR(SUMPRODUCT(--(LEN(${s})=0))>0,${applicable}<=0),"",ROUND(${won}/${applicable}${all}${times}${moved},6))`;
  } else {
    const cells = pairs.map(({ score, weight }) => ({
      s: on(sheet, cellAddress(score.row, score.column)),
      w: on(sheet, cellAddress(weight.row, weight.column, true)),
    }));
    const sum = (term: (cell: (typeof cells)[number]) => string): string => cells.map(term).join("+");
    const applicable = `(${sum(({ s, w }) => `${w}*ISNUMBER(${s})`)})`;
    const won = form === "maximum" ? sum(({ s }) => `N(${s})`) : sum(({ s, w }) => `${w}*N(${s})`);
    const whole = `(${sum(({ w }) => w)})`;
    const all = form === "sum" ? `*${whole}` : form === "hundredth" ? `*${whole}/100` : "";
    const blank = cells.map(({ s }) => `LEN(${s})=0`).join(",");
    body = `IF(OR(${blank},${applicable}<=0),"",ROUND((${won})/${applicable}${all}${times}${moved},6))`;
  }
  return body.length + 1 > LONGEST_FORMULA ? null : cellFormula(body);
}

/**
 * Place of a total among those in a column, 1 = highest: equals share it and the next place is left out, or not
 * ("dense"). Source: method §2.5.
 */
export function placeFormula(total: Place, totals: Rect, ranks: "competition" | "dense"): CellFormula {
  const own = cellAddress(total.row, total.column);
  const all = rectAddress(totals, true);
  const place =
    ranks === "competition"
      ? `COUNTIF(${all},">"&${own})+1`
      : `SUMPRODUCT(ISNUMBER(${all})*(${all}>${own})/COUNTIF(${all},${all}))+1`;
  return cellFormula(`IF(ISNUMBER(${own}),${place},"")`);
}
