/** The same figures by SciPy and NumPy: fisher_exact, friedmanchisquare, quantile, f_oneway's mean squares; computed apart. */
import { fisherExact } from "../../../src/core/raters/adverseImpact";
import { calibrate } from "../../../src/core/raters/calibration";
import { kendallW } from "../../../src/core/raters/reliability";

const value = <T>(result: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
};
const scale = { low: 1, high: 5 };
const adjusted = (...args: Parameters<typeof calibrate>): number[][] =>
  value(calibrate(...args)).map((team) => team.map((score) => score.adjusted));
const expectNear = (list: readonly number[] | undefined, expected: readonly number[]): void => {
  expect(list).toEqual(expected.map((x): unknown => expect.closeTo(x, 9)));
};

describe("Fisher's exact test agrees with scipy.stats.fisher_exact", () => {
  it.each([
    [8, 10, 3, 10, 0.06977851869492736],
    [1, 30, 9, 28, 0.004798344362571246],
    [120, 400, 70, 350, 0.0018301875306156038],
    [0, 7, 6, 9, 0.011363636363636362],
    [2, 5, 5, 11, 1],
  ])("for %i of %i against %i of %i", (a, ofA, b, ofB, p) => {
    expect(value(fisherExact({ selected: a, of: ofA }, { selected: b, of: ofB }))).toBeCloseTo(p, 11);
  });
});

describe("Kendall's W agrees with scipy.stats.friedmanchisquare", () => {
  it("without ties", () => {
    const table = [
      [1, 2, 1],
      [2, 1, 3],
      [3, 3, 2],
      [4, 5, 4],
      [5, 4, 5],
    ];
    const { W, plainW, chiSquare, p } = value(kendallW(table));
    expectNear([W, plainW, chiSquare, p], [38 / 45, 38 / 45, 152 / 15, 0.03824060532666496]);
  });
  it("with ties, where the plain W is smaller", () => {
    const table = [
      [1, 2, 1],
      [2, 2, 3],
      [3, 3, 2],
      [4, 5, 4],
      [4, 4, 5],
      [1, 1, 1],
    ];
    const { W, plainW, chiSquare, p } = value(kendallW(table));
    expectNear([W, chiSquare, p], [0.9273927392739273, 13.91089108910891, 0.01618546591415324]);
    expect(plainW).toBeLessThan(W);
  });
});

describe("calibration agrees with numpy", () => {
  const strict = [1, 2, 2, 3, 3, 3, 4, 4, 5, 5];
  const lenient = [2, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 5];
  it("by rank: percentile in the team to numpy.quantile of everybody", () => {
    const [a = [], b = []] = adjusted([strict, lenient], "rank", scale);
    expectNear(a, [2, 3, 3, 4, 4, 4, 4.7, 4.7, 5, 5]);
    expectNear(b.slice(0, 4), [1.875, 2.5, 2.5, 3.75]);
    expect(b.at(-1)).toBe(5);
  });
  it("by z, cut at the end of the scale", () => {
    const [a = []] = adjusted([strict, lenient], "z", scale);
    expectNear(a.slice(0, 4), [1.6590086896122935, 2.578467549705879, 2.578467549705879, 3.4979264097994642]);
    expect(value(calibrate([strict, lenient], "z", scale))[0]?.at(-1)).toEqual({ raw: 5, adjusted: 5, cut: true });
  });
  it("by shrunk shift for teams of different size", () => {
    const teams = [
      [2, 3, 3, 2, 4],
      [4, 5, 4, 5, 3, 4],
      [3, 2, 3],
    ];
    const [a = [], b = [], c = []] = adjusted(teams, "shrunk-shift", scale);
    expectNear([a[0] ?? 0, a[4] ?? 0], [2.4726743900509134, 4.472674390050914]);
    expectNear([b[0] ?? 0, b[4] ?? 0], [3.29540418107088, 2.29540418107088]);
    expectNear(c, [3.532019989261967, 2.532019989261967, 3.532019989261967]);
  });
  it("by ratio and by a share of the shift", () => {
    const teams = [
      [2, 3],
      [4, 5],
    ];
    expectNear(adjusted(teams, "ratio", scale)[0], [(2 / 2.5) * 3.5, (3 / 2.5) * 3.5]);
    expectNear(adjusted(teams, "shift", scale, 0.5)[1], [3.5, 4.5]);
    expect(calibrate(teams, "shift", scale, 2)).toMatchObject({ reason: "out-of-range" });
    expect(calibrate(teams, "shift", { low: 5, high: 1 })).toMatchObject({ reason: "out-of-range" });
  });
});
