import type { Dictionary } from "../dictionary";

export const commands = {} satisfies Dictionary;
