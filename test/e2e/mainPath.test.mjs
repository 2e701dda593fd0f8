/**
 * The job itself, as a person does it, with mouse and keyboard in Chromium: make a scorecard, type results, read totals and
 * ranks, break the weights, see the flag in the cell, mend them, check a list of one's own, take the flags off again.
 * Screenshots go to docs/images when EVENHAND_PICTURES is set, else to the cache.
 */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test, { after, before } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { buildWorkbench, serveWorkbench } from "../../tools/start.mjs";
import { eventually, launch, openPage, sidewaysOverflow } from "./support/browser.mjs";

const PICTURES = process.env.EVENHAND_PICTURES ?? "node_modules/.cache/evenhand/pictures";
let browser;
let server;
/** The page on which one workbook is opened after another: loading the spreadsheet takes longer than most of the tests. */
let shared = null;

before(async () => {
  fs.mkdirSync(PICTURES, { recursive: true });
  await buildWorkbench();
  server = await serveWorkbench();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** The workbench with the pane connected; Microsoft's question announced and answered. */
async function openWorkbench({ query = "", ...options } = {}) {
  const opened = await openPage(browser, options);
  await opened.page.goto(`${server.url}/${query}`);
  await opened.page.getByRole("button", { name: /Understood|知道了|明白/ }).click();
  return withHands(opened);
}
/** A workbook as it is when it is opened, by the menu that a person uses, on the shared page. */
async function openHere(sample) {
  shared ??= await openWorkbench();
  const { page, seen } = shared;
  seen.errors.length = 0;
  await page.evaluate(() => globalThis.workbench.ready);
  await page.getByText("File", { exact: true }).click();
  await page.getByRole("button", { name: sample, exact: true }).click();
  await page.evaluate(() => globalThis.workbench.ready);
  return withHands(shared);
}
const EMPTY = "Empty workbook";
const TEAM = "A plain team sheet";

/** What a test does on the page, once the pane is there. */
async function withHands(opened) {
  const { page } = opened;
  const frame = page.frameLocator("#pane");
  await frame.getByRole("heading").first().waitFor({ timeout: 30_000 });
  const settled = () => page.evaluate(() => globalThis.workbench.settled());
  await settled();
  const picture = (name) => page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  /** Selects a cell through the name box, so that typing goes there. */
  const select = async (address) => {
    const box = page.getByRole("textbox", { name: /Name box|名称框/ });
    await box.fill(address);
    await box.press("Enter");
    await settled();
  };
  const type = async (address, text) => {
    await select(address);
    await page.keyboard.type(String(text), { delay: 15 });
    await page.keyboard.press("Enter");
    await settled();
  };
  /** The value of a cell of the host's model. */
  const value = (address) =>
    page.evaluate((text) => {
      const { model } = globalThis.workbench;
      const [sheet, cell] = text.split("!");
      const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(cell);
      const column = [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      return model.valueAt(model.sheet(sheet).id, Number(row) - 1, column);
    }, address);
  /** Cells of a table's column, by header. */
  const column = (table, header) =>
    page.evaluate(
      ([name, wanted]) => {
        const { model } = globalThis.workbench;
        const { sheet, table: found } = model.table(name);
        const at = found.columns.findIndex((entry) => entry.name === wanted);
        return Array.from({ length: found.rect.rows - 1 }, (_, i) =>
          model.valueAt(sheet.id, found.rect.row + 1 + i, found.rect.column + at),
        );
      },
      [table, header],
    );
  return { ...opened, frame, settled, picture, select, type, value, column };
}

const paneOf = (page) => page.frames().find((frame) => frame.url().includes("taskpane"));

/** Axe over the pane; Fluent's focus library adds hidden stops that it reports wrongly. */
async function paneViolations(page) {
  const report = await new AxeBuilder({ page })
    .include("#pane")
    .exclude([["#pane", "[data-tabster-dummy]"]])
    .disableRules(["region"])
    .analyze();
  return report.violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html ?? ""}`);
}

test("generate, type, rank, break, flag, mend, take away", async () => {
  const w = await openWorkbench();
  shared = w;
  await w.frame.getByText("Fair scores in the workbook you have.").waitFor();
  assert.deepEqual(await paneViolations(w.page), []);
  await w.picture("first-run");

  await w.frame.getByRole("button", { name: "Start from a template" }).click();
  await w.frame.getByRole("searchbox", { name: "Find a template" }).fill("sales");
  await w.frame.getByRole("radio", { name: /Sales executive/ }).check();
  await w.frame.getByRole("searchbox", { name: "Find a template" }).fill("");
  const sample = w.frame.getByRole("checkbox", { name: /sample/i });
  if (await sample.isChecked()) await sample.uncheck();
  await w.frame.getByRole("textbox", { name: "People" }).fill("Ann Lee\nBob Ray\nCy Fox");
  await w.frame.getByRole("textbox", { name: "Job group" }).fill("Sales");
  assert.deepEqual(await paneViolations(w.page), []);
  // The sheets are drawn in small before they are made; another tab shows another sheet.
  await w.frame.getByRole("tab", { name: "Plan", exact: true }).click();
  await w.frame.getByRole("table", { name: /Plan$/ }).getByText("Gross margin").waitFor();
  await w.frame.getByRole("heading", { name: "Sales executive" }).evaluate((heading) => heading.scrollIntoView());
  await w.picture("new-scorecard");
  await w.frame.getByRole("button", { name: "Insert", exact: true }).click();
  await w.frame.getByText(/sheets made/).waitFor({ timeout: 30_000 });
  await w.settled();
  assert.deepEqual(await w.page.evaluate(() => globalThis.workbench.model.data.sheets.map((sheet) => sheet.name)), [
    "Sheet1",
    "Guide",
    "Settings",
    "People",
    "Plan",
    "Entry",
    "Results",
    "Ranking list",
    "Person page",
    "Plan to sign",
    "Progress",
    "Explain the scheme",
    "Evidence",
    "Proof",
    "Checks",
  ]);

  // Type results: Ann and Bob reach the same, Cy leaves one blank.
  const actuals = [104, 32, 13, 44, 99, 8.6, 96];
  for (const row of [7, 8, 9]) {
    await w.select(`Entry!D${row}`);
    for (const [index, actual] of actuals.entries()) {
      if (!(row === 9 && index === 2)) await w.page.keyboard.type(String(actual));
      await w.page.keyboard.press("Tab");
    }
    await w.settled();
  }
  await eventually(() => w.column("eh_1_Results", "Total"), [101.883333, 101.883333, ""]);
  await eventually(() => w.column("eh_1_Results", "Rank"), [1, 1, ""]);
  const soFar = await w.column("eh_1_Results", "So far");
  const low = await w.column("eh_1_Results", "At least");
  assert.ok(soFar[2] > low[2], "a blank counts as nothing in the lower bound, never as zero in the total so far");
  await w.picture("entry");

  await w.page.getByRole("button", { name: "Score and rank" }).click();
  await w.frame.getByText("Ann Lee").first().waitFor();
  await w.picture("ranking");

  // Break the weights: 35 becomes 30.
  const weightColumn = await w.page.evaluate(() => {
    const { table } = globalThis.workbench.model.table("eh_1_Plan");
    const at = table.columns.findIndex((entry) => entry.name === "Weight");
    return String.fromCharCode(65 + at);
  });
  await w.type(`Plan!${weightColumn}5`, 30);
  await eventually(() => w.column("eh_1_Weights", "Weight total"), [95]);
  await eventually(async () => (await w.column("eh_1_Plan", "Check"))[0], "Weights ≠ 100");
  await w.select(`Plan!${weightColumn}5`);
  await w.picture("weights-broken");
  await w.page.getByRole("button", { name: "Check sheet" }).click();
  await w.frame.getByText(/95/).first().waitFor();
  await w.picture("findings");

  await w.frame.getByRole("button", { name: /100/ }).first().click();
  await w.frame
    .getByRole("button", { name: /Apply|Change/ })
    .first()
    .click();
  await eventually(() => w.column("eh_1_Weights", "Weight total"), [100]);
  await eventually(async () => (await w.column("eh_1_Plan", "Check")).every((word) => word === "OK"), true);

  assert.deepEqual(w.seen.errors, []);
  assert.deepEqual(
    w.seen.requests.filter((url) => !url.startsWith(server.url) && !/^(?:data|blob):/.test(url)),
    [],
  );
});

/** Everything that Clear flags promises to leave as it was: cells, formats, rules and their order, validation, names, tables, sizes. */
const workbookText = (page) =>
  page.evaluate(async () => {
    await globalThis.workbench.settled();
    const plain = (_key, value) =>
      value instanceof Map ? [...value] : value instanceof Set ? [...value].sort() : value;
    const { sheets, names } = globalThis.workbench.model.data;
    return JSON.stringify({ sheets, names }, plain);
  });
const ruleCount = (page) =>
  page.evaluate(() =>
    globalThis.workbench.model.data.sheets.reduce((sum, sheet) => sum + sheet.conditionalFormats.length, 0),
  );

for (const { name, open, words } of [
  {
    name: "English",
    open: () => openHere(TEAM),
    words: { check: "Check sheet", clear: "Clear flags", rank: "Score and rank", person: "Person A" },
  },
  {
    name: "Chinese, dark",
    open: async () => {
      const w = await openWorkbench({ query: "?sample=team-zh&language=zh-CN&theme=dark", colorScheme: "dark" });
      assert.deepEqual(await paneViolations(w.page), []);
      assert.ok((await sidewaysOverflow(paneOf(w.page))) <= 0);
      return w;
    },
    words: { check: "检查工作表", clear: "清除标记", rank: "评分与排名", person: "员工A" },
  },
]) {
  test(`a list of one's own (${name}): understood, ranked, flagged, and as before once the flags are cleared`, async () => {
    const w = await open();
    const before = await workbookText(w.page);
    assert.equal(await ruleCount(w.page), 0);
    await w.page.getByRole("button", { name: words.rank }).first().click();
    await w.frame.getByText(words.person).first().waitFor({ timeout: 20_000 });
    assert.equal(await workbookText(w.page), before, "scoring and ranking changes nothing in the workbook");
    await w.page.getByRole("button", { name: words.check }).first().click();
    await eventually(async () => (await ruleCount(w.page)) > 0, true);
    await w.settled();
    // The panel of the findings comes as a part of its own.
    await w.frame.getByRole("combobox").first().waitFor();
    await w.picture(`flags-${name.toLowerCase().replace(", ", "-")}`);
    assert.deepEqual(await paneViolations(w.page), []);
    const flagged = await ruleCount(w.page);
    await w.page.getByRole("button", { name: words.check }).first().click();
    await w.settled();
    await eventually(() => ruleCount(w.page), flagged);
    await w.page.getByRole("button", { name: words.clear }).first().click();
    await eventually(() => ruleCount(w.page), 0);
    assert.equal(await workbookText(w.page), before);
    assert.deepEqual(w.seen.errors, []);
    if (w.page !== shared?.page) await w.context.close();
  });
}

