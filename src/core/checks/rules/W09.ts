/** W09: a plan measures only results, or only what drives them. Silent unless every line says which it is. */
import { BOTH, findingOf, type Check } from "../check";

export const W09: Check = {
  code: "W09",
  severity: "note",
  stages: ["plan"],
  // Only who took the trouble to write it beside every measure hears of it.
  ownSheetStages: ["evaluate"],
  origins: BOTH,
  thresholds: { lines: 3 },
  silencedBy: [],
  run: ({ card, stage }, { lines: least = 0 }) =>
    card.plans.flatMap((plan) => {
      const [first] = plan.lines;
      if (first?.nature === undefined || plan.lines.length < least) return [];
      if (plan.lines.some(({ nature }) => nature !== first.nature)) return [];
      const params = { plan: plan.name, nature: first.nature };
      return [findingOf(W09, plan.weights, { stage, plan: plan.name, params })];
    }),
};
