/** Strengths from many paired comparisons, of one judge or several: the Bradley–Terry model, plain and with a ridge. */
import { computed, finiteList, refused, type Computed } from "../model/computed";
import { solveSymmetric } from "../model/symmetric";

/** One judgement: the winner's and the loser's place in the list of people, counted from 0; `times` (default 1) counts it, a draw is half a win for both. */
export type Judgement = readonly [winner: number, loser: number, times?: number];

/** More people than this nobody compares in pairs. */
const MOST_PEOPLE = 500;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** wins[i][j]: how often i was preferred to j. */
function winCounts(people: number, judgements: readonly Judgement[]): Computed<number[][]> {
  if (!Number.isInteger(people) || people > MOST_PEOPLE) return refused("out-of-range", { high: MOST_PEOPLE });
  const counts = Array.from({ length: people }, () => new Array<number>(people).fill(0));
  for (const [winner, loser, times = 1] of judgements) {
    const row = counts[winner];
    if (row === undefined || counts[loser] === undefined || winner === loser) return refused("out-of-range");
    if (!(times >= 0 && times < Infinity)) return refused(times < 0 ? "negative" : "not-a-number");
    row[loser] = (row[loser] ?? 0) + times;
  }
  return counts.every((row) => row.every((count) => count < 1e12)) ? computed(counts) : refused("out-of-range");
}

/** Who can be reached from person 0 along wins (or, reversed, along losses). */
function reachable(counts: readonly (readonly number[])[], reversed: boolean): number {
  const seen = new Set([0]);
  const queue = [0];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (let other = 0; other < counts.length; other += 1) {
      const edge = reversed ? counts[other]?.[at] : counts[at]?.[other];
      if ((edge ?? 0) > 0 && !seen.has(other)) {
        seen.add(other);
        queue.push(other);
      }
    }
  }
  return seen.size;
}

const isConnected = (counts: readonly (readonly number[])[]): boolean =>
  reachable(counts, false) === counts.length && reachable(counts, true) === counts.length;

/** −log likelihood + α Σθ². */
function cost(counts: readonly (readonly number[])[], theta: readonly number[], alpha: number): number {
  let total = alpha * sum(theta.map((value) => value * value));
  counts.forEach((row, i) => {
    row.forEach((wins, j) => {
      const behind = (theta[j] ?? 0) - (theta[i] ?? 0);
      // log(1 + e^x) without overflow.
      if (wins > 0) total += wins * (Math.max(behind, 0) + Math.log1p(Math.exp(-Math.abs(behind))));
    });
  });
  return total;
}

interface Slope {
  readonly gradient: readonly number[];
  /** Only the lower half is filled: it is all that Cholesky's decomposition reads. */
  readonly hessian: readonly (readonly number[])[];
}

function slopeOf(counts: readonly (readonly number[])[], theta: readonly number[], alpha: number): Slope {
  const n = theta.length;
  const gradient = theta.map((value) => 2 * alpha * value);
  // Without a ridge only differences count, and no step is determined; a constant in every cell picks one that sums to 0.
  const hessian = theta.map((_, i) => theta.map((__, j) => (alpha > 0 ? (i === j ? 2 * alpha : 0) : 1 / n)));
  const add = (i: number, j: number, value: number): void => {
    const row = hessian[i];
    if (row !== undefined) row[j] = (row[j] ?? 0) + value;
  };
  for (let i = 0; i < n; i += 1)
    for (let j = i + 1; j < n; j += 1) {
      const [won, lost] = [counts[i]?.[j] ?? 0, counts[j]?.[i] ?? 0];
      if (won + lost === 0) continue;
      const p = 1 / (1 + Math.exp((theta[j] ?? 0) - (theta[i] ?? 0)));
      const surplus = won - (won + lost) * p;
      const curve = (won + lost) * p * (1 - p);
      gradient[i] = (gradient[i] ?? 0) - surplus;
      gradient[j] = (gradient[j] ?? 0) + surplus;
      add(i, i, curve);
      add(j, j, curve);
      add(j, i, -curve);
    }
  return { gradient, hessian };
}

