/** Written comment review: prompts, comments with live checks of length and ground, facts, how complete each review is. */
import { checksSheet } from "../../blueprint/checksSheet";
import { partOf, rowlessRow, sourceOf, wordRows } from "../../blueprint/methodTable";
import type { MethodContext, MethodDefinition, MethodPart } from "../../blueprint/methodWorkbook";
import { onePerPerson } from "../../people/peopleTables";
import { METHOD_CARDS } from "../list";
import { NARRATIVE_CHECKS } from "./checks";
import { narrativePage } from "./page";
import { PERIOD, YEAR } from "./period";
import { PROOF } from "./proof";
import { HANDOUT } from "./handout";
import { narrativeReading } from "./reading";
import { SAMPLE_WRITERS } from "./sample";
import { commentsSheet, factsSheet, promptsSheet, reviewsSheet } from "./sheets";

function build(context: MethodContext): readonly MethodPart[] {
  const prompts = promptsSheet(context);
  const facts = factsSheet(context);
  const comments = commentsSheet(context, sourceOf(prompts), sourceOf(facts));
  const reviews = reviewsSheet(context, sourceOf(comments));
  const checks = [
    ...wordRows(comments, ["toFill", "tooShort", "sameWords", "unknown", "otherPerson"]),
    ...wordRows(facts, ["noFactDay", "outside"]),
    ...wordRows(reviews, ["noRecordNamed"]),
    rowlessRow(context, reviews),
  ];
  return [
    partOf(comments),
    partOf(facts),
    partOf(reviews),
    partOf(prompts),
    narrativePage(context, { prompts: sourceOf(prompts), comments: sourceOf(comments), reviews: sourceOf(reviews) }),
    { sheet: checksSheet(context, context.sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

export const NARRATIVE: MethodDefinition = {
  id: "narrative",
  name: METHOD_CARDS.narrative.name,
  own: {
    common: ["Stage", "StageNo", "From", "To", "AsOf"],
    rows: [
      // A Chinese character says about as much as two and a half letters.
      { key: "MinLength", value: ({ language }) => (language === "zh-CN" ? 50 : 120), limits: [0, 2000] },
      { key: "Copies", value: 3, limits: [2, 1000] },
      { key: "MinRecords", value: 1, limits: [0, 20] },
    ],
    words: ["tooShort", "sameWords", "otherPerson", "noFactDay", "noRecordNamed"],
    lists: {},
  },
  lines: () => [],
  samplePeople: SAMPLE_WRITERS,
  sheetKeys: ["comments", "facts", "reviews", "prompts", "person", "proof", "checks"],
  reading: narrativeReading,
  checks: NARRATIVE_CHECKS,
  proof: PROOF,
  period: PERIOD,
  year: YEAR,
  people: {
    tables: [{ table: "Comments", person: "person", labels: ["no"] }, ...onePerPerson("Reviews", "MethodProof")],
  },
  build,
  handout: HANDOUT,
  sampleStage: 3,
  start: "comments",
};
