/** More items for method workbooks that stand, on the real path: a second set of sheets, taken back without a trace. */
import { createCommands } from "../../src/commands";
import type { Commands, NewScorecardRequest, SheetLanguage } from "../../src/commands/types";
import { cellAddress } from "../../src/core/model/a1";
import { METADATA_NAMESPACE, parseMetadata, type InstanceMetadata } from "../../src/core/schema/metadata";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
});
afterAll(() => booted.close());
jest.setTimeout(120_000);

const request = (templateId: string, language: SheetLanguage = "en"): NewScorecardRequest => ({
  ...{ templateId, language, jobGroup: "Team", periodFrom: "2026-01-01", periodTo: "2026-06-30" },
  ...{ people: [], withSample: true },
});
const made = (templateId: string, language: SheetLanguage = "en"): Promise<TestBook> =>
  booted.prepared(`${templateId} ${language}`, async () => {
    const book = booted.open("Mine");
    valueOf(await commands.newScorecard(request(templateId, language)));
    return book;
  });
function stored(book: TestBook, instance: number): InstanceMetadata {
  const part = book.model.data.customXml.find(({ xml }) => xml.includes(METADATA_NAMESPACE));
  const parsed = parseMetadata(part?.xml ?? "");
  const found = parsed.ok ? parsed.metadata.instances.find((each) => each.instance === instance) : undefined;
  if (found === undefined) throw new Error(`no instance ${String(instance)}`);
  return found;
}
/** Values of a column, by keys. */
const column = (book: TestBook, instance: number, table: string, key: string): Promise<unknown[]> => {
  const { name, columns } = stored(book, instance).tables[table] ?? { name: table, columns: {} };
  return book.column(name, columns[key] ?? key);
};
function type(book: TestBook, table: string, row: number, key: string, value: string | number, instance = 1): void {
  const about = stored(book, instance).tables[table];
  const found = book.model.table(about?.name ?? "");
  if (!found) throw new Error(table);
  const offset = found.table.columns.findIndex(({ name }) => name === about?.columns[key]);
  const { rect } = found.table;
  book.type(`'${found.sheet.name}'!${cellAddress(rect.row + 1 + row, rect.column + offset)}`, [[value]]);
}
const text = (values: readonly unknown[]): readonly unknown[] => values.map((value) => value ?? "");

it("is offered where there are items, and says how many there are", async () => {
  await made("checklist");
  expect(valueOf(await commands.overview())).toMatchObject({ items: "statements" });
  expect(valueOf(await commands.overview()).offers).toContain("moreItems");
  expect(valueOf(await commands.moreItemsDraft())).toMatchObject({
    title: "Weighted checklist",
    items: [{ key: "statements", standing: 16, waiting: 0 }],
    people: 6,
  });
  await made("second-reviewer");
  expect(valueOf(await commands.overview())).toMatchObject({ items: null });
  expect(await commands.moreItemsDraft()).toMatchObject({
    ok: false,
    problem: { what: { key: "commands.more.none" } },
  });
  expect(await commands.moreItems({ statements: 1 })).toMatchObject({ ok: false });
});

it.each([
  ["en", "Forms360", "comment", "=Kept as text"],
  ["zh-CN", "Forms360", "comment", "007"],
  ["both", "Forms360", "comment", "-5 points"],
] as const)(
  "a 360-degree review in %s gets a statement with everything typed, and loses it again",
  async (language, table, key, words) => {
    const book = await made("manager-360", language);
    type(book, table, 2, key, `'${words}`);
    const before = await book.digest("selection");
    const scores = await column(book, 1, "Results360", "score");
    const outcome = await commands.moreItems({ statements: 1 });
    valueOf(outcome);
    expect(await column(book, 2, "Results360", "score")).toEqual(scores);
    expect((await column(book, 2, table, key))[2]).toBe(words);
    expect(text(await column(book, 2, "Forms360", "q6"))).toEqual(Array.from({ length: 27 }, () => ""));
    expect(stored(book, 2)).toMatchObject({ language, method: "manager-360" });
    // It is a workbook like any other: understood, without findings, and it can have more again.
    const overview = valueOf(await commands.overview());
    expect([overview.kind, overview.people, overview.findings]).toEqual(["method", 3, []]);
    expect(valueOf(await commands.moreItemsDraft()).items).toMatchObject([{ standing: 6, waiting: 0 }]);
    if (!outcome.ok || !outcome.undo) throw new Error("it cannot be taken back");
    valueOf(await commands.takeBack(outcome.undo));
    expect(await book.digest("selection")).toEqual(before);
  },
);

