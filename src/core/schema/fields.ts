/**
 * Reads fields of parsed JSON by type and limit. Whatever is wrong is noted with its path and reading goes on with a stand-in,
 * so that a person gets all there is to mend at once; what was read counts only where nothing was noted.
 */
import { ROOT, within } from "./jsonText";

export interface BilingualText {
  readonly en: string;
  readonly "zh-CN": string;
}
/** A text of somebody's own: in one language at least. */
export type Texts = Partial<BilingualText>;

export type FaultReason =
  | "missing"
  | "wrong-type"
  | "out-of-range"
  | "unknown-value"
  | "unknown-field"
  | "forbidden-key"
  | "duplicate"
  | "too-long"
  | "too-many"
  | "too-few"
  | "wrong-count"
  | "control-character"
  | "no-language"
  | "no-such-section"
  | "no-such-line"
  | "no-such-item"
  | "not-of-kind"
  | "order"
  | "cannot-score"
  | "weights-not-100"
  | "section-weight";
export interface TemplateFault {
  /** "lines[3].weight". */
  readonly path: string;
  readonly reason: FaultReason;
  readonly params: Readonly<Record<string, string | number>>;
}

export type Fields = Readonly<Record<string, unknown>>;

/** More than this nobody reads; the first ones are mended first. */
const MOST_FAULTS = 100;
export const MOST_TEXT = 500;
const MOST_NUMBER = 1e12;
/** What no cell and no file of Excel's takes: control characters but the line break, halves of pairs, non-characters. */
const UNPRINTABLE =
  /[\u0000-\u0009\u000b-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const FORBIDDEN: readonly string[] = ["__proto__", "constructor", "prototype"];

export interface TextLimits {
  /** Characters; 500 by default. */
  readonly most?: number;
  /** Line breaks are allowed. */
  readonly lines?: boolean;
}

export class Reader {
  readonly faults: TemplateFault[] = [];

  note(path: string, reason: FaultReason, params: TemplateFault["params"] = {}): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ path: path === "" ? ROOT : path, reason, params });
  }

  private wrong(value: unknown, path: string, type: string): void {
    this.note(path, value === undefined ? "missing" : "wrong-type", value === undefined ? {} : { type });
  }

  /** An object with no other fields than the known ones. */
  object(value: unknown, path: string, known: readonly string[]): Fields {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      this.wrong(value, path, "object");
      return {};
    }
    const fields = value as Fields;
    for (const key of Object.keys(fields))
      if (!known.includes(key))
        this.note(within(path, key), FORBIDDEN.includes(key) ? "forbidden-key" : "unknown-field");
    return fields;
  }

  /** Each entry read; an absent list is empty unless `least` asks for more. */
  list<T>(
    value: unknown,
    path: string,
    [least, most]: readonly [least: number, most: number],
    read: (entry: unknown, path: string) => T,
  ): readonly T[] {
    if (value === undefined && least === 0) return [];
    if (!Array.isArray(value)) {
      this.wrong(value, path, "list");
      return [];
    }
    if (value.length > most) {
      this.note(path, "too-many", { most, count: value.length });
      return [];
    }
    if (value.length < least) this.note(path, "too-few", { least, count: value.length });
    return value.map((entry, i) => read(entry, within(path, i)));
  }

  /** Text that is not blank, without blanks around it. */
  text(value: unknown, path: string, { most = MOST_TEXT, lines = false }: TextLimits = {}): string {
    if (typeof value !== "string") {
      this.wrong(value, path, "text");
      return "";
    }
    const text = value.trim();
    if (text === "") this.note(path, "missing");
    else if (text.length > most) this.note(path, "too-long", { most, count: text.length });
    else if (UNPRINTABLE.test(text) || (!lines && text.includes("\n"))) this.note(path, "control-character");
    return text;
  }

  number(value: unknown, path: string, least = -MOST_NUMBER, most = MOST_NUMBER): number {
    if (typeof value !== "number" || !Number.isFinite(value)) {
      this.wrong(value, path, "number");
      return 0;
    }
    if (value < least || value > most) this.note(path, "out-of-range", { least, most });
    return value;
  }

  whole(value: unknown, path: string, least: number, most: number): number {
    const number = this.number(value, path, least, most);
    if (!Number.isInteger(number)) this.note(path, "wrong-type", { type: "whole" });
    return number;
  }

  yesNo(value: unknown, path: string): boolean {
    if (typeof value !== "boolean") this.wrong(value, path, "boolean");
    return value === true;
  }

  oneOf<T extends string>(value: unknown, path: string, allowed: readonly [T, ...T[]]): T {
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined)
      this.note(
        path,
        value === undefined ? "missing" : "unknown-value",
        value === undefined ? {} : { allowed: allowed.join(", ") },
      );
    return found ?? allowed[0];
  }

  matching(value: unknown, path: string, pattern: RegExp, example: string): string {
    if (typeof value !== "string") this.wrong(value, path, "text");
    else if (!pattern.test(value)) this.note(path, "unknown-value", { allowed: example });
    return typeof value === "string" ? value : "";
  }

  /** A text in one or both languages: {"en": …, "zh-CN": …}. */
  texts(value: unknown, path: string, limits: TextLimits = {}): Texts {
    const fields = this.object(value, path, ["en", "zh-CN"]);
    const own = (["en", "zh-CN"] as const).flatMap((language) =>
      fields[language] === undefined
        ? []
        : [[language, this.text(fields[language], within(path, language), limits)] as const],
    );
    if (own.length === 0 && typeof value === "object" && value !== null && !Array.isArray(value))
      this.note(path, "no-language");
    return Object.fromEntries(own);
  }

  /** An id that two entries share is noted at the second one. */
  unique(ids: readonly string[], path: string, field: string): void {
    ids.forEach((id, i) => {
      if (id !== "" && ids.indexOf(id) !== i) this.note(within(within(path, i), field), "duplicate", { id });
    });
  }
}

/** Reads what may be left out. */
export const optional = <T>(value: unknown, read: (value: unknown) => T): T | undefined =>
  value === undefined ? undefined : read(value);

/** Both languages, the one that is missing said in the other. */
export const inBoth = (texts: Texts | undefined): BilingualText => ({
  en: texts?.en ?? texts?.["zh-CN"] ?? "",
  "zh-CN": texts?.["zh-CN"] ?? texts?.en ?? "",
});

type Optional<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
/** The fields that hold something: a field left out is no field that is undefined. */
export const present = <T extends object>(fields: T): Optional<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Optional<T>;

/** The fields but some. */
export const without = <T extends object, K extends keyof T & string>(fields: T, ...keys: readonly K[]): Omit<T, K> =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.some((left) => left === key))) as Omit<T, K>;
