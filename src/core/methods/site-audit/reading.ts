/** Scores and outcomes of the visits computed by core from the answers. */
import { expectRow, type MethodReading } from "../../blueprint/methodReading";
import { weightsInUse } from "../../blueprint/ratedReading";
import { ranks } from "../../ranking/ranks";
import { roundTotal } from "../../scoring/round";
import { GRADES } from "./formulas";

/** What core expects on this workbook's sheets from what was typed; a check compares. */
export const siteAuditReading: MethodReading = (book) => {
  const weights = weightsInUse(book, "AuditItems");
  const yes = book.word("yes").toLowerCase();
  const critical = new Set(
    book.rows("AuditItems").flatMap((row) => (row.text("critical").toLowerCase() === yes ? [row.text("id")] : [])),
  );
  const worth = [1, book.setting("c_MinorWorth") ?? 0, 0];
  const answers = book.rows("AuditAnswers").map((row) => {
    const text = row.text("answer").toLowerCase();
    const grade = GRADES.findIndex((word) => book.word(word).toLowerCase() === text);
    return {
      visit: row.text("visit"),
      weight: weights.get(row.text("item")) ?? 0,
      isCritical: critical.has(row.text("item")),
      grade,
      isNotApplicable: text === book.word("na").toLowerCase(),
      isDone: row.number("done") !== null,
    };
  });
  const visits = book.rows("AuditVisits").map((row) => {
    const own = answers.filter(({ visit }) => visit === row.text("id"));
    const graded = own.filter(({ grade }) => grade >= 0);
    const counted = graded.reduce((sum, { weight }) => sum + weight, 0);
    const won = graded.reduce((sum, { weight, grade }) => sum + weight * (worth[grade] ?? 0), 0);
    const isOpen = own.some(({ weight, grade, isNotApplicable }) => weight > 0 && grade < 0 && !isNotApplicable);
    const isPlanned = row.text("site").trim() !== "" && row.number("date") !== null;
    return {
      score: !isPlanned || isOpen || counted <= 0 ? null : roundTotal((100 * won) / counted),
      failed: graded.filter(({ grade, isCritical }) => grade === 2 && isCritical).length,
      pending: graded.filter(({ grade, isDone }) => grade >= 1 && !isDone).length,
    };
  });
  const places = ranks(
    visits.map(({ score }) => score),
    "competition",
  );
  const pass = book.setting("c_PassScore") ?? 0;
  const ofAnswers = answers.flatMap(({ grade, weight }, i) =>
    expectRow("AuditAnswers", i, { won: grade < 0 ? 0 : weight * (worth[grade] ?? 0) }),
  );
  const ofVisits = visits.flatMap((visit, i) => {
    const { score, failed } = visit;
    const word = failed > 0 ? "criticalFault" : (score ?? 0) >= pass ? "passed" : "failedVisit";
    return expectRow("AuditVisits", i, {
      ...visit,
      outcome: score === null ? null : book.word(word),
      rank: places[i] ?? null,
    });
  });
  return [...ofVisits, ...ofAnswers];
};
