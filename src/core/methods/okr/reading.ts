/** Grades, progress and roll-up computed by core from what people typed. */
import {
  expectRow,
  type ExpectedValue,
  type MethodReading,
  type ReadBook,
  type ReadRow,
} from "../../blueprint/methodReading";
import { paceOf } from "../../cascade/pace";
import { asAttainment, asShare } from "../../model/units";
import { attainmentOf } from "../../scoring/attainment";
import { SCORING_DEFAULTS } from "../../scoring/settings";
import { totalOf } from "../../scoring/totals";

interface Graded {
  readonly objective: string;
  readonly share: number;
  readonly grade: number | null;
}

/** The latest check-in of a key result up to the as-of date; of one day the lower row. */
function latest(book: ReadBook, keyResult: string, asOf: number): ReadRow | null {
  const own = book
    .rows("OkrCheckIns")
    .filter((row) => row.text("keyResult") === keyResult && row.number("value") !== null)
    .flatMap((row) => {
      const date = row.number("date");
      return date === null || date > asOf ? [] : [{ row, date }];
    });
  return (
    own.reduce<(typeof own)[number] | null>(
      (last, next) => (last === null || next.date >= last.date ? next : last),
      null,
    )?.row ?? null
  );
}

/** Way gone from start to target between 0 and 1; null without figures. */
function gradeOf(start: number | null, target: number | null, actual: number | null): number | null {
  if (start === null || target === null || actual === null) return null;
  const grade = attainmentOf({ kind: "linear", baseline: start, target }, actual, {
    ...SCORING_DEFAULTS,
    cap: asAttainment(1),
    floor: asAttainment(0),
  });
  return grade.ok ? grade.value : null;
}

/** Key results with a text and a known objective: grade and progress; objectives: roll-up and coverage. */
export const okrReading: MethodReading = (book) => {
  const [from, due, asOf] = [book.setting("From"), book.setting("To"), book.setting("AsOf")];
  if (from === null || due === null || asOf === null) return [];
  const objectives = new Set(book.rows("Objectives").map((row) => row.text("id")));
  const values: ExpectedValue[] = [];
  const graded: Graded[] = [];
  for (const [i, row] of book.rows("KeyResults").entries()) {
    const objective = row.text("objective");
    if (row.text("keyResult").trim() === "" || !objectives.has(objective)) continue;
    const [start, target] = [row.number("start"), row.number("target")];
    const found = latest(book, row.text("id"), asOf);
    const actual = found?.number("value") ?? null;
    const grade = gradeOf(start, target, actual);
    graded.push({ objective, grade, share: Math.max(0, row.number("weight") ?? 1) });
    values.push(...expectRow("KeyResults", i, { actual, grade, lastOn: found?.number("date") ?? null }));
    if (target === null) continue;
    const direction = start !== null && target < start ? "lower" : "higher";
    const pace = paceOf({ start, target, actual, direction, from, due, asOf });
    if (!pace.ok) continue;
    const { time, expected, missing, paceNeeded, forecast, state } = pace.value;
    const word = state === null ? null : book.word(state);
    values.push(...expectRow("KeyResults", i, { time, expected, missing, paceNeeded, forecast, state: word }));
  }
  for (const [i, row] of book.rows("Objectives").entries()) {
    const own = graded.filter(({ objective }) => objective === row.text("id"));
    const total = totalOf(
      own.map(({ grade }) => grade),
      own.map(({ share }) => share),
      "renormalise",
      { minCoverage: asShare(0) },
    );
    values.push(
      ...expectRow("Objectives", i, {
        count: own.length,
        grade: total.ok ? total.value.soFar : null,
        coverage: total.ok ? total.value.coverage : null,
      }),
    );
  }
  return values;
};
