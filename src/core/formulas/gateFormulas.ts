/**
 * Formulas of gates: which of a person's gates are broken, how high a band they leave, and the name of the gate that decides.
 * A ceiling is the lower cut-off of the best band that is left; the band of min(total, ceiling) is the band behind the gate.
 */
import type { CellFormula, RuleFormula } from "../blueprint/types";
import { cellFormula, column, here, hereFrom, ruleFormula } from "./columns";
import type { InstanceNames } from "./names";

/** Higher than any total. */
const NO_CEILING = "1E+15";

/**
 * Lower cut-off of the band that the gate leaves. Band names are the user's: compared, not looked for. Source: domain
 * rule C3.
 */
export const ceilingFormula = (bands: string, bandHeader: string, fromHeader: string, ownBand: string): CellFormula =>
  cellFormula(`SUMPRODUCT(--(${column(bands, bandHeader)}=${here(ownBand)}),${column(bands, fromHeader)})`);

/** OK, or "incomplete" when the band is none, or an indicator is named without a limit. */
export const gateCheckFormula = (
  names: InstanceNames,
  headers: { readonly band: string; readonly indicator: string; readonly below: string },
): CellFormula =>
  cellFormula(
    `IF(SUMPRODUCT(--(${names.setting("BandNames")}=${here(headers.band)}))=0,${names.word("incomplete")},` +
      `IF(AND(LEN(${here(headers.indicator)})>0,NOT(ISNUMBER(${here(headers.below)}))),${names.word("incomplete")},${names.word("ok")}))`,
  );

/** Row of the Gates table on which a gate stands; 0 when it is gone. */
export const gateRowFormula = (names: InstanceNames, idCell: string): CellFormula =>
  cellFormula(`IFERROR(MATCH(${idCell},${names.setting("GateIds")},0),0)`);

/** The gate's ceiling, above its column. */
export const gateCeilingFormula = (names: InstanceNames, rowCell: string): CellFormula =>
  cellFormula(`IF(${rowCell}=0,"",INDEX(${names.setting("GateCeilings")},${rowCell}))`);

/** 1 broken, 0 kept, empty not answered: yes or no, or a count of events. */
export const answerFormula = (names: InstanceNames, answerHeader: string, rowCell: string): CellFormula =>
  cellFormula(
    `IF(${rowCell}=0,"",IF(ISNUMBER(${here(answerHeader)}),IF(${here(answerHeader)}>0,1,0),` +
      `IF(${here(answerHeader)}=${names.word("yes")},1,IF(${here(answerHeader)}=${names.word("no")},0,""))))`,
  );

/**
 * 1 broken, 0 kept, empty while the indicator has no number: the actual is below the gate's limit. Source: domain rule
 * C3.
 */
export const belowFormula = (names: InstanceNames, valueHeader: string, rowCell: string): CellFormula =>
  cellFormula(
    `IF(OR(${rowCell}=0,NOT(ISNUMBER(${here(valueHeader)}))),"",IF(${here(valueHeader)}<INDEX(${names.setting("GateBelow")},${rowCell}),1,0))`,
  );

/** A gate's column and the absolute cells above it. */
export interface GateColumn {
  readonly broken: string;
  readonly rowCell: string;
  readonly ceilingCell: string;
}

/** The lowest ceiling of the broken gates; empty when none is broken. Source: domain rule C3, as core/scoring/gates. */
export function lowestCeilingFormula(gates: readonly GateColumn[]): CellFormula {
  const [first, last] = [gates[0], gates.at(-1)];
  if (first === undefined || last === undefined) return cellFormula('""');
  const ceilings = gates.map((gate) => `IF(N(${here(gate.broken)})=1,${gate.ceilingCell},${NO_CEILING})`);
  return cellFormula(`IF(SUM(${hereFrom(first.broken, last.broken)})=0,"",MIN(${ceilings.join(",")}))`);
}

/** Name of the gate that decides; a word when one is not answered although it is time; else empty. */
export function decidingGateFormula(
  names: InstanceNames,
  gates: readonly GateColumn[],
  ceilingHeader: string,
  openCount: string,
): CellFormula {
  const open = `IF(AND(${names.setting("StageNo")}>=3,${openCount}>0),${names.word("gateOpen")},"")`;
  return cellFormula(
    gates.reduceRight(
      (rest, { broken, rowCell, ceilingCell }) =>
        `IF(AND(N(${here(broken)})=1,${ceilingCell}=${here(ceilingHeader)}),INDEX(${names.setting("GateNames")},${rowCell})&"",${rest})`,
      open,
    ),
  );
}

/** How many gates of a person are not answered. `rows` is the absolute range above the columns. */
export const openGates = (first: string, last: string, rows: string): string =>
  `COUNTIF(${rows},">0")-COUNT(${hereFrom(first, last)})`;

/** "Yes" to a gate. */
export const yesRule = (names: InstanceNames, cell: string): RuleFormula => ruleFormula(`${cell}=${names.word("yes")}`);
