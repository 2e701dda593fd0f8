/** One open workbook: the model, its engine and its grid, kept in step. Everything a person does goes through here. */
import { createBrowserEngine } from "../host/engine/browserEngine";
import type { UniverEngine } from "../host/engine/univerEngine";
import { HostError } from "../host/model/api";
import type { CellKey, RuleFormat, WorkbookData } from "../host/model/types";
import { WorkbookModel } from "../host/model/workbookModel";
import { intersect, type Rect } from "../src/core/model/a1";
import { GridView, type GridOptions } from "./grid/gridView";
import { drawnEntry, listEntries } from "./grid/drawnRules";
import type { GridListener } from "./grid/personInput";
import { ruleFormats } from "./grid/ruleFormats";
import { EditHistory } from "./history";

export interface BookListener {
  /** After the grid was painted: selection, sheets or values may be new. */
  painted(): void;
  scrolled(): void;
  /** Events may wait for the add-in. */
  userActed(): void;
  calculating(busy: boolean): void;
  editing(open: boolean): void;
  /** There is something else to undo or redo than before. */
  historyChanged(): void;
  /** A sentence key for what was refused, with Excel's own reason if there is one. */
  refused(
    why:
      | { readonly kind: "notOffered" }
      | { readonly kind: "readOnly" | "nothingToUndo" | "nothingToRedo" }
      | { readonly kind: "host"; readonly reason: string }
      | { readonly kind: "notInList"; readonly text: string },
  ): void;
}

const NO_FORMATS: ReadonlyMap<CellKey, RuleFormat> = new Map();

/** The next cell of a stretch `columns` wide, line by line. */
const nextCell = (at: { readonly row: number; readonly column: number }, first: number, columns: number) =>
  at.column + 1 < first + columns ? { row: at.row, column: at.column + 1 } : { row: at.row + 1, column: first };

export class OpenBook {
  readonly model: WorkbookModel;
  readonly #engine: UniverEngine;
  readonly #stopListening: () => void;
  readonly #history: EditHistory;
  #view: GridView;
  /** What conditional formats gave, by sheet, and for which state of the workbook. */
  readonly #rules = new Map<string, { readonly version: number; readonly formats: ReadonlyMap<CellKey, RuleFormat> }>();
  /** Counts the changes that may colour cells differently. */
  #version = 0;
  #wanted = false;
  #working: Promise<void> | null = null;
  #closed = false;
  #calculating = false;

