/** Formulas of the page for one person of a goal decomposition. */
import type { CellFormula } from "../../blueprint/types";
import { columnOf, type TableSource } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import type { ItemExpression } from "../../formulas/handoutFormulas";
import type { InstanceNames } from "../../formulas/names";
import { ofOwnRows } from "../../formulas/ownRows";

/** "735 ÷ 700", or "2 − 4.1 ÷ 4" where lower is better: how an attainment comes about before the cap; empty without one. */
export const attainedWay: ItemExpression = (at) =>
  `IF(AND(ISNUMBER(${at("attainment")}),N(${at("due")})>0),IF(${at("sign")}<0,2&" − ","")&` +
  `ROUND(${at("actual")},2)&" ÷ "&ROUND(${at("due")},2),"")`;

/**
 * What the picked person's lines come to: Σ weight × attainment, Σ weight of those with one, how many have or need a target and
 * no figure, and the mean once none is open: a gap never lifts anybody. As a combined appraisal takes it. Source: domain rules
 * C3, C10.
 */
export function ownAttainmentFormulas(
  names: InstanceNames,
  people: TableSource,
  lines: TableSource,
  owner: string,
): Readonly<Record<"won" | "scored" | "open" | "attained", CellFormula>> {
  const of = (key: string): string => columnOf(lines.table, lines.headers, key);
  const sum = (key: string) => (rows: string) => `SUMPRODUCT(${rows},${of(key)})`;
  const wanted = `--(ISNUMBER(${of("target")})+(${of("parentKind")}<5)>0)`;
  const over = (make: (rows: string) => string) => ofOwnRows(names, people, lines, owner, make);
  return {
    won: over((rows) => `ROUND(${sum("wonWeight")(rows)},2)`),
    scored: over(sum("scoredWeight")),
    open: over((rows) => `SUMPRODUCT(${rows},--(${of("weightUsed")}>${of("scoredWeight")}),${wanted})`),
    attained: over(
      (rows) =>
        `IF(SUMPRODUCT(${rows},${of("weightUsed")}-${of("scoredWeight")},${wanted})>0,"",` +
        `IFERROR(ROUND(${sum("wonWeight")(rows)}/${sum("scoredWeight")(rows)},9),""))`,
    ),
  };
}

/** "63 ÷ 60 = 105%", from cells of the page; empty without a result. */
export const attainmentSumFormula = (won: string, weight: string, attained: string): CellFormula =>
  cellFormula(
    `IF(ISNUMBER(${attained}),ROUND(${won},2)&" ÷ "&ROUND(${weight},2)&" = "&ROUND(100*${attained},1)&"%","")`,
  );
/** "120%": the most that an attainment counts. */
export const capFormula = (names: InstanceNames): CellFormula =>
  cellFormula(`ROUND(100*${names.setting("Cap")},1)&"%"`);
