/** Texts of the checks: what, why, what next; reasons for refusing a sheet; what was assumed. */
import type { Dictionary } from "../dictionary";

/** What a line of the plan can lack. */
const PARTS: Readonly<Record<string, string>> = {
  indicator: "name",
  kind: "kind",
  direction: "direction",
  baseline: "baseline",
  zeroPoint: "zero point",
  threshold: "threshold",
  target: "target",
  stretch: "stretch",
  low: "low",
  high: "high",
  zeroDistance: "zero distance",
  worstAllowed: "worst allowed",
  maximum: "maximum",
  daysLate: "days late",
  unitPoints: "points for each",
  worthBelow: "worth below step 1",
  step1: "step 1 from",
  worth1: "worth of step 1",
  step2: "step 2 from",
  worth2: "worth of step 2",
  step3: "step 3 from",
  worth3: "worth of step 3",
  step4: "step 4 from",
  worth4: "worth of step 4",
  owner: "owner",
  source: "source",
  unit: "unit",
  due: "due date",
};
/** "threshold, zeroPoint" → the words for them. */
const parts = (list: string | number | undefined): string =>
  String(list ?? "")
    .split(", ")
    .map((part) => PARTS[part] ?? part)
    .join(", ");

export const checks = {
  "checks.W01.title": "Weights do not add up",
  "checks.W01.what": ({ plan, sum, gap, side }) =>
    `Weights of ${plan ?? ""} add up to ${sum ?? ""} %, ${gap ?? ""} points ${side === "short" ? "short" : "too many"}.`,
  "checks.W01.why": "A total is only comparable when the weights share out exactly 100 %.",
  "checks.W01.next": "Scale all weights to 100 %, or correct the one that is wrong.",
  "checks.W02.title": "Weight missing or not a number",
  "checks.W02.what": "{name} has no usable weight — {cell}.",
  "checks.W02.why": "A line without a weight does not count, and nobody sees that.",
  "checks.W02.next": "Type a weight of 0 or more, or take the line out.",
  "checks.W03.title": "Weight is 0",
  "checks.W03.what": "{name} has weight 0 — {cell}.",
  "checks.W03.why": "People work for a line that changes nothing.",
  "checks.W03.next": "Give it a weight, or take the line out.",
  "checks.W04.title": "Weight very small",
  "checks.W04.what": "{name} weighs only {points} % — {cell}.",
  "checks.W04.why": "Below {limit} % a line hardly changes a total and is ignored.",
  "checks.W04.next": "Merge it with another line, or give it more weight.",
  "checks.W05.title": "Weight very large",
  "checks.W05.what": ({ name, points, strength, cell }) =>
    `${name ?? ""} weighs ${points ?? ""} %${strength === "strong" ? ", more than all others together" : ""} — ${cell ?? ""}.`,
  "checks.W05.why": "Above {limit} % one line decides the whole result.",
  "checks.W05.next": "Split the line, or move weight to others.",
  "checks.W06.title": "Number of indicators",
  "checks.W06.what": "{plan} has {count} indicators; {few} to {most} are usual, 5 to 8 work best.",
  "checks.W06.why": "Too few say too little about the work; too many make each one unimportant.",
  "checks.W06.next": "Add or merge indicators.",
  "checks.W07.title": "All weights equal",
  "checks.W07.what": "All {count} weights of {plan} are equal.",
  "checks.W07.why": "Equal weights tell people nothing about what matters most.",
  "checks.W07.next": "Rank the indicators by importance and weigh the first ones more.",
  "checks.W08.title": "Section out of balance",
  "checks.W08.what": ({ kind, section, points, count }) =>
    kind === "perspectives"
      ? `The scorecard looks at only ${count ?? ""} of four perspectives.`
      : kind === "empty"
        ? `Section ${section ?? ""} has no indicator.`
        : `Section ${section ?? ""} holds ${points ?? ""} % of the weight.`,
  "checks.W08.why": "Sections between {low} and {high} % keep a plan balanced.",
  "checks.W08.next": "Move weight between the sections, or give the empty one an indicator.",
  "checks.W09.title": "Only results, or only what drives them",
  "checks.W09.what": ({ plan, nature }) =>
    `${plan ?? ""} measures only ${nature === "lag" ? "results" : "what drives results"}.`,
  "checks.W09.why": "Results alone come too late to steer by; drivers alone do not show whether it worked.",
  "checks.W09.next": "Add an indicator of the other kind, if there is one.",
  "checks.W10.title": "Weight concentrated",
  "checks.W10.what": "The {count} weights of {plan} work like {effective} equal ones.",
  "checks.W10.why": "Most of the result hangs on few lines.",
  "checks.W10.next": "Spread the weight more evenly, if that is not wanted.",
  "checks.W11.title": "Same indicator, different weight",
  "checks.W11.what": "{name} stands twice in its job group, with {other} % and {points} % — {cell}.",
  "checks.W11.why": "People doing the same work are then measured differently.",
  "checks.W11.next": "Use one weight, or name the reason.",
  "checks.W12.title": "Weights on mixed scales",
  "checks.W12.what": "Weights of {plan} mix fractions (0.2) and percent (20).",
  "checks.W12.why": "It cannot be told what each weight means, so no total is made.",
  "checks.W12.next": "Write all weights in the same way.",
  "checks.W12.fix": "Turn fractions into percent",
  "checks.W13.title": "Counted twice",
  "checks.W13.what": "{name} and {other} say the same (r = {r}, {people} people).",
  "checks.W13.why": "What two lines share counts double.",
  "checks.W13.next": "Keep one of them, or lower both weights.",
  "checks.W14.title": "Influence far from weight",
  "checks.W14.what": ({ name, weight, influence, flat }) =>
    Number(flat ?? 0) > 0
      ? `All ${flat ?? ""} people score alike on ${name ?? ""}: its weight of ${weight ?? ""} % decides nothing.`
      : `${name ?? ""} has weight ${weight ?? ""} % but real influence ${influence ?? ""} %.`,
  "checks.W14.why": "A line on which all score alike decides nothing, whatever its weight.",
  "checks.W14.next": "Look at the target or the scale of this line.",
  "checks.W15.title": "Weights inside sections do not add up",
  "checks.W15.what": ({ kind, section, sum, whole, gap, side, cell }) =>
    `${kind === "sections" ? `The sections of ${section ?? ""}` : `Weights inside ${section ?? ""}`} add up to ${sum ?? ""} %${kind === "parts" ? `, the section weighs ${whole ?? ""} %` : ""}: ${gap ?? ""} points ${side === "short" ? "short" : "too many"} — ${cell ?? ""}.`,
  "checks.W15.why":
    "With two levels of weights each level must share out exactly what there is: 100 %, or the section's weight.",
  "checks.W15.next": "Correct the weights of this section, or those of the sections.",
  "checks.W16.title": "Weight changed after sign-off",
  "checks.W16.what": "{name} weighs {now}; {agreed} was agreed — {cell}.",
  "checks.W16.why": "What both sides signed holds until both sign again.",
  "checks.W16.next": "Put the agreed weight back, or have the change signed and enter it as agreed.",
  "checks.W16.fix": "Put the signed weights back",
  "checks.W17.title": "Weight not in steps of 5",
  "checks.W17.what": "{name} weighs {points} % — {cell}.",
  "checks.W17.why": "Weights in steps of {step} are easier to explain.",
  "checks.W17.next": "Round the weights to steps of {step}.",
  "checks.W17.fix": "Round all to steps of {step}",
  "checks.S01.title": "Number written as text",
  "checks.S01.what": "{name} of {person} is the text “{text}” — {cell}.",
  "checks.S01.why": "SUM and other formulas of the sheet leave out numbers that are text.",
  "checks.S01.next": "Turn it into a number.",
  "checks.S02.title": "Score outside the scale",
  "checks.S02.what": "{name} of {person} is {value}; the scale goes from {low} to {top} — {cell}.",
  "checks.S02.why": "One slip of the keyboard can change the ranking.",
  "checks.S02.next": "Correct the score, or check the scale.",
  "checks.S03.title": "Error value",
  "checks.S03.what": ({ kind, name, person, error, cell, count }) => {
    const place = `${error ?? ""} — ${cell ?? ""}`;
    const several = typeof count === "number" && count > 1 ? ` ${count - 1} more like it.` : "";
    if (kind === "weight") return `The weight of ${name ?? ""} shows ${place}.${several}`;
    if (kind === "weighted") return `The weighted value of ${name ?? ""} shows ${place}.${several}`;
    if (kind === "total") return `The total of ${name ?? ""} shows ${place}.${several}`;
    if (kind === "rank") return `The rank of ${name ?? ""} shows ${place}.${several}`;
    if (kind === "sum") return `The sum of the weights shows ${place}.`;
    return `${name ?? ""} of ${person ?? ""} shows ${place}.`;
  },
  "checks.S03.why": "An error is no number; whatever uses it breaks.",
  "checks.S03.next": "Mend the formula, or type the number.",
  "checks.S04.title": "Text instead of a score",
  "checks.S04.what": "{name} of {person} holds the text “{text}” — {cell}.",
  "checks.S04.why": "It cannot be counted and is treated as missing.",
  "checks.S04.next": "Type a number, or leave the cell empty.",
  "checks.S05.title": "Percent in two ways",
  "checks.S05.what": "{name} of {person} is {value}, where {likely} fits the rest — {cell}.",
  "checks.S05.why": "95 % typed into a cell can become 0.95; the score is then a hundred times wrong.",
  "checks.S05.next": "Write percent in one way in the whole column.",
  "checks.S05.fix": "Make it {likely}",
  "checks.S06.title": "Points of a rating scale",
  "checks.S06.what": ({ kind, scale, point, name, cell }) =>
    kind === "unknown"
      ? `${name ?? ""} is rated on ${scale ?? ""} points, and the table of points has no such scale — ${cell ?? ""}.`
      : `On the scale of ${scale ?? ""} points, point ${point ?? ""} ${kind === "empty" ? "has no worth" : "is worth less than the one below it"} — ${cell ?? ""}.`,
  "checks.S06.why": "A better rating must never be worth less, and each point must be worth something.",
  "checks.S06.next": "Correct the table of points on the Settings sheet.",
  "checks.C01.title": "Result missing",
  "checks.C01.what": ({ person, count, of, names, cell }) =>
    `${person ?? ""}: ${count ?? ""} of ${of ?? ""} results missing (${names ?? ""}) — ${cell ?? ""}.`,
  "checks.C01.why": "A blank is not a zero: until it is filled the total stands only “so far”, without a rank.",
  "checks.C01.next": "Type the results, or mark them as not applicable with a reason.",
  "checks.C02.title": "Not applicable without a reason",
  "checks.C02.what": "{name} of {person} is marked as not applicable without a reason — {cell}.",
  "checks.C02.why": "Only with a reason does its weight go to the other lines.",
  "checks.C02.next": "Write the reason beside it.",
  "checks.C03.title": "What is missing was weak before",
  "checks.C03.what": ({ person, count, weak, names, cell }) =>
    `${person ?? ""}: of ${count ?? ""} missing results ${weak ?? ""} were below target last time (${names ?? ""}) — ${cell ?? ""}.`,
  "checks.C03.why": "Gaps that fall on the weak lines make a person look better than the facts.",
  "checks.C03.next": "Ask for these results first.",
  "checks.C04.title": "Line incomplete",
  "checks.C04.what": ({ name, needs, cell }) => `${name ?? ""} lacks: ${parts(needs)} — ${cell ?? ""}.`,
  "checks.C04.why": "Without these numbers its results cannot be turned into a score.",
  "checks.C04.next": "Fill in what its kind needs.",
  "checks.C05.title": "Owner, source or due date not named",
  "checks.C05.what": ({ name, needs, cell }) => `${name ?? ""} does not name: ${parts(needs)} — ${cell ?? ""}.`,
  "checks.C05.why": "A figure that nobody owns or can look up is hard to defend.",
  "checks.C05.next": "Fill it in: who answers for it, and which report or system the figures come from.",
  "checks.C06.title": "Line without a column for results",
  "checks.C06.what": "{name} stands in the plan with weight {points}, but has no column on the entry sheet — {cell}.",
  "checks.C06.why": "It counts in the weights, and nobody can be scored on it.",
  "checks.C06.next": "Take the row out of the plan, or open People in the pane and make the sheets again with it.",
  "checks.C07.title": "Indicator id twice or missing",
  "checks.C07.what": ({ name, id, kind, cell }) =>
    kind === "twice"
      ? `Id ${id ?? ""} stands twice in the plan, also at ${name ?? ""} — ${cell ?? ""}.`
      : `${name ?? ""} has no id in the plan — ${cell ?? ""}.`,
  "checks.C07.why": "Formulas find a line by its id and take the first one; the other is not scored.",
  "checks.C07.next": "Give the line the id that stands above its column on the entry sheet, or take the row out.",
  "checks.E01.title": "Missing evidence",
  "checks.E01.what": ({ kind, person, count, names, cell }) =>
    kind === "nobody"
      ? `The column for evidence is empty for all ${count ?? ""} people with results — ${cell ?? ""}.`
      : kind === "none"
        ? `${person ?? ""}: the column for evidence is empty for all ${count ?? ""} results — ${cell ?? ""}.`
        : kind === "thin"
          ? `${person ?? ""}: ${count === 1 ? "a rating rests" : `${count ?? ""} ratings rest`} on too few incidents (${names ?? ""}) — ${cell ?? ""}.`
          : `${person ?? ""}: ${count ?? ""} ${count === 1 ? "result" : "results"} without evidence (${names ?? ""}) — ${cell ?? ""}.`,
  "checks.E01.why": "A result counts for more when somebody else can check it.",
  "checks.E01.next": ({ kind, incidents, months, days }) =>
    kind === "thin"
      ? `A rating needs ${incidents ?? ""} incidents from ${months ?? ""} months, not all of them written in the last ${days ?? ""} days of the period.`
      : kind === "record"
        ? "Enter a record on the Evidence sheet."
        : "Write into this cell what the results rest on.",
  "checks.E02.title": "Record fits nothing",
  "checks.E02.what": ({ id, kind, cell }) =>
    `Evidence ${id ?? ""} ${kind === "period" ? "lies outside the period" : kind === "undated" ? "has no date" : kind === "person" ? "names nobody on the list" : "names no indicator of the plan"} — ${cell ?? ""}.`,
  "checks.E02.why": "Such a record proves nothing.",
  "checks.E02.next": "Correct the id or the date.",
  "checks.E03.title": "Extreme rating without words",
  "checks.E03.what": ({ person, count, names, cell }) =>
    `${person ?? ""}: nothing is written about ${count === 1 ? "the extreme rating" : `${count ?? ""} extreme ratings`} (${names ?? ""}) — ${cell ?? ""}.`,
  "checks.E03.why": "A very high or very low rating must rest on what the person did.",
  "checks.E03.next": "Enter a record about this person on the Evidence sheet: what happened, and when.",
  "checks.E04.title": "Comment too short or copied",
  "checks.E04.what": ({ kind, person, count, names, length, cell }) =>
    kind === "copied"
      ? `The same text stands for ${count ?? ""} people (${person ?? ""}) — ${cell ?? ""}.`
      : `${person ?? ""}: fewer than ${length ?? ""} characters about the extreme rating of ${names ?? ""} — ${cell ?? ""}.`,
  "checks.E04.why": "Few words or the same words for all do not show what the rating rests on.",
  "checks.E04.next": "Write what this person did and what came of it.",
  "checks.E05.title": "One observer only",
  "checks.E05.what": "{person}: all {count} incidents come from {source} — {cell}.",
  "checks.E05.why": "One pair of eyes sees one side.",
  "checks.E05.next": "Ask somebody else who works with this person.",
  "checks.E06.title": "Months without a record",
  "checks.E06.what": "{person}: nothing was noted in {gap} months in a row — {cell}.",
  "checks.E06.why": "What was not written down is not remembered evenly.",
  "checks.E06.next": "Look for facts of those months before you rate.",
  "checks.E07.title": "Records mostly recent",
  "checks.E07.what": "{person}: {share} % of {count} incidents fall into the last quarter of the period — {cell}.",
  "checks.E07.why": "What is fresh weighs more than it should; the whole period is rated.",
  "checks.E07.next": "Look for facts of the earlier months.",
  "checks.E08.title": "Recorded late",
  "checks.E08.what": ({ person, count, longest, days, cell }) =>
    `${person ?? ""}: ${count ?? ""} ${count === 1 ? "record was" : "records were"} written more than ${days ?? ""} days after the event, up to ${longest ?? ""} — ${cell ?? ""}.`,
  "checks.E08.why": "Memory changes within weeks.",
  "checks.E08.next": "Write records within days of the event.",
  "checks.E09.title": "One-sided records",
  "checks.E09.what": ({ person, count, side, cell }) =>
    `${person ?? ""}: all ${count ?? ""} records speak ${side === "for" ? "for" : "against"} this person — ${cell ?? ""}.`,
  "checks.E09.why": "Nobody does only well or only badly; a fair log holds both.",
  "checks.E09.next": "Note what speaks for the other side too, if there is anything.",
  "checks.E10.title": "Not shared with the employee",
  "checks.E10.what": ({ person, count, cell }) =>
    `${person ?? ""}: ${count ?? ""} ${count === 1 ? "record is" : "records are"} not yet shared with this person — ${cell ?? ""}.`,
  "checks.E10.why": "Nobody should learn at sign-off what was noted months before.",
  "checks.E10.next": "Talk it over with this person and enter the date.",
  "checks.E11.title": "Document without a link",
  "checks.E11.what": "Evidence {id} rests on a document and does not say where it is — {cell}.",
  "checks.E11.why": "A document that cannot be found proves nothing.",
  "checks.E11.next": "Enter the path, the address or the file number.",
  "checks.E12.title": "Bonus or deduction without ground or evidence",
  "checks.E12.what": ({ id, kind, cell }) =>
    `Entry ${id ?? ""} ${kind === "ground" ? "does not say why" : kind === "date" ? "has no date inside the period" : "names no file or record"} — ${cell ?? ""}.`,
  "checks.E12.why": "Points beside the plan are the first that somebody will ask about.",
  "checks.E12.next": "Enter what happened, when, and where it can be read.",
  "checks.B01.title": "Bands out of order",
  "checks.B01.what": "Band {band} begins at {from}, above the one before it — {cell}.",
  "checks.B01.why": "Bands are looked up from the highest cut-off down.",
  "checks.B01.next": "Put the cut-offs in falling order.",
  "checks.B02.title": "Two bands begin alike",
  "checks.B02.what": "Band {band} begins at {from} like the one before it — {cell}.",
  "checks.B02.why": "One of the two can never be given.",
  "checks.B02.next": "Change one of the cut-offs.",
  "checks.B03.title": "Totals without a band",
  "checks.B03.what": "The lowest band {band} begins only at {from} — {cell}.",
  "checks.B03.why": "Lower totals would have no band.",
  "checks.B03.next": "Let the lowest band begin at 0.",
  "checks.B04.title": "Band incomplete",
  "checks.B04.what": ({ band, kind, cell }) =>
    kind === "name" ? `A band has no name — ${cell ?? ""}.` : `Band ${band ?? ""} has no cut-off — ${cell ?? ""}.`,
  "checks.B04.why": "Totals that belong to it fall into the band below.",
  "checks.B04.next": "Type the cut-off and the name, or take the row out.",
  "checks.B05.title": "Band out of reach",
  "checks.B05.what": "Band {band} begins at {from}, but the best possible total is {best} — {cell}.",
  "checks.B05.why": "A band that nobody can reach is no aim.",
  "checks.B05.next": "Lower the cut-off, or allow stretch values.",
  "checks.V01.title": "Gate incomplete",
  "checks.V01.what": ({ gate, kind, cell }) =>
    `Gate ${gate ?? ""} ${kind === "band" ? "leaves a band that is not in the table" : kind === "line" ? "names no indicator of the plan" : "has no limit"} — ${cell ?? ""}.`,
  "checks.V01.why": "Such a gate can never hold a result down.",
  "checks.V01.next": "Fill in the best band that it leaves, and for a gate on an indicator its id and limit.",
  "checks.V02.title": "Gate not answered",
  "checks.V02.what": ({ person, count, names, cell }) =>
    `${person ?? ""}: ${count === 1 ? "a gate is" : `${count ?? ""} gates are`} not answered (${names ?? ""}) — ${cell ?? ""}.`,
  "checks.V02.why": "Until it is answered the band can still fall.",
  "checks.V02.next": "Answer yes or no on the entry sheet.",
  "checks.V03.title": "Gate broken by good results",
  "checks.V03.what": ({ gate, name, kind, below, target, cell }) =>
    kind === "lower"
      ? `Gate ${gate ?? ""} is broken below ${below ?? ""}, but on ${name ?? ""} less is better — ${cell ?? ""}.`
      : `Gate ${gate ?? ""} is broken below ${below ?? ""}, but the target of ${name ?? ""} is ${target ?? ""} — ${cell ?? ""}.`,
  "checks.V03.why": "People who reach the target would be held down by it.",
  "checks.V03.next": "Set a limit below the target, or answer the gate by yes and no.",
  "checks.V04.title": "Bonus or deduction that counts for nobody",
  "checks.V04.what": ({ id, kind, cell }) =>
    kind === "incomplete"
      ? `Item ${id ?? ""} lacks its name, side or points — ${cell ?? ""}.`
      : `Entry ${id ?? ""} ${kind === "person" ? "names nobody of the list of people" : kind === "item" ? "names no item of the list" : "does not say how often"} — ${cell ?? ""}.`,
  "checks.V04.why": "Its points are in nobody's total.",
  "checks.V04.next": "Complete the row, or empty it.",
  "checks.V05.title": "Limit of bonus or deductions reached",
  "checks.V05.what": ({ person, bonus, deduction, cell }) =>
    `${person ?? ""} has more than counts: bonus ${bonus ?? ""}, deduction ${deduction ?? ""} are counted — ${cell ?? ""}.`,
  "checks.V05.why": "What is beyond a limit changes no total.",
  "checks.V05.next": "Nothing has to be done; the limits stand on Settings and in the list of items.",
  "checks.P01.title": "One ranking over several plans",
  "checks.P01.what": "The ranks run over {count} plans ({plans}) — {cell}.",
  "checks.P01.why": "Totals of different plans were made by different measures and cannot be compared.",
  "checks.P01.next": "Rank each plan for itself.",
  "checks.P02.title": "Small group",
  "checks.P02.what": "{plan} has only {count} people.",
  "checks.P02.why": "In a group under {people} a rank says little.",
  "checks.P02.next": "Look at totals and bands rather than ranks.",
  "checks.P03.title": "Person twice or without a name",
  "checks.P03.what": ({ person, key, kind, cell }) =>
    kind === "twice"
      ? `“${key ?? ""}” stands twice in the list — ${cell ?? ""}.`
      : `${person === "" ? "A person" : (person ?? "")} has no id or name — ${cell ?? ""}.`,
  "checks.P03.why": "Two people under one id get each other's results.",
  "checks.P03.next": "Give each person an id of their own.",
  "checks.P04.title": "Not in the list of people",
  "checks.P04.what": "“{key}” is not in the list of people — {cell}.",
  "checks.P04.why": "Name, job group and evidence are looked up there; for this row nothing is found.",
  "checks.P04.next": "Enter the person on the People sheet, or correct the id.",
  "checks.P05.title": "Person without a plan",
  "checks.P05.what": "{person} stands in no plan.",
  "checks.P05.why": "Nobody rates this person.",
  "checks.P05.next": "Set the job group, or add a plan for it.",
  "checks.P06.title": "Too short under the plan",
  "checks.P06.what": ({ person, kind, days, least, cell }) =>
    kind === "turned"
      ? `${person ?? ""} leaves before having come — ${cell ?? ""}.`
      : `${person ?? ""} was under the plan for ${days ?? ""} days of the period; ${least ?? ""} are asked — ${cell ?? ""}.`,
  "checks.P06.why": "A few weeks do not show somebody's work; the rating itself is never scaled down.",
  "checks.P06.next": "Leave this person out of the ranking, or correct the dates on the People sheet.",
  "checks.T03.title": "Formula typed over or deleted",
  "checks.T03.what": ({ column, count, cell }) =>
    `In column ${column ?? ""} ${count === 1 ? "a formula was" : `${count ?? ""} formulas were`} typed over, changed or deleted — ${cell ?? ""}.`,
  "checks.T03.fix": "Put the formula back",
  "checks.T03.why": "These cells no longer follow what is entered.",
  "checks.T03.next": "Put the formula back, or undo what was typed.",
  "checks.T04.title": "Total not up to date",
  "checks.T04.what": "{person}: the sheet shows {own}, plan and entries give {ours} — {cell}.",
  "checks.T04.why": "A total that does not follow the entries is not the result.",
  "checks.T04.next": "Let Excel calculate (F9); if it stays, look for a formula that was changed.",
  "checks.W01.fix.scale": "Scale all to {whole} %",
  "checks.W01.fix.largest": "Put the difference on {name}",
  "checks.W01.fix.one": "Round to whole per cents",
  "checks.W01.fix.five": "Round to steps of 5 %",
  "checks.S01.fix": "Make it a number",
  "checks.X01.title": "Row with an open check",
  "checks.X01.what": "{row}: {word}.",
  "checks.X01.why": "The row's own check, a formula of this sheet, speaks; it goes on speaking without the add-in.",
  "checks.X01.next": "Go to the row; the cells to its left say what is missing.",
  "checks.X02.title": "Result that the entries do not give",
  "checks.X02.what": ({ row, shown, expected }) =>
    `${String(row ?? "")} shows ${shown === "" ? "nothing" : String(shown ?? "")}; from the entries it is ${expected === "" ? "nothing" : String(expected ?? "")}.`,
  "checks.X02.why": "The result was computed a second time from what is entered; both must be the same.",
  "checks.X02.next": "Look whether a formula, a list or a row of this sheet was changed.",
  "checks.X03.title": "Item without places for answers",
  "checks.X03.what": "Nobody can be judged by “{name}”: it has no places for answers.",
  "checks.X03.why": "It was typed under the table. Its weight counts, but forms and results have no rows for it.",
  "checks.X03.next":
    "Open the pane on this sheet and choose More statements (dimensions, items …): the sheets are made again with places for it.",
  "checks.refused.noPlan": "The Plan table of this scorecard is missing.",
  "checks.refused.noEntry": "The Entry table of this scorecard is missing.",
} satisfies Dictionary;
