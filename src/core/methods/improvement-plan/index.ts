/** Improvement plans: dated facts, points lost and their causes, goals with measures, check points, effect; ready or not. */
import { checksSheet } from "../../blueprint/checksSheet";
import { checkRows, labelledRows, partOf, sourceOf } from "../../blueprint/methodSheet";
import type { MethodContext, MethodDefinition, MethodPart } from "../../blueprint/methodWorkbook";
import { columnMaker } from "../../blueprint/registerSheet";
import { METHOD_CARDS } from "../list";
import { HANDOUT } from "./handout";
import { PERIOD } from "./period";
import { CAUSES } from "./formulas";
import { planPageSheet } from "./page";
import { improvementReading } from "./reading";
import { SAMPLE_STAFF } from "./sample";
import { aimsSheet } from "./aimsSheet";
import { CASE_KEYS, casesSheet } from "./casesSheet";
import { causesSheet, lostSheet } from "./lostSheets";
import { factsSheet, followUpsSheet } from "./recordSheets";

function build(context: MethodContext): readonly MethodPart[] {
  const { names, text, sheetName } = context;
  const caseHeads = { table: names.own.table("Cases"), headers: columnMaker(text, "cases").heads(CASE_KEYS) };
  const facts = factsSheet(context, sheetName("planFacts"));
  const lost = lostSheet(context, sheetName("pointsLost"));
  const aims = aimsSheet(context, sheetName("planGoals"), caseHeads);
  const followUps = followUpsSheet(context, sheetName("followUps"));
  const from = { facts: sourceOf(facts), lines: sourceOf(lost), goals: sourceOf(aims), followUps: sourceOf(followUps) };
  const cases = casesSheet(context, sheetName("cases"), from);
  const causes = causesSheet(context, sheetName("causes"), sourceOf(lost));
  const page = planPageSheet(context, sheetName("planOnPage"), { ...from, cases: sourceOf(cases) });
  const checks = [
    ...checkRows(cases, ["unknown", "fewFacts", "noStandard", "fewGoals", "manyGoals", "noSupport", "badLength"]),
    ...labelledRows(cases, { noDate: "planUndated", noMeasure: "planMeasureless", notSigned: "planUnsigned" }),
    ...checkRows(cases, ["fewPoints", "noOutcome"]),
    ...checkRows(facts, ["unknown"]),
    ...labelledRows(facts, { noDate: "factUndated" }),
    ...checkRows(lost, ["unknown", "noCause"]),
    ...labelledRows(lost, { incomplete: "lossIncomplete" }),
    ...checkRows(aims, ["unknown", "noMeasure", "incomplete", "noDue", "noAction"]),
    ...checkRows(followUps, ["unknown", "noFinding"]),
    ...labelledRows(followUps, { overdue: "pointOverdue" }),
  ];
  return [
    partOf("Cases", cases),
    partOf("PlanFacts", facts),
    partOf("PointsLost", lost),
    partOf("PlanGoals", aims),
    partOf("FollowUps", followUps),
    partOf("Causes", causes),
    partOf("PlanOnPage", page),
    { sheet: checksSheet(context, sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

export const IMPROVEMENT_PLAN: MethodDefinition = {
  id: "improvement-plan",
  name: METHOD_CARDS["improvement-plan"].name,
  own: {
    common: ["Stage", "StageNo", "From", "To", "AsOf"],
    rows: [
      { key: "LeastFacts", value: 2, limits: [1, 20] },
      { key: "LeastGoals", value: 2, limits: [1, 20] },
      { key: "MostGoals", value: 4, limits: [1, 20] },
      { key: "LeastPoints", value: 2, limits: [1, 20] },
    ],
    words: [
      ...[...CAUSES, "byEmployee", "byManager", "outcomePassed", "outcomeExtended", "outcomeEnded"],
      ...[
        "reached",
        "onTrack",
        "behind",
        "overdue",
        "noDate",
        "noMeasure",
        "noDue",
        "noAction",
        "noCause",
        "noFinding",
      ],
      ...[
        "fewFacts",
        "noStandard",
        "fewGoals",
        "manyGoals",
        "noSupport",
        "badLength",
        "fewPoints",
        "notSigned",
        "noOutcome",
      ],
    ],
    lists: {
      Causes: CAUSES,
      Sides: ["byEmployee", "byManager"],
      Outcomes: ["outcomePassed", "outcomeExtended", "outcomeEnded"],
    },
  },
  lines: () => [],
  samplePeople: SAMPLE_STAFF,
  sheetKeys: ["cases", "planFacts", "pointsLost", "planGoals", "followUps", "causes", "planOnPage", "checks"],
  reading: improvementReading,
  period: PERIOD,
  build,
  handout: HANDOUT,
  sampleStage: 2,
  sampleAsOf: 0.7,
  start: "cases",
};
