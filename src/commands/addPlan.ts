import { problemNamed, stopped } from "./outcomes";
import type { Outcome } from "./types";
import type { Session } from "./session";
export const addPlan = (
  _session: Session,
  _request: unknown,
  _options: unknown,
): Promise<Outcome<{ readonly entrySheet: string }>> => Promise.resolve(stopped(problemNamed("plan.none")));
