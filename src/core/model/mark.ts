import type { RuleFormula } from "../blueprint/types";
import type { Rect } from "./a1";
import type { Severity } from "./finding";

/** Begins the constant by which a mark is known inside its formula: N("evenhand:W01")=0. */
export const MARK_PREFIX = "evenhand:";

/**
 * A mark on a sheet of the user: one conditional format over a whole column or row of the block, whose formula looks only
 * at its own row, so that sorting keeps it right. The look follows from the severity.
 */
export interface MarkPlan {
  readonly rule: string;
  readonly severity: Severity;
  readonly sheet: string;
  readonly rect: Rect;
  /** A1 relative to the rect's first cell; holds the constant with MARK_PREFIX. */
  readonly formula: RuleFormula;
}
