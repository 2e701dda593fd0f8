/** Figures from the people up to the organisation: sums for flows, means by size, ratios from numerators and denominators. */
import { sum } from "simple-statistics";
import { computed, refused, type Computed } from "../model/computed";
import { childrenById, fromTheLeaves, treeFaults, type GoalNode } from "./tree";

export interface FigureNode extends GoalNode {
  /** The figure itself in the goal's unit; for a ratio's leaves the ratio, with its denominator as `base`. null: none yet. */
  readonly actual: number | null;
}
export interface RolledFigure {
  /** null where nothing below has a figure, or a ratio's denominators add up to 0. */
  readonly value: number | null;
  /** Size it stands for: sum of the bases used; null where sizes are not known. */
  readonly base: number | null;
  /** Leaves under the goal that hold a figure, and all of them. */
  readonly used: number;
  readonly leaves: number;
}

interface Part {
  readonly value: number;
  readonly base: number | null;
}

/** A parent's figure from those of its children that have one. */
function joined(kind: GoalNode["kind"], parts: readonly Part[]): Pick<RolledFigure, "value" | "base"> {
  const bases = parts.flatMap(({ base }) => base ?? []);
  const isSized = bases.length === parts.length && bases.length > 0;
  const base = isSized ? sum(bases) : null;
  if (parts.length === 0) return { value: null, base: null };
  const values = parts.map(({ value }) => value);
  if (kind === "sum") return { value: sum(values), base };
  // Means and ratios: Σ value·base ÷ Σ base, which for ratios is Σ numerators ÷ Σ denominators.
  if (!isSized || kind === "shared")
    return { value: kind === "ratio" && parts.length > 1 ? null : sum(values) / values.length, base };
  const size = sum(bases);
  return { value: size === 0 ? null : sum(parts.map((part) => part.value * (part.base ?? 0))) / size, base };
}

/**
 * Rolls figures up by the kind of each parent: "sum" adds, "mean" weighs by base (evenly without), "ratio" needs bases
 * (a mean of ratios would be another figure), "shared" takes the mean of what its children report of the one figure,
 * "support" children give none. A goal with a figure of its own that stands alone keeps it.
 * @returns by node id, in the goal's unit; refused: "empty", "not-connected" (duplicates, orphans, cycles),
 * "not-a-number", "negative" (a base)
 * Source: domain rule C10, roll-up by kind.
 */
export function rollUpFigures(list: readonly FigureNode[]): Computed<ReadonlyMap<string, RolledFigure>> {
  if (list.length === 0) return refused("empty");
  const isBroken = treeFaults(list).some(({ kind }) => kind === "duplicate" || kind === "orphan" || kind === "cycle");
  if (isBroken) return refused("not-connected");
  if (!list.flatMap(({ actual, base }) => [actual ?? 0, base ?? 0]).every(Number.isFinite))
    return refused("not-a-number");
  if (list.some(({ base }) => base !== null && base < 0)) return refused("negative");
  const children = childrenById(list.filter(({ kind }) => kind !== "support"));
  const result = new Map<string, RolledFigure>();
  for (const node of fromTheLeaves(list)) {
    const below = (children.get(node.id) ?? []).flatMap(({ id }) => result.get(id) ?? []);
    const isOwn = below.length === 0 || (node.standsAlone === true && node.actual !== null);
    const own = { value: node.actual, base: node.base, used: node.actual === null ? 0 : 1, leaves: 1 };
    const parts = below.flatMap(({ value, base }) => (value === null ? [] : [{ value, base }]));
    const rolled = isOwn
      ? own
      : {
          ...joined(node.kind, parts),
          used: sum(below.map(({ used }) => used)),
          leaves: sum(below.map(({ leaves }) => leaves)),
        };
    if (![rolled.value ?? 0, rolled.base ?? 0].every(Number.isFinite)) return refused("not-a-number");
    result.set(node.id, rolled);
  }
  return computed(result);
}