test("the pane in high contrast: axe finds nothing, nothing scrolls sideways at 320 px", async () => {
  const w = await openWorkbench({ query: "?theme=contrast", forcedColors: "active" });
  assert.deepEqual(await paneViolations(w.page), []);
  await w.picture("pane-high-contrast");
  assert.ok((await sidewaysOverflow(paneOf(w.page))) <= 0);
  await w.context.close();
});

/** What has the focus in the pane: its name, and whether a person can see it there. */
const focused = (pane) =>
  pane.evaluate(() => {
    const element = document.activeElement;
    const { left, top, width, height } = element.getBoundingClientRect();
    const label = element.labels?.[0]?.textContent ?? "";
    const seen = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 12));
    return {
      name: element.getAttribute("aria-label") ?? (label || element.textContent),
      inSight: element === document.body || element.contains(seen) || (element.labels?.[0]?.contains(seen) ?? false),
      marked: element.matches(":focus-visible"),
    };
  });

/** Presses Tab until the control with this name has the focus; on the way nothing may be hidden or unmarked. */
async function tabTo(page, pane, wanted) {
  const passed = [];
  for (let presses = 0; presses < 25; presses += 1) {
    await page.keyboard.press("Tab");
    // Scrolling it into view takes the browser a moment.
    await eventually(
      async () => {
        const { inSight, marked } = await focused(pane);
        return { inSight, marked };
      },
      { inSight: true, marked: true },
    );
    const at = await focused(pane);
    if (wanted.test(at.name)) return;
    passed.push(at.name);
  }
  assert.fail(`${wanted} is not reached by Tab; passed: ${passed.join(" | ")}`);
}

