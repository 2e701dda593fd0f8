/**
 * The four-fifths rule with a test for small numbers: is the top band given to one group much less often than to another?
 * A sign to look closer, never a verdict (29 CFR 1607.4(D)); small groups are not reported at all.
 */
import { computed, refused, type Computed } from "../model/computed";

/** Ratios are compared after rounding to nine decimals, so that 0.48/0.60 = 0.8 clears. */
const THRESHOLD = 0.8;
/** More than any company has; a table of logarithms is made for each. */
const MOST_PEOPLE = 10_000_000;
const round9 = (value: number): number => Math.round(value * 1e9) / 1e9;

export interface ImpactRatios {
  /** Rate of each group divided by the highest rate. */
  readonly ratios: readonly number[];
  /** True where the ratio is under four fifths. */
  readonly flag: readonly boolean[];
}

/**
 * Impact ratios of selection rates.
 * @param rates share selected of each group, 0–1 (any common scale does)
 * @returns refused: "too-few" (groups), "not-a-number", "negative", "no-spread" (all rates are 0)
 * Source: 29 CFR 1607.4(D); EEOC 1979, questions and answers.
 */
export function impactRatios(rates: readonly number[]): Computed<ImpactRatios> {
  if (rates.length < 2) return refused("too-few", { groups: rates.length, minGroups: 2 });
  if (!rates.every(Number.isFinite)) return refused("not-a-number");
  if (rates.some((rate) => rate < 0)) return refused("negative");
  const highest = Math.max(...rates);
  if (highest === 0) return refused("no-spread");
  const ratios = rates.map((rate) => rate / highest);
  if (!ratios.every(Number.isFinite)) return refused("not-a-number");
  return computed({ ratios, flag: ratios.map((ratio) => round9(ratio) < THRESHOLD) });
}

export interface GroupCount {
  readonly selected: number;
  readonly of: number;
}
export interface GroupImpact {
  readonly ratio: number;
  readonly flag: boolean;
  /** Two-sided Fisher exact test against the group with the highest rate; 1 for that group itself. */
  readonly p: number;
}

/** ln n! for n ≥ 0, by table: jstat's log-gamma loses digits that decide whether two tables are equally likely. */
function logFactorials(n: number): Float64Array {
  const table = new Float64Array(n + 1);
  for (let i = 2; i <= n; i += 1) table[i] = (table[i - 1] ?? 0) + Math.log(i);
  return table;
}

/**
 * Two-sided Fisher exact test of a 2×2 table: the probability of a table as unlikely as this one or more so, given its
 * margins.
 * @returns p in 0–1; refused: "not-a-number" (counts that are no whole numbers from 0), "out-of-range" (more selected
 * than there are), "empty"
 * Source: Fisher 1935; two-sided by the sum of all tables not more likely.
 */
export function fisherExact(a: GroupCount, b: GroupCount): Computed<number> {
  const counts = [a.selected, a.of, b.selected, b.of];
  if (!counts.every((count) => Number.isInteger(count) && count >= 0)) return refused("not-a-number");
  const total = a.of + b.of;
  if (a.selected > a.of || b.selected > b.of || total > MOST_PEOPLE)
    return refused("out-of-range", { mostPeople: MOST_PEOPLE });
  if (total === 0) return refused("empty");
  const chosen = a.selected + b.selected;
  const logs = logFactorials(total);
  const log = (n: number): number => logs[n] ?? 0;
  const choose = (n: number, k: number): number => log(n) - log(k) - log(n - k);
  const probability = (x: number): number =>
    Math.exp(choose(a.of, x) + choose(b.of, chosen - x) - choose(total, chosen));
  const observed = probability(a.selected);
  let p = 0;
  for (let x = Math.max(0, chosen - b.of); x <= Math.min(a.of, chosen); x += 1) {
    const each = probability(x);
    if (each <= observed * (1 + 1e-9)) p += each;
  }
  return computed(Math.min(1, p));
}

/**
 * Impact of each group, with Fisher's test; groups under `minimum` are left out (null) so that nobody is shown alone.
 * @param minimum smallest group that is shown, default 5
 * @returns refused: "too-few" (fewer than two groups are large enough), "out-of-range" (a minimum or counts that are
 * none), "not-a-number", "no-spread" (nobody selected)
 * Source: domain rule C18; 29 CFR 1607.4(D).
 */
export function groupImpact(groups: readonly GroupCount[], minimum = 5): Computed<readonly (GroupImpact | null)[]> {
  // A limit that is no number would show everybody.
  if (!Number.isInteger(minimum) || minimum < 1) return refused("out-of-range", { minimum });
  if (groups.some(({ selected, of }) => !Number.isInteger(selected) || !Number.isInteger(of)))
    return refused("not-a-number");
  if (groups.some(({ selected, of }) => selected < 0 || selected > of)) return refused("out-of-range");
  const shown = groups.map((group, index) => ({ group, index })).filter(({ group }) => group.of >= minimum);
  if (shown.length < 2) return refused("too-few", { groups: shown.length, minGroups: 2, minimum });
  const ratios = impactRatios(shown.map(({ group }) => group.selected / group.of));
  if (!ratios.ok) return ratios;
  const best = shown[ratios.value.ratios.indexOf(1)]?.group;
  if (best === undefined) return refused("no-spread");
  const result = new Array<GroupImpact | null>(groups.length).fill(null);
  for (const [place, { group, index }] of shown.entries()) {
    const p = group === best ? computed(1) : fisherExact(group, best);
    if (!p.ok) return p;
    result[index] = { ratio: ratios.value.ratios[place] ?? 0, flag: ratios.value.flag[place] ?? false, p: p.value };
  }
  return computed(result);
}
