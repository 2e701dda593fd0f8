import { normalSource, weightSource, type WeightDraw } from "../../../src/core/robustness/drawWeights";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** The numbers given, one after the other; asking for more is an error of the test. */
function given(...numbers: readonly number[]): { next: () => number; left: () => number } {
  const queue = [...numbers];
  const next = (): number => {
    const number = queue.shift();
    if (number === undefined) throw new Error("asked for more");
    return number;
  };
  return { next, left: () => queue.length };
}

function random(seed: number): () => number {
  const source = xoroshiro128plus(seed);
  return () => uniformFloat64(source);
}

const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;
const variance = (list: readonly number[]): number => mean(list.map((x) => x * x)) - mean(list) ** 2;
const share = (list: readonly number[], test: (x: number) => boolean): number => list.filter(test).length / list.length;

describe("normal numbers", () => {
  it("are Marsaglia's polar pairs: two uniform numbers make two", () => {
    // u = 0.5, v = 0.25, s = 0.3125.
    const uniform = given(0.75, 0.625);
    const normal = normalSource(uniform.next);
    const factor = Math.sqrt((-2 * Math.log(0.3125)) / 0.3125);
    expect([normal(), normal()]).toEqual([0.5 * factor, 0.25 * factor]);
    expect(uniform.left()).toBe(0);
  });
  it("come from inside the circle only: its edge, what lies beyond, and its centre are drawn again", () => {
    const normal = normalSource(given(1, 0.5, 1, 1, 0.5, 0.5, 0.75, 0.625).next);
    expect(normal()).toBe(0.5 * Math.sqrt((-2 * Math.log(0.3125)) / 0.3125));
  });
  it("have mean 0 and variance 1, 68 % of them within 1, 95 % within 1.96", () => {
    const normal = normalSource(random(5));
    const list = Array.from({ length: 4000 }, () => normal());
    // Three standard errors each.
    expect(Math.abs(mean(list))).toBeLessThan(3 / Math.sqrt(4000));
    expect(Math.abs(variance(list) - 1)).toBeLessThan(3 * Math.sqrt(2 / 4000));
    expect(Math.abs(share(list, (x) => Math.abs(x) < 1) - 0.6827)).toBeLessThan(0.022);
    expect(Math.abs(share(list, (x) => Math.abs(x) < 1.96) - 0.95)).toBeLessThan(0.011);
  });
});

