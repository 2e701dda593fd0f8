/** The second, simpler way to reach the host: Microsoft's HostBridge, as its desktop clients use it. For tests without a DOM. */
import type { Dispatcher } from "./dispatcher";

/** What `OfficeExtension.HostBridge.init` takes. */
export interface NativeBridge {
  onMessageFromHost: ((text: string) => void) | null;
  sendMessageToHost(text: string): void;
}

interface BridgeRequest {
  readonly id: number;
  readonly type: number;
  readonly flags: number;
  readonly message: { readonly body: unknown };
}

const EVENT_MESSAGE = 3;
const REQUEST_MESSAGE = 1;

/** A bridge whose requests the dispatcher answers; `flush` delivers what happened in the workbook since the last time. */
export function createBridge(dispatcher: Dispatcher): { readonly bridge: NativeBridge; readonly flush: () => void } {
  const bridge: NativeBridge = {
    onMessageFromHost: null,
    sendMessageToHost(text) {
      void answer(JSON.parse(text) as BridgeRequest);
    },
  };
  async function answer(request: BridgeRequest): Promise<void> {
    const answered = await dispatcher.process(JSON.stringify(request.message.body), request.flags);
    // A refusal by the transport has no error number here; its code travels as an error body.
    const message =
      answered.kind === "answer"
        ? { statusCode: 200, headers: {}, body: answered.response }
        : { statusCode: 400, headers: {}, body: { error: { code: answered.code, message: answered.code } } };
    bridge.onMessageFromHost?.(JSON.stringify({ id: request.id, type: REQUEST_MESSAGE, message }));
    flush();
  }
  function flush(): void {
    const entries = dispatcher.takeEvents();
    if (entries.length === 0) return;
    bridge.onMessageFromHost?.(JSON.stringify({ type: EVENT_MESSAGE, controlId: "", message: { entries } }));
  }
  return { bridge, flush };
}
