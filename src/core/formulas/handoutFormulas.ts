/**
 * Formulas of the sheet that is handed out before the period: the items in their order, what stands about each, whose they are
 * where a person is picked, and the sums of the worked example.
 */
import type { CellFormula } from "../blueprint/types";
import { cellOf, columnOf, downToHere, isBlank, type Headers, type TableSource } from "./byKey";
import { cellFormula } from "./columns";
import type { InstanceNames } from "./names";

/** A cell of the item that stands in a row of the page, by the column's key. */
export type ItemCell = (key: string) => string;
/** Makes the text of a cell from cells of its item. */
export type ItemExpression = (at: ItemCell) => string;

/** The cell in which a person may be picked; empty for everybody. */
export const handoutPick = (names: InstanceNames): string => names.own.cell("HandoutPerson");

const rounded = (value: string): string => `ROUND(${value},2)`;
const itemCell =
  (h: Headers, items: TableSource): ItemCell =>
  (key) =>
    `INDEX(${columnOf(items.table, items.headers, key)},${cellOf(h, "row")})`;

/** The name of whoever is picked, or the word for all. */
export const handoutNameFormula = (names: InstanceNames, picked: CellFormula): CellFormula =>
  cellFormula(`IF(LEN(${handoutPick(names)})=0,${names.word("all")},${picked.slice(1)})`);

/** The day in the middle of the period. */
export const halfTimeFormula = (names: InstanceNames): CellFormula =>
  cellFormula(`INT((${names.setting("From")}+${names.setting("To")})/2)`);

/** Row of the item in its own table; 0 where no words stand for it. */
export const itemRowFormula = (h: Headers, { table, headers }: TableSource, words: string): CellFormula => {
  const found = `INDEX(${columnOf(table, headers, words)},${cellOf(h, "no")})`;
  return cellFormula(`IFERROR(IF(${isBlank(found)},0,${cellOf(h, "no")}),0)`);
};
/** Row of the n-th item that belongs to the picked person; 0 where there are fewer. */
export const ownRowFormula = (h: Headers, places: string): CellFormula =>
  cellFormula(`IFERROR(MATCH(${cellOf(h, "no")},${places},0),0)`);
