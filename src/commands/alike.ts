/** Sheets of the workbook that look like the open one. */
import { sheetsAlike } from "../core/family/sheetShape";
import type { SnapshotSheet } from "../core/recognise/snapshot";
import type { Reading } from "./readSheet";

export const openSheetOf = ({ snapshot }: Pick<Reading, "snapshot">): SnapshotSheet | undefined =>
  snapshot.sheets.find(({ name }) => name === snapshot.activeSheet);

/** The other sheets that look like the open one, as far as their heads tell. */
export function alikeIn(reading: Reading): readonly string[] {
  const sheet = openSheetOf(reading);
  const { assessment, snapshot } = reading;
  return sheet === undefined || assessment.kind !== "recognised"
    ? []
    : sheetsAlike(sheet, assessment.blocks, snapshot.heads ?? []);
}
