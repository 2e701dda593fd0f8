/** Numbers as people write them in scorecards: "7.60分", "≥95%", "0,6", "20 %", "about"-signs before, units behind. */
import { numberInText } from "../grid";
import type { CellValue } from "../snapshot";

const BOUND = /^(>=|<=|[≥≤＞＜><=~≈约])+/;
const UNIT = /(分|点|points?|pts?|punkte|punten|puan|puntos|pontos|poin|điểm|diem|балл(?:а|ов)?)$/i;

/** How a text with a number in it begins; most texts are ruled out by it. */
const BEGINS = /^\s*[-+−.,\d≥≤＞＜><=~≈约０-９＋－．%％]/;
/** "%40", as in Turkish. */
const PERCENT_FIRST = /^%(\d+(?:[.,]\d+)?)$/;

/** The number in a text, or null. Percent texts are read as hundredths where `asFraction`. */
export function textNumber(text: string): { readonly value: number; readonly percent: boolean } | null {
  if (!BEGINS.test(text)) return null;
  const plain = text
    .normalize("NFKC")
    .replace(/−/g, "-")
    .replace(/\s/g, "")
    .replace(BOUND, "")
    .replace(UNIT, "")
    .replace(PERCENT_FIRST, "$1%");
  return /\d/.test(plain) ? numberInText(plain) : null;
}

/** The number in a cell, also where it is written as text; a tick is 1, its absence 0; null for none. */
export function cellNumber(value: CellValue): number | null {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  return typeof value === "string" && value !== "" ? (textNumber(value)?.value ?? null) : null;
}

/** A weight in the text of a header. */
export interface HeaderWeight {
  readonly value: number;
  readonly percent: boolean;
  /** Full marks: "Work results (40 points)". */
  readonly points: boolean;
}
const NUMBER = String.raw`(\d+(?:[.,]\d+)?)`;
const SAID = new RegExp(
  String.raw`[([]\s*(?:w|weight|权重|peso|gewicht|weging|ağırlık|poids|bobot|вес)\s*[=:]?\s*${NUMBER}\s*[)\]]`,
  "i",
);
/** Full marks in brackets; a range ("1-5 points") is a scale and no weight. */
const FULL_MARKS = new RegExp(
  String.raw`[([]\s*(?:满分|max(?:imum)?\.?|out of|máx(?:imo)?\.?|макс\.?|до)?\s*[=:]?\s*${NUMBER}\s*` +
    String.raw`(?:分|points?|pts?\.?|marks?|punkte|punten|puan|puntos|pontos|điểm|poin|балл(?:а|ов)?)\s*[)\]]`,
  "i",
);
/** "技术分50分": full marks behind a name. */
const CHINESE_MARKS = /^[\u3400-\u9fff]{2,}\s*(\d+(?:\.\d+)?)\s*分$/;
/** "Cost (x3)", "Price (×2)": how often a criterion counts. */
const TIMES = /[([]\s*[x×*]\s*(\d+(?:[.,]\d+)?)\s*[)\]]/i;
/** "Kalite (%50)" */
const LEADING_PERCENT = /(?:^|[\s([])%(\d{1,2}(?:[.,]\d+)?|100)(?![\d.,])/;
const numberOf = (text: string): number => Number(text.replace(",", "."));

/** "Quality (20%)", "Service (weight 0.3)", "Results (40 points)"; null when the header holds none. */
export function weightInText(text: string): HeaderWeight | null {
  const plain = text.normalize("NFKC");
  const percent = (/(\d+(?:[.,]\d+)?)\s*%/.exec(plain) ?? LEADING_PERCENT.exec(plain))?.[1];
  if (percent !== undefined) return { value: numberOf(percent), percent: true, points: false };
  const said = (SAID.exec(plain) ?? TIMES.exec(plain))?.[1];
  if (said !== undefined) return { value: numberOf(said), percent: false, points: false };
  const marks = (FULL_MARKS.exec(plain) ?? CHINESE_MARKS.exec(plain))?.[1];
  return marks === undefined ? null : { value: numberOf(marks), percent: false, points: true };
}
