import { OKR } from "../../../src/core/methods/okr";
import { calculatedMethod, differences, readBook, type CalculatedMethod } from "../../support/methodWorkbooks";

jest.setTimeout(60_000);

describe("the workbook for objectives and key results", () => {
  let book: CalculatedMethod;
  beforeEach(async () => {
    book = await calculatedMethod(OKR);
  });
  afterEach(() => {
    book.dispose();
  });
  const sameAsCore = () => differences(book, OKR.reading(readBook(book))).faults;

  test("from 9 to 5 days with 6 reached is 0.75 of the way; the objective is the mean of its key results", () => {
    expect(book.at("KeyResults", 0, "grade")).toBeCloseTo(0.75, 9);
    // 0.75, (89 − 82)/10 and (4.2 − 3.9)/0.5.
    expect(book.at("Objectives", 0, "grade")).toBeCloseTo((0.75 + 0.7 + 0.6) / 3, 6);
    expect(book.at("Objectives", 0, "word")).toBe("Good");
  });

  test("weights inside an objective count: 12 pilot customers twice as much as the tests", () => {
    expect(book.at("Objectives", 1, "grade")).toBeCloseTo((2 * 0.75 + 0.7) / 3, 6);
  });

  test("the latest check-in up to the as-of date counts; of one day the lower row", async () => {
    const last = book.rows("OkrCheckIns") - 1;
    book.setCell("AsOf", 46_203);
    for (const [row, value] of [
      [last - 1, 7.5],
      [last, 5],
    ] as const) {
      book.set("OkrCheckIns", row, "date", 46_203);
      book.set("OkrCheckIns", row, "keyResult", "R01");
      book.set("OkrCheckIns", row, "value", value);
    }
    await book.calculate();
    expect(book.at("KeyResults", 0, "actual")).toBe(5);
    expect(book.at("KeyResults", 0, "state")).toBe("Reached");
    expect(sameAsCore()).toEqual([]);
    book.setCell("AsOf", 46_080);
    await book.calculate();
    expect(book.at("KeyResults", 0, "actual")).toBe(8);
    expect(sameAsCore()).toEqual([]);
  });

  test("a grade stays between 0 and 1, whatever is reported", async () => {
    book.set("KeyResults", 0, "start", 6.5);
    book.set("KeyResults", 1, "target", 85);
    await book.calculate();
    expect(book.at("KeyResults", 1, "grade")).toBe(1);
    expect(sameAsCore()).toEqual([]);
  });

  test("a key result without a figure has no grade: the objective says how much is graded", async () => {
    for (let row = 0; row < book.rows("OkrCheckIns"); row += 1)
      if (book.at("OkrCheckIns", row, "keyResult") === "R04") book.set("OkrCheckIns", row, "keyResult", "");
    book.setCell("Stage", "Evaluate");
    await book.calculate();
    expect(book.at("Objectives", 1, "grade")).toBeCloseTo(0.7, 9);
    expect(book.at("Objectives", 1, "coverage")).toBeCloseTo(1 / 3, 9);
    expect(book.at("KeyResults", 3, "check")).toBe("To fill");
    expect(sameAsCore()).toEqual([]);
  });

  test("what is missing is named: owner, way, weights, too few key results", async () => {
    book.set("KeyResults", 0, "owner", "");
    book.set("KeyResults", 1, "target", 82);
    book.set("Objectives", 2, "weight", 30);
    await book.calculate();
    expect([0, 1].map((row) => book.at("KeyResults", row, "check"))).toEqual(["Owner missing", "Start = target"]);
    expect(book.at("Objectives", 0, "check")).toBe("Weights ≠ 100");
    book.set("Objectives", 2, "weight", 25);
    book.set("KeyResults", 6, "objective", "O01");
    await book.calculate();
    expect(book.at("Objectives", 2, "check")).toBe("Few key results");
    expect(sameAsCore()).toEqual([]);
  });

  test("during the period a key result without a recent check-in is named, before and after it is not", async () => {
    book.setCell("AsOf", 46_200);
    book.setCell("Stage", "During");
    await book.calculate();
    expect(book.at("KeyResults", 2, "check")).toBe("No recent check-in");
    book.setCell("Stage", "Plan");
    await book.calculate();
    expect(book.at("KeyResults", 2, "check")).toBe("OK");
  });
});
