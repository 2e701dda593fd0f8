/** The people of a generated workbook: rows of its entry tables, and those of the People table that none belongs to. */
import { ActualCell, cellAt, type Actual, type GateDefinition, type Person } from "../model/scorecard";
import { gatesOfPerson } from "./generatedGates";
import type { EntryPlan } from "./generatedPlan";
import type { KeyOf } from "./generatedRegisters";
import { isBlank } from "./grid";
import type { LineRule } from "../model/line";
import type { Attainment } from "../model/units";
import { countedNumber, isDay } from "../scoring/secondNumber";
import { SCORING_DEFAULTS } from "../scoring/settings";
import type { CellValue } from "./snapshot";
import type { KeyedTable } from "./layout";

function actualAt(entry: KeyedTable, row: number, column: number, keyOf: KeyOf): Actual {
  const raw = entry.sheet.values[row - (entry.sheet.used?.row ?? 0)]?.[column - (entry.sheet.used?.column ?? 0)] ?? "";
  const notApplicable = typeof raw === "string" && keyOf(raw.trim()) === "na" && entry.text(row, "reason") !== "";
  // A text is no number on a generated sheet: its formulas do not count it, and neither do we.
  const value = typeof raw === "number" && Number.isFinite(raw) ? raw : null;
  return new ActualCell(raw, value, notApplicable, entry.sheet.name, row, column);
}

/** The rows of an entry register by person and line; null where the plan is typed into its matrix. */
type RegisterRows = { readonly table: KeyedTable; readonly rows: ReadonlyMap<string, number> };
const registerKey = (person: string, line: string): string => `${person}/${line}`.toLowerCase();
function rowsOfRegister(table: KeyedTable | undefined): RegisterRows | null {
  if (table?.column("actual") == null) return null;
  const rows = new Map<string, number>();
  for (const row of table.rows) {
    const key = registerKey(table.text(row, "person"), table.text(row, "line"));
    // The first of two rows for one person and line is the one that is looked up.
    if (!rows.has(key)) rows.set(key, row);
  }
  return { table, rows };
}

/** What stands in the register for a person and line, with the person's own target; an empty cell of the matrix where no row is. */
function registeredAt(
  { table, rows }: RegisterRows,
  person: string,
  line: string,
  rule: LineRule | null,
  latePerDay: Attainment,
  keyOf: KeyOf,
  elsewhere: { readonly sheet: string; readonly row: number; readonly column: number },
): Actual {
  const row = rows.get(registerKey(person, line));
  const column = table.column("actual");
  if (row === undefined || column === null)
    return new ActualCell("", null, false, elsewhere.sheet, elsewhere.row, elsewhere.column);
  const own = table.value(row, "ownTarget");
  // A milestone has no target of one's own, but a day on which it is due.
  const due = rule?.kind === "milestone" && isDay(own) ? own : null;
  const actual = withSecond(actualAt(table, row, column, keyOf), table.value(row, "second"), rule, latePerDay, due);
  if (own === "" || due !== null) return actual;
  const { raw, value, notApplicable, cell, secondOff } = actual;
  return {
    ...{ raw, value, notApplicable, cell, ...(secondOff === true ? { secondOff } : {}) },
    ownTarget: typeof own === "number" && Number.isFinite(own) ? own : null,
  };
}

/** What a result and its second number come to. */
function withSecond(
  actual: Actual,
  second: CellValue,
  rule: LineRule | null,
  latePerDay: Attainment,
  due: number | null,
): Actual {
  const { raw, value, notApplicable, cell } = actual;
  if (second === "" || value === null || rule === null) return actual;
  const counted = countedNumber(rule, value, typeof second === "number" ? second : null, latePerDay, due);
  return counted === null
    ? { raw, value, notApplicable, cell, secondOff: true }
    : { raw, value: counted, notApplicable, cell };
}

