/**
 * Formulas of the pages for one person: somebody is picked by id, and everything else follows from Results, Plan and the entry
 * table of that person's plan. With a second plan the formulas that name entry tables are written anew.
 */
import type { CellFormula, RuleFormula } from "../blueprint/types";
import { columnOf, type TableSource } from "./byKey";
import { cellFormula, column, columnsFrom, here, ruleFormula } from "./columns";
import type { InstanceNames } from "./names";

/** An entry table as a page needs it, in the order of the plans. */
export interface PageEntry {
  readonly table: string;
  /** 1 for the first, as in the names of its lines and aims. */
  readonly number: number;
  readonly id: string;
  readonly value: readonly [first: string, last: string];
  readonly attainment: readonly [first: string, last: string];
  /** Register in which each person may have targets of their own; absent: the aims stand above the matrix. */
  readonly register?: TableSource;
}

/** Which page: each has a picked person of its own. */
export type PageName = "PagePerson" | "PlanPerson" | "ProgressPerson" | "SchemePerson";

/**
 * A value of the picked person from a table with a row per person; empty when there is none. The id is compared first: it is
 * typed, and MATCH would take "*" for anybody.
 */
export const pickedFormula = (
  names: InstanceNames,
  page: PageName,
  from: { readonly table: string; readonly id: string; readonly wanted: string },
  kind: "text" | "number",
): CellFormula =>
  cellFormula(
    `IF(SUMPRODUCT(--(${names.setting("PeopleIds")}=${names.setting(page)}))=0,"",` +
      `IFERROR(INDEX(${column(from.table, from.wanted)},MATCH(${names.setting(page)},${column(from.table, from.id)},0))${kind === "text" ? '&""' : ""},""))`,
  );

/** "3 / 8": rank, and how many are ranked in the same plan; empty without a rank. */
export const rankOfFormula = (
  names: InstanceNames,
  page: PageName,
  rankCell: string,
  results: { readonly table: string; readonly plan: string; readonly rankingTotal: string },
): CellFormula =>
  cellFormula(
    `IF(ISNUMBER(${rankCell}),${rankCell}&" / "&COUNTIFS(${column(results.table, results.plan)},${names.setting(`${page}No`)},${column(results.table, results.rankingTotal)},">-1000000"),"")`,
  );

/** By the number of the picked person's plan; empty when the person stands on no entry sheet. */
const byPlan = (names: InstanceNames, page: PageName, choices: readonly string[]): CellFormula =>
  cellFormula(`IFERROR(CHOOSE(${names.setting(`${page}No`)},${choices.join(",")}),"")`);

/** The formulas of a page that name entry tables: all that changes when a plan is added. */
export function pageEntryFormulas(
  names: InstanceNames,
  page: PageName,
  h: { readonly no: string; readonly id: string; readonly entryRow: string },
  entries: readonly PageEntry[],
): Readonly<Record<"id" | "aim" | "actual" | "attainment" | "entryRow", CellFormula>> {
  const choose = (make: (entry: PageEntry) => string): CellFormula => byPlan(names, page, entries.map(make));
  const cell = (entry: PageEntry, ends: readonly [string, string]): string =>
    `INDEX(${columnsFrom(entry.table, ...ends)},${here(h.entryRow)},${here(h.no)})`;
  return {
    id: choose(({ number }) => `INDEX(${names.setting(`Lines${number}`)},${here(h.no)})`),
    aim: choose(({ number, register }) => {
      if (register === undefined) return `INDEX(${names.setting(`Aims${number}`)},${here(h.no)})`;
      const of = (key: string): string => columnOf(register.table, register.headers, key);
      // Reached only for a person who is known: nobody else has a plan number.
      return `INDEX(${of("aim")},MATCH(${names.setting(page)}&"/"&${here(h.id)},${of("key")},0))`;
    }),
    actual: choose((entry) => cell(entry, entry.value)),
    attainment: choose((entry) => cell(entry, entry.attainment)),
    entryRow: choose(({ table, id }) => `MATCH(${names.setting(page)},${column(table, id)},0)`),
  };
}

/** Row of the plan on which the line of this row stands; 0 for none. */
export const linePlanRowFormula = (names: InstanceNames, idHeader: string): CellFormula =>
  cellFormula(`IFERROR(MATCH(${here(idHeader)},${names.plan("id")},0),0)`);

/** A text of the plan for the line of this row. */
export const lineTextFormula = (planTable: string, wanted: string, rowHeader: string): CellFormula =>
  cellFormula(`IF(${here(rowHeader)}=0,"",INDEX(${column(planTable, wanted)},${here(rowHeader)})&"")`);

/** A number of the plan for the line of this row; empty where there is none. */
export const lineNumberFormula = (planTable: string, wanted: string, rowHeader: string): CellFormula => {
  const found = `INDEX(${column(planTable, wanted)},${here(rowHeader)})`;
  return cellFormula(`IF(${here(rowHeader)}=0,"",IF(ISNUMBER(${found}),${found},""))`);
};

/** A level of the plan's curve for a person whose target may be their own: it moves by the same share as the target does. */
export const movedLevelFormula = (
  planTable: string,
  wanted: string,
  target: string,
  h: { readonly row: string; readonly aim: string },
): CellFormula => {
  const of = (header: string): string => `INDEX(${column(planTable, header)},${here(h.row)})`;
  return cellFormula(
    `IF(${here(h.row)}=0,"",IF(NOT(ISNUMBER(${of(wanted)})),"",IF(OR(N(${of(target)})=0,NOT(ISNUMBER(${here(h.aim)}))),${of(wanted)},${of(wanted)}*${here(h.aim)}/${of(target)})))`,
  );
};

/** Points of a line: weight × attainment. Source: domain rule C3. */
export const pointsFormula = (weight: string, attainment: string): CellFormula =>
  cellFormula(
    `IF(AND(ISNUMBER(${here(weight)}),ISNUMBER(${here(attainment)})),${here(weight)}*${here(attainment)},"")`,
  );
/** What is missing to the target's points, not below 0. Source: domain rule C15 (points lost). */
export const lostFormula = (weight: string, points: string): CellFormula =>
  cellFormula(`IF(ISNUMBER(${here(points)}),MAX(0,${here(weight)}-${here(points)}),"")`);

/** A row of the band table. */
export const bandRowFormula = (bands: string, wanted: string, row: number): CellFormula =>
  cellFormula(`IFERROR(INDEX(${column(bands, wanted)},${String(row)}),"")`);

/** Rows of the page without a line: their numbers are not shown. */
export const emptyRule = (idCell: string): RuleFormula => ruleFormula(`LEN(${idCell})=0`);
