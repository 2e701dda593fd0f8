/** A workbook calculated anew: what it says must be what it says after the edits, in whatever order the engine works. */
import { createHeadlessEngine } from "../../host/engine/headlessEngine";
import { copyWorkbook } from "../../host/model/copyWorkbook";
import { WorkbookModel } from "../../host/model/workbookModel";

/** Every calculated value of every sheet. */
const valuesOf = (model: WorkbookModel): unknown[] =>
  model.data.sheets.map(({ name, cells }) => [name, [...cells].map(([at, { value }]) => [at, value])]);

export async function expectSameFromScratch(model: WorkbookModel): Promise<void> {
  const fresh = new WorkbookModel(copyWorkbook(model.data), createHeadlessEngine());
  await fresh.recalc();
  const scratch = valuesOf(fresh);
  fresh.dispose();
  expect(scratch).toEqual(valuesOf(model));
}
