/** Charts: bar, column and line charts as native DrawingML, written and read; other kinds are named. */
import { anchorOf, type ChartAnchor } from "../../model/geometry";
import type { ChartAxesData, ChartData, SheetData } from "../../model/types";
import { newId } from "../../model/newWorkbook";
import type { LossList } from "../loss";
import { attribute, child, children, localName, numberAttribute, parseXml, textOf } from "../package/xmlTree";
import type { Element } from "../package/xmlTree";
import { element, textElement, XML_HEAD } from "../package/xmlText";

const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const SHEET_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const EMU_PER_POINT = 12_700;

interface Kind {
  readonly element: "barChart" | "lineChart";
  readonly direction?: "bar" | "col";
  readonly grouping: string;
  readonly markers?: boolean;
}
const KINDS: Readonly<Record<string, Kind>> = {
  ColumnClustered: { element: "barChart", direction: "col", grouping: "clustered" },
  ColumnStacked: { element: "barChart", direction: "col", grouping: "stacked" },
  ColumnStacked100: { element: "barChart", direction: "col", grouping: "percentStacked" },
  BarClustered: { element: "barChart", direction: "bar", grouping: "clustered" },
  BarStacked: { element: "barChart", direction: "bar", grouping: "stacked" },
  BarStacked100: { element: "barChart", direction: "bar", grouping: "percentStacked" },
  Line: { element: "lineChart", grouping: "standard", markers: false },
  LineMarkers: { element: "lineChart", grouping: "standard", markers: true },
};

const value = (name: string, val: string | number | boolean): string => element(name, { val });
const withoutSign = (reference: string): string => reference.replace(/^=/, "");

function titleXml(text: string): string {
  const run = element("a:r", {}, textElement("a:t", text));
  const rich = element("c:rich", {}, element("a:bodyPr"), element("a:p", {}, run));
  return element("c:title", {}, element("c:tx", {}, rich), value("c:overlay", false));
}

function seriesXml(series: ChartData["series"][number], index: number, kind: Kind): string {
  const name = element("c:tx", {}, textElement("c:v", series.name));
  const categories =
    series.categories === null
      ? ""
      : element("c:cat", {}, element("c:strRef", {}, textElement("c:f", withoutSign(series.categories))));
  const values = element("c:val", {}, element("c:numRef", {}, textElement("c:f", withoutSign(series.values))));
  const marker = kind.markers === false ? element("c:marker", {}, value("c:symbol", "none")) : "";
  const invert = kind.element === "barChart" ? value("c:invertIfNegative", false) : "";
  const smooth = kind.element === "lineChart" ? value("c:smooth", false) : "";
  return element(
    "c:ser",
    {},
    value("c:idx", index),
    value("c:order", index),
    name,
    invert,
    marker,
    categories,
    values,
    smooth,
  );
}

function axesXml(kind: Kind, axes: ChartAxesData): string {
  const across = kind.direction === "bar";
  const axis = (
    name: string,
    id: number,
    other: number,
    position: string,
    rest: string,
    scaling: string,
    crosses = "autoZero",
  ): string =>
    element(
      name,
      {},
      value("c:axId", id),
      element("c:scaling", {}, scaling),
      value("c:delete", false),
      value("c:axPos", position),
      name === "c:valAx" ? element("c:majorGridlines") : "",
      value("c:majorTickMark", "out"),
      value("c:minorTickMark", "none"),
      value("c:tickLblPos", "nextTo"),
      value("c:crossAx", other),
      value("c:crosses", crosses),
      rest,
    );
  return (
    axis(
      "c:catAx",
      1,
      2,
      across ? "l" : "b",
      value("c:auto", true) + value("c:lblAlgn", "ctr") + value("c:lblOffset", 100),
      value("c:orientation", axes.reversed === true ? "maxMin" : "minMax"),
    ) +
    axis(
      "c:valAx",
      2,
      1,
      across ? "b" : "l",
      value("c:crossBetween", "between"),
      value("c:orientation", "minMax") + (axes.valueMinimum === undefined ? "" : value("c:min", axes.valueMinimum)),
      axes.valuesAt === "Maximum" ? "max" : "autoZero",
    )
  );
}

