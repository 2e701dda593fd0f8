/** Kinds of scoring: achievement, normalising, totals, rounding. */
import { computed } from "../../src/core/model/computed";
import { rawAttainment } from "../../src/core/scoring/attainment";
import { geometricMean, meanWithEnoughData, weightedSum } from "../../src/core/scoring/aggregates";
import { piecewiseLinear, type Knot } from "../../src/core/scoring/interpolate";
import { distanceToTarget, goalposts, minMax, zScores, type Sense } from "../../src/core/scoring/normalise";
import { roundHalfAway, roundTotal } from "../../src/core/scoring/round";
import { totalOf, type MissingPolicy } from "../../src/core/scoring/totals";
import { ranks } from "../../src/core/ranking/ranks";
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
  const weights = input.list("weights");
  let matrix = input.table("matrix");
  if (input.has("objectives") || input.has("pre")) matrix = prepared(matrix, input);
  const score = each(matrix, (row) => weightedSum(row, weights));
  if (score instanceof Refused) return score;
  return { score, rank: ranks(score.map(roundTotal), "dense") };
}

/** "pre" names what is done to the columns before weighting; an objective of −1 is better low. */
function prepared(matrix: number[][], input: CaseInput): number[][] {
  const objectives = input.has("objectives") ? input.list("objectives") : [];
  const pre = input.has("pre") ? input.text("pre").toLowerCase() : "";
  const width = matrix[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, k) => {
    const column = matrix.map((row) => row[k] ?? Number.NaN);
    const low = (objectives[k] ?? 1) < 0;
    const turned = low ? column.map((x) => (pre.includes("invert") || pre.includes("1/") ? 1 / x : -x)) : column;
    if (pre.includes("sum")) {
      const sum = turned.reduce((all, x) => all + x, 0);
      return turned.map((x) => x / sum);
    }
    if (pre.includes("min")) {
      const scaled = minMax(column, low ? -1 : 1);
      return scaled.ok ? [...scaled.value] : column;
    }
    if (pre.includes("max")) return turned.map((x) => x / Math.max(...turned));
    if (pre !== "" && !pre.includes("invert")) throw new Unfit(`pre "${pre}" is not known`);
    return turned;
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
    return byColumn(input.table("matrix"), (column, k) => plain(minMax(column, sense(types[k] ?? 1))));
  },
  "normalise.minmaxAllEqual": (input) => {
    const policy = { one: 1, zero: 0, neutral: 0.5, half: 0.5 }[input.text("policy")];
    if (policy === undefined) throw new Unfit("policy is not known");
    return plain(minMax(input.list("x"), 1, policy));
  },
  "normalise.piecewiseLinear": (input) => {
    const ys = input.list("knotsY");
    const knots = input.list("knotsX").map((x, i): Knot => [x, ys[i] ?? Number.NaN]);
    if (input.has("outOfBounds") && input.text("outOfBounds") !== "clip") throw new Unfit("outOfBounds is not known");
    return each(input.list("x"), (x) => piecewiseLinear(knots, x));
  },
  "normalise.zscorePopulation": (input) => byColumn(input.table("matrix"), (column) => plain(zScores(column))),
  "round.excel": (input) => roundHalfAway(input.number("x"), input.number("digits")),
  "total.missing": (input) => {
    const policy = POLICIES.find((name) => name === input.text("policy"));
    if (policy === undefined) throw new Unfit("policy is not known");
    const options = input.has("neutral") ? { neutral: input.number("neutral") } : {};
    const result = totalOf(input.gaps("scores"), input.list("weights"), policy, options);
    return result.ok ? result.value.raw : plain(result);
  },
};
