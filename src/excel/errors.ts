/** Turns Excel's errors into a sentence for the person: what happened and what to do. */
import type { Problem } from "../core/model/problem";

/** Excel's error code → message key; ".next" holds what to do. */
const KEYS: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode: "excel.editing",
  AccessDenied: "excel.protected",
  ItemNotFound: "excel.gone",
  InvalidReference: "excel.gone",
  InvalidBinding: "excel.gone",
  ItemAlreadyExists: "excel.exists",
  RequestPayloadSizeLimitExceeded: "excel.tooLarge",
  ResponsePayloadSizeLimitExceeded: "excel.tooLarge",
  RangeExceedsLimit: "excel.tooLarge",
  FilteredRangeConflict: "excel.filtered",
  MergedRangeConflict: "excel.merged",
  InsertDeleteConflict: "excel.conflict",
  Conflict: "excel.conflict",
  WriteNotSupportedWhenModalDialogOpen: "excel.dialog",
  InactiveWorkbook: "excel.inactive",
  InvalidSelection: "excel.inactive",
  ActivityLimitReached: "excel.busy",
  RequestAborted: "excel.busy",
  InvalidOrTimedOutSession: "excel.session",
  ApiNotFound: "excel.apiMissing",
};

interface CodedError {
  readonly code: string;
  readonly message: string;
  readonly location: string;
}

/** Reads code and place from whatever was thrown; realms and bundles make `instanceof` unreliable here. */
function coded(error: unknown): CodedError {
  const fields = typeof error === "object" && error !== null ? (error as Record<string, unknown>) : {};
  const debug =
    typeof fields["debugInfo"] === "object" && fields["debugInfo"] !== null
      ? (fields["debugInfo"] as Record<string, unknown>)
      : {};
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  return {
    code: text(fields["code"]),
    message: text(fields["message"]) || String(error),
    location: text(debug["errorLocation"]),
  };
}

/** The problem behind a thrown error. Unknown ones are shown with Excel's own code, so that help can be asked for. */
export function problemOf(error: unknown): Problem {
  const { code, message, location } = coded(error);
  const key = KEYS[code];
  if (key !== undefined) return { what: { key, params: { location } }, next: { key: `${key}.next` } };
  return {
    what: { key: "excel.unknown", params: { code: code || "?", message, location } },
    next: { key: "excel.unknown.next" },
  };
}
