/** The workbench's own part: grid, name box, formula bar, tabs, files and switches, with real mouse and keyboard. */
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { buildWorkbench, serveWorkbench } from "../../tools/start.mjs";
import { eventually, launch, openPage } from "./support/browser.mjs";

let browser;
let server;
/** The page that the tests of one workbook after another share: loading the spreadsheet takes longer than most of them. */
let shared = null;

before(async () => {
  await buildWorkbench();
  server = await serveWorkbench();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens the workbench as a first-time visitor and waits until grid and pane stand. */
async function openWorkbench(address = "sample=team", options = {}) {
  const opened = await openPage(browser, { width: 1366, height: 768, ...options });
  await opened.page.goto(`${server.url}/?${address}`);
  await opened.page.getByRole("button", { name: /Understood|知道了/ }).click();
  await opened.page.evaluate(() => globalThis.workbench.ready);
  return opened;
}
/** The sample of a team as it is when it is opened, on the shared page, by the menu that a person uses. */
async function openTeam() {
  if (shared === null || shared.page.isClosed()) {
    shared = await openWorkbench();
    return shared;
  }
  const { page, seen } = shared;
  seen.errors.length = 0;
  await page.getByText("File", { exact: true }).click();
  await page.getByRole("button", { name: "A plain team sheet", exact: true }).click();
  await page.evaluate(() => globalThis.workbench.ready);
  return shared;
}
const settled = (page) => page.evaluate(() => globalThis.workbench.settled());
/** Value, formula and text of a cell on the active sheet. */
const cell = (page, row, column) =>
  page.evaluate(
    async ([r, c]) => {
      await globalThis.workbench.settled();
      const { model } = globalThis.workbench;
      const sheet = model.data.activeSheet;
      return {
        value: model.valueAt(sheet, r, c),
        formula: model.cell(sheet, r, c)?.formula ?? null,
        text: model.textAt(sheet, r, c),
      };
    },
    [row, column],
  );
/** Goes there by the name box and waits until the grid has the keyboard: a slow machine needs a moment for both. */
async function goTo(page, address) {
  await page.getByLabel(/Name box|名称框/).fill(address);
  await page.keyboard.press("Enter");
  await settled(page);
  await page.waitForFunction(() => document.activeElement?.closest("#grid, [data-u-comp]") !== null);
}
/** Types as fast as a quick person, not as a machine: the cell's editor opens at the first key. */
const typeText = (page, text) => page.keyboard.type(text, { delay: 30 });
/** A cell's value, once the edit under way has come through. */
const becomes = (page, row, column, value) => eventually(async () => (await cell(page, row, column)).value, value);
const selection = (page) =>
  page.evaluate(async () => {
    await globalThis.workbench.settled();
    const { activeSheet, selection: at } = globalThis.workbench.model.data;
    return `${globalThis.workbench.model.sheet(activeSheet).name} ${at.row},${at.column} ${at.rows}x${at.columns}`;
  });

test("a first visitor is told about Microsoft's question before it comes; nothing goes elsewhere, nothing fails", async () => {
  const { page, seen, context } = await openPage(browser, {});
  await page.goto(`${server.url}/?sample=team`);
  const notice = page.getByRole("alertdialog");
  await notice.waitFor();
  assert.match(await notice.innerText(), /will now ask once/);
  assert.deepEqual(seen.questions, []);
  await notice.getByRole("button", { name: "Understood" }).click();
  await page.evaluate(() => globalThis.workbench.ready);
  assert.equal(seen.questions.length, 1);
  assert.match(seen.questions[0], /localhost is acting as Microsoft Office/);
  assert.deepEqual(seen.errors, []);
  assert.deepEqual(
    seen.requests.filter((url) => !url.startsWith(server.url) && !/^(data|blob|about):/.test(url)),
    [],
  );
  await page.reload();
  await page.evaluate(() => globalThis.workbench.ready);
  assert.equal(seen.questions.length, 1, "asked once only");
  await context.close();
});

test("what is typed goes into the cell named in the name box, and the total follows", async () => {
  const { page } = await openTeam();
  const before = await cell(page, 4, 7);
  assert.equal(before.formula, "=SUMPRODUCT($C$4:$G$4,C5:G5)");
  await goTo(page, "C5");
  await typeText(page, "98");
  await page.keyboard.press("Enter");
  await becomes(page, 4, 2, 98);
  // Weight 30 %, 10 points more.
  assert.ok(Math.abs((await cell(page, 4, 7)).value - before.value - 3) < 1e-9);
  await eventually(() => selection(page), "Team 2026 5,2 1x1");
  await page.keyboard.press("Delete");
  await becomes(page, 5, 2, null);
  await goTo(page, "C4");
  await typeText(page, "35%");
  await page.keyboard.press("Enter");
  await eventually(() => cell(page, 3, 2), { value: 0.35, formula: null, text: "35%" });
});

test("a mouse click selects, a double click edits, Escape takes the edit back", async () => {
  const { page } = await openTeam();
  const box = await page.locator("#grid").boundingBox();
  await page.mouse.click(box.x + 46 + 116 + 96 + 40, box.y + 160);
  const clicked = await selection(page);
  assert.match(clicked, /^Team 2026 \d+,2 1x1$/);
  const row = Number(/ (\d+),/.exec(clicked)[1]);
  const old = (await cell(page, row, 2)).value;
  await page.mouse.dblclick(box.x + 46 + 116 + 96 + 40, box.y + 160);
  await typeText(page, "1");
  await page.keyboard.press("Escape");
  assert.equal((await cell(page, row, 2)).value, old);
});

test("the formula bar shows a table's formula as written, takes edits, and a table grows when one types below it", async () => {
  const { page } = await openTeam();
  for (const [address, row, column, value] of [
    ["A16", 15, 0, "Id"],
    ["B16", 15, 1, "Weight"],
    ["C16", 15, 2, "Share"],
    ["A17", 16, 0, "K1"],
    ["B17", 16, 1, 20],
  ]) {
    await goTo(page, address);
    await typeText(page, String(value));
    await page.keyboard.press("Enter");
    await becomes(page, row, column, value);
  }
  await page.evaluate(() => {
    const { model } = globalThis.workbench;
    model.addTable(model.data.activeSheet, { row: 15, column: 0, rows: 2, columns: 3 }, true);
  });
  await goTo(page, "C17");
  await page.getByLabel("Formula bar").fill("=[@Weight]/SUM([Weight])");
  await page.keyboard.press("Enter");
  await becomes(page, 16, 2, 1);
  await goTo(page, "A18");
  await typeText(page, "K2");
  await page.keyboard.press("Tab");
  await becomes(page, 17, 0, "K2");
  await eventually(() => selection(page), "Team 2026 17,1 1x1");
  await typeText(page, "60");
  await page.keyboard.press("Enter");
  await eventually(() => cell(page, 17, 2), { value: 0.75, formula: "=[@Weight]/SUM([Weight])", text: "0.75" });
  await goTo(page, "C18");
  assert.equal(await page.getByLabel("Formula bar").inputValue(), "=[@Weight]/SUM([Weight])");
});

test("a conditional format colours the cell on the canvas, and only as long as it holds", async () => {
  const { page } = await openTeam();
  await page.evaluate(() => {
    const { model } = globalThis.workbench;
    model.addConditionalFormat(
      model.data.activeSheet,
      { row: 4, column: 2, rows: 8, columns: 5 },
      { kind: "Custom", formula: "=ISBLANK(C5)", format: { fill: "#FF0000" } },
    );
  });
  await settled(page);
  /** Pixels of pure red in the grid's canvases. */
  const redPixels = async () => {
    await settled(page);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    return page.evaluate(() => {
      const count = (canvas) => {
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        let red = 0;
        for (let i = 0; i < data.length; i += 4) if (data[i] > 250 && data[i + 1] < 5 && data[i + 2] < 5) red += 1;
        return red;
      };
      return Math.max(...[...document.querySelectorAll("#grid canvas")].filter(({ width }) => width > 0).map(count));
    });
  };
  const both = await redPixels();
  assert.ok(both > 2000, `two blank cells are red (${both} pixels)`);
  await goTo(page, "D8");
  await typeText(page, "50");
  await page.keyboard.press("Enter");
  const one = await redPixels();
  assert.ok(one < both * 0.6 && one > both * 0.4, `one of two is left (${one} of ${both})`);
});

test("a list refuses what is not in it, and says so", async () => {
  const { page } = await openTeam();
  await page.evaluate(() => {
    const { model } = globalThis.workbench;
    model.setValidation(
      model.data.activeSheet,
      { row: 4, column: 1, rows: 8, columns: 1 },
      {
        rule: { list: { inCellDropDown: true, source: "Sales,Service" } },
        errorAlert: { showAlert: true, style: "Stop", title: "", message: "" },
      },
    );
  });
  await settled(page);
  await goTo(page, "B5");
  await typeText(page, "Nonsense");
  await page.keyboard.press("Enter");
  await page.getByRole("status").getByText("“Nonsense” is not in the list").waitFor();
  await becomes(page, 4, 1, "Sales");
});

test("sheets are added, renamed and switched by their tabs", async () => {
  const { page } = await openTeam();
  await page.getByRole("button", { name: "New sheet" }).click();
  await settled(page);
  assert.match(await selection(page), /^Sheet2 /);
  await page.getByRole("tab", { name: "Sheet2" }).dblclick();
  await page.getByLabel("New name of the sheet").fill("Notes");
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: "Notes", selected: true }).waitFor();
  await goTo(page, "'Team 2026'!H5");
  await eventually(() => selection(page), "Team 2026 4,7 1x1");
  await page.getByRole("tab", { name: "Team 2026", selected: true }).waitFor();
});

