import type { Dictionary } from "../dictionary";

export const checks = {} satisfies Dictionary;
