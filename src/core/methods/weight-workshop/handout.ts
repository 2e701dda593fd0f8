/** What is handed out before a weight workshop: the indicators with today's weights, and the three ways of finding better ones. */
import { handoutRules, type HandoutDefinition } from "../../blueprint/handoutPlan";
import { meanFormula, textOf } from "../../formulas/handoutFormulas";
import { centroidStepFormula, spreadStepFormula } from "./formulas";

export const HANDOUT: HandoutDefinition = {
  name: "howItWorks",
  plan: (context, tables) => {
    const { names } = context;
    const rules = handoutRules(context);
    const points = (at: (key: string) => string): readonly string[] => [at("weightExFirst"), at("weightExSecond")];
    return {
      items: {
        source: tables("WeightItems"),
        count: context.count("indicators"),
        words: "item",
        item: ["item"],
        figure: { from: "today" },
        how: textOf("chosen"),
        heads: "weightItems",
        title: "weighted",
        lines: 1,
      },
      rules: [
        rules.says("weightOrder"),
        rules.says("weightPoints"),
        rules.says("weightPairs"),
        rules.own("weightRatio", "MaxRatio"),
        rules.own("weightSpread", "MaxSpreadPoints"),
        rules.says("weightChosen"),
      ],
      example: [
        { key: "weightExOrder", value: () => centroidStepFormula() },
        { key: "weightExFirst", value: 50 },
        { key: "weightExSecond", value: 40 },
        { key: "weightExPoints", value: ({ at }) => meanFormula(points(at)) },
        { key: "weightExSpread", value: ({ at }) => spreadStepFormula(names, points(at)) },
      ],
      who: [rules.says("weightWho")],
      talks: "told",
      hasBands: false,
      picksPerson: false,
    };
  },
};
