/** W06 too few or too many indicators; W07 all weights equal; W08 sections; W10 concentration; W11 same indicator, other weight; W13 counted twice; W14 influence. */
import { sampleCorrelation } from "simple-statistics";
import type { Plan } from "../../model/scorecard";
import { concentration, influence } from "../../weighting/balance";
import { BOTH, findingOf, FROM_EVALUATE, type Check } from "../check";
import { pointsOf, shown } from "../planWeights";

const points = (plan: Plan): number[] => plan.lines.map((line) => pointsOf(plan, line) ?? 0);

export const W06: Check = {
  code: "W06",
  severity: "warning",
  stages: ["plan"],
  origins: BOTH,
  thresholds: { few: 3, many: 10 },
  silencedBy: [],
  run: ({ card, stage }, { few = 3, many = 10 }) =>
    card.plans.flatMap((plan) => {
      const count = plan.lines.length;
      if (count >= few && count <= many) return [];
      const params = { plan: plan.name, count, few, many };
      return [findingOf(W06, plan.weights, { stage, severity: count < few ? "warning" : "note", params })];
    }),
};

export const W07: Check = {
  code: "W07",
  severity: "note",
  stages: ["plan"],
  origins: BOTH,
  thresholds: { lines: 3 },
  silencedBy: [],
  run: ({ card, stage }, { lines = 3 }) =>
    card.plans.flatMap((plan) => {
      const list = points(plan);
      const equal = list.length >= lines && list.every((point) => point === list[0] && point > 0);
      return equal ? [findingOf(W07, plan.weights, { stage, params: { plan: plan.name, count: list.length } })] : [];
    }),
};

/** Points of each section, in the order of the plan. */
function sections(plan: Plan): Map<string, number> {
  const sums = new Map<string, number>();
  for (const line of plan.lines) {
    if (line.section !== "") sums.set(line.section, (sums.get(line.section) ?? 0) + (pointsOf(plan, line) ?? 0));
  }
  return sums;
}

export const W08: Check = {
  code: "W08",
  severity: "warning",
  stages: ["plan"],
  origins: BOTH,
  thresholds: { low: 10, high: 60, sections: 3 },
  silencedBy: ["W01", "W02"],
  run: ({ card, stage }, { low = 10, high = 60, sections: least = 3 }) =>
    card.plans.flatMap((plan) => {
      const sums = sections(plan);
      if (sums.size < least) return [];
      return [...sums].flatMap(([section, sum]) => {
        if (sum >= low && sum <= high) return [];
        const first = plan.lines.find((line) => line.section === section);
        const params = { section, points: shown(sum), low, high };
        return [findingOf(W08, first?.weight.cell ?? plan.weights, { stage, params })];
      });
    }),
};

export const W10: Check = {
  code: "W10",
  severity: "note",
  stages: ["plan"],
  origins: BOTH,
  thresholds: { effective: 3 },
  silencedBy: ["W01", "W02", "W05", "W06"],
  run: ({ card, stage }, { effective = 3 }) =>
    card.plans.flatMap((plan) => {
      const found = concentration(points(plan).map((point) => Math.max(0, point)));
      if (!found.ok || found.value.effectiveNumber >= effective) return [];
      const params = { plan: plan.name, effective: shown(found.value.effectiveNumber, 1), count: plan.lines.length };
      return [findingOf(W10, plan.weights, { stage, params })];
    }),
};

export const W11: Check = {
  code: "W11",
  severity: "note",
  stages: ["plan"],
  origins: ["generated"],
  thresholds: {},
  silencedBy: [],
  run: ({ card, stage }) =>
    card.plans.flatMap((plan) =>
      plan.lines.flatMap((line, i) => {
        const first = plan.lines.find((other) => other.name === line.name && line.name !== "");
        if (first === undefined || plan.lines.indexOf(first) === i) return [];
        if (first.weight.value === line.weight.value) return [];
        return [findingOf(W11, line.weight.cell, { stage, indicator: line.name, params: { name: line.name } })];
      }),
    ),
};

export const W13: Check = {
  code: "W13",
  severity: "note",
  stages: FROM_EVALUATE,
  origins: BOTH,
  thresholds: { correlation: 0.9, people: 8 },
  silencedBy: [],
  run: (context, { correlation = 0.9, people = 8 }) =>
    context.card.plans.flatMap((plan, index) => {
      const rows = context.completeScores(index);
      if (rows.length < people) return [];
      const columns = plan.lines.map((_, k) => rows.map((row) => row[k] ?? 0));
      return plan.lines.flatMap((line, i) =>
        plan.lines.slice(i + 1).flatMap((other, step) => {
          const r = correlationOf(columns[i] ?? [], columns[i + 1 + step] ?? []);
          if (r === null || r <= correlation) return [];
          const params = { name: line.name, other: other.name, r: shown(r), people: rows.length };
          return [findingOf(W13, other.weight.cell, { stage: context.stage, indicator: other.name, params })];
        }),
      );
    }),
};

/** Correlation of two columns; null when one of them does not vary. */
function correlationOf(a: number[], b: number[]): number | null {
  const flat = (list: readonly number[]): boolean => list.every((value) => value === list[0]);
  return flat(a) || flat(b) ? null : sampleCorrelation(a, b);
}

export const W14: Check = {
  code: "W14",
  severity: "note",
  stages: FROM_EVALUATE,
  origins: BOTH,
  thresholds: { low: 0.5, high: 2, people: 8 },
  silencedBy: ["W01", "W02"],
  run: (context, { low = 0.5, high = 2, people = 8 }) =>
    context.card.plans.flatMap((plan, index) => {
      const rows = context.completeScores(index);
      const weights = points(plan);
      const found = rows.length < people ? null : influence(rows, weights);
      if (found?.ok !== true) return [];
      const sum = weights.reduce((all, weight) => all + weight, 0);
      return plan.lines.flatMap((line, k) => {
        const share = (weights[k] ?? 0) / sum;
        const real = found.value[k] ?? 0;
        if (share <= 0 || (real / share >= low && real / share <= high)) return [];
        const params = { name: line.name, weight: shown(share * 100, 1), influence: shown(real * 100, 1) };
        return [findingOf(W14, line.weight.cell, { stage: context.stage, indicator: line.name, params })];
      });
    }),
};