test("a saved workbook opens again with the same values and formulas", async () => {
  const { page } = await openTeam();
  const contents = () =>
    page.evaluate(async () => {
      await globalThis.workbench.settled();
      return globalThis.workbench.model.data.sheets.map((sheet) => [
        sheet.name,
        [...sheet.cells]
          .filter(([, { value }]) => value !== null)
          .map(([key, { value, formula }]) => [key, value, formula ?? null]),
      ]);
    });
  const first = await contents();
  const download = page.waitForEvent("download");
  await page.getByText("File", { exact: true }).click();
  await page.getByRole("button", { name: "Save as .xlsx" }).click();
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "evenhand-")), "saved.xlsx");
  await (await download).saveAs(file);
  await page.getByText("File", { exact: true }).click();
  await page.getByRole("button", { name: "Empty workbook" }).click();
  await page.getByRole("tab", { name: "Sheet1" }).waitFor();
  await page.locator("#file-picker").setInputFiles(file);
  await page.getByRole("tab", { name: "Team 2026" }).waitFor();
  assert.deepEqual(await contents(), first);
  fs.rmSync(path.dirname(file), { recursive: true });
});

/** The open sheet's conditional formats and the rows that a filter hides. */
const sheetState = (page) =>
  page.evaluate(async () => {
    await globalThis.workbench.settled();
    const { model } = globalThis.workbench;
    const sheet = model.sheet(model.data.activeSheet);
    return { rules: sheet.conditionalFormats.length, filtered: [...sheet.filteredRows] };
  });

