/** The border between grid and pane: drag it, or use the arrow keys. The pane never gets narrower than Excel's. */
import { place } from "./elements";

const NARROWEST = 320;
const STEP = 20;

export function makeSplitter(label: string): void {
  const splitter = place("splitter");
  const right = place("right");
  splitter.setAttribute("aria-label", label);
  const setWidth = (wanted: number): void => {
    const width = Math.max(NARROWEST, Math.min(wanted, window.innerWidth - 260));
    right.style.width = `${String(width)}px`;
    splitter.setAttribute("aria-valuenow", String(width));
    splitter.setAttribute("aria-valuemin", String(NARROWEST));
    splitter.setAttribute("aria-valuemax", String(Math.max(NARROWEST, window.innerWidth - 260)));
    window.dispatchEvent(new Event("resize"));
  };
  splitter.addEventListener("pointerdown", (event) => {
    splitter.setPointerCapture(event.pointerId);
    document.body.classList.add("dragging");
  });
  splitter.addEventListener("pointermove", (event) => {
    if (splitter.hasPointerCapture(event.pointerId)) setWidth(window.innerWidth - event.clientX - 3);
  });
  splitter.addEventListener("pointerup", () => {
    document.body.classList.remove("dragging");
  });
  splitter.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") setWidth(right.offsetWidth + STEP);
    if (event.key === "ArrowRight") setWidth(right.offsetWidth - STEP);
  });
  setWidth(NARROWEST + 20);
}
