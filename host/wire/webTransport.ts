/**
 * Plays "Excel on the web" towards one add-in frame: the conversation by window messages that Microsoft's loader and
 * client lead there. Knows nothing of windows: `post` sends a text to the frame, `receive` takes what the frame sent.
 */
import type { Dispatcher } from "./dispatcher";
import { OfficeError, type EventEntry } from "./protocol";
import type { Switches } from "./switches";

const MessageType = { Request: 0, Response: 1 } as const;
const ActionKind = { Invoke: 0, Register: 1, Unregister: 2 } as const;
const ResponseKind = { Answer: 0, Event: 1 } as const;
const HANDLING_ERROR = -2;
/** What executeMethod asks for. */
const Dispatch = { LoadSettings: 75, SaveSettings: 76, FileProperties: 86, ProcessQuery: 93, CommandDone: 94 } as const;
/** Category and type of an event by which the shared runtime calls an associated action. */
const ACTION_CATEGORY = 2;
const ACTION_TYPE = 1000;
/** The old document event; it has a message of its own. */
const DOCUMENT_SELECTION = 2;

interface Message {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data?: unknown;
}
interface MethodData {
  readonly DdaMethod: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
  readonly DdaSettingsMethod?: { readonly Properties: readonly (readonly [string, string])[] };
}

export interface WebTransportOptions {
  readonly dispatcher: Dispatcher;
  /** Sends a text to the add-in's window. */
  readonly post: (text: string) => void;
  /** Unique for each load of the pane: the client caches settings under it. */
  readonly conversationId: string;
  readonly documentUrl: string;
  readonly sharedRuntime?: boolean;
  /** Called when a ribbon function has said event.completed(). */
  readonly onCommandDone?: () => void;
  /** The page behind the frame is ready (it has asked for its context). */
  readonly onContextAsked?: () => void;
}

const ADDIN_ID = "e7e2a1ac-0000-4000-8000-000000000001";

/** The requirement sets that are offered; the one of Excel comes from the switch. */
export function requirementMatrix(switches: Switches): Readonly<Record<string, string>> {
  return {
    ExcelApi: switches.excelApi,
    SharedRuntime: "1.2",
    RibbonApi: "1.2",
    AddInCommands: "1.3",
    Settings: "1.1",
    DocumentEvents: "1.1",
    Selection: "1.1",
    MatrixBindings: "1.1",
    TableBindings: "1.1",
    RichApiRuntime: "1.2",
    RichApiRuntimeFlag: "1.2",
    DelayForCellEdit: "1.1",
  };
}

export class WebTransport {
  readonly #options: WebTransportOptions;
  readonly #listening = new Set<string>();
  #settings: Readonly<Record<string, string>> = {};
  #waiting: EventEntry[] = [];

  constructor(options: WebTransportOptions) {
    this.#options = options;
  }

  /** Settings that the add-in saved through Office.context.document.settings. */
  get settings(): Readonly<Record<string, string>> {
    return this.#settings;
  }

  /** Address and window name for the add-in's frame; both must be set before the frame is put into the page. */
  frameAttributes(addinUrl: string, hostOrigin: string): { readonly src: string; readonly name: string } {
    const { conversationId, dispatcher, sharedRuntime } = this.#options;
    const flags = sharedRuntime === false ? "0" : "1";
    const hostInfo = ["Excel", "Web", "16.00", dispatcher.switches.uiLocale, "c", "", "disableLogging", flags].join(
      "$",
    );
    const url = new URL(addinUrl);
    url.search = `${url.search === "" ? "?" : `${url.search}&`}_host_Info=${hostInfo}`;
    const name = {
      baseFrameName: `_xdm_${conversationId}`,
      hostInfo,
      xdmInfo: [conversationId, ADDIN_ID, hostOrigin].join("|"),
      serializerVersion: "1",
      flights: "[]",
    };
    return { src: url.href, name: JSON.stringify(name) };
  }

