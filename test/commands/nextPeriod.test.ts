/** Closing a period and starting the next, through Microsoft's client and the engine. */
import { createCommands } from "../../src/commands";
import type { Commands, NextPeriodRequest, SheetLanguage } from "../../src/commands/types";
import { aggregate, type Aggregation } from "../../src/core/cascade/periods";
import { lintFormula } from "../../src/core/formulas/lint";
import { anchorOf } from "../../host/model/geometry";
import { cellAddress, MAX_COLUMNS, rectAddress } from "../../src/core/model/a1";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
});
afterAll(() => booted.close());

const NEXT: NextPeriodRequest = { from: "2026-07-01", to: "2026-12-31", targets: { kind: "carry" } };

async function filled(language: SheetLanguage = "en", templateId = "sales-exec"): Promise<TestBook> {
  return booted.prepared(`${templateId} ${language}`, async () => {
    const book = booted.open("Mine");
    valueOf(
      await commands.newScorecard({
        templateId,
        people: [],
        language,
        jobGroup: "Sales",
        periodFrom: "2026-01-01",
        periodTo: "2026-06-30",
        withSample: true,
      }),
    );
    return book;
  });
}
/** The workbook after its period was closed. */
async function closed(language: SheetLanguage = "en", templateId = "sales-exec"): Promise<TestBook> {
  return booted.prepared(`${templateId} ${language} closed`, async () => {
    const book = await filled(language, templateId);
    valueOf(await commands.startNextPeriod(NEXT));
    return book;
  });
}
const numbers = (values: readonly unknown[]): number[] =>
  values.map((value) => (value === "" ? Number.NaN : Number(value)));

describe("what closing would do", () => {
  it("names the dates that follow and who goes to History", async () => {
    await filled();
    const draft = valueOf(await commands.nextPeriodDraft());
    expect(draft).toMatchObject({
      closedFrom: "2026-01-01",
      closedTo: "2026-06-30",
      from: "2026-07-01",
      to: "2026-12-31",
      withoutTotal: 0,
    });
    expect(draft.people).toBeGreaterThan(3);
  });
  it("is refused on a sheet of somebody's own", async () => {
    const book = booted.open("Mine");
    book.type("Mine!A1", [
      ["Name", "Score"],
      ["Ann", 4],
    ]);
    expect(await commands.nextPeriodDraft()).toMatchObject({
      ok: false,
      problem: { what: { key: "commands.nextPeriod.none" } },
    });
  });
});

