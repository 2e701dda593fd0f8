/** What the audit says about a block, in English: reasons, mistakes and notices by their codes. */
import type { Mistake } from "../../src/core/recognise/blocks/differences";
import type { RefusalCode } from "../../src/core/recognise/blocks/model";
import type { NoticeCode } from "../../src/core/recognise/blocks/readBlocks";

/** Why no weighted total is possible, and what to add. */
export const REASONS: Readonly<Record<RefusalCode, string>> = {
  notAScorecard: "This is no scorecard: no people or criteria with scores were found. Nothing to do here.",
  noPeople: "No people or alternatives were found. Add a column of names.",
  noCriteria: "No criteria were found. Add headings over the scores, or a column of criteria.",
  noWeights: "No weighted total is possible: there are no weights. Add a weight for each criterion.",
  noScores: "No weighted total is possible: there are no scores yet. Fill in the scores.",
  pairwise: "This compares criteria in pairs; it yields weights, not totals. Add scores to weigh.",
  definitions: "This describes levels; it holds no scores. Add a column with the level reached.",
  mixedWeights: "Weights are on different scales (fractions beside percent). Write all in one way.",
};

/** Rule of the registry that each notice belongs to, and its sentence. */
export const NOTICES: Readonly<Record<NoticeCode, { readonly rule: string; readonly text: string }>> = {
  weightSum: { rule: "W01", text: "Weights add up to {sum}, not {expected}." },
  missingWeight: { rule: "W02", text: "“{name}” has no weight." },
  textNumber: { rule: "S01", text: "“{text}” is a number written as text; SUM leaves it out." },
  beyondScale: { rule: "S02", text: "{value} is beyond the scale, which ends at {top}." },
  errorValue: { rule: "S03", text: "The cell shows {text}." },
  missingScore: { rule: "C01", text: "No score yet." },
};

/** A mistake in one sentence. */
export const MISTAKES: Readonly<Record<Mistake, string>> = {
  "rank-range-slides": "The range that the rank looks at moves down from row to row.",
  "subtotal-counted-twice": "A subtotal is added once more in the total.",
  "unweighted-sum": "The total leaves the weights out.",
  "equal-totals-ranked-apart": "Equal totals have different ranks.",
  "text-number-skipped": "A number written as text is left out of the total.",
  "too-few-columns": "The total takes in too few columns.",
  "blank-counted-as-zero": "A missing score is counted as 0.",
  "total-differs": "The total differs from the weighted scores.",
  "rank-differs": "The rank differs from the totals.",
};
