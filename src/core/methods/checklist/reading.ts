/** Scores of the checklist computed by core from the answers and the values of the statements. */
import { bandReader, expectRow, type MethodReading } from "../../blueprint/methodReading";
import { ranks } from "../../ranking/ranks";
import { roundTotal } from "../../scoring/round";

export const checklistReading: MethodReading = (book) => {
  const [yes, no, na] = [book.word("yes"), book.word("no"), book.word("na")];
  const worth = (value: number | null): number => (value !== null && value >= 1 && value <= 11 ? value : 0);
  const statements = new Map(
    book.rows("Statements").map((row) => [
      row.text("id"),
      {
        worth: row.text("item").trim() === "" ? 0 : worth(row.number("value")),
        good: row.text("reversed") === yes ? no : yes,
        opposite: row.text("opposite"),
      },
    ]),
  );
  const answers = book.rows("Answers").map((row) => ({
    person: row.text("person"),
    item: row.text("item"),
    answer: row.text("answer"),
    statement: statements.get(row.text("item")),
  }));
  const people = book.rows("ChecklistResults").map((row) => {
    const own = answers.filter(({ person }) => person === row.text("id"));
    const said = own.filter(({ answer }) => answer === yes || answer === no);
    const sum = (list: typeof own): number => list.reduce((all, { statement }) => all + (statement?.worth ?? 0), 0);
    const affirmed = new Set(own.flatMap(({ answer, item }) => (answer === yes ? [item] : [])));
    const open = own.filter(
      ({ answer, statement }) => (statement?.worth ?? 0) > 0 && ![yes, no, na].includes(answer),
    ).length;
    const counted = sum(said);
    const won = sum(said.filter(({ answer, statement }) => answer === statement?.good));
    return {
      ...{ yes: affirmed.size, no: said.length - affirmed.size, open, won, counted },
      score: open > 0 || counted === 0 ? null : roundTotal((won / counted) * 100),
      clashes: own.filter(({ answer, statement }) => answer === yes && affirmed.has(statement?.opposite ?? "")).length,
    };
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
