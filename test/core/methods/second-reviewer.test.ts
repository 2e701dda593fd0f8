import { SECOND_REVIEWER } from "../../../src/core/methods/second-reviewer";
import { calculatedMethod, differences, readBook, type CalculatedMethod } from "../../support/methodWorkbooks";

jest.setTimeout(60_000);

describe("the workbook of the second reviewer", () => {
  let book: CalculatedMethod;
  beforeEach(async () => {
    book = await calculatedMethod(SECOND_REVIEWER);
  });
  afterEach(() => {
    book.dispose();
  });
  const sameAsCore = () => differences(book, SECOND_REVIEWER.reading(readBook(book))).faults;
  const row = (person: number, key: string) => book.at("Reviews2", person, key);
  const score = async (first: number | string, second: number | string, decided: number | string = "", reason = "") => {
    for (const [key, value] of Object.entries({ first, second, decided, reason })) book.set("Reviews2", 0, key, value);
    await book.calculate();
  };

  test("close scores are averaged by the weight of the first", async () => {
    await score(80, 84);
    expect([row(0, "difference"), row(0, "final"), row(0, "check")]).toEqual([4, 82, "OK"]);
    book.setCell("c_FirstShare", 0.75);
    await book.calculate();
    expect(row(0, "final")).toBe(81);
    expect(sameAsCore()).toEqual([]);
  });

  test("from the first limit on a difference wants a reason, above the second a decision", async () => {
    await score(80, 85);
    expect([row(0, "final"), row(0, "check")]).toEqual([82.5, "Reason missing"]);
    await score(80, 90, "", "Seen in June");
    expect([row(0, "final"), row(0, "check")]).toEqual([85, "OK"]);
    await score(80, 90.5, "", "Seen in June");
    expect([row(0, "final"), row(0, "check"), row(0, "rank")]).toEqual(["", "Too far apart: decide", ""]);
    await score(80, 90.5, 83);
    expect([row(0, "final"), row(0, "check")]).toEqual([83, "Reason missing"]);
    await score(80, 90.5, 83, "June was left out");
    expect(row(0, "check")).toBe("OK");
    expect(sameAsCore()).toEqual([]);
  });

  test("without a second score there is no final one", async () => {
    await score(80, "");
    expect([row(0, "final"), row(0, "check")]).toEqual(["", "Second score missing"]);
    await score("", "");
    expect(row(0, "check")).toBe("To fill");
    expect(sameAsCore()).toEqual([]);
  });

  test("a score outside the scale counts nowhere and is flagged", async () => {
    await score(180, 90);
    expect([row(0, "final"), row(0, "check")]).toEqual(["", "Outside the scale"]);
    await score(80, 82, "eighty");
    expect(row(0, "check")).toBe("Outside the scale");
    expect(sameAsCore()).toEqual([]);
  });

  test("the same person may not score twice", async () => {
    book.set("Reviews2", 0, "reviewer", book.at("Reviews2", 0, "rater") as string);
    await book.calculate();
    expect(row(0, "check")).toBe("Same person twice");
  });

  test("who scores higher or lower than the second look is named, with few cases it is not", async () => {
    // First manager: 84−82, 91−88, 95−81, 78−76; second: 72−75, 66−74, 80−80, 88−87.
    expect([book.at("Raters2", 0, "shift"), book.at("Raters2", 1, "shift")]).toEqual([5.25, -2.5]);
    expect([0, 1, 2].map((rater) => book.at("Raters2", rater, "hint"))).toEqual(["Higher than others", "Alike", ""]);
    expect(book.at("Raters2", 0, "apart")).toBe(1);
    book.setCell("c_MinTeam", 5);
    await book.calculate();
    expect(book.at("Raters2", 0, "hint")).toBe("Too few to say");
    expect(sameAsCore()).toEqual([]);
  });
});
