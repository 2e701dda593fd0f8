/** Method workbooks made again with more items: what was typed stands at its place, and empty items change no total. */
import { buildMethodWorkbook } from "../../../src/core/blueprint/methodWorkbook";
import type { SheetLanguage } from "../../../src/core/blueprint/context";
import type { Blueprint, Literal } from "../../../src/core/blueprint/types";
import { itemCountsOf, type Counts } from "../../../src/core/methods/counts";
import { tablesOf } from "../../../src/core/nextPeriod/closedResults";
import { allPeopleTables } from "../../../src/core/people/peopleTables";
import { namedValue } from "../../../src/core/recognise/layout";
import type { CellValue, Snapshot } from "../../../src/core/recognise/snapshot";
import { itemsIn, itemsNow, moreCounts, type ItemsNow } from "../../../src/core/remake/moreItems";
import { madeAgain, type MadeAgainResult } from "../../../src/core/remake/madeAgain";
import { blueprintSnapshot, withCell } from "../../support/blueprintSnapshot";
import { metadataOf } from "../../support/generated";
import { ITEM_CASES, method } from "../../support/itemCases";
import { calculatedBlueprint, differences, flagged, methodBlueprint, readBook } from "../../support/methodWorkbooks";
import { sheetText } from "../../support/sheetText";

jest.setTimeout(120_000);

/** The table of a key as a blueprint has it. */
function tableIn(blueprint: Blueprint, key: string) {
  const stored = metadataOf(blueprint).instances.at(-1)?.tables[key];
  const table = blueprint.sheets.flatMap(({ tables }) => tables).find(({ name }) => name === stored?.name);
  if (stored === undefined || table === undefined) throw new Error(key);
  const column = (one: string): readonly Literal[] => {
    const content = table.columns.find(({ header }) => header === stored.columns[one])?.content;
    return content?.kind === "input" ? content.values : [];
  };
  return { table, stored, column };
}

