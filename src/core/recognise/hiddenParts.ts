/** Hidden rows and columns inside what is scored: they count, and whoever reads the result should know. */
import { rectAddress, type Rect } from "../model/a1";
import type { Message } from "../model/message";
import type { SnapshotSheet } from "./snapshot";

const within = (hidden: readonly number[], spans: readonly (readonly [first: number, count: number])[]): number =>
  hidden.filter((at) => spans.some(([first, count]) => at >= first && at < first + count)).length;

/** Rows of the rectangles that are hidden or filtered out. */
export function hiddenRowsIn({ hiddenRows }: SnapshotSheet, rects: readonly Rect[]): Message[] {
  const count = within(
    hiddenRows,
    rects.map(({ row, rows }) => [row, rows]),
  );
  return count > 0 ? [{ key: "checks.assumed.hiddenRows", params: { count } }] : [];
}

/** Cells far away that were not looked at. */
export const cutIn = ({ isCut, used }: SnapshotSheet): Message[] =>
  isCut === true && used !== null ? [{ key: "checks.assumed.cut", params: { cell: rectAddress(used) } }] : [];

/** The same for columns. */
export function hiddenColumnsIn({ hiddenColumns }: SnapshotSheet, rects: readonly Rect[]): Message[] {
  const count = within(
    hiddenColumns,
    rects.map(({ column, columns }) => [column, columns]),
  );
  return count > 0 ? [{ key: "checks.assumed.hiddenColumns", params: { count } }] : [];
}
