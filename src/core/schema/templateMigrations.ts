/**
 * Template files by schema version.
 * 1: two flat fields a text ("name", "nameZh"), a section written out on every line. The catalogue's own files are of this version.
 * 2: a text is {"en": …, "zh-CN": …}, sections are a list that lines name by id; bands, worths of points, anchors, palette.
 * 3: beside scorecards of lines there are items for the workbook of a method, which the field "workbook" names.
 */
import { without } from "./fields";
import { migrationSequence } from "./migrations";

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const eachOf = (value: unknown, change: (entry: Json) => Json): unknown =>
  Array.isArray(value) ? value.map((entry: unknown) => (isObject(entry) ? change(entry) : entry)) : value;

/** "name" and "nameZh" → "name": {"en": …, "zh-CN": …}; a field that is in neither language stays out. */
function joined(fields: Json, keys: readonly string[]): Json {
  const both = new Map(Object.entries(fields));
  for (const key of keys) {
    const [en, zh] = [fields[key], fields[`${key}Zh`]];
    both.delete(`${key}Zh`);
    if (en === undefined && zh === undefined) continue;
    const texts = { ...(en === undefined ? {} : { en }), ...(zh === undefined ? {} : { "zh-CN": zh }) };
    both.set(key, texts);
  }
  return Object.fromEntries(both);
}

const LINE_TEXTS = ["name", "section", "unit", "evidence", "definition"];

/** Sections in the order in which the lines name them, and the lines with their ids. */
function withSections(lines: unknown): { readonly lines: unknown; readonly sections: readonly Json[] } {
  const sections = new Map<string, Json>();
  const named = eachOf(lines, (line) => {
    if (line["section"] === undefined) return line;
    const key = JSON.stringify(line["section"]);
    const known = sections.get(key) ?? { id: `S${String(sections.size + 1)}`, name: line["section"] };
    sections.set(key, known);
    return { ...line, section: known["id"] };
  });
  return { lines: named, sections: [...sections.values()] };
}

function bilingualObjects(value: unknown): unknown {
  if (!isObject(value)) return value;
  const fields = joined(without(value, "entry"), ["name", "audience", "field", "jobGroup", "words"]);
  const { lines, sections } = withSections(eachOf(fields["lines"], (line) => joined(line, LINE_TEXTS)));
  const sample = fields["sample"];
  return {
    ...fields,
    ...(sections.length === 0 ? {} : { sections }),
    lines,
    ...(fields["gates"] === undefined ? {} : { gates: eachOf(fields["gates"], (gate) => joined(gate, ["name"])) }),
    ...(isObject(sample)
      ? { sample: { ...sample, people: eachOf(sample["people"], (person) => joined(person, ["department"])) } }
      : {}),
  };
}

export const TEMPLATE_VERSIONS = migrationSequence("evenhand-template", 1, [
  { id: "evenhand-template/2", up: bilingualObjects },
  // Every scorecard of version 2 is one of version 3 as it stands.
  { id: "evenhand-template/3", up: (value) => value },
]);
