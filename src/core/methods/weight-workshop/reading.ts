/** Weights by order, points and pairs computed by core from what was typed. */
import { expectRow, type MethodReading, type ReadBook } from "../../blueprint/methodReading";
import { roundTotal } from "../../scoring/round";
import { fromRanks } from "../../weighting/fromOrder";
import { consistency, geometricWeights } from "../../weighting/pairwise";
import { placesTo, RANDOM_INDEX, typedKey } from "./formulas";

/** Weights in points of 100 by place of the item; null where the pairs are not all judged. */
function pairsOf(book: ReadBook, active: readonly number[]) {
  const rows = book.rows("WeightPairs");
  const typed = rows.map((row) => placesTo(rows.length).map((place) => row.number(typedKey(place)) ?? 0));
  const at = (i: number, j: number): number => Math.max(0, typed[i]?.[j] ?? 0);
  const entry = (i: number, j: number): number => (i === j ? 1 : i < j ? at(i, j) : 1 / at(j, i));
  const open = active.flatMap((i) => active.filter((j) => i < j && at(i, j) === 0)).length;
  if (open > 0 || active.length < 2) return { open, weights: null, matrix: null };
  const matrix = active.map((i) => active.map((j) => entry(i, j)));
  const weights = geometricWeights(matrix);
  return { open, matrix, weights: weights.ok ? weights.value : null };
}

/** Mean share of the points of those who gave any, by id of the item. */
function pointsOf(book: ReadBook, ids: readonly string[], active: readonly number[]): ReadonlyMap<string, number> {
  const isActive = (id: string): boolean => active.includes(ids.indexOf(id));
  const given = book.rows("WeightPoints").map((row) => ({
    person: row.text("person"),
    item: row.text("item"),
    points: isActive(row.text("item")) ? Math.max(0, row.number("points") ?? 0) : 0,
  }));
  const totals = new Map<string, number>();
  for (const { person, points } of given) totals.set(person, (totals.get(person) ?? 0) + points);
  const voters = [...totals.values()].filter((total) => total > 0).length;
  const shares = new Map<string, number>();
  if (voters === 0) return shares;
  for (const { person, item, points } of given) {
    const total = totals.get(person) ?? 0;
    if (total > 0) shares.set(item, (shares.get(item) ?? 0) + points / total / voters);
  }
  return shares;
}

/** What core expects on this workbook's sheets from what was typed; a check compares. */
export const workshopReading: MethodReading = (book) => {
  const rows = book.rows("WeightItems");
  const ids = rows.map((row) => row.text("id"));
  const active = rows.flatMap((row, i) => (row.text("item").trim() === "" ? [] : [i]));
  const places = active.map((i) => {
    const place = rows[i]?.number("place") ?? null;
    return place !== null && place >= 1 ? place : null;
  });
  const isOrdered = active.length > 0 && places.every((place) => place !== null);
  const ordered = places.flatMap((place) => place ?? []);
  const [centroid, rankSum] = (["centroid", "sum"] as const).map((method) => fromRanks(ordered, method));
  const points = pointsOf(book, ids, active);
  const { open, weights, matrix } = pairsOf(book, active);
  const percent = (share: number | undefined): number | null => (share === undefined ? null : roundTotal(share * 100));
  const ofItems = rows.flatMap((_, i) => {
    const place = active.indexOf(i);
    if (place < 0)
      return expectRow("WeightItems", i, {
        centroid: null,
        rankSum: null,
        points: null,
        fromPairs: null,
        spread: null,
      });
    const found = {
      centroid: isOrdered && centroid?.ok === true ? percent(centroid.value[place]) : null,
      rankSum: isOrdered && rankSum?.ok === true ? percent(rankSum.value[place]) : null,
      points: points.size === 0 ? null : percent(points.get(ids[i] ?? "") ?? 0),
      fromPairs: weights === null ? null : percent(weights[place]),
    };
    const said = [found.centroid, found.points, found.fromPairs].flatMap((value) => value ?? []);
    return expectRow("WeightItems", i, {
      ...found,
      spread: said.length < 2 ? null : Math.max(...said) - Math.min(...said),
    });
  });
  const n = active.length;
  const ri = RANDOM_INDEX[Math.min(n, RANDOM_INDEX.length) - 1] ?? 0;
  const found = matrix === null || weights === null ? null : consistency(matrix, weights, n > 2 ? ri : 1);
  const ofFacts = expectRow("WeightFacts", 0, {
    items: n,
    open,
    lambda: found?.ok === true ? found.value.lambda : null,
    ratio: found?.ok === true ? Math.round(found.value.ratio * 1e9) / 1e9 : null,
  });
  return [...ofItems, ...ofFacts];
};
