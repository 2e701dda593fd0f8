/** Short ways to say how a command ended. */
import type { Problem } from "../core/model/problem";
import type { Message, MessageParams } from "../core/model/message";
import type { Outcome, UndoToken } from "./types";

export const succeeded = <T>(value: T, did: readonly Message[] = [], undo?: UndoToken): Outcome<T> =>
  undo === undefined ? { ok: true, value, did } : { ok: true, value, did, undo };

export const stopped = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem,
});

/** A problem with the words `commands.<key>` and `commands.<key>.next`. */
export const problemNamed = (key: string, params: MessageParams = {}): Problem => ({
  what: { key: `commands.${key}`, params },
  next: { key: `commands.${key}.next`, params },
});
