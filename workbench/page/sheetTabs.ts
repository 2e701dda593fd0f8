/** The tabs of the sheets: click or arrow keys to switch, double click or F2 to rename. */
import type { WorkbookOperations } from "../../host/model/api";
import { word, type Language } from "../words";
import { button, element, place } from "./elements";

export interface TabActions {
  activate(sheetId: string): void;
  rename(sheetId: string, name: string): void;
  add(): void;
}

let drawn = "";

function renameBox(tab: HTMLElement, name: string, label: string, done: (name: string | null) => void): void {
  const box = element("input", { "aria-label": label, value: name, size: String(Math.max(8, name.length)) });
  let ended = false;
  const end = (text: string | null): void => {
    if (ended) return;
    ended = true;
    drawn = "";
    done(text);
  };
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") end(box.value);
    if (event.key === "Escape") end(null);
  });
  box.addEventListener("blur", () => {
    end(box.value);
  });
  tab.replaceWith(box);
  box.select();
  box.focus();
}

/** Draws the tabs when something about them is new. */
export function drawTabs(model: WorkbookOperations, language: Language, actions: TabActions): void {
  const { activeSheet, sheets } = model.data;
  const shown = sheets.filter(({ visibility }) => visibility === "Visible");
  const mark = JSON.stringify([language, activeSheet, shown.map(({ id, name, tabColor }) => [id, name, tabColor])]);
  if (mark === drawn) return;
  const hadFocus = place("tabs").contains(document.activeElement);
  drawn = mark;
  const list = element("div", { role: "tablist", "aria-label": word(language, "sheets"), style: "display:flex" });
  shown.forEach((sheet, i) => {
    const active = sheet.id === activeSheet;
    const tab = button(
      sheet.name,
      () => {
        actions.activate(sheet.id);
      },
      {
        class: "tab",
        role: "tab",
        "aria-selected": String(active),
        tabindex: active ? "0" : "-1",
      },
    );
    if (sheet.tabColor !== "") tab.style.boxShadow = `inset 0 -3px 0 ${sheet.tabColor}`;
    const rename = (): void => {
      renameBox(tab, sheet.name, word(language, "renameSheet"), (name) => {
        if (name !== null && name !== sheet.name) actions.rename(sheet.id, name);
        else drawTabs(model, language, actions);
      });
    };
    tab.addEventListener("dblclick", rename);
    tab.addEventListener("keydown", (event) => {
      if (event.key === "F2") rename();
      const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      const next = shown[(i + step + shown.length) % shown.length];
      if (step !== 0 && next !== undefined) actions.activate(next.id);
    });
    list.append(tab);
  });
  const add = button(
    "+",
    () => {
      actions.add();
    },
    { class: "tab", "aria-label": word(language, "addSheet") },
  );
  place("tabs").replaceChildren(list, add);
  if (hadFocus) list.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
}
