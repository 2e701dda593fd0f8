/** What must hold for any people, weights and gaps: the promises that a ranking rests on. */
import fc from "fast-check";
import { forcedDistribution } from "../../../src/core/ranking/forcedDistribution";
import { ranks, ranksWithin, ranksWithTieBreaks, type RankMethod } from "../../../src/core/ranking/ranks";
import { leaveOneOut } from "../../../src/core/robustness/leaveOneOut";
import { simulateRanksAtOnce } from "../../../src/core/robustness/simulation";
import { oneWeightToTie, smallestTransfer } from "../../../src/core/robustness/swaps";
import { bandOf, BAND_CUTS } from "../../../src/core/scoring/bands";
import { roundTotal } from "../../../src/core/scoring/round";
import {
  MISSING,
  NOT_APPLICABLE,
  personTotal,
  totals,
  type MissingPolicy,
  type PersonTotal,
} from "../../../src/core/scoring/totals";
import { scaleWeights } from "../../../src/core/weighting/apportion";
import { concentration, influence } from "../../../src/core/weighting/balance";

type Score = number | null | "na";
const METHODS: readonly RankMethod[] = ["competition", "modified", "dense", "fractional"];
const POLICIES: readonly MissingPolicy[] = ["wait", "renormalise", "zero", "neutral", "equal", "block"];

/** Everybody's results by the code that the product runs. */
function results(
  rows: readonly (readonly Score[])[],
  weights: readonly number[],
  policy: MissingPolicy,
): PersonTotal[] {
  const scores = Float64Array.from(rows.flat(), (score) =>
    score === null ? MISSING : score === "na" ? NOT_APPLICABLE : score,
  );
  const all = totals({ people: rows.length, weights, scores, policy, neutral: 50 });
  if (!all.ok) throw new Error(all.reason);
  return rows.map((_, i) => personTotal(all.value, i));
}
const rankingTotals = (found: readonly PersonTotal[]): (number | null)[] => found.map((one) => one.rankingTotal);

const full = fc.integer({ min: 0, max: 100 });
const score: fc.Arbitrary<Score> = fc.oneof(
  { weight: 6, arbitrary: full },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant("na" as const) },
);
const group = (cell: fc.Arbitrary<Score>): fc.Arbitrary<{ rows: Score[][]; weights: number[] }> =>
  fc.integer({ min: 1, max: 5 }).chain((k) =>
    fc.record({
      rows: fc.array(fc.array(cell, { minLength: k, maxLength: k }), { minLength: 1, maxLength: 8 }),
      weights: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: k, maxLength: k }),
    }),
  );
const order = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 20 });
/** A permutation of n places from random keys. */
const permutation = (n: number, keys: readonly number[]): number[] =>
  Array.from({ length: n }, (_, i) => i).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
const pick = <T>(list: readonly T[], places: readonly number[]): T[] =>
  places.flatMap((place) => list.slice(place, place + 1));

