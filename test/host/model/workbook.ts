/** A small language for the model's tests: sheets by name, cells by address. */
import { HostError } from "../../../host/model/api";
import { newWorkbookData } from "../../../host/model/newWorkbook";
import type { CellScalar, TableData } from "../../../host/model/types";
import { WorkbookModel } from "../../../host/model/workbookModel";
import { parseRect } from "../../../src/core/model/a1";
import type { Rect } from "../../../src/core/model/a1";
import { FakeEngine } from "./fakeEngine";

export type Grid = readonly (readonly (string | number | boolean | null)[])[];

export function rect(address: string): Rect {
  const found = parseRect(address);
  if (!found) throw new Error(`No address: ${address}`);
  return found;
}

export interface Bench {
  readonly model: WorkbookModel;
  readonly engine: FakeEngine;
  /** Types a grid whose top left is the address. */
  type(address: string, grid: Grid, sheet?: string): void;
  /** Formula or value, as `Range.formulas` would read. */
  at(address: string, sheet?: string): CellScalar;
  text(address: string, sheet?: string): string;
  id(sheet?: string): string;
  table(address: string, name?: string): TableData;
}

/** A workbook with sheets "A" and "B" (or those named). */
export function bench(...sheets: readonly string[]): Bench {
  const engine = new FakeEngine();
  const model = new WorkbookModel(newWorkbookData(...(sheets.length > 0 ? sheets : ["A", "B"])), engine, {
    thisYear: 2026,
  });
  const id = (name?: string): string => {
    const sheet = name === undefined ? model.data.sheets[0] : model.sheet(name);
    if (!sheet) throw new Error(`No sheet ${name ?? ""}`);
    return sheet.id;
  };
  return {
    model,
    engine,
    id,
    type(address, grid, sheet) {
      const start = rect(address);
      model.setInputs(id(sheet), { ...start, rows: grid.length, columns: grid[0]?.length ?? 0 }, grid);
    },
    at(address, sheet) {
      const { row, column } = rect(address);
      const cell = model.cell(id(sheet), row, column);
      return cell?.formula ?? cell?.value ?? null;
    },
    text(address, sheet) {
      const { row, column } = rect(address);
      return model.textAt(id(sheet), row, column);
    },
    table(address, name) {
      const table = model.addTable(id(), rect(address), true);
      if (name !== undefined) model.renameTable(table.id, name);
      return table;
    },
  };
}

/** The code of the refusal, or "nothing" when it was carried out. */
export function refusal(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof HostError) return error.code;
    throw error;
  }
  return "nothing";
}
