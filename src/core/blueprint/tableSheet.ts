/** The common form of a generated sheet: title, one line of instruction, and a table under it. */
import type { ColumnKey } from "../model/columns";
import { sidesOf } from "./joinedTexts";
import type { CellStyle, Literal, SheetBlueprint, StyledArea, TableBlueprint, TableColumn } from "./types";

/** A column of a generated table: key for code, header for people. Method workbooks have keys of their own. */
export interface ColumnPlan<K extends string = ColumnKey> {
  readonly key: K;
  readonly header: string;
  readonly content: TableColumn["content"];
  /** In characters. */
  readonly width: number;
  /** May be typed into: tinted and unlocked. */
  readonly isInput?: boolean;
  readonly style?: CellStyle;
}

/** A column that people type into, with the values it starts with. */
export const inputColumn = <K extends string = ColumnKey>(
  key: K,
  header: string,
  width: number,
  values: readonly Literal[],
  style: CellStyle = {},
): ColumnPlan<K> => ({
  key,
  header,
  width,
  content: { kind: "input", values },
  isInput: true,
  style,
});
/** Typed by us, not meant to be changed: ids, labels. */
export const labelColumn = <K extends string = ColumnKey>(
  key: K,
  header: string,
  width: number,
  values: readonly Literal[],
  style: CellStyle = {},
): ColumnPlan<K> => ({
  key,
  header,
  width,
  content: { kind: "input", values },
  style,
});

/** A column that holds one formula in all rows. */
export const formulaColumn = <K extends string = ColumnKey>(
  key: K,
  header: string,
  width: number,
  formula: Extract<TableColumn["content"], { kind: "formula" }>["formula"],
  style: CellStyle = {},
): ColumnPlan<K> => ({
  key,
  header,
  width,
  content: { kind: "formula", formula },
  style,
});

export const INPUT_STYLE: CellStyle = { fill: "inputFill", locked: false };
const HEAD_STYLE: CellStyle = {
  fill: "headFill",
  font: { bold: true, color: "headInk" },
  wrap: true,
  vertical: "Center",
};
const TITLE_STYLE: CellStyle = { font: { bold: true, size: 16, color: "ink" } };
const SUBTITLE_STYLE: CellStyle = { font: { color: "muted" } };

export interface TablePlacement {
  readonly name: string;
  readonly at: { readonly row: number; readonly column: number };
  readonly rows: number;
  readonly columns: readonly ColumnPlan<string>[];
  readonly filter?: boolean;
}

/** Numbers stand right, and so do their heads; over points in the middle heads stand there, too. */
const isNumeric = ({ style }: ColumnPlan<string>): boolean =>
  style?.numberFormat !== undefined && style.numberFormat !== "@" && style.horizontal !== "Left";

/** Text that follows a number keeps a little distance from it. */
const apart = (columns: readonly ColumnPlan<string>[], index: number): CellStyle => {
  const [before, column] = [columns[index - 1], columns[index]];
  return before !== undefined && column !== undefined && isNumeric(before) && !isNumeric(column)
    ? { horizontal: "Left", indent: 1 }
    : {};
};

/** Table and its looks: heads, tinted inputs. */
export function placeTable(placement: TablePlacement): {
  readonly table: TableBlueprint;
  readonly styles: readonly StyledArea[];
} {
  const { at, rows, columns } = placement;
  return {
    table: {
      name: placement.name,
      at,
      rows,
      showFilterButton: placement.filter ?? false,
      columns: columns.map((column, index) => ({
        header: column.header,
        content: column.content,
        style: {
          vertical: "Center",
          ...(column.isInput === true ? INPUT_STYLE : {}),
          ...apart(columns, index),
          ...column.style,
        },
      })),
    },
    styles: [
      { rect: { row: at.row, column: at.column, rows: 1, columns: columns.length }, style: HEAD_STYLE },
      ...columns.flatMap((_, index): StyledArea[] => {
        const style = apart(columns, index);
        const head = { row: at.row, column: at.column + index, rows: 1, columns: 1 };
        return style.indent === undefined ? [] : [{ rect: head, style }];
      }),
      ...columns.flatMap((column, index): StyledArea[] => {
        const head = { row: at.row, column: at.column + index, rows: 1, columns: 1 };
        if (column.style?.horizontal === "Center") return [{ rect: head, style: { horizontal: "Center" } }];
        return isNumeric(column) ? [{ rect: head, style: { horizontal: "Right" } }] : [];
      }),
    ],
  };
}

const POINTS_A_LINE = 15;
/** Half-width characters that a text takes: a Chinese one takes two. */
export const widthOf = (text: string): number => text.replace(/[\u2e80-\uffef]/g, "xx").length;
/** Lines that a text needs in a column; words are not broken, so a full line is rare. */
const linesIn = (text: string, width: number): number =>
  sidesOf(text)
    .map(widthOf)
    .reduce((lines, size) => lines + (size < width ? 1 : Math.ceil((size * 1.15) / (width - 1))), 0);
/** Height in points for texts in columns of these widths, between so many lines. */
export const heightFor = (
  texts: readonly { readonly text: string; readonly width: number }[],
  least: number,
  most: number,
): number => POINTS_A_LINE * Math.min(most, Math.max(least, ...texts.map(({ text, width }) => linesIn(text, width))));

/**
 * Heights of the body rows whose wrapped texts need more than one line. Nothing is left to a client that may not fit
 * rows by itself.
 */
export function bodyHeights({
  at,
  rows,
  columns,
}: TablePlacement): { readonly row: number; readonly height: number }[] {
  const wrapped = columns.flatMap(({ content, style, width }) =>
    style?.wrap === true && content.kind === "input" ? [{ values: content.values, width }] : [],
  );
  return Array.from({ length: rows }, (_, i) => {
    const texts = wrapped.map(({ values, width }) => ({ text: String(values[i] ?? ""), width }));
    return { row: at.row + 1 + i, height: heightFor(texts, 1, 6) };
  }).filter(({ height }) => height > POINTS_A_LINE);
}

/** Column widths of a placed table. */
export const widthsOf = (placement: TablePlacement): SheetBlueprint["columnWidths"] =>
  placement.columns.map((column, index) => ({ column: placement.at.column + index, width: column.width }));

/** Title and instruction in the first two rows; `column` is the first that is seen. */
export const heading = (title: string, subtitle: string, column = 0): Pick<SheetBlueprint, "blocks" | "styles"> => ({
  blocks: [{ at: { row: 0, column }, cells: [[title], [subtitle]] }],
  styles: [
    { rect: { row: 0, column, rows: 1, columns: 1 }, style: TITLE_STYLE },
    { rect: { row: 1, column, rows: 1, columns: 1 }, style: SUBTITLE_STYLE },
  ],
});

/** Headers by key, for formulas and for the stored metadata. */
export const headersOf = (columns: readonly ColumnPlan<string>[]): Readonly<Record<string, string>> =>
  Object.fromEntries(columns.map((column) => [column.key, column.header]));
