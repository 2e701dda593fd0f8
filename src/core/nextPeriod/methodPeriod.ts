/**
 * The next period of a method workbook, by the method's own declaration: what its tables show goes to sheets of values, what
 * belongs to the period is emptied, open rows go on, people, plans, scales and words stay.
 */
import { freeSheetName } from "../blueprint/scorecard";
import {
  bodyHeights,
  heading,
  labelColumn,
  placeTable,
  widthOf,
  widthsOf,
  type TablePlacement,
} from "../blueprint/tableSheet";
import type { Blueprint, CellStyle, Literal, SheetBlueprint } from "../blueprint/types";
import type { SheetText } from "../blueprint/words";
import { instanceNames } from "../formulas/names";
import { isBlank } from "../recognise/grid";
import { wordKeys, type KeyedTable } from "../recognise/layout";
import type { CellValue } from "../recognise/snapshot";
import { NO_YEAR, yearOfClosing, type YearAdded } from "./closeYear";
import { carriedRows, type CarriedRows } from "./carriedRows";
import { tablesOf } from "./closedResults";
import { columnChange, emptied, periodChanges, raised, type BlockChange, type TargetChoice } from "./emptying";
import { stylesBelow } from "./historySheets";
import {
  appended,
  isRange,
  LARGEST_RAISE,
  refusePeriod,
  withTables,
  type NextPeriodInput,
  type NextPeriodResult,
} from "./nextPeriod";
import { PAST_KEY, type YearPlan } from "./yearPlan";
import { meantIn, pastColumns, type MethodPeriod, type PastColumn, type PeriodTable } from "./periodTables";

const AT = { row: 3, column: 0 };
const DATE: CellStyle = { numberFormat: "yyyy-mm-dd", horizontal: "Left" };
const PAST = "Past";
type Plans = Extract<MethodPeriod, { readonly kind: "periods" }>["tables"];
type Row = Readonly<Record<string, Literal>>;

/** What of a method's tables is there to be closed. */
export interface MethodTables {
  readonly tables: ReadonlyMap<string, KeyedTable>;
  readonly plans: Plans;
}

const literal = (value: CellValue): Literal => (typeof value === "object" ? "" : value);

/** Rows of a table as values; one in which only the first column says something has nothing to tell. */
function pastRows(table: KeyedTable, columns: readonly string[], closed: NextPeriodInput["closed"]): readonly Row[] {
  return table.rows.flatMap((row) => {
    if (columns.slice(1).every((key) => isBlank(table.value(row, key)))) return [];
    const values = Object.fromEntries(columns.map((key) => [key, literal(table.value(row, key))]));
    return [{ fromDay: closed.from, toDay: closed.to, ...values }];
  });
}

const HUNDREDTH = 0.01;
const hasMoreThanHundredths = (value: Literal): boolean =>
  typeof value === "number" && Math.abs(value) >= HUNDREDTH && !/^-?\d+(?:\.\d{1,2})?$/.test(String(value));
/** Results that were worked out have no end of decimals: two are shown. What somebody typed stands as it was typed. */
const numberLook = (values: readonly Literal[]): string => (values.some(hasMoreThanHundredths) ? "0.00" : "General");

/** Longer texts are wrapped, as are heads, over two lines. */
const [LONGEST, ROOM, HEAD_LINES] = [24, 2, 2];
/** How the values of a column look under their head: long text is wrapped, days are days, shares per cents. */
function lookOf({ key, look }: PastColumn, head: string, rows: readonly Row[]): { width: number; style: CellStyle } {
  const headed = Math.ceil(widthOf(head) / HEAD_LINES) + ROOM;
  const least = Math.max(look === "day" ? 12 : 11, headed);
  if (look === "day") return { width: least, style: DATE };
  if (look === "share") return { width: least, style: { numberFormat: "0%", horizontal: "Right" } };
  const values = rows.map((row) => row[key] ?? "");
  const longest = Math.max(0, ...values.map((value) => (typeof value === "string" ? widthOf(value) : 0)));
  if (values.some((value) => typeof value === "number"))
    return { width: least, style: { numberFormat: numberLook(values), horizontal: "Right" } };
  if (longest > LONGEST) return { width: 40, style: { wrap: true } };
  return { width: Math.max(10, headed, longest + ROOM), style: {} };
}

