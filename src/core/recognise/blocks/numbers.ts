/** Numbers as people write them in scorecards: "7.60分", "≥95%", "0,6", "20 %", "about"-signs before, units behind. */
import { numberInText } from "../grid";
import type { CellValue } from "../snapshot";

const BOUND = /^(>=|<=|[≥≤＞＜><=~≈约])+/;
const UNIT = /(分|点|points?|pts?|punkte|puntos|pontos|poin|điểm|diem)$/i;

/** How a text with a number in it begins; most texts are ruled out by it. */
const BEGINS = /^\s*[-+−.,\d≥≤＞＜><=~≈约０-９＋－．]/;

/** The number in a text, or null. Percent texts are read as hundredths where `asFraction`. */
export function textNumber(text: string): { readonly value: number; readonly percent: boolean } | null {
  if (!BEGINS.test(text)) return null;
  const plain = text.normalize("NFKC").replace(/−/g, "-").replace(/\s/g, "").replace(BOUND, "").replace(UNIT, "");
  return /\d/.test(plain) ? numberInText(plain) : null;
}

/** The number in a cell, also where it is written as text; a tick is 1, its absence 0; null for none. */
export function cellNumber(value: CellValue): number | null {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  return typeof value === "string" && value !== "" ? (textNumber(value)?.value ?? null) : null;
}

/** "Quality (20%)", "Service (weight 0.3)" → the number and whether it is percent; null when the header holds none. */
export function weightInText(text: string): { readonly value: number; readonly percent: boolean } | null {
  const plain = text.normalize("NFKC");
  const percent = /(\d+(?:[.,]\d+)?)\s*%/.exec(plain)?.[1];
  if (percent !== undefined) return { value: Number(percent.replace(",", ".")), percent: true };
  const said = /[([]\s*(?:w|weight|权重|peso|gewicht|poids|bobot)\s*[=:]?\s*(\d+(?:[.,]\d+)?)\s*[)\]]/i.exec(
    plain,
  )?.[1];
  return said === undefined ? null : { value: Number(said.replace(",", ".")), percent: false };
}
