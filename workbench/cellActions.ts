/** What a person does with cells beside typing: undo and redo by keyboard, the cell's menu, sorting and filtering by the heads. */
import { contains } from "../host/model/cellStore";
import { MAX_COLUMNS } from "../src/core/model/a1";
import { CellClipboard, editsText, insideGrid } from "./clipboard";
import { cellMenuEntries } from "./manifestMenu";
import type { OpenBook } from "./openBook";
import { showCellMenu, type CellEdit } from "./page/cellMenu";
import { place } from "./page/elements";
import type { HeadActions } from "./page/tableHeads";
import type { Language, Word } from "./words";

interface Surroundings {
  readonly book: () => OpenBook;
  readonly language: () => Language;
  readonly say: (key: Word) => void;
  /** Presses a button of the add-in as Excel does. */
  readonly command: (action: string) => void;
}

function stepOf(event: KeyboardEvent): "undo" | "redo" | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "y" || (key === "z" && event.shiftKey)) return "redo";
  return key === "z" ? "undo" : null;
}

export class CellActions {
  readonly #clipboard: CellClipboard;
  /** The add-in's manifest; its cell menu is shown as Excel would. */
  #manifest = "";

  constructor(readonly around: Surroundings) {
    this.#clipboard = new CellClipboard(place("left"), around.book);
    document.addEventListener(
      "keydown",
      (event) => {
        const step = stepOf(event);
        const book = around.book();
        if (step === null || !insideGrid(place("left")) || editsText(event.target, book)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        book[step]();
      },
      true,
    );
    place("grid").addEventListener("contextmenu", (event) => {
      event.preventDefault();
      if (!around.book().view.isEditing) this.#showMenu(event);
    });
  }

  async readManifest(): Promise<void> {
    const answer = await fetch("manifest.xml");
    this.#manifest = await answer.text();
  }

  async edit(what: CellEdit): Promise<void> {
    if (what === "cut" || what === "copy" || what === "paste") {
      if (!(await this.#clipboard.run(what))) this.around.say("pasteByKeys");
      return;
    }
    const book = this.around.book();
    const { model } = book;
    const { activeSheet, selection } = model.data;
    const rows = { ...selection, column: 0, columns: MAX_COLUMNS };
    book.asPerson(() => {
      if (what === "insertRows") model.insertCells(activeSheet, rows, "Down");
      else if (what === "deleteRows") model.deleteCells(activeSheet, rows, "Up");
      else model.clear(activeSheet, selection, "Contents");
    });
  }

  /** Sorting and filtering by the heads of tables. */
  readonly heads: HeadActions = {
    sort: ({ sheet, rect }, offset, ascending) => {
      const book = this.around.book();
      book.asPerson(() => {
        book.model.sort(sheet, rect, [{ key: offset, ascending }], true, false);
      });
    },
    filter: ({ sheet, table }, offset, texts) => {
      const book = this.around.book();
      book.asPerson(() => {
        book.model.setFilter(sheet, table, offset, texts === null ? null : { filterOn: "Values", values: texts });
      });
    },
    focusGrid: () => {
      this.around.book().view.focus();
    },
  };

  /** At the pointer; the menu key has no place of its own, the selected cell has. */
  #showMenu(event: MouseEvent): void {
    const book = this.around.book();
    const { model, view } = book;
    const byMouse = event.button === 2;
    if (byMouse) this.#selectPointed(book);
    const { selection } = model.data;
    const cell = byMouse ? null : view.cellOnScreen(selection.row, selection.column);
    const at = cell === null ? { left: event.clientX, top: event.clientY } : { left: cell.right, top: cell.bottom };
    const language = this.around.language();
    const addin = this.#manifest === "" ? [] : cellMenuEntries(this.#manifest, language);
    showCellMenu(at, language, addin, {
      edit: (what) => {
        void this.edit(what);
      },
      command: this.around.command,
      focusGrid: () => {
        view.focus();
      },
    });
  }

  /** The menu is about the cell under the pointer, or about the selection that it stands in. */
  #selectPointed(book: OpenBook): void {
    const { model, view } = book;
    const { pointedCell } = view;
    const { activeSheet, selection } = model.data;
    if (pointedCell === null || contains(selection, pointedCell.row, pointedCell.column)) return;
    book.look(() => {
      model.select(activeSheet, { ...pointedCell, rows: 1, columns: 1 });
    });
  }
}
