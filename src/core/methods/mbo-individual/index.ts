/** Management by objectives, person by person: proposals of both sides, the agreement, mid-point, close, totals and ranks. */
import { USUAL_LIMITS } from "../../blueprint/bands";
import { checksSheet } from "../../blueprint/checksSheet";
import { lineId, type PlacedLine } from "../../blueprint/context";
import { rowlessRow } from "../../blueprint/methodTable";
import type { MethodContext, MethodDefinition, MethodInput, MethodPart } from "../../blueprint/methodWorkbook";
import { columnMaker } from "../../blueprint/registerSheet";
import { evidenceSheet } from "../../blueprint/registers";
import { rankingSheet } from "../../blueprint/resultsSheet";
import { headersOf } from "../../blueprint/tableSheet";
import { DATE, checkRows, partOf, sourceOf } from "../../blueprint/methodSheet";
import { onePerPerson } from "../../people/peopleTables";
import { METHOD_CARDS } from "../list";
import { MBO_CHECKS } from "./checks";
import { PERIOD, YEAR } from "./period";
import { PROOF } from "./proof";
import type { MboContext, PlacedGoal } from "./context";
import { goalsSheet } from "./goalsSheet";
import { mboPage } from "./pages";
import { personResultsSheet } from "./personResults";
import { progressSheet } from "./progressSheet";
import { mboReading } from "./reading";
import { reviewSheet } from "./reviewSheet";
import { SAMPLE_EMPLOYEES } from "./sample";
import { SIGN_OFF_KEYS, signOffSheet } from "./signOffSheet";

/** Rows for goals of each person in an empty workbook; there may be more or fewer. */
const GOALS_EACH = 4;

/** Goal ids count on from one person to the next. */
function placedGoals({ people, isSample }: MethodContext): readonly PlacedGoal[] {
  return people
    .flatMap(({ id }, i) => {
      const samples = SAMPLE_EMPLOYEES[i % SAMPLE_EMPLOYEES.length]?.goals ?? [];
      return Array.from({ length: GOALS_EACH }, (_, k) => ({
        person: id,
        sample: isSample ? (samples[k] ?? null) : null,
      }));
    })
    .map((goal, i) => ({ id: lineId(i + 1), ...goal }));
}

/** The kinds in use and, in a sample, what proves each goal. */
function lines({ withSample, people }: MethodInput): readonly PlacedLine[] {
  const count = people.length === 0 ? SAMPLE_EMPLOYEES.length : people.length;
  const employees = Array.from({ length: count }, (_, i) => SAMPLE_EMPLOYEES[i % SAMPLE_EMPLOYEES.length]);
  const goals = employees.flatMap((employee) => employee?.goals ?? []);
  return (withSample ? goals : SAMPLE_EMPLOYEES.flatMap((employee) => employee.goals)).map((goal, i) => ({
    id: lineId(i + 1),
    name: goal.goal,
    section: goal.measure,
    unit: goal.unit,
    evidence: goal.source,
    kind: goal.kind,
    ...(goal.kind === "rating" ? { maximum: 5 } : {}),
    aggregate: "last",
    weight: goal.weights[2],
  }));
}

const GOAL_WORDS = [
  "weightMissing",
  "weightsOff",
  "incomplete",
  "noMeasure",
  "noDue",
  "outside",
  "noteMissing",
  "unknown",
];
const SIGN_WORDS = ["fewGoals", "manyGoals", "notSigned", "noMid", "notClosed", "noGoals"];
const REVIEW_WORDS = ["notNumber", "reasonMissing", "notScored", "employeeFirst", "noEvidence", "toFill"];

function build(given: MethodContext): readonly MethodPart[] {
  const { text, names, sheetName } = given;
  const context: MboContext = { ...given, goals: placedGoals(given) };
  const signOffHeaders = columnMaker(text, "signOff").heads(SIGN_OFF_KEYS);
  const goals = goalsSheet(context, sheetName("goals"), { table: names.own.table("SignOff"), headers: signOffHeaders });
  const signOff = signOffSheet(context, sheetName("signOff"), sourceOf(goals));
  const evidence = evidenceSheet(context, sheetName("evidence"));
  const review = reviewSheet(context, sheetName("review"), sourceOf(goals), sourceOf(evidence));
  const progress = progressSheet(context, sheetName("progress"), sourceOf(goals), sourceOf(review));
  const bands = headersOf(given.settings.bands.columns);
  const results = personResultsSheet(context, sheetName("results"), {
    signOff: sourceOf(signOff),
    review: sourceOf(review),
    bands,
  });
  const ranking = rankingSheet(context, sheetName("ranking"), results.headers);
  const tables = { goals: sourceOf(goals), review: sourceOf(review), results: sourceOf(results), bands };
  const page = mboPage(context, "PagePerson", sheetName("reviewPage"), tables);
  const checks = [
    ...checkRows(goals, GOAL_WORDS),
    ...checkRows(signOff, SIGN_WORDS),
    ...checkRows(review, REVIEW_WORDS),
    rowlessRow(given, results),
  ];
  return [
    partOf("Goals", goals),
    partOf("PlanPage", mboPage(context, "PlanPerson", sheetName("goalAgreement"), tables)),
    partOf("Progress", progress),
    partOf("Review", review),
    partOf("SignOff", signOff),
    partOf("Results", results),
    partOf("Ranking", { ...ranking, names: [] }),
    {
      ...partOf("PersonPage", page),
      tables: { PersonPage: page.table, ...(page.trend === null ? {} : { Trend: page.trend }) },
    },
    partOf("Evidence", evidence),
    { sheet: checksSheet(context, sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

export const MBO_INDIVIDUAL: MethodDefinition = {
  id: "mbo-individual",
  name: METHOD_CARDS["mbo-individual"].name,
  own: {
    common: ["Stage", "StageNo", "From", "To", "AsOf", "Cap", "Floor", "S0", "Tolerance", "MinApplicable", "policy"],
    rows: [
      { key: "Mid", value: ({ period }) => period.from + Math.round((period.to - period.from) / 2), style: DATE },
      { key: "LeastGoals", value: 3, limits: [1, 20] },
      { key: "MostGoals", value: 5, limits: [1, 20] },
    ],
    words: [
      ...["noMeasure", "noDue", "noteMissing", "manyGoals", "fewGoals", "notSigned", "noMid", "notClosed", "noGoals"],
      ...["employeeFirst", "reached", "onTrack", "behind"],
    ],
    lists: {},
    bands: { from: USUAL_LIMITS.attainment, key: "band" },
  },
  lines,
  samplePeople: SAMPLE_EMPLOYEES,
  sheetKeys: [
    ...[
      "goals",
      "goalAgreement",
      "progress",
      "review",
      "signOff",
      "results",
      "ranking",
      "reviewPage",
      "evidence",
      "proof",
      "checks",
    ],
  ],
  checks: MBO_CHECKS,
  proof: PROOF,
  period: PERIOD,
  year: YEAR,
  people: {
    tables: [
      { table: "Goals", person: "person", number: "id" },
      { table: "Progress", number: "id", as: "Goals" },
      { table: "Review", number: "id", as: "Goals" },
      ...onePerPerson("SignOff", "Results", "MethodProof"),
      { table: "Ranking", number: "place" },
    ],
  },
  build,
  reading: mboReading,
  ranked: { table: "Results", total: "total", rank: "rank", band: "band" },
  sampleStage: 3,
  start: "goals",
};
