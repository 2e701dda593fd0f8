/**
 * From an actual to attainment, by the line's kind (domain rule C2). Attainment 1 means: the target is met.
 * Nothing is guessed: a kind whose numbers are not there is refused by name.
 */
import { computed, refused, type Computed } from "../model/computed";
import { STEP_PARAMETERS, type LineKind, type LineParameter, type LineRule } from "../model/line";
import { asAttainment, type Attainment } from "../model/units";
import { piecewiseLinear, type Knot } from "./interpolate";
import { pointsTable, SCORING_DEFAULTS, type ScoringSettings } from "./settings";
import { stepAttainment, type Step } from "./steps";

/** Numbers that a kind cannot do without. */
const NEEDS: Readonly<Record<LineKind, readonly LineParameter[]>> = {
  curve: ["threshold", "target"],
  rating: [],
  points: ["maximum"],
  range: ["low", "high", "zeroDistance"],
  zero: ["worstAllowed"],
  milestone: [],
  yesNo: [],
  linear: ["baseline", "target"],
  ratio: ["target"],
  deviation: ["target"],
  nominal: ["target"],
  deduction: ["maximum", "unitPoints"],
  steps: ["worthBelow", "step1", "worth1"],
};

/** The parameters that a kind needs, in the order of the Plan's columns (domain rule C2). */
export const parametersOf = (kind: LineKind): readonly LineParameter[] => NEEDS[kind];

/**
 * Parameters that the kind needs and the line does not have as finite numbers, in the order of the Plan's columns
 * (domain rules C1, C2).
 */
export const missingParameters = (rule: LineRule): readonly LineParameter[] =>
  NEEDS[rule.kind].filter((parameter) => !Number.isFinite(rule[parameter]));

/** The parameters of a line, known to be there. */
type Parameters = (name: LineParameter) => number;
type Attain = (actual: number, p: Parameters, rule: LineRule, settings: ScoringSettings) => Computed<number>;

/**
 * Curve without a cliff: straight lines through (zero point, 0), (threshold, s0), (target, 1), (stretch, cap).
 * The zero point, when not given, lets the slope between threshold and target go on: zero = threshold − s0/(1−s0)·(target − threshold).
 * Works in both directions; without a stretch it is flat at 1 above the target.
 */
const curve: Attain = (actual, p, rule, settings) => {
  const [threshold, target, s0] = [p("threshold"), p("target"), settings.atThreshold];
  if (threshold === target) return refused("out-of-range", { needs: "threshold" });
  const sign = target > threshold ? 1 : -1;
  if (rule.direction !== undefined && (rule.direction === "higher" ? 1 : -1) !== sign)
    return refused("out-of-range", { needs: "direction" });
  const zero = rule.zeroPoint ?? threshold - (s0 / (1 - s0)) * (target - threshold);
  const stretch = rule.stretch ?? target;
  if ((threshold - zero) * sign <= 0) return refused("out-of-range", { needs: "zeroPoint" });
  if ((stretch - target) * sign < 0) return refused("out-of-range", { needs: "stretch" });
  if (settings.belowThreshold === "nothing" && (actual - threshold) * sign < 0) return computed(0);
  const knots: Knot[] = [
    [zero * sign, 0],
    [threshold * sign, s0],
    [target * sign, 1],
  ];
  if (stretch !== target) knots.push([stretch * sign, Math.max(1, settings.cap)]);
  return piecewiseLinear(knots, actual * sign);
};

/** Points table of the scale, straight between the points; outside the scale it is refused. */
const rating: Attain = (actual, _p, rule, settings) => {
  const { points: first, otherScales } = settings;
  const count = rule.maximum ?? first.length;
  const points = count === first.length ? first : (otherScales?.[count] ?? pointsTable(count));
  if (points.length === 0) return refused("missing-parameter", { needs: "maximum" });
  if (actual < 1 || actual > points.length) return refused("out-of-range", { low: 1, high: points.length });
  return piecewiseLinear(
    points.map((value, i): Knot => [i + 1, value]),
    actual,
  );
};

/** Mark ÷ maximum, nothing else; outside 0…maximum it is refused. */
const points: Attain = (actual, p) => {
  const maximum = p("maximum");
  if (maximum <= 0) return refused("out-of-range", { needs: "maximum" });
  if (actual < 0 || actual > maximum) return refused("out-of-range", { low: 0, high: maximum });
  return computed(actual / maximum);
};

/** 1 inside [low, high]; from there in a straight line to 0 at the zero distance. */
const range: Attain = (actual, p) => {
  const [low, high, distance] = [p("low"), p("high"), p("zeroDistance")];
  if (high < low) return refused("out-of-range", { needs: "high" });
  if (distance <= 0) return refused("out-of-range", { needs: "zeroDistance" });
  const outside = Math.max(0, low - actual, actual - high);
  return computed(Math.max(0, 1 - outside / distance));
};

/** Target 0: 1 − count ÷ worst allowed. */
const zero: Attain = (actual, p) => {
  const worst = p("worstAllowed");
  if (worst <= 0) return refused("out-of-range", { needs: "worstAllowed" });
  if (actual < 0) return refused("negative");
  return computed(Math.max(0, 1 - actual / worst));
};

