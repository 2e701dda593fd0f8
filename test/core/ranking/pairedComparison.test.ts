import fc from "fast-check";
import {
  bradleyTerry,
  bradleyTerryRidge,
  pairedOrder,
  type Judgement,
} from "../../../src/core/ranking/pairedComparison";

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

describe("Bradley–Terry strengths", () => {
  it("are equal in a circle", () => {
    expect(
      value(
        bradleyTerry(3, [
          [0, 1],
          [1, 2],
          [2, 0],
        ]),
      ).every((t) => Math.abs(t) < 1e-9),
    ).toBe(true);
  });
  it("give log(3) between two people at 3 wins to 1", () => {
    const [a, b] = value(
      bradleyTerry(2, [
        [0, 1],
        [0, 1],
        [0, 1],
        [1, 0],
      ]),
    );
    expect((a ?? 0) - (b ?? 0)).toBeCloseTo(Math.log(3), 9);
  });
  it("are refused when somebody never lost, because no finite strength exists", () => {
    expect(bradleyTerry(2, [[0, 1]])).toMatchObject({ reason: "not-connected" });
  });
  it("with a ridge meet the condition of the minimum: 2αθ equals wins minus expected wins", () => {
    const judgements: Judgement[] = [
      [0, 1],
      [0, 1],
      [1, 2],
      [0, 2],
    ];
    const theta = value(bradleyTerryRidge(3, judgements, 0.3));
    for (let i = 0; i < 3; i += 1) {
      let rest = 0;
      for (const [w, l] of judgements) {
        const lose = 1 / (1 + Math.exp((theta[w] ?? 0) - (theta[l] ?? 0)));
        if (w === i) rest += lose;
        if (l === i) rest -= lose;
      }
      expect(2 * 0.3 * (theta[i] ?? 0)).toBeCloseTo(rest, 9);
    }
  });
  it("approach the unpenalised ones as the ridge fades", () => {
    const judgements: Judgement[] = [
      [0, 1],
      [1, 0],
      [0, 1],
      [1, 2],
      [2, 1],
      [0, 2],
      [2, 0],
    ];
    const ml = value(bradleyTerry(3, judgements));
    const map = value(bradleyTerryRidge(3, judgements, 1e-9));
    ml.forEach((t, i) => {
      expect(map[i]).toBeCloseTo(t, 5);
    });
  });
});