interface Past {
  /** Of the table whose values they are. */
  readonly key: string;
  readonly placement: TablePlacement;
  readonly rows: readonly Row[];
  readonly sheet: string;
}

const ROWS_A_PERIOD = 100_000;
/** No two periods begin on one day. */
const keyOfRow = ({ from }: NextPeriodInput["closed"], place: number): number => from * ROWS_A_PERIOD + place + 1;
/** A number that no other row of the closed periods has; a workbook that keeps them without goes on without. */
function rowKeys(key: string, input: NextPeriodInput, rows: readonly Row[], year: YearPlan | undefined) {
  const standing = input.instance.tables[`${PAST}${key}`];
  if (key !== year?.table || (standing !== undefined && standing.columns[PAST_KEY] === undefined)) return [];
  const values = rows.map((_, i) => keyOfRow(input.closed, i));
  const style: CellStyle = { numberFormat: "0", font: { color: "muted" } };
  return [labelColumn<string>(PAST_KEY, input.text("col.history.key"), 13, values, style)];
}

function pastOf({ tables, plans }: MethodTables, input: NextPeriodInput, year?: YearPlan): readonly Past[] {
  const names = instanceNames(input.instance.instance);
  return Object.entries(plans).flatMap(([key, { history }]): Past[] => {
    const table = tables.get(key);
    if (table === undefined || history === undefined) return [];
    const columns = pastColumns(history, [...table.columns.keys()]);
    const rows = pastRows(
      table,
      columns.map((each) => each.key),
      input.closed,
    );
    const headers = input.instance.tables[key]?.columns ?? {};
    const day = (column: "fromDay" | "toDay", header: string) =>
      labelColumn(
        column as string,
        header,
        12,
        rows.map((row) => row[column] ?? ""),
        DATE,
      );
    const keys = rowKeys(key, input, rows, year);
    const keyed = rows.map((row, i) => (keys.length === 0 ? row : { ...row, [PAST_KEY]: keyOfRow(input.closed, i) }));
    return [
      {
        key,
        rows: keyed,
        sheet: table.sheet.name,
        placement: {
          name: names.own.table(`${PAST}${key}`),
          at: AT,
          rows: Math.max(1, rows.length),
          filter: true,
          columns: [
            day("fromDay", input.text("col.periods.from")),
            day("toDay", input.text("col.periods.to")),
            ...columns.map((column) => {
              const head = headers[column.key] ?? column.key;
              const { width, style } = lookOf(column, head, rows);
              const values = rows.map((row) => row[column.key] ?? "");
              return labelColumn(column.key, head, width, values, style);
            }),
            ...keys,
          ],
        },
      },
    ];
  });
}

function pastSheet(text: SheetText, name: string, { placement, sheet }: Past): SheetBlueprint {
  const placed = placeTable(placement);
  const heads = heading(text("past.title", { sheet }), text("past.subtitle", { sheet }));
  return {
    name,
    target: "create",
    blocks: heads.blocks,
    tables: [placed.table],
    styles: [...heads.styles, ...placed.styles],
    columnWidths: widthsOf(placement),
    rowHeights: [{ row: AT.row, height: 32 }, ...bodyHeights(placement)],
    conditional: [],
    validation: [],
    freeze: { rows: AT.row + 1, columns: 3 },
    showGridlines: false,
    page: { orientation: "Landscape", fitToWidth: true, printTitleRows: { first: AT.row, last: AT.row } },
  };
}

