import type { Dictionary } from "../dictionary";

export const sheet = {} satisfies Dictionary;
