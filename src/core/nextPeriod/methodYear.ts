/** The Year sheet of a method workbook: a row a person, goal or place with up to twelve closed periods, the open one, and the year. */
import {
  closedItemFormula,
  denseOfScoreFormula,
  firstOfScoreFormula,
  openItemFormula,
  openResultFormula,
  periodsCountedFormula,
  yearSumFormula,
  type ItemHere,
  type ItemKeys,
} from "../formulas/methodYearFormulas";
import {
  closedTotalFormula,
  countedDaysFormula,
  missingPeriodsFormula,
  MOST_PERIODS,
  wholeYearRule,
  yearTotalFormula,
} from "../formulas/yearFormulas";
import { cellOf, headerOf, type TableSource } from "../formulas/byKey";
import { bandOfScoreFormula, rankOfScoreFormula } from "../formulas/personScores";
import { personFormula } from "../formulas/resultFormulas";
import type { InstanceNames } from "../formulas/names";

import {
  formulaColumn,
  labelColumn,
  placeTable,
  widthsOf,
  type ColumnPlan,
  type TablePlacement,
} from "../blueprint/tableSheet";
import type { CellStyle, Literal, SheetBlueprint } from "../blueprint/types";
import type { SheetText } from "../blueprint/words";
import type { DayRange } from "./calendar";
import { meanChart } from "./trendCharts";
import {
  above,
  DAYS_ROW,
  daysAbove,
  OPEN,
  periodKey,
  PERIODS,
  QUIET,
  START_ROW,
  WHOLE,
  YEAR_TABLE_AT,
  yearFrame,
} from "./yearFrame";
import { yearKey, type YearPlan } from "./yearPlan";

/** A person by id, or a goal or place by id and words. */
export type YearRow = { readonly id: string; readonly name: string };
/** A closed period: its days, results that are there, their mean. */
export interface YearPeriod {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly mean: number | "";
}
export interface MethodYearInput {
  readonly names: InstanceNames;
  readonly text: SheetText;
  readonly sheet: string;
  readonly plan: YearPlan;
  readonly year: DayRange;
  readonly rows: readonly YearRow[];
  readonly closed: readonly YearPeriod[];
  readonly ranks: "competition" | "dense";
  /** Closed periods as values, the table that is judged in, the list of people; the bands where results have any. */
  readonly past: TableSource;
  readonly live: TableSource;
  readonly people: TableSource;
  readonly bands: TableSource | null;
}

const DATE: CellStyle = { numberFormat: "yyyy-mm-dd", horizontal: "Left" };
const BOLD: CellStyle = { font: { bold: true } };

const periodsName = (names: InstanceNames): string => names.table("PastPeriods");
/** Headers of the periods beside the year's table. */
const PERIOD_KEYS = ["from", "to", "count", "mean"] as const;
const periodHead = (text: SheetText, key: (typeof PERIOD_KEYS)[number]): string =>
  text(key === "from" || key === "to" ? `col.periods.${key}` : `col.methodYear.${key}`);
/** The closed periods as formulas look them up. */
export const periodsSource = (names: InstanceNames, text: SheetText): TableSource => ({
  table: periodsName(names),
  headers: Object.fromEntries(PERIOD_KEYS.map((key) => [key, periodHead(text, key)])),
});

function headsOf({ text, plan, live }: MethodYearInput): Readonly<Record<string, string>> {
  const head = (key: string): string => text(`col.annual.${key}`);
  return {
    ...Object.fromEntries(
      ["id", "open", "band", "rank", "missing", "days", "first"].map((key) => [key, head(key)] as const),
    ),
    name: plan.of === "people" ? head("name") : headerOf(live.headers, plan.of.words),
    department: text("col.history.department"),
    counted: text("col.methodYear.counted"),
    score: text(`col.methodYear.${plan.how === "sum" ? "sum" : "score"}`),
    ...Object.fromEntries(
      PERIODS.slice(0, MOST_PERIODS).map((i) => [periodKey(i), text("annual.period", { number: i + 1 })]),
    ),
  };
}

