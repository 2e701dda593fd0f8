/** What is said of a sheet of the user: its totals and ranks, why it is refused, what was assumed to read it. */
import type { Dictionary } from "../dictionary";

/** Known mistakes of totals and ranks, by their codes. */
const mistakes = {
  "checks.mistake.rank-range-slides": "The range that the rank looks at moves down from row to row.",
  "checks.mistake.subtotal-counted-twice": "A subtotal is added once more in the total.",
  "checks.mistake.unweighted-sum": "The total leaves the weights out.",
  "checks.mistake.equal-totals-ranked-apart": "Equal totals have different ranks.",
  "checks.mistake.text-number-skipped": "A number written as text is left out of the total.",
  "checks.mistake.too-few-columns": "The total takes in too few scores.",
  "checks.mistake.blank-counted-as-zero": "A missing score is counted as 0.",
  "checks.mistake.total-differs": "The total differs from the weighted scores.",
  "checks.mistake.rank-differs": "The rank differs from the totals.",
};

/** The mistake behind a difference as a further sentence; nothing where it is no known one. */
function causeOf(mistake: string | number | undefined): string {
  const known = Object.entries(mistakes).find(([key]) => key === `checks.mistake.${String(mistake)}`)?.[1];
  return known === undefined || String(mistake).endsWith("-differs") ? "" : ` ${known}`;
}

