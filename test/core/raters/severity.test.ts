/** Severity from incomplete tables, and the comparisons of ratings with other figures. */
import fc from "fast-check";
import { adjustedLevels, inflation, recencyPull, sameItems } from "../../../src/core/raters/comparisons";
import { linkedRaters, raterSeverity, type Judgement } from "../../../src/core/raters/severity";

const judge = (rater: string, person: string, points: number): Judgement => ({ rater, person, points });

describe("severity of raters who did not all rate the same people", () => {
  it("is found exactly where ratings are person plus rater", () => {
    const people = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 8 });
    const raters = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(people, raters, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (levels, shifts, holes) => {
        // Neighbouring raters share a person, so that all are linked; further cells are there or not.
        const table = shifts.flatMap((shift, r) =>
          levels.flatMap((level, p) =>
            p === r % levels.length || p === (r + 1) % levels.length || holes[r * levels.length + p] === true
              ? [judge(`R${String(r)}`, `P${String(p)}`, level + shift)]
              : [],
          ),
        );
        if (linkedRaters(table).length > 1) return;
        const result = raterSeverity(table);
        if (!result.ok) throw new Error(result.reason);
        const centre = shifts.reduce((a, b) => a + b, 0) / shifts.length;
        result.value.raters.forEach(({ shift }, r) => expect(shift).toBeCloseTo((shifts[r] ?? 0) - centre, 9));
        for (const [person, level] of result.value.people)
          expect(level).toBeCloseTo((levels[Number(person.slice(1))] ?? 0) + centre, 9);
      }),
    );
  });
  it("equals the difference of means in a complete table", () => {
    const result = raterSeverity([judge("a", "x", 4), judge("a", "y", 2), judge("b", "x", 3), judge("b", "y", 2)]);
    expect(result).toMatchObject({ ok: true, value: { raters: [{ shift: 0.25 }, { shift: -0.25 }] } });
  });
  it("has the standard errors that a regression on indicators gives", () => {
    // numpy: least squares on indicators of person and rater (sum of the raters' shifts held at 0), residual variance 13/36.
    const table = [
      [5, 4, 3],
      [4, 4, 2],
      [3, 1, 2],
    ].flatMap((row, p) => row.map((points, r) => judge(`R${String(r)}`, `P${String(p)}`, points)));
    const result = raterSeverity(table.filter(({ rater, person }) => rater !== "R2" || person !== "P2"));
    if (!result.ok) throw new Error(result.reason);
    expect(result.value.raters).toEqual([
      { rater: "R0", shift: expect.closeTo(13 / 12, 9), error: expect.closeTo(0.30046261, 8), n: 3 },
      { rater: "R1", shift: expect.closeTo(1 / 12, 9), error: expect.closeTo(0.30046261, 8), n: 3 },
      { rater: "R2", shift: expect.closeTo(-7 / 6, 9), error: expect.closeTo(0.34694433, 8), n: 2 },
    ]);
  });
  it("cannot be told from team quality where raters share nobody", () => {
    const apart = [judge("a", "x", 4), judge("b", "y", 2)];
    expect(linkedRaters(apart)).toEqual([["a"], ["b"]]);
    expect(raterSeverity(apart)).toEqual({ ok: false, reason: "not-connected", params: { groups: 2 } });
  });
  it("is refused for one rater, for nothing and for what is no number", () => {
    expect(raterSeverity([])).toMatchObject({ reason: "empty" });
    expect(raterSeverity([judge("a", "x", 4)])).toMatchObject({ reason: "too-few" });
    expect(raterSeverity([judge("a", "x", NaN), judge("b", "x", 1)])).toMatchObject({ reason: "not-a-number" });
  });
});

describe("leniency beside measured results", () => {
  const team = (rater: string, results: readonly number[], kindness: number) => ({
    rater,
    people: results.map((result) => ({ result, rating: 1 + result / 50 + kindness })),
  });
  it("is nothing when better ratings go with better results", () => {
    const levels = adjustedLevels([
      team("a", [100, 110, 120], 0),
      team("b", [60, 70, 80], 0),
      team("c", [80, 90, 100], 0),
    ]);
    if (!levels.ok) throw new Error(levels.reason);
    expect(levels.value[0]?.shift).toBeGreaterThan(0.4);
    for (const { adjusted } of levels.value) expect(adjusted).toBeCloseTo(0, 9);
  });
  it("stays when the kinder team has the same results", () => {
    const same = [80, 90, 100];
    const levels = adjustedLevels([team("a", same, 1), team("b", same, 0), team("c", same, 0)]);
    if (!levels.ok) throw new Error(levels.reason);
    expect(levels.value.map(({ adjusted }) => Number(adjusted.toFixed(9)))).toEqual([1, -0.5, -0.5]);
  });
  it("is refused without three raters or a spread of results", () => {
    expect(adjustedLevels([team("a", [1, 2, 3, 4, 5], 0)])).toMatchObject({ reason: "too-few" });
    const flat = [team("a", [5, 5], 0), team("b", [5, 5], 0), team("c", [5, 5], 0)];
    expect(adjustedLevels(flat)).toMatchObject({ reason: "no-spread" });
  });
});

describe("other comparisons", () => {
  it("mean rise of the same people, or too few to say", () => {
    const pairs = Array.from({ length: 8 }, (_, i) => ({ now: i + 0.5, before: i }));
    expect(inflation(pairs)).toEqual({ ok: true, value: { rise: 0.5, n: 8 } });
    expect(inflation(pairs.slice(1))).toMatchObject({ reason: "too-few" });
    expect(inflation([{ now: Infinity, before: 0 }], 1)).toMatchObject({ reason: "not-a-number" });
  });
  it("ratings that follow the last quarter more than the year", () => {
    const last = [1, 2, 3, 4, 5];
    const year = [3, 1, 2, 5, 4];
    const pull = recencyPull(last, last, year);
    // r(1..5, year) by hand: Σ(x−3)(y−3) = 0·… = (−2)(0)+(−1)(−2)+0(−1)+1·2+2·1 = 6; 6/10.
    expect(pull).toEqual({ ok: true, value: expect.closeTo(0.4, 12) as number });
    expect(recencyPull(last, last, [3, 3, 3, 3, 3])).toMatchObject({ reason: "no-spread" });
    expect(recencyPull(last, last, [1])).toMatchObject({ reason: "shape" });
    expect(recencyPull([1, 2], [1, 2], [1, 2], 1)).toMatchObject({ reason: "too-few" });
  });
  it("same items are found wherever they stand, blanks are none", () => {
    expect(sameItems(["a", "", "b", "a", "", "a", "b"], 3)).toEqual([[0, 3, 5]]);
    expect(sameItems(["a", "a"], 0)).toEqual([[0, 1]]);
  });
});
