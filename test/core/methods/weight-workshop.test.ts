import { WEIGHT_WORKSHOP } from "../../../src/core/methods/weight-workshop";
import { calculatedMethod, differences, readBook, type CalculatedMethod } from "../../support/methodWorkbooks";

jest.setTimeout(60_000);
const SLOTS = 8;

describe("the workbook of the weight workshop", () => {
  let book: CalculatedMethod;
  beforeEach(async () => {
    book = await calculatedMethod(WEIGHT_WORKSHOP, { withSample: false, people: [{ name: "A" }, { name: "B" }] });
  });
  afterEach(() => {
    book.dispose();
  });
  const sameAsCore = () => differences(book, WEIGHT_WORKSHOP.reading(readBook(book))).faults;
  const item = (row: number, key: string) => book.at("WeightItems", row, key);
  const all = (count: number, key: string) => Array.from({ length: count }, (_, row) => item(row, key));
  const name = (count: number) => {
    for (let row = 0; row < count; row += 1) book.set("WeightItems", row, "item", `Indicator ${String(row)}`);
  };

  test("rank order centroid and rank sum of three: 61.1, 27.8, 11.1 and 50, 33.3, 16.7", async () => {
    name(3);
    for (const [row, place] of [2, 1, 3].entries()) book.set("WeightItems", row, "place", place);
    await book.calculate();
    expect(all(3, "centroid")).toEqual([27.777778, 61.111111, 11.111111]);
    expect(all(3, "rankSum")).toEqual([33.333333, 50, 16.666667]);
    expect(sameAsCore()).toEqual([]);
  });

  test("equal places share their mean; without a place for each there are no weights by order", async () => {
    name(3);
    book.set("WeightItems", 0, "place", 1);
    book.set("WeightItems", 1, "place", 1);
    await book.calculate();
    expect([item(0, "centroid"), item(2, "check")]).toEqual(["", "Place missing"]);
    book.set("WeightItems", 2, "place", 3);
    await book.calculate();
    expect(all(3, "centroid")).toEqual([44.444444, 44.444444, 11.111111]);
    expect(sameAsCore()).toEqual([]);
  });

  test("points are the mean of each participant's shares; a sum that is not 100 is flagged and still a share", async () => {
    name(2);
    for (const [row, points] of [60, 40].entries()) book.set("WeightPoints", row, "points", points);
    for (const [row, points] of [10, 40].entries()) book.set("WeightPoints", SLOTS + row, "points", points);
    await book.calculate();
    expect(all(2, "points")).toEqual([40, 60]);
    expect([book.at("WeightPoints", 0, "check"), book.at("WeightPoints", SLOTS, "check")]).toEqual([
      "OK",
      "Points ≠ 100",
    ]);
    expect(sameAsCore()).toEqual([]);
  });

  test("three pairs 2, 4 and 2 are consistent: 57.1, 28.6, 14.3 and a ratio of 0", async () => {
    name(3);
    book.set("WeightPairs", 0, "c2", 2);
    book.set("WeightPairs", 0, "c3", 4);
    await book.calculate();
    expect([item(0, "fromPairs"), book.at("WeightPairs", 1, "check")]).toEqual(["", "Pair missing"]);
    book.set("WeightPairs", 1, "c3", 2);
    await book.calculate();
    expect(all(3, "fromPairs")).toEqual([57.142857, 28.571429, 14.285714]);
    expect([book.at("WeightFacts", 0, "ratio"), book.at("WeightFacts", 0, "verdict")]).toEqual([0, "Consistent"]);
    expect(sameAsCore()).toEqual([]);
  });

  test("judgements in a circle are named", async () => {
    name(3);
    book.set("WeightPairs", 0, "c2", 3);
    book.set("WeightPairs", 1, "c3", 3);
    book.set("WeightPairs", 0, "c3", 1 / 3);
    await book.calculate();
    expect(Number(book.at("WeightFacts", 0, "ratio"))).toBeGreaterThan(1);
    expect(book.at("WeightFacts", 0, "verdict")).toBe("Look again");
    expect(sameAsCore()).toEqual([]);
  });

  test("a pair below the diagonal or outside 1/9 to 9 is flagged", async () => {
    name(3);
    book.set("WeightPairs", 1, "c1", 3);
    book.set("WeightPairs", 0, "c2", 12);
    await book.calculate();
    expect([0, 1].map((row) => book.at("WeightPairs", row, "check"))).toEqual([
      "Not a ratio from 1/9 to 9",
      "Not a ratio from 1/9 to 9",
    ]);
  });

  test("an empty slot between others counts nowhere", async () => {
    for (const row of [0, 2, 3]) book.set("WeightItems", row, "item", "Indicator");
    for (const [row, place] of [
      [0, 1],
      [2, 2],
      [3, 3],
    ] as const)
      book.set("WeightItems", row, "place", place);
    book.set("WeightPairs", 0, "c3", 2);
    book.set("WeightPairs", 0, "c4", 4);
    book.set("WeightPairs", 2, "c4", 2);
    await book.calculate();
    expect([0, 1, 2, 3].map((row) => item(row, "fromPairs"))).toEqual([57.142857, "", 28.571429, 14.285714]);
    expect(item(0, "centroid")).toBe(61.111111);
    expect(sameAsCore()).toEqual([]);
  });

  test("chosen weights must add up to 100; ways that lie far apart are flagged", async () => {
    name(2);
    book.set("WeightItems", 0, "chosen", 60);
    await book.calculate();
    expect([item(0, "check"), item(1, "check")]).toEqual(["Weights ≠ 100", book.word("weightMissing")]);
    book.set("WeightItems", 1, "chosen", 40);
    book.set("WeightItems", 0, "place", 1);
    book.set("WeightItems", 1, "place", 2);
    for (const [row, points] of [50, 50].entries()) book.set("WeightPoints", row, "points", points);
    await book.calculate();
    // By order 75 and 25, by points 50 and 50.
    expect([item(0, "spread"), item(0, "check")]).toEqual([25, "Ways lie far apart"]);
    expect(sameAsCore()).toEqual([]);
  });
});
