/**
 * The page for one person of pay and talent: place in the pay range, raise and new salary, bonus, each as a sum. The 9-box is not on
 * it: it is for those who plan who comes next, not to be handed out.
 */
import { methodPersonPage, type HowStep } from "../../blueprint/methodPersonPage";
import { BOLD } from "../../blueprint/methodTable";
import type { MethodContext, MethodPart } from "../../blueprint/methodWorkbook";
import type { TableSource } from "../../formulas/byKey";
import { ofPickedFormula, quotientFormula } from "../../formulas/personPageFormulas";
import { bonusMadeFormula, guideRangeFormula, newSalaryStepFormula, raiseStepFormula } from "./formulas";
import { YEAR } from "./period";

const SHARE = { numberFormat: "0.0%" } as const;
const MONEY = { numberFormat: "#,##0.00" } as const;
/** A person has one row: no table sets the columns. */
const WIDTHS = [6, 20, 20, 18, 40, 40];

/** Pay and bonus of the person who is picked. */
export function payPage(context: MethodContext, pay: TableSource, bonus: TableSource): MethodPart {
  const { names, peopleHeaders } = context;
  const people: TableSource = { table: names.table("People"), headers: peopleHeaders };
  const ofBonus = (key: string, from: string): HowStep => ({
    key,
    value: () => ofPickedFormula(names, people, bonus, from, "number"),
  });
  return methodPersonPage(context, {
    shows: { widths: WIDTHS },
    results: pay,
    facts: [
      { key: "newSalary", kind: "number", style: { ...MONEY, font: { bold: true, size: 14 } } },
      { key: "raise", kind: "number", style: { ...MONEY, ...BOLD } },
      { key: "proposed", kind: "number", style: SHARE },
      { key: "rating", kind: "number", style: { numberFormat: "0.0" } },
      { key: "salary", kind: "number", style: MONEY },
      { key: "middle", kind: "number", style: MONEY },
      { key: "compa", kind: "number", style: { numberFormat: "0%" } },
      { key: "reason", kind: "text", lines: 3 },
    ],
    aside: ["guideFrom", "guideTo"],
    how: [
      { key: "payCompa", value: (at) => quotientFormula(at("salary"), at("middle"), at("compa")) },
      { key: "payGuide", value: (at) => guideRangeFormula(at("guideFrom"), at("guideTo")) },
      { key: "payRaise", value: (at) => raiseStepFormula(at("salary"), at("proposed"), at("raise")) },
      { key: "payNew", value: (at) => newSalaryStepFormula(at("salary"), at("raise")) },
      ofBonus("payBase", "base"),
      ofBonus("payDepartment", "department"),
      ofBonus("payPersonal", "personal"),
      ofBonus("payBonus", "bonus"),
      {
        key: "payBonusSum",
        value: (at) =>
          bonusMadeFormula(
            [at("payBase"), names.own.cell("Company"), at("payDepartment"), at("payPersonal")],
            at("payBonus"),
          ),
      },
    ],
    trend: YEAR,
  });
}
