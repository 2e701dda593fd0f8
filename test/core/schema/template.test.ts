import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { FileResult } from "../../../src/core/schema/templateFile";
import { readCatalogueFile, templateById, templates } from "../../../src/core/templates/catalogue";

const FOLDER = path.join(process.cwd(), "src/core/templates");
const files = readdirSync(FOLDER).filter((file) => file.endsWith(".json"));
type Json = Record<string, unknown>;
const read = (file: string): Json => JSON.parse(readFileSync(path.join(FOLDER, file), "utf8")) as Json;

/** A copy of a template with one place changed; undefined takes the place out. */
function changed(place: readonly (string | number)[], value: unknown, file = "sales-exec.json"): Json {
  const copy = read(file);
  const last = place.at(-1) ?? "";
  let at: Record<string | number, unknown> = copy;
  for (const step of place.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  if (value === undefined) Reflect.deleteProperty(at, last);
  else at[last] = value;
  return copy;
}
const parse = (value: unknown): FileResult => readCatalogueFile(value as object);
/** All faults of a file of the catalogue's version, or "ok". */
const fault = (value: unknown): string => {
  const result = parse(value);
  return result.ok ? "ok" : result.faults.map(({ path: place, reason }) => `${place}: ${reason}`).join("; ");
};

describe("the templates on offer", () => {
  it("are all files of the folder, and each one is read", () => {
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect([file, fault(read(file))]).toEqual([file, "ok"]);
    expect(
      templates()
        .map(({ id }) => `${id}.json`)
        .sort(),
    ).toEqual([...files].sort());
    for (const { id } of templates()) expect(templateById(id)?.id).toBe(id);
    expect(templateById("no such template")).toBeNull();
  });
  it("say everything in both languages", () => {
    for (const template of templates())
      for (const line of template.lines)
        for (const text of [line.name, line.section, line.evidence, template.name, template.audience]) {
          expect(text.en).not.toMatch(/\p{Script=Han}/u);
          expect(text["zh-CN"]).toMatch(/\p{Script=Han}|^(?:CRM|ERP|KPI|BI|MES|HR)$/u);
        }
  });
});

describe("a damaged template", () => {
  it.each([
    [["id"], undefined, "id: missing"],
    [["id"], "", "id: unknown-value"],
    [["nameZh"], 3, "name.zh-CN: wrong-type"],
    [["colour"], "red", "colour: unknown-field"],
    [["scale"], undefined, "scale: missing"],
    [["lines"], {}, "lines: wrong-type"],
    [["lines"], [], "lines: too-few"],
    [["lines", 1, "kind"], "magic", "lines[1].kind: unknown-value"],
    [["lines", 1, "id"], "K01", "lines[1].id: duplicate"],
    [["lines", 1, "id"], "X1", "lines[1].id: unknown-value"],
    [["lines", 1, "threshold"], undefined, "lines[1].threshold: missing"],
    [["lines", 1, "threshold"], "28", "lines[1].threshold: wrong-type"],
    [["lines", 1, "threshold"], Number.NaN, "lines[1].threshold: wrong-type"],
    [["lines", 1, "direction"], undefined, "lines[1].direction: missing"],
    [["lines", 4, "zeroDistance"], undefined, "lines[4].zeroDistance: missing"],
    [["lines", 2, "weight"], -15, "lines[2].weight: out-of-range"],
    [["lines", 2, "weight"], 14, "lines: weights-not-100"],
    [["lines", 2, "name"], "x".repeat(201), "lines[2].name.en: too-long"],
    [["lines", 2, "nameZh"], "指".repeat(201), "lines[2].name.zh-CN: too-long"],
    [["lines", 2, "evidence"], "x".repeat(501), "lines[2].evidence.en: too-long"],
    [["sample"], undefined, "ok"],
    [["sample", "people", 0, "actuals"], [1, 2], "sample.people[0].actuals: wrong-count"],
    [["sample", "people", 0, "actuals", 3], null, "sample.people[0].actuals[3]: wrong-type"],
    [["sample", "people", 0, "name"], "Jo", "sample.people[0].name: unknown-field"],
  ] as const)("at %j is told by place and reason", (place, value, expected) => {
    expect(fault(changed(place, value))).toBe(expected);
  });

  it.each([
    [["gates", 0, "id"], "X1", "gates[0].id: unknown-value"],
    [["gates", 0, "nameZh"], undefined, "ok"],
    [["gates", 0, "line"], "K99", "gates[0].line: no-such-line"],
    [["gates", 0, "below"], undefined, "gates[0].below: missing"],
    [["gates", 0, "bestBand"], 5, "gates[0].bestBand: out-of-range"],
    [["gates", 0, "effect"], "lowest", "gates[0].effect: unknown-field"],
    [["gates"], "none", "gates: wrong-type"],
    [["lines", 5, "maximum"], undefined, "lines[5].maximum: missing"],
    [["lines", 5, "maximum"], 4.5, "lines[5].maximum: wrong-type"],
    [["lines", 5, "level"], "firm", "lines[5].level: unknown-value"],
    [["lines", 5, "nature"], "cause", "lines[5].nature: unknown-value"],
    [["lines", 5, "nature"], "lead", "ok"],
    [["subject"], "robot", "subject: unknown-value"],
    [["method"], "guess", "method: unknown-value"],
    [["words", 0], 7, "words.en[0]: wrong-type"],
    [["jobGroupZh"], undefined, "ok"],
    [["sample", "people", 0, "gates"], [true], "sample.people[0].gates: wrong-count"],
  ] as const)("with a gate and a rating at %j is told by place and reason", (place, value, expected) => {
    expect(fault(changed(place, value, "supplier.json"))).toBe(expected);
  });

  it.each([null, undefined, 3, "text", [], true])("that is %p is no template", (value) => {
    expect(fault(value)).not.toBe("ok");
  });

  it("with more lines or people than there is room for is too large", () => {
    const copy = read("sales-exec.json");
    expect(fault({ ...copy, lines: Array.from({ length: 41 }, () => ({})) })).toBe("lines: too-many");
    expect(fault({ ...copy, sample: { people: Array.from({ length: 41 }, () => ({})) } })).toBe(
      "sample.people: too-many",
    );
  });

  /** Every place of a JSON value, as a path. */
  function places(value: unknown, at: readonly (string | number)[] = []): (string | number)[][] {
    if (typeof value !== "object" || value === null) return [[...at]];
    const keys: (string | number)[] = Array.isArray(value) ? value.map((_, i) => i) : Object.keys(value);
    return [
      ...(at.length === 0 ? [] : [[...at]]),
      ...keys.flatMap((key) => places((value as Json)[key], [...at, key])),
    ];
  }
  const isTold = (result: FileResult): boolean =>
    result.ok ||
    (result.faults.length > 0 && result.faults.every(({ path, reason }) => path !== "" && reason !== ("" as string)));

  it("anywhere, by anything, is either still a template or told by place and reason: never an exception", () => {
    const all = places(read("sales-exec.json"));
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.option(fc.jsonValue(), { nil: undefined }), (place, value) =>
        isTold(parse(changed(place, value))),
      ),
      { numRuns: 500 },
    );
  });
  it("any other JSON is told too", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => !parse(value).ok && isTold(parse(value))));
  });
  it("never changes what it is given, and __proto__ is a field like any other", () => {
    const value = read("sales-exec.json");
    const before = JSON.stringify(value);
    parse(value);
    expect(JSON.stringify(value)).toBe(before);
    expect(fault(JSON.parse(before.replace("{", '{"__proto__": {"x": 1},')))).toBe("__proto__: forbidden-key");
  });
});
