import { problemNamed, stopped } from "./outcomes";
import type { Outcome } from "./types";
import type { Session } from "./session";
export const removeSample = (_session: Session): Promise<Outcome<{ readonly rows: number }>> =>
  Promise.resolve(stopped(problemNamed("sample.none")));
