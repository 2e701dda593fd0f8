import type { Dictionary } from "../dictionary";

export const pane = {} satisfies Dictionary;
