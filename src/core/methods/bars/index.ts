/** Behaviour-anchored scale: anchors chosen from a list give the points; a workshop sheet builds the scale. */
import { checksSheet } from "../../blueprint/checksSheet";
import { BOLD, partOf, rowlessRow, sourceOf, wordRows, WRAP } from "../../blueprint/methodTable";
import type { MethodContext, MethodDefinition, MethodPart } from "../../blueprint/methodWorkbook";
import { ratedPersonPage } from "../../blueprint/ratedPersonPage";
import { ratedResults } from "../../blueprint/ratedResults";
import { onePerPerson } from "../../people/peopleTables";
import { pointScaleOf, SCALE_END } from "../../blueprint/context";
import { bandsOn, scaleOf, widthOn } from "../../model/pointScale";
import { METHOD_CARDS } from "../list";
import { BARS_CHECKS } from "./checks";
import { PERIOD, YEAR } from "./period";
import { PROOF } from "./proof";
import { HANDOUT } from "./handout";
import { barsReading } from "./reading";
import { TOP } from "./formulas";
import { SAMPLE_STAFF } from "./sample";
import { anchorsSheet, barsRatingsSheet, workshopSheet } from "./sheets";

function build(context: MethodContext): readonly MethodPart[] {
  const dimensions = anchorsSheet(context);
  const ratings = barsRatingsSheet(context, sourceOf(dimensions));
  const results = ratedResults(context, "BarsResults", sourceOf(ratings));
  const page = ratedPersonPage(
    context,
    { items: sourceOf(dimensions), lines: sourceOf(ratings), results: sourceOf(results) },
    {
      point: { key: "point", from: "lines", kind: "number", width: 9, style: { horizontal: "Center", ...BOLD } },
      more: [
        { key: "anchor", from: "lines", kind: "text", width: 34, style: WRAP },
        { key: "comment", from: "lines", kind: "text", width: 36, style: WRAP },
      ],
    },
  );
  const checks = [
    ...wordRows(dimensions, ["noAnchor", "weightMissing", "weightsOff"]),
    ...wordRows(ratings, ["toFill", "otherAnchor", "reasonMissing", "noComment", "noEvidence"]),
    ...wordRows(results, ["tooLittle", "flat"]),
    rowlessRow(context, results),
  ];
  return [
    partOf(ratings),
    partOf(results),
    partOf(dimensions),
    partOf(workshopSheet(context)),
    page,
    { sheet: checksSheet(context, context.sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

const SEVEN = scaleOf(TOP);

export const BARS: MethodDefinition = {
  id: "bars",
  name: METHOD_CARDS.bars.name,
  own: {
    common: ["Stage", "StageNo", "From", "To", "AsOf", "Tolerance", "MinApplicable"],
    rows: [
      SCALE_END,
      { key: "MinComment", value: ({ language }) => (language === "zh-CN" ? 25 : 60), limits: [0, 1000] },
      { key: "MinAgreement", value: 0.75, style: { numberFormat: "0%", horizontal: "Left" }, limits: [0, 1] },
      // 1.5 of seven points, and as much of another scale.
      { key: "MaxSpread", value: (context) => widthOn(pointScaleOf(context), 1.5, SEVEN), limits: [0, 9] },
    ],
    words: [
      ...["noAnchor", "otherAnchor", "noComment", "tooLittle", "flat", "between", "end"],
      ...["keep", "moved", "wide", "fewJudges", "noDimension"],
    ],
    lists: {},
    bands: { from: bandsOn, key: "band" },
  },
  lines: () => [],
  samplePeople: SAMPLE_STAFF,
  sheetKeys: ["barsRatings", "ratedResults", "barsItems", "barsIncidents", "person", "proof", "checks"],
  reading: barsReading,
  ranked: { table: "BarsResults", total: "score", rank: "rank", band: "band" },
  rankingList: {},
  checks: BARS_CHECKS,
  proof: PROOF,
  period: PERIOD,
  year: YEAR,
  people: {
    tables: [
      { table: "BarsRatings", person: "person", labels: ["item"] },
      ...onePerPerson("BarsResults", "MethodProof"),
    ],
  },
  build,
  handout: HANDOUT,
  sampleStage: 3,
  start: "barsRatings",
};
