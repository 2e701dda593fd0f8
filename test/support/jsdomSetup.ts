/** What jsdom lacks and the code under test needs. */
import { MessageChannel, MessagePort } from "node:worker_threads";
import { clearImmediate, setImmediate } from "node:timers";
import { TextDecoder, TextEncoder } from "node:util";

class NoResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
const define = (name: string, value: unknown): void => {
  if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
};
define("ResizeObserver", NoResizeObserver);
// React schedules by setImmediate where there is one; a MessageChannel of Node would keep the test process alive for ever.
define("setImmediate", setImmediate);
define("clearImmediate", clearImmediate);
define("MessageChannel", MessageChannel);
define("MessagePort", MessagePort);
define("TextEncoder", TextEncoder);
define("TextDecoder", TextDecoder);
define("structuredClone", (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown);
