/**
 * Keeps an empty text that a formula gives apart from an empty cell. Univer 0.25.1 takes a cell whose value is "" for an
 * empty one when the value comes from the calculation under way, so that INDEX or IF of it gave 0 instead of "".
 */
type FormulaPackage = typeof import("@univerjs/engine-formula");

interface CellLike {
  readonly v?: unknown;
  readonly f?: string | null;
}
/** Univer's own reading, kept with the package: whoever patches again (another test file) starts from it, not from a patch. */
const ORIGINAL = Symbol.for("evenhand.getCellData");
const patched = new WeakSet<object>();
type ReadCell = (this: unknown, row: number, column: number) => CellLike | null | undefined;

/** Patches the package's reading of cells, once per copy of the package. Literal cells never hold "" here: they are cleared. */
export function keepEmptyText(formula: FormulaPackage): void {
  const prototype = formula.BaseReferenceObject.prototype as unknown as {
    getCellData: ReadCell;
    [ORIGINAL]?: ReadCell;
  };
  if (patched.has(prototype)) return;
  patched.add(prototype);
  const read = (prototype[ORIGINAL] ??= prototype.getCellData);
  prototype.getCellData = function getCellData(this: unknown, row, column) {
    const cell = read.call(this, row, column);
    return cell?.v === "" && !cell.f ? { ...cell, f: "=" } : cell;
  };
}
