/** Template files: what is written is read again; what is damaged is refused with places and reasons, and changes nothing. */
import Ajv from "ajv";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileOf, parseTemplateFile, readTemplateFile, templateFileText } from "../../../src/core/schema/templateFile";
import { templateOf } from "../../../src/core/schema/templateOf";
import { ITEM_METHODS, itemTableOf } from "../../../src/core/methods/itemFields";
import { isScorecardContent, type AnyContent, type TemplateContent } from "../../../src/core/schema/contentTypes";
import { catalogueContent, templates } from "../../../src/core/templates/catalogue";
import { blueprintOf } from "../../support/generated";
import { METHOD_CONTENTS, otherOf, usualOf } from "../../support/methodContents";
import { contents } from "../../support/templateContents";

jest.setTimeout(120_000);

const schema = JSON.parse(readFileSync(path.join(process.cwd(), "docs/template.schema.json"), "utf8")) as object;
const fitsSchema = new Ajv({ allErrors: false, strict: false }).compile(schema);
const fixture = (name: string): string =>
  readFileSync(path.join(process.cwd(), "test/fixtures/templates", name), "utf8");
const catalogue = templates().flatMap(({ id }) => catalogueContent(id) ?? []);
const rich = (): TemplateContent => {
  const found = catalogueContent("supplier");
  if (found === null) throw new Error("no template");
  return { ...found, sample: { people: found.sample?.people.slice(0, 1) ?? [] } };
};
const faultsOf = (text: string): readonly string[] => {
  const read = readTemplateFile(text);
  return read.ok ? [] : read.faults.map((fault) => `${fault.path}: ${fault.reason}`);
};

describe("a template that was exported", () => {
  it("is imported as what it was, and makes the same workbook", () => {
    fc.assert(
      fc.property(contents, (content) => {
        const read = readTemplateFile(templateFileText(content));
        if (!read.ok) throw new Error(JSON.stringify(read.faults));
        expect(read.content).toEqual(content);
        // Written again, it is the same text: nothing is lost or added on the way.
        expect(templateFileText(read.content)).toBe(templateFileText(read.content));
      }),
      { numRuns: 200 },
    );
  });
  it.each(catalogue.map((content) => [content.id, content] as const))("%s: the same blueprint", (_, content) => {
    const read = readTemplateFile(templateFileText(content));
    if (!read.ok || !isScorecardContent(read.content)) throw new Error("refused");
    for (const language of ["en", "zh-CN"] as const)
      expect(blueprintOf({ template: templateOf(read.content), language })).toEqual(
        blueprintOf({ template: templateOf(content), language }),
      );
  });
});

describe("a file of an earlier version", () => {
  it("is read as it was meant: the frozen file of version 1", () => {
    const read = readTemplateFile(fixture("version-1.evenhand.json"));
    if (!read.ok || !isScorecardContent(read.content)) throw new Error(JSON.stringify(read));
    expect(read.version).toBe(1);
    const { content } = read;
    expect(content.name).toEqual({ en: "Supplier scorecard", "zh-CN": "供应商考核表" });
    expect(content.sections?.map(({ id, name }) => [id, name.en])).toEqual([
      ["S1", "Quality"],
      ["S2", "Delivery"],
      ["S3", "Cost"],
      ["S4", "Service"],
      ["S5", "Risk"],
      ["S6", "Development"],
    ]);
    expect(content.lines[0]?.section).toBe("S1");
    expect(content.gates).toEqual([
      {
        id: "G1",
        name: { en: "Compliance audit below 60", "zh-CN": "合规审核低于60分" },
        line: "K05",
        below: 60,
        bestBand: 1,
      },
    ]);
  });
  it("is read as it was meant: the frozen file of version 2", () => {
    const read = readTemplateFile(fixture("version-2.evenhand.json"));
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    expect(read.version).toBe(2);
    expect(read.content).toEqual({ ...rich(), id: "own-supplier" });
  });
  it.each([
    [4, "schemaVersion: too-new"],
    [0, "schemaVersion: too-old"],
    ["2", "schemaVersion: no-version"],
    [undefined, "schemaVersion: no-version"],
  ])("%p is told", (schemaVersion, expected) => {
    expect(faultsOf(JSON.stringify({ ...fileOf(rich()), schemaVersion }))).toEqual([expected]);
  });
  it("that is somebody else's is told", () => {
    expect(faultsOf('{"name": "package"}')).toEqual(["format: not-a-template"]);
    expect(faultsOf("[]")).toEqual(["file: not-a-template"]);
  });
});

