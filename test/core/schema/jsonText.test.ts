import fc from "fast-check";
import { MOST_CHARACTERS, MOST_DEPTH, readJson } from "../../../src/core/schema/jsonText";

/** What the reader says: "ok", or reason and place. */
const said = (text: string): string => {
  const read = readJson(text);
  if (read.ok) return "ok";
  const { fault } = read;
  return fault.reason === "not-json"
    ? `${fault.path}: line ${String(fault.line)}, character ${String(fault.column)}`
    : `${fault.path}: ${fault.reason}`;
};

it("reads all that JSON.parse reads, to the same values", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(undefined, 2, "\t"), (text, space) => {
      const value: unknown = JSON.parse(text);
      if (/"(?:__proto__|constructor|prototype)"/.test(text)) return;
      const read = readJson(JSON.stringify(value, null, space));
      expect(read).toEqual({ ok: true, value });
    }),
  );
  expect(readJson('\uFEFF {"a": "\\u6307\\n\\"", "b": [1e3, -0.5, true, null]} ')).toEqual({
    ok: true,
    value: { a: '指\n"', b: [1000, -0.5, true, null] },
  });
});

it("refuses all that JSON.parse refuses", () => {
  const parses = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const broken = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom("", '"', "}", ",", "x", "\\", "01", "\u0001"))
    .map(
      ([text, at, piece]) => text.slice(0, at % (text.length + 1)) + piece + text.slice((at % (text.length + 1)) + 1),
    );
  fc.assert(
    fc.property(fc.oneof(broken, fc.string()), (text) => {
      if (!parses(text)) expect(readJson(text).ok).toBe(false);
    }),
  );
});

it.each([
  ["", "file: line 1, character 1"],
  ['{"lines": [1, 2', "lines: line 1, character 16"],
  ['{\n  "name": "a",\n  "lines": [{"weight": twenty}]\n}', "lines[0].weight: line 3, character 24"],
  ['{"a": 1} x', "file: line 1, character 10"],
  ['{"a": {"b": 1, "b": 2}}', "a.b: duplicate-key"],
  ['{"lines": [{"__proto__": {"isAdmin": true}}]}', "lines[0].__proto__: forbidden-key"],
  ['{"\\u005f_proto__": 1}', "__proto__: forbidden-key"],
  ['{"constructor": 1}', "constructor: forbidden-key"],
  ["[".repeat(100_000), `${"[0]".repeat(MOST_DEPTH + 1)}: too-deep`],
  [" ".repeat(MOST_CHARACTERS + 1), "file: file-too-large"],
])("tells where it stops: %#", (text, expected) => {
  expect(said(text)).toBe(expected);
});

it("makes plain objects that nothing is inherited into", () => {
  const read = readJson('{"a": {"toString": "x"}}');
  expect(read).toEqual({ ok: true, value: { a: { toString: "x" } } });
  expect(Object.prototype.toString.call({})).toBe("[object Object]");
});
