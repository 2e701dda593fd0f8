/** Which incidents become anchors: agreement on the dimension, then on the place. */
import { retranslated, type JudgedIncident } from "../../../src/core/raters/retranslation";

const judged = (back: JudgedIncident["back"], places: JudgedIncident["places"], dimension: string | null = "team") =>
  retranslated({ dimension, back, places });
const four = ["team", "team", "team", "service"] as const;

describe("an incident that judges sort and place", () => {
  it("anchors the mean place when three of four put it back and lie near together", () => {
    expect(judged(four, [5, 6, 6, 5])).toEqual({
      ok: true,
      value: { agreement: 0.75, mean: 5.5, spread: 0.57735, verdict: "keep", point: 6 },
    });
  });
  it("is moved where fewer see the dimension, wide where places lie apart, in this order", () => {
    expect(judged(["team", "team", "service", "safety"], [1, 7, 1, 7])).toMatchObject({ value: { verdict: "moved" } });
    expect(judged(four, [1, 7, 1, 7])).toMatchObject({ value: { verdict: "wide", point: null } });
    // 4, 4, 7: a deviation of √3 is over 1.5; 4, 4, 6.5 is under.
    expect(judged(["team", "team", "team"], [4, 4, 7])).toMatchObject({ value: { verdict: "wide" } });
    expect(judged(["team", "team", "team"], [4, 4, 6.5])).toMatchObject({ value: { verdict: "keep", point: 5 } });
  });
  it("needs a dimension of its own and three judges for both", () => {
    expect(judged(four, [5, 5, 5, 5], null)).toMatchObject({ value: { verdict: "noDimension", agreement: 0 } });
    expect(judged(["team", "team", null, null], [5, 5, 5, 5])).toMatchObject({ value: { verdict: "fewJudges" } });
    expect(judged(four, [5, 5, null, null])).toMatchObject({ value: { verdict: "fewJudges" } });
    expect(judged([null], [null])).toEqual({
      ok: true,
      value: { agreement: null, mean: null, spread: null, verdict: "fewJudges", point: null },
    });
  });
  it("takes two of three for a limit of two thirds, and refuses what is no number", () => {
    const incident = { dimension: "team", back: ["team", "team", "service"], places: [3, 3, 3] };
    const rules = { minAgreement: 0.666666667, maxSpread: 1.5, minJudges: 3 };
    expect(retranslated(incident, rules)).toMatchObject({ value: { verdict: "keep" } });
    expect(retranslated({ ...incident, places: [3, NaN, 3] })).toMatchObject({ reason: "not-a-number" });
    expect(retranslated(incident, { ...rules, maxSpread: NaN })).toMatchObject({ reason: "not-a-number" });
  });
});