/** Rows of the People table by id. */
function peopleById(people: KeyedTable | undefined): ReadonlyMap<string, { row: number; table: KeyedTable }> {
  if (people === undefined) return new Map();
  return new Map(people.filledRows("id").map((row) => [people.text(row, "id"), { row, table: people }]));
}

/** When somebody of the list came and left. */
const stayOf = (person: { row: number; table: KeyedTable } | undefined): Pick<Person, "stay"> =>
  person?.table.column("from") == null
    ? {}
    : { stay: { from: person.table.number(person.row, "from"), to: person.table.number(person.row, "to") } };

function entryPeople(
  { entry, plan, columns }: EntryPlan,
  register: RegisterRows | null,
  index: number,
  known: ReturnType<typeof peopleById>,
  gates: readonly GateDefinition[],
  keyOf: KeyOf,
  latePerDay: Attainment,
): Person[] {
  return entry.filledRows("id").map((row) => {
    const id = entry.text(row, "id");
    const person = known.get(id);
    const actuals = columns.map((column, k) =>
      register === null
        ? actualAt(entry, row, column, keyOf)
        : registeredAt(register, id, plan.lines[k]?.id ?? "", plan.lines[k]?.rule ?? null, latePerDay, keyOf, {
            sheet: entry.sheet.name,
            row,
            column,
          }),
    );
    const own = gatesOfPerson(gates, entry, row, plan.lines, actuals, keyOf);
    return {
      id,
      name: entry.text(row, "name") || (person?.table.text(person.row, "name") ?? ""),
      jobGroup: person?.table.text(person.row, "jobGroup") ?? plan.name,
      cell: cellAt(entry.sheet.name, row, entry.column("name") ?? entry.column("id") ?? 0),
      plan: index,
      ...stayOf(person),
      ...(person === undefined && known.size > 0 ? { isListed: false } : {}),
      actuals,
      ...(own.length === 0 ? {} : { gates: own }),
      ownTotal: null,
      ownRank: null,
    };
  });
}

/** Rows of the list of people that no entry row belongs to: people without a plan, an id that stands twice, one without id. */
function peopleWithoutEntry(table: KeyedTable | undefined, placed: readonly Person[]): Person[] {
  if (table === undefined) return [];
  const entered = new Set(placed.map(({ id }) => id));
  const rows = table.rows.filter((row) => !isBlank(table.value(row, "id")) || !isBlank(table.value(row, "name")));
  return rows.flatMap((row) => {
    const id = table.text(row, "id");
    // The first row of an id is the one that the entry row shows.
    if (id !== "" && entered.delete(id)) return [];
    if (table.number(row, "to") !== null) return [];
    const cell = cellAt(table.sheet.name, row, table.column("name") ?? 0);
    const about = { id, name: table.text(row, "name"), jobGroup: table.text(row, "jobGroup"), cell, plan: -1 };
    return [{ ...about, actuals: [], ownTotal: null, ownRank: null }];
  });
}

/** Everybody: those with an entry row in the order of the plans, then the others of the list. */
export function peopleOf(
  plans: readonly EntryPlan[],
  list: KeyedTable | undefined,
  gates: readonly GateDefinition[],
  keyOf: KeyOf,
  registers: (entry: KeyedTable) => KeyedTable | undefined = () => undefined,
  latePerDay: Attainment = SCORING_DEFAULTS.latePerDay,
): readonly Person[] {
  const known = peopleById(list);
  const placed = plans.flatMap((entry, index) =>
    entryPeople(entry, rowsOfRegister(registers(entry.entry)), index, known, gates, keyOf, latePerDay),
  );
  return [...placed, ...peopleWithoutEntry(list, placed)];
}

/** Whether somebody of the list was made by us to show how it works. */
export const hasSamplePeople = (list: KeyedTable | undefined, keyOf: KeyOf): boolean =>
  list?.filledRows("id").some((row) => keyOf(list.text(row, "status")) === "sample") ?? false;
