/**
 * Ways to put different raters on one level. The raw score always stays beside the adjusted one, and somebody decides:
 * if each rater rates only an own team, leniency and team quality cannot be told apart by arithmetic.
 */
import { jStat } from "jstat";
import { computed, refused, type Computed } from "../model/computed";

export type CalibrationMethod =
  /** x' = x − (m_r − M) */
  | "shift"
  /** x' = x − λ(m_r − M), λ = n τ²/(n τ² + σ²): small teams are moved less. */
  | "shrunk-shift"
  /** x' = M + SD (x − m_r)/s_r; teams of at least ten. */
  | "z"
  /** Percentile in the team to the normal quantile of the whole. */
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

const MIN_Z = 10;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const variance = (values: readonly number[]): number => {
  const centre = mean(values);
  return sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1);
};

/** Variance between raters (τ²) and within (σ²) by the method of moments for unequal teams. */
function components(teams: readonly (readonly number[])[]): { readonly between: number; readonly within: number } {
  const n = sum(teams.map((team) => team.length));
  const grand = mean(teams.flat());
  const within =
    sum(teams.map((team) => (team.length - 1) * (team.length > 1 ? variance(team) : 0))) / (n - teams.length);
  const msBetween = sum(teams.map((team) => team.length * (mean(team) - grand) ** 2)) / (teams.length - 1);
  const size = (n - sum(teams.map((team) => team.length ** 2)) / n) / (teams.length - 1);
  return { between: Math.max(0, (msBetween - within) / size), within };
}

function adjuster(
  method: CalibrationMethod,
  team: readonly number[],
  teams: readonly (readonly number[])[],
): Computed<(x: number) => number> {
  const everybody = teams.flat();
  const own = mean(team);
  const grand = mean(everybody);
  switch (method) {
    case "shift":
      return computed((x) => x - (own - grand));
    case "shrunk-shift": {
      const { between, within } = components(teams);
      const weight =
        team.length * between + within === 0 ? 0 : (team.length * between) / (team.length * between + within);
      return computed((x) => x - weight * (own - grand));
    }
    case "z": {
      if (team.length < MIN_Z) return refused("too-few", { people: team.length, minPeople: MIN_Z });
      const spread = Math.sqrt(variance(team));
      if (spread === 0) return refused("no-spread");
      const overall = Math.sqrt(variance(everybody));
      return computed((x) => grand + (overall * (x - own)) / spread);
    }
    case "rank": {
      if (team.length < MIN_Z) return refused("too-few", { people: team.length, minPeople: MIN_Z });
      const overall = Math.sqrt(variance(everybody));
      const percentile = (x: number): number =>
        (team.filter((other) => other < x).length + 0.5 * team.filter((other) => other === x).length) / team.length;
      return computed((x) => grand + overall * jStat.normal.inv(percentile(x), 0, 1));
    }
  }
}

/**
 * Adjusted scores of every team.
 * @param teams one list of scores a rater, all on one scale
 * @returns in the order given, each raw beside adjusted, cut to the scale; refused for fewer than two raters, empty teams, too small teams (z, rank), or scores outside the scale
 */
export function calibrate(
  teams: readonly (readonly number[])[],
  method: CalibrationMethod,
  scale: Scale,
): Computed<readonly (readonly CalibratedScore[])[]> {
  if (teams.length < 2) return refused("too-few", { raters: teams.length, minRaters: 2 });
  if (teams.some((team) => team.length === 0)) return refused("empty");
  const everybody = teams.flat();
  if (!everybody.every(Number.isFinite)) return refused("not-a-number");
  if (everybody.some((score) => score < scale.low || score > scale.high)) return refused("out-of-range");
  if (method === "shrunk-shift" && everybody.length <= teams.length)
    return refused("too-few", { people: everybody.length, minPeople: teams.length + 1 });
  const result: CalibratedScore[][] = [];
  for (const team of teams) {
    const adjust = adjuster(method, team, teams);
    if (!adjust.ok) return adjust;
    result.push(
      team.map((raw) => {
        const moved = adjust.value(raw);
        const adjusted = Math.min(scale.high, Math.max(scale.low, moved));
        return { raw, adjusted, cut: adjusted !== moved };
      }),
    );
  }
  return computed(result);
}
