import { readFileSync } from "node:fs";
import { agrees } from "../../tools/vectors/compare";
import { ADAPTERS, casesOf, runCase, type VectorCase } from "../../tools/vectors/runCases";
import { Refused } from "../../tools/vectors/adapter";

const run = (kind: string, input: Record<string, unknown>, expected: unknown, tolerance = 1e-9): string =>
  runCase({ id: "x", kind, input, expected, tolerance }).outcome;

describe("the vectors command", () => {
  it("passes a case that agrees and fails one that does not", () => {
    expect(run("weights.rankSum", { n: 4 }, [0.4, 0.3, 0.2, 0.1])).toBe("ok");
    expect(run("weights.rankSum", { n: 4 }, [0.4, 0.3, 0.2, 0.2])).toBe("FAIL");
    expect(run("round.excel", { x: 2.15, digits: 1 }, 2.1)).toBe("FAIL");
  });
  it("calls a kind or a shape that it does not know unsupported", () => {
    expect(run("weights.dice", {}, 1)).toBe("unsupported");
    expect(run("constructor", {}, 1)).toBe("unsupported");
    expect(run("weights.rankSum", { m: 4 }, 1)).toBe("unsupported");
  });
  it("takes an expected error or null for a refusal, and nothing else", () => {
    expect(run("aggregate.geometricMean", { x: [1, 0], weights: [1, 1] }, "error", 0)).toBe("ok");
    expect(run("aggregate.geometricMean", { x: [1, 2], weights: [1, 1] }, "error", 0)).toBe("FAIL");
    expect(agrees(new Refused("empty"), 0, 1)).toBe(false);
    expect(agrees(null, 0, 1)).toBe(false);
    expect(agrees(Number.NaN, 0, 1)).toBe(false);
  });
  it("lets one refused item stand in its place, and take the whole with it where an error is expected", () => {
    const list = [1, new Refused("empty")];
    expect(agrees(list, [1, null], 0)).toBe(true);
    expect(agrees(list, "error", 0)).toBe(true);
    expect(agrees(list, [1, 1], 0)).toBe(false);
    expect(agrees([1, 2], "error", 0)).toBe(false);
  });
  it("compares every part, missing parts too", () => {
    expect(agrees({ a: [1, 2] }, { a: [1, 2], b: 1 }, 0)).toBe(false);
    expect(agrees([1], [1, 2], 0)).toBe(false);
    expect(agrees({ a: 1.0005, more: 9 }, { a: 1 }, 0.001)).toBe(true);
  });
  it("reads a list or an object with cases", () => {
    expect(casesOf([{ id: "a", kind: "k" }])).toHaveLength(1);
    expect(casesOf({ cases: [] })).toEqual([]);
    expect(casesOf("x")).toBeNull();
  });
});

const casesIn = (file: string): readonly VectorCase[] =>
  casesOf(JSON.parse(readFileSync(`test/fixtures/vectors/${file}.json`, "utf8")) as unknown) ?? [];
/** Edge cases of every kind, their values computed by numpy, scipy, exact fractions, or by hand. */
const cases = casesIn("edgeCases");

/** Something near, but not the same. */
function disturbed(expected: unknown): unknown {
  if (typeof expected === "number") return expected + 0.5;
  if (typeof expected === "boolean") return !expected;
  if (expected === null || typeof expected === "string") return 0.5;
  if (Array.isArray(expected)) return expected.map(disturbed);
  return Object.fromEntries(Object.entries(expected as object).map(([key, value]) => [key, disturbed(value)]));
}

describe("edge cases of every kind", () => {
  it.each(cases.map((entry) => [entry.kind, entry.id, entry] as const))("%s: %s", (_kind, _id, entry) => {
    expect(runCase(entry)).toMatchObject({ outcome: "ok" });
    expect(runCase({ ...entry, expected: disturbed(entry.expected) })).toMatchObject({ outcome: "FAIL" });
  });
  it("know every kind that there is", () => {
    expect(new Set(cases.map(({ kind }) => kind))).toEqual(new Set(Object.keys(ADAPTERS)));
  });
});

describe("cases computed from the definitions", () => {
  const defined = casesIn("definitions");
  it.each([...new Set(defined.map(({ kind }) => kind))])("agree: %s", (kind) => {
    const failed = defined.filter((entry) => entry.kind === kind).map(runCase);
    expect(failed.filter(({ outcome }) => outcome !== "ok")).toEqual([]);
  });
  it("know every kind that there is", () => {
    expect(new Set(defined.map(({ kind }) => kind))).toEqual(new Set(Object.keys(ADAPTERS)));
  });
});

describe("random cases solved by a linear program", () => {
  it.each(["robustness.smallestTransferToTie", "weights.bwm"])(
    "agree with the closed form or the simplex of %s",
    (kind) => {
      const solved = casesIn("linearPrograms").filter((entry) => entry.kind === kind);
      expect(solved.length).toBeGreaterThan(50);
      expect(solved.map(runCase).filter(({ outcome }) => outcome !== "ok")).toEqual([]);
    },
  );
});
