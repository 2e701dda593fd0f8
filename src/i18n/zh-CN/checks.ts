import type { SameKeys } from "../dictionary";
import type { checks as en } from "../en/checks";

export const checks: SameKeys<typeof en> = {};
