import { NARRATIVE } from "../../../src/core/methods/narrative";
import { calculatedMethod, differences, readBook, type CalculatedMethod } from "../../support/methodWorkbooks";

jest.setTimeout(60_000);
const PROMPTS = 5;

describe("the workbook of the written review", () => {
  let book: CalculatedMethod;
  beforeEach(async () => {
    book = await calculatedMethod(NARRATIVE);
  });
  afterEach(() => {
    book.dispose();
  });
  const sameAsCore = () => differences(book, NARRATIVE.reading(readBook(book))).faults;
  const write = (person: number, prompt: number, text: string) => {
    book.set("Comments", person * PROMPTS + prompt, "comment", text);
  };
  const check = (person: number, prompt: number) => book.at("Comments", person * PROMPTS + prompt, "check");

  test("a comment is too short below the characters of Settings; blanks around and between words do not count", async () => {
    write(0, 0, `  ${"ab ".repeat(40)}   `);
    write(0, 1, "a".repeat(120));
    await book.calculate();
    expect([check(0, 0), check(0, 1)]).toEqual(["Too short", book.word("ok")]);
    expect(book.at("Comments", 0, "length")).toBe(119);
    expect(book.at("Reviews", 0, "short")).toBe(1);
    expect(sameAsCore()).toEqual([]);
  });

  test("the same words for three people are copied, for two not yet; capitals make no difference", async () => {
    const text = "A good colleague who always gives her best and is liked by all. ".repeat(3);
    write(0, 2, text);
    write(1, 2, text.toUpperCase());
    await book.calculate();
    expect([check(0, 2), check(1, 2)]).toEqual([book.word("ok"), book.word("ok")]);
    write(2, 4, text);
    await book.calculate();
    expect([check(0, 2), check(1, 2), check(2, 4)]).toEqual(["Same words", "Same words", "Same words"]);
    expect(sameAsCore()).toEqual([]);
  });

  test("a record must exist and be about this person", async () => {
    book.set("Comments", 0, "record", "F03");
    book.set("Comments", 2, "record", "F9*");
    await book.calculate();
    expect([check(0, 0), check(0, 2)]).toEqual(["Record of somebody else", book.word("unknown")]);
    expect(book.at("Reviews", 0, "check")).toBe("No record named");
    expect(sameAsCore()).toEqual([]);
  });

  test("what is not written is asked for from Evaluate on, not before", async () => {
    write(1, 3, " ");
    await book.calculate();
    expect([check(1, 3), book.at("Reviews", 1, "check")]).toEqual([book.word("toFill"), book.word("toFill")]);
    book.setCell("Stage", book.word("during"));
    await book.calculate();
    expect(check(1, 3)).toBe("");
    expect(sameAsCore()).toEqual([]);
  });

  test("a question changed on Prompts changes in every review", async () => {
    book.set("Prompts", 1, "prompt", "How did it go?");
    await book.calculate();
    expect([0, 1, 2].map((person) => book.at("Comments", person * PROMPTS + 1, "prompt"))).toEqual([
      "How did it go?",
      "How did it go?",
      "How did it go?",
    ]);
  });
});
