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
  const criteria = new Map<string, number>();
  const people = new Map<string, number[]>();
  let above = "";
  for (const row of rows) {
    const name = criterion === undefined ? ((actual ?? score)?.header ?? "") : grid.text(row, criterion.column);
    if (!criteria.has(name)) criteria.set(name, row);
    // A blank under a name, merged or not, means "as above".
    const who = grid.text(row, person.column) || above;
    above = who;
    people.set(who, [...(people.get(who) ?? []), row]);
  }
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
  const rowOf = (own: readonly number[], name: string): number | undefined =>
    criterion === undefined ? own[0] : own.find((row) => grid.text(row, criterion.column) === name);
  const subjects = [...people].map(([label, own]): Subject => {
    const at = (column: Column | undefined) =>
      items.map(({ name }) => {
        const row = rowOf(own, name);
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
  const evidence = columns.find((c) => plays(c, "evidence"));
  for (const [role, column] of [
    ["person", person],
    ["criterion", criterion],
    ["weight", weight],
    ["target", target],
    ["actual", actual],
    ["score", find("score")],
    ["weighted", find("weighted")],
    ["evidence", evidence],
  ] as const)
    if (column !== undefined) roles[role] = columnRects(column.column, rows);
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
