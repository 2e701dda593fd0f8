/** Improvement plans computed by core from what people typed: points lost, readiness, progress of the goals, effect. */
import {
  expectRow,
  type ExpectedValue,
  type MethodReading,
  type ReadBook,
  type ReadRow,
} from "../../blueprint/methodReading";
import { paceOf } from "../../cascade/pace";
import { pointsLost } from "../../improve/pointsLost";
import { readinessGaps, type ReadinessGap } from "../../improve/readiness";
import { roundHalfAway, roundTotal } from "../../scoring/round";
import { CAUSES } from "./formulas";

const isText = (row: ReadRow, key: string): boolean => row.text(key).trim() !== "";
/** The word of the check for the first thing that keeps a plan from being ready. */
const GAP_WORDS: Readonly<Record<ReadinessGap, string>> = {
  incidents: "fewFacts",
  standard: "noStandard",
  tooFewGoals: "fewGoals",
  tooManyGoals: "manyGoals",
  support: "noSupport",
  days: "badLength",
  checkpoints: "fewPoints",
  measure: "noMeasure",
};

interface Numbered {
  readonly row: ReadRow;
  readonly i: number;
}
/** Rows of a table that belong to a case. */
const rowsOf = (book: ReadBook, table: string, plan: string): readonly Numbered[] =>
  book.rows(table).flatMap((row, i) => (row.text("plan") === plan ? [{ row, i }] : []));

/** Points lost of a case before and after the plan, line by line; the totals. */
function lostOf(
  book: ReadBook,
  plan: string,
  values: ExpectedValue[],
): readonly [before: number | null, after: number | null] {
  const rows = rowsOf(book, "PointsLost", plan);
  const linesBy = (key: "before" | "after") =>
    rows.map(({ row, i }) => {
      const weight = row.number("weight");
      return { id: String(i), weight: weight ?? 0, attainment: weight === null ? null : row.number(key) };
    });
  const before = pointsLost(linesBy("before"));
  const after = pointsLost(linesBy("after"));
  if (!before.ok || !after.ok) return [null, null];
  const judged = rows.length - before.value.missing.length;
  const judgedAfter = rows.length - after.value.missing.length;
  for (const { row, i } of rows) {
    const isKnown = row.number("weight") !== null && row.number("before") !== null;
    const found = before.value.lines.find(({ id }) => id === String(i));
    values.push(
      ...expectRow("PointsLost", i, {
        lost: isKnown ? roundHalfAway(found?.lost ?? 0, 9) : null,
        place: found === undefined ? 0 : before.value.lines.indexOf(found) + 1,
        share: found?.share ?? null,
        cumulated: found?.cumulated ?? null,
      }),
    );
  }
  return [
    judged === 0 ? null : roundTotal(before.value.total),
    judgedAfter === 0 || judgedAfter < judged ? null : roundTotal(after.value.total),
  ];
}

/** Progress of the goals of a case; how many are reached and how many have a measure. */
function goalsOf(book: ReadBook, plan: string, from: number | null, asOf: number, values: ExpectedValue[]) {
  const rows = rowsOf(book, "PlanGoals", plan).filter(({ row }) => isText(row, "goal"));
  let reached = 0;
  for (const { row, i } of rows) {
    const [start, target, due] = [row.number("start"), row.number("target"), row.number("due")];
    if (target === null || due === null || from === null) continue;
    const direction = start !== null && target < start ? "lower" : "higher";
    const pace = paceOf({ start, target, actual: row.number("figure"), direction, from, due, asOf });
    if (!pace.ok) continue;
    const { state, ...numbers } = pace.value;
    if (state === "reached") reached += 1;
    values.push(...expectRow("PlanGoals", i, { ...numbers, state: state === null ? null : book.word(state) }));
  }
  return { count: rows.length, reached, measured: rows.filter(({ row }) => isText(row, "measure")).length };
}

function caseValues(book: ReadBook, row: ReadRow, i: number, values: ExpectedValue[]): void {
  const plan = row.text("id");
  const [asOf, start, days] = [book.setting("AsOf") ?? 0, row.number("start"), row.number("days")];
  const [lost, lostAfter] = lostOf(book, plan, values);
  const goals = goalsOf(book, plan, start, asOf, values);
  const facts = rowsOf(book, "PlanFacts", plan).filter(
    (fact) => isText(fact.row, "what") && fact.row.number("date") !== null,
  );
  const points = rowsOf(book, "FollowUps", plan).filter((point) => point.row.number("planned") !== null);
  values.push(
    ...expectRow("Cases", i, {
      end: start === null || days === null ? null : start + days,
      facts: facts.length,
      goals: goals.count,
      reached: goals.reached,
      points: points.length,
      held: points.filter((point) => point.row.number("heldOn") !== null).length,
      lost,
      lostAfter,
      recovered: lost === null || lostAfter === null ? null : roundTotal(lost - lostAfter),
    }),
  );
  if (!book.rows("People").some((person) => person.text("id") === row.text("person"))) return;
  const gaps = readinessGaps(
    {
      incidents: facts.length,
      goals: goals.count,
      checkpoints: points.length,
      days: days ?? 0,
      standard: isText(row, "standard"),
      support: isText(row, "support"),
      measure: goals.measured === goals.count,
    },
    {
      minIncidents: book.setting("c_LeastFacts") ?? 0,
      goals: [book.setting("c_LeastGoals") ?? 0, book.setting("c_MostGoals") ?? 0],
      minCheckpoints: book.setting("c_LeastPoints") ?? 0,
      durations: book.rows("Lengths").flatMap((length) => length.number("days") ?? []),
    },
  );
  const [first] = gaps.ok ? gaps.value : [];
  if (first !== undefined && start !== null)
    values.push(...expectRow("Cases", i, { check: book.word(GAP_WORDS[first]) }));
}

/** What core expects on this workbook's sheets from what was typed; a check compares. */
export const improvementReading: MethodReading = (book) => {
  const values: ExpectedValue[] = [];
  book.rows("Cases").forEach((row, i) => {
    caseValues(book, row, i, values);
  });
  const cases = new Set(book.rows("Cases").map((row) => row.text("id")));
  const known = book.rows("PointsLost").filter((row) => cases.has(row.text("plan")));
  CAUSES.forEach((cause, i) => {
    const own = known.flatMap((row) => {
      const [weight, before] = [row.number("weight"), row.number("before")];
      if (row.text("cause") !== book.word(cause) || weight === null || before === null) return [];
      return [Math.max(0, weight * (1 - before))];
    });
    values.push(
      ...expectRow("Causes", i, {
        lost: roundTotal(own.reduce((sum, points) => sum + points, 0)),
        count: own.filter((points) => points > 0).length,
      }),
    );
  });
  return values;
};
