import fc from "fast-check";
import { asShare } from "../../../src/core/model/units";
import { sampleCorrelation, sampleCovariance, sampleVariance } from "simple-statistics";
import type { Computed } from "../../../src/core/model/computed";
import {
  correlationWithTotal,
  countedTwice,
  criticWeights,
  deviationWeights,
  entropyWeights,
  influence,
  influenceOfColumns,
  sectionBalance,
} from "../../../src/core/weighting/balance";

const ok = <T>(found: Computed<T>): T => {
  if (!found.ok) throw new Error(found.reason);
  return found.value;
};
const reason = (found: Computed<unknown>): string => (found.ok ? "ok" : found.reason);

/** Eight people; the second column repeats the first, the third runs against it, the fourth does not vary. */
const rows = [10, 20, 30, 40, 50, 60, 70, 90].map((x) => [x, 2 * x + 1, 100 - x, 7]);

describe("indicators that say the same", () => {
  it("are named in pairs, above the limit only, and never with a column that does not vary", () => {
    expect(ok(countedTwice(rows)).map(({ first, second }) => [first, second])).toEqual([[0, 1]]);
    expect(ok(countedTwice(rows))[0]?.r).toBeCloseTo(1, 12);
    expect(countedTwice(rows, 1)).toEqual({ ok: true, value: [] });
  });
  it("are found wherever they stand, whichever column does not vary", () => {
    const turned = rows.map(([a = 0, b = 0, c = 0, flat = 0]) => [flat, a, c, b]);
    expect(ok(countedTwice(turned)).map(({ first, second }) => [first, second])).toEqual([[1, 3]]);
    const flatLast = rows.map(([a = 0]) => [a, 7]);
    expect([
      ok(countedTwice(flatLast, -1)),
      ok(
        countedTwice(
          flatLast.map(([a = 0, b = 0]) => [b, a]),
          -1,
        ),
      ),
    ]).toEqual([[], []]);
  });
  it("are not sought among numbers of which one is none", () => {
    const gap = rows.map((row, i) => (i === 3 ? [1, Number.NaN, 3, 4] : row));
    expect([reason(countedTwice(gap)), reason(correlationWithTotal(gap, [1, 1, 1, 1]))]).toEqual([
      "not-a-number",
      "not-a-number",
    ]);
    expect(reason(influence(gap, [1, 1, 1, 1]))).toBe("not-a-number");
  });
  it("need eight people", () => {
    expect(countedTwice(rows.slice(1))).toEqual({ ok: false, reason: "too-few", params: { people: 7, minimum: 8 } });
    expect(reason(countedTwice(rows, Number.NaN))).toBe("not-a-number");
  });
});