/** A workbook that stands, with its sample, into which more is typed. */
class Standing {
  private constructor(
    readonly id: string,
    readonly blueprint: Blueprint,
    readonly snapshot: Snapshot,
    readonly language: SheetLanguage,
  ) {}
  static of(id: string, language: SheetLanguage = "en", counts: Counts = {}): Standing {
    const blueprint = methodBlueprint(method(id), { language, counts });
    return new Standing(id, blueprint, blueprintSnapshot(blueprint, ""), language);
  }
  private place(key: string, column: string) {
    const { stored } = tableIn(this.blueprint, key);
    for (const sheet of this.snapshot.sheets) {
      const found = sheet.tables.find(({ name }) => name === stored.name);
      if (found === undefined) continue;
      const at = found.columns.indexOf(stored.columns[column] ?? column);
      return { sheet: sheet.name, row: found.rect.row + 1, column: found.rect.column + at };
    }
    throw new Error(key);
  }
  has(key: string): boolean {
    return metadataOf(this.blueprint).instances.at(-1)?.tables[key] !== undefined;
  }
  having(snapshot: Snapshot): Standing {
    return new Standing(this.id, this.blueprint, snapshot, this.language);
  }
  set(key: string, row: number, column: string, value: CellValue): Standing {
    const at = this.place(key, column);
    return this.having(withCell(this.snapshot, at.sheet, at.row + row, at.column, value));
  }
  /** Rows typed under a table. */
  under(key: string, ...rows: readonly Readonly<Record<string, CellValue>>[]): Standing {
    const { stored } = tableIn(this.blueprint, key);
    const sheets = this.snapshot.sheets.map((sheet) => {
      const table = sheet.tables.find(({ name }) => name === stored.name);
      if (table === undefined) return sheet;
      const end = table.rect.row + table.rect.rows;
      const values = [...sheet.values];
      rows.forEach((row, i) => {
        const line = [...(values[end + i] ?? sheet.values[0]?.map(() => "") ?? [])];
        for (const [column, value] of Object.entries(row))
          line[table.rect.column + table.columns.indexOf(stored.columns[column] ?? "")] = value;
        values[end + i] = line;
      });
      const grown = { ...table, rect: { ...table.rect, rows: table.rect.rows + rows.length } };
      return {
        ...sheet,
        used: sheet.used === null ? null : { ...sheet.used, rows: values.length },
        values,
        tables: sheet.tables.map((each) => (each === table ? grown : each)),
      };
    });
    return this.having({ ...this.snapshot, sheets });
  }
  /** The body row of a table deleted. */
  without(key: string, row: number): Standing {
    const { stored } = tableIn(this.blueprint, key);
    const sheets = this.snapshot.sheets.map((sheet) => {
      const table = sheet.tables.find(({ name }) => name === stored.name);
      if (table === undefined) return sheet;
      const values = sheet.values.filter((_, i) => i !== table.rect.row + 1 + row);
      const cut = { ...table, rect: { ...table.rect, rows: table.rect.rows - 1 } };
      return { ...sheet, values, tables: sheet.tables.map((each) => (each === table ? cut : each)) };
    });
    return this.having({ ...this.snapshot, sheets });
  }
  /** A header typed over. */
  renamed(key: string, column: string, header: string): Standing {
    const { stored } = tableIn(this.blueprint, key);
    const was = stored.columns[column];
    const sheets = this.snapshot.sheets.map((sheet) => ({
      ...sheet,
      tables: sheet.tables.map((table) =>
        table.name === stored.name
          ? { ...table, columns: table.columns.map((name) => (name === was ? header : name)) }
          : table,
      ),
    }));
    return this.having({ ...this.snapshot, sheets });
  }
  setting(name: string, value: CellValue): Standing {
    const place = this.blueprint.names.find((one) => one.name === `eh_1_${name}`)?.refersTo ?? "";
    const [, sheet = "", row = ""] = /^=(.+)!\$B\$(\d+)$/.exec(place) ?? [];
    return this.having(withCell(this.snapshot, sheet, Number(row) - 1, 1, value));
  }
  /** Columns into which people type, by key of table and column. */
  typedColumns(): readonly (readonly [table: string, column: string])[] {
    return Object.keys(this.stored.tables).flatMap((key) => {
      const { table, stored } = tableIn(this.blueprint, key);
      return Object.entries(stored.columns).flatMap(([one, header]) => {
        const found = table.columns.find((column) => column.header === header);
        return found?.style?.locked === false ? [[key, one] as const] : [];
      });
    });
  }
  /** What stands in a column now. */
  column(key: string, one: string): readonly Literal[] {
    const table = tablesOf(this.snapshot, this.stored).get(key);
    return (table?.rows ?? []).map((row) => {
      const value = table?.value(row, one) ?? "";
      return typeof value === "object" ? "" : value;
    });
  }
  private get stored() {
    const [stored] = metadataOf(this.blueprint).instances;
    if (stored === undefined) throw new Error(this.id);
    return stored;
  }
  items() {
    const items = itemsIn(this.id, tablesOf(this.snapshot, this.stored));
    if (items === null) throw new Error("moved");
    return items;
  }
  now(): readonly ItemsNow[] {
    return itemsNow(this.items());
  }
  again(added: Counts): MadeAgainResult {
    const definition = method(this.id);
    const { stored, snapshot } = this;
    const tables = tablesOf(snapshot, stored);
    const items = this.items();
    const wanted = moreCounts(items, added);
    if (!wanted.ok) throw new Error(wanted.fault.kind);
    const list = tables.get("People");
    const built = buildMethodWorkbook(definition, {
      people: (list?.rows ?? []).map((row) => ({ name: "x", keptId: list?.text(row, "id") ?? "" })),
      language: this.language,
      text: sheetText(this.language),
      jobGroup: "x",
      from: 1,
      to: 2,
      withSample: false,
      takenSheets: [],
      metadata: null,
      counts: wanted.counts,
      again: { links: definition.links?.({ tables, instance: stored, instances: [stored] }) ?? [] },
    });
    if (!built.ok) throw new Error(built.problem.what.key);
    return madeAgain({
      blueprint: built.blueprint,
      made: metadataOf(built.blueprint).instances[0] ?? stored,
      old: { instance: 1, stored, tables, named: (name) => namedValue(snapshot, name) },
      items,
      added,
      people: allPeopleTables(stored, definition.people ?? { tables: [] }),
    });
  }
  made(added: Counts) {
    const again = this.again(added);
    if (!again.ok) throw new Error(again.sheet);
    return { ...again, column: (key: string, column: string) => tableIn(again.blueprint, key).column(column) };
  }
}

