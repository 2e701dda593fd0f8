import { SITE_AUDIT } from "../../../src/core/methods/site-audit";
import { calculatedMethod, differences, readBook, type CalculatedMethod } from "../../support/methodWorkbooks";

jest.setTimeout(60_000);
/** Weights 15 (critical), 10, 10, 15 (critical), 10, 5, 10, 10, 10, 5. */
const ITEMS = 10;

describe("the workbook of the site-visit audit", () => {
  let book: CalculatedMethod;
  beforeEach(async () => {
    book = await calculatedMethod(SITE_AUDIT);
  });
  afterEach(() => {
    book.dispose();
  });
  const sameAsCore = () => differences(book, SITE_AUDIT.reading(readBook(book))).faults;
  const visit = (key: string, row = 0) => book.at("AuditVisits", row, key);
  const check = (row: number) => book.at("AuditAnswers", row, "check");
  const found = (item: number, answer: string) => {
    book.set("AuditAnswers", item, "answer", answer);
  };

  test("a minor fault earns half of the item's weight, a major one nothing, n/a leaves it out", async () => {
    for (let item = 0; item < ITEMS; item += 1) found(item, "Good");
    found(1, "Minor");
    found(2, "Major");
    found(9, "n/a");
    await book.calculate();
    expect(visit("score")).toBeCloseTo((100 * (95 - 5 - 10)) / 95, 6);
    expect([visit("outcome"), visit("pending")]).toEqual(["Passed", 1]);
    expect(sameAsCore()).toEqual([]);
  });

  test("a major fault in a critical item fails the visit whatever the score", async () => {
    for (let item = 0; item < ITEMS; item += 1) found(item, "Good");
    found(0, "Major");
    await book.calculate();
    expect([visit("score"), visit("failed"), visit("outcome")]).toEqual([85, 1, "Critical fault"]);
    book.set("AuditItems", 0, "critical", "No");
    await book.calculate();
    expect(visit("outcome")).toBe("Passed");
    expect(sameAsCore()).toEqual([]);
  });

  test("the pass mark is a cell", async () => {
    book.setCell("c_PassScore", 99);
    await book.calculate();
    expect(visit("outcome")).toBe("Not passed");
    expect(sameAsCore()).toEqual([]);
  });

  test("a missing answer keeps the visit open and is asked for", async () => {
    found(3, "");
    await book.calculate();
    expect([visit("score"), visit("outcome"), visit("rank"), check(3)]).toEqual(["", "", "", "To fill"]);
    expect(sameAsCore()).toEqual([]);
  });

  test("a fault wants what was seen, then action, owner and date; an undone action becomes overdue", async () => {
    found(0, "Minor");
    await book.calculate();
    expect(check(0)).toBe("What was seen?");
    book.set("AuditAnswers", 0, "seen", "Boxes before the exit; photo 3");
    await book.calculate();
    expect(check(0)).toBe("Action, owner or date missing");
    book.set("AuditAnswers", 0, "action", "Clear it each evening");
    book.set("AuditAnswers", 0, "owner", "Shop manager");
    book.set("AuditAnswers", 0, "due", Number(book.named("AsOf")));
    await book.calculate();
    expect(check(0)).toBe("OK");
    book.set("AuditAnswers", 0, "due", Number(book.named("AsOf")) - 1);
    await book.calculate();
    expect(check(0)).toBe("Action overdue");
    book.set("AuditAnswers", 0, "done", Number(book.named("AsOf")));
    await book.calculate();
    expect(check(0)).toBe("OK");
  });

  test("n/a wants a reason; another word is no answer; an unknown auditor is named", async () => {
    found(0, "n/a");
    found(1, "Fine");
    book.set("AuditVisits", 0, "auditor", "P999");
    book.set("AuditVisits", 1, "auditor", "");
    await book.calculate();
    expect([check(0), check(1), visit("check"), visit("check", 1)]).toEqual([
      "Reason missing",
      "Not an answer",
      book.word("unknown"),
      "Auditor missing",
    ]);
    expect(sameAsCore()).toEqual([]);
  });
});
