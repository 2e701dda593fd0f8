/** P01: one ranking runs over people with different plans, whose totals were made by different measures. */
import { ranks } from "../../ranking/ranks";
import { BOTH, findingOf, FROM_EVALUATE, type Check, type CheckContext } from "../check";
import { cellName } from "../planWeights";

interface Ranked {
  readonly index: number;
  readonly plan: number;
  readonly rank: number;
  readonly total: number;
}

/** People with a rank on the sheet and a total: the sheet's own one, else ours. */
const rankedPeople = ({ card, results }: CheckContext): readonly Ranked[] =>
  card.people.flatMap((person, index) => {
    const rank = person.ownRank?.value ?? null;
    const total = person.ownTotal?.value ?? results[index]?.total ?? null;
    return rank === null || total === null ? [] : [{ index, plan: person.plan, rank, total }];
  });

/** How many ranks differ from those of the groups given, in the way of ranking that fits best. */
function misfits(groups: readonly (readonly Ranked[])[]): number {
  const differing = (method: "competition" | "dense" | "fractional"): number =>
    groups.reduce((sum, group) => {
      const expected = ranks(
        group.map(({ total }) => total),
        method,
      );
      return sum + group.filter(({ rank }, i) => rank !== expected[i]).length;
    }, 0);
  return Math.min(differing("competition"), differing("dense"), differing("fractional"));
}

export const P01: Check = {
  code: "P01",
  severity: "warning",
  stages: FROM_EVALUATE,
  origins: BOTH,
  thresholds: {},
  silencedBy: [],
  run: (context) => {
    const { card, stage } = context;
    if (card.plans.length < 2) return [];
    const all = rankedPeople(context);
    const groups = card.plans.map((_, plan) => all.filter((person) => person.plan === plan));
    const own = misfits(groups);
    const [first] = all;
    const cell = card.people[first?.index ?? -1]?.ownRank?.cell;
    const joint = misfits([all]);
    // Said only where one ranking explains most of the ranks, and more than one ranking a plan does.
    if (cell === undefined || joint >= own || joint * 2 >= all.length) return [];
    const names = card.plans.filter((_, plan) => (groups[plan]?.length ?? 0) > 0).map(({ name }) => name);
    const params = { count: names.length, plans: names, cell: cellName(cell) };
    return [findingOf(P01, cell, { stage, params })];
  },
};
