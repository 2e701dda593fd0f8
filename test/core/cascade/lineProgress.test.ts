import { lineProgress, type LineProgress, type ProgressLine } from "../../../src/core/cascade/lineProgress";

/** Ten days, six of them gone. */
const LINE: ProgressLine = {
  kind: "curve",
  direction: "higher",
  aggregate: "sum",
  baseline: null,
  target: 100,
  actual: 50,
  ...{ from: 46_023, to: 46_032, asOf: 46_028 },
};
const stands = (line: Partial<ProgressLine>): LineProgress => {
  const found = lineProgress({ ...LINE, ...line });
  if (!found.ok) throw new Error(found.reason);
  return found.value;
};

describe("progress of a line of a KPI plan", () => {
  it("that adds up is expected to grow evenly from 0", () => {
    const line = stands({});
    expect(line).toMatchObject({ start: 0, reached: 0.5, missing: 50, state: "behind" });
    expect(line.expected).toBeCloseTo(60, 12);
    expect(line.forecast).toBeCloseTo(50 / 0.6, 12);
    expect(line.paceNeeded).toBeCloseTo((50 / 4) * 30, 12);
    expect(stands({ actual: 60 }).state).toBe("onTrack");
    expect(stands({ actual: 100 }).state).toBe("reached");
  });

  it("that adds up and should stay low is a limit: kept to only when the period is over", () => {
    const low = { direction: "lower", actual: 55 } as const;
    expect(stands(low)).toMatchObject({ reached: null, paceNeeded: null, missing: 0, state: "onTrack" });
    expect(stands({ ...low, actual: 61 }).state).toBe("behind");
    expect(stands({ ...low, actual: 100, asOf: null }).state).toBe("reached");
    expect(stands({ ...low, actual: 101, asOf: null })).toMatchObject({ missing: 1, state: "behind" });
  });

  it("that counts to zero has the limit 0, whatever its direction and target say", () => {
    for (const aggregate of ["sum", "last"]) {
      const zero = { kind: "zero", target: null, aggregate } as const;
      expect(stands({ ...zero, actual: 0 })).toMatchObject({ expected: 0, missing: 0, state: "onTrack" });
      expect(stands({ ...zero, actual: 2 })).toMatchObject({ missing: 2, reached: null, state: "behind" });
      expect(stands({ ...zero, actual: 0, asOf: null }).state).toBe("reached");
    }
  });

  it("of the last value goes straight from its baseline to the target, also downwards", () => {
    const line = { kind: "linear", aggregate: "last", baseline: 40, target: 20, direction: "lower" } as const;
    expect(stands({ ...line, actual: 28 })).toMatchObject({ start: 40, missing: 8, reached: 0.6, state: "onTrack" });
    expect(stands({ ...line, actual: 28 }).forecast).toBeCloseTo(20, 12);
    expect(stands({ ...line, actual: 29 }).state).toBe("behind");
  });

  it("that is a level is held against the target itself, and no pace is asked of it", () => {
    const level = { aggregate: "mean", target: 80 } as const;
    expect(stands({ ...level, actual: 60 })).toMatchObject({
      ...{ start: null, expected: 80, reached: 0.75, missing: 20 },
      ...{ paceNeeded: null, forecast: 60, state: "behind" },
    });
    expect(stands({ ...level, actual: 84 }).state).toBe("reached");
    expect(stands({ ...level, direction: "lower", actual: 100 })).toMatchObject({ reached: 0.8, state: "behind" });
    expect(stands({ ...level, target: -5, actual: -6 }).reached).toBeNull();
    expect(stands({ ...level, direction: "lower", actual: 0 })).toMatchObject({ reached: null, state: "reached" });
  });

  it("without an even pace cannot be said; a milestone can once it is done, or the period is over", () => {
    for (const kind of ["rating", "points", "range", "steps", "nominal"] as const)
      expect(stands({ kind })).toEqual({
        ...{ start: null, expected: null, reached: null, missing: null, paceNeeded: null, forecast: null },
        state: "unsaid",
      });
    const milestone = { kind: "milestone", target: null } as const;
    expect(stands({ ...milestone, actual: 0.4 })).toMatchObject({ reached: 0.4, missing: 0.6, state: "unsaid" });
    expect(stands({ ...milestone, actual: 0.4, asOf: null }).state).toBe("behind");
    expect(stands({ ...milestone, actual: 1 }).state).toBe("reached");
  });

  it("says nothing without a figure, and is refused where the period ends before it begins", () => {
    for (const kind of ["curve", "zero", "milestone", "rating"] as const)
      expect(stands({ kind, actual: null })).toMatchObject({
        reached: null,
        missing: null,
        forecast: null,
        state: null,
      });
    expect(lineProgress({ ...LINE, to: LINE.from - 1 })).toMatchObject({ ok: false, reason: "out-of-range" });
  });
});
