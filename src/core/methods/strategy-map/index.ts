/** Balanced scorecard with its strategy map: perspectives, objectives that serve each other, measures, initiatives. */
import { checksSheet } from "../../blueprint/checksSheet";
import { partOf, wordRows } from "../../blueprint/methodTable";
import type { MethodContext, MethodDefinition, MethodPart } from "../../blueprint/methodWorkbook";
import { METHOD_CARDS } from "../list";
import { MAP_CHECKS } from "./checks";
import { PERIOD, YEAR } from "./period";
import { PROOF } from "./proof";
import { HANDOUT } from "./handout";
import { STATES } from "./formulas";
import { strategyReading } from "./reading";
import { SAMPLE_STAFF } from "./sample";
import { initiativesSheet, mapSheet, measuresSheet, objectivesSheet, perspectivesSheet } from "./sheets";

const LINK_WORDS = ["noPerspective", "linkDown", "noLinkUp", "noLinkBelow", "measureless", "noInitiative", "ownerless"];

function build(context: MethodContext): readonly MethodPart[] {
  const perspectives = perspectivesSheet(context);
  const objectives = objectivesSheet(context);
  const measures = measuresSheet(context);
  const initiatives = initiativesSheet(context);
  const checks = [
    ...wordRows(perspectives, ["weightMissing", "weightsOff", "emptyPerspective", "onlyLag"]),
    ...wordRows(objectives, ["unknown", ...LINK_WORDS]),
    ...wordRows(measures, ["noNature", "incomplete", "noDistance", "toFill"]),
    ...wordRows(initiatives, ["dateless", "lateInitiative"]),
  ];
  return [
    partOf(objectives),
    partOf(measures),
    partOf(initiatives),
    partOf(perspectives),
    partOf(mapSheet(context)),
    { sheet: checksSheet(context, context.sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

export const STRATEGY_MAP: MethodDefinition = {
  id: "strategy-map",
  name: METHOD_CARDS["strategy-map"].name,
  own: {
    common: ["Stage", "StageNo", "From", "To", "AsOf", "Tolerance"],
    rows: [
      { key: "MostPoints", value: 120, style: { numberFormat: "General", horizontal: "Left" }, limits: [100, 1000] },
    ],
    words: [
      ...[...STATES, ...LINK_WORDS, "emptyPerspective", "onlyLag", "noNature", "noDistance", "dateless"],
      "lateInitiative",
    ],
    lists: { Natures: ["lead", "lag"], States: STATES },
  },
  lines: () => [],
  samplePeople: SAMPLE_STAFF,
  sheetKeys: ["bscObjectives", "bscMeasures", "bscInitiatives", "bscPerspectives", "bscMap", "proof", "checks"],
  reading: strategyReading,
  checks: MAP_CHECKS,
  proof: PROOF,
  period: PERIOD,
  year: YEAR,
  build,
  handout: HANDOUT,
  sampleStage: 3,
  sampleAsOf: 0.75,
  start: "bscObjectives",
};
