/**
 * The grid as a view of the workbook model: paints what changed, and passes on what the person does.
 * Univer never changes anything by itself: every mutation that is not ours is turned away.
 */
import {
  BooleanNumber,
  ICommandService,
  LifecycleService,
  LifecycleStages,
  mergeWorksheetSnapshotWithDefault,
} from "@univerjs/core";
import type { ICellData, ICommandInfo, IDisposable, IWorksheetData } from "@univerjs/core";
import type { FWorkbook } from "@univerjs/sheets/facade";
import { columnOf, rowOf } from "../../host/model/cellStore";
import type { WorkbookOperations } from "../../host/model/api";
import type { CellKey, RuleFormat, SheetData } from "../../host/model/types";
import type { Rect } from "../../src/core/model/a1";
import { drawnConditional, drawnValidations } from "./drawnRules";
import { BLANK_CELL, drawnCells, drawnLayout, toRange, type DrawnLayout } from "./drawnSheet";
import { createGridUniver, stopCommand, type GridUniver } from "./gridUniver";
import { PersonInput, type GridListener } from "./personInput";

interface Painted {
  readonly cells: Map<CellKey, string>;
  layout: DrawnLayout;
  rules: string;
  validations: string;
  notes: string;
}

let views = 0;

/** Mutations that only follow from drawing. */
const HARMLESS = ["sheet.mutation.set-worksheet-row-auto-height", "sheet.mutation.toggle-note-popup"];
const GUARDED = /^(sheet|sheets|data-validation|formula|univer)\.mutation\./;

export interface GridOptions {
  readonly language: "en" | "zh-CN";
  readonly dark: boolean;
}

export class GridView {
  readonly #grid: GridUniver;
  readonly #workbook: FWorkbook;
  readonly #unitId: string;
  readonly #painted = new Map<string, Painted>();
  readonly #listeners: IDisposable[] = [];
  readonly #input: PersonInput;
  #order: string[] = [];
  #own = 0;
  #selection = "";

