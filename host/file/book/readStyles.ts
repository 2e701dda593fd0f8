/** Reads the style part: a format for every cell format number, a rule format for every differential one. */
import type { CellFormat, RuleFormat } from "../../model/types";
import { readColor } from "../format/colors";
import type { Theme } from "../format/colors";
import { BUILT_IN_FORMATS, HORIZONTAL, VERTICAL } from "../format/vocabulary";
import type { LossList } from "../loss";
import { attribute, child, children, flagAttribute, numberAttribute, parseXml } from "../package/xmlTree";
import type { Element } from "../package/xmlTree";
import { readBorders, readFill, readFont, readFontFlags } from "./styleParts";
import type { FontFormat } from "./styleParts";

export interface FileFormat {
  readonly format: CellFormat;
  readonly quotePrefix: boolean;
}
export interface FileStyles {
  /** By the cell's `s`. */
  readonly cells: readonly FileFormat[];
  /** By a rule's `dxfId`. */
  readonly rules: readonly RuleFormat[];
}

export const PLAIN: FileFormat = { format: Object.freeze({}), quotePrefix: false };

/** The file's rotation as Office.js counts it. */
function rotationFromFile(value: number): number {
  if (value === 255) return 180;
  return value > 90 ? 90 - value : value;
}

function readAlignment(alignment: Element | null): CellFormat {
  if (alignment === null) return {};
  const horizontal = HORIZONTAL.fromFile(attribute(alignment, "horizontal") ?? "general");
  const vertical = VERTICAL.fromFile(attribute(alignment, "vertical") ?? "bottom");
  const rotation = rotationFromFile(numberAttribute(alignment, "textRotation") ?? 0);
  const indent = numberAttribute(alignment, "indent") ?? 0;
  return {
    ...(horizontal === undefined || horizontal === "General" ? {} : { horizontal }),
    ...(vertical === undefined || vertical === "Bottom" ? {} : { vertical }),
    ...(rotation === 0 ? {} : { rotation }),
    ...(indent === 0 ? {} : { indent }),
    ...(flagAttribute(alignment, "wrapText") ? { wrap: true } : {}),
    ...(flagAttribute(alignment, "shrinkToFit") ? { shrink: true } : {}),
  };
}

/** What differs from the workbook's own default font. */
function fontDifference(font: FontFormat, normal: FontFormat): FontFormat {
  const differing = Object.entries(font).filter(([key, value]) => {
    if (value === false || value === "None") return false;
    if (key === "fontColor" && value === "#000000" && normal.fontColor === undefined) return false;
    return normal[key as keyof FontFormat] !== value;
  });
  return Object.fromEntries(differing);
}

function readFormatCodes(root: Element | null): ReadonlyMap<number, string> {
  const codes = new Map(BUILT_IN_FORMATS);
  for (const node of children(child(root, "numFmts"), "numFmt")) {
    const id = numberAttribute(node, "numFmtId");
    if (id !== undefined) codes.set(id, attribute(node, "formatCode") ?? "General");
  }
  return codes;
}

function readStyleNames(root: Element | null): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const node of children(child(root, "cellStyles"), "cellStyle")) {
    const id = numberAttribute(node, "xfId");
    if (id !== undefined) names.set(id, attribute(node, "name") ?? "Normal");
  }
  return names;
}

/** A differential format: of the style part, or standing inside a rule of the x14 part. */
export function readRuleFormat(dxf: Element, theme: Theme): RuleFormat {
  const font = child(dxf, "font");
  const color = readColor(child(font, "color"), theme);
  const pattern = child(dxf, "fill", "patternFill");
  // A rule's solid fill stands in bgColor; LibreOffice and others also write fgColor.
  const fill = readColor(child(pattern, "bgColor"), theme) ?? readColor(child(pattern, "fgColor"), theme);
  const code = attribute(child(dxf, "numFmt"), "formatCode");
  const borders = readBorders(child(dxf, "border"), theme);
  return {
    ...readFontFlags(font),
    ...(color === null ? {} : { fontColor: color }),
    ...(fill === null ? {} : { fill }),
    ...(code === undefined ? {} : { numberFormat: code }),
    ...(borders === undefined ? {} : { borders }),
  };
}

/** Reads `xl/styles.xml`; without one every cell has the default format. */
export function readStyles(xml: string | null, theme: Theme, left: LossList): FileStyles {
  const root = xml === null ? null : parseXml(xml);
  if (root === null) return { cells: [], rules: [] };
  const codes = readFormatCodes(root);
  const fonts = children(child(root, "fonts"), "font").map((font) => readFont(font, theme));
  const fills = children(child(root, "fills"), "fill").map((fill) => readFill(fill, theme));
  const borders = children(child(root, "borders"), "border").map((border) => readBorders(border, theme));
  const names = readStyleNames(root);
  const xfs = children(child(root, "cellXfs"), "xf");
  const normal = withoutBlack(fonts[numberAttribute(xfs[0] ?? null, "fontId") ?? 0] ?? {});
  if (normal.fontName !== undefined && (normal.fontName !== "Calibri" || (normal.fontSize ?? 11) !== 11)) {
    left.add(null, "file.left.defaultFont", { font: `${normal.fontName} ${String(normal.fontSize ?? 11)}` });
  }
  const cells = xfs.map((xf): FileFormat => {
    const code = codes.get(numberAttribute(xf, "numFmtId") ?? 0) ?? "General";
    const fill = fills[numberAttribute(xf, "fillId") ?? 0];
    if (fill?.other === true) left.add(null, "file.left.patternFill");
    const border = borders[numberAttribute(xf, "borderId") ?? 0];
    const protection = child(xf, "protection");
    const styleName = names.get(numberAttribute(xf, "xfId") ?? 0) ?? "Normal";
    const format: CellFormat = {
      ...(code === "General" ? {} : { numberFormat: code }),
      ...fontDifference(withoutBlack(fonts[numberAttribute(xf, "fontId") ?? 0] ?? {}), normal),
      ...(fill === undefined || fill.color === null ? {} : { fill: fill.color }),
      ...(border === undefined ? {} : { borders: border }),
      ...readAlignment(child(xf, "alignment")),
      ...(flagAttribute(protection, "locked", true) ? {} : { locked: false }),
      ...(flagAttribute(protection, "hidden") ? { formulaHidden: true } : {}),
      ...(styleName === "Normal" ? {} : { styleName }),
    };
    return { format: Object.freeze(format), quotePrefix: flagAttribute(xf, "quotePrefix") };
  });
  return { cells, rules: children(child(root, "dxfs"), "dxf").map((dxf) => readRuleFormat(dxf, theme)) };
}

/** Black, the default, is not a colour that somebody chose. */
function withoutBlack(font: FontFormat): FontFormat {
  if (font.fontColor !== "#000000") return font;
  return Object.fromEntries(Object.entries(font).filter(([key]) => key !== "fontColor"));
}
