/** W13: two indicators rise and fall together over many people: what they share is counted twice. */
import { sampleCorrelation } from "simple-statistics";
import { BOTH, findingOf, FROM_EVALUATE, type Check } from "../check";
import { shown } from "../planWeights";

/** Correlation of two columns; null when one of them does not vary. */
function correlationOf(a: number[], b: number[]): number | null {
  const flat = (list: readonly number[]): boolean => list.every((value) => value === list[0]);
  return flat(a) || flat(b) ? null : sampleCorrelation(a, b);
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
      const columns = plan.lines.map((_, k) => rows.map((row) => row[k] ?? 0));
      return plan.lines.flatMap((line, i) =>
        plan.lines.slice(i + 1).flatMap((other, step) => {
          const r = correlationOf(columns[i] ?? [], columns[i + 1 + step] ?? []);
          if (r === null || r <= correlation) return [];
          const params = { name: line.name, other: other.name, r: shown(r), people: rows.length };
          const about = { stage: context.stage, plan: plan.name, indicator: other.name, params };
          return [findingOf(W13, other.weight.cell, about)];
        }),
      );
    }),
};
