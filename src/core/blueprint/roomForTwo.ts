/** Room for two languages: rows as high and columns as wide as their texts need, and one line where a cell does not wrap. */
import { hasTwo } from "./joinedTexts";
import { across, DEFAULT_HEIGHT, DEFAULT_WIDTH, widthsBy, type Widths } from "./onePage";
import { heightFor, widthOf } from "./tableSheet";
import type { Blueprint, CellContent, SheetBlueprint, StyledArea, TableBlueprint, TableColumn } from "./types";

const BREAK = "\n";
const MOST_LINES = 14;
/** Bold heads are a little wider than the body. */
const HEAD_WIDTH = 0.92;
/** A column this wide holds sentences: they wrap. Narrower ones are widened for labels, but not beyond. */
const SENTENCES = 40;
/** A column of words by formula ("OK 正常", names of bands) becomes wider by this. */
const MORE = 1.4;
const isInTwo = (value: unknown): value is string => typeof value === "string" && hasTwo(value);

const isInside = (row: number, column: number, { rect }: StyledArea): boolean =>
  row >= rect.row && row < rect.row + rect.rows && column >= rect.column && column < rect.column + rect.columns;
const wrapsAt = ({ styles }: SheetBlueprint, row: number, column: number): boolean =>
  styles.some((area) => area.style.wrap === true && isInside(row, column, area));

function widen(widths: Widths, column: number, needed: number): void {
  const now = widths.get(column) ?? DEFAULT_WIDTH;
  if (now < SENTENCES) widths.set(column, Math.min(SENTENCES, Math.max(now, needed)));
}

/** Labels beside a value, and words of columns that do not wrap, are seen whole. */
function widenForWords(sheet: SheetBlueprint, widths: Widths): void {
  for (const { at, cells } of sheet.blocks)
    cells.forEach((row, r) => {
      row.slice(0, -1).forEach((cell, c) => {
        const isCut = typeof cell === "string" && row[c + 1] !== "" && !wrapsAt(sheet, at.row + r, at.column + c);
        if (isCut && !isInTwo(cell)) widen(widths, at.column + c, widthOf(cell) + 2);
      });
    });
  for (const { at, columns } of sheet.tables)
    columns.forEach(({ content, style = {} }, c) => {
      const column = at.column + c;
      if (style.wrap === true) return;
      if (content.kind === "formula") {
        if (style.numberFormat === undefined) widen(widths, column, (widths.get(column) ?? DEFAULT_WIDTH) * MORE);
        return;
      }
      const words = content.values.filter((value) => typeof value === "string" && !isInTwo(value));
      widen(widths, column, Math.max(0, ...words.map((word) => widthOf(String(word)) + 2)));
    });
}

/** A column of inputs in which a text has two lines wraps. */
const wrapped = (column: TableColumn): TableColumn =>
  column.content.kind === "input" && column.content.values.some(isInTwo)
    ? { ...column, style: { ...column.style, wrap: true } }
    : column;

interface Text {
  readonly row: number;
  readonly text: string;
  readonly width: number;
}
const tableTexts = ({ hiddenColumns = [] }: SheetBlueprint, widths: Widths, { at, columns }: TableBlueprint): Text[] =>
  columns.flatMap(({ header, content, style }, c) => {
    const width = widths.get(at.column + c) ?? DEFAULT_WIDTH;
    const head = { row: at.row, text: header, width: width * HEAD_WIDTH };
    const body = content.kind === "input" ? content.values : [];
    const texts = [head, ...body.map((value, r) => ({ row: at.row + 1 + r, text: value, width }))];
    // Names of two languages stand side by side, and wrap as well where there is no room beside each other.
    const isTall = (entry: (typeof texts)[number]): entry is Text =>
      isInTwo(entry.text) || (style?.wrap === true && typeof entry.text === "string");
    return hiddenColumns.includes(at.column + c) ? [] : texts.filter(isTall);
  });

