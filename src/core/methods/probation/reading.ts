/** Scores of the probation and what they advise, computed by core from what was typed. */
import { expectRow, type MethodReading } from "../../blueprint/methodReading";
import { weightsInUse } from "../../blueprint/ratedReading";
import { roundTotal } from "../../scoring/round";
import { dateKey, pointKey, REVIEWS, scoreKey } from "./formulas";

/** What core expects on this workbook's sheets from what was typed; a check compares. */
export const probationReading: MethodReading = (book) => {
  const weights = weightsInUse(book, "ProbationItems");
  const scores = book.rows("ProbationScores").map((row) => ({
    person: row.text("person"),
    weight: weights.get(row.text("item")) ?? 0,
    points: REVIEWS.map((day) => {
      const value = row.number(pointKey(day));
      return value !== null && value >= 0 && value <= 100 ? value : null;
    }),
  }));
  const [pass, extend] = [book.setting("c_Pass") ?? 0, book.setting("c_Extend") ?? 0];
  return book.rows("Probation").flatMap((row, i) => {
    const own = scores.filter(({ person }) => person === row.text("id"));
    const asked = own.reduce((sum, { weight }) => sum + weight, 0);
    const totals = REVIEWS.map((_, at) => {
      const rated = own.filter(({ points }) => points[at] !== null);
      const weight = rated.reduce((sum, item) => sum + item.weight, 0);
      if (asked <= 0 || Math.abs(weight - asked) > 1e-6) return null;
      return roundTotal(rated.reduce((sum, item) => sum + item.weight * (item.points[at] ?? 0), 0) / weight);
    });
    const [first = null, second = null, last = null] = totals;
    const gate = row.text("gate").toLowerCase();
    const advice = (): string => {
      if (last === null) return "";
      if (gate === book.word("yes").toLowerCase()) return book.word("notPassed");
      if (gate !== book.word("no").toLowerCase()) return "";
      if (last >= pass) return book.word("pass");
      return book.word(last >= extend ? "extend" : "notPassed");
    };
    const start = row.number("start");
    const step = (to: number | null, from: number | null): number | null =>
      to === null || from === null ? null : to - from;
    return expectRow("Probation", i, {
      ...Object.fromEntries(REVIEWS.map((day, at) => [scoreKey(day), totals[at] ?? null])),
      ...Object.fromEntries(REVIEWS.map((day) => [dateKey(day), start === null ? null : start + day])),
      trend: step(last, second) ?? step(second, first),
      latest: last ?? second ?? first,
      advice: advice(),
    });
  });
};
