/** Scores of the checklist computed by core from the answers and the values of the statements. */
import { bandReader, expectRow, type MethodReading } from "../../blueprint/methodReading";
import { ranks } from "../../ranking/ranks";
import { checklistScore, type ChecklistAnswer, type ChecklistItem } from "../../scoring/checklist";

/** What core expects on this workbook's sheets from what was typed; a check compares. */
export const checklistReading: MethodReading = (book) => {
  const given = new Map<string, ChecklistAnswer>([
    [book.word("yes"), "yes"],
    [book.word("no"), "no"],
    [book.word("na"), "na"],
  ]);
  const worth = (value: number | null): number => (value !== null && value >= 1 && value <= 11 ? value : 0);
  const statements = book.rows("Statements").map((row): ChecklistItem => ({
    id: row.text("id"),
    value: row.text("item").trim() === "" ? 0 : worth(row.number("value")),
    isReversed: given.get(row.text("reversed")) === "yes",
    opposite: row.text("opposite"),
  }));
  const byId = new Map(statements.map((item) => [item.id, item]));
  const rows = book.rows("Answers").map((row) => ({
    person: row.text("person"),
    item: row.text("item"),
    answer: given.get(row.text("answer")),
  }));
  const people = book.rows("ChecklistResults").map((row) => {
    const own = rows.filter(({ person }) => person === row.text("id"));
    const asked = new Set(own.map(({ item }) => item));
    const answers = new Map(own.flatMap(({ item, answer }) => (answer === undefined ? [] : [[item, answer]])));
    // A statement that was taken out is still answered, and worth nothing.
    const found = checklistScore(
      [...asked].map((id) => byId.get(id) ?? { id, value: 0 }),
      answers,
    );
    if (!found.ok) return { yes: 0, no: 0, open: 0, won: 0, counted: 0, score: null, clashes: 0 };
    const { yes, no, open, won, counted, score, clashes } = found.value;
    return { yes, no, open, won, counted, score, clashes };
  });
  const own = ranks(
    people.map(({ score }) => score),
    "competition",
  );
  const bands = bandReader(book);
  return people.flatMap((person, i) => {
    const { score } = person;
    const band = bands.nameOf(score);
    return expectRow("ChecklistResults", i, { ...person, band, rank: own[i] ?? null });
  });
};