/** A chart part, or null for a kind that is not written. */
export function writeChart(chart: ChartData): string | null {
  const kind = KINDS[chart.type];
  if (kind === undefined || chart.series.length === 0) return null;
  const stacked = kind.grouping !== "clustered" && kind.grouping !== "standard";
  const plot = element(
    `c:${kind.element}`,
    {},
    kind.direction === undefined ? "" : value("c:barDir", kind.direction),
    value("c:grouping", kind.grouping),
    value("c:varyColors", false),
    ...chart.series.map((series, i) => seriesXml(series, i, kind)),
    kind.element === "barChart"
      ? value("c:gapWidth", 80) + (stacked ? value("c:overlap", 100) : "")
      : value("c:marker", true),
    value("c:axId", 1),
    value("c:axId", 2),
  );
  const body = element(
    "c:chart",
    {},
    chart.showTitle && chart.title !== "" ? titleXml(chart.title) : "",
    value("c:autoTitleDeleted", !(chart.showTitle && chart.title !== "")),
    element("c:plotArea", {}, element("c:layout"), plot, axesXml(kind, chart.axes ?? {})),
    chart.legendVisible ? element("c:legend", {}, value("c:legendPos", "b"), value("c:overlay", false)) : "",
    value("c:plotVisOnly", true),
    value("c:dispBlanksAs", "gap"),
  );
  return XML_HEAD + element("c:chartSpace", { "xmlns:c": CHART, "xmlns:a": DRAWING, "xmlns:r": RELATIONS }, body);
}

/** The drawing part that places charts; relation ids count rId1, rId2 … in the order of `charts`. */
export function writeDrawing(sheet: SheetData, charts: readonly ChartData[]): string {
  const emu = (points: number): number => Math.round(points * EMU_PER_POINT);
  const corner = (name: "xdr:from" | "xdr:to", { column, row }: ChartAnchor["from"]): string =>
    element(
      name,
      {},
      element("xdr:col", {}, String(column.index)),
      element("xdr:colOff", {}, String(emu(column.offset))),
      element("xdr:row", {}, String(row.index)),
      element("xdr:rowOff", {}, String(emu(row.offset))),
    );
  const anchors = charts.map((chart, i) => {
    const frame = element(
      "xdr:graphicFrame",
      { macro: "" },
      element(
        "xdr:nvGraphicFramePr",
        {},
        element("xdr:cNvPr", { id: i + 2, name: chart.name }),
        element("xdr:cNvGraphicFramePr"),
      ),
      element("xdr:xfrm", {}, element("a:off", { x: 0, y: 0 }), element("a:ext", { cx: 0, cy: 0 })),
      element(
        "a:graphic",
        {},
        element(
          "a:graphicData",
          { uri: CHART },
          element("c:chart", { "xmlns:c": CHART, "r:id": `rId${String(i + 1)}` }),
        ),
      ),
    );
    const { from, to } = anchorOf(sheet, chart);
    return element(
      "xdr:twoCellAnchor",
      {},
      corner("xdr:from", from),
      corner("xdr:to", to),
      frame,
      element("xdr:clientData"),
    );
  });
  return (
    XML_HEAD + element("xdr:wsDr", { "xmlns:xdr": SHEET_DRAWING, "xmlns:a": DRAWING, "xmlns:r": RELATIONS }, ...anchors)
  );
}

