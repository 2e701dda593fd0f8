/** The sheets of improvement plans: cases, facts, points lost, goals with their measures, check points, causes. */
import type { MethodContext } from "../../blueprint/methodWorkbook";
import {
  BOLD,
  DATE,
  DECIMALS,
  NUMBER,
  POINTS,
  SHARE,
  WHOLE,
  WRAP,
  dayAt,
  rowsWith,
  rulesFor,
  valuesOf,
  type MethodSheet,
} from "../../blueprint/methodSheet";
import { bodyOf, columnMaker, firstCellOf, registerSheet, type RegisterPlan } from "../../blueprint/registerSheet";
import { headersOf, placeTable, type ColumnPlan, type TablePlacement } from "../../blueprint/tableSheet";
import type { NameBlueprint } from "../../blueprint/types";
import { cellOf, isBlank, knownFormula, type TableSource } from "../../formulas/byKey";
import { cellFormula, column, ruleFormula } from "../../formulas/columns";
import { paceFormulas } from "../../formulas/paceFormulas";
import { personFormula } from "../../formulas/resultFormulas";
import * as f from "./formulas";
import { SAMPLE_AIMS, SAMPLE_CASES, SAMPLE_FACTS, SAMPLE_LOST, SAMPLE_POINTS } from "./sample";

const AT = { row: 4, column: 0 };
const EMPTY = { cases: 3, facts: 6, lost: 8, aims: 6, points: 6 };
const LENGTHS = [30, 60, 90];

const caseId = (i: number): string => `I${String(i + 1).padStart(2, "0")}`;
const recordId = (letter: string, i: number): string => `${letter}${String(i + 1).padStart(3, "0")}`;
/** First day of a sample case. */
const startOf = (context: MethodContext, plan: number): number => dayAt(context, SAMPLE_CASES[plan]?.start ?? 0);

const rulesOf = (context: MethodContext) => ({
  ...rulesFor(context),
  plan: rulesFor(context).list("plan", context.names.own.range("CaseIds")),
});

interface Frame {
  readonly key: string;
  readonly name: string;
  readonly table: string;
  readonly rows: number;
  readonly columns: readonly ColumnPlan<string>[];
  readonly more: Partial<RegisterPlan>;
  readonly names?: readonly NameBlueprint[];
}
function planSheet(context: MethodContext, frame: Frame): MethodSheet {
  const { names, text } = context;
  const { columns } = frame;
  const table: TablePlacement = { name: names.own.table(frame.table), at: AT, rows: frame.rows, columns, filter: true };
  return {
    table,
    headers: headersOf(columns),
    names: frame.names ?? [],
    sheet: registerSheet({
      names,
      name: frame.name,
      title: text(`${frame.key}.title`),
      subtitle: text(`${frame.key}.subtitle`, { asOf: text("settings.asOf") }),
      table,
      tabColor: "inputFill",
      checks: [{ key: "check" }],
      frozen: 2,
      headHeight: 34,
      rowHeight: 24,
      ...frame.more,
    }),
  };
}

const RECORD_KEYS = ["known", "counts", "key", "check"];
const FACT_KEYS = ["id", "plan", "date", "what", "proof", ...RECORD_KEYS];
export function factsSheet(context: MethodContext, name: string): MethodSheet {
  const { names, text, language } = context;
  const make = columnMaker(text, "planFacts");
  const rows = rowsWith(context, SAMPLE_FACTS, EMPTY.facts);
  const values = valuesOf(rows);
  const h = make.heads(FACT_KEYS);
  const rules = rulesOf(context);
  return planSheet(context, {
    key: "planFacts",
    name,
    table: "PlanFacts",
    rows: rows.length,
    columns: [
      make.label(
        "id",
        8,
        rows.map((_, i) => recordId("F", i)),
      ),
      make.input(
        "plan",
        9,
        values(([plan]) => caseId(plan)),
      ),
      make.input(
        "date",
        12,
        values(([, day]) => dayAt(context, day)),
        DATE,
      ),
      make.input(
        "what",
        60,
        values(([, , what]) => what[language]),
        WRAP,
      ),
      make.input(
        "proof",
        24,
        values(([, , , proof]) => proof[language]),
        WRAP,
      ),
      make.formula("check", 18, f.datedCheckFormula(names, h, "what", "date"), BOLD),
      make.quiet("known", 8, knownFormula(names.own.range("CaseIds"), cellOf(h, "plan"))),
      make.quiet(
        "counts",
        8,
        cellFormula(
          `IF(AND(NOT(${isBlank(cellOf(h, "what"))}),LEN(${cellOf(h, "known")})>0,ISNUMBER(${cellOf(h, "date")})),1,0)`,
        ),
      ),
      make.quiet("key", 9, f.recordKeyFormula(names.own.table("PlanFacts"), h)),
    ],
    more: { rules: [rules.plan, rules.date("date")], printTo: "known" },
  });
}