describe("the next period", () => {
  it("keeps the results as values, empties what belongs to the period, and begins at the stage Plan", async () => {
    const book = await filled();
    valueOf(await commands.setStage("evaluate"));
    const totals = await book.column("eh_1_Results", "Total");
    const ranks = await book.column("eh_1_Results", "Rank");
    const names = await book.column("eh_1_People", "Name");
    const weights = await book.column("eh_1_Plan", "Weight");
    const targets = await book.column("eh_1_Plan", "Target");
    const done = valueOf(await commands.startNextPeriod(NEXT));
    expect(done.people).toBe(totals.length);
    expect(await book.column("eh_1_PastResults", "Total")).toEqual(totals);
    expect(await book.column("eh_1_PastResults", "Rank")).toEqual(ranks);
    expect(await book.column("eh_1_PastResults", "Name")).toEqual(names);
    const history = book.model.table("eh_1_PastResults");
    expect([...(history?.sheet.cells.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
    // Kept, emptied, moved on.
    expect(await book.column("eh_1_People", "Name")).toEqual(names);
    expect(await book.column("eh_1_Plan", "Weight")).toEqual(weights);
    expect(await book.column("eh_1_Plan", "Target")).toEqual(targets);
    expect(numbers(await book.column("eh_1_Results", "Previous total"))).toEqual(numbers(totals));
    expect((await book.column("eh_1_Results", "Total")).every((total) => total === "")).toBe(true);
    expect((await book.column("eh_1_Evidence", "What happened")).every((text) => text === "" || text === null)).toBe(
      true,
    );
    const seen = valueOf(await commands.overview());
    expect(seen).toMatchObject({ kind: "generated", stage: "plan", filled: 0 });
    expect(seen.findings.filter(({ severity }) => severity !== "note")).toEqual([]);
  });

  it("the page of one person shows the periods that were closed, oldest first, and nothing before there is one", async () => {
    let book = await filled();
    const trend = async (): Promise<unknown[][]> => {
      const columns = await Promise.all(["To", "Total", "Band", "Rank"].map((head) => book.column("eh_1_Trend", head)));
      return Array.from({ length: 6 }, (_, row) => columns.map((column) => column[row]));
    };
    const empty = ["", "", "", ""];
    expect(await trend()).toEqual(Array.from({ length: 6 }, () => empty));
    const result = async (person: number) =>
      Promise.all(["Total", "Band", "Rank"].map(async (head) => (await book.column("eh_1_Results", head))[person]));
    const [first, other] = [await result(0), await result(1)];
    const heads = book.model.table("eh_1_Entry")?.table.columns.map(({ name }) => name) ?? [];
    const inputs = heads.filter((head) => /^K\d+ /.test(head) && !/ (value|attainment|score|evidence)$/.test(head));
    const before = await Promise.all(inputs.map((head) => book.column("eh_1_Entry", head)));
    book = await closed();
    const [half, year] = [46_203, 46_387];
    expect(await trend()).toEqual([[half, ...first], ...Array.from({ length: 5 }, () => empty)]);
    // The first person gets the results of the second one, the second one none: the change is said, and a gap stays a gap.
    const entry = book.model.table("eh_1_Entry");
    const rect = entry?.table.rect ?? { row: 0, column: 0, rows: 0, columns: 0 };
    inputs.forEach((head, i) => {
      const at = { row: rect.row + 1, column: rect.column + heads.indexOf(head), rows: 1, columns: 1 };
      book.model.setInputs(entry?.sheet.id ?? "", at, [[before[i]?.[1] as number]]);
    });
    const change = (await book.column("eh_1_Results", "Change"))[0];
    expect(change).toBeCloseTo(Number(other[0]) - Number(first[0]), 6);
    valueOf(await commands.startNextPeriod({ ...NEXT, from: "2027-01-01", to: "2027-06-30" }));
    const rows = Array.from({ length: 4 }, () => empty);
    // Alone with a total, the first person is first.
    expect(await trend()).toEqual([[half, ...first], [year, other[0], other[1], 1], ...rows]);
    const pick = book.model.data.names.find(({ name }) => name === "eh_1_PagePerson")?.formula.replace(/[=$']/g, "");
    book.type(pick ?? "", [["P002"]]);
    expect(await trend()).toEqual([[half, ...other], [year, "", "", ""], ...rows]);
    book.type(pick ?? "", [["P*"]]);
    expect(await trend()).toEqual(Array.from({ length: 6 }, () => empty));
    // In Chinese the same numbers stand under other heads.
    book.type(pick ?? "", [["P001"]]);
    valueOf(await commands.changeLanguage({ to: "zh-CN", scope: "workbook" }));
    expect((await book.column("eh_1_Trend", "综合得分")).slice(0, 3)).toEqual([first[0], other[0], ""]);
    const charts = book.model.data.sheets.flatMap((sheet) => sheet.charts.map(({ title }) => title));
    expect(charts).toEqual(expect.arrayContaining(["各考核周期综合得分", "各考核周期平均综合得分"]));
  });

  it("draws earlier periods once there are two: on the person's page and on History, beside what is printed there", async () => {
    const results = numbers(await (await filled()).column("eh_1_Results", "Total"));
    const book = await closed();
    const charts = () =>
      book.model.data.sheets
        .flatMap((sheet) => sheet.charts.map((chart) => ({ sheet, chart })))
        .filter(({ chart }) => / by period$|周期/.test(chart.title));
    expect(charts()).toEqual([]);
    const mean = results.reduce((sum, total) => sum + total, 0) / results.length;
    expect(await book.column("eh_1_PastPeriods", "Mean total")).toEqual([expect.closeTo(mean, 5)]);
    const before = await book.digest();
    const second = await commands.startNextPeriod({ ...NEXT, from: "2027-01-01", to: "2027-06-30" });
    expect(charts().map(({ sheet, chart }) => [sheet.name, chart.title, chart.type])).toEqual([
      ["Person page", "Total by period", "ColumnClustered"],
      ["Past results", "Mean total by period", "Line"],
    ]);
    for (const { sheet, chart } of charts()) {
      const { from, to } = anchorOf(sheet, chart);
      const covered = [...sheet.cells].filter(([key, { value }]) => {
        const [row, column] = [Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS];
        const isBeside = column < from.column.index || column > to.column.index - (to.column.offset < 1 ? 1 : 0);
        const isUnder = row >= from.row.index && row <= to.row.index - (to.row.offset < 1 ? 1 : 0) && !isBeside;
        return isUnder && value !== null && value !== "";
      });
      expect(covered).toEqual([]);
    }
    // The values of the page's chart are those of its table, for whoever is picked.
    const page = charts()[0]?.chart.series[0];
    const trend = book.model.table("eh_1_Trend")?.table.rect ?? { row: 0, column: 0, rows: 0, columns: 0 };
    expect(page?.values).toBe(
      `='Person page'!${rectAddress({ row: trend.row + 1, column: trend.column + 4, rows: 6, columns: 1 }, true)}`,
    );
    if (!second.ok || second.undo === undefined) throw new Error("it cannot be taken back");
    valueOf(await commands.takeBack(second.undo));
    expect(await book.digest()).toEqual(before);
    // Where somebody has written beside the table, no chart comes over it.
    const pick = cellAddress(trend.row + 2, trend.column + 7);
    book.type(`'Person page'!${pick}`, [["mine"]]);
    valueOf(await commands.startNextPeriod({ ...NEXT, from: "2027-01-01", to: "2027-06-30" }));
    expect(charts().map(({ sheet }) => sheet.name)).toEqual(["Past results"]);
    // They are made once.
    valueOf(await commands.startNextPeriod({ ...NEXT, from: "2027-07-01", to: "2027-12-31" }));
    expect(charts()).toHaveLength(1);
  });

  it("keeps a line of each person with its actual and attainment", async () => {
    const before = await filled();
    const entry = before.model.table("eh_1_Entry");
    const heads = entry?.table.columns.map(({ name }) => name) ?? [];
    const actual = await before.column("eh_1_Entry", heads.find((head) => head.startsWith("K02 ")) ?? "");
    const book = await closed();
    const lines = await book.column("eh_1_PastLines", "Line");
    const kept = (await book.column("eh_1_PastLines", "Actual")).filter((_, i) => lines[i] === "K02");
    expect(kept).toEqual(actual);
  });

  it("counts the year by days, with the open period live and nobody's missing period as zero", async () => {
    const book = await filled();
    const first = numbers(await book.column("eh_1_Results", "Total"));
    const entry = book.model.table("eh_1_Entry");
    const heads = entry?.table.columns.map(({ name }) => name) ?? [];
    const inputs = heads.filter((head) => /^K\d+ /.test(head));
    const before = await Promise.all(inputs.map((head) => book.column("eh_1_Entry", head)));
    // Two months follow the half year, so that days and a plain mean differ.
    valueOf(await commands.startNextPeriod({ ...NEXT, to: "2026-08-31" }));
    expect(numbers(await book.column("eh_1_Annual", "Year total"))).toEqual(
      first.map((total) => Number(total.toFixed(6))),
    );
    // The first person alone is filled again, with other results.
    const rect = entry?.table.rect ?? { row: 0, column: 0, rows: 0, columns: 0 };
    inputs.forEach((head, i) => {
      const column = rect.column + heads.indexOf(head);
      book.model.setInputs(entry?.sheet.id ?? "", { row: rect.row + 1, column, rows: 1, columns: 1 }, [
        [Number(before[i]?.[1])],
      ]);
    });
    const open = numbers(await book.column("eh_1_Results", "Total"))[0] ?? Number.NaN;
    const year = await book.column("eh_1_Annual", "Year total");
    expect(year[0]).toBeCloseTo(((first[0] ?? 0) * 181 + open * 62) / 243, 5);
    expect(year[1]).toBeCloseTo(first[1] ?? 0, 5);
    const missing = await book.column("eh_1_Annual", "Missing");
    expect(missing[0]).toBe("");
    // Still open, so not missing yet.
    expect(missing[1]).toBe("");
    const days = await book.column("eh_1_Annual", "Days counted");
    expect(days.slice(0, 2)).toEqual([243, 181]);
  });

  it("brings each line's actuals together by its kind, as core does, and a typed figure wins", async () => {
    const book = await filled();
    const entry = book.model.table("eh_1_Entry");
    const heads = entry?.table.columns.map(({ name }) => name) ?? [];
    const inputs = heads.filter((head) => /^K\d+ (?!value|attainment|score|evidence)/.test(head));
    const first = await Promise.all(inputs.map(async (head) => (await book.column("eh_1_Entry", head))[0]));
    valueOf(await commands.startNextPeriod({ ...NEXT, to: "2026-09-30" }));
    const rect = entry?.table.rect ?? { row: 0, column: 0, rows: 0, columns: 0 };
    inputs.forEach((head, i) => {
      const at = { row: rect.row + 1, column: rect.column + heads.indexOf(head), rows: 1, columns: 1 };
      book.model.setInputs(entry?.sheet.id ?? "", at, [[Number(first[i]) + 1]]);
    });
    const kinds = await book.column("eh_1_YearLines", "Kind");
    const year = await book.column("eh_1_YearLines", "Year");
    const keys: Readonly<Record<string, Aggregation>> = {
      ...{ Sum: "sum", Mean: "mean", Last: "last", Ratio: "ratio", Highest: "max", Lowest: "min" },
    };
    expect(new Set(kinds).size).toBeGreaterThan(1);
    inputs.forEach((_, i) => {
      const kind = keys[String(kinds[i])] ?? "sum";
      const expected = aggregate(kind, [{ value: Number(first[i]) }, { value: Number(first[i]) + 1 }]);
      if (expected.ok) expect(year[i]).toBeCloseTo(expected.value.value, 9);
      else expect(year[i]).toBe("");
    });
    const table = book.model.table("eh_1_YearLines");
    const column = table?.table.columns.findIndex(({ name }) => name === "Typed instead") ?? 0;
    const at = { row: (table?.table.rect.row ?? 0) + 1, column, rows: 1, columns: 1 };
    book.model.setInputs(table?.sheet.id ?? "", at, [[7]]);
    expect((await book.column("eh_1_YearLines", "Year"))[0]).toBe(7);

    const rows = (await book.column("eh_1_YearLines", "Line")).length;
    valueOf(await commands.startNextPeriod({ ...NEXT, from: "2026-10-01" }));
    expect((await book.column("eh_1_YearLines", "Line")).length).toBe(rows);
  });

  it("is closed again under the first, and the year has two periods", async () => {
    const first = await (await filled()).column("eh_1_Results", "Total");
    const count = first.length;
    const book = await closed();
    const again = valueOf(await commands.startNextPeriod({ ...NEXT, from: "2027-01-01", to: "2027-06-30" }));
    expect(again.people).toBe(count);
    const totals = await book.column("eh_1_PastResults", "Total");
    expect(totals.slice(0, count)).toEqual(first);
    expect(totals.slice(count).every((total) => total === "" || total === null)).toBe(true);
    expect(await book.column("eh_1_PastPeriods", "Period from")).toEqual([46_023, 46_204]);
    expect((await book.column("eh_1_Annual", "Missing")).every((text) => text === "2")).toBe(true);
    const history = book.model.table("eh_1_PastResults");
    const added = book.model.data.sheets.find(({ name }) => name === history?.sheet.name);
    expect(added?.name).toBe("Past results");
  });

  it("can be taken back: the workbook is as before", async () => {
    const book = await filled();
    const before = await book.digest();
    const done = await commands.startNextPeriod({ ...NEXT, targets: { kind: "empty" } });
    if (!done.ok || !done.undo) throw new Error("it cannot be taken back");
    valueOf(await commands.takeBack(done.undo));
    expect(await book.digest()).toEqual(before);
  });

  it("makes targets harder in their own direction, and leaves points and ranges alone", async () => {
    const book = await filled();
    const was = numbers(await book.column("eh_1_Plan", "Target"));
    const kinds = await book.column("eh_1_Plan", "Kind");
    const table = book.model.table("eh_1_Plan");
    const units = await book.column("eh_1_Plan", "Unit");
    const stretches = numbers(await book.column("eh_1_Plan", "Stretch"));
    const directed = table?.table.columns.some(({ name }) => name === "Direction") ?? false;
    const directions = directed ? await book.column("eh_1_Plan", "Direction") : [];
    valueOf(await commands.startNextPeriod({ ...NEXT, targets: { kind: "raise", percent: 10 } }));
    const now = numbers(await book.column("eh_1_Plan", "Target"));
    expect(kinds).toContain("Curve");
    was.forEach((target, i) => {
      if (Number.isNaN(target)) return;
      const share = kinds[i] === "Curve" ? (directions[i] === "Lower is better" ? 0.9 : 1.1) : 1;
      // 120 % of a quota can be reached, 104 % of all records cannot.
      const most = units[i] === "%" && !((stretches[i] ?? 0) > 100) ? 100 : Number.POSITIVE_INFINITY;
      expect(now[i]).toBeCloseTo(Math.min(most, target * share), target >= 100 ? -0.4 : 1);
    });
    expect(now).not.toEqual(was);
  });

  it("leaves a formula of the person's own in place", async () => {
    const book = await filled();
    const entry = book.model.table("eh_1_Entry");
    const rect = entry?.table.rect ?? { row: 0, column: 0, rows: 0, columns: 0 };
    const cell = { row: rect.row + 1, column: rect.column + 3, rows: 1, columns: 1 };
    book.type("Mine!A1", [[7]]);
    book.model.setInputs(entry?.sheet.id ?? "", cell, [["=Mine!A1"]]);
    valueOf(await commands.startNextPeriod(NEXT));
    await book.model.recalc();
    expect(book.model.valueAt(entry?.sheet.id ?? "", cell.row, cell.column)).toBe(7);
  });

  it("closes both plans of a scorecard", async () => {
    const book = await filled();
    const people = [{ name: "Dee" }, { name: "Eli" }];
    valueOf(await commands.addPlan({ templateId: "sales-exec", people, jobGroup: "Service" }));
    const second = book.model.table("eh_1_Entry2");
    const at = second?.table.rect ?? { row: 0, column: 0, rows: 0, columns: 0 };
    book.model.setInputs(second?.sheet.id ?? "", { row: at.row + 1, column: at.column + 3, rows: 1, columns: 1 }, [
      [77],
    ]);
    const all = await book.column("eh_1_People", "Name");
    valueOf(await commands.startNextPeriod(NEXT));
    expect(await book.column("eh_1_PastResults", "Name")).toEqual(all);
    const names = await book.column("eh_1_PastLines", "Name");
    const actuals = await book.column("eh_1_PastLines", "Actual");
    expect(actuals.filter((_, i) => names[i] === "Dee")).toContain(77);
    expect(await book.column("eh_1_Entry2", second?.table.columns[3]?.name ?? "")).toEqual([null, null]);
    expect(await book.column("eh_1_Annual", "Name")).toEqual(all);
  });

  it("works on protected sheets, whose input cells are open", async () => {
    const book = await filled();
    for (const sheet of book.model.data.sheets) book.model.protect(sheet.id, {});
    valueOf(await commands.startNextPeriod(NEXT));
    expect(valueOf(await commands.overview())).toMatchObject({ stage: "plan", filled: 0 });
  });

  it("leaves the workbook as it was when Excel refuses in the middle of it", async () => {
    const book = await filled();
    const before = await book.digest();
    const { switches } = booted.host;
    switches.failAt({ atAction: Number.MAX_SAFE_INTEGER, code: "", message: "" });
    const done = await commands.startNextPeriod(NEXT);
    const count = switches.actionsSeen;
    switches.failAt(null);
    if (!done.ok || !done.undo) throw new Error("it cannot be taken back");
    valueOf(await commands.takeBack(done.undo));
    expect(count).toBeGreaterThan(200);
    // The last tenth is the emptying; the rest is the writing of the new sheets.
    const places = [0.5, 0.93, 0.96, 0.99].map((share) => Math.floor(count * share));
    for (const atAction of places) {
      switches.failAt({ atAction, code: "GeneralException", message: "told to" });
      expect(await commands.startNextPeriod(NEXT)).toMatchObject({ ok: false });
      switches.failAt(null);
      expect(await book.digest()).toEqual(before);
    }
  });

  it.each([
    [{ from: "2026-06-30" }, "dates"],
    [{ from: "2026-09-01", to: "2026-08-01" }, "dates"],
    [{ from: "none" }, "dates"],
    [{ targets: { kind: "raise", percent: 101 } }, "percent"],
    [{ targets: { kind: "raise", percent: Number.NaN } }, "percent"],
  ] as const)("is refused with %j, and nothing changes", async (wrong, key) => {
    const book = await filled();
    const before = await book.digest();
    expect(await commands.startNextPeriod({ ...NEXT, ...wrong })).toMatchObject({
      ok: false,
      problem: { what: { key: `commands.nextPeriod.${key}` } },
    });
    expect(await book.digest()).toEqual(before);
  });

  it("works in Chinese with dense ranks, marks and gates, without an error in any cell", async () => {
    for (const template of ["sales-exec", "student-exam", "supplier"]) {
      const book = await closed("zh-CN", template);
      await book.model.recalc();
      const errors = book.model.data.sheets.flatMap((sheet) =>
        [...sheet.cells.values()].flatMap(({ value, formula }) =>
          typeof value === "object" && value !== null ? [`${sheet.name} ${formula ?? ""} ${value.error}`] : [],
        ),
      );
      expect(errors).toEqual([]);
      expect(book.sheetNames()).toEqual(expect.arrayContaining(["年度汇总", "历史结果", "历史指标"]));
    }
  });

  it("writes formulas that keep the rules for formulas", async () => {
    for (const language of ["en", "zh-CN"] as const) {
      const book = await closed(language);
      const formulas = ["eh_1_Annual", "eh_1_YearLines", "eh_1_Trend"].flatMap((name) =>
        [...(book.model.table(name)?.sheet.cells.values() ?? [])].flatMap(({ formula }) => formula ?? []),
      );
      expect(formulas.length).toBeGreaterThan(50);
      const faults = [...new Set(formulas)].flatMap((formula) =>
        lintFormula(formula, "cell").map((fault) => `${fault}: ${formula}`),
      );
      expect(faults).toEqual([]);
    }
  });
});
