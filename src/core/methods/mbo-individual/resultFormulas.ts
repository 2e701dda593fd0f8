/** Formulas of a person's result from the goals: domain rule C3 under the policy "wait", goal by goal instead of column by column. */
import type { CellFormula } from "../../blueprint/types";
import { cellFormula } from "../../formulas/columns";
import type { InstanceNames } from "../../formulas/names";
import { cellOf, columnOf, type Headers, type TableSource } from "../../formulas/byKey";

export type ResultColumn =
  "applicable" | "coverage" | "soFar" | "low" | "high" | "toFill" | "total" | "gaps" | "scored" | "freed" | "points";

/** By column; `weights` and `goals` stand in the same row, the person's id too. */
export function personResultFormulas(
  review: { readonly table: string; readonly headers: Headers },
  h: Headers,
): Readonly<Record<ResultColumn, CellFormula>> {
  const own = `${columnOf(review.table, review.headers, "person")},${cellOf(h, "id")}`;
  const sumOf = (key: string): CellFormula =>
    cellFormula(`SUMIFS(${columnOf(review.table, review.headers, key)},${own})`);
  const [weights, freed, scored] = [cellOf(h, "weights"), cellOf(h, "freed"), cellOf(h, "scored")];
  const base = `(${weights}-${freed})`;
  const counts = (key: string): string => columnOf(review.table, review.headers, key);
  return {
    points: sumOf("points"),
    scored: sumOf("scored"),
    freed: sumOf("freed"),
    toFill: cellFormula(`COUNTIFS(${own},${counts("open")},1)`),
    gaps: cellFormula(`COUNTIFS(${own},${counts("evidence")},0,${counts("scored")},">0")`),
    applicable: cellFormula(`IF(${weights}<=0,0,1-${freed}/${weights})`),
    coverage: cellFormula(`IF(${base}<=0,0,ROUND(${scored}/${base},9))`),
    soFar: cellFormula(`IF(${scored}<=0,"",ROUND(100*${cellOf(h, "points")}/${scored},6))`),
    low: cellFormula(`IF(${base}<=0,"",ROUND(100*${cellOf(h, "points")}/${base},6))`),
    high: cellFormula(
      `IF(ISNUMBER(${cellOf(h, "low")}),ROUND(${cellOf(h, "low")}+100*(1-${cellOf(h, "coverage")}),6),"")`,
    ),
    total: cellFormula(`IF(AND(${cellOf(h, "goals")}>0,${cellOf(h, "toFill")}=0),${cellOf(h, "soFar")},"")`),
  };
}

// The second way, on Proof.

/** Goals of a person: rows of theirs with words. */
const goalsOf = (goals: TableSource, id: string): string => {
  const of = (key: string): string => columnOf(goals.table, goals.headers, key);
  return `--(${of("person")}=${id}),--(LEN(TRIM(${of("goal")}))>0)`;
};
/** Weights of a person's goals as they are typed. */
export const weightsAgainFormula = (goals: TableSource, id: string): CellFormula =>
  cellFormula(`ROUND(SUMPRODUCT(${goalsOf(goals, id)},${columnOf(goals.table, goals.headers, "weight")}),6)`);
/**
 * Σ weight × attainment ÷ Σ weight of the goals that have an attainment, once every goal has one or was set aside for a reason.
 */
export const totalAgainFormula = (
  names: InstanceNames,
  goals: TableSource,
  review: TableSource,
  id: string,
): CellFormula => {
  const of = (key: string): string => columnOf(review.table, review.headers, key);
  const [attainment, weight] = [of("attainment"), of("weight")];
  const own = `--(${of("person")}=${id})`;
  const scored = `${own},--ISNUMBER(${attainment})`;
  const aside = `SUMPRODUCT(${own},--(${of("agreed")}=${names.word("na")}),--(LEN(TRIM(${of("reason")}))>0))`;
  const weights = `SUMPRODUCT(${scored},${weight})`;
  return cellFormula(
    `IF(SUMPRODUCT(${goalsOf(goals, id)})>SUMPRODUCT(${scored})+${aside},"",` +
      `IF(${weights}<=0,"",ROUND(100*SUMPRODUCT(${scored},${weight},${attainment})/${weights},6)))`,
  );
};
