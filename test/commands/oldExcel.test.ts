/** Excel 2021 offers ExcelApi 1.14, the least that Evenhand needs; Microsoft's own check refuses everything newer. */
import { Switches } from "../../host/wire/switches";
import { createCommands } from "../../src/commands";
import { bootWorkbook, valueOf, type BootedWorkbook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
beforeAll(async () => {
  booted = await bootWorkbook({ switches: new Switches({ excelApi: "1.14" }) });
});
afterAll(() => booted.close());

it("runs the whole path with ExcelApi 1.14: generate, rank, check, clear", async () => {
  const commands = createCommands("en");
  booted.open("Mine");
  expect(valueOf(await commands.readiness())).toEqual({ excelApi: "1.14" });
  valueOf(
    await commands.newScorecard({
      templateId: "sales-exec",
      people: [],
      language: "zh-CN",
      jobGroup: "销售",
      periodFrom: "2026-01-01",
      periodTo: "2026-06-30",
      withSample: true,
    }),
  );
  const ranked = valueOf(await commands.scoreAndRank());
  expect(ranked.people.every((person) => person.rank !== null)).toBe(true);
  valueOf(await commands.checkSheet());
  valueOf(await commands.clearFlags());
  valueOf(await commands.nextEmptyCell());
});

it("would be refused by Microsoft's client if it used anything newer", async () => {
  const newer = booted.client.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A1").getDependents();
    await context.sync();
  });
  await expect(newer).rejects.toMatchObject({ code: "ApiNotFound" });
});
