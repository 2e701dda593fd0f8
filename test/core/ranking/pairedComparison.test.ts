import fc from "fast-check";
import { pairedOrder } from "../../../src/core/ranking/pairedComparison";

const value = <T>(result: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
};

describe("paired comparison of one judge", () => {
  it("counts wins and finds no contradiction in a clear order", () => {
    const order = value(
      pairedOrder([
        [null, 1, 1],
        [null, null, 1],
        [null, null, null],
      ]),
    );
    expect(order).toEqual({ wins: [2, 1, 0], circularTriads: 0, consistency: 1, open: 0 });
  });
  it("finds the circular judgement A > B > C > A", () => {
    expect(
      value(
        pairedOrder([
          [null, 1, 0],
          [null, null, 1],
          [null, null, null],
        ]),
      ),
    ).toMatchObject({ circularTriads: 1, consistency: 0 });
  });
  it("agrees with counting the triads one by one", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 3, max: 7 })
          .chain((n) => fc.tuple(fc.constant(n), fc.array(fc.boolean(), { minLength: n * n, maxLength: n * n }))),
        ([n, bits]) => {
          const beats = (i: number, j: number): boolean =>
            i < j ? (bits[i * n + j] ?? false) : !(bits[j * n + i] ?? false);
          const matrix = Array.from({ length: n }, (_, i) =>
            Array.from({ length: n }, (__, j) => (i === j ? null : beats(i, j) ? 1 : 0)),
          );
          let triads = 0;
          for (let i = 0; i < n; i += 1)
            for (let j = i + 1; j < n; j += 1)
              for (let k = j + 1; k < n; k += 1) {
                if (beats(i, j) === beats(j, k) && beats(j, k) === beats(k, i)) triads += 1;
              }
          expect(value(pairedOrder(matrix)).circularTriads).toBe(triads);
        },
      ),
    );
  });
  it("waits with the consistency while pairs are open or drawn, and refuses contradicting halves", () => {
    expect(
      value(
        pairedOrder([
          [null, 0.5, 1],
          [null, null, null],
          [null, null, null],
        ]),
      ),
    ).toMatchObject({ open: 1, consistency: null, wins: [1.5, 0.5, 0] });
    expect(
      pairedOrder([
        [null, 1],
        [1, null],
      ]),
    ).toMatchObject({ reason: "shape" });
    expect(
      pairedOrder([
        [null, 2],
        [null, null],
      ]),
    ).toMatchObject({ reason: "out-of-range" });
  });
});
