/** OKR: objectives, key results with start, target and grade 0–1, check-ins that feed them, roll-up by weight. */
import { checksSheet } from "../../blueprint/checksSheet";
import { checkRows, partOf, sourceOf } from "../../blueprint/methodSheet";
import type { MethodContext, MethodDefinition, MethodPart } from "../../blueprint/methodWorkbook";
import { columnMaker } from "../../blueprint/registerSheet";
import { METHOD_CARDS } from "../list";
import { OKR_CHECKS } from "./checks";
import { PERIOD, YEAR } from "./period";
import { PROOF } from "./proof";
import { HANDOUT } from "./handout";
import { okrReading } from "./reading";
import { checkInsSheet } from "./checkInsSheet";
import type { OkrContext } from "./frame";
import { KEY_RESULT_KEYS, keyResultsSheet } from "./keyResultsSheet";
import { objectivesSheet } from "./objectivesSheet";
import { okrPage } from "./page";

/** Rows of an empty workbook. */
const ROWS = { objectives: 4, keyResults: 12, checkIns: 30 };

function build(given: MethodContext): readonly MethodPart[] {
  const { names, text, sheetName } = given;
  const context: OkrContext = { ...given, rows: ROWS };
  const objectives = objectivesSheet(context, sheetName("objectives"), {
    table: names.own.table("KeyResults"),
    headers: columnMaker(text, "keyResults").heads(KEY_RESULT_KEYS),
  });
  const checkIns = checkInsSheet(context, sheetName("okrCheckIns"));
  const keyResults = keyResultsSheet(context, sheetName("keyResults"), checkIns);
  const checks = [
    ...checkRows(objectives, ["weightMissing", "weightsOff", "noOwner", "circle", "fewResults", "manyResults"]),
    ...checkRows(keyResults, ["unknown", "incomplete", "noWay", "noOwner", "noCheckIn", "toFill"]),
    ...checkRows(checkIns, ["unknown", "noDate", "outside", "notNumber"]),
  ];
  return [
    partOf("Objectives", objectives),
    partOf("KeyResults", keyResults),
    partOf("OkrCheckIns", checkIns),
    okrPage(context, sourceOf(objectives), sourceOf(keyResults)),
    { sheet: checksSheet(context, sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

const TEAM = { department: { en: "Service and development", "zh-CN": "服务与研发" } };
export const OKR: MethodDefinition = {
  id: "okr",
  name: METHOD_CARDS.okr.name,
  own: {
    common: ["Stage", "StageNo", "From", "To", "AsOf", "Tolerance"],
    rows: [
      { key: "Days", value: 21, limits: [1, 366] },
      { key: "LeastResults", value: 2, limits: [1, 20] },
      { key: "MostResults", value: 5, limits: [1, 20] },
    ],
    words: [
      ...["noWay", "noOwner", "noCheckIn", "fewResults", "manyResults", "circle", "noDate"],
      ...["reached", "onTrack", "behind"],
    ],
    lists: {},
    bands: { from: [0, 0.4, 0.6, 1], key: "okrGrade" },
  },
  lines: () => [],
  samplePeople: [
    { ...TEAM, post: { en: "Head of service", "zh-CN": "服务主管" } },
    { ...TEAM, post: { en: "Service engineer", "zh-CN": "服务工程师" } },
    { ...TEAM, post: { en: "Product manager", "zh-CN": "产品经理" } },
    { ...TEAM, post: { en: "Quality engineer", "zh-CN": "质量工程师" } },
  ],
  sheetKeys: ["objectives", "keyResults", "okrCheckIns", "person", "proof", "checks"],
  reading: okrReading,
  checks: OKR_CHECKS,
  proof: PROOF,
  period: PERIOD,
  year: YEAR,
  build,
  handout: HANDOUT,
  sampleStage: 2,
  sampleAsOf: 0.7,
  start: "objectives",
};
