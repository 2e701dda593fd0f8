/** 360-degree review: forms of several groups, group weights, small groups hidden, own view beside the others', report for one person. */
import { checksSheet } from "../../blueprint/checksSheet";
import { partOf as pageOf } from "../../blueprint/methodSheet";
import { partOf, rowlessRow, sourceOf, wordRows } from "../../blueprint/methodTable";
import type { MethodContext, MethodDefinition, MethodPart } from "../../blueprint/methodWorkbook";
import { onePerPerson } from "../../people/peopleTables";
import { cellFormula, column } from "../../formulas/columns";
import { pointScaleOf, SCALE_END } from "../../blueprint/context";
import { bandsOn, widthOn } from "../../model/pointScale";
import { METHOD_CARDS } from "../list";
import { CHECKS_360 } from "./checks";
import { PERIOD, YEAR } from "./period";
import { PROOF } from "./proof";
import { HANDOUT } from "./handout";
import { groupWeightsOffFormula, GROUPS } from "./formulas";
import { report360 } from "./personReport";
import { reading360 } from "./reading";
import { reportSheet } from "./report";
import { SAMPLE_STAFF } from "./sample";
import { formsSheet, profileSheet, results360, statementsSheet } from "./sheets";

function build(context: MethodContext): readonly MethodPart[] {
  const { names } = context;
  const statements = statementsSheet(context);
  const forms = formsSheet(context);
  const profile = profileSheet(context, sourceOf(forms), sourceOf(statements));
  const results = results360(context, sourceOf(forms), sourceOf(profile));
  const report = reportSheet(context, context.sheetName("report360"), {
    profile: sourceOf(profile),
    results: sourceOf(results),
  });
  const checks = [
    ...wordRows(statements, ["weightMissing", "weightsOff"]),
    { label: "groupWeights", count: groupWeightsOffFormula(names), sheet: context.sheetName("settings") },
    ...wordRows(forms, ["toFill", "unknown", "noGroup", "notPoint", "twice", "shortTime"]),
    ...wordRows(results, ["fewRaters", "tooLittle", "noSelf"]),
    rowlessRow(context, results),
  ];
  const texts = cellFormula(column(statements.table.name, statements.headers["item"] ?? ""));
  return [
    partOf(forms),
    partOf(results),
    partOf(profile),
    pageOf("Report360", report),
    {
      ...partOf(statements),
      names: [...statements.names, { name: names.own.range("Statements"), refersTo: texts }],
    },
    { sheet: checksSheet(context, context.sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

const WHOLE_LEFT = { numberFormat: "0", horizontal: "Left" } as const;
const WEIGHT = { numberFormat: "General", horizontal: "Left" } as const;

export const MANAGER_360: MethodDefinition = {
  id: "manager-360",
  name: METHOD_CARDS["manager-360"].name,
  own: {
    common: ["Stage", "StageNo", "From", "To", "AsOf", "Tolerance", "MinApplicable"],
    rows: [
      SCALE_END,
      { key: "WBoss", value: 40, style: WEIGHT, limits: [0, 100] },
      { key: "WPeers", value: 25, style: WEIGHT, limits: [0, 100] },
      { key: "WReports", value: 35, style: WEIGHT, limits: [0, 100] },
      { key: "WCustomers", value: 0, style: WEIGHT, limits: [0, 100] },
      { key: "MinRaters", value: 3, style: WHOLE_LEFT, limits: [1, 50] },
      { key: "FewRaters", value: 6, style: WHOLE_LEFT, limits: [0, 50] },
      { key: "LeastMonths", value: 4, style: WHOLE_LEFT, limits: [0, 60] },
      { key: "Gap", value: (context) => widthOn(pointScaleOf(context), 1), style: WEIGHT, limits: [0.1, 9] },
      { key: "ShowGap", value: (context) => widthOn(pointScaleOf(context), 0.5), style: WEIGHT, limits: [0, 9] },
    ],
    words: [
      ...GROUPS,
      ...["hidden", "blindSpot", "hiddenStrength", "selfHigher", "selfLower"],
      ...["noGroup", "notPoint", "twice", "shortTime", "fewRaters", "tooLittle", "noSelf"],
    ],
    lists: { Groups: GROUPS },
    bands: { from: bandsOn, key: "band" },
  },
  lines: () => [],
  samplePeople: SAMPLE_STAFF,
  sheetKeys: ["forms360", "results360", "profile360", "report360", "items360", "proof", "checks"],
  reading: reading360,
  ranked: { table: "Results360", total: "score", rank: "rank", band: "band" },
  personReport: report360,
  checks: CHECKS_360,
  proof: PROOF,
  period: PERIOD,
  year: YEAR,
  people: {
    tables: [
      { table: "Forms360", person: "rated", labels: ["group"], number: "no" },
      ...onePerPerson("Results360", "MethodProof"),
      { table: "Profile360", person: "person", labels: ["item", "no"] },
    ],
  },
  build,
  handout: HANDOUT,
  sampleStage: 3,
  start: "forms360",
};
