/**
 * One person's 360-degree result from the answers of several groups: group means first, then group weights over the groups
 * that are shown. Small groups are hidden, and nothing is shown from which a hidden group could be worked out.
 */
import { computed, refused, type Computed } from "../model/computed";

export interface RaterGroup {
  readonly id: string;
  /** Weight in the composite, ≥ 0; 0 for a group that is shown but not counted (self). */
  readonly weight: number;
  /** One mean answer per rater. */
  readonly answers: readonly number[];
  /** The boss is one person and known; shown whatever the size. */
  readonly exempt?: boolean;
  /** The person's own answers: shown, compared, never part of "others". */
  readonly isSelf?: boolean;
}
export interface GroupResult {
  readonly id: string;
  /** null: hidden, or nobody answered. */
  readonly mean: number | null;
  readonly hidden: boolean;
}
export interface Composite360 {
  readonly groups: readonly GroupResult[];
  /** Weighted mean of the shown groups that count; null when none is shown or it would give a hidden group away. */
  readonly composite: number | null;
  /** Self minus composite; null without either. Above 0: sees oneself higher than others do. */
  readonly selfGap: number | null;
}

const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length;

/**
 * @param minimum smallest group that is shown on its own, default 3
 * @returns refused for negative weights or answers that are no numbers
 * With exactly one group hidden the next smallest shown group is hidden too, so that no total lets it be worked out;
 * the composite is made from the shown groups only.
 */
export function composite360(groups: readonly RaterGroup[], minimum = 3): Computed<Composite360> {
  if (groups.length === 0) return refused("empty");
  if (groups.some((group) => group.weight < 0)) return refused("negative");
  if (groups.some((group) => !group.answers.every(Number.isFinite) || !Number.isFinite(group.weight)))
    return refused("not-a-number");
  const protectedGroup = (group: RaterGroup): boolean => group.exempt !== true && group.isSelf !== true;
  const answered = groups.filter((group) => group.answers.length > 0);
  const hidden = new Set(
    answered.filter((group) => protectedGroup(group) && group.answers.length < minimum).map((group) => group.id),
  );
  if (hidden.size === 1) {
    const next = answered
      .filter((group) => protectedGroup(group) && !hidden.has(group.id))
      .sort((a, b) => a.answers.length - b.answers.length)[0];
    if (next !== undefined) hidden.add(next.id);
  }
  const shown = answered.filter((group) => !hidden.has(group.id));
  const counted = shown.filter((group) => group.weight > 0 && group.isSelf !== true);
  const weight = counted.reduce((total, group) => total + group.weight, 0);
  const composite =
    weight > 0 ? counted.reduce((total, group) => total + group.weight * mean(group.answers), 0) / weight : null;
  const self = shown.find((group) => group.isSelf === true);
  return computed({
    groups: groups.map((group) => ({
      id: group.id,
      mean: shown.includes(group) ? mean(group.answers) : null,
      hidden: hidden.has(group.id),
    })),
    composite,
    selfGap: self !== undefined && composite !== null ? mean(self.answers) - composite : null,
  });
}
