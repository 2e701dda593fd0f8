/** Items of one's own for the workbook of each method: what may be said, and the workbook that comes of it. */
import { buildMethodIn, storedInstance } from "../../../src/core/blueprint/anyLanguage";
import { joined, type BookLanguage } from "../../../src/core/blueprint/joinedTexts";
import { onOnePage } from "../../../src/core/blueprint/onePage";
import { heightFor } from "../../../src/core/blueprint/tableSheet";
import type { Blueprint } from "../../../src/core/blueprint/types";
import {
  fieldsOf,
  ITEM_METHODS,
  itemTableOf,
  usualBandsOf,
  type ItemMethod,
} from "../../../src/core/methods/itemFields";
import { scaleOf } from "../../../src/core/model/pointScale";
import type { MethodContent } from "../../../src/core/schema/contentTypes";
import { inBoth, type Texts } from "../../../src/core/schema/fields";
import { parseMethodContent } from "../../../src/core/schema/methodContent";
import { readTemplateFile, templateFileText } from "../../../src/core/schema/templateFile";
import { PERIOD } from "../../support/generated";
import { definitionOf, METHOD_CONTENTS, WITH_ITEMS, otherOf, TEXTS, usualOf } from "../../support/methodContents";
import { calculatedBlueprint, calculatedMethod, flagged, methodBlueprint } from "../../support/methodWorkbooks";

jest.setTimeout(120_000);

const PEOPLE = [{ name: "A" }, { name: "B" }];
function made(content: MethodContent, language: BookLanguage): Blueprint {
  const built = buildMethodIn(definitionOf(content.workbook), {
    ...{ people: PEOPLE, language, texts: TEXTS, jobGroup: "All", ...PERIOD },
    ...{ withSample: false, takenSheets: [], metadata: null, ownContent: content },
  });
  if (!built.ok) throw new Error(JSON.stringify(built.problem));
  return built.blueprint;
}
/** The columns of the item table as they are typed, by key. */
function itemColumns(blueprint: Blueprint, method: ItemMethod) {
  const { name, columns = {} } = storedInstance(blueprint).tables[itemTableOf(method)?.table ?? ""] ?? {};
  const sheet = blueprint.sheets.find(({ tables }) => tables.some((table) => table.name === name));
  const table = sheet?.tables.find((each) => each.name === name);
  return Object.entries(columns).flatMap(([key, header]) => {
    const at = table?.columns.findIndex((column) => column.header === header) ?? -1;
    const column = table?.columns[at];
    return column?.content.kind === "input"
      ? [
          {
            key,
            values: column.content.values,
            isTyped: column.style?.locked === false,
            rules: sheet?.validation.filter(({ rect }) => rect.column === at && rect.row > 1) ?? [],
          },
        ]
      : [];
  });
}
const said = (texts: Texts, language: BookLanguage): string => {
  const both = inBoth(texts);
  return language === "both" ? joined(both.en, both["zh-CN"]) : both[language];
};

/** Typed into the item table in the course of the method: no content of a template. */
const RESULTS: Readonly<Record<string, readonly string[]>> = { "weight-workshop": ["place", "chosen"] };

const WITH_TABLE = ITEM_METHODS.filter((method) => itemTableOf(method)?.table !== null);

describe.each(WITH_TABLE.map((method) => [method]))("items of %s", (method) => {
  const definition = definitionOf(method);
  it("may say in each column what its workbook takes there, and nothing else", () => {
    const columns = itemColumns(methodBlueprint(definition), method).filter(({ isTyped }) => isTyped);
    const fields = fieldsOf(method);
    expect(fields.map(({ key }) => key)).toEqual(
      columns.map(({ key }) => key).filter((key) => RESULTS[method]?.includes(key) !== true),
    );
    for (const field of fields) {
      const [rule] = columns.find(({ key }) => key === field.key)?.rules.map((each) => each.rule) ?? [];
      if (rule?.kind === "decimal")
        expect([field.key, field.kind === "number" && field.limits]).toEqual([field.key, [rule.min, rule.max]]);
      else
        expect([field.key, field.kind]).toEqual([
          field.key,
          rule === undefined ? "text" : expect.stringMatching(/^(yesNo|item)$/),
        ]);
    }
  });
});

