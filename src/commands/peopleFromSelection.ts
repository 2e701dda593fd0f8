/** Takes a list of people from the cells that the person selected. */
import { plays } from "../core/recognise/words";
import { readSelection } from "../excel/navigation";
import { runBatch } from "../excel/runBatch";
import { problemNamed, stopped, succeeded } from "./outcomes";
import type { Outcome, PersonEntry } from "./types";

type Rows = readonly (readonly unknown[])[];

const cellText = (value: unknown): string =>
  typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";

interface Columns {
  readonly name: number;
  readonly id: number | null;
  readonly department: number | null;
  /** Rows above the first person. */
  readonly heads: number;
}

/** By the heads if the first row has any; else the first column that holds words is the name, the next one the department. */
function columnsOf(rows: Rows): Columns | null {
  const head = (rows[0] ?? []).map(cellText);
  const named = head.findIndex((text) => plays(text, "person"));
  const found = (index: number): number | null => (index < 0 ? null : index);
  if (named >= 0) {
    return {
      name: named,
      id: found(head.findIndex((text) => plays(text, "id"))),
      department: found(head.findIndex((text) => plays(text, "group"))),
      heads: 1,
    };
  }
  const isWords = (column: number): boolean =>
    rows.some((row) => /\p{L}/u.test(cellText(row[column]))) && !rows.some((row) => /\d/.test(cellText(row[column])));
  const words = head.map((_, column) => column).filter(isWords);
  const [name, department] = words;
  if (name === undefined) return null;
  return { name, id: name > 0 ? name - 1 : null, department: department ?? null, heads: 0 };
}

/** People in rows of cells; rows without a name are left out. */
export function peopleInRows(rows: Rows): PersonEntry[] {
  const columns = columnsOf(rows);
  if (columns === null) return [];
  const optional = (key: "id" | "department", row: readonly unknown[]): Partial<PersonEntry> => {
    const column = columns[key];
    const text = column === null ? "" : cellText(row[column]);
    return text === "" ? {} : { [key]: text };
  };
  return rows.slice(columns.heads).flatMap((row) => {
    const name = cellText(row[columns.name]);
    return name === "" ? [] : [{ name, ...optional("id", row), ...optional("department", row) }];
  });
}

export async function peopleFromSelection(): Promise<Outcome<readonly PersonEntry[]>> {
  const read = await runBatch(readSelection, false);
  if (!read.ok) return stopped(read.problem);
  const people = peopleInRows(read.value);
  if (people.length === 0) return stopped(problemNamed("selection.noPeople"));
  return succeeded(people, [{ key: "commands.selection.did", params: { count: people.length } }]);
}