  /** Takes a message of the frame; what is not part of this conversation is ignored. */
  receive(text: unknown): void {
    const message = parseMessage(text);
    if (message?._messageType !== MessageType.Request) return;
    if (message._conversationId !== this.#options.conversationId) return;
    if (message._actionType === ActionKind.Register) {
      this.#listening.add(message._actionName);
      this.#reply(message, { Error: 0 });
      this.flush();
    } else if (message._actionType === ActionKind.Unregister) {
      this.#listening.delete(message._actionName);
      this.#reply(message, { Error: 0 });
    } else {
      this.#invoke(message);
    }
  }

  /** Delivers what happened in the workbook since the last time. */
  flush(): void {
    this.#waiting.push(...this.#options.dispatcher.takeEvents());
    const selection = this.#waiting.some((entry) => entry[1] === DOCUMENT_SELECTION);
    const entries = this.#waiting.filter((entry) => entry[1] !== DOCUMENT_SELECTION);
    this.#waiting = [];
    if (selection) this.#fire("documentSelectionChanged", {});
    if (entries.length > 0) this.#fire("richApiMessage", { ArrayData: entries });
  }

  /** A ribbon button or menu entry whose manifest action is `name`; the function gets an event and must complete it. */
  invokeCommand(name: string, controlId: string): void {
    this.#fire("appCommandInvoked", {
      0: `command_${name}`,
      1: name,
      2: JSON.stringify({ source: { id: controlId } }),
    });
  }

  /** A keyboard shortcut on a shared runtime: calls what Office.actions.associate was given, without an event. */
  invokeAction(name: string, argument?: unknown): void {
    const text = JSON.stringify([name, argument === undefined ? null : JSON.stringify(argument)]);
    this.#fire("richApiMessage", { ArrayData: [[ACTION_CATEGORY, ACTION_TYPE, "", text, 0, false]] });
  }

  #invoke(message: Message): void {
    switch (message._actionName) {
      case "ContextActivationManager_getAppContextAsync":
        this.#reply(message, this.#appContext());
        this.#options.onContextAsked?.();
        return;
      case "ContextActivationManager_notifyHost":
        this.#reply(message, null);
        return;
      case "executeMethod":
        this.#execute(message, message._data as MethodData);
        return;
      default:
        this.#reply(message, null, HANDLING_ERROR);
    }
  }

  #execute(message: Message, data: MethodData): void {
    const done = (extra: object = {}): void => {
      this.#reply(message, { Version: 1, Error: 0, ...extra });
    };
    switch (data.DdaMethod.DispatchId) {
      case Dispatch.ProcessQuery:
        void this.#query(message, data.ArrayData ?? []);
        return;
      case Dispatch.LoadSettings:
        done({ Properties: { Settings: Object.entries(this.#settings).map(([Name, Value]) => ({ Name, Value })) } });
        return;
      case Dispatch.SaveSettings:
        this.#settings = Object.fromEntries(data.DdaSettingsMethod?.Properties ?? []);
        done();
        return;
      case Dispatch.FileProperties:
        done({ Properties: { Url: this.#options.documentUrl } });
        return;
      case Dispatch.CommandDone:
        done();
        this.#options.onCommandDone?.();
        return;
      default:
        this.#reply(message, { Version: 1, Error: OfficeError.Unsupported });
    }
  }

  /** ArrayData: custom data, method, path, headers, body (text or pieces of text), permission, flags. */
  async #query(message: Message, array: readonly unknown[]): Promise<void> {
    const body = array[4];
    const text = Array.isArray(body) ? body.join("") : String(body);
    const flags = typeof array[6] === "number" ? array[6] : 0;
    const answer = await this.#options.dispatcher.process(text, flags);
    if (answer.kind === "refused") {
      this.#reply(message, { Version: 1, Error: answer.officeError });
      return;
    }
    this.#reply(message, { Version: 1, Error: 0, Data: [200, [], answer.text] });
    this.flush();
  }

  #appContext(): object {
    const { dispatcher, documentUrl } = this.#options;
    const { switches } = dispatcher;
    return {
      _id: ADDIN_ID,
      _appName: 16,
      _appVersion: "16.0",
      _appUILocale: switches.uiLocale,
      _dataLocale: switches.dataLocale,
      _docUrl: documentUrl,
      _clientMode: switches.readOnly ? 0 : 1,
      _settings: Object.entries(this.#settings),
      _reason: "documentOpened",
      _osfControlType: 1,
      _eToken: "",
      _correlationId: "c",
      _appInstanceId: "evenhand",
      _appMinorVersion: 0,
      _requirementMatrix: JSON.stringify(requirementMatrix(switches)),
      _hostFullVersion: "16.0.18000.0",
      _clientWindowHeight: 800,
      _clientWindowWidth: 400,
      _addinName: "Evenhand",
      _appDomains: [],
      _featureGates: {},
      _initialDisplayMode: 0,
    };
  }

  #reply(message: Message, data: unknown, errorCode = 0): void {
    this.#send({
      _messageType: MessageType.Response,
      _actionName: message._actionName,
      _correlationId: message._correlationId,
      _errorCode: errorCode,
      _responseType: ResponseKind.Answer,
      _data: data,
    });
  }

  #fire(event: string, data: unknown): void {
    if (!this.#listening.has(event)) return;
    this.#send({
      _messageType: MessageType.Response,
      _actionName: event,
      _correlationId: -1,
      _errorCode: 0,
      _responseType: ResponseKind.Event,
      _data: data,
    });
  }

  #send(message: object): void {
    this.#options.post(
      JSON.stringify({
        _serializerVersion: 1,
        _origin: "",
        _conversationId: this.#options.conversationId,
        ...message,
      }),
    );
  }
}

function parseMessage(text: unknown): Message | null {
  if (typeof text !== "string") return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null && "_messageType" in parsed ? (parsed as Message) : null;
  } catch {
    // Other scripts post their own messages to the same window; they are none of ours.
    return null;
  }
}
