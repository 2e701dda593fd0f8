/**
 * Makes a workbook on the real path, without a browser: the add-in's own commands, Microsoft's unmodified Excel client,
 * the stand-in host, the engine. Only Office's frame (context, requirement sets) is said here, as no page is loaded.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { createHeadlessEngine } from "../../host/engine/headlessEngine";
import type { SheetEngine } from "../../host/engine/types";
import { newWorkbookData } from "../../host/model/newWorkbook";
import { WorkbookModel } from "../../host/model/workbookModel";
import { createWorkbook } from "../../host/objects/workbook";
import { createBridge } from "../../host/wire/bridgeTransport";
import { createHost } from "../../host/wire/frame";
import type { RequestLog } from "../../host/wire/requestLog";
import type { WorkbookData } from "../../host/model/types";
import { createCommands } from "../../src/commands";
import type { Commands, Outcome } from "../../src/commands/types";
import { translate } from "../../src/i18n/everything";
import type { Language } from "../../src/i18n/everything";

/** The workbook while it is being made: what the add-in can do, and what a person can type. */
export interface Workplace {
  readonly commands: Commands;
  readonly model: WorkbookModel;
  /** What went over the wire. */
  readonly log: RequestLog;
}

const CLIENT = join(process.cwd(), "node_modules", "@microsoft", "office-js", "dist", "excel-web-16.00.js");
let compiled: vm.Script | null = null;

/** What the client needs of a page in order to start. */
function bareWindow(): Record<string, unknown> {
  const scope: Record<string, unknown> = { console, setTimeout, clearTimeout, setInterval, clearInterval, performance };
  const document = {
    readyState: "loading",
    addEventListener: () => undefined,
    createElement: () => ({}),
    getElementsByTagName: () => [],
  };
  const location = { href: "https://localhost/", hash: "", search: "", protocol: "https:" };
  return Object.assign(scope, { window: scope, self: scope, navigator: { userAgent: "node" }, location, document });
}

function officeFrame(language: Language): unknown {
  return {
    HostType: { Excel: "Excel" },
    context: {
      host: "Excel",
      displayLanguage: language === "en" ? "en-US" : language,
      contentLanguage: "en-US",
      requirements: { isSetSupported: (set: string) => set === "ExcelApi" },
    },
  };
}

/**
 * Starts Microsoft's client in a realm of its own over `model` and puts its words where the add-in's code looks for them.
 * Gives the log of what it asks.
 */
function startClient(model: WorkbookModel, language: Language): RequestLog {
  compiled ??= new vm.Script(readFileSync(CLIENT, "utf8"), { filename: "excel-web-16.00.js" });
  const scope = bareWindow();
  compiled.runInContext(vm.createContext(scope));
  const host = createHost(createWorkbook(model));
  const client = scope as { Excel?: unknown; OfficeExtension?: { HostBridge: { init(bridge: unknown): void } } };
  client.OfficeExtension?.HostBridge.init(createBridge(host.dispatcher).bridge);
  Object.assign(globalThis, {
    Excel: client.Excel,
    OfficeExtension: client.OfficeExtension,
    Office: officeFrame(language),
  });
  return host.log;
}

/** The value of an outcome; a problem becomes an exception that says what the person would have read. */
export function done<T>(outcome: Outcome<T>, language: Language): T {
  if (outcome.ok) return outcome.value;
  const { what, next } = outcome.problem;
  throw new Error(`${translate(language, what.key, what.params)} ${translate(language, next.key, next.params)}`);
}

/** A fresh workbook on which `work` is done; its formulas hold what the engine calculates. One at a time. */
export async function workbookBy(
  language: Language,
  work: (place: Workplace) => Promise<void>,
  sheets: readonly string[] = [],
  engine: SheetEngine = createHeadlessEngine(),
): Promise<WorkbookData> {
  const model = new WorkbookModel(newWorkbookData(...sheets), engine);
  try {
    const log = startClient(model, language);
    await work({ commands: createCommands(language), model, log });
    await model.recalc();
    return model.data;
  } finally {
    model.dispose();
  }
}
