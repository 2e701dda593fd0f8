import { paceOf, type PacedGoal } from "../../../src/core/cascade/pace";

/** 100 days, of which 40 are gone; 20 to 120. */
const GOAL: PacedGoal = { start: 20, target: 120, actual: 70, direction: "higher", from: 1, due: 100, asOf: 40 };
const pace = (change: Partial<PacedGoal> = {}) => {
  const found = paceOf({ ...GOAL, ...change });
  if (!found.ok) throw new Error(found.reason);
  return found.value;
};

describe("progress of a goal on the straight line from start to target", () => {
  test("half of the way in 40 % of the time is on track; 50 more in 60 days are 25 per 30 days", () => {
    expect(pace()).toEqual({
      time: 0.4,
      reached: 0.5,
      missing: 50,
      expected: 60,
      paceNeeded: 25,
      forecast: 145,
      state: "onTrack",
    });
  });
  test("exactly on the line is on track, a little under it is behind", () => {
    expect(pace({ actual: 60 }).state).toBe("onTrack");
    expect(pace({ actual: 59.99 }).state).toBe("behind");
  });
  test("where lower is better the same rules hold downwards", () => {
    const falling = pace({ start: 50, target: 30, actual: 40, direction: "lower" });
    expect(falling).toMatchObject({ reached: 0.5, missing: 10, expected: 42, forecast: 25, state: "onTrack" });
    expect(pace({ start: 50, target: 30, actual: 45, direction: "lower" }).state).toBe("behind");
    expect(pace({ start: 50, target: 30, actual: 28, direction: "lower" }).state).toBe("reached");
  });
  test("without a start the figure stands as it is: the target is expected, the forecast is the figure", () => {
    expect(pace({ start: null, actual: 110 })).toMatchObject({
      reached: null,
      expected: 120,
      forecast: 110,
      state: "behind",
    });
    expect(pace({ start: null, actual: 121 }).state).toBe("reached");
  });
  test("on the last day and after it no pace is told, before the first day no forecast", () => {
    expect(pace({ asOf: 100 })).toMatchObject({ time: 1, paceNeeded: null, forecast: 70, state: "behind" });
    expect(pace({ asOf: 250 })).toMatchObject({ time: 1, paceNeeded: null });
    expect(pace({ asOf: 0 })).toMatchObject({ time: 0, forecast: null });
  });
  test("no figure: no state, and nothing that would need one", () => {
    expect(pace({ actual: null })).toEqual({
      time: 0.4,
      expected: 60,
      reached: null,
      missing: null,
      paceNeeded: null,
      forecast: null,
      state: null,
    });
  });
  test("a due date before the first day and figures that are none are refused", () => {
    expect(paceOf({ ...GOAL, due: 0 })).toMatchObject({ ok: false, reason: "out-of-range" });
    expect(paceOf({ ...GOAL, actual: Number.NaN })).toMatchObject({ ok: false, reason: "not-a-number" });
  });
});
