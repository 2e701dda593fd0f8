import { RANKING } from "../../../src/core/methods/ranking";
import { calculatedMethod, differences, readBook, type CalculatedMethod } from "../../support/methodWorkbooks";

jest.setTimeout(60_000);

describe("the workbook of ranking methods", () => {
  let book: CalculatedMethod;
  beforeEach(async () => {
    book = await calculatedMethod(RANKING);
  });
  afterEach(() => {
    book.dispose();
  });
  const sameAsCore = () => differences(book, RANKING.reading(readBook(book))).faults;

  test("equal places of a judge share the mean of their places, and W counts them", () => {
    expect([0, 1].map((row) => book.at("Orders", row, "f3"))).toEqual([2.5, 2.5]);
    expect(book.at("Agreement", 0, "judges")).toBe(4);
    expect(Number(book.at("Agreement", 0, "w"))).toBeCloseTo(0.93617, 5);
  });

  test("a judge who leaves somebody out does not count and is named", async () => {
    book.set("Orders", 0, "r1", "");
    await book.calculate();
    expect(book.at("Agreement", 0, "judges")).toBe(3);
    expect(book.at("Orders", 0, "check")).toBe("Order incomplete");
    expect(sameAsCore()).toEqual([]);
  });

  test("the last one left by alternation gets the free place; somebody chosen twice stops it", async () => {
    expect(book.at("RankResults", 6, "alternated")).toBe(6);
    book.set("Picks", 1, "person", "P002");
    await book.calculate();
    expect(book.at("Picks", 1, "check")).toBe("Chosen twice");
    expect(book.at("RankResults", 6, "alternated")).toBe("");
    expect(sameAsCore()).toEqual([]);
  });

  test("the lower half mirrors the upper; one circle is counted when one judgement is turned", async () => {
    const before = Number(book.at("Agreement", 0, "triads"));
    expect(Number(book.at("Pairs", 0, "p2")) + Number(book.at("Whole", 1, "p1"))).toBe(1);
    // Wins of 0 … 9 without a circle: Σ wins² = 285; each circle takes 2 away.
    const wins = Array.from({ length: 10 }, (_, row) => Number(book.at("Whole", row, "wins")));
    expect(before).toBe((285 - wins.reduce((sum, won) => sum + won * won, 0)) / 2);
    book.set("Pairs", 0, "p2", 0.5);
    await book.calculate();
    expect([book.at("Agreement", 0, "drawn"), book.at("Agreement", 0, "triads")]).toEqual([1, ""]);
    expect(sameAsCore()).toEqual([]);
  });

  test("numbers count, not places: rows in another order and a number that nobody has say the same", async () => {
    const won = (): unknown[] => Array.from({ length: 10 }, (_, row) => book.at("Whole", row, "wins"));
    const [before, places] = [won(), Array.from({ length: 10 }, (_, row) => book.at("RankResults", row, "paired"))];
    // Person 10 becomes number 15, and the first and the last row of the upper matrix change places.
    for (const table of ["Pairs", "Whole"]) book.set(table, 9, "no", 15);
    for (let row = 0; row < 9; row += 1) {
      book.set("Pairs", row, "p15", Number(book.at("Pairs", row, "p10")));
      book.set("Pairs", row, "p10", "");
    }
    for (const key of ["no", "id", ...Array.from({ length: 15 }, (_, i) => `p${String(i + 1)}`)]) {
      const [first, last] = [0, 9].map((row) => (book.at("Pairs", row, key) ?? "") as string | number);
      book.set("Pairs", 0, key, last ?? "");
      book.set("Pairs", 9, key, first ?? "");
    }
    await book.calculate();
    expect(won()).toEqual(before);
    expect(Array.from({ length: 10 }, (_, row) => book.at("RankResults", row, "paired"))).toEqual(places);
    expect(sameAsCore()).toEqual([]);
    book.set("Pairs", 1, "p10", 1);
    await book.calculate();
    expect(book.at("Pairs", 1, "check")).toBe("Judgement not 1, 0.5, 0");
  });

  test("a judgement in the lower half or of another value is flagged and makes no rank", async () => {
    book.set("Pairs", 4, "p1", 1);
    await book.calculate();
    expect(book.at("Pairs", 4, "check")).toBe("Judgement not 1, 0.5, 0");
    expect(book.at("RankResults", 0, "paired")).toBe("");
  });

  test("equal people on a boundary are not split, and too few get no band", async () => {
    for (const table of ["Picks", "Pairs"])
      for (let row = 0; row < 10; row += 1)
        if (table === "Picks") book.set("Picks", row, "person", "");
        else for (let column = row + 2; column <= 10; column += 1) book.set("Pairs", row, `p${String(column)}`, "");
    for (let judge = 1; judge <= 4; judge += 1) {
      book.set("Orders", 0, `r${String(judge)}`, 1);
      book.set("Orders", 1, `r${String(judge)}`, 1);
    }
    await book.calculate();
    expect(book.at("RankResults", 0, "advice")).toBe("Outstanding / Exceeds");
    expect(book.at("RankResults", 1, "advice")).toBe("Outstanding / Exceeds");
    expect(sameAsCore()).toEqual([]);
    book.setCell("c_MinPeople", 11);
    await book.calculate();
    expect(book.at("RankResults", 0, "advice")).toBe("");
  });
});