/** What the period adds to the year; nothing where its values were not kept. */
function yearAdded(
  past: readonly Past[],
  { tables }: MethodTables,
  input: NextPeriodInput,
  year: YearPlan | undefined,
): YearAdded {
  const values = past.find(({ key }) => key === year?.table);
  return year === undefined || values === undefined ? NO_YEAR : yearOfClosing(input, year, tables, values);
}

/** New sheets for what has none yet, rows under what stands. */
function pastBlueprint(
  past: readonly Past[],
  { tables, plans }: MethodTables,
  input: NextPeriodInput,
  plan?: YearPlan,
): Blueprint | null {
  const { text, instance } = input;
  const isNew = ({ key }: Past): boolean => instance.tables[`${PAST}${key}`] === undefined;
  const taken = new Set(input.takenSheets.map((name) => name.toLowerCase()));
  const sheets = past.filter(isNew).map((each) => {
    const name = freeSheetName(text("name.past", { sheet: each.sheet }), taken);
    taken.add(name.toLowerCase());
    return pastSheet(text, name, each);
  });
  const grown = past.filter((each) => !isNew(each) && each.rows.length > 0);
  const standing = grown.map((each) => ({ ...each, table: tables.get(`${PAST}${each.key}`) }));
  const found = standing.flatMap(({ table, ...each }) => (table === undefined ? [] : [{ ...each, table }]));
  if (found.length < standing.length) return null;
  const takenSheets = [...input.takenSheets, ...sheets.map(({ name }) => name)];
  const year = yearAdded(past, { tables, plans }, { ...input, takenSheets }, plan);
  const placed = {
    ...Object.fromEntries(past.filter(isNew).map(({ key, placement }) => [`${PAST}${key}`, placement])),
    ...year.tables,
  };
  return {
    sheets: [
      ...year.sheets,
      ...sheets,
      ...found.map(({ table, placement, rows }): SheetBlueprint => {
        const first = (table.rows.at(-1) ?? 0) + 1;
        return {
          ...{ name: table.sheet.name, target: "existing", blocks: [], tables: [], columnWidths: [] },
          ...{ conditional: [], validation: [] },
          styles: stylesBelow(placement, first, rows.length, (key) => table.column(key)),
          rowHeights: bodyHeights({ ...placement, at: { row: first - 1, column: 0 } }),
        };
      }),
    ],
    names: year.names,
    rewrites: year.rewrites,
    appends: [...found.map(({ table, placement, rows }) => appended(table, placement.columns, rows)), ...year.appends],
    metadata: Object.keys(placed).length === 0 ? null : withTables(input, placed),
  };
}

/** A target made harder, or emptied; down where less is better: by the word of a direction, else from where it starts. */
function targetOf(
  table: KeyedTable,
  row: number,
  now: CellValue,
  choice: TargetChoice,
  keys: ReadonlyMap<string, string>,
): Literal {
  if (typeof now !== "number" || choice.kind === "carry") return null;
  if (choice.kind === "empty") return "";
  const start = table.number(row, "start");
  const isLower = table.columns.has("direction")
    ? keys.get(table.text(row, "direction")) === "lower"
    : start !== null && now < start;
  const isPercent = /^[%％]$/.test(table.text(row, "unit")) && now <= 100;
  return raised(now, choice.percent / 100, isLower, isPercent ? 100 : null);
}

