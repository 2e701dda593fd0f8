/**
 * The note that stands in the workbook while a blueprint is being written: what is made, and what stood there before.
 * It goes away with the last step of the run; where it is found later, a run stopped half-way and can be taken back.
 * Own XML part with an own namespace: JSON inside one element, like our other stored text. No names of people, no figures.
 */
import type { PrintedRow, WrittenCells } from "../blueprint/written";
import { parseRect, rectAddress, type Rect } from "../model/a1";
import { Fault, list, object } from "./strictFields";
import { textInXml, xmlAround } from "./storedText";

export const UNFINISHED_NAMESPACE = "urn:evenhand:unfinished";
const VERSION = 1;
const MOST_BYTES = 8_000_000;
const MOST_ITEMS = 100_000;
/** Excel's longest formula. */
const LONGEST_FORMULA = 8_192;

/** How far a sheet goes: told again, it says whether rows were put in. */
export interface SheetEnd {
  readonly lastRow: number;
  /** Top of the lowest chart in points; 0 without one. */
  readonly chartTop: number;
}

/** A table that gets rows, with what stood before. */
export interface GrownTable {
  readonly table: string;
  readonly sheet: string;
  /** Head and body before. */
  readonly rect: Rect;
  readonly added: number;
  /** Whole rows are put in under the table, so that what stands there moves down. */
  readonly inserted: boolean;
  /** Address of what is printed; null where nothing was set. */
  readonly printArea: string | null;
  /** Height of the last row in points where it is not the usual one; null where it is. */
  readonly height: number | null;
  readonly usualHeight: number;
  readonly before: SheetEnd;
  /** Columns of the sheet that come into sight. */
  readonly shown: readonly number[];
  /** What is put into the rows that are added. */
  readonly cells: WrittenCells;
}

/** What the workbook held before, enough to take a written blueprint back. */
export interface Receipt {
  readonly createdSheets: readonly string[];
  readonly createdNames: readonly string[];
  readonly metadataBefore: string | null;
  /** Text of the part with templates of one's own, where the blueprint changes it. */
  readonly templatesBefore?: string | null;
  readonly rewrittenBefore: readonly { readonly table: string; readonly column: string; readonly formula: string }[];
  /** Tables that got rows, as they stood before. */
  readonly grownTables: readonly GrownTable[];
  /** What is put into the cells of the new sheets. */
  readonly cells: readonly WrittenCells[];
  /** Charts that come to sheets which stand. */
  readonly charts: readonly AddedChart[];
}

/** A chart is made first and named then: until the run is over it is known by its place, too. */
export interface AddedChart {
  readonly sheet: string;
  readonly name: string;
  /** Its place among the charts of its sheet, from 0; null once it has its name. */
  readonly place: number | null;
}

const packed = ({ sheet, rows, formulas }: WrittenCells) => ({
  sheet,
  rows,
  formulas: formulas.map((rect) => rectAddress(rect)),
});

/** The XML text to store. */
export function unfinishedXml(receipt: Receipt): string {
  const grownTables = receipt.grownTables.map((grown) => ({
    ...grown,
    rect: rectAddress(grown.rect),
    cells: packed(grown.cells),
  }));
  const text = JSON.stringify({ ...receipt, grownTables, cells: receipt.cells.map(packed) });
  return xmlAround("unfinished", UNFINISHED_NAMESPACE, VERSION, text);
}

/** Any text, the empty one too. */
function anyText(value: unknown, path: string, most: number): string {
  if (typeof value !== "string") throw new Fault(path, "wrong-type");
  if (value.length > most) throw new Fault(path, "too-large");
  return value;
}
const NAME = 255;
const texts = (value: unknown, path: string): string[] =>
  list(value, path, MOST_ITEMS).map((entry, i) => anyText(entry, `${path}.${String(i)}`, NAME));
const count = (value: unknown, path: string): number => {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0) throw new Fault(path, "wrong-type");
  return value;
};
const items = <T>(value: unknown, path: string, read: (entry: unknown, path: string) => T): T[] =>
  list(value, path, MOST_ITEMS).map((entry, i) => read(entry, `${path}.${String(i)}`));

