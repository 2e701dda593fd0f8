/** Turns the arguments of a request into values: path ids become host objects, missing arguments undefined. */
import type { HostObject } from "./convention";
import type { ArgumentInfo } from "./protocol";

export class ArgumentReader {
  readonly #resolve: (pathId: number) => Promise<HostObject | null>;

  constructor(resolve: (pathId: number) => Promise<HostObject | null>) {
    this.#resolve = resolve;
  }

  /** Omitted arguments arrive as null and become undefined at the top level; inside arrays null means "leave" and stays. */
  async read(info: ArgumentInfo | undefined): Promise<unknown[]> {
    const references = info?.ReferencedObjectPathIds ?? [];
    return Promise.all(
      (info?.Arguments ?? []).map(async (value, index) => {
        const resolved = await this.#value(value, references[index]);
        return resolved === null && !isPathId(references[index]) ? undefined : resolved;
      }),
    );
  }

  async #value(value: unknown, reference: unknown): Promise<unknown> {
    if (isPathId(reference)) return this.#resolve(reference);
    if (Array.isArray(value)) {
      if (!Array.isArray(reference) && !value.some(holdsObject)) return value;
      const inner: readonly unknown[] = Array.isArray(reference) ? reference : [];
      return Promise.all(value.map((item: unknown, index) => this.#value(item, inner[index])));
    }
    return this.#nested(value);
  }

  /** An object inside a plain object arrives as {_ObjectPathId: n}. */
  async #nested(value: unknown): Promise<unknown> {
    if (typeof value !== "object" || value === null) return value;
    if ("_ObjectPathId" in value && typeof value._ObjectPathId === "number") return this.#resolve(value._ObjectPathId);
    const out: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) out[key] = await this.#value(item, undefined);
    return out;
  }
}

const isPathId = (reference: unknown): reference is number => typeof reference === "number" && reference > 0;

/** Rows of plain cells need no walk: this keeps writing large ranges cheap. */
function holdsObject(item: unknown): boolean {
  if (Array.isArray(item)) return item.some(holdsObject);
  return typeof item === "object" && item !== null;
}