test("edits of the person and runs of the add-in are undone and redone by keys and by buttons", async () => {
  const { page, seen } = await openTeam();
  const { value } = await cell(page, 4, 2);
  await goTo(page, "C5");
  await typeText(page, "77");
  await page.keyboard.press("Enter");
  await becomes(page, 4, 2, 77);
  const rules = async () => (await sheetState(page)).rules;
  const before = await rules();
  await page.getByRole("button", { name: "Check sheet" }).click();
  await eventually(async () => (await rules()) > before, true);
  await goTo(page, "C6");
  await page.keyboard.press("Control+z");
  await eventually(rules, before);
  await page.keyboard.press("Control+z");
  await becomes(page, 4, 2, value);
  assert.match(await selection(page), /4,2 1x1$/);
  await page.keyboard.press("Control+y");
  await becomes(page, 4, 2, 77);
  await page.getByRole("button", { name: "Undo (Ctrl+Z)" }).click();
  await becomes(page, 4, 2, value);
  assert.equal(await page.locator("#undo").getAttribute("aria-disabled"), "true");
  await page.getByRole("button", { name: "Redo (Ctrl+Y)" }).click();
  await becomes(page, 4, 2, 77);
  assert.deepEqual(seen.errors, []);
});

test("the menu of a cell edits, and holds what the manifest adds to it", async () => {
  const { page, seen } = await openTeam();
  const grid = await page.locator("#grid").boundingBox();
  await page.mouse.click(grid.x + 300, grid.y + 170, { button: "right" });
  const menu = page.getByRole("menu", { name: "Cell menu" });
  await menu.waitFor();
  assert.match(await selection(page), /,2 1x1$/);
  const row = Number(/ (\d+),/.exec(await selection(page))?.[1]);
  const { value } = await cell(page, row, 2);
  await menu.getByRole("menuitem", { name: "Insert rows" }).click();
  await becomes(page, row + 1, 2, value);
  await page.keyboard.press("Control+z");
  await becomes(page, row, 2, value);
  // By keyboard: the menu opens at the selected cell, the arrows go through it.
  await page.keyboard.press("Shift+F10");
  await menu.waitFor();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await becomes(page, row, 2, null);
  const { rules } = await sheetState(page);
  await page.mouse.click(grid.x + 300, grid.y + 170, { button: "right" });
  await menu.getByRole("menuitem", { name: "Check sheet" }).click();
  await eventually(async () => (await sheetState(page)).rules > rules, true);
  assert.deepEqual(seen.errors, []);
});

