/** A method workbook in the model with the real engine, with values and inputs by table and column key. */
import type { CellScalar } from "../../host/model/types";
import { buildMethodWorkbook, type MethodDefinition, type MethodInput } from "../../src/core/blueprint/methodWorkbook";
import type { SheetLanguage } from "../../src/core/blueprint/context";
import type { ExpectedValue, ReadBook } from "../../src/core/blueprint/methodReading";
import type { Blueprint } from "../../src/core/blueprint/types";
import { sameValue } from "../../tools/judge/compareValues";
import { blueprintToModel } from "./blueprintToModel";
import { metadataOf, PERIOD } from "./generated";
import { sheetText } from "./sheetText";

export type MethodChoices = Partial<MethodInput>;

export function methodBlueprint(definition: MethodDefinition, choices: MethodChoices = {}): Blueprint {
  const language = choices.language ?? "en";
  const built = buildMethodWorkbook(definition, {
    people: [],
    language,
    text: sheetText(language),
    jobGroup: "All",
    ...PERIOD,
    withSample: true,
    takenSheets: ["Sheet1"],
    metadata: null,
    ...choices,
  });
  if (!built.ok) throw new Error(built.problem.what.key);
  return built.blueprint;
}

export interface CalculatedMethod {
  readonly blueprint: Blueprint;
  readonly at: (table: string, row: number, column: string) => CellScalar;
  /** Value by table name, body row and header. */
  readonly cell: (table: string, row: number, header: string) => CellScalar;
  /** Header of all check columns. */
  readonly checkHeader: string;
  readonly rows: (table: string) => number;
  readonly set: (table: string, row: number, column: string, value: string | number) => void;
  /** The same by table name and header. */
  readonly setCellOf: (table: string, row: number, header: string, value: string | number) => void;
  readonly setCell: (name: string, value: string | number) => void;
  readonly named: (name: string) => CellScalar;
  readonly calculate: () => Promise<void>;
  readonly errors: () => string[];
  readonly word: (key: string) => string;
  /** Value of a cell outside the tables, by sheet name and position. */
  readonly valueAt: (sheet: string, row: number, column: number) => CellScalar;
  readonly dispose: () => void;
}

/** Builds and calculates; the caller disposes of it. */
export const calculatedMethod = (
  definition: MethodDefinition,
  choices: MethodChoices = {},
): Promise<CalculatedMethod> => calculatedBlueprint(methodBlueprint(definition, choices), choices.language);

/** Calculates a method's workbook; the caller disposes of it. */
export async function calculatedBlueprint(
  blueprint: Blueprint,
  language: SheetLanguage = "en",
): Promise<CalculatedMethod> {
  const book = await blueprintToModel(blueprint);
  const instance = metadataOf(blueprint).instances.at(-1);
  const place = (table: string, column: string): [string, string] => {
    const stored = instance?.tables[table];
    const header = stored?.columns[column];
    if (stored === undefined || header === undefined) throw new Error(`no column ${column} in ${table}`);
    return [stored.name, header];
  };
  const tables = blueprint.sheets.flatMap((sheet) => sheet.tables);
  return {
    blueprint,
    at: (table, row, column) => {
      const [name, header] = place(table, column);
      return book.cell(name, row, header);
    },
    cell: book.cell,
    checkHeader: sheetText(language)("col.plan.check"),
    rows: (table) => tables.find(({ name }) => name === instance?.tables[table]?.name)?.rows ?? 0,
    set: (table, row, column, value) => {
      const [name, header] = place(table, column);
      book.set(name, row, header, value);
    },
    setCellOf: book.set,
    setCell: (name, value) => {
      book.setName(`eh_1_${name}`, value);
    },
    named: (name) => book.named(`eh_1_${name}`),
    calculate: () => book.model.recalc(),
    errors: book.errors,
    word: (key) => sheetText(language)(`word.${key}`),
    valueAt: (sheet, row, column) => {
      const found = book.model.data.sheets.find(({ name }) => name === sheet);
      if (found === undefined) throw new Error(`no sheet ${sheet}`);
      return book.model.valueAt(found.id, row, column);
    },
    dispose: book.dispose,
  };
}

/** The workbook as core reads it back. */
export function readBook(book: CalculatedMethod, language: SheetLanguage = "en"): ReadBook {
  const cell = (table: string, row: number, column: string): CellScalar => book.at(table, row, column);
  return {
    ranks: language === "zh-CN" ? "dense" : "competition",
    word: book.word,
    setting: (name) => {
      const value = book.named(name);
      return typeof value === "number" ? value : null;
    },
    rows: (table) =>
      Array.from({ length: book.rows(table) }, (_, row) => ({
        text: (column) => {
          const value = cell(table, row, column);
          return value === null || typeof value === "object" ? "" : String(value);
        },
        number: (column) => {
          const value = cell(table, row, column);
          return typeof value === "number" ? value : null;
        },
      })),
  };
}

/** Cells that say something else than core, in words; and how many were compared. */
export function differences(
  book: CalculatedMethod,
  expected: readonly ExpectedValue[],
): { readonly compared: number; readonly faults: readonly string[] } {
  const faults = expected.flatMap(({ table, row, column, value }) => {
    const found = book.at(table, row, column) ?? "";
    return sameValue(found, value)
      ? []
      : [`${table} ${String(row)} ${column}: sheet ${JSON.stringify(found)}, core ${JSON.stringify(value)}`];
  });
  return { compared: expected.length, faults };
}

/** Formulas of all cells, those of a column once. */
export const cellFormulas = ({ sheets }: Blueprint): string[] =>
  sheets.flatMap(({ blocks, tables }) => [
    ...blocks
      .flatMap(({ cells }) => cells.flat())
      .flatMap((cell) => (typeof cell === "object" && cell !== null ? [cell.formula] : [])),
    ...tables
      .flatMap(({ columns }) => columns)
      .flatMap(({ content }) => (content.kind === "formula" ? [content.formula] : [])),
  ]);

/** Words in all check columns that are neither OK nor empty. */
export function flagged(book: CalculatedMethod): string[] {
  return book.blueprint.sheets.flatMap(({ name, tables }) =>
    tables.flatMap((table) =>
      table.columns.flatMap(({ header }) =>
        header === book.checkHeader
          ? Array.from({ length: table.rows }, (_, row) => book.cell(table.name, row, header)).flatMap((value) =>
              value === "" || value === null || value === book.word("ok") ? [] : [`${name}: ${JSON.stringify(value)}`],
            )
          : [],
      ),
    ),
  );
}
