/** Blocks with people or alternatives in rows and criteria across. */
import type { Rect } from "../../model/a1";
import type { Grid } from "../grid";
import type { SnapshotSheet } from "../snapshot";
import { holdsScores, isNumeric, isSummaryLabel, isTextual, plays, type Column } from "./columns";
import { factsOf, type CellRef } from "./formulaFacts";
import { says } from "./lexicon";
import type { BlockRole, Item, ItemWeight, Understood } from "./model";
import { cellNumber, weightInText } from "./numbers";
import type { Region } from "./regions";
import { columnRects, rowRects } from "./rects";

interface Weights {
  readonly row: number | null;
  readonly header: string;
  readonly of: (column: Column) => ItemWeight;
  readonly cells: readonly Rect[];
}
const ROWS_AROUND = 4;
const DIRECTION = /^([+\-−–]|benefit|cost|max|min|↑|↓|越大越好|越小越好|正向|负向|keuntungan|biaya)$/i;
const LOWER = /^([-−–]|cost|min|↓|越小越好|负向|biaya)$/i;

/** Label of a row: the first text left of the scores. */
function labelOf(grid: Grid, row: number, left: number, first: number): string {
  for (let column = left; column < first; column += 1) {
    const text = grid.text(row, column);
    if (text !== "" && cellNumber(text) === null) return text;
  }
  return "";
}

const weightLabel = (text: string): boolean => says(text, "weight") || says(text, "maximum", 0.8);

/** Weight row: named above, under or below; without a name only directly beside the header, with a sum of 1 or 100. */
function weightRow(
  grid: Grid,
  region: Region,
  scores: readonly Column[],
  label: Column,
): { row: number; header: string } | null {
  const header = region.headerRows.at(-1) ?? region.top;
  const [left, first] = [grid.left, scores[0]?.column ?? 0];
  const numbers = (row: number): number[] => scores.flatMap(({ column }) => cellNumber(grid.at(row, column)) ?? []);
  const rows: number[] = [];
  for (
    let row = Math.max(grid.top, region.top - ROWS_AROUND);
    row <= Math.min(grid.bottom, region.bottom + ROWS_AROUND);
    row += 1
  )
    if (!region.headerRows.includes(row) && numbers(row).length >= Math.min(2, scores.length)) rows.push(row);
  const named = rows.filter((row) => weightLabel(labelOf(grid, row, left, first)));
  const [row] = named.sort((a, b) => Math.abs(a - header) - Math.abs(b - header));
  if (row !== undefined) return { row, header: labelOf(grid, row, left, first) };
  const silent = rows.find((candidate) => {
    if (Math.abs(candidate - header) > 1 + region.headerRows.length || !grid.blank(candidate, label.column))
      return false;
    const sum = numbers(candidate).reduce((all, value) => all + value, 0);
    return numbers(candidate).length === scores.length && (Math.abs(sum - 1) < 0.006 || Math.abs(sum - 100) < 0.6);
  });
  return silent === undefined ? null : { row: silent, header: "" };
}

/** Weights that the rows' own formulas multiply with: cells outside the row, or constants. */
function formulaWeights(
  grid: Grid,
  rows: readonly number[],
  columns: readonly Column[],
  scores: readonly Column[],
): Map<number, ItemWeight> {
  const found = new Map<number, ItemWeight>();
  const isScore = (cell: CellRef, row: number): boolean =>
    cell.row === row && scores.some(({ column }) => column === cell.column);
  for (const row of rows.slice(0, 3)) {
    for (const { column } of columns) {
      const formula = grid.formula(row, column);
      if (formula === "") continue;
      const { products, scaled } = factsOf(formula);
      for (const [a, b] of products) {
        const [score, weight] = isScore(a, row) ? [a, b] : [b, a];
        if (!isScore(score, row) || isScore(weight, row) || weight.row === row) continue;
        const raw = grid.at(weight.row, weight.column);
        found.set(score.column, { value: cellNumber(raw), raw, cell: weight });
      }
      for (const { cell, by } of scaled)
        if (isScore(cell, row)) found.set(cell.column, { value: by, raw: by, cell: null });
    }
    if (found.size >= 2) return found;
  }
  return found;
}

