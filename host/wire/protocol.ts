/**
 * The words of Microsoft's request protocol (ProcessQuery), as its client for Excel on the web sends and expects them.
 * Field names are Microsoft's; see docs/decisions/0002-stand-in-host.md for what is known about them.
 */

export const ActionType = {
  Instantiate: 1,
  Query: 2,
  Method: 3,
  SetProperty: 4,
  Trace: 5,
  RecursiveQuery: 6,
  QueryAsJson: 7,
  EnsureUnchanged: 8,
  Update: 9,
} as const;

export const PathType = {
  /** The workbook. */
  Global: 1,
  /** A service by name. */
  New: 2,
  Method: 3,
  Property: 4,
  Indexer: 5,
  /** An object the host keeps under an id. */
  Reference: 6,
  Null: 7,
} as const;

/** Bits of a request's flags. */
export const RequestFlag = { Write: 1, WaitForCellEdit: 64 } as const;

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[] | null;
  /** Parallel to Arguments: the path id where an argument is an object, 0 elsewhere; arrays for array arguments. */
  readonly ReferencedObjectPathIds?: readonly unknown[] | null;
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly ParentObjectPathId?: number;
  readonly Name?: string;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name?: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

export interface QueryRequest {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface ResponseError {
  readonly Code: string;
  readonly Message: string;
  /** "Range.values" */
  readonly Location?: string;
  /** Place in the request's Actions. */
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
}

export interface QueryResponse {
  Results: { readonly ActionId: number; readonly Value: unknown }[];
  TraceIds?: number[];
  Error?: ResponseError;
}

/** One event for the client: category, type, target id, JSON text, id, whether it came from somebody else. */
export type EventEntry = readonly [number, number, string, string, number, boolean];

/** Errors of the transport itself, by Office's own numbers. */
export const OfficeError = {
  CellEditMode: 5004,
  Unsupported: 5011,
  RequestTooLarge: 5103,
  ResponseTooLarge: 5104,
  AccessDenied: 7000,
} as const;
