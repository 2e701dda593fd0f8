/** Full marks that stand bare behind the names of criteria: "Attendance 10 | Quality 40 | Output 50 | Total 100". */
import type { Grid } from "../grid";
import type { Column } from "./columns";
import type { ItemWeight } from "./model";

/** A name with a number at its end; null for any other header. */
function markOf(header: string): number | null {
  const mark = /[^\d\s.,:/-]\s*[-–/:]?\s*(\d{1,3})$/.exec(header.trim())?.[1];
  return mark === undefined ? null : Number(mark);
}

const LEAST = 2;
const WHOLE = 100;

/**
 * The full marks by column; none where a criterion has no number, or the numbers come neither to the one behind the total's name nor
 * to 100: "Test 1", "Test 2" are names.
 */
export function bareMarks(
  grid: Grid,
  scores: readonly Column[],
  total: Column | undefined,
): ReadonlyMap<number, ItemWeight> {
  const marks = scores.map(({ header }) => markOf(header));
  const sum = marks.reduce((all: number, mark) => all + (mark ?? 0), 0);
  const whole = total === undefined ? null : markOf(total.header);
  const isWhole = sum === WHOLE || (whole !== null && sum === whole);
  const areAll = marks.every((mark) => mark !== null && mark > 0);
  if (scores.length < LEAST || !areAll || !isWhole) return new Map();
  return new Map(
    scores.map(({ column, headerRow }, i) => [
      column,
      { value: marks[i] ?? null, raw: grid.at(headerRow, column), cell: { row: headerRow, column } },
    ]),
  );
}