const LOST_KEYS = [
  ...[
    "id",
    "plan",
    "indicator",
    "weight",
    "before",
    "cause",
    "lost",
    "share",
    "cumulated",
    "place",
    "after",
    "lostAfter",
  ],
  ...["recovered", "check", "known", "lostUsed", "judged", "judgedAfter", "causeNo", "key"],
];
export function lostSheet(context: MethodContext, name: string): MethodSheet {
  const { names, text, language } = context;
  const make = columnMaker(text, "pointsLost");
  const rows = rowsWith(context, SAMPLE_LOST, EMPTY.lost);
  const values = valuesOf(rows);
  const h = make.heads(LOST_KEYS);
  const rules = rulesOf(context);
  const table = names.own.table("PointsLost");
  return planSheet(context, {
    key: "pointsLost",
    name,
    table: "PointsLost",
    rows: rows.length,
    columns: [
      make.label(
        "id",
        8,
        rows.map((_, i) => recordId("L", i)),
      ),
      make.input(
        "plan",
        9,
        values(({ plan }) => caseId(plan)),
      ),
      make.input(
        "indicator",
        30,
        values(({ indicator }) => indicator[language]),
        WRAP,
      ),
      make.input(
        "weight",
        9,
        values(({ weight }) => weight),
        NUMBER,
      ),
      make.input(
        "before",
        11,
        values(({ before }) => before),
        SHARE,
      ),
      make.input(
        "cause",
        18,
        values(({ cause }) => (cause === undefined ? "" : text(`word.${cause}`))),
      ),
      make.formula("lost", 10, f.lostFormula(h, "before"), { ...POINTS, ...BOLD }),
      make.formula("share", 9, f.shareFormula(table, h), SHARE),
      make.formula("cumulated", 11, f.cumulatedFormula(table, h), SHARE),
      make.formula("place", 8, f.lostRankFormula(table, h), { numberFormat: '0;;""' }),
      make.input(
        "after",
        11,
        values(({ after }) => after),
        SHARE,
      ),
      make.formula("lostAfter", 10, f.lostFormula(h, "after"), POINTS),
      make.formula("recovered", 11, f.recoveredFormula(h), { numberFormat: "+0.00;-0.00;0.00", ...BOLD }),
      make.formula("check", 18, f.lineCheckFormula(names, h), BOLD),
      make.quiet("known", 8, knownFormula(names.own.range("CaseIds"), cellOf(h, "plan"))),
      make.quiet("lostUsed", 8, cellFormula(`N(${cellOf(h, "lost")})`)),
      make.quiet("judged", 8, cellFormula(`IF(ISNUMBER(${cellOf(h, "lost")}),1,0)`)),
      make.quiet("judgedAfter", 9, cellFormula(`IF(ISNUMBER(${cellOf(h, "lostAfter")}),1,0)`)),
      make.quiet("causeNo", 8, cellFormula(`IFERROR(MATCH(${cellOf(h, "cause")},${names.own.range("Causes")},0),0)`)),
      make.quiet("key", 9, f.rankKeyFormula(h)),
    ],
    more: {
      frozen: 3,
      groups: [
        { from: "weight", to: "place", label: text("pointsLost.before") },
        { from: "after", to: "recovered", label: text("pointsLost.after") },
      ],
      rules: [
        rules.plan,
        rules.list("cause", names.own.range("Causes")),
        rules.number("weight", 0, 100),
        rules.number("before", 0, 10),
        rules.number("after", 0, 10),
      ],
      printTo: "known",
    },
  });
}

