/** Reads from a snapshot what a generated scorecard holds at the moment: ids, job groups, headers; and its sample rows. */
import type { CellPatch } from "../model/finding";
import type { CellValue, Snapshot, SnapshotSheet, SnapshotTable } from "../recognise/snapshot";
import type { InstanceMetadata } from "../schema/metadata";
import type { StandingScorecard } from "./addPlan";

interface FoundTable {
  readonly sheet: SnapshotSheet;
  readonly table: SnapshotTable;
}

function findTable(snapshot: Snapshot, name: string | undefined): FoundTable | null {
  for (const sheet of snapshot.sheets) {
    const table = sheet.tables.find((candidate) => candidate.name === name);
    if (table !== undefined) return { sheet, table };
  }
  return null;
}

const valueAt = (sheet: SnapshotSheet, row: number, column: number): CellValue =>
  sheet.used === null ? "" : (sheet.values[row - sheet.used.row]?.[column - sheet.used.column] ?? "");

/** Sheet rows of a table's body. */
const bodyRows = ({ table }: FoundTable): number[] => {
  const first = table.rect.row + (table.hasHeader ? 1 : 0);
  const last = table.rect.row + table.rect.rows - (table.hasTotals ? 1 : 0);
  return Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
};

function columnValues(found: FoundTable | null, header: string | undefined): string[] {
  if (found === null || header === undefined) return [];
  const offset = found.table.columns.indexOf(header);
  if (offset < 0) return [];
  return bodyRows(found).map((row) => {
    const value = valueAt(found.sheet, row, found.table.rect.column + offset);
    return typeof value === "object" ? "" : String(value);
  });
}

const filled = (values: readonly string[]): string[] => values.filter((value) => value !== "");

/** What adding a plan needs to know of the workbook. */
export function standingScorecard(snapshot: Snapshot, instance: InstanceMetadata): StandingScorecard {
  const table = (key: string): FoundTable | null => findTable(snapshot, instance.tables[key]?.name);
  const header = (key: string, column: string): string | undefined => instance.tables[key]?.columns[column];
  const all = Object.keys(instance.tables)
    .map(table)
    .filter((found): found is FoundTable => found !== null);
  const ranking = table("Ranking");
  return {
    columns: new Map(all.map((found) => [found.table.name, found.table.columns])),
    personIds: filled(columnValues(table("People"), header("People", "id"))),
    lineIds: filled(columnValues(table("Plan"), header("Plan", "id"))),
    gateIds: filled(columnValues(table("Gates"), header("Gates", "id"))),
    itemIds:
      instance.tables["Bonus"] === undefined ? null : filled(columnValues(table("Bonus"), header("Bonus", "id"))),
    jobGroups: filled(columnValues(table("Weights"), header("Weights", "jobGroup"))),
    rankingRows: ranking === null ? 0 : bodyRows(ranking).length,
  };
}

/** Cells of one row that hold a constant of ours, to be emptied. */
function clearing(found: FoundTable, row: number, headers: readonly (string | undefined)[]): CellPatch[] {
  return headers.flatMap((header) => {
    const offset = header === undefined ? -1 : found.table.columns.indexOf(header);
    const column = found.table.rect.column + offset;
    const before = offset < 0 ? "" : valueAt(found.sheet, row, column);
    if (before === "" || typeof before === "object" || typeof before === "boolean") return [];
    return [
      {
        location: { sheet: found.sheet.name, rect: { row, column, rows: 1, columns: 1 } },
        before,
        after: "",
        label: header ?? "",
      },
    ];
  });
}

/**
 * The cells that hold sample people, their figures and their evidence. Rows and formulas stay, so that an empty template is
 * left; rows that the person typed are not touched.
 * @param sampleWord the word by which sample rows are marked in this workbook
 */
export function sampleCells(snapshot: Snapshot, instance: InstanceMetadata, sampleWord: string): readonly CellPatch[] {
  const columns = (key: string): Readonly<Record<string, string>> => instance.tables[key]?.columns ?? {};
  const people = findTable(snapshot, instance.tables["People"]?.name);
  if (people === null) return [];
  const statuses = columnValues(people, columns("People")["status"]);
  const ids = columnValues(people, columns("People")["id"]);
  const sampleRows = bodyRows(people).filter((_, i) => statuses[i] === sampleWord);
  const sampleIds = new Set(ids.filter((_, i) => statuses[i] === sampleWord));
  const { name, department, status } = columns("People");
  const patches = sampleRows.flatMap((row) => clearing(people, row, [name, department, status]));
  for (const key of Object.keys(instance.entries)) {
    const entry = findTable(snapshot, instance.tables[key]?.name);
    if (entry === null) continue;
    const entryColumns = columns(key);
    const register = findTable(snapshot, instance.tables[key.replace("Entry", "Register")]?.name);
    // With a register the matrix holds formulas but for the answers to gates.
    const typed = Object.keys(entryColumns).filter(
      (column) =>
        column.startsWith("gate:") || (register === null && (column === "reason" || column.startsWith("actual:"))),
    );
    const inputs = typed.map((column) => entryColumns[column]);
    if (register !== null) {
      const own = columns(key.replace("Entry", "Register"));
      const persons = columnValues(register, own["person"]);
      bodyRows(register).forEach((row, i) => {
        if (sampleIds.has(persons[i] ?? ""))
          patches.push(...clearing(register, row, [own["actual"], own["second"], own["reason"], own["ownTarget"]]));
      });
    }
    const entryIds = columnValues(entry, entryColumns["id"]);
    bodyRows(entry).forEach((row, i) => {
      if (sampleIds.has(entryIds[i] ?? "")) patches.push(...clearing(entry, row, inputs));
    });
  }
  const evidence = findTable(snapshot, instance.tables["Evidence"]?.name);
  if (evidence !== null) {
    const evidenceColumns = columns("Evidence");
    const observers = columnValues(evidence, evidenceColumns["observer"]);
    const inputs = ["person", "indicator", "eventDate", "recordedDate", "what", "source", "observer"].map(
      (key) => evidenceColumns[key],
    );
    bodyRows(evidence).forEach((row, i) => {
      if (observers[i] === sampleWord) patches.push(...clearing(evidence, row, inputs));
    });
  }
  const extras = findTable(snapshot, instance.tables["Extras"]?.name);
  if (extras !== null) {
    const extraColumns = columns("Extras");
    const persons = columnValues(extras, extraColumns["person"]);
    const inputs = ["person", "item", "times", "what", "record", "date"].map((key) => extraColumns[key]);
    bodyRows(extras).forEach((row, i) => {
      if (sampleIds.has(persons[i] ?? "")) patches.push(...clearing(extras, row, inputs));
    });
  }
  return patches;
}
