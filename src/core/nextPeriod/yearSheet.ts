/**
 * The Year sheet: a row per person with the totals of up to twelve periods, the open one live, and the total of the
 * year.
 */
import {
  closedTotalFormula,
  countedDaysFormula,
  coveredDaysFormula,
  missingPeriodsFormula,
  MOST_PERIODS,
  nthPeriodFormula,
  openEndFormula,
  openPeriodFormula,
  openTotalFormula,
  periodDaysFormula,
  periodEndFormula,
  yearCells,
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
import { cellAddress, quoteSheetName, rectAddress } from "../model/a1";
import {
  formulaColumn,
  heading,
  INPUT_STYLE,
  labelColumn,
  placeTable,
  widthsOf,
  type ColumnPlan,
  type TablePlacement,
} from "../blueprint/tableSheet";
import type { CellContent, CellStyle, NameBlueprint, SheetBlueprint, StyledArea } from "../blueprint/types";
import type { SheetText } from "../blueprint/words";
import type { DayRange } from "./calendar";

/** Year and days covered; then from, to and days of each period above its column. */
const FACTS_ROW = 3;
const FACTS_COLUMN = 1;
const [START_ROW, END_ROW, DAYS_ROW, TABLE_ROW] = [7, 8, 9, 10];
const FIRST_PERIOD = 3;
const OPEN = FIRST_PERIOD + MOST_PERIODS;
const SHORT_DATE: CellStyle = { numberFormat: "yy-mm-dd", horizontal: "Right" };
const POINTS: CellStyle = { numberFormat: "0.00" };
const QUIET: CellStyle = { font: { color: "muted" } };
const WHOLE: CellStyle = { numberFormat: "0" };

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

const periodKey = (i: number): string => (i === MOST_PERIODS ? "open" : `p${String(i + 1)}`);
const PERIODS = Array.from({ length: MOST_PERIODS + 1 }, (_, i) => i);
const above = (row: number, i: number): string => cellAddress(row, FIRST_PERIOD + i, true);

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
  const days = rectAddress({ row: DAYS_ROW, column: FIRST_PERIOD, rows: 1, columns: PERIODS.length }, true);
  const spans = { first: periodHead(0), last: periodHead(MOST_PERIODS), daysAbove: days };
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

export interface YearParts {
  readonly sheet: SheetBlueprint;
  readonly names: readonly NameBlueprint[];
  readonly table: TablePlacement;
}

/** The Year sheet, its table and names. */
export function yearSheet(input: YearInput): YearParts {
  const { names, text, periods, people } = input;
  const columns = yearColumns(input);
  const table: TablePlacement = {
    name: names.table("Annual"),
    at: { row: TABLE_ROW, column: 0 },
    rows: Math.max(1, people.length),
    columns,
  };
  const cells = yearCells(names);
  const placed = placeTable(table);
  const heads = heading(text("annual.title"), text("annual.subtitle"));
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
  const days = rectAddress({ row: DAYS_ROW, column: FIRST_PERIOD, rows: 1, columns: PERIODS.length }, true);
  const onSheet = (row: number) =>
    cellFormula(`${quoteSheetName(input.sheet)}!${cellAddress(row, FACTS_COLUMN + 1, true)}`);
  const area = (row: number, style: CellStyle): StyledArea => ({
    rect: { row, column: FIRST_PERIOD, rows: 1, columns: PERIODS.length },
    style,
  });
  return {
    table,
    names: [
      { name: cells.from, refersTo: onSheet(FACTS_ROW) },
      { name: cells.to, refersTo: onSheet(FACTS_ROW + 1) },
    ],
    sheet: {
      name: input.sheet,
      target: "create",
      tabColor: "headFill",
      blocks: [
        ...heads.blocks,
        {
          at: { row: FACTS_ROW, column: FACTS_COLUMN },
          cells: [
            [text("annual.from"), input.year.from],
            [text("annual.to"), input.year.to],
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
      rowHeights: [{ row: TABLE_ROW, height: 32 }],
      conditional: [
        {
          kind: "dataBar",
          rect: { row: TABLE_ROW + 1, column: OPEN + 1, rows: table.rows, columns: 1 },
          min: 0,
          max: input.isMarks ? 100 : 120,
        },
      ],
      validation: [
        {
          rect: { row: FACTS_ROW, column: FACTS_COLUMN + 1, rows: 2, columns: 1 },
          rule: { kind: "date", min: 1, max: 2_958_465 },
          alert: { style: "Stop", title: text("valid.entry.title"), message: text("valid.yearDate") },
        },
      ],
      freeze: { rows: TABLE_ROW + 1, columns: 2 },
      showGridlines: false,
      page: {
        orientation: "Landscape",
        fitToWidth: true,
        printTitleRows: { first: TABLE_ROW, last: TABLE_ROW },
        printArea: { row: 0, column: 0, rows: TABLE_ROW + 1 + table.rows, columns: OPEN + 5 },
      },
    },
  };
}
