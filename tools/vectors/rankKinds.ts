/** Kinds of ranking, robustness, paired comparison and raters. */
import { sum } from "simple-statistics";
import type { Computed } from "../../src/core/model/computed";
import { percentRankExc, percentRankInc, quantileExc, quantileInc } from "../../src/core/ranking/percentiles";
import { bradleyTerry, bradleyTerryRidge, type Judgement } from "../../src/core/ranking/bradleyTerry";
import { spearman } from "../../src/core/ranking/rankCorrelation";
import { ranks, type RankMethod, type RankOrder } from "../../src/core/ranking/ranks";
import { cohenKappa, fleissKappa, krippendorffAlpha, type AlphaMetric } from "../../src/core/raters/agreement";
import { impactRatios } from "../../src/core/raters/adverseImpact";
import { intraclassCorrelations } from "../../src/core/raters/intraclass";
import { kendallW } from "../../src/core/raters/reliability";
import { pairwiseWinning, simulateRanksAtOnce, type Simulation } from "../../src/core/robustness/simulation";
import { oneWeightToTie, smallestTransfer, weightChangeToTie } from "../../src/core/robustness/swaps";
import { roundHalfAway } from "../../src/core/scoring/round";
import { totalOf } from "../../src/core/scoring/totals";
import { each, plain, type Adapter, type Adapters } from "./adapter";
import { Unfit, type CaseInput } from "./caseInput";

function order(input: CaseInput): RankOrder {
  const word = input.has("order") ? input.text("order") : "desc";
  if (word !== "asc" && word !== "desc") throw new Unfit("order is not known");
  return word;
}
const rankList =
  (method: RankMethod): Adapter =>
  (input) => {
    const list = input.list("list");
    const found = ranks(list, method, order(input));
    return input.has("x") ? (found[list.indexOf(input.number("x"))] ?? null) : found;
  };
const rankNames = (names: Readonly<Record<string, RankMethod>>): Adapter => {
  return (input) => Object.fromEntries(Object.entries(names).map(([name, method]) => [name, rankList(method)(input)]));
};
const judgements = (input: CaseInput): Judgement[] =>
  input.table("wins").map(([winner = -1, loser = -1]): Judgement => [winner, loser]);

/** Rank sums of the rows, each column ranked lowest first with mean ranks. */
function rankSums(input: CaseInput): unknown {
  const table = input.table("ratings");
  const columns = (table[0] ?? []).map((_, j) =>
    ranks(
      table.map((row) => row[j] ?? null),
      "fractional",
      "asc",
    ),
  );
  return table.map((_, i) => columns.reduce((sum, column) => sum + (column[i] ?? 0), 0));
}

const METRICS: readonly AlphaMetric[] = ["nominal", "ordinal", "interval", "ratio"];
const SEED = 20_260_101;

/** Draws for the chance ones: four times the usual, so that a case's tolerance of three standard errors is kept safely. */
const DRAWS = 40_000;

function simulated(matrix: number[][]): Computed<Simulation> {
  const weights = (matrix[0] ?? []).map(() => 1);
  return simulateRanksAtOnce({
    scores: matrix,
    weights,
    draw: { kind: "uniform" },
    seed: SEED,
    draws: DRAWS,
    central: true,
  });
}
const acceptability = ({ acceptability: rows }: Simulation): number[][] => rows.map((row) => [...row]);

/** Weights as given add up to this; results of the core are shares, the cases speak in the unit of their weights. */
const sumOf = (weights: readonly number[]): number => sum([...weights]);

export const rankKinds: Adapters = {
  "percentRank.exc": (input) =>
    plain(percentRankExc(input.list("list"), input.number("x"), input.numberOr("significance", 3))),
  "percentRank.inc": (input) =>
    plain(percentRankInc(input.list("list"), input.number("x"), input.numberOr("significance", 3))),
  "quantile.exc": (input) => each(input.list("k"), (k) => quantileExc(input.list("list"), k)),
  "quantile.inc": (input) => plain(quantileInc(input.list("list"), input.number("k"))),
  "rank.average": rankList("fractional"),
  "rank.dense": rankList("dense"),
  "rank.min": rankList("competition"),
  "rank.methods": rankNames({ min: "competition", max: "modified", average: "fractional", dense: "dense" }),
  "rank.ties": rankNames({ min: "competition", average: "fractional" }),
  "rank.sumAverageRanks": rankSums,
  "rank.withRounding": (input) =>
    ranks(
      input.list("totals").map((total) => roundHalfAway(total, input.number("digits"))),
      "competition",
    ),
  "rankcorr.spearman": (input) => plain(spearman(input.list("a"), input.list("b"))),
};