describe.each(ITEM_METHODS.map((method) => [method]))("%s", (method) => {
  const definition = definitionOf(method);
  it("may say the numbers of its Settings that go by no language, in their limits, and bands where it has some", () => {
    const { settings } = itemTableOf(method) ?? { settings: {} };
    const rows = definition.own.rows.filter(
      ({ key, isFixed }) => isFixed !== true && !["MinComment", "MinLength", "Low", "High"].includes(key),
    );
    expect(settings).toEqual(Object.fromEntries(rows.map(({ key, limits }) => [key, limits])));
    const from = definition.own.bands?.from ?? [];
    for (const points of [4, 7]) {
      const limits = typeof from === "function" ? from(scaleOf(points)) : from;
      expect(usualBandsOf(method, points)).toEqual(limits);
    }
  });
  it("begins with its own items in both languages, and makes the workbook that it makes without a template", () => {
    const content = usualOf(method);
    expect(parseMethodContent(content)).toEqual({ ok: true, content });
    if (!WITH_TABLE.includes(method)) return;
    expect(content.items.length).toBeGreaterThan(3);
    const last = content.items.at(-1)?.[itemTableOf(method)?.name ?? ""] as Texts;
    expect(last["zh-CN"]).toMatch(/\p{Script=Han}/u);
    expect(last.en).not.toBe(last["zh-CN"]);
    // Names of sources and today's weights come with the sample alone.
    if (method === "combined" || method === "weight-workshop") return;
    for (const language of ["en", "zh-CN"] as const) {
      const plain = methodBlueprint(definition, { people: PEOPLE, withSample: false, language, takenSheets: [] });
      // Rows are at least as high as their words need.
      const bare = (sheets: Blueprint["sheets"]) => sheets.map((sheet) => ({ ...sheet, rowHeights: [] }));
      expect(bare(made(content, language).sheets)).toEqual(bare(onOnePage(plain).sheets));
    }
  });
});

describe.each(METHOD_CONTENTS)("%s", (_, content) => {
  it("is exported and imported as what it was, and makes the same workbook", () => {
    const read = readTemplateFile(templateFileText(content));
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    expect(read.content).toEqual(content);
    expect(made(read.content as MethodContent, "both")).toEqual(made(content, "both"));
  });
  it.each(["en", "zh-CN", "both"] as const)("puts its own words and numbers into the workbook: %s", (language) => {
    const columns = new Map(
      itemColumns(made(content, language), content.workbook).map(({ key, values }) => [key, values]),
    );
    for (const { key, kind } of fieldsOf(content.workbook, content.points)) {
      if (kind === "yesNo" || kind === "item") continue;
      expect([key, columns.get(key)]).toEqual([
        key,
        content.items.map((item) => {
          const value = item[key];
          return value === undefined ? "" : typeof value === "object" ? said(value, language) : value;
        }),
      ]);
    }
  });
  it("makes a workbook without an error and without a thing to mend", async () => {
    for (const language of ["en", "zh-CN"] as const) {
      const book = await calculatedMethod(definitionOf(content.workbook), {
        ...{ ownContent: content, people: PEOPLE, withSample: false, language },
      });
      const asked = [book.word("toFill"), book.word("noSelf"), book.word("toWrite")];
      expect([book.errors(), flagged(book).filter((each) => !asked.some((word) => each.includes(word)))]).toEqual([
        [],
        [],
      ]);
      book.dispose();
    }
  });
});