const added = (id: string): Counts =>
  Object.fromEntries(itemCountsOf(id).map(({ key, usual }) => [key, (ITEM_CASES[id]?.more[key] ?? usual) - usual]));
const filledIn = (values: readonly Literal[]): readonly Literal[] =>
  values.filter((value) => value !== "" && value !== null);

describe.each(Object.entries(ITEM_CASES))("%s", (id, { more, fill, then }) => {
  const [first] = itemCountsOf(id);
  const own = first?.table ?? "";
  const word = id === "narrative" ? "prompt" : id === "ranking" ? "name" : "item";

  test("everything typed stands in the new sheets, in both languages", () => {
    for (const language of ["en", "zh-CN"] as const) {
      const filled = Standing.of(id, language)
        .set("People", 0, "name", "=Person A")
        .set("People", 0, "to", 46_000)
        .set(own, 0, word, "001")
        .set("Words", 3, "word", "Own word")
        .setting("To", 46_203)
        .setting("Stage", "Own stage");
      const old = filled.has("Bands") ? filled.set("Bands", 1, "band", "Own band") : filled;
      const { blueprint, column } = old.made(added(id));
      const typed = old.typedColumns();
      expect(typed.length).toBeGreaterThan(10);
      for (const [key, one] of typed) {
        const was = filledIn(old.column(key, one));
        // New rows stand between the others: all that is typed keeps its order. Where they begin with a word it follows.
        expect([key, one, filledIn(column(key, one)).slice(0, was.length)]).toEqual([key, one, was]);
      }
      expect([column("People", "name")[0], column("People", "to")[0], column(own, word)[0]]).toEqual([
        "=Person A",
        46_000,
        "001",
      ]);
      expect(column("Words", "word")[3]).toBe("Own word");
      if (filled.has("Bands")) expect(column("Bands", "band")[1]).toBe("Own band");
      const settings = blueprintSnapshot(blueprint, "");
      expect(["To", "Stage"].map((name) => namedValue(settings, `eh_1_${name}`))).toEqual([46_203, "Own stage"]);
    }
  });

  test("empty items change no total; once they are filled they count", async () => {
    const old = Standing.of(id);
    const before = await calculatedBlueprint(old.blueprint);
    const { blueprint } = old.made(added(id));
    const book = await calculatedBlueprint(blueprint);
    const same = (): readonly string[] => differences(book, method(id).reading(readBook(book))).faults;
    expect(Object.fromEntries(itemCountsOf(id).map(({ key, table }) => [key, book.rows(table)]))).toMatchObject(more);
    expect([book.errors(), flagged(book), same()]).toEqual([[], [], []]);
    const { table = own } = method(id).ranked ?? {};
    const columns = Object.keys(metadataOf(blueprint).instances[0]?.tables[table]?.columns ?? {}).filter(
      (key) => key in (metadataOf(old.blueprint).instances[0]?.tables[table]?.columns ?? {}),
    );
    const results = (from: typeof book) =>
      Array.from({ length: before.rows(table) }, (_, row) => columns.map((key) => from.at(table, row, key)));
    expect(results(book)).toEqual(results(before));
    const hasPage = metadataOf(blueprint).instances[0]?.tables["PersonPage"] !== undefined;
    /** The last item on the page for one person. */
    const last = () => (hasPage ? book.at("PersonPage", book.rows(own) - 1, word) : "");
    expect(last()).toBe("");
    fill(book);
    await book.calculate();
    if (hasPage) expect(last()).toBe(book.at(own, book.rows(own) - 1, word));
    expect([book.errors(), same()]).toEqual([[], []]);
    then(book);
    book.dispose();
    before.dispose();
  });
});

