/** Weights, weighted values, totals and ranks of a block that show an error (#REF!): the cause is named, and not what follows from it. */
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

/** Cells of a block that may show an error, causes before what is made of them. */
function namedCells({ layout, items, subjects, roles }: Understood): readonly Named[] {
  const weights = items.flatMap(({ name, weight: { cell } }): Named[] =>
    cell === null ? [] : [{ kind: "weight", name, at: cell }],
  );
  const weighted = (roles.weighted ?? []).flatMap(({ row, rows, column, columns }): Named[] =>
    Array.from({ length: rows * columns }, (_, i): Named => {
      const at = { row: row + Math.floor(i / columns), column: column + (i % columns) };
      const isOf = layout === "matrix" ? subjects : items;
      return { kind: "weighted", name: nameAt(isOf, at.row), at };
    }),
  );
  const ofSubjects = (kind: "total" | "rank"): readonly Named[] =>
    subjects.flatMap((subject) => {
      const at = subject[kind];
      return at === null ? [] : [{ kind, name: subject.label, at }];
    });
  return [...weights, ...weighted, ...ofSubjects("total"), ...ofSubjects("rank")];
}

type Located = { readonly cell: CellRef } & ({ readonly name: string } | { readonly label: string });
function nameAt(located: readonly Located[], row: number): string {
  const found = located.find(({ cell }) => cell.row === row);
  if (found === undefined) return "";
  return "name" in found ? found.name : found.label;
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
  const named = [
    ...namedCells(understood),
    ...(sum === null ? [] : [{ kind: "sum" as const, name: understood.subjects[0]?.label ?? "", at: sum }]),
  ];
  const scores = understood.subjects.flatMap((subject) => subject.scores.flatMap((cell) => cell ?? []));
  const broken = named.filter(({ at }) => errorIn(grid, at) !== null);
  if (broken.length === 0) return [];
  const keys = new Set(
    [...broken.map(({ at }) => at), ...scores.filter((at) => errorIn(grid, at) !== null)].map(keyOf),
  );
  return broken.flatMap(({ kind, name, at }): BrokenCell[] => {
    const error = errorIn(grid, at) ?? "";
    if (isFollowing(grid, at, keys)) return [];
    return [{ kind, name, plan, error, cell: cellAt(sheet, at.row, at.column) }];
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
