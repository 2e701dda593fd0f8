/** Long tables: a row is one person on one criterion; and pairwise matrices, whose rows and columns say the same. */
import type { Grid } from "../grid";
import { isNumeric, isSummaryLabel, plays, type Column } from "./columns";
import type { BlockRole, Item, Subject, Understood } from "./model";
import { cellNumber } from "./numbers";
import { columnRects, rowRects } from "./rects";
import type { Region } from "./regions";
import { squareUnder } from "./squares";

/** Reads a long table; the weight of a criterion is that of its first row. */
export function readLong(
  grid: Grid,
  region: Region,
  columns: readonly Column[],
  person: Column,
  criterion: Column | undefined,
): Understood {
  const find = (role: "weight" | "score" | "actual" | "target" | "weighted"): Column | undefined =>
    columns.find((c) => plays(c, role) && isNumeric(c));
  const [weight, target, actual] = [find("weight"), find("target"), find("actual")];
  const score = find("score") ?? actual;
  const isAttainment = score !== undefined && score === actual && target !== undefined;
  const rows: number[] = [];
  for (let row = (region.headerRows.at(-1) ?? region.top) + 1; row <= region.bottom; row += 1)
    if (
      (!grid.blank(row, person.column) ||
        (criterion !== undefined && !grid.blank(row, criterion.column) && rows.length > 0)) &&
      !isSummaryLabel(grid.text(row, person.column)) &&
      (criterion === undefined || !isSummaryLabel(grid.text(row, criterion.column))) &&
      (score === undefined ||
        !grid.blank(row, score.column) ||
        (criterion !== undefined && !grid.blank(row, criterion.column)))
    )
      rows.push(row);
  const people = new Map<string, number[]>();
  let above = "";
  for (const row of rows) {
    // A blank under a name, merged or not, means "as above".
    const who = grid.text(row, person.column) || above;
    above = who;
    people.set(who, [...(people.get(who) ?? []), row]);
  }
  const own = { person, criterion, weight, target, actual, score, scored: find("score"), weighted: find("weighted") };
  const evidence = columns.find((c) => plays(c, "evidence"));
  const all = longPart(grid, people, { ...own, evidence, isAttainment });
  const plans = weight === undefined || criterion === undefined ? [] : plansOf(grid, people, criterion, weight);
  return plans.length < 2
    ? all
    : { ...all, parts: plans.map((part) => longPart(grid, part, { ...own, evidence, isAttainment })) };
}

type People = ReadonlyMap<string, readonly number[]>;
interface LongColumns {
  readonly person: Column;
  readonly criterion: Column | undefined;
  readonly weight: Column | undefined;
  readonly target: Column | undefined;
  readonly actual: Column | undefined;
  /** Scores, or the actuals that stand for them. */
  readonly score: Column | undefined;
  readonly scored: Column | undefined;
  readonly weighted: Column | undefined;
  readonly evidence: Column | undefined;
  readonly isAttainment: boolean;
}

const isWhole = (sum: number): boolean => [1, 100].some((whole) => Math.abs(sum - whole) <= whole * 0.005);

/** People by what they are rated on and how much it weighs, where most of them have a whole of their own; else nothing. */
function plansOf(grid: Grid, people: People, criterion: Column, weight: Column): readonly People[] {
  const plans = new Map<string, Map<string, readonly number[]>>();
  let wholes = 0;
  for (const [who, rows] of people) {
    const lines = rows.map(
      (row) => [grid.text(row, criterion.column), cellNumber(grid.at(row, weight.column))] as const,
    );
    if (isWhole(lines.reduce((sum, [, value]) => sum + (value ?? 0), 0))) wholes += 1;
    const key = JSON.stringify([...lines].sort(([a], [b]) => (a < b ? -1 : 1)));
    const plan = plans.get(key) ?? new Map<string, readonly number[]>();
    plans.set(key, plan.set(who, rows));
  }
  return wholes * 2 > people.size ? [...plans.values()] : [];
}

/** Rows that follow one another as one range. */
function ranges(column: number, rows: readonly number[]): ReturnType<typeof columnRects> {
  const starts = rows.filter((row, i) => i === 0 || rows[i - 1] !== row - 1);
  return starts.flatMap((start, i) =>
    columnRects(
      column,
      rows.filter((row) => row >= start && row < (starts[i + 1] ?? Infinity)),
    ),
  );
}

/** A long table for some of its people. */
function longPart(grid: Grid, people: People, columns: LongColumns): Understood {
  const { person, criterion, weight, target, actual, score, isAttainment } = columns;
  const rows = [...people.values()].flat().sort((a, b) => a - b);
  const nameAt = (row: number): string =>
    criterion === undefined ? ((actual ?? score)?.header ?? "") : grid.text(row, criterion.column);
  const criteria = new Map<string, number>();
  for (const row of rows) if (!criteria.has(nameAt(row))) criteria.set(nameAt(row), row);
  const items = [...criteria].map(([name, row]): Item => {
    const raw = weight === undefined ? "" : grid.at(row, weight.column);
    return {
      name,
      cell: { row, column: criterion?.column ?? score?.column ?? 0 },
      group: "",
      weight: { value: cellNumber(raw), raw, cell: weight === undefined ? null : { row, column: weight.column } },
      lower: false,
    };
  });
  const subjects = [...people].map(([label, own]): Subject => {
    const rowOf = new Map<string, number>();
    for (const row of own) if (!rowOf.has(nameAt(row))) rowOf.set(nameAt(row), row);
    const at = (column: Column | undefined) =>
      items.map(({ name }) => {
        const row = rowOf.get(name);
        return row === undefined || column === undefined ? null : { row, column: column.column };
      });
    return {
      label,
      cell: { row: own[0] ?? 0, column: person.column },
      scores: at(score),
      targets: isAttainment ? at(target) : [],
      total: null,
      rank: null,
    };
  });
  const roles: Partial<Record<BlockRole, ReturnType<typeof columnRects>>> = {};
  for (const [role, column] of [
    ["person", person],
    ["criterion", criterion],
    ["weight", weight],
    ["target", target],
    ["actual", actual],
    ["score", columns.scored],
    ["weighted", columns.weighted],
    ["evidence", columns.evidence],
  ] as const)
    if (column !== undefined) roles[role] = ranges(column.column, rows);
  const refusal =
    rows.length === 0 ? "noPeople" : score === undefined ? "noScores" : weight === undefined ? "noWeights" : null;
  return {
    layout: "long",
    items,
    subjects,
    roles,
    sure: { person: person.sure },
    weightHeader: weight?.header ?? "",
    scoreKind: isAttainment ? "attainment" : "score",
    refusal,
  };
}

/** A square of comparisons: the same names down and across. Null for any other block. */
export function readPairwise(grid: Grid, region: Region): Understood | null {
  const header = region.headerRows.at(-1) ?? region.top;
  const square = squareUnder(grid, header, region.columns[0] ?? region.left, region.columns.at(-1) ?? region.right);
  if (square === null) return null;
  const { label, names } = square;
  const start = header + 1;
  const items = names.map((column, i): Item => ({
    name: grid.text(header, column),
    cell: { row: start + i, column: label },
    group: "",
    weight: { value: null, raw: "", cell: null },
    lower: false,
  }));
  const roles = {
    criterion: columnRects(
      label,
      names.map((_, i) => start + i),
    ),
    score: rowRects(start, names.length, names),
  };
  return {
    layout: "pairwise",
    items,
    subjects: [],
    roles,
    sure: { criterion: 1 },
    weightHeader: "",
    scoreKind: "score",
    refusal: "pairwise",
  };
}
