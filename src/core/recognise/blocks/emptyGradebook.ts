/** Gradebooks that nobody has filled in yet: names, and columns for tests that are empty from top to bottom. */
import type { Grid } from "../grid";
import { plays, type Column } from "./columns";
import type { Sorted } from "./matrixColumns";
import { isNoteText, isSummaryText } from "./matrixRows";
import { isWeightLabel } from "./matrixWeights";
import type { Region } from "./regions";

const TESTS =
  /^(mp|hw|lab|quiz|test|exam|mid ?term|mid|final|project|homework|assignment|essay|presentation|parcial|examen|tarea|prova|trabalho|klausur|test|devoir|uts|uas|tugas|kuis|bài tập|giữa kỳ|cuối kỳ)\b[ ._#-]*\d*|^(mp|hw|lab|quiz|test|exam)\d+$|期中|期末|平时|作业|实验|测验/i;
const LEAST_TESTS = 2;

/**
 * The columns right of the names that wait for scores, with those that have them already; none where they are not named like
 * tests, or where several are filled.
 */
export function waitingColumns(columns: readonly Column[], label: Column, { scores }: Sorted): readonly Column[] {
  const isTest = ({ header }: Column): boolean => TESTS.test(header.trim());
  if (scores.length > 1 || !scores.every(isTest)) return [];
  const empty = columns.filter(
    (c) =>
      c.column > label.column &&
      c.header !== "" &&
      c.numbers + c.texts === 0 &&
      (isTest(c) || !plays(c, "total")) &&
      !(["evidence", "rank", "band", "id", "department"] as const).some((role) => plays(c, role)),
  );
  if (empty.filter(isTest).length < LEAST_TESTS - scores.length) return [];
  return [...scores, ...empty].sort((a, b) => a.column - b.column);
}

/** Everybody who is named. */
export function namedRows(grid: Grid, region: Region, label: Column): readonly number[] {
  const first = (region.headerRows.at(-1) ?? region.top) + 1;
  return Array.from({ length: Math.max(0, region.bottom - first + 1) }, (_, i) => first + i).filter((row) => {
    const text = grid.text(row, label.column);
    return text !== "" && !isSummaryText(text) && !isNoteText(text) && !isWeightLabel(text);
  });
}
