/**
 * Runs ProcessQuery requests against host objects: finds the objects behind the paths, runs the actions in order,
 * stops at the first error and leaves what was done before (Excel has no rollback).
 * Knows nothing about Excel: classes follow convention.ts.
 */
import { HostError } from "../model/api";
import type { HostObject, HostRoot } from "./convention";
import { describeError } from "./hostErrors";
import { callMethod, setProperty, type AccessHooks } from "./memberAccess";
import { ArgumentReader } from "./argumentReader";
import { ActionType, OfficeError, PathType, RequestFlag } from "./protocol";
import type { Action, EventEntry, ObjectPath, QueryRequest, QueryResponse } from "./protocol";
import { apiNotFound, identityOf, readMember, readObject, toLoadTree } from "./query";
import { kindOf } from "./requestKind";
import { RequestLog } from "./requestLog";
import { shapeOf, toMemberName } from "./shape";
import { Switches } from "./switches";

/** Services by wire name ("Microsoft.AppRuntime.AppRuntimeService"); see coreServices.ts. */
export type ServiceFactory = (name: string) => object | undefined;

export interface DispatcherOptions {
  readonly services?: ServiceFactory;
  readonly switches?: Switches;
  readonly log?: RequestLog;
}

/** The answer of the workbook, or a refusal by the transport before any action ran (Office's error number). */
export type Answer =
  | { readonly kind: "answer"; readonly response: QueryResponse; readonly text: string }
  | { readonly kind: "refused"; readonly officeError: number; readonly code: string };

interface Batch {
  readonly paths: Readonly<Record<string, ObjectPath>>;
  readonly objects: Map<number, Promise<HostObject | null>>;
  readonly traceIds: number[];
  readonly counts: Record<string, number>;
  readonly isQuery: boolean;
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

export class Dispatcher {
  readonly switches: Switches;
  readonly log: RequestLog;
  /** Exceptions that were bugs of the host, newest last; a test that ends with any has found one. */
  readonly crashes: unknown[] = [];
  readonly #services: ServiceFactory;
  /** Requests run one after the other, as in Excel. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    /** The open workbook; set another to open it in place of this one. */
    public root: HostRoot,
    options: DispatcherOptions = {},
  ) {
    this.switches = options.switches ?? new Switches();
    this.log = options.log ?? new RequestLog();
    this.#services = options.services ?? (() => undefined);
  }

  /** Runs one request. `text` is the JSON of a QueryRequest; never rejects for what the add-in did. */
  process(text: string, flags = 0): Promise<Answer> {
    const answer = this.#last.then(() => this.#process(text, flags));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** Events since the last call, for the transport to deliver after a response. */
  takeEvents(): readonly EventEntry[] {
    return this.root.$takeEvents();
  }

  async #process(text: string, flags: number): Promise<Answer> {
    const requestBytes = byteLength(text);
    const request = JSON.parse(text) as QueryRequest;
    const kind = kindOf(request);
    const refusal = kind === "query" ? await this.#refusal(requestBytes, flags) : null;
    if (refusal) {
      this.log.add({ kind, actions: 0, counts: {}, requestBytes, responseBytes: 0, error: refusal.code });
      return refusal;
    }
    const batch: Batch = {
      paths: request.ObjectPaths,
      objects: new Map(),
      traceIds: [],
      counts: {},
      isQuery: kind === "query",
    };
    const response = await this.#runAll(batch, request.Actions);
    const answerText = JSON.stringify(response);
    const responseBytes = byteLength(answerText);
    const entry = { kind, actions: request.Actions.length, counts: batch.counts, requestBytes, responseBytes };
    if (responseBytes > this.switches.maxResponseBytes) {
      this.log.add({ ...entry, error: "ResponsePayloadSizeLimitExceeded" });
      return {
        kind: "refused",
        officeError: OfficeError.ResponseTooLarge,
        code: "ResponsePayloadSizeLimitExceeded",
      };
    }
    this.log.add(response.Error ? { ...entry, error: response.Error.Code } : entry);
    return { kind: "answer", response, text: answerText };
  }