function weightsOf(
  grid: Grid,
  region: Region,
  rows: readonly number[],
  columns: readonly Column[],
  scores: readonly Column[],
  label: Column,
): Weights {
  const none: ItemWeight = { value: null, raw: "", cell: null };
  const row = weightRow(grid, region, scores, label);
  const at = (r: number, c: number): ItemWeight => ({
    value: cellNumber(grid.at(r, c)),
    raw: grid.at(r, c),
    cell: { row: r, column: c },
  });
  if (row !== null)
    return {
      ...row,
      of: ({ column }) => at(row.row, column),
      cells: rowRects(
        row.row,
        1,
        scores.map(({ column }) => column),
      ),
    };
  const inHeaders = scores.filter(({ header }) => weightInText(header) !== null);
  if (inHeaders.length >= 2) {
    const of = (column: Column): ItemWeight => {
      const said = weightInText(column.header);
      const raw = said === null ? "" : said.percent ? `${said.value}%` : said.value;
      return { value: said?.value ?? null, raw, cell: { row: column.headerRow, column: column.column } };
    };
    return {
      row: null,
      header: "",
      of,
      cells: rowRects(
        inHeaders[0]?.headerRow ?? region.top,
        1,
        inHeaders.map(({ column }) => column),
      ),
    };
  }
  const byFormula = formulaWeights(grid, rows, columns, scores);
  if (byFormula.size < 2) return { row: null, header: "", of: () => none, cells: [] };
  const cells = [...byFormula.values()].flatMap(({ cell }) => cell ?? []);
  const rects = cells.map(({ row: r, column }) => ({ row: r, column, rows: 1, columns: 1 }));
  const [first] = cells;
  const down = cells.length > 1 && cells.every(({ column }) => column === first?.column);
  const box = down
    ? columnRects(
        first?.column ?? 0,
        cells.map((cell) => cell.row),
      )
    : rowRects(
        first?.row ?? 0,
        1,
        cells.map(({ column }) => column),
      );
  return {
    row: null,
    header: "",
    of: ({ column }) => byFormula.get(column) ?? none,
    cells: cells.length > 1 ? box : rects,
  };
}

/** Direction rows ("+", "COST") tell which criteria are the less the better. */
function directionRow(grid: Grid, region: Region, scores: readonly Column[]): number | null {
  for (let row = Math.max(grid.top, region.top - 3); row <= region.bottom; row += 1)
    if (scores.length > 0 && scores.every(({ column }) => DIRECTION.test(grid.text(row, column)))) return row;
  return null;
}

function subjectRows(
  grid: Grid,
  region: Region,
  label: Column,
  scores: readonly Column[],
  weight: number | null,
): number[] {
  const rows: number[] = [];
  for (let row = (region.headerRows.at(-1) ?? region.top) + 1; row <= region.bottom; row += 1) {
    const text = grid.text(row, label.column);
    if (
      row === weight ||
      text === "" ||
      isSummaryLabel(text) ||
      weightLabel(text) ||
      says(text, "direction", 1) ||
      says(text, "scale", 1)
    )
      continue;
    const left = labelOf(grid, row, grid.left, label.column);
    if (left !== "" && (isSummaryLabel(left) || weightLabel(left))) continue;
    const filled = scores.filter(({ column }) => !grid.blank(row, column)).length;
    // A name alone is a person still to be scored when others stand under it; a long sentence is a footnote.
    if (filled === 0 && (text.length > 40 || row === region.bottom)) continue;
    if (scores.every(({ column }) => DIRECTION.test(grid.text(row, column)))) continue;
    rows.push(row);
  }
  return rows;
}

/** The column a RANK formula ranks is the total, whatever its header says. */
function rankedColumn(grid: Grid, rows: readonly number[], columns: readonly Column[]): number | null {
  for (const row of rows.slice(0, 2))
    for (const { column } of columns) {
      const { functions, references } = factsOf(grid.formula(row, column));
      if (functions.some((name) => name.startsWith("RANK"))) return references[0]?.column ?? null;
    }
  return null;
}

