/** Sheets of a KPI scorecard made again with lines that were typed into Plan, on the real path: everything typed comes along. */
import { keyOf } from "../../host/model/cellStore";
import { createCommands } from "../../src/commands";
import type { Commands, NewScorecardRequest } from "../../src/commands/types";
import { cellAddress } from "../../src/core/model/a1";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
});
afterAll(() => booted.close());
jest.setTimeout(180_000);

const REQUEST: NewScorecardRequest = {
  templateId: "sales-exec",
  jobGroup: "Sales",
  periodFrom: "2026-01-01",
  periodTo: "2026-06-30",
  language: "en",
  people: ["Ann", "Ben"].map((name) => ({ name })),
  withSample: true,
  form: "form",
};
const made = (): Promise<TestBook> =>
  booted.prepared("made", async () => {
    const book = booted.open("Mine");
    valueOf(await commands.newScorecard(REQUEST));
    return book;
  });
function type(book: TestBook, table: string, row: number, values: Readonly<Record<string, string | number>>): void {
  const found = book.model.table(table);
  if (!found) throw new Error(table);
  const { rect, columns } = found.table;
  for (const [header, value] of Object.entries(values)) {
    const offset = columns.findIndex(({ name }) => name === header);
    if (offset < 0) throw new Error(`${table} ${header}`);
    book.type(`'${found.sheet.name}'!${cellAddress(rect.row + 1 + row, rect.column + offset)}`, [[value]]);
  }
}
const NEW_LINE = {
  Id: "K08",
  "Job group": "Sales",
  Indicator: "Complaints answered",
  Unit: "%",
  Kind: "Curve",
  Direction: "Higher is better",
  Threshold: 80,
  Target: 90,
  Weight: 10,
};
const COMMENT = "Comment; for n/a the reason";
/** With a line that nobody can be scored on yet, a comment, a target of one's own, a record, a setting and a word. */
async function changed(): Promise<TestBook> {
  const book = await made();
  type(book, "eh_1_Plan", 6, { Weight: 0 });
  type(book, "eh_1_Plan", 7, NEW_LINE);
  type(book, "eh_1_Register", 1, { "Own target": 90, [COMMENT]: "Two customers moved" });
  type(book, "eh_1_Register", 9, { [COMMENT]: "A good half-year" });
  return book;
}

it("says what differs, makes all sheets again with the new line, and takes along what was typed", async () => {
  const book = await changed();
  expect(valueOf(await commands.peopleDraft()).lines).toEqual({ added: ["K08 Complaints answered"], gone: [] });
  const [totals, evidence] = [
    await book.column("eh_1_Results", "So far"),
    await book.column("eh_1_Evidence", "Indicator id"),
  ];
  const before = await book.digest("selection");
  const done = await commands.remakeSheets();
  valueOf(done);
  expect(await book.column("eh_2_Plan", "Id")).toEqual(["K01", "K02", "K03", "K04", "K05", "K06", "K07", "K08"]);
  expect((await book.column("eh_2_Plan", "Weight")).slice(5)).toEqual([expect.any(Number), 0, 10]);
  // A page of eight lines for everybody: what was typed stands at its line and part.
  const [lines, comments] = [await book.column("eh_2_Register", "Line"), await book.column("eh_2_Register", COMMENT)];
  expect(lines.slice(0, 13)).toEqual([
    null,
    "K01",
    "K02",
    "K03",
    "K04",
    "K05",
    "K06",
    "K07",
    "K08",
    null,
    null,
    null,
    null,
  ]);
  expect([comments[1], comments[10]]).toEqual(["Two customers moved", "A good half-year"]);
  expect(await book.column("eh_2_Results", "So far")).toEqual(totals);
  expect(await book.column("eh_2_Evidence", "Indicator id")).toEqual(evidence);
  // The new line is scored, and the workbook has nothing wrong but its weights.
  type(book, "eh_2_Register", 8, { Actual: 90 });
  expect((await book.column("eh_2_Register", "Attainment"))[8]).toBe(1);
  expect((await book.column("eh_2_Entry", "K08 Complaints answered"))[0]).toBe(90);
  expect(valueOf(await commands.peopleDraft()).lines).toBeNull();
  type(book, "eh_2_Register", 8, { Actual: "" });
  if (!done.ok || !done.undo) throw new Error("it cannot be taken back");
  valueOf(await commands.takeBack(done.undo));
  expect(await book.digest("selection")).toEqual(before);
});

