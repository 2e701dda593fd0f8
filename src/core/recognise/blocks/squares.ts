/** Squares of comparisons: the same names across and down, each compared with each. */
import type { Grid } from "../grid";
import { cellNumber } from "./numbers";

export interface Square {
  /** Column of the names that stand down. */
  readonly label: number;
  /** Columns of the same names across, left to right. */
  readonly names: readonly number[];
}

/** Names that are numbers stand in many tables; of so few no square is made. */
const LEAST_NUMBERED = 3;
const LEAST = 2;
/** Columns that may stand before the names across: a number, a name, what it is. */
const LABELS = 3;

/** A slip or two among the comparisons leaves them comparisons. */
const MIRRORED = 0.8;

/** What a comparison and the one the other way round come to: one value, or a product of one. */
function areMirrored(grid: Grid, row: number, names: readonly number[]): boolean {
  const pairs = names.flatMap((_, i) =>
    names.slice(i + 1).map((column, k) => {
      const [over, under] = [grid.at(row + 1 + i, column), grid.at(row + 2 + i + k, names[i] ?? 0)];
      return [cellNumber(over), cellNumber(under)] as const;
    }),
  );
  if (pairs.some(([a, b]) => a === null || b === null)) return false;
  const most = (fits: readonly boolean[]): boolean => fits.filter(Boolean).length >= fits.length * MIRRORED;
  const whole = (pairs[0]?.[0] ?? 0) + (pairs[0]?.[1] ?? 0);
  const sums = pairs.map(([a, b]) => (a ?? 0) + (b ?? 0) === whole);
  return most(sums) || most(pairs.map(([a, b]) => Math.abs((a ?? 0) * (b ?? 0) - 1) < 0.1));
}

/** Ones on the diagonal; or nothing on it, where the two halves mirror each other. */
function isCompared(grid: Grid, row: number, names: readonly number[]): boolean {
  const diagonal = names.map((column, i) => grid.at(row + 1 + i, column));
  if (diagonal.every((value) => value === 1)) return true;
  const isNothing = diagonal.every((value) => typeof value === "string" && /^[-–—xX\\/ ]*$/.test(value));
  return isNothing && names.length >= LEAST_NUMBERED && areMirrored(grid, row, names);
}

/** The square whose names stand in a row across; null where there is none. */
export function squareUnder(grid: Grid, row: number, left: number, right: number): Square | null {
  let labels = 0;
  for (let label = left; label < right && labels < LABELS; label += 1) {
    const first = grid.at(row + 1, label);
    if (first === "") continue;
    labels += 1;
    const name = grid.text(row + 1, label);
    let start = label + 1;
    while (start <= right && start <= label + LABELS && grid.text(row, start) !== name) start += 1;
    if (start > right || start > label + LABELS || name === "") continue;
    const names: number[] = [];
    for (let column = start; column <= right; column += 1) {
      const text = grid.text(row, column);
      if (text === "" || grid.text(row + 1 + names.length, label) !== text) break;
      names.push(column);
    }
    // Numbers as names count on from one.
    const isNumbered = cellNumber(first) !== null;
    const said = names.map((column) => grid.text(row, column));
    if (new Set(said).size < said.length || (isNumbered && said.some((text, i) => text !== String(i + 1)))) continue;
    if (names.length >= (isNumbered ? LEAST_NUMBERED : LEAST) && isCompared(grid, row, names)) return { label, names };
  }
  return null;
}
