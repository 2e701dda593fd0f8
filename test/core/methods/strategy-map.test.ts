import { STRATEGY_MAP } from "../../../src/core/methods/strategy-map";
import { calculatedMethod, differences, readBook, type CalculatedMethod } from "../../support/methodWorkbooks";

jest.setTimeout(60_000);

describe("the workbook of the balanced scorecard with its strategy map", () => {
  let book: CalculatedMethod;
  beforeEach(async () => {
    book = await calculatedMethod(STRATEGY_MAP);
  });
  afterEach(() => {
    book.dispose();
  });
  const sameAsCore = () => differences(book, STRATEGY_MAP.reading(readBook(book))).faults;
  const objective = (row: number, key: string) => book.at("BscObjectives", row, key);
  const perspective = (row: number, key: string) => book.at("BscPerspectives", row, key);
  const measure = (row: number, key: string) => book.at("BscMeasures", row, key);

  test("a measure scores the way from start to target; less is better where the target lies below", async () => {
    // 9 → 13 with 12; 58 → 42 days with 45.
    expect([measure(0, "score"), measure(2, "score")]).toEqual([75, 81.25]);
    book.set("BscMeasures", 0, "actual", 20);
    book.set("BscMeasures", 2, "actual", 70);
    await book.calculate();
    expect([measure(0, "score"), measure(2, "score")]).toEqual([120, 0]);
    expect(sameAsCore()).toEqual([]);
  });

  test("objectives take the mean of their measures by weight, perspectives that of their objectives, the total by weight", async () => {
    book.set("BscMeasures", 0, "weight", 3);
    await book.calculate();
    const second = (100 * (57 - 40)) / 20;
    expect(objective(0, "score")).toBeCloseTo((3 * 75 + second) / 4, 6);
    expect(perspective(0, "score")).toBeCloseTo(
      [0, 1, 2].reduce((sum, row) => sum + Number(objective(row, "score")), 0) / 3,
      6,
    );
    const total = [30, 25, 25, 20].reduce(
      (sum, weight, i) => sum + (weight * Number(perspective(i, "score"))) / 100,
      0,
    );
    expect(book.valueAt("Perspectives", 3, 6)).toBeCloseTo(total, 5);
    expect(sameAsCore()).toEqual([]);
  });

  test("without a score in each perspective there is no total", async () => {
    for (const row of [13, 14, 15]) book.set("BscMeasures", row, "actual", "");
    await book.calculate();
    expect([perspective(3, "score"), book.valueAt("Perspectives", 3, 6)]).toEqual(["", ""]);
    expect(sameAsCore()).toEqual([]);
  });

  test.each([
    ["servesFirst", "B12", "Serves none above it"],
    ["servesFirst", "B04", "Serves none above it"],
    ["servesFirst", "", "Serves nothing"],
    ["servesFirst", "B99", "unknown"],
    ["perspective", "", "Perspective missing"],
    ["owner", "", "Owner missing"],
  ])("an objective with %s %p is flagged", async (key, value, word) => {
    book.set("BscObjectives", 3, key, value);
    await book.calculate();
    expect(objective(3, "check")).toBe(word === "unknown" ? book.word("unknown") : word);
    expect(sameAsCore()).toEqual([]);
  });

  test("an objective that nothing serves, or without measure or initiative, is flagged", async () => {
    book.set("BscObjectives", 10, "servesSecond", "");
    book.set("BscMeasures", 6, "objective", "B01");
    book.set("BscInitiatives", 1, "initiative", "");
    await book.calculate();
    expect([objective(7, "check"), objective(4, "check"), objective(1, "check")]).toEqual([
      "Nothing serves it",
      "Measure missing",
      "Initiative missing",
    ]);
    expect(sameAsCore()).toEqual([]);
  });

  test("a perspective that measures results only, or has no objective, is flagged", async () => {
    for (const row of [9, 11, 12]) book.set("BscMeasures", row, "nature", "Result");
    for (const row of [9, 10, 11]) book.set("BscObjectives", row, "perspective", "V3");
    await book.calculate();
    expect(perspective(3, "check")).toBe("No objective");
    for (const row of [13, 14, 15]) book.set("BscMeasures", row, "nature", "Result");
    await book.calculate();
    expect(perspective(2, "check")).toBe("Only results measured");
    expect(sameAsCore()).toEqual([]);
  });

  test("an initiative past its date is overdue unless it is done or dropped", async () => {
    book.set("BscInitiatives", 0, "due", Number(book.named("AsOf")) - 1);
    await book.calculate();
    expect(book.at("BscInitiatives", 0, "check")).toBe("Initiative overdue");
    book.set("BscInitiatives", 0, "state", "Dropped");
    await book.calculate();
    expect(book.at("BscInitiatives", 0, "check")).toBe("OK");
  });

  test("the map shows the objectives of each perspective with their scores", () => {
    const score = String(Math.round(Number(objective(4, "score"))));
    expect(book.at("BscMap", 1, "p2")).toBe(`B05 Keep key customers\n${score}\n↑ Grow with profit\n↑ Use cash better`);
    expect(book.at("BscMap", 1, "p4")).toBe("");
  });
});