const PACE = ["time", "expected", "missing", "paceNeeded", "forecast", "state"] as const;
const AIM_KEYS = [
  ...[
    "id",
    "plan",
    "goal",
    "measure",
    "start",
    "target",
    "figure",
    "due",
    "action",
    "owner",
    "reached",
    ...PACE,
    "check",
  ],
  ...["known", "counts", "key", "sign", "from", "isMeasured", "isReached"],
];
export function aimsSheet(context: MethodContext, name: string, cases: TableSource): MethodSheet {
  const { names, text, language } = context;
  const make = columnMaker(text, "planGoals");
  const rows = rowsWith(context, SAMPLE_AIMS, EMPTY.aims);
  const values = valuesOf(rows);
  const h = make.heads(AIM_KEYS);
  const rules = rulesOf(context);
  const pace = paceFormulas(
    {
      start: make.head("start"),
      target: make.head("target"),
      actual: make.head("figure"),
      sign: make.head("sign"),
      time: make.head("time"),
      missing: make.head("missing"),
      expected: make.head("expected"),
    },
    {
      from: cellOf(h, "from"),
      due: cellOf(h, "due"),
      asOf: names.setting("AsOf"),
      reached: names.own.word("reached"),
      onTrack: names.own.word("onTrack"),
      behind: names.own.word("behind"),
    },
  );
  const length = (plan: number): number => SAMPLE_CASES[plan]?.days ?? 0;
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      rows.map((_, i) => recordId("M", i)),
    ),
    make.input(
      "plan",
      9,
      values(({ plan }) => caseId(plan)),
    ),
    make.input(
      "goal",
      32,
      values(({ goal }) => goal[language]),
      WRAP,
    ),
    make.input(
      "measure",
      22,
      values(({ measure }) => measure[language]),
      WRAP,
    ),
    make.input(
      "start",
      9,
      values(({ start }) => start),
      NUMBER,
    ),
    make.input(
      "target",
      9,
      values(({ target }) => target),
      { ...NUMBER, ...BOLD },
    ),
    make.input(
      "figure",
      9,
      values(({ figure }) => figure),
      { ...NUMBER, ...BOLD },
    ),
    make.input(
      "due",
      12,
      values(({ plan }) => startOf(context, plan) + length(plan)),
      DATE,
    ),
    make.input(
      "action",
      34,
      values(({ action }) => action[language]),
      WRAP,
    ),
    make.input(
      "owner",
      11,
      values(() => text("word.byEmployee")),
    ),
    make.formula("reached", 9, pace.reached, SHARE),
    make.formula("time", 9, pace.time, SHARE),
    make.formula("expected", 10, pace.expected, DECIMALS),
    make.formula("missing", 9, pace.missing, DECIMALS),
    make.formula("paceNeeded", 11, pace.paceNeeded, DECIMALS),
    make.formula("forecast", 10, pace.forecast, DECIMALS),
    make.formula("state", 11, pace.state, BOLD),
    make.formula("check", 17, f.goalCheckFormula(names, h), BOLD),
    make.quiet("known", 8, knownFormula(names.own.range("CaseIds"), cellOf(h, "plan"))),
    make.quiet("counts", 8, f.countsFormula(h, "goal")),
    make.quiet("key", 9, f.recordKeyFormula(names.own.table("PlanGoals"), h)),
    make.quiet("sign", 7, f.goalSignFormula(h)),
    make.quiet("from", 9, f.ofCaseFormula(cases, h, "start")),
    make.quiet(
      "isMeasured",
      9,
      cellFormula(`IF(AND(${cellOf(h, "counts")}=1,NOT(${isBlank(cellOf(h, "measure"))})),1,0)`),
    ),
    make.quiet(
      "isReached",
      9,
      cellFormula(`IF(AND(${cellOf(h, "counts")}=1,${cellOf(h, "state")}=${names.own.word("reached")}),1,0)`),
    ),
  ];
  const base = {
    names,
    name,
    title: "",
    subtitle: "",
    table: { name: names.own.table("PlanGoals"), at: AT, rows: rows.length, columns },
    frozen: 3,
  };
  const behind = ruleFormula(`${firstCellOf(base, "state")}=${names.own.word("behind")}`);
  return planSheet(context, {
    key: "planGoals",
    name,
    table: "PlanGoals",
    rows: rows.length,
    columns,
    more: {
      frozen: 3,
      groups: [
        { from: "action", to: "owner", label: text("planGoals.measures") },
        { from: "reached", to: "state", label: text("planGoals.progress") },
      ],
      rules: [
        rules.plan,
        ...["start", "target", "figure"].map((key) => rules.number(key)),
        rules.date("due"),
        rules.list("owner", names.own.range("Sides")),
      ],
      conditional: [
        { kind: "formula", rect: bodyOf(base, "state"), formula: behind, style: { fill: "warningFill", bold: true } },
      ],
      printTo: "known",
      rowHeight: 30,
    },
  });
}

