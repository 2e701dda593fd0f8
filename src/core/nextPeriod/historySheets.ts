/**
 * History and the history of lines: what closed periods left behind, as values. Excel keeps the sheet name "History" for
 * itself.
 */
import type { InstanceNames } from "../formulas/names";
import type { TableSource } from "../formulas/byKey";
import {
  heading,
  headersOf,
  labelColumn,
  placeTable,
  widthsOf,
  type ColumnPlan,
  type TablePlacement,
} from "../blueprint/tableSheet";
import type { CellStyle, Literal, SheetBlueprint, StyledArea } from "../blueprint/types";
import type { SheetText } from "../blueprint/words";
import {
  HISTORY_COLUMNS,
  LINE_COLUMNS,
  PERIOD_COLUMNS,
  type ClosedResults,
  type HistoryRow,
  type LineRow,
  type PeriodRow,
} from "./closedResults";

const AT = { row: 3, column: 0 };
const DATE: CellStyle = { numberFormat: "yyyy-mm-dd", horizontal: "Left" };
const TEXT: CellStyle = { numberFormat: "@" };
const POINTS: CellStyle = { numberFormat: "0.00" };
const PLAIN: CellStyle = { numberFormat: "General", horizontal: "Right" };

type Look = readonly [width: number, style: CellStyle];
const HISTORY_LOOKS: Readonly<Record<(typeof HISTORY_COLUMNS)[number], Look>> = {
  from: [12, DATE],
  to: [12, DATE],
  id: [8, TEXT],
  name: [20, TEXT],
  jobGroup: [18, TEXT],
  department: [16, TEXT],
  total: [10, { ...POINTS, font: { bold: true } }],
  soFar: [10, POINTS],
  coverage: [11, { numberFormat: "0%" }],
  band: [15, TEXT],
  rank: [8, { numberFormat: "0" }],
  key: [13, { numberFormat: "0", font: { color: "muted" } }],
};
const LINE_LOOKS: Readonly<Record<(typeof LINE_COLUMNS)[number], Look>> = {
  from: [12, DATE],
  to: [12, DATE],
  id: [8, TEXT],
  name: [20, TEXT],
  line: [8, TEXT],
  indicator: [44, TEXT],
  unit: [12, TEXT],
  actual: [12, PLAIN],
  attainment: [12, { numberFormat: "0.0%" }],
};
const PERIOD_LOOKS: Readonly<Record<(typeof PERIOD_COLUMNS)[number], Look>> = {
  from: [12, DATE],
  to: [12, DATE],
  people: [9, { numberFormat: "0" }],
  ranked: [9, { numberFormat: "0" }],
  mean: [12, POINTS],
};

/** Texts "col.<group>.<key>". */
function columnsOf<Key extends string>(
  text: SheetText,
  group: string,
  looks: Readonly<Record<Key, Look>>,
  keys: readonly Key[],
  rows: readonly Readonly<Record<Key, Literal>>[],
): ColumnPlan<Key>[] {
  return keys.map((key) => {
    const [width, style] = looks[key];
    return labelColumn(
      key,
      text(`col.${group}.${key}`),
      width,
      rows.map((row) => row[key]),
      style,
    );
  });
}

export interface HistoryTables {
  readonly history: TablePlacement;
  readonly periods: TablePlacement;
  readonly lines: TablePlacement;
}

/** A table as formulas look it up. */
export const sourceOf = (table: TablePlacement): TableSource => ({
  table: table.name,
  headers: headersOf(table.columns),
});

/** The three tables of closed periods with the rows of the one that closes: results, lines, periods. */
export function historyTables(names: InstanceNames, text: SheetText, results: ClosedResults): HistoryTables {
  const history = columnsOf<keyof HistoryRow>(text, "history", HISTORY_LOOKS, HISTORY_COLUMNS, results.history);
  return {
    history: {
      name: names.table("PastResults"),
      at: AT,
      rows: Math.max(1, results.history.length),
      columns: history,
      filter: true,
    },
    periods: {
      name: names.table("PastPeriods"),
      at: { row: AT.row, column: history.length + 1 },
      rows: 1,
      columns: columnsOf<keyof PeriodRow>(text, "periods", PERIOD_LOOKS, PERIOD_COLUMNS, [results.period]),
    },
    lines: {
      name: names.table("PastLines"),
      at: AT,
      rows: Math.max(1, results.lines.length),
      columns: columnsOf<keyof LineRow>(text, "historyLines", LINE_LOOKS, LINE_COLUMNS, results.lines),
      filter: true,
    },
  };
}

function valuesSheet(text: SheetText, name: string, group: string, tables: readonly TablePlacement[]): SheetBlueprint {
  const placed = tables.map(placeTable);
  const heads = heading(text(`${group}.title`), text(`${group}.subtitle`));
  const [main, beside] = tables;
  const width = Math.max(...tables.map(({ at, columns }) => at.column + columns.length));
  return {
    name,
    target: "create",
    blocks: heads.blocks,
    tables: placed.map(({ table }) => table),
    styles: [...heads.styles, ...placed.flatMap(({ styles }) => styles)],
    columnWidths: [
      ...tables.flatMap(widthsOf),
      ...(beside === undefined ? [] : [{ column: beside.at.column - 1, width: 3 }]),
    ],
    rowHeights: [{ row: AT.row, height: 32 }],
    conditional: [],
    validation: [],
    freeze: {
      rows: AT.row + 1,
      columns: main?.columns.findIndex(({ key }) => key === "jobGroup" || key === "line") ?? 1,
    },
    showGridlines: false,
    page: {
      ...{ orientation: "Landscape", fitToWidth: true },
      printTitleRows: { first: AT.row, last: AT.row },
      // A chart that comes beside the tables later stays on the screen.
      printArea: { row: 0, column: 0, rows: AT.row + 1 + Math.max(...tables.map(({ rows }) => rows)), columns: width },
    },
  };
}

/** The History sheet: results of closed periods as values, and the periods beside them. */
export const historySheet = (text: SheetText, name: string, { history, periods }: HistoryTables): SheetBlueprint =>
  valuesSheet(text, name, "history", [history, periods]);

/** The sheet with the actuals of closed periods, line by line. */
export const linesSheet = (text: SheetText, name: string, { lines }: HistoryTables): SheetBlueprint =>
  valuesSheet(text, name, "historyLines", [lines]);

/** How the cells of rows look that are added later: a table that grows does not pass on its formats. */
export function stylesBelow(
  table: TablePlacement,
  firstRow: number,
  count: number,
  columnOf: (key: string) => number | null,
): StyledArea[] {
  if (count === 0) return [];
  return table.columns.flatMap(({ key, style }): StyledArea[] => {
    const column = columnOf(key);
    return style === undefined || column === null
      ? []
      : [{ rect: { row: firstRow, column, rows: count, columns: 1 }, style: { vertical: "Center", ...style } }];
  });
}
