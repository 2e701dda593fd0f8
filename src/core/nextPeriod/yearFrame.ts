/** The frame of a Year sheet: the year's days and those covered, the periods with their days over the columns, the table under them. */
import {
  coveredDaysFormula,
  MOST_PERIODS,
  nthPeriodFormula,
  openEndFormula,
  openPeriodFormula,
  periodDaysFormula,
  periodEndFormula,
  yearCells,
} from "../formulas/yearFormulas";
import type { TableSource } from "../formulas/byKey";
import { cellFormula } from "../formulas/columns";
import type { InstanceNames } from "../formulas/names";
import { cellAddress, quoteSheetName, rectAddress } from "../model/a1";
import { heading, INPUT_STYLE, placeTable, widthsOf, type TablePlacement } from "../blueprint/tableSheet";
import type { CellContent, CellStyle, NameBlueprint, SheetBlueprint, StyledArea } from "../blueprint/types";
import type { SheetText } from "../blueprint/words";
import type { DayRange } from "./calendar";

/** Year and days covered; then from, to and days of each period above its column. */
const FACTS_ROW = 3;
const FACTS_COLUMN = 1;
export const [START_ROW, END_ROW, DAYS_ROW] = [7, 8, 9] as const;
export const YEAR_TABLE_AT = { row: 10, column: 0 } as const;
/** Columns before those of the periods. */
const FIRST_PERIOD = 3;
/** Column of the open period. */
export const OPEN = FIRST_PERIOD + MOST_PERIODS;
const SHORT_DATE: CellStyle = { numberFormat: "yy-mm-dd", horizontal: "Right" };
export const QUIET: CellStyle = { font: { color: "muted" } };
export const WHOLE: CellStyle = { numberFormat: "0" };
/** Places of the periods, the open one last. */
export const PERIODS: readonly number[] = Array.from({ length: MOST_PERIODS + 1 }, (_, i) => i);
/** Key of the column of a period, by its place. */
export const periodKey = (i: number): string => (i === MOST_PERIODS ? "open" : `p${String(i + 1)}`);
/** Cell over a period's column. */
export const above = (row: number, i: number): string => cellAddress(row, FIRST_PERIOD + i, true);
/** Days of the periods, over their columns. */
export const daysAbove = (): string =>
  rectAddress({ row: DAYS_ROW, column: FIRST_PERIOD, rows: 1, columns: PERIODS.length }, true);

export interface YearFrame {
  readonly names: InstanceNames;
  readonly text: SheetText;
  readonly sheet: string;
  readonly title: string;
  readonly subtitle: string;
  /** First column that is seen; absent: the first of all. */
  readonly titleColumn?: number;
  readonly year: DayRange;
  readonly periods: TableSource;
  readonly table: TablePlacement;
  /** Columns on paper. */
  readonly printed: number;
}
export interface YearParts {
  readonly sheet: SheetBlueprint;
  readonly names: readonly NameBlueprint[];
  readonly table: TablePlacement;
}

/** The sheet with its table, and the names of the year's days. */
export function yearFrame(frame: YearFrame): Omit<YearParts, "table"> {
  const { names, text, periods, table } = frame;
  const cells = yearCells(names);
  const placed = placeTable(table);
  const heads = heading(frame.title, frame.subtitle, frame.titleColumn);
  const aboveCells: CellContent[][] = [
    [
      text("annual.row.from"),
      ...PERIODS.map((i): CellContent => ({
        formula: i === MOST_PERIODS ? openPeriodFormula(names, cells) : nthPeriodFormula(periods, cells, i + 1),
      })),
    ],
    [
      text("annual.row.to"),
      ...PERIODS.map((i): CellContent => ({
        formula:
          i === MOST_PERIODS
            ? openEndFormula(names, above(START_ROW, i))
            : periodEndFormula(periods, above(START_ROW, i)),
      })),
    ],
    [
      text("annual.row.days"),
      ...PERIODS.map((i): CellContent => ({ formula: periodDaysFormula(above(START_ROW, i), above(END_ROW, i)) })),
    ],
  ];
  const days = daysAbove();
  const onSheet = (row: number) =>
    cellFormula(`${quoteSheetName(frame.sheet)}!${cellAddress(row, FACTS_COLUMN + 1, true)}`);
  const area = (row: number, style: CellStyle): StyledArea => ({
    rect: { row, column: FIRST_PERIOD, rows: 1, columns: PERIODS.length },
    style,
  });
  return {
    names: [
      { name: cells.from, refersTo: onSheet(FACTS_ROW) },
      { name: cells.to, refersTo: onSheet(FACTS_ROW + 1) },
    ],
    sheet: {
      name: frame.sheet,
      target: "create",
      tabColor: "headFill",
      blocks: [
        ...heads.blocks,
        {
          at: { row: FACTS_ROW, column: FACTS_COLUMN },
          cells: [
            [text("annual.from"), frame.year.from],
            [text("annual.to"), frame.year.to],
            [text("annual.covered"), { formula: coveredDaysFormula(days, cells) }],
          ],
        },
        { at: { row: START_ROW, column: FIRST_PERIOD - 1 }, cells: aboveCells },
      ],
      tables: [placed.table],
      styles: [
        ...heads.styles,
        ...placed.styles,
        {
          rect: { row: FACTS_ROW, column: FACTS_COLUMN + 1, rows: 2, columns: 1 },
          style: { ...INPUT_STYLE, numberFormat: "yyyy-mm-dd", horizontal: "Left" },
        },
        { rect: { row: START_ROW, column: FIRST_PERIOD - 1, rows: 3, columns: 1 }, style: QUIET },
        area(START_ROW, { ...SHORT_DATE, ...QUIET }),
        area(END_ROW, { ...SHORT_DATE, ...QUIET }),
        area(DAYS_ROW, { ...WHOLE, ...QUIET, horizontal: "Right" }),
      ],
      columnWidths: widthsOf(table),
      rowHeights: [{ row: YEAR_TABLE_AT.row, height: 32 }],
      conditional: [],
      validation: [
        {
          rect: { row: FACTS_ROW, column: FACTS_COLUMN + 1, rows: 2, columns: 1 },
          rule: { kind: "date", min: 1, max: 2_958_465 },
          alert: { style: "Stop", title: text("valid.entry.title"), message: text("valid.yearDate") },
        },
      ],
      freeze: { rows: YEAR_TABLE_AT.row + 1, columns: 2 },
      showGridlines: false,
      page: {
        orientation: "Landscape",
        fitToWidth: true,
        printTitleRows: { first: YEAR_TABLE_AT.row, last: YEAR_TABLE_AT.row },
        printArea: { row: 0, column: 0, rows: YEAR_TABLE_AT.row + 1 + table.rows, columns: frame.printed },
      },
    },
  };
}
