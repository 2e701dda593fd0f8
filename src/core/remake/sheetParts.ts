/** Parts of sheets that are made again: single cells of Settings by their names, and everything that follows a table's rows. */
import type { Blueprint, CellContent, Literal, SheetBlueprint, TableBlueprint } from "../blueprint/types";
import { parseRect, splitAddress, type Rect } from "../model/a1";
import type { KeyedTable } from "../recognise/layout";
import type { CellValue } from "../recognise/snapshot";
import type { InstanceMetadata } from "../schema/metadata";

/** A value as it is written; an error is no value. */
export const plain = (value: CellValue): Literal => (typeof value === "object" ? "" : value);

/** Columns by the headers that we stored. Where people renamed some and none was added or deleted, by their order. */
export function columnsOf(
  old: KeyedTable,
  headers: Readonly<Record<string, string>>,
): { readonly from: ReadonlyMap<string, number>; readonly lost: readonly string[] } {
  const from = new Map([...old.columns].map(([key, offset]) => [key, old.columnAt(offset)]));
  const taken = new Set(from.values());
  const missing = Object.keys(headers).filter((key) => !from.has(key));
  const strange = old.headers
    .map((header, offset) => ({ header, column: old.columnAt(offset) }))
    .filter(({ column }) => !taken.has(column));
  if (missing.length === strange.length) {
    strange.forEach(({ column }, i) => from.set(missing[i] ?? "", column));
    return { from, lost: [] };
  }
  const lost = [...missing.map((key) => headers[key] ?? ""), ...strange.map(({ header }) => header)];
  return { from, lost: lost.map((header) => `${old.sheet.name}: ${header}`) };
}

/** Rules, looks and print of the table's rows reach as far as it does. */
export function grownSheet(sheet: SheetBlueprint, before: TableBlueprint, by: number): SheetBlueprint {
  const body = before.at.row + 1;
  const grow = <T extends { readonly rect: Rect }>(area: T): T =>
    area.rect.row === body && area.rect.rows === before.rows
      ? { ...area, rect: { ...area.rect, rows: area.rect.rows + by } }
      : area;
  const area = sheet.page?.printArea;
  const isLast = area !== undefined && area.row + area.rows === body + before.rows;
  return {
    ...sheet,
    styles: sheet.styles.map(grow),
    conditional: sheet.conditional.map(grow),
    validation: sheet.validation.map(grow),
    ...(isLast && sheet.page !== undefined
      ? { page: { ...sheet.page, printArea: { ...area, rows: area.rows + by } } }
      : {}),
  };
}

/** Single cells of the old workbook by their names. */
export interface OldNames {
  readonly instance: number;
  /** The value of a single cell by its workbook name; null where there is none. */
  readonly named: (name: string) => CellValue | null;
}
/** Values by place on the new sheets. */
type NamedCells = ReadonlyMap<string, Literal>;
const placeOf = (sheet: string, row: number, column: number): string => `${sheet}!${String(row)},${String(column)}`;

/** Cells of Settings and the like, by their names. */
export function namedCells(
  blueprint: Blueprint,
  { instance }: Pick<InstanceMetadata, "instance">,
  old: OldNames,
): NamedCells {
  const own = `eh_${String(instance)}_`;
  return new Map(
    blueprint.names.flatMap(({ name, refersTo }): [string, Literal][] => {
      const { sheet, address } = splitAddress(refersTo.slice(1));
      const rect = parseRect(address);
      if (sheet === null || rect?.rows !== 1 || rect.columns !== 1 || !name.startsWith(own)) return [];
      const value = old.named(`eh_${String(old.instance)}_${name.slice(own.length)}`);
      return value === null ? [] : [[placeOf(sheet, rect.row, rect.column), plain(value)]];
    }),
  );
}

/** The cells of a sheet with those values in the places of what was typed by us; formulas stay. */
export const withNamedCells = ({ name, blocks }: SheetBlueprint, named: NamedCells): SheetBlueprint["blocks"] =>
  blocks.map((block) => ({
    ...block,
    cells: block.cells.map((row, r) =>
      row.map((cell, c): CellContent => {
        if (typeof cell === "object" && cell !== null) return cell;
        return named.get(placeOf(name, block.at.row + r, block.at.column + c)) ?? cell;
      }),
    ),
  }));