it("has its own bands, numbers and colours, the scale that it says, and no sample results", () => {
  const content = otherOf("manager-360");
  const blueprint = made(content, "en");
  const stored = storedInstance(blueprint);
  expect([blueprint.palette, stored.points]).toEqual(["wine", 7]);
  const bands = blueprint.sheets
    .flatMap(({ tables }) => tables)
    .find(({ name }) => name === stored.tables["Bands"]?.name);
  expect(bands?.columns.map(({ content: { ...cells } }) => (cells.kind === "input" ? cells.values : []))).toEqual([
    [-1_000_000, 2, 3],
    ["Weak", "Fine", "Strong"],
  ]);
  const titles = ["Guide", "How you are rated"].map(
    (sheet) => blueprint.sheets.find(({ name }) => name === sheet)?.blocks[0]?.cells[0]?.[0],
  );
  expect(titles).toEqual(["Our manager-360", "How you are rated: Our manager-360"]);
  const settings = blueprint.sheets.find(({ name }) => name === "Settings")?.blocks.flatMap(({ cells }) => cells);
  expect(settings?.filter(([, value]) => value === 25)).toHaveLength(4);
});

it("shows each of its bands on the page for one person, however many they are", async () => {
  const bands = Array.from({ length: 7 }, (_, i) => ({
    name: { en: `Band ${"ABCDEFG".charAt(i)}` },
    ...(i === 0 ? {} : { from: i * 10 }),
  }));
  const blueprint = made({ ...usualOf("checklist"), bands }, "en");
  const book = await calculatedBlueprint(blueprint);
  const page = blueprint.sheets.find(({ name }) => name === "Person page");
  const texts = (page?.blocks ?? []).flatMap(({ at, cells }) =>
    cells.flatMap((row, r) => row.map((_, c) => book.valueAt("Person page", at.row + r, at.column + c))),
  );
  book.dispose();
  expect(texts.filter((text) => typeof text === "string" && /Band [A-G]/.test(text))).toHaveLength(7);
});

/** Words that are much longer than those of the methods. */
function wordy(content: MethodContent): MethodContent {
  const most = new Map(
    fieldsOf(content.workbook, content.points).map((field) => [field.key, field.kind === "text" ? field.most : 0]),
  );
  const long = (text: string, key: string): string =>
    `${text} ${"and so on ".repeat(60)}`.slice(0, Math.min(160, most.get(key) ?? 1) - 1);
  const items = content.items.map((item) =>
    Object.fromEntries(
      Object.entries(item).map(([key, value]) => [
        key,
        typeof value === "object"
          ? { en: long(value.en ?? "", key), "zh-CN": `${value["zh-CN"] ?? ""}${"等等".repeat(25)}` }
          : value,
      ]),
    ),
  );
  return { ...content, items };
}

it.each(WITH_ITEMS.map((method) => [method]))(
  "%s: long words of its own are seen whole wherever they are shown",
  async (method) => {
    for (const language of ["en", "both"] as const) {
      const blueprint = made(wordy(otherOf(method)), language);
      const book = await calculatedBlueprint(blueprint);
      const cut = blueprint.sheets.flatMap((sheet) =>
        sheet.tables.flatMap((table) =>
          table.columns.flatMap(({ header, style }, c) => {
            const width = sheet.columnWidths.find(({ column }) => column === table.at.column + c)?.width ?? 10;
            // The page that is handed out reckons with letters that are narrower; it has a test of its own.
            if (
              table.name.endsWith("_Handout") ||
              style?.wrap !== true ||
              sheet.hiddenColumns?.includes(table.at.column + c) === true
            )
              return [];
            return Array.from({ length: table.rows }, (_, row) => {
              const value = book.cell(table.name, row, header);
              const height = sheet.rowHeights?.find((each) => each.row === table.at.row + 1 + row)?.height ?? 15;
              // The item table itself shows six lines, as everywhere.
              const most = table.name.endsWith(`_${itemTableOf(method)?.table ?? ""}`) ? 6 : 14;
              return typeof value === "string" && heightFor([{ text: value, width }], 1, most) > height
                ? [`${sheet.name} ${header} ${String(row)}: ${String(height)}`]
                : [];
            }).flat();
          }),
        ),
      );
      book.dispose();
      expect(cut).toEqual([]);
    }
  },
);
