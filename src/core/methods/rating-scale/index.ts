/** Graphic rating scale: weighted dimensions with a wording for each of five points, a comment where a rating stands at an end. */
import { checksSheet } from "../../blueprint/checksSheet";
import { BOLD, partOf, rowlessRow, sourceOf, wordRows, WRAP } from "../../blueprint/methodTable";
import type { MethodContext, MethodDefinition, MethodPart } from "../../blueprint/methodWorkbook";
import { ratedProof } from "../../blueprint/ratedProof";
import { ratedPersonPage } from "../../blueprint/ratedPersonPage";
import { ratedResults } from "../../blueprint/ratedResults";
import { onePerPerson } from "../../people/peopleTables";
import { bandsOn } from "../../model/pointScale";
import { SCALE_END } from "../../blueprint/context";
import { METHOD_CARDS } from "../list";
import { SCALE_CHECKS } from "./checks";
import { PERIOD, YEAR } from "./period";
import { HANDOUT } from "./handout";
import { ratingScaleReading } from "./reading";
import { SAMPLE_STAFF } from "./sample";
import { dimensionsSheet, ratingsSheet } from "./sheets";

function build(context: MethodContext): readonly MethodPart[] {
  const dimensions = dimensionsSheet(context);
  const ratings = ratingsSheet(context, sourceOf(dimensions));
  const results = ratedResults(context, "ScaleResults", sourceOf(ratings));
  const page = ratedPersonPage(
    context,
    { items: sourceOf(dimensions), lines: sourceOf(ratings), results: sourceOf(results) },
    {
      point: { key: "point", from: "lines", kind: "typed", width: 9, style: { horizontal: "Center", ...BOLD } },
      more: [
        { key: "wording", from: "lines", kind: "text", width: 30, style: WRAP },
        { key: "comment", from: "lines", kind: "text", width: 38, style: WRAP },
      ],
    },
  );
  const checks = [
    ...wordRows(dimensions, ["noWording", "weightMissing", "weightsOff", "allAlike"]),
    ...wordRows(ratings, ["toFill", "notPoint", "reasonMissing", "noComment", "noEvidence"]),
    ...wordRows(results, ["tooLittle", "flat"]),
    rowlessRow(context, results),
  ];
  return [
    partOf(ratings),
    partOf(results),
    partOf(dimensions),
    page,
    { sheet: checksSheet(context, context.sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

export const RATING_SCALE: MethodDefinition = {
  id: "rating-scale",
  name: METHOD_CARDS["rating-scale"].name,
  own: {
    common: ["Stage", "StageNo", "From", "To", "AsOf", "Tolerance", "MinApplicable"],
    rows: [
      // A sentence that names a fact: 60 letters, or 25 Chinese characters.
      SCALE_END,
      { key: "MinComment", value: ({ language }) => (language === "zh-CN" ? 25 : 60), limits: [0, 1000] },
    ],
    words: ["noWording", "allAlike", "notPoint", "noComment", "tooLittle", "flat"],
    lists: {},
    bands: { from: bandsOn, key: "band" },
  },
  lines: () => [],
  samplePeople: SAMPLE_STAFF,
  sheetKeys: ["scaleRatings", "ratedResults", "scaleItems", "person", "proof", "checks"],
  reading: ratingScaleReading,
  ranked: { table: "ScaleResults", total: "score", rank: "rank", band: "band" },
  rankingList: {},
  checks: SCALE_CHECKS,
  proof: ratedProof("ScaleResults", "ScaleItems", "ScaleRatings"),
  period: PERIOD,
  year: YEAR,
  people: {
    tables: [
      { table: "ScaleRatings", person: "person", labels: ["item"] },
      ...onePerPerson("ScaleResults", "MethodProof"),
    ],
  },
  build,
  handout: HANDOUT,
  sampleStage: 3,
  start: "scaleRatings",
};
