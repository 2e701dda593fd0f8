/** What is handed out before a written review: the questions, and what a comment must rest on. It gives no number. */
import { handoutRules, type HandoutDefinition } from "../../blueprint/handoutPlan";

export const HANDOUT: HandoutDefinition = {
  name: "handout",
  plan: (context, tables) => {
    const rules = handoutRules(context);
    return {
      items: {
        source: tables("Prompts"),
        count: context.count("prompts"),
        words: "prompt",
        item: ["no"],
        figure: { from: () => context.names.own.cell("MinLength") },
        how: [{ key: "prompt" }],
        heads: "narrative",
        lines: 2,
      },
      rules: [
        rules.says("narrativeFacts"),
        rules.own("narrativeRecords", "MinRecords"),
        rules.own("narrativeCopies", "Copies"),
        rules.says("narrativeNumber"),
      ],
      example: [{ key: "narrativeExPoor" }, { key: "narrativeExGood" }],
      who: [rules.says("narrativeWho")],
      hasBands: false,
      picksPerson: false,
    };
  },
};
