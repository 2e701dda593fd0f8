/**
 * Which lines the Checks sheet of a KPI scorecard has: weights, plan lines, results, evidence, gates, bands, people,
 * proof.
 */
import { headerOf, rowlessFormula, type TableSource } from "../formulas/byKey";
import { cellFormula } from "../formulas/columns";
import { quoteSheetName, rectAddress } from "../model/a1";
import type { CheckRow } from "./checksSheet";
import type { TablePlacement } from "./tableSheet";

/** A table with the sheet that it stands on. */
export interface CheckedTable extends TableSource {
  readonly sheet: string;
}
export interface CheckedTables {
  readonly plan: CheckedTable;
  readonly weights: CheckedTable;
  readonly people: CheckedTable;
  readonly results: CheckedTable;
  readonly evidence: CheckedTable;
  readonly gates: CheckedTable | null;
  /** Bonus and deduction items and the register of them. */
  readonly items: { readonly items: CheckedTable; readonly register: CheckedTable } | null;
  readonly proof: CheckedTable;
  readonly bands: { readonly sheet: string; readonly table: TablePlacement };
}

/** Bands whose lower end is not above that of the band before. */
function bandsRow({ sheet, table }: CheckedTables["bands"]): CheckRow {
  const ends = (first: number): string => {
    const rect = { row: table.at.row + 1 + first, column: table.at.column, rows: table.rows - 1, columns: 1 };
    return `${quoteSheetName(sheet)}!${rectAddress(rect, true)}`;
  };
  return { label: "bandsOff", sheet, count: cellFormula(`SUMPRODUCT(--(${ends(1)}<=${ends(0)}))`) };
}

/** People with a name for whom no row of Results is made. */
const noLinesRow = (people: CheckedTable, results: CheckedTable): CheckRow => ({
  label: "noLines",
  sheet: people.sheet,
  count: rowlessFormula(people, "name", results, "name"),
});

/** The lines of the Checks sheet: which column of which table is counted, and the words that are in order. */
export function scorecardChecks(tables: CheckedTables): readonly CheckRow[] {
  const { plan, weights, people, results, evidence, gates, items, proof, bands } = tables;
  const rows = ({ table, headers, sheet }: CheckedTable, words: readonly string[], label?: string): CheckRow[] =>
    words.map((word) => ({ word, label: label ?? word, table, header: headerOf(headers, "check"), sheet }));
  return [
    ...rows(weights, ["weightsOff"]),
    ...rows(plan, ["weightMissing", "incomplete"]),
    ...(gates === null ? [] : rows(gates, ["incomplete"], "gateIncomplete")),
    bandsRow(bands),
    noLinesRow(people, results),
    ...rows(results, ["toFill", "notNumber", "reasonMissing", "notScored", "noEvidence"]),
    ...(gates === null ? [] : rows(results, ["gateOpen"])),
    ...rows(evidence, ["unknown", "outside"]),
    ...(items === null
      ? []
      : [
          ...rows(items.items, ["incomplete"], "itemIncomplete"),
          ...rows(items.register, ["unknown", "incomplete", "notNumber"], "extraUnclear"),
          ...rows(items.register, ["reasonMissing", "outside"], "extraWhy"),
          ...rows(items.register, ["noEvidence"], "extraEvidence"),
        ]),
    ...rows(proof, ["proofOff"]),
  ];
}
