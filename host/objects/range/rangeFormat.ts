/** Excel.RangeFormat with fill, font and protection: direct formatting of cells; what is mixed reads as null. */
import type { HostContext, RangeObject } from "../context";
import type { HostOf, Words } from "../hostOf";
import { checkedColor } from "../colors";
import { asBoolean, asNumber, asText, oneOf, positiveNumber } from "../checks";
import { RangeBorderCollection } from "./borders";
import { commonOf, formatsIn } from "./commonFormat";
import { columnWidthOf, rowHeightOf } from "../../model/geometry";
import type { CellFormat } from "../../model/types";

export type FormattedRange = RangeObject & { readonly $context: HostContext };

const HORIZONTAL = ["General", "Left", "Center", "Right", "Fill", "Justify", "CenterAcrossSelection", "Distributed"];
const VERTICAL = ["Top", "Center", "Bottom", "Justify", "Distributed"];

/** A patch whose member is there but undefined takes the member away. */
const NO_FILL = Object.fromEntries([["fill", undefined]]) as CellFormat;

abstract class FormatPart {
  constructor(readonly $range: FormattedRange) {}
  $read<T>(read: (format: CellFormat) => T): T | null {
    return commonOf(formatsIn(this.$range.$sheet, this.$range.$rect), read);
  }
  $patch(patch: CellFormat): void {
    this.$range.$context.model.setFormat(this.$range.$sheet.id, this.$range.$rect, patch);
  }
}

export class RangeFormat extends FormatPart implements HostOf<Excel.RangeFormat> {
  static readonly nav = ["fill", "font", "borders", "protection"];
  get fill(): RangeFill {
    return new RangeFill(this.$range);
  }
  get font(): RangeFont {
    return new RangeFont(this.$range);
  }
  get borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.$range);
  }
  get protection(): FormatProtection {
    return new FormatProtection(this.$range);
  }
  get horizontalAlignment(): Words<Excel.RangeFormat["horizontalAlignment"]> | null {
    return this.$read((format) => format.horizontal ?? "General") as Words<
      Excel.RangeFormat["horizontalAlignment"]
    > | null;
  }
  set horizontalAlignment(value: unknown) {
    this.$patch({ horizontal: oneOf(HORIZONTAL, value) });
  }
  get verticalAlignment(): Words<Excel.RangeFormat["verticalAlignment"]> | null {
    return this.$read((format) => format.vertical ?? "Bottom") as Words<Excel.RangeFormat["verticalAlignment"]> | null;
  }
  set verticalAlignment(value: unknown) {
    this.$patch({ vertical: oneOf(VERTICAL, value) });
  }
  get wrapText(): boolean | null {
    return this.$read((format) => format.wrap ?? false);
  }
  set wrapText(value: unknown) {
    this.$patch({ wrap: asBoolean(value) });
  }
  get indentLevel(): number | null {
    return this.$read((format) => format.indent ?? 0);
  }
  set indentLevel(indent: unknown) {
    this.$patch({ indent: positiveNumber(indent) });
  }
  get textOrientation(): number | null {
    return this.$read((format) => format.rotation ?? 0);
  }
  set textOrientation(rotation: unknown) {
    this.$patch({ rotation: asNumber(rotation) });
  }
  get shrinkToFit(): boolean | null {
    return this.$read((format) => format.shrink ?? false);
  }
  set shrinkToFit(value: unknown) {
    this.$patch({ shrink: asBoolean(value) });
  }
  get columnWidth(): number | null {
    const { $sheet, $rect } = this.$range;
    return commonOf(indexes($rect.column, $rect.columns), (column) => columnWidthOf($sheet, column));
  }
  set columnWidth(points: unknown) {
    const { $sheet, $rect, $context } = this.$range;
    $context.model.setColumnWidth($sheet.id, $rect.column, $rect.columns, positiveNumber(points));
  }
  get rowHeight(): number | null {
    const { $sheet, $rect } = this.$range;
    return commonOf(indexes($rect.row, $sheet.rowHeights.size === 0 ? 1 : $rect.rows), (row) =>
      rowHeightOf($sheet, row),
    );
  }
  set rowHeight(points: unknown) {
    const { $sheet, $rect, $context } = this.$range;
    $context.model.setRowHeight($sheet.id, $rect.row, $rect.rows, positiveNumber(points));
  }
  autofitColumns(): void {
    this.$range.$context.model.autofit(this.$range.$sheet.id, this.$range.$rect, "columns");
  }
  autofitRows(): void {
    this.$range.$context.model.autofit(this.$range.$sheet.id, this.$range.$rect, "rows");
  }
}

export class RangeFill extends FormatPart implements HostOf<Excel.RangeFill> {
  /** "#FFFFFF" without a fill, as Excel answers. */
  get color(): string | null {
    return this.$read((format) => format.fill ?? "#FFFFFF");
  }
  set color(value: unknown) {
    this.$patch({ fill: checkedColor(value) });
  }
  clear(): void {
    this.$patch(NO_FILL);
  }
}

export class RangeFont extends FormatPart implements HostOf<Excel.RangeFont> {
  get name(): string | null {
    return this.$read((format) => format.fontName ?? "Calibri");
  }
  set name(fontName: unknown) {
    this.$patch({ fontName: asText(fontName) });
  }
  get size(): number | null {
    return this.$read((format) => format.fontSize ?? 11);
  }
  set size(fontSize: unknown) {
    this.$patch({ fontSize: positiveNumber(fontSize) });
  }
  get color(): string | null {
    return this.$read((format) => format.fontColor ?? "#000000");
  }
  set color(value: unknown) {
    this.$patch({ fontColor: checkedColor(value) });
  }
  get bold(): boolean | null {
    return this.$read((format) => format.bold ?? false);
  }
  set bold(value: unknown) {
    this.$patch({ bold: asBoolean(value) });
  }
  get italic(): boolean | null {
    return this.$read((format) => format.italic ?? false);
  }
  set italic(value: unknown) {
    this.$patch({ italic: asBoolean(value) });
  }
  get underline(): "None" | "Single" | "Double" | null {
    return this.$read((format) => format.underline ?? "None");
  }
  set underline(value: unknown) {
    this.$patch({ underline: oneOf(["None", "Single", "Double"] as const, value) });
  }
  get strikethrough(): boolean | null {
    return this.$read((format) => format.strikethrough ?? false);
  }
  set strikethrough(value: unknown) {
    this.$patch({ strikethrough: asBoolean(value) });
  }
}

export class FormatProtection extends FormatPart implements HostOf<Excel.FormatProtection> {
  get locked(): boolean | null {
    return this.$read((format) => format.locked ?? true);
  }
  set locked(value: unknown) {
    this.$patch({ locked: asBoolean(value) });
  }
  get formulaHidden(): boolean | null {
    return this.$read((format) => format.formulaHidden ?? false);
  }
  set formulaHidden(value: unknown) {
    this.$patch({ formulaHidden: asBoolean(value) });
  }
}

function* indexes(first: number, count: number): Generator<number> {
  for (let i = first; i < first + count; i += 1) yield i;
}
