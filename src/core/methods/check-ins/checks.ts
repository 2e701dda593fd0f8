/** Talks and agreed actions as the checks of planning take them. */
import { firstById, peopleIn, type LocatedBook, type MethodChecks } from "../../blueprint/methodChecks";
import type { CheckIn } from "../../model/planning";
import { TALK_KINDS } from "./formulas";

/** "talkCoach" → "coach", as the checks call it; any other word as typed. */
function kindOf(book: LocatedBook, word: string): string {
  const key = TALK_KINDS.find((kind) => word !== "" && book.word(kind) === word);
  return key === undefined ? word : key.slice("talk".length).toLowerCase();
}

function read(book: LocatedBook) {
  const asOf = book.setting("AsOf");
  const talks = book.rows("Talks").map((row) => ({
    ...{ id: row.text("id"), person: row.text("person"), date: row.number("date"), cell: row.cell("date") },
    ...{ kind: kindOf(book, row.text("kind")), next: row.number("nextOn") },
  }));
  const people = peopleIn(book, { table: "Overview", column: "talks" });
  const personOf = firstById(people, ({ id }) => id);
  const talkOf = firstById(talks, ({ id }) => id);
  const none = { action: "", owner: "", due: null, done: true };
  const held = talks.flatMap(({ id: _, ...talk }): CheckIn[] => {
    const person = personOf(talk.person);
    // A talk to come is none yet.
    const isHeld = talk.date !== null && (asOf === null || talk.date <= asOf);
    return person === undefined || !isHeld ? [] : [{ ...none, ...talk, person: person.id }];
  });
  const actions = book.rows("Actions").flatMap((row): CheckIn[] => {
    const person = personOf(talkOf(row.text("talk"))?.person ?? "");
    const action = row.text("action").trim();
    if (person === undefined || action === "") return [];
    const doneOn = row.number("doneOn");
    const done = doneOn !== null && (asOf === null || doneOn <= asOf);
    const about = { action, owner: row.text("owner"), due: row.number("due"), done, cell: row.cell("due") };
    // An action is no talk of its own: without a date it counts as none.
    return [{ person: person.id, date: null, kind: "", next: null, ...about }];
  });
  return held.length + actions.length === 0 ? {} : { people, checkIns: [...held, ...actions] };
}

export const CHECK_IN_CHECKS: MethodChecks = {
  codes: ["M06", "M07"],
  said: { M06: { words: ["overdue"] }, M07: { words: ["noMid"] } },
  read,
};