/** Charts of a sheet that can be written; the others are named. */
export function writableCharts(sheet: SheetData, left: LossList): readonly ChartData[] {
  return sheet.charts.filter((chart) => {
    const writable = writeChart(chart) !== null;
    if (!writable) left.add(sheet.name, "file.left.chart", { name: chart.name, kind: chart.type });
    return writable;
  });
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface ChartPlace extends Box {
  readonly relation: string;
  readonly name: string;
}

/** Distance in points of a column's or row's beginning from the sheet's corner. */
export type Measure = (axis: "column" | "row", index: number) => number;

/** Where an anchor puts its object: by points, or by cells and offsets. */
function boxOf(anchor: Element, measure: Measure): Box {
  const points = (node: Element | null, name: string): number => (numberAttribute(node, name) ?? 0) / EMU_PER_POINT;
  const corner = (node: Element | null): readonly [number, number] => {
    const number = (name: string): number => Number(textOf(child(node, name)) || "0");
    return [
      measure("column", number("col")) + number("colOff") / EMU_PER_POINT,
      measure("row", number("row")) + number("rowOff") / EMU_PER_POINT,
    ];
  };
  const from = child(anchor, "from");
  const position = child(anchor, "pos");
  const [left, top] = from === null ? [points(position, "x"), points(position, "y")] : corner(from);
  const to = child(anchor, "to");
  const extent = child(anchor, "ext");
  if (to === null) return { left, top, width: points(extent, "cx"), height: points(extent, "cy") };
  const [right, bottom] = corner(to);
  return { left, top, width: right - left, height: bottom - top };
}

/** The charts that a drawing part places, and how many other things (pictures, shapes) it holds. */
export function readDrawing(
  xml: string,
  measure: Measure,
): { readonly charts: readonly ChartPlace[]; readonly others: number } {
  const charts: ChartPlace[] = [];
  let others = 0;
  for (const anchor of children(parseXml(xml))) {
    const frame = child(anchor, "graphicFrame");
    const reference = child(frame, "graphic", "graphicData", "chart");
    if (reference === null) {
      others += 1;
      continue;
    }
    charts.push({
      relation: reference.getAttributeNS(RELATIONS, "id") ?? "",
      name: attribute(child(frame, "nvGraphicFramePr", "cNvPr"), "name") ?? "",
      ...boxOf(anchor, measure),
    });
  }
  return { charts, others };
}

function kindOf(plot: Element): string | null {
  const name = localName(plot);
  const direction = attribute(child(plot, "barDir"), "val");
  const grouping = attribute(child(plot, "grouping"), "val") ?? "clustered";
  const markers = children(plot, "ser").some(
    (series) => attribute(child(series, "marker", "symbol"), "val") !== "none",
  );
  const match = Object.entries(KINDS).find(
    ([, kind]) =>
      kind.element === name &&
      kind.grouping === grouping &&
      (kind.direction === undefined || kind.direction === direction) &&
      (kind.markers === undefined || kind.markers === markers),
  );
  return match?.[0] ?? null;
}

function readSeries(node: Element): ChartData["series"][number] {
  const reference = (name: string): string | null => {
    const part = child(node, name);
    const formula = child(part, "numRef", "f") ?? child(part, "strRef", "f");
    return formula === null ? null : `=${textOf(formula)}`;
  };
  const name = child(node, "tx", "v") ?? child(node, "tx", "strRef", "strCache", "pt", "v");
  return { name: textOf(name), values: reference("val") ?? "", categories: reference("cat") };
}

/** What was chosen for the axes; null where Excel chooses. */
function readAxes(plotArea: Element | null): ChartAxesData | null {
  const [category, values] = [child(plotArea, "catAx"), child(plotArea, "valAx")];
  const minimum = numberAttribute(child(values, "scaling", "min"), "val");
  const axes: ChartAxesData = {
    ...(minimum === undefined ? {} : { valueMinimum: minimum }),
    ...(attribute(child(category, "scaling", "orientation"), "val") === "maxMin" ? { reversed: true } : {}),
    ...(attribute(child(values, "crosses"), "val") === "max" ? { valuesAt: "Maximum" as const } : {}),
  };
  return Object.keys(axes).length === 0 ? null : axes;
}

/** Null for a kind that the model does not keep (pie, radar, combined …). */
export function readChart(xml: string, place: ChartPlace): ChartData | null {
  const chart = child(parseXml(xml), "chart");
  const plots = children(child(chart, "plotArea")).filter((node) => localName(node).endsWith("Chart"));
  const [plot] = plots;
  const type = plot === undefined || plots.length > 1 ? null : kindOf(plot);
  if (plot === undefined || type === null) return null;
  const title = child(chart, "title");
  const text = children(child(title, "tx", "rich"), "p")
    .flatMap((p) => children(p, "r").map((r) => textOf(child(r, "t"))))
    .join("");
  const { name, left, top, width, height } = place;
  const axes = readAxes(child(chart, "plotArea"));
  return {
    id: newId(),
    type,
    title: text,
    showTitle: title !== null,
    name,
    left,
    top,
    width,
    height,
    series: children(plot, "ser").map(readSeries),
    legendVisible: child(chart, "legend") !== null,
    ...(axes === null ? {} : { axes }),
  };
}
