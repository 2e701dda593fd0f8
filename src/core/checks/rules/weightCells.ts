/** W02 weight empty, negative or no number; W03 weight 0; W04 very small; W05 very large; W12 scales mixed; W17 not a multiple of 5. */
import { limitMark, noNumberMark, zeroMark } from "../../formulas/marks";
import type { Plan, PlanLine } from "../../model/scorecard";
import { ALL_STAGES, BOTH, findingOf, type Check, type CheckContext } from "../check";
import { cellName, pointsOf, shown } from "../planWeights";

/** One finding a line for which `test` gives parameters. */
const perLine = (
  check: () => Check,
  { card, stage }: CheckContext,
  test: (plan: Plan, line: PlanLine) => Readonly<Record<string, string | number>> | null,
): ReturnType<Check["run"]> =>
  card.plans.flatMap((plan) =>
    plan.lines.flatMap((line) => {
      const params = test(plan, line);
      if (params === null) return [];
      const about = { indicator: line.name, params: { ...params, name: line.name, cell: cellName(line.weight.cell) } };
      return [findingOf(check(), line.weight.cell, { stage, ...about })];
    }),
  );

const numericWeights = (plan: Plan): boolean =>
  plan.lines.every((line) => typeof line.weight.raw !== "string" || line.weight.raw === "");

export const W02: Check = {
  code: "W02",
  severity: "error",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: {},
  silencedBy: [],
  run: (context) =>
    perLine(
      () => W02,
      context,
      (_, line) => (line.weight.value === null || line.weight.value < 0 ? {} : null),
    ),
  marks: ({ card }) =>
    card.plans.flatMap((plan) => {
      const texts = plan.lines.some((line) => typeof line.weight.raw === "string" && line.weight.value !== null);
      const { sheet, rect } = plan.weights;
      // Columns between the indicators (comments, totals) have no weight and must stay unmarked.
      if (texts || rect.columns * rect.rows !== plan.lines.length) return [];
      return [{ rule: "W02", severity: "error" as const, sheet, rect, formula: noNumberMark("W02", rect) }];
    }),
};

export const W03: Check = {
  code: "W03",
  severity: "warning",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: {},
  silencedBy: [],
  run: (context) =>
    perLine(
      () => W03,
      context,
      (_, line) => (line.weight.value === 0 ? {} : null),
    ),
  marks: ({ card }) =>
    card.plans.filter(numericWeights).map(({ weights: { sheet, rect } }) => ({
      rule: "W03",
      severity: "warning" as const,
      sheet,
      rect,
      formula: zeroMark("W03", rect),
    })),
};

const limits = (code: string, side: "above" | "below"): Check["marks"] => {
  return ({ card }, { limit = 0 }) =>
    card.plans.flatMap((plan) => {
      if (plan.scale?.expected == null || !numericWeights(plan)) return [];
      const { sheet, rect } = plan.weights;
      const formula = limitMark(code, rect, limit * plan.scale.point, side);
      return [{ rule: code, severity: "warning" as const, sheet, rect, formula }];
    });
};

export const W04: Check = {
  code: "W04",
  severity: "warning",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: { limit: 5 },
  silencedBy: ["W01", "W02"],
  run: (context, { limit = 5 }) =>
    perLine(
      () => W04,
      context,
      (plan, line) => {
        const points = pointsOf(plan, line);
        return points !== null && points > 0 && points < limit ? { points: shown(points), limit } : null;
      },
    ),
  marks: limits("W04", "below") ?? (() => []),
};

export const W05: Check = {
  code: "W05",
  severity: "warning",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: { limit: 40, strong: 50 },
  silencedBy: ["W02"],
  run: (context, { limit = 40 }) =>
    perLine(
      () => W05,
      context,
      (plan, line) => {
        const points = pointsOf(plan, line);
        return points !== null && points > limit && plan.lines.length > 2 ? { points: shown(points), limit } : null;
      },
    ),
  marks: limits("W05", "above") ?? (() => []),
};

export const W12: Check = {
  code: "W12",
  severity: "warning",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: {},
  silencedBy: ["W02"],
  run: ({ card, stage }) =>
    card.plans.flatMap((plan) =>
      plan.scale === null && plan.lines.some((line) => line.weight.value !== null)
        ? [findingOf(W12, plan.weights, { stage, params: { plan: plan.name } })]
        : [],
    ),
};

export const W17: Check = {
  code: "W17",
  severity: "note",
  stages: ["plan"],
  origins: BOTH,
  thresholds: { step: 5 },
  silencedBy: ["W01"],
  run: (context, { step = 5 }) =>
    context.language !== "zh-CN"
      ? []
      : perLine(
          () => W17,
          context,
          (plan, line) => {
            const points = plan.scale?.expected == null ? null : pointsOf(plan, line);
            return points !== null && Math.abs(points / step - Math.round(points / step)) > 1e-9
              ? { points: shown(points), step }
              : null;
          },
        ),
};
