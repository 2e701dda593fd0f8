/** What is handed out before an improvement plan begins: what it needs, what it is for, how its effect is measured. */
import { handoutRules, type HandoutDefinition } from "../../blueprint/handoutPlan";
import { rangeFormula } from "../../formulas/handoutFormulas";
import { lostStepFormula, wonBackStepFormula } from "./formulas";

const PERCENT = { numberFormat: "0%" } as const;

export const HANDOUT: HandoutDefinition = {
  name: "howItWorks",
  plan: (context) => {
    const { names } = context;
    const rules = handoutRules(context);
    return {
      rules: [
        rules.says("pipReason"),
        rules.own("pipFacts", "LeastFacts"),
        rules.says("pipLost"),
        rules.made("pipGoals", rangeFormula(names.own.cell("LeastGoals"), names.own.cell("MostGoals"))),
        rules.own("pipPoints", "LeastPoints"),
        rules.says("pipSupport"),
        rules.says("pipOutcome"),
        rules.says("pipNot"),
      ],
      example: [
        { key: "pipExWeight", value: 30 },
        { key: "pipExBefore", value: 0.55, style: PERCENT },
        { key: "pipExLost", value: ({ at }) => lostStepFormula(at("pipExWeight"), at("pipExBefore")) },
        { key: "pipExAfter", value: 0.8, style: PERCENT },
        {
          key: "pipExBack",
          value: ({ at }) => wonBackStepFormula(at("pipExWeight"), at("pipExBefore"), at("pipExAfter")),
        },
      ],
      who: [rules.says("pipWho")],
      hasBands: false,
      picksPerson: true,
    };
  },
};
