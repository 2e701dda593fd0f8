/** The full loader of Microsoft's client in the window, our transport as Excel on the web. */
import { createHost } from "../../host/wire/frame";
import { Switches } from "../../host/wire/switches";
import { bootHost, settle, type Booted } from "../support/bootHost";
import { TinyWorkbook } from "../support/tinyWorkbook";

const book = new TinyWorkbook();
const host = createHost(book, new Switches({ excelApi: "1.7", uiLocale: "de-DE", dataLocale: "fr-FR" }));
let client: Booted;
let completed = 0;
beforeAll(async () => {
  client = await bootHost(host, {
    onCommandDone: () => {
      completed += 1;
    },
  });
});
afterAll(async () => {
  await settle();
});

it("lets Microsoft's loader start as in Excel on the web, in the locales that were set", () => {
  expect(client.Office.context.diagnostics).toMatchObject({ host: "Excel", platform: "OfficeOnline" });
  expect(client.Office.context.displayLanguage).toBe("de-DE");
  expect(client.Office.context.contentLanguage).toBe("fr-FR");
});

it("offers the requirement sets of the switch, and the client refuses what is newer", async () => {
  expect(client.Office.context.requirements.isSetSupported("ExcelApi", "1.7")).toBe(true);
  expect(client.Office.context.requirements.isSetSupported("ExcelApi", "1.8")).toBe(false);
  const newer = client.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("First").getRange("A1").dataValidation.clear();
    await context.sync();
  });
  await expect(newer).rejects.toMatchObject({ code: "ApiNotFound" });
});

it("waits with a request while a cell is edited if the add-in asked for that, and refuses it otherwise", async () => {
  const write = (delayForCellEdit: boolean): Promise<void> =>
    client.Excel.run({ delayForCellEdit }, async (context) => {
      context.workbook.worksheets.getItem("First").getRange("E1").values = [["late"]];
      await context.sync();
    });
  host.switches.startCellEdit();
  await expect(write(false)).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
  const waiting = write(true);
  await settle();
  expect(book.$sheets[0]?.$cells.has("E1")).toBe(false);
  host.switches.endCellEdit();
  await waiting;
  expect(book.$sheets[0]?.$cells.get("E1")).toBe("late");
});

it("tells the client of a request over the limit by Office's own error", async () => {
  host.switches.maxRequestBytes = 1500;
  const big = client.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("First").getRange("A1").values = [["x".repeat(2000)]];
    await context.sync();
  });
  await expect(big).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
  host.switches.maxRequestBytes = 5_000_000;
});

it("keeps the document settings that the add-in saves", async () => {
  client.Office.context.document.settings.set("language", "zh-CN");
  await new Promise((resolve) => {
    client.Office.context.document.settings.saveAsync(resolve);
  });
  expect(JSON.stringify(client.transport.settings)).toContain("zh-CN");
});

it("presses a ribbon button: the associated function gets an event, and its completion comes back", async () => {
  const called: string[] = [];
  client.Office.actions.associate("fromRibbon", (event: Office.AddinCommands.Event) => {
    called.push(event.source.id);
    event.completed();
  });
  await settle();
  client.transport.invokeCommand("fromRibbon", "ribbon-try");
  await settle();
  expect(called).toEqual(["ribbon-try"]);
  expect(completed).toBe(1);
});

it("runs a keyboard shortcut: the same function, without an event", async () => {
  const called: unknown[] = [];
  client.Office.actions.associate("fromKeyboard", (event: unknown) => {
    called.push(event);
  });
  await settle();
  client.transport.invokeAction("fromKeyboard");
  await settle();
  expect(called).toEqual([null]);
});

it("delivers changes to a handler of the add-in", async () => {
  const seen: string[] = [];
  await client.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("First").onChanged.add((event) => {
      seen.push(event.address);
      return Promise.resolve();
    });
    await context.sync();
  });
  const sheet = book.$sheets[0];
  if (sheet) book.$type(sheet, "D4", 1);
  await client.deliver();
  expect(seen).toEqual(["D4"]);
});

it("ignores what is not part of its conversation", () => {
  const before = host.log.entries.length;
  client.transport.receive("not JSON");
  client.transport.receive(
    JSON.stringify({ _messageType: 0, _conversationId: "another", _actionName: "executeMethod" }),
  );
  client.transport.receive(42);
  expect(host.log.entries).toHaveLength(before);
});

it("hides the pane through Office.addin", async () => {
  await client.Office.addin.hide();
  expect(host.addin.visibility).not.toBe("Visible");
});
