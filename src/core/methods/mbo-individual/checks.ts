/** Goals, talks and records of the agreement as the checks of planning and evidence take them. */
import { firstById, peopleIn, unlessEmpty, type LocatedBook, type MethodChecks } from "../../blueprint/methodChecks";
import type { CheckIn, PersonalGoal } from "../../model/planning";
import { goalLines, recordsIn } from "./records";

/** The amount agreed: as typed; a count to zero aims at 0. */
const amountOf = (book: LocatedBook, kind: string, target: number | null): number | null =>
  kind !== "" && kind === book.word("zero") ? 0 : target;

function goalsIn(book: LocatedBook): readonly PersonalGoal[] {
  const middle = book.setting("c_Mid");
  const listed = firstById(book.rows("People"), (row) => row.text("id"));
  return book.rows("Goals").flatMap((row): PersonalGoal[] => {
    const text = row.text("goal").trim();
    const person = listed(row.text("person"))?.text("id");
    if (text === "" || person === undefined) return [];
    const addedOn = row.number("addedOn");
    return [
      {
        ...{ id: row.text("id"), person, text, measure: row.text("measure"), note: row.text("note") },
        target: amountOf(book, row.text("kind"), row.number("target")),
        due: row.number("due"),
        // The workbook says itself where its middle is: what came before that came in time.
        addedOn: addedOn !== null && middle !== null && addedOn <= middle ? null : addedOn,
        cell: row.cell("goal"),
      },
    ];
  });
}

/** The talk at mid-point took place where one side has signed it. */
function talksIn(book: LocatedBook): readonly CheckIn[] {
  return book.rows("SignOff").flatMap((row): CheckIn[] => {
    const dates = ["midE", "midM"].flatMap((key) => row.number(key) ?? []);
    if (dates.length === 0) return [];
    const none = { action: "", owner: "", due: null, done: true, next: null };
    return [{ ...none, person: row.text("id"), date: Math.min(...dates), kind: "mid", cell: row.cell("midE") }];
  });
}

export const MBO_CHECKS: MethodChecks = {
  codes: [...["M01", "M02", "M03", "M04", "M05", "M07"], ...["E04", "E05", "E06", "E07", "E08", "E09", "E10", "E11"]],
  said: {
    M01: { words: ["noMeasure"] },
    M02: { words: ["noDue", "outside"] },
    M04: { words: ["noteMissing"] },
    M05: { words: ["fewGoals", "manyGoals", "noGoals"] },
    M07: { words: ["noMid", "noGoals"] },
  },
  limits: { "M05.few": { cell: "c_LeastGoals" }, "M05.many": { cell: "c_MostGoals" } },
  read: (book) => {
    const goals = goalsIn(book);
    // Nothing is agreed yet with anybody: no number of goals and no talk can be missed.
    if (goals.length === 0) return {};
    return {
      ...unlessEmpty("goals", goals),
      people: peopleIn(book, { table: "SignOff", column: "goals" }),
      checkIns: talksIn(book),
      evidence: recordsIn(book),
      plans: goalLines(book),
    };
  },
};
