/** The tables of a generated workbook beside plan and entry: evidence, bands, results, and formulas that were typed over. */
import {
  cellAt,
  type EvidenceRecord,
  type OverwrittenFormula,
  type Person,
  type PointWorth,
  type Scorecard,
} from "../model/scorecard";
import { isBlank, plainText } from "./grid";
import type { KeyedTable } from "./layout";

/** Key of a word that a cell shows. */
export type KeyOf = (text: string) => string;

const SOURCE_KINDS = ["system", "document", "observation", "customer"] as const;
type Sign = NonNullable<EvidenceRecord["sign"]>;

/** The optional parts of a record: present exactly where the register has the column. */
function recordDetails(table: KeyedTable, row: number, keyOf: KeyOf): Partial<EvidenceRecord> {
  const texts = (["what", "source", "observer", "link", "verifiedBy"] as const)
    .filter((key) => table.column(key) !== null)
    .map((key) => [key, table.text(row, key)] as const);
  const dates = (["recordedDate", "sharedOn"] as const)
    .filter((key) => table.column(key) !== null)
    .map((key) => [key, table.number(row, key)] as const);
  const kind = SOURCE_KINDS.find((known) => known === keyOf(table.text(row, "source")));
  return {
    ...Object.fromEntries<string | number | null>([...texts, ...dates]),
    ...(table.column("sign") === null ? {} : { sign: signOf(keyOf(table.text(row, "sign"))) }),
    ...(kind === undefined ? {} : { sourceKind: kind }),
    ...(keyOf(table.text(row, "observer")) === "sample" ? { isSample: true } : {}),
  };
}

function signOf(word: string): Sign {
  if (word === "positive" || word === "+") return "+";
  return word === "negative" || word === "-" || word === "−" ? "-" : "";
}

/** Records of the register: rows that name a person or an indicator; null when there is no register. */
export function evidenceOf(table: KeyedTable | undefined, keyOf: KeyOf): readonly EvidenceRecord[] | null {
  if (table === undefined) return null;
  const filled = table.rows.filter(
    (row) => !isBlank(table.value(row, "indicator")) || !isBlank(table.value(row, "person")),
  );
  return filled.map((row) => ({
    id: table.text(row, "id"),
    person: keyOf(table.text(row, "person")) === "all" ? null : table.text(row, "person"),
    indicator: table.text(row, "indicator"),
    eventDate: table.number(row, "eventDate"),
    cell: cellAt(table.sheet.name, row, table.column("indicator") ?? 0),
    ...recordDetails(table, row, keyOf),
  }));
}

export type Bands = Required<Pick<Scorecard, "bands" | "bandCells" | "brokenBands">>;

/** Bands of the table (worst first there), best first; read by position where keys are lost. Rows half filled stand apart. */
export function bandsOf(table: KeyedTable | undefined): Bands {
  if (table === undefined) return { bands: [], bandCells: [], brokenBands: [] };
  const from = table.column("from") ?? table.columnAt(0);
  const name = table.column("band") ?? table.columnAt(1);
  const rows = table.rows
    .map((row) => ({
      from: table.at(row, from),
      name: table.at(row, name),
      cells: { from: cellAt(table.sheet.name, row, from), name: cellAt(table.sheet.name, row, name) },
    }))
    .reverse();
  const known = rows.flatMap((row) =>
    typeof row.from === "number" && typeof row.name === "string" && !isBlank(row.name)
      ? [{ band: { name: row.name, from: row.from }, cell: row.cells.from }]
      : [],
  );
  const broken = rows.flatMap((row) => {
    const name = plainText(row.name);
    if (name !== "" && typeof row.from !== "number") return [{ name, cell: row.cells.from }];
    return name === "" && typeof row.from === "number" ? [{ name, cell: row.cells.name }] : [];
  });
  return {
    bands: known.map(({ band }) => band),
    bandCells: known.map(({ cell }) => cell),
    brokenBands: broken,
  };
}

/** What the points of the rating scales are worth, row by row. */
export const pointsOf = (table: KeyedTable | undefined): readonly PointWorth[] =>
  (table?.rows ?? []).flatMap((row) => {
    const [scale, point] = [table?.number(row, "scale") ?? null, table?.number(row, "point") ?? null];
    if (table === undefined || scale === null || point === null) return [];
    const cell = cellAt(table.sheet.name, row, table.column("worth") ?? 0);
    return [{ scale, point, worth: table.number(row, "worth"), cell }];
  });

/** The people with the total and rank that the Results table shows for them. */
export function withOwnResults(people: readonly Person[], results: KeyedTable | undefined): readonly Person[] {
  if (results?.column("id") == null) return people;
  const rows = new Map(results.filledRows("id").map((row) => [results.text(row, "id"), row]));
  const shown = (row: number, key: "total" | "rank"): Person["ownTotal"] => {
    const column = results.column(key);
    return column === null ? null : { value: results.number(row, key), cell: cellAt(results.sheet.name, row, column) };
  };
  return people.map((person) => {
    const row = rows.get(person.id);
    return row === undefined ? person : { ...person, ownTotal: shown(row, "total"), ownRank: shown(row, "rank") };
  });
}

/** The text that stands in most of the cells; null where none stands in more than half of them. */
function mostOf(texts: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== "") counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].find(([, count]) => count * 2 > texts.length)?.[0] ?? null;
}

/** What a cell holds in place of a formula. */
function typedAt(table: KeyedTable, row: number, column: number): OverwrittenFormula["holds"] {
  const value = table.at(row, column);
  return typeof value === "number" ? value : isBlank(value) ? null : plainText(value);
}

/** A formula that names a table, a name or a column of ours: nobody else writes such. */
const OF_OURS = /eh_\d+_|\[@/;

/**
 * The same, on a sheet of which only places of formulas are known, and the texts in its first and last row: cells without a
 * formula in a column of ours in which most have one. A formula that was changed is named once its sheet is open.
 */
function overwrittenElsewhere(table: KeyedTable, offset: number, header: string): readonly OverwrittenFormula[] {
  if (!OF_OURS.test(table.sampledFormula(offset) ?? "")) return [];
  const column = table.columnAt(offset);
  const holding = table.formulaRows(column);
  const [first] = holding;
  if (first === undefined || holding.size * 2 <= table.rows.length) return [];
  const { name } = table.sheet;
  const source = cellAt(name, first, column);
  return table.rows.flatMap((row) =>
    holding.has(row) ? [] : [{ header, cell: cellAt(name, row, column), holds: typedAt(table, row, column), source }],
  );
}

/**
 * Cells of a calculated column that do not hold its formula. A column of ours is all input or all one formula, and a formula of
 * a table reads the same in every row: so the one in most cells is the column's own. Formulas of the person's own in an input
 * column differ from row to row, and are left alone.
 */
export function overwrittenIn(table: KeyedTable): readonly OverwrittenFormula[] {
  return table.headers.flatMap((header, offset) => {
    if (table.sampledFormula(offset) !== null) return overwrittenElsewhere(table, offset, header);
    const column = table.columnAt(offset);
    const formulas = table.rows.map((row) => table.formula(row, column));
    const own = mostOf(formulas);
    if (own === null) return [];
    const { name } = table.sheet;
    const sourceRow = table.rows[formulas.indexOf(own)] ?? 0;
    return table.rows.flatMap((row, i) => {
      const formula = formulas[i] ?? "";
      if (formula === own) return [];
      const holds = formula === "" ? typedAt(table, row, column) : { formula };
      return [{ header, cell: cellAt(name, row, column), holds, source: cellAt(name, sourceRow, column) }];
    });
  });
}
