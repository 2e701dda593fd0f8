/** Name box and formula bar. The bar shows the formula as it was written, structured references and all. */
import type { WorkbookOperations } from "../../host/model/api";
import { cellAddress, parseRect, rectAddress, splitAddress, type Rect } from "../../src/core/model/a1";
import { word, type Language } from "../words";
import { element, place } from "./elements";

export interface FormulaRowActions {
  /** Selects cells and gives the keyboard to the grid. */
  goTo(sheetId: string, rect: Rect): void;
  noSuchPlace(text: string): void;
  type(sheetId: string, row: number, column: number, text: string): boolean;
  focusGrid(): void;
}

/** What a person means by "Entry!E8", "B2:C5" or a defined name; null when there is no such place. */
function placeOf(model: WorkbookOperations, text: string): { readonly sheetId: string; readonly rect: Rect } | null {
  const named = model.data.names.find(({ name }) => name.toLowerCase() === text.trim().toLowerCase());
  const table = model.table(text.trim());
  if (table !== undefined) return { sheetId: table.sheet.id, rect: table.table.rect };
  const { sheet: sheetName, address } = splitAddress(named === undefined ? text : named.formula.replace(/^=/, ""));
  const rect = parseRect(address);
  const sheet = model.sheet(sheetName ?? model.data.activeSheet);
  return rect === null || sheet === undefined ? null : { sheetId: sheet.id, rect };
}

/** The text a person would edit: the formula, or the value as typed. */
function editText(model: WorkbookOperations, sheetId: string, row: number, column: number): string {
  const cell = model.cell(sheetId, row, column);
  if (cell === undefined) return "";
  if (cell.formula !== undefined) return cell.formula;
  const text = model.textAt(sheetId, row, column);
  const format = model.formatAt(sheetId, row, column).numberFormat ?? "General";
  const isDateOrPercent = /[%ymdhs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ""));
  return typeof cell.value === "number" && !isDateOrPercent ? String(cell.value) : text;
}

export class FormulaRow {
  readonly #name: HTMLInputElement;
  readonly #bar: HTMLInputElement;
  #model: WorkbookOperations;

  constructor(model: WorkbookOperations, language: Language, actions: FormulaRowActions) {
    this.#model = model;
    this.#name = element("input", { id: "name-box", "aria-label": word(language, "nameBox"), spellcheck: "false" });
    this.#bar = element("input", {
      id: "formula-bar",
      "aria-label": word(language, "formulaBar"),
      spellcheck: "false",
    });
    place("formula-row").replaceChildren(this.#name, element("span", { "aria-hidden": "true" }, "fx"), this.#bar);
    this.#name.addEventListener("keydown", (event) => {
      if (event.key === "Escape") actions.focusGrid();
      if (event.key !== "Enter") return;
      event.preventDefault();
      const found = placeOf(this.#model, this.#name.value);
      if (found === null) actions.noSuchPlace(this.#name.value);
      else actions.goTo(found.sheetId, found.rect);
    });
    this.#name.addEventListener("focus", () => {
      this.#name.select();
    });
    this.#bar.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        this.show();
        actions.focusGrid();
      }
      if (event.key !== "Enter") return;
      event.preventDefault();
      const { activeSheet, selection } = this.#model.data;
      if (actions.type(activeSheet, selection.row, selection.column, this.#bar.value)) actions.focusGrid();
    });
  }

  use(model: WorkbookOperations): void {
    this.#model = model;
  }

  /** Shows the selected cell. */
  show(): void {
    const { activeSheet, selection } = this.#model.data;
    const single = selection.rows === 1 && selection.columns === 1;
    this.#name.value = single ? cellAddress(selection.row, selection.column) : rectAddress(selection);
    this.#bar.value = editText(this.#model, activeSheet, selection.row, selection.column);
  }
}
