/** What is handed out before a combined appraisal: sections with weight and scale, limits of bonus and deductions, the gate. */
import { handoutRules, type HandoutDefinition } from "../../blueprint/handoutPlan";
import { bandsSource } from "../../blueprint/ratedHandout";
import { exampleQuotientFormula, exampleSumFormula, quotientOf, scaleEnds } from "../../formulas/handoutFormulas";
import { bandReachedFormula, withExtrasFormula } from "../../formulas/personPageFormulas";
import { exampleExtras, gateBandFormula } from "./formulas";

export const HANDOUT: HandoutDefinition = {
  name: "handout",
  plan: (context, tables) => {
    const { names } = context;
    const rules = handoutRules(context);
    const bands = bandsSource(context);
    const base = (at: (key: string) => string): string => quotientOf(at("exampleSum"), at("exampleWeight"));
    const { bonus, deduction, total } = exampleExtras(names);
    return {
      items: {
        source: tables("Sections"),
        count: context.count("sections"),
        words: "item",
        item: ["item"],
        figure: { from: "weight" },
        how: scaleEnds("zero", "full", "source"),
        example: [95, 80, 70, 90],
        heads: "sections",
        lines: 2,
      },
      rules: [
        rules.own("sectionPoints", "SectionCap"),
        rules.says("ratedNa"),
        rules.share("ratedApplicable", "MinApplicable"),
        rules.own("bonusLimit", "MaxBonus"),
        rules.own("deductionLimit", "MaxDeduction"),
        rules.made("gateLimit", gateBandFormula(names, bands)),
        rules.says("ratedRank"),
      ],
      example: [
        { key: "exampleSum", value: (page) => exampleSumFormula(page.column("won")) },
        { key: "exampleWeight", value: (page) => exampleSumFormula(page.column("figure")) },
        { key: "exampleSections", value: ({ at }) => exampleQuotientFormula(at("exampleSum"), at("exampleWeight")) },
        { key: "exampleTotal", value: ({ at }) => withExtrasFormula(base(at), bonus, deduction, total(base(at))) },
        { key: "exampleBand", value: ({ at }) => bandReachedFormula(total(base(at)), bands) },
      ],
      who: [rules.says("combinedWho")],
      hasBands: true,
      picksPerson: true,
    };
  },
};
