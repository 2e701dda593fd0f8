/** One cell of the workbook as the grid draws it. */
import { BooleanNumber, CellValueType, HorizontalAlign, VerticalAlign, WrapStrategy } from "@univerjs/core";
import type { ICellData, IStyleData } from "@univerjs/core";
import { isError } from "../../host/model/cellStore";
import type { Border, Cell, CellFormat, CellScalar, RuleFormat } from "../../host/model/types";
import { withNamedStyle } from "./cellStyles";

const HORIZONTAL: Readonly<Record<string, HorizontalAlign>> = {
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  CenterAcrossSelection: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
};
const VERTICAL: Readonly<Record<string, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};
/** Univer's BorderStyleTypes: thin 1, hair 2, dotted 3, dashed 4, dash-dot 5, dash-dot-dot 6, double 7, medium 8, thick 13. */
function lineType(border: Border): number {
  if (border.style === "Double") return 7;
  if (border.style === "Dot") return 3;
  const heavy = border.weight === "Medium" || border.weight === "Thick";
  if (border.style === "Dash") return heavy ? 9 : 4;
  if (border.style === "DashDot" || border.style === "SlantDashDot") return heavy ? 10 : 5;
  if (border.style === "DashDotDot") return heavy ? 11 : 6;
  if (border.weight === "Hairline") return 2;
  if (border.weight === "Medium") return 8;
  return border.weight === "Thick" ? 13 : 1;
}
const side = (border: Border | undefined): { s: number; cl: { rgb: string } } | null =>
  border === undefined || border.style === "None"
    ? null
    : { s: lineType(border), cl: { rgb: border.color ?? "#000000" } };

const STANDARD_SIZE = 11;
/** Office's own fonts are narrow and rarely installed elsewhere; Arial a little smaller keeps texts inside their columns. */
const OFFICE_FONT = /^(Calibri|Aptos)/;
function drawnFont(format: CellFormat): Pick<IStyleData, "ff" | "fs"> {
  const size = format.fontSize ?? STANDARD_SIZE;
  if (format.fontName !== undefined && !OFFICE_FONT.test(format.fontName)) return { ff: format.fontName, fs: size };
  return { ff: "Arial", fs: Math.round(size * 9) / 10 };
}

/** Every member is given, so that a look that is gone leaves nothing behind when styles are merged. */
export function drawnStyle(own: CellFormat, table: CellFormat, rule: RuleFormat | undefined): IStyleData {
  const base = withNamedStyle(own);
  const format: CellFormat = {
    ...table,
    ...base,
    ...(rule ?? {}),
    borders: { ...table.borders, ...base.borders, ...rule?.borders },
  };
  const fill = format.fill;
  const text = format.fontColor;
  const numberFormat = format.numberFormat;
  const on = (flag: boolean | undefined): BooleanNumber => (flag === true ? BooleanNumber.TRUE : BooleanNumber.FALSE);
  return {
    bg: fill === undefined || fill === "" ? null : { rgb: fill },
    cl: text === undefined || text === "" ? null : { rgb: text },
    ...drawnFont(format),
    bl: on(format.bold),
    it: on(format.italic),
    ul: { s: on(format.underline !== undefined && format.underline !== "None") },
    st: { s: on(format.strikethrough) },
    ht: HORIZONTAL[format.horizontal ?? ""] ?? null,
    vt: VERTICAL[format.vertical ?? ""] ?? VerticalAlign.BOTTOM,
    tb: format.wrap === true ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW,
    pd: format.indent === undefined ? null : { l: 2 + format.indent * 9, t: 0, r: 2, b: 1 },
    tr: format.rotation === undefined ? null : { a: format.rotation },
    bd: {
      t: side(format.borders?.EdgeTop),
      b: side(format.borders?.EdgeBottom),
      l: side(format.borders?.EdgeLeft),
      r: side(format.borders?.EdgeRight),
    },
    n:
      numberFormat === undefined || numberFormat === "General" || numberFormat === "@"
        ? null
        : { pattern: numberFormat },
  };
}

function content(value: CellScalar): Pick<ICellData, "v" | "t"> {
  if (value === null) return { v: null, t: null };
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: isError(value) ? value.error : value, t: CellValueType.STRING };
}

/** The authored formula goes along, so that the cell's editor shows it; the grid never calculates it. */
export function drawnCell(cell: Cell | undefined, style: IStyleData): ICellData {
  return { ...content(cell?.value ?? null), f: cell?.formula ?? null, si: null, p: null, s: style };
}