test("by keyboard alone: from the first look to a scorecard, its next empty cell, its ranking, and back", async () => {
  const w = await openHere(EMPTY);
  const pane = paneOf(w.page);
  const press = (key) => w.page.keyboard.press(key);
  await w.frame.getByRole("button", { name: "Start from a template" }).waitFor();
  // F6 leads into the pane in Excel; the browser has no such key for frames.
  await w.frame.getByRole("button").first().focus();
  await tabTo(w.page, pane, /^Start from a template$/);
  await press("Enter");
  await w.frame.getByRole("radio").first().waitFor();
  assert.match((await focused(pane)).name, /^New scorecard$/);
  await tabTo(w.page, pane, /^Find a template/);
  await w.page.keyboard.type("supplier");
  await tabTo(w.page, pane, /upplier/);
  await press("Space");
  await tabTo(w.page, pane, /indicators, weights 100 of 100/);
  await press("Enter");
  await w.frame.getByRole("list", { name: "Lines and weights" }).waitFor();
  await tabTo(w.page, pane, /^People/);
  await w.page.keyboard.type("North Mills\nBay Tools");
  await tabTo(w.page, pane, /^Insert$/);
  await press("Enter");
  await w.frame.getByText(/sheets made/).waitFor({ timeout: 30_000 });
  await w.settled();
  await eventually(async () => (await focused(pane)).name, "Evenhand");
  // The new sheet is read again before its actions stand there.
  await w.frame.getByRole("button", { name: "Next empty cell" }).waitFor();
  await tabTo(w.page, pane, /^Next empty cell$/);
  await press("Enter");
  await w.frame.getByText(/North Mills/).waitFor();
  await w.settled();
  await w.frame.getByRole("button", { name: "Score and rank" }).waitFor();
  await w.frame.getByRole("button").first().focus();
  await tabTo(w.page, pane, /^Score and rank$/);
  await press("Enter");
  await w.frame.getByRole("table", { name: "Ranking" }).waitFor();
  await tabTo(w.page, pane, /^Bay Tools: go to cell/);
  await press("Escape");
  await eventually(async () => (await focused(pane)).name, "Evenhand");
  assert.deepEqual(w.seen.errors, []);
});

