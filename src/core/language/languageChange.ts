/**
 * *Change language*: the workbook built in the old and in the new language, compared cell by cell; what still stands as we wrote
 * it is written anew, words chosen from lists follow their lists, and everything of the person's stays. No number, no formula.
 */
import { freeSheetName } from "../blueprint/scorecard";
import { asJoinedEarlier, type BookLanguage } from "../blueprint/joinedTexts";
import type { InstanceMetadata } from "../schema/metadata";
import { Choices, wordChanges, type After } from "./choices";
import { labelChanges, nameKey } from "./labelTexts";
import { chartChanges, looksOf, type ChartChange, type Look } from "./looks";
import { isNamed, pairedSheets, type SheetPair } from "./pairedSheets";
import { tableNamed, type CellText, type StandingBook } from "./standingBook";
import { bodyChanges, headChanges, tablePair, type RowChoice, type TablePair } from "./tableTexts";
import { VARIANTS, virtualBook, type BookFacts, type VirtualBook } from "./virtualBook";

/** A text of the person's own in place of one of ours. */
export interface KeptText {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}
export interface SheetRename {
  /** Id of the sheet. */
  readonly sheet: string;
  readonly before: string;
  readonly after: string;
}
export interface LanguageChange {
  readonly cells: readonly CellText[];
  /** Written once the rest is calculated. */
  readonly rows: readonly RowChoice[];
  readonly looks: readonly Look[];
  readonly charts: readonly ChartChange[];
  readonly renames: readonly SheetRename[];
  readonly stored: InstanceMetadata;
  readonly kept: readonly KeptText[];
}

const keyOf = ({ sheet, row, column }: Pick<CellText, "sheet" | "row" | "column">): string =>
  `${sheet}!${String(row)},${String(column)}`;

/** Sheets that are still called as we called them get a free name in the other language. */
function renamesOf(pairs: readonly SheetPair[], taken: Set<string>): SheetRename[] {
  return pairs.flatMap(({ from, to, standing }): SheetRename[] => {
    if (standing === null || from.name === to.name || !isNamed(standing.name, from.name)) return [];
    taken.delete(standing.name.toLowerCase());
    const after = freeSheetName(to.name, taken);
    taken.add(after.toLowerCase());
    return [{ sheet: standing.id, before: standing.name, after }];
  });
}

function tablePairs(pairs: readonly SheetPair[], book: StandingBook, facts: BookFacts, from: VirtualBook): TablePair[] {
  return pairs.flatMap((pair) =>
    pair.from.tables.flatMap((table, i): TablePair[] => {
      const other = pair.to.tables[i];
      const standing = tableNamed(book, table.name);
      const stored = Object.values(facts.stored.tables).find(({ name }) => name === table.name);
      return other === undefined || standing === null || stored === undefined
        ? []
        : [tablePair(pair, table, other, standing, stored, from)];
    }),
  );
}

/** Rows that were added to a table of the first plan, as a table of their own for the comparison. */
function withAppends(pairs: readonly TablePair[], from: VirtualBook, to: VirtualBook): TablePair[] {
  return from.appends.flatMap((append, i): TablePair[] => {
    const pair = pairs.find((each) => each.from.name === append.table);
    const other = to.appends[i];
    if (pair === undefined || other === undefined) return [];
    const rowsOf = (table: TablePair["from"], rows: typeof append.rows): TablePair["from"] => ({
      ...table,
      rows: rows.length,
      columns: table.columns.map((column, c) =>
        column.content.kind === "formula"
          ? column
          : {
              ...column,
              content: {
                kind: "input",
                values: rows.map((row) => {
                  const cell = row[c];
                  return typeof cell === "object" || cell === undefined ? null : cell;
                }),
              },
            },
      ),
    });
    return [{ ...pair, from: rowsOf(pair.from, append.rows), to: rowsOf(pair.to, other.rows) }];
  });
}

/** Tables that others choose their words from. */
const isSource = ({ from }: TablePair): boolean => /_(?:Words|Bands)$/.test(from.name);

interface OneVariant {
  readonly cells: readonly CellText[];
  readonly rows: readonly RowChoice[];
  readonly kept: readonly KeptText[];
}
interface Prepared {
  readonly pairs: readonly SheetPair[];
  readonly tables: readonly TablePair[];
  readonly from: VirtualBook;
  readonly to: VirtualBook;
}

