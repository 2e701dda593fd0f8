/** S06: what the points of a rating scale are worth has a hole, falls from one point to the next, or a line's scale is not in the table. */
import type { Finding } from "../../model/finding";
import type { PointWorth } from "../../model/scorecard";
import { ALL_STAGES, findingOf, type Check, type CheckContext } from "../check";
import { cellName } from "../planWeights";

/** The first row of a scale, in the order of its points, that holds no number, less than 0 or less than the point before it. */
function faultyRow(rows: readonly PointWorth[]): PointWorth | undefined {
  const sorted = [...rows].sort((a, b) => a.point - b.point);
  return sorted.find(({ worth }, i) => worth === null || worth < 0 || worth < (sorted[i - 1]?.worth ?? 0));
}

function scaleFindings({ card, stage }: CheckContext, points: readonly PointWorth[]): readonly Finding[] {
  return [...new Set(points.map(({ scale }) => scale))].flatMap((scale) => {
    const row = faultyRow(points.filter((known) => known.scale === scale));
    if (row === undefined) return [];
    const kind = row.worth === null ? "empty" : "falls";
    const params = { kind, scale, point: row.point, name: card.title, cell: cellName(row.cell) };
    return [findingOf(S06, row.cell, { stage, params })];
  });
}

/** Rated lines whose scale has no row at all: their ratings cannot be turned into a score. */
function unknownScales({ card, stage }: CheckContext, points: readonly PointWorth[]): readonly Finding[] {
  const known = new Set(points.map(({ scale }) => scale));
  return card.plans.flatMap((plan) =>
    plan.lines.flatMap((line) => {
      const scale = line.rule?.kind === "rating" ? line.rule.maximum : undefined;
      if (scale === undefined || known.has(scale)) return [];
      const cell = line.cells.maximum ?? line.cells.kind ?? line.weight.cell;
      const params = { kind: "unknown", scale, point: 0, name: line.name, cell: cellName(cell) };
      return [findingOf(S06, cell, { stage, plan: plan.name, indicator: line.name, params })];
    }),
  );
}

export const S06: Check = {
  code: "S06",
  severity: "error",
  stages: ALL_STAGES,
  origins: ["generated"],
  thresholds: {},
  silencedBy: ["C04"],
  run: (context) => {
    const { points } = context.card;
    return points === undefined ? [] : [...scaleFindings(context, points), ...unknownScales(context, points)];
  },
};