export const robustnessKinds: Adapters = {
  "robustness.oneWeightToTie": (input) => {
    const weights = input.list("weights");
    const swap = oneWeightToTie(input.list("a"), input.list("b"), weights, input.number("k"));
    if (!swap.ok) return plain(swap);
    const unit = sumOf(weights);
    const { newWeight, newWeights } = swap.value;
    return { newWeight: newWeight * unit, newWeights: newWeights.map((weight) => weight * unit) };
  },
  "robustness.smallestTransferToTie": (input) => {
    const [a, b, weights] = [input.list("a"), input.list("b"), input.list("weights")];
    const move = smallestTransfer(a, b, weights);
    if (!move.ok) return plain(move);
    const totals = [a, b].map((scores) => {
      const total = totalOf(scores, weights, "wait");
      return total.ok ? total.value.raw : null;
    });
    const { from, to, share } = move.value;
    return { totals, transfer: share * sumOf(weights), to, from: from[0]?.indicator ?? null };
  },
  "robustness.weightChangeToTie": (input) => {
    const matrix = input.table("matrix");
    const weights = input.list("weights");
    const [a, b] = [matrix[input.number("i")] ?? [], matrix[input.number("j")] ?? []];
    const change = weightChangeToTie(a, b, weights, input.number("k"));
    if (!change.ok) return plain(change);
    const { delta, percentOfWeight, newWeights } = change.value;
    return { delta: delta * sumOf(weights), percentOfWeight, newWeightsNormalised: newWeights };
  },
  "smaa.dominance": (input) => {
    const result = simulated(input.table("matrix"));
    if (!result.ok) return plain(result);
    return { ra: acceptability(result.value), centralWeightOfSecond: result.value.central[1] ?? null };
  },
  "smaa.pairwiseWinning": (input) => {
    const wins = pairwiseWinning(input.list("ranksA1"), input.list("ranksA2"));
    return wins.ok ? { a1a2: wins.value.a, a2a1: wins.value.b } : plain(wins);
  },
  "smaa.rankAcceptability": (input) => {
    if (input.text("weightDistribution") !== "uniformSimplex") throw new Unfit("weightDistribution is not known");
    const result = simulated(input.table("matrix"));
    return result.ok ? acceptability(result.value) : plain(result);
  },
  "bradleyTerry.map": (input) =>
    plain(bradleyTerryRidge(input.number("nItems"), judgements(input), input.number("alpha"))),
  "bradleyTerry.ml": (input) => plain(bradleyTerry(input.number("nItems"), judgements(input))),
};

/** A mean form where the core says that it means nothing (it would be over 1): what the published formula prints. */
const steppedUp = (single: number, raters: number): number => (raters * single) / (1 + (raters - 1) * single);

export const raterKinds: Adapters = {
  adverseImpact: (input) =>
    plain(
      impactRatios(
        input.has("rates")
          ? input.list("rates")
          : input.list("selected").map((count, i) => count / (input.list("applicants")[i] ?? Number.NaN)),
      ),
    ),
  "icc.A1": (input) => {
    const icc = intraclassCorrelations(input.table("ratings"));
    return icc.ok ? icc.value.agreementSingle.value : plain(icc);
  },
  "icc.six": (input) => {
    const icc = intraclassCorrelations(input.table("ratings"));
    if (!icc.ok) return plain(icc);
    const { value } = icc;
    const raters = input.table("ratings")[0]?.length ?? 0;
    return [
      ...[value.oneWaySingle, value.agreementSingle, value.consistencySingle].map((form) => form.value),
      value.oneWayMean.value ?? steppedUp(value.oneWaySingle.value, raters),
      value.agreementMean.value ?? steppedUp(value.agreementSingle.value, raters),
      value.consistencyMean.value ?? steppedUp(value.consistencySingle.value, raters),
    ];
  },
  "kappa.cohen": (input) => plain(cohenKappa(input.table("table"))),
  "kappa.fleiss": (input) => plain(fleissKappa(input.table("counts"))),
  kendallW: (input) => {
    const ratings = input.table("ratings");
    const result = kendallW(ratings);
    if (!result.ok) return plain(result);
    // The plain form, 12 S ÷ (m²(n³ − n)); ties corrected is a kind of its own.
    const [n, m] = [ratings.length, ratings[0]?.length ?? 0];
    return { S: result.value.S, W: (12 * result.value.S) / (m * m * (n ** 3 - n)) };
  },
  "kendallW.tieCorrected": (input) => {
    const result = kendallW(input.table("ratings"));
    return result.ok ? result.value.W : plain(result);
  },
  krippendorff: (input) => {
    const metric = METRICS.find((name) => name === input.text("metric"));
    if (metric === undefined) throw new Unfit("metric is not known");
    return plain(krippendorffAlpha(input.gapTable("coders"), metric));
  },
};
