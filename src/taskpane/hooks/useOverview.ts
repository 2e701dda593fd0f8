/** What stands on the open sheet; read again on events, the last answer staying visible meanwhile. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { Commands, Problem, SheetOverview } from "../../commands/types";
import { unexpected } from "./useRunner";

export interface OverviewState {
  readonly overview: SheetOverview | null;
  readonly problem: Problem | null;
  readonly reread: () => Promise<void>;
}

export function useOverview(commands: Commands, ready: boolean): OverviewState {
  const [overview, setOverview] = useState<SheetOverview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
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

  useEffect(() => {
    if (!ready) return undefined;
    const first = setTimeout(() => void reread(), 0);
    const stop = commands.onSheetEvent(() => void reread());
    return () => {
      clearTimeout(first);
      stop();
    };
  }, [commands, ready, reread]);

  return { overview, problem, reread };
}