test("a total that is typed over and one that is deleted are named, and their formula is put back", async () => {
  const w = await openHere(EMPTY);
  await w.frame.getByRole("button", { name: "Try with sample people" }).click();
  await w.frame.getByRole("button", { name: "Insert", exact: true }).click();
  await w.frame.getByRole("button", { name: "Score and rank" }).waitFor({ timeout: 30_000 });
  await w.settled();
  const totals = await w.column("eh_1_Results", "Total");
  await w.page.getByText("Results", { exact: true }).first().click();
  await w.settled();
  await w.type("E5", 120);
  await w.select("E6");
  await w.page.keyboard.press("Delete");
  await w.settled();
  await eventually(async () => (await w.column("eh_1_Results", "Total")).slice(0, 2), [120, null]);
  await w.frame.getByRole("button", { name: "Show findings" }).click();
  await w.frame.getByRole("button", { name: /^Put the formula back/ }).click();
  await w.frame.getByText("formula of E7").first().waitFor();
  await w.picture("formula-back");
  await w.frame.getByRole("button", { name: "Change 2 cells" }).click();
  await eventually(() => w.column("eh_1_Results", "Total"), totals);
  await w.frame.getByText("Nothing to flag").waitFor();
  assert.deepEqual(w.seen.errors, []);
});

test("weights are locked before the others are scaled; the fractions of the list come to 1", async () => {
  const w = await openHere(TEAM);
  await w.frame.getByRole("button", { name: "Check sheet" }).click();
  await w.frame
    .getByRole("button", { name: /^Scale all/ })
    .first()
    .click();
  const box = w.frame.getByRole("checkbox").first();
  await box.focus();
  await w.page.keyboard.press("Space");
  const rows = () => w.frame.locator("table.small tbody tr").allInnerTexts();
  const numbers = (await rows()).map((row) =>
    row
      .match(/-?[\d.]+(?=\s|$)/g)
      .slice(-2)
      .map(Number),
  );
  assert.equal(numbers[0][0], numbers[0][1], "the locked weight stays");
  assert.equal(Math.round(numbers.reduce((sum, [, after]) => sum + after, 0) * 1e6) / 1e6, 1);
  assert.ok((await sidewaysOverflow(paneOf(w.page))) <= 0);
  await w.picture("weight-locked");
  await w.frame.getByRole("button", { name: /^Change \d/ }).click();
  await w.frame.getByText(/add up to/).waitFor({ state: "detached" });
  assert.deepEqual(w.seen.errors, []);
});

test("enlarged to 200 %: every panel still fits, nothing scrolls sideways", async () => {
  const w = await openHere(TEAM);
  const pane = paneOf(w.page);
  // 320 px of a pane at 200 % are 160 px of its page.
  await w.page.locator("#pane").evaluate((frame) => frame.style.setProperty("width", "160px"));
  const fits = async (panel) => {
    await w.settled();
    assert.ok((await sidewaysOverflow(pane)) <= 0, `${panel} scrolls sideways`);
  };
  await w.frame.getByRole("button", { name: "Show findings" }).waitFor();
  assert.equal(await pane.evaluate(() => innerWidth), 160);
  await fits("overview");
  await w.frame.getByRole("button", { name: "Score and rank" }).click();
  await w.frame.getByRole("table", { name: "Ranking" }).waitFor();
  await fits("ranking");
  await w.frame.getByRole("button", { name: "Back", exact: true }).click();
  await w.frame.getByRole("button", { name: "Check sheet" }).click();
  await w.frame
    .getByRole("button", { name: /^Scale all/ })
    .first()
    .click();
  await fits("findings with a preview");
  await w.frame.getByRole("button", { name: "Back", exact: true }).click();
  await w.frame.getByRole("button", { name: "New scorecard" }).click();
  await w.frame.getByRole("radio").first().waitFor();
  await fits("form");
  await w.page.locator("#pane").evaluate((frame) => frame.style.removeProperty("width"));
});

test("an Excel that is too old is told so in plain words", async () => {
  const w = await openWorkbench({ query: "?excelApi=1.13" });
  await w.frame.getByText(/too old/).waitFor();
  assert.deepEqual(w.seen.errors, []);
  await w.context.close();
});
