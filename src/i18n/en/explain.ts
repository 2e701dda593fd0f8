/** "Explain this sheet": what a sheet rates, how, and what is doubtful in it. */
import type { Dictionary } from "../dictionary";

export const explain = {
  "checks.explain.subject": ({ kind, people, criteria, name }) => {
    const on = `on ${criteria ?? ""} ${criteria === 1 ? "criterion" : "criteria"}`;
    if (kind === "periods") return `This sheet follows ${on.slice(3)} over ${people ?? ""} periods.`;
    if (kind === "form") return `This sheet rates ${name ?? ""} ${on}.`;
    if (kind === "nobody") return `This sheet rates one subject ${on}; it does not say whom.`;
    if (kind === "compared") return `This sheet compares ${people ?? ""} alternatives ${on}.`;
    return `This sheet rates ${people === 1 ? "one person or thing" : `${people ?? ""} people or things`} ${on}.`;
  },
  "checks.explain.block": "Table {range}:",
  "checks.explain.held": ({ criteria, people, range }) =>
    `${range ?? ""} holds ${criteria ?? ""} criteria${Number(people) > 0 ? ` and ${people ?? ""} who could be scored on them` : ""}.`,
  "checks.explain.groups": "The criteria stand in {count} groups.",
  "checks.explain.shares": "Each score counts as a share of the full marks beside it.",
  "checks.explain.attainment": "Scores are made from target and actual.",
  "checks.explain.weightsInFormulas": "The weights stand only inside the formulas; nobody sees them.",
  "checks.explain.weights": ({ family, sum, expected, where, isOff }) => {
    const at = where === "" ? "" : ` (${where ?? ""})`;
    if (family === "importance") return `Weights${at} are importance points; each counts by its share of ${sum ?? ""}.`;
    if (family === "maximum")
      return `Each criterion${at} has its full marks, ${sum ?? ""} together; scores are divided by them.`;
    if (family === "in-score") return `Scores are weighted already: none is above its weight${at}; they are added up.`;
    return isOff === 1
      ? `Weights${at} add up to ${sum ?? ""} and should add up to ${expected ?? ""}.`
      : `Weights${at} add up to ${sum ?? ""}, as they should.`;
  },
  "checks.explain.levels": "Weights have two levels: {count} sections, and criteria inside each.",
  "checks.explain.unweighted": ({ count }) =>
    count === 1
      ? "One criterion has no weight and counts nothing."
      : `${count ?? ""} criteria have no weight and count nothing.`,
  "checks.explain.equalWeights": "All criteria weigh the same.",
  "checks.explain.heaviest": "{name} decides most, with {share} % of the weight.",
  "checks.explain.added": ({ names, count }) =>
    `${names ?? ""} ${count === 1 ? "is" : "are"} added beside the weights.`,
  "checks.explain.takenOff": ({ names, count }) =>
    `${names ?? ""} ${count === 1 ? "is" : "are"} taken off beside the weights.`,
  "checks.explain.lower": ({ names, count }) =>
    count === 1 ? `On ${names ?? ""} less is better.` : `On these, less is better: ${names ?? ""}.`,
  "checks.explain.waiting": ({ count, people, names }) =>
    `${count ?? ""} of ${people ?? ""} have no total yet, because a score is missing: ${names ?? ""}.`,
  "checks.explain.texts": ({ count }) =>
    count === 1 ? "One score is a text; SUM leaves it out." : `${count ?? ""} scores are texts; SUM leaves them out.`,
  "checks.explain.errors": ({ count }) =>
    count === 1 ? "One score shows an error." : `${count ?? ""} scores show errors.`,
  "checks.explain.beyond": ({ count }) =>
    count === 1 ? "One score lies outside its scale." : `${count ?? ""} scores lie outside their scale.`,
  "checks.explain.noTotals": "The sheet has no totals of its own.",
  "checks.explain.totals": ({ where, count, typed, wrong }) => {
    const made = typed === 1 ? "typed by hand" : "made by formulas";
    const right = Number(count) - Number(wrong);
    const verdict =
      wrong === 0
        ? count === 1
          ? "follows the weights"
          : "all follow the weights"
        : count === 1
          ? "does not follow the weights"
          : `${String(right)} of ${count ?? ""} follow the weights`;
    return count === 1
      ? `The total (${where ?? ""}) is ${made} and ${verdict}.`
      : `Totals (${where ?? ""}) are ${made}; ${verdict}.`;
  },
  "checks.explain.first": "By the weights, {name} comes first with {total}.",
  "checks.explain.noRanks": "Nobody is ranked on the sheet.",
  "checks.explain.ranks": ({ where, typed, wrong }) => {
    const made = typed === 1 ? "typed by hand" : "made by formulas";
    const verdict =
      wrong === 0
        ? "follow the totals"
        : wrong === 1
          ? "one does not follow the totals"
          : `${wrong ?? ""} do not follow the totals`;
    return `Ranks (${where ?? ""}) are ${made}; ${wrong === 0 ? `they ${verdict}` : verdict}.`;
  },
  "checks.explain.ties": "{count} have equal totals, and nothing breaks the tie: {names}.",
  "checks.explain.mistake.rank-range-slides": ({ count }) =>
    `${count === 1 ? "One rank looks" : `${count ?? ""} ranks look`} at a range that slides down row by row.`,
  "checks.explain.mistake.subtotal-counted-twice": ({ count }) =>
    count === 1 ? "One total counts a subtotal twice." : `${count ?? ""} totals count a subtotal twice.`,
  "checks.explain.mistake.unweighted-sum": ({ count }) =>
    count === 1 ? "One total leaves out the weights." : `${count ?? ""} totals leave out the weights.`,
  "checks.explain.mistake.equal-totals-ranked-apart": ({ count }) =>
    `${count === 1 ? "One rank parts" : `${count ?? ""} ranks part`} people with equal totals.`,
  "checks.explain.mistake.text-number-skipped": ({ count }) =>
    count === 1 ? "One total leaves out a text number." : `${count ?? ""} totals leave out text numbers.`,
  "checks.explain.mistake.too-few-columns": ({ count }) =>
    count === 1 ? "One total takes in too few scores." : `${count ?? ""} totals take in too few scores.`,
  "checks.explain.mistake.blank-counted-as-zero": ({ count }) =>
    count === 1 ? "One total counts a missing score as 0." : `${count ?? ""} totals count missing scores as 0.`,
  "checks.explain.mistake.total-differs": ({ count }) =>
    count === 1 ? "One total differs for no known reason." : `${count ?? ""} totals differ for no known reason.`,
  "checks.explain.mistake.rank-differs": ({ count }) =>
    count === 1 ? "One rank differs for no known reason." : `${count ?? ""} ranks differ for no known reason.`,
  "checks.explain.bands": "Grades stand in {where}.",
  "checks.explain.noEvidence": "Nothing on the sheet says what the scores rest on.",
  "checks.explain.evidence": ({ where, empty, of }) =>
    empty === 0
      ? `Notes stand in ${where ?? ""}; none is empty.`
      : `Notes stand in ${where ?? ""}; ${empty ?? ""} of ${of ?? ""} are empty.`,
  "checks.explain.generated": "“{title}” is a scorecard made by Evenhand for {people} people on {criteria} indicators.",
  "checks.explain.filled": "{filled} of {toFill} results are filled in.",
  "checks.explain.method": ({ title, people }) =>
    `“${String(title)}”, made by Evenhand, for ${people === 1 ? "one person" : `${String(people ?? "")} people`}.`,
  "checks.explain.open": ({ count }) =>
    count === 0
      ? "Nothing is open, and every result is what the entries give."
      : count === 1
        ? "One point is open."
        : `${String(count ?? "")} points are open.`,
  "checks.explain.empty": "This sheet is empty.",
  "checks.explain.protected": "The sheet is protected.",
} satisfies Dictionary;