/** Reads a block as a matrix; `label` is the column of people or alternatives. */
export function readMatrix(
  grid: Grid,
  _sheet: SnapshotSheet,
  region: Region,
  columns: readonly Column[],
  label: Column,
): Understood {
  const right = columns.filter(({ column }) => column > label.column);
  const body = Array.from(
    { length: Math.min(4, region.bottom - region.top) },
    (_, i) => (region.headerRows.at(-1) ?? region.top) + 1 + i,
  );
  const ranked = rankedColumn(grid, body, columns);
  const isSummed = ({ column }: Column): boolean =>
    body.some((row) => {
      const { functions, references } = factsOf(grid.formula(row, column));
      return (
        functions.some((name) => /^(SUM|AVERAGE|SUMPRODUCT)$/.test(name)) &&
        references.some((rect) => rect.columns >= 2 && rect.row === row)
      );
    });
  const scores = right.filter(
    (c) =>
      holdsScores(c) &&
      c.column !== ranked &&
      !isSummed(c) &&
      !(plays(c, "score") && c.sure === 1 && c === right.at(-1)),
  );
  const silent = weightRow(grid, region, scores, label);
  const wanted = right.filter(
    (c) =>
      scores.includes(c) ||
      (silent !== null &&
        c.numbers + c.texts === 0 &&
        !isNumeric(c) &&
        cellNumber(grid.at(silent.row, c.column)) !== null &&
        holdsNothingElse(c)),
  );
  const rows = subjectRows(grid, region, label, wanted, silent?.row ?? null);
  const weights = weightsOf(grid, region, rows, columns, wanted, label);
  const used = weights.row === null ? wanted : amongWeighted(grid, weights.row, wanted);
  const total =
    right.find(({ column }) => column === ranked) ??
    [...right].reverse().find((c) => plays(c, "total") && isNumeric(c)) ??
    right.find(
      (c) => !used.includes(c) && (isSummed(c) || ((plays(c, "weighted") || plays(c, "score")) && isNumeric(c))),
    );
  const rank = right.find((c) => plays(c, "rank") && isNumeric(c) && c !== total);
  const minus = directionRow(grid, region, used);
  const items = used.map((c): Item => {
    const weight = weights.of(c);
    const isLower = (minus !== null && LOWER.test(grid.text(minus, c.column))) || (weight.value ?? 0) < 0;
    return { name: c.header, cell: { row: c.headerRow, column: c.column }, group: c.parent, weight, lower: isLower };
  });
  const subjects = rows.map((row) => ({
    label: grid.text(row, label.column),
    cell: { row, column: label.column },
    scores: used.map(({ column }) => ({ row, column })),
    targets: [],
    total: total === undefined ? null : { row, column: total.column },
    rank: rank === undefined ? null : { row, column: rank.column },
  }));
  const other = (role: "id" | "department" | "band" | "evidence" | "rater"): Column | undefined =>
    columns.find((c) => c !== label && plays(c, role) && c !== total && c !== rank && !used.includes(c));
  const named: [BlockRole, Column | undefined][] = [
    ["person", label],
    ["id", other("id")],
    ["group", other("department")],
    ["total", total],
    ["rank", rank],
    ["band", other("band")],
    ["evidence", other("evidence")],
    ["rater", other("rater")],
  ];
  const roles: Partial<Record<BlockRole, readonly Rect[]>> = {
    criterion: rowRects(
      used[0]?.headerRow ?? region.top,
      1,
      used.map(({ column }) => column),
    ),
    ...(weights.cells.length === 0
      ? {}
      : {
          weight:
            weights.row === null
              ? weights.cells
              : rowRects(
                  weights.row,
                  1,
                  used.map(({ column }) => column),
                ),
        }),
  };
  const sure: Partial<Record<BlockRole, number>> = { criterion: 0.8, weight: weights.header === "" ? 0.6 : 1 };
  for (const [role, column] of named)
    if (column !== undefined && rows.length > 0)
      [roles[role], sure[role]] = [columnRects(column.column, rows), Math.max(0.5, column.sure)];
  const [top, bottom] = [rows[0] ?? 0, rows.at(-1) ?? 0];
  roles.score = rowRects(
    top,
    bottom - top + 1,
    used.map(({ column }) => column),
  );
  const hasWeights = items.some(({ weight }) => weight.value !== null);
  const hasScores = subjects.some(({ scores: cells }) =>
    cells.some((cell) => cellNumber(grid.at(cell.row, cell.column)) !== null),
  );
  const refusal =
    rows.length === 0
      ? "noPeople"
      : used.length === 0
        ? "noCriteria"
        : !hasScores
          ? "noScores"
          : hasWeights
            ? null
            : "noWeights";
  return { layout: "matrix", items, subjects, roles, sure, weightHeader: weights.header, scoreKind: "score", refusal };
}

const holdsNothingElse = (column: Column): boolean => holdsScores({ ...column, numbers: 1 }) && !isTextual(column);

/** Numbers left of the first weight (age, years of service) are no criteria; one right of the last may lack its weight. */
function amongWeighted(grid: Grid, row: number, columns: readonly Column[]): readonly Column[] {
  const weighted = columns.filter(({ column }) => cellNumber(grid.at(row, column)) !== null);
  const [first, last] = [weighted[0]?.column ?? 0, weighted.at(-1)?.column ?? 0];
  return columns.filter(({ column }) => column >= first && column <= last + 1);
}
