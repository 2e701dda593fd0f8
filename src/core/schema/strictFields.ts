/** Reads what we ourselves stored: the first thing that is not as we write it stops the reading. */
import type { Fields } from "./fields";

/** Caught by the parser, never seen outside. */
export class Fault extends Error {
  constructor(
    readonly path: string,
    reason: "missing" | "wrong-type" | "too-large" | "unknown-field",
  ) {
    super(`${path}: ${reason}`);
  }
}

/** An object with no other fields than the known ones; throws `Fault`. */
export function object(value: unknown, path: string, known: readonly string[]): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Fault(path, "wrong-type");
  const fields = value as Fields;
  for (const key of Object.keys(fields)) if (!known.includes(key)) throw new Fault(`${path}.${key}`, "unknown-field");
  return fields;
}
/** A list of at most `most` items; throws `Fault`. */
export function list(value: unknown, path: string, most: number): readonly unknown[] {
  if (!Array.isArray(value)) throw new Fault(path, value === undefined ? "missing" : "wrong-type");
  if (value.length > most) throw new Fault(path, "too-large");
  return value;
}
