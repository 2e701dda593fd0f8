/**
 * The Year sheet: a row per person with the totals of up to twelve periods, the open one live, and the total of the
 * year.
 */
import {
  closedTotalFormula,
  countedDaysFormula,
  missingPeriodsFormula,
  MOST_PERIODS,
  openTotalFormula,
  yearTotalFormula,
} from "../formulas/yearFormulas";
import { cellOf, headerOf, type TableSource } from "../formulas/byKey";
import { cellFormula } from "../formulas/columns";
import { bandOfScoreFormula } from "../formulas/personScores";
import {
  competitionRankFormula,
  denseRankFormula,
  firstFormula,
  personFormula,
  type ResultHeaders,
} from "../formulas/resultFormulas";
import type { InstanceNames } from "../formulas/names";
import { formulaColumn, labelColumn, type ColumnPlan, type TablePlacement } from "../blueprint/tableSheet";
import type { CellStyle } from "../blueprint/types";
import type { SheetText } from "../blueprint/words";
import type { DayRange } from "./calendar";
import {
  above,
  daysAbove,
  OPEN,
  periodKey,
  PERIODS,
  QUIET,
  START_ROW,
  WHOLE,
  YEAR_TABLE_AT,
  yearFrame,
  type YearParts,
} from "./yearFrame";

const POINTS: CellStyle = { numberFormat: "0.00" };

export interface YearInput {
  readonly names: InstanceNames;
  readonly text: SheetText;
  readonly sheet: string;
  readonly year: DayRange;
  readonly people: readonly string[];
  readonly ranks: "competition" | "dense";
  readonly isMarks: boolean;
  readonly history: TableSource;
  readonly periods: TableSource;
  readonly results: TableSource;
  readonly peopleTable: TableSource;
  readonly bands: TableSource;
}

/** The table's columns; their formulas are the same in every row, so that people can be added. */
export function yearColumns(input: YearInput): readonly ColumnPlan<string>[] {
  const { names, text, history, results, peopleTable } = input;
  const head = (key: string, params = {}): string => text(`col.annual.${key}`, params);
  const periodHead = (i: number): string =>
    i === MOST_PERIODS ? head("open") : text("annual.period", { number: i + 1 });
  const h = {
    id: head("id"),
    days: head("days"),
    score: head("score"),
    jobGroup: head("jobGroup"),
    plan: head("plan"),
    first: head("first"),
    ...Object.fromEntries(PERIODS.map((i) => [periodKey(i), periodHead(i)])),
  };
  const spans = { first: periodHead(0), last: periodHead(MOST_PERIODS), daysAbove: daysAbove() };
  const year = names.table("Annual");
  const ranked: ResultHeaders = {
    total: h.score,
    rankingTotal: h.score,
    plan: h.plan,
    applicable: "",
    department: "",
    rank: "",
    order: "",
  };
  const own = (wanted: string) =>
    personFormula(peopleTable.table, headerOf(peopleTable.headers, "id"), headerOf(peopleTable.headers, wanted), h.id);
  const dense = input.ranks === "dense";
  return [
    labelColumn("id", h.id, 8, input.people),
    formulaColumn("name", head("name"), 20, own("name")),
    formulaColumn("jobGroup", h.jobGroup, 18, own("jobGroup")),
    ...PERIODS.map((i) =>
      formulaColumn(
        periodKey(i),
        periodHead(i),
        9.5,
        i === MOST_PERIODS
          ? openTotalFormula(results, h, above(START_ROW, i))
          : closedTotalFormula(history, h, above(START_ROW, i)),
        i === MOST_PERIODS ? { ...POINTS, font: { italic: true } } : POINTS,
      ),
    ),
    formulaColumn("score", h.score, 11, yearTotalFormula(spans, h), { ...POINTS, font: { bold: true } }),
    formulaColumn("band", head("band"), 15, bandOfScoreFormula(h, input.bands)),
    formulaColumn(
      "rank",
      head("rank"),
      8,
      dense ? denseRankFormula(year, ranked, h.first) : competitionRankFormula(year, ranked),
      { ...WHOLE, font: { bold: true } },
    ),
    formulaColumn(
      "missing",
      head("missing"),
      18,
      missingPeriodsFormula(
        // The open period is not missing as long as it is open.
        PERIODS.slice(0, MOST_PERIODS).map((i) => ({
          own: cellOf(h, periodKey(i)),
          startCell: above(START_ROW, i),
          number: i + 1,
        })),
      ),
    ),
    formulaColumn("days", h.days, 9, countedDaysFormula(spans), { ...QUIET, ...WHOLE }),
    formulaColumn(
      "plan",
      h.plan,
      8,
      cellFormula(
        `IFERROR(INDEX(${results.table}[${headerOf(results.headers, "plan")}],MATCH(${cellOf(h, "id")},${results.table}[${headerOf(results.headers, "id")}],0)),0)`,
      ),
      { ...QUIET, ...WHOLE },
    ),
    ...(dense ? [formulaColumn("first", h.first, 9, firstFormula(year, ranked), { ...QUIET, ...WHOLE })] : []),
  ];
}

/** The Year sheet, its table and names. */
export function yearSheet(input: YearInput): YearParts {
  const { names, text, people, isMarks } = input;
  const table: TablePlacement = {
    name: names.table("Annual"),
    at: YEAR_TABLE_AT,
    rows: Math.max(1, people.length),
    columns: yearColumns(input),
  };
  const frame = yearFrame({
    ...{ names, text, table, sheet: input.sheet, year: input.year, periods: input.periods },
    ...{ title: text("annual.title"), subtitle: text("annual.subtitle"), printed: OPEN + 5 },
  });
  const bar = { kind: "dataBar", min: 0, max: isMarks ? 100 : 120 } as const;
  const rect = { row: table.at.row + 1, column: OPEN + 1, rows: table.rows, columns: 1 };
  return { ...frame, table, sheet: { ...frame.sheet, conditional: [{ ...bar, rect }] } };
}
