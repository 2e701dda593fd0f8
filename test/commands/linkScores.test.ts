/** A combined appraisal takes over scores of what was made after it, live; whose score cannot come through is said. */
import { createCommands } from "../../src/commands";
import { lintFormula } from "../../src/core/formulas/lint";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
beforeAll(async () => {
  booted = await bootWorkbook();
});
afterAll(() => booted.close());

const REQUEST = {
  language: "en",
  jobGroup: "All",
  periodFrom: "2026-01-01",
  periodTo: "2026-12-31",
  withSample: false,
  people: [{ name: "Ann" }, { name: "Bo" }, { name: "Cy" }],
} as const;
const typeScores = (book: TestBook, scores: readonly (readonly [number, number])[]): void => {
  const table = book.model.table("eh_2_Reviews2");
  if (!table) throw new Error("no reviews");
  const at = (header: string): number =>
    table.table.rect.column + table.table.columns.findIndex(({ name }) => name === header);
  scores.forEach((pair, i) => {
    for (const [k, header] of ["First score", "Second score"].entries())
      book.model.setInputs(
        table.sheet.id,
        { row: table.table.rect.row + 1 + i, column: at(header), rows: 1, columns: 1 },
        [[pair[k] ?? 0]],
      );
  });
};

test("a section takes the scores of a review made later; a name that stands twice or not at all is said; it can be taken back", async () => {
  const book = booted.open("Sheet1");
  const commands = createCommands("en");
  valueOf(await commands.newScorecard({ ...REQUEST, templateId: "combined" }));
  const people = [{ name: "Ann" }, { name: "Bo" }, { name: "Bo" }];
  valueOf(await commands.newScorecard({ ...REQUEST, people, templateId: "second-reviewer" }));
  typeScores(book, [
    [80, 84],
    [70, 70],
    [60, 60],
  ]);
  const nothing = await commands.linkDraft();
  expect(nothing.ok ? "" : nothing.problem.what.key).toBe("commands.link.none");

  book.model.activateSheet(book.model.sheet("Values")?.id ?? "");
  expect(valueOf(await commands.overview()).offers).toContain("link");
  const before = await book.digest("selection");
  const draft = valueOf(await commands.linkDraft());
  expect(draft.sources).toEqual([
    { id: "eh_2_Reviews2", kind: "score", name: "Second reviewer", sheet: "Two reviews" },
  ]);
  expect(draft.sections.map(({ id, source }) => [id, source])).toEqual([
    ["S1", null],
    ["S2", null],
    ["S3", null],
    ["S4", null],
  ]);

  const linked = await commands.linkScores({ S2: "eh_2_Reviews2" });
  expect(valueOf(linked)).toEqual({ linked: 1 });
  const values = await book.column("eh_1_SectionValues", "From this workbook");
  // Ann's second section; nothing for Bo, who stands there twice, nor for Cy, who does not.
  expect(values.flatMap((value, i) => (value === "" ? [] : [[i, value]]))).toEqual([[1, 82]]);
  expect((await book.column("eh_1_SectionValues", "Points of 100"))[1]).toBe(82);
  expect(linked.ok && linked.did.map(({ key, params }) => [key, params?.["names"]])).toEqual([
    ["commands.link.did", undefined],
    ["commands.link.twice", ["Bo"]],
    ["commands.link.absent", ["Cy"]],
  ]);
  const table = book.model.table("eh_1_SectionValues");
  const formula = table?.table.columns.find(({ name }) => name === "From this workbook")?.calculatedFormula ?? "";
  expect(lintFormula(formula.startsWith("=") ? formula : `=${formula}`, "cell")).toEqual([]);
  expect(valueOf(await commands.linkDraft()).sections[1]?.source).toBe("eh_2_Reviews2");

  if (!linked.ok || linked.undo === undefined) throw new Error("nothing to take back");
  valueOf(await commands.takeBack(linked.undo));
  expect(await book.digest("selection")).toEqual(before);
});

