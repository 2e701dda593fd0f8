/** Copy, cut and paste of cells as text (tab-separated, as every spreadsheet does). */
import type { OpenBook } from "./openBook";

/** A box where the person edits text keeps the browser's own clipboard. */
export function editsText(target: EventTarget | null, book: OpenBook): boolean {
  if (target instanceof HTMLInputElement) return true;
  return book.view.isEditing;
}

const LARGEST = 200_000;

export function parseTabbed(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:^|[\t\n])(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))/g;
  const clean = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (const match of clean.matchAll(pattern)) {
    if (match[0].startsWith("\n")) rows.push([]);
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
  }
  return rows;
}
export function toTabbed(rows: readonly (readonly string[])[]): string {
  const quoted = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(quoted).join("\t")).join("\r\n");
}

function selectedTexts(book: OpenBook): string[][] {
  const { activeSheet, selection } = book.model.data;
  const used = book.model.usedRect(activeSheet, false);
  if (used === null) return [[""]];
  const rows = Math.min(selection.rows, Math.max(1, used.row + used.rows - selection.row));
  const columns = Math.min(selection.columns, Math.max(1, used.column + used.columns - selection.column));
  if (rows * columns > LARGEST) return [[""]];
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => book.model.textAt(activeSheet, selection.row + r, selection.column + c)),
  );
}

/** What was copied last here: pasted again it keeps formulas and formats, as long as the clipboard still holds its text. */
interface Copied {
  readonly text: string;
  readonly sheet: string;
  readonly rect: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };
}

/** Cut, copy and paste of the selected cells, for the keyboard and for menus. */
export class CellClipboard {
  #copied: Copied | null = null;

  constructor(
    readonly area: HTMLElement,
    readonly current: () => OpenBook,
  ) {
    const listen = (kind: "copy" | "cut" | "paste", act: (event: ClipboardEvent) => void): void => {
      document.addEventListener(
        kind,
        (event) => {
          if (!insideGrid(area) || editsText(event.target, current())) return;
          act(event);
          event.preventDefault();
          event.stopImmediatePropagation();
        },
        true,
      );
    };
    listen("copy", (event) => event.clipboardData?.setData("text/plain", this.#take(false)));
    listen("cut", (event) => event.clipboardData?.setData("text/plain", this.#take(true)));
    listen("paste", (event) => {
      this.#put(event.clipboardData?.getData("text/plain") ?? "");
    });
  }

  /** From a menu, by the browser's clipboard. @returns false where it refuses */
  async run(what: "cut" | "copy" | "paste"): Promise<boolean> {
    try {
      if (what === "paste") this.#put(await navigator.clipboard.readText());
      else await navigator.clipboard.writeText(this.#take(what === "cut"));
      return true;
    } catch {
      // The browser keeps its clipboard; what was copied here is known all the same.
      if (what !== "paste") return true;
      if (this.#copied === null) return false;
      this.#put(this.#copied.text);
      return true;
    }
  }

  /** The texts of the selected cells; cutting empties them. */
  #take(cut: boolean): string {
    const book = this.current();
    const { activeSheet, selection } = book.model.data;
    const texts = selectedTexts(book);
    const text = toTabbed(texts);
    const rect = { ...selection, rows: texts.length, columns: texts[0]?.length ?? 1 };
    this.#copied = cut ? null : { text, sheet: activeSheet, rect };
    if (cut)
      book.asPerson(() => {
        book.model.clear(activeSheet, selection, "Contents");
      });
    return text;
  }

  #put(text: string): void {
    const book = this.current();
    const { activeSheet, selection } = book.model.data;
    const copied = this.#copied;
    if (copied?.text === text) {
      const from = { sheet: copied.sheet, rect: copied.rect };
      const to = { sheet: activeSheet, rect: { ...copied.rect, row: selection.row, column: selection.column } };
      book.asPerson(() => {
        book.model.copy(from, to, "All", false, false);
      });
      return;
    }
    const rows = parseTabbed(text);
    const columns = Math.max(...rows.map((row) => row.length));
    const inputs = rows.map((row) => Array.from({ length: columns }, (_, c) => row[c] ?? ""));
    book.type(activeSheet, { row: selection.row, column: selection.column, rows: rows.length, columns }, inputs);
  }
}

/** The grid has the keyboard: its hidden input, or nothing special on the page. */
export function insideGrid(area: HTMLElement): boolean {
  const active = document.activeElement;
  return (
    active === null || active === document.body || area.contains(active) || active.closest("[class*=univer]") !== null
  );
}
