/** Pay and talent: merit matrix with its budget, bonus by coefficients, 9-box. All of it advises; somebody decides. */
import { checksSheet } from "../../blueprint/checksSheet";
import { partOf, rowlessRow, sourceOf, wordRows } from "../../blueprint/methodTable";
import type { MethodContext, MethodDefinition, MethodPart } from "../../blueprint/methodWorkbook";
import { onePerPerson } from "../../people/peopleTables";
import { METHOD_CARDS } from "../list";
import { payPage } from "./page";
import { PERIOD, YEAR } from "./period";
import { PROOF } from "./proof";
import { HANDOUT } from "./handout";
import { overBudgetFormula } from "./formulas";
import { meritReading } from "./reading";
import { SAMPLE_STAFF } from "./sample";
import { bonusSheet, boxNamesSheet, guideTable, paySheet, talentSheet } from "./sheets";

function build(context: MethodContext): readonly MethodPart[] {
  const guide = guideTable(context);
  const pay = paySheet(context, sourceOf(guide));
  const bonus = bonusSheet(context, sourceOf(guide));
  const { talent, grid } = talentSheet(context);
  const checks = [
    ...wordRows(pay, ["toFill", "noRating", "noPay", "offGuide"]),
    { label: "overBudget", count: overBudgetFormula(context.names, sourceOf(pay)), sheet: pay.sheet.name },
    ...wordRows(bonus, ["incomplete"]).map((row) => ({ ...row, label: "bonusIncomplete" })),
    ...wordRows(talent, ["notPoint", "noPotentialFact"]),
    rowlessRow(context, pay),
  ];
  return [
    partOf(pay),
    partOf(bonus),
    { ...partOf(talent), tables: { Talent: talent.table, NineBox: grid } },
    partOf(boxNamesSheet(context, sourceOf(talent))),
    partOf(guide),
    payPage(context, sourceOf(pay), sourceOf(bonus)),
    { sheet: checksSheet(context, context.sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

const LEFT = { numberFormat: "General", horizontal: "Left" } as const;
const PERCENT = { numberFormat: "0.0%", horizontal: "Left" } as const;

export const MERIT_MATRIX: MethodDefinition = {
  id: "merit-matrix",
  name: METHOD_CARDS["merit-matrix"].name,
  own: {
    common: ["Stage", "StageNo", "From", "To", "AsOf"],
    rows: [
      { key: "Budget", value: 0.04, style: PERCENT, limits: [0, 1] },
      { key: "CompaLow", value: 0.9, style: PERCENT, limits: [0, 2] },
      { key: "CompaHigh", value: 1.1, style: PERCENT, limits: [0, 3] },
      { key: "Company", value: 1, style: LEFT, limits: [0, 10] },
      { key: "CutMiddle", value: 2.5, style: LEFT, limits: [1, 5] },
      { key: "CutHigh", value: 3.5, style: LEFT, limits: [1, 5] },
    ],
    words: [
      ...["noRating", "noPay", "offGuide", "notPoint", "noPotentialFact"],
      ...Array.from({ length: 9 }, (_, i) => `box${String(i + 1)}`),
    ],
    lists: {},
  },
  lines: () => [],
  samplePeople: SAMPLE_STAFF,
  sheetKeys: ["pay", "bonus", "talent", "nineBoxNames", "meritGuide", "person", "proof", "checks"],
  reading: meritReading,
  proof: PROOF,
  period: PERIOD,
  year: YEAR,
  people: {
    tables: onePerPerson("Pay", "Bonus", "Talent", "MethodProof"),
  },
  build,
  handout: HANDOUT,
  sampleStage: 4,
  start: "pay",
};
