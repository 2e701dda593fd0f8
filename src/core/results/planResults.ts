/**
 * Results of a sheet of the user as cells to write: a column of totals and one of ranks beside the data, or a sheet of their
 * own; as live formulas where the sheet's layout allows it, else as values. Nothing is planned over a cell that holds anything.
 */
import type { Assessment, BlockJudgement } from "../assessment";
import type { CellContent } from "../blueprint/types";
import { formOfUnit, placeFormula, rowTotalFormula, type RowTotal } from "../formulas/plainSheetFormulas";
import type { Rect } from "../model/a1";
import { Grid, isBlank } from "../recognise/grid";
import { besideCell, effectiveWeights, isPoints, isTakenOff, measureOf } from "../recognise/blocks/compute";
import type { BlockReading } from "../recognise/blocks/readBlocks";
import type { SnapshotSheet } from "../recognise/snapshot";
import type { PersonResult } from "../scoring/scoreCard";

/** Headers of the columns. */
export interface ResultWords {
  readonly name: string;
  readonly part: string;
  readonly sheet: string;
  readonly total: string;
  readonly rank: string;
  readonly band: string;
}
export interface ResultRow {
  /** Row on the sheet of the data. */
  readonly row: number;
  readonly result: PersonResult;
}
/** Two columns beside one block, header included. */
export interface BesideBlock {
  readonly rect: Rect;
  /** Row by row; null leaves a cell alone. */
  readonly cells: readonly (readonly CellContent[])[];
  /** What the cells must show. */
  readonly shown: readonly (readonly (number | string | null)[])[];
}
export type BesidePlan =
  | { readonly ok: true; readonly blocks: readonly BesideBlock[]; readonly live: boolean; readonly people: number }
  | { readonly ok: false; readonly reason: "columns" | "taken" | "own"; readonly rect: Rect };
export interface SheetPlan {
  /** Header first. */
  readonly cells: readonly (readonly CellContent[])[];
  readonly shown: readonly (readonly (number | string | null)[])[];
  readonly live: boolean;
  readonly people: number;
  /** Column of the totals; the ranks stand beside it. */
  readonly totalColumn: number;
}
export interface ResultOptions {
  readonly form: "formulas" | "values";
  readonly ranks: "competition" | "dense";
  readonly words: ResultWords;
}

/** Blocks with results, and each result with its row; subjects of one row each only. */
const computedBlocks = ({ blocks }: Assessment): readonly BlockJudgement[] =>
  blocks.filter(({ reading, results }) => reading.refusal === null && results.length > 0);

/**
 * How the totals of a block come out of its cells, by the place of whoever is rated; null where no formula of ours says it.
 * @param scale what they are multiplied with beside what the sheet's own unit asks for
 */
export function totalsOf(
  grid: Grid,
  reading: BlockReading,
  sheet: string | null,
  scale = 1,
): ((index: number) => RowTotal | null) | null {
  const { understood, weights } = reading;
  const { items, subjects, sections, scoreKind } = understood;
  const cells = items.flatMap(({ weight }) => (weight.cell === null || weight.shared === true ? [] : [weight.cell]));
  if (cells.length < items.length || reading.ticked === true) return null;
  if (sections !== undefined || scoreKind !== "score" || items.some((item) => isTakenOff(understood, item)))
    return null;
  if (weights.family === "none" || weights.family === "in-score") return null;
  if (items.some(({ weight }) => typeof weight.raw !== "number" || weight.raw < 0)) return null;
  const { unit, isUnweighted } = measureOf(grid, understood, weights.family);
  if (isUnweighted) return null;
  const sum = effectiveWeights(understood).reduce((all, weight) => all + weight, 0);
  const made = formOfUnit(unit, sum, isPoints(weights.family));
  const { form, factor } = { ...made, factor: scale * made.factor };
  return (index) => {
    const scores = subjects[index]?.scores ?? [];
    const pairs = cells.flatMap((weight, i) => {
      const score = scores[i];
      return score === null || score === undefined ? [] : [{ score, weight }];
    });
    const subject = subjects[index];
    const besides = (understood.besides ?? []).flatMap((beside) =>
      subject === undefined ? [] : [{ cell: besideCell(grid, beside, subject), sign: beside.sign, factor: scale }],
    );
    return pairs.length < cells.length ? null : { pairs, form, factor, sheet, besides };
  };
}

const rowsOf = ({ results }: BlockJudgement): readonly ResultRow[] =>
  results.map((result) => ({ row: result.cell.rect.row, result }));
const isOneRowEach = (block: BlockJudgement): boolean => {
  const rows = rowsOf(block).map(({ row }) => row);
  const isSame = block.reading.understood.subjects.every(({ scores, cell }) =>
    scores.every((score) => score === null || score.row === cell.row),
  );
  return isSame && new Set(rows).size === rows.length;
};

