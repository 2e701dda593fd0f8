/** Checks of raters (R), cascade (G), planning (M) and workload (D), in the order of the page; the registry takes this list. */
import type { Check } from "./check";

export const RATER_CHECKS: readonly Check[] = [];