/** Changes of one table; rows that go on are left alone. */
function tableChanges(
  table: KeyedTable,
  plan: PeriodTable,
  goesOn: ReadonlySet<number>,
  input: NextPeriodInput,
  keys: ReadonlyMap<string, string>,
): readonly BlockChange[] {
  const { closed, next, targets } = input;
  const columns = [...table.columns.keys()];
  const closes =
    (change: (row: number, now: CellValue) => Literal) =>
    (row: number, now: CellValue): Literal =>
      goesOn.has(row) ? null : change(row, now);
  const shifted = (day: number): number => (day === closed.to ? next.to : day + next.from - closed.from);
  return [
    ...Object.entries(plan.moved ?? {}).flatMap(([key, from]) =>
      columnChange(
        table,
        key,
        closes((row) => table.number(row, from)),
      ),
    ),
    ...meantIn(plan.days ?? [], columns).flatMap((key) =>
      columnChange(
        table,
        key,
        closes((_, now) => (typeof now === "number" && now >= closed.from && now <= closed.to ? shifted(now) : null)),
      ),
    ),
    ...meantIn(plan.targets ?? [], columns).flatMap((key) =>
      columnChange(
        table,
        key,
        closes((row, now) => targetOf(table, row, now, targets, keys)),
      ),
    ),
    ...meantIn(plan.emptied, columns).flatMap((key) => columnChange(table, key, closes(emptied))),
  ];
}

/** The last day of a period that was closed before; null before the first. */
function lastDayClosed(tables: ReadonlyMap<string, KeyedTable>): number | null {
  const days = [...tables].flatMap(([key, table]) =>
    key.startsWith(PAST) ? table.rows.flatMap((row) => table.number(row, "toDay") ?? []) : [],
  );
  return days.length === 0 ? null : Math.max(...days);
}

const peopleIn = (people: KeyedTable | undefined): number => people?.filledRows("name").length ?? 0;

/**
 * What to write so that the next period of a method workbook can begin; nothing is touched by it.
 * @param year what of it makes a year; absent where nothing does
 * @returns the sheets and rows of values, and the changes to the standing sheets; or in words why not
 */
export function methodNextPeriod(input: NextPeriodInput, period: MethodPeriod, year?: YearPlan): NextPeriodResult {
  const { snapshot, instance, closed, next, targets } = input;
  if (period.kind === "once") return refusePeriod(period.reason);
  if (!isRange(closed)) return refusePeriod("settings");
  if (!isRange(next) || next.from <= closed.to) return refusePeriod("dates");
  if (targets.kind === "raise" && !(Math.abs(targets.percent) <= LARGEST_RAISE))
    return refusePeriod("percent", { most: LARGEST_RAISE });
  const own: MethodTables = { tables: tablesOf(snapshot, instance), plans: period.tables };
  if (Object.keys(own.plans).some((key) => !own.tables.has(key))) return refusePeriod("moved");
  const last = lastDayClosed(own.tables);
  if (last !== null && last >= closed.from) return refusePeriod("closed");
  const people = own.tables.get("People");
  if (peopleIn(people) === 0) return refusePeriod("nobody");
  const blueprint = pastBlueprint(pastOf(own, input, year), own, input, year);
  if (blueprint === null) return refusePeriod("moved");
  const keys = wordKeys(snapshot, instance.instance);
  const carried: CarriedRows = carriedRows({ ...own, lastDay: closed.to, wordKeys: keys });
  return {
    ok: true,
    value: {
      blueprint,
      changes: [
        ...Object.entries(own.plans).flatMap(([key, plan]) => {
          const table = own.tables.get(key);
          return table === undefined ? [] : tableChanges(table, plan, carried.get(key) ?? new Set(), input, keys);
        }),
        ...periodChanges(snapshot, people, `eh_${String(instance.instance)}_`, { closed, next }),
      ],
      people: peopleIn(people),
      withoutTotal: 0,
      carried: [...carried.values()].reduce((sum, rows) => sum + rows.size, 0),
    },
  };
}

/** Sheets on which something is emptied, for the person to know before. */
export const emptiedSheets = ({ tables, plans }: MethodTables): readonly string[] => [
  ...new Set(
    Object.entries(plans).flatMap(([key, { emptied: columns }]) => {
      const table = tables.get(key);
      return table === undefined || columns.length === 0 ? [] : [table.sheet.name];
    }),
  ),
];
