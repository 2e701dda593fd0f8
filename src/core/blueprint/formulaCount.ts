/**
 * The block that counts formulas typed over: a line for neighbouring formula columns of each table of a workbook, with how many of
 * their cells hold no formula, the first of them and what its column is called. It speaks without the add-in.
 */
import {
  firstTypedOverFormula,
  placeAddressFormula,
  placeHeadFormula,
  sumOnSheetFormula,
  typedOverFormula,
  type FormulaRun,
} from "../formulas/formulaCountFormulas";
import { ruleFormula } from "../formulas/columns";
import { cellAddress, rectAddress } from "../model/a1";
import type { CellContent, CellFormula, SheetBlueprint, StyledArea, TableBlueprint } from "./types";
import type { SheetText } from "./words";

/** Columns of the block: sheet, how many, first cell, its heading, where that is as a number, and which columns are looked at. */
const AT = { sheet: 0, count: 2, first: 3, head: 4, place: 6, columns: 7 } as const;
/** The last heading reaches over two columns more. */
const WIDTH = AT.columns + 3;
/** A text reaches over the cell beside it. */
const BLANK = "";
/** Seen by nobody: other cells read it. */
const UNSEEN = ";;;";

interface RunOnSheet extends FormulaRun {
  readonly sheet: string;
}

function runsOf(sheet: string, { name, columns }: TableBlueprint): readonly RunOnSheet[] {
  const runs: RunOnSheet[] = [];
  columns.forEach(({ header, content }, i) => {
    if (content.kind !== "formula") return;
    const last = columns[i - 1]?.content.kind === "formula" ? runs.pop() : undefined;
    runs.push({ sheet, table: name, first: last?.first ?? header, last: header });
  });
  return runs;
}

export interface FormulaCount {
  readonly blocks: SheetBlueprint["blocks"];
  readonly styles: readonly StyledArea[];
  readonly conditional: SheetBlueprint["conditional"];
  /** Of all lines together. */
  readonly sum: CellFormula;
  /** Rows that the block takes. */
  readonly rows: number;
}

/**
 * @param on name of the sheet on which the block stands
 * @param row its first row
 * @param sheets with the tables that are looked at
 */
export function formulaCount(
  text: SheetText,
  on: string,
  row: number,
  sheets: readonly Pick<SheetBlueprint, "name" | "tables">[],
): FormulaCount {
  const runs = sheets.flatMap(({ name, tables }) => tables.flatMap((table) => runsOf(name, table)));
  const first = row + 2;
  const line = (run: RunOnSheet, i: number): CellContent[] => {
    const place = cellAddress(first + i, AT.place);
    return [
      run.sheet,
      BLANK,
      { formula: typedOverFormula(run) },
      { formula: placeAddressFormula(place) },
      { formula: placeHeadFormula(run, place) },
      BLANK,
      { formula: firstTypedOverFormula(run, cellAddress(first + i, AT.count)) },
      run.first === run.last ? run.first : `${run.first} – ${run.last}`,
    ];
  };
  const heads: CellContent[] = [
    text("formulas.sheet"),
    BLANK,
    text("formulas.count"),
    text("formulas.first"),
    text("formulas.head"),
    BLANK,
    BLANK,
    text("formulas.columns"),
  ];
  const body = (column: number, columns = 1) => ({ row: first, column, rows: Math.max(1, runs.length), columns });
  const counts = body(AT.count);
  return {
    rows: 2 + runs.length,
    blocks: [
      { at: { row, column: 0 }, cells: [[text("formulas.title")]] },
      { at: { row: row + 1, column: 0 }, cells: [heads, ...runs.map(line)] },
    ],
    styles: [
      { rect: { row, column: 0, rows: 1, columns: 1 }, style: { font: { bold: true, size: 12 } } },
      {
        rect: { row: row + 1, column: 0, rows: 1, columns: WIDTH },
        style: { fill: "headFill", font: { bold: true, color: "headInk" } },
      },
      { rect: body(0, WIDTH), style: { border: "bottom" } },
      { rect: { ...body(AT.count), row: row + 1, rows: runs.length + 1 }, style: { horizontal: "Center" } },
      { rect: body(AT.place), style: { numberFormat: UNSEEN } },
      { rect: body(AT.columns), style: { font: { color: "muted" } } },
    ],
    conditional: [
      {
        kind: "formula",
        rect: body(0, AT.place),
        formula: ruleFormula(`N($${cellAddress(first, AT.count)})>0`),
        style: { fill: "errorFill", bold: true },
      },
    ],
    sum: sumOnSheetFormula(on, rectAddress(counts, true)),
  };
}
