/** Formulas of the Results table and of the sorted Ranking list. */
import type { CellFormula } from "../blueprint/types";
import { cellFormula, column, fromHead, here } from "./columns";
import type { InstanceNames } from "./names";

/** A value of a person from the first entry table that holds the person; empty when none does. */
export function gatherFormula(
  entries: readonly string[],
  idHeader: string,
  wanted: string,
  ownId: string,
): CellFormula {
  const look = (table: string): string =>
    `INDEX(${column(table, wanted)},MATCH(${here(ownId)},${column(table, idHeader)},0))`;
  return cellFormula(entries.reduceRight((rest, table) => `IFERROR(${look(table)},${rest})`, '""'));
}

/** Number of the entry table (1, 2 …) that holds the person, 0 for none: people are ranked within it. */
export function planNumberOfFormula(entries: readonly string[], idHeader: string, ownId: string): CellFormula {
  const holds = (table: string): string => `ISNUMBER(MATCH(${here(ownId)},${column(table, idHeader)},0))`;
  return cellFormula(
    entries.reduceRight((rest, table, index) => `IF(${holds(table)},${String(index + 1)},${rest})`, "0"),
  );
}

/** A person's own data from the People table. */
export const personFormula = (people: string, idHeader: string, wanted: string, ownId: string): CellFormula =>
  cellFormula(`IFERROR(INDEX(${column(people, wanted)},MATCH(${here(ownId)},${column(people, idHeader)},0))&"","")`);

export interface ResultHeaders {
  readonly total: string;
  readonly applicable: string;
  /** Only where the policy for missing data may be chosen. */
  readonly coverage?: string;
  readonly rankingTotal: string;
  readonly plan: string;
  readonly department: string;
  readonly rank: string;
  readonly order: string;
}

/**
 * The rounded total of those who may be ranked, else empty; under "renormalise" (place 2 of the policies) it needs
 * coverage. Source: domain rule C3.
 */
export function rankingTotalFormula(names: InstanceNames, h: ResultHeaders): CellFormula {
  const applies = `${here(h.applicable)}>=${names.setting("MinApplicable")}`;
  const may =
    h.coverage === undefined
      ? applies
      : `AND(${applies},OR(${names.setting("PolicyNo")}<>2,${here(h.coverage)}>=${names.setting("MinCoverage")}))`;
  return cellFormula(`IF(ISNUMBER(${here(h.total)}),IF(${may},ROUND(${here(h.total)},6),""),"")`);
}

/** Band by lower cut-off; with a ceiling, the band behind the gate. Source: domain rules C3, C11. */
export function bandFormula(
  bands: { readonly table: string; readonly from: string; readonly band: string },
  h: ResultHeaders,
  ceilingHeader: string | null,
): CellFormula {
  const total = here(h.total);
  const held = ceilingHeader === null ? total : `MIN(${total},${here(ceilingHeader)})`;
  return cellFormula(
    `IF(ISNUMBER(${total}),INDEX(${column(bands.table, bands.band)},MATCH(${held},${column(bands.table, bands.from)},1)),"")`,
  );
}

/** Competition rank within the plan: 1, 2, 2, 4. Source: method §2.5. */
export function competitionRankFormula(results: string, h: ResultHeaders): CellFormula {
  const own = here(h.rankingTotal);
  return cellFormula(
    `IF(ISNUMBER(${own}),COUNTIFS(${column(results, h.plan)},${here(h.plan)},${column(results, h.rankingTotal)},">"&${own})+1,"")`,
  );
}

/** 1 in the first row that shows a total within its plan, else 0: the helper of the dense rank. Source: method §2.5. */
export function firstFormula(results: string, h: ResultHeaders): CellFormula {
  const own = here(h.rankingTotal);
  return cellFormula(
    `IF(ISNUMBER(${own}),IF(COUNTIFS(${fromHead(results, h.plan)},${here(h.plan)},${fromHead(results, h.rankingTotal)},${own})=1,1,0),0)`,
  );
}

/** Dense rank within the plan: 1, 2, 2, 3. Source: method §2.5. */
export function denseRankFormula(results: string, h: ResultHeaders, firstHeader: string): CellFormula {
  const own = here(h.rankingTotal);
  return cellFormula(
    `IF(ISNUMBER(${own}),SUMIFS(${column(results, firstHeader)},${column(results, h.plan)},${here(h.plan)},${column(results, h.rankingTotal)},">"&${own})+1,"")`,
  );
}

/** Rank among the same department and plan; departments are compared as text, so that no wildcard counts. */
export function rankInGroupFormula(results: string, h: ResultHeaders): CellFormula {
  const own = here(h.rankingTotal);
  const all = column(results, h.rankingTotal);
  return cellFormula(
    `IF(AND(ISNUMBER(${own}),LEN(${here(h.department)})>0),SUMPRODUCT(--(${column(results, h.department)}=${here(h.department)}),` +
      `--(${column(results, h.plan)}=${here(h.plan)}),--ISNUMBER(${all}),--(${all}>${own}))+1,"")`,
  );
}

/**
 * Place in the sorted list: plan by plan, best first, equals in the order of the table; 0 for people without a rank.
 * Source: method §2.5.
 */
export function orderFormula(results: string, h: ResultHeaders): CellFormula {
  const own = here(h.rankingTotal);
  const totals = column(results, h.rankingTotal);
  return cellFormula(
    `IF(ISNUMBER(${own}),COUNTIFS(${column(results, h.plan)},"<"&${here(h.plan)},${totals},">-1000000")+` +
      `COUNTIFS(${column(results, h.plan)},${here(h.plan)},${totals},">"&${own})+` +
      `COUNTIFS(${fromHead(results, h.plan)},${here(h.plan)},${fromHead(results, h.rankingTotal)},${own}),0)`,
  );
}

/** Total less the previous period's, on the scale of the totals; empty where one of them is missing. */
export const changeFormula = (totalHeader: string, previousHeader: string): CellFormula =>
  cellFormula(
    `IF(AND(ISNUMBER(${here(totalHeader)}),ISNUMBER(${here(previousHeader)})),ROUND(${here(totalHeader)}-${here(previousHeader)},6),"")`,
  );

/** A column of Results for the person at this place of the list. */
export const listedFormula = (results: string, orderHeader: string, wanted: string, placeHeader: string): CellFormula =>
  cellFormula(
    `IFERROR(INDEX(${column(results, wanted)},MATCH(${here(placeHeader)},${column(results, orderHeader)},0)),"")`,
  );
