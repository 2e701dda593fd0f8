/** D01: totals lie closer together than the work that people carried. */
import { mean, sampleStandardDeviation } from "simple-statistics";
import { findingOf, FROM_EVALUATE, type Check } from "../check";
import { figure } from "../ratingSheets";

/** Spread as a share of the mean; null where the mean says nothing. */
function relativeSpread(values: readonly number[]): number | null {
  const centre = mean([...values]);
  return centre > 0 ? sampleStandardDeviation([...values]) / centre : null;
}

export const D01: Check = {
  code: "D01",
  severity: "note",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  part: "workload",
  /** Fewest people; spread of totals as a share of the spread of workload that is still fair. */
  thresholds: { people: 5, share: 1 },
  silencedBy: [],
  run: ({ card, results, stage }, { people = 2, share = 1 }) => {
    const tasks = card.workload ?? [];
    const pairs = results.flatMap(({ id, total }) => {
      const own = tasks.filter((task) => task.person === id && task.points !== null);
      if (total === null || own.length === 0) return [];
      return [{ total, work: own.reduce((sum, task) => sum + (task.points ?? 0) * (task.share ?? 1), 0) }];
    });
    const [first] = tasks;
    if (first === undefined || pairs.length < Math.max(2, people)) return [];
    const [totals, work] = [relativeSpread(pairs.map((p) => p.total)), relativeSpread(pairs.map((p) => p.work))];
    if (totals === null || work === null || totals >= work * share) return [];
    const params = { totals: figure(totals * 100), work: figure(work * 100), count: pairs.length };
    return [findingOf(D01, first.cell, { stage, params })];
  },
};