describe("the order of the people", () => {
  it("does not matter: permuting people permutes totals and ranks, under every policy and method", () => {
    fc.assert(
      fc.property(group(score), order, fc.constantFrom(...POLICIES), ({ rows, weights }, keys, policy) => {
        const places = permutation(rows.length, keys);
        const before = rankingTotals(results(rows, weights, policy));
        const after = rankingTotals(results(pick(rows, places), weights, policy));
        expect(after).toEqual(pick(before, places));
        for (const method of METHODS) expect(ranks(after, method)).toEqual(pick(ranks(before, method), places));
      }),
    );
  });
  it("does not matter for tie-breaks, groups and forced bands either", () => {
    const total = fc.integer({ min: 0, max: 5 });
    const person = fc.record({ total, key: total, team: fc.constantFrom("a", "b") });
    fc.assert(
      fc.property(fc.array(person, { minLength: 10, maxLength: 20 }), order, (people, keys) => {
        const places = permutation(people.length, keys);
        const moved = pick(people, places);
        const totalsOf = (list: typeof people): number[] => list.map((one) => one.total);
        const breaks = (list: typeof people): (number | null)[] =>
          ranksWithTieBreaks(totalsOf(list), [list.map((one) => one.key)]);
        const within = (list: typeof people): (number | null)[] =>
          ranksWithin(
            totalsOf(list),
            list.map((one) => one.team),
            "competition",
          );
        const forced = (list: typeof people): unknown[] => {
          const found = forcedDistribution(totalsOf(list), [20, 60, 20]);
          return found.ok ? found.value.up.map((band, i) => [band, found.value.down[i]]) : [];
        };
        expect(breaks(moved)).toEqual(pick(breaks(people), places));
        expect(within(moved)).toEqual(pick(within(people), places));
        expect(forced(moved)).toEqual(pick(forced(people), places));
      }),
    );
  });
  it("of the indicators does not matter: the same columns in another order give the same totals", () => {
    fc.assert(
      fc.property(group(score), order, fc.constantFrom(...POLICIES), ({ rows, weights }, keys, policy) => {
        const places = permutation(weights.length, keys);
        const turned = rows.map((row) => pick(row, places));
        expect(rankingTotals(results(turned, pick(weights, places), policy))).toEqual(
          rankingTotals(results(rows, weights, policy)),
        );
      }),
    );
  });
});

describe("the scale of the weights", () => {
  const factor = fc.constantFrom(0.01, 0.1, 0.37, 3, 100, 12345);
  it("does not matter for totals, bounds, ranks, coverage and bands", () => {
    fc.assert(
      fc.property(group(score), factor, fc.constantFrom(...POLICIES), ({ rows, weights }, by, policy) => {
        const before = results(rows, weights, policy);
        const after = results(
          rows,
          weights.map((weight) => weight * by),
          policy,
        );
        after.forEach((one, i) => {
          const other = before[i];
          expect(one.total).toBe(other?.total);
          expect(one.low).toBe(other?.low);
          expect(one.high).toBe(other?.high);
          expect(one.coverage).toBeCloseTo(other?.coverage ?? -1, 12);
          expect(one.rankingTotal).toBe(other?.rankingTotal);
        });
      }),
    );
  });
  it("does not matter for influence, concentration, swaps and leaving one out", () => {
    const complete = group(full) as fc.Arbitrary<{ rows: number[][]; weights: number[] }>;
    fc.assert(
      fc.property(complete, factor, ({ rows, weights }, by) => {
        const scaled = weights.map((weight) => weight * by);
        const [a = [], b = []] = rows;
        const near = (x: unknown, y: unknown): void => {
          const round = (_key: string, value: unknown): unknown =>
            typeof value === "number" ? roundTotal(value) : value;
          expect(JSON.parse(JSON.stringify(x, round))).toEqual(JSON.parse(JSON.stringify(y, round)));
        };
        near(concentration(scaled), concentration(weights));
        near(leaveOneOut(rows, scaled), leaveOneOut(rows, weights));
        if (rows.length < 2) return;
        near(smallestTransfer(a, b, scaled), smallestTransfer(a, b, weights));
        const [one, other] = [influence(rows, scaled), influence(rows, weights)];
        expect(one.ok).toBe(other.ok);
        if (one.ok && other.ok)
          one.value.forEach((share, i) => {
            expect(share).toBeCloseTo(other.value[i] ?? 9, 6);
          });
      }),
    );
  });
});

