/** What a person does in the grid, in the words of the workbook: typed, cleared, selected, resized. */
import type { ICellData, ICommandInfo, IDisposable, IRange } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { WorkbookOperations } from "../../host/model/api";
import { MAX_COLUMNS, MAX_ROWS, type Rect } from "../../src/core/model/a1";
import { toPoints } from "./drawnSheet";
import { stopCommand } from "./gridUniver";

export interface GridListener {
  typed(sheetId: string, rect: Rect, inputs: readonly (readonly string[])[]): void;
  cleared(sheetId: string, rects: readonly Rect[], what: "All" | "Contents" | "Formats"): void;
  selected(sheetId: string, rect: Rect): void;
  columnWidth(sheetId: string, column: number, count: number, points: number): void;
  rowHeight(sheetId: string, row: number, count: number, points: number): void;
  filled(sheetId: string, from: Rect, to: Rect): void;
  toggled(sheetId: string, rects: readonly Rect[], what: "bold" | "italic" | "underline"): void;
  /** A cell's editor opened or closed. */
  editing(open: boolean): void;
  scrolled(): void;
  /** Something that the workbench does not offer. */
  refused(): void;
}

const whole = (from: number, to: number, size: number): readonly [number, number] =>
  Number.isNaN(from) || Number.isNaN(to) ? [0, size] : [from, to - from + 1];

function toRect(range: IRange): Rect {
  const [row, rows] = whole(range.startRow, range.endRow, MAX_ROWS);
  const [column, columns] = whole(range.startColumn, range.endColumn, MAX_COLUMNS);
  return { row, column, rows, columns };
}

interface SelectionParams {
  readonly subUnitId: string;
  readonly selections: readonly { readonly range: IRange }[];
}
/** Commands of the keyboard and the mouse that change a sheet but are not taken over. */
const NOT_OFFERED =
  /^(univer\.command\.(paste|cut)|sheet\.command\.(paste|cut|move-range|insert-|remove-|delete-range|set-(font|text|background|border|range-text)|move-(rows|cols)|copy-(down|right)).*)/;
/** The page listens for their keys itself. */
const PAGES_OWN = /^univer\.command\.(undo|redo)/;
const TOGGLES: Readonly<Record<string, "bold" | "italic" | "underline">> = {
  "sheet.command.set-range-bold": "bold",
  "sheet.command.set-range-italic": "italic",
  "sheet.command.set-range-underline": "underline",
  "sheet.command.set-bold": "bold",
  "sheet.command.set-italic": "italic",
  "sheet.command.set-underline": "underline",
};

export class PersonInput {
  readonly #listeners: IDisposable[];
  #typed: string | null = null;
  #shown = "";
  #editing = false;
  #pointed: { readonly row: number; readonly column: number } | null = null;

