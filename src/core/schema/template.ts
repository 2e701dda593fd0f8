/** Template files: unknown JSON in, a typed template or the first fault with its path out. */
import { FORMULA_KINDS, type FormulaKind } from "../blueprint/words";
import { bilingual, bilingualList, Fault, list, number, object, oneOf, text, type Fields } from "./fields";
import type { BilingualText, TemplateFault } from "./fields";

export type { BilingualText } from "./fields";

/** What a row of the scorecard is about; decides what sample rows are called. */
export const SUBJECTS = ["person", "student", "store", "supplier", "unit"] as const;
export type Subject = (typeof SUBJECTS)[number];
export const METHODS = ["kpi", "combined", "marks", "bsc"] as const;
export type TemplateMethod = (typeof METHODS)[number];
export type TemplateDirection = "higher" | "lower";

export interface TemplateLine {
  readonly id: string;
  readonly name: BilingualText;
  readonly section: BilingualText;
  readonly unit: BilingualText;
  readonly evidence: BilingualText;
  /** What is meant, or how a rating is judged. */
  readonly definition?: BilingualText;
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
  /** Full marks, or points of a rating scale. */
  readonly maximum?: number;
  /** Where a progress begins. */
  readonly baseline?: number;
  /** Points that each count takes off the maximum. */
  readonly unitPoints?: number;
  readonly aggregate: string;
  /** A measure of the whole team in a person's plan. */
  readonly level?: "team";
  /** Points of 100. */
  readonly weight: number;
}
/** A condition that holds the band down whatever the total says; never part of the weights. */
export interface TemplateGate {
  readonly id: string;
  readonly name: BilingualText;
  /** Indicator whose actual decides, by falling below `below`; absent where a person answers yes or no. */
  readonly line?: string;
  readonly below?: number;
  /** Best band that is left, 1 = lowest. */
  readonly bestBand: number;
}
export interface SamplePerson {
  readonly department: BilingualText;
  /** In the order of the lines; a milestone's is the share done. */
  readonly actuals: readonly number[];
  /** Answers to the gates that are asked, in their order: true means broken. */
  readonly gates: readonly boolean[];
}
export interface Template {
  readonly id: string;
  readonly name: BilingualText;
  readonly audience: BilingualText;
  readonly method: TemplateMethod;
  readonly entry: "matrix";
  /** Trade or area of work, for searching. */
  readonly field: BilingualText;
  /** Job group that is proposed. */
  readonly jobGroup: BilingualText;
  /** Further words to find it by, in each language. */
  readonly words: { readonly en: readonly string[]; readonly "zh-CN": readonly string[] };
  readonly subject: Subject;
  /** Which band set: attainment (100 = targets met) or marks (0–100). */
  readonly scale: "attainment" | "points";
  readonly lines: readonly TemplateLine[];
  readonly gates: readonly TemplateGate[];
  readonly sample: { readonly people: readonly SamplePerson[] };
}

export type TemplateResult =
  | { readonly ok: true; readonly template: Template }
  /** `path` like "lines[2].weight". */
  | { readonly ok: false; readonly path: string; readonly reason: TemplateFault };

const MAX_LINES = 40;
const MAX_GATES = 6;
const MAX_PEOPLE = 40;
const MAX_WORDS = 20;
const BANDS = 5;
/** An indicator's name becomes the header of a table column, with its id before it; Excel takes 255 characters there. */
const MAX_HEADER = 200;

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
  "baseline",
  "unitPoints",
] as const;
const TEXTS = ["name", "section", "unit", "evidence", "definition"] as const;
const LINE_FIELDS = [
  "id",
  ...TEXTS.flatMap((key) => [key, `${key}Zh`]),
  "kind",
  "direction",
  "aggregate",
  "level",
  "weight",
  ...NUMBERS,
];
/** What a kind cannot do without. */
const NEEDED: Readonly<Record<FormulaKind, readonly (typeof NUMBERS)[number][]>> = {
  curve: ["threshold", "target"],
  range: ["low", "high", "zeroDistance"],
  zero: ["worstAllowed"],
  points: ["maximum"],
  rating: ["maximum"],
  milestone: [],
  linear: ["baseline", "target"],
  ratio: ["target"],
  deviation: ["target"],
  nominal: ["target"],
  deduction: ["maximum", "unitPoints"],
  yesNo: [],
};
/** Kinds that count the other way where lower is better. */
const DIRECTED: readonly FormulaKind[] = ["curve", "ratio", "deviation"];
/** Points that a rating scale may have. */
const SCALE: readonly [least: number, most: number] = [2, 10];

function lineNumbers(
  fields: Fields,
  kind: FormulaKind,
  path: string,
): Partial<Record<(typeof NUMBERS)[number], number>> {
  const numbers: Partial<Record<(typeof NUMBERS)[number], number>> = {};
  for (const key of NUMBERS) if (fields[key] !== undefined) numbers[key] = number(fields[key], `${path}.${key}`);
  for (const key of NEEDED[kind]) if (numbers[key] === undefined) throw new Fault(`${path}.${key}`, "missing");
  const { maximum } = numbers;
  const isScale = maximum !== undefined && Number.isInteger(maximum) && maximum >= SCALE[0] && maximum <= SCALE[1];
  if (kind === "rating" && !isScale) throw new Fault(`${path}.maximum`, "out-of-range");
  return numbers;
}

