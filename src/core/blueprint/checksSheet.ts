/** The Checks sheet: what is open, counted by native formulas, so that it speaks without the add-in. */
import { cellFormula, column, ruleFormula } from "../formulas/columns";
import { cellAddress, rectAddress, quoteSheetName } from "../model/a1";
import type { BuildContext } from "./context";
import { heading } from "./tableSheet";
import type { CellContent, CellFormula, SheetBlueprint } from "./types";

/** Rows of a table whose check column shows a word. */
interface CountedWord {
  /** Key of the word among the sheet's texts. */
  readonly word: string;
  /** Key of the sentence "check.<label>"; that of the word unless given. */
  readonly label?: string;
  readonly table: string;
  readonly header: string;
  /** Sheet on which to look. */
  readonly sheet: string;
}
/** Something that no check column says. */
interface CountedOtherwise {
  readonly label: string;
  readonly count: CellFormula;
  readonly sheet: string;
}
export type CheckRow = CountedWord | CountedOtherwise;

const FIRST = 4;

/**
 * One line a check: what it is, how many rows show it, where; above them the sum.
 * @param own lines of the workbook's own sheets; those that the context brings stand under them
 */
export function checksSheet(
  context: BuildContext & { readonly moreChecks?: readonly CheckRow[] },
  name: string,
  own: readonly CheckRow[],
): SheetBlueprint {
  const { names, text, moreChecks = [] } = context;
  const rows = [...own, ...moreChecks];
  const head = heading(text("checkList.title"), text("checkList.subtitle"));
  const counts = { row: FIRST + 1, column: 1, rows: rows.length, columns: 1 };
  const sum = cellFormula(`SUM(${quoteSheetName(name)}!${rectAddress(counts, true)})`);
  const lines = rows.map((row): CellContent[] =>
    "count" in row
      ? [text(`check.${row.label}`), { formula: row.count }, row.sheet]
      : [
          text(`check.${row.label ?? row.word}`),
          { formula: cellFormula(`COUNTIFS(${column(row.table, row.header)},${names.own.word(row.word)})`) },
          row.sheet,
        ],
  );
  const open = `$${cellAddress(FIRST + 1, 1)}`;
  const headStyle = { fill: "headFill", font: { bold: true, color: "headInk" } } as const;
  return {
    name,
    target: "create",
    blocks: [
      ...head.blocks,
      { at: { row: 2, column: 0 }, cells: [[text("checkList.open"), { formula: sum }]] },
      {
        at: { row: FIRST, column: 0 },
        cells: [[text("checkList.what"), text("checkList.count"), text("checkList.where")], ...lines],
      },
    ],
    tables: [],
    styles: [
      ...head.styles,
      { rect: { row: 2, column: 0, rows: 1, columns: 2 }, style: { font: { bold: true, size: 12 } } },
      { rect: { row: 2, column: 1, rows: 1, columns: 1 }, style: { horizontal: "Center" } },
      { rect: { row: FIRST, column: 0, rows: 1, columns: 3 }, style: headStyle },
      { rect: { row: FIRST, column: 1, rows: rows.length + 1, columns: 1 }, style: { horizontal: "Center" } },
      {
        rect: { row: FIRST + 1, column: 0, rows: rows.length, columns: 3 },
        style: { border: "bottom", wrap: true, vertical: "Center" },
      },
    ],
    columnWidths: [
      { column: 0, width: 70 },
      { column: 1, width: 12 },
      { column: 2, width: 24 },
    ],
    rowHeights: rows.map((_, i) => ({ row: FIRST + 1 + i, height: 20 })),
    conditional: [
      {
        kind: "formula",
        rect: { row: FIRST + 1, column: 0, rows: rows.length, columns: 3 },
        formula: ruleFormula(`${open}>0`),
        style: { fill: "errorFill", bold: true },
      },
    ],
    validation: [],
    freeze: { rows: FIRST + 1, columns: 0 },
    showGridlines: false,
    page: { orientation: "Portrait", fitToWidth: true },
  };
}
