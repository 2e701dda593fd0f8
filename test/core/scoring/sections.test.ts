import { asShare } from "../../../src/core/model/units";
import { sectionedTotal, type ScoredSection } from "../../../src/core/scoring/sections";
import { absoluteShares, absoluteWeights } from "../../../src/core/weighting/levels";

describe("two levels of weights", () => {
  it("multiply: 60 % of a section of 40 is 24 of the whole", () => {
    const sections = [
      { points: 40, items: [60, 40] },
      { points: 60, items: [100] },
    ];
    expect(absoluteWeights(sections)).toEqual({ ok: true, value: [[24, 16], [60]] });
    const shares = absoluteShares(sections);
    expect(shares.ok && shares.value.flat().map((share) => Number(share.toFixed(12)))).toEqual([0.24, 0.16, 0.6]);
  });
  it("keep what does not add up as it stands, for the check to say; shares put it right openly", () => {
    const sections = [
      { points: 50, items: [45, 45] },
      { points: 50, items: [100] },
    ];
    expect(absoluteWeights(sections)).toEqual({ ok: true, value: [[22.5, 22.5], [50]] });
    expect(absoluteShares(sections)).toEqual({ ok: true, value: [[0.25, 0.25], [0.5]] });
  });
  it("refuse a weighted section without items, negative weights and none at all", () => {
    expect(absoluteShares([{ points: 1, items: [] }])).toEqual({
      ok: false,
      reason: "no-weights",
      params: { section: 0 },
    });
    expect(absoluteShares([{ points: 1, items: [1, -1] }])).toMatchObject({ reason: "negative" });
    expect(absoluteShares([{ points: 0, items: [1] }])).toMatchObject({ reason: "no-weights" });
    expect(absoluteWeights([])).toMatchObject({ reason: "empty" });
    expect(absoluteWeights([{ points: -1, items: [] }])).toMatchObject({ reason: "negative" });
    expect(absoluteWeights([{ points: Number.NaN, items: [] }])).toMatchObject({ reason: "not-a-number" });
    expect(absoluteWeights([{ points: 1e300, items: [1e300] }])).toMatchObject({ reason: "not-a-number" });
    expect(absoluteWeights([{ points: 1e300, items: [1, 1e300] }])).toMatchObject({ reason: "not-a-number" });
    expect(absoluteWeights([{ points: 1, items: [1, Number.NaN] }])).toMatchObject({ reason: "not-a-number" });
    expect(absoluteWeights([{ points: 1, items: [1, -1] }])).toMatchObject({ reason: "negative" });
    expect(absoluteWeights([{ points: 0, items: [50] }])).toEqual({ ok: true, value: [[0]] });
  });
  it("leave a section without weight out, whatever its items are", () => {
    const sections = [
      { points: 0, items: [0, 0] },
      { points: 10, items: [1] },
    ];
    expect(absoluteShares(sections)).toEqual({ ok: true, value: [[0, 0], [1]] });
  });
});

