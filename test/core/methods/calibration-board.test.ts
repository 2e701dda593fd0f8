import { CALIBRATION_BOARD } from "../../../src/core/methods/calibration-board";
import { calculatedMethod, differences, readBook, type CalculatedMethod } from "../../support/methodWorkbooks";

jest.setTimeout(60_000);

describe("the workbook of the calibration board", () => {
  let book: CalculatedMethod;
  beforeEach(async () => {
    book = await calculatedMethod(CALIBRATION_BOARD);
  });
  afterEach(() => {
    book.dispose();
  });
  const sameAsCore = () => differences(book, CALIBRATION_BOARD.reading(readBook(book))).faults;
  const board = (row: number, key: string) => book.at("Board", row, key);
  const manager = (row: number, key: string) => book.at("BoardManagers", row, key);
  const propose = (rows: readonly (readonly [manager: string, score: number | string])[]) => {
    for (let i = 0; i < 10; i += 1) {
      book.set("Board", i, "manager", rows[i]?.[0] ?? "");
      book.set("Board", i, "proposed", rows[i]?.[1] ?? "");
      for (const key of ["decided", "reason", "by"]) book.set("Board", i, key, "");
    }
  };

  test("the decision is the final score where there is one; the proposal stays beside it", () => {
    expect([board(0, "proposed"), board(0, "decided"), board(0, "final")]).toEqual([4.6, 4.1, 4.1]);
    expect([board(1, "decided"), board(1, "final")]).toEqual([null, 4.3]);
  });

  test("a change without reason, then without who decided, is flagged; confirming the proposal wants neither", async () => {
    book.set("Board", 0, "reason", "");
    book.set("Board", 0, "by", "");
    book.set("Board", 1, "decided", 4.3);
    await book.calculate();
    expect([board(0, "check"), board(1, "check")]).toEqual(["Reason missing", "OK"]);
    book.set("Board", 0, "reason", "Same results as others");
    await book.calculate();
    expect(board(0, "check")).toBe("Who decided is missing");
  });

  test("each manager's level stands beside that of everybody, with a word from the limit on", async () => {
    propose([
      ["M1", 4.5],
      ["M1", 4.1],
      ["M1", 4.3],
      ["M2", 3.1],
      ["M2", 2.9],
      ["M2", 3.3],
      ["M3", 3.7],
      ["M3", 3.9],
    ]);
    await book.calculate();
    // All eight: 29.8 ÷ 8 = 3.725.
    expect(manager(0, "difference")).toBeCloseTo(4.3 - 3.725, 6);
    expect([0, 1, 2, 3].map((row) => manager(row, "hint"))).toEqual([
      "Higher than others",
      "Lower than others",
      "Too few to say",
      "",
    ]);
    expect(sameAsCore()).toEqual([]);
  });

  test("a score decided for somebody without a proposal moves no manager's mean", async () => {
    propose([
      ["M1", 4],
      ["M1", 3],
      ["M1", "n/a"],
      ["M2", 3],
    ]);
    book.set("Board", 2, "decided", 5);
    await book.calculate();
    expect([manager(0, "people"), manager(0, "mean"), manager(0, "meanFinal")]).toEqual([2, 3.5, 3.5]);
    expect(board(2, "final")).toBe(5);
    expect(sameAsCore()).toEqual([]);
  });

  test("the hint takes out a part of the shift, less of a small team, and stays on the scale", async () => {
    propose([
      ["M1", 5],
      ["M1", 4.6],
      ["M1", 4.8],
      ["M1", 4.9],
      ["M2", 2],
      ["M2", 2.4],
    ]);
    await book.calculate();
    const [ofFour, ofTwo] = [Number(manager(0, "share")), Number(manager(1, "share"))];
    expect(ofFour).toBeGreaterThan(ofTwo);
    expect(Number(board(0, "hint"))).toBeLessThan(5);
    expect(board(0, "final")).toBe(5);
    expect(sameAsCore()).toEqual([]);
  });

  test("with one manager, or one score each, there is no hint: nothing can be told apart", async () => {
    propose([
      ["M1", 4],
      ["M1", 3],
    ]);
    await book.calculate();
    expect([manager(0, "shift"), board(0, "hint")]).toEqual(["", ""]);
    expect(sameAsCore()).toEqual([]);
    propose([
      ["M1", 4],
      ["M2", 3],
    ]);
    await book.calculate();
    expect([manager(0, "shift"), manager(0, "hint")]).toEqual(["", "Too few to say"]);
    expect(sameAsCore()).toEqual([]);
  });

  test("scores outside the scale and unknown managers are flagged and count nowhere", async () => {
    book.set("Board", 0, "proposed", 46);
    book.set("Board", 0, "decided", "");
    book.set("Board", 1, "manager", "M99");
    book.set("Board", 2, "decided", 0);
    await book.calculate();
    expect([0, 1, 2].map((row) => board(row, "check"))).toEqual([
      "Outside the scale",
      book.word("unknown"),
      "Outside the scale",
    ]);
    expect([board(0, "final"), manager(0, "people")]).toEqual(["", 2]);
    expect(sameAsCore()).toEqual([]);
  });

  test("the spread counts before and after, and a guide that is no 100 % is counted by Checks", async () => {
    const count = (key: string) => [0, 1, 2, 3, 4].map((row) => book.at("BoardSpread", row, key));
    expect(count("before")).toEqual([0, 0, 4, 5, 1]);
    expect(count("after")).toEqual([0, 0, 4, 6, 0]);
    book.set("BoardSpread", 0, "guide", 0.5);
    await book.calculate();
    expect(book.valueAt("Checks", 2, 1)).toBe(1);
  });
});
