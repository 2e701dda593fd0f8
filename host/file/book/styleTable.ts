/**
 * Writes the style part. ExcelJS only hands out numbers: each format goes through it as a token in place of a number
 * format, and the part that it then makes of the tokens is replaced by this one, which also knows quote prefixes,
 * named styles and the formats of rules.
 */
import type { CellFormat, RuleFormat } from "../../model/types";
import { BUILT_IN_FORMATS, HORIZONTAL, VERTICAL } from "../format/vocabulary";
import { attribute, child, children, numberAttribute, parseXml } from "../package/xmlTree";
import { element, XML_HEAD } from "../package/xmlText";
import { bordersXml, fontFlags, fontXml, solidFillXml } from "./styleParts";
import { colorToFile } from "../format/colors";

export interface StyleTable {
  /** The token for ExcelJS's `numFmt`, or null for the default format. */
  token(format: CellFormat, quotePrefix: boolean): string | null;
  /** The index of a rule's format among the `dxf` elements. */
  rule(format: RuleFormat): number;
  /** The finished part, made over the one ExcelJS wrote. */
  xml(excelJsStyles: string): string;
}

interface StyleEntry {
  readonly format: CellFormat;
  readonly quotePrefix: boolean;
}

/** Texts in the order of their first use; returns the index. */
function pool(first: readonly string[]): { readonly items: string[]; index(text: string): number } {
  const items = [...first];
  const places = new Map(items.map((text, i) => [text, i]));
  return {
    items,
    index(text) {
      const known = places.get(text);
      if (known !== undefined) return known;
      items.push(text);
      places.set(text, items.length - 1);
      return items.length - 1;
    },
  };
}

const FIRST_OWN_FORMAT = 164;
const BUILT_IN_CODES = new Map([...BUILT_IN_FORMATS].map(([id, code]) => [code, id]));
/** Numbers of Excel's own cell styles (18.8.7); others are written as the workbook's own. */
const BUILT_IN_STYLES: Readonly<Record<string, number>> = {
  Normal: 0,
  Comma: 3,
  Currency: 4,
  Percent: 5,
  Note: 10,
  "Warning Text": 11,
  Title: 15,
  "Heading 1": 16,
  "Heading 2": 17,
  "Heading 3": 18,
  "Heading 4": 19,
  Input: 20,
  Output: 21,
  Calculation: 22,
  "Check Cell": 23,
  "Linked Cell": 24,
  Total: 25,
  Good: 26,
  Bad: 27,
  Neutral: 28,
  "Explanatory Text": 53,
};

/** Office.js's text orientation (-90…90, 180 for stacked) as the file counts it. */
function rotationToFile(degrees: number): number {
  if (degrees === 180) return 255;
  return degrees < 0 ? 90 - degrees : degrees;
}

function alignmentXml(format: CellFormat): string {
  const horizontal = format.horizontal === undefined ? undefined : HORIZONTAL.toFile(format.horizontal);
  const vertical = format.vertical === undefined ? undefined : VERTICAL.toFile(format.vertical);
  const parts = {
    horizontal: horizontal === "general" ? undefined : horizontal,
    vertical: vertical === "bottom" ? undefined : vertical,
    textRotation: format.rotation === undefined || format.rotation === 0 ? undefined : rotationToFile(format.rotation),
    wrapText: format.wrap === true ? true : undefined,
    indent: format.indent === undefined || format.indent === 0 ? undefined : format.indent,
    shrinkToFit: format.shrink === true ? true : undefined,
  };
  return Object.values(parts).some((part) => part !== undefined) ? element("alignment", parts) : "";
}

function protectionXml(format: CellFormat): string {
  if (format.locked !== false && format.formulaHidden !== true) return "";
  return element("protection", {
    locked: format.locked === false ? false : undefined,
    hidden: format.formulaHidden === true ? true : undefined,
  });
}

/** The parts of a differential format in the order of the schema (18.8.14). */
function ruleXml(format: RuleFormat, formatId: (code: string) => number): string {
  const flags = fontFlags(format, true);
  const color = format.fontColor === undefined ? null : colorToFile(format.fontColor);
  const font =
    flags === "" && color === null
      ? ""
      : element("font", {}, flags, color === null ? "" : element("color", { rgb: color }));
  const fill = format.fill === undefined ? null : colorToFile(format.fill);
  return element(
    "dxf",
    {},
    font,
    format.numberFormat === undefined
      ? ""
      : element("numFmt", { numFmtId: formatId(format.numberFormat), formatCode: format.numberFormat }),
    fill === null ? "" : element("fill", {}, element("patternFill", {}, element("bgColor", { rgb: fill }))),
    format.borders === undefined ? "" : bordersXml(format.borders, true),
  );
}

