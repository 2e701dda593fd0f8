import { CASCADE } from "../../../src/core/methods/cascade";
import { calculatedMethod, differences, readBook, type CalculatedMethod } from "../../support/methodWorkbooks";

jest.setTimeout(60_000);

describe("the workbook for goal decomposition", () => {
  let book: CalculatedMethod;
  beforeEach(async () => {
    book = await calculatedMethod(CASCADE);
  });
  afterEach(() => {
    book.dispose();
  });
  const sameAsCore = () => differences(book, CASCADE.reading(readBook(book))).faults;

  test("12,000 flows as 55 % to the department, 60 % of that to the person, 8 % of that to March", () => {
    expect(book.at("DepartmentGoals", 0, "target")).toBeCloseTo(6600, 9);
    expect(book.at("LineGoals", 0, "target")).toBeCloseTo(3960, 9);
    expect(book.at("Months", 0, "m3")).toBeCloseTo(3960 * 0.08, 9);
    expect(book.at("Months", 0, "q1")).toBeCloseTo(3960 * 0.21, 9);
    expect(book.at("Months", 0, "year")).toBeCloseTo(3960, 9);
  });

  test("three months of three people roll up to the organisation", () => {
    expect(book.at("TopGoals", 0, "actual")).toBe(
      285 + 230 + 330 + (170 + 160 + 205) + (195 + 170 + 220) + (180 + 150 + 210),
    );
    expect(book.at("TopGoals", 0, "due")).toBeCloseTo(12_000 * 0.21, 6);
    expect(book.at("TopGoals", 0, "state")).toBe("Behind");
    // Means by size: logistics from two people of 4,500 and 3,500 orders.
    const logistics = (((96.5 + 95.8 + 96.4) / 3) * 4500 + ((95 + 95.6 + 96.2) / 3) * 3500) / 8000;
    expect(book.at("DepartmentGoals", 2, "actual")).toBeCloseTo(logistics, 9);
  });

  test("an own target below the share is named at the level above: short of target", async () => {
    book.set("DepartmentGoals", 0, "own", 6000);
    await book.calculate();
    expect(book.at("TopGoals", 0, "gap")).toBe(-600);
    expect(book.at("TopGoals", 0, "check")).toBe("Short of target");
    expect(book.at("LineGoals", 0, "target")).toBeCloseTo(3600, 9);
    expect(sameAsCore()).toEqual([]);
  });

  test("up to 10 % more than the target is quiet, more is named", async () => {
    book.set("DepartmentGoals", 0, "own", 7800);
    await book.calculate();
    expect(book.at("TopGoals", 0, "check")).toBe("OK");
    book.set("DepartmentGoals", 0, "own", 7801);
    await book.calculate();
    expect(book.at("TopGoals", 0, "check")).toBe("Far over target");
  });

  test("weights below, a goal that nobody carries and a line that serves nothing are named", async () => {
    book.set("LineGoals", 0, "weight", 50);
    book.set("DepartmentGoals", 4, "parent", "");
    book.set("LineGoals", 7, "parent", "");
    await book.calculate();
    expect(book.at("DepartmentGoals", 0, "check")).toBe("Weights below ≠ 100");
    expect(book.at("LineGoals", 0, "check")).toBe("Weights ≠ 100");
    expect(book.at("TopGoals", 2, "check")).toBe("Carried by nobody");
    expect(book.at("LineGoals", 7, "check")).toBe("Serves no goal");
    expect(sameAsCore()).toEqual([]);
  });

  test("a month counts only when it has ended; an empty month between others is named and counts nowhere", async () => {
    book.set("Year", 0, "a2", "");
    book.set("Year", 0, "a5", 999);
    await book.calculate();
    expect(book.at("Year", 0, "used")).toBe(2);
    expect(book.at("Year", 0, "actual")).toBe(285 + 330);
    expect(book.at("Year", 0, "due")).toBeCloseTo(3960 * 0.15, 9);
    expect(book.at("Year", 0, "check")).toBe("Month missing");
    expect(sameAsCore()).toEqual([]);
  });

  test("forecast and pace: 845 of 831.6 due make 4,023.8 of 3,960", () => {
    expect(book.at("Year", 0, "forecast")).toBeCloseTo((845 / 831.6) * 3960, 6);
    expect(book.at("Year", 0, "paceNeeded")).toBeCloseTo((3960 - 845) / 9, 9);
  });

  test("the parts of the drivers add up to the gap: product, ratio and sum", () => {
    for (const row of [0, 1, 2]) {
      const parts = [1, 2, 3].map((place) => Number(book.at("Drivers", row, `part${String(place)}`)));
      expect(parts.reduce((sum, value) => sum + value, 0)).toBeCloseTo(Number(book.at("Drivers", row, "gap")), 6);
    }
    expect(book.at("Drivers", 0, "main")).toBe("Share won");
    expect([1, 2, 3].map((place) => book.at("Drivers", 2, `part${String(place)}`))).toEqual([12, 23, -9]);
  });

  test("a plan that does not make the target of its goal is named", async () => {
    book.set("Drivers", 0, "plan1", 3900);
    await book.calculate();
    expect(book.at("Drivers", 0, "check")).toBe("Differs from target");
    expect(sameAsCore()).toEqual([]);
  });
});
