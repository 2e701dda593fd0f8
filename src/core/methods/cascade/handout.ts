/** What is handed out when goals have been broken down: the goals of each person, and how figures roll up. */
import { handoutRules, ownedBy, type HandoutDefinition } from "../../blueprint/handoutPlan";
import { textOf, withUnit } from "../../formulas/handoutFormulas";
import { attainmentStepFormula, flowStepFormula } from "./levelFormulas";

export const HANDOUT: HandoutDefinition = {
  name: "handout",
  plan: (context, tables) => {
    const { names } = context;
    const rules = handoutRules(context);
    const lines = tables("LineGoals");
    return {
      items: {
        source: lines,
        ...ownedBy("owner"),
        words: "goal",
        item: ["goal"],
        figure: { from: "weight" },
        how: withUnit("target", "unit"),
        beside: textOf("parent"),
        heads: "lineGoals",
        title: "ownGoals",
        lines: 2,
      },
      rules: [
        rules.says("cascadeFlow"),
        rules.says("cascadeMonths"),
        rules.share("cascadeAttainment", "Cap"),
        rules.says("cascadeMissing"),
        rules.says("cascadeUp"),
      ],
      example: [
        { key: "cascadeExTop", value: 1000 },
        { key: "cascadeExShare", value: 0.3, style: { numberFormat: "0%" } },
        { key: "cascadeExTarget", value: ({ at }) => flowStepFormula(at("cascadeExTop"), at("cascadeExShare")) },
        { key: "cascadeExDue", value: 150 },
        { key: "cascadeExActual", value: 165 },
        {
          key: "cascadeExAttainment",
          value: ({ at }) => attainmentStepFormula(names, at("cascadeExActual"), at("cascadeExDue")),
        },
      ],
      who: [rules.says("cascadeWho"), rules.day("figuresAsOf", "AsOf")],
      hasBands: false,
      picksPerson: true,
    };
  },
};
