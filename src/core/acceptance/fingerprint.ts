/** Short prints of what lies behind a finding: they tell whether it is still the same, and nothing of what it was. */
import type { Finding } from "../model/finding";
import { isBlank } from "../recognise/grid";
import type { CellValue } from "../recognise/snapshot";

/** FNV-1a over UTF-16 code units, from a given start; 32 bits. */
function fnv(text: string, start: number): number {
  let hash = start;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
const hex = (value: number): string => value.toString(16).padStart(8, "0");

/** 16 hexadecimal digits of a text: the same for the same text. No secret is kept by it. */
export const printOf = (text: string): string => hex(fnv(text, 0x811c9dc5)) + hex(fnv(text, 0x9e3779b9));

/** Words and places of a message that may change while what was accepted does not: names are renamed, rows are sorted. */
const NOT_VALUES: ReadonlySet<string> = new Set(["person", "name", "plan", "cell", "row"]);

/** A value in one form: numbers to nine digits, texts trimmed, errors by their name. */
function valueText(value: CellValue): string {
  if (typeof value === "number") return String(Number(value.toPrecision(9)));
  if (typeof value === "object") return value.error;
  return isBlank(value) ? "" : String(value).trim();
}

/** Cells that the finding is about. A plan as a whole shows where to look, which may be anybody's name: numbers only there. */
function valuesBehind({ person, indicator, location }: Finding, values: readonly CellValue[]): string[] {
  const isOwn = person !== undefined || indicator !== undefined || location.rect.rows * location.rect.columns > 1;
  // Sorted: moved columns and sorted rows hold the same values.
  return values
    .filter((value) => isOwn || typeof value === "number")
    .map(valueText)
    .sort();
}

/**
 * The print of the figures that a finding says and of the cells that it points at.
 * @param values of the cells at the finding's location
 */
export function findingPrint(finding: Finding, values: readonly CellValue[]): string {
  const figures = Object.entries(finding.message.params ?? {})
    .filter(([key]) => !NOT_VALUES.has(key))
    .map(([key, value]) => `${key}=${valueText(typeof value === "object" ? value.join(", ") : value)}`)
    .sort();
  return printOf(JSON.stringify([finding.rule, figures, valuesBehind(finding, values)]));
}