/** Looked-up texts are known only once they stand there: their rows grow as two languages of about one length need it. */
const LOOKED_UP = 1.5;
/** Of several lines under each other each may become two. */
const [SEVERAL, LOOKED_UP_EACH] = [4 * DEFAULT_HEIGHT, 1.9];
const MOST_HEIGHT = 400;
const looksUp = ({ content, style }: TableColumn): boolean => content.kind === "formula" && style?.wrap === true;
/** Body rows of tables that show texts of other sheets, with the height they need at least. */
const lookedUpRows = ({ tables, rowHeights = [] }: SheetBlueprint): ReadonlyMap<number, number> =>
  new Map(
    tables
      .filter(({ columns }) => columns.some(looksUp))
      .flatMap(({ at, rows }) => Array.from({ length: rows }, (_, i) => at.row + 1 + i))
      .map((row) => {
        const height = rowHeights.find((one) => one.row === row)?.height ?? DEFAULT_HEIGHT;
        return [
          row,
          Math.min(MOST_HEIGHT, Math.round(height * (height > SEVERAL ? LOOKED_UP_EACH : LOOKED_UP))),
        ] as const;
      }),
  );

interface Spread {
  readonly blocks: SheetBlueprint["blocks"];
  readonly wraps: readonly StyledArea[];
  readonly texts: readonly Text[];
}
/** Cells outside the tables: sentences in wide columns wrap; elsewhere both languages stand in one line. */
function spread(sheet: SheetBlueprint, widths: Widths): Spread {
  const texts: Text[] = [];
  const wraps: StyledArea[] = [];
  const placed = (cell: CellContent, row: number, column: number): CellContent => {
    if (!isInTwo(cell)) return cell;
    const width = widths.get(column) ?? DEFAULT_WIDTH;
    const isWrapped = wrapsAt(sheet, row, column);
    if (row === 0 || (width < SENTENCES && !isWrapped)) return cell.replaceAll(BREAK, "  ");
    texts.push({ row, text: cell, width });
    if (!isWrapped) wraps.push({ rect: { row, column, rows: 1, columns: 1 }, style: { wrap: true } });
    return cell;
  };
  const blocks = sheet.blocks.map(({ at, cells }) => ({
    at,
    cells: cells.map((row, r) => row.map((cell, c) => placed(cell, at.row + r, at.column + c))),
  }));
  return { blocks, wraps, texts };
}

/** What fits across the page in one size fits in a smaller one when its columns have become wider. */
function smaller(sheet: SheetBlueprint, widths: Widths): Pick<SheetBlueprint, "page"> {
  const { page } = sheet;
  if (page?.scale === undefined || page.printArea === undefined) return {};
  const share = across(widthsBy(sheet), page.printArea) / across(widths, page.printArea);
  return { page: { ...page, scale: Math.floor(page.scale * share) } };
}

function withRoom(sheet: SheetBlueprint): SheetBlueprint {
  const widths = widthsBy(sheet);
  widenForWords(sheet, widths);
  const { blocks, wraps, texts } = spread(sheet, widths);
  const tables = sheet.tables.map((table) => ({ ...table, columns: table.columns.map(wrapped) }));
  const all = [...texts, ...tables.flatMap((table) => tableTexts(sheet, widths, table))];
  const heights = new Map([
    ...(sheet.rowHeights ?? []).map(({ row, height }) => [row, height] as const),
    ...lookedUpRows(sheet),
  ]);
  for (const row of new Set(all.map((text) => text.row))) {
    const inRow = all.filter((text) => text.row === row);
    heights.set(row, Math.max(heights.get(row) ?? 0, heightFor(inRow, 1, MOST_LINES)));
  }
  return {
    ...sheet,
    blocks,
    tables,
    styles: [...sheet.styles, ...wraps],
    columnWidths: [...widths].map(([column, width]) => ({ column, width })),
    rowHeights: [...heights].map(([row, height]) => ({ row, height })),
    ...smaller(sheet, widths),
  };
}

/** The workbook with rows and columns large enough for the texts of two languages. */
export const roomForTwo = (blueprint: Blueprint): Blueprint => ({
  ...blueprint,
  sheets: blueprint.sheets.map(withRoom),
});
