/** Weights from points or from an order of importance. Results are shares that sum to 1, in the order given. */
import { computed, refused, type Computed } from "../model/computed";
import { asShare, type Share } from "../model/units";

/**
 * Points, swing, SMART: w = p ÷ Σp.
 * @returns shares in the order given; refused: "empty", "not-a-number", "negative", "no-weights"
 * Source: Edwards 1977 (SMART); von Winterfeldt & Edwards 1986 (swing).
 */
export function fromPoints(points: readonly number[]): Computed<readonly Share[]> {
  if (points.length === 0) return refused("empty");
  if (!points.every(Number.isFinite)) return refused("not-a-number");
  if (points.some((point) => point < 0)) return refused("negative");
  const sum = points.reduce((total, point) => total + point, 0);
  return sum > 0 && Number.isFinite(sum)
    ? computed(points.map((point) => asShare(point / sum)))
    : refused("no-weights");
}

/** More places than this are no order of importance. */
const MOST_PLACES = 10_000;

export type OrderMethod = "centroid" | "sum" | "reciprocal";

function placeWeight(method: OrderMethod, place: number, n: number): number {
  if (method === "sum") return (2 * (n + 1 - place)) / (n * (n + 1));
  if (method === "reciprocal") return 1 / place;
  let sum = 0;
  for (let i = place; i <= n; i += 1) sum += 1 / i;
  return sum / n;
}

/**
 * Weights of the places 1…n, most important first.
 * @returns shares; refused: "empty" (n no whole number from 1), "out-of-range" (over 10,000)
 * Source: Barron & Barrett 1996 (centroid), Stillwell, Seaver & Edwards 1981 (sum, reciprocal).
 */
export function placeWeights(method: OrderMethod, n: number): Computed<readonly Share[]> {
  if (!Number.isInteger(n) || n < 1) return refused("empty");
  if (n > MOST_PLACES) return refused("out-of-range", { high: MOST_PLACES });
  return fromPoints(Array.from({ length: n }, (_, i) => placeWeight(method, i + 1, n)));
}

/**
 * Weights from ranks (1 = most important; any numbers that order); tied ranks share the mean of their places.
 * @returns shares in the order given; refused as `placeWeights`; "not-a-number"
 * Source: as `placeWeights`; ties by averaging, method §2.3.
 */
export function fromRanks(rankList: readonly number[], method: OrderMethod = "centroid"): Computed<readonly Share[]> {
  if (!rankList.every(Number.isFinite)) return refused("not-a-number");
  const places = placeWeights(method, rankList.length);
  if (!places.ok) return places;
  const sorted = [...rankList].sort((a, b) => a - b);
  return computed(
    rankList.map((rank) => {
      const first = sorted.indexOf(rank);
      const last = sorted.lastIndexOf(rank);
      const shared = places.value.slice(first, last + 1);
      return asShare(shared.reduce((sum, weight) => sum + weight, 0) / shared.length);
    }),
  );
}