describe("one more person", () => {
  it("who is no better than somebody anywhere moves nobody up", () => {
    fc.assert(
      fc.property(
        group(full),
        fc.nat(),
        fc.array(full, { minLength: 5, maxLength: 5 }),
        ({ rows, weights }, at, less) => {
          const above = rows[at % rows.length] ?? [];
          const dominated = above.map((value, k) =>
            typeof value === "number" ? Math.max(0, value - (less[k] ?? 0)) : value,
          );
          const before = rankingTotals(results(rows, weights, "wait"));
          const after = rankingTotals(results([...rows, dominated], weights, "wait"));
          // Absolute scoring: nobody's total depends on who else is there.
          expect(after.slice(0, rows.length)).toEqual(before);
          for (const method of METHODS) {
            const [old, now] = [ranks(before, method), ranks(after, method)];
            old.forEach((rank, i) => {
              expect(now[i] ?? 0).toBeGreaterThanOrEqual(rank ?? 0);
            });
            expect(now.at(-1) ?? 0).toBeGreaterThanOrEqual(now[at % rows.length] ?? 0);
          }
        },
      ),
    );
  });
});

describe("a blank", () => {
  const places = fc.record({ person: fc.nat(), line: fc.nat(), value: full });
  it("filled never lowers the lower bound, never raises the upper one, and the end lies between them", () => {
    fc.assert(
      fc.property(group(fc.option(full, { nil: null })), places, ({ rows, weights }, { value }) => {
        const filled = rows.map((row) => row.map((cell) => cell ?? value));
        const [before, end] = [results(rows, weights, "wait"), results(filled, weights, "wait")];
        rows.forEach((row, i) => {
          const [low, high] = [before[i]?.low ?? 0, before[i]?.high ?? 0];
          expect(end[i]?.total).toBeGreaterThanOrEqual(low);
          expect(end[i]?.total).toBeLessThanOrEqual(high);
          // One at a time, too.
          const blank = row.indexOf(null);
          if (blank < 0) return;
          const [next] = results([row.with(blank, value)], weights, "wait");
          expect(next?.low).toBeGreaterThanOrEqual(low);
          expect(next?.high).toBeLessThanOrEqual(high);
        });
      }),
    );
  });
  it("lifts nobody by default: who has one has no total to be ranked by", () => {
    fc.assert(
      fc.property(group(score), ({ rows, weights }) => {
        results(rows, weights, "wait").forEach(({ total, rankingTotal }, i) => {
          if (rows[i]?.includes(null) !== true) return;
          expect([total, rankingTotal]).toEqual([null, null]);
        });
      }),
    );
  });
  it("is worth no more than a score under any policy that fills or drops it, once that score is the best", () => {
    fc.assert(
      fc.property(group(score), fc.constantFrom(...POLICIES), ({ rows, weights }, policy) => {
        const filled = rows.map((row) => row.map((cell) => cell ?? 100));
        const [gaps, best] = [results(rows, weights, policy), results(filled, weights, policy)];
        gaps.forEach(({ total }, i) => {
          if (total !== null) expect(total).toBeLessThanOrEqual(best[i]?.total ?? -1);
        });
      }),
    );
  });
});

describe("marks of 100, 100, 100 and 59 with weights 10, 20, 30 and 40", () => {
  const found = results(
    [
      [100, 100, 100, 59],
      [95, 70, 70, 70],
    ],
    [10, 20, 30, 40],
    "wait",
  );
  it("make 83.6, rank above 95, 70, 70, 70 (72.5), and stand a band higher", () => {
    expect(rankingTotals(found)).toEqual([83.6, 72.5]);
    expect(ranks(rankingTotals(found), "competition")).toEqual([1, 2]);
    const marks = BAND_CUTS.marks.map((from, i) => ({ name: "ABCDE"[i] ?? "", from }));
    expect(rankingTotals(found).map((total) => bandOf(total ?? 0, marks)?.name)).toEqual(["B", "C"]);
  });
});

