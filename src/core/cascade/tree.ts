/**
 * Goals from organisation to department to person: whether the tree holds together, whether the children carry their
 * parent's target, and what the children's results say about the parent.
 */
import { sum } from "simple-statistics";
import { computed, refused, type Computed } from "../model/computed";
import { roundTotal } from "../scoring/round";

/** How children make up their parent. */
export type NodeKind =
  /** Children's targets add up to the parent's. */
  | "sum"
  /** Weighted by their base (head count, volume). */
  | "mean"
  /** Numerators and denominators add up. */
  | "ratio"
  /** Every child has the parent's target. */
  | "shared"
  /** Helps the parent but carries no figure of it. */
  | "support";

export interface GoalNode {
  readonly id: string;
  /** null for a top goal. */
  readonly parent: string | null;
  readonly kind: NodeKind;
  readonly target: number | null;
  /** Weight within its parent, in points; null where weights are not used. */
  readonly weight: number | null;
  /** Size for mean and ratio kinds. */
  readonly base: number | null;
  /** Attainment, 1 = target; null where there is none yet. */
  readonly attainment: number | null;
  /** The target is a most, not a least (cost, complaints): children are short when they carry more. Absent: a least. */
  readonly lowerIsBetter?: boolean;
  /** The goal's own attainment counts although it has children (a figure that is measured, not rolled up). */
  readonly standsAlone?: boolean;
}

export type TreeFault =
  | { readonly kind: "duplicate"; readonly id: string }
  | { readonly kind: "orphan"; readonly id: string; readonly parent: string }
  | { readonly kind: "cycle"; readonly ids: readonly string[] }
  /** Children carry less than their parent's target (more of a cost). */
  | { readonly kind: "short"; readonly id: string; readonly target: number; readonly carried: number }
  /** Children carry over a tenth more (less of a cost). */
  | { readonly kind: "over"; readonly id: string; readonly target: number; readonly carried: number }
  | { readonly kind: "weights"; readonly id: string; readonly sum: number };

const WEIGHT_TOLERANCE = 0.005;
/** Share of the target by which children may carry more before it is said. */
const OVER = 0.1;
const HUGE = 1e100;

/** Children of each node by its id, in the order given; top goals are nobody's. */
export function childrenById<Node extends { readonly id: string; readonly parent: string | null }>(
  list: readonly Node[],
): ReadonlyMap<string, readonly Node[]> {
  const children = new Map<string, Node[]>();
  for (const node of list) {
    if (node.parent === null) continue;
    const known = children.get(node.parent);
    if (known === undefined) children.set(node.parent, [node]);
    else known.push(node);
  }
  return children;
}

function cycles(nodes: ReadonlyMap<string, GoalNode>): TreeFault[] {
  const done = new Set<string>();
  const faults: TreeFault[] = [];
  for (const start of nodes.keys()) {
    // A set keeps the order in which the way up was gone.
    const path = new Set<string>();
    let at: string | null = start;
    while (at !== null && nodes.has(at) && !done.has(at) && !path.has(at)) {
      path.add(at);
      at = nodes.get(at)?.parent ?? null;
    }
    const ids = [...path];
    if (at !== null && path.has(at)) faults.push({ kind: "cycle", ids: ids.slice(ids.indexOf(at)) });
    for (const id of ids) done.add(id);
  }
  return faults;
}

/** What the children's targets make for their parent; null where that cannot be said. Unweighted means where no child has a base. */
function carried(parent: GoalNode, children: readonly GoalNode[]): number | null {
  const targets = children.flatMap(({ target }) => target ?? []);
  if (targets.length === 0 || targets.length < children.length) return null;
  switch (parent.kind) {
    case "sum":
      return sum(targets);
    case "mean":
    case "ratio": {
      const known = children.flatMap(({ base }) => base ?? []);
      const bases = known.length === 0 ? children.map(() => 1) : known;
      if (bases.length < children.length || bases.some((base) => base < 0) || sum(bases) === 0) return null;
      return sum(targets.map((target, i) => target * (bases[i] ?? 0))) / sum(bases);
    }
    case "shared":
      // Each child answers for the whole target: the one that asks least of itself decides.
      return targets.reduce((a, b) => (parent.lowerIsBetter === true ? Math.max(a, b) : Math.min(a, b)));
    case "support":
      return null;
  }
}

function targetFault(parent: GoalNode, children: readonly GoalNode[]): TreeFault | null {
  const total = carried(parent, children);
  const { id, target } = parent;
  if (target === null || total === null || !Number.isFinite(target) || !Number.isFinite(total)) return null;
  // Above 0: the children carry more than they must.
  const more = roundTotal(parent.lowerIsBetter === true ? target - total : total - target);
  if (more < 0) return { kind: "short", id, target, carried: total };
  return target !== 0 && more > roundTotal(Math.abs(target) * OVER)
    ? { kind: "over", id, target, carried: total }
    : null;
}