type Json = Record<string, unknown>;
const copyOf = (content: AnyContent): Json => JSON.parse(JSON.stringify(fileOf(content))) as Json;
const copy = (): Json => copyOf(rich());
/** Every place of a JSON value, as a path. */
function places(value: unknown, at: readonly (string | number)[] = []): (string | number)[][] {
  const own = at.length === 0 ? [] : [[...at]];
  if (typeof value !== "object" || value === null) return own;
  const keys: (string | number)[] = Array.isArray(value) ? value.map((_, i) => i) : Object.keys(value);
  return [...own, ...keys.flatMap((key) => places((value as Json)[key], [...at, key]))];
}
function changed(place: readonly (string | number)[], value: unknown, whole = copy()): Json {
  let at: Record<string | number, unknown> = whole;
  for (const step of place.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  const last = place.at(-1) ?? "";
  if (value === undefined) Reflect.deleteProperty(at, last);
  else at[last] = value;
  return whole;
}

describe("what is wrong with a template", () => {
  it("is told all at once, each with its place", () => {
    const whole = copy();
    const lines = whole["lines"] as Json[];
    Object.assign(lines[0] ?? {}, { weight: "40", kind: "magic" });
    Object.assign(lines[2] ?? {}, { name: {}, section: "S99" });
    whole["palette"] = "pink";
    expect(faultsOf(JSON.stringify(whole))).toEqual([
      "palette: unknown-value",
      "lines[0].kind: unknown-value",
      "lines[0].weight: wrong-type",
      "lines[2].name: no-language",
      "lines[2].section: no-such-section",
    ]);
  });
  it.each([
    [["lines", 0, "weight"], 39, ["lines: weights-not-100"]],
    [["sections", 0, "weight"], 12, ["sections[0].weight: section-weight"]],
    [["sections", 1, "id"], "S1", ["sections[1].id: duplicate", "lines[1].section: no-such-section"]],
    [["lines", 0, "threshold"], 1e13, ["lines[0].threshold: out-of-range"]],
    [["lines", 0, "unitPoints"], 5, ["lines[0].unitPoints: not-of-kind"]],
    [["lines", 0, "anchors"], [], ["lines[0].anchors: not-of-kind"]],
    [["lines", 0, "name", "en"], "a\u0000b", ["lines[0].name.en: control-character"]],
    [["lines", 0, "name", "en"], "a\nb", ["lines[0].name.en: control-character"]],
    [["lines", 0, "name", "en"], "\ud83d", ["lines[0].name.en: control-character"]],
    [["bands"], [{ name: { en: "A" } }], ["bands: too-few"]],
    [
      ["bands"],
      [
        { name: { en: "A" }, from: 1 },
        { name: { en: "a" }, from: 2 },
      ],
      ["bands[0].from: unknown-field", "bands[1].name.en: duplicate"],
    ],
    [
      ["bands"],
      [{ name: { en: "A" } }, { name: { en: "B" }, from: 5 }, { name: { en: "C" }, from: 5 }],
      ["bands[2].from: order"],
    ],
    [["points"], [{ scale: 4, worths: [0, 1, 0.5] }], ["points[0].worths: wrong-count", "points[0].worths[2]: order"]],
    [["id"], "../../etc", ["id: unknown-value"]],
  ] as const)("at %j is told: %#", (place, value, expected) => {
    expect(faultsOf(JSON.stringify(changed(place, value)))).toEqual(expected);
  });
  it.each([
    [{ kind: "curve", direction: "higher", threshold: 5, target: 5 }, "threshold"],
    [{ kind: "curve", direction: "lower", threshold: 5, target: 9 }, "direction"],
    [{ kind: "curve", direction: "higher", threshold: 5, target: 9, stretch: 8 }, "stretch"],
    [{ kind: "range", low: 5, high: 4, zeroDistance: 1 }, "high"],
    [{ kind: "range", low: 5, high: 6, zeroDistance: 0 }, "zeroDistance"],
    [{ kind: "zero", worstAllowed: 0 }, "worstAllowed"],
    [{ kind: "linear", baseline: 3, target: 3 }, "baseline"],
    [{ kind: "ratio", direction: "higher", target: -3 }, "target"],
    [{ kind: "deduction", maximum: 0, unitPoints: 1 }, "maximum"],
    [{ kind: "steps", worthBelow: 0, step1: 5, worth1: 0.5, step2: 5, worth2: 1 }, "step2"],
    [{ kind: "steps", worthBelow: 0, step1: 5, worth1: 0.5, step2: 6 }, "worth2"],
  ])("is also a line that nobody could be scored on: %j", (numbers, field) => {
    const line = { id: "K01", name: { en: "A" }, weight: 100, ...numbers };
    expect(faultsOf(JSON.stringify({ ...copy(), gates: [], sample: undefined, lines: [line] }))).toEqual([
      `lines[0].${field}: cannot-score`,
    ]);
  });
});

describe("what is wrong with the items of a method", () => {
  it.each([
    ["bars", ["workbook"], "brainwave", ["workbook: unknown-value"]],
    ["bars", ["method"], "kpi", ["method: unknown-field"]],
    ["bars", ["items", 0, "weight"], 41, ["items: weights-not-100"]],
    ["bars", ["items", 0, "weight"], "65", ["items[0].weight: wrong-type"]],
    ["bars", ["items", 0, "weight"], -1, ["items[0].weight: out-of-range"]],
    ["bars", ["items", 2, "a4"], undefined, ["items[2].a4: missing"]],
    ["bars", ["items", 2, "a5"], { en: "too high" }, ["items[2].a5: unknown-field"]],
    ["bars", ["points"], 5, ["points: unknown-value"]],
    ["bars", ["items", 1, "item"], {}, ["items[1].item: no-language"]],
    ["bars", ["items", 1, "item", "en"], "x".repeat(201), ["items[1].item.en: too-long"]],
    ["bars", ["items"], [], ["items: too-few"]],
    ["bars", ["items"], Array.from({ length: 13 }, () => ({})), ["items: too-many"]],
    ["bars", ["settings", "MaxSpread"], 10, ["settings.MaxSpread: out-of-range"]],
    ["bars", ["settings", "Pass"], 10, ["settings.Pass: unknown-field"]],
    ["rating-scale", ["items", 0, "p7"], undefined, ["items[0].p7: missing"]],
    ["narrative", ["points"], 5, ["points: unknown-field"]],
    ["narrative", ["bands"], [{ name: { en: "A" } }, { name: { en: "B" }, from: 1 }], ["bands: unknown-field"]],
    ["narrative", ["items", 0, "prompt", "en"], "a\nb", ["items[0].prompt.en: control-character"]],
    ["checklist", ["items", 0, "opposite"], 7, ["items[0].opposite: no-such-item"]],
    ["checklist", ["items", 0, "opposite"], 1, ["items[0].opposite: no-such-item"]],
    ["checklist", ["items", 0, "reversed"], "yes", ["items[0].reversed: wrong-type"]],
    ["combined", ["items", 0, "full"], 4, ["items[0].full: cannot-score"]],
    ["manager-360", ["settings", "WBoss"], 26, ["settings.WBoss: weights-not-100"]],
    ["manager-360", ["settings", "WPeers"], undefined, ["settings.WPeers: missing"]],
  ] as const)("%s at %j is told: %#", (method, place, value, expected) => {
    expect(faultsOf(JSON.stringify(changed(place, value, copyOf(otherOf(method)))))).toEqual(expected);
  });
  it("is told all at once", () => {
    const whole = copyOf(usualOf("site-audit"));
    const items = whole["items"] as Json[];
    Object.assign(items[0] ?? {}, { item: "bare", critical: 1 });
    Object.assign(items[3] ?? {}, { weight: 101 });
    whole["palette"] = "pink";
    expect(faultsOf(JSON.stringify(whole))).toEqual([
      "palette: unknown-value",
      "items[0].item: wrong-type",
      "items[0].critical: wrong-type",
      "items[3].weight: out-of-range",
    ]);
  });
  it("names every method that there is", () => {
    expect(ITEM_METHODS.filter((method) => itemTableOf(method) === null)).toEqual([]);
    expect(itemTableOf("kpi")).toBeNull();
  });
});

/** What a schema cannot say. */
const BEYOND_SCHEMA: readonly string[] = [
  "duplicate",
  "control-character",
  "no-such-section",
  "no-such-line",
  "order",
  "cannot-score",
  "wrong-count",
  "weights-not-100",
  "section-weight",
  "no-such-item",
];
/**
 * With bands of its own a gate may leave others, and a longer scale has more points: the schema knows only the most there can
 * be.
 */
const isBeyond = ({ path: place, reason }: { readonly path: string; readonly reason: string }): boolean =>
  BEYOND_SCHEMA.includes(reason) ||
  (reason === "out-of-range" && place.endsWith("bestBand")) ||
  ((reason === "unknown-field" || reason === "missing") && /\.[ap]\d+$/.test(place));
/** One template of each kind: a scorecard, and the items of each method. */
const kinds: readonly (readonly [string, AnyContent])[] = [
  ["scorecard", rich()],
  ...ITEM_METHODS.map((method) => [method, otherOf(method)] as const),
];

it("reads the examples of docs/templates.md, which the JSON Schema takes as well", () => {
  const page = readFileSync(path.join(process.cwd(), "docs/templates.md"), "utf8");
  const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = ""]) => text);
  expect(examples).toHaveLength(2);
  for (const text of examples) expect([faultsOf(text), fitsSchema(JSON.parse(text))]).toEqual([[], true]);
});

