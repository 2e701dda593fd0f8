/** The sheets of an OKR workbook: objectives, key results with their progress, check-ins. */
import type { BuildContext } from "../../blueprint/context";
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { bodyOf, columnMaker, firstCellOf, registerSheet } from "../../blueprint/registerSheet";
import {
  BOLD,
  DATE,
  DECIMALS,
  NUMBER,
  SHARE,
  WRAP,
  dayAt,
  rowsWith,
  rulesFor,
  valuesOf,
  type MethodSheet,
} from "../../blueprint/methodSheet";
import { headersOf, type ColumnPlan, type TablePlacement } from "../../blueprint/tableSheet";
import type { CellStyle } from "../../blueprint/types";
import { knownFormula, type Headers } from "../../formulas/byKey";
import { cellFormula, column, here, ruleFormula } from "../../formulas/columns";
import { paceFormulas } from "../../formulas/paceFormulas";
import { dayFormula, placeFormula, recordCountFormula } from "../../formulas/placeInTime";
import { personFormula } from "../../formulas/resultFormulas";
import {
  activeFormula,
  checkInCheckFormula,
  countedFormula,
  gradedShareFormula,
  gradeFormula,
  gradeWordFormula,
  keyResultCheckFormula,
  latestFormula,
  objectiveCheckFormula,
  objectiveFormulas,
  shareFormula,
  signFormula,
  wonFormula,
} from "./formulas";
import { SAMPLE_OBJECTIVES } from "./sample";

const GRADE: CellStyle = { numberFormat: "0.00", font: { bold: true } };
const AT = { row: 4, column: 0 };

export interface OkrContext extends MethodContext {
  /** Rows of the empty workbook. */
  readonly rows: { readonly objectives: number; readonly keyResults: number; readonly checkIns: number };
}

const two = (number: number): string => String(number).padStart(2, "0");
const objectiveId = (i: number): string => `O${two(i + 1)}`;
const keyResultId = (i: number): string => `R${two(i + 1)}`;
const checkInId = (i: number): string => `C${String(i + 1).padStart(3, "0")}`;

const personAt = ({ people }: BuildContext, i: number): string => people[i % Math.max(1, people.length)]?.id ?? "";
const nameOf = ({ names, peopleHeaders }: OkrContext, header: string) =>
  personFormula(names.table("People"), peopleHeaders["id"] ?? "", peopleHeaders["name"] ?? "", header);

interface KeyResultRow {
  readonly objective: number;
  readonly sample: (typeof SAMPLE_OBJECTIVES)[number]["keyResults"][number];
}
const sampleKeyResults = ({ isSample }: BuildContext): readonly KeyResultRow[] =>
  isSample
    ? SAMPLE_OBJECTIVES.flatMap(({ keyResults }, objective) => keyResults.map((sample) => ({ objective, sample })))
    : [];

/** Check-ins of the sample by date. */
function sampleCheckIns(context: BuildContext) {
  return sampleKeyResults(context)
    .flatMap(({ sample }, keyResult) =>
      sample.checkIns.map(([day, value, confidence, note]) => ({ keyResult, day, value, confidence, note })),
    )
    .sort((a, b) => a.day - b.day || a.keyResult - b.keyResult);
}

export function checkInsSheet(context: OkrContext, name: string): MethodSheet {
  const { names, text, language } = context;
  const make = columnMaker(text, "okrCheckIns");
  const rows = rowsWith(context, sampleCheckIns(context), context.rows.checkIns - sampleCheckIns(context).length);
  const values = valuesOf(rows);
  const h = make.heads([
    "id",
    "date",
    "keyResult",
    "value",
    "confidence",
    "note",
    "known",
    "counted",
    "day",
    "place",
    "check",
  ]);
  const table = names.own.table("OkrCheckIns");
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      rows.map((_, i) => checkInId(i)),
    ),
    make.input(
      "date",
      13,
      values(({ day }) => dayAt(context, day)),
      DATE,
    ),
    make.input(
      "keyResult",
      12,
      values(({ keyResult }) => keyResultId(keyResult)),
    ),
    make.input(
      "value",
      11,
      values(({ value }) => value),
      NUMBER,
    ),
    make.input(
      "confidence",
      12,
      values(({ confidence }) => confidence),
      NUMBER,
    ),
    make.input(
      "note",
      60,
      values(({ note }) => note[language]),
      WRAP,
    ),
    make.formula("check", 17, checkInCheckFormula(names, h), BOLD),
    make.quiet("known", 9, knownFormula(names.setting("IndicatorIds"), here(make.head("keyResult")))),
    make.quiet("counted", 9, countedFormula(names, h)),
    make.quiet("day", 9, dayFormula(h)),
    make.quiet("place", 8, placeFormula(table, h)),
  ];
  const rules = rulesFor(context);
  return {
    table: { name: table, at: AT, rows: rows.length, columns, filter: true },
    headers: headersOf(columns),
    names: [],
    sheet: registerSheet({
      names,
      name,
      title: text("okrCheckIns.title"),
      subtitle: text("okrCheckIns.subtitle"),
      table: { name: table, at: AT, rows: rows.length, columns, filter: true },
      tabColor: "inputFill",
      checks: [{ key: "check" }],
      rules: [
        rules.inPeriod("date"),
        rules.list("keyResult", names.setting("IndicatorIds")),
        rules.number("value"),
        {
          ...rules.number("confidence", 0, 10),
          alert: { style: "Stop", title: text("valid.number.title"), message: text("valid.confidence") },
        },
      ],
      frozen: 3,
      printTo: "known",
    }),
  };
}

