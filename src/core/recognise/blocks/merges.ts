/** Merged areas by the cell that they cover: forms have thousands of them, and are asked for cell by cell. */
import type { Rect } from "../../model/a1";
import type { SnapshotSheet } from "../snapshot";

/** Taller areas stand in a list of their own: an entry a row would cost more than looking through it. */
const TALL = 200;

interface Index {
  /** Row → areas over it, by their place in the sheet's list. */
  readonly byRow: ReadonlyMap<number, readonly number[]>;
  readonly tall: readonly number[];
}
const indexes = new WeakMap<readonly Rect[], Index>();

function indexOf(merges: readonly Rect[]): Index {
  const known = indexes.get(merges);
  if (known !== undefined) return known;
  const byRow = new Map<number, number[]>();
  const tall: number[] = [];
  merges.forEach(({ row, rows }, place) => {
    if (rows > TALL) tall.push(place);
    else
      for (let at = row; at < row + rows; at += 1) {
        const own = byRow.get(at);
        if (own === undefined) byRow.set(at, [place]);
        else own.push(place);
      }
  });
  const made = { byRow, tall };
  indexes.set(merges, made);
  return made;
}

/** The merged area over a cell; of several, which only a damaged file has, the first one. */
export function mergeAt({ merges }: Pick<SnapshotSheet, "merges">, row: number, column: number): Rect | undefined {
  if (merges.length === 0) return undefined;
  const { byRow, tall } = indexOf(merges);
  const covers = (place: number): boolean => {
    const rect = merges[place];
    return (
      rect !== undefined &&
      row >= rect.row &&
      row < rect.row + rect.rows &&
      column >= rect.column &&
      column < rect.column + rect.columns
    );
  };
  const short = byRow.get(row)?.find(covers) ?? Infinity;
  const first = Math.min(short, tall.find(covers) ?? Infinity);
  return merges[first];
}