const POINT_KEYS = ["id", "plan", "planned", "heldOn", "found", "next", ...RECORD_KEYS, "isHeld"];
export function followUpsSheet(context: MethodContext, name: string): MethodSheet {
  const { names, text, language } = context;
  const make = columnMaker(text, "followUps");
  const rows = rowsWith(context, SAMPLE_POINTS, EMPTY.points);
  const values = valuesOf(rows);
  const h = make.heads(POINT_KEYS);
  const rules = rulesOf(context);
  const planned = (plan: number, after: number): number => startOf(context, plan) + after;
  return planSheet(context, {
    key: "followUps",
    name,
    table: "FollowUps",
    rows: rows.length,
    columns: [
      make.label(
        "id",
        8,
        rows.map((_, i) => recordId("V", i)),
      ),
      make.input(
        "plan",
        9,
        values(([plan]) => caseId(plan)),
      ),
      make.input(
        "planned",
        13,
        values(([plan, after]) => planned(plan, after)),
        DATE,
      ),
      make.input(
        "heldOn",
        13,
        values(([plan, after, isHeld]) => (isHeld ? planned(plan, after) : "")),
        DATE,
      ),
      make.input(
        "found",
        54,
        values(([, , , found]) => found[language]),
        WRAP,
      ),
      make.input(
        "next",
        30,
        values(() => ""),
        WRAP,
      ),
      make.formula("check", 18, f.followUpCheckFormula(names, h), BOLD),
      make.quiet("known", 8, knownFormula(names.own.range("CaseIds"), cellOf(h, "plan"))),
      make.quiet(
        "counts",
        8,
        cellFormula(`IF(AND(ISNUMBER(${cellOf(h, "planned")}),LEN(${cellOf(h, "known")})>0),1,0)`),
      ),
      make.quiet("key", 9, f.recordKeyFormula(names.own.table("FollowUps"), h)),
      make.quiet("isHeld", 8, cellFormula(`IF(ISNUMBER(${cellOf(h, "heldOn")}),1,0)`)),
    ],
    more: { rules: [rules.plan, rules.date("planned"), rules.date("heldOn")], printTo: "known" },
  });
}

export const CASE_KEYS = [
  ...["id", "person", "name", "start", "days", "end", "standard", "support", "check", "facts", "goals", "reached"],
  ...["points", "held", "lost", "lostAfter", "recovered", "outcome", "signE", "signM", "who", "measured"],
];
export function casesSheet(
  context: MethodContext,
  name: string,
  from: Readonly<Record<"facts" | "lines" | "goals" | "followUps", TableSource>>,
): MethodSheet {
  const { names, text, language, people, peopleHeaders } = context;
  const make = columnMaker(text, "cases");
  const rows = rowsWith(context, SAMPLE_CASES, EMPTY.cases);
  const values = valuesOf(rows);
  const h = make.heads(CASE_KEYS);
  const rules = rulesOf(context);
  const own = f.caseFormulas(h, from);
  const nameOf = personFormula(
    names.table("People"),
    peopleHeaders["id"] ?? "",
    peopleHeaders["name"] ?? "",
    make.head("who"),
  );
  return planSheet(context, {
    key: "cases",
    name,
    table: "Cases",
    rows: rows.length,
    columns: [
      make.label(
        "id",
        7,
        rows.map((_, i) => caseId(i)),
      ),
      make.input(
        "person",
        9,
        values(({ person }) => people[person % Math.max(1, people.length)]?.id),
      ),
      make.formula("name", 14, nameOf),
      make.input(
        "start",
        12,
        values(({ start }) => dayAt(context, start)),
        DATE,
      ),
      make.input(
        "days",
        8,
        values(({ days }) => days),
        WHOLE,
      ),
      make.formula("end", 12, own.end, DATE),
      make.input(
        "standard",
        34,
        values(({ standard }) => standard[language]),
        WRAP,
      ),
      make.input(
        "support",
        30,
        values(({ support }) => support[language]),
        WRAP,
      ),
      make.formula("check", 19, f.caseCheckFormula(names, h), BOLD),
      make.formula("facts", 8, own.facts, WHOLE),
      make.formula("goals", 8, own.goals, WHOLE),
      make.formula("reached", 10, own.reached, WHOLE),
      make.formula("points", 9, own.points, WHOLE),
      make.formula("held", 9, own.held, WHOLE),
      make.formula("lost", 11, own.lost, POINTS),
      make.formula("lostAfter", 11, own.lostAfter, POINTS),
      make.formula("recovered", 11, own.recovered, { numberFormat: "+0.00;-0.00;0.00", ...BOLD }),
      make.input(
        "outcome",
        14,
        values(({ outcome }) => (outcome === undefined ? "" : text(`word.${outcome}`))),
      ),
      make.input(
        "signE",
        12,
        values(({ start }) => dayAt(context, start)),
        DATE,
      ),
      make.input(
        "signM",
        12,
        values(({ start }) => dayAt(context, start)),
        DATE,
      ),
      make.quiet("who", 8, knownFormula(names.setting("PeopleIds"), cellOf(h, "person"))),
      make.quiet("measured", 9, own.measured),
    ],
    more: {
      frozen: 3,
      groups: [
        { from: "facts", to: "held", label: text("cases.ready") },
        { from: "lost", to: "recovered", label: text("cases.effect") },
        { from: "signE", to: "signM", label: text("cases.signed") },
      ],
      rules: [
        rules.list("person", names.setting("PeopleIds")),
        rules.list("days", names.own.range("Lengths")),
        rules.list("outcome", names.own.range("Outcomes")),
        ...["start", "signE", "signM"].map((key) => rules.date(key)),
      ],
      printTo: "who",
      rowHeight: 30,
    },
    names: [
      { name: names.own.range("CaseIds"), refersTo: cellFormula(column(names.own.table("Cases"), make.head("id"))) },
    ],
  });
}

