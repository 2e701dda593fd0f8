import fc from "fast-check";
import { calibrate } from "../../../src/core/raters/calibration";
import { raterSigns, type RaterSigns, type RaterTable } from "../../../src/core/raters/raterErrors";

const value = <T>(result: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
};
/** A rater who tells people and dimensions apart: every row differs, on the scale 1–5. */
const careful = (rater: string, shift = 0): RaterTable => ({
  rater,
  ratings: [
    [2, 3, 4],
    [3, 4, 2],
    [4, 2, 3],
    [3, 2, 4],
    [2, 4, 3],
    [4, 3, 2],
    [3, 4, 3],
    [2, 3, 2],
  ].map((row) => row.map((x) => Math.min(5, Math.max(1, x + shift)))),
});
const signs = (tables: readonly RaterTable[]): readonly RaterSigns[] => value(raterSigns(tables));

describe("signs of rater errors", () => {
  it("are silent for raters who rate alike", () => {
    for (const sign of signs([careful("a"), careful("b"), careful("c")])) {
      expect([sign.level?.flag, sign.middle?.flag, sign.range?.flag, sign.halo?.flag, sign.straight?.flag]).toEqual([
        false,
        false,
        false,
        false,
        false,
      ]);
    }
  });
  it("find the one rater who is a whole point above the others, and only that one", () => {
    const [a, b, c, lenient] = signs([careful("a"), careful("b"), careful("c"), careful("d", 1)]);
    expect(lenient?.level).toMatchObject({ flag: true, n: 8 });
    expect(lenient?.level?.shift).toBeCloseTo(1, 1);
    expect([a, b, c].map((sign) => sign?.level?.flag)).toEqual([false, false, false]);
  });
  it("find ratings huddled at the middle", () => {
    const middle: RaterTable = {
      rater: "m",
      ratings: [
        [3, 3, 3],
        [3, 3, 3],
        [3, 3, 3],
        [3, 3, 4],
        [3, 3, 3],
        [3, 3, 3],
        [3, 2, 3],
        [3, 3, 3],
      ],
    };
    const last = signs([careful("a"), careful("b"), middle]).at(-1);
    expect(last?.middle?.flag).toBe(true);
    expect(last?.straight?.flag).toBe(true);
  });
  it("call halo only when dimensions move together and differ little within a person", () => {
    const halo: RaterTable = { rater: "h", ratings: [1, 2, 3, 4, 5, 2, 4, 3].map((x) => [x, x, x]) };
    const moved: RaterTable = { rater: "v", ratings: [1, 2, 3, 2, 3, 2, 1, 3].map((x) => [x, x + 1, x + 2]) };
    const result = signs([careful("a"), halo, moved]);
    expect(result[1]?.halo?.flag).toBe(true);
    expect(result[2]?.halo).toMatchObject({ flag: false });
    expect(result[2]?.halo?.correlation).toBeCloseTo(1, 9);
  });
  it("say nothing about a rater of three people, or about two raters' levels", () => {
    const few = signs([careful("a"), careful("b"), { rater: "f", ratings: careful("x").ratings.slice(0, 3) }]);
    expect(few[2]).toMatchObject({ level: null, middle: null, range: null, halo: null, straight: null });
    expect(signs([careful("a"), careful("b")])[0]?.level).toBeNull();
  });
  it("refuse ratings outside the scale", () => {
    expect(raterSigns([{ rater: "a", ratings: [[6]] }])).toMatchObject({ reason: "out-of-range" });
  });
});

describe("calibration", () => {
  const scale = { low: 1, high: 5 };
  it("by shift gives every team the common mean and keeps raw beside it", () => {
    const result = value(
      calibrate(
        [
          [2, 3],
          [4, 5],
        ],
        "shift",
        scale,
      ),
    );
    expect(result[0]?.map((s) => [s.raw, s.adjusted])).toEqual([
      [2, 3],
      [3, 4],
    ]);
  });
  it("by shrunk shift moves a team less than the full shift, and not at all where teams differ by chance only", () => {
    const result = value(
      calibrate(
        [
          [2, 3, 3, 2],
          [4, 5, 4, 5],
        ],
        "shrunk-shift",
        scale,
      ),
    );
    expect(result[0]?.[0]?.adjusted).toBeGreaterThan(2);
    expect(result[0]?.[0]?.adjusted).toBeLessThan(3);
    expect(
      value(
        calibrate(
          [
            [1, 5],
            [2, 4],
          ],
          "shrunk-shift",
          scale,
        ),
      )[0]?.map((s) => s.adjusted),
    ).toEqual([1, 5]);
  });
  it("by z or rank refuses teams under ten", () => {
    expect(
      calibrate(
        [
          [1, 2],
          [3, 4],
        ],
        "z",
        scale,
      ),
    ).toMatchObject({ reason: "too-few" });
    expect(
      calibrate(
        [
          [1, 2],
          [3, 4],
        ],
        "rank",
        scale,
      ),
    ).toMatchObject({ reason: "too-few" });
  });
  it("never leaves the scale nor changes the order inside a team", () => {
    const team = fc.array(fc.double({ min: 1, max: 5, noNaN: true }), { minLength: 10, maxLength: 14 });
    fc.assert(
      fc.property(team, team, fc.constantFrom("shift", "shrunk-shift", "z", "rank"), (a, b, method) => {
        const result = calibrate([a, b], method, scale);
        if (!result.ok) return;
        for (const scores of result.value)
          for (const x of scores)
            for (const y of scores) {
              expect(x.adjusted >= 1 && x.adjusted <= 5).toBe(true);
              if (x.raw < y.raw) expect(x.adjusted).toBeLessThanOrEqual(y.adjusted + 1e-9);
            }
      }),
    );
  });
});
