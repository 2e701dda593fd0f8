/** A small window on the page that goes away when the person does something else: the cell's menu, the filter of a table. */
import { element } from "./elements";

let open: HTMLElement | null = null;
let back: () => void = () => undefined;

/** Closes what is open; the keyboard goes back to where it was. */
export function closePopup(): void {
  const closing = open;
  open = null;
  closing?.remove();
  if (closing !== null) back();
}

const focusable = (popup: HTMLElement): HTMLElement[] =>
  [...popup.querySelectorAll<HTMLElement>("button, input")].filter((each) => !each.hasAttribute("disabled"));

function moveFocus(popup: HTMLElement, by: number): void {
  const items = focusable(popup);
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + by + items.length) % items.length]?.focus();
}

/**
 * Shows a window at a point of the page, moved so that it stands inside; arrows and Tab go round in it, Escape closes it.
 * @param giveBack gives the keyboard back once it is closed
 */
export function showPopup(
  at: { readonly left: number; readonly top: number },
  attributes: Readonly<Record<string, string>>,
  content: readonly Node[],
  giveBack: () => void,
): HTMLElement {
  closePopup();
  const popup = element("div", { class: "popup", ...attributes }, ...content);
  popup.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") closePopup();
    else if (event.key === "ArrowDown") moveFocus(popup, 1);
    else if (event.key === "ArrowUp") moveFocus(popup, -1);
    else if (event.key === "Tab") moveFocus(popup, event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  });
  popup.addEventListener("contextmenu", (event) => {
    event.preventDefault();
  });
  document.body.append(popup);
  const { width, height } = popup.getBoundingClientRect();
  popup.style.left = `${String(Math.max(4, Math.min(at.left, window.innerWidth - width - 4)))}px`;
  popup.style.top = `${String(Math.max(4, Math.min(at.top, window.innerHeight - height - 4)))}px`;
  open = popup;
  back = giveBack;
  focusable(popup)[0]?.focus();
  return popup;
}

document.addEventListener(
  "pointerdown",
  (event) => {
    if (open !== null && event.target instanceof Node && !open.contains(event.target)) closePopup();
  },
  true,
);
// Into the pane's frame.
window.addEventListener("blur", () => {
  closePopup();
});
