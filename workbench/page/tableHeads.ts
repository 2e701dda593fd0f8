/** Filter buttons on the heads of tables and of the sheet's own filter; their window sorts and filters through the model. */
import type { WorkbookModel } from "../../host/model/workbookModel";
import type { AutoFilterData, SheetData } from "../../host/model/types";
import type { Rect } from "../../src/core/model/a1";
import type { GridView } from "../grid/gridView";
import { word, type Language, type Word } from "../words";
import { button, element, place } from "./elements";
import { closePopup, showPopup } from "./popup";

/** Where a filter stands, and what it filters. */
export interface FilterPlace {
  readonly sheet: string;
  /** Null: the sheet's own filter. */
  readonly table: string | null;
  /** Heads and the rows under them, without totals. */
  readonly rect: Rect;
  readonly criteria: AutoFilterData["criteria"];
}
export interface HeadActions {
  sort(at: FilterPlace, offset: number, ascending: boolean): void;
  /** The texts that stay; null shows all. */
  filter(at: FilterPlace, offset: number, texts: readonly string[] | null): void;
  focusGrid(): void;
}

const SIZE = 16;
/** More texts than that are chosen by sorting first, as nobody ticks them off. */
const MOST_TEXTS = 500;

/** All filters of a sheet whose buttons are shown. */
export function filterPlaces(sheet: SheetData): readonly FilterPlace[] {
  const tables = sheet.tables
    .filter(({ showHeaders, showFilterButton }) => showHeaders && showFilterButton)
    .map((table) => ({
      sheet: sheet.id,
      table: table.id,
      rect: { ...table.rect, rows: table.rect.rows - (table.showTotals ? 1 : 0) },
      criteria: table.filter?.criteria ?? new Map(),
    }));
  const own = sheet.autoFilter;
  return own === null ? tables : [...tables, { sheet: sheet.id, table: null, rect: own.rect, criteria: own.criteria }];
}

/** The texts of a column as they are shown, each once, in order. */
function textsOf(model: WorkbookModel, { sheet, rect }: FilterPlace, offset: number): readonly string[] {
  const texts = new Set<string>();
  for (let row = rect.row + 1; row < rect.row + rect.rows; row += 1)
    texts.add(model.textAt(sheet, row, rect.column + offset));
  return [...texts].sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
}

/** What is ticked at first: the texts of a filter by values, all of them without one. */
function isChosen(at: FilterPlace, offset: number, text: string): boolean {
  const values = at.criteria.get(offset)?.["values"];
  return !Array.isArray(values) || values.some((value) => String(value).toLowerCase() === text.toLowerCase());
}

export function showFilter(
  model: WorkbookModel,
  language: Language,
  at: FilterPlace,
  offset: number,
  corner: { readonly left: number; readonly top: number },
  actions: HeadActions,
): void {
  const say = (key: Word): string => word(language, key);
  const run = (text: string, id: string, action: () => void): HTMLButtonElement =>
    button(
      text,
      () => {
        closePopup();
        action();
      },
      { id },
    );
  const texts = textsOf(model, at, offset).slice(0, MOST_TEXTS);
  const boxes = texts.map((text) => {
    const box = element("input", { type: "checkbox" });
    box.checked = isChosen(at, offset, text);
    return { text, box, label: element("label", {}, box, text === "" ? say("blanks") : text) };
  });
  const all = element("input", { type: "checkbox", id: "filter-all" });
  all.checked = boxes.every(({ box }) => box.checked);
  all.addEventListener("change", () => {
    for (const { box } of boxes) box.checked = all.checked;
  });
  const name = model.textAt(at.sheet, at.rect.row, at.rect.column + offset);
  const apply = (): void => {
    const kept = boxes.filter(({ box }) => box.checked).map(({ text }) => text);
    actions.filter(at, offset, kept.length === boxes.length ? null : kept);
  };
  showPopup(
    corner,
    { role: "dialog", "aria-label": word(language, "filterOf", { name }), id: "filter-popup" },
    [
      run(say("sortUp"), "sort-up", () => {
        actions.sort(at, offset, true);
      }),
      run(say("sortDown"), "sort-down", () => {
        actions.sort(at, offset, false);
      }),
      element("hr"),
      element(
        "div",
        { class: "choices", role: "group", "aria-label": say("filterShown") },
        element("label", {}, all, say("selectAll")),
        ...boxes.map(({ label }) => label),
      ),
      element(
        "footer",
        {},
        run(say("filterApply"), "filter-apply", apply),
        run(say("filterClear"), "filter-clear", () => {
          actions.filter(at, offset, null);
        }),
      ),
    ],
    () => {
      actions.focusGrid();
    },
  );
}

/** Draws a button on every head that can be seen. */
export function drawHeads(model: WorkbookModel, view: GridView, language: Language, actions: HeadActions): void {
  const sheet = model.sheet(model.data.activeSheet);
  const frame = place("heads").getBoundingClientRect();
  const buttons = (sheet === undefined ? [] : filterPlaces(sheet)).flatMap((at) =>
    Array.from({ length: at.rect.columns }, (_, offset) => {
      const cell = view.cellOnScreen(at.rect.row, at.rect.column + offset);
      if (cell === null) return [];
      const name = model.textAt(at.sheet, at.rect.row, at.rect.column + offset);
      const made = button(
        "",
        () => {
          const { left, bottom } = made.getBoundingClientRect();
          showFilter(model, language, at, offset, { left, top: bottom }, actions);
        },
        {
          class: at.criteria.has(offset) ? "head on" : "head",
          "aria-label": word(language, "filterOf", { name }),
          "aria-haspopup": "dialog",
        },
      );
      made.style.left = `${String(cell.right - frame.left - SIZE - 2)}px`;
      made.style.top = `${String(cell.bottom - frame.top - SIZE - 2)}px`;
      return [made];
    }).flat(),
  );
  place("heads").replaceChildren(...buttons);
}
