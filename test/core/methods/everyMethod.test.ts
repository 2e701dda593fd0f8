/** What every method workbook keeps, whatever it is for. */
import type { Blueprint, TableColumn } from "../../../src/core/blueprint/types";
import { lintFormula } from "../../../src/core/formulas/lint";
import { METHOD_WORKBOOKS } from "../../../src/core/methods/registry";
import { LANGUAGES } from "../../../src/i18n/everything";
import { sheetText } from "../../support/sheetText";
import {
  calculatedMethod,
  cellFormulas,
  differences,
  flagged,
  methodBlueprint,
  readBook,
} from "../../support/methodWorkbooks";

jest.setTimeout(120_000);

const someone = (count: number): { name: string }[] =>
  Array.from({ length: count }, (_, i) => ({ name: `Name ${String(i + 1)}` }));

const ruleFormulas = ({ sheets }: Blueprint): string[] =>
  sheets.flatMap(({ conditional, validation }) => [
    ...conditional.flatMap((entry) => (entry.kind === "formula" ? [entry.formula] : [])),
    ...validation.flatMap(({ rule }) => {
      if (rule.kind === "custom") return [rule.formula];
      // A list may be a stretch of the row itself: no formula that could spill.
      if (rule.kind === "list") return /^=\$[A-Z]+\d+:\$[A-Z]+\d+$/.test(rule.source) ? [] : [rule.source];
      return [rule.min, rule.max].filter((limit) => typeof limit === "string");
    }),
  ]);
const isTyped = ({ content, style }: TableColumn): boolean => content.kind === "input" && style?.locked === false;
/** Headers of all columns in which people type freely, and not a word of a list: these may not be looked for with wildcards. */
const freeHeaders = ({ sheets }: Blueprint): ReadonlySet<string> =>
  new Set(
    sheets.flatMap(({ tables, validation }) =>
      tables.flatMap(({ at, columns }) =>
        columns.flatMap((column, i) => {
          const isWord = validation.some(
            ({ rect, rule, alert }) =>
              rect.row === at.row + 1 &&
              rect.column === at.column + i &&
              rule.kind === "list" &&
              alert.style === "Stop" &&
              !/Ids$|_r_(?:Objectives|Profiles)$/.test(rule.source),
          );
          return isTyped(column) && !isWord ? [column.header] : [];
        }),
      ),
    ),
  );
