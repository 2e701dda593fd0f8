/**
 * The judgement of a method workbook: its rows' own checks, formulas typed over, results that are not what the entries give,
 * and the ranks where the method has some. Core computes every result a second time (`reading`).
 */
import type { MethodChecks } from "./blueprint/methodChecks";
import type { ExpectedValue, MethodReading } from "./blueprint/methodReading";
import { plainSubject, type Subject } from "./acceptance/subject";
import { nothing, partedByLog, type AssessOptions, type Assessment, type LimitUsed } from "./assessment";
import { findingOf } from "./checks/check";
import { runOnMethod, type MethodRun, type RowWord } from "./checks/methodRun";
import { CHECKS } from "./checks/registry";
import { overwrittenFindings } from "./checks/rules/T03";
import { STAGES, type Finding, type Stage } from "./model/finding";
import { cellAt } from "./model/scorecard";
import { overwrittenIn } from "./recognise/generatedRegisters";
import { keyedTables, namedLocation, wordKeys, type KeyedTable } from "./recognise/layout";
import { methodBook, type MethodBook } from "./recognise/methodBook";
import type { CellValue, Snapshot } from "./recognise/snapshot";
import type { BilingualText } from "./schema/fields";
import { parseMetadata, type InstanceMetadata } from "./schema/metadata";
import { itemsIn, itemsWithoutPlaces } from "./remake/moreItems";
import { asShare } from "./model/units";
import type { PersonResult } from "./scoring/scoreCard";

/** Where a method shows who comes first; columns by key. */
export interface RankedTable {
  readonly table: string;
  /** null where only places are given. */
  readonly total: string | null;
  readonly rank: string;
  readonly band: string | null;
}
/** What a judgement must know of a method. */
export interface KnownMethod {
  readonly id: string;
  readonly name: BilingualText;
  readonly reading: MethodReading;
  readonly ranked?: RankedTable;
  /** Absent where the workbook holds nothing that a check of the registry takes. */
  readonly checks?: MethodChecks;
}

/** A row that its own check column speaks of. */
const ROW_CHECK = { code: "X01", severity: "warning" } as const;
/** A result that is not what the entries give. */
const OTHER_RESULT = { code: "X02", severity: "error" } as const;
/** An item that somebody typed under the table: it weighs, and nobody can be judged by it. */
const NO_PLACES = { code: "X03", severity: "warning" } as const;
/** Faults without which no result is right; whatever else a check column says is a warning. */
const STOPS_RESULTS: ReadonlySet<string> = new Set([
  "weightMissing",
  "weightsOff",
  "childWeights",
  "incomplete",
  "unknown",
  "notNumber",
  "notScored",
  "circle",
  "pickTwice",
  "pairOff",
  "sharesOff",
]);
/** Of the larger number, and absolutely below 1: what two ways of adding up may differ by. */
const TOLERANCE = 1e-6;

const isSame = (shown: CellValue, expected: number | string): boolean =>
  typeof shown === "number" && typeof expected === "number"
    ? Math.abs(shown - expected) <= TOLERANCE * Math.max(1, Math.abs(shown), Math.abs(expected))
    : shown === expected;

/** What stands first in a row: its id, else its first text. */
function rowLabel(table: KeyedTable, row: number): string {
  for (const key of ["id", "name", "person", "no"]) {
    const text = table.text(row, key);
    if (text !== "") return text;
  }
  return table.text(row, [...table.columns.keys()][0] ?? "");
}
/** Name of the person of a row; absent where the row is of nobody. */
function personOf(table: KeyedTable, row: number): { readonly person?: string } {
  const name = table.text(row, "name");
  return name === "" || !(table.columns.has("person") || table.columns.has("id")) ? {} : { person: name };
}

function rowWords(table: KeyedTable, keys: ReadonlyMap<string, string>, stage: Stage): readonly RowWord[] {
  const column = table.column("check");
  if (column === null) return [];
  return table.rows.flatMap((row) => {
    const word = table.text(row, "check");
    const key = keys.get(word) ?? "";
    if (word === "" || key === "ok") return [];
    const finding = findingOf(ROW_CHECK, cellAt(table.sheet.name, row, column), {
      stage,
      severity: STOPS_RESULTS.has(key) ? "error" : "warning",
      params: { row: rowLabel(table, row), word },
      ...personOf(table, row),
    });
    return [{ key, finding }];
  });
}

/** Results that are not what the entries give; cells that were typed over are named by their own check. */
function otherResults(
  book: MethodBook,
  expected: readonly ExpectedValue[],
  isTypedOver: (sheet: string, row: number, column: number) => boolean,
  stage: Stage,
): readonly Finding[] {
  return expected.flatMap(({ table: key, row: index, column: columnKey, value }) => {
    const table = book.tables.get(key);
    const [row, column] = [table?.rows[index], table?.column(columnKey) ?? null];
    if (table === undefined || row === undefined || column === null) return [];
    const shown = table.at(row, column);
    if (isSame(shown, value) || isTypedOver(table.sheet.name, row, column)) return [];
    const params = { shown: table.text(row, columnKey), expected: value, row: rowLabel(table, row) };
    return [findingOf(OTHER_RESULT, cellAt(table.sheet.name, row, column), { stage, params, ...personOf(table, row) })];
  });
}

