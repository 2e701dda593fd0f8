/**
 * Points beside the weights: columns of a matrix ("Bonus", "加分", "扣分") that the sheet's own totals add or take off as they
 * stand. What makes a column one is that with it the totals come out, and without it they do not.
 */
import type { Rect } from "../../model/a1";
import type { Grid } from "../grid";
import { factsOf } from "./formulaFacts";
import { measureOf } from "./compute";
import type { BlockFamily } from "./family";
import type { Beside, Understood } from "./model";
import { cellNumber } from "./numbers";

/** "Bonus", "加减分", "Abzüge": said of points beside the weights, also where totals are typed. */
const SAID =
  /bonus|deduct|penalt|adjust|extra|malus|abzug|abzüge|zuschlag|加分|扣分|加减分|奖惩|奖励|附加|bonifica|penaliza|descuento|desconto|prime|pénalit|tambahan|pengurangan|potongan|thưởng|phạt|điểm cộng|điểm trừ/i;
const MOST = 3;
/** Of the own totals so many must come out, at least two. */
const SHARE = 0.8;

/** Columns of numbers that play no part, are named in the formulas of the totals or say what they are, and are not all empty. */
function candidates(grid: Grid, rect: Rect, header: number, { roles, subjects }: Understood): Omit<Beside, "sign">[] {
  const taken = Object.values(roles).flat();
  const isTaken = (column: number): boolean =>
    taken.some((own) => column >= own.column && column < own.column + own.columns);
  const isNamed = (column: number): boolean =>
    subjects.some(
      ({ total, cell }) =>
        total !== null &&
        factsOf(grid.formulaInCells(total.row, total.column)).references.some(
          (own) =>
            column >= own.column &&
            column < own.column + own.columns &&
            cell.row >= own.row &&
            cell.row < own.row + own.rows,
        ),
    );
  return Array.from({ length: rect.columns }, (_, i) => rect.column + i).flatMap((column) => {
    const name = grid.text(header, column);
    if (isTaken(column) || name === "") return [];
    const values = subjects.map(({ cell }) => grid.at(cell.row, column)).filter((value) => value !== "");
    const areNumbers = values.every((value) => cellNumber(value) !== null);
    const counts = values.some((value) => cellNumber(value) !== 0);
    return areNumbers && counts && (SAID.test(name) || isNamed(column)) ? [{ column, name }] : [];
  });
}

/** All ways to take each of the columns as it stands, or the other way round. */
function waysOf(columns: readonly Omit<Beside, "sign">[]): readonly (readonly Beside[])[] {
  return columns.reduce<readonly (readonly Beside[])[]>(
    (ways, column) => ways.flatMap((way) => ([1, -1] as const).map((sign) => [...way, { ...column, sign }])),
    [[]],
  );
}

/** The block with its points beside the weights; as it was where totals come out as well without them, or do not with them. */
export function withBesides(
  grid: Grid,
  rect: Rect,
  headerRows: readonly number[],
  understood: Understood,
  family: BlockFamily,
): Understood {
  const known = understood.subjects.filter(({ total }) => total !== null).length;
  if (understood.layout !== "matrix" || understood.refusal !== null || known < 2) return understood;
  const enough = Math.max(2, known * SHARE);
  const alone = measureOf(grid, understood, family).fits;
  if (alone >= enough) return understood;
  const columns = candidates(grid, rect, headerRows.at(-1) ?? rect.row, understood);
  if (columns.length === 0 || columns.length > MOST) return understood;
  let best = { made: understood, fits: Math.max(alone, enough - 1) };
  for (const besides of waysOf(columns)) {
    const made = { ...understood, besides };
    const { fits } = measureOf(grid, made, family);
    if (fits > best.fits) best = { made, fits };
  }
  return best.made;
}
