/** Parts a block where several tables stand beside each other: behind an empty column, or where the header begins again. */
import type { Grid } from "../grid";
import { headerForm, says } from "./lexicon";
import { cellNumber } from "./numbers";
import type { Region } from "./regions";

const LEAST_ROWS = 2;
/** Fewest columns of a table that is said again beside itself: number or name, a score, and what it comes to. */
const LEAST_AGAIN = 3;

const headerOf = ({ headerRows, top }: Region): number => headerRows.at(-1) ?? top;

/** What stands in a column under the header: names, numbers, and numbers that count the rows. */
function tally(grid: Grid, region: Region, column: number): Readonly<Record<"texts" | "numbers" | "counting", number>> {
  let [texts, numbers, counting, before] = [0, 0, 0, 0];
  for (let row = headerOf(region) + 1; row <= region.bottom; row += 1) {
    const value = cellNumber(grid.at(row, column));
    if (value !== null) {
      numbers += 1;
      if (numbers === 1 || value === before + 1) counting += 1;
      before = value;
    } else if (grid.text(row, column) !== "") texts += 1;
  }
  return { texts, numbers, counting };
}

/** "No.", "工号" over numbers, or numbers that count the rows: what stands before the names. */
function areRowNumbers(grid: Grid, region: Region, column: number): boolean {
  const { numbers, texts, counting } = tally(grid, region, column);
  if (numbers < LEAST_ROWS || texts > numbers) return false;
  return says(grid.text(headerOf(region), column), "id", 0.8) || counting === numbers;
}

/** Whether columns are a table of their own: names in the first one, or behind row numbers, and numbers. */
function isWhole(grid: Grid, region: Region, columns: readonly number[]): boolean {
  const [first, second] = columns;
  if (first === undefined || second === undefined) return false;
  const header = headerOf(region);
  const isNamed = (column: number | undefined): boolean =>
    column !== undefined && grid.text(header, column) !== "" && tally(grid, region, column).texts >= LEAST_ROWS;
  const isBehind = columns.length > 2 && areRowNumbers(grid, region, first) && isNamed(second);
  const scores = columns.slice(isBehind ? 2 : 0);
  let numbers = 0;
  for (let row = header + 1; row <= region.bottom; row += 1)
    if (scores.some((column) => cellNumber(grid.at(row, column)) !== null)) numbers += 1;
  return (isNamed(first) || isBehind) && numbers >= LEAST_ROWS;
}

/** Columns parted where one is empty throughout. */
function parted(columns: readonly number[]): readonly (readonly number[])[] {
  const groups: number[][] = [[]];
  let before: number | null = null;
  for (const column of columns) {
    if (before !== null && column > before + 1) groups.push([]);
    groups.at(-1)?.push(column);
    before = column;
  }
  return groups;
}

/** Columns parted where the header begins again and names the same throughout ("No. | Name | Score | No. | Name | Score"). */
function saidAgain(grid: Grid, region: Region): readonly (readonly number[])[] | null {
  const { columns } = region;
  const names = columns.map((column) => headerForm(grid.text(headerOf(region), column)));
  const again = names.findIndex((name, i) => i >= LEAST_AGAIN && name !== "" && name === names[0]);
  if (again < 0 || columns.length % again !== 0) return null;
  if (!names.every((name, i) => name === names[i % again])) return null;
  return Array.from({ length: columns.length / again }, (_, i) => columns.slice(i * again, (i + 1) * again));
}

/** The tables of a block from left to right; the block itself where it is one. */
export function sideBySide(grid: Grid, region: Region): Region[] {
  const groups = parted(region.columns);
  // Remarks between two blocks belong to neither.
  const hasNumbers = (columns: readonly number[]): boolean => {
    for (let row = headerOf(region) + 1; row <= region.bottom; row += 1)
      if (columns.some((column) => cellNumber(grid.at(row, column)) !== null)) return true;
    return false;
  };
  const apart = groups.length < 2 ? groups : groups.filter(hasNumbers);
  const areWhole = (own: readonly (readonly number[])[]): boolean =>
    own.length > 1 && own.every((columns) => isWhole(grid, region, columns));
  const again = areWhole(apart) ? null : saidAgain(grid, region);
  const blocks = areWhole(apart) ? apart : again !== null && areWhole(again) ? again : [];
  if (blocks.length < 2) return [region];
  return blocks.map((columns, i) => ({
    ...region,
    columns,
    left: i === 0 ? region.left : (blocks[i - 1]?.at(-1) ?? region.left) + 1,
    right: i === blocks.length - 1 ? region.right : (columns.at(-1) ?? region.right),
  }));
}
