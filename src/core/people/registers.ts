/**
 * Registers: tables in which a row is a fact, a goal, a task, with an id of ours that runs on. They grow by typing under them,
 * but not on a protected sheet: there the pane puts rows in.
 */
import type { TableAppend } from "../blueprint/types";
import { tableNameParts, type KeyedTable } from "../recognise/layout";
import { newRows } from "./newRows";
import type { FormulaSamples } from "./standingRows";

/** Of KPI scorecards and of all methods, by the key under which they are stored. */
const REGISTERS: ReadonlySet<string> = new Set(
  (
    "Evidence Extras Objectives KeyResults OkrCheckIns TopGoals DepartmentGoals Drivers Talks Actions Cases PlanFacts PointsLost " +
    "PlanGoals FollowUps Incidents Facts BarsIncidents WorkTasks BscObjectives BscMeasures BscInitiatives"
  ).split(" "),
);
const ID = "id";
/** As many rows as come at once. */
export const MORE_ROWS = 10;

/** Whether a table of this name is a register of ours. */
export const isRegister = (name: string): boolean => REGISTERS.has(tableNameParts(name)?.key ?? "");

/** The register on a sheet; null where there is none. */
export const registerOn = (sheet: string, tables: ReadonlyMap<string, KeyedTable>): KeyedTable | null =>
  [...tables.values()].find((table) => table.sheet.name === sheet && isRegister(table.name)) ?? null;

/** Empty rows under a register: formulas as in the others, ids that run on. */
export const moreRows = (table: KeyedTable, samples: FormulaSamples): TableAppend =>
  newRows(table, { table: table.name, number: ID }, [""], MORE_ROWS, samples);
