/** The lines of a template file: what each kind needs, what it may have, and whether it can be scored with it. */
import { FORMULA_KINDS, type FormulaKind } from "../blueprint/words";
import { STEP_NUMBERS, type LineRule } from "../model/line";
import { rawAttainment } from "../scoring/attainment";
import { optional, present, type Fields, type Reader } from "./fields";
import { within } from "./jsonText";
import { AGGREGATES, type ContentLine, type LineNumber, type LineNumbers } from "./contentTypes";
import { LINE_NATURES } from "./template";

export const MOST_LINES = 40;
/** An indicator's name becomes the header of a table column, with its id before it; Excel takes 255 characters there. */
export const MOST_HEADER = 200;
/** Points that a rating scale may have. */
export const RATING_SCALE: readonly [least: number, most: number] = [2, 10];

/** The numbers of each kind: those it cannot do without, and those it may have. */
export const KIND_NUMBERS: Readonly<
  Record<FormulaKind, { readonly needed: readonly LineNumber[]; readonly may: readonly LineNumber[] }>
> = {
  curve: { needed: ["threshold", "target"], may: ["stretch", "zeroPoint"] },
  range: { needed: ["low", "high", "zeroDistance"], may: [] },
  zero: { needed: ["worstAllowed"], may: [] },
  points: { needed: ["maximum"], may: [] },
  rating: { needed: ["maximum"], may: [] },
  milestone: { needed: [], may: [] },
  linear: { needed: ["baseline", "target"], may: [] },
  ratio: { needed: ["target"], may: [] },
  deviation: { needed: ["target"], may: [] },
  nominal: { needed: ["target"], may: [] },
  deduction: { needed: ["maximum", "unitPoints"], may: [] },
  yesNo: { needed: [], may: [] },
  steps: { needed: STEP_NUMBERS.slice(0, 3), may: STEP_NUMBERS.slice(3) },
};
const NUMBERS: readonly LineNumber[] = [
  "baseline",
  "zeroPoint",
  "threshold",
  "target",
  "stretch",
  "low",
  "high",
  "zeroDistance",
  "worstAllowed",
  "maximum",
  "unitPoints",
  ...STEP_NUMBERS,
];
/** Kinds that count the other way where lower is better. */
export const DIRECTED: readonly FormulaKind[] = ["curve", "ratio", "deviation"];
const TEXTS = ["name", "unit", "evidence", "definition", "anchors"];
const FIELDS = ["id", "section", ...TEXTS, "kind", "direction", ...NUMBERS, "aggregate", "level", "nature", "weight"];

/** Shares, 1 = the target is met. */
export const isWorth = (key: LineNumber): boolean => key.startsWith("worth");
/** Attainment is capped there. */
export const MOST_WORTH = 1.2;

function numbersOf(reader: Reader, fields: Fields, kind: FormulaKind, path: string): LineNumbers {
  const { needed, may } = KIND_NUMBERS[kind];
  const entries = NUMBERS.flatMap((key) => {
    const value = fields[key];
    const at = within(path, key);
    if (value !== undefined && !needed.includes(key) && !may.includes(key)) {
      reader.note(at, "not-of-kind", { kind, field: key });
      return [];
    }
    if (value === undefined && !needed.includes(key)) return [];
    if (kind === "rating") return [[key, reader.whole(value, at, ...RATING_SCALE)] as const];
    return [[key, isWorth(key) ? reader.number(value, at, 0, MOST_WORTH) : reader.number(value, at)] as const];
  });
  return Object.fromEntries(entries);
}

/** What can be judged of every kind: no value beside its own limits. */
const PROBE: Readonly<Partial<Record<FormulaKind, number>>> = { rating: 1 };

/** The numbers are all there; do they make sense together? */
function checkScorable(reader: Reader, rule: LineRule & { readonly kind: FormulaKind }, path: string): void {
  const scored = rawAttainment(rule, PROBE[rule.kind] ?? 0);
  if (scored.ok) return;
  const needs = scored.params?.["needs"];
  const field = typeof needs === "string" ? needs : "kind";
  reader.note(within(path, field), "cannot-score", { field });
}