const text = (value: Literal | undefined): string => String(value ?? "");

describe("items typed under the table by hand", () => {
  const old = Standing.of("checklist").under(
    "Statements",
    { item: "Greets people", value: 5 },
    { id: "Q16", item: "Twice", value: 4 },
  );
  test("wait for places, and get ids and places; nothing else need be added", () => {
    expect(Standing.of("checklist").now()).toEqual([{ key: "statements", standing: 16, waiting: 0, most: 60 }]);
    expect(old.now()).toEqual([{ key: "statements", standing: 18, waiting: 2, most: 60 }]);
    const { column } = old.made({});
    expect(column("Statements", "id").slice(15)).toEqual(["Q16", "Q17", "Q18"]);
    expect(column("Statements", "item").slice(16)).toEqual(["Greets people", "Twice"]);
    expect(column("Answers", "item").filter((id) => id === "Q17")).toHaveLength(6);
    // Everybody's statements stand together.
    expect(column("Answers", "person").slice(14, 20)).toEqual([
      ...Array.from({ length: 4 }, () => "P001"),
      "P002",
      "P002",
    ]);
  });
  test("rows without anything are no items", () => {
    expect(Standing.of("checklist").under("Statements", {}, {}).now()).toMatchObject([{ standing: 16, waiting: 0 }]);
  });
});

describe("numbers of items", () => {
  test("neither a number nor anything that waits is nothing to do", () => {
    const items = Standing.of("narrative").items();
    expect(moreCounts(items, {})).toEqual({ ok: false, fault: { kind: "nothing" } });
    expect(moreCounts(items, { prompts: 0 })).toEqual({ ok: false, fault: { kind: "nothing" } });
  });
  test.each([-1, 1.5, Number.NaN])("%p is no number of items", (prompts) => {
    expect(moreCounts(Standing.of("narrative").items(), { prompts })).toMatchObject({
      ok: false,
      fault: { kind: "range" },
    });
  });
  test("never more than the method takes", () => {
    const items = Standing.of("narrative").items();
    expect(moreCounts(items, { prompts: 7 })).toEqual({ ok: true, counts: { prompts: 12 } });
    expect(moreCounts(items, { prompts: 8 })).toEqual({
      ok: false,
      fault: { kind: "most", key: "prompts", standing: 5, most: 12 },
    });
  });
});

test("the id of an item that is gone is not given again, so that its answers are nobody else's", () => {
  const { column } = Standing.of("checklist")
    .without("Statements", 15)
    .without("Statements", 2)
    .made({ statements: 1 });
  const ids = column("Statements", "id");
  expect([ids.includes("Q03"), ids.includes("Q16"), ids.at(-1)]).toEqual([false, false, "Q17"]);
  expect(column("Statements", "item").at(-1)).toBe("");
  expect(column("Answers", "item").filter((id) => id === "Q03")).toHaveLength(6);
});

test("where each item has a column its number stays, and one that is gone is an empty one", () => {
  const old = Standing.of("manager-360").without("Items360", 1);
  const { column } = old.made({ statements: 1 });
  expect(column("Items360", "id")).toEqual(["Q1", "Q2", "Q3", "Q4", "Q5", "Q6"]);
  expect(column("Items360", "item").map((item) => item === "")).toEqual([false, true, false, false, false, true]);
  expect(column("Forms360", "q5")).toEqual(old.column("Forms360", "q5"));
  expect(column("Profile360", "no").slice(0, 6)).toEqual([1, 2, 3, 4, 5, 6]);
});

