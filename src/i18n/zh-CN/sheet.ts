import type { SameKeys } from "../dictionary";
import type { sheet as en } from "../en/sheet";

export const sheet: SameKeys<typeof en> = {};
