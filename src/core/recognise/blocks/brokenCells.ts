/** Weights, weighted values, totals and ranks of a block that show an error (#REF!): the cause is named, and not what follows from it. */
import type { Rect } from "../../model/a1";
import { cellAt, type BrokenCell } from "../../model/scorecard";
import type { Grid } from "../grid";
import { factsOf, type CellRef } from "./formulaFacts";
import type { Understood } from "./model";
import type { BlockReading } from "./readBlocks";

/** The error that a cell shows; null for none. */
export function errorIn(grid: Grid, { row, column }: CellRef): string | null {
  const value = grid.at(row, column);
  return typeof value === "object" ? value.error : null;
}

/** How many cells of a formula are asked. */
const MOST_ASKED = 400;

/** Whether a formula takes an error from cells of the block that are named themselves. */
function isFollowing(grid: Grid, { row, column }: CellRef, named: ReadonlySet<string>): boolean {
  const { references } = factsOf(grid.formulaInCells(row, column));
  return references.some((rect) => {
    if (rect.rows * rect.columns > MOST_ASKED) return false;
    for (let r = rect.row; r < rect.row + rect.rows; r += 1)
      for (let c = rect.column; c < rect.column + rect.columns; c += 1)
        if ((r !== row || c !== column) && named.has(keyOf({ row: r, column: c }))) return true;
    return false;
  });
}

const keyOf = ({ row, column }: CellRef): string => `${String(row)},${String(column)}`;

type Named = Pick<BrokenCell, "kind" | "name"> & { readonly at: CellRef };

/** Cells of a rectangle that show an error; large sheets have hardly any, and no object is made for the others. */
function errorsIn(grid: Grid, { row, rows, column, columns }: Rect): readonly CellRef[] {
  const found: CellRef[] = [];
  for (let r = row; r < row + rows; r += 1)
    for (let c = column; c < column + columns; c += 1)
      if (typeof grid.at(r, c) === "object") found.push({ row: r, column: c });
  return found;
}

/** Cells of a block that show an error, causes before what is made of them. */
function errorCells(grid: Grid, { layout, items, subjects, roles }: Understood): readonly Named[] {
  const weights = items.flatMap(({ name, weight: { cell } }): Named[] =>
    cell === null || errorIn(grid, cell) === null ? [] : [{ kind: "weight", name, at: cell }],
  );
  const nameOf = (row: number): string =>
    layout === "matrix"
      ? (subjects.find(({ cell }) => cell.row === row)?.label ?? "")
      : (items.find(({ cell }) => cell.row === row)?.name ?? "");
  const weighted = (roles.weighted ?? []).flatMap((rect) =>
    errorsIn(grid, rect).map((at): Named => ({ kind: "weighted", name: nameOf(at.row), at })),
  );
  const ofSubjects = (kind: "total" | "rank"): readonly Named[] => {
    // Of thousands of people nobody is asked for a cell that there is no column of.
    if (roles[kind] === undefined) return [];
    return subjects.flatMap((subject) => {
      const at = subject[kind];
      return at === null || errorIn(grid, at) === null ? [] : [{ kind, name: subject.label, at }];
    });
  };
  return [...weights, ...weighted, ...ofSubjects("total"), ...ofSubjects("rank")];
}

/** What the full marks or weights come to, in the row of a total. */
function sumOfWeights({ items, subjects }: Understood): CellRef | null {
  const column = items[0]?.weight.cell?.column;
  const row = subjects[0]?.total?.row;
  const isDown = items.length > 1 && items.every(({ weight: { cell } }) => cell?.column === column);
  return column === undefined || row === undefined || !isDown ? null : { row, column };
}

/** Cells of a block that show an error of their own, in the order of causes. */
export function brokenCells(grid: Grid, { understood, name: plan, sheet }: BlockReading): readonly BrokenCell[] {
  const sum = sumOfWeights(understood);
  const broken: readonly Named[] = [
    ...errorCells(grid, understood),
    ...(sum === null || errorIn(grid, sum) === null ? [] : [{ kind: "sum" as const, name: "", at: sum }]),
  ];
  if (broken.length === 0) return [];
  const scores = understood.subjects.flatMap((subject) =>
    subject.scores.flatMap((cell) => (cell === null || errorIn(grid, cell) === null ? [] : cell)),
  );
  const keys = new Set([...broken.map(({ at }) => at), ...scores].map(keyOf));
  const causes = broken.filter(({ at }) => !isFollowing(grid, at, keys));
  // Cells that take their errors from one another have no cause among them.
  const named = causes.length > 0 || scores.length > 0 ? causes : broken.slice(0, 1);
  return named.map(({ kind, name, at }): BrokenCell => {
    const cell = cellAt(sheet, at.row, at.column);
    return { kind, name, plan, error: errorIn(grid, at) ?? "", cell };
  });
}

/** Whether weights, or what they come to, are errors: totals of the sheet cannot be held against ours then. */
export function areWeightsBroken(grid: Grid, understood: Understood): boolean {
  const sum = sumOfWeights(understood);
  return (
    understood.items.some(({ weight: { raw } }) => typeof raw === "object") ||
    (sum !== null && errorIn(grid, sum) !== null)
  );
}
