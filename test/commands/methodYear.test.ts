/** The Year sheet and the trend of method workbooks, through Excel's client; every number is computed by hand here as well. */
import { createCommands } from "../../src/commands";
import type { Commands } from "../../src/commands/types";
import { lintFormula } from "../../src/core/formulas/lint";
import { METHOD_WORKBOOKS } from "../../src/core/methods/registry";
import { metadataXml, parseMetadata } from "../../src/core/schema/metadata";
import { yearKey, type YearPlan } from "../../src/core/nextPeriod/yearPlan";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
});
afterAll(() => booted.close());

const CARRY = { targets: { kind: "carry" } } as const;
const FIRST = { periodFrom: "2026-01-01", periodTo: "2026-03-31" } as const;
/** 90, 91 and 184 days. */
const [SECOND, THIRD] = [
  { from: "2026-04-01", to: "2026-06-30", ...CARRY },
  { from: "2026-07-01", to: "2026-12-31", ...CARRY },
];
const DAYS = [90, 91, 184] as const;

async function made(templateId: string): Promise<TestBook> {
  return booted.prepared(templateId, async () => {
    const book = booted.open("Mine");
    valueOf(
      await commands.newScorecard({
        ...{ templateId, people: [], language: "en", jobGroup: "All", withSample: true, ...FIRST },
      }),
    );
    return book;
  });
}
async function closedOnce(templateId: string): Promise<TestBook> {
  return booted.prepared(`${templateId} closed`, async () => {
    const book = await made(templateId);
    valueOf(await commands.startNextPeriod(SECOND));
    return book;
  });
}
/** Cells that show an error. */
const errorsIn = (book: TestBook): string[] =>
  book.model.data.sheets.flatMap(({ name, cells }) =>
    [...cells.values()].flatMap(({ value, formula }) =>
      typeof value === "object" && value !== null ? [`${name} ${formula ?? ""}`] : [],
    ),
  );
const formulasIn = (book: TestBook, ...sheets: readonly string[]): readonly string[] =>
  book.model.data.sheets
    .filter(({ name }) => sheets.includes(name))
    .flatMap(({ cells }) => [...cells.values()].flatMap(({ formula }) => formula ?? []));

type Values = readonly unknown[];
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
/** Mean of the numbers that are there, each by its days; "" without one. Computed apart from the sheet's formula. */
function meanByDays(parts: readonly (readonly [value: unknown, days: number])[]): number | "" {
  const there = parts.filter(([value]) => typeof value === "number");
  const days = there.reduce((sum, [, each]) => sum + each, 0);
  return days === 0 ? "" : there.reduce((sum, [value, each]) => sum + Number(value) * each, 0) / days;
}
const close = (found: unknown, wanted: unknown): void => {
  if (typeof wanted === "number") expect(found).toBeCloseTo(wanted, 6);
  else expect(found).toBe(wanted);
};
/** Place of each number, 1 = highest: equals share it, and the places behind them are left out. */
const places = (scores: Values): Values =>
  scores.map((score) =>
    typeof score === "number" ? 1 + scores.filter((other) => typeof other === "number" && other > score).length : "",
  );

const YEARLY = METHOD_WORKBOOKS.flatMap(({ id, year }) => (year === undefined ? [] : [[id, year] as const]));

test("which methods have a year", () => {
  expect(YEARLY.map(([id]) => id).sort()).toEqual([
    ...["bars", "calibration-board", "cascade", "check-ins", "checklist", "combined", "incidents", "manager-360"],
    ...["mbo-individual", "merit-matrix", "narrative", "okr", "ranking", "rating-scale", "second-reviewer"],
    ...["site-audit", "strategy-map", "workload"],
  ]);
});

/** Headers by column key of a table, as the workbook stores them. */
function headersOf(book: TestBook, key: string): Readonly<Record<string, string>> {
  for (const { xml } of book.model.data.customXml) {
    const parsed = parseMetadata(xml);
    if (parsed.ok) return parsed.metadata.instances[0]?.tables[key]?.columns ?? {};
  }
  throw new Error("nothing is stored");
}

