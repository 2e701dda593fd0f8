/** Sentences of an explanation: all stand under one part of the dictionary. */
import type { Message } from "../model/message";

/** A sentence of an explanation, by its name in the dictionary. */
export const message = (name: string, params?: Message["params"]): Message =>
  params === undefined ? { key: `checks.explain.${name}` } : { key: `checks.explain.${name}`, params };
