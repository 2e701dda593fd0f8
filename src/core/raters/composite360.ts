/**
 * One person's 360-degree result from the answers of several groups: group means first, then group weights over the groups
 * that are shown. Small groups are hidden, and nothing is shown from which a hidden group could be worked out.
 */
import { mean as meanOf, sum as sumOf } from "simple-statistics";
import { computed, finiteList, refused, type Computed } from "../model/computed";

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
  /** The hidden groups as one, where that shows nobody; not part of the composite. */
  readonly merged: MergedGroups | null;
}
export interface MergedGroups {
  readonly ids: readonly string[];
  /** Mean of all answers of the merged groups, one a rater. */
  readonly mean: number;
}

const mean = (values: readonly number[]): number => meanOf([...values]);
const sum = (values: readonly number[]): number => sumOf([...values]);

/** Whether a group's own mean may be shown: the boss and oneself are known anyway, others are protected by their number. */
const isProtected = (group: RaterGroup): boolean => group.exempt !== true && group.isSelf !== true;

/**
 * Positions of groups that answered and are not shown on their own. Decided by numbers of answers alone, never by answers.
 * Exactly one hidden group would be what is left when the others are taken out of any total that somebody knows: the next
 * smallest protected group is hidden with it, of equals the first.
 */
function hiddenPlaces(groups: readonly RaterGroup[], minimum: number): ReadonlySet<number> {
  const protectedPlaces = groups.flatMap((group, i) => (group.answers.length > 0 && isProtected(group) ? [i] : []));
  const sizeOf = (place: number): number => groups[place]?.answers.length ?? 0;
  const hidden = new Set(protectedPlaces.filter((place) => sizeOf(place) < minimum));
  if (hidden.size !== 1) return hidden;
  const [next] = protectedPlaces.filter((place) => !hidden.has(place)).sort((a, b) => sizeOf(a) - sizeOf(b));
  return next === undefined ? hidden : hidden.add(next);
}

/** The hidden groups as one, where together they are enough people and more than one group; null otherwise. */
function mergedOf(groups: readonly RaterGroup[], hidden: ReadonlySet<number>, minimum: number): MergedGroups | null {
  const parts = groups.filter((_, place) => hidden.has(place));
  const answers = parts.flatMap((group) => group.answers);
  return parts.length < 2 || answers.length < minimum ? null : { ids: parts.map(({ id }) => id), mean: mean(answers) };
}

function checkGroups(groups: readonly RaterGroup[], minimum: number): Computed<null> {
  if (groups.length === 0) return refused("empty");
  // A limit that is no number would hide nobody.
  if (!Number.isInteger(minimum) || minimum < 1) return refused("out-of-range", { minimum });
  if (new Set(groups.map(({ id }) => id)).size < groups.length) return refused("shape");
  if (groups.some((group) => ![group.weight, ...group.answers].every(Number.isFinite))) return refused("not-a-number");
  return groups.some((group) => group.weight < 0) ? refused("negative") : computed(null);
}

/**
 * The result of one person.
 * @param groups answers on one scale @param minimum smallest group that is shown on its own, default 3
 * @returns refused: "empty", "out-of-range" (a minimum that is no whole number from 1), "shape" (a group twice),
 * "not-a-number", "negative" (a weight)
 * Everything shown is made of shown group means and the mean of the merged groups: other answers of a hidden group
 * with the same sum in the merged groups change nothing, so nothing can be worked out by subtraction.
 * Source: domain rule C7; SAP KBA 2956013 (weights over present groups).
 */
