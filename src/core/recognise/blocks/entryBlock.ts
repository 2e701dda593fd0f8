/** Where the scores of a block stand, for marks: rows without totals and headings between them, columns, and their labels. */
import type { EntryBlock } from "../../model/scorecard";
import type { Grid } from "../grid";
import { saysEvidence } from "../words";
import type { BlockReading } from "./readBlocks";

/** Rows that hold scores, top to bottom. */
function rowsOf({ understood }: Pick<BlockReading, "understood">): readonly number[] {
  const { layout, subjects } = understood;
  if (layout === "matrix") return subjects.map(({ cell }) => cell.row);
  const rows = new Set<number>();
  for (const { scores } of subjects) for (const cell of scores) if (cell !== null) rows.add(cell.row);
  return [...rows].sort((a, b) => a - b);
}

function columnsOf({ understood }: BlockReading): readonly number[] {
  const { layout, subjects } = understood;
  const columns = new Set<number>();
  const sample = layout === "matrix" ? subjects.slice(0, 1) : subjects;
  for (const { scores } of sample) for (const cell of scores) if (cell !== null) columns.add(cell.column);
  return [...columns].sort((a, b) => a - b);
}

/** Runs of rows; one that only empty rows part goes on, for a mark accuses no empty row. */
function spansOf(grid: Grid, rows: readonly number[], label: number, columns: readonly number[]): EntryBlock["spans"] {
  const isEmpty = (row: number): boolean =>
    grid.blank(row, label) && columns.every((column) => grid.blank(row, column));
  const spans: { firstRow: number; rows: number }[] = [];
  for (const row of rows) {
    const last = spans.at(-1);
    const next = last === undefined ? row : last.firstRow + last.rows;
    let isGap = last === undefined;
    for (let between = next; between < row && !isGap; between += 1) isGap = !isEmpty(between);
    if (last === undefined || isGap) spans.push({ firstRow: row, rows: 1 });
    else last.rows = row - last.firstRow + 1;
  }
  return spans;
}

/** The column of what results rest on; a column of mere remarks is none. */
function evidenceColumn(grid: Grid, { understood, headerRows, rect }: BlockReading): number | undefined {
  const header = headerRows.at(-1) ?? rect.row;
  const says = (column: number): boolean => saysEvidence(grid.text(header, column));
  if (understood.layout === "matrix") return (understood.roles.evidence ?? []).map(({ column }) => column).find(says);
  // Beside the lines of a plan "the basis" is where their data come from; and an empty column has no role there.
  const isBasis = (column: number): boolean => grid.text(header, column).includes("依据");
  const isWords = (column: number): boolean => rowsOf({ understood }).every((row) => grid.number(row, column) === null);
  return Array.from({ length: rect.columns }, (_, i) => rect.column + i).find(
    (at) => says(at) && !isBasis(at) && isWords(at),
  );
}

/** Whether each row holds one score at most, so that what stands beside it speaks of that score. */
function hasRowEach({ subjects }: BlockReading["understood"]): boolean {
  const rows = subjects.flatMap(({ scores }) => scores.flatMap((cell) => cell?.row ?? []));
  return new Set(rows).size === rows.length;
}

/** Null where a block holds no scores. */
export function entryBlock(grid: Grid, reading: BlockReading): EntryBlock | null {
  const { understood } = reading;
  const [rows, columns] = [rowsOf(reading), columnsOf(reading)];
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined || columns.length === 0) return null;
  const byPerson = understood.layout === "matrix" || understood.layout === "long";
  const label = (byPerson ? understood.subjects[0] : understood.items[0])?.cell.column ?? 0;
  const spans = spansOf(grid, rows, label, columns) ?? [];
  const second = understood.layout === "long" ? understood.roles.criterion?.[0]?.column : undefined;
  const block = {
    sheet: grid.name,
    firstRow: first,
    rows: last - first + 1,
    personColumn: label,
    labels: byPerson ? ("people" as const) : ("criteria" as const),
    ...(second === undefined ? {} : { secondColumn: second }),
    columns,
  };
  const isBeside = understood.layout === "matrix" || hasRowEach(understood);
  const evidence = isBeside ? evidenceColumn(grid, reading) : undefined;
  return {
    ...block,
    ...(spans.length > 1 ? { spans } : {}),
    ...(evidence === undefined ? {} : { evidenceColumn: evidence }),
  };
}
