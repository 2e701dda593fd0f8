/** Template files: unknown JSON in, a typed template or the first fault with its path out. */
import { FORMULA_KINDS, type FormulaKind } from "../blueprint/words";

export type TemplateDirection = "higher" | "lower";
export interface BilingualText {
  readonly en: string;
  readonly "zh-CN": string;
}
export interface TemplateLine {
  readonly id: string;
  readonly name: BilingualText;
  readonly section: BilingualText;
  readonly unit: BilingualText;
  readonly evidence: BilingualText;
  readonly kind: FormulaKind;
  readonly direction?: TemplateDirection;
  readonly threshold?: number;
  readonly target?: number;
  readonly stretch?: number;
  readonly zeroPoint?: number;
  readonly low?: number;
  readonly high?: number;
  readonly zeroDistance?: number;
  readonly worstAllowed?: number;
  readonly maximum?: number;
  readonly aggregate: string;
  /** Points of 100. */
  readonly weight: number;
}
export interface SamplePerson {
  readonly department: BilingualText;
  /** In the order of the lines. */
  readonly actuals: readonly number[];
}
export interface Template {
  readonly id: string;
  readonly name: BilingualText;
  readonly audience: BilingualText;
  readonly method: string;
  readonly entry: "matrix";
  /** Which band set: attainment (100 = targets met) or marks (0–100). */
  readonly scale: "attainment" | "points";
  readonly lines: readonly TemplateLine[];
  readonly sample: { readonly people: readonly SamplePerson[] };
}

export type TemplateResult =
  | { readonly ok: true; readonly template: Template }
  /** `path` like "lines[2].weight". */
  | { readonly ok: false; readonly path: string; readonly reason: TemplateFault };
export type TemplateFault =
  | "missing"
  | "wrong-type"
  | "out-of-range"
  | "unknown-value"
  | "duplicate"
  | "unknown-field"
  | "too-large"
  | "weights-not-100";

class Fault extends Error {
  constructor(
    readonly path: string,
    readonly reason: TemplateFault,
  ) {
    super(reason);
  }
}

type Fields = Readonly<Record<string, unknown>>;
const MAX_LINES = 40;
const MAX_TEXT = 500;
const MAX_PEOPLE = 40;
/** An indicator's name becomes the header of a table column, with its id before it; Excel takes 255 characters there. */
const MAX_HEADER = 200;

function object(value: unknown, path: string, known: readonly string[]): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Fault(path, value === undefined ? "missing" : "wrong-type");
  const fields = value as Fields;
  for (const key of Object.keys(fields)) if (!known.includes(key)) throw new Fault(`${path}.${key}`, "unknown-field");
  return fields;
}
function list(value: unknown, path: string, most: number): readonly unknown[] {
  if (!Array.isArray(value)) throw new Fault(path, value === undefined ? "missing" : "wrong-type");
  if (value.length > most) throw new Fault(path, "too-large");
  return value;
}
function text(value: unknown, path: string, most = MAX_TEXT): string {
  if (typeof value !== "string" || value.trim() === "")
    throw new Fault(path, value === undefined ? "missing" : "wrong-type");
  if (value.length > most) throw new Fault(path, "too-large");
  return value;
}
function number(value: unknown, path: string): number {
  if (typeof value !== "number" || !Number.isFinite(value))
    throw new Fault(path, value === undefined ? "missing" : "wrong-type");
  return value;
}
function oneOf<T extends string>(value: unknown, path: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new Fault(path, value === undefined ? "missing" : "unknown-value");
  return found;
}
const both = (fields: Fields, key: string, path: string, most = MAX_TEXT): BilingualText => ({
  en: text(fields[key], `${path}.${key}`, most),
  "zh-CN": text(fields[`${key}Zh`], `${path}.${key}Zh`, most),
});

