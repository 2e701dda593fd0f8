/** Combined appraisal: sections of any method in one total, each with its weight and scale; bonus, deductions and a gate. */
import { checksSheet } from "../../blueprint/checksSheet";
import { partOf, rowlessRow, sourceOf, wordRows } from "../../blueprint/methodTable";
import type { MethodContext, MethodDefinition, MethodPart } from "../../blueprint/methodWorkbook";
import { onePerPerson } from "../../people/peopleTables";
import { METHOD_CARDS } from "../list";
import { linksNow } from "./linkScores";
import { PERIOD, YEAR } from "./period";
import { PROOF } from "./proof";
import { HANDOUT } from "./handout";
import { SIDES } from "./formulas";
import { combinedPage } from "./page";
import { combinedReading } from "./reading";
import { SAMPLE_STAFF } from "./sample";
import { combinedResults, extrasSheet, sectionsSheet, valuesSheet } from "./sheets";

function build(context: MethodContext): readonly MethodPart[] {
  const sections = sectionsSheet(context);
  const values = valuesSheet(context, sourceOf(sections));
  const extras = extrasSheet(context);
  const results = combinedResults(context, sourceOf(values), sourceOf(extras));
  const checks = [
    ...wordRows(sections, ["noScale", "weightMissing", "weightsOff"]),
    ...wordRows(values, ["toFill", "notNumber", "reasonMissing", "typedOver"]),
    ...wordRows(extras, ["unknown", "noExtraSide", "outside"]),
    ...wordRows(extras, ["reasonMissing"]).map((row) => ({ ...row, label: "extraGround" })),
    ...wordRows(extras, ["noEvidence"]).map((row) => ({ ...row, label: "extraUnproved" })),
    ...wordRows(results, ["tooLittle", "limited"]),
    ...wordRows(results, ["gateOpen"]).map((row) => ({ ...row, label: "gateUnasked" })),
    rowlessRow(context, results),
  ];
  return [
    partOf(values),
    partOf(results),
    partOf(sections),
    partOf(extras),
    combinedPage(
      context,
      { sections: sourceOf(sections), values: sourceOf(values), results: sourceOf(results) },
      sections.table.rows,
    ),
    { sheet: checksSheet(context, context.sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

const LEFT = { numberFormat: "General", horizontal: "Left" } as const;

export const COMBINED: MethodDefinition = {
  id: "combined",
  name: METHOD_CARDS.combined.name,
  own: {
    common: ["Stage", "StageNo", "From", "To", "AsOf", "Tolerance", "MinApplicable"],
    rows: [
      { key: "SectionCap", value: 120, style: LEFT, limits: [100, 1000] },
      { key: "MaxBonus", value: 5, style: LEFT, limits: [0, 100] },
      { key: "MaxDeduction", value: 10, style: LEFT, limits: [0, 100] },
      { key: "GateBand", value: 2, style: LEFT, limits: [1, 5] },
    ],
    words: [...SIDES, "noScale", "typedOver", "noExtraSide", "tooLittle", "limited"],
    lists: { ExtraSides: SIDES, GateAnswers: ["yes", "no"] },
    bands: { from: [-1_000_000, 60, 75, 90, 105], key: "band" },
  },
  lines: () => [],
  samplePeople: SAMPLE_STAFF,
  sheetKeys: ["sectionValues", "combinedResults", "sections", "extras", "person", "proof", "checks"],
  links: linksNow,
  reading: combinedReading,
  ranked: { table: "CombinedResults", total: "score", rank: "rank", band: "band" },
  rankingList: {},
  proof: PROOF,
  period: PERIOD,
  year: YEAR,
  people: {
    tables: [
      { table: "SectionValues", person: "person", labels: ["section", "no"] },
      ...onePerPerson("CombinedResults", "MethodProof"),
    ],
  },
  build,
  handout: HANDOUT,
  sampleStage: 3,
  start: "sectionValues",
};
