/**
 * Ways to put different raters on one level. The raw score always stays beside the adjusted one, and somebody decides:
 * if each rater rates only an own team, leniency and team quality cannot be told apart by arithmetic.
 */
import { mean as meanOf, quantileSorted, sampleVariance, sum as sumOf } from "simple-statistics";
import { computed, refused, type Computed } from "../model/computed";

export type CalibrationMethod =
  /** x' = x − λ(m_r − M), λ the share asked for (1 = all of it). */
  | "shift"
  /** x' = x − λ(m_r − M), λ = n τ²/(n τ² + σ²): small teams are moved less. */
  | "shrunk-shift"
  /** x' = M + SD (x − m_r)/s_r; teams of at least ten. */
  | "z"
  /** x' = x ÷ (m_r/M); may leave the scale and is then cut. */
  | "ratio"
  /** Percentile in the team ((below + half of equals)/n) to the quantile of everybody; big teams of about one size only. */
  | "rank";

export interface Scale {
  readonly low: number;
  readonly high: number;
}
export interface CalibratedScore {
  readonly raw: number;
  readonly adjusted: number;
  /** The adjusted score was cut at an end of the scale. */
  readonly cut: boolean;
}

/** Smallest team for z and rank. */
const MIN_LARGE = 10;
const sum = (values: readonly number[]): number => sumOf([...values]);
const mean = (values: readonly number[]): number => meanOf([...values]);
const variance = (values: readonly number[]): number => sampleVariance([...values]);

/** Variance between raters (τ²) and within (σ²) by the method of moments for unequal teams. */
function components(teams: readonly (readonly number[])[]): { readonly between: number; readonly within: number } {
  const n = sum(teams.map((team) => team.length));
  const grand = mean(teams.flat());
  // One score a team says nothing about the spread within: shrunk shift refuses it, the others do not ask.
  const within =
    n === teams.length
      ? 0
      : sum(teams.map((team) => (team.length - 1) * (team.length > 1 ? variance(team) : 0))) / (n - teams.length);
  const msBetween = sum(teams.map((team) => team.length * (mean(team) - grand) ** 2)) / (teams.length - 1);
  const size = (n - sum(teams.map((team) => team.length ** 2)) / n) / (teams.length - 1);
  return { between: Math.max(0, (msBetween - within) / size), within };
}

/** (below + half of equals)/n of each score in its team. */
function percentiles(team: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const score of team) counts.set(score, (counts.get(score) ?? 0) + 1);
  let below = 0;
  return new Map(
    [...counts]
      .sort(([a], [b]) => a - b)
      .map(([score, count]) => {
        const share = (below + count / 2) / team.length;
        below += count;
        return [score, share];
      }),
  );
}

/** What the adjusters of all teams share. */
interface Everybody {
  readonly grand: number;
  /** Standard deviation of all scores; 0 for one. */
  readonly spread: number;
  /** All scores, smallest first. */
  readonly sorted: readonly number[];
  readonly between: number;
  readonly within: number;
  readonly share: number;
}

function adjuster(method: CalibrationMethod, team: readonly number[], all: Everybody): Computed<(x: number) => number> {
  const own = mean(team);
  const { grand, between, within } = all;
  switch (method) {
    case "shift":
      return computed((x) => x - all.share * (own - grand));
    case "shrunk-shift": {
      const size = team.length * between;
      const weight = size + within === 0 ? 0 : size / (size + within);
      return computed((x) => x - weight * (own - grand));
    }
    case "ratio":
      return own * grand > 0 ? computed((x) => (x / own) * grand) : refused("out-of-range", { mean: own });
    case "z": {
      if (team.length < MIN_LARGE) return refused("too-few", { people: team.length, minPeople: MIN_LARGE });
      const spread = Math.sqrt(variance(team));
      return spread === 0 ? refused("no-spread") : computed((x) => grand + (all.spread * (x - own)) / spread);
    }
    case "rank": {
      if (team.length < MIN_LARGE) return refused("too-few", { people: team.length, minPeople: MIN_LARGE });
      const percentile = percentiles(team);
      const sorted = [...all.sorted];
      return computed((x) => quantileSorted(sorted, percentile.get(x) ?? 0));
    }
  }
}

function everybodyOf(teams: readonly (readonly number[])[], share: number): Everybody {
  const sorted = teams.flat().sort((a, b) => a - b);
  return { grand: mean(sorted), spread: Math.sqrt(variance(sorted)), sorted, ...components(teams), share };
}

function checkTeams(
  teams: readonly (readonly number[])[],
  method: CalibrationMethod,
  { low, high }: Scale,
  share: number,
): Computed<null> {
  if (teams.length < 2) return refused("too-few", { raters: teams.length, minRaters: 2 });
  if (teams.some((team) => team.length === 0)) return refused("empty");
  const everybody = teams.flat();
  if (![...everybody, low, high, share].every(Number.isFinite)) return refused("not-a-number");
  if (low >= high || share < 0 || share > 1) return refused("out-of-range", { low, high, share });
  if (everybody.some((score) => score < low || score > high)) return refused("out-of-range", { low, high });
  if (method === "shrunk-shift" && everybody.length <= teams.length)
    return refused("too-few", { people: everybody.length, minPeople: teams.length + 1 });
  return computed(null);
}

/**
 * Adjusted scores of every team, in the order given, each raw beside adjusted and cut to the scale.
 * @param teams one list of scores a rater, all on one scale
 * @param share how much of the shift is taken out by "shift", 0–1, default all of it
 * @returns refused: "too-few" (fewer than two raters; nobody rated beside others for a shrunk shift; teams under ten for z
 * and rank), "empty" (a team), "not-a-number", "out-of-range" (a score outside the scale, a scale without width, a team's
 * mean of 0 for a ratio), "no-spread" (z of a team that is all equal)
 * Source: shrunk shift λ = n τ²/(n τ² + σ²) with variance components by the method of moments (Searle 1971); corrections for
 * leniency compared: Houston, Raymond & Svec 1991.
 */
export function calibrate(
  teams: readonly (readonly number[])[],
  method: CalibrationMethod,
  scale: Scale,
  share = 1,
): Computed<readonly (readonly CalibratedScore[])[]> {
  const checked = checkTeams(teams, method, scale, share);
  if (!checked.ok) return checked;
  const all = everybodyOf(teams, share);
  const result: CalibratedScore[][] = [];
  for (const team of teams) {
    const adjust = adjuster(method, team, all);
    if (!adjust.ok) return adjust;
    const scores = team.map((raw) => {
      const moved = adjust.value(raw);
      const adjusted = Math.min(scale.high, Math.max(scale.low, moved));
      return { raw, adjusted, cut: adjusted !== moved };
    });
    // Only scores near the end of the numbers that a computer holds.
    if (!scores.every(({ adjusted }) => Number.isFinite(adjusted))) return refused("not-a-number");
    result.push(scores);
  }
  return computed(result);
}
