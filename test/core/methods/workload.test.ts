import { WORKLOAD } from "../../../src/core/methods/workload";
import { calculatedMethod, differences, readBook, type CalculatedMethod } from "../../support/methodWorkbooks";

jest.setTimeout(60_000);

describe("the workbook of the workload register", () => {
  let book: CalculatedMethod;
  beforeEach(async () => {
    book = await calculatedMethod(WORKLOAD, { withSample: false, people: [{ name: "A" }, { name: "B" }] });
    book.setCell("c_WorkDays", 240);
    book.setCell("c_Reserve", 0.1);
  });
  afterEach(() => {
    book.dispose();
  });
  const sameAsCore = () => differences(book, WORKLOAD.reading(readBook(book))).faults;
  const task = (row: number, values: Readonly<Record<string, string | number>>) => {
    for (const [key, value] of Object.entries({ task: "Task", person: "P001", ...values }))
      book.set("WorkTasks", row, key, value);
  };
  const load = (key: string, person = 0) => book.at("WorkLoad", person, key);
  const check = (row: number) => book.at("WorkTasks", row, "check");

  test("hours follow from how often and how long", async () => {
    const [from, to] = [Number(book.named("From")), Number(book.named("To"))];
    task(0, { every: "a day", times: 4, minutes: 15 });
    task(1, { every: "a week", times: 1, minutes: 120 });
    task(2, { every: "a month", times: 2, minutes: 60 });
    task(3, { every: "in all", times: 1, minutes: 600 });
    await book.calculate();
    expect([0, 1, 3].map((row) => book.at("WorkTasks", row, "hours"))).toEqual([240, 96, 10]);
    expect(book.at("WorkTasks", 2, "hours")).toBeCloseTo((2 * (to - from + 1)) / 30.4375, 5);
    expect(load("tasks")).toBe(4);
    expect(sameAsCore()).toEqual([]);
  });

  test("a person has days × hours × share of full time, less absences and the reserve", async () => {
    book.set("WorkLoad", 0, "share", 0.5);
    book.set("WorkLoad", 0, "absent", 40);
    task(0, { every: "in all", times: 1, minutes: 60 * 360 });
    await book.calculate();
    expect([load("available"), load("load"), load("room"), load("check")]).toEqual([720, 0.5, 360, "Has room"]);
    expect(sameAsCore()).toEqual([]);
  });

  test.each([
    [1.1, "OK"],
    [1.11, "Too much"],
    [0.7, "OK"],
    [0.69, "Has room"],
  ])("a load of %p says %p", async (share, word) => {
    // 240 × 8 × 0.9 = 1,728 hours.
    task(0, { every: "in all", times: share, minutes: 60 * 1728 });
    await book.calculate();
    expect([load("load"), load("check")]).toEqual([share, word]);
    expect(sameAsCore()).toEqual([]);
  });

  test("what is missing in a task is named, and counts no hours", async () => {
    task(0, { task: "" });
    task(1, { person: "" });
    task(2, { person: "P999" });
    task(3, { every: "sometimes", times: 1, minutes: 10 });
    task(4, { every: "a day", times: 1 });
    task(5, { every: "a day", times: -1, minutes: 10 });
    await book.calculate();
    expect([0, 1, 2, 3, 4, 5].map(check)).toEqual([
      "Task missing",
      "Nobody's task",
      book.word("unknown"),
      "How often?",
      book.word("incomplete"),
      book.word("notNumber"),
    ]);
    expect(load("planned")).toBe(0);
    expect(sameAsCore()).toEqual([]);
  });

  test("tasks for somebody without time are flagged", async () => {
    book.set("WorkLoad", 1, "share", 0);
    task(0, { person: "P002", every: "in all", times: 1, minutes: 60 });
    await book.calculate();
    expect([load("load", 1), load("check", 1)]).toEqual(["", "Time missing"]);
  });
});
