/** Blocks with people or alternatives in rows and criteria across. */
import type { Rect } from "../../model/a1";
import type { Grid } from "../grid";
import { holdsScores, isNumeric, isTextual, plays, type Column } from "./columns";
import { sectionsAddUp } from "./family";
import { factsOf } from "./formulaFacts";
import { isLowerBetter } from "./lexicon";
import { directionRow, subjectRows } from "./matrixRows";
import {
  besideWeights,
  findWeightRow,
  hasOwnWeight,
  headingWeights,
  matrixWeights,
  type MatrixWeights,
  type WeightRow,
} from "./matrixWeights";
import {
  MatrixRow,
  type BlockRole,
  type Item,
  type RefusalCode,
  type Section,
  type Subject,
  type Understood,
} from "./model";
import { cellNumber } from "./numbers";
import type { Region } from "./regions";
import { columnRects, rowRects } from "./rects";

/** The column a RANK formula ranks is the total, whatever its header says. */
function rankedColumn(grid: Grid, rows: readonly number[], columns: readonly Column[]): number | null {
  for (const row of rows.slice(0, 2))
    for (const { column } of columns) {
      const { functions, references } = factsOf(grid.formula(row, column));
      if (functions.some((name) => name.startsWith("RANK"))) return references[0]?.column ?? null;
    }
  return null;
}

/** What the formulas of a column make: of several cells of their row a total, of one a weighted score. */
function madeBy(grid: Grid, rows: readonly number[], { column }: Column): "total" | "weighted" | "rank" | null {
  for (const row of rows) {
    const formula = grid.formula(row, column);
    if (formula === "") continue;
    const { functions, references, products, scaled } = factsOf(formula);
    if (functions.some((name) => /^(RANK|COUNTIFS?)/.test(name))) return "rank";
    const own = references.filter((rect) => rect.row === row && rect.rows === 1 && rect.column !== column);
    const adds = functions.some((name) => /^(SUM|AVERAGE|SUMPRODUCT|MMULT)$/.test(name));
    if (adds && own.some((rect) => rect.columns >= 2)) return "total";
    if (own.length >= 2 && (products.length + scaled.length >= 2 || /[+]/.test(formula))) return "total";
    if (products.length + scaled.length === 1 && own.length === 1) return "weighted";
  }
  return null;
}

interface Sorted {
  readonly scores: readonly Column[];
  readonly total: Column | undefined;
  readonly rank: Column | undefined;
  readonly weighted: readonly Column[];
}

/** A column with a weight of its own holds scores whatever it is called; the others go by words, values and formulas. */
function sortColumns(
  grid: Grid,
  columns: readonly Column[],
  label: Column,
  weightRow: WeightRow | null,
  body: readonly number[],
): Sorted {
  const right = columns.filter(({ column }) => column > label.column);
  const made = new Map(right.map((column) => [column, madeBy(grid, body, column)]));
  const ranked = rankedColumn(grid, body, columns);
  const carrying =
    weightRow === null ? [] : right.filter((c) => hasOwnWeight(grid, weightRow, c, right) && c.column !== ranked);
  const weighed = carrying.filter((c) => made.get(c) === null || made.get(c) === "weighted");
  const isOpen = (c: Column): boolean =>
    made.get(c) === null &&
    c.column !== ranked &&
    !(plays(c, "score") && c.sure === 1 && c === right.at(-1) && right.length > 2);
  const plain = right.filter((c) => holdsScores(c) && isOpen(c));
  const scores =
    weightRow === null || weighed.length === 0
      ? plain
      : [
          ...weighed,
          ...besideWeights(
            grid,
            weightRow,
            weighed,
            plain.filter((c) => !weighed.includes(c)),
          ),
        ].sort((a, b) => a.column - b.column);
  const rest = right.filter((c) => !scores.includes(c));
  const total =
    rest.find(({ column }) => column === ranked) ??
    [...rest].reverse().find((c) => plays(c, "total") && isNumeric(c) && made.get(c) !== "rank") ??
    rest.find((c) => made.get(c) === "total") ??
    rest.find((c) => (plays(c, "score") || (plays(c, "weighted") && c === lastWeighted(rest))) && isNumeric(c));
  const rank =
    rest.find((c) => plays(c, "rank") && isNumeric(c) && c !== total) ??
    rest.find((c) => made.get(c) === "rank" && isNumeric(c) && c !== total);
  const weighted = rest.filter(
    (c) => c !== total && c !== rank && (made.get(c) === "weighted" || plays(c, "weighted")),
  );
  return { scores, total, rank, weighted };
}

