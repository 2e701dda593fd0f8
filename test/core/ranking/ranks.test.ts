import fc from "fast-check";
import { percentileOf, percentRankInc, quantileExc, quantileInc } from "../../../src/core/ranking/percentiles";
import { spearman } from "../../../src/core/ranking/rankCorrelation";
import { ranks, ranksOfTotals, ranksWithin, ranksWithTieBreaks } from "../../../src/core/ranking/ranks";

describe("ranks", () => {
  it("treat ties by the method", () => {
    const totals = [90, 80, 80, 70];
    expect(ranks(totals, "competition")).toEqual([1, 2, 2, 4]);
    expect(ranks(totals, "modified")).toEqual([1, 3, 3, 4]);
    expect(ranks(totals, "dense")).toEqual([1, 2, 2, 3]);
    expect(ranks(totals, "fractional")).toEqual([1, 2.5, 2.5, 4]);
    expect(ranks(totals, "ordinal", "desc", [[0, 1, 2, 0]])).toEqual([1, 3, 2, 4]);
  });
  it("leave out who has no total", () => {
    expect(ranks([null, 5, Number.NaN, 7], "competition")).toEqual([null, 2, null, 1]);
    expect(ranks([], "dense")).toEqual([]);
  });
  it("share a rank only when all tie-breaks are equal too", () => {
    expect(ranksWithTieBreaks([80, 80, 80, 90], [[1, 2, 2, 0]])).toEqual([4, 2, 2, 1]);
  });
  it("by tie-breaks put who has no key after all who have one, however low", () => {
    expect(ranksWithTieBreaks([80, 80, 80], [[null, -9, 5]])).toEqual([3, 2, 1]);
    expect(ranks([80, 80, 80], "ordinal", "desc", [[null, -9, 5]])).toEqual([3, 2, 1]);
  });
  it("by tie-breaks ask the next key where one is equal, and share where all are", () => {
    const keys = [
      [1, 1, 1, 1],
      [4, 7, 7, 5],
    ];
    expect(ranksWithTieBreaks([80, 80, 80, 80], keys)).toEqual([4, 1, 1, 3]);
    expect(ranks([80, 80, 80, 80], "ordinal", "desc", keys)).toEqual([4, 1, 2, 3]);
  });
  it("by tie-breaks never let equal keys join different totals, and leave out who has none", () => {
    expect(ranksWithTieBreaks([-2, null, -1], [[3, 3, 3]])).toEqual([2, null, 1]);
    expect(ranksWithTieBreaks([null, 80, 80, null], [[1, 2, 2, 1]])).toEqual([null, 1, 1, null]);
  });
  it("in a plain order are 1, 2, 3 …, from either end; who has no total has none, and equals stay as given", () => {
    expect(ranks([-1, null, -2, 0], "ordinal")).toEqual([2, null, 3, 1]);
    expect(ranks([-1, null, -2, 0], "ordinal", "asc")).toEqual([2, null, 1, 3]);
    expect(ranks([5, 7, 5, 7, 5], "ordinal")).toEqual([3, 1, 4, 2, 5]);
  });
  it("stay within groups", () => {
    expect(ranksWithin([90, 80, 70, 95], ["a", "b", "a", "b"], "competition")).toEqual([1, 2, 2, 1]);
    expect(ranksWithin([90, null, 70], ["a", "a", "a"], "dense")).toEqual([1, null, 2]);
  });
  it("are permuted when people are permuted", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 }), fc.nat(), (totals, turn) => {
        const cut = totals.length === 0 ? 0 : turn % totals.length;
        const rotate = <T>(list: readonly T[]): T[] => [...list.slice(cut), ...list.slice(0, cut)];
        for (const method of ["competition", "modified", "dense", "fractional"] as const)
          expect(ranks(rotate(totals), method)).toEqual(rotate(ranks(totals, method)));
      }),
    );
  });
  it("of totals in a column are those of the same totals in a list", () => {
    const person = fc.tuple(fc.constantFrom(-3, 0, 1, 1.5, 70, Number.NaN, Infinity), fc.boolean());
    fc.assert(
      fc.property(fc.array(person, { maxLength: 200 }), (people) => {
        const totals = Float64Array.from(people, ([total]) => total);
        const ranked = Uint8Array.from(people, ([, isRanked]) => Number(isRanked));
        const listed = people.map(([total, isRanked]) => (isRanked ? total : null));
        for (const method of ["competition", "modified", "dense", "fractional"] as const)
          expect(ranksOfTotals(totals, ranked, method)).toEqual(ranks(listed, method));
      }),
    );
  });
  it("count those above: the definition, one by one", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 30 }), (totals) => {
        expect(ranks(totals, "competition")).toEqual(totals.map((t) => 1 + totals.filter((other) => other > t).length));
      }),
    );
  });
});

describe("percent ranks and quantiles", () => {
  it("cut as Excel does and refuse what lies outside", () => {
    expect(percentRankInc([13, 12, 11, 8, 4, 3, 2, 1, 1, 1], 4)).toEqual({ ok: true, value: 0.555 });
    expect(percentRankInc([1, 2], 3)).toMatchObject({ ok: false, reason: "out-of-range" });
    expect(percentRankInc([7], 7)).toEqual({ ok: true, value: 1 });
  });
  it("interpolate", () => {
    expect(quantileInc([1, 2, 3, 4], 0.75)).toEqual({ ok: true, value: 3.25 });
    expect(quantileExc([6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49], 0.25)).toEqual({ ok: true, value: 15 });
    expect(quantileExc([1, 2, 3], 0.01)).toMatchObject({ ok: false });
    expect(percentileOf([10, 20, 20, 30], 20)).toEqual({ ok: true, value: 0.5 });
  });
});

describe("rank correlation", () => {
  it("is 1 for the same order, −1 turned round, and 0.9 for one neighbouring swap of five", () => {
    expect(spearman([1, 2, 3], [10, 20, 30])).toEqual({ ok: true, value: 1 });
    expect(spearman([1, 2, 3], [3, 2, 1])).toEqual({ ok: true, value: -1 });
    const swapped = spearman([1, 2, 3, 4, 5], [1, 3, 2, 4, 5]);
    expect(swapped.ok && swapped.value).toBeCloseTo(0.9, 12);
  });
  it("is refused for lists that have no order", () => {
    expect(spearman([1, 1], [1, 2])).toMatchObject({ reason: "no-spread" });
    expect(spearman([1], [1])).toMatchObject({ reason: "too-few" });
    expect(spearman([1, 2], [1])).toMatchObject({ reason: "shape" });
    expect(spearman([1, Number.NaN], [1, 2])).toMatchObject({ reason: "not-a-number" });
  });
});
