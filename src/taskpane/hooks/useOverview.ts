/** What stands on the open sheet; read again on events, the last answer staying visible meanwhile. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { Commands, Problem, SheetChange, SheetOverview } from "../../commands/types";
import { unexpected } from "./useRunner";

export interface OverviewState {
  readonly overview: SheetOverview | null;
  readonly problem: Problem | null;
  readonly reread: () => Promise<void>;
  /** Why watching stopped by itself. */
  readonly unwatched: Problem | null;
}

export function useOverview(commands: Commands, ready: boolean): OverviewState {
  const [overview, setOverview] = useState<SheetOverview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [unwatched, setUnwatched] = useState<Problem | null>(null);
  const latest = useRef(0);

  const reread = useCallback(async () => {
    const turn = ++latest.current;
    try {
      const outcome = await commands.overview();
      if (turn !== latest.current) return;
      setProblem(outcome.ok ? null : outcome.problem);
      if (outcome.ok) setOverview(outcome.value);
    } catch (error) {
      if (turn === latest.current) setProblem(unexpected(error));
    }
  }, [commands]);

  const follow = useCallback(
    async (change: SheetChange) => {
      const turn = ++latest.current;
      try {
        const outcome = await commands.watchStep(change);
        // Why watching stopped is said also when something newer is being read.
        if (outcome.ok && outcome.value.stopped !== null) setUnwatched(outcome.value.stopped);
        if (turn !== latest.current) return;
        setProblem(outcome.ok ? null : outcome.problem);
        if (outcome.ok) setOverview(outcome.value.overview);
      } catch (error) {
        if (turn === latest.current) setProblem(unexpected(error));
      }
    },
    [commands],
  );

  useEffect(() => {
    if (!ready) return undefined;
    const first = setTimeout(() => void reread(), 0);
    const stop = commands.onSheetEvent((change) => void follow(change));
    return () => {
      clearTimeout(first);
      stop();
    };
  }, [commands, follow, ready, reread]);

  return { overview, problem, reread, unwatched: overview?.watched === true ? null : unwatched };
}
