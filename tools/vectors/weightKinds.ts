/** Kinds of weighting: from points and orders, pairwise, best–worst, apportioning, scale, balance. */
import {
  concentration,
  criticWeights,
  deviationWeights,
  entropyWeights,
  influence,
} from "../../src/core/weighting/balance";
import { largestRemainder } from "../../src/core/weighting/apportion";
import { bestWorstWeights } from "../../src/core/weighting/bestWorst";
import { sharesOf, sumsTo } from "../../src/core/weighting/family";
import { fromPoints, placeWeights } from "../../src/core/weighting/fromOrder";
import { consistency, eigenWeights, geometricWeights, hierarchyWeights } from "../../src/core/weighting/pairwise";
import { plain, Refused, type Adapters } from "./adapter";
import { Unfit } from "./caseInput";

export const weightKinds: Adapters = {
  "ahp.consistencyRatio": (input) => {
    const matrix = input.table("matrix");
    const weights = plain(eigenWeights(matrix));
    if (weights instanceof Refused) return weights;
    const result = consistency(matrix, weights, input.number("randomIndex"));
    return result.ok ? result.value.ratio : plain(result);
  },
  "ahp.hierarchy": (input) => {
    const tables = input.tables("alternativeMatrices");
    return plain(
      hierarchyWeights({
        criteria: input.table("criteriaMatrix"),
        alternatives: input.texts("criteria").map((name) => tables[name] ?? []),
      }),
    );
  },
  "ahp.weightsAndCr": (input) => {
    const matrix = input.table("matrix");
    const weights = plain(eigenWeights(matrix));
    if (weights instanceof Refused) return weights;
    const result = consistency(matrix, weights, input.number("randomIndex"));
    return result.ok ? { weights, cr: result.value.ratio } : plain(result);
  },
  "ahp.weightsEigen": (input) => plain(eigenWeights(input.table("matrix"))),
  "ahp.weightsGeometric": (input) => plain(geometricWeights(input.table("matrix"))),
  "apportion.largestRemainder": (input) => {
    const ties = input.has("tieBreak") ? input.text("tieBreak") : "larger";
    if (ties !== "first" && ties !== "larger") throw new Unfit("tieBreak is not known");
    return plain(largestRemainder(input.list("values"), input.number("total"), ties));
  },
  "weights.bwm": (input) => plain(bestWorstWeights(input.list("bestToOthers"), input.list("othersToWorst"))),
  "weights.concentration": (input) => plain(concentration(input.list("weights"))),
  "weights.critic": (input) =>
    plain(
      criticWeights(
        input.table("matrix"),
        input.list("types").map((type) => (type < 0 ? -1 : 1)),
        input.flag("scale"),
      ),
    ),
  "weights.detectScale": (input) =>
    input.mixed("cases").map((weights) => {
      const shares = sharesOf(weights);
      return shares.ok ? shares.value : `${shares.reason}-error`;
    }),
  "weights.effectiveVariance": (input) => plain(influence(input.table("matrix"), input.list("weights"))),
  "weights.entropy": (input) => plain(entropyWeights(input.table("matrix"))),
  "weights.points": (input) => plain(fromPoints(input.list("points"))),
  "weights.rankReciprocal": (input) => plain(placeWeights("reciprocal", input.number("n"))),
  "weights.rankSum": (input) => plain(placeWeights("sum", input.number("n"))),
  "weights.roc": (input) => plain(placeWeights("centroid", input.number("n"))),
  "weights.stdDev": (input) => plain(deviationWeights(input.table("matrix"))),
  "weights.sumCheck": (input) =>
    input.has("sums")
      ? input.list("sums").map((sum) => sumsTo([sum], 1, input.number("tolerance")))
      : sumsTo(input.list("weights"), 1, input.number("tolerance")),
};
