/** What the checks of raters (R), cascade (G), planning (M) and workload (D) say. */
import type { Dictionary } from "../dictionary";

const GROUPS: Readonly<Record<string, string>> = { peers: "peers", reports: "reports", customers: "customers" };

export const raterChecks = {
  "checks.R01.title": "Rates higher or lower than others",
  "checks.R01.what": "{rater} rates {shift} points {side} the other raters, over {count} people.",
  "checks.R01.why":
    "People could do better or worse for who rates them. It may also be a stronger or weaker team: worth a talk, no verdict.",
  "checks.R01.next": "Talk it over with examples before totals are compared across raters.",
  "checks.R02.title": "Mostly the middle point",
  "checks.R02.what": "{rater} gives the middle point in {percent} % of the ratings, over {count} people.",
  "checks.R02.why": "Where nearly everybody gets the middle, strong and weak work cannot be told apart.",
  "checks.R02.next": "Ask for one example each of clearly better and weaker work.",
  "checks.R03.title": "Little of the scale used",
  "checks.R03.what": "{rater} uses {points} points of the scale for {count} people.",
  "checks.R03.why": "A scale that is hardly used says little about differences.",
  "checks.R03.next": "Read the worded points together and rate again where they fit better.",
  "checks.R04.title": "Everything rated alike",
  "checks.R04.what": "{rater} rates all sides of a person nearly alike (correlation {correlation}, {count} people).",
  "checks.R04.why": "One strong impression may colour the rest. It can also be true: worth a talk, no verdict.",
  "checks.R04.next": "Rate one side for all people, then the next.",
  "checks.R05.title": "The same point in everything",
  "checks.R05.what": "{rater} gives the same point in everything to {percent} % of {count} people.",
  "checks.R05.why": "People are seldom equally good at everything.",
  "checks.R05.next": "Ask for one strength and one thing to improve for each.",
  "checks.R06.title": "Copied ratings",
  "checks.R06.what": ({ kind, rater, count, names }) =>
    kind === "marks"
      ? `${rater ?? ""} gave ${count ?? ""} people the very same marks: ${names ?? ""}.`
      : `${rater ?? ""} wrote the same words about ${count ?? ""} people: ${names ?? ""}.`,
  "checks.R06.why": "Copied lines are about nobody.",
  "checks.R06.next": "Ask for ratings of each person's own work.",
  "checks.R07.title": "Ratings and results far apart",
  "checks.R07.what":
    "{person}: rated {rating} on average, {apart} bands {side} the measured total of {total} ({band}).",
  "checks.R07.why": "Either the ratings or the figures miss something.",
  "checks.R07.next": "Look at both before the band is settled, and write down why they differ.",
  "checks.R08.title": "Ratings higher than last time",
  "checks.R08.what": "Ratings of the same {count} people rose by {rise} points since last period.",
  "checks.R08.why": "When ratings creep up, bands lose their meaning.",
  "checks.R08.next": "Ask what got better, and look at the worded points again.",
  "checks.R09.title": "Own rating well above the boss's",
  "checks.R09.what": "{person} rates own work {own}, the boss {boss}.",
  "checks.R09.why": "Some gap is usual; a large one is best spoken about before results are final.",
  "checks.R09.next": "Compare examples in the talk.",
  "checks.R10.title": "Group of raters too small",
  "checks.R10.what": ({ person, group, count, raters }) =>
    `${person ?? ""}: only ${count ?? ""} of at least ${raters ?? ""} ${GROUPS[String(group)] ?? group ?? ""} answered.`,
  "checks.R10.why": "In a small group people can tell who said what.",
  "checks.R10.next": "Ask more raters, or show this group only together with another one.",
  "checks.G01.title": "Goals in a circle",
  "checks.G01.what": "These goals serve each other in a circle: {names}.",
  "checks.G01.why": "In a circle nothing adds up to a result.",
  "checks.G01.next": "Let one of them serve a goal above.",
  "checks.G02.title": "Goal without a place",
  "checks.G02.what": ({ kind, goal, id, parent }) =>
    kind === "duplicate"
      ? `The id ${id ?? ""} stands for two goals; one of them is ${goal ?? ""}.`
      : `${goal ?? ""} serves the goal ${parent ?? ""}, which is not in the list.`,
  "checks.G02.why": "Its results reach no goal above.",
  "checks.G02.next": "Correct the id.",
  "checks.G03.title": "Goal that nobody carries",
  "checks.G03.what": "{goal} has no goal below it, other goals of the level {level} have.",
  "checks.G03.why": "What nobody carries is seldom reached.",
  "checks.G03.next": "Add the goals that carry it, or mark it as support.",
  "checks.G04.title": "Goal outside its parent's time",
  "checks.G04.what": ({ goal, parent, side }) =>
    `${goal ?? ""} ${side === "early" ? "begins before" : "ends after"} the goal it serves, ${parent ?? ""}.`,
  "checks.G04.why": "What comes too early or too late does not count for it.",
  "checks.G04.next": "Correct the dates.",
  "checks.G05.title": "Weights below a goal do not add up",
  "checks.G05.what": "The weights of the goals under {goal} add up to {sum}, not 100.",
  "checks.G05.why": "The result that is rolled up would be too high or too low.",
  "checks.G05.next": "Correct the weights so that they add up to 100.",
  "checks.G06.title": "Targets below a goal do not match it",
  "checks.G06.what": ({ goal, side, target, carried, gap }) =>
    `${goal ?? ""} needs ${target ?? ""}; the goals below promise ${carried ?? ""}, ${gap ?? ""} ${side === "short" ? "short" : "more"}.`,
  "checks.G06.why": "If all below reach their targets, this one should be reached too, without asking much more.",
  "checks.G06.next": "Share the difference out, or change the target above.",
  "checks.G07.title": "Periods do not make the year",
  "checks.G07.what": "{goal}: the periods come to {sum}, the year's target is {target}.",
  "checks.G07.why": "Progress through the year would be measured against the wrong figure.",
  "checks.G07.next": "Correct the periods or the year's target.",
  "checks.M01.title": "Goal without a measure",
  "checks.M01.what": "{person}: “{goal}” says nothing it could be measured by.",
  "checks.M01.why": "Without a measure nobody can say whether it was reached.",
  "checks.M01.next": "Add what is counted or seen when it is reached.",
  "checks.M02.title": "Goal without a fitting due date",
  "checks.M02.what": ({ person, goal, kind }) =>
    `${person ?? ""}: “${goal ?? ""}” ${kind === "missing" ? "has no due date" : "is due outside the period"}.`,
  "checks.M02.why": "It cannot be judged in this period.",
  "checks.M02.next": "Set a due date within the period.",
  "checks.M03.title": "Goal without an amount",
  "checks.M03.what": "{person}: “{goal}” says “{word}” but not by how much.",
  "checks.M03.why": "A little better and much better would both count.",
  "checks.M03.next": "Add a number: from where to where.",
  "checks.M04.title": "Goal added late",
  "checks.M04.what": "{person}: “{goal}” was added after the middle of the period, without a note.",
  "checks.M04.why": "Goals that come late look made to fit the result.",
  "checks.M04.next": "Note why it was added and who agreed.",
  "checks.M05.title": "Number of goals",
  "checks.M05.what": ({ person, count, few, many }) =>
    `${person ?? ""} has ${count ?? 0} ${count === 1 ? "goal" : "goals"}; ${few ?? ""} to ${many ?? ""} can be kept in mind.`,
  "checks.M05.why": "Few goals leave work out, many goals dilute each other.",
  "checks.M05.next": "Add or merge goals.",
  "checks.M06.title": "Agreed action overdue",
  "checks.M06.what": ({ person, action, owner = "", days }) =>
    `${person ?? ""}: “${action ?? ""}”${owner === "" ? "" : ` (${owner})`} is ${days ?? ""} days overdue.`,
  "checks.M06.why": "What was agreed and not done explains results.",
  "checks.M06.next": "Do it, move the date, or close it with a reason.",
  "checks.M07.title": "No talk in the period",
  "checks.M07.what": "{person}: {count} talks since the plan, at least {talks} should be noted.",
  "checks.M07.why": "Nobody should hear of a weak result for the first time at the end.",
  "checks.M07.next": "Talk now and note it, or note the talks that took place.",
  "checks.M08.title": "Objective and measure do not meet",
  "checks.M08.what": ({ kind, name, objective }) =>
    kind === "unmeasured"
      ? `No line measures the objective ${name ?? ""}.`
      : kind === "without"
        ? `The line ${name ?? ""} serves no objective.`
        : `The line ${name ?? ""} serves ${objective ?? ""}, which is not on the map.`,
  "checks.M08.why": "A strategy shows only in what is measured for it.",
  "checks.M08.next": "Name the objective that the line serves, or add a measure.",
  "checks.M09.title": "Link of the strategy map",
  "checks.M09.what": ({ kind, name, to }) =>
    kind === "alone"
      ? `${name ?? ""} is linked to nothing.`
      : kind === "down"
        ? `${name ?? ""} serves ${to ?? ""}, which stands below it.`
        : `${name ?? ""} serves ${to ?? ""}, which is not on the map.`,
  "checks.M09.why": "The map tells how one thing leads to the next, from the bottom up.",
  "checks.M09.next": "Link it to an objective above.",
  "checks.D01.title": "Totals closer together than the work",
  "checks.D01.what": "Totals of {count} people differ by {totals} %, the work they carried by {work} %.",
  "checks.D01.why": "Where more and less work score alike, carrying more does not pay.",
  "checks.D01.next": "Look at whether workload has a line of its own, and at its weight.",
  "checks.limit.R01.shift": "points above or below the other raters (on a scale of five)",
  "checks.limit.R01.z": "how many standard errors that must be",
  "checks.limit.R02.share": "share of ratings at the middle point",
  "checks.limit.R02.spread": "spread beside that of all raters, below which the middle is noted",
  "checks.limit.R03.spread": "spread beside that of all raters, below which two points are noted",
  "checks.limit.R04.correlation": "mean correlation of the dimensions",
  "checks.limit.R04.spread": "points by which they differ within a person (on a scale of five)",
  "checks.limit.R05.share": "share of people with the same point in everything",
  "checks.limit.R06.copies": "people with the very same marks or words",
  "checks.limit.R07.bands": "bands between rating and measured total",
  "checks.limit.R08.rise": "points by which the mean rose (on a scale of five)",
  "checks.limit.R08.people": "fewest people rated both times",
  "checks.limit.R09.gap": "points between own rating and the boss's (on a scale of five)",
  "checks.limit.R10.raters": "fewest raters of a group",
  "checks.limit.G07.tolerance": "per cent of the year's target that rounding may cost",
  "checks.limit.M05.few": "fewest goals of a person",
  "checks.limit.M05.many": "most goals of a person",
  "checks.limit.M07.talks": "fewest talks in the period",
  "checks.limit.D01.people": "fewest people with a total and tasks",
  "checks.limit.D01.share": "spread of totals as a share of the spread of work, below which it is noted",
} satisfies Dictionary;
