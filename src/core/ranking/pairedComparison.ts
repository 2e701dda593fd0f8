/**
 * Paired comparison: who was preferred to whom, and what order that gives.
 * Wins, circular judgements (A > B > C > A) and consistency for one judge; Bradley–Terry strengths for many.
 */
import { computed, refused, type Computed } from "../model/computed";

/** One judgement: the winner's and the loser's place in the list of people, counted from 0. */
export type Judgement = readonly [winner: number, loser: number];

export interface PairedOrder {
  /** Wins of each person; a draw counts one half. */
  readonly wins: readonly number[];
  /** Number of circular judgements, or null when there are draws or pairs left out. */
  readonly circularTriads: number | null;
  /** 1 = no contradiction, 0 = as many as there can be; null where triads are. */
  readonly consistency: number | null;
  /** Pairs not judged yet. */
  readonly open: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Order of one judge from a matrix of preferences.
 * @param matrix square; 1 where the row is preferred to the column, 0 where not, 0.5 for a draw, null where not judged; the lower half must mirror the upper (or be null)
 * @returns d = n(n−1)(2n−1)/12 − ½Σa², ζ = 1 − 24d/(n³−n) (odd n) or 1 − 24d/(n³−4n) (even n)
 * Source: Kendall & Babington Smith 1940.
 */
export function pairedOrder(matrix: readonly (readonly (number | null)[])[]): Computed<PairedOrder> {
  const n = matrix.length;
  if (n < 2) return refused("too-few", { people: n, minPeople: 2 });
  if (matrix.some((row) => row.length !== n)) return refused("shape");
  const wins = new Array<number>(n).fill(0);
  let open = 0;
  let draws = 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) {
      const upper = matrix[i]?.[j] ?? null;
      const lower = matrix[j]?.[i] ?? null;
      if (upper !== null && ![0, 0.5, 1].includes(upper)) return refused("out-of-range", { row: i, column: j });
      if (upper !== null && lower !== null && upper + lower !== 1) return refused("shape", { row: i, column: j });
      const judged = upper ?? (lower === null ? null : 1 - lower);
      if (judged === null) open += 1;
      else {
        if (judged === 0.5) draws += 1;
        wins[i] = (wins[i] ?? 0) + judged;
        wins[j] = (wins[j] ?? 0) + 1 - judged;
      }
    }
  }
  if (open > 0 || draws > 0 || n < 3) return computed({ wins, circularTriads: null, consistency: null, open });
  const triads = (n * (n - 1) * (2 * n - 1)) / 12 - sum(wins.map((a) => a * a)) / 2;
  const most = (n % 2 === 1 ? n ** 3 - n : n ** 3 - 4 * n) / 24;
  return computed({ wins, circularTriads: triads, consistency: 1 - triads / most, open });
}

function winCounts(people: number, judgements: readonly Judgement[]): Computed<number[][]> {
  const counts = Array.from({ length: people }, () => new Array<number>(people).fill(0));
  for (const [winner, loser] of judgements) {
    const row = counts[winner];
    if (row === undefined || counts[loser] === undefined || winner === loser)
      return refused("out-of-range", { winner, loser });
    row[loser] = (row[loser] ?? 0) + 1;
  }
  return computed(counts);
}

/** Who can be reached from person 0 along wins (or, reversed, along losses). */
function reachable(counts: readonly (readonly number[])[], reversed: boolean): Set<number> {
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
  return seen;
}

const TOLERANCE = 1e-12;
const MAX_ROUNDS = 100_000;

/**
 * Bradley–Terry strengths by maximum likelihood: P(i beats j) = e^θi / (e^θi + e^θj).
 * @returns θ, centred on 0; refused ("not-connected") when some group never lost or never won against the rest, because no finite strength exists then
 * Source: Hunter 2004 (minorise–maximise).
 */