describe("the JSON Schema in docs", () => {
  it("takes every template of the catalogue, and whatever else is valid", () => {
    for (const content of [...catalogue, ...METHOD_CONTENTS.map(([, each]) => each)])
      expect([content.id, fitsSchema(fileOf(content))]).toEqual([content.id, true]);
    fc.assert(
      fc.property(contents, (content) => fitsSchema(JSON.parse(templateFileText(content)))),
      { numRuns: 200 },
    );
  });
  it.each(kinds)("agrees with the import on what is damaged: %s", (kind, content) => {
    const all = places(copyOf(content));
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.oneof(
          fc.jsonValue({ maxDepth: 2 }),
          fc.constant(undefined),
          fc.constantFrom(0, -1, 1.5, 200, "", "K01", "x".repeat(501)),
        ),
        (place, value) => {
          const file: unknown = JSON.parse(JSON.stringify(changed(place, value, copyOf(content))));
          const read = parseTemplateFile(file);
          const fits = fitsSchema(file);
          return fits === read.ok || (fits && !read.ok && read.faults.some(isBeyond));
        },
      ),
      { numRuns: kind === "scorecard" ? 1500 : 400 },
    );
  });
});

describe.each(kinds)("thousands of damaged files of a %s", (kind, content) => {
  const runs = kind === "scorecard" ? 10_000 : 1500;
  const text = templateFileText(content);
  const all = places(copyOf(content));
  const bytes = fc.tuple(fc.nat(), fc.nat({ max: 40 }), fc.string({ maxLength: 3 })).map(([at, cut, put]) => {
    const from = at % text.length;
    return text.slice(0, from) + put + text.slice(from + cut);
  });
  const hostile = fc.constantFrom<unknown>(
    { __proto__: null, constructor: 1 },
    "=cmd|'/c calc'!A1",
    "\u202e",
    "x".repeat(5000),
    1e308,
    -1,
    [],
    {},
    null,
    true,
    Array.from({ length: 500 }, () => ({})),
  );
  const structure = fc
    .tuple(fc.constantFrom(...all), fc.oneof(hostile, fc.jsonValue(), fc.constant(undefined)))
    .map(([place, value]) => JSON.stringify(changed(place, value, copyOf(content))));
  const extra = fc
    .tuple(fc.constantFrom("__proto__", "constructor", "prototype", "toString", "extra"), fc.jsonValue())
    .map(([key, value]) => text.replace("{", `{${JSON.stringify(key)}: ${JSON.stringify(value)},`));

  it("are each refused with places and reasons, or are a template still; never an exception, nothing changed", () => {
    const before = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
    let refused = 0;
    fc.assert(
      fc.property(fc.oneof(bytes, structure, extra), (damaged) => {
        const read = readTemplateFile(damaged);
        if (read.ok) {
          // Whatever is taken is a whole template: it can be written and read again.
          const again = readTemplateFile(templateFileText(read.content));
          if (!again.ok || JSON.stringify(again.content) !== JSON.stringify(read.content)) throw new Error(damaged);
          return;
        }
        refused += 1;
        const isTold = read.faults.every(({ path: place, reason }) => place !== "" && /^[a-z-]+[0-9]*$/.test(reason));
        if (read.faults.length === 0 || !isTold) throw new Error(`not told: ${damaged}`);
      }),
      { numRuns: runs },
    );
    expect(refused).toBeGreaterThan(0.6 * runs);
    expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(before);
    expect(({} as Json)["isAdmin"]).toBeUndefined();
  });
});
