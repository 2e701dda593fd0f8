import { CHECKLIST } from "../../../src/core/methods/checklist";
import { calculatedMethod, differences, readBook, type CalculatedMethod } from "../../support/methodWorkbooks";

jest.setTimeout(60_000);
const ITEMS = 16;

describe("the workbook of the weighted checklist", () => {
  let book: CalculatedMethod;
  beforeEach(async () => {
    book = await calculatedMethod(CHECKLIST);
  });
  afterEach(() => {
    book.dispose();
  });
  const sameAsCore = () => differences(book, CHECKLIST.reading(readBook(book))).faults;
  const answer = (person: number, item: number, text: string) => {
    book.set("Answers", person * ITEMS + item, "answer", text);
  };
  const result = (person: number, key: string) => book.at("ChecklistResults", person, key);

  test("good answers only give 100, bad answers only give 0; a reversed statement is good with no", async () => {
    for (let item = 0; item < ITEMS; item += 1) {
      const isReversed = [5, 9, 11, 14].includes(item);
      answer(0, item, isReversed ? "No" : "Yes");
      answer(1, item, isReversed ? "Yes" : "No");
    }
    await book.calculate();
    expect([result(0, "score"), result(1, "score")]).toEqual([100, 0]);
    expect(sameAsCore()).toEqual([]);
  });

  test("n/a leaves the statement out of both sums", async () => {
    const [won, counted] = [Number(result(0, "won")), Number(result(0, "counted"))];
    expect(book.at("Answers", 0, "answer")).toBe("Yes");
    answer(0, 0, "n/a");
    await book.calculate();
    expect([result(0, "won"), result(0, "counted")]).toEqual([won - 6, counted - 6]);
    expect(Number(result(0, "score"))).toBeCloseTo(((won - 6) / (counted - 6)) * 100, 5);
  });

  test("a missing answer leaves the score open and is asked for from Evaluate on", async () => {
    answer(0, 3, "");
    await book.calculate();
    expect([result(0, "score"), result(0, "open")]).toEqual(["", 1]);
    expect(book.at("Answers", 3, "check")).toBe(book.word("toFill"));
    expect(sameAsCore()).toEqual([]);
  });

  test("yes to a statement and to its opposite, and the same answer to everything, are flagged", async () => {
    answer(0, 0, "Yes");
    answer(0, 5, "Yes");
    for (let item = 0; item < ITEMS; item += 1) answer(1, item, "No");
    await book.calculate();
    expect([result(0, "check"), result(1, "check")]).toEqual(["Contradiction", "All answers the same"]);
    expect(sameAsCore()).toEqual([]);
  });

  test("the columns with values are hidden where the rater answers", () => {
    const sheet = book.blueprint.sheets.find(({ name }) => name === "Answers");
    const hidden = (sheet?.hiddenColumns ?? []).map((column) => sheet?.tables[0]?.columns[column]?.header);
    expect(hidden).toEqual(expect.arrayContaining(["Value", "Won", "Sign"]));
  });

  test("where the values are typed they are hidden as well, and the sheet and the Guide say how to show them", () => {
    const sheets = ["Statements", "Guide"].map((name) => book.blueprint.sheets.find((sheet) => sheet.name === name));
    const [statements] = sheets;
    const headers = statements?.tables[0]?.columns.map(({ header }) => header);
    expect(statements?.hiddenColumns?.map((column) => headers?.[column])).toEqual([
      "Value",
      "Known no.",
      "Sign",
      "Value used",
    ]);
    // Column C.
    expect(headers?.indexOf("Value")).toBe(2);
    for (const sheet of sheets)
      expect(JSON.stringify(sheet?.blocks)).toContain("hidden: select B to D, right-click, Unhide");
  });
});