describe("weights drawn", () => {
  const DRAWS = 3000;
  /** Columns of many draws: one list an indicator. */
  function columns(draw: WeightDraw, chosen: readonly number[], seed = 3): number[][] {
    const uniform = random(seed);
    const next = weightSource(draw, chosen, normalSource(uniform), uniform);
    const out = new Float64Array(chosen.length);
    const found = chosen.map((): number[] => []);
    for (let i = 0; i < DRAWS; i += 1) {
      next(out);
      expect(Math.abs(out.reduce((sum, weight) => sum + weight, 0) - 1)).toBeLessThan(1e-12);
      found.forEach((list, k) => list.push(out[k] ?? 0));
    }
    return found;
  }
  /** The mean within three standard errors, the variance within 12 %. */
  function expectMoments(list: readonly number[], expected: { mean: number; variance: number }): void {
    expect(Math.abs(mean(list) - expected.mean)).toBeLessThan(3 * Math.sqrt(expected.variance / DRAWS));
    expect(Math.abs(variance(list) / expected.variance - 1)).toBeLessThan(0.12);
  }

  it("fixed are the chosen ones", () => {
    const out = new Float64Array(3);
    const none = (): number => {
      throw new Error("nothing is random");
    };
    weightSource({ kind: "fixed" }, [0.5, 0.3, 0.2], none, none)(out);
    expect([...out]).toEqual([0.5, 0.3, 0.2]);
  });
  it("uniform lie evenly on the simplex, whatever was chosen: P(w < x) = 1 − (1 − x)² of three", () => {
    for (const list of columns({ kind: "uniform" }, [0.8, 0.2, 0])) {
      expectMoments(list, { mean: 1 / 3, variance: 1 / 18 });
      for (const x of [0.1, 0.5]) expect(Math.abs(share(list, (w) => w < x) - (1 - (1 - x) ** 2))).toBeLessThan(0.03);
    }
  });
  it("around the chosen ones are Dirichlet: variance w(1 − w) ÷ (c + 1), c = (k − 1)/spread² − 1", () => {
    // k = 3, spread 0.2: c = 49.
    const chosen = [0.5, 0.3, 0.2];
    columns({ kind: "around", spread: 0.2 }, chosen).forEach((list, k) => {
      const w = chosen[k] ?? 0;
      expectMoments(list, { mean: w, variance: (w * (1 - w)) / 50 });
    });
  });
  it("shaken are each multiplied by a number of 1 ± the spread, then made shares again", () => {
    const chosen = [0.5, 0.3, 0.2];
    const none = (): number => {
      throw new Error("no normal number is asked for");
    };
    const out = new Float64Array(3);
    // 0.5 · (1 − 0.2), 0.3 · 1, 0.2 · (1 + 0.1): 0.4, 0.3, 0.22 of 0.92.
    weightSource({ kind: "shaken", spread: 0.2 }, chosen, none, given(0, 0.5, 0.75).next)(out);
    expect([...out]).toEqual([0.4, 0.3, 0.22].map((w): unknown => expect.closeTo(w / 0.92, 12)));
    // Alone, or where all others have no weight, a weight is all there is.
    weightSource({ kind: "shaken", spread: 1 }, [0, 1, 0], none, given(0.1, 0.2, 0.3).next)(out);
    expect([...out]).toEqual([0, 1, 0]);
    // Where the draw leaves nothing of any, the chosen ones stand.
    weightSource({ kind: "shaken", spread: 1 }, chosen, none, given(0, 0, 0).next)(out);
    expect([...out]).toEqual(chosen);
  });
  it("shaken stay on average near the chosen ones and inside what they can reach", () => {
    columns({ kind: "shaken", spread: 0.25 }, [0.5, 0.3, 0.2]).forEach((list, k) => {
      const w = [0.5, 0.3, 0.2][k] ?? 0;
      expect(Math.abs(mean(list) - w)).toBeLessThan(0.01);
      expect(Math.max(...list)).toBeLessThanOrEqual((1.25 * w) / (1.25 * w + 0.75 * (1 - w)) + 1e-12);
      expect(Math.min(...list)).toBeGreaterThanOrEqual((0.75 * w) / (0.75 * w + 1.25 * (1 - w)) - 1e-12);
    });
  });
  it("of two indicators have the spread asked for, and a third without weight stays without", () => {
    // c = 3: the variance is 0.25/4, the deviation 0.25, half of a half.
    const [a = [], b = [], none = []] = columns({ kind: "around", spread: 0.5 }, [0.5, 0.5, 0]);
    expectMoments(a, { mean: 0.5, variance: 0.0625 });
    expectMoments(b, { mean: 0.5, variance: 0.0625 });
    expect(new Set(none)).toEqual(new Set([0]));
  });
  it("spread no wider than with c = 1", () => {
    // Shapes 0.9 and 0.1: a beta distribution with variance 0.09/2.
    const [a = [], b = []] = columns({ kind: "around", spread: 10 }, [0.9, 0.1], 21);
    expectMoments(a, { mean: 0.9, variance: 0.045 });
    expectMoments(b, { mean: 0.1, variance: 0.045 });
  });
  it("take a gamma number only where Marsaglia and Tsang's test lets it pass", () => {
    // Shape 1: d = 2/3, c = 1/√6. x = 2 passes up to log u = −0.133, so u = 0.9 does not and 0.8 does.
    const d = 2 / 3;
    const at = (x: number): number => d * (1 + x / Math.sqrt(9 * d)) ** 3;
    const ratio = (normals: readonly number[], uniforms: readonly number[]): number => {
      const out = new Float64Array(2);
      weightSource({ kind: "uniform" }, [0.5, 0.5], given(...normals).next, given(...uniforms).next)(out);
      return (out[0] ?? 0) / (out[1] ?? 0);
    };
    expect(ratio([2, 0, 1], [0.9, 0.5, 0.5])).toBeCloseTo(at(0) / at(1), 12);
    expect(ratio([2, 1], [0.8, 0.5])).toBeCloseTo(at(2) / at(1), 12);
    // x = −3 makes a cube below 0: drawn again before any uniform number is asked for.
    expect(ratio([-3, 0, 1], [0.5, 0.5])).toBeCloseTo(at(0) / at(1), 12);
    // A uniform number of 0 passes.
    expect(ratio([0, 1], [0, 0])).toBeCloseTo(at(0) / at(1), 12);
  });
  /** One draw with the numbers given, all of which it takes. */
  function drawn(
    draw: WeightDraw,
    chosen: readonly number[],
    uniforms: readonly number[],
    normals: readonly number[] = [],
  ): number[] {
    const [uniform, normal] = [given(...uniforms), given(...normals)];
    const out = new Float64Array(chosen.length).fill(Number.NaN);
    weightSource(draw, chosen, normal.next, uniform.next)(out);
    expect([uniform.left(), normal.left()]).toEqual([0, 0]);
    return [...out];
  }
  /** Uniform numbers whose negative logarithms are these. */
  const exponential = (...values: readonly number[]): number[] => values.map((value) => Math.exp(-value));
  const parts = (whole: number, ...values: readonly number[]): unknown =>
    values.map((value): unknown => expect.closeTo(value / whole, 12));

  it("below the shape of 1 are a gamma number of one more times a uniform number to the power of 1 ÷ shape", () => {
    // Shapes of a half: d = 7/6 at x = 0 each time, once times 0.3², once times 0.6².
    const [a = 0, b = 0] = drawn({ kind: "around", spread: 10 }, [0.5, 0.5], [0.5, 0.3, 0.5, 0.6], [0, 0]);
    expect(a / b).toBeCloseTo(0.25, 12);
  });
  it("around the chosen ones are as near to them as the indicators with weight ask for; without weight nothing is drawn", () => {
    // Two with weight, spread 0.5: c = 1/0.25 − 1 = 3, shapes of 1.5.
    const d = 1.5 - 1 / 3;
    const [a = 0, b = 0, none] = drawn({ kind: "around", spread: 0.5 }, [0.5, 0.5, 0], [0.5, 0.5], [1, 0]);
    expect(a / b).toBeCloseTo((1 + 1 / Math.sqrt(9 * d)) ** 3, 12);
    expect(none).toBe(0);
  });
  it("in an order give the largest number drawn to the largest weight, and none to a weight of 0", () => {
    const found = drawn({ kind: "order" }, [0.2, 0.4, 0, 0.3, 0.1], [...exponential(1, 6, 3, 2), 0.5, 0.5, 0.5, 0.5]);
    expect(found).toEqual(parts(12, 2, 6, 0, 3, 1));
  });
  it("in an order are given to equal weights by lot", () => {
    const two = (lot: number): number[] =>
      drawn({ kind: "order" }, [0.3, 0.4, 0.3], [...exponential(5, 1, 2), 0.5, lot, 0.5]);
    expect([two(0.4), two(0.5)]).toEqual([parts(8, 2, 5, 1), parts(8, 1, 5, 2)]);
    // The third comes first, of the two left the later one: 3, 1, 2.
    const third = 1 / 3;
    const three = drawn({ kind: "order" }, [third, third, third], [...exponential(5, 1, 2), 0.7, 0.5, 0.9]);
    expect(three).toEqual(parts(8, 2, 1, 5));
  });
  it("are the chosen ones where every number drawn is too small to hold", () => {
    const out = new Float64Array(2);
    weightSource(
      { kind: "around", spread: 10 },
      [0.5, 0.5],
      () => 0,
      () => 0,
    )(out);
    expect([...out]).toEqual([0.5, 0.5]);
  });
});
