import { RATING_SCALE } from "../../../src/core/methods/rating-scale";
import { calculatedMethod, differences, readBook, type CalculatedMethod } from "../../support/methodWorkbooks";

jest.setTimeout(60_000);
/** Weights 30, 25, 20, 15, 10. */
const DIMENSIONS = 5;
const LONG = "In May and June three of four reports came after the agreed date, without a word.";

describe("the workbook of the graphic rating scale", () => {
  let book: CalculatedMethod;
  beforeEach(async () => {
    book = await calculatedMethod(RATING_SCALE);
  });
  afterEach(() => {
    book.dispose();
  });
  const sameAsCore = () => differences(book, RATING_SCALE.reading(readBook(book))).faults;
  const rate = (person: number, points: readonly (number | string)[]) => {
    for (const [item, point] of points.entries()) book.set("ScaleRatings", person * DIMENSIONS + item, "point", point);
  };
  const check = (row: number) => book.at("ScaleRatings", row, "check");
  const result = (person: number, key: string) => book.at("ScaleResults", person, key);

  test("the score is the weighted mean of the points, in points of the scale", async () => {
    rate(0, [4, 3, 4, 3, 2]);
    await book.calculate();
    // (30·4 + 25·3 + 20·4 + 15·3 + 10·2) ÷ 100
    expect(result(0, "score")).toBeCloseTo(3.4, 9);
    expect(result(0, "band")).toBe("Meets");
    expect(sameAsCore()).toEqual([]);
  });

  test("whoever stands in the list of people, and in no row of the results, is counted on Checks", async () => {
    const open = (): unknown => {
      const rows = Array.from({ length: 30 }, (_, row) => row);
      const row = rows.find((each) =>
        JSON.stringify(book.valueAt("Checks", each, 0) ?? "").includes("Person typed here"),
      );
      return row === undefined ? "no such line" : book.valueAt("Checks", row, 1);
    };
    expect([open(), book.valueAt("Checks", 2, 1)]).toEqual([0, 0]);
    book.set("ScaleResults", 5, "id", "");
    await book.calculate();
    expect(open()).toBe(1);
  });

  test("n/a leaves the dimension's weight out of the mean, and wants a reason", async () => {
    rate(0, [4, "n/a", 4, 3, 3]);
    await book.calculate();
    expect(result(0, "score")).toBeCloseTo((30 * 4 + 20 * 4 + 15 * 3 + 10 * 3) / 75, 6);
    expect(check(1)).toBe("Reason missing");
    expect(sameAsCore()).toEqual([]);
  });

  test("where less than half of the weight applies there is no score, and the check says why", async () => {
    rate(0, ["n/a", "n/a", 4, 3, 3]);
    await book.calculate();
    expect([result(0, "score"), result(0, "rank"), result(0, "check")]).toEqual(["", "", "Too little applies"]);
    expect(sameAsCore()).toEqual([]);
  });

  test("a missing rating keeps the score open and is asked for from Evaluate on", async () => {
    rate(0, [4, "", 4, 3, 3]);
    await book.calculate();
    expect([result(0, "score"), result(0, "open"), check(1)]).toEqual(["", 1, "To fill"]);
    expect(sameAsCore()).toEqual([]);
  });

  test.each([0, 6, 3.5, "four"])("%p is no point of the scale", async (point) => {
    rate(0, [point]);
    await book.calculate();
    expect([check(0), result(0, "score"), book.at("ScaleRatings", 0, "wording")]).toEqual([
      "Not a point of the scale",
      "",
      "",
    ]);
    expect(sameAsCore()).toEqual([]);
  });

  test("the wording follows the points", async () => {
    rate(0, [2]);
    await book.calculate();
    expect(book.at("ScaleRatings", 0, "wording")).toBe("Often needs correction");
    book.set("ScaleItems", 0, "p2", "Every third piece goes back");
    await book.calculate();
    expect(book.at("ScaleRatings", 0, "wording")).toBe("Every third piece goes back");
  });

  test.each([1, 2, 5])("%p wants a comment that says enough, then a record", async (point) => {
    rate(0, [point]);
    book.set("ScaleRatings", 0, "comment", "Good.");
    await book.calculate();
    expect(check(0)).toBe("Comment missing or too short");
    book.set("ScaleRatings", 0, "comment", LONG);
    await book.calculate();
    expect(check(0)).toBe("Evidence missing");
    book.set("ScaleRatings", 0, "record", "E01");
    await book.calculate();
    expect(check(0)).toBe("OK");
  });

  test("the same points in everything are flagged", async () => {
    rate(0, [3, 3, 3, 3, 3]);
    await book.calculate();
    expect(result(0, "check")).toBe("Same points in everything");
    expect(sameAsCore()).toEqual([]);
  });

  test("weights that do not add up, a missing weight and a missing wording are flagged where they stand", async () => {
    book.set("ScaleItems", 0, "weight", 35);
    await book.calculate();
    expect(book.at("ScaleItems", 1, "check")).toBe("Weights ≠ 100");
    book.set("ScaleItems", 0, "weight", "");
    book.set("ScaleItems", 1, "p3", "");
    await book.calculate();
    expect([book.at("ScaleItems", 0, "check"), book.at("ScaleItems", 1, "check")]).toEqual([
      book.word("weightMissing"),
      "Wording missing",
    ]);
    expect(sameAsCore()).toEqual([]);
  });

  test("a dimension on which eight people all have the same points is flagged", async () => {
    book.dispose();
    book = await calculatedMethod(RATING_SCALE, {
      people: Array.from({ length: 8 }, (_, i) => ({ name: `Name ${String(i)}` })),
      withSample: false,
    });
    for (let person = 0; person < 8; person += 1) rate(person, [3, 3 + (person % 2), 4, 3, 3]);
    await book.calculate();
    expect([0, 1, 2].map((item) => book.at("ScaleItems", item, "check"))).toEqual([
      "All on one point",
      "OK",
      "All on one point",
    ]);
  });
});
