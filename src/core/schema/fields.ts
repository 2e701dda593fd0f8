/** Reads fields of parsed JSON by type and limit; whatever is wrong is thrown as a fault with its path. */

export interface BilingualText {
  readonly en: string;
  readonly "zh-CN": string;
}
export type TemplateFault =
  | "missing"
  | "wrong-type"
  | "out-of-range"
  | "unknown-value"
  | "duplicate"
  | "unknown-field"
  | "too-large"
  | "weights-not-100";

/** Stops reading at the first fault; caught by the parser, never seen outside. */
export class Fault extends Error {
  constructor(
    readonly path: string,
    readonly reason: TemplateFault,
  ) {
    super(reason);
  }
}

export type Fields = Readonly<Record<string, unknown>>;
const MAX_TEXT = 500;

const missingOr = (value: unknown, reason: TemplateFault): TemplateFault => (value === undefined ? "missing" : reason);

/** An object with no other fields than the known ones. */
export function object(value: unknown, path: string, known: readonly string[]): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Fault(path, missingOr(value, "wrong-type"));
  const fields = value as Fields;
  for (const key of Object.keys(fields)) if (!known.includes(key)) throw new Fault(`${path}.${key}`, "unknown-field");
  return fields;
}
/** A list of at most `most` items; throws `Fault`. */
export function list(value: unknown, path: string, most: number): readonly unknown[] {
  if (!Array.isArray(value)) throw new Fault(path, missingOr(value, "wrong-type"));
  if (value.length > most) throw new Fault(path, "too-large");
  return value;
}
/** Text that is not blank. */
export function text(value: unknown, path: string, most = MAX_TEXT): string {
  if (typeof value !== "string" || value.trim() === "") throw new Fault(path, missingOr(value, "wrong-type"));
  if (value.length > most) throw new Fault(path, "too-large");
  return value;
}
/** A finite number; throws `Fault`. */
export function number(value: unknown, path: string): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new Fault(path, missingOr(value, "wrong-type"));
  return value;
}
/** One of the words that are allowed; throws `Fault`. */
export function oneOf<T extends string>(value: unknown, path: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new Fault(path, missingOr(value, "unknown-value"));
  return found;
}
/** A text in both languages: `name` and `nameZh`. */
export const bilingual = (fields: Fields, key: string, path: string, most = MAX_TEXT): BilingualText => ({
  en: text(fields[key], `${path}.${key}`, most),
  "zh-CN": text(fields[`${key}Zh`], `${path}.${key}Zh`, most),
});
/** A list of texts in each language. */
export function bilingualList(
  fields: Fields,
  key: string,
  path: string,
  most: number,
): { readonly en: readonly string[]; readonly "zh-CN": readonly string[] } {
  const texts = (name: string): readonly string[] =>
    list(fields[name], `${path}.${name}`, most).map((entry, i) => text(entry, `${path}.${name}[${String(i)}]`));
  return { en: texts(key), "zh-CN": texts(`${key}Zh`) };
}
