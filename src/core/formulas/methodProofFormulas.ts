/**
 * Formulas of the Proof sheet of a method workbook: every result again by another way, from what was typed. Where the first way
 * multiplies row by row and adds up over helper columns, this one lays a person's answers side by side under the weights of the
 * items as they stand in their own table, and multiplies once; bands and ranks are counted.
 */
import type { CellFormula } from "../blueprint/types";
import { cellOf, columnOf, firstWord, headerOf, isBlank, type Headers, type TableSource } from "./byKey";
import { cellFormula, hereFrom } from "./columns";
import type { InstanceNames } from "./names";

const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);
/** What two ways of adding up may differ by. Totals are rounded to six decimals. */
const TOLERANCE = 0.000001;
/** Never as 1e-6: that is no number in every language of Excel. */
const numberText = (value: number): string => value.toFixed(6).replace(/0+$/, "");

/**
 * What the results show in the row of an id, as it stands there; empty where nothing does.
 * @param tables in which the id is looked for, one after the other
 * @param keys columns by table, the last one for all that follow
 */
export const shownFormula = (h: Headers, tables: readonly TableSource[], keys: readonly string[]): CellFormula => {
  const shown = tables.reduceRight((rest, table, i) => {
    const found = `INDEX(${of(table, keys[i] ?? keys.at(-1) ?? "")},MATCH(${cellOf(h, "id")},${of(table, "id")},0))`;
    return `IFERROR(IF(LEN(${found})=0,"",${found}),${rest})`;
  }, '""');
  return cellFormula(shown);
};
/** True where no table has a row of this id. */
export const noRowCondition = (h: Headers, tables: readonly TableSource[]): string =>
  tables.map((table) => `IFERROR(MATCH(${cellOf(h, "id")},${of(table, "id")},0),0)`).join("+") + "=0";
/** Row of the table on which the person stands first; 0 for none. @param key column with the person's id */
export const firstRowFormula = (h: Headers, table: TableSource, key: string): CellFormula =>
  cellFormula(`IFERROR(MATCH(${cellOf(h, "id")},${of(table, key)},0),0)`);

/** First way less second way; empty without both. */
export const differenceFormula = (shown: string, again: string): CellFormula =>
  cellFormula(`IF(AND(ISNUMBER(${shown}),ISNUMBER(${again})),ROUND(${shown}-${again},9),"")`);

/** The band counted from below, where Results looks it up. */
export const countedBandFormula = (again: string, bands: TableSource): CellFormula =>
  cellFormula(
    `IF(ISNUMBER(${again}),IFERROR(INDEX(${of(bands, "band")},COUNTIFS(${of(bands, "from")},"<="&${again}))&"",""),"")`,
  );
/** Place among the results of the second way, equals share it. */
export const countedRankFormula = (own: TableSource, key: string, first: "highest" | "lowest"): CellFormula => {
  const [again, all] = [cellOf(own.headers, key), of(own, key)];
  return cellFormula(
    `IF(ISNUMBER(${again}),SUMPRODUCT(--ISNUMBER(${all}),--(${all}${first === "highest" ? ">" : "<"}${again}))+1,"")`,
  );
};

/** The two ways by the columns that hold them. */
export interface TwoWays {
  readonly shown: string;
  readonly again: string;
  /** Column of the difference; absent: words, which are the same or not. */
  readonly difference?: string;
  /** What they may differ by. */
  readonly tolerance?: number;
}
/** OK, no row on the sheet of results or of entries, or not the same. @param missing conditions for a row that is not there */
export function proofCheckFormula(
  names: InstanceNames,
  ways: readonly TwoWays[],
  missing: readonly string[],
): CellFormula {
  const differs = ways.map(({ shown, again, difference, tolerance = TOLERANCE }): string =>
    difference === undefined
      ? `${shown}<>${again}`
      : `OR(ISNUMBER(${shown})<>ISNUMBER(${again}),AND(LEN(${shown})>0,NOT(ISNUMBER(${shown}))),ABS(N(${difference}))>${numberText(tolerance)})`,
  );
  return cellFormula(
    firstWord(
      [
        ...missing.map((condition) => [condition, names.own.word("proofRow")] as const),
        ...differs.map((condition) => [condition, names.word("proofOff")] as const),
      ],
      names.word("ok"),
    ),
  );
}

/** How many results there are that no row of Proof works out again: rows that somebody typed under the others. */
export const unprovedFormula = (
  own: TableSource,
  shown: string,
  results: readonly TableSource[],
  total: string,
): CellFormula =>
  cellFormula(`MAX(0,COUNT(${results.map((table) => of(table, total)).join(",")})-COUNT(${of(own, shown)}))`);

// Items: a person's answers side by side.

/** An item with its weight as it stands above the column of its answers. */
export interface ProofItem {
  readonly id: string;
  /** Absolute cell with the id. */
  readonly cell: string;
  /** Place in the table of items, from 0. */
  readonly place: number;
}
/** Key of the column with the row of an item's answer. */
export const rowKey = (id: string): string => `row:${id}`;
/** Key of the column with the answer itself. @param part suffix where there are several */
export const valueKey = (id: string, part = ""): string => `item:${id}${part}`;

