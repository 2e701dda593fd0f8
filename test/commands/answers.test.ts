/** Questions about roles, answered by pointing or from the list, remembered in the workbook; and Evenhand taken away again. */
import { createCommands } from "../../src/commands";
import type { Commands, Outcome, Question } from "../../src/commands/types";
import { parseRect } from "../../src/core/model/a1";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook({ calculation: "none" });
  commands = createCommands("en");
});
afterAll(() => booted.close());

/** Weights under the names, which no word tells. */
const UNNAMED = [
  ["Name", "Work", "Care", "Order"],
  ["Person A", 80, 90, 70],
  ["Person B", 70, 75, 60],
  ["Person C", 90, 80, 95],
  [null, null, null, null],
  ["Counts as", 60, 30, 10],
];
function open(rows: readonly (readonly (string | number | null)[])[] = UNNAMED): TestBook {
  const book = booted.open("Mine");
  book.type("Mine!A1", rows);
  return book;
}
const select = (book: TestBook, address: string): void => {
  const rect = parseRect(address);
  if (rect === null) throw new Error(address);
  book.model.data.selection = rect;
};
async function asked(role: Question["role"]): Promise<Question> {
  const { questions } = valueOf(await commands.overview());
  const question = questions.find((one) => one.role === role);
  if (question === undefined) throw new Error(`not asked: ${JSON.stringify(questions.map((one) => one.role))}`);
  return question;
}
const undo = async (outcome: Outcome<unknown>): Promise<void> => {
  if (!outcome.ok || outcome.undo === undefined) throw new Error("cannot be taken back");
  valueOf(await commands.takeBack(outcome.undo));
};
const totals = async (): Promise<unknown[]> => valueOf(await commands.scoreAndRank()).people.map(({ total }) => total);

describe("weights that no word tells", () => {
  it("are asked for with a picture of the table, and counted once they are pointed at", async () => {
    const book = open();
    expect(valueOf(await commands.overview()).kind).toBe("refused");
    const question = await asked("weight");
    expect(question).toMatchObject({ kind: "missing", guess: null });
    expect(question.picture.columns).toEqual(["A", "B", "C", "D"]);
    expect(question.picture.rows[1]).toEqual({ number: 2, cells: ["Person A", "80", "90", "70"] });
    select(book, "B6:D6");
    valueOf(await commands.answerQuestion(question, "selection"));
    const seen = valueOf(await commands.overview());
    expect(seen).toMatchObject({ kind: "recognised", people: 3, questions: [], answered: 1 });
    // 80 × 0.6 + 90 × 0.3 + 70 × 0.1, by hand.
    expect((await totals())[0]).toBeCloseTo(82, 6);
  });

  it("are remembered on a renamed sheet, with moved columns and rows put in, and hold no text of the sheet", async () => {
    const book = open();
    select(book, "B6:D6");
    valueOf(await commands.answerQuestion(await asked("weight"), "selection"));
    const [part] = book.model.data.customXml;
    expect(part?.xml).toContain("weight");
    expect(JSON.stringify(part)).not.toMatch(/Person|Counts|Work/);
    const id = book.model.sheet("Mine")?.id ?? "";
    book.model.insertCells(id, { row: 3, column: 0, rows: 1, columns: 16_384 }, "Down");
    book.model.renameSheet(id, "Other");
    expect((await totals())[0]).toBeCloseTo(82, 6);
    // The label is another one: nobody knows any more which row it was, so it is asked again.
    book.type("Other!A7", [["Something else"]]);
    expect(valueOf(await commands.overview()).kind).toBe("refused");
    await asked("weight");
  });

  it("can be taken back and forgotten; the workbook is then what it was", async () => {
    const book = open();
    select(book, "B6:D6");
    const before = await book.digest();
    await undo(await commands.answerQuestion(await asked("weight"), "selection"));
    expect(await book.digest()).toEqual(before);
    valueOf(await commands.answerQuestion(await asked("weight"), "selection"));
    valueOf(await commands.forgetAnswers());
    expect(await book.digest()).toEqual(before);
    expect(await commands.forgetAnswers()).toMatchObject({ problem: { what: { key: "commands.ask.none" } } });
  });

  it.each([
    ["outside of the table", "J20", "commands.ask.outside"],
    ["names", "A2:A4", "commands.ask.impossible"],
  ])("cannot be %s: it is said, and nothing is remembered", async (_what, address, key) => {
    const book = open();
    select(book, address);
    const before = await book.digest();
    const question = await asked("weight");
    expect(await commands.answerQuestion(question, "selection")).toMatchObject({
      ok: false,
      problem: { what: { key } },
    });
    expect(await book.digest()).toEqual(before);
  });
});

it("people under a head that says nothing are asked about, and another column can be them", async () => {
  open([
    ["Colour", "Mascot", "Work", "Care"],
    ["Weight", null, 0.6, 0.4],
    ["blue", "Person A", 80, 90],
    ["red", "Person B", 70, 75],
    ["blue", "Person C", 90, 80],
  ]);
  const question = await asked("person");
  expect(question.kind).toBe("unsure");
  const other = question.choices.find(({ label }) => label === "A: Colour");
  const own = question.choices.find(({ label }) => label === "B: Mascot");
  if (other === undefined || own === undefined) throw new Error("not to choose from");
  valueOf(await commands.answerQuestion(question, own.answer));
  const { people } = valueOf(await commands.scoreAndRank());
  expect(people.map(({ name }) => name)).toEqual(["Person A", "Person B", "Person C"]);
  expect(valueOf(await commands.overview()).questions).toEqual([]);
});

