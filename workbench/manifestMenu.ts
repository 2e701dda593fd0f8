/** What the add-in adds to the menu of a cell, read from its own manifest: label in the person's language, function to run. */

export interface MenuEntry {
  readonly label: string;
  /** The name given to Office.actions.associate. */
  readonly action: string;
}

const byName = (parent: Element | Document, name: string): Element[] => [...parent.getElementsByTagNameNS("*", name)];

/** The text of a resource in the language asked for, else the default one. */
function resourceText(manifest: Document, id: string, locale: string): string {
  const found = byName(manifest, "String").find((string) => string.getAttribute("id") === id);
  const override = found && byName(found, "Override").find((each) => each.getAttribute("Locale") === locale);
  return override?.getAttribute("Value") ?? found?.getAttribute("DefaultValue") ?? id;
}

/** Buttons that the manifest puts into the cell's context menu. */
export function cellMenuEntries(xml: string, locale: string): readonly MenuEntry[] {
  const manifest = new DOMParser().parseFromString(xml, "text/xml");
  return byName(manifest, "OfficeMenu")
    .filter((menu) => menu.getAttribute("id") === "ContextMenuCell")
    .flatMap((menu) => byName(menu, "Control"))
    .flatMap((control) => {
      const action = byName(control, "FunctionName")[0]?.textContent ?? "";
      const label = byName(control, "Label")[0]?.getAttribute("resid") ?? "";
      return action === "" ? [] : [{ action, label: resourceText(manifest, label, locale) }];
    });
}