/** What stands before the periods: who or what it is. */
function leading(
  { text, plan, people, rows }: MethodYearInput,
  h: Readonly<Record<string, string>>,
): ColumnPlan<string>[] {
  const id = labelColumn<string>(
    "id",
    h["id"] ?? "",
    8,
    rows.map((row) => row.id),
  );
  if (plan.of !== "people")
    return [
      id,
      labelColumn(
        "name",
        h["name"] ?? "",
        34,
        rows.map((row) => row.name),
        { wrap: true },
      ),
      formulaColumn(
        "counted",
        text("col.methodYear.counted"),
        11,
        periodsCountedFormula(h[periodKey(0)] ?? "", h["open"] ?? ""),
        WHOLE,
      ),
    ];
  const own = (key: string) =>
    personFormula(people.table, headerOf(people.headers, "id"), headerOf(people.headers, key), h["id"] ?? "");
  return [
    id,
    formulaColumn("name", h["name"] ?? "", 20, own("name")),
    formulaColumn("department", h["department"] ?? "", 18, own("department")),
  ];
}

/** Result of a period: of a person by id, else of a goal or place. */
function periodFormula({ names, plan, past, live }: MethodYearInput, h: Readonly<Record<string, string>>, i: number) {
  const start = above(START_ROW, i);
  const isOpen = i === MOST_PERIODS;
  const { of, result } = plan;
  if (of === "people") {
    const totals = { id: headerOf(past.headers, "id"), from: headerOf(past.headers, "fromDay") };
    return isOpen
      ? openResultFormula(live, result, h, start)
      : closedTotalFormula({ ...past, headers: { ...totals, total: headerOf(past.headers, result) } }, h, start);
  }
  const keys: ItemKeys = { ...of, result };
  const own: ItemHere = { headers: h, id: "id", words: "name" };
  return isOpen ? openItemFormula(names, live, keys, own, start) : closedItemFormula(past, keys, own, start);
}

/** The year's own columns. */
function ofYear(input: MethodYearInput, h: Readonly<Record<string, string>>): readonly ColumnPlan<string>[] {
  const { names, plan, bands, ranks } = input;
  const spans = { first: h[periodKey(0)] ?? "", last: h["open"] ?? "", daysAbove: daysAbove() };
  const own: TableSource = { table: names.own.table(yearKey(plan)), headers: h };
  const dense = plan.rank !== undefined && plan.chosenTies === true && ranks === "dense";
  const make = (key: string, width: number, formula: ReturnType<typeof bandOfScoreFormula>, style: CellStyle = {}) =>
    formulaColumn<string>(key, h[key] ?? "", width, formula, style);
  const missing = make(
    "missing",
    18,
    missingPeriodsFormula(
      // The open period is not missing as long as it is open.
      PERIODS.slice(0, MOST_PERIODS).map((i) => ({
        own: cellOf(h, periodKey(i)),
        startCell: above(START_ROW, i),
        number: i + 1,
      })),
    ),
  );
  if (plan.how === "shown") return [missing];
  const score = plan.how === "sum" ? yearSumFormula(spans.first, spans.last) : yearTotalFormula(spans, h);
  return [
    make("score", 11, score, { numberFormat: plan.numberFormat, ...BOLD }),
    ...(plan.band === undefined || bands === null ? [] : [make("band", 18, bandOfScoreFormula(h, bands))]),
    ...(plan.rank === undefined
      ? []
      : [make("rank", 8, dense ? denseOfScoreFormula(own) : rankOfScoreFormula(own), { ...WHOLE, ...BOLD })]),
    missing,
    ...(plan.how === "sum" ? [] : [make("days", 9, countedDaysFormula(spans), { ...QUIET, ...WHOLE })]),
    ...(dense ? [make("first", 9, firstOfScoreFormula(own), { ...QUIET, ...WHOLE })] : []),
  ];
}

