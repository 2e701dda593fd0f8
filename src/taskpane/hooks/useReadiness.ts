/** Whether this Excel can run Evenhand. */
import { useEffect, useState } from "react";
import type { Commands, Problem } from "../../commands/types";
import { unexpected } from "./useRunner";

/** Null while asking; a problem when this Excel cannot run Evenhand. */
export function useReadiness(commands: Commands): { readonly ready: boolean; readonly problem: Problem | null } {
  const [state, setState] = useState<{ ready: boolean; problem: Problem | null }>({ ready: false, problem: null });
  useEffect(() => {
    commands.readiness().then(
      (outcome) => setState({ ready: outcome.ok, problem: outcome.ok ? null : outcome.problem }),
      (error: unknown) => setState({ ready: false, problem: unexpected(error) }),
    );
  }, [commands]);
  return state;
}
