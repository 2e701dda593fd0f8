/** Improvement plans: dated facts, points lost and their causes, goals with measures, check points, effect; ready or not. */
import { checksSheet, type CheckRow } from "../../blueprint/checksSheet";
import type { MethodContext, MethodDefinition, MethodPart } from "../../blueprint/methodWorkbook";
import { columnMaker } from "../../blueprint/registerSheet";
import { CAUSES } from "./formulas";
import { planPageSheet } from "./page";
import { improvementReading } from "./reading";
import { SAMPLE_STAFF } from "./sample";
import {
  aimsSheet,
  CASE_KEYS,
  casesSheet,
  causesSheet,
  factsSheet,
  followUpsSheet,
  lostSheet,
  type PlanSheet,
} from "./sheets";

const part = (key: string, { sheet, table, names, more = {} }: PlanSheet): MethodPart => ({
  sheet,
  tables: { [key]: table, ...more },
  names,
});
const source = ({ table, headers }: PlanSheet) => ({ table: table.name, headers });

function build(context: MethodContext): readonly MethodPart[] {
  const { names, text, sheetName } = context;
  const caseHeads = { table: names.own.table("Cases"), headers: columnMaker(text, "cases").heads(CASE_KEYS) };
  const facts = factsSheet(context, sheetName("planFacts"));
  const lost = lostSheet(context, sheetName("pointsLost"));
  const aims = aimsSheet(context, sheetName("planGoals"), caseHeads);
  const followUps = followUpsSheet(context, sheetName("followUps"));
  const from = { facts: source(facts), lines: source(lost), goals: source(aims), followUps: source(followUps) };
  const cases = casesSheet(context, sheetName("cases"), from);
  const causes = causesSheet(context, sheetName("causes"), source(lost));
  const page = planPageSheet(context, sheetName("planOnPage"), { ...from, cases: source(cases) });
  const rows = ({ table, headers, sheet }: PlanSheet, words: readonly string[]): CheckRow[] =>
    words.map((word) => ({ word, table: table.name, header: headers["check"] ?? "", sheet: sheet.name }));
  const checks = [
    ...rows(cases, ["unknown", "fewFacts", "noStandard", "fewGoals", "manyGoals", "noSupport", "badLength", "noDate"]),
    ...rows(cases, ["fewPoints", "noMeasure", "notSigned", "noOutcome"]),
    ...rows(facts, ["unknown", "noDate"]),
    ...rows(lost, ["unknown", "incomplete", "noCause"]),
    ...rows(aims, ["unknown", "noMeasure", "incomplete", "noDue", "noAction"]),
    ...rows(followUps, ["unknown", "overdue", "noFinding"]),
  ];
  return [
    part("Cases", cases),
    part("PlanFacts", facts),
    part("PointsLost", lost),
    part("PlanGoals", aims),
    part("FollowUps", followUps),
    part("Causes", causes),
    part("PlanOnPage", page),
    { sheet: checksSheet(context, sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

export const IMPROVEMENT_PLAN: MethodDefinition = {
  id: "improvement-plan",
  name: { en: "Improvement plan", "zh-CN": "绩效改进计划（PIP）" },
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
  build,
  sampleStage: 2,
  sampleAsOf: 0.7,
  start: "cases",
};
