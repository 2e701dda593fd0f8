/**
 * What stands in a template file beside its lines: sections, gates, bands, worths of points, search words, sample
 * people.
 */
import { optional, present, type Fields, type Reader } from "./fields";
import { MOST_HEADER, MOST_LINES, MOST_WORTH, RATING_SCALE } from "./contentLines";
import { within } from "./jsonText";
import { ITEM_SIDES, type ItemLimits, type ItemSide, type TemplatePoints } from "./template";
import type {
  ContentBand,
  ContentGate,
  ContentItem,
  ContentPerson,
  ContentSection,
  TemplateContent,
} from "./contentTypes";

const MOST_SECTIONS = 20;
export const MOST_GATES = 6;
export const MOST_ITEMS = 12;
const MOST_ITEM_POINTS = 100;
export const MOST_BANDS = 9;
const BANDS: readonly [least: number, most: number] = [2, MOST_BANDS];
const MOST_PEOPLE = 40;
const MOST_WORDS = 20;
const MOST_BAND = 1000;

const ID = /^(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** The fields that say what a template is: for every kind of template the same. */
export const ABOUT_FIELDS = ["id", "name", "audience", "field", "words"];

/** What a template is, before what it holds: noted first, as a person reads it. */
export const aboutOf = (reader: Reader, fields: Fields) =>
  present({
    id: reader.matching(fields["id"], "id", ID, "sales-team-2"),
    name: reader.texts(fields["name"], "name", { most: 120 }),
    audience: optional(fields["audience"], (value) => reader.texts(value, "audience")),
    field: optional(fields["field"], (value) => reader.texts(value, "field", { most: 120 })),
    words: optional(fields["words"], (value) => wordsOf(reader, value)),
  });

/** The sections of a template file; faults are noted by the reader. */
export function sectionsOf(reader: Reader, value: unknown): readonly ContentSection[] {
  const sections = reader.list(value, "sections", [0, MOST_SECTIONS], (entry, path): ContentSection => {
    const fields = reader.object(entry, path, ["id", "name", "weight"]);
    return present({
      id: reader.matching(fields["id"], within(path, "id"), /^S\d{1,2}$/, "S1"),
      name: reader.texts(fields["name"], within(path, "name"), { most: 120 }),
      weight: optional(fields["weight"], (weight) => reader.number(weight, within(path, "weight"), 0, 100)),
    });
  });
  reader.unique(
    sections.map(({ id }) => id),
    "sections",
    "id",
  );
  return sections;
}

function gate(reader: Reader, value: unknown, path: string, lines: readonly string[], bands: number): ContentGate {
  const fields = reader.object(value, path, ["id", "name", "line", "below", "bestBand"]);
  const base = {
    id: reader.matching(fields["id"], within(path, "id"), /^G\d{1,2}$/, "G1"),
    name: reader.texts(fields["name"], within(path, "name"), { most: MOST_HEADER }),
    bestBand: reader.whole(fields["bestBand"], within(path, "bestBand"), 1, bands - 1),
  };
  const { line } = fields;
  if (line === undefined && fields["below"] === undefined) return base;
  if (line === undefined) reader.note(within(path, "line"), "missing");
  else if (typeof line !== "string" || !lines.includes(line))
    reader.note(within(path, "line"), "no-such-line", { allowed: lines.join(", ") });
  return {
    ...base,
    line: typeof line === "string" ? line : "",
    below: reader.number(fields["below"], within(path, "below")),
  };
}

/** @param bands how many bands there are: the best one cannot be what a broken gate leaves */
export function gatesOf(
  reader: Reader,
  value: unknown,
  lines: readonly string[],
  bands: number,
): readonly ContentGate[] {
  const gates = reader.list(value, "gates", [0, MOST_GATES], (entry, path) => gate(reader, entry, path, lines, bands));
  reader.unique(
    gates.map(({ id }) => id),
    "gates",
    "id",
  );
  return gates;
}

/** Bonus and deduction items of a template file; what is wrong is noted with its path in `reader`. */
export function itemsOf(reader: Reader, value: unknown): readonly ContentItem[] {
  const items = reader.list(value, "items", [0, MOST_ITEMS], (entry, path): ContentItem => {
    const fields = reader.object(entry, path, ["id", "name", "side", "points", "limit"]);
    return present({
      id: reader.matching(fields["id"], within(path, "id"), /^X\d{1,2}$/, "X1"),
      name: reader.texts(fields["name"], within(path, "name"), { most: MOST_HEADER }),
      side: reader.oneOf(fields["side"], within(path, "side"), ITEM_SIDES),
      points: reader.number(fields["points"], within(path, "points"), 0, MOST_ITEM_POINTS),
      limit: optional(fields["limit"], (limit) => reader.number(limit, within(path, "limit"), 0, MOST_ITEM_POINTS)),
    });
  });
  reader.unique(
    items.map(({ id }) => id),
    "items",
    "id",
  );
  return items;
}

/** Most bonus and most deduction, in points of the total; what is wrong is noted in `reader`. */
export function itemLimitsOf(reader: Reader, value: unknown): ItemLimits {
  const fields = reader.object(value, "itemLimits", ITEM_SIDES);
  const most = (side: ItemSide): number => reader.number(fields[side], within("itemLimits", side), 0, MOST_ITEM_POINTS);
  return { bonus: most("bonus"), deduction: most("deduction") };
}

/** Worst first: the first one takes all that is left, the others begin one above the other. */
export function bandsOf(reader: Reader, value: unknown): readonly ContentBand[] {
  const bands = reader.list(value, "bands", BANDS, (entry, path): ContentBand => {
    const fields = reader.object(entry, path, ["name", "from"]);
    const at = within(path, "from");
    if (path === "bands[0]" && fields["from"] !== undefined) reader.note(at, "unknown-field");
    return present({
      name: reader.texts(fields["name"], within(path, "name"), { most: 40 }),
      from: path === "bands[0]" ? undefined : reader.number(fields["from"], at, 0, MOST_BAND),
    });
  });
  bands.forEach(({ from }, i) => {
    const under = bands[i - 1]?.from;
    if (from !== undefined && under !== undefined && from <= under)
      reader.note(`bands[${String(i)}].from`, "order", { above: under });
  });
  for (const language of ["en", "zh-CN"] as const)
    reader.unique(
      bands.map(({ name }) => name[language]?.toLowerCase() ?? ""),
      "bands",
      `name.${language}`,
    );
  return bands;
}

/**
 * What the points of rating scales are worth: one entry a scale, worths that do not fall; faults are noted by the
 * reader.
 */
export function pointsOf(reader: Reader, value: unknown): readonly TemplatePoints[] {
  const scales = reader.list(value, "points", [0, RATING_SCALE[1]], (entry, path): TemplatePoints => {
    const fields = reader.object(entry, path, ["scale", "worths"]);
    const scale = reader.whole(fields["scale"], within(path, "scale"), ...RATING_SCALE);
    const at = within(path, "worths");
    const worths = reader.list(fields["worths"], at, RATING_SCALE, (worth, place) =>
      reader.number(worth, place, 0, MOST_WORTH),
    );
    if (Array.isArray(fields["worths"]) && worths.length !== scale)
      reader.note(at, "wrong-count", { count: worths.length, expected: scale });
    worths.forEach((worth, i) => {
      const under = worths[i - 1];
      if (under !== undefined && worth < under) reader.note(within(at, i), "order", { above: under });
    });
    return { scale, worths };
  });
  reader.unique(
    scales.map(({ scale }) => String(scale)),
    "points",
    "scale",
  );
  return scales;
}

/** Further words to find a template by, in each language. */
function wordsOf(reader: Reader, value: unknown): NonNullable<TemplateContent["words"]> {
  const fields = reader.object(value, "words", ["en", "zh-CN"]);
  const list = (language: string): readonly string[] | undefined =>
    optional(fields[language], (words) =>
      reader.list(words, within("words", language), [0, MOST_WORDS], (word, path) =>
        reader.text(word, path, { most: 60 }),
      ),
    );
  return present({ en: list("en"), "zh-CN": list("zh-CN") });
}

/** @param counts lines, and gates that a person answers; null where they could not be read */
export function sampleOf(
  reader: Reader,
  value: unknown,
  counts: readonly [lines: number, asked: number] | null,
): NonNullable<TemplateContent["sample"]> {
  const fields = reader.object(value, "sample", ["people"]);
  const people = reader.list(fields["people"], "sample.people", [1, MOST_PEOPLE], (entry, path): ContentPerson => {
    const own = reader.object(entry, path, ["department", "actuals", "gates"]);
    const [actualsAt, gatesAt] = [within(path, "actuals"), within(path, "gates")];
    const actuals = reader.list(own["actuals"], actualsAt, [1, MOST_LINES], (actual, at) => reader.number(actual, at));
    if (counts !== null && Array.isArray(own["actuals"]) && actuals.length !== counts[0])
      reader.note(actualsAt, "wrong-count", { count: actuals.length, expected: counts[0] });
    const gates = reader.list(own["gates"], gatesAt, [0, MOST_GATES], (answer, at) => {
      if (typeof answer !== "boolean") reader.note(at, "wrong-type", { type: "boolean" });
      return answer === true;
    });
    if (counts !== null && gates.length !== counts[1])
      reader.note(gatesAt, "wrong-count", { count: gates.length, expected: counts[1] });
    return present({
      department: reader.texts(own["department"], within(path, "department"), { most: 120 }),
      actuals,
      gates: own["gates"] === undefined ? undefined : gates,
    });
  });
  return { people };
}
