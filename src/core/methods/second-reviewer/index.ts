/** Second reviewer: first and second score by different people, a decision with a reason where they lie apart. */
import { checksSheet } from "../../blueprint/checksSheet";
import { partOf, rowlessRow, sourceOf, wordRows } from "../../blueprint/methodTable";
import type { MethodContext, MethodDefinition, MethodPart } from "../../blueprint/methodWorkbook";
import { onePerPerson } from "../../people/peopleTables";
import { pointScaleOf } from "../../blueprint/context";
import { bandsOn, scaleOf, widthOn } from "../../model/pointScale";
import { METHOD_CARDS } from "../list";
import { SECOND_CHECKS } from "./checks";
import { secondPage } from "./page";
import { PERIOD, YEAR } from "./period";
import { PROOF } from "./proof";
import { HANDOUT } from "./handout";
import { secondReading } from "./reading";
import { SAMPLE_STAFF } from "./sample";
import { raters2Sheet, reviewsSheet } from "./sheets";

function build(context: MethodContext): readonly MethodPart[] {
  const reviews = reviewsSheet(context);
  const checks = [
    ...wordRows(reviews, ["toFill", "noSecond", "offScale", "sameRater", "noDecision", "reasonMissing"]),
    rowlessRow(context, reviews),
  ];
  return [
    partOf(reviews),
    partOf(raters2Sheet(context, sourceOf(reviews))),
    secondPage(context, sourceOf(reviews)),
    { sheet: checksSheet(context, context.sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

const MARKS = scaleOf(100);
const LEFT = { numberFormat: "General", horizontal: "Left" } as const;

export const SECOND_REVIEWER: MethodDefinition = {
  id: "second-reviewer",
  name: METHOD_CARDS["second-reviewer"].name,
  own: {
    common: ["Stage", "StageNo", "From", "To", "AsOf"],
    rows: [
      { key: "Low", value: (context) => pointScaleOf(context).low, style: LEFT, limits: [-1000, 1000] },
      { key: "High", value: (context) => pointScaleOf(context).high, style: LEFT, limits: [-1000, 1000] },
      { key: "FirstShare", value: 0.5, style: { numberFormat: "0%", horizontal: "Left" }, limits: [0, 1] },
      {
        key: "MaxDifference",
        value: (context) => widthOn(pointScaleOf(context), 10, MARKS),
        style: LEFT,
        limits: [0, 1000],
      },
      {
        key: "ReasonFrom",
        value: (context) => widthOn(pointScaleOf(context), 5, MARKS),
        style: LEFT,
        limits: [0, 1000],
      },
      { key: "MinTeam", value: 3, style: LEFT, limits: [2, 100] },
      { key: "Talk", value: (context) => widthOn(pointScaleOf(context), 5, MARKS), style: LEFT, limits: [0, 1000] },
    ],
    words: ["offScale", "noSecond", "sameRater", "noDecision", "tooFewToSay", "scoresHigher", "scoresLower", "alike"],
    lists: {},
    bands: { from: bandsOn, key: "band" },
  },
  lines: () => [],
  samplePeople: SAMPLE_STAFF,
  sheetKeys: ["reviews2", "raters2", "person", "proof", "checks"],
  reading: secondReading,
  ranked: { table: "Reviews2", total: "final", rank: "rank", band: "band" },
  rankingList: {},
  checks: SECOND_CHECKS,
  proof: PROOF,
  period: PERIOD,
  year: YEAR,
  people: {
    tables: onePerPerson("Reviews2", "MethodProof"),
  },
  build,
  handout: HANDOUT,
  sampleStage: 3,
  start: "reviews2",
};
