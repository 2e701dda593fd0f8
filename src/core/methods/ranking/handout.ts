/** What is handed out before people are put in order: what is compared, by whom and how, and what a place does not say. */
import { handoutRules, type HandoutDefinition } from "../../blueprint/handoutPlan";
import { meanFormula } from "../../formulas/handoutFormulas";
import { seatsOf } from "./formulas";

const RANKS = ["rankExJudged", "rankExAlternated", "rankExPaired"] as const;

export const HANDOUT: HandoutDefinition = {
  name: "handout",
  plan: (context, tables) => {
    const rules = handoutRules(context);
    const shares = tables("Shares");
    return {
      items: {
        source: shares,
        count: shares.rows,
        words: "band",
        item: ["band"],
        figure: { from: "share", style: { numberFormat: "0%" } },
        how: seatsOf(shares),
        heads: "shares",
        title: "advice",
        lines: 1,
      },
      rules: [
        rules.says("rankQuestion"),
        rules.says("rankOrders"),
        rules.says("rankAlternation"),
        rules.says("rankPairs"),
        rules.says("rankMean"),
        rules.own("rankBands", "MinPeople"),
        rules.says("rankNobody"),
      ],
      example: [
        { key: RANKS[0], value: 2 },
        { key: RANKS[1], value: 3 },
        { key: RANKS[2], value: 2 },
        { key: "rankExMean", value: ({ at }) => meanFormula(RANKS.map(at)) },
      ],
      who: [rules.says("rankWho")],
      hasBands: false,
      picksPerson: false,
    };
  },
};
