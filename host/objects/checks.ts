/** Checks of what add-ins hand over; the type definitions cannot hold at run time. */
import { invalidArgument } from "../model/refusals";

/** Throws InvalidArgument unless the value is one of the words. */
export function oneOf<T extends string>(words: readonly T[], value: unknown): T {
  const word = words.find((other) => other === value);
  if (word === undefined) throw invalidArgument();
  return word;
}
/** Throws InvalidArgument unless the value is a number from 0. */
export function positiveNumber(value: unknown): number {
  if (typeof value !== "number" || !(value >= 0)) throw invalidArgument();
  return value;
}
/** Throws InvalidArgument unless the value is text. */
export function asText(value: unknown): string {
  if (typeof value !== "string") throw invalidArgument();
  return value;
}
/** A plain object as an add-in sent it. Throws InvalidArgument. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalidArgument();
  return value as Readonly<Record<string, unknown>>;
}
/** `text` when it is text, else the fallback. */
export function textOr(value: unknown, fallback: string): string {
  return typeof value === "string" ? value : fallback;
}
export function booleanOr(value: unknown, fallback: boolean): boolean {
  return typeof value === "boolean" ? value : fallback;
}
/** Throws InvalidArgument unless the value is true or false. */
export function asBoolean(value: unknown): boolean {
  if (typeof value !== "boolean") throw invalidArgument();
  return value;
}
/** Throws InvalidArgument unless the value is a finite number. */
export function asNumber(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw invalidArgument();
  return value;
}
