/** Two numbers for a result: hits and tries, share done and days late. */
import { attainmentOf } from "../../../src/core/scoring/attainment";
import { countedNumber } from "../../../src/core/scoring/secondNumber";
import { SCORING_DEFAULTS } from "../../../src/core/scoring/settings";

const LATE = SCORING_DEFAULTS.latePerDay;
const POINTS = { kind: "points", maximum: 12 } as const;
const MILESTONE = { kind: "milestone" } as const;

it.each([
  [7, 10],
  [0, 3],
  [49, 49],
])("%d hits of %d tries attain their share, whatever the plan's full marks are", (hits, tries) => {
  const counted = countedNumber(POINTS, hits, tries, LATE) ?? Number.NaN;
  const attained = attainmentOf(POINTS, counted);
  expect(attained.ok ? attained.value : null).toBeCloseTo(hits / tries, 12);
});

it.each([
  [1, 0],
  [1, 5],
  [0.5, 80],
])("a milestone done to %d and %d days late is what the rule for days late makes of it", (share, days) => {
  const counted = countedNumber(MILESTONE, share, days, LATE) ?? Number.NaN;
  expect(attainmentOf(MILESTONE, counted)).toEqual(attainmentOf({ ...MILESTONE, daysLate: days }, share));
});

it("leaves what the line does not take by itself to the limits of the line", () => {
  expect(countedNumber(MILESTONE, 1.2, 10, LATE)).toBe(1.2);
  expect(attainmentOf(POINTS, countedNumber(POINTS, 11, 10, LATE) ?? 0).ok).toBe(false);
});

it.each([
  ["no number", POINTS, null],
  ["no tries", POINTS, 0],
  ["days before it was due", MILESTONE, -1],
  ["a kind that has one number", { kind: "curve" } as const, 3],
])("%s cannot be used", (_, rule, second) => {
  expect(countedNumber(rule, 1, second, LATE)).toBeNull();
});
