/** The order in which rows of a table of people shall stand. */
import { isBlank } from "../recognise/grid";
import type { KeyedTable } from "../recognise/layout";
import { listedPeople } from "./addPeople";
import { rowsByPerson, type FormulaSamples, calculatedColumns } from "./standingRows";

type SortKey = "name" | "id" | "department" | "total";
/** Compares two texts as the person's language sorts them. */
type CompareTexts = (a: string, b: string) => number;

/** Columns that hold a person's total, in the tables that have one. */
const TOTALS = ["total", "score"];

/** Each person's total as one of the tables shows it; nobody where none does. */
export function totalsByPerson(tables: readonly KeyedTable[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const table of tables) {
    const key = TOTALS.find((wanted) => table.columns.has(wanted));
    if (key === undefined || !table.columns.has("id")) continue;
    for (const row of table.rows) {
      const [id, total] = [table.text(row, "id"), table.number(row, key)];
      if (total !== null && !found.has(id)) found.set(id, total);
    }
  }
  return found;
}

/**
 * The body rows of a table in their new order, by their present places from 0: people as asked, equals by their ids, the rows
 * of one person together and in their order; rows of nobody last.
 */
export function sortedPlaces(
  table: KeyedTable,
  person: string,
  by: SortKey,
  tables: ReadonlyMap<string, KeyedTable>,
  totals: ReadonlyMap<string, number>,
  compare: CompareTexts,
): readonly number[] {
  const people = new Map(listedPeople(tables).map((listed) => [listed.id, listed]));
  const text = (id: string): string => (by === "name" ? people.get(id)?.name : people.get(id)?.department) ?? "";
  // An empty text goes last, whichever way the language sorts.
  const texts = (a: string, b: string): number => Number(a === "") - Number(b === "") || compare(a, b);
  const order = (a: string, b: string): number => {
    if (by === "total") return (totals.get(b) ?? -Infinity) - (totals.get(a) ?? -Infinity) || 0;
    return by === "id" ? 0 : texts(text(a), text(b));
  };
  const groups = rowsByPerson(table, person);
  const ids = [...groups.keys()].sort((a, b) => order(a, b) || compare(a, b));
  const placeOf = new Map(table.rows.map((row, place) => [row, place]));
  const own = ids.flatMap((id) => groups.get(id) ?? []);
  const others = table.rows.filter((row) => isBlank(table.value(row, person)));
  return [...own, ...others].map((row) => placeOf.get(row) ?? 0);
}

/** Columns that the table calculates, of which one is to stand aside for a moment: a few, as somebody may have typed over one. */
export const helperCandidates = (
  table: KeyedTable,
  samples: FormulaSamples,
): readonly { readonly name: string; readonly index: number }[] =>
  [...calculatedColumns(table, samples).keys()]
    .slice(0, 3)
    .map((index) => ({ name: table.headers[index] ?? "", index }));
