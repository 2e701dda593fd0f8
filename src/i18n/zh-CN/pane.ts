import type { SameKeys } from "../dictionary";
import type { pane as en } from "../en/pane";

export const pane: SameKeys<typeof en> = {};
