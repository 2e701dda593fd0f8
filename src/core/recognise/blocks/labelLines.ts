/** Lines over a table that tell whose it is and of when, label by label; they look like headers and head nothing. */
import type { SheetRole } from "./dictionary";
import { hear, says } from "./lexicon";

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

/** "Employee | Person A", "Department: | Sales": a label, and beside it what no header says. */
export function isLabelPair(label: string, value: string): boolean {
  if (/[:：]\s*$/.test(label)) return label.length <= LONGEST_LABEL;
  const isHead = hear(value).sure === 1 && hear(value).roles.length > 0;
  return !isHead && LABELS.some((role) => says(label, role, 1));
}
const LONGEST_LABEL = 40;

/** What a line for signatures and dates begins with, or holds. */
export const SIGNED =
  /_{3,}|\.{4,}|^(?:signature|signed|prepared by|approved by|reviewed by|firma|assinatura|unterschrift|handtekening|imza|tanda tangan|chữ ký|签名|签字|制表|审核|审批)|(?:签名|签字)\s*[:：]?$/i;
