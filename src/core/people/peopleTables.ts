/** Which tables of a workbook hold rows for each person, and how such a row comes to be. */
import type { Literal } from "../blueprint/types";
import type { InstanceMetadata } from "../schema/metadata";

/** A table that grows when people are added. Columns by key. */
export interface PeopleTable {
  /** Key under which the table is stored. */
  readonly table: string;
  /** Column with the person's id; absent where rows are only counted, as in the Ranking list. */
  readonly person?: string;
  /** Columns that are copied from the rows of another person: numbers of items, groups of raters. */
  readonly labels?: readonly string[];
  /** Column whose ids or numbers run on. */
  readonly number?: string;
  /**
   * Each person has a column, too: `prefix` and the number of the person's row. New people get the lowest numbers that are free,
   * as long as there are any up to `most`.
   */
  readonly across?: { readonly prefix: string; readonly most: number };
  /** Rows that stay free between the table and what stands under it. */
  readonly apart?: number;
  /** Rows a person where no column names the person; 1 unless given. */
  readonly rows?: number;
  /** As many rows as the person gets in this table. */
  readonly as?: string;
  /** What an input column begins with. */
  readonly start?: Readonly<Record<string, Literal>>;
}

/** What a method says of its people: the tables that have rows for them. */
export interface MethodPeople {
  readonly tables: readonly PeopleTable[];
}

/** Whether a table has the columns that its people need: workbooks of earlier versions may lack them. */
export const hasAcross = ({ across }: PeopleTable, columns: { has: (column: string) => boolean }): boolean =>
  across === undefined || columns.has(`${across.prefix}${String(across.most)}`);

/** Rows between a Proof and the count of formulas under it: as many stay when people come. */
export const PROOF_APART = 2;
const isProof = (table: string): boolean => /^(?:Method)?Proof\d*$/.test(table);
/** A row a person, in one table after the other. */
export const onePerPerson = (...tables: readonly string[]): readonly PeopleTable[] =>
  tables.map((table) => ({ table, person: "id", ...(isProof(table) ? { apart: PROOF_APART } : {}) }));

/** The list itself: every workbook has it. */
export const PEOPLE_LIST = "People";

const isEntry = (key: string): boolean => /^Entry\d*$/.test(key);
/** The entry tables of a scorecard, in the order of their plans. */
export const entryKeys = (instance: InstanceMetadata): readonly string[] =>
  Object.keys(instance.entries).filter(isEntry);

/** The tables in which people of one plan of a KPI scorecard have rows; those that were never made are left out. */
export function scorecardTables(instance: InstanceMetadata, entry: string): readonly PeopleTable[] {
  const all: readonly PeopleTable[] = [
    { table: entry.replace("Entry", "Register"), person: "person", labels: ["line", "part"] },
    ...onePerPerson(entry, entry.replace("Entry", "Proof"), "Results"),
    { table: "Ranking", number: "place" },
    ...onePerPerson("Annual"),
  ];
  return all.filter(({ table }) => instance.tables[table] !== undefined);
}

/** Tables that many methods have, which none of them declares. */
const OF_MANY: readonly PeopleTable[] = [{ table: "Ranking", number: "place" }, ...onePerPerson("Annual")];

/** Everything in which anybody has rows, the list of people left out. */
export function allPeopleTables(instance: InstanceMetadata, method: MethodPeople | null): readonly PeopleTable[] {
  if (method !== null) {
    const declared = new Set(method.tables.map(({ table }) => table));
    return [...method.tables, ...OF_MANY.filter(({ table }) => !declared.has(table))].filter(
      ({ table }) => instance.tables[table] !== undefined,
    );
  }
  const found = new Map<string, PeopleTable>();
  for (const entry of entryKeys(instance)) {
    for (const table of scorecardTables(instance, entry)) found.set(table.table, table);
  }
  return [...found.values()];
}

/** Columns of the register alone: other workbooks calculate columns of the same name. */
const REGISTER_COLUMNS = ["actual", "ownTarget", "second"];
/** A column that only a register has. */
const OF_A_REGISTER = "factor";

/** Columns of a KPI scorecard that are typed into, whatever they hold: a person's own formula there is no formula of ours. */
export const isTypedInto = (column: string, all: { has: (column: string) => boolean }): boolean =>
  ["reason", "previous"].includes(column) ||
  column.startsWith("actual:") ||
  column.startsWith("gate:") ||
  (REGISTER_COLUMNS.includes(column) && all.has(OF_A_REGISTER));
