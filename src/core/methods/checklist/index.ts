/** Weighted checklist: statements with hidden values, some reversed, answered yes or no for each person. */
import { checksSheet } from "../../blueprint/checksSheet";
import { partOf, rowlessRow, sourceOf, wordRows } from "../../blueprint/methodTable";
import type { MethodContext, MethodDefinition, MethodPart } from "../../blueprint/methodWorkbook";
import { onePerPerson } from "../../people/peopleTables";
import { METHOD_CARDS } from "../list";
import { CHECKLIST_CHECKS } from "./checks";
import { checklistPage } from "./page";
import { PERIOD, YEAR } from "./period";
import { PROOF } from "./proof";
import { HANDOUT } from "./handout";
import { checklistReading } from "./reading";
import { SAMPLE_STAFF } from "./sample";
import { answersSheet, checklistResults, statementsSheet } from "./sheets";

function build(context: MethodContext): readonly MethodPart[] {
  const statements = statementsSheet(context);
  const answers = answersSheet(context, sourceOf(statements));
  const results = checklistResults(context, sourceOf(answers));
  const checks = [
    ...wordRows(statements, ["noStatement", "noValue", "unknown"]),
    ...wordRows(answers, ["toFill", "noAnswer"]),
    ...wordRows(results, ["clash", "allSame"]),
    rowlessRow(context, results),
  ];
  return [
    partOf(answers),
    partOf(results),
    partOf(statements),
    checklistPage(context, {
      statements: sourceOf(statements),
      answers: sourceOf(answers),
      results: sourceOf(results),
    }),
    { sheet: checksSheet(context, context.sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

export const CHECKLIST: MethodDefinition = {
  id: "checklist",
  name: METHOD_CARDS.checklist.name,
  own: {
    common: ["Stage", "StageNo", "From", "To", "AsOf"],
    rows: [],
    words: ["noStatement", "noValue", "noAnswer", "clash", "allSame"],
    lists: { Answers: ["yes", "no"], AnswersNa: ["yes", "no", "na"] },
    bands: { from: [-1_000_000, 60, 70, 80, 90], key: "band" },
  },
  lines: () => [],
  samplePeople: SAMPLE_STAFF,
  sheetKeys: ["answers", "checklistResults", "statements", "person", "proof", "checks"],
  reading: checklistReading,
  ranked: { table: "ChecklistResults", total: "score", rank: "rank", band: "band" },
  rankingList: {},
  checks: CHECKLIST_CHECKS,
  proof: PROOF,
  period: PERIOD,
  year: YEAR,
  people: {
    tables: [
      { table: "Answers", person: "person", labels: ["item"] },
      ...onePerPerson("ChecklistResults", "MethodProof"),
    ],
  },
  build,
  handout: HANDOUT,
  sampleStage: 3,
  start: "answers",
};
