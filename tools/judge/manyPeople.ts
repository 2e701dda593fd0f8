/**
 * Five hundred people on a KPI scorecard, made by the add-in's own command on a host that calculates nothing: the engine of the
 * stand-in is slow above a thousand rows. LibreOffice calculates; core is what it is compared with.
 */
import { PlainEngine } from "../../host/engine/plainEngine";
import type { WorkbookData } from "../../host/model/types";
import type { WorkbookModel } from "../../host/model/workbookModel";
import { sheetText } from "../../src/commands/sheetWords";
import { methodById } from "../../src/core/methods/registry";
import { templateWorkbook } from "../gallery/templateWorkbooks";
import type { GalleryEntry } from "../gallery/templateWorkbooks";
import { entryTable } from "./typing";

export const MANY = 500;
/** So that figures of different people meet in one row, and every so many cells one is empty or does not apply. */
const [SHIFT, GAP, NA] = [7, 97, 61];

function mixResults(model: WorkbookModel, na: string): void {
  const { sheet, row, rows, actuals, reason } = entryTable(model);
  const before = actuals.map((column) => Array.from({ length: rows }, (_, i) => model.valueAt(sheet, row + i, column)));
  actuals.forEach((column, line) => {
    const values = Array.from({ length: rows }, (_, i) => {
      const cell = i * actuals.length + line;
      if (cell % GAP === GAP - 1) return [""];
      if (cell % NA === NA - 1) return [na];
      const value = before[line]?.[(i + line * Math.floor(i / SHIFT)) % rows];
      return [typeof value === "number" ? value : ""];
    });
    model.setInputs(sheet, { row, column, rows, columns: 1 }, values);
  });
  // Every second "n/a" has a reason.
  const reasons = Array.from({ length: rows }, (_, i) => [i % 2 === 0 ? "R" : ""]);
  model.setInputs(sheet, { row, column: reason, rows, columns: 1 }, reasons);
}

/** A method workbook has its sample for everybody: who is like whom ties, and gaps and "n/a" stand there already. */
export function manyPeopleWorkbook(entry: GalleryEntry): Promise<WorkbookData> {
  if (methodById(entry.templateId) !== null)
    return templateWorkbook(entry, MANY, undefined, true, { engine: new PlainEngine() });
  const na = sheetText(entry.language)("word.na");
  return templateWorkbook(entry, MANY, ({ model }) => mixResults(model, na), true, { engine: new PlainEngine() });
}
