/** Lines over a table that tell whose it is and of when, label by label; they look like headers and head nothing. */
import type { SheetRole } from "./dictionary";
import { says } from "./lexicon";

const LABELS: readonly SheetRole[] = ["person", "department", "period", "id", "rater"];
const isLabel = (text: string): boolean => LABELS.some((role) => says(text, role));

/**
 * "Name | Person A | Period | 2026 | Reports to | Person B": labels at every second place, and what they say between them.
 * @param texts the texts of a row, left to right
 */
export function areLabelsInTurn(texts: readonly string[]): boolean {
  const [labels, values] = [texts.filter((_, i) => i % 2 === 0), texts.filter((_, i) => i % 2 === 1)];
  const isFirst = labels[0] !== undefined && isLabel(labels[0]);
  return isFirst && labels.filter(isLabel).length >= 2 && !values.every(isLabel);
}

/** What a line for signatures and dates begins with, or holds. */
export const SIGNED =
  /_{3,}|\.{4,}|^(?:signature|signed|prepared by|approved by|reviewed by|firma|assinatura|unterschrift|handtekening|imza|tanda tangan|chữ ký|签名|签字|制表|审核|审批)|(?:签名|签字)\s*[:：]?$/i;
