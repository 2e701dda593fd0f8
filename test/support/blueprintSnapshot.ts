/** A blueprint as a snapshot without calculation: inputs and words stand, formula cells are blank. */
import type { Blueprint, CellContent, SheetBlueprint } from "../../src/core/blueprint/types";
import type { CellValue, Snapshot, SnapshotSheet } from "../../src/core/recognise/snapshot";

const valueOf = (content: CellContent): CellValue => (content === null || typeof content === "object" ? "" : content);

function sheetFrom(sheet: SheetBlueprint): SnapshotSheet {
  const cells = new Map<string, CellValue>();
  let [rows, columns] = [0, 0];
  const put = (row: number, column: number, content: CellContent): void => {
    cells.set(`${String(row)},${String(column)}`, valueOf(content));
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  };
  for (const { at, cells: block } of sheet.blocks)
    block.forEach((line, r) => {
      line.forEach((content, c) => {
        put(at.row + r, at.column + c, content);
      });
    });
  for (const table of sheet.tables)
    table.columns.forEach(({ header, content }, c) => {
      put(table.at.row, table.at.column + c, header);
      for (let r = 0; r < table.rows; r += 1)
        put(table.at.row + 1 + r, table.at.column + c, content.kind === "input" ? (content.values[r] ?? "") : "");
    });
  return {
    name: sheet.name,
    visible: true,
    isProtected: false,
    used: rows === 0 ? null : { row: 0, column: 0, rows, columns },
    values: Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (__, c) => cells.get(`${String(r)},${String(c)}`) ?? ""),
    ),
    formulas: new Map(),
    numberFormats: [],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    isFiltered: false,
    tables: sheet.tables.map((table) => ({
      name: table.name,
      rect: { ...table.at, rows: table.rows + 1, columns: table.columns.length },
      columns: table.columns.map(({ header }) => header),
      hasHeader: true,
      hasTotals: false,
    })),
  };
}

/** The snapshot of a blueprint just written; `open` is the sheet in front. */
export function blueprintSnapshot(blueprint: Blueprint, open: string): Snapshot {
  return {
    sheets: blueprint.sheets.map(sheetFrom),
    activeSheet: open,
    names: blueprint.names.map(({ name, refersTo }) => ({ name, formula: refersTo, value: null })),
    metadata: blueprint.metadata,
    date1904: false,
  };
}

/** The snapshot with one cell changed. */
export function withCell(snapshot: Snapshot, sheet: string, row: number, column: number, value: CellValue): Snapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((entry) =>
      entry.name === sheet
        ? { ...entry, values: entry.values.map((line, r) => (r === row ? line.with(column, value) : line)) }
        : entry,
    ),
  };
}
