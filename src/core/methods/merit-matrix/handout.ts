/** What is handed out before pay is decided: what the guide gives for which rating, the coefficients, the limits of the 9-box. */
import { handoutRules, type HandoutDefinition } from "../../blueprint/handoutPlan";
import { rangeFormula } from "../../formulas/handoutFormulas";
import { cellFormula } from "../../formulas/columns";
import { bonusStepFormula, compaStepFormula, guideLine, guideStepFormula } from "./formulas";

/** Rating of the example. */
const RATING = 4;
const PERCENT = { numberFormat: "0.0%" } as const;

export const HANDOUT: HandoutDefinition = {
  name: "howItWorks",
  plan: (context, tables) => {
    const { names } = context;
    const rules = handoutRules(context);
    const guide = tables("MeritGuide");
    return {
      items: {
        source: guide,
        count: guide.rows,
        words: "level",
        item: ["level"],
        figure: { from: "coefficient" },
        how: guideLine(names),
        heads: "meritGuide",
        title: "guide",
        lines: 2,
      },
      rules: [
        rules.says("meritCompa"),
        rules.says("meritGuide"),
        rules.made("meritBudget", cellFormula(names.own.cell("Budget")), PERCENT),
        rules.own("meritBonus", "Company"),
        rules.made("meritBox", rangeFormula(names.own.cell("CutMiddle"), names.own.cell("CutHigh"))),
        rules.says("meritAdvice"),
      ],
      example: [
        { key: "meritExRating", value: RATING },
        { key: "meritExSalary", value: 9000 },
        { key: "meritExMiddle", value: 10000 },
        { key: "meritExCompa", value: ({ at }) => compaStepFormula(at("meritExSalary"), at("meritExMiddle")) },
        {
          key: "meritExGuide",
          value: ({ at }) =>
            guideStepFormula(names, guide, at("meritExRating"), at("meritExSalary"), at("meritExMiddle")),
        },
        {
          key: "meritExBonus",
          value: ({ at }) => bonusStepFormula(names, guide, at("meritExRating"), at("meritExMiddle")),
        },
      ],
      who: [rules.says("meritWho")],
      talks: "told",
      hasBands: false,
      picksPerson: false,
    };
  },
};