it("an answer that Excel refuses to keep changes nothing; the next one is kept", async () => {
  const book = open();
  select(book, "B6:D6");
  const question = await asked("weight");
  booted.host.switches.failAt({ atAction: Number.MAX_SAFE_INTEGER, code: "", message: "" });
  valueOf(await commands.answerQuestion(question, "selection"));
  const { actionsSeen } = booted.host.switches;
  booted.host.switches.failAt(null);
  for (let place = 0; place < actionsSeen; place += Math.ceil(actionsSeen / 8)) {
    const again = open();
    select(again, "B6:D6");
    booted.host.switches.failAt({ atAction: place, code: "GeneralException", message: "told to" });
    expect((await commands.answerQuestion(question, "selection")).ok).toBe(false);
    expect(valueOf(await commands.overview()).answered).toBe(0);
    expect(await again.values("Mine!A1:D6")).toEqual(UNNAMED);
    valueOf(await commands.answerQuestion(question, "selection"));
    expect(valueOf(await commands.overview()).answered).toBe(1);
  }
});

describe("Remove Evenhand from this workbook", () => {
  /** Weights off, so that there is something to mark and to accept; and an answer. */
  async function used(): Promise<readonly [TestBook, unknown]> {
    const book = open(UNNAMED.map((row, r) => (r === 5 ? ["Counts as", 60, 30, 5] : row)));
    select(book, "B6:D6");
    const before = await book.digest();
    valueOf(await commands.answerQuestion(await asked("weight"), "selection"));
    valueOf(await commands.checkSheet());
    const { findings } = valueOf(await commands.overview());
    const note = findings.find(({ rule }) => rule === "P02");
    if (note === undefined) throw new Error("nothing to accept");
    valueOf(await commands.acceptFindings([note], { reason: "Small team", initials: "AB" }));
    return [book, before];
  }

  it("takes marks, memory and, where wanted, the log: the workbook is what it was", async () => {
    const [book, before] = await used();
    const draft = valueOf(await commands.removalDraft());
    expect(draft).toMatchObject({ hasMemory: true, scorecards: 0, log: { sheet: "Evenhand log", rows: 1 } });
    expect(draft.marks).toBeGreaterThan(0);
    const removed = await commands.removeEvenhand({ log: true, templates: true });
    expect(removed).toMatchObject({
      ok: true,
      did: expect.arrayContaining([{ key: "commands.remove.memory" }]) as unknown,
    });
    expect(await book.digest()).toEqual(before);
    expect(valueOf(await commands.removalDraft())).toEqual({
      marks: 0,
      hasMemory: false,
      scorecards: 0,
      log: null,
      templates: 0,
    });
  });

  it("leaves the log as a sheet of its own where it is wanted", async () => {
    const [book] = await used();
    valueOf(await commands.removeEvenhand({ log: false, templates: false }));
    expect(book.sheetNames()).toEqual(["Mine", "Evenhand log"]);
    expect((await book.values("Evenhand log!F5")).flat()).toEqual(["Small team"]);
  });

  it("takes templates of one's own only where that is wanted", async () => {
    for (const templates of [false, true]) {
      const book = booted.open("Mine");
      const draft = await commands.desk().then((desk) => desk.fromCatalogue("sales-exec"));
      if (draft === null) throw new Error("no template");
      valueOf(await commands.desk().then((desk) => desk.save({ ...draft, id: "" })));
      expect(valueOf(await commands.removalDraft())).toMatchObject({ templates: 1, log: null });
      const removed = await commands.removeEvenhand({ log: false, templates });
      const key = templates ? "commands.remove.templates" : "commands.remove.templatesStay";
      expect(removed).toMatchObject({ ok: true, did: expect.arrayContaining([{ key }]) as unknown });
      expect(book.model.data.customXml).toHaveLength(templates ? 0 : 1);
    }
  });

  it("that fails anywhere leaves the user's cells, and the next run takes the rest", async () => {
    await used();
    booted.host.switches.failAt({ atAction: Number.MAX_SAFE_INTEGER, code: "", message: "" });
    valueOf(await commands.removeEvenhand({ log: true, templates: true }));
    const { actionsSeen } = booted.host.switches;
    booted.host.switches.failAt(null);
    for (let place = 0; place < actionsSeen; place += Math.ceil(actionsSeen / 6)) {
      const [book, before] = await used();
      booted.host.switches.failAt({ atAction: place, code: "GeneralException", message: "told to" });
      expect((await commands.removeEvenhand({ log: true, templates: true })).ok).toBe(false);
      expect(await book.values("Mine!A1:D4")).toEqual(UNNAMED.slice(0, 4));
      valueOf(await commands.removeEvenhand({ log: true, templates: true }));
      expect(await book.digest()).toEqual(before);
    }
  });
});
