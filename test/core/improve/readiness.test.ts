import { readinessGaps } from "../../../src/core/improve/readiness";

describe("an improvement plan", () => {
  const ready = { incidents: 2, goals: 3, checkpoints: 2, days: 60 };
  it("is ready with two dated facts, two to four goals, two check points and 30, 60 or 90 days", () => {
    expect(readinessGaps(ready)).toEqual({ ok: true, value: [] });
  });
  it("names everything that is missing, in the order of the sheet", () => {
    const nothing = {
      incidents: 1,
      goals: 1,
      checkpoints: 0,
      days: 45,
      standard: false,
      support: false,
      measure: false,
    };
    expect(readinessGaps(nothing)).toEqual({
      ok: true,
      value: ["incidents", "standard", "tooFewGoals", "support", "days", "checkpoints", "measure"],
    });
    expect(readinessGaps({ ...ready, goals: 5 })).toEqual({ ok: true, value: ["tooManyGoals"] });
  });
  it("is refused when its numbers are none", () => {
    expect(readinessGaps({ ...ready, days: Number.NaN })).toMatchObject({ reason: "not-a-number" });
    expect(readinessGaps({ ...ready, goals: -1 })).toMatchObject({ reason: "negative" });
  });
});
