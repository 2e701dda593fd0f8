/** The Ranking list of method workbooks: everybody with a rank, best first, as the results say; nothing is typed into it. */
import { methodBlueprint } from "../../support/methodWorkbooks";
import { METHOD_WORKBOOKS } from "../../../src/core/methods/registry";
import type { MethodDefinition } from "../../../src/core/blueprint/methodWorkbook";
import { calculatedMethod, type CalculatedMethod } from "../../support/methodWorkbooks";

jest.setTimeout(120_000);
const LISTED = METHOD_WORKBOOKS.filter(({ rankingList }) => rankingList !== undefined);

const shown = (value: unknown): unknown => (value === null ? "" : value);
const column = (book: CalculatedMethod, table: string, key: string): readonly unknown[] =>
  Array.from({ length: book.rows(table) }, (_, row) => shown(book.at(table, row, key)));

/** What the list must say, sorted here: rank, how many share it, id, total, band. */
function wanted(book: CalculatedMethod, { ranked, rankingList }: MethodDefinition): readonly (readonly unknown[])[] {
  if (ranked === undefined) return [];
  const { table, rank, total, band } = ranked;
  const of = (key: string | null): readonly unknown[] => (key === null ? [] : column(book, table, key));
  const [ranks, ids, totals] = [of(rank), of("id"), of(total)];
  const bands = rankingList?.withoutBand === true ? [] : of(band);
  const rows = ranks.flatMap((each, i) => (typeof each === "number" ? [{ rank: each, i }] : []));
  return [...rows]
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
    .map(({ rank: own, i }) => {
      const sharing = rows.filter((other) => other.rank === own).length;
      return [own, sharing > 1 ? sharing : "", ids[i], totals[i], bands[i]];
    });
}
const listOf = (book: CalculatedMethod, { ranked, rankingList }: MethodDefinition): readonly (readonly unknown[])[] =>
  column(book, "Ranking", "rank").flatMap((rank, i) => {
    if (rank === "") return [];
    const of = (key: string): unknown => shown(book.at("Ranking", i, key));
    const total = ranked?.total === null ? undefined : of("total");
    const band = ranked?.band === null || rankingList?.withoutBand === true ? undefined : of("band");
    return [[rank, of("shared"), of("id"), total, band]];
  });

test("who names people in order: not the 360-degree review, which is for their development", () => {
  expect(LISTED.map(({ id }) => id).sort()).toEqual([
    ...["bars", "calibration-board", "checklist", "combined", "ranking", "rating-scale", "second-reviewer"],
  ]);
});

test.each(LISTED.map((method) => [method.id, method] as const))("%s: sorted, equals together", async (_, method) => {
  const book = await calculatedMethod(method);
  const list = listOf(book, method);
  expect(list.length).toBeGreaterThan(2);
  expect(list).toEqual(wanted(book, method));
  expect(book.errors()).toEqual([]);
  book.dispose();
});

test("the list stands before the page for one person", () => {
  for (const method of LISTED) {
    const names = methodBlueprint(method).sheets.map(({ name }) => name);
    const page = names.findIndex((name) => name === "Person page" || name === "Review page");
    if (page >= 0) expect([method.id, names[page - 1]]).toEqual([method.id, "Ranking list"]);
  }
});

test("equals stand together and say how many they are; whoever has no rank is left out", async () => {
  const method = LISTED.find(({ id }) => id === "second-reviewer");
  if (method === undefined) throw new Error("no method");
  const book = await calculatedMethod(method);
  const scores = [70, 90, 70, 80, 90, 90, "", 60];
  scores.forEach((score, row) => {
    for (const key of ["first", "second"]) book.set("Reviews2", row, key, score);
    book.set("Reviews2", row, "decided", "");
  });
  await book.calculate();
  const list = listOf(book, method);
  expect(list.map(([rank, shared, id]) => [rank, shared, id])).toEqual([
    [1, 3, "P002"],
    [1, 3, "P005"],
    [1, 3, "P006"],
    [4, "", "P004"],
    [5, 2, "P001"],
    [5, 2, "P003"],
    [7, "", "P008"],
  ]);
  expect(list).toEqual(wanted(book, method));
  book.dispose();
});

test.each([1, 30])("of %i people without any entry nobody is listed, and nothing is an error", async (count) => {
  for (const method of LISTED) {
    const people = Array.from({ length: count }, (_, i) => ({ name: `Nr ${String(i + 1)}` }));
    const book = await calculatedMethod(method, { people, withSample: false });
    expect([method.id, listOf(book, method)]).toEqual([method.id, []]);
    expect(book.errors()).toEqual([]);
    book.dispose();
  }
});
