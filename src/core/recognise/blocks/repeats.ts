/**
 * Sheets that go through a calculation step by step say the same names again and again: the criteria over each step, the
 * people beside it. Each step is a block of its own, and nobody in it stands twice.
 */
import type { Grid } from "../grid";
import type { Column } from "./columns";
import { headerForm } from "./lexicon";

/** A test for rows that name again what the header names: in the same columns, or half of its texts and hardly anything else. */
export function headerRepeats(
  grid: Grid,
  headerRows: readonly number[],
): (row: number, texts: readonly number[], numbers: number) => boolean {
  const last = headerRows.at(-1) ?? grid.top;
  const places = new Map(
    grid.columns.flatMap((column): [number, string][] => {
      const form = headerForm(grid.text(last, column));
      return form === "" ? [] : [[column, form]];
    }),
  );
  const names = new Set(places.values());
  const least = Math.max(2, names.size / 2);
  return (row, texts, numbers) => {
    if (names.size < 2 || texts.length < 2) return false;
    const said = texts.map((column) => [column, headerForm(grid.text(row, column))] as const);
    const inPlace = said.filter(([column, form]) => places.get(column) === form).length;
    if (inPlace >= Math.max(3, least)) return true;
    const again = new Set(said.flatMap(([, form]) => (names.has(form) ? [form] : []))).size;
    return numbers === 0 && again >= least && texts.length - again <= 1;
  };
}

/** Fewest names in a row that make a list said again; two people may share a name, three in the same order do not. */
const LEAST_AGAIN = 3;

/** Rows up to where their labels begin again from the first one, in the same order. */
export function untilRepeated(grid: Grid, rows: readonly number[], label: number): readonly number[] {
  const [first] = rows;
  if (first === undefined || rows.length < LEAST_AGAIN * 2) return rows;
  const name = (at: number): string => grid.text(rows[at] ?? -1, label);
  for (let at = LEAST_AGAIN; at + LEAST_AGAIN <= rows.length; at += 1) {
    if (name(at) !== name(0) || name(0) === "") continue;
    let same = 1;
    while (same < LEAST_AGAIN && name(at + same) === name(same)) same += 1;
    if (same === LEAST_AGAIN) return rows.slice(0, at);
  }
  return rows;
}

/** Columns up to where their names begin again ("C1 C2 C3 … C1 C2 C3"): beside the scores stands another step. */
export function untilNamedAgain(columns: readonly Column[]): readonly Column[] {
  const names = columns.map(({ header }) => headerForm(header));
  const again = names.findIndex((name, i) => i >= 2 && name !== "" && name === names[0]);
  if (again < 0) return columns;
  const isSame = names.slice(0, again).every((name, i) => names[again + i] === name);
  return isSame ? columns.slice(0, again) : columns;
}
