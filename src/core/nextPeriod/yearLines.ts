/**
 * Year lines: a row a person and indicator with the actuals of the year's periods, and the year's figure by the kind of the
 * line (sum, mean, last, highest, lowest). The kinds' words stand on the sheet, so that formulas compare with cells.
 */
import {
  AGGREGATES,
  aggregateNoFormula,
  aggregateWord,
  closedActualFormula,
  countedPeriodsFormula,
  lastActualFormula,
  openActualFormula,
  yearActualFormula,
  type YearEntry,
} from "../formulas/yearLineFormulas";
import {
  missingPeriodsFormula,
  MOST_PERIODS,
  nthPeriodFormula,
  openPeriodFormula,
  yearCells,
} from "../formulas/yearFormulas";
import { cellOf, textOfId, type TableSource } from "../formulas/byKey";
import { cellFormula, ruleFormula } from "../formulas/columns";
import type { InstanceNames } from "../formulas/names";
import { cellAddress, quoteSheetName, rectAddress } from "../model/a1";
import {
  formulaColumn,
  heading,
  inputColumn,
  labelColumn,
  placeTable,
  widthsOf,
  type ColumnPlan,
  type TablePlacement,
} from "../blueprint/tableSheet";
import type { CellContent, CellStyle, Literal, NameBlueprint, SheetBlueprint } from "../blueprint/types";
import type { SheetText } from "../blueprint/words";
import type { LineRow } from "./closedResults";

/** Words of the kinds, then the first days of the periods above their columns. */
const WORDS_ROW = 3;
const [START_ROW, TABLE_ROW] = [5, 6];
const FIRST_PERIOD = 6;
/** Rows beyond which the sheet would be slow: every cell looks through all closed lines. */
export const MOST_YEAR_LINES = 1000;
const PLAIN: CellStyle = { numberFormat: "General", horizontal: "Right" };
const QUIET: CellStyle = { font: { color: "muted" } };
const SHORT_DATE: CellStyle = { numberFormat: "yy-mm-dd", horizontal: "Right", ...QUIET };
const PERIODS = Array.from({ length: MOST_PERIODS + 1 }, (_, i) => i);
const periodKey = (i: number): string => (i === MOST_PERIODS ? "open" : `p${String(i + 1)}`);
const startOf = (i: number): string => cellAddress(START_ROW, FIRST_PERIOD + i, true);

export interface YearLine extends Pick<LineRow, "id" | "line" | "indicator" | "unit"> {
  /** Word of the kind, as the plan has it. */
  readonly how: Literal;
}
export interface YearLinesInput {
  readonly names: InstanceNames;
  readonly text: SheetText;
  readonly lines: readonly YearLine[];
  readonly past: TableSource;
  readonly periods: TableSource;
  readonly people: TableSource;
  readonly entries: readonly YearEntry[];
}

/** The table's columns; their formulas are the same in every row, so that rows can be added. */
export function yearLineColumns(input: YearLinesInput): readonly ColumnPlan<string>[] {
  const { names, text, lines, past, people, entries } = input;
  const head = (key: string): string => text(`col.yearLines.${key}`);
  const periodHead = (i: number): string =>
    i === MOST_PERIODS ? head("open") : text("annual.period", { number: i + 1 });
  const keys = [
    "id",
    "name",
    "line",
    "indicator",
    "unit",
    "how",
    "year",
    "typed",
    "missing",
    "howNo",
    "counted",
    "lastOne",
  ];
  const h = {
    ...Object.fromEntries(keys.map((key) => [key, head(key)])),
    ...Object.fromEntries(PERIODS.map((i) => [periodKey(i), periodHead(i)])),
  };
  const label = (key: "id" | "line" | "indicator" | "unit", width: number, style: CellStyle = {}) =>
    labelColumn(
      key as string,
      head(key),
      width,
      lines.map((line) => line[key]),
      style,
    );
  return [
    label("id", 8),
    formulaColumn("name", head("name"), 18, textOfId(people, cellOf(h, "id"), "name")),
    label("line", 8, QUIET),
    label("indicator", 34, { wrap: true }),
    label("unit", 10),
    inputColumn(
      "how",
      head("how"),
      10,
      lines.map(({ how }) => how),
    ),
    ...PERIODS.map((i) =>
      formulaColumn(
        periodKey(i),
        periodHead(i),
        9.5,
        i === MOST_PERIODS
          ? openActualFormula(names, h, startOf(i), entries)
          : closedActualFormula(past, h, startOf(i)),
        i === MOST_PERIODS ? { ...PLAIN, font: { italic: true } } : PLAIN,
      ),
    ),
    formulaColumn("year", head("year"), 12, yearActualFormula(h, PERIODS.map(periodHead)), {
      ...PLAIN,
      font: { bold: true },
    }),
    inputColumn(
      "typed",
      head("typed"),
      12,
      lines.map(() => ""),
      PLAIN,
    ),
    formulaColumn(
      "missing",
      head("missing"),
      14,
      missingPeriodsFormula(
        PERIODS.slice(0, MOST_PERIODS).map((i) => ({
          own: cellOf(h, periodKey(i)),
          startCell: startOf(i),
          number: i + 1,
        })),
      ),
    ),
    formulaColumn("howNo", head("howNo"), 8, aggregateNoFormula(names, h), { ...QUIET, numberFormat: "0" }),
    formulaColumn("counted", head("counted"), 8, countedPeriodsFormula(periodHead(0), periodHead(MOST_PERIODS)), {
      ...QUIET,
      numberFormat: "0",
    }),
    formulaColumn("lastOne", head("lastOne"), 10, lastActualFormula(h, PERIODS.map(periodKey)), {
      ...QUIET,
      numberFormat: "General",
    }),
  ];
}

