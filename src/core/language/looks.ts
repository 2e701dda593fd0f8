/** What else holds words or depends on their length: alerts of validations, charts, row heights, column widths, wrapping. */
import type { SheetBlueprint, ValidationRule } from "../blueprint/types";
import type { Rect } from "../model/a1";
import type { SheetPair } from "./pairedSheets";
import { bodyRows } from "./standingBook";
import type { TablePair } from "./tableTexts";

export type Alert = ValidationRule["alert"];
/** Changed only where what was written still stands. */
export type Look = { readonly sheet: string; readonly rect: Rect } & (
  | { readonly kind: "alert"; readonly before: Alert; readonly after: Alert }
  /** In points. */
  | { readonly kind: "height"; readonly before: number | null; readonly after: number | null }
  /** In characters of the default font. */
  | { readonly kind: "width"; readonly before: number; readonly after: number }
  /** Size of what is printed, in per cent. */
  | { readonly kind: "scale"; readonly before: number; readonly after: number }
  | { readonly kind: "wrap"; readonly before: boolean; readonly after: boolean }
);
export interface ChartChange {
  readonly sheet: string;
  /** Its place among the charts of the sheet. */
  readonly index: number;
  readonly before: { readonly title: string; readonly series: string };
  readonly after: { readonly title: string; readonly series: string };
}

const sameAlert = (a: Alert, b: Alert): boolean => a.title === b.title && a.message === b.message;

/** Where a rule stands now: over the body of its table's columns, however long the table has become. */
function ruleRects(rule: ValidationRule, pair: SheetPair, tables: readonly TablePair[]): Rect[] {
  const { rect } = rule;
  const table = tables.find(
    ({ sheet, from: { at, rows, columns } }) =>
      sheet === pair &&
      rect.row > at.row &&
      rect.row <= at.row + rows &&
      rect.column >= at.column &&
      rect.column < at.column + columns.length,
  );
  if (table === undefined) return [rect];
  const rows = bodyRows(table.standing.table);
  const columns = Array.from({ length: rect.columns }, (_, i) => table.columns[rect.column - table.from.at.column + i]);
  const runs: Rect[] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (column == null || rows[0] === undefined) continue;
    if (last !== undefined && last.column + last.columns === column)
      runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
    else runs.push({ row: rows[0], column, rows: rows.length, columns: 1 });
  }
  return runs;
}

function alerts(pair: SheetPair, id: string, tables: readonly TablePair[]): Look[] {
  return pair.from.validation.flatMap((rule, i): Look[] => {
    const other = pair.to.validation[i];
    if (other === undefined || sameAlert(rule.alert, other.alert)) return [];
    return ruleRects(rule, pair, tables).map((rect) => ({
      sheet: id,
      rect,
      kind: "alert",
      before: rule.alert,
      after: other.alert,
    }));
  });
}

const one = (row: number, column: number): Rect => ({ row, column, rows: 1, columns: 1 });
function heights({ from, to }: SheetPair, id: string): Look[] {
  const [a, b] = [from, to].map(({ rowHeights = [] }) => new Map(rowHeights.map(({ row, height }) => [row, height])));
  const rows = new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])]);
  return [...rows].flatMap((row): Look[] => {
    const [before, after] = [a?.get(row) ?? null, b?.get(row) ?? null];
    return before === after ? [] : [{ sheet: id, rect: one(row, 0), kind: "height", before, after }];
  });
}

const widthsOf = ({ columnWidths }: SheetBlueprint): ReadonlyMap<number, number> =>
  new Map(
    columnWidths.flatMap(({ column, count = 1, width }) =>
      Array.from({ length: count }, (_, i) => [column + i, width] as const),
    ),
  );
function widths({ from, to }: SheetPair, id: string): Look[] {
  const wanted = widthsOf(to);
  return [...widthsOf(from)].flatMap(([column, before]): Look[] => {
    const after = wanted.get(column);
    return after === undefined || after === before
      ? []
      : [{ sheet: id, rect: one(0, column), kind: "width", before, after }];
  });
}

/** Wider columns fit across the page in a smaller size. */
function scales({ from, to }: SheetPair, id: string): Look[] {
  const [before, after] = [from.page?.scale, to.page?.scale];
  return before === undefined || after === undefined || before === after
    ? []
    : [{ sheet: id, rect: one(0, 0), kind: "scale", before, after }];
}

/** Cells and columns that wrap in one language only. */
function wraps(pair: SheetPair, id: string, tables: readonly TablePair[]): Look[] {
  const areas = ({ styles }: SheetBlueprint): ReadonlyMap<string, Rect> =>
    new Map(styles.flatMap(({ rect, style }) => (style.wrap === true ? [[JSON.stringify(rect), rect]] : [])));
  const [a, b] = [areas(pair.from), areas(pair.to)];
  const look = (rect: Rect, after: boolean): Look => ({ sheet: id, rect, kind: "wrap", before: !after, after });
  const only = (mine: ReadonlyMap<string, Rect>, others: ReadonlyMap<string, Rect>): Rect[] =>
    [...mine].flatMap(([key, rect]) => (others.has(key) ? [] : [rect]));
  const inTables = tables
    .filter(({ sheet }) => sheet === pair)
    .flatMap(({ from, to, columns, standing }) =>
      from.columns.flatMap(({ style }, i): Look[] => {
        const after = to.columns[i]?.style?.wrap === true;
        const column = columns[i];
        const rows = bodyRows(standing.table);
        if (column == null || (style?.wrap === true) === after || rows[0] === undefined) return [];
        return [look({ row: rows[0], column, rows: rows.length, columns: 1 }, after)];
      }),
    );
  return [...only(a, b).map((rect) => look(rect, false)), ...only(b, a).map((rect) => look(rect, true)), ...inTables];
}

/** What else of a sheet changes with the language; nothing where the sheet does not stand any more. */
export function looksOf(pair: SheetPair, tables: readonly TablePair[]): readonly Look[] {
  const id = pair.standing?.id;
  if (id === undefined) return [];
  return [
    ...alerts(pair, id, tables),
    ...heights(pair, id),
    ...widths(pair, id),
    ...scales(pair, id),
    ...wraps(pair, id, tables),
  ];
}

/** Charts whose title and series are still called as we called them. */
export function chartChanges({ from, to, standing }: SheetPair): ChartChange[] {
  if (standing === null) return [];
  return (from.charts ?? []).flatMap(({ title, seriesName }, i): ChartChange[] => {
    const other = to.charts?.[i];
    const index = standing.charts.findIndex((chart) => chart.title === title);
    const now = standing.charts[index];
    if (other === undefined || now === undefined || (other.title === title && other.seriesName === seriesName))
      return [];
    return [
      {
        sheet: standing.id,
        index,
        before: now,
        after: { title: other.title, series: now.series === seriesName ? other.seriesName : now.series },
      },
    ];
  });
}
