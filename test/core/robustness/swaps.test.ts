import fc from "fast-check";
import { dominates, oneWeightToTie, smallestTransfer, weightChangeToTie } from "../../../src/core/robustness/swaps";

const total = (scores: readonly number[], weights: readonly number[]): number =>
  scores.reduce((sum, score, i) => sum + score * (weights[i] ?? 0), 0);
const ok = <T>(result: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
};

describe("one weight to a tie", () => {
  it("finds the share at which two people tie, the others in proportion", () => {
    const swap = ok(oneWeightToTie([90, 60, 80], [70, 85, 78], [50, 30, 20], 0));
    expect(swap.newWeight).toBeCloseTo(0.415204678362573, 12);
    expect(total([1, 1, 1], swap.newWeights)).toBeCloseTo(1, 12);
    expect(total([90, 60, 80], swap.newWeights)).toBeCloseTo(total([70, 85, 78], swap.newWeights), 9);
  });
  it("says that no weight can do it where one is better everywhere", () => {
    expect(oneWeightToTie([9, 9], [1, 2], [50, 50], 0)).toMatchObject({ ok: false, reason: "dominated" });
  });
  it("agrees with the change of one weight before normalising", () => {
    const a = [90, 60, 80];
    const b = [70, 85, 78];
    expect(ok(weightChangeToTie(a, b, [50, 30, 20], 1)).newWeights).toEqual(
      ok(oneWeightToTie(a, b, [50, 30, 20], 1)).newWeights.map((w) => expect.closeTo(w, 12) as number),
    );
  });
});

describe("smallest transfer of weight", () => {
  const people = fc
    .integer({ min: 2, max: 4 })
    .chain((k) =>
      fc.tuple(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: k, maxLength: k }),
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: k, maxLength: k }),
        fc.array(fc.integer({ min: 1, max: 10 }), { minLength: k, maxLength: k }),
      ),
    );
  it("ties the two people exactly", () => {
    fc.assert(
      fc.property(people, ([a, b, weights]) => {
        const result = smallestTransfer(a, b, weights);
        if (!result.ok) return;
        const sum = weights.reduce((x, y) => x + y);
        const moved = weights.map((w) => w / sum);
        for (const part of result.value.from) {
          moved[part.indicator] = (moved[part.indicator] ?? 0) - part.share;
          moved[result.value.to] = (moved[result.value.to] ?? 0) + part.share;
        }
        expect(Math.min(...moved)).toBeGreaterThanOrEqual(-1e-12);
        expect(total(a, moved)).toBeCloseTo(total(b, moved), 7);
      }),
    );
  });
  it("needs no more than any other way found by a search over a grid of weights", () => {
    fc.assert(
      fc.property(
        people.filter(([a]) => a.length === 3),
        ([a, b, weights]) => {
          const result = smallestTransfer(a, b, weights);
          const sum = weights.reduce((x, y) => x + y);
          const w = weights.map((x) => x / sum);
          const lead = total(a, w) - total(b, w);
          let best = Infinity;
          const steps = 60;
          for (let i = 0; i <= steps; i += 1) {
            for (let j = 0; j + i <= steps; j += 1) {
              const v = [i / steps, j / steps, (steps - i - j) / steps];
              const other = total(a, v) - total(b, v);
              // A swap, not a mere tie: emptying every weight where the leader is ahead ties but never swaps.
              if (other * lead < -1e-9 || lead === 0) {
                best = Math.min(best, v.reduce((m, x, t) => m + Math.abs(x - (w[t] ?? 0)), 0) / 2);
              }
            }
          }
          if (result.ok) expect(result.value.share).toBeLessThanOrEqual(best + 1e-9);
          else expect(best).toBe(Infinity);
        },
      ),
      { numRuns: 60 },
    );
  });
  it("refuses weights that do not add up to anything, and uneven lists", () => {
    expect(smallestTransfer([1], [2], [0])).toMatchObject({ reason: "no-weights" });
    expect(smallestTransfer([1, 2], [2], [1])).toMatchObject({ reason: "shape" });
    expect(smallestTransfer([NaN], [2], [1])).toMatchObject({ reason: "not-a-number" });
  });
});

describe("dominance", () => {
  it("counts only indicators that have weight", () => {
    expect(dominates([5, 0], [4, 9], [100, 0])).toEqual({ ok: true, value: true });
    expect(dominates([5, 0], [4, 9], [60, 40])).toEqual({ ok: true, value: false });
    expect(dominates([5, 5], [5, 5], [60, 40])).toEqual({ ok: true, value: false });
  });
});