/** As a version wrote it that did not know these tables. */
function forget(book: TestBook, keys: readonly string[]): void {
  for (const part of book.model.data.customXml) {
    const parsed = parseMetadata(part.xml);
    if (!parsed.ok) continue;
    const instances = parsed.metadata.instances.map((instance) => ({
      ...instance,
      tables: Object.fromEntries(Object.entries(instance.tables).filter(([key]) => !keys.includes(key))),
    }));
    part.xml = metadataXml({ ...parsed.metadata, instances });
  }
}

/** What the page for one person shows of the period that was closed, by its column; for some people of the list. */
async function pageShowsClosed(book: TestBook, plan: YearPlan): Promise<void> {
  const of = async (key: string, column: string): Promise<Values> =>
    book.column(`eh_1_${key}`, headersOf(book, key)[column] ?? column);
  const kept = { total: plan.page ?? plan.result, band: plan.band, rank: plan.rank };
  const picked = book.model.data.names.find(({ name }) => name === "eh_1_PagePerson")?.formula ?? "";
  const ids = await of(`Past${plan.table}`, "id");
  for (const id of [ids[0], ...ids.slice(-2)]) {
    book.type(picked.replace(/[=$]/g, ""), [[textOf(id)]]);
    const row = ids.indexOf(id);
    expect((await of("Trend", "from")).slice(0, 2)).toEqual([46_023, ""]);
    for (const [column, past] of Object.entries(kept)) {
      expect([column, headersOf(book, "Trend")[column] !== undefined]).toEqual([column, past !== undefined]);
      if (past === undefined) continue;
      const value = (await of(`Past${plan.table}`, past))[row] ?? "";
      expect((await of("Trend", column)).slice(0, 2)).toEqual([value, ""]);
    }
  }
}
/** Of people, without such a page. */
const WITHOUT_PAGE = ["check-ins", "manager-360"];

test.each(YEARLY)("%s: the closed period, the open one and the year are what the sheets held", async (id, plan) => {
  const book = await made(id);
  const read = (key: string, column: string): Promise<Values> =>
    book.column(`eh_1_${key}`, headersOf(book, key)[column] ?? column);
  const isPeople = plan.of === "people";
  const [idKey, words] = plan.of === "people" ? ["id", ""] : [plan.of.id ?? "", plan.of.words];
  const keysOf = async (table: string): Promise<readonly string[]> => {
    const [ids, names] = [idKey === "" ? [] : await read(table, idKey), words === "" ? [] : await read(table, words)];
    return Array.from({ length: Math.max(ids.length, names.length) }, (_, i) =>
      `${textOf(ids[i])}/${textOf(names[i])}`.trim(),
    );
  };
  const meansBy = async (): Promise<ReadonlyMap<string, unknown>> => {
    const [keys, results] = [await keysOf(plan.table), await read(plan.table, plan.result)];
    return new Map(
      keys.map((key) => {
        const own = results.filter((result, i) => keys[i] === key && typeof result === "number").map(Number);
        return [key, own.length === 0 ? "" : own.reduce((sum, each) => sum + each, 0) / own.length];
      }),
    );
  };
  const before = await meansBy();
  valueOf(await commands.startNextPeriod(SECOND));
  const table = yearKey(plan);
  const [ids, names] = [await read(table, "id"), await read(table, "name")];
  const after = await meansBy();
  const [first, open] = [await read(table, "p1"), await read(table, "open")];
  const scores = plan.how === "shown" ? [] : await read(table, "score");
  const keys = ids.map((each, i) => `${textOf(each)}/${isPeople ? "" : textOf(names[i])}`);
  expect(keys.length).toBeGreaterThan(1);
  expect(first.some((value) => typeof value === "number")).toBe(true);
  keys.forEach((key, i) => {
    close(first[i], before.get(key) ?? "");
    // A visit that goes on is of the period of its day.
    if (id !== "site-audit") close(open[i], after.get(key) ?? "");
    if (plan.how === "mean")
      close(
        scores[i],
        meanByDays([
          [first[i], DAYS[0]],
          [open[i], DAYS[1]],
        ]),
      );
    if (plan.how === "sum") close(scores[i], Number(first[i]) + (open[i] === "" ? 0 : Number(open[i])));
  });
  expect(await read(table, "missing")).toEqual(first.map((value) => (value === "" ? "1" : "")));
  if (plan.rank !== undefined && plan.how === "mean") expect(await read(table, "rank")).toEqual(places(scores));
  const hasTrend = isPeople && !WITHOUT_PAGE.includes(id);
  expect(Object.keys(headersOf(book, "Trend")).length > 0).toBe(hasTrend);
  if (hasTrend) await pageShowsClosed(book, plan);
  expect(errorsIn(book)).toEqual([]);
  const written = formulasIn(book, ...book.sheetNames());
  expect(written.length).toBeGreaterThan(20);
  expect([...new Set(written)].flatMap((formula) => lintFormula(formula, "cell"))).toEqual([]);
});

