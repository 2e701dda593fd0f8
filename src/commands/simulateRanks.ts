/**
 * Runs the draws of rank ranges beside the pane: in a worker, or where there is none (or it does not start) in slices
 * between which the pane can paint and hear Cancel.
 */
import { refused, type Computed } from "../core/model/computed";
import { firmnessOf, type Firmness, type FirmnessInput } from "../core/robustness/firmness";

export type ToRankWorker = FirmnessInput;
export type FromRankWorker = { readonly done: number } | { readonly result: Computed<readonly Firmness[]> };

/** A worker that is under way. */
export interface RankWorker {
  /** Sends the work; `heard` is told every answer, `broke` when there will be none. */
  begin(work: ToRankWorker, heard: (answer: FromRankWorker) => void, broke: () => void): void;
  end(): void;
}
/** Starts a worker; null where there are none. */
export type StartWorker = () => RankWorker | null;

const startWorker: StartWorker = () => {
  if (typeof Worker === "undefined") return null;
  const worker = new Worker(new URL("./rankWorker.ts", import.meta.url), { name: "rankWorker" });
  return {
    begin: (work, heard, broke) => {
      worker.addEventListener("message", ({ data }: MessageEvent<FromRankWorker>) => {
        heard(data);
      });
      worker.addEventListener("error", broke);
      worker.postMessage(work);
    },
    end: () => {
      worker.terminate();
    },
  };
};

export interface SimulationRun {
  readonly signal?: AbortSignal | undefined;
  /** Told how many draws are done. */
  readonly onDone: (draws: number) => void;
}
type Result = Computed<readonly Firmness[]>;

/** Longest time that slices run without a pause, in milliseconds. */
const BUSY = 25;

async function inSlices(input: FirmnessInput, { signal, onDone }: SimulationRun): Promise<Result> {
  const run = firmnessOf(input);
  for (let since = performance.now(); ;) {
    const step = run.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < BUSY) continue;
    onDone(step.value);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (signal?.aborted === true) return refused("cancelled", { done: step.value });
    since = performance.now();
  }
}

/** null: the worker broke, and nothing is known. */
function inWorker(worker: RankWorker, input: FirmnessInput, { signal, onDone }: SimulationRun): Promise<Result | null> {
  return new Promise((resolve) => {
    const end = (result: Result | null): void => {
      signal?.removeEventListener("abort", cancel);
      worker.end();
      resolve(result);
    };
    const cancel = (): void => {
      end(refused("cancelled"));
    };
    signal?.addEventListener("abort", cancel);
    worker.begin(
      input,
      (answer) => {
        if ("result" in answer) end(answer.result);
        else onDone(answer.done);
      },
      () => {
        end(null);
      },
    );
  });
}

/** A worker, or null where none can be started: a policy or an old browser may forbid it. */
function started(start: StartWorker): RankWorker | null {
  try {
    return start();
  } catch {
    return null;
  }
}

/** The firmness of a ranking. Refused as `firmnessOf`; "cancelled" when the signal says so. */
export async function simulateRanks(
  input: FirmnessInput,
  run: SimulationRun,
  start: StartWorker = startWorker,
): Promise<Result> {
  if (run.signal?.aborted === true) return refused("cancelled");
  const worker = started(start);
  const result = worker === null ? null : await inWorker(worker, input, run);
  return result ?? inSlices(input, run);
}