/** Done share (0–1) × max(0, 1 − loss a day × days late). */
const milestone: Attain = (actual, _p, rule, settings) => {
  if (actual < 0 || actual > 1) return refused("out-of-range", { low: 0, high: 1 });
  return computed(actual * Math.max(0, 1 - settings.latePerDay * Math.max(0, rule.daysLate ?? 0)));
};

const yesNo: Attain = (actual) =>
  actual === 0 || actual === 1 ? computed(actual) : refused("out-of-range", { low: 0, high: 1 });

/** (A − B)/(T − B): any direction, any sign. */
const linear: Attain = (actual, p) => {
  const [baseline, target] = [p("baseline"), p("target")];
  return baseline === target
    ? refused("out-of-range", { needs: "baseline" })
    : computed((actual - baseline) / (target - baseline));
};

/** A/T, or T/A for lower is better; only where target > 0 and actual ≥ 0. An actual of 0 is best there: the cap. */
const ratio: Attain = (actual, p, rule, settings) => {
  const target = p("target");
  if (target <= 0) return refused("out-of-range", { needs: "target" });
  if (actual < 0) return refused("negative");
  if (rule.direction !== "lower") return computed(actual / target);
  return computed(actual === 0 ? settings.cap : target / actual);
};

/** 1 + (A−T)/|T|, or 1 − (A−T)/|T| for lower is better; target not 0, any sign. */
const deviation: Attain = (actual, p, rule) => {
  const target = p("target");
  if (target === 0) return refused("out-of-range", { needs: "target" });
  const away = (actual - target) / Math.abs(target);
  return computed(rule.direction === "lower" ? 1 - away : 1 + away);
};

/** Target is best: 1 − |A−T|/|T|. Source: SAP Strategy Management, "absolute". */
const nominal: Attain = (actual, p) => {
  const target = p("target");
  return target === 0
    ? refused("out-of-range", { needs: "target" })
    : computed(1 - Math.abs(actual - target) / Math.abs(target));
};

/** (maximum − points × count) ÷ maximum, not below 0. */
const deduction: Attain = (actual, p) => {
  const [maximum, unit] = [p("maximum"), p("unitPoints")];
  if (maximum <= 0) return refused("out-of-range", { needs: "maximum" });
  if (actual < 0 || unit < 0) return refused("negative");
  return computed(Math.max(0, (maximum - unit * actual) / maximum));
};

/** The attainment of the highest cut-off that is reached; the cut-offs rise, each with its worth, without a gap between. */
const steps: Attain = (actual, p, rule) => {
  const table: Step[] = [];
  for (const [k, [cutOff, worth]] of STEP_PARAMETERS.entries()) {
    const [from, attainment] = [rule[cutOff], rule[worth]];
    if (from === undefined && attainment === undefined) continue;
    const under = table.at(-1);
    if (table.length < k) return refused("out-of-range", { needs: STEP_PARAMETERS[table.length]?.[0] ?? cutOff });
    if (from === undefined || (under !== undefined && from <= under.from))
      return refused("out-of-range", { needs: cutOff });
    if (attainment === undefined) return refused("out-of-range", { needs: worth });
    table.push({ from, attainment });
  }
  return actual < p("step1") ? computed(p("worthBelow")) : stepAttainment(table, actual);
};

const KINDS: Readonly<Record<LineKind, Attain>> = {
  curve,
  rating,
  points,
  range,
  zero,
  milestone,
  yesNo,
  linear,
  ratio,
  deviation,
  nominal,
  deduction,
  steps,
};

/** What was computed, as attainment; refused where arithmetic left the finite numbers. */
const finiteAttainment = (value: number): Computed<Attainment> =>
  Number.isFinite(value) ? computed(asAttainment(value)) : refused("not-a-number");

/**
 * Attainment before cap and floor (the raw value that stays visible); 1 = the target is met. Each kind's formula
 * stands at its function above.
 * @param actual in the line's unit; a milestone's is a share 0–1, yes/no is 1 or 0, a rating a point of its scale
 * @returns refused: "not-a-number", "missing-parameter" (params.needs), "out-of-range" (parameters that contradict
 * each other, named in params.needs, or an actual outside low … high), "negative"
 * Source: domain rule C2.
 */
export function rawAttainment(
  rule: LineRule,
  actual: number,
  settings: ScoringSettings = SCORING_DEFAULTS,
): Computed<Attainment> {
  if (!Number.isFinite(actual)) return refused("not-a-number");
  const [needs] = missingParameters(rule);
  if (needs !== undefined) return refused("missing-parameter", { needs });
  const value = KINDS[rule.kind](actual, (name) => rule[name] ?? 0, rule, settings);
  return value.ok ? finiteAttainment(value.value) : value;
}

/**
 * Attainment after cap and floor: what is weighted; 1 = the target is met.
 * @returns refused as `rawAttainment`
 * Source: domain rule C2 (cap 120 %, floor 0 by default).
 */
export function attainmentOf(
  rule: LineRule,
  actual: number,
  settings: ScoringSettings = SCORING_DEFAULTS,
): Computed<Attainment> {
  const raw = rawAttainment(rule, actual, settings);
  return raw.ok ? finiteAttainment(Math.min(settings.cap, Math.max(settings.floor, raw.value))) : raw;
}
