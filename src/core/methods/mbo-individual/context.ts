/** What the sheets of the workbook need to know of each other. */
import type { MethodContext } from "../../blueprint/methodWorkbook";
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