it("takes along what stands under a heading that was renamed, and names a column that somebody added", async () => {
  const book = await changed();
  const header = (table: string, offset: (names: readonly string[]) => number): string => {
    const found = book.model.table(table);
    if (!found) throw new Error(table);
    const { rect, columns } = found.table;
    const column = rect.column + offset(columns.map(({ name }) => name));
    return `'${found.sheet.name}'!${cellAddress(rect.row, column)}`;
  };
  book.type(
    header("eh_1_Register", (names) => names.indexOf(COMMENT)),
    [["What happened"]],
  );
  book.type(
    header("eh_1_People", (names) => names.length),
    [["Since"], ["2019"]],
  );
  const done = await commands.remakeSheets();
  valueOf(done);
  expect((await book.column("eh_2_Register", COMMENT))[1]).toBe("Two customers moved");
  expect(done.ok && done.did.find(({ key }) => key === "commands.more.lost")?.params).toEqual({
    columns: ["People: Since"],
  });
});

/** Every table of an instance: what was typed and the formulas, whatever the instance's number. */
function contents(book: TestBook, instance: number): ReadonlyMap<string, unknown> {
  const own = <T>(text: T): T | string =>
    typeof text === "string" ? text.replaceAll(`eh_${String(instance)}_`, "eh_").replaceAll(" (2)", "") : text;
  return new Map(
    book.model.data.sheets.flatMap(({ cells, tables, id }) =>
      tables
        .filter(({ name }) => name.startsWith(`eh_${String(instance)}_`))
        .map(({ name, rect }) => [
          own(name),
          Array.from({ length: rect.rows }, (_, r) =>
            Array.from({ length: rect.columns }, (_unused, c) => {
              const [row, column] = [rect.row + r, rect.column + c];
              const formula = cells.get(keyOf(row, column))?.formula ?? "";
              return formula === ""
                ? own(book.model.valueAt(id, row, column) ?? "")
                : own(formula).replace(/\$[A-Z]+\$\d+/g, "$");
            }),
          ),
        ]),
    ),
  );
}

it.each([
  ["form", "sales-exec", "en"],
  ["matrix", "tax-bureau-officer", "both"],
  ["register", "software-engineer", "zh-CN"],
] as const)(
  "with the same lines every table is the same (%s of %s in %s, bonus and deductions, own settings and words)",
  async (form, templateId, language) => {
    const book = booted.open("Mine");
    valueOf(await commands.newScorecard({ ...REQUEST, form, templateId, language, withItems: true }));
    book.type(nameOf(book, "eh_1_Cap"), [[1.15]]);
    typeUnder(book, "eh_1_Evidence", "E999");
    valueOf(await commands.remakeSheets());
    const [old, again] = [contents(book, 1), contents(book, 2)];
    expect([...again.keys()]).toEqual([...old.keys()]);
    for (const [name, cells] of old) expect([name, again.get(name)]).toEqual([name, cells]);
    expect(await book.values(nameOf(book, "eh_2_Cap"))).toEqual([[1.15]]);
  },
);
/** A row of one's own under a table: its first cell. */
function typeUnder(book: TestBook, table: string, first: string): void {
  const found = book.model.table(table);
  const { row, rows, column } = found?.table.rect ?? { row: 0, rows: 0, column: 0 };
  book.type(`'${found?.sheet.name ?? ""}'!${cellAddress(row + rows, column)}`, [[first]]);
}
const nameOf = (book: TestBook, name: string): string =>
  (book.model.data.names.find((one) => one.name === name)?.formula ?? "").replace("=", "");

it("keeps people's ids, and follows the new plan into the other language", async () => {
  const book = await changed();
  valueOf(await commands.addPeople({ people: [{ name: "Cy" }], plan: "Entry", waiting: false }));
  valueOf(await commands.removePeople({ kind: "mistake", ids: ["P003"] }));
  valueOf(await commands.addPeople({ people: [{ name: "Dee" }], plan: "Entry", waiting: false }));
  const ids = await book.column("eh_1_People", "Id");
  valueOf(await commands.remakeSheets());
  expect(await book.column("eh_2_People", "Id")).toEqual(ids);
  valueOf(await commands.changeLanguage({ to: "zh-CN", scope: "workbook" }));
  expect((await book.column("eh_2_Plan", "指标"))[7]).toBe("Complaints answered");
});

it("a line that cannot be scored yet is named, and nothing is made", async () => {
  const book = await changed();
  type(book, "eh_1_Plan", 7, { Target: "" });
  const before = await book.digest();
  expect(await commands.remakeSheets()).toMatchObject({
    ok: false,
    problem: { what: { key: "commands.remake.line", params: { line: "K08 Complaints answered" } } },
  });
  expect(await book.digest()).toEqual(before);
});