/** Which entry each of ExcelJS's formats stands for, by its token; null is the default format. */
function entriesInOrder(excelJsStyles: string, entries: readonly StyleEntry[]): readonly (StyleEntry | null)[] {
  const root = parseXml(excelJsStyles);
  const codes = new Map<number, string>();
  for (const node of children(child(root, "numFmts"), "numFmt")) {
    codes.set(numberAttribute(node, "numFmtId") ?? -1, attribute(node, "formatCode") ?? "");
  }
  return children(child(root, "cellXfs"), "xf").map((xf) => {
    const token = codes.get(numberAttribute(xf, "numFmtId") ?? 0);
    return token === undefined ? null : (entries[Number(token.slice(2))] ?? null);
  });
}

export function styleTable(): StyleTable {
  const entries: StyleEntry[] = [];
  const tokens = new Map<string, string>();
  const ownFormats = pool([]);
  const fonts = pool([fontXml({})]);
  const fills = pool([
    element("fill", {}, element("patternFill", { patternType: "none" })),
    element("fill", {}, element("patternFill", { patternType: "gray125" })),
  ]);
  const borders = pool([bordersXml(undefined)]);
  const rules = pool([]);
  const named = pool(["Normal"]);
  const formatId = (code: string): number => BUILT_IN_CODES.get(code) ?? FIRST_OWN_FORMAT + ownFormats.index(code);

  const xfXml = (entry: StyleEntry | null): string => {
    if (entry === null) return element("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 });
    const { format } = entry;
    const alignment = alignmentXml(format);
    const protection = protectionXml(format);
    return element(
      "xf",
      {
        numFmtId: formatId(format.numberFormat ?? "General"),
        fontId: fonts.index(fontXml(format)),
        fillId: format.fill === undefined ? 0 : fills.index(solidFillXml(format.fill)),
        borderId: borders.index(bordersXml(format.borders)),
        xfId: named.index(format.styleName ?? "Normal"),
        quotePrefix: entry.quotePrefix ? true : undefined,
        applyNumberFormat: format.numberFormat === undefined ? undefined : true,
        applyFont: true,
        applyFill: format.fill === undefined ? undefined : true,
        applyBorder: format.borders === undefined ? undefined : true,
        applyAlignment: alignment === "" ? undefined : true,
        applyProtection: protection === "" ? undefined : true,
      },
      alignment,
      protection,
    );
  };
  const list = (name: string, items: readonly string[]): string =>
    items.length === 0 ? "" : element(name, { count: items.length }, ...items);

  return {
    token(format, quotePrefix) {
      if (Object.keys(format).length === 0 && !quotePrefix) return null;
      const key = JSON.stringify([Object.entries(format).sort(([a], [b]) => a.localeCompare(b)), quotePrefix]);
      const known = tokens.get(key);
      if (known !== undefined) return known;
      const token = `xf${String(entries.length)}`;
      entries.push({ format, quotePrefix });
      tokens.set(key, token);
      return token;
    },
    rule: (format) => rules.index(ruleXml(format, formatId)),
    xml(excelJsStyles) {
      const xfs = entriesInOrder(excelJsStyles, entries).map(xfXml);
      const bare = named.items.map(() => element("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 }));
      const cellStyles = named.items.map((name, i) =>
        element("cellStyle", { name, xfId: i, builtinId: BUILT_IN_STYLES[name] }),
      );
      const numFmts = ownFormats.items.map((code, i) =>
        element("numFmt", { numFmtId: FIRST_OWN_FORMAT + i, formatCode: code }),
      );
      return (
        XML_HEAD +
        element(
          "styleSheet",
          { xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main" },
          list("numFmts", numFmts),
          list("fonts", fonts.items),
          list("fills", fills.items),
          list("borders", borders.items),
          list("cellStyleXfs", bare),
          list("cellXfs", xfs),
          list("cellStyles", cellStyles),
          element("dxfs", { count: rules.items.length }, ...rules.items),
          element("tableStyles", {
            count: 0,
            defaultTableStyle: "TableStyleMedium2",
            defaultPivotStyle: "PivotStyleLight16",
          }),
        )
      );
    },
  };
}
