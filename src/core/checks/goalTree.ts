/** The cascade of goals as the cascade checks need it. */
import { treeFaults, type TreeFault } from "../cascade/tree";
import type { Finding } from "../model/finding";
import type { CascadeGoal } from "../model/planning";
import { roundHalfAway } from "../scoring/round";
import { findingOf, type Check, type CheckContext, type FindingDetail } from "./check";

const shown = (value: number): number => roundHalfAway(value, 2);
/** Name of a goal, its id where it has none. */
export const goalName = ({ id, name }: CascadeGoal): string => (name === "" ? id : name);

/** A finding at a goal's cell that names it. */
export const goalFinding = (
  check: Check,
  { stage }: CheckContext,
  goal: CascadeGoal,
  params: Readonly<Record<string, string | number>> = {},
  severity?: FindingDetail["severity"],
): Finding =>
  findingOf(check, goal.cell, {
    stage,
    indicator: goalName(goal),
    params: { goal: goalName(goal), ...params },
    ...(severity === undefined ? {} : { severity }),
  });

/** One finding a fault of the asked kinds; what is named last in the tree stands for a goal that is there twice. */
export function treeFindings<Kind extends TreeFault["kind"]>(
  check: Check,
  context: CheckContext,
  kinds: readonly Kind[],
  say: (fault: Extract<TreeFault, { kind: Kind }>) => {
    readonly params: Readonly<Record<string, string | number>>;
    readonly severity?: FindingDetail["severity"];
  },
): readonly Finding[] {
  const goals = context.card.cascade ?? [];
  return treeFaults(goals).flatMap((fault) => {
    if (!(kinds as readonly string[]).includes(fault.kind)) return [];
    const id = fault.kind === "cycle" ? fault.ids[0] : fault.id;
    const goal = goals.findLast((known) => known.id === id);
    if (goal === undefined) return [];
    const { params, severity } = say(fault as Extract<TreeFault, { kind: Kind }>);
    return [goalFinding(check, context, goal, params, severity)];
  });
}

/** Figures of a fault between parent and children. */
export const carriedParams = ({ target, carried }: { readonly target: number; readonly carried: number }) => ({
  target: shown(target),
  carried: shown(carried),
  gap: shown(Math.abs(target - carried)),
});
/** Params of a message about a sum of weights, in points. */
export const sumParams = ({ sum }: { readonly sum: number }) => ({ sum: shown(sum) });
