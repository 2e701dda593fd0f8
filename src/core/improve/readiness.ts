/** Whether an improvement plan is ready to be signed: facts, goals, check points and time (domain rule C15). */
import { computed, refused, type Computed } from "../model/computed";

export interface ImprovementPlan {
  /** Dated facts that show the gap. */
  readonly incidents: number;
  readonly goals: number;
  readonly checkpoints: number;
  readonly days: number;
  /** What is written down; absent where the sheet does not ask for it. */
  readonly standard?: boolean;
  readonly support?: boolean;
  readonly measure?: boolean;
}

export interface ReadinessRules {
  readonly minIncidents: number;
  readonly goals: readonly [least: number, most: number];
  readonly minCheckpoints: number;
  /** Lengths in days that a plan may have. */
  readonly durations: readonly number[];
}
/** The rules of a fresh workbook. */
export const READINESS_DEFAULTS: ReadinessRules = {
  minIncidents: 2,
  goals: [2, 4],
  minCheckpoints: 2,
  durations: [30, 60, 90],
};

/** What is still missing. */
export type ReadinessGap =
  "incidents" | "tooFewGoals" | "tooManyGoals" | "checkpoints" | "days" | "standard" | "support" | "measure";

/**
 * What keeps a plan from being ready, in the order of its sheet; empty when it is.
 * @returns refused: "not-a-number", "negative"
 * Source: Business-in-a-Box, improvement plan guide, steps 1–5; the numbers are settings.
 */
export function readinessGaps(
  plan: ImprovementPlan,
  rules: ReadinessRules = READINESS_DEFAULTS,
): Computed<readonly ReadinessGap[]> {
  const numbers = [plan.incidents, plan.goals, plan.checkpoints, plan.days];
  if (
    ![...numbers, ...rules.goals, ...rules.durations, rules.minIncidents, rules.minCheckpoints].every(Number.isFinite)
  )
    return refused("not-a-number");
  if (numbers.some((value) => value < 0)) return refused("negative");
  const gaps: readonly (readonly [gap: ReadinessGap, isOpen: boolean])[] = [
    ["incidents", plan.incidents < rules.minIncidents],
    ["standard", plan.standard === false],
    ["tooFewGoals", plan.goals < rules.goals[0]],
    ["tooManyGoals", plan.goals > rules.goals[1]],
    ["support", plan.support === false],
    ["days", !rules.durations.includes(plan.days)],
    ["checkpoints", plan.checkpoints < rules.minCheckpoints],
    ["measure", plan.measure === false],
  ];
  return computed(gaps.flatMap(([gap, isOpen]) => (isOpen ? [gap] : [])));
}
