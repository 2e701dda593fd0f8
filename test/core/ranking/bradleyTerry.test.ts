import fc from "fast-check";
import {
  bradleyTerry,
  bradleyTerryJoined,
  bradleyTerryRidge,
  type Judgement,
} from "../../../src/core/ranking/bradleyTerry";

const value = <T>(result: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
};

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
  it("are refused when somebody never lost or never won, whoever it is, because no finite strength exists", () => {
    expect(bradleyTerry(2, [[0, 1]])).toMatchObject({ reason: "not-connected" });
    expect(bradleyTerry(2, [[1, 0]])).toMatchObject({ reason: "not-connected" });
    const circle: Judgement[] = [
      [0, 1],
      [1, 2],
      [2, 0],
    ];
    for (const apart of [[3, 1] as const, [1, 3] as const])
      expect(bradleyTerry(4, [...circle, apart])).toMatchObject({ reason: "not-connected" });
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
  it("reach the fixed point p_i = W_i / Σ n_ij/(p_i + p_j) for random judgements", () => {
    const judgement = fc.tuple(fc.nat(4), fc.nat(4), fc.constantFrom(0.5, 1, 3)).filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(fc.array(judgement, { minLength: 1, maxLength: 30 }), (judgements) => {
        const found = bradleyTerry(5, judgements);
        if (!found.ok) {
          expect(found.reason).toBe("not-connected");
          return;
        }
        const p = found.value.map(Math.exp);
        p.forEach((own, i) => {
          let [wins, met] = [0, 0];
          for (const [w, l, times] of judgements) {
            if (w === i) wins += times;
            if (w === i || l === i) met += times / (own + (p[w === i ? l : w] ?? 0));
          }
          expect(own / (wins / met)).toBeCloseTo(1, 7);
        });
      }),
    );
  });
  it("with draws added join whom nothing joins, and say so", () => {
    // One win and the added draw: 1.5 wins against 0.5.
    const joined = value(bradleyTerryJoined(2, [[0, 1]]));
    expect(joined.drawsAdded).toBe(true);
    expect((joined.strengths[0] ?? 0) - (joined.strengths[1] ?? 0)).toBeCloseTo(Math.log(3), 9);
    const circle: Judgement[] = [
      [0, 1],
      [1, 2],
      [2, 0],
    ];
    expect(value(bradleyTerryJoined(3, circle)).drawsAdded).toBe(false);
  });
  it("of a long chain stay finite, where small steps would take for ever", () => {
    const chain = Array.from({ length: 29 }, (_, i): Judgement[] => [
      [i, i + 1, 3],
      [i + 1, i],
    ]).flat();
    const found = value(bradleyTerry(30, chain));
    found.slice(1).forEach((theta, i) => {
      expect((found[i] ?? 0) - theta).toBeCloseTo(Math.log(3), 8);
    });
  });
  it("are found where whole steps of Newton's method would overshoot: a great circle beside few judgements", () => {
    const judgements: Judgement[] = [
      [0, 3, 100],
      [1, 0, 100_000],
      [2, 4, 1],
      [3, 2, 1],
      [3, 4, 10],
      [4, 1, 100_000],
      [4, 3, 100_000],
    ];
    const theta = value(bradleyTerry(5, judgements));
    for (let i = 0; i < 5; i += 1) {
      // Wins are as many as expected, to the last hundred-thousandth of one.
      let rest = 0;
      for (const [w, l, times = 1] of judgements) {
        const surplus = times / (1 + Math.exp((theta[w] ?? 0) - (theta[l] ?? 0)));
        if (w === i) rest += surplus;
        if (l === i) rest -= surplus;
      }
      expect(rest).toBeCloseTo(0, 5);
    }
  });
  it("are centred on 0, however many judgements there are", () => {
    const many: Judgement[] = [
      [0, 1, 1e11],
      [1, 0, 3e10],
      [1, 2, 7e9],
      [2, 1, 1e11],
      [2, 0, 1],
      [0, 3, 5e8],
      [3, 2, 9e10],
    ];
    expect(value(bradleyTerry(4, many)).reduce((sum, theta) => sum + theta, 0)).toBeCloseTo(0, 12);
  });
  it("are not moved by judgements that count no times", () => {
    const even: Judgement[] = [
      [0, 1],
      [1, 0],
    ];
    expect(bradleyTerry(2, [...even, [0, 1, 0]])).toEqual(bradleyTerry(2, even));
  });
  it("with a ridge pull towards 0 even who won everything: θ of one win solves 2αθ = 1/(1 + e^2θ)", () => {
    const [a = 0, b = 0] = value(bradleyTerryRidge(2, [[0, 1]], 0.5));
    expect(a + b).toBeCloseTo(0, 12);
    expect(a).toBeCloseTo(1 / (1 + Math.exp(2 * a)), 9);
  });
  it("are refused where a ridge is too thin for the numbers to hold", () => {
    expect(bradleyTerryRidge(2, [[0, 1]], 1e-300)).toEqual({ ok: false, reason: "not-a-number" });
  });
  it("are sought among 500 people at most", () => {
    expect(bradleyTerry(500, [])).toMatchObject({ reason: "not-connected" });
  });
});
