/** Undo and redo over the workbook: what is put back is everything a workbook holds, and the engine calculates with it. */
import { createHeadlessEngine } from "../../../host/engine/headlessEngine";
import type { ModelChange } from "../../../host/model/api";
import { digest } from "../../../host/model/digest";
import { newWorkbookData } from "../../../host/model/newWorkbook";
import { WorkbookModel } from "../../../host/model/workbookModel";
import { EditHistory } from "../../../workbench/history";

const cellAt = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });

describe("the history of a workbook", () => {
  let model: WorkbookModel;
  let history: EditHistory;
  let sheet: string;
  let changed: jest.Mock;
  beforeEach(() => {
    jest.useFakeTimers();
    model = new WorkbookModel(newWorkbookData("Sheet1"), createHeadlessEngine());
    sheet = model.data.activeSheet;
    changed = jest.fn();
    history = new EditHistory(model, changed);
  });
  afterEach(() => {
    history.dispose();
    model.dispose();
    jest.useRealTimers();
  });
  const person = (edit: () => void): void => {
    history.commit();
    model.origin = "user";
    edit();
    model.origin = "addin";
    history.commit();
  };
  const type = (row: number, column: number, text: string): void => {
    person(() => {
      model.select(sheet, cellAt(row, column));
      model.setInputs(sheet, cellAt(row, column), [[text]]);
    });
  };
  const value = async (row: number, column: number): Promise<unknown> => {
    jest.useRealTimers();
    await model.recalc();
    return model.valueAt(sheet, row, column);
  };

  it("takes edits back one by one and does them again, with values calculated anew", async () => {
    type(0, 0, "5");
    type(0, 1, "=A1*2");
    type(0, 0, "7");
    expect(await value(0, 1)).toBe(14);
    expect(history.undo()).toBe(true);
    expect(await value(0, 1)).toBe(10);
    expect(model.data.selection).toEqual(cellAt(0, 0));
    history.undo();
    expect(model.cell(sheet, 0, 1)).toBeUndefined();
    history.redo();
    history.redo();
    expect(await value(0, 1)).toBe(14);
    expect([history.canUndo, history.canRedo]).toEqual([true, false]);
    expect(history.redo()).toBe(false);
  });

  it("forgets what could be done again once something else is typed", () => {
    type(0, 0, "5");
    history.undo();
    expect([history.canUndo, history.canRedo]).toEqual([false, true]);
    type(0, 0, "6");
    expect(history.redo()).toBe(false);
    expect(model.valueAt(sheet, 0, 0)).toBe(6);
  });

  it("a run of the add-in is one step, however many requests it took; looking around is none", () => {
    const before = digest(model.data, { without: ["selection"] });
    const other = model.addSheet("Other");
    jest.advanceTimersByTime(100);
    model.setInputs(other.id, cellAt(0, 0), [["x"]]);
    model.addName(null, "Here", "=Other!$A$1");
    jest.advanceTimersByTime(1000);
    model.select(sheet, cellAt(3, 3));
    model.activateSheet(other.id);
    history.undo();
    expect(digest(model.data, { without: ["selection"] })).toEqual(before);
    expect(history.canUndo).toBe(false);
  });

  it("puts back everything: rows, tables, filters, formats, rules, names, protection, charts and our stored part", async () => {
    type(0, 0, "Name");
    type(1, 0, "Ann");
    type(2, 0, "Bob");
    const undone: unknown[] = [];
    const steps: (() => void)[] = [
      () => void model.addTable(sheet, { row: 0, column: 0, rows: 3, columns: 1 }, true),
      () => {
        model.setFilter(sheet, model.data.sheets[0]?.tables[0]?.id ?? "", 0, { filterOn: "Values", values: ["Bob"] });
      },
      () => {
        model.insertCells(sheet, { row: 1, column: 0, rows: 1, columns: 16_384 }, "Down");
      },
      () => {
        model.setFormat(sheet, cellAt(2, 0), { bold: true, fill: "#FF0000" });
      },
      () => void model.addName(null, "Total", "=Sheet1!$A$2"),
      () => {
        model.setColumnWidth(sheet, 0, 1, 90);
      },
      () => {
        model.merge(sheet, { row: 6, column: 0, rows: 2, columns: 2 }, false);
      },
      () => {
        model.protect(sheet, {});
      },
    ];
    for (const step of steps) {
      undone.push(digest(model.data, { without: ["selection"] }));
      person(step);
    }
    const last = digest(model.data, { without: ["selection"] });
    for (const before of [...undone].reverse()) {
      history.undo();
      expect(digest(model.data, { without: ["selection"] })).toEqual(before);
    }
    for (const after of [...undone.slice(1), last]) {
      history.redo();
      expect(digest(model.data, { without: ["selection"] })).toEqual(after);
    }
    expect(await value(2, 0)).toBe("Ann");
  });

  it("a sheet that was deleted comes back with its formulas, and those that name it", async () => {
    const other = model.addSheet("Other");
    model.setInputs(other.id, cellAt(0, 0), [["4"]]);
    model.setInputs(sheet, cellAt(0, 0), [["=Other!A1*3"]]);
    history.commit();
    expect(await value(0, 0)).toBe(12);
    person(() => {
      model.deleteSheet(other.id);
    });
    expect(await value(0, 0)).toEqual({ error: "#REF!" });
    history.undo();
    expect(await value(0, 0)).toBe(12);
    model.setInputs(model.sheet("Other")?.id ?? "", cellAt(0, 0), [["5"]]);
    expect(await value(0, 0)).toBe(15);
  });

  it("the add-in hears of it as of an edit of the person, at the cells that changed", () => {
    type(2, 1, "5");
    const heard: ModelChange[] = [];
    model.onChange((change) => heard.push(change));
    model.origin = "user";
    history.undo();
    expect(heard).toContainEqual({ kind: "cells", sheet, rect: cellAt(2, 1), origin: "user" });
  });
});
