/** The overview computed by core from the talks and actions that people typed. */
import { expectRow, type ExpectedValue, type MethodReading, type ReadRow } from "../../blueprint/methodReading";
import { TALK_KINDS } from "./formulas";

interface Talk {
  readonly id: string;
  readonly person: string;
  readonly kind: string;
  readonly date: number;
  readonly next: number | null;
}

/** What core expects on this workbook's sheets from what was typed; a check compares. */
export const checkInsReading: MethodReading = (book) => {
  const [asOf, from, to] = [book.setting("AsOf"), book.setting("From"), book.setting("To")];
  if (asOf === null || from === null || to === null) return [];
  const people = book.rows("Overview").map((row) => row.text("id"));
  const known = new Set(book.rows("People").map((row) => row.text("id")));
  const talkPerson = new Map(book.rows("Talks").map((row) => [row.text("id"), row.text("person")]));
  const talks = book.rows("Talks").flatMap((row): Talk[] => {
    const [person, date] = [row.text("person"), row.number("date")];
    if (!known.has(person) || date === null || date > asOf) return [];
    const kind = TALK_KINDS.find((candidate) => book.word(candidate) === row.text("kind")) ?? "";
    return [{ id: row.text("id"), person, kind, date, next: row.number("nextOn") }];
  });
  const values: ExpectedValue[] = [];
  const actions = book.rows("Actions").map((row: ReadRow, i) => {
    const isThere = row.text("action").trim() !== "" && talkPerson.has(row.text("talk"));
    const [due, doneOn] = [row.number("due"), row.number("doneOn")];
    const isOpen = isThere && (doneOn === null || doneOn > asOf);
    const isLate = isOpen && due !== null && due < asOf;
    const state = !isThere ? null : book.word(isLate ? "overdue" : isOpen ? "open" : "done");
    values.push(...expectRow("Actions", i, { state, days: isLate ? asOf - due : null }));
    return { person: talkPerson.get(row.text("talk")) ?? "", isOpen, isLate };
  });
  people.forEach((id, i) => {
    const own = talks.filter(({ person }) => person === id);
    const last = own.reduce<Talk | null>(
      (latest, talk) => (latest === null || talk.date >= latest.date ? talk : latest),
      null,
    );
    const count = (kind: string): number => own.filter((talk) => talk.kind === kind).length;
    values.push(
      ...expectRow("Overview", i, {
        talks: own.length,
        plan: count("talkPlan"),
        coach: count("talkCoach"),
        mid: count("talkMid"),
        feedback: count("talkFeedback"),
        lastOn: last?.date ?? null,
        nextOn: last?.next ?? null,
        since: Math.max(0, Math.min(asOf, to) - Math.max(from, last?.date ?? 0)),
        open: actions.filter(({ person, isOpen }) => person === id && isOpen).length,
        late: actions.filter(({ person, isLate }) => person === id && isLate).length,
      }),
    );
  });
  return values;
};
