/**
 * Formulas of the Proof sheet: every result worked out a second way. Points are added up line by line with the weights as they
 * stand in Plan, where the entry sheet multiplies whole rows; bands are counted, where Results looks them up.
 */
import type { CellFormula } from "../blueprint/types";
import { cellOf, columnOf, type Headers, type TableSource } from "./byKey";
import { cellFormula, column, here, hereFrom } from "./columns";
import type { InstanceNames } from "./names";

/** Weight of the line whose id stands in an absolute cell, added up from Plan. */
export const planWeightFormula = (plan: TableSource, idCell: string): CellFormula =>
  cellFormula(
    `SUMIFS(${columnOf(plan.table, plan.headers, "weight")},${columnOf(plan.table, plan.headers, "id")},${idCell})`,
  );

/** Row of the entry table on which the person stands; 0 for none. */
export const entryRowFormula = (entry: TableSource, ownId: string): CellFormula =>
  cellFormula(`IFERROR(MATCH(${here(ownId)},${columnOf(entry.table, entry.headers, "id")},0),0)`);

/** Points of one line: weight × attainment; empty where there is no attainment. */
export function linePointsFormula(
  entry: TableSource,
  line: string,
  rowHeader: string,
  weightCell: string,
): CellFormula {
  const attainment = `INDEX(${columnOf(entry.table, entry.headers, `attainment:${line}`)},${here(rowHeader)})`;
  return cellFormula(`IF(${here(rowHeader)}=0,"",IF(ISNUMBER(${attainment}),${weightCell}*${attainment},""))`);
}

/** Column keys of the Proof table that its formulas name. */
export interface ProofPlaces {
  readonly own: Headers;
  readonly points: readonly [first: string, last: string];
  /** Absolute range of the weights above the points. */
  readonly weights: string;
  readonly bands: { readonly table: string; readonly from: string; readonly band: string };
  readonly hasGates: boolean;
  /** There is a column "items": bonus less deductions. */
  readonly hasItems: boolean;
}

/** What follows from the points: result so far, difference, band, and the word that says whether all agree. */
export function proofFormulas(
  names: InstanceNames,
  { own, points, weights, bands, hasGates, hasItems }: ProofPlaces,
): Readonly<Record<"again" | "difference" | "held" | "bandAgain" | "check", CellFormula>> {
  const cell = (key: string): string => cellOf(own, key);
  const row = hereFrom(...points);
  const scored = `SUMPRODUCT(--ISNUMBER(${row}),${weights})`;
  const [again, total, soFar] = [cell("again"), cell("total"), cell("soFar")];
  const held = hasGates ? `IF(ISNUMBER(${cell("ceiling")}),MIN(${total},${cell("ceiling")}),${total})` : total;
  const wanted = hasItems ? `ROUND(MAX(0,N(${again})+${cell("items")}),6)` : `N(${again})`;
  const differs = names.word("proofOff");
  return {
    again: cellFormula(`IF(COUNT(${row})=0,"",IF(${scored}<=0,"",ROUND(100*SUM(${row})/${scored},6)))`),
    difference: cellFormula(`IF(AND(ISNUMBER(${soFar}),ISNUMBER(${again})),ROUND(${soFar}-${again},6),"")`),
    held: cellFormula(`IF(ISNUMBER(${total}),${held},"")`),
    bandAgain: cellFormula(
      `IF(ISNUMBER(${total}),IFERROR(INDEX(${column(bands.table, bands.band)},COUNTIFS(${column(bands.table, bands.from)},"<="&${cell("held")})),""),"")`,
    ),
    check: cellFormula(
      `IF(ISNUMBER(${soFar})<>ISNUMBER(${again}),${differs},IF(N(${cell("difference")})<>0,${differs},` +
        `IF(AND(${cell("toFill")}=0,ISNUMBER(${again})<>ISNUMBER(${total})),${differs},` +
        `IF(AND(${cell("toFill")}=0,ISNUMBER(${total}),N(${total})<>${wanted}),${differs},` +
        `IF(${cell("band")}<>${cell("bandAgain")},${differs},${names.word("ok")})))))`,
    ),
  };
}
