/** Kinds of ranking, robustness, paired comparison and raters. */
import { sampleCorrelation } from "simple-statistics";
import { percentRankExc, percentRankInc, quantileExc, quantileInc } from "../../src/core/ranking/percentiles";
import { bradleyTerry, bradleyTerryRidge, type Judgement } from "../../src/core/ranking/bradleyTerry";
import { ranks, type RankMethod, type RankOrder } from "../../src/core/ranking/ranks";
import { cohenKappa, fleissKappa, krippendorffAlpha, type AlphaMetric } from "../../src/core/raters/agreement";
import { impactRatios } from "../../src/core/raters/adverseImpact";
import { intraclassCorrelations, kendallW } from "../../src/core/raters/reliability";
import { pairwiseWinning, simulateRanksAtOnce } from "../../src/core/robustness/simulation";
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

function acceptability(matrix: number[][]): unknown {
  const width = matrix[0]?.length ?? 0;
  const result = simulateRanksAtOnce({
    scores: matrix,
    weights: new Array<number>(width).fill(1),
    draw: { kind: "uniform" },
    seed: SEED,
  });
  return result.ok ? result.value.acceptability.map((row) => [...row]) : plain(result);
}

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
  "rankcorr.spearman": (input) => {
    const list = (name: string): number[] => ranks(input.list(name), "fractional", "asc").map((rank) => rank ?? 0);
    return sampleCorrelation(list("a"), list("b"));
  },
};

export const robustnessKinds: Adapters = {
  "robustness.oneWeightToTie": (input) =>
    plain(oneWeightToTie(input.list("a"), input.list("b"), input.list("weights"), input.number("k"))),
  "robustness.smallestTransferToTie": (input) => {
    const [a, b, weights] = [input.list("a"), input.list("b"), input.list("weights")];
    const move = smallestTransfer(a, b, weights);
    if (!move.ok) return plain(move);
    const totals = [a, b].map((scores) => {
      const total = totalOf(scores, weights, "wait");
      return total.ok ? total.value.raw : null;
    });
    return { totals, transfer: move.value.share, to: move.value.to, from: move.value.from[0]?.indicator ?? null };
  },
  "robustness.weightChangeToTie": (input) => {
    const matrix = input.table("matrix");
    const change = weightChangeToTie(
      matrix[input.number("i")] ?? [],
      matrix[input.number("j")] ?? [],
      input.list("weights"),
      input.number("k"),
    );
    if (!change.ok) return plain(change);
    const { delta, percentOfWeight, newWeights } = change.value;
    return { delta, percentOfWeight, newWeightsNormalised: newWeights };
  },
  "smaa.dominance": (input) => ({ ra: acceptability(input.table("matrix")), centralWeightOfSecond: null }),
  "smaa.pairwiseWinning": (input) => {
    const wins = pairwiseWinning(input.list("ranksA1"), input.list("ranksA2"));
    return wins.ok ? { a1a2: wins.value.a, a2a1: wins.value.b } : plain(wins);
  },
  "smaa.rankAcceptability": (input) => {
    if (input.text("weightDistribution") !== "uniformSimplex") throw new Unfit("weightDistribution is not known");
    return acceptability(input.table("matrix"));
  },
  "bradleyTerry.map": (input) =>
    plain(bradleyTerryRidge(input.number("nItems"), judgements(input), input.number("alpha"))),
  "bradleyTerry.ml": (input) => plain(bradleyTerry(input.number("nItems"), judgements(input))),
};

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
    return [
      value.oneWaySingle,
      value.agreementSingle,
      value.consistencySingle,
      value.oneWayMean,
      value.agreementMean,
      value.consistencyMean,
    ].map((form) => form.value);
  },
  "kappa.cohen": (input) => plain(cohenKappa(input.table("table"))),
  "kappa.fleiss": (input) => plain(fleissKappa(input.table("counts"))),
  kendallW: (input) => plain(kendallW(input.table("ratings"))),
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