export function bradleyTerry(people: number, judgements: readonly Judgement[]): Computed<readonly number[]> {
  if (people < 2) return refused("too-few", { people, minPeople: 2 });
  const counted = winCounts(people, judgements);
  if (!counted.ok) return counted;
  const counts = counted.value;
  if (reachable(counts, false).size < people || reachable(counts, true).size < people) return refused("not-connected");
  let strength = new Array<number>(people).fill(1);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const previous = strength;
    const raw = previous.map((own, i) => {
      const met = counts.map((row, j) =>
        i === j ? 0 : ((counts[i]?.[j] ?? 0) + (row[i] ?? 0)) / (own + (previous[j] ?? 0)),
      );
      return sum(counts[i] ?? []) / sum(met);
    });
    const scale = Math.exp(sum(raw.map(Math.log)) / people);
    strength = raw.map((value) => value / scale);
    if (strength.every((value, i) => Math.abs(value - (previous[i] ?? 0)) < TOLERANCE * value)) break;
  }
  return computed(strength.map(Math.log));
}

/**
 * Bradley–Terry strengths with a ridge, for judgements that do not connect everybody: minimises −log likelihood + α Σθ².
 * @param alpha strength of the pull towards 0, above 0
 * Source: Newton's method on the penalised likelihood (convex).
 */
export function bradleyTerryRidge(
  people: number,
  judgements: readonly Judgement[],
  alpha: number,
): Computed<readonly number[]> {
  if (people < 1) return refused("empty");
  if (!(alpha > 0) || !Number.isFinite(alpha)) return refused("out-of-range", { alpha });
  const counted = winCounts(people, judgements);
  if (!counted.ok) return counted;
  const theta = new Array<number>(people).fill(0);
  for (let round = 0; round < 100; round += 1) {
    const gradient = theta.map((value) => 2 * alpha * value);
    const hessian = theta.map((_, i) => theta.map((__, j) => (i === j ? 2 * alpha : 0)));
    for (const [winner, loser] of judgements) addJudgement(gradient, hessian, theta, winner, loser);
    const step = solve(hessian, gradient);
    for (let i = 0; i < people; i += 1) theta[i] = (theta[i] ?? 0) - (step[i] ?? 0);
    if (step.every((value) => Math.abs(value) < TOLERANCE)) break;
  }
  return computed(theta);
}

function addJudgement(
  gradient: number[],
  hessian: number[][],
  theta: readonly number[],
  winner: number,
  loser: number,
): void {
  const lose = 1 / (1 + Math.exp((theta[winner] ?? 0) - (theta[loser] ?? 0)));
  const curve = lose * (1 - lose);
  gradient[winner] = (gradient[winner] ?? 0) - lose;
  gradient[loser] = (gradient[loser] ?? 0) + lose;
  const add = (i: number, j: number, value: number): void => {
    const row = hessian[i];
    if (row !== undefined) row[j] = (row[j] ?? 0) + value;
  };
  add(winner, winner, curve);
  add(loser, loser, curve);
  add(winner, loser, -curve);
  add(loser, winner, -curve);
}

/** Solves a small symmetric positive definite system by Cholesky's decomposition. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const n = right.length;
  const lower = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  const at = (i: number, j: number): number => lower[i]?.[j] ?? 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let rest = matrix[i]?.[j] ?? 0;
      for (let k = 0; k < j; k += 1) rest -= at(i, k) * at(j, k);
      const row = lower[i];
      if (row !== undefined) row[j] = i === j ? Math.sqrt(rest) : rest / at(j, j);
    }
  }
  const y = new Array<number>(n).fill(0);
  for (let i = 0; i < n; i += 1) {
    let rest = right[i] ?? 0;
    for (let k = 0; k < i; k += 1) rest -= at(i, k) * (y[k] ?? 0);
    y[i] = rest / at(i, i);
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i -= 1) {
    let rest = y[i] ?? 0;
    for (let k = i + 1; k < n; k += 1) rest -= at(k, i) * (x[k] ?? 0);
    x[i] = rest / at(i, i);
  }
  return x;
}
