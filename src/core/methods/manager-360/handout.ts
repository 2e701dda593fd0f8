/** What is handed out before a 360-degree review: statements, groups with their weights and least sizes, what is hidden. */
import { examplePoints, handoutRules, type HandoutDefinition } from "../../blueprint/handoutPlan";
import { bandsSource } from "../../blueprint/ratedHandout";
import { pointScaleOf } from "../../blueprint/context";
import { bandReachedFormula } from "../../formulas/personPageFormulas";
import { exampleGroupsFormula, exampleOthers } from "./formulas";

export const HANDOUT: HandoutDefinition = {
  name: "handout",
  plan: (context, tables) => {
    const { names } = context;
    const rules = handoutRules(context);
    const [boss = 0, peers = 0, reports = 0] = examplePoints(pointScaleOf(context));
    const means = (at: (key: string) => string) => ["exBoss", "exPeers", "exReports"].map(at);
    return {
      items: {
        source: tables("Items360"),
        count: context.count("statements"),
        words: "item",
        item: ["part"],
        figure: { from: "weight" },
        how: [{ key: "item" }],
        heads: "items360",
        lines: 1,
      },
      rules: [
        rules.own("answers360", "High"),
        rules.own("weightBoss", "WBoss"),
        rules.own("weightPeers", "WPeers"),
        rules.own("weightReports", "WReports"),
        rules.own("weightCustomers", "WCustomers"),
        rules.says("means360"),
        rules.own("smallGroup", "MinRaters"),
        rules.own("fewRaters", "FewRaters"),
        rules.own("gap360", "Gap"),
        rules.share("applicable360", "MinApplicable"),
        rules.says("ratedRank"),
      ],
      example: [
        { key: "exBoss", value: boss },
        { key: "exPeers", value: peers },
        { key: "exReports", value: reports },
        { key: "exOthers", value: ({ at }) => exampleGroupsFormula(names, means(at)) },
        {
          key: "exampleBand",
          value: ({ at }) => bandReachedFormula(exampleOthers(names, means(at)), bandsSource(context)),
        },
      ],
      who: [rules.says("who360"), rules.own("months360", "LeastMonths")],
      hasBands: true,
      picksPerson: false,
    };
  },
};
