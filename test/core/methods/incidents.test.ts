import { INCIDENTS } from "../../../src/core/methods/incidents";
import { calculatedMethod, differences, readBook, type CalculatedMethod } from "../../support/methodWorkbooks";

jest.setTimeout(60_000);

describe("the critical-incident log", () => {
  let book: CalculatedMethod;
  beforeEach(async () => {
    book = await calculatedMethod(INCIDENTS);
  });
  afterEach(() => {
    book.dispose();
  });
  const sameAsCore = () => differences(book, INCIDENTS.reading(readBook(book))).faults;
  const month = (person: number, key: string) => book.at("IncidentMonths", person, key);
  const day = (row: number): number => Number(book.at("Incidents", row, "date"));

  test("counts a person's records by month and kind; what lacks its facts does not count", async () => {
    const before = Number(month(0, "total"));
    expect(before).toBe(3);
    book.set("Incidents", 0, "what", "  ");
    await book.calculate();
    expect(book.at("Incidents", 0, "check")).toBe("Facts missing");
    expect(month(0, "total")).toBe(2);
    expect(sameAsCore()).toEqual([]);
  });

  test("an event outside the period, of nobody known, without a day or a kind is named, the first fault only", async () => {
    book.set("Incidents", 0, "person", "P9*");
    book.set("Incidents", 1, "date", 100);
    book.set("Incidents", 2, "kind", "");
    book.set("Incidents", 3, "date", "");
    await book.calculate();
    expect([0, 1, 2, 3].map((row) => book.at("Incidents", row, "check"))).toEqual([
      book.word("unknown"),
      book.word("outside"),
      "Kind missing",
      "Day missing",
    ]);
    expect(sameAsCore()).toEqual([]);
  });

  test("a record is late on the first day beyond the limit of Settings, not before", async () => {
    book.set("Incidents", 0, "written", day(0) + 14);
    book.set("Incidents", 1, "written", day(1) + 15);
    await book.calculate();
    expect([0, 1].map((row) => book.at("Incidents", row, "check"))).toEqual([book.word("ok"), "Written late"]);
    book.setCell("c_LateDays", 20);
    await book.calculate();
    expect(book.at("Incidents", 1, "check")).toBe(book.word("ok"));
  });

  test("three records of one kind are one-sided; records from one month are too few months", async () => {
    book.set("Incidents", 1, "kind", "Effective");
    for (const row of [4, 5]) book.set("Incidents", row, "date", day(3));
    await book.calculate();
    expect([month(0, "check"), month(1, "check")]).toEqual(["One side only", "Too few months"]);
    expect(sameAsCore()).toEqual([]);
  });

  test("five records mostly from the last quarter show that only the end was looked at", async () => {
    const [last, empty] = [day(8), 11];
    for (const [i, kind] of ["Effective", "Ineffective", "Effective"].entries()) {
      const row = empty + i;
      book.set("Incidents", row, "date", last + i);
      book.set("Incidents", row, "person", "P003");
      book.set("Incidents", row, "kind", kind);
      book.set("Incidents", row, "what", `Fact ${String(i)}`);
    }
    await book.calculate();
    expect(month(2, "total")).toBe(6);
    expect(month(2, "recent")).toBeCloseTo(4 / 6, 6);
    expect(month(2, "check")).toBe("Mostly from the end");
    expect(sameAsCore()).toEqual([]);
  });
});
