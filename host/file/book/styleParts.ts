/** The pieces that cell formats and rule formats share in a style part: fonts, fills, borders. */
import type { Border, BorderEdge, CellFormat } from "../../model/types";
import { colorToFile, readColor } from "../format/colors";
import type { Theme } from "../format/colors";
import { borderFromFile, borderToFile } from "../format/vocabulary";
import { attribute, child, children, flagAttribute, localName, numberAttribute } from "../package/xmlTree";
import type { Element } from "../package/xmlTree";
import { element } from "../package/xmlText";

/** The part of a format that a font element holds. */
export type FontFormat = Pick<
  CellFormat,
  "fontName" | "fontSize" | "fontColor" | "bold" | "italic" | "underline" | "strikethrough"
>;

const EDGES: readonly (readonly [BorderEdge, string])[] = [
  ["EdgeLeft", "left"],
  ["EdgeRight", "right"],
  ["EdgeTop", "top"],
  ["EdgeBottom", "bottom"],
];

function rgbElement(name: string, color: string | undefined): string {
  const rgb = color === undefined ? null : colorToFile(color);
  return rgb === null ? "" : element(name, { rgb });
}

/** Bold, italic and lines; in a rule's font "off" is said, in a cell's it is the absence. */
export function fontFlags(format: FontFormat, sayOff: boolean): string {
  const flag = (name: string, value: boolean | undefined): string =>
    value === true ? element(name) : value === false && sayOff ? element(name, { val: false }) : "";
  const underline =
    format.underline === "Single" ? element("u") : format.underline === "Double" ? element("u", { val: "double" }) : "";
  return (
    flag("b", format.bold) +
    flag("i", format.italic) +
    flag("strike", format.strikethrough) +
    (sayOff && format.underline === "None" ? element("u", { val: "none" }) : underline)
  );
}

/** `family` 2 is sans-serif; without it LibreOffice guesses. */
export function fontXml(format: FontFormat): string {
  return element(
    "font",
    {},
    fontFlags(format, false),
    element("sz", { val: format.fontSize ?? 11 }),
    format.fontColor === undefined ? element("color", { theme: 1 }) : rgbElement("color", format.fontColor),
    element("name", { val: format.fontName ?? "Calibri" }),
    element("family", { val: 2 }),
  );
}

export function readFontFlags(font: Element | null): Partial<FontFormat> {
  const on = (name: string): boolean | undefined => {
    const found = child(font, name);
    return found === null ? undefined : flagAttribute(found, "val", true);
  };
  const underline = child(font, "u");
  const line = underline === null ? undefined : (attribute(underline, "val") ?? "single");
  const bold = on("b");
  const italic = on("i");
  const strike = on("strike");
  return {
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italic }),
    ...(strike === undefined ? {} : { strikethrough: strike }),
    ...(line === undefined
      ? {}
      : { underline: line.startsWith("double") ? "Double" : line === "none" ? "None" : "Single" }),
  };
}

export function readFont(font: Element | null, theme: Theme): FontFormat {
  const name = attribute(child(font, "name"), "val");
  const size = numberAttribute(child(font, "sz"), "val");
  const color = readColor(child(font, "color"), theme);
  return {
    ...readFontFlags(font),
    ...(name === undefined ? {} : { fontName: name }),
    ...(size === undefined ? {} : { fontSize: size }),
    ...(color === null ? {} : { fontColor: color }),
  };
}

export function solidFillXml(color: string): string {
  return element(
    "fill",
    {},
    element("patternFill", { patternType: "solid" }, rgbElement("fgColor", color), element("bgColor", { indexed: 64 })),
  );
}

/** "other" is a pattern or a gradient, which the model does not know. */
export function readFill(
  fill: Element | null,
  theme: Theme,
): { readonly color: string | null; readonly other: boolean } {
  const pattern = child(fill, "patternFill");
  if (pattern === null) return { color: null, other: child(fill, "gradientFill") !== null };
  const type = attribute(pattern, "patternType") ?? "none";
  if (type === "none") return { color: null, other: false };
  return { color: readColor(child(pattern, "fgColor"), theme), other: type !== "solid" };
}

export function bordersXml(borders: Readonly<Partial<Record<BorderEdge, Border>>> | undefined, isRule = false): string {
  const edges = EDGES.map(([edge, name]) => {
    const border = borders?.[edge];
    const style = border === undefined ? null : borderToFile(border);
    if (style === null) return isRule ? "" : element(name);
    const color = border?.color === undefined ? element("color", { auto: true }) : rgbElement("color", border.color);
    return element(name, { style }, color);
  });
  return element("border", {}, ...edges, isRule ? "" : element("diagonal"));
}

export function readBorders(
  borders: Element | null,
  theme: Theme,
): Readonly<Partial<Record<BorderEdge, Border>>> | undefined {
  const found: Partial<Record<BorderEdge, Border>> = {};
  for (const edge of children(borders)) {
    const name = localName(edge).replace("start", "left").replace("end", "right");
    const key = EDGES.find(([, word]) => word === name)?.[0];
    const line = borderFromFile(attribute(edge, "style") ?? "none");
    if (key === undefined || line === null) continue;
    const color = readColor(child(edge, "color"), theme);
    found[key] = color === null ? line : { ...line, color };
  }
  return Object.keys(found).length === 0 ? undefined : found;
}
