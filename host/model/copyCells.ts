/** Copying ranges: contents with moved references, formats, and for "All" the rules that cover the source. */
import { intersect, MAX_COLUMNS, MAX_ROWS } from "../../src/core/model/a1";
import type { Rect } from "../../src/core/model/a1";
import { cellFor, dropIfBlank, emptyCell, formatAt, isBlank, keyOf } from "./cellStore";
import { movedFormula } from "./formulaReferences";
import type { ModelState } from "./modelState";
import { newId } from "./newWorkbook";
import { invalidArgument } from "./refusals";
import { mapRuleFormulas, mapValidationFormulas } from "./ruleFormulas";
import { cutValidations, keepFirst, ruleBase } from "./ruleRanges";
import { afterTyping, plannedGrowth } from "./tableGrowth";
import { acceptHeaders } from "./tableHeaders";
import { withRect } from "./rectangles";
import type { Cell, CellFormat, SheetData } from "./types";

export type CopyWhat = "All" | "Formulas" | "Values" | "Formats";
interface Area {
  readonly sheet: SheetData;
  readonly rect: Rect;
}
interface Snapshot {
  readonly cell: Cell | undefined;
  readonly format: CellFormat;
}

/** The target takes the source's size, or repeats it when it is a multiple of it. */
function targetSize(from: Rect, to: Rect, transpose: boolean): Rect {
  const [rows, columns] = transpose ? [from.columns, from.rows] : [from.rows, from.columns];
  const repeats = to.rows % rows === 0 && to.columns % columns === 0;
  const rect = repeats ? to : { ...to, rows, columns };
  if (rect.row + rect.rows > MAX_ROWS || rect.column + rect.columns > MAX_COLUMNS) throw invalidArgument();
  return rect;
}

/** Throws AccessDenied (locked target), InvalidArgument (off the sheet). */
export function copy(
  state: ModelState,
  from: Area,
  to: Area,
  what: CopyWhat,
  skipBlanks: boolean,
  transpose: boolean,
): void {
  const rect = targetSize(from.rect, to.rect, transpose);
  state.requireUnlocked(to.sheet, rect);
  if (what !== "Values" && what !== "Formulas") state.requireAllowed(to.sheet, "allowFormatCells");
  const source = snapshot(from);
  const single = from.rect.rows === rect.rows && from.rect.columns === rect.columns && !transpose;
  const filled = single && what !== "Formats" ? filledTargets(source, rect) : [];
  const growth = plannedGrowth(to.sheet, rect, filled);
  for (let r = 0; r < rect.rows; r += 1) {
    for (let c = 0; c < rect.columns; c += 1) {
      const [sr, sc] = transpose
        ? [c % from.rect.rows, r % from.rect.columns]
        : [r % from.rect.rows, c % from.rect.columns];
      const item = source[sr]?.[sc];
      if (!item || (skipBlanks && isBlank(item.cell))) continue;
      const origin = { row: from.rect.row + sr, column: from.rect.column + sc };
      paste(state, to.sheet, rect.row + r, rect.column + c, item, origin, what);
    }
  }
  if (what === "All" && !transpose) copyRules(state, from, { sheet: to.sheet, rect });
  acceptHeaders(state, to.sheet, rect);
  if (what !== "Formats") afterTyping(state, to.sheet, rect, growth);
  state.emitCells(to.sheet, rect);
  if (what === "All" || what === "Formats") state.emit({ kind: "format", sheet: to.sheet.id, rect });
}

/** Cells of the target that get contents: pasted right under a table they make it grow, as typing does. */
function filledTargets(source: readonly (readonly Snapshot[])[], rect: Rect): { row: number; column: number }[] {
  return source.flatMap((line, r) =>
    line.flatMap(({ cell }, c) => (isBlank(cell) ? [] : [{ row: rect.row + r, column: rect.column + c }])),
  );
}

function snapshot({ sheet, rect }: Area): Snapshot[][] {
  return Array.from({ length: rect.rows }, (_, r) =>
    Array.from({ length: rect.columns }, (_unused, c) => {
      const cell = sheet.cells.get(keyOf(rect.row + r, rect.column + c));
      return { cell: cell && { ...cell }, format: formatAt(sheet, rect.row + r, rect.column + c) };
    }),
  );
}

function paste(
  state: ModelState,
  sheet: SheetData,
  row: number,
  column: number,
  { cell, format }: Snapshot,
  origin: { readonly row: number; readonly column: number },
  what: CopyWhat,
): void {
  const target = cellFor(sheet, row, column);
  if (what === "All" || what === "Formats") target.format = format;
  if (what !== "Formats") {
    emptyCell(target);
    target.value = cell?.value ?? null;
    if (cell?.formula !== undefined && what !== "Values") {
      target.formula = movedFormula(cell.formula, row - origin.row, column - origin.column);
    }
    if (cell?.forcedText === true) target.forcedText = true;
    if (what === "All" && cell?.hyperlink) target.hyperlink = cell.hyperlink;
    state.dirty.cell(sheet.id, keyOf(row, column));
  }
  dropIfBlank(sheet, row, column);
}

/** Rules over the source cover the target too: on the same sheet by a further range, elsewhere as a rule of their own. */
function copyRules(state: ModelState, from: Area, to: Area): void {
  const down = to.rect.row - from.rect.row;
  const right = to.rect.column - from.rect.column;
  const moved = (ranges: readonly Rect[]): Rect[] =>
    ranges
      .map((range) => intersect(range, from.rect))
      .filter((range) => range !== null)
      .map((range) => ({ ...range, row: range.row + down, column: range.column + right }));
  copyFormats(from, to, moved);
  copyValidations(from, to, moved);
  state.emit({ kind: "conditional", sheet: to.sheet.id, rect: to.rect });
  state.emit({ kind: "validation", sheet: to.sheet.id, rect: to.rect });
}

function copyFormats(from: Area, to: Area, moved: (ranges: readonly Rect[]) => Rect[]): void {
  for (const format of [...from.sheet.conditionalFormats]) {
    const ranges = moved(format.ranges);
    if (ranges.length === 0) continue;
    if (from.sheet === to.sheet) {
      format.ranges = keepFirst(format.ranges, ranges.reduce<Rect[]>(withRect, format.ranges));
      continue;
    }
    const base = ruleBase(format.ranges);
    const first = ruleBase(ranges);
    const rule = mapRuleFormulas(format.rule, (f) => movedFormula(f, first.row - base.row, first.column - base.column));
    to.sheet.conditionalFormats.push({ ...format, id: newId(), ranges, rule });
  }
}

function copyValidations(from: Area, to: Area, moved: (ranges: readonly Rect[]) => Rect[]): void {
  const copies = from.sheet.validations
    .map((validation) => ({ validation, ranges: moved(validation.ranges), base: ruleBase(validation.ranges) }))
    .filter(({ ranges }) => ranges.length > 0)
    .map(({ validation, ranges, base }) => {
      const first = ruleBase(ranges);
      const move = (f: string): string => movedFormula(f, first.row - base.row, first.column - base.column);
      return { ...validation, ranges, rule: mapValidationFormulas(validation.rule, move) };
    });
  cutValidations(to.sheet, to.rect);
  to.sheet.validations.push(...copies);
}