describe("apportioned weights", () => {
  it("add up to exactly 100, locked ones untouched, in steps of 1, 5 and 0.01", () => {
    const line = fc.record({ weight: fc.integer({ min: 0, max: 20 }), isLocked: fc.boolean() });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.constantFrom(1, 5, 0.01), (lines, step) => {
        // Locked weights on the grid of the step, as the pane offers them.
        const weights = lines.map(({ weight }) => (step === 5 ? weight - (weight % 5) : weight));
        const locked = new Set(lines.flatMap(({ isLocked }, i) => (isLocked ? [i] : [])));
        const found = scaleWeights(weights, { step, locked });
        const kept = weights.reduce((sum, weight, i) => (locked.has(i) ? sum + weight : sum), 0);
        const free = weights.some((weight, i) => weight > 0 && !locked.has(i));
        if (!found.ok) {
          expect(kept > 100 || !free).toBe(true);
          return;
        }
        expect(found.value.reduce((sum, weight) => sum + Math.round(weight * 100), 0)).toBe(10_000);
        found.value.forEach((weight, i) => {
          if (locked.has(i)) expect(weight).toBe(weights[i]);
          expect(Math.abs(weight / step - Math.round(weight / step))).toBeLessThan(1e-9);
        });
      }),
    );
  });
  it("are those nearest to the wish: no other whole units that add up are nearer to the quotas", () => {
    const wish = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(wish, fc.integer({ min: 1, max: 12 }), (weights, total) => {
        const sum = weights.reduce((a, b) => a + b);
        fc.pre(sum > 0);
        const found = scaleWeights(weights, { step: 1, total });
        if (!found.ok) throw new Error(found.reason);
        const far = (units: readonly number[]): number =>
          units.reduce((all, unit, i) => all + Math.abs(unit - ((weights[i] ?? 0) * total) / sum), 0);
        let least = Infinity;
        for (let i = 0; i <= total; i += 1)
          for (let j = 0; j + i <= total; j += 1) least = Math.min(least, far([i, j, total - i - j]));
        expect(far(found.value)).toBeLessThanOrEqual(least + 1e-9);
      }),
    );
  });
});

describe("closed forms of robustness", () => {
  const two = fc.tuple(full, full, full, full);
  it("say where one weight ties two people, or that their order is the same for every weight", () => {
    const three = fc.array(full, { minLength: 3, maxLength: 3 });
    const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(three, three, weights, fc.nat(2), (a, b, w, k) => {
        const sum = w.reduce((x, y) => x + y);
        const rest = sum - (w[k] ?? 0);
        const lead = (q: number): number =>
          a.reduce((all, x, i) => all + (x - (b[i] ?? 0)) * (i === k ? q : ((1 - q) * (w[i] ?? 0)) / rest), 0);
        const swap = oneWeightToTie(a, b, w, k);
        if (swap.ok) expect(Math.abs(lead(swap.value.newWeight))).toBeLessThan(1e-9);
        else
          for (let q = 0; q <= 1; q += 0.02)
            expect(Math.sign(roundTotal(lead(q))) * Math.sign(roundTotal(lead(0.5)))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
  it("agree with the simulation: with two indicators the tie cuts the line of weights in two", () => {
    fc.assert(
      fc.property(two, ([a1, a2, b1, b2]) => {
        const simulated = simulateRanksAtOnce({
          scores: [
            [a1, a2],
            [b1, b2],
          ],
          weights: [1, 1],
          draw: { kind: "uniform" },
          draws: 4000,
          seed: 42,
        });
        if (!simulated.ok) throw new Error(simulated.reason);
        const tie = oneWeightToTie([a1, a2], [b1, b2], [1, 1], 0);
        fc.pre(a1 !== b1 || a2 !== b2);
        const ahead = (q: number): boolean => q * a1 + (1 - q) * a2 > q * b1 + (1 - q) * b2;
        const cut = tie.ok ? tie.value.newWeight : ahead(0.5) ? 0 : 1;
        const chance = ahead(1) || (!ahead(0) && !ahead(1) && ahead(0.5)) ? 1 - cut : ahead(0) ? cut : 0;
        const first = simulated.value.acceptability[0]?.[0] ?? -1;
        // Three standard errors of 4,000 draws.
        expect(Math.abs(first - chance)).toBeLessThan(0.024 + 1e-9);
      }),
      { numRuns: 40 },
    );
  });
});
