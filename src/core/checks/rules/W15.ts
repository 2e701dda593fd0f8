/** W15: where sections have weights of their own, items do not add up to 100 inside a section, or the sections do not. */
import type { Finding } from "../../model/finding";
import type { Plan } from "../../model/scorecard";
import { roundHalfAway } from "../../scoring/round";
import { ALL_STAGES, BOTH, findingOf, type Check, type CheckContext } from "../check";
import { cellName, ownPointsOf, shown } from "../planWeights";

const sumOf = (points: readonly (number | null)[]): number =>
  roundHalfAway(
    points.reduce((sum: number, point) => sum + (point ?? 0), 0),
    6,
  );

function sumsOf(plan: Plan, sections: NonNullable<Plan["sections"]>): readonly Sum[] {
  const items = sections.flatMap(({ name, cell }): Sum[] => {
    const lines = plan.lines.filter((line) => line.section === name);
    const sum = sumOf(lines.map((line) => ownPointsOf(plan, line)));
    return lines.length === 0 ? [] : [{ kind: "items", section: name, sum, cell: lines[0]?.weight.cell ?? cell }];
  });
  const sum = sumOf(sections.map(({ points }) => points));
  return [...items, { kind: "sections", section: plan.name, sum, cell: sections[0]?.cell ?? plan.weights }];
}
interface Sum {
  readonly kind: "items" | "sections";
  readonly section: string;
  readonly sum: number;
  readonly cell: Plan["weights"];
}

function finding(plan: Plan, { stage }: CheckContext, { kind, section, sum, cell }: Sum): Finding {
  const gap = shown(Math.abs(sum - 100), 4);
  const params = { kind, section, sum: shown(sum, 4), gap, side: sum < 100 ? "short" : "over", cell: cellName(cell) };
  return findingOf(W15, cell, { stage, plan: plan.name, params });
}

export const W15: Check = {
  code: "W15",
  severity: "error",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: { tolerance: 0.005 },
  silencedBy: ["W02"],
  run: (context, { tolerance = 0 }) =>
    context.card.plans.flatMap((plan) =>
      plan.sections === undefined || plan.scale?.expected == null
        ? []
        : sumsOf(plan, plan.sections)
            .filter(({ sum }) => shown(Math.abs(sum - 100), 6) > tolerance)
            .map((sum) => finding(plan, context, sum)),
    ),
};
