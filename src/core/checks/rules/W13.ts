/** W13: two indicators rise and fall together over many people: what they share is counted twice. */
import { deviationsOf, squarable, sumOfProducts } from "../../weighting/balance";
import { BOTH, findingOf, FROM_EVALUATE, type Check } from "../check";
import { shown } from "../planWeights";

/**
 * A column as deviations from its mean in standard deviations; null when it does not vary. Made once a column: the
 * correlation of two is then the mean of their products, and thousands of people take no longer than their scores.
 */
function standardised(column: Float64Array): Float64Array | null {
  if (column.every((value) => value === column[0])) return null;
  const deviations = deviationsOf(squarable(column));
  const spread = Math.sqrt(sumOfProducts(deviations, deviations) / (column.length - 1));
  for (let i = 0; i < deviations.length; i += 1) deviations[i] = (deviations[i] ?? 0) / spread;
  return deviations;
}

function correlationOf(a: Float64Array | null | undefined, b: Float64Array | null | undefined): number | null {
  return a == null || b == null ? null : sumOfProducts(a, b) / (a.length - 1);
}

export const W13: Check = {
  code: "W13",
  severity: "note",
  stages: FROM_EVALUATE,
  origins: BOTH,
  thresholds: { correlation: 0.9, people: 8 },
  silencedBy: [],
  run: (context, { correlation = 1, people = Infinity }) =>
    context.card.plans.flatMap((plan, index) => {
      const complete = context.completeScores(index);
      if (complete.people < people) return [];
      const columns = complete.columns.map(standardised);
      return plan.lines.flatMap((line, i) =>
        plan.lines.slice(i + 1).flatMap((other, step) => {
          const r = correlationOf(columns[i], columns[i + 1 + step]);
          if (r === null || !(r > correlation)) return [];
          const params = { name: line.name, other: other.name, r: shown(r), people: complete.people };
          const about = { stage: context.stage, plan: plan.name, indicator: other.name, params };
          return [findingOf(W13, other.weight.cell, about)];
        }),
      );
    }),
};
