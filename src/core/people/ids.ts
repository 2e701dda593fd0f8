/** Ids that we make: a person typed by hand gets one, and ids that run on in a table go on where they end. */
import { personId } from "../blueprint/context";
import type { Literal } from "../blueprint/types";
import { plainText } from "../recognise/grid";
import type { CellValue } from "../recognise/snapshot";

/** Letters and digits, not too long: formulas look for it as it is, with no wildcard and no rounding to 15 digits. */
const SAFE = /^[A-Za-z]{1,4}\d{1,8}$/;

/** Whether an id can be looked for by formulas as it is. */
export const isSafeId = (text: string): boolean => SAFE.test(text);

const highest = (ids: readonly string[]): number =>
  Math.max(0, ...ids.map((id) => Number(/\d{1,9}$/.exec(id)?.[0] ?? 0)));

/** Makes new ids behind all those that are taken: P013, P014 … */
export function idMaker(taken: readonly string[]): () => string {
  let number = highest(taken);
  return () => {
    number += 1;
    return personId(number);
  };
}

/** Numbers from 1 to `most` that nobody has, the lowest first. */
export function freeNumbers(standing: readonly CellValue[], most: number): readonly number[] {
  const taken = new Set(standing);
  return Array.from({ length: most }, (_, i) => i + 1).filter((number) => !taken.has(number));
}

/** Goes on counting: 7 → 8, "K09" → "K10", as wide as before. */
export function runningOn(standing: readonly CellValue[]): () => Literal {
  const numbers = standing.flatMap((value) => (typeof value === "number" ? [value] : []));
  const texts = standing.map(plainText).filter((text) => /\d$/.test(text));
  let next = Math.max(0, ...numbers, highest(texts)) + 1;
  const [, letters = "", digits = ""] = /^(.*?)(\d+)$/.exec(texts.at(-1) ?? "") ?? [];
  const isNumber = numbers.length > 0 || texts.length === 0;
  return () => {
    const value = next;
    next += 1;
    return isNumber ? value : `${letters}${String(value).padStart(digits.length, "0")}`;
  };
}