  constructor(
    data: WorkbookData,
    readonly container: HTMLElement,
    options: GridOptions,
    readonly listener: BookListener,
    readonly isReadOnly: () => boolean,
  ) {
    this.#engine = createBrowserEngine();
    this.model = new WorkbookModel(data, this.#engine);
    this.#history = new EditHistory(this.model, () => {
      listener.historyChanged();
    });
    this.#view = this.#createView(options);
    this.#stopListening = this.model.onChange((change) => {
      // The add-in's requests calculate too; their values must come to the screen as ours do.
      if (change.kind === "calculated" && this.#calculating) return;
      if (change.kind !== "selection" && change.kind !== "size" && change.kind !== "view") this.#version += 1;
      this.refresh();
    });
  }

  get view(): GridView {
    return this.#view;
  }

  /** Another language or theme: the grid is made anew over the same workbook. */
  redraw(options: GridOptions): void {
    this.#view.dispose();
    this.#view = this.#createView(options);
    this.refresh();
  }

  /** Recalculates and repaints soon; many changes become one pass. */
  refresh(): void {
    this.#wanted = true;
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
    });
  }

  /** Selects cells and gives the keyboard to the grid at once, so that what is typed next goes there. */
  goTo(sheetId: string, rect: Rect): void {
    this.look(() => {
      this.model.select(sheetId, rect);
    });
    this.#paint();
    this.#view.focus();
  }

  /** Resolves when the grid takes keys and clicks, and values and colours are up to date on the screen. */
  async settled(): Promise<void> {
    await this.#view.standing();
    while (this.#working !== null) await this.#working;
  }

  /** Looking around (selecting, switching sheets) is allowed in a read-only workbook too. */
  look(move: () => void): void {
    this.#act(move);
  }

  /** Runs an edit of the person; what Excel would refuse is said, nothing is changed then. */
  asPerson(edit: () => void): boolean {
    if (this.isReadOnly()) {
      this.listener.refused({ kind: "readOnly" });
      this.refresh();
      return false;
    }
    this.#history.commit();
    const done = this.#act(edit);
    this.#history.commit();
    return done;
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }
  get canRedo(): boolean {
    return this.#history.canRedo;
  }
  /** Takes back the last edit of the person or run of the add-in, or does it again. */
  undo(): void {
    this.#move("nothingToUndo", () => this.#history.undo());
  }
  redo(): void {
    this.#move("nothingToRedo", () => this.#history.redo());
  }
  #move(otherwise: "nothingToUndo" | "nothingToRedo", step: () => boolean): void {
    this.#act(() => {
      if (!step()) this.listener.refused({ kind: otherwise });
    });
  }

  #act(edit: () => void): boolean {
    this.model.origin = "user";
    try {
      edit();
      return true;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      this.listener.refused({ kind: "host", reason: error.message });
      this.refresh();
      return false;
    } finally {
      this.model.origin = "addin";
      this.listener.userActed();
    }
  }

  /** Types into cells as a person does; a list validation that stops refuses other texts. */
  type(sheetId: string, rect: Rect, inputs: readonly (readonly string[])[]): boolean {
    const through = this.#throughLists(sheetId, rect, inputs);
    if ("refused" in through) {
      this.listener.refused({ kind: "notInList", text: through.refused });
      this.refresh();
      return false;
    }
    return this.asPerson(() => {
      this.model.setInputs(sheetId, rect, through.inputs);
    });
  }

  close(): void {
    this.#closed = true;
    this.#stopListening();
    this.#history.dispose();
    this.#view.dispose();
    this.model.dispose();
  }

  async #work(): Promise<void> {
    // Give a batch of changes the time to end.
    await new Promise((resolve) => setTimeout(resolve, 0));
    while (this.#wanted && !this.#closed) {
      this.#wanted = false;
      if (this.model.isDirty) {
        this.listener.calculating(true);
        this.#calculating = true;
        await this.model.recalc().finally(() => {
          this.#calculating = false;
          this.listener.calculating(false);
        });
      }
      if (this.#stale()) return;
      this.#paint();
      await this.#colour();
    }
  }

  /** Values are on the screen first; what conditional formats give follows. */
  async #colour(): Promise<void> {
    const sheet = this.model.sheet(this.model.data.activeSheet);
    if (sheet === undefined || this.#wanted) return;
    const version = this.#version;
    const known = this.#rules.get(sheet.id);
    if (known?.version === version) return;
    const formats = await ruleFormats(sheet, this.#engine);
    if (this.#stale()) return;
    this.#rules.set(sheet.id, { version, formats });
    if (sheet.id === this.model.data.activeSheet && (formats.size > 0 || (known?.formats.size ?? 0) > 0)) this.#paint();
  }

  #stale(): boolean {
    return this.#closed;
  }

  #paint(): void {
    this.#view.paint(this.#rules.get(this.model.data.activeSheet)?.formats ?? NO_FORMATS);
    this.listener.painted();
  }

  /** The inputs as the lists have them, or the first text that a list that stops does not have. */
  #throughLists(
    sheetId: string,
    rect: Rect,
    inputs: readonly (readonly string[])[],
  ): { readonly inputs: readonly (readonly string[])[] } | { readonly refused: string } {
    const sheet = this.model.sheet(sheetId);
    const stops = (sheet?.validations ?? []).filter(
      ({ errorAlert }) => errorAlert.showAlert && errorAlert.style === "Stop",
    );
    if (sheet === undefined || stops.length === 0) return { inputs };
    const taken = inputs.map((line) => [...line]);
    for (const validation of stops)
      for (const { row, column, rows, columns } of validation.ranges.flatMap((range) => intersect(range, rect) ?? []))
        for (let at = { row, column }; at.row < row + rows; at = nextCell(at, column, columns)) {
          const line = taken[at.row - rect.row];
          const text = line?.[at.column - rect.column] ?? "";
          const entries = text === "" || text.startsWith("=") ? null : listEntries(this.model, sheet, validation, at);
          if (line === undefined || entries === null || entries.includes(text)) continue;
          const chosen = entries.find((entry) => drawnEntry(entry) === text);
          if (chosen === undefined) return { refused: text };
          line[at.column - rect.column] = chosen;
        }
    return { inputs: taken };
  }

  #createView(options: GridOptions): GridView {
    const { model } = this;
    const input: GridListener = {
      typed: (sheetId, rect, inputs) => this.type(sheetId, rect, inputs),
      cleared: (sheetId, rects, what) =>
        this.asPerson(() => {
          for (const rect of rects) model.clear(sheetId, rect, what);
        }),
      selected: (sheetId, rect) => {
        this.look(() => {
          model.select(sheetId, rect);
        });
      },
      columnWidth: (sheetId, column, count, points) =>
        this.asPerson(() => {
          model.setColumnWidth(sheetId, column, count, points);
        }),
      rowHeight: (sheetId, row, count, points) =>
        this.asPerson(() => {
          model.setRowHeight(sheetId, row, count, points);
        }),
      filled: (sheetId, from, to) =>
        this.asPerson(() => {
          model.copy({ sheet: sheetId, rect: from }, { sheet: sheetId, rect: to }, "All", false, false);
        }),
      toggled: (sheetId, rects, what) =>
        this.asPerson(() => {
          const [first] = rects;
          if (first === undefined) return;
          const format = model.formatAt(sheetId, first.row, first.column);
          const patch =
            what === "underline"
              ? { underline: (format.underline ?? "None") === "None" ? ("Single" as const) : ("None" as const) }
              : { [what]: format[what] !== true };
          for (const rect of rects) model.setFormat(sheetId, rect, patch);
        }),
      editing: (open) => {
        this.listener.editing(open);
      },
      scrolled: () => {
        this.listener.scrolled();
      },
      refused: () => {
        this.listener.refused({ kind: "notOffered" });
      },
    };
    return new GridView(this.container, model, options, input);
  }
}
