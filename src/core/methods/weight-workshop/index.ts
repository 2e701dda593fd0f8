/** Weight workshop: weights by order, by points of several people and by pairs, beside today's; what is chosen stands last. */
import { checksSheet } from "../../blueprint/checksSheet";
import { partOf, sourceOf, wordRows } from "../../blueprint/methodTable";
import type { MethodContext, MethodDefinition, MethodPart } from "../../blueprint/methodWorkbook";
import { METHOD_CARDS } from "../list";
import { HANDOUT } from "./handout";
import { PERIOD } from "./period";
import { PROOF } from "./proof";
import { workshopReading } from "./reading";
import { SAMPLE_STAFF } from "./sample";
import { factsSheet, itemsSheet, pointsSheet, weightPairsSheet } from "./sheets";

function build(context: MethodContext): readonly MethodPart[] {
  const items = itemsSheet(context);
  const points = pointsSheet(context, sourceOf(items));
  const pairs = weightPairsSheet(context, sourceOf(items));
  const checks = [
    ...wordRows(items, ["notPlace", "placeOpen", "weightMissing", "weightsOff", "farApart"]),
    ...wordRows(points, ["notNumber", "pointsOff"]),
    ...wordRows(pairs, ["notRatio", "pairOpen"]),
  ];
  return [
    partOf(items),
    partOf(points),
    partOf(pairs),
    partOf(factsSheet(context, sourceOf(pairs))),
    { sheet: checksSheet(context, context.sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

export const WEIGHT_WORKSHOP: MethodDefinition = {
  id: "weight-workshop",
  name: METHOD_CARDS["weight-workshop"].name,
  own: {
    common: ["Stage", "StageNo", "From", "To", "AsOf", "Tolerance"],
    rows: [
      { key: "MaxSpreadPoints", value: 15, style: { numberFormat: "General", horizontal: "Left" }, limits: [0, 100] },
      { key: "MaxRatio", value: 0.1, style: { numberFormat: "0.00", horizontal: "Left" }, limits: [0, 1] },
    ],
    words: [...["notPlace", "placeOpen", "farApart", "pointsOff", "notRatio", "pairOpen", "lookAgain", "consistent"]],
    lists: {},
  },
  lines: () => [],
  samplePeople: SAMPLE_STAFF,
  sheetKeys: ["weightItems", "weightPoints", "weightPairs", "weightFacts", "proof", "checks"],
  reading: workshopReading,
  proof: PROOF,
  period: PERIOD,
  people: {
    tables: [{ table: "WeightPoints", person: "person", labels: ["item"] }],
  },
  build,
  handout: HANDOUT,
  sampleStage: 1,
  start: "weightItems",
};