describe("what works against the total", () => {
  it("correlates with it below 0; what does not vary has no correlation", () => {
    const found = ok(correlationWithTotal(rows, [40, 20, 20, 20]));
    expect(found.map((r) => (r === null ? null : Math.round(r)))).toEqual([1, 1, -1, null]);
  });
  it("is taken from the weighted total, at any size of the scores", () => {
    const two = [1, 2, 3, 4, 5, 6, 7, 8].map((x) => [x, (x * 5) % 8]);
    const totals = two.map(([a = 0, b = 0]) => 0.9 * a + 0.1 * b);
    const byHand = [0, 1].map((k) => {
      const column = two.map((row) => row[k] ?? 0);
      return sampleCovariance(column, totals) / Math.sqrt(sampleVariance(column) * sampleVariance(totals));
    });
    const found = ok(correlationWithTotal(two, [90, 10]));
    found.forEach((r, k) => expect(r).toBeCloseTo(byHand[k] ?? 0, 12));
    const small = two.map((row) => row.map((x) => x * 1e-9));
    ok(correlationWithTotal(small, [90, 10])).forEach((r, k) => expect(r).toBeCloseTo(byHand[k] ?? 0, 9));
    const level = [0.1, 0.2, 0.3, 0.7, 0.4, 0.6, 0.9, 0.8].map((x) => [x * 1e9, (1 - x) * 1e9]);
    expect(reason(correlationWithTotal(level, [1, 1]))).toBe("no-spread");
  });
  it("is right of numbers whose squares are none, large and small, also side by side", () => {
    const two = [1, 2, 3, 4, 5, 6, 7, 8].map((x) => [x, (x * 5) % 8]);
    const plain = ok(correlationWithTotal(two, [90, 10]));
    for (const unit of [1e-300, 1e-200, 1e200, 1e306]) {
      const table = two.map((row) => row.map((x) => x * unit));
      ok(correlationWithTotal(table, [90, 10])).forEach((r, k) => expect(r).toBeCloseTo(plain[k] ?? 0, 9));
      const shares = ok(influence(table, [90, 10]));
      ok(influence(two, [90, 10])).forEach((share, k) => expect(shares[k]).toBeCloseTo(share, 9));
    }
    // Beside ±10²⁰⁰ the other column adds nothing to the total, and correlates with it as it does with that column.
    const vast = two.map(([x = 0], i) => [x, i % 2 === 0 ? 1e200 : -1e200]);
    const byHand = sampleCorrelation([1, 2, 3, 4, 5, 6, 7, 8], [1, -1, 1, -1, 1, -1, 1, -1]);
    const found = ok(correlationWithTotal(vast, [1, 1]));
    expect(found[0]).toBeCloseTo(byHand, 12);
    expect(found[1]).toBeCloseTo(1, 12);
    // Without weight it has no part in the total: no 0 made of an overflow.
    expect(ok(correlationWithTotal(vast, [1, 0]))[1]).toBeCloseTo(byHand, 12);
    expect(ok(countedTwice(two.map(([x = 0]) => [x * 1e250, x * 1e-250]))).map(({ r }) => r)).toEqual([1]);
    const level = two.map(() => [1e300, 1e300]);
    expect(reason(correlationWithTotal(level, [1, 1]))).toBe("no-spread");
  });
  it("lies between −1 and 1, and influence sums to 1, whatever the numbers; parts that cancel leave no spread", () => {
    const odd = [0, 1e308, -1e308, 5e-324, 1e200, 1e-200, 1, 2, 1e120, 1e-120, 1 + Number.EPSILON];
    const number = fc.oneof(fc.constantFrom(...odd), fc.double({ noNaN: true, noDefaultInfinity: true }));
    const input = fc.integer({ min: 1, max: 4 }).chain((width) => {
      const row = fc.array(number, { minLength: width, maxLength: width });
      const weight = fc.oneof(fc.constantFrom(0, 1, 5e-324, 1e308), fc.double({ min: 0, max: 100, noNaN: true }));
      return fc.tuple(
        fc.array(row, { minLength: 8, maxLength: 9 }),
        fc.array(weight, { minLength: width, maxLength: width }),
      );
    });
    fc.assert(
      fc.property(input, ([table, weights]) => {
        const shares = influence(table, weights);
        if (shares.ok) expect(shares.value.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
        const found = correlationWithTotal(table, weights);
        for (const r of found.ok ? found.value : []) expect(r === null || Math.abs(r) <= 1).toBe(true);
      }),
      { numRuns: 300 },
    );
    const cancel = Array.from({ length: 8 }, (_, i) => (i === 3 ? [1e308, -1e308] : [0, i === 5 ? -5e146 : 0]));
    expect([reason(influence(cancel, [1, 1])), reason(correlationWithTotal(cancel, [1, 1]))]).toEqual([
      "no-spread",
      "no-spread",
    ]);
  });
  it("cannot be said where all totals are equal", () => {
    const level = rows.map(([x = 0]) => [x, 100 - x]);
    expect(reason(correlationWithTotal(level, [1, 1]))).toBe("no-spread");
    expect(reason(correlationWithTotal(rows, [1, 1]))).toBe("shape");
    expect(reason(correlationWithTotal(rows, [0, 0, 0, 0]))).toBe("no-weights");
    expect(reason(correlationWithTotal(rows.slice(1), [1, 1, 1, 1]))).toBe("too-few");
  });
});

describe("sections", () => {
  it("are light under 10 %, heavy over 60 %, and just right on the limits", () => {
    expect(ok(sectionBalance([5, 30, 65])).map(({ verdict }) => verdict)).toEqual(["light", null, "heavy"]);
    expect(ok(sectionBalance([10, 30, 60])).map(({ share, verdict }) => [share, verdict])).toEqual([
      [0.1, null],
      [0.3, null],
      [0.6, null],
    ]);
  });
  it("are not judged where there are two", () => {
    expect(ok(sectionBalance([5, 95])).map(({ verdict }) => verdict)).toEqual([null, null]);
    expect(reason(sectionBalance([]))).toBe("empty");
    expect(reason(sectionBalance([1], { low: asShare(Number.NaN), high: asShare(1) }))).toBe("not-a-number");
  });
});

describe("diagnostic weights", () => {
  it("by deviation follow the spread, and the scale of a column counts", () => {
    expect(ok(deviationWeights(rows)).map((share) => Number(share.toFixed(6)))).toEqual([0.25, 0.5, 0.25, 0]);
    expect(reason(deviationWeights([[1, 2]]))).toBe("too-few");
  });
  it("by CRITIC give nothing to what does not vary, most to what conflicts", () => {
    const [a = 0, b = 0, c = 0, d] = ok(criticWeights(rows, [1, 1, 1, 1], true));
    // Scaled, the first three have one spread; the third conflicts with two columns, the others with one.
    expect(a).toBeCloseTo(0.25, 12);
    expect(b).toBeCloseTo(0.25, 12);
    expect(c).toBeCloseTo(0.5, 12);
    expect(d).toBe(0);
    // Turned round the third says the same as the others, and no conflict is left.
    expect(
      reason(
        criticWeights(
          rows.map((row) => row.slice(0, 3)),
          [1, 1, -1],
          true,
        ),
      ),
    ).toBe("no-weights");
    expect(reason(criticWeights(rows, [1], true))).toBe("shape");
    expect(reason(criticWeights(rows.slice(0, 2), [1, 1, 1, 1], true))).toBe("too-few");
  });
  it("by CRITIC take a column of 0.1 for one that does not vary, scaled or not", () => {
    const flat = [1, 2, 4].map((x) => [0.1, x, 10 - x * x]);
    for (const scale of [true, false]) expect(ok(criticWeights(flat, [1, 1, 1], scale))[0]).toBe(0);
  });
  it("refuse a table with one number that is none, or one row that is short", () => {
    for (const weights of [entropyWeights, deviationWeights]) {
      expect(
        reason(
          weights([
            [1, Number.NaN],
            [2, 3],
          ]),
        ),
      ).toBe("not-a-number");
      expect(reason(weights([[1, 2], [2, 3], [4]]))).toBe("shape");
    }
    expect(
      reason(
        entropyWeights([
          [1, 2],
          [2, -3],
        ]),
      ),
    ).toBe("negative");
    expect(
      reason(
        entropyWeights([
          [1, 0],
          [2, 0],
        ]),
      ),
    ).toBe("no-spread");
  });
  it("by entropy give a column with the larger differences more, and one of equals nothing", () => {
    const [wide = 0, narrow = 0, flat] = ok(
      entropyWeights([
        [0, 4, 3],
        [1, 5, 3],
        [9, 6, 3],
      ]),
    );
    expect(wide).toBeGreaterThan(narrow);
    expect(narrow).toBeGreaterThan(0);
    expect(flat).toBeCloseTo(0, 12);
  });
  it("by entropy refuse what has no share", () => {
    expect(reason(entropyWeights([[0], [0]]))).toBe("no-spread");
    expect(reason(entropyWeights([[1], [-1]]))).toBe("negative");
    expect(reason(entropyWeights([[3], [3]]))).toBe("no-weights");
    expect(reason(entropyWeights([[1], [1, 2]]))).toBe("shape");
    expect(reason(entropyWeights([]))).toBe("empty");
  });
});

describe("totals that differ by what binary makes of thirds", () => {
  const shares = [0.1, 0.2, 0.3, 0.7, 0.15, 0.25, 0.35, 0.45];
  const others = [0.3, 0.1, 0.2, 0.05, 0.33, 0.41, 0.17, 0.23];
  const level = shares.map((x, i) => [x, others[i] ?? 0, 1 - x - (others[i] ?? 0)]);
  it("do not vary: nothing has influence on them, nothing goes with them", () => {
    expect(new Set(level.map((row) => row.reduce((sum, x) => sum + x / 3, 0))).size).toBeGreaterThan(1);
    expect([reason(influence(level, [1, 1, 1])), reason(correlationWithTotal(level, [1, 1, 1]))]).toEqual([
      "no-spread",
      "no-spread",
    ]);
  });
});

describe("influence", () => {
  it("is nothing of a column without weight, however large; a column is refused that cannot be scaled", () => {
    const vast = [
      [1, 1e308],
      [2, 0],
      [3, -1e308],
    ];
    expect(ok(influence(vast, [1, 0]))).toEqual([1, 0]);
    expect(ok(influence(vast, [0, 3]))).toEqual([0, 1]);
    expect(
      reason(
        criticWeights(
          [
            [1e308, 1],
            [-1e308, 2],
            [0, 4],
          ],
          [1, 1],
          true,
        ),
      ),
    ).toBe("not-a-number");
  });
  it("takes a residue of rounding for no spread, at any size of the scores", () => {
    const level = [0.1, 0.2, 0.3, 0.7].map((x) => [x * 1e9, (1 - x) * 1e9]);
    expect(reason(influence(level, [1, 1]))).toBe("no-spread");
    expect(
      reason(
        influence(
          [
            [0, 0],
            [0, 0],
          ],
          [1, 1],
        ),
      ),
    ).toBe("no-spread");
    const small = [1e-9, 2e-9, 4e-9].map((x) => [x, x]);
    expect(ok(influence(small, [30, 70])).map((share) => Number(share.toFixed(9)))).toEqual([0.3, 0.7]);
  });
  it("is w·cov(x, T) ÷ var(T), of columns as of rows", () => {
    const columns = [0, 1, 2, 3].map((k) => Float64Array.from(rows, (row) => row[k] ?? 0));
    const shares = [0.4, 0.3, 0.2, 0.1];
    const totals = rows.map((row) => row.reduce((sum, x, k) => sum + x * (shares[k] ?? 0), 0));
    const byHand = columns.map(
      (x, k) => ((shares[k] ?? 0) * sampleCovariance([...x], totals)) / sampleVariance(totals),
    );
    expect(ok(influence(rows, [40, 30, 20, 10])).map((share) => share.toFixed(9))).toEqual(
      byHand.map((share) => share.toFixed(9)),
    );
    expect(influenceOfColumns(columns, [4, 3, 2, 1])).toEqual(influence(rows, [4, 3, 2, 1]));
    expect(reason(influenceOfColumns(columns, [1, 2]))).toBe("shape");
    expect(reason(influenceOfColumns(columns, [0, 0, 0, 0]))).toBe("no-weights");
  });
});
