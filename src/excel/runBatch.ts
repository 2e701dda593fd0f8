/**
 * The one door to Excel: one run per command, waiting for a cell that is being edited, as one step of undo where Excel can.
 * Errors come back as problems in words; nothing is thrown.
 */
import type { Problem } from "../core/model/problem";
import { hasUndoGroups, readinessProblem } from "./capabilities";
import { problemOf } from "./errors";

export type Done<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem; readonly cause?: unknown };

export const done = <T>(value: T): Done<T> => ({ ok: true, value });
export const failed = (problem: Problem): Done<never> => ({ ok: false, problem });

/** One at a time: a second command waits for the first, so that their writes never mix. */
let queue: Promise<unknown> = Promise.resolve();

function runOptions(writes: boolean): Excel.RunOptions {
  // mergeUndoGroup is newer than our base; older clients would refuse the option.
  return writes && hasUndoGroups() ? { delayForCellEdit: true, mergeUndoGroup: true } : { delayForCellEdit: true };
}

/**
 * Runs a batch.
 * @param batch gets Excel's request context; decides nothing between two syncs
 * @param writes false for reading only: no undo group is made
 */
export async function runBatch<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  writes = true,
): Promise<Done<T>> {
  const problem = readinessProblem();
  if (problem !== null) return failed(problem);
  const run = queue.then(async (): Promise<Done<T>> => {
    try {
      return done(await Excel.run(runOptions(writes), batch));
    } catch (error) {
      return { ok: false, problem: problemOf(error), cause: error };
    }
  });
  queue = run;
  return run;
}