test("rows of Sections that were sorted keep their numbers: the score goes to the section that was chosen", async () => {
  const book = booted.open("Sheet1");
  const commands = createCommands("en");
  valueOf(await commands.newScorecard({ ...REQUEST, people: [{ name: "Ann" }], templateId: "combined" }));
  valueOf(await commands.newScorecard({ ...REQUEST, people: [{ name: "Ann" }], templateId: "second-reviewer" }));
  typeScores(book, [[80, 84]]);
  const sections = book.model.table("eh_1_Sections");
  if (!sections) throw new Error("no sections");
  const { rect, columns } = sections.table;
  const column = rect.column + columns.findIndex(({ name }) => name === "Id");
  book.model.setInputs(sections.sheet.id, { row: rect.row + 1, column, rows: 2, columns: 1 }, [["S2"], ["S1"]]);
  book.model.activateSheet(book.model.sheet("Values")?.id ?? "");
  valueOf(await commands.linkScores({ S2: "eh_2_Reviews2" }));
  const values = await book.column("eh_1_SectionValues", "From this workbook");
  expect(values.flatMap((value, i) => (value === "" ? [] : [[i, value]]))).toEqual([[1, 82]]);
});

test("a manager's section takes the mean of the team from a KPI scorecard; who manages nobody is said", async () => {
  const book = booted.open("Sheet1");
  const commands = createCommands("zh-CN");
  const of = (names: readonly string[]) => ({ people: names.map((name) => ({ name })), language: "zh-CN" as const });
  valueOf(await commands.newScorecard({ ...REQUEST, ...of(["员工A", "员工B"]), templateId: "combined" }));
  valueOf(await commands.newScorecard({ ...REQUEST, ...of(["员工C", "员工D"]), templateId: "student-exam" }));
  const people = book.model.table("eh_2_People");
  const entry = book.model.table("eh_2_Entry");
  const sections = book.model.table("eh_1_Sections");
  if (!people || !entry || !sections) throw new Error("tables are missing");
  const put = ({ sheet, table }: typeof people, row: number, header: string, value: string | number): void => {
    const column = table.rect.column + table.columns.findIndex(({ name }) => name === header);
    book.model.setInputs(sheet.id, { row: table.rect.row + 1 + row, column, rows: 1, columns: 1 }, [[value]]);
  };
  for (const row of [0, 1]) put(people, row, "主管", "员工A");
  put(sections, 3, "考核部分", "团队业绩");
  for (const { name } of entry.table.columns.slice(3, 7))
    for (const row of [0, 1]) put(entry, row, name, row === 0 ? 80 : 60);
  book.model.activateSheet(sections.sheet.id);
  const draft = valueOf(await commands.linkDraft());
  expect(draft.sources.map(({ id, kind, name }) => [id, kind, name])).toEqual([
    ["eh_2_Results", "score", draft.sources[0]?.name],
    ["eh_2_Results[主管]", "team", draft.sources[0]?.name],
  ]);
  expect(draft.sections.map(({ source }) => source)).toEqual(["eh_2_Results", null, null, "eh_2_Results[主管]"]);

  const linked = await commands.linkScores({ S4: "eh_2_Results[主管]" });
  const totals = await book.column("eh_2_Results", "综合得分");
  const mean = totals.map(Number).reduce((sum, total) => sum + total, 0) / 2;
  expect(mean).toBeGreaterThan(0);
  const values = await book.column("eh_1_SectionValues", "本工作簿取值");
  expect(values.flatMap((value, i) => (value === "" ? [] : [[i, value]]))).toEqual([[3, mean]]);
  expect((await book.column("eh_1_SectionValues", "来源"))[3]).toBe("eh_2_Results[主管]");
  expect(linked.ok && linked.did.map(({ key, params }) => [key, params?.["names"]])).toEqual([
    ["commands.link.did", undefined],
    ["commands.link.noTeam", ["员工B"]],
  ]);
});
