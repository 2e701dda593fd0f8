/** All blocks of a sheet: what each is, what its weights are, or why no weighted total can be made of it. */
import type { Rect } from "../../model/a1";
import { rectAddress } from "../../model/a1";
import type { Grid } from "../grid";
import type { SnapshotSheet } from "../snapshot";
import { weightsOfBlock, type BlockWeights } from "./family";
import { interpret } from "./interpret";
import { joinForms } from "./joinedForms";
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

/** The items of a block with the weights of the same criteria in another block; null where that one has not all of them. */
function borrowed(own: BlockReading, other: BlockReading): Understood | null {
  const items = own.understood.items.map((item) => {
    const same = other.understood.items.find(({ name }) => name === item.name && name !== "");
    return same?.weight.value == null ? null : { ...item, weight: same.weight };
  });
  const found = items.flatMap((item) => item ?? []);
  const weight = other.understood.roles.weight;
  if (found.length < 2 || found.length < items.length || weight === undefined) return null;
  const { roles, weightHeader } = { roles: own.understood.roles, weightHeader: other.understood.weightHeader };
  return { ...own.understood, items: found, roles: { ...roles, weight }, weightHeader, refusal: null };
}

/** Weights stand once on a sheet, in a table of criteria say, and count for every block on the same criteria. */
function withWeightsOfOthers(grid: Grid, readings: readonly BlockReading[]): readonly BlockReading[] {
  return readings.map((reading) => {
    if (reading.refusal !== "noWeights") return reading;
    for (const other of readings) {
      const understood = other === reading ? null : borrowed(reading, other);
      if (understood === null) continue;
      const weights = weightsOfBlock(grid, understood);
      return { ...reading, understood, weights, refusal: weights.scale === null ? "mixedWeights" : null };
    }
    return reading;
  });
}

/** Reads every block of a sheet; an empty list where nothing looks like a table. */
export function readBlocks(grid: Grid, sheet: SnapshotSheet): readonly BlockReading[] {
  const apart = withWeightsOfOthers(
    grid,
    regionsOf(grid, sheet).map((region) => readingOf(grid, sheet, region)),
  );
  const readings = joinForms(grid, apart);
  // Legends and label lines beside a scorecard are no blocks of their own.
  const scorecards = readings.filter(({ refusal }) => refusal !== "notAScorecard");
  if (scorecards.length === 0) return readings;
  return scorecards.length === 1
    ? scorecards
    : scorecards.map((reading) => ({ ...reading, name: `${sheet.name} ${rectAddress(reading.rect)}` }));
}