export function composite360(groups: readonly RaterGroup[], minimum = 3): Computed<Composite360> {
  const checked = checkGroups(groups, minimum);
  if (!checked.ok) return checked;
  const hidden = hiddenPlaces(groups, minimum);
  const results = groups.map((group, place): GroupResult => {
    const isHidden = hidden.has(place);
    return {
      id: group.id,
      mean: isHidden || group.answers.length === 0 ? null : mean(group.answers),
      hidden: isHidden,
    };
  });
  const counted = groups.flatMap(({ weight, isSelf }, place) => {
    const shown = results[place]?.mean ?? null;
    return shown === null || weight === 0 || isSelf === true ? [] : [{ weight, shown }];
  });
  const weight = sum(counted.map((group) => group.weight));
  const composite = weight > 0 ? sum(counted.map((group) => (group.weight / weight) * group.shown)) : null;
  const self = results[groups.findIndex((group) => group.isSelf === true)]?.mean ?? null;
  const merged = mergedOf(groups, hidden, minimum);
  const selfGap = self === null || composite === null ? null : self - composite;
  const numbers = finiteList([
    composite ?? 0,
    selfGap ?? 0,
    merged?.mean ?? 0,
    ...results.map((group) => group.mean ?? 0),
  ]);
  if (!numbers.ok) return numbers;
  return computed({ groups: results, composite, selfGap, merged });
}

export interface RatedGroup extends Omit<RaterGroup, "answers"> {
  /** A row per rater, a column per dimension; null where not answered ("cannot say" is no 3). */
  readonly raters: readonly (readonly (number | null)[])[];
}
export interface Composite360ByDimension {
  readonly dimensions: readonly Composite360[];
  /** Mean over the dimensions that are shown, group by group and for the composite; null where none is. */
  readonly groups: readonly GroupResult[];
  readonly composite: number | null;
  readonly selfGap: number | null;
}

const meanOfShown = (values: readonly (number | null)[]): number | null => {
  const shown = values.flatMap((value) => value ?? []);
  return shown.length === 0 ? null : mean(shown);
};

/**
 * One person's result in several dimensions. The limit holds in each dimension by itself: a rater who leaves one out
 * makes the group smaller there. Means over dimensions are made of what is shown in them, never of hidden answers:
 * else the one hidden dimension would be what the others lack of the mean.
 * @returns refused as composite360, and "shape" for rows of different length
 * Source: domain rule C7.
 */
export function composite360ByDimension(groups: readonly RatedGroup[], minimum = 3): Computed<Composite360ByDimension> {
  const count = groups.flatMap(({ raters }) => raters)[0]?.length ?? 0;
  if (groups.some(({ raters }) => raters.some((row) => row.length !== count))) return refused("shape");
  if (count === 0) return refused("empty");
  const dimensions: Composite360[] = [];
  for (let at = 0; at < count; at += 1) {
    const asked = groups.map(({ raters, ...group }) => ({ ...group, answers: raters.flatMap((row) => row[at] ?? []) }));
    const result = composite360(asked, minimum);
    if (!result.ok) return result;
    dimensions.push(result.value);
  }
  const overall = groups.map(({ id }, place): GroupResult => {
    const own = dimensions.map((dimension) => dimension.groups[place]);
    const shown = meanOfShown(own.map((group) => group?.mean ?? null));
    return { id, mean: shown, hidden: shown === null && own.some((group) => group?.hidden === true) };
  });
  const composite = meanOfShown(dimensions.map((dimension) => dimension.composite));
  const selfGap = meanOfShown(dimensions.map((dimension) => dimension.selfGap));
  const numbers = finiteList([composite ?? 0, selfGap ?? 0, ...overall.map((group) => group.mean ?? 0)]);
  return numbers.ok ? computed({ dimensions, groups: overall, composite, selfGap }) : numbers;
}

/** How a person sees oneself beside the others, in points of a five-point scale (stretch by (A − 1)/4 for others). */
export type SelfView = "hidden-strength" | "alike" | "blind-spot";

/**
 * What a self–other gap is called: a blind spot from +`limit`, a hidden strength from −`limit`. A gap is normal
 * (people see themselves higher by about a third of a standard deviation: Heidemeier & Moser): something to talk
 * about, no fault.
 * @param gap self − others, in points of a five-point scale
 * @returns refused: "not-a-number", "out-of-range" (a limit that is not above 0)
 * Source: domain rule C7 (OPG: from one point).
 */
export function selfView(gap: number, limit = 1): Computed<SelfView> {
  if (!Number.isFinite(gap) || !Number.isFinite(limit)) return refused("not-a-number");
  if (limit <= 0) return refused("out-of-range", { limit });
  return computed(gap >= limit ? "blind-spot" : gap <= -limit ? "hidden-strength" : "alike");
}
