import { geometricMean, meanWithEnoughData, weakestLink, weightedSum } from "../../../src/core/scoring/aggregates";
import { piecewiseLinear } from "../../../src/core/scoring/interpolate";
import {
  convertScale,
  distanceToTarget,
  goalposts,
  minMax,
  tScores,
  zScores,
} from "../../../src/core/scoring/normalise";
import { pointsTable, SCORING_DEFAULTS } from "../../../src/core/scoring/settings";

const refusal = (found: unknown): unknown => (found as { readonly reason?: string }).reason;
const values = (found: unknown): unknown => (value(found) as { readonly values?: unknown } | undefined)?.values;
const value = (found: unknown): unknown => (found as { readonly value?: unknown }).value;

describe("numbers on one scale", () => {
  it("min–max turns round for lower is better, and puts equal values in the middle", () => {
    expect(values(minMax([2, 4, 3]))).toEqual([0, 1, 0.5]);
    expect(values(minMax([2, 4, 3], -1))).toEqual([1, 0, 0.5]);
    expect(values(minMax([7, 7]))).toEqual([0.5, 0.5]);
    expect(refusal(minMax([]))).toBe("empty");
    expect(refusal(minMax([7, 7], 1, Number.NaN))).toBe("not-a-number");
    expect(refusal(minMax([1e308, 0, -1e308]))).toBe("not-a-number");
    expect(refusal(minMax([1, Number.NaN]))).toBe("not-a-number");
  });
  it("T-scores have mean 50 and standard deviation 10 in the group, from five people", () => {
    // 1…5: mean 3, sample deviation √2.5.
    expect(values(tScores([1, 2, 3, 4, 5]))).toEqual(
      [-2, -1, 0, 1, 2].map((d) => expect.closeTo(50 + (10 * d) / Math.sqrt(2.5), 9) as unknown),
    );
    expect(values(tScores([4, 4, 4, 4, 4]))).toEqual([50, 50, 50, 50, 50]);
    expect(refusal(tScores([1, 2, 3, 4]))).toBe("too-few");
    expect(refusal(tScores([1, 2, 3, 4, Infinity]))).toBe("not-a-number");
  });
  it("z has mean 0 and population deviation 1, and 0 where all are equal", () => {
    expect(values(zScores([1, 3]))).toEqual([-1, 1]);
    expect(values(zScores([0.1, 0.1, 0.1]))).toEqual([0, 0, 0]);
  });
  it("says where all are equal, or there is one only: the numbers then tell nobody from anybody", () => {
    const spread = (found: unknown): unknown => (value(found) as { readonly hasSpread?: unknown }).hasSpread;
    const five = [4, 4, 4, 4, 4];
    expect([minMax, zScores, tScores].map((scale) => spread(scale(five)))).toEqual([false, false, false]);
    expect([minMax, zScores, tScores].map((scale) => spread(scale([4, 4, 4, 4, 5])))).toEqual([true, true, true]);
    expect(value(minMax([3], -1))).toEqual({ values: [0.5], hasSpread: false });
    expect(value(zScores([3]))).toEqual({ values: [0], hasSpread: false });
  });
  it("goalposts, targets and scales refuse what has no length", () => {
    expect(refusal(goalposts(1, 2, 2))).toBe("no-spread");
    expect(refusal(distanceToTarget([5], 5, 1, false))).toBe("no-spread");
    expect(refusal(distanceToTarget([], 5, 1, false))).toBe("empty");
    expect(refusal(convertScale(1, [1, 1], [0, 1]))).toBe("no-spread");
    expect(value(convertScale(3, [1, 5], [0, 100]))).toBe(50);
    expect(value(convertScale(2, [5, 1], [0, 100]))).toBe(75);
  });
  it("broken lines go straight between their points and flat outside", () => {
    const knots = [
      [0, 0],
      [10, 1],
      [20, 1.2],
    ] as const;
    expect([-1, 5, 10, 15, 99].map((x) => value(piecewiseLinear(knots, x)))).toEqual([0, 0.5, 1, 1.1, 1.2]);
    expect(refusal(piecewiseLinear([knots[0], knots[0]], 1))).toBe("shape");
    expect(refusal(piecewiseLinear([], 1))).toBe("empty");
  });
});

describe("ways to bring scores together", () => {
  it("sum, geometric mean and weakest link use weights each in its way", () => {
    expect(value(weightedSum([80, 60], [0.5, 0.5]))).toBe(70);
    expect(value(geometricMean([4, 9], [1, 1]))).toBeCloseTo(6, 12);
    expect(value(geometricMean([4, 9], [3, 1]))).toBeCloseTo(Math.sqrt(Math.sqrt(4 ** 3 * 9)), 12);
    // The lowest score has no weight.
    expect(value(weakestLink([80, 10, 60], [1, 0, 2]))).toBe(60);
    expect(refusal(geometricMean([0, 1], [1, 1]))).toBe("out-of-range");
    expect(value(geometricMean([0, 4], [0, 1]))).toBeCloseTo(4, 12);
    expect(refusal(weightedSum([1], [1, 2]))).toBe("shape");
    expect(refusal(weakestLink([1, 2], [0, 0]))).toBe("no-weights");
    expect(refusal(weakestLink([1, 2], [-1, 2]))).toBe("negative");
  });
  it("a mean asks for a share of the items, not of the weight", () => {
    expect(value(meanWithEnoughData([80, null], [1, 9], 0.5))).toBe(80);
    expect(refusal(meanWithEnoughData([80, null], [9, 1], 0.6))).toBe("too-few");
    expect(refusal(meanWithEnoughData([80, null], [0, 1], 0.5))).toBe("too-few");
    expect(refusal(meanWithEnoughData([80], [1], 2))).toBe("out-of-range");
  });
});

describe("points tables", () => {
  it("give the lowest point 0.40, 'meets' 1.00 and the highest 1.20, straight between", () => {
    expect(pointsTable(5)).toEqual([0.4, 0.7, 1, 1.1, 1.2]);
    expect(pointsTable(5)).toBe(SCORING_DEFAULTS.points);
    expect(pointsTable(4)).toEqual([0.4, 0.7, 1, 1.2]);
    expect(pointsTable(7).map((worth) => Number(worth.toFixed(4)))).toEqual([0.4, 0.6, 0.8, 1, 1.0667, 1.1333, 1.2]);
    expect(pointsTable(3)).toEqual([0.4, 1, 1.2]);
    expect(pointsTable(2)).toEqual([0.4, 1]);
  });
  it("are none for what is no scale", () => {
    expect([1, 2.5, 101, Number.NaN].map(pointsTable)).toEqual([[], [], [], []]);
  });
});