/** Types into a column of a table, from its first body row. */
function typeDown(book: TestBook, table: string, header: string, values: readonly (number | string)[]): void {
  const found = book.model.table(table);
  const column = found?.table.columns.findIndex(({ name }) => name === header) ?? -1;
  if (!found || column < 0) throw new Error(`${table} has no ${header}`);
  const { rect } = found.table;
  const at = { row: rect.row + 1, column: rect.column + column, rows: values.length, columns: 1 };
  book.model.setInputs(
    found.sheet.id,
    at,
    values.map((value) => [value]),
  );
}
const score = (book: TestBook, values: readonly (number | string)[]): void => {
  typeDown(book, "eh_1_Reviews2", "First score", values);
  typeDown(book, "eh_1_Reviews2", "Second score", values);
};
const OF_SECOND = [70, 70, 81, 92, "", 66, 74, 88];
const OF_THIRD = [72, 64, "", 95];
/** Two periods closed and a third one open, in which four of eight people are looked at. */
async function thirdPeriod(): Promise<TestBook> {
  return booted.prepared("third", async () => {
    const book = await closedOnce("second-reviewer");
    score(book, OF_SECOND);
    valueOf(await commands.startNextPeriod(THIRD));
    score(book, OF_THIRD);
    return book;
  });
}
const year = (book: TestBook, header: string): Promise<Values> => book.column("eh_1_Annual", header);

