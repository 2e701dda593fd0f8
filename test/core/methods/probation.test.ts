import { PROBATION } from "../../../src/core/methods/probation";
import { calculatedMethod, differences, readBook, type CalculatedMethod } from "../../support/methodWorkbooks";

jest.setTimeout(60_000);
/** Weights 25, 35, 20, 10, 10. */
const ITEMS = 5;

describe("the workbook of the probation", () => {
  let book: CalculatedMethod;
  beforeEach(async () => {
    book = await calculatedMethod(PROBATION);
  });
  afterEach(() => {
    book.dispose();
  });
  const sameAsCore = () => differences(book, PROBATION.reading(readBook(book))).faults;
  const outcome = (key: string, person = 0) => book.at("Probation", person, key);
  const score = (day: 30 | 60 | 90, points: readonly (number | string)[]) => {
    for (let item = 0; item < ITEMS; item += 1)
      book.set("ProbationScores", item, `s${String(day)}`, points[item] ?? points[0] ?? "");
  };

  test("each review is the weighted mean of its items, once all have a score", async () => {
    score(60, [60, 80, 70, 90, 100]);
    score(90, [80, 80, 80, 80, ""]);
    await book.calculate();
    expect(outcome("score60")).toBe(0.25 * 60 + 0.35 * 80 + 0.2 * 70 + 0.1 * 90 + 0.1 * 100);
    expect([outcome("score90"), outcome("latest"), outcome("advice")]).toEqual(["", outcome("score60"), ""]);
    expect(sameAsCore()).toEqual([]);
  });

  test.each([
    [70, "No", "Pass"],
    [69.9, "No", "Extend"],
    [60, "No", "Extend"],
    [59.9, "No", "Not passed"],
    [95, "Yes", "Not passed"],
    [95, "", ""],
  ])("a last score of %p and a breach %p advise %p", async (points, gate, advice) => {
    score(90, [points]);
    book.set("Probation", 0, "gate", gate);
    await book.calculate();
    expect(outcome("advice")).toBe(advice);
    expect(sameAsCore()).toEqual([]);
  });

  test("another decision than the advice wants a reason; a missing one is asked for", async () => {
    book.set("Probation", 0, "decision", "Extend");
    await book.calculate();
    expect([outcome("advice"), outcome("check")]).toEqual(["Pass", "Reason missing"]);
    book.set("Probation", 0, "reason", "Ill for six weeks");
    await book.calculate();
    expect(outcome("check")).toBe("OK");
    book.set("Probation", 0, "decision", "");
    await book.calculate();
    expect(outcome("check")).toBe("Decision missing");
  });

  test("a review is overdue a week after its day, and the day follows from the first day", async () => {
    const start = Number(outcome("start"));
    expect(["day30", "day60", "day90"].map((key) => outcome(key))).toEqual([start + 30, start + 60, start + 90]);
    score(90, [""]);
    book.set("Probation", 0, "decision", "");
    book.setCell("AsOf", start + 97);
    await book.calculate();
    expect(outcome("check")).toBe("OK");
    book.setCell("AsOf", start + 98);
    await book.calculate();
    expect(outcome("check")).toBe("Review overdue");
  });

  test("a score below the pass mark wants a word of help; one outside 0 to 100 is flagged", async () => {
    book.set("ProbationScores", 0, "s90", 65);
    book.set("ProbationScores", 0, "comment", "");
    book.set("ProbationScores", 2, "s90", 120);
    await book.calculate();
    expect([0, 2].map((row) => book.at("ProbationScores", row, "check"))).toEqual([
      "Say what helps",
      "Outside the scale",
    ]);
    expect(sameAsCore()).toEqual([]);
  });
});
