import fc from "fast-check";
import { forcedDistribution } from "../../../src/core/ranking/forcedDistribution";
import { alternation } from "../../../src/core/ranking/alternation";
import { bordaPoints, poolPairs } from "../../../src/core/ranking/judges";

describe("forced distribution", () => {
  const twelve = [99, 98, 97, 96, 95, 94, 93, 92, 91, 90, 89, 88];
  it("gives head counts that add up to everybody: 20/70/10 of 12 is 2, 9, 1", () => {
    // Quotas 2.4, 8.4, 1.2: the left-over one goes, at equal remainders, to the larger share.
    const found = forcedDistribution(twelve, [20, 70, 10]);
    expect(found).toMatchObject({ value: { quotas: [2, 9, 1], straddling: [] } });
    expect(forcedDistribution(twelve, [25, 50, 25])).toMatchObject({
      value: { quotas: [3, 6, 3], countsUp: [3, 6, 3] },
    });
  });
  it("keeps equal totals together and gives both ways", () => {
    const tied = [99, 98, 97, 97, 97, 94, 93, 92, 91, 90, 89, 88];
    const found = forcedDistribution(tied, [25, 50, 25]);
    if (!found.ok) throw new Error(found.reason);
    expect(found.value.straddling).toEqual([{ people: [2, 3, 4], total: 97, best: 0, lowest: 1 }]);
    expect(found.value.up.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 1]);
    expect(found.value.down.slice(0, 6)).toEqual([0, 0, 1, 1, 1, 1]);
    expect(found.value.countsUp).toEqual([5, 4, 3]);
    expect(found.value.countsDown).toEqual([2, 7, 3]);
  });
  it("leaves out who has no total, and refuses fewer than ten", () => {
    expect(forcedDistribution([...twelve, null], [50, 50])).toMatchObject({ value: { quotas: [6, 6] } });
    const gap = forcedDistribution([null, ...twelve, Number.NaN], [1, 1]);
    if (!gap.ok) throw new Error(gap.reason);
    expect([gap.value.up, gap.value.down].map((bands) => [bands[0], bands[1], bands[13]])).toEqual([
      [null, 0, null],
      [null, 0, null],
    ]);
    expect([gap.value.countsUp, gap.value.countsDown]).toEqual([
      [6, 6],
      [6, 6],
    ]);
    expect(forcedDistribution(twelve.slice(3), [50, 50])).toEqual({
      ok: false,
      reason: "too-few",
      params: { people: 9, minPeople: 10 },
    });
    expect(forcedDistribution([1, 2, 3], [1, 2], 0)).toMatchObject({ ok: true });
    expect(forcedDistribution([], [1], 0)).toMatchObject({ reason: "too-few" });
    expect(forcedDistribution(twelve, [])).toMatchObject({ reason: "empty" });
  });
  it("agrees with putting people into bands one by one", () => {
    const totals = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 10, maxLength: 40 });
    const shares = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(totals, shares, (people, parts) => {
        fc.pre(parts.some((part) => part > 0));
        const found = forcedDistribution(people, parts);
        if (!found.ok) throw new Error(found.reason);
        const { quotas, up, down, straddling } = found.value;
        expect(quotas.reduce((a, b) => a + b)).toBe(people.length);
        // The band of each place from the best down, as a list of seats.
        const seats = quotas.flatMap((count, band) => new Array<number>(count).fill(band));
        const sorted = [...people].sort((a, b) => b - a);
        people.forEach((total, i) => {
          expect(up[i]).toBe(seats[sorted.indexOf(total)]);
          expect(down[i]).toBe(seats[sorted.lastIndexOf(total)]);
        });
        const cut = new Set(people.filter((_, i) => up[i] !== down[i]));
        expect(straddling.map(({ total }) => total)).toEqual([...cut].sort((a, b) => b - a));
      }),
    );
  });
});

describe("alternation ranking", () => {
  it("asks best, worst, next best, next worst, and gives the last place by itself", () => {
    expect(alternation(4, [])).toMatchObject({ value: { next: "best", left: [0, 1, 2, 3] } });
    expect(alternation(4, [2])).toMatchObject({ value: { next: "worst", ranks: [null, null, 1, null] } });
    expect(alternation(4, [2, 0])).toMatchObject({ value: { next: "best", ranks: [4, null, 1, null] } });
    expect(alternation(4, [2, 0, 3])).toEqual({ ok: true, value: { ranks: [4, 3, 1, 2], next: null, left: [] } });
    expect(alternation(5, [0, 1, 2, 3])).toMatchObject({ value: { ranks: [1, 5, 2, 4, 3], next: null } });
    expect(alternation(1, [])).toMatchObject({ value: { ranks: [1], next: null } });
  });
  it("gives each place once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(), (people, turn) => {
        const picks = Array.from({ length: people }, (_, i) => (i * 5 + turn) % people);
        fc.pre(new Set(picks).size === people);
        const found = alternation(people, picks);
        if (!found.ok) throw new Error(found.reason);
        expect([...found.value.ranks].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(picks.map((_, i) => i + 1));
      }),
    );
  });
  it("refuses nobody, somebody twice and somebody who is not there", () => {
    expect(alternation(0, [])).toMatchObject({ reason: "empty" });
    expect(alternation(3, [1, 1])).toMatchObject({ reason: "shape" });
    expect(alternation(3, [3])).toMatchObject({ reason: "out-of-range" });
    expect(alternation(1e9, [])).toMatchObject({ reason: "out-of-range" });
    expect(alternation(2 ** 20, [])).toMatchObject({ ok: true });
  });
});

describe("several judges", () => {
  it("add Borda points: one for each person below, half for a tie, none for who was not judged", () => {
    expect(bordaPoints([[3, 2, 1]])).toEqual({ ok: true, value: [2, 1, 0] });
    expect(
      bordaPoints([
        [3, 2, 2],
        [1, null, 5],
      ]),
    ).toEqual({ ok: true, value: [2, 0.5, 1.5] });
    expect(bordaPoints([[1, 2], [1]])).toMatchObject({ reason: "shape" });
    expect(bordaPoints([])).toMatchObject({ reason: "empty" });
    expect(bordaPoints([[Number.NaN]])).toMatchObject({ reason: "not-a-number" });
    expect(
      bordaPoints([
        [1, 2],
        [1, Number.NaN],
      ]),
    ).toMatchObject({ reason: "not-a-number" });
  });
  it("pool their paired comparisons: wins added, draws half for both", () => {
    const first = [
      [null, 1, 0.5],
      [null, null, 1],
      [null, null, null],
    ];
    const second = [
      [null, null, null],
      [1, null, null],
      [null, 0, null],
    ];
    expect(poolPairs([first, second])).toEqual({
      ok: true,
      value: {
        wins: [1.5, 3, 0.5],
        judgements: [
          [0, 1, 1],
          [0, 2, 0.5],
          [2, 0, 0.5],
          [1, 2, 1],
          [1, 0, 1],
          [1, 2, 1],
        ],
        open: 1,
      },
    });
    expect(poolPairs([first, [[null]]])).toMatchObject({ reason: "shape" });
    expect(poolPairs([])).toMatchObject({ reason: "empty" });
    const bad = [
      [null, 7],
      [null, null],
    ];
    expect(poolPairs([bad])).toMatchObject({ reason: "out-of-range" });
  });
});
