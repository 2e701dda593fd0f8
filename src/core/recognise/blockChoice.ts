/**
 * Which of several blocks of a sheet a person wants scored. Kept by a print of the block's header, as answers are, so that it
 * holds when rows are put in above, and is void when the header is gone: then all blocks count again.
 */
import { printOf } from "../acceptance/fingerprint";
import type { BlockReading } from "./blocks/readBlocks";
import { headerForm } from "./blocks/lexicon";
import type { Grid } from "./grid";

export interface BlockChoice {
  readonly print: string;
  /** Which of several blocks with the same header, from 0. */
  readonly nth: number;
}

/** The header's texts from left to right; of a block without one, those of its first row. */
function printOfBlock(grid: Grid, { rect, headerRows }: BlockReading): string {
  const row = headerRows.at(-1) ?? rect.row;
  const texts = Array.from({ length: rect.columns }, (_, i) => headerForm(grid.text(row, rect.column + i)));
  return printOf(texts.filter((text) => text !== "").join("\n"));
}

/** What each block is known by, in their order. */
export function blockChoices(grid: Grid, readings: readonly BlockReading[]): readonly BlockChoice[] {
  const seen = new Map<string, number>();
  return readings.map((reading) => {
    const print = printOfBlock(grid, reading);
    const nth = seen.get(print) ?? 0;
    seen.set(print, nth + 1);
    return { print, nth };
  });
}

/** The place of the chosen block; null where all count: none was chosen, or it is not there any more. */
export function chosenBlock(
  grid: Grid,
  readings: readonly BlockReading[],
  choice: BlockChoice | null | undefined,
): number | null {
  if (choice == null || readings.length < 2) return null;
  const at = blockChoices(grid, readings).findIndex(({ print, nth }) => print === choice.print && nth === choice.nth);
  return at < 0 ? null : at;
}
