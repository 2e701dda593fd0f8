/**
 * Sheets of one shape: one form a person, one department or one month a sheet. Told by the heads, which are read with the open
 * sheet; whether they really are is seen when all of them are read.
 */
import type { BlockJudgement } from "../assessment";
import { headerForm } from "../recognise/blocks/lexicon";
import type { BlockReading } from "../recognise/blocks/readBlocks";
import { Grid, plainText } from "../recognise/grid";
import type { SheetHead, SnapshotSheet } from "../recognise/snapshot";

/** Share of the header's texts that must stand in the same columns. */
const ALIKE = 0.6;
const LEAST_TEXTS = 2;

/** Column → text of the header row, without the names of whoever is rated. */
export type Shape = ReadonlyMap<number, string>;

/** A numbered or dated header is another one on every sheet. */
const isTelling = (form: string): boolean => form !== "" && !/^\d+$/.test(form);

/** The header texts of a block by column, in their plain form; names of people across are left out. */
export function shapeOf(grid: Grid, { rect, headerRows, understood }: BlockReading): Shape {
  const row = headerRows.at(-1) ?? rect.row;
  const names = new Set(understood.layout === "matrix" ? [] : understood.subjects.map(({ cell }) => cell.column));
  const texts = Array.from({ length: rect.columns }, (_, i): [number, string] => {
    const column = rect.column + i;
    return [column, names.has(column) ? "" : headerForm(grid.text(row, column))];
  });
  return new Map(texts.filter(([, form]) => isTelling(form)));
}

/** Whether most of the header's texts stand in the same columns of a row. */
export function isAlike(shape: Shape, textAt: (column: number) => string): boolean {
  if (shape.size < LEAST_TEXTS) return false;
  let same = 0;
  for (const [column, form] of shape) if (headerForm(textAt(column)) === form) same += 1;
  return same >= LEAST_TEXTS && same >= shape.size * ALIKE;
}

/** The block that stands for its sheet: the first one that has results. */
export const mainBlock = (blocks: readonly BlockJudgement[]): BlockJudgement | undefined =>
  blocks.find(({ reading, results }) => reading.refusal === null && results.length > 0);

/** Names of the other sheets whose head looks like the header of the open sheet's block, in their order; empty for none. */
export function sheetsAlike(
  sheet: SnapshotSheet,
  blocks: readonly BlockJudgement[],
  heads: readonly SheetHead[],
): readonly string[] {
  const main = mainBlock(blocks);
  if (main === undefined) return [];
  const shape = shapeOf(new Grid(sheet), main.reading);
  return heads
    .filter(({ column, values }) =>
      values.some((row) => isAlike(shape, (wanted) => plainText(row[wanted - column] ?? ""))),
    )
    .map(({ name }) => name);
}
