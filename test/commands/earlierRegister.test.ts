/** What the commands do with a register of before results could have two numbers. */
import { createCommands } from "../../src/commands";
import type { Commands } from "../../src/commands/types";
import { cellAddress } from "../../src/core/model/a1";
import { templateById } from "../../src/core/templates/catalogue";
import { writeBlueprint } from "../../src/excel/writeBlueprint";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";
import { blueprintOf } from "../support/generated";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
});
afterAll(() => booted.close());
jest.setTimeout(120_000);

const template = templateById("software-engineer");
if (template === null) throw new Error("no template");
const MILESTONE = template.lines.findIndex(({ kind }) => kind === "milestone");
const made = (): Promise<TestBook> =>
  booted.prepared("earlier", async () => {
    const book = booted.open("Mine");
    const blueprint = blueprintOf({
      ...{ template, form: "register", takenSheets: ["Mine"], hasOneNumber: true },
      ...{ people: [{ name: "Ann" }, { name: "Ben" }], withSample: false },
    });
    if (!(await writeBlueprint(blueprint)).ok) throw new Error("not written");
    return book;
  });
const headers = (book: TestBook, table: string): readonly string[] =>
  book.model.table(table)?.table.columns.map(({ name }) => name) ?? [];
const errors = ({ model }: TestBook): readonly unknown[] =>
  model.data.sheets.flatMap(({ cells }) =>
    [...cells.values()].filter(({ value }) => typeof value === "object" && value !== null),
  );
const SECOND = "Out of, or days late";

it("a plan that is added takes one number a result as the first one does, and the pane says so", async () => {
  const book = await made();
  const outcome = await commands.addPlan({
    templateId: "software-engineer",
    people: [{ name: "Kim" }],
    jobGroup: "Tests",
  });
  if (!outcome.ok) throw new Error(outcome.problem.what.key);
  expect(outcome.did.map(({ key }) => key)).toEqual(["commands.plan.did", "commands.plan.oneNumber"]);
  expect(headers(book, "eh_1_Register2")).toEqual(headers(book, "eh_1_Register"));
  const { sheet, table } = book.model.table("eh_1_Register2") ?? {};
  const column = (table?.rect.column ?? 0) + headers(book, "eh_1_Register2").indexOf("Actual");
  const cell = cellAddress((table?.rect.row ?? 0) + 1 + MILESTONE, column);
  book.type(`'${sheet?.name ?? ""}'!${cell}`, [[0.5]]);
  expect((await book.column("eh_1_Register2", "Attainment"))[MILESTONE]).toBe(0.5);
  expect(errors(book)).toEqual([]);
  const { findings } = valueOf(await commands.checkSheet());
  expect(findings.filter(({ rule }) => rule === "T02" || rule === "T03")).toEqual([]);
});

it("says nothing of it where a scorecard takes two numbers, or its lines have one", async () => {
  booted.open("Mine");
  const period = { periodFrom: "2026-01-01", periodTo: "2026-06-30" };
  const about = {
    people: [{ name: "Ann" }],
    jobGroup: "Development",
    ...period,
    language: "en",
    withSample: false,
    form: "register",
  } as const;
  valueOf(await commands.newScorecard({ ...about, templateId: "software-engineer" }));
  const again = await commands.addPlan({
    templateId: "software-engineer",
    people: [{ name: "Kim" }],
    jobGroup: "Tests",
  });
  expect(again.ok ? again.did.map(({ key }) => key) : again.problem).toEqual(["commands.plan.did"]);
});

it("a milestone typed into its Plan gets days late once the sheets are made again", async () => {
  const book = await made();
  const { sheet, table } = book.model.table("eh_1_Plan") ?? {};
  const [row, column] = [(table?.rect.row ?? 0) + 1 + MILESTONE, table?.rect.column ?? 0];
  const line = Array.from({ length: table?.rect.columns ?? 0 }, (_, i) =>
    book.model.valueAt(sheet?.id ?? "", row, column + i),
  );
  const end = cellAddress((table?.rect.row ?? 0) + (table?.rect.rows ?? 0), column);
  const header = (name: string): number => headers(book, "eh_1_Plan").indexOf(name);
  book.type(`'${sheet?.name ?? ""}'!${end}`, [
    line.map((value, i) => (i === 0 ? "K77" : i === header("Check") ? null : (value as string | number | null))),
  ]);
  const totals = await book.column("eh_1_Results", "So far");
  valueOf(await commands.remakeSheets());
  expect(headers(book, "eh_2_Register")).toContain(SECOND);
  expect(await book.column("eh_2_Results", "Name")).toHaveLength(totals.length);
  expect(await book.column("eh_2_Register", "Line")).toContain("K77");
  expect(errors(book)).toEqual([]);
});

it("goes into another language with the plan added to it, and back", async () => {
  const book = await made();
  valueOf(await commands.addPlan({ templateId: "software-engineer", people: [{ name: "Kim" }], jobGroup: "Tests" }));
  const totals = await book.column("eh_1_Results", "So far");
  const before = [headers(book, "eh_1_Register"), headers(book, "eh_1_Register2")];
  expect(valueOf(await commands.changeLanguage({ to: "zh-CN", scope: "workbook" })).kept).toEqual([]);
  expect(headers(book, "eh_1_Register2").filter((name) => /[a-z]{3}/i.test(name))).toEqual([]);
  // Settings has a row less than it would have today: what stands under it is translated all the same.
  const settings = (await book.values("设置!A1:C60")).flat().filter((value) => typeof value === "string");
  expect(settings.filter((value) => /^(?![A-Z]\d\d\.)[\s\S]*[a-z]{4}/.test(value))).toEqual([]);
  expect(valueOf(await commands.changeLanguage({ to: "en", scope: "workbook" })).kept).toEqual([]);
  expect([headers(book, "eh_1_Register"), headers(book, "eh_1_Register2")]).toEqual(before);
  expect(await book.column("eh_1_Results", "So far")).toEqual(totals);
});