function anchorsOf(reader: Reader, value: unknown, path: string, maximum: number | undefined): ContentLine["anchors"] {
  const anchors = reader.list(value, path, [0, RATING_SCALE[1]], (entry, at) => reader.texts(entry, at));
  if (maximum !== undefined && Array.isArray(value) && value.length !== maximum)
    reader.note(path, "wrong-count", { count: value.length, expected: maximum });
  return anchors;
}

function line(reader: Reader, value: unknown, path: string, sections: readonly string[]): ContentLine {
  const before = reader.faults.length;
  const fields = reader.object(value, path, FIELDS);
  const at = (key: string): string => within(path, key);
  const kind = reader.oneOf(fields["kind"], at("kind"), FORMULA_KINDS);
  const kindKnown = fields["kind"] === kind;
  const numbers = kindKnown ? numbersOf(reader, fields, kind, path) : {};
  const isDirected = DIRECTED.includes(kind);
  if (kindKnown && !isDirected && fields["direction"] !== undefined)
    reader.note(at("direction"), "not-of-kind", { kind, field: "direction" });
  if (kindKnown && kind !== "rating" && fields["anchors"] !== undefined)
    reader.note(at("anchors"), "not-of-kind", { kind, field: "anchors" });
  const read: ContentLine = present({
    id: reader.matching(fields["id"], at("id"), /^K\d{2,3}$/, "K01"),
    name: reader.texts(fields["name"], at("name"), { most: MOST_HEADER }),
    section: optional(fields["section"], (id) => sectionOf(reader, id, at("section"), sections)),
    unit: optional(fields["unit"], (texts) => reader.texts(texts, at("unit"), { most: 40 })),
    evidence: optional(fields["evidence"], (texts) => reader.texts(texts, at("evidence"))),
    definition: optional(fields["definition"], (texts) => reader.texts(texts, at("definition"), { lines: true })),
    anchors:
      kind === "rating"
        ? optional(fields["anchors"], (list) => anchorsOf(reader, list, at("anchors"), numbers.maximum))
        : undefined,
    kind,
    direction:
      kindKnown && isDirected ? reader.oneOf(fields["direction"], at("direction"), ["higher", "lower"]) : undefined,
    ...numbers,
    aggregate: optional(fields["aggregate"], (word) => reader.oneOf(word, at("aggregate"), AGGREGATES)),
    level: optional(fields["level"], (word) => reader.oneOf(word, at("level"), ["team"] as const)),
    nature: optional(fields["nature"], (word) => reader.oneOf(word, at("nature"), LINE_NATURES)),
    weight: reader.number(fields["weight"], at("weight"), 0.01, 100),
  });
  if (reader.faults.length === before) checkScorable(reader, ruleOf(read), path);
  return read;
}

/** How a line of a template is scored. */
export function ruleOf(
  line: Pick<ContentLine, "kind" | "direction"> & LineNumbers,
): LineRule & { readonly kind: FormulaKind } {
  const { kind, direction } = line;
  const numbers = NUMBERS.flatMap((key) => (line[key] === undefined ? [] : [[key, line[key]] as const]));
  return { kind, ...Object.fromEntries(numbers), ...(direction === undefined ? {} : { direction }) };
}

function sectionOf(reader: Reader, value: unknown, path: string, sections: readonly string[]): string {
  if (typeof value === "string" && sections.includes(value)) return value;
  reader.note(path, "no-such-section", { allowed: sections.join(", ") });
  return "";
}

/** The lines: at least one, no id twice. */
export function linesOf(reader: Reader, value: unknown, sections: readonly string[]): readonly ContentLine[] {
  const lines = reader.list(value, "lines", [1, MOST_LINES], (entry, path) => line(reader, entry, path, sections));
  reader.unique(
    lines.map(({ id }) => id),
    "lines",
    "id",
  );
  return lines;
}
