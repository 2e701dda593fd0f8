/**
 * Goals from organisation to department to person: whether the tree holds together, whether the children carry their
 * parent's target, and what the children's results say about the parent.
 */
import { computed, refused, type Computed } from "../model/computed";

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
}

export type TreeFault =
  | { readonly kind: "duplicate"; readonly id: string }
  | { readonly kind: "orphan"; readonly id: string; readonly parent: string }
  | { readonly kind: "cycle"; readonly ids: readonly string[] }
  /** Children carry less than their parent's target. */
  | { readonly kind: "short"; readonly id: string; readonly target: number; readonly carried: number }
  /** Children carry over 10 % more. */
  | { readonly kind: "over"; readonly id: string; readonly target: number; readonly carried: number }
  | { readonly kind: "weights"; readonly id: string; readonly sum: number };

const WEIGHT_TOLERANCE = 0.005;
const round6 = (value: number): number => Math.round(value * 1e6) / 1e6;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function cycles(nodes: ReadonlyMap<string, GoalNode>): TreeFault[] {
  const done = new Set<string>();
  const faults: TreeFault[] = [];
  for (const start of nodes.keys()) {
    const path: string[] = [];
    let at: string | null = start;
    while (at !== null && nodes.has(at) && !done.has(at) && !path.includes(at)) {
      path.push(at);
      at = nodes.get(at)?.parent ?? null;
    }
    if (at !== null && path.includes(at)) faults.push({ kind: "cycle", ids: path.slice(path.indexOf(at)) });
    for (const id of path) done.add(id);
  }
  return faults;
}

function carried(parent: GoalNode, children: readonly GoalNode[]): number | null {
  const targets = children.map((child) => child.target);
  if (children.length === 0 || targets.some((target) => target === null)) return null;
  const numbers = targets.map((target) => target ?? 0);
  if (parent.kind === "sum") return sum(numbers);
  if (parent.kind === "mean" || parent.kind === "ratio") {
    const bases = children.map((child) => child.base ?? 1);
    return sum(bases) === 0 ? null : sum(numbers.map((target, i) => target * (bases[i] ?? 0))) / sum(bases);
  }
  return null;
}

function parentFaults(parent: GoalNode, children: readonly GoalNode[]): TreeFault[] {
  const faults: TreeFault[] = [];
  const total = carried(parent, children);
  if (parent.target !== null && total !== null) {
    if (round6(total) < round6(parent.target))
      faults.push({ kind: "short", id: parent.id, target: parent.target, carried: total });
    else if (parent.target > 0 && round6(total) > round6(parent.target * 1.1))
      faults.push({ kind: "over", id: parent.id, target: parent.target, carried: total });
  }
  const weights = children.map((child) => child.weight).filter((weight): weight is number => weight !== null);
  if (weights.length > 0 && Math.abs(sum(weights) - 100) > WEIGHT_TOLERANCE)
    faults.push({ kind: "weights", id: parent.id, sum: sum(weights) });
  return faults;
}

/** Everything that keeps a tree of goals from holding together, in the order of the nodes; empty when it does. */
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
  for (const node of nodes.values())
    faults.push(
      ...parentFaults(
        node,
        [...nodes.values()].filter((child) => child.parent === node.id),
      ),
    );
  return faults;
}

export interface RollUp {
  /** Attainment of the goal as its children make it, 1 = target; null where no child has a result. */
  readonly attainment: number | null;
  /** Share of the children's weight that has a result, 0–1. */
  readonly coverage: number;
}

/**
 * Rolls attainments up from the leaves: by weight where the children have weights, by size of target otherwise,
 * evenly where there is neither. "support" children are left out.
 * @returns by node id; refused when the tree has duplicates, orphans or cycles
 */
export function rollUp(list: readonly GoalNode[]): Computed<ReadonlyMap<string, RollUp>> {
  if (list.length === 0) return refused("empty");
  const broken = treeFaults(list).find(
    (fault) => fault.kind === "duplicate" || fault.kind === "orphan" || fault.kind === "cycle",
  );
  if (broken !== undefined) return refused("not-connected");
  const children = new Map<string, GoalNode[]>();
  for (const node of list) {
    if (node.parent === null || node.kind === "support") continue;
    children.set(node.parent, [...(children.get(node.parent) ?? []), node]);
  }
  const result = new Map<string, RollUp>();
  const visit = (node: GoalNode): RollUp => {
    const known = result.get(node.id);
    if (known !== undefined) return known;
    const below = children.get(node.id) ?? [];
    const rolled =
      below.length === 0
        ? { attainment: node.attainment, coverage: node.attainment === null ? 0 : 1 }
        : combine(below, below.map(visit));
    result.set(node.id, rolled);
    return rolled;
  };
  for (const node of list) visit(node);
  return computed(result);
}

function combine(nodes: readonly GoalNode[], results: readonly RollUp[]): RollUp {
  const weighted = nodes.every((node) => node.weight !== null);
  const sized = nodes.every((node) => node.target !== null && node.target > 0);
  const weights = nodes.map((node) => (weighted ? (node.weight ?? 0) : sized ? (node.target ?? 0) : 1));
  const total = sum(weights);
  if (total <= 0) return { attainment: null, coverage: 0 };
  const scored = results
    .map((result, i) => ({ result, weight: weights[i] ?? 0 }))
    .filter(({ result }) => result.attainment !== null);
  const covered = sum(scored.map(({ weight }) => weight));
  return {
    attainment:
      covered > 0 ? sum(scored.map(({ result, weight }) => (result.attainment ?? 0) * weight)) / covered : null,
    coverage: sum(results.map((result, i) => result.coverage * (weights[i] ?? 0))) / total,
  };
}