it("the scale stays as long as it was chosen: ten points, and the results of all who were rated", async () => {
  const book = booted.open("Mine");
  valueOf(await commands.newScorecard({ ...request("rating-scale"), counts: { points: 10 } }));
  const results = text(await column(book, 1, "ScaleResults", "score"));
  valueOf(await commands.moreItems({ dimensions: 2 }));
  expect(stored(book, 2).points).toBe(10);
  expect(await book.column(stored(book, 2).tables["ScaleItems"]?.name ?? "", "Dimension")).toHaveLength(7);
  expect(text(await column(book, 2, "ScaleResults", "score"))).toEqual(results);
  expect(results).toContainEqual(expect.any(Number));
});

it("people who came later, left, and a row typed under the statements come along, with their ids", async () => {
  const book = await made("checklist");
  valueOf(await commands.addPeople({ people: [{ name: "Cy" }, { name: "Dee" }], plan: null, waiting: false }));
  valueOf(await commands.removePeople({ kind: "mistake", ids: ["P007"] }));
  type(book, "Answers", 96, "answer", "Yes");
  const people = await column(book, 1, "People", "id");
  const found = book.model.table("eh_1_Statements");
  if (!found) throw new Error("Statements");
  const { rect } = found.table;
  book.model.addTableRows(found.table.id, null, [[null, "'Greets people", 5, "No", null, null, null, null, null]]);
  expect(rect.rows).toBe(17);
  expect(valueOf(await commands.moreItemsDraft()).items).toMatchObject([{ standing: 17, waiting: 1 }]);
  const named = async (): Promise<unknown> =>
    valueOf(await commands.checkSheet())
      .findings.filter(({ rule }) => rule === "X03")
      .map(({ message }) => message.params?.["name"]);
  expect(await named()).toEqual(["Greets people"]);
  valueOf(await commands.moreItems({ statements: 1 }));
  expect(await column(book, 2, "People", "id")).toEqual(people);
  expect(await named()).toEqual([]);
  expect(text(await column(book, 2, "Statements", "id")).slice(15)).toEqual(["Q16", "Q17", "Q18"]);
  const answers = (await column(book, 2, "Answers", "person")).filter((id) => id === "P008");
  expect(answers).toHaveLength(18);
  const open = await column(book, 2, "ChecklistResults", "open");
  // The sample's six lack the new statement; Dee lacks all but one.
  expect(open).toEqual([1, 1, 1, 1, 1, 1, 16]);
});

it("protected sheets stay protected, and so are the new ones", async () => {
  const book = await made("rating-scale");
  valueOf(await commands.protectSheets(true));
  const before = await book.digest("selection");
  const outcome = await commands.moreItems({ dimensions: 2 });
  valueOf(outcome);
  const shut = book.model.data.sheets.filter(({ protection }) => protection !== null).map(({ name }) => name);
  expect(shut).toEqual(book.sheetNames().filter((name) => name !== "Mine"));
  if (!outcome.ok || !outcome.undo) throw new Error("it cannot be taken back");
  expect(outcome.did.map(({ key }) => key)).toContain("commands.more.shut");
  valueOf(await commands.takeBack(outcome.undo));
  expect(await book.digest("selection")).toEqual(before);
});

it("a combined appraisal goes on with the scores that it takes, and one that takes the old sheets' is named", async () => {
  const book = booted.open("Mine");
  valueOf(await commands.newScorecard(request("checklist")));
  const own = { ...request("combined"), people: [{ name: "Person A" }], withSample: false };
  valueOf(await commands.newScorecard({ ...own, counts: { sections: 2 } }));
  type(book, "People", 0, "name", "Person A");
  type(book, "People", 0, "name", "Person A", 2);
  const linked = await column(book, 2, "SectionValues", "linked");
  expect(linked[0]).toEqual(expect.any(Number));
  valueOf(await commands.moreItems({ sections: 1 }));
  expect(text(await column(book, 3, "SectionValues", "section"))).toEqual(["S1", "S2", "S3"]);
  expect((await column(book, 3, "SectionValues", "linked"))[0]).toEqual(linked[0]);
  expect(text(await column(book, 3, "Sections", "source"))).toEqual(["eh_1_ChecklistResults", "", ""]);
  // Now the checklist itself.
  const { sheet } = book.model.table("eh_1_Answers") ?? {};
  valueOf(await commands.goTo({ sheet: sheet?.name ?? "", rect: { row: 0, column: 0, rows: 1, columns: 1 } }));
  const outcome = await commands.moreItems({ statements: 1 });
  if (!outcome.ok) throw new Error(outcome.problem.what.key);
  const [links] = outcome.did.filter(({ key }) => key === "commands.more.links");
  expect(links?.params?.["sheets"]).toEqual(["Sections", "Sections (2)"]);
});