function line(value: unknown, path: string): TemplateLine {
  const fields = object(value, path, LINE_FIELDS);
  const id = text(fields["id"], `${path}.id`);
  if (!/^K\d{2,3}$/.test(id)) throw new Fault(`${path}.id`, "unknown-value");
  const kind = oneOf(fields["kind"], `${path}.kind`, FORMULA_KINDS);
  const numbers = lineNumbers(fields, kind, path);
  const weight = number(fields["weight"], `${path}.weight`);
  if (weight <= 0 || weight > 100) throw new Fault(`${path}.weight`, "out-of-range");
  return {
    id,
    name: bilingual(fields, "name", path, MAX_HEADER),
    section: bilingual(fields, "section", path),
    unit: bilingual(fields, "unit", path),
    evidence: bilingual(fields, "evidence", path),
    ...(fields["definition"] === undefined ? {} : { definition: bilingual(fields, "definition", path) }),
    kind,
    ...(DIRECTED.includes(kind)
      ? { direction: oneOf(fields["direction"], `${path}.direction`, ["higher", "lower"]) }
      : {}),
    ...numbers,
    aggregate: oneOf(fields["aggregate"], `${path}.aggregate`, ["sum", "mean", "last", "ratio", "max", "min"]),
    ...(fields["level"] === undefined ? {} : { level: oneOf(fields["level"], `${path}.level`, ["team"]) }),
    weight,
  };
}

function gate(value: unknown, path: string, lines: readonly string[]): TemplateGate {
  const fields = object(value, path, ["id", "name", "nameZh", "line", "below", "bestBand"]);
  const id = text(fields["id"], `${path}.id`);
  if (!/^G\d{1,2}$/.test(id)) throw new Fault(`${path}.id`, "unknown-value");
  const bestBand = number(fields["bestBand"], `${path}.bestBand`);
  if (!Number.isInteger(bestBand) || bestBand < 1 || bestBand >= BANDS)
    throw new Fault(`${path}.bestBand`, "out-of-range");
  const base = { id, name: bilingual(fields, "name", path, MAX_HEADER), bestBand };
  if (fields["line"] === undefined && fields["below"] === undefined) return base;
  return {
    ...base,
    line: oneOf(fields["line"], `${path}.line`, lines),
    below: number(fields["below"], `${path}.below`),
  };
}

function samplePerson(value: unknown, path: string, lines: number, asked: number): SamplePerson {
  const own = object(value, path, ["department", "departmentZh", "actuals", "gates"]);
  const actuals = list(own["actuals"], `${path}.actuals`, MAX_LINES).map((actual, j) =>
    number(actual, `${path}.actuals[${String(j)}]`),
  );
  if (actuals.length !== lines) throw new Fault(`${path}.actuals`, "out-of-range");
  const gates = list(own["gates"] ?? [], `${path}.gates`, MAX_GATES).map((answer, j) => {
    if (typeof answer !== "boolean") throw new Fault(`${path}.gates[${String(j)}]`, "wrong-type");
    return answer;
  });
  if (gates.length !== asked) throw new Fault(`${path}.gates`, "out-of-range");
  return { department: bilingual(own, "department", path), actuals, gates };
}

function unique(ids: readonly string[], path: string): void {
  const repeated = ids.findIndex((id, i) => ids.indexOf(id) !== i);
  if (repeated >= 0) throw new Fault(`${path}[${String(repeated)}].id`, "duplicate");
}

function linesOf(value: unknown): readonly TemplateLine[] {
  const lines = list(value, "lines", MAX_LINES).map((entry, i) => line(entry, `lines[${String(i)}]`));
  if (lines.length === 0) throw new Fault("lines", "missing");
  unique(
    lines.map(({ id }) => id),
    "lines",
  );
  if (Math.abs(lines.reduce((sum, entry) => sum + entry.weight, 0) - 100) > 1e-9)
    throw new Fault("lines", "weights-not-100");
  return lines;
}

const FIELDS = [
  "id",
  ...["name", "audience", "field", "jobGroup", "words"].flatMap((key) => [key, `${key}Zh`]),
  "method",
  "entry",
  "subject",
  "scale",
  "lines",
  "gates",
  "sample",
];

function template(value: unknown): Template {
  const fields = object(value, "template", FIELDS);
  const lines = linesOf(fields["lines"]);
  const ids = lines.map(({ id }) => id);
  const gates = list(fields["gates"] ?? [], "gates", MAX_GATES).map((entry, i) =>
    gate(entry, `gates[${String(i)}]`, ids),
  );
  unique(
    gates.map(({ id }) => id),
    "gates",
  );
  const asked = gates.filter((entry) => entry.line === undefined).length;
  const sample = object(fields["sample"], "sample", ["people"]);
  return {
    id: text(fields["id"], "id"),
    name: bilingual(fields, "name", "template"),
    audience: bilingual(fields, "audience", "template"),
    method: oneOf(fields["method"], "method", METHODS),
    entry: oneOf(fields["entry"], "entry", ["matrix"]),
    field: bilingual(fields, "field", "template"),
    jobGroup: bilingual(fields, "jobGroup", "template"),
    words: bilingualList(fields, "words", "template", MAX_WORDS),
    subject: oneOf(fields["subject"], "subject", SUBJECTS),
    scale: oneOf(fields["scale"], "scale", ["attainment", "points"]),
    lines,
    gates,
    sample: {
      people: list(sample["people"], "sample.people", MAX_PEOPLE).map((person, i) =>
        samplePerson(person, `sample.people[${String(i)}]`, lines.length, asked),
      ),
    },
  };
}

/** Parses a template file's content; the first fault found is reported with its path. */
export function parseTemplate(value: unknown): TemplateResult {
  try {
    return { ok: true, template: template(value) };
  } catch (fault) {
    if (fault instanceof Fault) return { ok: false, path: fault.path, reason: fault.reason };
    throw fault;
  }
}
