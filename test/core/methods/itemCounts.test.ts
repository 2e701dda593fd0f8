/** Method workbooks with a number of items of one's own: fewer than the template has, more, and the most there may be. */
import { buildMethodWorkbook } from "../../../src/core/blueprint/methodWorkbook";
import { lintFormula } from "../../../src/core/formulas/lint";
import { countFault, countsOf, standingCounts, type Counts } from "../../../src/core/methods/counts";
import { METHOD_WORKBOOKS } from "../../../src/core/methods/registry";
import { LANGUAGES } from "../../../src/i18n/everything";
import { PERIOD } from "../../support/generated";
import { ITEM_CASES, method } from "../../support/itemCases";
import {
  calculatedMethod,
  cellFormulas,
  differences,
  flagged,
  methodBlueprint,
  readBook,
  type CalculatedMethod,
} from "../../support/methodWorkbooks";
import { sheetText } from "../../support/sheetText";

jest.setTimeout(120_000);

it("asks for numbers where a method's items are the person's own, within limits that hold what is usual", () => {
  for (const { id } of METHOD_WORKBOOKS)
    for (const { least, usual, most, choices } of countsOf(id))
      expect(choices === undefined ? least < usual && usual < most : choices.includes(usual)).toBe(true);
  // The length of a scale has its own tests (pointScales.test.ts).
  expect(
    METHOD_WORKBOOKS.filter(({ id }) => countsOf(id).some(({ choices }) => choices === undefined))
      .map(({ id }) => id)
      .sort(),
  ).toEqual(Object.keys(ITEM_CASES).sort());
});

it("refuses numbers out of range, and more rows than anybody can type into", () => {
  expect(countFault("manager-360", { statements: 5 }, 2000)).toBeNull();
  expect(countFault("manager-360", { statements: 1 }, 1)).toMatchObject({ kind: "range", least: 2 });
  expect(countFault("manager-360", { statements: 5.5 }, 1)).toMatchObject({ kind: "range" });
  expect(countFault("manager-360", { statements: 40 }, 500)).toBeNull();
  expect(countFault("manager-360", { statements: 40 }, 501)).toMatchObject({ kind: "rows", rows: 20_040 });
  const built = buildMethodWorkbook(method("manager-360"), {
    people: [],
    language: "en",
    text: sheetText("en"),
    jobGroup: "All",
    ...PERIOD,
    withSample: true,
    takenSheets: [],
    metadata: null,
    counts: { statements: 41 },
  });
  expect(built).toMatchObject({ ok: false, problem: { what: { key: "commands.build.count.range" } } });
});

it("knows from a workbook's tables what it was made with", () => {
  expect(standingCounts("manager-360", () => 12)).toEqual({ statements: 12, points: 5 });
  expect(standingCounts("manager-360", () => 12, 7)).toEqual({ statements: 12, points: 7 });
  // Rows that somebody added or deleted, and a table that is gone.
  expect(standingCounts("manager-360", () => 99)).toEqual({ statements: 40, points: 5 });
  expect(standingCounts("manager-360", () => 1)).toEqual({ statements: 2, points: 5 });
  expect(standingCounts("manager-360", () => 0)).toEqual({ statements: 5, points: 5 });
});

describe.each(Object.entries(ITEM_CASES))("%s", (id, { fewer, more, fill, then }) => {
  const same = (book: CalculatedMethod): readonly string[] =>
    differences(book, method(id).reading(readBook(book))).faults;
  const tables = countsOf(id).flatMap(({ key, table }) => (table === undefined ? [] : [{ key, table }]));
  const sizes = (book: CalculatedMethod): Counts =>
    Object.fromEntries(tables.map(({ key, table }) => [key, book.rows(table)]));

  test("with fewer items its weights still add up, nothing is flagged, and it says what core computes", async () => {
    const book = await calculatedMethod(method(id), { counts: fewer });
    expect(sizes(book)).toMatchObject(fewer);
    expect(book.errors()).toEqual([]);
    expect(flagged(book)).toEqual([]);
    expect(same(book)).toEqual([]);
    book.dispose();
  });

  test("with more items the empty ones count for nothing until they are filled, and then they count", async () => {
    const book = await calculatedMethod(method(id), { counts: more });
    expect(sizes(book)).toMatchObject(more);
    expect(book.errors()).toEqual([]);
    expect(flagged(book)).toEqual([]);
    expect(same(book)).toEqual([]);
    fill(book);
    await book.calculate();
    expect(book.errors()).toEqual([]);
    expect(same(book)).toEqual([]);
    then(book);
    book.dispose();
  });

  test("with the most items there may be its formulas keep the rules, and every text is there", () => {
    const counts = Object.fromEntries(countsOf(id).map(({ key, most }) => [key, most]));
    for (const language of LANGUAGES) {
      const blueprint = methodBlueprint(method(id), { language, counts });
      const faults = cellFormulas(blueprint).flatMap((formula) => lintFormula(formula, "cell"));
      expect([...new Set(faults)]).toEqual([]);
      expect(JSON.stringify(blueprint.sheets).match(/\[(?:sheet|checks)\.[^\]]*\]/g)).toBeNull();
    }
  });
});
