import fc from "fast-check";
import { cohenKappa, fleissKappa, krippendorffAlpha } from "../../../src/core/raters/agreement";
import { intraclassCorrelations } from "../../../src/core/raters/intraclass";
import { kendallW, withinGroupAgreement } from "../../../src/core/raters/reliability";

const value = <T>(result: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
};
/** Shrout & Fleiss 1979, table 2: six targets, four judges. */
const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];
/** irr package, data set "anxiety". */
const anxiety = [
  [3, 3, 2],
  [3, 6, 1],
  [3, 4, 4],
  [4, 6, 4],
  [5, 2, 3],
  [5, 4, 2],
  [2, 2, 1],
  [3, 4, 6],
  [5, 3, 1],
  [2, 3, 1],
  [2, 2, 1],
  [6, 3, 2],
  [1, 3, 3],
  [5, 3, 3],
  [2, 2, 1],
  [2, 2, 1],
  [1, 1, 3],
  [2, 3, 3],
  [4, 3, 2],
  [3, 4, 2],
];

describe("intraclass correlations", () => {
  it("give the six values printed by Shrout & Fleiss", () => {
    const icc = value(intraclassCorrelations(shroutFleiss));
    expect(
      [
        icc.oneWaySingle,
        icc.agreementSingle,
        icc.consistencySingle,
        icc.oneWayMean,
        icc.agreementMean,
        icc.consistencyMean,
      ].map((i) => Number(i.value?.toFixed(2))),
    ).toEqual([0.17, 0.29, 0.71, 0.44, 0.62, 0.91]);
  });
  it("give the intervals that the psych package prints for the same data", () => {
    const icc = value(intraclassCorrelations(shroutFleiss));
    expect([icc.oneWaySingle.low, icc.oneWaySingle.high].map((x) => Number(x.toFixed(2)))).toEqual([-0.13, 0.72]);
    expect([icc.agreementSingle.low, icc.agreementSingle.high].map((x) => Number(x.toFixed(2)))).toEqual([0.02, 0.76]);
    expect([icc.consistencySingle.low, icc.consistencySingle.high].map((x) => Number(x.toFixed(2)))).toEqual([
      0.34, 0.95,
    ]);
  });
  it("give the published agreement of the anxiety data", () => {
    expect(value(intraclassCorrelations(anxiety)).agreementSingle.value).toBeCloseTo(0.198, 3);
  });
  it("give the F tests that psych prints for the same data: 1.79 one-way, 11.03 two-way", () => {
    const { oneWayTest, twoWayTest } = value(intraclassCorrelations(shroutFleiss));
    expect(oneWayTest).toEqual({
      f: expect.closeTo(1.794678492239468, 10) as number,
      degreesOfFreedom: [5, 18],
      p: expect.closeTo(0.16476880834463953, 7) as number,
    });
    expect(twoWayTest).toEqual({
      f: expect.closeTo(11.027247956403272, 10) as number,
      degreesOfFreedom: [5, 15],
      p: expect.closeTo(0.00013456651648433688, 7) as number,
    });
  });
  it("are 1 where raters agree in everything, and nothing is left to test against", () => {
    const icc = value(intraclassCorrelations([1, 2.1, 3.3, 4, 5].map((x) => [x, x, x])));
    const one = { value: 1, low: 1, high: 1 };
    expect(icc).toMatchObject({ oneWaySingle: one, agreementSingle: one, consistencyMean: one, agreementMean: one });
    expect(icc.twoWayTest).toEqual({ f: null, degreesOfFreedom: [4, 8], p: 0 });
  });
  it("tell a stricter rater from one who sees another order: consistency 1, agreement less", () => {
    const icc = value(intraclassCorrelations([1.1, 2.1, 3.1, 4.1, 5.1].map((x) => [x, x + 1])));
    expect(icc.consistencySingle).toEqual({ value: 1, low: 1, high: 1 });
    // MS of people 5, of raters 2.5, no error: 5 ÷ (5 + 2·2.5/5).
    expect(icc.agreementSingle.value).toBeCloseTo(5 / 6, 12);
    expect(icc.oneWaySingle.value).toBeLessThan(icc.agreementSingle.value);
  });
  it("never say more than 1, have their value between their bounds, and no mean form where it would mean nothing", () => {
    const points = fc.integer({ min: 1, max: 5 });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((raters) =>
        fc.array(fc.array(points, { minLength: raters, maxLength: raters }), { minLength: 5, maxLength: 9 }),
      );
    fc.assert(
      fc.property(table, (ratings) => {
        const icc = intraclassCorrelations(ratings);
        const differ = new Set(ratings.map((row) => row.reduce((all, one) => all + one, 0))).size > 1;
        expect(icc.ok ? "ok" : icc.reason).toBe(differ ? "ok" : "no-spread");
        if (!icc.ok) return;
        const { oneWayTest, twoWayTest, ...forms } = icc.value;
        for (const form of Object.values(forms)) {
          const [low, own, high] = [form.low ?? -Infinity, form.value ?? -Infinity, form.high ?? -Infinity];
          expect(low).toBeLessThanOrEqual(own + 1e-9);
          expect(own).toBeLessThanOrEqual(high + 1e-9);
          expect(high).toBeLessThanOrEqual(1);
        }
        for (const { p } of [oneWayTest, twoWayTest]) expect(p >= 0 && p <= 1).toBe(true);
      }),
    );
  });
  it("of raters who turn each other round have no mean: the formula would give more than 1", () => {
    const turned = [
      [1, 5],
      [5, 1],
      [2, 4],
      [4, 2],
      [3, 4],
    ];
    const { agreementSingle, agreementMean } = value(intraclassCorrelations(turned));
    expect(agreementSingle.value).toBeLessThan(-1);
    expect(agreementMean.value).toBeNull();
  });
  it("say too few for four people, and no spread where all is equal", () => {
    expect(intraclassCorrelations(shroutFleiss.slice(0, 4))).toMatchObject({ reason: "too-few" });
    expect(intraclassCorrelations(shroutFleiss.map(() => [3, 3]))).toMatchObject({ reason: "no-spread" });
    expect(intraclassCorrelations([[1, 2], [1]])).toMatchObject({ reason: "shape" });
  });
});