describe.each(METHOD_WORKBOOKS.map((method) => [method.id, method] as const))("%s", (_, method) => {
  describe.each(LANGUAGES)("in %s", (language) => {
    test("its formulas keep the rules, with a sample and for 1 and 30 people without one", () => {
      const built = [
        methodBlueprint(method, { language }),
        methodBlueprint(method, { language, people: someone(1), withSample: false }),
        methodBlueprint(method, { language, people: someone(30), withSample: false }),
      ];
      const faults = built.flatMap((blueprint) => {
        const typed = freeHeaders(blueprint);
        return [
          ...cellFormulas(blueprint).flatMap((formula) =>
            lintFormula(formula, "cell", typed).map((fault) => `${formula}: ${fault}`),
          ),
          ...ruleFormulas(blueprint).flatMap((formula) =>
            lintFormula(formula, "rule").map((fault) => `${formula}: ${fault}`),
          ),
        ];
      });
      expect([...new Set(faults)]).toEqual([]);
    });

    test("every text is there: no key in brackets stands on a sheet", () => {
      expect(
        JSON.stringify(methodBlueprint(method, { language }).sheets).match(/\[(?:sheet|checks)\.[^\]]*\]/g),
      ).toBeNull();
    });

    test("no table has a header twice: Excel would rename the second one, and formulas would miss it", () => {
      const twice = methodBlueprint(method, { language }).sheets.flatMap(({ tables }) =>
        tables.flatMap(({ name, columns }) => {
          const headers = columns.map(({ header }) => header.toLowerCase());
          return headers.filter((header, i) => headers.indexOf(header) !== i).map((header) => `${name}: ${header}`);
        }),
      );
      expect(twice).toEqual([]);
    });

    test("bands stand on Settings where a formula reads them, and only there", () => {
      const blueprint = methodBlueprint(method, { language });
      const ranges = blueprint.names.filter(({ refersTo }) => refersTo.includes("_Bands[")).map(({ name }) => name);
      const isRead = cellFormulas(blueprint).some((formula) =>
        ["_Bands[", ...ranges].some((source) => formula.includes(source)),
      );
      const tables = blueprint.sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name));
      expect(tables.some((name) => name.endsWith("_Bands"))).toBe(isRead);
    });

    test("every line of Checks says something of its own about its sheet", () => {
      const { sheets } = methodBlueprint(method, { language });
      const lines = (sheets.at(-1)?.blocks ?? []).flatMap(({ cells }) =>
        cells.flatMap(([what, , where]) =>
          typeof what === "string" && typeof where === "string" ? [`${what} / ${where}`] : [],
        ),
      );
      expect(lines.length).toBeGreaterThan(1);
      expect(lines.filter((line, i) => lines.indexOf(line) !== i)).toEqual([]);
    });

    test("people typed into the list are counted on Checks where people have rows", () => {
      const { sheets } = methodBlueprint(method, { language });
      const hasRows = (method.people?.tables ?? []).some(
        ({ person, labels }) => person === "id" && labels === undefined,
      );
      const lines = JSON.stringify(sheets.at(-1)?.blocks);
      expect(lines.includes(sheetText(language)("check.noRows"))).toBe(hasRows);
    });

    test("the sample has no error value, nothing flagged, and says what core computes", async () => {
      const book = await calculatedMethod(method, { language });
      expect(book.errors()).toEqual([]);
      expect(flagged(book)).toEqual([]);
      const { compared, faults } = differences(book, method.reading(readBook(book, language)));
      book.dispose();
      expect(compared).toBeGreaterThan(20);
      expect(faults).toEqual([]);
    });
  });

  // In Chinese: the sample is calculated in both, and the formulas are the same.
  test("an empty workbook has no error value and nothing flagged", async () => {
    const book = await calculatedMethod(method, { language: "zh-CN", people: someone(2), withSample: false });
    expect(book.errors()).toEqual([]);
    expect(flagged(book)).toEqual([]);
    const { faults } = differences(book, method.reading(readBook(book, "zh-CN")));
    book.dispose();
    expect(faults).toEqual([]);
  });

  test("with thirty people it still says what core computes", async () => {
    const book = await calculatedMethod(method, { people: someone(30) });
    expect(book.errors()).toEqual([]);
    const { compared, faults } = differences(book, method.reading(readBook(book)));
    book.dispose();
    expect(compared).toBeGreaterThan(20);
    expect(faults).toEqual([]);
  });

  test("every area that is styled, validated or ruled has cells, and the rows of a block are equally long", () => {
    const { sheets } = methodBlueprint(method);
    const rects = sheets.flatMap(({ styles, validation, conditional }) =>
      [...styles, ...validation, ...conditional].map(({ rect }) => rect),
    );
    expect(rects.filter(({ row, column, rows, columns }) => row < 0 || column < 0 || rows < 1 || columns < 1)).toEqual(
      [],
    );
    const uneven = sheets.flatMap(({ name, blocks }) =>
      blocks.flatMap(({ cells }) => (new Set(cells.map((row) => row.length)).size > 1 ? [name] : [])),
    );
    expect(uneven).toEqual([]);
  });

  test("every input of its own sheets has a validation, but for texts", () => {
    const blueprint = methodBlueprint(method);
    const own = blueprint.sheets.filter(({ name }) => !["Settings", "People", "Evidence"].includes(name));
    const without = own.flatMap(({ name, tables, validation }) =>
      tables.flatMap(({ at, columns }) =>
        columns.flatMap((column, i) => {
          const isText = column.style?.wrap === true || column.style?.numberFormat === "@";
          const isRuled = validation.some(({ rect }) => rect.column === at.column + i && rect.row > at.row);
          return isTyped(column) && !isText && !isRuled ? [`${name}: ${column.header}`] : [];
        }),
      ),
    );
    expect(without).toEqual([]);
  });
});