/** 1 where a row of the items has words and is the picked person's, or nobody is picked. */
export const isOwnFormula = (
  names: InstanceNames,
  h: Headers,
  items: TableSource,
  { words, owner }: { readonly words: string; readonly owner: string },
): CellFormula => {
  const at = (key: string): string => `INDEX(${columnOf(items.table, items.headers, key)},${cellOf(h, "no")})`;
  const pick = handoutPick(names);
  return cellFormula(`IFERROR(IF(${isBlank(at(words))},0,IF(LEN(${pick})=0,1,IF(${at(owner)}=${pick},1,0))),0)`);
};
/** Which of the person's items a row is, from 1; 0 for somebody else's. */
export const ownPlaceFormula = (table: string, h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "mine")}=1,SUM(${downToHere(table, h, "mine")}),0)`);

/** "6 / 9": how many of the person's items stand on the page, and how many there are. */
export const ownCountFormula = (table: string, h: Headers, most: number): CellFormula => {
  const all = `SUM(${columnOf(table, h, "mine")})`;
  return cellFormula(`MIN(${String(most)},${all})&" / "&${all}`);
};

/** What it is, and what it means: "Quality – how correct finished work is"; a part without words is left out. */
export const itemWordsFormula = (h: Headers, items: TableSource, keys: readonly string[]): CellFormula => {
  const at = itemCell(h, items);
  const [first = "", ...more] = keys;
  const rest = more.map((key) => `&IF(${isBlank(at(key))},""," – "&${at(key)})`).join("");
  return cellFormula(`IF(${cellOf(h, "row")}=0,"",${at(first)}&""${rest})`);
};
/** A number of the item; from a stage on, or always. */
export const itemNumberFormula = (
  names: InstanceNames,
  h: Headers,
  items: TableSource,
  key: string,
  fromStage = 1,
): CellFormula => {
  const at = itemCell(h, items);
  const shown = `IF(ISNUMBER(${at(key)}),${at(key)},"")`;
  return cellFormula(
    fromStage === 1
      ? `IF(${cellOf(h, "row")}=0,"",${shown})`
      : `IF(OR(${cellOf(h, "row")}=0,${names.setting("StageNo")}<${String(fromStage)}),"",${shown})`,
  );
};
/** What the method makes of cells of the item. */
export const itemExpressionFormula = (h: Headers, items: TableSource, expression: ItemExpression): CellFormula =>
  cellFormula(`IF(${cellOf(h, "row")}=0,"",IFERROR(${expression(itemCell(h, items))},""))`);

/** A part of a text of several lines; `before` stands in front of it: the point that the words belong to. */
export interface LinePart {
  readonly key: string;
  readonly before?: number;
}
/**
 * Lines under each other, "1 – …"; a line without words is left out. The break comes from a cell: inside a formula LibreOffice makes a
 * blank of it.
 */
export const linesFormula = (
  h: Headers,
  items: TableSource,
  parts: readonly LinePart[],
  isFirst: boolean,
): CellFormula => {
  const at = itemCell(h, items);
  const lines = parts.map(({ key, before }, i) => {
    const lead = isFirst && i === 0 ? "" : `${cellOf(h, "break")}&`;
    const number = before === undefined ? "" : `${String(before)}&" – "&`;
    return `IF(${isBlank(at(key))},"",${lead}${number}${at(key)})`;
  });
  return cellFormula(`IF(${cellOf(h, "row")}=0,"",${lines.join("&")})`);
};
/** Texts of neighbouring columns of the row as one. */
export const joinedFormula = (h: Headers, keys: readonly string[]): CellFormula =>
  cellFormula(keys.map((key) => cellOf(h, key)).join("&"));

// The worked example.

/** Weight × points of the row, 0 without a weight. */
export const exampleWonFormula = (h: Headers): CellFormula =>
  cellFormula(`N(${cellOf(h, "figure")})*${cellOf(h, "points")}`);
/** "30 × 4 = 120". */
export const exampleProductFormula = (h: Headers): CellFormula => {
  const [weight, points] = [cellOf(h, "figure"), cellOf(h, "points")];
  return cellFormula(
    `IF(ISNUMBER(${weight}),${rounded(weight)}&" × "&${points}&" = "&${rounded(`${weight}*${points}`)},"")`,
  );
};
/** A column of the page added up. */
export const exampleSumFormula = (column: string): CellFormula => cellFormula(`SUM(${column})`);
/** "350 ÷ 100 = 3.5", or "7 ÷ 10 × 100 = 70"; empty where there is nothing to divide by. */
export const exampleQuotientFormula = (sum: string, by: string, times?: number): CellFormula => {
  const [shown, factor] = times === undefined ? ["", ""] : [`&" × "&${String(times)}`, `${String(times)}*`];
  return cellFormula(
    `IF(N(${by})<=0,"",${rounded(`N(${sum})`)}&" ÷ "&${rounded(`N(${by})`)}${shown}&" = "&${rounded(`${factor}N(${sum})/${by}`)})`,
  );
};
/** The same as a number for the next step, rounded as all totals are. */
export const quotientOf = (sum: string, by: string, times = 1): string =>
  `ROUND(${times === 1 ? "" : `${String(times)}*`}${sum}/${by},6)`;
/** "60% × 80 + 40% × 90 = 84": two values by a share and the rest. */
export const exampleMixFormula = (share: string, first: string, second: string): CellFormula =>
  cellFormula(
    `ROUND(100*${share},1)&"% × "&${first}&" + "&ROUND(100*(1-${share}),1)&"% × "&${second}&" = "&` +
      rounded(`${share}*${first}+(1-${share})*${second}`),
  );

// What methods make of cells of an item.

/** Words of the workbook with strokes between them: the answers that may be given. */
export const wordsBeside =
  (names: InstanceNames, keys: readonly Parameters<InstanceNames["word"]>[0][]): ItemExpression =>
  () =>
    keys.map((key) => names.word(key)).join('&" / "&');
/** "0 → 0 · 100 → 100 · KPI scorecard": the ends of a scale in points of 100, and a word on it. */
export const scaleEnds =
  (zero: string, full: string, source: string): ItemExpression =>
  (at) =>
    `${at(zero)}&" → "&0&" · "&${at(full)}&" → "&100&IF(${isBlank(at(source))},""," · "&${at(source)})`;
/** "1 – 5": two numbers. */
export const rangeFormula = (low: string, high: string): CellFormula => cellFormula(`${low}&" – "&${high}`);
/** "9 → 5 days": from where to where, and the unit. */
export const fromTo =
  (from: string, to: string, unit: string): ItemExpression =>
  (at) =>
    `${at(from)}&" → "&${at(to)}&" "&${at(unit)}`;
/** "6600 thousand": a number with its unit. */
export const withUnit =
  (key: string, unit: string): ItemExpression =>
  (at) =>
    `ROUND(${at(key)},2)&" "&${at(unit)}`;
/** A text of the item, "" for none. */
export const textOf =
  (key: string): ItemExpression =>
  (at) =>
    `${at(key)}&""`;

// Numbers of examples.

/** A place on the scale that Settings names: 0 its low, 1 its high end. */
export const onScaleFormula = (names: InstanceNames, share: number): CellFormula => {
  const [low, high] = [names.own.cell("Low"), names.own.cell("High")];
  return cellFormula(`ROUND(${low}+${String(share)}*(${high}-${low}),2)`);
};
/** The share of the way gone, as a number of two decimals. */
export const wayOf = (from: string, to: string, now: string): string => `ROUND((${now}-${from})/(${to}-${from}),2)`;
/** "(135 − 100) ÷ (150 − 100) = 0.7": the same as a sum. */
export const wayFormula = (from: string, to: string, now: string): CellFormula =>
  cellFormula(`"("&${now}&" − "&${from}&") ÷ ("&${to}&" − "&${from}&") = "&${wayOf(from, to, now)}`);
/** The mean of numbers, as a number. */
export const meanOf = (values: readonly string[]): string => `ROUND((${values.join("+")})/${String(values.length)},6)`;
/** "(2 + 3 + 2) ÷ 3 = 2.33": the same as a sum. */
export const meanFormula = (values: readonly string[]): CellFormula =>
  cellFormula(`"("&${values.join('&" + "&')}&") ÷ "&${String(values.length)}&" = "&${rounded(meanOf(values))}`);
/** The share of the way in points of 100. */
export const pointsOfWay = (from: string, to: string, now: string): string => `100*${wayOf(from, to, now)}`;
/** "4 / 6": two numbers of the item. */
export const besideEachOther =
  (first: string, second: string): ItemExpression =>
  (at) =>
    `${at(first)}&" / "&${at(second)}`;