const PACE = ["time", "expected", "missing", "paceNeeded", "forecast", "state"] as const;
export const KEY_RESULT_KEYS = [
  ...["id", "objective", "keyResult", "owner", "ownerName", "unit", "start", "target", "actual", "grade", "word"],
  ...["confidence", "weight", "lastOn", ...PACE, "check"],
  ...["known", "ownerId", "active", "talks", "share", "gradedShare", "won", "sign"],
];

export function keyResultsSheet(context: OkrContext, name: string, checkIns: MethodSheet): MethodSheet {
  const { names, text, language } = context;
  const make = columnMaker(text, "keyResults");
  const rows = rowsWith(context, sampleKeyResults(context), context.rows.keyResults - sampleKeyResults(context).length);
  const values = valuesOf(rows);
  const h = make.heads(KEY_RESULT_KEYS);
  const source = { table: checkIns.table.name, headers: checkIns.headers };
  const pace = paceFormulas(
    {
      start: make.head("start"),
      target: make.head("target"),
      actual: make.head("actual"),
      sign: make.head("sign"),
      time: make.head("time"),
      missing: make.head("missing"),
      expected: make.head("expected"),
    },
    {
      from: names.setting("From"),
      due: names.setting("To"),
      asOf: names.setting("AsOf"),
      reached: names.own.word("reached"),
      onTrack: names.own.word("onTrack"),
      behind: names.own.word("behind"),
    },
  );
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      7,
      rows.map((_, i) => keyResultId(i)),
    ),
    make.input(
      "objective",
      10,
      values(({ objective }) => objectiveId(objective)),
    ),
    make.input(
      "keyResult",
      34,
      values(({ sample }) => sample.text[language]),
      WRAP,
    ),
    make.input(
      "owner",
      9,
      values(({ sample }) => personAt(context, sample.owner)),
    ),
    make.formula("ownerName", 14, nameOf(context, make.head("ownerId"))),
    make.input(
      "unit",
      11,
      values(({ sample }) => sample.unit[language]),
      WRAP,
    ),
    make.input(
      "start",
      9,
      values(({ sample }) => sample.start),
      NUMBER,
    ),
    make.input(
      "target",
      9,
      values(({ sample }) => sample.target),
      { ...NUMBER, ...BOLD },
    ),
    make.formula("actual", 9, latestFormula(source, h, "value"), { ...NUMBER, ...BOLD }),
    make.formula("grade", 8, gradeFormula(h), GRADE),
    make.formula("word", 13, gradeWordFormula(names, make.head("grade"))),
    make.formula("confidence", 12, latestFormula(source, h, "confidence"), NUMBER),
    make.input(
      "weight",
      9,
      values(({ sample }) => sample.weight),
      NUMBER,
    ),
    make.formula("lastOn", 12, latestFormula(source, h, "date"), DATE),
    make.formula("time", 9, pace.time, SHARE),
    make.formula("expected", 10, pace.expected, DECIMALS),
    make.formula("missing", 9, pace.missing, DECIMALS),
    make.formula("paceNeeded", 11, pace.paceNeeded, DECIMALS),
    make.formula("forecast", 10, pace.forecast, DECIMALS),
    make.formula("state", 12, pace.state, BOLD),
    make.formula("check", 17, keyResultCheckFormula(names, h), BOLD),
    make.quiet("known", 9, knownFormula(names.own.range("Objectives"), here(make.head("objective")))),
    make.quiet("ownerId", 9, knownFormula(names.setting("PeopleIds"), here(make.head("owner")))),
    make.quiet("active", 8, activeFormula(h)),
    make.quiet("talks", 8, recordCountFormula(source, h)),
    make.quiet("share", 8, shareFormula(h)),
    make.quiet("gradedShare", 9, gradedShareFormula(h)),
    make.quiet("won", 8, wonFormula(h)),
    make.quiet("sign", 7, signFormula(h)),
  ];
  const table: TablePlacement = {
    name: names.own.table("KeyResults"),
    at: AT,
    rows: rows.length,
    columns,
    filter: true,
  };
  const rules = rulesFor(context);
  const base = {
    names,
    name,
    title: text("keyResults.title"),
    subtitle: text("keyResults.subtitle", { asOf: text("settings.asOf") }),
    table,
    tabColor: "inputFill" as const,
    checks: [{ key: "check" }],
    frozen: 3,
    printTo: "known",
    headHeight: 34,
    rowHeight: 30,
  };
  const behind = ruleFormula(`${firstCellOf(base, "state")}=${names.own.word("behind")}`);
  return {
    table,
    headers: headersOf(columns),
    names: [{ name: names.setting("IndicatorIds"), refersTo: cellFormula(column(table.name, make.head("id"))) }],
    sheet: registerSheet({
      ...base,
      groups: [
        { from: "actual", to: "confidence", label: text("keyResults.latest") },
        { from: "time", to: "state", label: text("keyResults.progress") },
      ],
      rules: [
        rules.list("objective", names.own.range("Objectives")),
        rules.list("owner", names.setting("PeopleIds")),
        rules.number("start"),
        rules.number("target"),
        rules.number("weight", 0, 1000),
      ],
      conditional: [
        { kind: "formula", rect: bodyOf(base, "state"), formula: behind, style: { fill: "warningFill", bold: true } },
        { kind: "dataBar", rect: bodyOf(base, "grade"), min: 0, max: 1 },
      ],
    }),
  };
}

