/** W13: two indicators rise and fall together over many people: what they share is counted twice. */
import { mean, sampleStandardDeviation } from "simple-statistics";
import { BOTH, findingOf, FROM_EVALUATE, type Check } from "../check";
import { shown } from "../planWeights";

/**
 * A column as deviations from its mean in standard deviations; null when it does not vary. Made once a column: the
 * correlation of two is then the mean of their products, and thousands of people take no longer than their scores.
 */
function standardised(column: number[]): Float64Array | null {
  if (column.every((value) => value === column[0])) return null;
  const [centre, spread] = [mean(column), sampleStandardDeviation(column)];
  const deviations = new Float64Array(column.length);
  for (let i = 0; i < column.length; i += 1) deviations[i] = ((column[i] ?? 0) - centre) / spread;
  return deviations;
}

function correlationOf(a: Float64Array | null | undefined, b: Float64Array | null | undefined): number | null {
  if (a == null || b == null) return null;
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum / (a.length - 1);
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
      const rows = context.completeScores(index);
      if (rows.length < people) return [];
      const columns = plan.lines.map((_, k) => standardised(rows.map((row) => row[k] ?? 0)));
      return plan.lines.flatMap((line, i) =>
        plan.lines.slice(i + 1).flatMap((other, step) => {
          const r = correlationOf(columns[i], columns[i + 1 + step]);
          if (r === null || r <= correlation) return [];
          const params = { name: line.name, other: other.name, r: shown(r), people: rows.length };
          const about = { stage: context.stage, plan: plan.name, indicator: other.name, params };
          return [findingOf(W13, other.weight.cell, about)];
        }),
      );
    }),
};
