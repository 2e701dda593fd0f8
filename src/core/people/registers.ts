/**
 * Registers: tables in which a row is a fact, a goal, a task, with an id of ours that runs on. They grow by typing under them,
 * but not on a protected sheet: there the pane puts rows in.
 */
import type { TableAppend } from "../blueprint/types";
import { tableNameParts, type KeyedTable } from "../recognise/layout";
import { plainText } from "../recognise/grid";
import type { CellValue } from "../recognise/snapshot";
import { runningOn } from "./ids";
import { newRows } from "./newRows";
import type { FormulaSamples } from "./standingRows";

/** Of KPI scorecards and of all methods, by the key under which they are stored. */
const REGISTERS: ReadonlySet<string> = new Set(
  (
    "Evidence Extras Objectives KeyResults OkrCheckIns TopGoals DepartmentGoals Drivers Talks Actions Cases PlanFacts PointsLost " +
    "PlanGoals FollowUps Incidents Facts BarsIncidents WorkTasks BscObjectives BscMeasures BscInitiatives Forms360"
  ).split(" "),
);
/** Their rows stand in several tables under one id: a goal with its progress and its review, a line with its months and its year. */
const TOGETHER: readonly (readonly string[])[] = [
  ["Goals", "Progress", "Review"],
  ["LineGoals", "Months", "Year"],
];
/** As many rows as come at once. */
export const MORE_ROWS = 10;

/** "Goals", "Forms360". */
function keyOf(name: string): string {
  const parts = tableNameParts(name);
  return parts === null ? "" : `${parts.key}${parts.number === 1 ? "" : String(parts.number)}`;
}
/** Whether a table of this name is a register of ours. */
export const isRegister = (name: string): boolean => REGISTERS.has(keyOf(name));
/** Whether rows of a table of this name need rows elsewhere: typing under it is not enough. */
export const isTogether = (name: string): boolean => TOGETHER.some((keys) => keys.includes(keyOf(name)));

/** The register on a sheet with the tables that grow with it, the one that ids are taken from first; none where there is none. */
export function registerOn(sheet: string, tables: ReadonlyMap<string, KeyedTable>): readonly KeyedTable[] {
  const here = [...tables.values()].filter((table) => table.sheet.name === sheet);
  const register = here.find(({ name }) => isRegister(name));
  if (register !== undefined) return [register];
  const keys = TOGETHER.find((each) => here.some(({ name }) => each.includes(keyOf(name)))) ?? [];
  const together = keys.flatMap((key) => tables.get(key) ?? []);
  return together.length === keys.length ? together : [];
}

const idColumn = ({ columns }: KeyedTable): string => (columns.has("id") ? "id" : "no");
const idsIn = (table: KeyedTable): readonly CellValue[] => table.rows.map((row) => table.value(row, idColumn(table)));

/** Empty rows under a register and the tables that grow with it: formulas as in the others, ids that run on. */
export function moreRows(register: readonly KeyedTable[], samples: FormulaSamples): readonly TableAppend[] {
  const [main] = register;
  if (main === undefined) return [];
  const next = runningOn([...register.slice(1).flatMap(idsIn), ...idsIn(main)]);
  const ids = Array.from({ length: MORE_ROWS }, () => plainText(next() ?? ""));
  const listed = idsIn(main)
    .map(plainText)
    .filter((id) => id !== "");
  return register.map((table) => {
    const known = new Set(idsIn(table).map(plainText));
    // Those that were typed into the first by hand get their rows, too.
    const lacking = listed.filter((id) => !known.has(id));
    return newRows(table, { table: table.name, person: idColumn(table) }, [...lacking, ...ids], 1, samples);
  });
}
