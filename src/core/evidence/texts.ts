/** What is written about people: how much it says, and whether the same words stand for several of them. */

const HAN = /\p{Script=Han}/gu;

/** Length of a text in Latin characters; a Chinese character says about as much as two. */
export const textLength = (text: string): number => text.trim().length + (text.match(HAN)?.length ?? 0);

/** A text in the form it is compared in: blanks, case and width do not make it another one. */
export const comparable = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

export interface WrittenText {
  readonly person: string;
  readonly text: string;
}
export interface CopiedText {
  /** Position of the first of them. */
  readonly first: number;
  /** Different people, in the order of their first text. */
  readonly people: readonly string[];
}

/**
 * Texts that stand for `copies` people or more (never under two), one entry a text in the order given; empty texts are
 * none. Source: domain rule C12 (copies), check E04.
 */
export function copiedTexts(written: readonly WrittenText[], copies = 3): readonly CopiedText[] {
  const known = new Map<string, { readonly first: number; readonly people: Set<string> }>();
  for (const [at, { person, text }] of written.entries()) {
    const key = comparable(text);
    if (key === "") continue;
    const entry = known.get(key);
    if (entry === undefined) known.set(key, { first: at, people: new Set([person]) });
    else entry.people.add(person);
  }
  return [...known.values()].flatMap(({ first, people }) =>
    people.size >= Math.max(2, copies) ? [{ first, people: [...people] }] : [],
  );
}
