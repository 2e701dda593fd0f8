/** The Evidence register of the agreement as the checks of evidence take it, with the goals as the lines that are proved. */
import type { LocatedBook } from "../../blueprint/methodChecks";
import type { EvidenceRecord, Plan, PlanLine } from "../../model/scorecard";
import { GOAL_KINDS } from "./reviewFormulas";

const SOURCES = ["system", "document", "observation", "customer"] as const;

/** The key of the word that a cell shows; null for any other text. */
const keyOf = <Key extends string>(book: LocatedBook, keys: readonly Key[], text: string): Key | null =>
  keys.find((key) => text !== "" && book.word(key) === text) ?? null;

/** Records that name a person and a goal; what a row lacks it says itself. */
export function recordsIn(book: LocatedBook): readonly EvidenceRecord[] {
  return book.rows("Evidence").flatMap((row): EvidenceRecord[] => {
    const [person, indicator] = [row.text("person"), row.text("indicator")];
    if (person === "" || indicator === "") return [];
    const source = row.text("source");
    const kind = keyOf(book, SOURCES, source);
    const sign = keyOf(book, ["positive", "negative"], row.text("sign"));
    return [
      {
        ...{ id: row.text("id"), indicator, what: row.text("what"), source, link: row.text("link") },
        person: person === book.word("all") ? null : person,
        ...{ eventDate: row.number("eventDate"), recordedDate: row.number("recordedDate") },
        ...{ observer: row.text("observer"), sharedOn: row.number("sharedOn"), cell: row.cell("indicator") },
        sign: sign === null ? "" : sign === "positive" ? "+" : "-",
        ...(kind === null ? {} : { sourceKind: kind }),
        ...(row.text("observer") !== "" && row.text("observer") === book.word("sample") ? { isSample: true } : {}),
      },
    ];
  });
}

/** The goals as lines: their kind says what proves them. */
export function goalLines(book: LocatedBook): readonly Plan[] {
  const lines = book.rows("Goals").flatMap((row): PlanLine[] => {
    const kind = keyOf(book, GOAL_KINDS, row.text("kind"));
    const name = row.text("goal").trim();
    if (kind === null || name === "") return [];
    const weight = { value: row.number("weight"), raw: row.text("weight"), cell: row.cell("weight") };
    return [{ id: row.text("id"), name, section: "", weight, rule: { kind }, unknownKind: null, cells: {}, texts: {} }];
  });
  const [first] = lines;
  return first === undefined ? [] : [{ name: "", lines, scale: null, weights: first.weight.cell, block: null }];
}