/** What says that there is an item, and its weight as it is typed; columns by key. */
interface WeightPlace {
  readonly words: string;
  readonly weight: string;
  /** Weights count between these ends only. */
  readonly within?: readonly [low: number, high: number];
}
/** Weight of an item as it is typed; 0 for one without words, without a number, or outside its ends. */
export const typedWeightFormula = (
  items: TableSource,
  { words, weight, within }: WeightPlace,
  cell: string,
): CellFormula => {
  const at = (key: string): string => `INDEX(${of(items, key)},MATCH(${cell},${of(items, "id")},0))`;
  const typed = `N(${at(weight)})`;
  const counted =
    within === undefined
      ? `MAX(0,${typed})`
      : `IF(AND(${typed}>=${String(within[0])},${typed}<=${String(within[1])}),${typed},0)`;
  return cellFormula(`IFERROR(IF(${isBlank(at(words))},0,${counted}),0)`);
};

/**
 * Row of the person's answer to an item; 0 for none. Rows of a person stand together in the order of the items unless somebody
 * sorted them: then they are looked for.
 */
export const answerRowFormula = (
  h: Headers,
  entries: TableSource,
  item: ProofItem,
  isNumbered = false,
): CellFormula => {
  const called = isNumbered ? String(item.place + 1) : item.cell;
  const [key, first] = [`${cellOf(h, "id")}&"/"&${called}`, cellOf(h, "firstRow")];
  const at = `${first}+${String(item.place)}`;
  const found = `IFERROR(MATCH(${key},${of(entries, "key")},0),0)`;
  return cellFormula(`IF(${first}=0,0,IF(IFERROR(INDEX(${of(entries, "key")},${at})=${key},1=0),${at},${found}))`);
};

/** What was typed in the row of an item. */
export const typedAt = (h: Headers, entries: TableSource, id: string, key: string): string =>
  `INDEX(${of(entries, key)},${cellOf(h, rowKey(id))})`;

/** The same, empty where the person has no row for the item: a row 0 would mean the whole column. */
export const withRowFormula = (h: Headers, id: string, formula: CellFormula): CellFormula =>
  cellFormula(`IF(${cellOf(h, rowKey(id))}=0,"",${formula.slice(1)})`);

/** The typed number where a condition holds for it, the word for n/a, else empty. */
export const numberOrNaFormula = (names: InstanceNames, typed: string, fits: (value: string) => string): CellFormula =>
  cellFormula(
    `IF(ISNUMBER(${typed}),IF(${fits(typed)},${typed},""),IF(${typed}=${names.word("na")},${names.word("na")},""))`,
  );

/** A stretch of a row of Proof and the weights above it. */
export interface WeightedRow {
  readonly values: string;
  /** Absolute range. */
  readonly weights: string;
}
/** From the first to the last item's answers. */
export const itemRow = (h: Headers, items: readonly ProofItem[], weights: string, part = ""): WeightedRow => ({
  values: hereFrom(
    headerOf(h, valueKey(items[0]?.id ?? "", part)),
    headerOf(h, valueKey(items.at(-1)?.id ?? "", part)),
  ),
  weights,
});
/** Weighted items whose answer is neither a number nor n/a. */
export const openItems = (names: InstanceNames, { values, weights }: WeightedRow): string =>
  `SUMPRODUCT(--(${weights}>0),--NOT(ISNUMBER(${values})),--(${values}<>${names.word("na")}))`;
/** Weight of the items that have a number. */
export const scoredWeight = ({ values, weights }: WeightedRow): string =>
  `SUMPRODUCT(--ISNUMBER(${values}),${weights})`;
/** Σ number × weight. */
export const wonWeight = ({ values, weights }: WeightedRow): string => `SUMPRODUCT(${values},${weights})`;

/**
 * Σ number × weight ÷ Σ weight, times a factor, once nothing is open and enough of the weight applies.
 * @param rules `least`: the share that must apply, 0–1; `waits`: false where what is open is left out
 */
export const weightedMeanFormula = (
  names: InstanceNames,
  row: WeightedRow,
  rules: { readonly factor?: number; readonly least?: string; readonly waits?: boolean } = {},
): CellFormula => {
  const { factor = 1, least, waits = true } = rules;
  const scored = scoredWeight(row);
  const made = `ROUND(${factor === 1 ? "" : `${String(factor)}*`}${wonWeight(row)}/${scored},6)`;
  const enough = least === undefined ? made : `IF(ROUND(${scored}/SUM(${row.weights}),9)<${least},"",${made})`;
  const some = `IF(${scored}<=0,"",${enough})`;
  return cellFormula(waits ? `IF(${openItems(names, row)}>0,"",${some})` : some);
};
/** Whether a weighted item has no row at all. */
export const missingItemRow = (h: Headers, items: readonly ProofItem[], weights: string): string =>
  `SUMPRODUCT(--(${weights}>0),--(${hereFrom(headerOf(h, rowKey(items[0]?.id ?? "")), headerOf(h, rowKey(items.at(-1)?.id ?? "")))}=0))>0`;

/** Sum of a column of the table of items, as the first way uses it. */
export const weightSumFormula = (items: TableSource, used: string): CellFormula =>
  cellFormula(`ROUND(SUM(${of(items, used)}),6)`);
/** Sum of the weights above the answers. */
export const rangeSumFormula = (range: string): CellFormula => cellFormula(`ROUND(SUM(${range}),6)`);
/** OK where two cells hold the same number. */
export const sameNumberFormula = (names: InstanceNames, first: string, second: string): CellFormula =>
  cellFormula(`IF(ABS(${first}-${second})>${numberText(TOLERANCE)},${names.word("proofOff")},${names.word("ok")})`);
/** 1 where a cell holds the word for a difference. */
export const isOffFormula = (names: InstanceNames, cell: string): CellFormula =>
  cellFormula(`IF(${cell}=${names.word("proofOff")},1,0)`);
