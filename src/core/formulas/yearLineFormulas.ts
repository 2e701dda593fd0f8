/** Formulas of the year's lines: the actuals of closed periods and of the open one, brought together by the kind of each line. */
import type { CellFormula } from "../blueprint/types";
import { cellOf, columnOf, firstWord, type Headers, type TableSource } from "./byKey";
import { cellFormula, column, columnsFrom, hereFrom } from "./columns";
import type { InstanceNames } from "./names";

/** Kinds in the order of the words on the sheet; a ratio has no year of its own without its two parts. */
export const AGGREGATES = ["sum", "mean", "last", "max", "min", "ratio"] as const;
/** Word of a kind, as a name of a cell on the sheet: the list can be translated, and formulas follow. */
export const aggregateWord = (names: InstanceNames, kind: (typeof AGGREGATES)[number]): string =>
  names.own.word(`year${kind.charAt(0).toUpperCase()}${kind.slice(1)}`);

/** The actual of this row's person and line in the period that begins on the day in the cell; empty without a number. */
export function closedActualFormula(past: TableSource, h: Headers, startCell: string): CellFormula {
  const of = (key: string): string => columnOf(past.table, past.headers, key);
  const which = `${of("id")},${cellOf(h, "id")},${of("line")},${cellOf(h, "line")},${of("from")},${startCell}`;
  return cellFormula(
    `IF(ISNUMBER(${startCell}),IF(COUNTIFS(${which},${of("actual")},">-1000000000000")=0,"",SUMIFS(${of("actual")},${which})),"")`,
  );
}

/** An entry matrix as the year needs it: its id column, and the first and last column of actuals. */
export interface YearEntry {
  readonly table: string;
  /** 1 for the first, as in the name of its lines. */
  readonly number: number;
  readonly id: string;
  readonly actual: readonly [first: string, last: string];
}
/** The actual of the open period, from the entry sheet on which the person and the line stand. */
export function openActualFormula(
  names: InstanceNames,
  h: Headers,
  startCell: string,
  entries: readonly YearEntry[],
): CellFormula {
  const found = entries.reduceRight((rest, { table, number, id, actual }) => {
    const row = `MATCH(${cellOf(h, "id")},${column(table, id)},0)`;
    const place = `MATCH(${cellOf(h, "line")},${names.setting(`Lines${number}`)},0)`;
    return `IFERROR(INDEX(${columnsFrom(table, ...actual)},${row},${place}),${rest})`;
  }, '""');
  return cellFormula(`IF(ISNUMBER(${startCell}),${found},"")`);
}

/** Number of the kind by its word, from 1; 0 for any other text. */
export const aggregateNoFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    firstWord(
      AGGREGATES.map((kind, i) => [`${cellOf(h, "how")}=${aggregateWord(names, kind)}`, String(i + 1)] as const),
      "0",
    ),
  );

/** How many periods have a number. */
export const countedPeriodsFormula = (first: string, last: string): CellFormula =>
  cellFormula(`COUNT(${hereFrom(first, last)})`);

/**
 * The year's figure: what was typed, else by the kind over the periods that have a number (domain: a ratio needs numerators
 * and denominators, never a mean of ratios; so it stays empty until it is typed).
 */
export function yearActualFormula(h: Headers, periods: readonly string[]): CellFormula {
  const [first, last] = [periods[0] ?? "", periods.at(-1) ?? ""];
  const all = hereFrom(first, last);
  const kind = cellOf(h, "howNo");
  const byKind =
    `IF(OR(${cellOf(h, "counted")}=0,${kind}=0,${kind}=6),"",` +
    `IF(${kind}=1,SUM(${all}),IF(${kind}=2,SUM(${all})/${cellOf(h, "counted")},IF(${kind}=3,${cellOf(h, "lastOne")},IF(${kind}=4,MAX(${all}),MIN(${all}))))))`;
  return cellFormula(`IF(ISNUMBER(${cellOf(h, "typed")}),${cellOf(h, "typed")},${byKind})`);
}
/** The number of the latest period that has one. */
export const lastActualFormula = (h: Headers, keys: readonly string[]): CellFormula =>
  cellFormula(keys.reduce((rest, key) => `IF(ISNUMBER(${cellOf(h, key)}),${cellOf(h, key)},${rest})`, '""'));