export const ownSheet = {
  ...mistakes,
  "checks.B06.title": "Bands do not meet",
  "checks.B06.what": ({ kind, from, to, cell }) =>
    kind === "overlap"
      ? `From ${to ?? ""} to ${from ?? ""} two bands apply — ${cell ?? ""}.`
      : `Between ${from ?? ""} and ${to ?? ""} no band applies — ${cell ?? ""}.`,
  "checks.B06.why": "A result there is graded by chance, or not at all.",
  "checks.B06.next": "Let each band begin where the one below ends.",
  "checks.T01.title": "Total differs",
  "checks.T01.what": ({ person, own, ours, kind, count, mistake }) => {
    const cause = causeOf(mistake);
    if (kind === "blank")
      return `${person ?? ""}: the sheet's total is ${own ?? ""} although a score is missing.${cause}`;
    return kind === "all"
      ? `The ${count ?? ""} totals on the sheet do not follow its weights; ${person ?? ""} has ${own ?? ""} instead of ${ours ?? ""}.${cause}`
      : `${person ?? ""}: the sheet's total is ${own ?? ""}, the weights give ${ours ?? ""}.${cause}`;
  },
  "checks.T01.why": "The total on the sheet does not follow the weights on the sheet.",
  "checks.T01.next": "Check the formula of the total.",
  "checks.T02.title": "Rank differs",
  "checks.T02.what": ({ person, own, right, cell, mistake }) =>
    `${person ?? ""} is shown as number ${own ?? ""}, by the totals it is ${right ?? ""} — ${cell ?? ""}.${causeOf(mistake)}`,
  "checks.T02.why": "A rank that does not follow the totals is read as a judgement all the same.",
  "checks.T02.next": "Rank all totals by one formula whose range is fixed ($ signs).",
  "checks.refused.notAScorecard":
    "This is no scorecard: no people or criteria with scores were found. Open the sheet with the scores, or make a new scorecard.",
  "checks.refused.log": "This is the log of what was accepted. Go to the sheet with the scores.",
  "checks.refused.noPeople": "No list of people was found: a column headed “Name” with a person in each row.",
  "checks.refused.noCriteria": "No criteria were found: columns with a heading and scores beside the names.",
  "checks.refused.noWeights":
    "No weighted total is possible: there are no weights. Add 20 %, 0.2 or 20 for each criterion, in a row or column named “Weight”.",
  "checks.refused.noScores": "No weighted total is possible: there are no scores yet. Fill in the scores.",
  "checks.refused.pairwise":
    "This compares criteria in pairs; it yields weights, not totals. Add a table with scores on these criteria.",
  "checks.refused.definitions": "This describes levels and holds no scores. Add a column with the level reached.",
  "checks.refused.mixedWeights":
    "No weighted total is possible: fractions and percent stand in one list of weights. Write all weights in one way.",
  "checks.refused.mixedScales":
    "Some values are better when lower, and their scales are far apart: they cannot be added. Bring all onto one scale first, 0 to 100 say.",
  "checks.refused.symbols": "Scores are signs such as + and −. Write a number for each, 1, 0 and −1 say.",
  "checks.refused.severalRows":
    "Each name stands over several rows with scores in more than one: it is not clear which of them counts. Give everybody one row.",
  "checks.refused.ticks":
    "Levels are ticked, but their headings say no points. Write the points into them, “Good (3)” say, or a number for each row.",
  "checks.refused.noHeader":
    "This looks like names with numbers, but no heading says what the numbers are. Add a row above that names each column, and the weight of each.",
  "checks.refused.fuzzy":
    "Each criterion has three numbers, the least, the likely and the most: they have no weighted total as they are. Make one number of each three first.",
  "checks.refused.powers":
    "Results are made by multiplying powers of the scores (weighted product), which no weighted sum can check. For a weighted total, add a column that adds up score times weight.",
  "checks.refused.tallies":
    "This counts how many answers each level got; that is nobody's score. Add a column with the mean of each row: points of the level times answers, divided by all answers.",
  "checks.refused.capped":
    "The total counts each section only up to its full marks, all in one formula. Give each section a column with its points and its full marks; then totals can be checked.",
  "checks.refused.allocation":
    "This says how much each criterion counts in which part, and holds no scores. Open the sheet with the scores.",
  "checks.assumed.percent": "Weights in {cell} are read as percent.",
  "checks.assumed.fraction": "Weights in {cell} are read as shares; together they should be 100 %.",
  "checks.assumed.importance": "Weights in {cell} are read as importance; their sum means nothing.",
  "checks.assumed.maximum": "Numbers in {cell} are read as maximum points; scores are divided by them.",
  "checks.assumed.inScore": "Scores are weighted already: none is above its weight in {cell}; they are added up.",
  "checks.assumed.beside": "Added or taken off beside the weights, as the sheet's own totals have it: {names}.",
  "checks.assumed.ticks": "Ticks are read as the points of the level that they stand under.",
  "checks.assumed.solved":
    "The weights do not stand on this sheet; they were worked out from the scores and totals here, which they give exactly.",
  "checks.assumed.blocks": "{count} tables were found on this sheet; each is scored and ranked on its own.",
  "checks.assumed.chosen": "Of {count} tables on this sheet only the one in {cell} is scored, as you chose.",
  "checks.family.sum": ({ sheet, sum, good }) =>
    `Weights on “${sheet ?? ""}” add up to ${sum ?? ""} %; on ${good === 1 ? "another sheet" : `${good ?? ""} other sheets`} they are complete.`,
  "checks.family.weight": "“{name}” weighs {own} on “{sheet}” and {others} on the other sheets.",
  "checks.family.missing": "“{sheet}” lacks {names}, which the other sheets have.",
  "checks.family.extra": "“{name}” stands on “{sheet}” and not on the other sheets.",
  "checks.family.personal": "The sheets have indicators of their own; totals compare how far each was met.",
  "checks.family.scale":
    "Scores on “{sheet}” go up to {own}, on the other sheets to {others}: their totals cannot be compared.",
  "checks.family.twice": "{name} stands on several sheets: {sheets}.",
  "checks.family.absent": "{name} stands on {on} of {of} sheets; the mean is of these.",
  "checks.family.more": ({ count }) => (count === 1 ? "One more of this kind." : `${count ?? ""} more of this kind.`),
  "checks.family.units": "The sheets make their totals in different ways; here all are weighted means.",
  "checks.family.otherShape": "Its table is made in another way.",
  "checks.assumed.hiddenSheet": "The sheet “{sheet}” is hidden.",
  "checks.assumed.date1904": "Dates of this workbook are counted from 1904.",
  "checks.assumed.cut":
    "Only {cell} was looked at: other cells stand far away from it. Delete them if they are there by mistake.",
  "checks.assumed.hiddenRows": ({ count }) =>
    count === 1
      ? "One row that is hidden or filtered out counts too."
      : `${count ?? ""} rows that are hidden or filtered out count too.`,
  "checks.assumed.hiddenColumns": ({ count }) =>
    count === 1 ? "One hidden column counts too." : `${count ?? ""} hidden columns count too.`,
  "checks.assumed.mixed": "Weights in {cell} are on mixed scales.",
  "checks.assumed.scale": "Scores go from 0 to {top}.",
} satisfies Dictionary;