/** A single column of weighted values is a total; of several each belongs to a criterion. */
function lastWeighted(columns: readonly Column[]): Column | undefined {
  const weighted = columns.filter((c) => plays(c, "weighted") && isNumeric(c));
  return weighted.length === 1 ? weighted[0] : undefined;
}

function itemsOf(grid: Grid, region: Region, scores: readonly Column[], weights: MatrixWeights): Item[] {
  const minus = directionRow(grid, region, scores);
  return scores.map((c): Item => {
    const weight = weights.of(c);
    // A minus in the formula takes off; a negative number among typed weights is a slip, which a check names.
    const lower =
      (minus !== null && isLowerBetter(grid.text(minus, c.column))) ||
      (weight.cell === null && (weight.value ?? 0) < 0);
    return { name: c.header, cell: { row: c.headerRow, column: c.column }, group: c.parent, weight, lower };
  });
}

/** Headings with weights: over items that make the whole each (two levels), or over items without weights (shared out). */
function withHeadings(
  items: readonly Item[],
  headings: readonly Section[] | null,
): { readonly items: readonly Item[]; readonly sections?: readonly Section[] } {
  if (headings === null) return { items };
  const weighed = items.filter(({ weight }) => weight.value !== null).length;
  if (weighed === items.length)
    return sectionsAddUp(items, 1) || sectionsAddUp(items, 100) ? { items, sections: headings } : { items };
  if (weighed > 0) return { items };
  return {
    items: items.map((item) => {
      const heading = headings.find(({ name }) => name === item.group);
      const sharing = items.filter(({ group }) => group === item.group).length;
      if (heading?.weight.value == null) return item;
      return { ...item, weight: { ...heading.weight, value: heading.weight.value / sharing, shared: true } };
    }),
  };
}

/** The name of a person, put together where it stands in two columns. */
function nameOf(grid: Grid, row: number, label: Column, further: readonly Column[]): string {
  if (further.length === 0) return grid.text(row, label.column);
  const parts = [label, ...further].sort((a, b) => a.column - b.column).map(({ column }) => grid.text(row, column));
  return parts.filter((part) => part !== "").join(" ");
}

const IN_PARTS =
  /^(first|last|middle|given|sur|family)\s*-?name|nachname|vorname|apellido|sobrenome|prenom|prénom|姓$|名$/i;

/** Columns that hold the other part of a name ("Last name", "First name"). */
const furtherNames = (columns: readonly Column[], label: Column): readonly Column[] =>
  IN_PARTS.test(label.header)
    ? columns.filter(
        (c) => c !== label && Math.abs(c.column - label.column) === 1 && IN_PARTS.test(c.header) && isTextual(c),
      )
    : [];

interface Roles {
  readonly roles: Understood["roles"];
  readonly sure: Understood["sure"];
}

