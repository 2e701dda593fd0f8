/** Goals of a plan with the measures that are taken, and their progress. */
import type { MethodContext } from "../../blueprint/methodWorkbook";
import {
  BOLD,
  DATE,
  DECIMALS,
  NUMBER,
  SHARE,
  WRAP,
  rowsWith,
  valuesOf,
  type MethodSheet,
} from "../../blueprint/methodSheet";
import { bodyOf, columnMaker, firstCellOf } from "../../blueprint/registerSheet";
import type { ColumnPlan } from "../../blueprint/tableSheet";
import { cellOf, isBlank, knownFormula, type TableSource } from "../../formulas/byKey";
import { cellFormula, ruleFormula } from "../../formulas/columns";
import { paceFormulas } from "../../formulas/paceFormulas";
import * as f from "./formulas";
import { SAMPLE_AIMS, SAMPLE_CASES } from "./sample";
import { AT, EMPTY, caseId, recordId, startOf, rulesOf, planSheet } from "./frame";

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

/** The goals of improvement plans with their measures. */
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
