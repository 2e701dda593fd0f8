/** What is handed out with a balanced scorecard: the weights of the perspectives, how measures score, how scores roll up. */
import { handoutRules, type HandoutDefinition } from "../../blueprint/handoutPlan";
import { besideEachOther, meanFormula, pointsOfWay, wayFormula } from "../../formulas/handoutFormulas";

export const HANDOUT: HandoutDefinition = {
  name: "howItWorks",
  plan: (context, tables) => {
    const rules = handoutRules(context);
    const perspectives = tables("BscPerspectives");
    const way = (at: (key: string) => string) => [at("bscExFrom"), at("bscExTo"), at("bscExNow")] as const;
    return {
      items: {
        source: perspectives,
        count: perspectives.rows,
        words: "perspective",
        item: ["perspective"],
        figure: { from: "weight" },
        how: besideEachOther("objectives", "measures"),
        heads: "perspectives",
        title: "perspectives",
        lines: 1,
      },
      rules: [
        rules.own("bscScore", "MostPoints"),
        rules.says("bscObjective"),
        rules.says("bscPerspective"),
        rules.says("bscServes"),
        rules.says("bscLead"),
        rules.says("bscUse"),
      ],
      example: [
        { key: "bscExFrom", value: 9 },
        { key: "bscExTo", value: 13 },
        { key: "bscExNow", value: 12 },
        { key: "bscExScore", value: ({ at }) => wayFormula(...way(at)) },
        { key: "bscExOther", value: 95 },
        { key: "bscExObjective", value: ({ at }) => meanFormula([pointsOfWay(...way(at)), at("bscExOther")]) },
      ],
      who: [rules.says("bscWho"), rules.day("figuresAsOf", "AsOf")],
      talks: "told",
      hasBands: false,
      picksPerson: false,
    };
  },
};
