/** Ranks, agreement and advice computed by core from what people typed. */
import { expectRow, type ExpectedValue, type MethodReading, type ReadBook } from "../../blueprint/methodReading";
import { alternation } from "../../ranking/alternation";
import { forcedDistribution } from "../../ranking/forcedDistribution";
import { pairedOrder } from "../../ranking/pairedComparison";
import { ranks } from "../../ranking/ranks";
import { kendallW } from "../../raters/reliability";
import { roundTotal } from "../../scoring/round";
import { numbersTo, pairKey } from "./formulas";

type Ranks = readonly (number | null)[];
const nobody = (people: number): Ranks => Array.from({ length: people }, () => null);

interface Judged {
  readonly values: readonly ExpectedValue[];
  readonly ranks: Ranks;
  readonly judges: number;
  readonly w: number | null;
}
/** Only judges who put everybody in order count. */
function judged(book: ReadBook): Judged {
  const rows = book.rows("Orders");
  const orders = numbersTo(book.rows("Judges").length).map((no) => rows.map((row) => row.number(`r${String(no)}`)));
  const complete = orders.filter((order) => order.length >= 2 && order.every((place) => place !== null));
  const fair = complete.map((order) => ranks(order, "fractional", "asc").map((place) => place ?? 0));
  const means = rows.map((_, i) =>
    fair.length === 0 ? null : roundTotal(fair.reduce((sum, order) => sum + (order[i] ?? 0), 0) / fair.length),
  );
  const own = ranks(means, "competition", "asc");
  const agreed = kendallW(rows.map((_, i) => fair.map((order) => order[i] ?? 0)));
  return {
    values: rows.flatMap((_, i) => expectRow("Orders", i, { mean: means[i] ?? null, rank: own[i] ?? null })),
    ranks: own,
    judges: fair.length,
    w: fair.length >= 2 && agreed.ok ? roundTotal(agreed.value.W) : null,
  };
}

/** Places by alternation; nothing while a step is left out or somebody stands in it twice. */
function alternated(book: ReadBook, ids: readonly string[]): Ranks {
  const typed = book.rows("Picks").map((row) => row.text("person"));
  const given = typed.filter((id) => id !== "");
  const isWhole = typed.every((id, i) => (id === "") === i >= given.length);
  const picks = given.map((id) => ids.indexOf(id));
  if (!isWhole || picks.length === 0 || picks.includes(-1)) return nobody(ids.length);
  const order = alternation(ids.length, picks);
  return order.ok ? order.value.ranks : nobody(ids.length);
}

interface Paired {
  readonly values: readonly ExpectedValue[];
  /** By the person's id. */
  readonly ranks: ReadonlyMap<string, number | null>;
}
function paired(book: ReadBook): Paired {
  // By the numbers of the people: rows may stand in any order, and a number may be nobody's.
  const numbered = book.rows("Pairs").map((row) => ({ row, no: row.number("no") ?? 0, id: row.text("id") }));
  const rows = numbered.sort((a, b) => a.no - b.no);
  const matrix = rows.map(({ row }, i) => rows.map(({ no }, j) => (j > i ? row.number(pairKey(no)) : null)));
  const order = pairedOrder(matrix);
  if (!order.ok) return { values: [], ranks: new Map() };
  const { wins, circularTriads, consistency, open } = order.value;
  const own = open > 0 ? nobody(rows.length) : ranks(wins, "competition");
  const places = new Map(book.rows("Whole").map((row, place) => [row.number("no") ?? 0, place]));
  return {
    values: [
      ...rows.flatMap(({ no }, i) => {
        const place = places.get(no);
        return place === undefined ? [] : expectRow("Whole", place, { wins: wins[i] ?? null, rank: own[i] ?? null });
      }),
      ...expectRow("Agreement", 0, {
        open,
        triads: circularTriads,
        consistency: consistency === null ? null : roundTotal(consistency),
      }),
    ],
    ranks: new Map(rows.map(({ id }, i) => [id, own[i] ?? null])),
  };
}

/** What core expects on this workbook's sheets from what was typed; a check compares. */
export const rankingReading: MethodReading = (book) => {
  const ids = book.rows("RankResults").map((row) => row.text("id"));
  const [orders, picks, pairs] = [judged(book), alternated(book, ids), paired(book)];
  const basis = ids.map((id, i) => {
    const given = [orders.ranks[i], picks[i], pairs.ranks.get(id)].filter((rank) => typeof rank === "number");
    return given.length === 0 ? null : roundTotal(given.reduce((sum, rank) => sum + rank, 0) / given.length);
  });
  const own = ranks(basis, "competition", "asc");
  const bands = book.rows("Shares");
  const spread = forcedDistribution(
    basis.map((value) => (value === null ? null : -value)),
    bands.map((row) => row.number("share") ?? 0),
    book.setting("c_MinPeople") ?? 0,
  );
  const name = (band: number): string => bands[band]?.text("band") ?? "";
  const advice = (i: number): string | null => {
    const [up, down] = spread.ok ? [spread.value.up[i], spread.value.down[i]] : [null, null];
    if (typeof up !== "number" || typeof down !== "number") return null;
    return up === down ? name(up) : `${name(up)} / ${name(down)}`;
  };
  const { w, judges } = orders;
  return [
    ...orders.values,
    ...pairs.values,
    ...expectRow("Agreement", 0, {
      judges,
      w,
      rho: w === null ? null : roundTotal((judges * w - 1) / (judges - 1)),
    }),
    ...ids.flatMap((id, i) =>
      expectRow("RankResults", i, {
        judged: orders.ranks[i] ?? null,
        alternated: picks[i] ?? null,
        paired: pairs.ranks.get(id) ?? null,
        basis: basis[i] ?? null,
        rank: own[i] ?? null,
        advice: advice(i),
      }),
    ),
    ...(spread.ok ? spread.value.quotas.flatMap((seats, band) => expectRow("Shares", band, { seats })) : []),
  ];
};