const TOLERANCE = 1e-12;
const MAX_ROUNDS = 200;

/** The minimum of `cost`, which is convex: Newton's method, a step halved until it goes down. */
function strengths(counts: readonly (readonly number[])[], alpha: number): Computed<readonly number[]> {
  let theta: readonly number[] = counts.map(() => 0);
  let now = cost(counts, theta, alpha);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const { gradient, hessian } = slopeOf(counts, theta, alpha);
    const step = solveSymmetric(hessian, gradient);
    if (step?.every(Number.isFinite) !== true) return refused("not-a-number");
    let size = 1;
    const moved = (): number[] => theta.map((value, i) => value - size * (step[i] ?? 0));
    while (size > 1e-6 && cost(counts, moved(), alpha) > now) size /= 2;
    theta = moved();
    now = cost(counts, theta, alpha);
    if (step.every((value) => Math.abs(value) < TOLERANCE)) break;
  }
  // The minimum lies at a mean of 0, but rounding lets it drift, the more the more judgements there are; no difference depends on it.
  const mean = sum(theta) / theta.length;
  return finiteList(theta.map((value) => value - mean));
}

/**
 * Bradley–Terry strengths by maximum likelihood: P(i beats j) = e^θi / (e^θi + e^θj).
 * @returns θ, centred on 0; refused ("not-connected") when some group never lost or never won against the rest, because
 * no finite strength exists then; "too-few", "out-of-range"
 * Source: Bradley & Terry 1952; the fixed point is that of p_i ← W_i / Σ n_ij/(p_i+p_j) (Hunter 2004).
 */
export function bradleyTerry(people: number, judgements: readonly Judgement[]): Computed<readonly number[]> {
  if (!(people >= 2)) return refused("too-few", { minPeople: 2 });
  const counted = winCounts(people, judgements);
  if (!counted.ok) return counted;
  return isConnected(counted.value) ? strengths(counted.value, 0) : refused("not-connected");
}

/** What a draw is worth to each of the two. */
const HALF_WIN = 0.5;

export interface JoinedStrengths {
  readonly strengths: readonly number[];
  /** A draw was added to each pair, because the judgements alone do not connect everybody: say so. */
  readonly drawsAdded: boolean;
}

/**
 * Strengths as `bradleyTerry`; where the judgements do not connect everybody, a draw is added to each pair and said.
 * @returns θ, centred on 0 (log odds); refused: "too-few", "out-of-range", "negative", "not-a-number"
 * Source: domain rule C9.1 (half a win each, and say so).
 */
export function bradleyTerryJoined(people: number, judgements: readonly Judgement[]): Computed<JoinedStrengths> {
  if (!(people >= 2)) return refused("too-few", { minPeople: 2 });
  const counted = winCounts(people, judgements);
  if (!counted.ok) return counted;
  const drawsAdded = !isConnected(counted.value);
  // A draw of somebody with himself, which this adds too, moves nobody.
  const counts = drawsAdded ? counted.value.map((row) => row.map((count) => count + HALF_WIN)) : counted.value;
  const found = strengths(counts, 0);
  return found.ok ? computed({ strengths: found.value, drawsAdded }) : found;
}

/**
 * Bradley–Terry strengths with a ridge, for judgements that do not connect everybody: minimises −log likelihood + α Σθ².
 * @param alpha strength of the pull towards 0, above 0
 * @returns θ; refused: "empty", "out-of-range" (alpha, a position, too many people), "negative" or "not-a-number" (times)
 * Source: Bradley & Terry 1952 with a ridge penalty.
 */
export function bradleyTerryRidge(
  people: number,
  judgements: readonly Judgement[],
  alpha: number,
): Computed<readonly number[]> {
  if (!(people >= 1)) return refused("empty");
  if (!(alpha > 0) || !Number.isFinite(alpha)) return refused("out-of-range", { alpha });
  const counted = winCounts(people, judgements);
  return counted.ok ? strengths(counted.value, alpha) : counted;
}
