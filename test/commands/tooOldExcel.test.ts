/** Below ExcelApi 1.14 no command begins; the person is told what is missing and what to do. */
import { Switches } from "../../host/wire/switches";
import { createCommands } from "../../src/commands";
import { bootWorkbook, type BootedWorkbook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
beforeAll(async () => {
  booted = await bootWorkbook({ switches: new Switches({ excelApi: "1.13" }) });
});
afterAll(() => booted.close());

it("says that Excel is too old, and asks it for nothing", async () => {
  const commands = createCommands();
  booted.open("Mine");
  const tooOld = {
    ok: false,
    problem: { what: { key: "excel.tooOld", params: { found: "1.13", needed: "1.14" } } },
  };
  expect(await commands.readiness()).toMatchObject(tooOld);
  expect(await commands.overview()).toMatchObject(tooOld);
  expect(await commands.checkSheet()).toMatchObject(tooOld);
  expect(await commands.clearFlags()).toMatchObject(tooOld);
  expect(booted.host.log.syncs).toBe(0);
});
