/** Sorts the columns of a block with people in rows: scores, totals, ranks and weighted values, by words, values and formulas. */
import type { Grid } from "../grid";
import { holdsFigures, holdsScores, isNumeric, isTextual, plays, type Column } from "./columns";
import { columnsUsed, isFilledOn, madeBy, multipliedWith, rankedColumn, withoutOtherViews } from "./matrixFormulas";
import { besideWeights, hasOwnWeight, type WeightRow } from "./matrixWeights";
import { weightInText } from "./numbers";
import { untilNamedAgain } from "./repeats";

export interface Sorted {
  readonly scores: readonly Column[];
  readonly total: Column | undefined;
  readonly rank: Column | undefined;
  readonly weighted: readonly Column[];
  /** Whether the row of weights says anything of these columns. */
  readonly isWeighed: boolean;
}

/** Something is written over it, or there is more in it than one number that may belong to what stands below. */
const isNamed = ({ header, parent, numbers }: Column): boolean => header !== "" || parent !== "" || numbers > 1;

/** Nobody said that it is something else. */
const mayScore = ({ said }: Column): boolean => said === null || said === "score";

/** Sentences ("Rationale") are no scores, though the weight of their criterion may stand over them. */
const isProse = (c: Column): boolean => isTextual(c) && c.longest > LONGEST_WORD;
const LONGEST_WORD = 25;

/** A column with a weight of its own holds scores whatever it is called; the others go by words, values and formulas. */
export function sortColumns(
  grid: Grid,
  columns: readonly Column[],
  label: Column,
  weightRow: WeightRow | null,
  body: readonly number[],
): Sorted {
  const right = columns.filter(({ column }) => column > label.column);
  const places = new Set(right.map(({ column }) => column));
  const made = new Map(right.map((column) => [column, madeBy(grid, body, column, (at) => places.has(at))]));
  const ranked = rankedColumn(grid, body, columns);
  const carrying =
    weightRow === null
      ? []
      : right.filter(
          (c) =>
            isNamed(c) && !isProse(c) && mayScore(c) && hasOwnWeight(grid, weightRow, c, right) && c.column !== ranked,
        );
  const isScore = (c: Column): boolean => made.get(c) === null || made.get(c) === "derived";
  const weighed = untilNamedAgain(carrying.filter((c) => isScore(c) || made.get(c) === "weighted"));
  const isOpen = (c: Column): boolean =>
    c.said === "score" ||
    (mayScore(c) &&
      isScore(c) &&
      c.column !== ranked &&
      !(plays(c, "score") && c.sure === 1 && c === right.at(-1) && right.length > 2));
  // What the formulas of the totals add up are scores, whatever they are called ("Final", "Grade 2").
  const added = right
    .filter((c) => made.get(c) === "total")
    .map(({ column }) => columnsUsed(grid, body, column))
    .reduce<ReadonlySet<number>>((most, used) => (used.size > most.size ? used : most), new Set());
  const isAdded = (c: Column): boolean => added.size >= 2 && added.has(c.column) && isNumeric(c);
  // "Total staff" between two others with the same formula is one of them, and no total of theirs.
  const isOneOfRow = (c: Column, i: number): boolean =>
    plays(c, "total") &&
    made.get(c) !== "total" &&
    [right[i - 1], right[i + 1]].every((o) => o !== undefined && isFilledOn(grid, body, o.column, c.column));
  const open = right.filter((c, i) => (holdsScores(c) || isAdded(c) || isOneOfRow(c, i)) && isOpen(c));
  // What one formula adds up is one step, though each is called "Score".
  const plain = open.length > 0 && open.every(isAdded) ? open : untilNamedAgain(open);
  const counted =
    weightRow === null || weighed.length === 0
      ? withoutUnweighted(plain)
      : withUnweighted(grid, weightRow, weighed, plain, right, body);
  const total = totalOf(
    grid,
    right.filter((c) => !counted.includes(c)),
    made,
    ranked,
    body,
  );
  const scores =
    weightRow === null || weighed.length === 0 ? withoutOtherViews(grid, body, counted, made, total) : counted;
  const rest = right.filter((c) => !scores.includes(c));
  const rank =
    rest.find(({ said }) => said === "rank") ??
    rest.find((c) => plays(c, "rank") && holdsFigures(c) && c !== total) ??
    rest.find((c) => made.get(c) === "rank" && isNumeric(c) && c !== total) ??
    // Before the names, too: "Rank | Name | …".
    columns.find((c) => c.column < label.column && plays(c, "rank") && c.sure >= 0.8 && isNumeric(c));
  const weighted = rest.filter(
    (c) => c !== total && c !== rank && (made.get(c) === "weighted" || plays(c, "weighted")),
  );
  return { scores, total, rank, weighted, isWeighed: weighed.length > 0 };
}