/** Total and rank of each row at two columns; formulas where wanted and possible for every row. */
function columnsAt(
  grid: Grid,
  block: BlockJudgement,
  at: {
    readonly column: number;
    readonly rowOf: (index: number, row: number) => number;
    readonly sheet: string | null;
  },
  options: ResultOptions,
): { readonly cells: CellContent[][]; readonly isLive: boolean } {
  const rows = rowsOf(block);
  const values = rows.map(({ result }): CellContent[] => [result.total ?? "", result.rank ?? ""]);
  const total = options.form === "formulas" ? totalsOf(grid, block.reading, at.sheet) : null;
  if (total === null) return { cells: values, isLive: false };
  const places = rows.map(({ row }, i) => at.rowOf(i, row));
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const totals = { row: first, column: at.column, rows: last - first + 1, columns: 1 };
  const cells = rows.map(({ row }, i): CellContent[] | null => {
    const parts = total(i);
    const formula = parts === null ? null : rowTotalFormula(parts);
    if (formula === null) return null;
    const place = { row: places[i] ?? row, column: at.column };
    return [{ formula }, { formula: placeFormula(place, totals, options.ranks) }];
  });
  const live = cells.flatMap((line) => (line === null ? [] : [line]));
  return live.length === rows.length ? { cells: live, isLive: true } : { cells: values, isLive: false };
}

const overlap = (a: Rect, b: Rect): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

/** Two columns right of each block, header in the row of its headers. */
export function planBeside(sheet: SnapshotSheet, assessment: Assessment, options: ResultOptions): BesidePlan {
  const grid = new Grid(sheet);
  const blocks: BesideBlock[] = [];
  let [isLive, people] = [true, 0];
  for (const block of computedBlocks(assessment)) {
    const { rect, headerRows, understood } = block.reading;
    const rows = rowsOf(block);
    if (!isOneRowEach(block)) return { ok: false, reason: "columns", rect };
    if (understood.subjects.some(({ total, rank }) => total !== null || rank !== null))
      return { ok: false, reason: "own", rect };
    const numbers = rows.map(({ row }) => row);
    const [top, bottom] = [Math.min(...numbers), Math.max(...numbers)];
    const headers = headerRows.filter((row) => row < top);
    const head = headers.at(-1) ?? top - 1;
    if (head < 0) return { ok: false, reason: "columns", rect };
    const area: Rect = { row: head, column: rect.column + rect.columns, rows: bottom - head + 1, columns: 2 };
    // People with plans of their own stand under one header: what is beside one would lie over what is beside the others.
    if (blocks.some((other) => overlap(other.rect, area))) return { ok: false, reason: "columns", rect };
    for (let row = area.row; row < area.row + area.rows; row += 1)
      for (let column = area.column; column < area.column + area.columns; column += 1)
        if (!isBlank(grid.at(row, column)) || grid.formula(row, column) !== "")
          return { ok: false, reason: "taken", rect: { row, column, rows: 1, columns: 1 } };
    const made = columnsAt(grid, block, { column: area.column, rowOf: (_, row) => row, sheet: null }, options);
    const cells = Array.from({ length: area.rows }, (): CellContent[] => [null, null]);
    const shown = Array.from({ length: area.rows }, (): (number | string | null)[] => [null, null]);
    cells[0] = [options.words.total, options.words.rank];
    for (const [i, { row, result }] of rows.entries()) {
      cells[row - head] = made.cells[i] ?? [null, null];
      shown[row - head] = [result.total ?? "", result.rank ?? ""];
    }
    blocks.push({ rect: area, cells, shown });
    isLive &&= made.isLive;
    people += rows.length;
  }
  return { ok: true, blocks, live: isLive, people };
}

/** Everybody with total, rank and band for a sheet of its own; values best first, formulas in the order of the data. */
export function planSheet(
  sheet: SnapshotSheet,
  assessment: Assessment,
  at: { readonly row: number },
  options: ResultOptions,
): SheetPlan {
  const grid = new Grid(sheet);
  const blocks = computedBlocks(assessment);
  const { words } = options;
  const isParted = blocks.length > 1;
  const totalColumn = isParted ? 2 : 1;
  const made = blocks.map((block) => ({ block, rows: rowsOf(block) }));
  const starts = made.map((_, i) => made.slice(0, i).reduce((sum, { rows }) => sum + rows.length, at.row + 1));
  const filled = made.map(({ block }, i) =>
    columnsAt(
      grid,
      block,
      { column: totalColumn, rowOf: (index) => (starts[i] ?? 0) + index, sheet: sheet.name },
      options,
    ),
  );
  const live = filled.length > 0 && filled.every(({ isLive }) => isLive);
  const lines = made.flatMap(({ rows }, i) =>
    rows.map(({ result }, j) => ({
      result,
      cells: live
        ? (filled[i]?.cells[j] ?? ["", ""])
        : ([result.total ?? "", result.rank ?? ""] satisfies CellContent[]),
    })),
  );
  const sorted = live
    ? lines
    : [...lines].sort((a, b) => (a.result.rank ?? Infinity) - (b.result.rank ?? Infinity) || 0);
  const people = assessment.results.length;
  const band = ({ band: own }: PersonResult): string => (live ? "" : (own ?? ""));
  const hasBand = sorted.some(({ result }) => band(result) !== "");
  const head = [
    words.name,
    ...(isParted ? [words.part] : []),
    words.total,
    words.rank,
    ...(hasBand ? [words.band] : []),
  ];
  return {
    cells: [
      head,
      ...sorted.map(({ result, cells }) => [
        result.name,
        ...(isParted ? [result.plan] : []),
        ...cells,
        ...(hasBand ? [band(result)] : []),
      ]),
    ],
    shown: sorted.map(({ result }) => [result.total ?? "", result.rank ?? ""]),
    live,
    people,
    totalColumn,
  };
}
