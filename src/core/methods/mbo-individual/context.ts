/** What the sheets of the workbook need to know of each other. */
import type { MethodContext } from "../../blueprint/methodWorkbook";
import type { TablePlacement } from "../../blueprint/tableSheet";
import type { CellStyle, NameBlueprint, SheetBlueprint } from "../../blueprint/types";
import { type Headers } from "../../formulas/byKey";
import type { SampleGoal } from "./sample";

/** A row of the Goals table: empty, or with a goal of the sample. */
export interface PlacedGoal {
  readonly id: string;
  readonly person: string;
  readonly sample: SampleGoal | null;
}
export interface MboContext extends MethodContext {
  readonly goals: readonly PlacedGoal[];
}
export interface SheetParts {
  readonly sheet: SheetBlueprint;
  readonly table: TablePlacement;
  readonly headers: Headers;
  readonly names: readonly NameBlueprint[];
}

export const WRAP: CellStyle = { wrap: true };
export const NUMBER: CellStyle = { numberFormat: "General", horizontal: "Right" };
export const WHOLE: CellStyle = { numberFormat: "0" };
export const POINTS: CellStyle = { numberFormat: "0.00" };
export const SHARE: CellStyle = { numberFormat: "0%" };
export const DATE: CellStyle = { numberFormat: "yyyy-mm-dd", horizontal: "Left" };
export const BOLD: CellStyle = { font: { bold: true } };
