/** The menu of a cell (right click, Shift+F10 or the menu key): the edits of every spreadsheet, then what the add-in adds. */
import type { MenuEntry } from "../manifestMenu";
import { word, type Language, type Word } from "../words";
import { button, element } from "./elements";
import { closePopup, showPopup } from "./popup";

export const CELL_EDITS = [
  "cut",
  "copy",
  "paste",
  "insertRows",
  "deleteRows",
  "clearContents",
] as const satisfies readonly Word[];
export type CellEdit = (typeof CELL_EDITS)[number];

export interface CellMenuActions {
  edit(what: CellEdit): void;
  command(action: string): void;
  focusGrid(): void;
}

export function showCellMenu(
  at: { readonly left: number; readonly top: number },
  language: Language,
  addin: readonly MenuEntry[],
  actions: CellMenuActions,
): void {
  const item = (text: string, id: string, run: () => void): HTMLButtonElement =>
    button(
      text,
      () => {
        closePopup();
        run();
      },
      { role: "menuitem", id },
    );
  const edits = CELL_EDITS.map((what) =>
    item(word(language, what), `cell-${what}`, () => {
      actions.edit(what);
    }),
  );
  const commands = addin.map(({ label, action }) =>
    item(label, `cell-${action}`, () => {
      actions.command(action);
    }),
  );
  const parts = commands.length === 0 ? edits : [...edits, element("hr", { role: "separator" }), ...commands];
  showPopup(at, { role: "menu", "aria-label": word(language, "cellMenu") }, parts, () => {
    actions.focusGrid();
  });
}