  async #refusal(bytes: number, flags: number): Promise<Extract<Answer, { kind: "refused" }> | null> {
    const refuse = (officeError: number, code: string): Extract<Answer, { kind: "refused" }> => ({
      kind: "refused",
      officeError,
      code,
    });
    if (bytes > this.switches.maxRequestBytes) {
      return refuse(OfficeError.RequestTooLarge, "RequestPayloadSizeLimitExceeded");
    }
    if (this.switches.isEditingCell) {
      if ((flags & RequestFlag.WaitForCellEdit) === 0) {
        return refuse(OfficeError.CellEditMode, "InvalidOperationInCellEditMode");
      }
      await this.switches.cellEditEnded();
    }
    if (this.switches.readOnly && (flags & RequestFlag.Write) !== 0) {
      return refuse(OfficeError.AccessDenied, "AccessDenied");
    }
    return null;
  }

  async #runAll(batch: Batch, actions: readonly Action[]): Promise<QueryResponse> {
    const response: QueryResponse = { Results: [] };
    this.root.$beginBatch();
    try {
      for (const [index, action] of actions.entries()) {
        try {
          this.#failIfTold(batch);
          response.Results.push({ ActionId: action.Id, Value: await this.#run(batch, action) });
        } catch (error) {
          response.Error = this.#errorOf(error, index);
          break;
        }
      }
    } finally {
      this.root.$endBatch();
    }
    if (batch.traceIds.length > 0) response.TraceIds = batch.traceIds;
    return response;
  }

  #failIfTold(batch: Batch): void {
    if (!batch.isQuery) return;
    const failure = this.switches.takeFailure();
    if (failure) throw new HostError(failure.code, failure.message);
  }

  #errorOf(error: unknown, index: number): NonNullable<QueryResponse["Error"]> {
    if (!(error instanceof HostError)) this.crashes.push(error);
    const { code, message, location, status } = describeError(error);
    return {
      Code: code,
      Message: message,
      ...(location === undefined ? {} : { Location: location }),
      ActionIndex: index,
      HttpStatusCode: status,
    };
  }

  async #run(batch: Batch, action: Action): Promise<unknown> {
    if (action.ActionType === ActionType.Trace) {
      batch.traceIds.push(action.Id);
      return null;
    }
    const object = await this.#resolve(batch, action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return object === null ? null : identityOf(object);
      case ActionType.Query:
      case ActionType.QueryAsJson:
        return this.#query(batch, object, action);
      case ActionType.SetProperty:
        setProperty(present(object), action.Name ?? "", await this.#setValue(batch, action), this.#hooks(batch));
        return null;
      case ActionType.Update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) {
          setProperty(present(object), name, value, this.#hooks(batch));
        }
        return null;
      case ActionType.EnsureUnchanged:
        return null;
      case ActionType.Method:
        return this.#method(batch, object, action);
      default:
        throw new HostError("NotImplemented", `The stand-in host has no action of type ${action.ActionType}.`, 501);
    }
  }

  async #query(batch: Batch, object: HostObject | null, action: Action): Promise<unknown> {
    if (object !== null) {
      const names = [...(action.QueryInfo?.Select ?? ["*"]), ...(action.QueryInfo?.Expand ?? [])];
      for (const name of names) count(batch, `${shapeOf(object).name}.${name}`);
    }
    return readObject(object, toLoadTree(action.QueryInfo), {
      asJson: action.ActionType === ActionType.QueryAsJson,
      beforeCalculated: () => this.#recalculate(),
    });
  }

  async #method(batch: Batch, object: HostObject | null, action: Action): Promise<unknown> {
    const name = action.Name ?? "";
    if (name === "_KeepReference") {
      if (object !== null && object.$ref === undefined) object.$keep?.();
      return null;
    }
    const reader = this.#arguments(batch);
    if (name === "_RemoveReference") {
      this.root.$release((await reader.read(action.ArgumentInfo)) as string[]);
      return null;
    }
    const args = await reader.read(action.ArgumentInfo);
    const result = await callMethod(present(object), name, args, this.#hooks(batch));
    return result === undefined ? { _IsNull: true } : result;
  }

  /** null stays null here: it means something else than a missing argument. */
  async #setValue(batch: Batch, action: Action): Promise<unknown> {
    if (action.ArgumentInfo?.Arguments?.[0] === null) return null;
    return (await this.#arguments(batch).read(action.ArgumentInfo))[0];
  }

  #arguments(batch: Batch): ArgumentReader {
    return new ArgumentReader((id) => this.#resolve(batch, id));
  }

  #hooks(batch: Batch): AccessHooks {
    return {
      used: (member) => {
        count(batch, member);
      },
      recalculate: () => this.#recalculate(),
    };
  }

  async #recalculate(): Promise<void> {
    if (this.root.$isDirty) await this.root.$recalc();
  }

  /** Each path is followed once a request, even when two arguments ask for it at the same time. */
  #resolve(batch: Batch, id: number): Promise<HostObject | null> {
    const known = batch.objects.get(id);
    if (known !== undefined) return known;
    const path = batch.paths[String(id)];
    const found = path
      ? this.#follow(batch, path)
      : Promise.reject(new HostError("InvalidObjectPath", `The request names the object path ${id} but lacks it.`));
    batch.objects.set(id, found);
    return found;
  }

  async #follow(batch: Batch, path: ObjectPath): Promise<HostObject | null> {
    // Look at the type first: the client leaves a stale parent id on paths that it rewrote to Reference or Null.
    switch (path.ObjectPathType) {
      case PathType.Global:
        return this.root;
      case PathType.Null:
        return null;
      case PathType.New:
        return this.#service(path.Name ?? "");
      case PathType.Reference: {
        const kept = this.root.$reference(path.Name ?? "");
        if (kept) return kept;
        throw new HostError("InvalidReference", "This reference is not valid for the current operation.");
      }
      case PathType.Method:
      case PathType.Property:
      case PathType.Indexer: {
        const parent = await this.#resolve(batch, path.ParentObjectPathId ?? 0);
        return parent === null ? null : this.#member(batch, parent, path);
      }
      default:
        throw new HostError("NotImplemented", `The stand-in host has no object path of type ${path.ObjectPathType}.`);
    }
  }

  async #member(batch: Batch, parent: HostObject, path: ObjectPath): Promise<HostObject | null> {
    if (path.ObjectPathType === PathType.Property) {
      const shape = shapeOf(parent);
      const name = shape.lookup.get((path.Name ?? "").toLowerCase());
      if (name === undefined) throw apiNotFound(shape.name, toMemberName(path.Name ?? ""));
      return ((await readMember(parent, shape, name)) as HostObject | null | undefined) ?? null;
    }
    const method = path.ObjectPathType === PathType.Indexer ? "getItem" : (path.Name ?? "");
    const args = await this.#arguments(batch).read(path.ArgumentInfo);
    return ((await callMethod(parent, method, args, this.#hooks(batch))) as HostObject | null | undefined) ?? null;
  }

  #service(name: string): HostObject {
    const service = this.#services(name);
    if (!service) throw apiNotFound("Services", name);
    return service;
  }
}

function count(batch: Batch, member: string): void {
  batch.counts[member] = (batch.counts[member] ?? 0) + 1;
}

/** A method or property of a null object: Excel's answer is ItemNotFound. */
function present(object: HostObject | null): HostObject {
  if (object === null) throw new HostError("ItemNotFound", "The requested resource doesn't exist.", 404);
  return object;
}