  constructor(
    readonly container: HTMLElement,
    readonly model: WorkbookOperations,
    readonly options: GridOptions,
    listener: GridListener,
  ) {
    views += 1;
    this.#unitId = `grid-${String(views)}`;
    this.#grid = createGridUniver(container, options.language, options.dark);
    this.#workbook = this.#asOwn(() => this.#createWorkbook());
    this.#input = new PersonInput(this.#grid.api, model, listener);
    this.#listeners.push(
      this.#commands.beforeCommandExecuted((command) => {
        this.#judge(command);
      }),
      this.#commands.onCommandExecuted((command) => {
        if (this.#own === 0) this.#input.executed(command);
      }),
    );
  }

  get #commands(): ICommandService {
    return this.#grid.univer.__getInjector().get(ICommandService);
  }

  /** Brings sheets, the active sheet's cells and layout, and the selection up to date. */
  paint(rules: ReadonlyMap<CellKey, RuleFormat>): void {
    this.#asOwn(() => {
      this.#syncSheets();
      const sheet = this.model.sheet(this.model.data.activeSheet);
      if (sheet === undefined) return;
      this.#paintLayout(sheet);
      this.#paintCells(sheet, rules);
      this.#paintRules(sheet);
      this.#paintNotes(sheet);
      this.#showSelection(sheet);
    });
  }

  /** Resolves when the grid stands on the page and takes keys and clicks, which is some time after it was made; or when it is gone. */
  async standing(): Promise<void> {
    await this.#grid.univer
      .__getInjector()
      .get(LifecycleService)
      .onStage(LifecycleStages.Rendered)
      .catch(() => undefined);
  }

  /** Gives the keyboard to the grid. */
  focus(): void {
    this.container.querySelector<HTMLElement>("[data-u-comp=editor], .univer-editor-input, canvas")?.focus();
  }

  /** A cell's editor is open. */
  get isEditing(): boolean {
    return this.#input.isEditing;
  }

  /** How many pixels of the sheet have gone out of sight at the top and the left. */
  scrollOffset(): { readonly left: number; readonly top: number } {
    const sheet = this.#workbook.getActiveSheet();
    const state = sheet.getScrollState();
    const layout = this.#painted.get(sheet.getSheetId())?.layout;
    let top = state.offsetY;
    let left = state.offsetX;
    for (let row = layout?.freeze.rows ?? 0; row < state.sheetViewStartRow; row += 1) top += sheet.getRowHeight(row);
    for (let column = layout?.freeze.columns ?? 0; column < state.sheetViewStartColumn; column += 1)
      left += sheet.getColumnWidth(column);
    return { left, top };
  }

  /** Where a cell of the open sheet is on the page; null when it is hidden or has gone out of sight. */
  cellOnScreen(row: number, column: number): DOMRect | null {
    const sheet = this.#workbook.getActiveSheet();
    const parts = [...(sheet.getVisibleRangesOfAllViewports()?.values() ?? [])];
    const inSight = parts.some(
      (range) =>
        row >= range.startRow && row <= range.endRow && column >= range.startColumn && column <= range.endColumn,
    );
    if (!inSight) return null;
    const freeze = this.#painted.get(sheet.getSheetId())?.layout.freeze ?? { rows: 0, columns: 0 };
    const scroll = this.scrollOffset();
    const frame = this.container.getBoundingClientRect();
    // Univer tells where the cell stands on the unscrolled sheet, heads included.
    const { x, y, width, height } = sheet.getRange(row, column).getCellRect();
    const rect = new DOMRect(
      frame.left + x - (column < freeze.columns ? 0 : scroll.left),
      frame.top + y - (row < freeze.rows ? 0 : scroll.top),
      width,
      height,
    );
    const isInside = rect.right <= frame.right && rect.bottom <= frame.bottom;
    return width > 0 && height > 0 && isInside ? rect : null;
  }

  /** The cell that the pointer was pressed on last. */
  get pointedCell(): { readonly row: number; readonly column: number } | null {
    return this.#input.pointedCell;
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#input.dispose();
    this.#own += 1;
    this.#grid.univer.dispose();
    this.container.replaceChildren();
  }

  #asOwn<T>(work: () => T): T {
    this.#own += 1;
    try {
      return work();
    } finally {
      this.#own -= 1;
    }
  }

  #judge(command: Readonly<ICommandInfo>): void {
    if (command.id.startsWith("formula.mutation.")) stopCommand("the engine calculates, not the grid");
    if (this.#own > 0) return;
    this.#input.before(command);
    if (GUARDED.test(command.id) && !HARMLESS.includes(command.id)) stopCommand("the model decides");
  }

  #run(id: string, params: object): void {
    this.#commands.syncExecuteCommand(id, params, { onlyLocal: true });
  }

  #createWorkbook(): FWorkbook {
    const { sheets } = this.model.data;
    this.#order = sheets.map(({ id }) => id);
    return this.#grid.api.createWorkbook({
      id: this.#unitId,
      name: this.#unitId,
      sheetOrder: [...this.#order],
      sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, this.#emptySheet(sheet)])),
    });
  }

  #emptySheet(sheet: SheetData): IWorksheetData {
    const layout = drawnLayout(sheet);
    this.#painted.set(sheet.id, {
      cells: new Map(),
      layout: {
        ...layout,
        widths: {},
        heights: {},
        merges: [],
        hiddenRows: [],
        hiddenColumns: [],
        freeze: { rows: 0, columns: 0 },
        gridlines: true,
      },
      rules: "",
      validations: "",
      notes: "",
    });
    return mergeWorksheetSnapshotWithDefault({
      id: sheet.id,
      name: sheet.name,
      rowCount: layout.rows,
      columnCount: layout.columns,
      defaultColumnWidth: layout.standardWidth,
      defaultRowHeight: 20,
      cellData: {},
    });
  }

  #target(sheet: SheetData): { readonly unitId: string; readonly subUnitId: string } {
    return { unitId: this.#unitId, subUnitId: sheet.id };
  }

  #syncSheets(): void {
    const { data } = this.model;
    const alive = new Set(data.sheets.map(({ id }) => id));
    data.sheets.forEach((sheet, index) => {
      if (this.#order.includes(sheet.id)) return;
      this.#run("sheet.mutation.insert-sheet", {
        unitId: this.#unitId,
        index,
        sheet: this.#emptySheet(sheet),
      });
      this.#order.splice(index, 0, sheet.id);
    });
    const active = this.#workbook.getActiveSheet().getSheetId();
    if (active !== data.activeSheet && this.#order.includes(data.activeSheet)) {
      this.#run("sheet.operation.set-worksheet-active", { unitId: this.#unitId, subUnitId: data.activeSheet });
      this.#selection = "";
    }
    for (const id of this.#order.filter((known) => !alive.has(known))) {
      this.#run("sheet.mutation.remove-sheet", { unitId: this.#unitId, subUnitId: id, subUnitName: "" });
      this.#painted.delete(id);
    }
    this.#order = this.#order.filter((known) => alive.has(known));
  }

  #paintLayout(sheet: SheetData): void {
    const painted = this.#painted.get(sheet.id);
    if (painted === undefined) return;
    const target = this.#target(sheet);
    const before = painted.layout;
    const after = drawnLayout(sheet);
    const differs = (member: keyof DrawnLayout): boolean =>
      JSON.stringify(before[member]) !== JSON.stringify(after[member]);
    if (after.rows > before.rows)
      this.#run("sheet.mutation.set-worksheet-row-count", { ...target, rowCount: after.rows });
    if (after.columns > before.columns)
      this.#run("sheet.mutation.set-worksheet-column-count", { ...target, columnCount: after.columns });
    if (differs("widths"))
      for (const column of changedKeys(before.widths, after.widths))
        this.#run("sheet.mutation.set-worksheet-col-width", {
          ...target,
          ranges: [wholeColumns(column, column, after.rows)],
          colWidth: after.widths[column] ?? after.standardWidth,
        });
    if (differs("heights"))
      for (const row of changedKeys(before.heights, after.heights))
        this.#run("sheet.mutation.set-worksheet-row-height", {
          ...target,
          ranges: [wholeRows(row, row, after.columns)],
          rowHeight: after.heights[row] ?? 20,
        });
    if (differs("merges")) {
      if (before.merges.length > 0)
        this.#run("sheet.mutation.remove-worksheet-merge", { ...target, ranges: before.merges });
      if (after.merges.length > 0) this.#run("sheet.mutation.add-worksheet-merge", { ...target, ranges: after.merges });
    }
    if (differs("hiddenRows")) {
      const rows = (list: readonly number[]): object[] => list.map((row) => wholeRows(row, row, after.columns));
      if (before.hiddenRows.length > 0)
        this.#run("sheet.mutation.set-row-visible", { ...target, ranges: rows(before.hiddenRows) });
      if (after.hiddenRows.length > 0)
        this.#run("sheet.mutation.set-row-hidden", { ...target, ranges: rows(after.hiddenRows) });
    }
    if (differs("hiddenColumns")) {
      const columns = (list: readonly number[]): object[] =>
        list.map((column) => wholeColumns(column, column, after.rows));
      if (before.hiddenColumns.length > 0)
        this.#run("sheet.mutation.set-col-visible", { ...target, ranges: columns(before.hiddenColumns) });
      if (after.hiddenColumns.length > 0)
        this.#run("sheet.mutation.set-col-hidden", { ...target, ranges: columns(after.hiddenColumns) });
    }
    if (differs("freeze")) {
      const { rows, columns } = after.freeze;
      this.#run("sheet.mutation.set-frozen", {
        ...target,
        startRow: rows > 0 ? rows : -1,
        startColumn: columns > 0 ? columns : -1,
        ySplit: rows,
        xSplit: columns,
      });
    }
    if (differs("gridlines"))
      this.#run("sheet.mutation.toggle-gridlines", {
        ...target,
        showGridlines: after.gridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
      });
    painted.layout = {
      ...after,
      rows: Math.max(before.rows, after.rows),
      columns: Math.max(before.columns, after.columns),
    };
  }

  #paintCells(sheet: SheetData, rules: ReadonlyMap<CellKey, RuleFormat>): void {
    const painted = this.#painted.get(sheet.id);
    if (painted === undefined) return;
    const wanted = drawnCells(sheet, rules);
    const cellValue: Record<number, Record<number, ICellData>> = {};
    const put = (key: CellKey, cell: ICellData): void => {
      (cellValue[rowOf(key)] ??= {})[columnOf(key)] = cell;
    };
    for (const [key, cell] of wanted) {
      const mark = JSON.stringify(cell);
      if (painted.cells.get(key) === mark) continue;
      painted.cells.set(key, mark);
      put(key, cell);
    }
    for (const key of painted.cells.keys()) {
      if (wanted.has(key)) continue;
      painted.cells.delete(key);
      put(key, BLANK_CELL);
    }
    if (Object.keys(cellValue).length > 0)
      this.#run("sheet.mutation.set-range-values", { ...this.#target(sheet), cellValue });
  }

  #paintRules(sheet: SheetData): void {
    const painted = this.#painted.get(sheet.id);
    if (painted === undefined) return;
    const target = this.#target(sheet);
    const rules = sheet.conditionalFormats.flatMap((format) => drawnConditional(format) ?? []);
    const rulesMark = JSON.stringify(rules);
    if (painted.rules !== rulesMark) {
      for (const { cfId } of painted.rules === "" ? [] : (JSON.parse(painted.rules) as { cfId: string }[]))
        this.#run("sheet.mutation.delete-conditional-rule", { ...target, cfId });
      for (const rule of [...rules].reverse()) this.#run("sheet.mutation.add-conditional-rule", { ...target, rule });
      painted.rules = rulesMark;
    }
    const validations = drawnValidations(this.model, sheet);
    const validationsMark = JSON.stringify(validations);
    if (painted.validations !== validationsMark) {
      const old = painted.validations === "" ? [] : (JSON.parse(painted.validations) as { uid: string }[]);
      if (old.length > 0)
        this.#run("data-validation.mutation.removeRule", { ...target, ruleId: old.map(({ uid }) => uid) });
      if (validations.length > 0) this.#run("data-validation.mutation.addRule", { ...target, rule: validations });
      painted.validations = validationsMark;
    }
  }

  #paintNotes(sheet: SheetData): void {
    const painted = this.#painted.get(sheet.id);
    if (painted === undefined) return;
    const notes = [
      ...sheet.notes.map(({ row, column, text }) => ({ row, column, text })),
      ...sheet.comments.map(({ row, column, author, text }) => ({ row, column, text: `${author}: ${text}` })),
    ];
    const mark = JSON.stringify(notes);
    if (painted.notes === mark) return;
    const place = { unitId: this.#unitId, sheetId: sheet.id };
    for (const { row, column } of painted.notes === "" ? [] : (JSON.parse(painted.notes) as typeof notes))
      this.#run("sheet.mutation.remove-note", { ...place, row, col: column });
    for (const { row, column, text } of notes)
      this.#run("sheet.mutation.update-note", {
        ...place,
        row,
        col: column,
        note: { id: `note-${String(row)}-${String(column)}`, row, col: column, width: 200, height: 80, note: text },
      });
    painted.notes = mark;
  }

  #showSelection(sheet: SheetData): void {
    const { selection } = this.model.data;
    const mark = `${sheet.id} ${JSON.stringify(selection)}`;
    if (mark === this.#selection) return;
    this.#selection = mark;
    if (this.#input.isShown(sheet.id, selection)) return;
    const painted = this.#painted.get(sheet.id);
    if (painted === undefined) return;
    const shown = clampedRect(selection, painted.layout);
    this.#workbook.getActiveSheet().getRange(shown.row, shown.column, shown.rows, shown.columns).activate();
    this.#grid.api
      .executeCommand("sheet.command.scroll-to-cell", { range: toRange({ ...shown, rows: 1, columns: 1 }) })
      .catch(() => undefined);
  }
}

function clampedRect(rect: Rect, layout: DrawnLayout): Rect {
  const row = Math.min(rect.row, layout.rows - 1);
  const column = Math.min(rect.column, layout.columns - 1);
  return {
    row,
    column,
    rows: Math.min(rect.rows, layout.rows - row),
    columns: Math.min(rect.columns, layout.columns - column),
  };
}
function changedKeys(before: Readonly<Record<number, number>>, after: Readonly<Record<number, number>>): number[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)].map(Number));
  return [...keys].filter((key) => before[key] !== after[key]);
}
const wholeColumns = (first: number, last: number, rows: number): object => ({
  startRow: 0,
  endRow: rows - 1,
  startColumn: first,
  endColumn: last,
});
const wholeRows = (first: number, last: number, columns: number): object => ({
  startRow: first,
  endRow: last,
  startColumn: 0,
  endColumn: columns - 1,
});
