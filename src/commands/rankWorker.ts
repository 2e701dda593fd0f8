/** A worker of its own: draws and counts while the pane stays free. It is ended from outside when it is no longer wanted. */
import { firmnessOf } from "../core/robustness/firmness";
import type { FromRankWorker, ToRankWorker } from "./simulateRanks";

/** What a worker has of its global scope; the types of a page would say otherwise. */
interface WorkerScope {
  postMessage(message: FromRankWorker): void;
  addEventListener(type: "message", listener: (event: { readonly data: ToRankWorker }) => void): void;
}
const scope = globalThis as unknown as WorkerScope;

scope.addEventListener("message", ({ data }) => {
  const run = firmnessOf(data);
  for (;;) {
    const step = run.next();
    if (step.done === true) {
      scope.postMessage({ result: step.value });
      return;
    }
    scope.postMessage({ done: step.value });
  }
});
