/** Charts stand on the grid as boxes with their title: the engine cannot draw them, and the workbench says so. */
import type { WorkbookOperations } from "../../host/model/api";
import type { GridView } from "../grid/gridView";
import { toPixels } from "../grid/drawnSheet";
import { element, place } from "./elements";

/** Width of the row heads and height of the column heads, in pixels. */
const HEADS = { left: 46, top: 20 };

export function drawCharts(model: WorkbookOperations, view: GridView, label: string): void {
  const sheet = model.sheet(model.data.activeSheet);
  const boxes = (sheet?.charts ?? []).map((chart) => {
    const scroll = view.scrollOffset();
    const box = element(
      "div",
      { class: "chart-box" },
      element("b", {}, chart.showTitle && chart.title !== "" ? chart.title : chart.name),
      element("small", {}, `${label}: ${chart.type}`),
    );
    box.style.left = `${String(HEADS.left + toPixels(chart.left) - scroll.left)}px`;
    box.style.top = `${String(HEADS.top + toPixels(chart.top) - scroll.top)}px`;
    box.style.width = `${String(toPixels(chart.width))}px`;
    box.style.height = `${String(toPixels(chart.height))}px`;
    return box;
  });
  place("floating").replaceChildren(...boxes);
}