describe("Kendall's W", () => {
  it("gives the published value of the anxiety data, corrected for ties", () => {
    expect(value(kendallW(anxiety)).W).toBeCloseTo(0.54, 2);
  });
  it("is 1 when all agree and refuses when nobody distinguishes", () => {
    expect(
      value(
        kendallW([
          [1, 10],
          [2, 20],
          [3, 30],
        ]),
      ).W,
    ).toBeCloseTo(1, 12);
    expect(
      kendallW([
        [1, 1],
        [1, 1],
      ]),
    ).toMatchObject({ reason: "no-spread" });
  });
});

describe("agreement within a group", () => {
  it("is 1 − s²/2 on five points and never below 0", () => {
    expect(value(withinGroupAgreement([4, 4, 5, 5], 5))).toBeCloseTo(1 - 1 / 3 / 2, 12);
    expect(value(withinGroupAgreement([1, 5, 1, 5], 5))).toBe(0);
    expect(withinGroupAgreement([4], 5)).toMatchObject({ reason: "too-few" });
  });
});

describe("kappa", () => {
  it("gives Fleiss' value for the textbook table of 14 raters", () => {
    const counts = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ];
    expect(value(fleissKappa(counts))).toBeCloseTo(0.21, 3);
  });
  it("gives Cohen's value by hand: 35 of 50 agreed, 25 expected by chance", () => {
    expect(
      value(
        cohenKappa([
          [20, 5],
          [10, 15],
        ]),
      ),
    ).toBeCloseTo(0.4, 12);
    expect(
      cohenKappa([
        [5, 0],
        [0, 0],
      ]),
    ).toMatchObject({ reason: "no-spread" });
    expect(cohenKappa([[1, 2]])).toMatchObject({ reason: "shape" });
  });
});

describe("Krippendorff's alpha", () => {
  const data = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, null],
    [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 3],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
  ];
  it.each([
    ["nominal", 0.743],
    ["ordinal", 0.815],
    ["interval", 0.849],
    ["ratio", 0.797],
  ] as const)("gives Krippendorff's own %s value", (metric, expected) => {
    expect(value(krippendorffAlpha(data, metric))).toBeCloseTo(expected, 3);
  });
  it("refuses when nobody was rated twice", () => {
    expect(
      krippendorffAlpha(
        [
          [1, null],
          [null, 2],
        ],
        "nominal",
      ),
    ).toMatchObject({ reason: "too-few" });
  });
});
