import { DrawCounts } from "../../../src/core/robustness/drawCounts";

/** Ranks of three people and weights of two indicators, draw by draw. */
const DRAWS: readonly (readonly [ranks: readonly number[], weights: readonly number[]])[] = [
  [
    [1, 2, 3],
    [0.9, 0.1],
  ],
  [
    [2, 1, 3],
    [0.25, 0.75],
  ],
  [
    [1, 1, 3],
    [0.5, 0.5],
  ],
  [
    [3, 1, 2],
    [0, 1],
  ],
];
const counted = (pairs: readonly (readonly [number, number])[], central: boolean): DrawCounts => {
  const counts = new DrawCounts({ pairs, wantsCentral: central, topFrom: null }, 3, 2);
  for (const [ranks, weights] of DRAWS)
    counts.count(Int32Array.from(ranks), Float64Array.from(weights), new Float64Array(3));
  return counts;
};

describe("pairs of people over the draws", () => {
  it("are counted for who is ahead; equal ranks count for neither", () => {
    const counts = counted(
      [
        [0, 1],
        [2, 0],
        [1, 2],
      ],
      false,
    );
    expect(counts.pairShares(4)).toEqual([
      { a: 0, b: 1, aWins: 0.25, bWins: 0.5 },
      { a: 2, b: 0, aWins: 0.25, bWins: 0.75 },
      { a: 1, b: 2, aWins: 1, bWins: 0 },
    ]);
  });
});

describe("central weights", () => {
  it("are the mean of the weights with which somebody came first, ties too; null for who never did", () => {
    const [a, b, c] = counted([], true).central();
    expect(a).toEqual([expect.closeTo(0.7, 12), expect.closeTo(0.3, 12)]);
    expect(b).toEqual([0.25, 0.75]);
    expect(c).toBeNull();
  });
  it("are none where they were not asked for", () => {
    expect(counted([[0, 1]], false).central()).toEqual([]);
  });
});

describe("totals in the top band over the draws", () => {
  it("are counted as they are rounded: half a millionth below is in, a little more is not", () => {
    const counts = new DrawCounts({ pairs: [], wantsCentral: false, topFrom: 80 }, 7, 1);
    const totals = [81, 80, 80 - 4e-7, 80 - 6e-7, 80 - 2e-6, 60, 80 + 4e-7];
    for (const shift of [0, 0, 0, 1])
      counts.count(
        new Int32Array(7),
        Float64Array.of(1),
        Float64Array.from(totals, (total) => total - shift),
      );
    expect(counts.topShares(4)).toEqual([1, 0.75, 0.75, 0, 0, 0, 0.75]);
    expect(counts.needed).toBe(true);
    const none = new DrawCounts({ pairs: [], wantsCentral: false, topFrom: null }, 7, 1);
    none.count(new Int32Array(7), Float64Array.of(1), Float64Array.from(totals));
    expect(none.topShares(1)).toEqual([]);
  });
});

describe("counting beside the ranks", () => {
  it("is needed for pairs or for central weights", () => {
    const needed = (pairs: readonly (readonly [number, number])[], central: boolean): boolean =>
      new DrawCounts({ pairs, wantsCentral: central, topFrom: null }, 3, 2).needed;
    expect([needed([], false), needed([[0, 1]], false), needed([], true)]).toEqual([false, true, true]);
  });
});
