/** Weighted checklist and scale values, by hand. */
import fc from "fast-check";
import {
  checklistScore,
  scaleValues,
  type ChecklistAnswer,
  type ChecklistItem,
  type ChecklistScore,
} from "../../../src/core/scoring/checklist";

const ITEMS: readonly ChecklistItem[] = [
  { id: "greets", value: 8 },
  { id: "plans", value: 6, opposite: "late" },
  { id: "late", value: 4, isReversed: true, opposite: "plans" },
  { id: "note", value: 0 },
];
const of = (answers: Readonly<Record<string, ChecklistAnswer>>, items = ITEMS): ChecklistScore => {
  const found = checklistScore(items, new Map(Object.entries(answers)));
  if (!found.ok) throw new Error(found.reason);
  return found.value;
};

describe("a weighted checklist", () => {
  it("is the value of the good answers in that of all answers: no is good where a statement is reversed", () => {
    // Good: 8 and 4 of 18.
    const score = of({ greets: "yes", plans: "no", late: "no" });
    expect(score).toMatchObject({ won: 12, counted: 18, score: 66.666667, yes: 1, no: 2, open: 0, isAllSame: false });
    expect(score.raw).toBeCloseTo(200 / 3, 12);
    expect(of({ greets: "yes", plans: "yes", late: "no" }).score).toBe(100);
    expect(of({ greets: "no", plans: "no", late: "yes" }).score).toBe(0);
  });
  it("waits for every statement that counts, and leaves out what does not apply", () => {
    expect(of({ greets: "yes", late: "no" })).toMatchObject({ score: null, open: 1 });
    expect(of({ greets: "yes", plans: "na", late: "yes" })).toMatchObject({ score: 66.666667, counted: 12, open: 0 });
    expect(of({ greets: "na", plans: "na", late: "na" })).toMatchObject({ score: null, counted: 0, isAllSame: false });
  });
  it("says where a statement and its contrary both have yes, and where everything was answered alike", () => {
    expect(of({ greets: "no", plans: "yes", late: "yes" }).clashes).toBe(2);
    expect(of({ greets: "no", plans: "yes", late: "no" }).clashes).toBe(0);
    expect(of({ greets: "yes", plans: "yes", late: "yes" }).isAllSame).toBe(true);
    expect(of({ greets: "no", plans: "no", late: "no" }).isAllSame).toBe(true);
    expect(of({ greets: "yes", plans: "yes" }).isAllSame).toBe(false);
  });
  it("gives Thurstone's score as well: the mean value of what has yes", () => {
    expect(of({ greets: "yes", plans: "no", late: "yes" }).meanOfYes).toBe(6);
    expect(of({ greets: "no", plans: "no", late: "no" }).meanOfYes).toBeNull();
  });
  it("refuses a value that is none though nobody answered it, and values that are no sum", () => {
    const reason = (values: readonly number[], answers: readonly ChecklistAnswer[]): unknown => {
      const items = values.map((value, i) => ({ id: String(i), value }));
      const found = checklistScore(items, new Map(answers.map((answer, i) => [String(i), answer])));
      return found.ok ? "ok" : found.reason;
    };
    expect(reason([1, Number.NaN], ["yes"])).toBe("not-a-number");
    expect(reason([1, -1], ["yes"])).toBe("negative");
    expect(reason([1e308, 1e308], ["yes", "no"])).toBe("not-a-number");
  });
  it("refuses no statements, one twice, and values that are none", () => {
    expect(checklistScore([], new Map())).toMatchObject({ reason: "empty" });
    expect(checklistScore([...ITEMS, { id: "late", value: 1 }], new Map())).toMatchObject({ reason: "shape" });
    expect(checklistScore([{ id: "a", value: NaN }], new Map())).toMatchObject({ reason: "not-a-number" });
    expect(checklistScore([{ id: "a", value: -1 }], new Map())).toMatchObject({ reason: "negative" });
  });
  it("lies between 0 and 100, and a good answer in place of a bad one never lowers it", () => {
    const item = fc.record({ value: fc.integer({ min: 1, max: 11 }), isReversed: fc.boolean(), isGood: fc.boolean() });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 8 }), fc.nat(), (list, at) => {
        const items = list.map(({ value, isReversed }, i) => ({ id: String(i), value, isReversed }));
        const answers = (better: number | null): ReadonlyMap<string, ChecklistAnswer> =>
          new Map(
            list.map(({ isReversed, isGood }, i) => [
              String(i),
              (isGood || i === better) === isReversed ? "no" : "yes",
            ]),
          );
        const [before, after] = [
          checklistScore(items, answers(null)),
          checklistScore(items, answers(at % list.length)),
        ];
        if (!before.ok || !after.ok) throw new Error("refused");
        const [low, high] = [before.value.score ?? NaN, after.value.score ?? NaN];
        expect(low >= 0 && high <= 100).toBe(true);
        expect(high).toBeGreaterThanOrEqual(low);
      }),
    );
  });
});

describe("scale values of statements", () => {
  it("keep a statement whose spread is the limit itself, and none that has no number", () => {
    // 3, 5 and 7: mean 5, deviation 2.
    expect(scaleValues([[3, 5, 7]])).toEqual({ ok: true, value: [{ value: 5, spread: 2, judges: 3, keep: true }] });
    expect(scaleValues([[3, 5, 7]], 1.999)).toMatchObject({ value: [{ keep: false }] });
    expect(scaleValues([[5, 5, null]], Infinity)).toMatchObject({ value: [{ judges: 2, keep: false }] });
    expect(
      scaleValues([
        [1, 2],
        [1, Number.NaN],
      ]),
    ).toEqual({ ok: false, reason: "not-a-number" });
    expect(scaleValues([[1e308, 1e308, -1e308]])).toEqual({ ok: false, reason: "not-a-number" });
  });
  it("are the judges' mean; statements that judges read differently are dropped", () => {
    const found = scaleValues([
      [8, 9, 10],
      [1, 6, 11],
      [7, null, 8],
      [null, null, null],
    ]);
    expect(found).toEqual({
      ok: true,
      value: [
        { value: 9, spread: 1, judges: 3, keep: true },
        { value: 6, spread: 5, judges: 3, keep: false },
        { value: 7.5, spread: Math.SQRT1_2, judges: 2, keep: false },
        { value: null, spread: null, judges: 0, keep: false },
      ],
    });
    const strict = scaleValues([[8, 9, 10]], 0.9);
    expect(strict).toMatchObject({ value: [{ keep: false }] });
  });
  it("are refused of nobody, uneven rows, and what is no number", () => {
    expect(scaleValues([])).toMatchObject({ reason: "empty" });
    expect(scaleValues([[1, 2], [1]])).toMatchObject({ reason: "shape" });
    expect(scaleValues([[1, NaN]])).toMatchObject({ reason: "not-a-number" });
    expect(scaleValues([[1, 2]], NaN)).toMatchObject({ reason: "not-a-number" });
  });
});
