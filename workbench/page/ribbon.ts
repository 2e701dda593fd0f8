/** The strip at the top: file menu, view menu, and the add-in's buttons as they stand in Excel's ribbon. */
import type { Preferences } from "../preferences";
import type { SampleName } from "../samples";
import { word, type Word } from "../words";
import { button, element, place } from "./elements";

/** The add-in's functions as the manifest names them. */
type CommandName = "newScorecard" | "scoreAndRank" | "checkSheet" | "clearFlags";

export interface RibbonActions {
  command(name: CommandName): void;
  openPane(): void;
  open(file: File): void;
  save(): void;
  sample(name: SampleName): void;
  prefer(patch: Partial<Preferences>): void;
  showRequests(): void;
  insertRows(): void;
  deleteRows(): void;
  undo(): void;
  redo(): void;
}

/** Says on the buttons whether there is something to undo and to redo; they keep the focus either way. */
export function showHistory(canUndo: boolean, canRedo: boolean): void {
  place("undo").setAttribute("aria-disabled", String(!canUndo));
  place("redo").setAttribute("aria-disabled", String(!canRedo));
}

function historyButton(id: "undo" | "redo", sign: string, title: string, onClick: () => void): HTMLButtonElement {
  const made = button("", onClick, { class: "history", id, title, "aria-label": title, "aria-disabled": "true" });
  made.append(element("span", { "aria-hidden": "true" }, sign));
  return made;
}

const COMMANDS: readonly (readonly [CommandName, string])[] = [
  ["newScorecard", "new"],
  ["scoreAndRank", "rank"],
  ["checkSheet", "check"],
  ["clearFlags", "clear"],
];

function bigButton(text: string, icon: string, onClick: () => void, id: string): HTMLButtonElement {
  const made = element("button", { type: "button", class: "big", id });
  made.append(element("img", { src: `assets/${icon}-48.png`, alt: "" }), text);
  made.addEventListener("click", onClick);
  return made;
}

function menu(title: string, id: string, ...items: readonly Node[]): HTMLDetailsElement {
  const panel = element("div", {}, ...items);
  const made = element("details", { class: "menu", id }, element("summary", {}, title), panel);
  const close = (): void => {
    made.open = false;
  };
  panel.addEventListener("click", (event) => {
    if (event.target instanceof HTMLButtonElement) close();
  });
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    close();
    made.querySelector("summary")?.focus();
  });
  made.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && !made.contains(event.relatedTarget)) close();
  });
  document.addEventListener("pointerdown", (event) => {
    if (event.target instanceof Node && !made.contains(event.target)) close();
  });
  return made;
}

function choice<K extends keyof Preferences>(
  name: K,
  label: string,
  options: readonly (readonly [Preferences[K] & string, string])[],
  current: Preferences[K],
  actions: RibbonActions,
): HTMLLabelElement {
  const select = element("select", { id: `choose-${name}` });
  for (const [value, text] of options) select.append(element("option", { value }, text));
  select.value = String(current);
  select.addEventListener("change", () => {
    actions.prefer({ [name]: select.value });
  });
  return element("label", {}, label, select);
}

function fileMenu(say: (key: Word) => string, actions: RibbonActions): HTMLDetailsElement {
  const picker = element("input", {
    type: "file",
    accept: ".xlsx",
    hidden: "",
    id: "file-picker",
    "aria-hidden": "true",
  });
  picker.addEventListener("change", () => {
    const file = picker.files?.[0];
    if (file !== undefined) actions.open(file);
    picker.value = "";
  });
  return menu(
    say("file"),
    "menu-file",
    button(
      say("newBook"),
      () => {
        actions.sample("empty");
      },
      { id: "file-new" },
    ),
    button(
      say("open"),
      () => {
        picker.click();
      },
      { id: "file-open" },
    ),
    button(
      say("save"),
      () => {
        actions.save();
      },
      { id: "file-save" },
    ),
    element("h3", {}, say("samples")),
    button(
      say("sampleTeam"),
      () => {
        actions.sample("team");
      },
      { id: "sample-team" },
    ),
    button(
      say("sampleTeamZh"),
      () => {
        actions.sample("team-zh");
      },
      { id: "sample-team-zh" },
    ),
    picker,
  );
}

function viewMenu(say: (key: Word) => string, preferences: Preferences, actions: RibbonActions): HTMLDetailsElement {
  const readOnly = element("input", { type: "checkbox", id: "choose-readOnly" });
  readOnly.checked = preferences.readOnly;
  readOnly.addEventListener("change", () => {
    actions.prefer({ readOnly: readOnly.checked });
  });
  return menu(
    say("view"),
    "menu-view",
    choice(
      "theme",
      say("theme"),
      [
        ["light", say("light")],
        ["dark", say("dark")],
        ["contrast", say("contrast")],
      ],
      preferences.theme,
      actions,
    ),
    choice(
      "language",
      say("language"),
      [
        ["en", "English"],
        ["zh-CN", "中文"],
      ],
      preferences.language,
      actions,
    ),
    choice(
      "excelApi",
      say("excel"),
      [
        ["1.15", say("excelNew")],
        ["1.14", say("excel14")],
        ["1.13", say("excel13")],
      ],
      preferences.excelApi,
      actions,
    ),
    element("label", {}, say("readOnly"), readOnly),
    button(
      say("requests"),
      () => {
        actions.showRequests();
      },
      { id: "view-requests" },
    ),
  );
}

/** Draws the whole strip anew; called again when the language changes. */
export function drawRibbon(preferences: Preferences, actions: RibbonActions): void {
  const say = (key: Word): string => word(preferences.language, key);
  const commands = element("div", {});
  for (const [name, icon] of COMMANDS)
    commands.append(
      bigButton(
        say(name),
        icon,
        () => {
          actions.command(name);
        },
        `ribbon-${name}`,
      ),
    );
  commands.append(
    bigButton(
      say("openPane"),
      "pane",
      () => {
        actions.openPane();
      },
      "ribbon-openPane",
    ),
  );
  const rows = element(
    "div",
    {},
    button(
      say("insertRows"),
      () => {
        actions.insertRows();
      },
      { class: "secondary", id: "insert-rows" },
    ),
    button(
      say("deleteRows"),
      () => {
        actions.deleteRows();
      },
      { class: "secondary", id: "delete-rows" },
    ),
  );
  const history = element(
    "div",
    { class: "steps" },
    historyButton("undo", "↶", say("undo"), () => {
      actions.undo();
    }),
    historyButton("redo", "↷", say("redo"), () => {
      actions.redo();
    }),
  );
  const brand = element("div", { class: "brand" }, element("img", { src: "assets/app-48.png", alt: "" }));
  brand.append(element("div", {}, element("h1", {}, "Evenhand · 衡评"), element("small", {}, say("local"))));
  place("ribbon").replaceChildren(
    brand,
    fileMenu(say, actions),
    viewMenu(say, preferences, actions),
    history,
    element("div", { class: "group" }, commands, element("span", {}, say("group"))),
    element("div", { class: "group" }, rows, element("span", {}, say("sheetGroup"))),
  );
}
