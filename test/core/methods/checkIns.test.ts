import { CHECK_INS } from "../../../src/core/methods/check-ins";
import { calculatedMethod, differences, readBook, type CalculatedMethod } from "../../support/methodWorkbooks";

jest.setTimeout(60_000);

describe("the workbook for check-ins and feedback interviews", () => {
  let book: CalculatedMethod;
  beforeEach(async () => {
    book = await calculatedMethod(CHECK_INS);
  });
  afterEach(() => {
    book.dispose();
  });
  const sameAsCore = () => differences(book, CHECK_INS.reading(readBook(book))).faults;

  test("the overview counts talks by kind, the last one, and open actions", () => {
    expect(
      ["talks", "plan", "coach", "mid", "feedback", "open", "late"].map((key) => book.at("Overview", 0, key)),
    ).toEqual([3, 1, 1, 1, 0, 1, 0]);
    expect(book.at("Overview", 0, "lastOn")).toBe(46_023 + 90);
  });

  test("the manager's view without the employee's is flagged: the employee first", async () => {
    book.set("Talks", 0, "own", "");
    await book.calculate();
    expect(book.at("Talks", 0, "check")).toBe("Employee first");
  });

  test("an action is overdue from the day after its due date until it is done", async () => {
    const due = Number(book.at("Actions", 6, "due"));
    book.setCell("AsOf", due);
    await book.calculate();
    expect(book.at("Actions", 6, "state")).toBe("Open");
    book.setCell("AsOf", due + 3);
    await book.calculate();
    expect(["state", "days", "check"].map((key) => book.at("Actions", 6, key))).toEqual(["Overdue", 3, "Overdue"]);
    expect(sameAsCore()).toEqual([]);
    book.set("Actions", 6, "doneOn", due + 2);
    await book.calculate();
    expect(book.at("Actions", 6, "state")).toBe("Done");
    expect(sameAsCore()).toEqual([]);
  });

  test("a person is due for a talk when the agreed days have gone, or the agreed day of the next talk has passed", async () => {
    expect(book.at("Overview", 1, "check")).toBe("OK");
    book.setCell("c_Days", 10);
    await book.calculate();
    expect(book.at("Overview", 1, "check")).toBe("Talk overdue");
    book.setCell("c_Days", 366);
    book.set("Talks", 8, "nextOn", Number(book.at("Talks", 8, "date")) + 1);
    await book.calculate();
    expect(book.at("Overview", 1, "check")).toBe("Talk overdue");
    expect(sameAsCore()).toEqual([]);
  });

  test("a talk after the as-of date is not held yet", async () => {
    book.setCell("AsOf", 46_065);
    await book.calculate();
    expect(book.at("Overview", 0, "talks")).toBe(2);
    expect(sameAsCore()).toEqual([]);
  });

  test("the stages ask for a mid-point talk and a feedback interview, and for signatures", async () => {
    book.set("Talks", 6, "kind", "Coaching");
    book.set("Talks", 0, "signE", "");
    book.setCell("Stage", "Evaluate");
    await book.calculate();
    expect(book.at("Overview", 2, "check")).toBe("No mid-point talk");
    expect(book.at("Talks", 0, "check")).toBe("Not signed");
    book.setCell("Stage", "Close");
    await book.calculate();
    expect(book.at("Overview", 0, "check")).toBe("No feedback interview");
  });

  test("the record shows the picked talk with its actions, and nothing for what is no id", async () => {
    expect(book.at("Record", 0, "action")).toBe("Show the diagnosis to two colleagues");
    book.setCell("c_Talk", "T*");
    await book.calculate();
    expect(book.at("Record", 0, "action")).toBe("");
  });
});
