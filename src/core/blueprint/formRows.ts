/** The rows of one person's block in an entry form, and how high they are. */
import type { FormPart } from "../formulas/formFormulas";

/** Height of a row in points, by what it is. */
const HEIGHTS: Readonly<Record<FormPart, number>> = {
  head: 30,
  line: 30,
  total: 24,
  managerSays: 60,
  employeeSays: 60,
  signatures: 48,
};
/** What stands under the lines. */
export const ROWS_AFTER: readonly FormPart[] = ["total", "managerSays", "employeeSays", "signatures"];
/** Rows of a block that are no lines: the name above them, and what stands under them. */
export const FORM_ROWS_AROUND = 1 + ROWS_AFTER.length;

/** Heights of the rows of one person's block in points. */
export const formHeights = (lines: number): readonly number[] => [
  HEIGHTS.head,
  ...Array.from({ length: Math.max(0, lines) }, () => HEIGHTS.line),
  ...ROWS_AFTER.map((part) => HEIGHTS[part]),
];