/** The columns of the year's table; their formulas are the same in every row, so that rows can be added. */
export function methodYearColumns(input: MethodYearInput): readonly ColumnPlan<string>[] {
  const h = headsOf(input);
  const { numberFormat } = input.plan;
  return [
    ...leading(input, h),
    ...PERIODS.map((i) =>
      formulaColumn<string>(periodKey(i), h[periodKey(i)] ?? "", 9.5, periodFormula(input, h, i), {
        numberFormat,
        ...(i === MOST_PERIODS ? { font: { italic: true } } : {}),
      }),
    ),
    ...ofYear(input, h),
  ];
}

/** The closed periods, oldest first, with the mean of their results. */
export function periodColumns(
  { text, plan }: Pick<MethodYearInput, "text" | "plan">,
  closed: readonly YearPeriod[],
): readonly ColumnPlan<string>[] {
  const looks: Readonly<Record<(typeof PERIOD_KEYS)[number], readonly [number, CellStyle]>> = {
    from: [12, DATE],
    to: [12, DATE],
    count: [11, WHOLE],
    mean: [12, { numberFormat: plan.numberFormat }],
  };
  return PERIOD_KEYS.map((key) => {
    const [width, style] = looks[key];
    const values = closed.map((period): Literal => period[key]);
    return labelColumn<string>(key, periodHead(text, key), width, values, style);
  });
}

export interface MethodYearParts {
  readonly sheet: SheetBlueprint;
  readonly names: ReturnType<typeof yearFrame>["names"];
  /** By the key under which they are stored. */
  readonly tables: Readonly<Record<string, TablePlacement>>;
}

/** The column with ids is not seen. */
const isWithoutIds = ({ of }: YearPlan): boolean => of !== "people" && of.id === undefined;

/** The Year sheet of a method: its table, the closed periods beside it, a line of their means once there are two. */
export function methodYearSheet(input: MethodYearInput): MethodYearParts {
  const { names, text, plan, rows, closed, sheet, year } = input;
  const columns = methodYearColumns(input);
  const table: TablePlacement = {
    name: names.own.table(yearKey(plan)),
    at: YEAR_TABLE_AT,
    rows: Math.max(1, rows.length),
    columns,
  };
  const periods: TablePlacement = {
    name: periodsName(names),
    at: { row: YEAR_TABLE_AT.row, column: columns.length + 1 },
    rows: Math.max(1, closed.length),
    columns: periodColumns(input, closed),
  };
  const missing = columns.findIndex(({ key }) => key === "missing");
  const frame = yearFrame({
    ...{ names, text, sheet, year, table, periods: periodsSource(names, text), printed: missing + 1 },
    // Places are called by their words alone.
    titleColumn: isWithoutIds(plan) ? 1 : 0,
    ...{ title: text("annual.title"), subtitle: text(`methodYear.${plan.how}`) },
  });
  const placed = placeTable(periods);
  const over = { row: DAYS_ROW, column: OPEN + 1, rows: 1, columns: 1 };
  const hasYear = plan.how !== "shown";
  return {
    names: frame.names,
    tables: { [yearKey(plan)]: table, PastPeriods: periods },
    sheet: {
      ...frame.sheet,
      blocks: [
        ...frame.sheet.blocks,
        ...(hasYear ? [{ at: { row: over.row, column: over.column }, cells: [[text("methodYear.soFar")]] }] : []),
      ],
      tables: [...frame.sheet.tables, placed.table],
      styles: [
        ...frame.sheet.styles,
        ...placed.styles,
        { rect: over, style: { font: { italic: true, color: "muted" }, horizontal: "Right" } },
      ],
      columnWidths: [...frame.sheet.columnWidths, { column: periods.at.column - 1, width: 3 }, ...widthsOf(periods)],
      ...(isWithoutIds(plan) ? { hiddenColumns: [0] } : {}),
      // Once no period is open and every day is covered, the year is whole.
      conditional: hasYear
        ? [
            {
              kind: "formula",
              rect: over,
              formula: wholeYearRule(names, above(START_ROW, MOST_PERIODS), daysAbove()),
              style: { numberFormat: ";;;" },
            },
          ]
        : [],
      ...(closed.length > 1 && closed.some(({ mean }) => mean !== "")
        ? { charts: [meanChart(names, text, periods)] }
        : {}),
    },
  };
}
