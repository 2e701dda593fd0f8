/** Joins an add-in frame in a browser page with a host: the page around the frame plays Excel on the web. */
import { coreServices, type AddinState } from "./coreServices";
import type { HostRoot } from "./convention";
import { Dispatcher } from "./dispatcher";
import { RequestLog } from "./requestLog";
import { Switches } from "./switches";
import { WebTransport } from "./webTransport";

/** A host ready to be connected: workbook, switches and log. */
export interface Host {
  readonly dispatcher: Dispatcher;
  readonly switches: Switches;
  readonly log: RequestLog;
  readonly addin: AddinState;
}

/** `root` is the workbook object over a model (host/objects). */
export function createHost(root: HostRoot, switches = new Switches(), log = new RequestLog()): Host {
  const { state, services } = coreServices();
  return { dispatcher: new Dispatcher(root, { services, switches, log }), switches, log, addin: state };
}

export interface FrameConnection {
  readonly transport: WebTransport;
  /** Delivers workbook events; call it after every edit that did not come from the add-in. */
  flush(): void;
  /** Presses a ribbon button: the name given to Office.actions.associate. */
  press(action: string): void;
  disconnect(): void;
}

export interface ConnectOptions {
  /** Address of the pane's page, without the host's query. */
  readonly addinUrl: string;
  /** Told once the add-in's page has asked for its context: Microsoft's client is running. */
  readonly onReady?: () => void;
}

let loads = 0;

/**
 * Sets address and name of the frame (which must not stand in the page yet: the name is read at insertion) and answers its messages.
 * On the same origin the client's own requirement check is turned on when the switches ask for it.
 */
export function connectFrame(frame: HTMLIFrameElement, host: Host, options: ConnectOptions): FrameConnection {
  if (frame.isConnected) throw new Error("connectFrame: the frame must be inserted after it is connected.");
  loads += 1;
  const transport = new WebTransport({
    dispatcher: host.dispatcher,
    conversationId: `evenhand-${Date.now().toString(36)}-${loads}`,
    documentUrl: new URL("Workbook.xlsx", options.addinUrl).href,
    post: (text) => {
      frame.contentWindow?.postMessage(text, new URL(options.addinUrl).origin);
    },
    onContextAsked: () => {
      demandRequirementSets(frame.contentWindow, host.switches);
      options.onReady?.();
    },
  });
  const listen = (event: MessageEvent): void => {
    if (event.source === frame.contentWindow) transport.receive(event.data);
  };
  window.addEventListener("message", listen);
  const attributes = transport.frameAttributes(options.addinUrl, window.location.origin);
  frame.name = attributes.name;
  frame.src = attributes.src;
  return {
    transport,
    flush: () => {
      transport.flush();
    },
    press: (action) => {
      transport.invokeCommand(action, `ribbon-${action}`);
    },
    disconnect: () => {
      window.removeEventListener("message", listen);
    },
  };
}

/**
 * Microsoft's client has a check "is this API in the offered requirement set" that its web build leaves off
 * (the flag is set on one object and read from another). Turned on, an old Excel behaves as one.
 */
export function demandRequirementSets(target: unknown, switches: Switches): void {
  if (!switches.strictRequirementSets) return;
  const extension = (target as { OfficeExtension?: { CommonUtility?: Record<string, unknown> } } | null)
    ?.OfficeExtension;
  if (extension?.CommonUtility) extension.CommonUtility["_doApiNotSupportedCheck"] = true;
}
