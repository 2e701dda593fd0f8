/**
 * The log sheet: what was accepted, by whom and why, a row each. A plain sheet that people read, filter and delete in, so
 * everything on it is read with care: a row that says too little is no acceptance, and nothing on it is ever an error.
 */
import type { Acceptance, AcceptanceKey, AcceptanceState } from "../model/acceptance";
import { splitAddress } from "../model/a1";
import { Grid, plainText } from "../recognise/grid";
import type { CellValue, Snapshot, SnapshotName, SnapshotSheet } from "../recognise/snapshot";

export const LOG_COLUMNS = [
  "rule",
  "finding",
  "sheet",
  "person",
  "indicator",
  "reason",
  "initials",
  "date",
  "period",
  "state",
  "key",
] as const;
export type LogColumn = (typeof LOG_COLUMNS)[number];

/** The words of the log in one language. */
export interface LogWords {
  /** "en", "zh-CN". */
  readonly language: string;
  /** What the sheet is called. */
  readonly name: string;
  readonly columns: Readonly<Record<LogColumn, string>>;
  readonly states: Readonly<Record<AcceptanceState, string>>;
}

/** The log as it was read. */
export interface Log {
  readonly sheet: string;
  /** null: the heads are gone, and with them the way to read or write a row. */
  readonly columns: Readonly<Partial<Record<LogColumn, number>>> | null;
  /** The words it is written in. */
  readonly words: LogWords;
  readonly acceptances: readonly Acceptance[];
  /** Rows in which something stands that is no acceptance any more. */
  readonly unreadable: number;
  /** The first free row under everything. */
  readonly nextRow: number;
}

/** The name by which the log is found whatever its sheet is called. */
export const LOG_NAME = "eh_log";

/** The sheet of the log: by its name in the workbook, else by what it is called; null where there is none. */
export function logSheetName(
  names: readonly SnapshotName[],
  sheets: readonly string[],
  words: readonly LogWords[],
): string | null {
  const named = names.find(({ name }) => name.toLowerCase() === LOG_NAME);
  const { sheet } = splitAddress((named?.formula ?? "").replace(/^=/, ""));
  if (sheet !== null && sheets.includes(sheet)) return sheet;
  return sheets.find((name) => words.some((language) => language.name === name)) ?? null;
}

interface Heads {
  readonly row: number;
  readonly columns: Readonly<Partial<Record<LogColumn, number>>>;
  readonly words: LogWords;
}

/** The row of heads, in whichever language has the key's head there. */
function headsOf(grid: Grid, words: readonly LogWords[]): Heads | null {
  for (let row = grid.top; row <= Math.min(grid.bottom, grid.top + 20); row += 1)
    for (const language of words) {
      const columns: Partial<Record<LogColumn, number>> = {};
      for (const column of grid.columns) {
        const text = grid.text(row, column);
        const key = LOG_COLUMNS.find((known) => plainText(language.columns[known]) === text);
        if (text !== "" && key !== undefined) columns[key] ??= column;
      }
      if (columns.key !== undefined && columns.state !== undefined) return { row, columns, words: language };
    }
  return null;
}

/** Text of a key's cell: a list of texts, which people see and need not touch. */
export const keyText = ({ scope, plan, person, indicator }: AcceptanceKey, print: string): string =>
  JSON.stringify([scope, plan, person, indicator, print]);

const MOST_KEY = 2000;

function keyIn(text: string): { readonly key: AcceptanceKey; readonly print: string } | null {
  if (text.length > MOST_KEY || !text.startsWith("[")) return null;
  try {
    const parts: unknown = JSON.parse(text);
    if (!Array.isArray(parts) || parts.length !== 5 || !parts.every((part) => typeof part === "string")) return null;
    const [scope = "", plan = "", person = "", indicator = "", print = ""] = parts;
    return { key: { scope, plan, person, indicator }, print };
  } catch {
    // Somebody typed into the cell: the row is no acceptance any more.
    return null;
  }
}

const asDate = (value: CellValue): number | string =>
  typeof value === "number" ? value : typeof value === "string" ? value : "";

/** The row as an acceptance; "blank" where nothing stands, null where it cannot be read. */
function rowIn(grid: Grid, row: number, { columns }: Heads, words: readonly LogWords[]): Acceptance | "blank" | null {
  if (Object.values(columns).every((column) => grid.blank(row, column))) return "blank";
  const text = (key: LogColumn): string => {
    const column = columns[key];
    return column === undefined ? "" : grid.text(row, column);
  };
  const raw = columns.key === undefined ? "" : grid.at(row, columns.key);
  const found = keyIn(typeof raw === "string" ? raw : "");
  const states = words.flatMap(({ states: own }) => Object.entries(own) as [AcceptanceState, string][]);
  const state = states.find(([, word]) => plainText(word) === text("state"))?.[0];
  // Without a reason nothing is accepted.
  const shownState = columns.state === undefined ? "" : grid.at(row, columns.state);
  if (found === null || state === undefined || text("rule") === "" || text("reason") === "") return null;
  return {
    rule: text("rule"),
    reason: text("reason"),
    initials: text("initials"),
    date: columns.date === undefined ? "" : asDate(grid.at(row, columns.date)),
    state,
    stateText: typeof shownState === "string" ? shownState : "",
    ...found,
    sheet: text("sheet"),
    row,
  };
}

function readSheet(sheet: SnapshotSheet, words: readonly LogWords[], first: LogWords): Log {
  const grid = new Grid(sheet);
  const heads = headsOf(grid, words);
  if (heads === null)
    return { sheet: sheet.name, columns: null, words: first, acceptances: [], unreadable: 0, nextRow: grid.bottom + 1 };
  const acceptances: Acceptance[] = [];
  let unreadable = 0;
  for (let row = heads.row + 1; row <= grid.bottom; row += 1) {
    const read = rowIn(grid, row, heads, words);
    if (read === null) unreadable += 1;
    else if (read !== "blank") acceptances.push(read);
  }
  const { columns, words: own } = heads;
  return { sheet: sheet.name, columns, words: own, acceptances, unreadable, nextRow: grid.bottom + 1 };
}

/** The log of a workbook; null where it has none. */
export function readLog({ names, sheets }: Snapshot, words: readonly LogWords[]): Log | null {
  const name = logSheetName(
    names,
    sheets.map((sheet) => sheet.name),
    words,
  );
  const sheet = sheets.find((candidate) => candidate.name === name);
  const [first] = words;
  return sheet === undefined || first === undefined ? null : readSheet(sheet, words, first);
}