function rolesOf(
  columns: readonly Column[],
  label: Column,
  sorted: Sorted,
  rows: readonly number[],
  weights: MatrixWeights,
  isNamed: boolean,
): Roles {
  const { scores, total, rank, weighted } = sorted;
  const taken = [label, total, rank, ...scores, ...weighted];
  const others = (role: "id" | "department" | "band" | "evidence" | "rater"): readonly Column[] =>
    columns.filter((c) => !taken.includes(c) && plays(c, role));
  const named: [BlockRole, readonly (Column | undefined)[]][] = [
    ["person", [label]],
    ["id", others("id").slice(0, 1)],
    ["group", others("department").filter(isTextual).slice(0, 1)],
    ["weighted", weighted],
    ["total", [total]],
    ["rank", [rank]],
    ["band", others("band").slice(0, 1)],
    ["evidence", others("evidence")],
    ["rater", others("rater").slice(0, 1)],
  ];
  const places = scores.map(({ column }) => column);
  const roles: Partial<Record<BlockRole, readonly Rect[]>> = {};
  const sure: Partial<Record<BlockRole, number>> = {};
  if (scores.length > 0) {
    roles.criterion = rowRects(scores[0]?.headerRow ?? 0, 1, places);
    sure.criterion = isNamed ? 1 : 0.8;
  }
  if (weights.cells.length > 0) [roles.weight, sure.weight] = [weights.cells, isNamed ? 1 : 0.6];
  if (rows.length === 0) return { roles, sure };
  const [top, bottom] = [rows[0] ?? 0, rows.at(-1) ?? 0];
  for (const [role, found] of named) {
    const used = found.flatMap((column) => column ?? []);
    if (used.length === 0) continue;
    roles[role] = used.flatMap(({ column }) => columnRects(column, rows));
    sure[role] = Math.max(0.5, ...used.map((column) => column.sure));
  }
  if (scores.length > 0) [roles.score, sure.score] = [rowRects(top, bottom - top + 1, places), isNamed ? 1 : 0.7];
  return { roles, sure };
}

/** Reads a block as a matrix; `label` is the column of people or alternatives. */
export function readMatrix(grid: Grid, region: Region, columns: readonly Column[], label: Column): Understood {
  const start = (region.headerRows.at(-1) ?? region.top) + 1;
  const body = Array.from({ length: Math.max(0, Math.min(5, region.bottom - start + 1)) }, (_, i) => start + i);
  const weightRow = findWeightRow(grid, region, label, columns);
  const sorted = sortColumns(grid, columns, label, weightRow, body);
  const { scores, total, rank } = sorted;
  const rows = subjectRows(grid, region, label, scores, weightRow?.row ?? null, columns);
  const weights = matrixWeights(grid, region, weightRow, rows, columns, scores);
  const read = itemsOf(grid, region, scores, weights);
  const headed = withHeadings(read, headingWeights(grid, region, weightRow, scores));
  const further = furtherNames(columns, label);
  const across = scores.map(({ column }) => column);
  const own = { total: total?.column ?? null, rank: rank?.column ?? null };
  const subjects = rows.map(
    (row): Subject => new MatrixRow(nameOf(grid, row, label, further), row, label.column, across, own),
  );
  const refusal = refusalOf(grid, rows, scores, headed.items);
  const { roles, sure } = rolesOf(columns, label, sorted, rows, weights, weights.header !== "");
  return {
    layout: "matrix",
    ...headed,
    subjects,
    roles,
    sure,
    weightHeader: weights.header,
    scoreKind: "score",
    refusal,
  };
}

/** Raw values of which some count down cannot be added while they are on scales far apart. */
const FAR_APART = 3;
function areMixed(grid: Grid, rows: readonly number[], scores: readonly Column[], items: readonly Item[]): boolean {
  const lower = items.filter((item) => item.lower && item.weight.cell !== null).length;
  if (lower === 0 || lower === items.length) return false;
  const tops = scores.map(({ column }) =>
    rows.reduce((most, row) => Math.max(most, Math.abs(cellNumber(grid.at(row, column)) ?? 0)), 0),
  );
  const used = tops.filter((top) => top > 0);
  return Math.max(...used) > Math.min(...used) * FAR_APART;
}

function refusalOf(
  grid: Grid,
  rows: readonly number[],
  scores: readonly Column[],
  items: readonly Item[],
): RefusalCode | null {
  if (rows.length === 0) return "noPeople";
  if (scores.length === 0) return "noCriteria";
  if (!rows.some((row) => scores.some(({ column }) => cellNumber(grid.at(row, column)) !== null))) return "noScores";
  if (items.every(({ weight }) => weight.value === null)) return "noWeights";
  return areMixed(grid, rows, scores, items) ? "mixedScales" : null;
}