test("the heads of a table sort and filter through the workbook", async () => {
  const { page, seen } = await openTeam();
  await page.evaluate(() => {
    const { model } = globalThis.workbench;
    model.addTable(model.data.activeSheet, { row: 2, column: 0, rows: 10, columns: 8 }, true);
  });
  await settled(page);
  const head = (name) => page.getByRole("button", { name: `Sort and filter: ${name}` });
  await head("Revenue").click();
  const popup = page.getByRole("dialog", { name: "Sort and filter: Revenue" });
  const { violations } = await new AxeBuilder({ page }).include(".popup").analyze();
  assert.deepEqual(violations, []);
  await popup.getByLabel("(Select all)").uncheck();
  await popup.getByLabel("88").check();
  await popup.getByRole("button", { name: "Filter", exact: true }).click();
  await eventually(async () => (await sheetState(page)).filtered.length, 8);
  await head("Revenue").click();
  await popup.getByRole("button", { name: "Clear filter" }).click();
  await eventually(async () => (await sheetState(page)).filtered, []);
  await head("Revenue").click();
  await popup.getByRole("button", { name: /Sort Z to A/ }).click();
  await becomes(page, 3, 2, 95);
  await page.keyboard.press("Control+z");
  await becomes(page, 3, 2, 0.3);
  assert.deepEqual(seen.errors, []);
});

test("a read-only workbook can be looked at and not changed, and says so", async () => {
  const { page, context } = await openWorkbench("sample=team&readOnly=true");
  const before = await cell(page, 4, 2);
  await goTo(page, "C5");
  await eventually(() => selection(page), "Team 2026 4,2 1x1");
  await typeText(page, "1");
  await page.keyboard.press("Enter");
  assert.deepEqual(await cell(page, 4, 2), before);
  await page.getByRole("status").getByText("The workbook is read-only").waitFor();
  await context.close();
});

test("text copied in another program is pasted cell by cell", async () => {
  const { page } = await openTeam();
  await goTo(page, "A20");
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", 'Ann\t12\n"Bo\n2"\t=1+2\n');
    document.activeElement.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  assert.deepEqual(
    [await cell(page, 19, 0), await cell(page, 19, 1), await cell(page, 20, 0), await cell(page, 20, 1)].map(
      ({ value }) => value,
    ),
    ["Ann", 12, "Bo\n2", 3],
  );
});

test("language and theme change without a reload and keep the workbook", async () => {
  const { page, seen } = await openTeam();
  await goTo(page, "C5");
  await typeText(page, "11");
  await page.keyboard.press("Enter");
  await settled(page);
  await page.getByText("View", { exact: true }).click();
  await page.getByLabel("Language").selectOption("zh-CN");
  await page.getByRole("button", { name: "检查工作表" }).waitFor();
  await settled(page);
  // The grid is built anew and takes the keyboard when it is ready, which closes an open menu.
  const theme = page.getByLabel("主题");
  await eventually(async () => {
    if (!(await theme.isVisible())) await page.getByText("视图", { exact: true }).click();
    return theme.selectOption("dark", { timeout: 1000 }).then(
      () => true,
      () => false,
    );
  }, true);
  await page.locator("html[data-theme=dark]").waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-CN");
  await becomes(page, 4, 2, 11);
  assert.deepEqual(seen.errors, []);
});

test("everything around the grid is accessible in every theme", async (t) => {
  const { page, context } = await openWorkbench("sample=team&theme=light");
  for (const theme of ["light", "dark", "contrast"]) {
    await t.test(theme, async () => {
      await page.getByText("View", { exact: true }).click();
      await page.getByLabel("Theme").selectOption(theme);
      await page.evaluate(() => globalThis.workbench.ready);
      await page.locator(`html[data-theme=${theme}]`).waitFor();
      const { violations } = await new AxeBuilder({ page }).exclude("#grid").exclude("#pane").analyze();
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
        [],
      );
    });
  }
  await context.close();
});
