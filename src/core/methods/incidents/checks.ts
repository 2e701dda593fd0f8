/** The incidents as records of evidence: where they come from, when they were written down, whether they were spoken about. */
import { behaviourLine } from "../../blueprint/ratedChecks";
import { firstById, peopleIn, samplePeople, type LocatedBook, type MethodChecks } from "../../blueprint/methodChecks";
import type { EvidenceRecord } from "../../model/scorecard";

/** All records are about behaviour. */
const LINE = "incident";

function signOf(book: LocatedBook, word: string): NonNullable<EvidenceRecord["sign"]> {
  if (word === "") return "";
  return word === book.word("effective") ? "+" : word === book.word("ineffective") ? "-" : "";
}

function read(book: LocatedBook) {
  const people = peopleIn(book, { table: "IncidentMonths", column: "name" });
  const personOf = firstById(people, ({ id }) => id);
  const sample = samplePeople(book);
  const evidence = book.rows("Incidents").flatMap((row): EvidenceRecord[] => {
    const person = personOf(row.text("person"))?.id;
    // What happened must be there, or the row is none yet; its own check asks for the rest.
    if (person === undefined || row.text("what").trim() === "") return [];
    return [
      {
        ...{ id: row.text("id"), person, indicator: LINE, what: row.text("what"), observer: row.text("observer") },
        ...{ eventDate: row.number("date"), recordedDate: row.number("written"), sharedOn: row.number("talkedOn") },
        ...{ sign: signOf(book, row.text("kind")), cell: row.cell("what") },
        ...(sample.has(person) ? { isSample: true } : {}),
      },
    ];
  });
  const [first] = evidence;
  if (first === undefined) return {};
  const plan = { name: "", lines: [behaviourLine(LINE, first.cell)], scale: null, weights: first.cell, block: null };
  return { people, evidence, plans: [plan] };
}

export const INCIDENT_CHECKS: MethodChecks = {
  codes: ["E04", "E05", "E06", "E07", "E08", "E09", "E10"],
  said: {
    E06: { words: ["fewMonths"], at: "person" },
    E07: { words: ["allRecent"], at: "person" },
    E08: { words: ["writtenLate"] },
    E09: { words: ["oneSided"], at: "person" },
  },
  limits: { "E08.days": { cell: "c_LateDays" } },
  read,
};