export function causesSheet(context: MethodContext, name: string, lines: TableSource): MethodSheet {
  const { names, text } = context;
  const make = columnMaker(text, "causes");
  const h = make.heads(["no", "cause", "lost", "count"]);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "no",
      6,
      f.CAUSES.map((_, i) => i + 1),
      { horizontal: "Left" },
    ),
    make.label(
      "cause",
      44,
      f.CAUSES.map((cause) => text(`word.${cause}`)),
    ),
    make.formula("lost", 12, f.causeLostFormula(lines, h), { ...POINTS, ...BOLD }),
    make.formula("count", 18, f.causeCountFormula(lines, h), WHOLE),
  ];
  const made = planSheet(context, {
    key: "causes",
    name,
    table: "Causes",
    rows: f.CAUSES.length,
    columns,
    more: { checks: [], frozen: 0, printUnder: 22, orientation: "Portrait" },
  });
  const lengths: TablePlacement = {
    name: names.own.table("Lengths"),
    at: { row: AT.row, column: columns.length + 1 },
    rows: LENGTHS.length,
    columns: [columnMaker(text, "lengths").input("days", 18, LENGTHS, WHOLE)],
  };
  const placed = placeTable(lengths);
  const body = (index: number) => ({ row: AT.row + 1, column: index, rows: f.CAUSES.length, columns: 1 });
  const { sheet } = made;
  return {
    ...made,
    more: { Lengths: lengths },
    names: [
      { name: names.own.range("Lengths"), refersTo: cellFormula(column(lengths.name, text("col.lengths.days"))) },
    ],
    sheet: {
      ...sheet,
      tables: [...sheet.tables, placed.table],
      styles: [...sheet.styles, ...placed.styles],
      columnWidths: [
        ...sheet.columnWidths,
        { column: columns.length, width: 3 },
        { column: lengths.at.column, width: 18 },
      ],
      validation: [
        {
          rect: { row: AT.row + 1, column: lengths.at.column, rows: LENGTHS.length, columns: 1 },
          rule: { kind: "whole", min: 1, max: 366 },
          alert: { style: "Stop", title: text("valid.number.title"), message: text("valid.plainNumber") },
        },
      ],
      charts: [
        {
          kind: "bar",
          title: text("causes.chart"),
          categories: body(1),
          values: body(2),
          seriesName: make.head("lost"),
          at: { row: AT.row + 3 + f.CAUSES.length, column: 0, rows: 16, columns: 4 },
        },
      ],
    },
  };
}