describe("two reviewers over a year of three periods", () => {
  test("the year is the mean by days, a period without a score is named, ties share a place, the band is that of Settings", async () => {
    const book = await thirdPeriod();
    const [first, second, open, scores] = await Promise.all(
      ["Period 1", "Period 2", "Open period", "Year result"].map((header) => year(book, header)),
    );
    expect(second).toEqual(OF_SECOND);
    expect(open).toEqual([...OF_THIRD, "", "", "", ""]);
    const wanted = OF_SECOND.map((_, i) =>
      meanByDays([
        [first?.[i], DAYS[0]],
        [second?.[i], DAYS[1]],
        [open?.[i], DAYS[2]],
      ]),
    );
    wanted.forEach((each, i) => {
      close(scores?.[i], each);
    });
    expect(await year(book, "Missing")).toEqual(OF_SECOND.map((value) => (value === "" ? "2" : "")));
    expect(await year(book, "Rank")).toEqual(places(scores ?? []));
    const bands = await Promise.all(["From", "Band"].map((header) => book.column("eh_1_Bands", header)));
    const bandOf = (value: unknown): unknown =>
      bands[1]?.[(bands[0]?.filter((from) => Number(from) <= Number(value)).length ?? 0) - 1];
    expect(await year(book, "Band")).toEqual((scores ?? []).map(bandOf));
    expect(await book.column("eh_1_PastPeriods", "Results")).toEqual([first?.length, 7]);
    const means = await book.column("eh_1_PastPeriods", "Mean result");
    close(means[1], (70 + 70 + 81 + 92 + 66 + 74 + 88) / 7);
    expect(errorsIn(book)).toEqual([]);
  });

  test("Results shows the change against the period closed last, the page the earlier ones of whoever is picked", async () => {
    const book = await thirdPeriod();
    const changes = await book.column("eh_1_Reviews2", "Change since last period");
    expect(changes).toEqual([2, -6, "", 3, "", "", "", ""]);
    const first = await year(book, "Period 1");
    const page = async (header: string): Promise<Values> => (await book.column("eh_1_Trend", header)).slice(0, 3);
    expect(await page("Final")).toEqual([first[0], 70, ""]);
    expect(await page("Period from")).toEqual([46_023, 46_113, ""]);
    const past = await Promise.all(["Band", "Rank"].map((header) => book.column("eh_1_PastReviews2", header)));
    expect(await page("Band")).toEqual([past[0]?.[0], past[0]?.[8], ""]);
    expect(await page("Rank")).toEqual([past[1]?.[0], past[1]?.[8], ""]);
    book.type("'Person page'!C4", [["P005"]]);
    expect(await page("Final")).toEqual([first[4], "", ""]);
    book.type("'Person page'!C4", [["*"]]);
    expect(await page("Final")).toEqual(["", "", ""]);
    const charts = book.model.data.sheets.flatMap((sheet) => sheet.charts.map((chart) => [sheet.name, chart.title]));
    expect(charts).toEqual(
      expect.arrayContaining([
        ["Person page", "Result by period"],
        ["Year", "Mean result by period"],
      ]),
    );
  });

  test("somebody who comes later has a row, and their earlier periods are named as missing; equals share a place", async () => {
    const book = await thirdPeriod();
    const somebody = { name: "Later", jobGroup: "All", department: "", manager: "", post: "" };
    valueOf(await commands.addPeople({ people: [somebody], plan: null, waiting: false }));
    score(book, [...OF_THIRD, "", "", "", "", 72]);
    expect((await year(book, "Name")).at(-1)).toBe("Later");
    expect((await year(book, "Missing")).at(-1)).toBe("1 2");
    expect((await year(book, "Year result")).at(-1)).toBe(72);
    expect(await year(book, "Rank")).toEqual(places(await year(book, "Year result")));
    expect(errorsIn(book)).toEqual([]);
  });

  test("whoever is typed into the list by hand has a row with the next closing; who was entered by mistake has none any more", async () => {
    const book = await thirdPeriod();
    const somebody = { name: "Mistaken", jobGroup: "All", department: "", manager: "", post: "" };
    valueOf(await commands.addPeople({ people: [somebody], plan: null, waiting: false }));
    expect(await year(book, "Name")).toContain("Mistaken");
    valueOf(await commands.removePeople({ kind: "mistake", ids: ["P009"] }));
    expect(await year(book, "Name")).not.toContain("Mistaken");
    const people = book.model.table("eh_1_People");
    const below = (people?.table.rect.row ?? 0) + (people?.table.rect.rows ?? 0);
    book.type(`People!A${String(below + 1)}`, [["P009", "By hand"]]);
    book.model.resizeTable("eh_1_People", {
      ...(people?.table.rect ?? { row: 0, column: 0, rows: 1, columns: 1 }),
      rows: (people?.table.rect.rows ?? 0) + 1,
    });
    valueOf(await commands.startNextPeriod({ from: "2027-01-01", to: "2027-03-31", ...CARRY }));
    expect((await year(book, "Name")).at(-1)).toBe("By hand");
    expect((await year(book, "Missing")).at(-1)).toBe("1 2 3");
    expect(errorsIn(book)).toEqual([]);
  });

  test("protected sheets take the rows too, and another year is seen by its days", async () => {
    const book = await closedOnce("second-reviewer");
    score(book, OF_SECOND);
    for (const { id } of book.model.data.sheets) book.model.protect(id, {});
    valueOf(await commands.startNextPeriod(THIRD));
    expect(await year(book, "Period 2")).toEqual(OF_SECOND);
    expect(book.model.data.sheets.every(({ protection }) => protection !== null)).toBe(true);
    for (const { id } of book.model.data.sheets) book.model.unprotect(id);
    book.type("Year!C4", [[46_113], [46_203]]);
    expect(await year(book, "Period 1")).toEqual(OF_SECOND);
    expect(new Set(await year(book, "Open period"))).toEqual(new Set([""]));
    // No period is open in that year, and each of its days is covered.
    expect((await book.values("Year!C6"))[0]?.[0]).toBe("91 / 91");
  });

  test("a closing is taken back with its rows, its charts and its formulas", async () => {
    const book = await closedOnce("second-reviewer");
    score(book, OF_SECOND);
    const before = await book.digest("selection");
    const started = await commands.startNextPeriod(THIRD);
    if (!started.ok || started.undo === undefined) throw new Error("nothing to take back");
    valueOf(await commands.takeBack(started.undo));
    expect(await book.digest("selection")).toEqual(before);
    const fresh = await made("rating-scale");
    const whole = await fresh.digest("selection");
    const first = await commands.startNextPeriod(SECOND);
    if (!first.ok || first.undo === undefined) throw new Error("nothing to take back");
    valueOf(await commands.takeBack(first.undo));
    expect(await fresh.digest("selection")).toEqual(whole);
  });

  test("in Chinese and back: the same numbers, heads of the language, nothing of ours left behind", async () => {
    const book = await thirdPeriod();
    const [scores, ranks] = [await year(book, "Year result"), await year(book, "Rank")];
    valueOf(await commands.changeLanguage({ to: "zh-CN", scope: "workbook" }));
    expect(await year(book, "年度结果")).toEqual(scores);
    expect(await year(book, "排名")).toEqual(ranks);
    expect(book.sheetNames()).toContain("年度汇总");
    const shown = formulasIn(book, "年度汇总").length;
    expect(shown).toBeGreaterThan(100);
    expect((await book.values("年度汇总!Q10"))[0]?.[0]).toBe("截至目前");
    expect(await book.column("eh_1_Reviews2", "较上期变化")).toEqual([2, -6, "", 3, "", "", "", ""]);
    valueOf(await commands.changeLanguage({ to: "en", scope: "workbook" }));
    expect(await year(book, "Year result")).toEqual(scores);
    expect((await book.values("Year!Q10"))[0]?.[0]).toBe("so far");
    expect(errorsIn(book)).toEqual([]);
  });

  test("a workbook of an earlier version gets its Year sheet with what it has closed before", async () => {
    const book = await closedOnce("second-reviewer");
    const past = await book.column("eh_1_PastReviews2", "Final");
    const id = book.model.sheet("Year")?.id ?? "";
    book.model.deleteSheet(id);
    for (const name of book.model.data.names.filter((each) => /Year(From|To)$/.test(each.name)))
      book.model.deleteName(name);
    forget(book, ["Annual", "PastPeriods"]);
    score(book, OF_SECOND);
    valueOf(await commands.startNextPeriod(THIRD));
    expect(await year(book, "Period 1")).toEqual(past);
    expect(await year(book, "Period 2")).toEqual(OF_SECOND);
    expect(await book.column("eh_1_PastPeriods", "Results")).toEqual([past.length, 7]);
    expect(errorsIn(book)).toEqual([]);
  });
});

test("a goal that another one has followed under its id has a row of its own", async () => {
  const book = await closedOnce("okr");
  const goals = await book.column("eh_1_Objectives", "Objective");
  typeDown(book, "eh_1_Objectives", "Objective", ["Quite another objective"]);
  valueOf(await commands.startNextPeriod(THIRD));
  const [names, first] = await Promise.all(
    ["Objective", "Period 1"].map((header) => book.column("eh_1_AnnualItems", header)),
  );
  const named = goals.filter((goal) => goal !== "" && goal !== null);
  expect(names).toEqual([...named, "Quite another objective"]);
  expect(typeof first?.[0]).toBe("number");
  expect(first?.at(-1)).toBe("");
});