export interface YearLinesParts {
  readonly sheet: SheetBlueprint;
  readonly names: readonly NameBlueprint[];
  readonly table: TablePlacement;
}

/** The sheet *Year by line*, its table and names. */
export function yearLinesSheet(input: YearLinesInput, name: string): YearLinesParts {
  const { names, text, periods, lines } = input;
  const columns = yearLineColumns(input);
  const table: TablePlacement = {
    name: names.table("YearLines"),
    at: { row: TABLE_ROW, column: 0 },
    rows: Math.max(1, lines.length),
    columns,
    filter: true,
  };
  const cells = yearCells(names);
  const placed = placeTable(table);
  const heads = heading(text("yearLines.title"), text("yearLines.subtitle"));
  const words = { row: WORDS_ROW, column: FIRST_PERIOD, rows: 1, columns: AGGREGATES.length };
  const onSheet = (address: string) => cellFormula(`${quoteSheetName(name)}!${address}`);
  const starts = PERIODS.map((i): CellContent => ({
    formula: i === MOST_PERIODS ? openPeriodFormula(names, cells) : nthPeriodFormula(periods, cells, i + 1),
  }));
  const how = { row: TABLE_ROW + 1, column: 5, rows: table.rows, columns: 1 };
  return {
    table,
    names: [
      ...AGGREGATES.map((kind, i) => ({
        name: aggregateWord(names, kind),
        refersTo: onSheet(cellAddress(WORDS_ROW, FIRST_PERIOD + i, true)),
      })),
      { name: names.own.range("YearKinds"), refersTo: onSheet(rectAddress(words, true)) },
    ],
    sheet: {
      name,
      target: "create",
      tabColor: "headFill",
      blocks: [
        ...heads.blocks,
        {
          at: { row: WORDS_ROW, column: FIRST_PERIOD - 1 },
          cells: [[text("yearLines.kinds"), ...AGGREGATES.map((kind) => text(`aggregate.${kind}`))]],
        },
        { at: { row: START_ROW, column: FIRST_PERIOD - 1 }, cells: [[text("annual.row.from"), ...starts]] },
      ],
      tables: [placed.table],
      styles: [
        ...heads.styles,
        ...placed.styles,
        { rect: { ...words, column: FIRST_PERIOD - 1, columns: AGGREGATES.length + 1 }, style: QUIET },
        { rect: { row: START_ROW, column: FIRST_PERIOD - 1, rows: 1, columns: 1 }, style: QUIET },
        { rect: { row: START_ROW, column: FIRST_PERIOD, rows: 1, columns: PERIODS.length }, style: SHORT_DATE },
      ],
      columnWidths: widthsOf(table),
      rowHeights: [{ row: TABLE_ROW, height: 32 }],
      conditional: [],
      validation: [
        {
          rect: how,
          rule: { kind: "list", source: ruleFormula(names.own.range("YearKinds")) },
          alert: { style: "Stop", title: text("valid.list.title"), message: text("valid.list") },
        },
      ],
      freeze: { rows: TABLE_ROW + 1, columns: 2 },
      showGridlines: false,
      hiddenColumns: [columns.length - 3, columns.length - 2, columns.length - 1],
      page: {
        orientation: "Landscape",
        fitToWidth: true,
        printTitleRows: { first: TABLE_ROW, last: TABLE_ROW },
        printArea: { row: 0, column: 0, rows: TABLE_ROW + 1 + table.rows, columns: columns.length - 3 },
      },
    },
  };
}