describe("sections with scales of their own", () => {
  // Ratings 1–5: 4 → 75, 2 → 25; marks 0–50: 40 → 80.
  const ratings: ScoredSection = { weight: 40, scale: [1, 5], scores: [4, 2], weights: [3, 1] };
  const marks: ScoredSection = { weight: 60, scale: [0, 50], scores: [40], weights: [1] };
  it("are put on one scale before they are weighted, and both are shown", () => {
    const found = sectionedTotal([ratings, marks], [0, 100], "wait");
    if (!found.ok) throw new Error(found.reason);
    // 0.4 × (0.75 × 75 + 0.25 × 25) + 0.6 × 80 = 0.4 × 62.5 + 48 = 73
    expect(found.value.total.total).toBe(73);
    expect(found.value.converted.map(({ total }) => total)).toEqual([62.5, 80]);
    expect(found.value.own.map(({ total }) => total)).toEqual([3.5, 40]);
    expect(found.value.shares).toEqual([[0.30000000000000004, 0.1], [0.6]]);
  });
  it("wait for a missing item with bounds on the common scale, and move the weight of what is not applicable", () => {
    const open = sectionedTotal([{ ...ratings, scores: [4, null] }, marks], [0, 100], "wait");
    // scored 0.3 × 75 + 0.6 × 80 = 70.5 over 0.9; missing weight 0.1
    expect(open).toMatchObject({ value: { total: { total: null, soFar: 78.333333, low: 70.5, high: 80.5 } } });
    // On the ratings' own scale the worst is a 1: (3·4 + 1)/4 … (3·4 + 5)/4; on 1–5 as the common scale the same.
    expect(open).toMatchObject({
      value: {
        own: [
          { low: 3.25, high: 4.25 },
          { low: 40, high: 40 },
        ],
      },
    });
    const onPoints = sectionedTotal([{ ...ratings, scores: [4, null] }], [1, 5], "wait");
    expect(onPoints).toMatchObject({ value: { total: { soFar: 4, low: 3.25, high: 4.25 } } });
    const moved = sectionedTotal([{ ...ratings, scores: [4, "na"] }, marks], [0, 100], "wait");
    expect(moved).toMatchObject({ value: { total: { total: 78.333333, applicable: 0.9 } } });
  });
  it("keep their own numbers where the common scale does not begin at 0, or runs the other way", () => {
    const half: ScoredSection = { weight: 1, scale: [0, 100], scores: [50, 100], weights: [1, 1] };
    // On 1–5 they are 3 and 5.
    expect(sectionedTotal([half], [1, 5], "wait")).toMatchObject({
      value: { total: { total: 4 }, converted: [{ total: 4 }], own: [{ raw: 75, total: 75, soFar: 75 }] },
    });
    const open = { ...half, scores: [50, null] };
    expect(sectionedTotal([open], [1, 5], "wait")).toMatchObject({
      value: { converted: [{ total: null, low: 2, high: 4 }], own: [{ total: null, low: 25, high: 75, soFar: 50 }] },
    });
    // 1 is best on this one: what is missing may make it anything from 1 to 3.
    const grades: ScoredSection = { weight: 1, scale: [5, 1], scores: [1, null], weights: [1, 1] };
    expect(sectionedTotal([grades], [0, 100], "wait")).toMatchObject({
      value: { own: [{ low: 1, high: 3, soFar: 1 }] },
    });
  });
  it("have none where the common scale has no length, not even of a section without scores", () => {
    const open: ScoredSection = { ...ratings, scores: [null, null] };
    expect(sectionedTotal([open], [5, 5], "wait")).toEqual({ ok: false, reason: "no-spread" });
  });
  it("in which nothing applies have no bounds on their own scale either", () => {
    const found = sectionedTotal([{ ...ratings, scores: ["na", "na"] }, marks], [0, 100], "wait");
    expect(found).toMatchObject({
      value: { total: { total: 80 }, own: [{ total: null, soFar: null, low: null, high: null }, { total: 40 }] },
    });
  });
  it("without weight show what their items come to, where those have weights; a weight without items' weights is none", () => {
    const shown = sectionedTotal([{ ...ratings, weight: 0 }, marks], [0, 100], "wait");
    expect(shown).toMatchObject({ value: { total: { total: 80 }, own: [{ total: 3.5 }, { total: 40 }] } });
    expect(sectionedTotal([{ ...ratings, weights: [0, 0] }, marks], [0, 100], "wait")).toMatchObject({
      reason: "no-weights",
    });
    const uneven = sectionedTotal([{ ...ratings, scores: [4] }, marks], [0, 100], "wait");
    expect(uneven).toEqual({ ok: false, reason: "shape" });
    const unweighted = sectionedTotal([ratings, { ...marks, weights: [] }], [0, 100], "wait");
    expect(unweighted).toEqual({ ok: false, reason: "shape" });
    // An item without weight is no section without weight.
    expect(sectionedTotal([{ ...ratings, weights: [1, 0] }, marks], [0, 100], "wait")).toMatchObject({
      value: { own: [{ total: 4 }, { total: 40 }] },
    });
  });
  it("without weight keep nobody from a total", () => {
    const idle: ScoredSection = { weight: 0, scale: [1, 5], scores: [null, 3], weights: [0, 0] };
    expect(sectionedTotal([idle, marks], [0, 100], "wait")).toMatchObject({
      value: { total: { total: 80, coverage: 1 }, own: [{ total: null, coverage: 0 }, { total: 40 }] },
    });
  });
  it("say the same on their own scale and on the common one, whatever is missing and whatever counts for it", () => {
    const open: ScoredSection = { ...ratings, scores: [4, null] };
    // 4 of 1–5 is 75. The missing quarter counts as 0, as 50 or not at all: on the section's scale as 1, as 3 or not at all.
    const cases = [
      ["wait", null, 4, 75],
      ["zero", [3.25, 56.25], 4, 75],
      ["neutral", [3.75, 68.75], 4, 75],
      ["renormalise", [4, 75], 4, 75],
    ] as const;
    for (const [policy, totals, soFarOwn, soFar] of cases) {
      const found = sectionedTotal([open, marks], [0, 100], policy, { neutral: 50 });
      if (!found.ok) throw new Error(found.reason);
      const [own, common] = [found.value.own[0], found.value.converted[0]];
      expect([own, common]).toMatchObject([
        { total: totals?.[0] ?? null, raw: totals?.[0] ?? null, soFar: soFarOwn, low: 3.25, high: 4.25 },
        { total: totals?.[1] ?? null, raw: totals?.[1] ?? null, soFar, low: 56.25, high: 81.25 },
      ]);
    }
  });
  it("follow the policy, with its settings, over all items together", () => {
    const open: ScoredSection = { ...ratings, scores: [4, null] };
    const total = (policy: "neutral" | "renormalise", minCoverage: number): unknown => {
      const found = sectionedTotal([open, marks], [0, 100], policy, { neutral: 50, minCoverage: asShare(minCoverage) });
      return found.ok ? [found.value.total.total, found.value.total.rankingTotal] : found.reason;
    };
    // 70.5 of 0.9 and the tenth at 50; without it 70.5 ÷ 0.9, ranked only where nine tenths are enough.
    expect([total("neutral", 1), total("renormalise", 0.9), total("renormalise", 0.95)]).toEqual([
      [75.5, 75.5],
      [78.333333, 78.333333],
      [78.333333, null],
    ]);
    // Three quarters of the first section are enough by default, and on both scales.
    const found = sectionedTotal([open], [0, 100], "renormalise");
    expect(found.ok && [found.value.own[0]?.rankingTotal, found.value.converted[0]?.rankingTotal]).toEqual([4, 75]);
    const strict = sectionedTotal([open], [0, 100], "renormalise", { minCoverage: asShare(0.8) });
    expect(strict.ok && [strict.value.own[0]?.rankingTotal, strict.value.converted[0]?.rankingTotal]).toEqual([
      null,
      null,
    ]);
  });
  it("need the number that neutral counts", () => {
    expect(sectionedTotal([marks], [0, 100], "neutral")).toMatchObject({ reason: "missing-parameter" });
    expect(sectionedTotal([marks], [0, 100], "neutral", { neutral: Number.NaN })).toMatchObject({
      reason: "not-a-number",
    });
  });
  it("refuse scales between which the line is too steep for a number", () => {
    const section = { weight: 1, scale: [1e308, 0.5], scores: [null], weights: [1] } as const;
    expect(sectionedTotal([section], [0, Number.MIN_VALUE], "wait")).toMatchObject({
      ok: false,
      reason: "not-a-number",
    });
  });

  it("refuse an empty scale and uneven lists", () => {
    expect(sectionedTotal([{ ...marks, scale: [5, 5] }], [0, 100], "wait")).toMatchObject({ reason: "no-spread" });
    expect(sectionedTotal([marks], [7, 7], "wait")).toMatchObject({ reason: "no-spread" });
    expect(sectionedTotal([{ ...marks, weights: [] }], [0, 100], "wait")).toMatchObject({ reason: "shape" });
    expect(sectionedTotal([ratings, { ...marks, weights: [1, 1] }], [0, 100], "wait")).toMatchObject({
      reason: "shape",
    });
    expect(sectionedTotal([], [0, 100], "wait")).toMatchObject({ ok: false });
  });
});
