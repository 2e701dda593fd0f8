/** A message over the page that waits for the person. Resolves when it is closed. */
import { button, element } from "./elements";

export function notice(paragraphs: readonly string[], closeText: string): Promise<void> {
  return new Promise((resolve) => {
    const before = document.activeElement;
    const box = element("div", {
      class: "notice",
      role: "alertdialog",
      "aria-modal": "true",
      "aria-label": paragraphs[0] ?? "",
    });
    for (const text of paragraphs) box.append(element("p", {}, text));
    const close = (): void => {
      box.remove();
      if (before instanceof HTMLElement) before.focus();
      resolve();
    };
    const ok = button(closeText, close, { class: "primary" });
    box.append(element("footer", {}, ok));
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
      if (event.key === "Tab") event.preventDefault();
    });
    document.body.append(box);
    ok.focus();
  });
}
