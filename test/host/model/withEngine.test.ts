/** The model and the real engine together: what a person would read in the cells. Expected values are worked out by hand. */
import { createHeadlessEngine } from "../../../host/engine/headlessEngine";
import { newWorkbookData } from "../../../host/model/newWorkbook";
import { WorkbookModel } from "../../../host/model/workbookModel";
import { rect } from "./workbook";

describe("A scorecard in the model with the real engine", () => {
  let model: WorkbookModel;
  const value = (address: string, sheet = "Plan") => {
    const { row, column } = rect(address);
    return model.valueAt(sheet, row, column);
  };
  beforeEach(async () => {
    model = new WorkbookModel(newWorkbookData("Plan", "Sum"), createHeadlessEngine(), { thisYear: 2026 });
    model.setInputs("Plan", rect("A1:D4"), [
      ["Id", "Weight", "Score", "Points"],
      ["K1", "50%", 80, ""],
      ["K2", "30%", 90, ""],
      ["K3", "20%", 70, ""],
    ]);
    const table = model.addTable("Plan", rect("A1:D4"), true);
    model.renameTable(table.id, "Plan_1");
    model.fillInput("Plan", rect("D2:D4"), "=[@Weight]*[@Score]");
    model.addName(null, "total", "=SUM(Plan_1[Points])");
    model.setInputs("Sum", rect("A1:A3"), [["=SUM(Plan_1[Points])"], ["=total/2"], ["=Plan!D3+SUM(Plan!B2:B4)"]]);
    await model.recalc();
  });
  afterEach(() => {
    model.dispose();
  });

  test("calculates", () => {
    expect([value("D2"), value("D3"), value("D4")]).toStrictEqual([40, 27, 14]);
    expect([value("A1", "Sum"), value("A2", "Sum"), value("A3", "Sum")]).toStrictEqual([81, 40.5, 28]);
  });

  test("calculates anew after an edit, a new row below, a renamed column and sheet", async () => {
    model.setInputs("Plan", rect("C4"), [[100]]);
    model.setInputs("Plan", rect("A5:C5"), [["K4", "10%", 50]]);
    model.setInputs("Plan", rect("B1"), [["Share %"]]);
    model.renameSheet(model.sheet("Plan")?.id ?? "", "My plan");
    await model.recalc();
    expect([value("A1", "Sum"), value("A2", "Sum")]).toStrictEqual([92, 46]);
  });

  test("calculates the same after sorting, and after rows come and go", async () => {
    model.sort("Plan", rect("A1:D4"), [{ key: 2, ascending: true }], true, false);
    model.insertCells("Plan", rect("3:3"), "Down");
    await model.recalc();
    expect([value("A2"), value("D2"), value("D4"), value("D5")]).toStrictEqual(["K3", 14, 40, 27]);
    expect(value("A1", "Sum")).toBe(81);
    model.deleteCells("Plan", rect("2:2"), "Up");
    await model.recalc();
    expect(value("A1", "Sum")).toBe(67);
  });

  test("shows #REF! where a column was deleted", async () => {
    model.deleteTableColumn("Plan_1", model.table("Plan_1")?.table.columns[3]?.id ?? -1);
    await model.recalc();
    expect(value("A1", "Sum")).toStrictEqual({ error: "#REF!" });
  });
});
