/** Comments and the facts that they rest on as records of evidence: copied words, and facts that are all fresh. */
import { behaviourLine } from "../../blueprint/ratedChecks";
import { firstById, peopleIn, samplePeople, type LocatedBook, type MethodChecks } from "../../blueprint/methodChecks";
import type { EvidenceRecord } from "../../model/scorecard";

const FACT = "fact";

function read(book: LocatedBook) {
  const people = peopleIn(book, { table: "Reviews", column: "name" });
  const sample = samplePeople(book);
  const personOf = firstById(people, ({ id }) => id);
  const idOf = (text: string): string | undefined => personOf(text)?.id;
  const isSample = (person: string) => (sample.has(person) ? { isSample: true } : {});
  const comments = book.rows("Comments").flatMap((row): EvidenceRecord[] => {
    const [person, what] = [idOf(row.text("person")), row.text("comment")];
    if (person === undefined || what.trim() === "") return [];
    const about = { id: row.text("no"), person, indicator: row.text("no"), eventDate: null, what };
    return [{ ...about, cell: row.cell("comment"), ...isSample(person) }];
  });
  // The words of a fact may stand for several people: a report is about a whole team.
  const facts = book.rows("Facts").flatMap((row): EvidenceRecord[] => {
    const person = idOf(row.text("person"));
    if (person === undefined || row.text("what").trim() === "") return [];
    const about = { id: row.text("id"), person, indicator: FACT, eventDate: row.number("date") };
    return [{ ...about, cell: row.cell("what"), ...isSample(person) }];
  });
  const [first] = [...comments, ...facts];
  if (first === undefined) return {};
  const plan = { name: "", lines: [behaviourLine(FACT, first.cell)], scale: null, weights: first.cell, block: null };
  return { people, evidence: [...comments, ...facts], plans: [plan] };
}

export const NARRATIVE_CHECKS: MethodChecks = {
  codes: ["E04", "E07"],
  said: { E04: { words: ["sameWords"] } },
  limits: { "E04.copies": { cell: "c_Copies" } },
  read,
};
