/**
 * Reads JSON text of somebody else's. JSON.parse tells no place where it stops, keeps the last of two equal names in silence and
 * goes as deep as the text wants; a file that a person must mend needs the place, and a hostile one must find a limit.
 */

export type JsonFault =
  | { readonly reason: "not-json"; readonly path: string; readonly line: number; readonly column: number }
  | { readonly reason: "duplicate-key" | "forbidden-key" | "too-deep"; readonly path: string }
  | { readonly reason: "file-too-large"; readonly path: string };
export type JsonResult =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: JsonFault };

/** A template of 40 lines with all its texts has about 60,000 characters. */
export const MOST_CHARACTERS = 1_000_000;
/** Objects and lists inside each other; a template has four. */
export const MOST_DEPTH = 12;
/** What the file itself is called in a path. */
export const ROOT = "file";

/** Names that mean something to JavaScript's own objects. */
const FORBIDDEN: readonly string[] = ["__proto__", "constructor", "prototype"];
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const BLANKS = /[ \t\n\r]*/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};
const WORDS: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };

class Stop extends Error {
  constructor(readonly fault: JsonFault) {
    super(fault.reason);
  }
}

/** "lines" and 3 → "lines[3]"; "lines[3]" and "weight" → "lines[3].weight". */
export function within(path: string, step: string | number): string {
  if (typeof step === "number") return `${path}[${String(step)}]`;
  return path === "" || path === ROOT ? step : `${path}.${step}`;
}

class JsonReader {
  private at = 0;

  constructor(private readonly text: string) {}

  whole(): unknown {
    const value = this.value("", 0);
    this.blanks();
    if (this.at < this.text.length) this.stop("");
    return value;
  }

  private stop(path: string): never {
    const before = this.text.slice(0, this.at);
    const line = before.split("\n").length;
    const column = this.at - before.lastIndexOf("\n");
    throw new Stop({ reason: "not-json", path: path === "" ? ROOT : path, line, column });
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? "";
    this.at += found.length;
    return found;
  }

  private blanks(): void {
    this.match(BLANKS);
  }

  private take(expected: string): boolean {
    this.blanks();
    if (!this.text.startsWith(expected, this.at)) return false;
    this.at += expected.length;
    return true;
  }

  private value(path: string, depth: number): unknown {
    if (depth > MOST_DEPTH) throw new Stop({ reason: "too-deep", path: path === "" ? ROOT : path });
    if (this.take("{")) return this.object(path, depth);
    if (this.take("[")) return this.list(path, depth);
    if (this.take('"')) return this.string(path);
    for (const [word, value] of Object.entries(WORDS)) if (this.take(word)) return value;
    const number = this.match(NUMBER);
    if (number === "") this.stop(path);
    return Number(number);
  }

  private object(path: string, depth: number): Readonly<Record<string, unknown>> {
    const entries = new Map<string, unknown>();
    if (this.take("}")) return {};
    do {
      if (!this.take('"')) this.stop(path);
      const key = this.string(path);
      const own = within(path, key);
      if (FORBIDDEN.includes(key)) throw new Stop({ reason: "forbidden-key", path: own });
      if (entries.has(key)) throw new Stop({ reason: "duplicate-key", path: own });
      if (!this.take(":")) this.stop(own);
      entries.set(key, this.value(own, depth + 1));
    } while (this.take(","));
    if (!this.take("}")) this.stop(path);
    return Object.fromEntries(entries);
  }

  private list(path: string, depth: number): readonly unknown[] {
    const values: unknown[] = [];
    if (this.take("]")) return values;
    do values.push(this.value(within(path, values.length), depth + 1));
    while (this.take(","));
    if (!this.take("]")) this.stop(path);
    return values;
  }

  /** The rest of a string whose first quotation mark was taken. */
  private string(path: string): string {
    let text = "";
    for (;;) {
      text += this.match(PLAIN);
      const next = this.text[this.at];
      if (next === '"') {
        this.at += 1;
        return text;
      }
      if (next !== "\\") this.stop(path);
      text += this.escape(path);
    }
  }

  private escape(path: string): string {
    const kind = this.text[this.at + 1] ?? "";
    if (kind !== "u") {
      const meant = ESCAPES[kind];
      if (meant === undefined) this.stop(path);
      this.at += 2;
      return meant;
    }
    const code = this.text.slice(this.at + 2, this.at + 6);
    if (!/^[\da-f]{4}$/i.test(code)) this.stop(path);
    this.at += 6;
    return String.fromCharCode(parseInt(code, 16));
  }
}

/**
 * Reads JSON text into fresh objects; never throws.
 * @returns the value, or the first place that stops it. A path of "file" means the text as a whole.
 */
export function readJson(text: string): JsonResult {
  if (text.length > MOST_CHARACTERS) return { ok: false, fault: { reason: "file-too-large", path: ROOT } };
  try {
    // Editors on Windows begin a file with a mark of its encoding.
    return { ok: true, value: new JsonReader(text.replace(/^\uFEFF/, "")).whole() };
  } catch (stop) {
    if (stop instanceof Stop) return { ok: false, fault: stop.fault };
    throw stop;
  }
}
