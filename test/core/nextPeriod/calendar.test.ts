/** The dates that follow a period, and targets that are made harder. */
import { serialOf, isoOf } from "../../../src/commands/isoDates";
import { followingPeriod, yearOf } from "../../../src/core/nextPeriod/calendar";
import { raised } from "../../../src/core/nextPeriod/emptying";

const following = (from: string, to: string): string => {
  const next = followingPeriod({ from: serialOf(from), to: serialOf(to) });
  return `${isoOf(next.from)} ${isoOf(next.to)}`;
};

describe("the period that follows", () => {
  it.each([
    ["2026-01-01", "2026-12-31", "2027-01-01 2027-12-31"],
    ["2026-01-01", "2026-03-31", "2026-04-01 2026-06-30"],
    ["2024-02-01", "2024-02-29", "2024-03-01 2024-03-31"],
    ["2026-12-01", "2026-12-31", "2027-01-01 2027-01-31"],
    // A quarter that begins in November.
    ["2025-11-01", "2026-01-31", "2026-02-01 2026-04-30"],
    // No whole months: as many days.
    ["2026-01-05", "2026-01-11", "2026-01-12 2026-01-18"],
    ["2026-01-15", "2026-02-14", "2026-02-15 2026-03-17"],
  ])("after %s to %s is %s", (from, to, expected) => {
    expect(following(from, to)).toBe(expected);
  });
  it("knows the calendar year of a day", () => {
    const { from, to } = yearOf(serialOf("2024-07-01"));
    expect([isoOf(from), isoOf(to)]).toEqual(["2024-01-01", "2024-12-31"]);
  });
});

describe("a target made harder by 5 %", () => {
  it.each([
    [100, false, null, 105],
    [8.5, false, null, 8.93],
    [1250, false, null, 1313],
    // Less is better.
    [40, true, null, 38],
    // A part of a whole does not pass 100 %.
    [98, false, 100, 100],
    [98, true, 100, 93.1],
    [-20, false, null, -21],
  ])("%d (less is better: %s, at most %s) becomes %d", (now, isLower, most, expected) => {
    expect(raised(now, 0.05, isLower, most)).toBe(expected);
  });
});
