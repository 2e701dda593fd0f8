/**
 * Ticks and crosses under columns of levels ("5 | 4 | 3", "Good (4)"): the one in a row says which level was reached, and counts as
 * that level's points.
 */
import type { CellValue, SnapshotSheet } from "../snapshot";
import { plainText } from "../grid";
import { isLevelHead } from "./levels";
import { cellNumber } from "./numbers";

/** Larger sheets are no forms to tick. */
const MOST_CELLS = 40_000;
const LEAST_LEVELS = 3;
const MOST_LEVELS = 11;
const LEAST_TICKED = 3;
/** Points of a level; years and amounts are none. */
const MOST_POINTS = 100;

const TICK = /^(?:[xX×✗✘vV✓✔√☑☒●•■◆*]|\[[xX]\]|\([xX]\))$/u;

/** A mark that says "this one"; TRUE is one, too. */
export const isTick = (value: CellValue): boolean =>
  value === true || (typeof value === "string" && value.length <= 4 && TICK.test(value.trim()));

const isNothing = (value: CellValue): boolean => value === false || (typeof value === "string" && value.trim() === "");

/** The points that the head of a level says: a number, or the only number beside its name. */
export function pointsOfHead(value: CellValue): number | null {
  if (typeof value === "boolean") return null;
  const plain = cellNumber(value);
  if (plain !== null) return plain >= 0 && plain <= MOST_POINTS ? plain : null;
  const text = plainText(value);
  const numbers = text.match(/\d+(?:[.,]\d+)?/g) ?? [];
  const [only] = numbers;
  return numbers.length === 1 && only !== undefined && isLevelHead(text) ? Number(only.replace(",", ".")) : null;
}

interface Levels {
  /** Offsets of the columns in the used part. */
  readonly columns: readonly number[];
  readonly points: readonly number[];
}

/** Runs of neighbouring cells in a row that say points of levels, all different. */
function levelsIn(row: readonly CellValue[]): Levels | null {
  let best: Levels | null = null;
  for (let from = 0; from < row.length; from += 1) {
    const points: number[] = [];
    for (let at = from; at < row.length; at += 1) {
      const own = pointsOfHead(row[at] ?? "");
      if (own === null || points.includes(own)) break;
      points.push(own);
    }
    // Days of a month are no levels.
    const areLevels = points.length >= LEAST_LEVELS && points.length <= MOST_LEVELS;
    if (areLevels && points.length > (best?.points.length ?? 0))
      best = { columns: points.map((_, i) => from + i), points };
    from += Math.max(0, points.length - 1);
  }
  return best;
}

/** Rows under the levels with their tick; null where something else stands there, or a row has two ticks. */
function tickedRows(
  values: readonly (readonly CellValue[])[],
  from: number,
  { columns }: Levels,
): ReadonlyMap<number, number> | null {
  const found = new Map<number, number>();
  for (let row = from; row < values.length; row += 1) {
    const cells = columns.map((column) => values[row]?.[column] ?? "");
    if (cells.some((value) => !isTick(value) && !isNothing(value))) break;
    const ticks = cells.filter(isTick).length;
    if (ticks > 1) return null;
    if (ticks === 1) found.set(row, cells.findIndex(isTick));
  }
  return found.size >= LEAST_TICKED ? found : null;
}

/** Whether the points stand in a column right of the ticks already; right of boxes any number is what they come to. */
function areWritten(
  values: readonly (readonly CellValue[])[],
  rows: ReadonlyMap<number, number>,
  { columns, points }: Levels,
): boolean {
  const width = Math.max(...[...rows.keys()].map((row) => values[row]?.length ?? 0));
  for (let column = (columns.at(-1) ?? 0) + 1; column < width; column += 1)
    if (
      [...rows].every(([row, level]) => {
        const own = cellNumber(values[row]?.[column] ?? "");
        return own !== null && (own === points[level] || values[row]?.[columns[level] ?? 0] === true);
      })
    )
      return true;
  return false;
}

/** A sheet on which ticks under levels with points are these points; the sheet itself where there are none. */
export function withTicksAsPoints(sheet: SnapshotSheet): SnapshotSheet {
  const { used, values } = sheet;
  if (used === null || used.rows * used.columns > MOST_CELLS) return sheet;
  if (!values.some((row) => row.some(isTick))) return sheet;
  let made: CellValue[][] | null = null;
  for (let row = 0; row + LEAST_TICKED < values.length; row += 1) {
    const levels = levelsIn(values[row] ?? []);
    const ticked = levels === null ? null : tickedRows(values, row + 1, levels);
    if (levels === null || ticked === null || areWritten(values, ticked, levels)) continue;
    made ??= values.map((cells) => [...cells]);
    for (const [at, level] of ticked)
      levels.columns.forEach((column, i) => {
        const line = made?.[at];
        if (line !== undefined) line[column] = i === level ? (levels.points[i] ?? "") : "";
      });
    row = Math.max(...ticked.keys());
  }
  return made === null ? sheet : { ...sheet, values: made, ticked: true };
}