  constructor(
    readonly api: FUniver,
    readonly model: WorkbookOperations,
    readonly listener: GridListener,
  ) {
    this.#listeners = [
      api.addEvent(api.Event.BeforeSheetEditEnd, (edit) => {
        this.#typed = edit.isConfirm ? edit.value.toPlainText().replace(/\r?\n$/, "") : null;
      }),
      api.addEvent(api.Event.CellPointerDown, ({ row, column }) => {
        this.#pointed = { row, column };
      }),
      api.addEvent(api.Event.Scroll, () => {
        listener.scrolled();
      }),
      api.addEvent(api.Event.SheetEditStarted, () => {
        this.#editing = true;
        listener.editing(true);
      }),
      api.addEvent(api.Event.SheetEditEnded, () => {
        this.#typed = null;
        this.#editing = false;
        listener.editing(false);
      }),
    ];
  }

  get pointedCell(): { readonly row: number; readonly column: number } | null {
    return this.#pointed;
  }
  get isEditing(): boolean {
    return this.#editing;
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }

  /** Whether the grid already shows this selection, because it came from there. */
  isShown(sheetId: string, rect: Rect): boolean {
    return this.#shown === `${sheetId} ${JSON.stringify(rect)}`;
  }

  /** Takes over a command before it runs; takes it away by throwing. */
  before(command: Readonly<ICommandInfo>): void {
    const params = (command.params ?? {}) as Record<string, unknown>;
    const sheet = this.model.data.activeSheet;
    const toggle = TOGGLES[command.id];
    if (command.id === "sheet.command.set-range-values") this.#values(sheet, params);
    else if (command.id === "sheet.command.clear-selection-content") this.#clear(sheet, "Contents");
    else if (command.id === "sheet.command.clear-selection-all") this.#clear(sheet, "All");
    else if (command.id === "sheet.command.clear-selection-format") this.#clear(sheet, "Formats");
    else if (command.id === "sheet.command.delta-column-width") this.#columnWidth(sheet, params);
    else if (command.id === "sheet.command.delta-row-height") this.#rowHeight(sheet, params);
    else if (command.id === "sheet.command.auto-fill") this.#fill(sheet, params);
    else if (toggle !== undefined) this.listener.toggled(sheet, this.#selections(), toggle);
    else if (NOT_OFFERED.test(command.id)) this.listener.refused();
    else if (!PAGES_OWN.test(command.id)) return;
    stopCommand("taken over by the workbench");
  }

  executed(command: Readonly<ICommandInfo>): void {
    if (command.id !== "sheet.operation.set-selections") return;
    const { selections, subUnitId } = command.params as SelectionParams;
    const range = selections.at(-1)?.range;
    if (range === undefined) return;
    const rect = toRect(range);
    this.#shown = `${subUnitId} ${JSON.stringify(rect)}`;
    this.listener.selected(subUnitId, rect);
  }

  #selections(): Rect[] {
    const ranges = this.api.getActiveWorkbook()?.getActiveSheet().getSelection()?.getActiveRangeList() ?? [];
    return ranges.map((range) => toRect(range.getRange()));
  }

  #values(sheet: string, params: Record<string, unknown>): void {
    const range = params["range"] as IRange | undefined;
    const value = params["value"] as ICellData | Record<number, Record<number, ICellData>> | undefined;
    const text = this.#typed;
    if (range !== undefined && text !== null) {
      this.listener.typed(sheet, { ...toRect(range), rows: 1, columns: 1 }, [[text]]);
      return;
    }
    if (value === undefined) return;
    if (range !== undefined && ("v" in value || "f" in value || "p" in value)) {
      const rect = toRect(range);
      const input = inputOf(value);
      this.listener.typed(
        sheet,
        rect,
        Array.from({ length: rect.rows }, () => Array<string>(rect.columns).fill(input)),
      );
      return;
    }
    for (const [row, cells] of Object.entries(value as Record<number, Record<number, ICellData>>))
      for (const [column, cell] of Object.entries(cells))
        this.listener.typed(sheet, { row: Number(row), column: Number(column), rows: 1, columns: 1 }, [
          [inputOf(cell)],
        ]);
  }

  #clear(sheet: string, what: "All" | "Contents" | "Formats"): void {
    this.listener.cleared(sheet, this.#selections(), what);
  }

  #columnWidth(sheet: string, params: Record<string, unknown>): void {
    const anchor = Number(params["anchorCol"]);
    const pixels = this.api.getActiveWorkbook()?.getActiveSheet().getColumnWidth(anchor) ?? 64;
    this.listener.columnWidth(sheet, anchor, 1, toPoints(Math.max(0, pixels + Number(params["deltaX"]))));
  }

  #rowHeight(sheet: string, params: Record<string, unknown>): void {
    const anchor = Number(params["anchorRow"]);
    const pixels = this.api.getActiveWorkbook()?.getActiveSheet().getRowHeight(anchor) ?? 20;
    this.listener.rowHeight(sheet, anchor, 1, toPoints(Math.max(0, pixels + Number(params["deltaY"]))));
  }

  #fill(sheet: string, params: Record<string, unknown>): void {
    const from = params["sourceRange"] as IRange | undefined;
    const to = params["targetRange"] as IRange | undefined;
    if (from !== undefined && to !== undefined) this.listener.filled(sheet, toRect(from), toRect(to));
  }
}

function inputOf(cell: ICellData): string {
  if (typeof cell.f === "string" && cell.f !== "") return cell.f;
  return String(cell.v ?? cell.p?.body?.dataStream.replace(/\r?\n?$/, "") ?? "");
}
