/** What the sheets of a method workbook are made of: the sheet with its table, sample rows and empty ones, common alerts. */
import type { Headers, TableSource } from "../formulas/byKey";
import { ruleFormula } from "../formulas/columns";
import type { BuildContext } from "./context";
import type { CheckRow } from "./checksSheet";
import type { MethodPart } from "./methodWorkbook";
import type { ColumnRule } from "./registerSheet";
import type { TablePlacement } from "./tableSheet";
import type { CellStyle, Literal, NameBlueprint, SheetBlueprint } from "./types";

/** A sheet with its table, and further tables by key where it holds more than one. */
export interface MethodSheet {
  readonly sheet: SheetBlueprint;
  readonly table: TablePlacement;
  readonly headers: Headers;
  readonly names: readonly NameBlueprint[];
  readonly more?: Readonly<Record<string, TablePlacement>>;
}
/** The sheet as a part of the workbook; `key` is what its table is stored under. */
export const partOf = (key: string, { sheet, table, names, more = {} }: MethodSheet): MethodPart => ({
  sheet,
  tables: { [key]: table, ...more },
  names,
});

/** The table of a method's sheet as formulas of other sheets look it up. */
export const sourceOf = ({ table, headers }: Pick<MethodSheet, "table" | "headers">): TableSource => ({
  table: table.name,
  headers,
});
/** Lines of the Checks sheet for the words that the sheet's check column may show. */
export const checkRows = ({ table, headers, sheet }: MethodSheet, words: readonly string[]): CheckRow[] =>
  words.map((word) => ({ word, table: table.name, header: headers["check"] ?? "", sheet: sheet.name }));

/** The same, where the sentence of a word is another one on this sheet: sentence by word. */
export const labelledRows = (sheet: MethodSheet, labels: Readonly<Record<string, string>>): CheckRow[] =>
  checkRows(sheet, Object.keys(labels)).map((row) =>
    "word" in row ? { ...row, label: labels[row.word] ?? row.word } : row,
  );

/** The rows of the sample where one is wanted, then empty ones. */
export const rowsWith = <T>({ isSample }: BuildContext, sample: readonly T[], empty: number): readonly (T | null)[] => [
  ...(isSample ? sample : []),
  ...Array.from({ length: Math.max(0, empty) }, () => null),
];
/** Values of an input column: of the sample's rows, blank in the empty ones. */
export const valuesOf =
  <T>(rows: readonly (T | null)[]) =>
  (of: (row: T, i: number) => Literal | undefined): Literal[] =>
    rows.map((row, i) => (row === null ? "" : (of(row, i) ?? "")));
/** The day at a share of the period, 0–1, as a date serial. */
export const dayAt = ({ period: { from, to } }: BuildContext, share: number): number =>
  from + Math.round((to - from) * share);

const ANY = 1e12;
/** Validations by column key, with their alerts. */
export const rulesFor = ({ names, text }: BuildContext) => ({
  /** A word or id of a list, by the list's name. */
  list: (key: string, source: string): ColumnRule => ({
    key,
    rule: { kind: "list", source: ruleFormula(source) },
    alert: { style: "Stop", title: text("valid.list.title"), message: text("valid.list") },
  }),
  number: (key: string, min = -ANY, max = ANY): ColumnRule => ({
    key,
    rule: { kind: "decimal", min, max },
    alert: { style: "Stop", title: text("valid.number.title"), message: text("valid.plainNumber") },
  }),
  weight: (key: string): ColumnRule => ({
    key,
    rule: { kind: "decimal", min: 0, max: 100 },
    alert: { style: "Stop", title: text("valid.weight.title"), message: text("valid.weight") },
  }),
  /** A date not further than a year from the period. */
  date: (key: string): ColumnRule => ({
    key,
    rule: {
      kind: "date",
      min: ruleFormula(`${names.setting("From")}-366`),
      max: ruleFormula(`${names.setting("To")}+366`),
    },
    alert: { style: "Warning", title: text("valid.date.title"), message: text("valid.date") },
  }),
  /** A date inside the period. */
  inPeriod: (key: string): ColumnRule => ({
    key,
    rule: { kind: "date", min: ruleFormula(names.setting("From")), max: ruleFormula(names.setting("To")) },
    alert: { style: "Warning", title: text("valid.period.title"), message: text("valid.period") },
  }),
});

export const WRAP: CellStyle = { wrap: true };
export const BOLD: CellStyle = { font: { bold: true } };
export const NUMBER: CellStyle = { numberFormat: "General", horizontal: "Right" };
export const DECIMALS: CellStyle = { numberFormat: "0.0#", horizontal: "Right" };
export const WHOLE: CellStyle = { numberFormat: "0" };
export const POINTS: CellStyle = { numberFormat: "0.00" };
export const SHARE: CellStyle = { numberFormat: "0%" };
export const DATE: CellStyle = { numberFormat: "yyyy-mm-dd", horizontal: "Left" };