const NUMBERS = [
  "threshold",
  "target",
  "stretch",
  "zeroPoint",
  "low",
  "high",
  "zeroDistance",
  "worstAllowed",
  "maximum",
] as const;
const LINE_FIELDS = [
  "id",
  "name",
  "nameZh",
  "section",
  "sectionZh",
  "unit",
  "unitZh",
  "evidence",
  "evidenceZh",
  "kind",
  "direction",
  "aggregate",
  "weight",
  ...NUMBERS,
];
/** What a kind cannot do without. */
const NEEDED: Readonly<Record<FormulaKind, readonly (typeof NUMBERS)[number][]>> = {
  curve: ["threshold", "target"],
  range: ["low", "high", "zeroDistance"],
  zero: ["worstAllowed"],
  points: ["maximum"],
};

function line(value: unknown, path: string): TemplateLine {
  const fields = object(value, path, LINE_FIELDS);
  const id = text(fields["id"], `${path}.id`);
  if (!/^K\d{2,3}$/.test(id)) throw new Fault(`${path}.id`, "unknown-value");
  const kind = oneOf(fields["kind"], `${path}.kind`, FORMULA_KINDS);
  const numbers: Partial<Record<(typeof NUMBERS)[number], number>> = {};
  for (const key of NUMBERS) if (fields[key] !== undefined) numbers[key] = number(fields[key], `${path}.${key}`);
  for (const key of NEEDED[kind]) if (numbers[key] === undefined) throw new Fault(`${path}.${key}`, "missing");
  const weight = number(fields["weight"], `${path}.weight`);
  if (weight <= 0 || weight > 100) throw new Fault(`${path}.weight`, "out-of-range");
  return {
    id,
    name: both(fields, "name", path, MAX_HEADER),
    section: both(fields, "section", path),
    unit: both(fields, "unit", path),
    evidence: both(fields, "evidence", path),
    kind,
    ...(kind === "curve" ? { direction: oneOf(fields["direction"], `${path}.direction`, ["higher", "lower"]) } : {}),
    ...numbers,
    aggregate: oneOf(fields["aggregate"], `${path}.aggregate`, ["sum", "mean", "last", "ratio", "max", "min"]),
    weight,
  };
}

function sample(value: unknown, lines: number): Template["sample"] {
  const fields = object(value, "sample", ["people"]);
  return {
    people: list(fields["people"], "sample.people", MAX_PEOPLE).map((person, i) => {
      const path = `sample.people[${String(i)}]`;
      const own = object(person, path, ["department", "departmentZh", "actuals"]);
      const actuals = list(own["actuals"], `${path}.actuals`, MAX_LINES).map((actual, j) =>
        number(actual, `${path}.actuals[${String(j)}]`),
      );
      if (actuals.length !== lines) throw new Fault(`${path}.actuals`, "out-of-range");
      return { department: both(own, "department", path), actuals };
    }),
  };
}

/** Parses a template file's content; the first fault found is reported with its path. */
export function parseTemplate(value: unknown): TemplateResult {
  try {
    const fields = object(value, "template", [
      "id",
      "name",
      "nameZh",
      "method",
      "entry",
      "audience",
      "audienceZh",
      "scale",
      "lines",
      "sample",
    ]);
    const lines = list(fields["lines"], "lines", MAX_LINES).map((entry, i) => line(entry, `lines[${String(i)}]`));
    if (lines.length === 0) throw new Fault("lines", "missing");
    const ids = lines.map((entry) => entry.id);
    const repeated = ids.findIndex((id, i) => ids.indexOf(id) !== i);
    if (repeated >= 0) throw new Fault(`lines[${String(repeated)}].id`, "duplicate");
    if (Math.abs(lines.reduce((sum, entry) => sum + entry.weight, 0) - 100) > 1e-9)
      throw new Fault("lines", "weights-not-100");
    return {
      ok: true,
      template: {
        id: text(fields["id"], "id"),
        name: both(fields, "name", "template"),
        audience: both(fields, "audience", "template"),
        method: text(fields["method"], "method"),
        entry: oneOf(fields["entry"], "entry", ["matrix"]),
        scale: oneOf(fields["scale"], "scale", ["attainment", "points"]),
        lines,
        sample: sample(fields["sample"], lines.length),
      },
    };
  } catch (fault) {
    if (fault instanceof Fault) return { ok: false, path: fault.path, reason: fault.reason };
    throw fault;
  }
}