/** A length in points. */
const points = (value: unknown, path: string): number => {
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0) throw new Fault(path, "wrong-type");
  return value;
};

function rectOf(value: unknown, path: string): Rect {
  const rect = parseRect(anyText(value, path, NAME));
  if (rect === null) throw new Fault(path, "wrong-type");
  return rect;
}
function rowOf(value: unknown, path: string): PrintedRow {
  const [row, column, prints] = list(value, path, 3);
  return [count(row, path), count(column, path), anyText(prints, path, MOST_BYTES)];
}
function cellsOf(value: unknown, path: string): WrittenCells {
  const { sheet, rows, formulas } = object(value, path, ["sheet", "rows", "formulas"]);
  return {
    sheet: anyText(sheet, path, NAME),
    rows: items(rows, `${path}.rows`, rowOf),
    formulas: items(formulas, `${path}.formulas`, rectOf),
  };
}
const GROWN = "table sheet rect added inserted printArea height usualHeight before shown cells".split(" ");

function grownOf(value: unknown, path: string): GrownTable {
  const fields = object(value, path, GROWN);
  const { inserted, printArea, height } = fields;
  const before = object(fields["before"], path, ["lastRow", "chartTop"]);
  if (typeof inserted !== "boolean") throw new Fault(path, "wrong-type");
  return {
    table: anyText(fields["table"], path, NAME),
    sheet: anyText(fields["sheet"], path, NAME),
    rect: rectOf(fields["rect"], path),
    added: count(fields["added"], path),
    inserted,
    printArea: printArea === null ? null : anyText(printArea, path, LONGEST_FORMULA),
    height: height === null ? null : points(height, path),
    usualHeight: points(fields["usualHeight"], path),
    before: { lastRow: count(before["lastRow"], path), chartTop: points(before["chartTop"], path) },
    // A note of an earlier version has none.
    shown: fields["shown"] === undefined ? [] : items(fields["shown"], `${path}.shown`, count),
    cells: cellsOf(fields["cells"], `${path}.cells`),
  };
}

const FIELDS = [
  "createdSheets",
  "createdNames",
  "metadataBefore",
  "templatesBefore",
  "rewrittenBefore",
  "grownTables",
  "cells",
  "charts",
];
const textOrNull = (value: unknown, path: string): string | null =>
  value === null ? null : anyText(value, path, MOST_BYTES);

function receiptOf(value: unknown): Receipt {
  const fields = object(value, "unfinished", FIELDS);
  return {
    createdSheets: texts(fields["createdSheets"], "createdSheets"),
    createdNames: texts(fields["createdNames"], "createdNames"),
    metadataBefore: textOrNull(fields["metadataBefore"], "metadataBefore"),
    ...(fields["templatesBefore"] === undefined
      ? {}
      : { templatesBefore: textOrNull(fields["templatesBefore"], "templatesBefore") }),
    rewrittenBefore: items(fields["rewrittenBefore"], "rewrittenBefore", (entry, path) => {
      const { table, column, formula } = object(entry, path, ["table", "column", "formula"]);
      return {
        table: anyText(table, path, NAME),
        column: anyText(column, path, NAME),
        formula: anyText(formula, path, LONGEST_FORMULA),
      };
    }),
    grownTables: items(fields["grownTables"], "grownTables", grownOf),
    cells: items(fields["cells"], "cells", cellsOf),
    charts: items(fields["charts"], "charts", (entry, path) => {
      const { sheet, name, place } = object(entry, path, ["sheet", "name", "place"]);
      return {
        sheet: anyText(sheet, path, NAME),
        name: anyText(name, path, NAME),
        place: place === null ? null : count(place, path),
      };
    }),
  };
}

/** Reads the stored text; null for what is not ours, damaged, or of a later version. Never throws. */
export function parseUnfinished(xml: string): Receipt | null {
  const stored = textInXml("unfinished", UNFINISHED_NAMESPACE, xml, MOST_BYTES);
  if (stored?.version !== VERSION) return null;
  try {
    return receiptOf(JSON.parse(stored.text));
  } catch {
    return null;
  }
}
