/** Puts a blueprint straight into a workbook model with the real engine, without Office.js: for testing the formulas themselves. */
import { createHeadlessEngine } from "../../host/engine/headlessEngine";
import { newWorkbookData } from "../../host/model/newWorkbook";
import { copyWorkbook } from "../../host/model/copyWorkbook";
import type { WorkbookData } from "../../host/model/types";
import { WorkbookModel } from "../../host/model/workbookModel";
import type { CellScalar } from "../../host/model/types";
import type { Blueprint, CellContent, FormulaCell, Literal, SheetBlueprint } from "../../src/core/blueprint/types";

const literal = (value: Literal): string | number | boolean | null =>
  typeof value === "string" && /^[=+\-@'\d]/.test(value) ? `'${value}` : value;
const isFormula = (content: CellContent): content is FormulaCell => typeof content === "object" && content !== null;

export interface BuiltWorkbook {
  readonly model: WorkbookModel;
  /** Value of a table's cell: table name, body row from 0, header. */
  readonly cell: (table: string, row: number, header: string) => CellScalar;
  readonly set: (table: string, row: number, header: string, value: string | number) => void;
  readonly setName: (name: string, value: string | number) => void;
  /** Value of a named cell. */
  readonly named: (name: string) => CellScalar;
  /** All error values in the workbook, "Sheet!A1 #N/A". */
  readonly errors: () => string[];
  readonly dispose: () => void;
}

function writeLiterals(model: WorkbookModel, id: string, sheet: SheetBlueprint): void {
  for (const { at, cells } of sheet.blocks) {
    const columns = Math.max(...cells.map((row) => row.length));
    model.setInputs(
      id,
      { ...at, rows: cells.length, columns },
      cells.map((row) =>
        Array.from({ length: columns }, (_, c) => {
          const cell = row[c] ?? null;
          return isFormula(cell) ? null : literal(cell);
        }),
      ),
    );
  }
  for (const table of sheet.tables) {
    const body = Array.from({ length: table.rows }, (_, r) =>
      table.columns.map((column) =>
        column.content.kind === "input" ? literal(column.content.values[r] ?? null) : null,
      ),
    );
    model.setInputs(id, { ...table.at, rows: table.rows + 1, columns: table.columns.length }, [
      table.columns.map((column) => literal(column.header)),
      ...body,
    ]);
  }
}

function writeFormulas(model: WorkbookModel, id: string, sheet: SheetBlueprint): void {
  for (const { at, cells } of sheet.blocks) {
    cells.forEach((row, r) => {
      row.forEach((cell, c) => {
        if (isFormula(cell))
          model.setInputs(id, { row: at.row + r, column: at.column + c, rows: 1, columns: 1 }, [[cell.formula]]);
      });
    });
  }
  for (const table of sheet.tables) {
    table.columns.forEach((column, c) => {
      if (column.content.kind === "formula")
        model.fillInput(
          id,
          { row: table.at.row + 1, column: table.at.column + c, rows: table.rows, columns: 1 },
          column.content.formula,
        );
    });
  }
}

/** Rows for tables that stand, and formula columns of theirs that are rewritten as a whole. */
function writeStanding(model: WorkbookModel, blueprint: Blueprint): void {
  for (const { table, rows } of blueprint.appends ?? []) {
    const found = model.table(table);
    if (found === undefined) throw new Error(`no table ${table}`);
    model.addTableRows(
      found.table.id,
      null,
      rows.map((row) => row.map((content) => (isFormula(content) ? content.formula : literal(content)))),
    );
  }
  for (const { table, column, formula } of blueprint.rewrites) {
    const found = model.table(table);
    const offset = found?.table.columns.findIndex((entry) => entry.name === column) ?? -1;
    if (found === undefined || offset < 0) throw new Error(`no column ${column} in ${table}`);
    const { rect } = found.table;
    const body = { row: rect.row + 1, column: rect.column + offset, rows: rect.rows - 1, columns: 1 };
    model.fillInput(found.sheet.id, body, formula);
  }
}

/** Puts a blueprint into a workbook that stands, without calculating. */
export function putBlueprint(model: WorkbookModel, blueprint: Blueprint): void {
  const ids = blueprint.sheets.map((sheet) => model.addSheet(sheet.name).id);
  const each = (visit: (id: string, sheet: SheetBlueprint) => void): void => {
    blueprint.sheets.forEach((sheet, i) => {
      visit(ids[i] ?? "", sheet);
    });
  };
  each((id, sheet) => {
    writeLiterals(model, id, sheet);
  });
  each((id, sheet) => {
    for (const table of sheet.tables) {
      const added = model.addTable(id, { ...table.at, rows: table.rows + 1, columns: table.columns.length }, true);
      model.renameTable(added.id, table.name);
    }
  });
  for (const name of blueprint.names) model.addName(null, name.name, name.refersTo);
  each((id, sheet) => {
    writeFormulas(model, id, sheet);
  });
  writeStanding(model, blueprint);
}

/** Workbooks that were calculated before, by what they were made from. */
const calculated = new Map<string, WorkbookData>();
/** More would only be memory to clear up: a test file begins with few different ones. */
const MOST_KEPT = 6;

async function calculatedModel(blueprint: Blueprint): Promise<WorkbookModel> {
  const key = JSON.stringify(blueprint);
  const known = calculated.get(key);
  if (known !== undefined) return new WorkbookModel(copyWorkbook(known), createHeadlessEngine(), { calculated: known });
  const model = new WorkbookModel(newWorkbookData("Sheet1"), createHeadlessEngine());
  putBlueprint(model, blueprint);
  await model.recalc();
  const [oldest] = calculated.keys();
  if (oldest !== undefined && calculated.size >= MOST_KEPT) calculated.delete(oldest);
  calculated.set(key, copyWorkbook(model.data));
  return model;
}

/** Builds and calculates. Dispose of it when done. A blueprint that was seen before is calculated once. */
export async function blueprintToModel(blueprint: Blueprint): Promise<BuiltWorkbook> {
  const model = await calculatedModel(blueprint);

  const place = (table: string, row: number, header: string): { sheet: string; row: number; column: number } => {
    const found = model.table(table);
    const column = found?.table.columns.findIndex((entry) => entry.name === header) ?? -1;
    if (found === undefined || column < 0) throw new Error(`no column ${header} in ${table}`);
    return { sheet: found.sheet.id, row: found.table.rect.row + 1 + row, column: found.table.rect.column + column };
  };
  const named = (name: string): { sheet: string; row: number; column: number } => {
    const formula = model.data.names.find((entry) => entry.name === name)?.formula ?? "";
    const [, sheet = "", column = "", row = ""] = /^='?(.+?)'?!\$([A-Z]+)\$(\d+)$/.exec(formula) ?? [];
    return { sheet: model.sheet(sheet)?.id ?? "", row: Number(row) - 1, column: column.charCodeAt(0) - 65 };
  };
  return {
    model,
    cell: (table, row, header) => {
      const at = place(table, row, header);
      return model.valueAt(at.sheet, at.row, at.column);
    },
    set: (table, row, header, value) => {
      const at = place(table, row, header);
      model.setInputs(at.sheet, { row: at.row, column: at.column, rows: 1, columns: 1 }, [[value]]);
    },
    setName: (name, value) => {
      const at = named(name);
      model.setInputs(at.sheet, { row: at.row, column: at.column, rows: 1, columns: 1 }, [[value]]);
    },
    named: (name) => {
      const at = named(name);
      return model.valueAt(at.sheet, at.row, at.column);
    },
    errors: () =>
      model.data.sheets.flatMap((sheet) =>
        [...sheet.cells].flatMap(([key, cell]) =>
          typeof cell.value === "object" && cell.value !== null
            ? [
                `${sheet.name} r${Math.floor(key / 16384) + 1}c${(key % 16384) + 1} ${cell.value.error} ${cell.formula ?? ""}`,
              ]
            : [],
        ),
      ),
    dispose: () => {
      model.dispose();
    },
  };
}
