/** All blocks of a sheet: what each is, what its weights are, or why no weighted total can be made of it. */
import type { Rect } from "../../model/a1";
import { rectAddress } from "../../model/a1";
import type { Grid } from "../grid";
import type { SnapshotSheet } from "../snapshot";
import { weightsOfBlock, type BlockWeights } from "./family";
import { interpret } from "./interpret";
import type { RefusalCode, Understood } from "./model";
import { regionsOf, type Region } from "./regions";

export interface BlockReading {
  readonly sheet: string;
  /** The sheet's name; with the range where the sheet has several blocks. */
  readonly name: string;
  readonly rect: Rect;
  readonly headerRows: readonly number[];
  readonly understood: Understood;
  readonly weights: BlockWeights;
  /** null: totals can be computed. */
  readonly refusal: RefusalCode | null;
}

const rectOf = ({ top, bottom, columns }: Region): Rect => {
  const [first, last] = [columns[0] ?? 0, columns.at(-1) ?? 0];
  return { row: top, column: first, rows: bottom - top + 1, columns: last - first + 1 };
};

function readingOf(grid: Grid, sheet: SnapshotSheet, region: Region): BlockReading {
  const understood = interpret(grid, sheet, region);
  const weights = weightsOfBlock(grid, understood);
  const refusal = understood.refusal ?? (weights.scale === null ? "mixedWeights" : null);
  const { headerRows } = region;
  return { sheet: sheet.name, name: sheet.name, rect: rectOf(region), headerRows, understood, weights, refusal };
}

/** Reads every block of a sheet; an empty list where nothing looks like a table. */
export function readBlocks(grid: Grid, sheet: SnapshotSheet): readonly BlockReading[] {
  const readings = regionsOf(grid, sheet).map((region) => readingOf(grid, sheet, region));
  const scorecards = readings.filter(({ refusal }) => refusal !== "notAScorecard").length;
  return scorecards < 2
    ? readings
    : readings.map((reading) => ({ ...reading, name: `${sheet.name} ${rectAddress(reading.rect)}` }));
}