function textChanges(
  book: StandingBook,
  facts: BookFacts,
  prepared: Prepared,
  renames: readonly SheetRename[],
): OneVariant {
  const { pairs, from, to } = prepared;
  const tables = [...prepared.tables, ...withAppends(prepared.tables, from, to)];
  const sources = tables.filter(isSource).map((pair) => bodyChanges(pair, null));
  const others = tables.filter((pair) => !isSource(pair));
  const changed = new Map(sources.flatMap(({ cells }) => cells).map((cell) => [keyOf(cell), cell.after]));
  const after: After = (sheet, row, column) => changed.get(keyOf({ sheet, row, column })) ?? null;
  const words = wordChanges(book, facts.stored.tables["Words"], after);
  const choices = new Choices(book, from, words, after);
  const bodies = others.map((pair) => bodyChanges(pair, choices));
  const sheetNames = new Map(
    pairs.flatMap(({ from: one, to: other, standing }) => {
      const rename = renames.find(({ sheet }) => sheet === standing?.id);
      return rename === undefined
        ? []
        : [[nameKey(one.name, other.name), [rename.before, rename.after] as const] as const];
    }),
  );
  const labels = pairs.map((pair) => ({ pair, ...labelChanges(pair, book, from, choices, sheetNames) }));
  return {
    cells: [...sources, ...bodies, ...labels].flatMap(({ cells }) => cells),
    rows: bodies.flatMap(({ rows }) => rows),
    kept: labels.flatMap(({ pair, kept }) => kept.map((cell) => ({ ...cell, sheet: pair.standing?.id ?? "" }))),
  };
}

const hasHeadsOfTwoLines = ({ tables }: InstanceMetadata): boolean =>
  Object.values(tables).some(({ columns }) => Object.values(columns).some((head) => head.includes("\n")));
/** As an earlier version joined its heads. */
const madeEarlier = (book: VirtualBook): VirtualBook =>
  // Texts are put in the place of texts: the shape stays.
  JSON.parse(JSON.stringify(book), (_, value: unknown) =>
    typeof value === "string" ? asJoinedEarlier(value) : value,
  ) as VirtualBook;

/**
 * @param taken names of all sheets, and ids of sheets that belong to other scorecards; both are added to
 */
export function languageChange(
  book: StandingBook,
  facts: BookFacts,
  fromLanguage: BookLanguage,
  toLanguage: BookLanguage,
  taken: { readonly names: Set<string>; readonly sheets: Set<string> },
): LanguageChange {
  const isEarlier = fromLanguage === "both" && hasHeadsOfTwoLines(facts.stored);
  const variants = VARIANTS.map((variant) => ({
    from: isEarlier
      ? madeEarlier(virtualBook(facts, fromLanguage, variant))
      : virtualBook(facts, fromLanguage, variant),
    to: virtualBook(facts, toLanguage, variant),
  }));
  const prepared = variants.map(({ from, to }): Prepared => {
    const pairs = pairedSheets(book, from, to, new Set(taken.sheets));
    return { pairs, tables: tablePairs(pairs, book, facts, from), from, to };
  });
  const [first] = prepared;
  if (first === undefined) throw new Error("no variant");
  for (const { standing } of first.pairs) if (standing !== null) taken.sheets.add(standing.id);
  const renames = renamesOf(first.pairs, taken.names);
  const heads = Object.entries(facts.stored.tables).map(([key, stored]) => {
    const standing = tableNamed(book, stored.name);
    const wanted = first.to.tables[key];
    return standing === null || wanted === undefined
      ? { key, sheet: "", cells: [], stored, kept: [] }
      : { key, sheet: standing.sheet.id, ...headChanges(standing, stored, wanted) };
  });
  const texts = prepared.map((each) => textChanges(book, facts, each, renames));
  const headCells = heads.flatMap(({ cells }) => cells);
  const cells = new Map<string, CellText>();
  for (const cell of [...headCells, ...texts.flatMap((each) => each.cells)])
    if (!cells.has(keyOf(cell))) cells.set(keyOf(cell), cell);
  const rows = new Map(texts.flatMap((each) => each.rows).map((row) => [keyOf(row), row]));
  const nameOf = (id: string): string => {
    const sheet = book.sheets.find((each) => each.id === id);
    return renames.find((rename) => rename.sheet === id)?.after ?? sheet?.name ?? "";
  };
  const kept: KeptText[] = [
    ...heads.flatMap(({ sheet, kept: own }) => own.map((cell) => ({ ...cell, sheet: nameOf(sheet) }))),
    ...(texts[0]?.kept ?? [])
      .filter((own) => !cells.has(keyOf(own)))
      .map((own) => ({ ...own, sheet: nameOf(own.sheet) })),
  ];
  const looks = new Map(
    prepared
      .flatMap(({ pairs, tables }) => pairs.flatMap((pair) => looksOf(pair, tables)))
      .map((look) => [JSON.stringify([look.sheet, look.rect, look.kind, look.before]), look]),
  );
  return {
    cells: [...cells.values()],
    rows: [...rows.values()],
    looks: [...looks.values()],
    charts: first.pairs.flatMap(chartChanges),
    renames,
    kept,
    stored: {
      ...facts.stored,
      language: toLanguage,
      tables: Object.fromEntries(heads.map(({ key, stored }) => [key, stored])),
    },
  };
}
