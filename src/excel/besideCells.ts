/** Cells beside the user's data: written only where everything is still empty, read back, and taken away again. */
import type { CellContent } from "../core/blueprint/types";
import type { Rect } from "../core/model/a1";
import { cellInput } from "./cellText";
import { rangeOf } from "./styles";

export interface BesideArea {
  readonly rect: Rect;
  /** Row by row; null leaves a cell alone. The first row is the header. */
  readonly cells: readonly (readonly CellContent[])[];
}
/** How an empty area looked before it was written. */
interface LooksBefore {
  readonly rect: Rect;
  readonly formatsBefore: readonly (readonly unknown[])[];
  readonly boldBefore: boolean;
}
export interface BesideReceipt {
  readonly sheet: string;
  readonly areas: readonly (LooksBefore & { readonly formulas: readonly (readonly unknown[])[] })[];
}
/** What is set as soon as the first cell may have been written: enough to empty the cells again. */
export interface BesideBegun {
  areas: readonly LooksBefore[];
}

const TOTAL_FORMAT = "0.00";
const inputOf = (content: CellContent): string | number | boolean | null =>
  typeof content === "object" && content !== null ? content.formula : cellInput(content);

/** Number formats of the body: totals, then ranks; the header keeps its own. */
const formatsFor = ({ cells }: BesideArea, before: readonly (readonly unknown[])[]): unknown[][] =>
  cells.map((row, r) =>
    row.map((content, c) => (r === 0 || content === null ? before[r]?.[c] : c === 0 ? TOTAL_FORMAT : "0")),
  );

/**
 * Writes the areas; three round trips.
 * @returns a receipt, and the values that the cells show now; null where a cell is not empty any more
 */
export async function writeBeside(
  context: Excel.RequestContext,
  sheet: string,
  areas: readonly BesideArea[],
  begun: BesideBegun,
): Promise<{ readonly receipt: BesideReceipt; readonly values: readonly (readonly (readonly unknown[])[])[] } | null> {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const found = areas.map((area) => {
    const range = rangeOf(worksheet, area.rect).load("formulas,numberFormat");
    const font = rangeOf(worksheet, { ...area.rect, rows: 1 }).format.font.load("bold");
    return { area, range, font };
  });
  await context.sync();
  if (found.some(({ range }) => range.formulas.some((row: unknown[]) => row.some((cell) => cell !== "")))) return null;
  const before = found.map(({ area, range, font }) => ({
    rect: area.rect,
    formatsBefore: range.numberFormat as unknown[][],
    boldBefore: (font.bold as boolean | null) === true,
  }));
  begun.areas = before;
  for (const { area, range, font } of found) {
    range.numberFormat = formatsFor(area, range.numberFormat as unknown[][]) as string[][];
    range.formulas = area.cells.map((row) => row.map(inputOf)) as string[][];
    font.bold = true;
  }
  await context.sync();
  const shown = areas.map(({ rect }) => rangeOf(worksheet, rect).load("values,formulas"));
  await context.sync();
  return {
    values: shown.map(({ values }) => values as unknown[][]),
    receipt: {
      sheet,
      areas: before.map((area, i) => ({ ...area, formulas: shown[i]?.formulas as unknown[][] })),
    },
  };
}

function putBack(worksheet: Excel.Worksheet, { rect, formatsBefore, boldBefore }: LooksBefore): void {
  const range = rangeOf(worksheet, rect);
  range.clear("Contents");
  range.numberFormat = formatsBefore as string[][];
  rangeOf(worksheet, { ...rect, rows: 1 }).format.font.bold = boldBefore;
}

/** Empties what a writing that failed half-way may have left; one round trip. */
export async function emptyBeside(context: Excel.RequestContext, sheet: string, begun: BesideBegun): Promise<void> {
  for (const area of begun.areas) putBack(context.workbook.worksheets.getItem(sheet), area);
  await context.sync();
}

/** Takes written cells away. @returns false, with nothing changed, where somebody has typed into them since */
export async function removeBeside(context: Excel.RequestContext, { sheet, areas }: BesideReceipt): Promise<boolean> {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const ranges = areas.map(({ rect }) => rangeOf(worksheet, rect).load("formulas"));
  await context.sync();
  const isTouched = areas.some(
    ({ formulas }, i) => JSON.stringify(ranges[i]?.formulas as unknown) !== JSON.stringify(formulas),
  );
  if (isTouched) return false;
  for (const area of areas) putBack(worksheet, area);
  await context.sync();
  return true;
}

/** Values of a rectangle as they stand now. */
export async function readValues(
  context: Excel.RequestContext,
  sheet: string,
  rect: Rect,
): Promise<readonly (readonly unknown[])[]> {
  const range = rangeOf(context.workbook.worksheets.getItem(sheet), rect).load("values");
  await context.sync();
  return range.values as unknown[][];
}
