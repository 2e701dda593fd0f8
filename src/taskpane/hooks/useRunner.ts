/** Runs one command at a time and keeps what the person must know of it: progress, what was done, what went wrong. */
import { useCallback, useRef, useState } from "react";
import type { Outcome, Problem, Progress, RunOptions, UndoToken } from "../../commands/types";
import type { Message } from "../../core/model/message";

export interface Notice {
  readonly did: readonly Message[];
  readonly undo?: UndoToken;
}
export interface Runner {
  readonly busy: boolean;
  readonly progress: Progress | null;
  readonly notice: Notice | null;
  readonly problem: Problem | null;
  /**
   * The value, or null when it failed (the problem is then shown) or another command is still running.
   * Looking around ("look") leaves standing what was said of the last change, so that it can still be taken back.
   */
  readonly run: <T>(
    action: (options: RunOptions) => Promise<Outcome<T>>,
    kind?: "change" | "look",
  ) => Promise<T | null>;
  readonly cancel: () => void;
  readonly announce: (notice: Notice | null) => void;
  readonly dismiss: () => void;
  /** The person goes to another panel: only what can be taken back stays. */
  readonly leave: () => void;
}

/** A thrown error is a bug; the person still gets a sentence and a way on. */
export function unexpected(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  return { what: { key: "pane.unexpected", params: { message } }, next: { key: "pane.unexpected.next" } };
}

export function useRunner(): Runner {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [busy, setBusy] = useState(false);
  const [notice, announce] = useState<Notice | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const controller = useRef<AbortController | null>(null);

  const run = useCallback<Runner["run"]>(async (action, kind = "change") => {
    if (controller.current) return null;
    const own = new AbortController();
    controller.current = own;
    setBusy(true);
    setProblem(null);
    if (kind === "change") announce(null);
    try {
      const outcome = await action({ onProgress: setProgress, signal: own.signal });
      if (!outcome.ok) {
        setProblem(outcome.problem);
        return null;
      }
      if (outcome.did.length > 0)
        announce(outcome.undo ? { did: outcome.did, undo: outcome.undo } : { did: outcome.did });
      return outcome.value;
    } catch (error) {
      setProblem(unexpected(error));
      return null;
    } finally {
      controller.current = null;
      setBusy(false);
      setProgress(null);
    }
  }, []);

  const cancel = useCallback(() => controller.current?.abort(), []);
  const dismiss = useCallback(() => {
    setProblem(null);
    announce(null);
  }, []);
  const leave = useCallback(() => {
    setProblem(null);
    announce((now) => (now?.undo ? now : null));
  }, []);
  return { busy, progress, notice, problem, run, cancel, announce, dismiss, leave };
}
