/** Report for one person: sheets of values from the open workbook, taken back as they were made. */
import { createCommands } from "../../src/commands";
import { valueOf, bootWorkbook, type BootedWorkbook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
beforeAll(async () => {
  booted = await bootWorkbook();
});
afterAll(() => booted.close());

const REQUEST = {
  people: [],
  language: "en",
  jobGroup: "Sales",
  periodFrom: "2026-01-01",
  periodTo: "2026-06-30",
  withSample: true,
} as const;

test("the page of a KPI scorecard as values says what the page and Results say, and goes away again", async () => {
  const book = booted.open("Sheet1");
  const commands = createCommands("en");
  valueOf(await commands.newScorecard({ ...REQUEST, templateId: "sales-exec" }));
  expect(valueOf(await commands.overview()).offers).toEqual(["nextPeriod", "report"]);
  const before = await book.digest("selection");
  const { people, isConfidential } = valueOf(await commands.personReportDraft());
  expect([people[0], isConfidential]).toEqual([{ id: "P001", name: "Person A" }, false]);

  const made = await commands.writePersonReports(["P001"]);
  expect(valueOf(made).sheets).toEqual(["Report Person A"]);
  const page = await book.values("Person page!A14:J20");
  const report = await book.values("Report Person A!A12:J18");
  expect(report).toEqual(page);
  expect((await book.values("Report Person A!G4:G8")).flat()).toEqual((await book.values("Person page!G4:G8")).flat());
  const { cells } = book.model.sheet("Report Person A") ?? { cells: new Map() };
  expect([...cells.values()].filter(({ formula }) => formula !== undefined)).toEqual([]);

  if (!made.ok || made.undo === undefined) throw new Error("nothing to take back");
  valueOf(await commands.takeBack(made.undo));
  // Only the selection is another one: the report was shown.
  expect(await book.digest("selection")).toEqual(before);
});

test("once a period is closed, the report says what it came to", async () => {
  const book = booted.open("Sheet1");
  const commands = createCommands("en");
  valueOf(await commands.newScorecard({ ...REQUEST, templateId: "sales-exec" }));
  valueOf(await commands.startNextPeriod({ from: "2027-01-01", to: "2027-12-31", targets: { kind: "carry" } }));
  valueOf(await commands.writePersonReports(["P001"]));
  const texts = (await book.values("Report Person A!A1:A60")).flat().filter((text) => typeof text === "string");
  expect(texts).toContain("Earlier periods, oldest first");
  expect(texts.filter((text) => /: 99\.2 · Meets$/.test(text))).toHaveLength(1);
});

test("everybody of a 360-degree review gets a sheet, and the person is told to keep the workbook", async () => {
  const book = booted.open("Sheet1");
  const commands = createCommands("en");
  valueOf(await commands.newScorecard({ ...REQUEST, templateId: "manager-360" }));
  booted.host.log.clear();
  const { people, isConfidential } = valueOf(await commands.personReportDraft());
  const made = await commands.writePersonReports(people.map(({ id }) => id));
  expect(isConfidential).toBe(true);
  expect(valueOf(made).sheets).toEqual(["Report Person A", "Report Person B", "Report Person C"]);
  expect(made.ok && made.did.map(({ key }) => key)).toEqual(["commands.report.did", "commands.report.apart"]);
  expect(book.sheetNames().slice(-3)).toEqual(["Report Person A", "Report Person B", "Report Person C"]);
});

test("a sheet of something else has no reports, and nothing is written", async () => {
  const book = booted.open("Sheet1");
  const commands = createCommands("en");
  valueOf(await commands.newScorecard({ ...REQUEST, templateId: "okr" }));
  expect(valueOf(await commands.overview()).offers).not.toContain("report");
  const before = await book.digest();
  const made = await commands.writePersonReports(["P001"]);
  expect(made.ok ? null : made.problem.what.key).toBe("commands.report.none");
  expect(await book.digest()).toEqual(before);
});
