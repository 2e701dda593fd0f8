import { MERIT_MATRIX } from "../../../src/core/methods/merit-matrix";
import { calculatedMethod, differences, readBook, type CalculatedMethod } from "../../support/methodWorkbooks";

jest.setTimeout(60_000);

describe("the workbook of pay and talent", () => {
  let book: CalculatedMethod;
  beforeEach(async () => {
    book = await calculatedMethod(MERIT_MATRIX);
  });
  afterEach(() => {
    book.dispose();
  });
  const sameAsCore = () => differences(book, MERIT_MATRIX.reading(readBook(book))).faults;
  const pay = (row: number, key: string) => book.at("Pay", row, key);
  const enter = async (values: Readonly<Record<string, number | string>>, row = 0) => {
    for (const [key, value] of Object.entries(values)) book.set("Pay", row, key, value);
    await book.calculate();
  };
  const guideOf = () => [pay(0, "guideFrom"), pay(0, "guideTo")];

  test.each([
    [5, 8000, 0.06, 0.08],
    [5, 9000, 0.04, 0.06],
    [5, 11000, 0.04, 0.06],
    [5, 11001, 0.03, 0.04],
    [3, 10000, 0.02, 0.03],
    [3.49, 10000, 0.02, 0.03],
    [3.5, 10000, 0.03, 0.04],
    [1, 8000, 0, 0],
  ])("rating %p with a salary of %p beside a middle of 10,000 gives %p to %p", async (rating, salary, from, to) => {
    await enter({ rating, salary, middle: 10000 });
    expect(guideOf()).toEqual([from, to]);
    expect(sameAsCore()).toEqual([]);
  });

  test("a raise inside the guide is OK, outside it wants a reason", async () => {
    await enter({ rating: 3, salary: 10000, middle: 10000, proposed: 0.03, reason: "" });
    expect([pay(0, "raise"), pay(0, "newSalary"), pay(0, "check")]).toEqual([300, 10300, "OK"]);
    await enter({ proposed: 0.031 });
    expect(pay(0, "check")).toBe("Outside the guide: reason");
    await enter({ reason: "Taken over a second area" });
    expect(pay(0, "check")).toBe("OK");
  });

  test("a missing rating or salary is named, and there is no guide", async () => {
    await enter({ rating: 6 });
    expect([pay(0, "check"), ...guideOf()]).toEqual(["Rating missing", "", ""]);
    await enter({ rating: 3, salary: "" });
    expect([pay(0, "check"), pay(0, "newSalary")]).toEqual(["Salary or range missing", ""]);
    expect(sameAsCore()).toEqual([]);
  });

  test("raises that cost more than the budget are counted by Checks", async () => {
    expect(book.valueAt("Checks", 2, 1)).toBe(0);
    book.setCell("c_Budget", 0.001);
    await book.calculate();
    expect(book.valueAt("Checks", 2, 1)).toBe(1);
  });

  test("bonus = base × company × department × personal coefficient", async () => {
    await enter({ rating: 4.6 });
    book.setCell("c_Company", 1.05);
    book.set("Bonus", 0, "base", 10000);
    book.set("Bonus", 0, "department", 0.9);
    await book.calculate();
    expect([book.at("Bonus", 0, "personal"), book.at("Bonus", 0, "bonus")]).toEqual([1.2, 11340]);
    book.set("Bonus", 0, "department", "");
    await book.calculate();
    expect(book.at("Bonus", 0, "check")).toBe(book.word("incomplete"));
    expect(sameAsCore()).toEqual([]);
  });

  test("the nine boxes count people by performance and potential, with cut-offs in cells", async () => {
    for (let row = 0; row < 6; row += 1) {
      book.set("Pay", row, "rating", row < 3 ? 4 : 2);
      book.set("Talent", row, "potential", row % 2 === 0 ? 5 : 1);
    }
    await book.calculate();
    const grid = () => [0, 1, 2].map((row) => ["p1", "p2", "p3"].map((key) => book.at("NineBox", row, key)));
    expect(grid()).toEqual([
      [1, 0, 2],
      [0, 0, 0],
      [2, 0, 1],
    ]);
    expect(book.at("Talent", 0, "boxName")).toBe("Next step");
    const names = () => [0, 1, 2].map((row) => ["p1", "p2", "p3"].map((key) => book.at("NineBoxNames", row, key)));
    expect(names()).toEqual([
      ["Person E", "", "Person A · Person C"],
      ["", "", ""],
      ["Person D · Person F", "", "Person B"],
    ]);
    book.setCell("c_CutHigh", 4.5);
    await book.calculate();
    expect(grid()[0]).toEqual([1, 2, 0]);
    expect(sameAsCore()).toEqual([]);
  });

  test("a box shows six names, and how many more there are", async () => {
    const crowd = await calculatedMethod(MERIT_MATRIX, {
      people: ["A", "B", "C", "D", "E", "F", "G", "H"].map((name) => ({ name })),
    });
    for (let row = 0; row < 8; row += 1) {
      crowd.set("Pay", row, "rating", 3);
      crowd.set("Talent", row, "potential", 3);
    }
    await crowd.calculate();
    expect(crowd.at("NineBoxNames", 1, "p2")).toBe("A · B · C · D · E · F +2");
    expect(differences(crowd, MERIT_MATRIX.reading(readBook(crowd))).faults).toEqual([]);
    crowd.dispose();
  });

  test("potential without a fact is flagged", async () => {
    book.set("Talent", 0, "evidence", "");
    book.set("Talent", 1, "potential", 9);
    await book.calculate();
    expect([0, 1].map((row) => book.at("Talent", row, "check"))).toEqual([
      "Fact for the potential missing",
      "Not a point of the scale",
    ]);
  });
});
