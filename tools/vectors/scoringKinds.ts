/** Kinds of scoring: achievement, normalising, totals, rounding. */
import { max, sum } from "simple-statistics";
import { computed, type Computed } from "../../src/core/model/computed";
import { rawAttainment } from "../../src/core/scoring/attainment";
import { geometricMean, meanWithEnoughData, weightedSum } from "../../src/core/scoring/aggregates";
import { piecewiseLinear, type Knot } from "../../src/core/scoring/interpolate";
import {
  distanceToTarget,
  goalposts,
  minMax,
  zScores,
  type Normalised,
  type Sense,
} from "../../src/core/scoring/normalise";
import { roundHalfAway } from "../../src/core/scoring/round";
import { totalOf, type MissingPolicy } from "../../src/core/scoring/totals";
import { ranks } from "../../src/core/ranking/ranks";
import { fromPoints } from "../../src/core/weighting/fromOrder";
import { each, plain, Refused, type Adapters } from "./adapter";
import { Unfit, type CaseInput } from "./caseInput";

const sense = (value: number): Sense => (value < 0 ? -1 : 1);
const POLICIES: readonly MissingPolicy[] = ["wait", "renormalise", "zero", "neutral", "equal", "block"];

const percents = (input: CaseInput, kind: "ratio" | "nominal"): unknown =>
  each(input.table("pairs"), ([actual = Number.NaN, target = Number.NaN]) => {
    const value = rawAttainment({ kind, target, direction: "higher" }, actual);
    return value.ok ? computed(value.value * 100) : value;
  });

/** Columns of a table worked on one by one. */
function byColumn(table: readonly (readonly number[])[], run: (column: number[], k: number) => unknown): unknown {
  const width = table[0]?.length ?? 0;
  const columns: number[][] = [];
  for (let k = 0; k < width; k += 1) {
    const result = run(
      table.map((row) => row[k] ?? Number.NaN),
      k,
    );
    if (!Array.isArray(result)) return result;
    columns.push(result as number[]);
  }
  return table.map((_, i) => columns.map((column) => column[i]));
}

function weightedSums(input: CaseInput): unknown {
  const pre = input.has("pre") ? input.text("pre").toLowerCase() : "";
  const matrix = prepared(input.table("matrix"), input.has("objectives") ? input.list("objectives") : [], pre);
  // "sum" scales weights as well as columns to a sum of 1.
  const weights = pre.includes("sum") ? fromPoints(input.list("weights")) : computed(input.list("weights"));
  if (!weights.ok) return plain(weights);
  const score = matrix.map((row) => weightedSum(row, weights.value));
  const failed = score.find((found) => !found.ok);
  if (failed !== undefined) return plain(failed);
  const totals = score.map((found) => (found.ok ? found.value : null));
  // Scores of scaled columns are small: they are told apart at twelve decimals, which hides only residues of binary.
  const rounded = totals.map((total) => (total === null ? null : roundHalfAway(total, 12)));
  return { score: totals, rank: ranks(rounded, "dense") };
}

/** Ways to bring a column to a common scale, by the word in "pre" that names them, tried in this order. */
const SCALERS: readonly (readonly [word: RegExp, scale: (column: readonly number[]) => readonly number[]])[] = [
  [/sum/, (column) => column.map((x) => x / sum(column))],
  [/vector/, (column) => column.map((x) => x / Math.hypot(...column))],
  [/min-?max/, (column) => valuesOr(minMax(column), column)],
  [/z-?score|standard/, (column) => valuesOr(zScores(column), column)],
  [/max/, (column) => column.map((x) => x / max([...column]))],
];
const valuesOr = (found: Computed<Normalised>, otherwise: readonly number[]): readonly number[] =>
  found.ok ? found.value.values : otherwise;
const plainValues = (found: Computed<Normalised>): readonly number[] | Refused =>
  found.ok ? found.value.values : new Refused(found.reason);

/** Columns ready for weighting: an objective of −1 is turned round (inverted or negated, as "pre" says), then scaled. */
function prepared(matrix: number[][], objectives: readonly number[], pre: string): readonly (readonly number[])[] {
  const inverts = /invert|1 ?\/|reciprocal/.test(pre);
  const rest = pre.replace(/(invert|negate)[ _-]?(minimi[sz]e|min)?/g, "");
  const scale = SCALERS.find(([word]) => word.test(rest))?.[1];
  if (pre !== "" && scale === undefined && rest === pre && !inverts) throw new Unfit(`pre "${pre}" is not known`);
  const columns = (matrix[0] ?? []).map((_, k) => {
    const column = matrix.map((row) => row[k] ?? Number.NaN);
    const turned = (objectives[k] ?? 1) >= 0 ? column : column.map((x) => (inverts ? 1 / x : -x));
    return scale === undefined ? turned : scale(turned);
  });
  return matrix.map((_, i) => columns.map((column) => column[i] ?? Number.NaN));
}

export const scoringKinds: Adapters = {
  "achievement.nominalBestPercent": (input) => percents(input, "nominal"),
  "achievement.ratioPercent": (input) => percents(input, "ratio"),
  "aggregate.geometricMean": (input) => plain(geometricMean(input.list("x"), input.list("weights"))),
  "aggregate.weightedMeanWithDataThreshold": (input) =>
    plain(meanWithEnoughData(input.gaps("x"), input.list("weights"), input.number("minShareAvailable"))),
  "aggregate.weightedSum": weightedSums,
  "normalise.distToTarget": (input) =>
    plain(
      distanceToTarget(input.list("x"), input.number("target"), sense(input.number("direction")), input.flag("capMax")),
    ),
  "normalise.goalposts": (input) =>
    plain(
      goalposts(
        input.number("x"),
        input.number("lower"),
        input.number("upper"),
        input.numberOr("scale", 1),
        sense(input.numberOr("direction", 1)),
      ),
    ),
  "normalise.minmax": (input) => {
    const types = input.list("types");
    return byColumn(input.table("matrix"), (column, k) => plainValues(minMax(column, sense(types[k] ?? 1))));
  },
  "normalise.minmaxAllEqual": (input) => {
    const policy = { one: 1, zero: 0, neutral: 0.5, half: 0.5 }[input.text("policy")];
    if (policy === undefined) throw new Unfit("policy is not known");
    return plainValues(minMax(input.list("x"), 1, policy));
  },
  "normalise.piecewiseLinear": (input) => {
    const ys = input.list("knotsY");
    const knots = input.list("knotsX").map((x, i): Knot => [x, ys[i] ?? Number.NaN]);
    if (input.has("outOfBounds") && input.text("outOfBounds") !== "clip") throw new Unfit("outOfBounds is not known");
    return each(input.list("x"), (x) => piecewiseLinear(knots, x));
  },
  "normalise.zscorePopulation": (input) => byColumn(input.table("matrix"), (column) => plainValues(zScores(column))),
  "round.excel": (input) => roundHalfAway(input.number("x"), input.number("digits")),
  "total.missing": (input) => {
    const policy = POLICIES.find((name) => name === input.text("policy"));
    if (policy === undefined) throw new Unfit("policy is not known");
    const options = input.has("neutral") ? { neutral: input.number("neutral") } : {};
    const result = totalOf(input.gaps("scores"), input.list("weights"), policy, options);
    return result.ok ? result.value.raw : plain(result);
  },
};
