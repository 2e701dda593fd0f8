/** The ranking over several sheets as cells of a new one: formulas into each of them where every total can be one, else values. */
import type { CellContent } from "../blueprint/types";
import type { Family, FamilyMember } from "../family/model";
import { cellFormula } from "../formulas/columns";
import { placeFormula, rowTotalFormula } from "../formulas/plainSheetFormulas";
import { rectAddress } from "../model/a1";
import { Grid } from "../recognise/grid";
import { totalsOf, type ResultOptions, type SheetPlan } from "./planResults";

/** Ranks over more people are values. */
const MOST_LIVE = 2000;
/** More sheets would make a table that nobody reads across. */
const MOST_COLUMNS = 24;

type TotalAt = (member: number, index: number) => CellContent | null;

/** The formula of somebody's total on a sheet; null where there is none. */
function formulasOf(members: readonly FamilyMember[]): TotalAt {
  const made = members.map(({ sheet, block, factor }) => totalsOf(new Grid(sheet), block.reading, sheet.name, factor));
  return (member, index) => {
    const parts = made[member]?.(index) ?? null;
    const formula = parts === null ? null : rowTotalFormula(parts);
    return formula === null ? null : { formula };
  };
}

interface Table {
  readonly head: readonly string[];
  /** Cells before the total. */
  readonly rows: readonly (readonly CellContent[])[];
  readonly totals: readonly CellContent[];
}

/** Everybody with the sheet and the total there. */
function peopleTable({ people, members }: Family, words: ResultOptions["words"], totalAt: TotalAt): Table | null {
  const totals = people.map(({ parts }) => (parts[0] === undefined ? null : totalAt(parts[0].member, parts[0].index)));
  const found = totals.flatMap((total) => (total === null ? [] : [total]));
  if (found.length < people.length) return null;
  const rows = people.map(({ name, parts }) => [name, members[parts[0]?.member ?? 0]?.sheet.name ?? ""]);
  return { head: [words.name, words.sheet], rows, totals: found };
}

/** Everybody with a column a sheet, and the mean of these; empty while one of them is. */
function periodsTable(
  { people, members }: Family,
  words: ResultOptions["words"],
  totalAt: TotalAt,
  firstRow: number,
): Table | null {
  if (members.length > MOST_COLUMNS) return null;
  const cells = people.map(({ parts }) =>
    members.map((_, member) => {
      const part = parts.find((one) => one.member === member);
      return part === undefined ? "" : totalAt(member, part.index);
    }),
  );
  if (cells.some((row) => row.includes(null))) return null;
  const rows = people.map(({ name }, i): CellContent[] => [name, ...(cells[i] ?? []).map((cell) => cell ?? "")]);
  const totals = people.map(({ parts }, i) => {
    const own = rectAddress({ row: firstRow + i, column: 1, rows: 1, columns: members.length });
    return { formula: cellFormula(`IF(COUNT(${own})=${String(parts.length)},ROUND(AVERAGE(${own}),6),"")`) };
  });
  return { head: [words.name, ...members.map(({ sheet }) => sheet.name)], rows, totals };
}

const orEmpty = (value: number | null): number | string => value ?? "";

/** Values, best first. */
function valuesPlan({ people, members, kind }: Family, words: ResultOptions["words"]): SheetPlan {
  const sorted = [...people].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0);
  const isWide = kind === "periods" && members.length <= MOST_COLUMNS;
  const heads = isWide ? members.map(({ sheet }) => sheet.name) : [words.sheet];
  const rows = sorted.map(({ name, parts, total, rank }): CellContent[] => [
    name,
    ...(isWide
      ? members.map((_, member) => orEmpty(parts.find((one) => one.member === member)?.total ?? null))
      : [parts.map(({ member }) => members[member]?.sheet.name ?? "").join(", ")]),
    orEmpty(total),
    orEmpty(rank),
  ]);
  return {
    cells: [[words.name, ...heads, words.total, words.rank], ...rows],
    shown: sorted.map(({ total, rank }) => [orEmpty(total), orEmpty(rank)]),
    live: false,
    people: people.length,
    totalColumn: 1 + heads.length,
  };
}

/** @param at row of the table's header */
export function planFamily(family: Family, at: { readonly row: number }, options: ResultOptions): SheetPlan {
  const { people, members, kind } = family;
  const { words } = options;
  const firstRow = at.row + 1;
  const totalAt = formulasOf(members);
  const isPossible = options.form === "formulas" && people.length <= MOST_LIVE;
  const table = !isPossible
    ? null
    : kind === "people"
      ? peopleTable(family, words, totalAt)
      : periodsTable(family, words, totalAt, firstRow);
  if (table === null) return valuesPlan(family, words);
  const column = table.head.length;
  const all = { row: firstRow, column, rows: people.length, columns: 1 };
  return {
    cells: [
      [...table.head, words.total, words.rank],
      ...table.rows.map((cells, i) => [
        ...cells,
        table.totals[i] ?? "",
        { formula: placeFormula({ row: firstRow + i, column }, all, options.ranks) },
      ]),
    ],
    shown: people.map(({ total, rank }) => [orEmpty(total), orEmpty(rank)]),
    live: true,
    people: people.length,
    totalColumn: column,
  };
}
