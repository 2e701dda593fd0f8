/** Number formats and direct formatting of cells, whole columns and whole rows. */
import type { Rect } from "../../src/core/model/a1";
import { HostError } from "./api";
import {
  cellFor,
  columnOf,
  dropIfBlank,
  formatAt,
  isWholeColumns,
  isWholeRows,
  keysIn,
  NO_FORMAT,
  patchedFormat,
  rowOf,
  sharedFormat,
} from "./cellStore";
import type { ModelState } from "./modelState";
import { requireShape } from "./refusals";
import type { CellFormat, SheetData } from "./types";

/** What a cell has that was never formatted. `fill: ""` is how a fill is taken away. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  numberFormat: "General",
  locked: true,
  formulaHidden: false,
  fill: "",
  bold: false,
  italic: false,
  underline: "None",
  strikethrough: false,
  horizontal: "General",
  vertical: "Bottom",
  wrap: false,
  shrink: false,
  indent: 0,
  rotation: 0,
  styleName: "Normal",
};
const MAX_CELLS = 5_000_000;

/** A format without members that only say the default, so that "General" equals never formatted. */
function withoutDefaults(format: CellFormat): CellFormat {
  const entries = Object.entries({ ...format, ...drawnBorders(format) });
  const kept = entries.filter(([key, value]) => value !== undefined && DEFAULTS[key] !== value);
  return sharedFormat(Object.fromEntries(kept));
}
/** Borders without the edges whose style is "None". */
function drawnBorders({ borders }: CellFormat): { borders?: CellFormat["borders"] } {
  if (borders === undefined) return {};
  const drawn = Object.entries(borders).filter(([, border]) => border.style !== "None");
  return { borders: drawn.length === 0 ? undefined : Object.fromEntries(drawn) };
}
/** Lays a patch over formats. Cells that look alike share one format: each is worked out once. */
function joining(patch: CellFormat): (base: CellFormat) => CellFormat {
  const known = new Map<CellFormat, CellFormat>();
  return (base) => {
    const found = known.get(base);
    if (found !== undefined) return found;
    const format = withoutDefaults(patchedFormat(base, patch));
    known.set(base, format);
    return format;
  };
}

function changeCell(sheet: SheetData, row: number, column: number, change: (format: CellFormat) => CellFormat): void {
  const format = change(formatAt(sheet, row, column));
  cellFor(sheet, row, column).format = format;
  dropIfBlank(sheet, row, column);
}

/** Number formats for each cell of the rectangle; null leaves, "" is General. Throws InvalidArgument on a wrong shape. */
export function setNumberFormats(
  state: ModelState,
  sheet: SheetData,
  rect: Rect,
  formats: readonly (readonly (string | null)[])[],
): void {
  requireShape(rect, formats);
  state.requireAllowed(sheet, "allowFormatCells");
  const changes = new Map<string, (format: CellFormat) => CellFormat>();
  const changeTo = (format: string): ((format: CellFormat) => CellFormat) => {
    const known = changes.get(format);
    if (known !== undefined) return known;
    const numberFormat = format === "" || format.toLowerCase() === "general" ? "General" : format;
    const change = joining({ numberFormat });
    changes.set(format, change);
    return change;
  };
  formats.forEach((line, r) => {
    line.forEach((format, c) => {
      if (format !== null) changeCell(sheet, rect.row + r, rect.column + c, changeTo(format));
    });
  });
  state.emit({ kind: "format", sheet: sheet.id, rect });
}

/** Patches the format of all cells of the rectangle; whole columns and rows keep it for cells still to come. */
export function setFormat(state: ModelState, sheet: SheetData, rect: Rect, patch: CellFormat): void {
  state.requireAllowed(sheet, "allowFormatCells");
  changeFormats(sheet, rect, joining(patch));
  state.emit({ kind: "format", sheet: sheet.id, rect });
}

export function clearFormats(state: ModelState, sheet: SheetData, rect: Rect): void {
  changeFormats(sheet, rect, () => NO_FORMAT);
  state.emit({ kind: "format", sheet: sheet.id, rect });
}

function changeFormats(sheet: SheetData, rect: Rect, change: (format: CellFormat) => CellFormat): void {
  if (isWholeColumns(rect)) changeColumns(sheet, rect, change);
  else if (isWholeRows(rect)) changeRows(sheet, rect, change);
  else changeCells(sheet, rect, change);
}

function changeCells(sheet: SheetData, rect: Rect, change: (format: CellFormat) => CellFormat): void {
  if (rect.rows * rect.columns > MAX_CELLS) {
    throw new HostError("OperationCellsExceedLimit", "The attempted operation affects more than the limit of cells.");
  }
  for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
    for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
      changeCell(sheet, row, column, change);
    }
  }
}

function changeColumns(sheet: SheetData, rect: Rect, change: (format: CellFormat) => CellFormat): void {
  // Where a formatted row crosses a formatted column, the cell itself holds the result.
  for (const row of sheet.rowFormats.keys()) {
    for (let column = rect.column; column < rect.column + rect.columns; column += 1) cellFor(sheet, row, column);
  }
  for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
    setOrDrop(sheet.columnFormats, column, change(sheet.columnFormats.get(column) ?? NO_FORMAT));
  }
  changeExisting(sheet, rect, change);
}

function changeRows(sheet: SheetData, rect: Rect, change: (format: CellFormat) => CellFormat): void {
  for (const column of sheet.columnFormats.keys()) {
    for (let row = rect.row; row < rect.row + rect.rows; row += 1) cellFor(sheet, row, column);
  }
  for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
    setOrDrop(sheet.rowFormats, row, change(sheet.rowFormats.get(row) ?? NO_FORMAT));
  }
  changeExisting(sheet, rect, change);
}

function changeExisting(sheet: SheetData, rect: Rect, change: (format: CellFormat) => CellFormat): void {
  for (const key of keysIn(sheet, rect)) {
    const cell = sheet.cells.get(key);
    if (!cell) continue;
    cell.format = change(cell.format);
    dropIfBlank(sheet, rowOf(key), columnOf(key));
  }
}
function setOrDrop(formats: Map<number, CellFormat>, index: number, format: CellFormat): void {
  if (format === NO_FORMAT) formats.delete(index);
  else formats.set(index, format);
}
