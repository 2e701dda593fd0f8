/** Worked examples of ranks, paired comparison, swaps and weights from judgements. */
import { pairedOrder } from "../../../src/core/ranking/pairedComparison";
import { ranks } from "../../../src/core/ranking/ranks";
import { oneWeightToTie } from "../../../src/core/robustness/swaps";
import { totalOf } from "../../../src/core/scoring/totals";
import { placeWeights } from "../../../src/core/weighting/fromOrder";
import { CONSISTENCY_LIMIT, consistency, geometricWeights } from "../../../src/core/weighting/pairwise";
import { allNear, near, valueOf, type Runners } from "./runner";

/** "1/3" as the source writes it. */
const fraction = (value: number | string): number => {
  const [above = 0, below = 1] = String(value).split("/").map(Number);
  return above / below;
};

export const orderExamples: Runners = {
  "paired-colours": (
    { items, wins }: { items: string[]; wins: [string, string][] },
    expected: { points: Record<string, number>; order: string[]; comparisons: number },
  ) => {
    const judged = (row: string, column: string): number | null => {
      if (wins.some(([winner, loser]) => winner === row && loser === column)) return 1;
      return wins.some(([winner, loser]) => winner === column && loser === row) ? 0 : null;
    };
    const found = valueOf(pairedOrder(items.map((row) => items.map((column) => judged(row, column)))));
    expect(Object.fromEntries(items.map((item, i) => [item, found.wins[i]]))).toEqual(expected.points);
    const places = ranks(found.wins, "competition");
    const order = [...items].sort((a, b) => (places[items.indexOf(a)] ?? 0) - (places[items.indexOf(b)] ?? 0));
    expect(order).toEqual(expected.order);
    expect(found.circularTriads).toBe(0);
    expect(wins).toHaveLength(expected.comparisons);
  },
  "paired-count-wrong-source": (
    { n }: { n: number[] },
    expected: { comparisons: number[]; publishedValue: number[] },
  ) => {
    // Before the first judgement all pairs are open. The source prints n(n − 2): 15 and 9,800.
    const open = n.map((size) => {
      const nothing = Array.from({ length: size }, () => new Array<null>(size).fill(null));
      return valueOf(pairedOrder(nothing)).open;
    });
    expect(open).toEqual(expected.comparisons);
    expect(expected.publishedValue).toEqual([15, 9800]);
  },
  "rank-avg-ms": ({ values, of }: { values: number[]; of: number }, expected: { rank: number }) => {
    expect(ranks(values, "fractional", "desc")[values.indexOf(of)]).toBe(expected.rank);
  },
  "supplier-ab": (
    { weights, suppliers }: { weights: Record<string, number>; suppliers: Record<string, number[]> },
    expected: { scores: Record<string, number>; order: string[]; flipAtQualityWeightPct: number },
    tolerance,
  ) => {
    const shares = Object.values(weights);
    const names = Object.keys(suppliers);
    const totals = names.map((name) => valueOf(totalOf(suppliers[name] ?? [], shares, "wait")).total);
    allNear(totals, Object.values(expected.scores), tolerance);
    const places = ranks(totals, "competition");
    expect([...names].sort((a, b) => (places[names.indexOf(a)] ?? 0) - (places[names.indexOf(b)] ?? 0))).toEqual(
      expected.order,
    );
    const [a = [], b = []] = Object.values(suppliers);
    const quality = Object.keys(weights).indexOf("Quality");
    near(valueOf(oneWeightToTie(a, b, shares, quality)).newWeight * 100, expected.flipAtQualityWeightPct, tolerance);
  },
  "ahp-restaurants": (
    { matrix, RI3 }: { matrix: (number | string)[][]; RI3: number },
    expected: { weights: number[]; lambdaMax: number; CI: number; CR: number; acceptable: boolean },
    tolerance,
  ) => {
    const numbers = matrix.map((row) => row.map(fraction));
    const weights = valueOf(geometricWeights(numbers));
    const found = valueOf(consistency(numbers, weights, RI3));
    allNear(weights, expected.weights, tolerance);
    near(found.lambda, expected.lambdaMax, tolerance);
    near(found.index, expected.CI, tolerance);
    near(found.ratio, expected.CR, tolerance);
    expect(found.ratio <= CONSISTENCY_LIMIT).toBe(expected.acceptable);
  },
  "roc-weights": ({ n }: { n: number[] }, expected: { weights: number[][] }, tolerance) => {
    n.forEach((size, i) => {
      allNear(valueOf(placeWeights("centroid", size)), expected.weights[i] ?? [], tolerance);
    });
  },
};
