import { IMPROVEMENT_PLAN } from "../../../src/core/methods/improvement-plan";
import { calculatedMethod, differences, readBook, type CalculatedMethod } from "../../support/methodWorkbooks";

jest.setTimeout(60_000);

describe("the workbook for improvement plans", () => {
  let book: CalculatedMethod;
  beforeEach(async () => {
    book = await calculatedMethod(IMPROVEMENT_PLAN);
  });
  afterEach(() => {
    book.dispose();
  });
  const sameAsCore = () => differences(book, IMPROVEMENT_PLAN.reading(readBook(book))).faults;
  const checkOf = async (column: string, value: string | number): Promise<unknown> => {
    book.set("Cases", 0, column, value);
    await book.calculate();
    return book.at("Cases", 0, "check");
  };

  test("points lost are weight × what is missing: 30 × 0.45, 20 × 0.4, 15 × 0.2, 35 × 0.05, most first", () => {
    expect([0, 1, 2, 3].map((row) => book.at("PointsLost", row, "lost"))).toEqual([13.5, 8, 3, 1.75]);
    expect([0, 1, 2, 3].map((row) => book.at("PointsLost", row, "place"))).toEqual([1, 2, 3, 4]);
    expect(book.at("PointsLost", 1, "cumulated")).toBeCloseTo(21.5 / 26.25, 9);
    expect(book.at("Cases", 0, "lost")).toBe(26.25);
  });

  test("the effect is what was won back: 40 × 0.35 and 30 × 0.15; a line above target lost and won nothing", () => {
    expect(book.at("Cases", 1, "recovered")).toBeCloseTo(40 * 0.35 + 30 * 0.15, 6);
    expect(book.at("PointsLost", 6, "recovered")).toBe(0);
    expect(book.at("Cases", 0, "recovered")).toBe("");
  });

  test("causes add up the points of all plans", () => {
    expect([0, 1, 2, 3].map((row) => book.at("Causes", row, "lost"))).toEqual([16, 22.75, 8, 3]);
  });

  test("a plan is not ready without standard, support, an allowed length and signatures", async () => {
    expect(await checkOf("standard", "")).toBe("Standard missing");
    book.set("Cases", 0, "standard", "At least 85 %");
    expect(await checkOf("support", "")).toBe("Support missing");
    book.set("Cases", 0, "support", "Mentor");
    expect(await checkOf("days", 45)).toBe("Length not allowed");
    expect(sameAsCore()).toEqual([]);
    book.set("Cases", 0, "days", 60);
    expect(await checkOf("signM", "")).toBe("Not signed");
  });

  test("facts, goals and check points are counted for their plan only", async () => {
    book.set("PlanFacts", 0, "plan", "I02");
    await book.calculate();
    expect(book.at("Cases", 0, "check")).toBe("Facts missing");
    book.set("PlanFacts", 0, "plan", "I01");
    book.set("PlanGoals", 0, "plan", "");
    await book.calculate();
    expect(book.at("Cases", 0, "check")).toBe("Few goals");
    expect(book.at("PlanGoals", 0, "check")).toBe("Unknown id");
    expect(sameAsCore()).toEqual([]);
  });

  test("a check point that was not held by its day is overdue, a plan that has ended asks for its outcome", async () => {
    book.setCell("AsOf", 46_220);
    await book.calculate();
    expect(book.at("FollowUps", 1, "check")).toBe("Overdue");
    expect(book.at("Cases", 0, "check")).toBe("Outcome missing");
    expect(sameAsCore()).toEqual([]);
  });

  test("points lost without a cause are named, none are asked for where nothing was lost", async () => {
    book.set("PointsLost", 0, "cause", "");
    await book.calculate();
    expect(book.at("PointsLost", 0, "check")).toBe("Cause missing");
    expect(book.at("PointsLost", 6, "check")).toBe("OK");
  });

  test("goals that fall are judged downwards: 4 late reports to 0, one is left", () => {
    expect(["reached", "missing"].map((key) => book.at("PlanGoals", 1, key))).toEqual([0.75, 1]);
  });
});
