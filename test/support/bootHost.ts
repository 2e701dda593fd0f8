/**
 * Starts Microsoft's own client against our host, in the test's realm:
 * `bootHost` the full loader (office.js → client → words) in a DOM window whose parent plays Excel on the web;
 * `bootBare` the client alone in a fresh realm without a DOM, over the HostBridge.
 * Nothing of Microsoft's is changed; only the fetching of its scripts goes to node_modules.
 */
import fs from "node:fs";
import path from "node:path";
import { setImmediate } from "node:timers";
import vm from "node:vm";
import { createBridge } from "../../host/wire/bridgeTransport";
import { demandRequirementSets, type Host } from "../../host/wire/frame";
import { WebTransport } from "../../host/wire/webTransport";

const DIST = path.resolve(__dirname, "../../node_modules/@microsoft/office-js/dist");
const OFFICE_BASE = "https://localhost/office/";
const ORIGIN = "https://localhost";

interface OfficeGlobals {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
}
export interface Booted extends OfficeGlobals {
  readonly transport: WebTransport;
  /** Delivers workbook events and lets the client handle them. */
  deliver(): Promise<void>;
}

/** As a message comes: in a turn of its own, and without the millisecond at least that a timer takes. */
const later = (work: () => void): void => {
  setImmediate(work);
};
/** Lets messages that are under way arrive. */
export const settle = async (turns = 6): Promise<void> => {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
};

let boots = 0;

/** Boots the full loader in the jsdom window of the test. Once per test file: the loader leaves globals behind. */
export async function bootHost(host: Host, options: { readonly onCommandDone?: () => void } = {}): Promise<Booted> {
  boots += 1;
  const transport: WebTransport = new WebTransport({
    ...options,
    dispatcher: host.dispatcher,
    conversationId: `test-${String(process.pid)}-${String(boots)}`,
    documentUrl: `${ORIGIN}/Workbook.xlsx`,
    post: (text) => {
      later(() => window.dispatchEvent(new MessageEvent("message", { data: text, origin: ORIGIN })));
    },
  });
  const parent = {
    postMessage: (text: string): void => {
      later(() => {
        transport.receive(text);
      });
    },
  };
  window.name = transport.frameAttributes(`${ORIGIN}/taskpane.html`, ORIGIN).name;
  Object.defineProperty(window, "parent", { value: parent, configurable: true });
  Object.defineProperty(document, "domain", { value: "localhost", configurable: true });
  serveScriptsFromDisk();
  run("office.js");
  await Office.onReady();
  const { OfficeExtension } = globalThis as unknown as OfficeGlobals;
  demandRequirementSets(globalThis, host.switches);
  return {
    transport,
    Office,
    Excel,
    OfficeExtension,
    deliver: async () => {
      transport.flush();
      await settle();
    },
  };
}

/** office.js adds script elements to the head for its further parts; they are read from disk instead. */
function serveScriptsFromDisk(): void {
  const head = document.head;
  const append = head.appendChild.bind(head);
  head.appendChild = <T extends Node>(node: T): T => {
    if (!(node instanceof HTMLScriptElement) || !node.src.startsWith(OFFICE_BASE)) return append(node);
    const file = node.src.slice(OFFICE_BASE.length);
    later(() => {
      run(file);
      node.onload?.(new Event("load"));
    });
    return node;
  };
  // The loader finds its own address from a script element; this one stands for it and is not run.
  const tag = document.createElement("script");
  tag.type = "text/plain";
  tag.setAttribute("src", `${OFFICE_BASE}office.js`);
  append(tag);
}

function run(file: string): void {
  const code = fs.readFileSync(path.join(DIST, file.toLowerCase()), "utf8");
  // An indirect eval runs Microsoft's script in the realm of the test, as a script element would.
  (0, eval)(`${code}\n//# sourceURL=${file}`);
}

let compiled: vm.Script | null = null;

/** The client alone; no Office.context, so every requirement set counts as supported. For tests in Node. */
export function bootBare(host: Host): Pick<OfficeGlobals, "Excel" | "OfficeExtension"> & { deliver(): Promise<void> } {
  compiled ??= new vm.Script(fs.readFileSync(path.join(DIST, "excel-web-16.00.js"), "utf8"), {
    filename: "excel-web-16.00.js",
  });
  const scope: Record<string, unknown> = { console, setTimeout, clearTimeout, setInterval, clearInterval, performance };
  Object.assign(scope, {
    window: scope,
    self: scope,
    navigator: { userAgent: "node" },
    location: { href: `${ORIGIN}/`, hash: "", search: "", protocol: "https:" },
    document: {
      readyState: "loading",
      addEventListener: () => undefined,
      createElement: () => ({}),
      getElementsByTagName: () => [],
    },
  });
  compiled.runInContext(vm.createContext(scope));
  const { bridge, flush } = createBridge(host.dispatcher);
  const globals = scope as unknown as OfficeGlobals & {
    OfficeExtension: { HostBridge: { init(bridge: unknown): void } };
  };
  globals.OfficeExtension.HostBridge.init(bridge);
  return {
    Excel: globals.Excel,
    OfficeExtension: globals.OfficeExtension,
    deliver: async () => {
      flush();
      await settle();
    },
  };
}