const OBJECTIVE_KEYS = [
  ...["id", "objective", "owner", "ownerName", "weight", "grade", "word", "coverage", "count", "serves", "check"],
  ...["ownerId", "active", "shares", "graded", "won"],
];

export function objectivesSheet(
  context: OkrContext,
  name: string,
  keyResults: { readonly table: string; readonly headers: Headers },
): MethodSheet {
  const { names, text, language } = context;
  const { bands } = context.settings;
  const make = columnMaker(text, "objectives");
  const rows = rowsWith(
    context,
    SAMPLE_OBJECTIVES,
    context.rows.objectives - (context.isSample ? SAMPLE_OBJECTIVES.length : 0),
  );
  const values = valuesOf(rows);
  const h = make.heads(OBJECTIVE_KEYS);
  const rolled = objectiveFormulas(keyResults, h);
  const table = names.own.table("Objectives");
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      7,
      rows.map((_, i) => objectiveId(i)),
    ),
    make.input(
      "objective",
      44,
      values(({ text: words }) => words[language]),
      WRAP,
    ),
    make.input(
      "owner",
      9,
      values(({ owner }) => personAt(context, owner)),
    ),
    make.formula("ownerName", 14, nameOf(context, make.head("ownerId"))),
    make.input(
      "weight",
      9,
      values(({ weight }) => weight),
      { ...NUMBER, ...BOLD },
    ),
    make.formula("grade", 9, rolled.grade, GRADE),
    make.formula("word", 14, gradeWordFormula(names, make.head("grade"))),
    make.formula("coverage", 13, rolled.coverage, SHARE),
    make.formula("count", 11, rolled.count, { numberFormat: "0" }),
    make.input(
      "serves",
      12,
      values(() => ""),
    ),
    make.formula("check", 18, objectiveCheckFormula(names, table, h), BOLD),
    make.quiet("ownerId", 9, knownFormula(names.setting("PeopleIds"), here(make.head("owner")))),
    make.quiet("active", 8, cellFormula(`IF(LEN(TRIM(${here(make.head("objective"))}))>0,1,0)`)),
    make.quiet("shares", 8, rolled.shares),
    make.quiet("graded", 8, rolled.graded),
    make.quiet("won", 8, rolled.won),
  ];
  const placed: TablePlacement = { name: table, at: AT, rows: rows.length, columns };
  const rules = rulesFor(context);
  const base = {
    names,
    name,
    title: text("objectives.title"),
    subtitle: text("objectives.subtitle"),
    table: placed,
    tabColor: "headFill" as const,
    checks: [{ key: "check", also: ["weight"] }],
    frozen: 2,
    printTo: "ownerId",
    printUnder: 18,
    headHeight: 34,
    rowHeight: 30,
  };
  return {
    table: placed,
    headers: headersOf(columns),
    names: [
      { name: names.own.range("Objectives"), refersTo: cellFormula(column(table, make.head("id"))) },
      ...(["from", "band"] as const).map((key) => ({
        name: names.own.range(key === "from" ? "GradeFrom" : "GradeWords"),
        refersTo: cellFormula(column(bands.name, headersOf(bands.columns)[key] ?? "")),
      })),
    ],
    sheet: {
      ...registerSheet({
        ...base,
        rules: [
          rules.list("owner", names.setting("PeopleIds")),
          rules.weight("weight"),
          rules.list("serves", names.own.range("Objectives")),
        ],
        conditional: [{ kind: "dataBar", rect: bodyOf(base, "grade"), min: 0, max: 1 }],
      }),
      charts: [
        {
          kind: "bar",
          title: text("objectives.chart"),
          categories: bodyOf(base, "id"),
          values: bodyOf(base, "grade"),
          seriesName: make.head("grade"),
          at: { row: AT.row + 3 + rows.length, column: 1, rows: 14, columns: 6 },
        },
      ],
    },
  };
}
