import type { SameKeys } from "../dictionary";
import type { commands as en } from "../en/commands";

export const commands: SameKeys<typeof en> = {};
