import { MBO_INDIVIDUAL } from "../../../src/core/methods/mbo-individual";
import { calculatedMethod, differences, readBook, type CalculatedMethod } from "../../support/methodWorkbooks";

jest.setTimeout(60_000);

describe("the workbook for management by objectives", () => {
  let book: CalculatedMethod;
  beforeEach(async () => {
    book = await calculatedMethod(MBO_INDIVIDUAL);
  });
  afterEach(() => {
    book.dispose();
  });
  const sameAsCore = () => differences(book, MBO_INDIVIDUAL.reading(readBook(book))).faults;

  test("Person A: 106 % × 35 + 103.3 % × 25 + 94.3 % × 20 + 100 % × 20, worked out by hand", () => {
    // Revenue 512 of 500–540: 1 + 0.2 · 12/40. Customers 19 of 18–24: 1 + 0.2 · 1/6. Days 49 of 55–48: 0.6 + 0.4 · 6/7.
    const byHand = 35 * 1.06 + 25 * (1 + 0.2 / 6) + 20 * (0.6 + 0.4 * (6 / 7)) + 20;
    expect(book.at("Results", 0, "total")).toBeCloseTo(byHand, 6);
    expect(book.at("Results", 0, "band")).toBe("Meets");
    expect([0, 1, 2, 3].map((row) => book.at("Results", row, "rank"))).toEqual([2, 3, 4, 1]);
  });

  test("a proposal of either side changes nothing: only what is agreed counts", async () => {
    const before = book.at("Results", 0, "total");
    for (const column of ["targetE", "targetM", "weightE", "weightM"]) book.set("Goals", 0, column, 1);
    await book.calculate();
    expect(book.at("Results", 0, "total")).toBe(before);
  });

  test("weights that do not add up are flagged at every goal of the person and on Sign-off", async () => {
    book.set("Goals", 0, "weight", 45);
    await book.calculate();
    expect(book.at("SignOff", 0, "weights")).toBe(110);
    expect(book.at("SignOff", 0, "check")).toBe("Weights ≠ 100");
    expect([0, 1, 2, 3].map((row) => book.at("Goals", row, "check"))).toEqual(Array(4).fill("Weights ≠ 100"));
    expect(book.at("Goals", 4, "check")).toBe("OK");
    expect(sameAsCore()).toEqual([]);
  });

  test("a blank result is missing, not zero: so far with bounds, no total, no rank", async () => {
    book.set("Review", 0, "agreed", "");
    await book.calculate();
    expect(["total", "rank"].map((column) => book.at("Results", 0, column))).toEqual(["", ""]);
    expect(book.at("Results", 0, "coverage")).toBeCloseTo(0.65, 9);
    expect(book.at("Results", 0, "toFill")).toBe(1);
    expect(book.at("Review", 0, "check")).toBe("To fill");
    expect(sameAsCore()).toEqual([]);
  });

  test("n/a with a reason moves its weight to the others; without one it is flagged and stays open", async () => {
    book.set("Review", 0, "agreed", "n/a");
    await book.calculate();
    expect(book.at("Review", 0, "check")).toBe("Reason missing");
    expect(book.at("Results", 0, "total")).toBe("");
    book.set("Review", 0, "reason", "Region closed in March");
    await book.calculate();
    expect(book.at("Review", 0, "check")).toBe("OK");
    expect(book.at("Results", 0, "applicable")).toBeCloseTo(0.65, 9);
    expect(sameAsCore()).toEqual([]);
  });

  test("a result without evidence is flagged from the evaluation on, not before", async () => {
    for (let row = 0; row < book.rows("Evidence"); row += 1)
      if (book.at("Evidence", row, "indicator") === "K01") book.set("Evidence", row, "indicator", "");
    await book.calculate();
    expect(book.at("Review", 0, "check")).toBe("Evidence missing");
    expect(book.at("Results", 0, "evidenceGaps")).toBe(1);
    book.setCell("Stage", "Plan");
    await book.calculate();
    expect(book.at("Review", 0, "check")).toBe("OK");
  });

  test("the manager's result before the employee's, and one that differs from the agreed one without a reason, are flagged", async () => {
    book.set("Review", 0, "own", "");
    book.set("Review", 1, "manager", 25);
    await book.calculate();
    expect(book.at("Review", 0, "check")).toBe("Employee first");
    expect(book.at("Review", 1, "check")).toBe("Reason missing");
  });

  test("a goal put down after mid-point asks for a note; a due date outside the period is named", async () => {
    book.set("Goals", 0, "addedOn", 46_180);
    book.set("Goals", 1, "due", 46_300);
    await book.calculate();
    expect(book.at("Goals", 0, "check")).toBe("Note missing");
    expect(book.at("Goals", 1, "check")).toBe("Outside period");
  });

  test("signatures are asked for when their stage has come", async () => {
    book.set("SignOff", 0, "agreedE", "");
    await book.calculate();
    expect(book.at("SignOff", 0, "check")).toBe("Not signed");
    book.setCell("Stage", "Close");
    await book.calculate();
    expect(book.at("SignOff", 1, "check")).toBe("Close not signed");
    book.setCell("Stage", "Plan");
    await book.calculate();
    expect(book.at("SignOff", 0, "check")).toBe("OK");
  });

  test("progress follows the as-of date: half-way through the period", async () => {
    book.setCell("AsOf", 46_112);
    for (let row = 0; row < book.rows("Review"); row += 1) book.set("Review", row, "agreed", "");
    await book.calculate();
    // 90 of 181 days gone; 258 of 500 needs 242 in 91 days.
    expect(book.at("Progress", 0, "time")).toBeCloseTo(90 / 181, 9);
    expect(book.at("Progress", 0, "missing")).toBe(242);
    expect(book.at("Progress", 0, "paceNeeded")).toBeCloseTo((242 / 91) * 30, 9);
    expect(book.at("Progress", 0, "state")).toBe("On track");
    expect(sameAsCore()).toEqual([]);
  });

  test("another cap, floor and threshold value count in every goal", async () => {
    book.setCell("Cap", 1.05);
    book.setCell("S0", 0.5);
    await book.calculate();
    expect(book.at("Review", 0, "attainment")).toBeCloseTo(1.015, 9);
    expect(sameAsCore()).toEqual([]);
  });

  test("somebody whose id is no id of ours has no goals, whatever wildcards are typed", async () => {
    book.set("Goals", 0, "person", "P*");
    await book.calculate();
    expect(book.at("Goals", 0, "check")).toBe("Unknown id");
    expect(book.at("SignOff", 0, "goals")).toBe(3);
    expect(sameAsCore()).toEqual([]);
  });
});