const LEAST_IN_HEADERS = 2;

/** Where weights stand in the headers and make a whole, what stands before or behind them has none by intention. */
function withoutUnweighted(scores: readonly Column[]): readonly Column[] {
  const weights = scores.map(({ header }) => weightInText(header)?.value ?? null);
  const known = weights.flatMap((value) => value ?? []);
  const sum = known.reduce((all, value) => all + value, 0);
  if (known.length < LEAST_IN_HEADERS || ![1, 100].some((whole) => Math.abs(sum - whole) <= whole * 1e-6))
    return scores;
  const first = weights.findIndex((value) => value !== null);
  const last = weights.findLastIndex((value) => value !== null);
  return scores.slice(first, last + 1);
}

/** Columns with weights, and those among them that lack one, unless the totals pass them over. */
function withUnweighted(
  grid: Grid,
  weightRow: WeightRow,
  weighed: readonly Column[],
  plain: readonly Column[],
  right: readonly Column[],
  body: readonly number[],
): readonly Column[] {
  const others = plain.filter((c) => !weighed.includes(c));
  const uses = right
    .map(({ column }) => columnsUsed(grid, body, column))
    .filter((used) => weighed.filter(({ column }) => used.has(column)).length >= 2);
  // Where totals multiply with the row of weights, what they do not multiply with it has none by intention: it counts otherwise.
  const multiplied = right
    .map(({ column }) => multipliedWith(grid, body, column, weightRow.row))
    .find((own) => weighed.filter(({ column }) => own.has(column)).length >= 2);
  const lacking = besideWeights(grid, weightRow, weighed, others).filter(
    ({ column }) => multiplied?.has(column) ?? (uses.length === 0 || uses.some((used) => used.has(column))),
  );
  return [...weighed, ...lacking].sort((a, b) => a.column - b.column);
}

/** The column of totals: what is ranked, what is called so, what formulas add up most of the row in. */
function totalOf(
  grid: Grid,
  rest: readonly Column[],
  made: ReadonlyMap<Column, string | null>,
  ranked: number | null,
  body: readonly number[],
): Column | undefined {
  const size = (c: Column): number => columnsUsed(grid, body, c.column).size;
  const adding = rest
    .filter((c) => made.get(c) === "total")
    .reduce<Column | undefined>((best, c) => (best === undefined || size(c) > size(best) ? c : best), undefined);
  return (
    rest.find(({ said }) => said === "total") ??
    rest.find(({ column }) => column === ranked) ??
    [...rest].reverse().find((c) => plays(c, "total") && holdsFigures(c) && made.get(c) !== "rank") ??
    adding ??
    rest.find((c) => (plays(c, "score") || (plays(c, "weighted") && c === lastWeighted(rest))) && isNumeric(c))
  );
}

/** A single column of weighted values is a total; of several each belongs to a criterion. */
function lastWeighted(columns: readonly Column[]): Column | undefined {
  const weighted = columns.filter((c) => plays(c, "weighted") && isNumeric(c));
  return weighted.length === 1 ? weighted[0] : undefined;
}
