import type { Rect } from "./a1";

/** Where something stands in the workbook. */
export interface Location {
  readonly sheet: string;
  readonly rect: Rect;
}