function withoutPlaces(method: string, tables: ReadonlyMap<string, KeyedTable>, stage: Stage): readonly Finding[] {
  return itemsWithoutPlaces(itemsIn(method, tables) ?? [], tables).map(({ table, row, name }) =>
    findingOf(NO_PLACES, cellAt(table.sheet.name, row, table.columnAt(0)), { stage, params: { name } }),
  );
}

/** Nothing is missing in a table of results that the workbook itself made. */
const WHOLE = asShare(1);

function resultsIn(table: KeyedTable, { total, rank, band }: RankedTable): readonly PersonResult[] {
  return table.rows.flatMap((row) => {
    const name = table.text(row, "name");
    if (name === "") return [];
    const reached = total === null ? null : table.number(row, total);
    const column = table.column("name") ?? 0;
    return [
      {
        ...{ id: table.text(row, "id"), name, plan: "", cell: cellAt(table.sheet.name, row, column) },
        ...{ total: reached, soFar: reached, low: reached, high: reached, coverage: WHOLE, applicable: WHOLE },
        rank: table.number(row, rank),
        band: band === null || table.text(row, band) === "" ? null : table.text(row, band),
      },
    ];
  });
}

/** What a finding is about: the table and column of its cell, and the person of its row by id, else by name. */
const subjectsIn =
  (tables: ReadonlyMap<string, KeyedTable>) =>
  (finding: Finding): Subject => {
    const { sheet, rect } = finding.location;
    for (const [key, table] of tables) {
      if (table.sheet.name !== sheet || !table.rows.includes(rect.row)) continue;
      const column = [...table.columns].find(([columnKey]) => table.column(columnKey) === rect.column);
      if (column === undefined) continue;
      const person = finding.person === undefined ? "" : table.text(rect.row, "person") || table.text(rect.row, "id");
      return { plan: key, person: person || rowLabel(table, rect.row), indicator: column[0] };
    }
    return plainSubject(finding);
  };

/** What else was made in this file, beside one instance. */
function othersIn({ metadata }: Snapshot, instance: number): readonly InstanceMetadata[] {
  const parsed = metadata === null ? null : parseMetadata(metadata);
  return parsed?.ok === true ? parsed.metadata.instances.filter((known) => known.instance !== instance) : [];
}

/** The limits that a check went by, with their cells where the workbook has them. */
const limitsIn =
  (snapshot: Snapshot, instance: number, { limits = {} }: MethodChecks, { settings }: MethodRun) =>
  (rule: string): readonly LimitUsed[] => {
    const check = CHECKS.find(({ code }) => code === rule);
    return Object.entries({ ...check?.thresholds, ...settings[rule] }).map(([name, value]) => {
      const key = `${rule}.${name}`;
      const cell = limits[key]?.cell;
      return {
        key,
        value,
        cell: cell === undefined ? null : namedLocation(snapshot, `eh_${String(instance)}_${cell}`),
      };
    });
  };

/** Judges the workbook of an instance that a method made. */
export function assessMethod(
  snapshot: Snapshot,
  stored: InstanceMetadata,
  method: KnownMethod,
  options: AssessOptions,
): Assessment {
  const headers = Object.fromEntries(Object.values(stored.tables).map(({ name, columns }) => [name, columns]));
  const tables = keyedTables(snapshot, stored.instance, headers, []);
  const book = methodBook(snapshot, stored.instance, tables, stored.ranks, othersIn(snapshot, stored.instance));
  const keys = wordKeys(snapshot, stored.instance);
  const stage = STAGES[(book.setting("StageNo") ?? 0) - 1] ?? null;
  const typedOver = [...tables.values()].flatMap(overwrittenIn);
  const isTypedOver = (sheet: string, row: number, column: number): boolean =>
    typedOver.some(({ cell }) => cell.sheet === sheet && cell.rect.row === row && cell.rect.column === column);
  const now = stage ?? "evaluate";
  const ranked = method.ranked === undefined ? undefined : tables.get(method.ranked.table);
  const results = ranked === undefined || method.ranked === undefined ? [] : resultsIn(ranked, method.ranked);
  const said = [...tables.values()].flatMap((table) => rowWords(table, keys, now));
  const { instance } = stored;
  const language = options.language ?? "en";
  const title = method.name[language];
  const { checks } = method;
  const about = { book, instance, title, language, said, method: method.id, stage: now, sheet: snapshot.activeSheet };
  const run = checks === undefined ? null : runOnMethod({ ...about, checks, settings: options.checks ?? {} });
  const findings = [
    ...overwrittenFindings(typedOver, now),
    ...otherResults(book, method.reading(book), isTypedOver, now),
    ...said.map(({ finding }) => finding),
    ...withoutPlaces(method.id, tables, now),
    ...(run?.findings ?? []),
  ];
  const subjectOf = subjectsIn(tables);
  return {
    ...nothing("empty", snapshot.activeSheet, []),
    kind: "method",
    title,
    instance,
    ...(run === null || checks === undefined ? {} : { limitsOf: limitsIn(snapshot, instance, checks, run) }),
    people: tables.get("People")?.filledRows("name").length ?? 0,
    stage,
    results,
    subjectOf,
    period: { from: book.setting("From"), to: book.setting("To") },
    ...partedByLog({ instance, findings, marks: [], subjectOf, entryBlocks: [] }, options),
  };
}
