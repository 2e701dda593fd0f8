/** The refusals of Excel that several operations share: codes and messages as Excel sends them. */
import type { Rect } from "../../src/core/model/a1";
import { HostError } from "./api";

const INVALID_ARGUMENT = "The argument is invalid or missing or has an incorrect format.";
export const WRONG_SHAPE =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

export function invalidArgument(message: string = INVALID_ARGUMENT): HostError {
  return new HostError("InvalidArgument", message);
}
export function accessDenied(): HostError {
  return new HostError("AccessDenied", "You cannot perform the requested operation.", 403);
}
export function itemNotFound(message = "The requested resource doesn't exist."): HostError {
  return new HostError("ItemNotFound", message, 404);
}
export function alreadyExists(message = "The resource being created already exists."): HostError {
  return new HostError("ItemAlreadyExists", message, 409);
}
export function invalidOperation(message = "The operation attempted is invalid on the object."): HostError {
  return new HostError("InvalidOperation", message);
}
export function insertDeleteConflict(): HostError {
  return new HostError("InsertDeleteConflict", "The insert or delete operation attempted resulted in a conflict.", 409);
}
export function mergedConflict(): HostError {
  return new HostError("MergedRangeConflict", "This operation isn't allowed: it would overlap merged cells.", 409);
}

/** Throws InvalidArgument when `grid` has not the shape of the rectangle. */
export function requireShape(rect: Rect, grid: readonly (readonly unknown[])[]): void {
  const fits = grid.length === rect.rows && grid.every((line) => line.length === rect.columns);
  if (!fits) throw invalidArgument(WRONG_SHAPE);
}
