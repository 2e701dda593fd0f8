/** Probation: the same weighted items after 30, 60 and 90 days, a gate, advice, and the decision with its reason. */
import { checksSheet } from "../../blueprint/checksSheet";
import { partOf, rowlessRow, sourceOf, wordRows } from "../../blueprint/methodTable";
import type { MethodContext, MethodDefinition, MethodPart } from "../../blueprint/methodWorkbook";
import { onePerPerson } from "../../people/peopleTables";
import { METHOD_CARDS } from "../list";
import { probationPage } from "./page";
import { HANDOUT } from "./handout";
import { PERIOD } from "./period";
import { PROOF } from "./proof";
import { probationReading } from "./reading";
import { SAMPLE_STAFF } from "./sample";
import { itemsSheet, outcomeSheet, scoresSheet } from "./sheets";

const DECISIONS = ["pass", "extend", "notPassed"] as const;

function build(context: MethodContext): readonly MethodPart[] {
  const items = itemsSheet(context);
  const scores = scoresSheet(context, sourceOf(items));
  const outcome = outcomeSheet(context, sourceOf(scores));
  const checks = [
    ...wordRows(items, ["noExpected", "weightMissing", "weightsOff"]),
    ...wordRows(scores, ["offScale", "noHelp"]),
    ...wordRows(outcome, ["noStart", "reviewOverdue", "gateUnanswered", "noDecisionYet", "reasonMissing"]),
    rowlessRow(context, outcome),
  ];
  return [
    partOf(scores),
    partOf(outcome),
    partOf(items),
    probationPage(context, { items: sourceOf(items), scores: sourceOf(scores), outcome: sourceOf(outcome) }),
    { sheet: checksSheet(context, context.sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

const LEFT = { numberFormat: "General", horizontal: "Left" } as const;

export const PROBATION: MethodDefinition = {
  id: "probation",
  name: METHOD_CARDS.probation.name,
  own: {
    common: ["Stage", "StageNo", "From", "To", "AsOf", "Tolerance"],
    rows: [
      { key: "Pass", value: 70, style: LEFT, limits: [0, 100] },
      { key: "Extend", value: 60, style: LEFT, limits: [0, 100] },
      { key: "Grace", value: 7, style: LEFT, limits: [0, 60] },
    ],
    words: [
      ...["noExpected", "offScale", "noHelp", "noStart", "reviewOverdue", "gateUnanswered", "noDecisionYet"],
      ...DECISIONS,
    ],
    lists: { YesNo: ["yes", "no"], Decisions: DECISIONS },
  },
  lines: () => [],
  samplePeople: SAMPLE_STAFF,
  sheetKeys: ["probationScores", "probation", "probationItems", "person", "proof", "checks"],
  reading: probationReading,
  proof: PROOF,
  period: PERIOD,
  people: {
    tables: [
      { table: "ProbationScores", person: "person", labels: ["item"] },
      ...onePerPerson("Probation", "MethodProof"),
    ],
  },
  build,
  handout: HANDOUT,
  sampleStage: 3,
  start: "probationScores",
};