test("rows that were deleted, added and sorted by hand stand as they are", () => {
  const old = Standing.of("site-audit").without("AuditAnswers", 0).set("AuditAnswers", 8, "seen", "By the door");
  const { column } = old.made({ visits: 1, items: 1 });
  // The item that was not looked at on the first visit is not asked again; the new item and the new visit are.
  const pairs = column("AuditAnswers", "visit").map(
    (visit, i) => `${text(visit)} ${text(column("AuditAnswers", "item")[i])}`,
  );
  const of = (visit: string): readonly string[] => pairs.filter((pair) => pair.startsWith(visit));
  expect([of("V1")[0], of("V1").at(-1), of("V1").length]).toEqual(["V1 A02", "V1 A11", 10]);
  expect([of("V5").length, pairs.at(-1)]).toEqual([11, "V5 A11"]);
  expect(column("AuditAnswers", "seen")[8]).toBe("By the door");
});

test("a column that was renamed comes along; where others were added, too, it is told", () => {
  const renamed = Standing.of("checklist")
    .set("Answers", 3, "remark", "Seen twice")
    .renamed("Answers", "remark", "Note");
  const { column, lost } = renamed.made({ statements: 1 });
  expect([column("Answers", "remark")[3], lost]).toEqual(["Seen twice", []]);
  const added = renamed.having({
    ...renamed.snapshot,
    sheets: renamed.snapshot.sheets.map((sheet) => ({
      ...sheet,
      tables: sheet.tables.map((table) =>
        table.name === "eh_1_Answers" ? { ...table, columns: [...table.columns, "Mine"] } : table,
      ),
    })),
  });
  expect(added.made({ statements: 1 }).lost).toEqual([
    "Answers: Remark or record id",
    "Answers: Note",
    "Answers: Mine",
  ]);
});

test("a formula of one's own comes as its value, and is counted", () => {
  const old = Standing.of("rating-scale");
  const sheets = old.snapshot.sheets.map((sheet) => {
    const [table] = sheet.tables;
    if (table?.name !== "eh_1_ScaleItems") return sheet;
    const at = table.columns.indexOf(tableIn(old.blueprint, "ScaleItems").stored.columns["weight"] ?? "");
    return {
      ...sheet,
      formulas: new Map([[at, sheet.values.map((_, row) => (row === table.rect.row + 1 ? "=5*5" : ""))]]),
    };
  });
  expect(sheets.some(({ formulas }) => formulas.size > 0)).toBe(true);
  const made = old.having({ ...old.snapshot, sheets }).made({ dimensions: 1 });
  expect([made.formulas, made.column("ScaleItems", "weight")[0]]).toEqual([1, old.column("ScaleItems", "weight")[0]]);
});

test("pairs of people keep their rows and numbers; rows between the two tables are refused", () => {
  const old = Standing.of("ranking").without("RankResults", 9).without("Pairs", 9);
  const { column, blueprint } = old.made({ judges: 1 });
  expect(column("Pairs", "no")).toHaveLength(10);
  expect(column("Pairs", "p3")).toEqual([...old.column("Pairs", "p3"), ""]);
  const names = blueprint.sheets.flatMap(({ tables }) => tables).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(Standing.of("ranking").under("Pairs", { id: "P011" }).again({ judges: 1 })).toEqual({
    ok: false,
    sheet: "Pairs",
  });
});

test("sections go on taking the scores that they take, whatever their number", () => {
  const { blueprint } = Standing.of("combined").made({ sections: 2 });
  const formula = tableIn(blueprint, "SectionValues").table.columns.find(
    ({ header }) => header === tableIn(blueprint, "SectionValues").stored.columns["linked"],
  );
  expect(formula?.content).toMatchObject({ kind: "formula" });
  expect(JSON.stringify(formula)).not.toContain("CombinedResults");
});

test("rows of long texts are as high as their texts", () => {
  const long = "A long wording. ".repeat(20);
  const { blueprint } = Standing.of("narrative").under("Prompts", { no: 6, prompt: long }).made({});
  const sheet = blueprint.sheets.find(({ tables }) => tables.some(({ name }) => name === "eh_1_Prompts"));
  const heights = new Map(sheet?.rowHeights?.map(({ row, height }) => [row, height]));
  expect([heights.get(10) ?? 0, heights.get(9) ?? 15]).toEqual([expect.any(Number), expect.any(Number)]);
  expect(heights.get(10) ?? 0).toBeGreaterThan(45);
});
