/** Two numbers for a result: hits and tries, share done and days late. */
import { attainmentOf } from "../../../src/core/scoring/attainment";
import { countedNumber, isDay } from "../../../src/core/scoring/secondNumber";
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

const DUE = 46_100;
it.each([
  ["late", DUE + 7, 7],
  ["late by a day, at any hour", DUE + 1.9, 1],
  ["on the day", DUE, 0],
  ["before", DUE - 30, 0],
])("a milestone done %s is as many days late as from the day it was due", (_, done, days) => {
  expect(countedNumber(MILESTONE, 1, done, LATE, DUE)).toBe(countedNumber(MILESTONE, 1, days, LATE));
});

it("days late that are typed count as they stand, whenever it was due; a day done needs a day due", () => {
  expect(countedNumber(MILESTONE, 1, 5, LATE, DUE)).toBe(countedNumber(MILESTONE, 1, 5, LATE));
  expect(countedNumber(MILESTONE, 1, DUE, LATE)).toBeNull();
  expect(countedNumber(MILESTONE, 1, DUE, LATE, 3)).toBeNull();
  // Of tries there may be as many as there are.
  expect(countedNumber(POINTS, 30_000, 60_000, LATE)).toBe(6);
  expect([19_999, 20_000, Number.POSITIVE_INFINITY, "46100"].map(isDay)).toEqual([false, true, false, false]);
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