function parentFaults(parent: GoalNode, all: readonly GoalNode[]): TreeFault[] {
  const children = all.filter(({ kind }) => kind !== "support");
  const fault = targetFault(parent, children);
  const weights = all.flatMap(({ weight }) => (weight !== null && Number.isFinite(weight) ? weight : []));
  const total = sum(weights);
  const isOff = weights.length > 0 && Number.isFinite(total) && Math.abs(total - 100) > WEIGHT_TOLERANCE;
  return [
    ...(fault === null ? [] : [fault]),
    ...(isOff ? [{ kind: "weights" as const, id: parent.id, sum: total }] : []),
  ];
}

/**
 * Everything that keeps a tree of goals from holding together, in the order of the nodes; empty when it does. Targets
 * and weights that are no numbers are not compared.
 * Source: domain rule C10; checks G01, G02, G05, G06.
 */
export function treeFaults(list: readonly GoalNode[]): readonly TreeFault[] {
  const nodes = new Map<string, GoalNode>();
  const faults: TreeFault[] = [];
  for (const node of list) {
    if (nodes.has(node.id)) faults.push({ kind: "duplicate", id: node.id });
    else nodes.set(node.id, node);
  }
  for (const node of nodes.values()) {
    if (node.parent !== null && !nodes.has(node.parent))
      faults.push({ kind: "orphan", id: node.id, parent: node.parent });
  }
  faults.push(...cycles(nodes));
  const children = childrenById([...nodes.values()]);
  for (const node of nodes.values()) faults.push(...parentFaults(node, children.get(node.id) ?? []));
  return faults;
}

/**
 * Nodes so that children stand before their parents; without recursion, a chain may be thousands of goals long. Nodes
 * of a cycle are not in it.
 */
export function fromTheLeaves<Node extends { readonly id: string; readonly parent: string | null }>(
  list: readonly Node[],
): readonly Node[] {
  const children = childrenById(list);
  const order = list.filter(({ parent }) => parent === null);
  // The list grows while it is gone through: every node's children are put behind it.
  for (const node of order) order.push(...(children.get(node.id) ?? []));
  return order.reverse();
}

export interface RollUp {
  /** Attainment of the goal as its children make it, 1 = target; null where no child has a result. */
  readonly attainment: number | null;
  /** Share of the children's weight that has a result, 0–1. */
  readonly coverage: number;
}

/**
 * Rolls attainments up from the leaves: by weight where all children have weights, by size of target where all have
 * one above 0, evenly otherwise. "support" children are left out; a goal that stands alone keeps its own attainment.
 * @returns by node id, 1 = target; refused: "empty", "not-connected" (the tree has duplicates, orphans or cycles),
 * "not-a-number", "negative" (a weight below 0)
 * Source: domain rule C10, roll-up (weights, or size of target).
 */
export function rollUp(list: readonly GoalNode[]): Computed<ReadonlyMap<string, RollUp>> {
  if (list.length === 0) return refused("empty");
  const isBroken = treeFaults(list).some(({ kind }) => kind === "duplicate" || kind === "orphan" || kind === "cycle");
  if (isBroken) return refused("not-connected");
  const numbers = list.flatMap(({ attainment, weight, target }) => [attainment ?? 0, weight ?? 0, target ?? 0]);
  if (!numbers.every(Number.isFinite)) return refused("not-a-number");
  if (list.some(({ weight }) => weight !== null && weight < 0)) return refused("negative");
  const children = childrenById(list.filter(({ kind }) => kind !== "support"));
  const result = new Map<string, RollUp>();
  for (const node of fromTheLeaves(list)) {
    const below = children.get(node.id) ?? [];
    const isOwn = below.length === 0 || (node.standsAlone === true && node.attainment !== null);
    const rolled = isOwn
      ? { attainment: node.attainment, coverage: node.attainment === null ? 0 : 1 }
      : combine(below, result);
    if (rolled.attainment !== null && !Number.isFinite(rolled.attainment)) return refused("not-a-number");
    result.set(node.id, rolled);
  }
  return computed(result);
}

function combine(nodes: readonly GoalNode[], known: ReadonlyMap<string, RollUp>): RollUp {
  const isWeighted = nodes.every((node) => node.weight !== null);
  const isSized = nodes.every((node) => node.target !== null && node.target > 0);
  const weights = nodes.map((node) => (isWeighted ? (node.weight ?? 0) : isSized ? (node.target ?? 0) : 1));
  // Huge targets times attainments would leave the numbers; usual ones stay as they are, so that 60 of 100 is 0.6.
  const most = weights.reduce((a, b) => Math.max(a, b), 0);
  if (most === 0) return { attainment: null, coverage: 0 };
  const unit = most > HUGE ? most : 1;
  const scored = nodes.map((node, i) => ({ share: (weights[i] ?? 0) / unit, ...known.get(node.id) }));
  const withResult = scored.flatMap(({ share, attainment }) => (attainment == null ? [] : [{ share, attainment }]));
  const covered = sum(withResult.map(({ share }) => share));
  return {
    attainment: covered > 0 ? sum(withResult.map(({ share, attainment }) => share * attainment)) / covered : null,
    coverage: sum(scored.map(({ share, coverage = 0 }) => share * coverage)) / sum(scored.map(({ share }) => share)),
  };
}
