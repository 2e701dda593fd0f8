/** Texts outside the tables: titles, instructions, labels, settings that are chosen from a list. */
import { parseRect, splitAddress } from "../model/a1";
import { ruleOver, type Choices } from "./choices";
import { literals, type SheetPair } from "./pairedSheets";
import { inTable, textAt, type CellText, type StandingBook, type StandingSheet } from "./standingBook";
import type { VirtualBook } from "./virtualBook";

interface Cell {
  readonly row: number;
  readonly column: number;
}
export interface LabelChanges {
  readonly cells: readonly CellText[];
  /** Places where the person put a text of their own. */
  readonly kept: readonly Cell[];
}

/** Where a named cell of ours stands now: its sheet may have got rows above it. */
function movedTo(pair: SheetPair, cell: Cell, book: StandingBook, virtual: VirtualBook): Cell {
  const own = virtual.names.find(({ refersTo }) => {
    const { sheet, address } = splitAddress(refersTo.replace(/^=/, ""));
    const rect = parseRect(address);
    return sheet === pair.from.name && rect?.row === cell.row && rect.column === cell.column && rect.rows === 1;
  });
  const now = book.names.find(({ name }) => name === own?.name);
  const rect = now === undefined ? null : parseRect(splitAddress(now.formula.replace(/^=/, "")).address);
  return rect ?? cell;
}

/** Constant texts outside the tables, each once. */
function* textsOn(sheet: StandingSheet): Generator<Cell & { readonly text: string }> {
  const { used } = sheet;
  if (used === null) return;
  for (let row = used.row; row < used.row + used.rows; row += 1)
    for (let column = used.column; column < used.column + used.columns; column += 1) {
      const text = inTable(sheet, row, column) ? null : textAt(sheet, row, column);
      if (text !== null) yield { row, column, text };
    }
}

/** A text is the name of a sheet only where it becomes that sheet's name too: titles are often called alike in one language. */
export const nameKey = (from: string, to: string): string => `${from}\n${to}`;

/** @param sheetNames what the names of sheets, which stand in Checks, become; by both names as they are meant */
export function labelChanges(
  pair: SheetPair,
  book: StandingBook,
  virtual: VirtualBook,
  choices: Choices,
  sheetNames: ReadonlyMap<string, readonly [before: string, after: string]>,
): LabelChanges {
  const { standing: sheet } = pair;
  if (sheet === null) return { cells: [], kept: [] };
  const cells: CellText[] = [];
  const kept: Cell[] = [];
  const lost: { readonly before: string; readonly after: string; readonly at: Cell }[] = [];
  const change = (at: Cell, before: string, after: string): void => {
    if (before !== after) cells.push({ sheet: sheet.id, row: at.row, column: at.column, before, after });
  };
  const translated = new Map(
    literals(pair.to).map(({ row, column, text }) => [`${String(row)},${String(column)}`, text]),
  );
  for (const { row, column, text } of literals(pair.from)) {
    const after = translated.get(`${String(row)},${String(column)}`) ?? text;
    const rule = ruleOver(pair.from, row, column);
    const choice = rule === null ? null : choices.of(rule, null);
    if (choice?.kind === "words") {
      const at = movedTo(pair, { row, column }, book, virtual);
      const now = textAt(sheet, at.row, at.column);
      if (now !== null) change(at, now, choice.words.get(now) ?? now);
      continue;
    }
    const [before, wanted] = sheetNames.get(nameKey(text, after)) ?? [text, after];
    if (before === wanted) continue;
    const now = textAt(sheet, row, column);
    if (now === before) change({ row, column }, before, wanted);
    else lost.push({ before, after: wanted, at: { row, column } });
  }
  if (lost.length === 0) return { cells, kept };
  // What is not where it was written: rows or columns came before it.
  const taken = new Set(cells.map(({ row, column }) => `${String(row)},${String(column)}`));
  const free = [...textsOn(sheet)].filter(({ row, column }) => !taken.has(`${String(row)},${String(column)}`));
  for (const { before, after, at } of lost) {
    const place = free.findIndex(({ text }) => text === before);
    const [found] = place < 0 ? [] : free.splice(place, 1);
    if (found !== undefined) change(found, before, after);
    else if (textAt(sheet, at.row, at.column) !== null && !inTable(sheet, at.row, at.column)) kept.push(at);
  }
  return { cells, kept };
}
