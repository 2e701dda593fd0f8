/** Which words a cell may hold by its validation, and what they become in the other language. */
import type { SheetBlueprint, TableBlueprint, ValidationRule } from "../blueprint/types";
import { intersect, parseRect, splitAddress } from "../model/a1";
import { bodyRows, columnOf, textAt, tableNamed, type StandingBook } from "./standingBook";
import type { VirtualBook } from "./virtualBook";

/** What stands → what it becomes. */
export type Words = ReadonlyMap<string, string>;

/** What a cell's validation takes: words of a list or of a formula; or entries that formulas make in the cell's own row. */
export type Choice =
  | { readonly kind: "words"; readonly words: Words }
  /** Offsets in the table of the first and last cell of the row's own list. */
  | { readonly kind: "row"; readonly first: number; readonly last: number };

const WORD = /eh_\d+_w_(\w+)/g;
const LIST_OF_ROW = /^=(\$[A-Z]+)(\d+):(\$[A-Z]+)\2$/;

/** A text of the workbook after the change, by where it stands. */
export type After = (sheet: string, row: number, column: number) => string | null;

/** Words by key, before and after: as the Words table holds them, also where the person put their own. */
export function wordChanges(
  book: StandingBook,
  stored: { readonly name: string; readonly columns: Readonly<Record<string, string>> } | undefined,
  after: After,
): ReadonlyMap<string, readonly [before: string, after: string]> {
  const found = stored === undefined ? null : tableNamed(book, stored.name);
  if (found === null) return new Map();
  const { sheet, table } = found;
  const [keys, words] = [columnOf(table, stored?.columns["key"]), columnOf(table, stored?.columns["word"])];
  if (keys === null || words === null) return new Map();
  return new Map(
    bodyRows(table).flatMap((row) => {
      const [key, word] = [textAt(sheet, row, keys), textAt(sheet, row, words)];
      return key === null || word === null
        ? []
        : [[key, [word, after(sheet.id, row, words) ?? word] as const] as const];
    }),
  );
}

export class Choices {
  constructor(
    private readonly book: StandingBook,
    private readonly virtual: VirtualBook,
    private readonly words: ReadonlyMap<string, readonly [string, string]>,
    private readonly after: After,
  ) {}

  /** What a rule of a table's column takes; null where it says nothing about words. */
  of({ rule, rect }: ValidationRule, table: TableBlueprint | null): Choice | null {
    if (rule.kind === "custom") return this.wordsIn(rule.formula);
    if (rule.kind !== "list") return null;
    const own = LIST_OF_ROW.exec(rule.source);
    if (own !== null && table !== null && rect.row === table.at.row + 1) {
      const [first, last] = [own[1], own[3]].map((column) => parseRect(`${(column ?? "").replace("$", "")}1`));
      return first == null || last == null
        ? null
        : { kind: "row", first: first.column - table.at.column, last: last.column - table.at.column };
    }
    return this.list(rule.source.replace(/^=/, ""));
  }

  private wordsIn(formula: string): Choice {
    return { kind: "words", words: this.pairsOf([formula]) };
  }
  /** The words that formulas name. */
  private pairsOf(formulas: readonly string[]): Words {
    const keys = formulas.flatMap((formula) => [...formula.matchAll(WORD)].map(([, key]) => key ?? ""));
    return new Map(
      keys.flatMap((key) => {
        const pair = this.words.get(key);
        return pair === undefined ? [] : [pair];
      }),
    );
  }

  /** A list by its name: words by formula, or a column of a table. */
  private list(name: string): Choice | null {
    const refersTo = this.virtual.names.find((entry) => entry.name === name)?.refersTo;
    if (refersTo === undefined) return null;
    const structured = /^=(\w+)\[/.exec(refersTo)?.[1];
    return {
      kind: "words",
      words: structured === undefined ? this.cellWords(refersTo) : this.columnWords(name, structured),
    };
  }
  private cellWords(refersTo: string): Words {
    const { sheet, address } = splitAddress(refersTo.replace(/^=/, ""));
    const rect = parseRect(address);
    const blocks = this.virtual.sheets.find((candidate) => candidate.name === sheet)?.blocks ?? [];
    if (rect === null) return new Map();
    const formulas = blocks.flatMap((block) =>
      block.cells.flatMap((line, r) =>
        line.flatMap((cell, c) => {
          const at = { row: block.at.row + r, column: block.at.column + c, rows: 1, columns: 1 };
          return typeof cell === "object" && cell !== null && intersect(at, rect) !== null ? [cell.formula] : [];
        }),
      ),
    );
    return this.pairsOf(formulas);
  }
  private columnWords(name: string, tableName: string): Words {
    const header = /\[(.*)\]$/s.exec(this.book.names.find((entry) => entry.name === name)?.formula ?? "")?.[1];
    const found = tableNamed(this.book, tableName);
    if (found === null || header === undefined) return new Map();
    const { sheet, table } = found;
    const column = columnOf(table, header.replace(/'([\s\S])/g, "$1"));
    if (column === null) return new Map();
    return new Map(
      bodyRows(table).flatMap((row) => {
        const text = textAt(sheet, row, column);
        return text === null ? [] : [[text, this.after(sheet.id, row, column) ?? text] as const];
      }),
    );
  }
}

/** The rule over the cells of a table's column, given where the column stands in the blueprint; null for none. */
export function ruleOver(sheet: SheetBlueprint, row: number, column: number): ValidationRule | null {
  const at = { row, column, rows: 1, columns: 1 };
  return sheet.validation.find(({ rect }) => intersect(rect, at) !== null) ?? null;
}
