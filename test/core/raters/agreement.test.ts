import { cohenKappa, fleissKappa, krippendorffAlpha } from "../../../src/core/raters/agreement";
import { intraclassCorrelations, kendallW, withinGroupAgreement } from "../../../src/core/raters/reliability";

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
      ].map((i) => Number(i.value.toFixed(2))),
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
