/** Blocks with people or alternatives in rows and criteria across. */
import type { Rect } from "../../model/a1";
import type { Grid } from "../grid";
import { bareMarks } from "./bareMarks";
import { capsWithin } from "./capped";
import { cappedColumns } from "./cappedSections";
import { isTextual, plays, type Column } from "./columns";
import { namedRows, waitingColumns } from "./emptyGradebook";
import { areFuzzy } from "./fuzzy";
import { isLowerBetter } from "./lexicon";
import { sortColumns, type Sorted } from "./matrixColumns";
import { directionRow, namesScores, spreadOverRows, subjectRows } from "./matrixRows";
import {
  findWeightRow,
  formulaWeights,
  fullMarksRow,
  headingWeights,
  matrixWeights,
  weighingColumn,
  type MatrixWeights,
  type WeightRow,
} from "./matrixWeights";
import {
  MatrixRow,
  type BlockRole,
  type Item,
  type ItemWeight,
  type RefusalCode,
  type Section,
  type Subject,
  type Understood,
} from "./model";
import { nestedTotal } from "./nestedTotals";
import { cellNumber, weightInText } from "./numbers";
import { areSharedOut, withoutLoneZeros } from "./plansOnly";
import type { Region } from "./regions";
import { multiplyPowers } from "./powers";
import { columnRects, rowRects } from "./rects";
import { weightsElsewhere } from "./shiftedWeights";
import { solvedWeights } from "./solvedWeights";
import { levelsOf, mostlyFit } from "./twoLevels";
import {
  fullMarksBeside,
  weightsBeside,
  weightsBetween,
  weightsOfRows,
  weightsOverPairs,
  type OwnWeights,
} from "./weightsBetween";

function itemsOf(grid: Grid, region: Region, scores: readonly Column[], weights: MatrixWeights): Item[] {
  const minus = directionRow(grid, region, scores);
  const above = namesAbove(grid, scores);
  // "Score" under each criterion: the names stand over it.
  const hasParents =
    scores.length > 1 &&
    new Set(scores.map(({ header }) => header)).size === 1 &&
    new Set(scores.flatMap(({ parent }) => (parent === "" ? [] : [parent]))).size === scores.length;
  const overWeights = hasParents ? null : namesOverWeights(grid, scores, weights);
  return scores.map((c): Item => {
    const weight = weights.of(c);
    const over = overWeights === null ? null : { row: overWeights, column: weight.cell?.column ?? c.column };
    // A minus in the formula takes off; a negative number among typed weights is a slip, which a check names.
    const lower =
      (minus !== null && isLowerBetter(grid.text(minus, c.column))) ||
      (weight.cell === null && (weight.value ?? 0) < 0);
    const row = hasParents ? c.parentRow : (above ?? c.headerRow);
    const name = hasParents ? c.parent : above === null ? c.header : grid.text(above, c.column);
    if (over !== null) return { name: grid.text(over.row, over.column), cell: over, group: "", weight, lower };
    return { name, cell: { row, column: c.column }, group: c.parent, weight, lower };
  });
}

/** Under headers that are all the same ("Rating") the row over the weights that names each of them; null for none. */
function namesOverWeights(grid: Grid, scores: readonly Column[], weights: MatrixWeights): number | null {
  if (scores.length < 2 || new Set(scores.map(({ header }) => header)).size > 1) return null;
  const cells = scores.map((c) => weights.of(c).cell);
  const row = cells[0]?.row ?? 0;
  const texts = cells.map((cell) => (cell?.row === row ? grid.text(row - 1, cell.column) : ""));
  const areNames = texts.every((text) => text !== "" && cellNumber(text) === null);
  return areNames && new Set(texts).size === texts.length ? row - 1 : null;
}

/** How far over the scores their names may stand. */
const NAMES_ABOVE = 10;

/** Where the header says nothing over most scores ("Scores", merged over all), the row above that names each of them. */
function namesAbove(grid: Grid, scores: readonly Column[]): number | null {
  const header = scores[0]?.headerRow ?? 0;
  const named = scores.filter((c) => grid.text(c.headerRow, c.column) !== "").length;
  const headers = scores.map(({ header: text }) => text);
  if (new Set(headers).size * 2 <= headers.length)
    for (let row = header + 1; row <= header + 3; row += 1) if (namesScores(grid, row, scores)) return row;
  if (scores.length < 2 || named > 1) return null;
  for (let row = header - 1; row >= Math.max(grid.top, header - NAMES_ABOVE); row -= 1) {
    const texts = scores.map(({ column }) => grid.text(row, column));
    if (texts.every((text) => text !== "" && cellNumber(text) === null) && new Set(texts).size === texts.length)
      return row;
  }
  return null;
}

/** Headings with weights: over items that make the whole each (two levels), or over items without weights (shared out). */
function withHeadings(
  items: readonly Item[],
  headings: readonly Section[] | null,
): Pick<Understood, "items" | "sections" | "sums"> {
  if (headings === null) return { items };
  const weighed = items.filter(({ weight }) => weight.value !== null).length;
  if (weighed === items.length) return mostlyFit(items, headings) ? { items, ...levelsOf(items, headings) } : { items };
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

/** Columns that hold the other part of a name ("Last name", "First name"), also where no header says so. */
function furtherNames(
  grid: Grid,
  rows: readonly number[],
  columns: readonly Column[],
  label: Column,
  scores: readonly Column[],
): readonly Column[] {
  if (IN_PARTS.test(label.header))
    return columns.filter(
      (c) => c !== label && Math.abs(c.column - label.column) === 1 && IN_PARTS.test(c.header) && isTextual(c),
    );
  const next = columns.find(({ column }) => column === label.column + 1);
  const isBefore = next !== undefined && isTextual(next) && next.column < (scores[0]?.column ?? 0);
  if (!isBefore || next.roles.length > 0 || next.longest > LONGEST_PART || label.distinct === label.texts) return [];
  // Names that stand twice, of people who are told apart by what stands beside them.
  const names = rows.map((row) => `${grid.text(row, label.column)}\n${grid.text(row, next.column)}`);
  const isEach = rows.every((row) => grid.blank(row, label.column) || !grid.blank(row, next.column));
  return isEach && new Set(names).size === names.length ? [next] : [];
}
const LONGEST_PART = 20;

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
  namedIn: number,
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
    roles.criterion = rowRects(namedIn, 1, places);
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

/** Empty columns that part a table from what stands beside it. */
const GAP = 2;

/** Names right of a gap, beside the scores: the names left of the gap are those of another table. */
function nearerLabel(columns: readonly Column[], label: Column, scores: readonly Column[]): Column | undefined {
  const first = scores[0]?.column ?? 0;
  const before = columns.filter(({ column }) => column > label.column && column < first);
  const isBehindGap = (c: Column): boolean => {
    const left = Math.max(label.column, ...before.filter((o) => o.column < c.column).map(({ column }) => column));
    return c.column - left > GAP;
  };
  return label.said === null ? before.find((c) => isTextual(c) && isBehindGap(c)) : undefined;
}

const NO_WEIGHTS: ReadonlyMap<number, ItemWeight> = new Map();

/** Of a value and its score under one name the score is called by that name, too. */
function namedPairs(columns: readonly Column[], paired: ReadonlyMap<number, ItemWeight>): readonly Column[] {
  if (paired.size === 0) return columns;
  const values = new Set(
    [...paired].flatMap(([column, { cell }]) => (cell?.column === column ? [] : (cell?.column ?? []))),
  );
  return columns.map((c, i) => {
    const before = columns[i - 1];
    // The value is what the name says ("Service"), and nothing of whoever is rated.
    if (values.has(c.column)) return { ...c, roles: c.roles.filter((role) => role === "evidence") };
    if (!paired.has(c.column) || c.header !== "" || c.parent !== "" || before === undefined) return c;
    return { ...c, header: before.header, headerRow: before.headerRow };
  });
}

/** The columns sorted; the scores of pairs are known, and neither they nor their values are anything else. */
function sortedPairs(
  grid: Grid,
  columns: readonly Column[],
  label: Column,
  weightRow: WeightRow | null,
  body: readonly number[],
  paired: ReadonlyMap<number, ItemWeight>,
): Sorted {
  const plain = sortColumns(grid, columns, label, weightRow, body);
  if (paired.size === 0) return plain;
  const scores = columns.filter(({ column }) => paired.has(column));
  const taken = new Set([...paired.values()].flatMap(({ cell }) => cell?.column ?? []));
  const others = columns.filter(({ column }) => !paired.has(column) && !taken.has(column));
  const apart = sortColumns(grid, others, label, null, body);
  const total = plain.total !== undefined && others.includes(plain.total) ? plain.total : apart.total;
  return { ...apart, total, scores, isWeighed: true };
}

/**
 * Reads a block as a matrix; `label` is the column of people or alternatives.
 * @param own only these rows, with weights of their own
 */
export function readMatrix(
  grid: Grid,
  region: Region,
  given: readonly Column[],
  label: Column,
  own: OwnWeights | null = null,
): Understood {
  const start = (region.headerRows.at(-1) ?? region.top) + 1;
  const body = Array.from({ length: Math.max(0, Math.min(5, region.bottom - start + 1)) }, (_, i) => start + i);
  const foundRow = findWeightRow(grid, region, label, given);
  const paired = foundRow === null ? NO_WEIGHTS : weightsOverPairs(grid, region, foundRow.row, given);
  const columns = namedPairs(given, paired);
  const sorted = sortedPairs(grid, columns, label, foundRow, body, paired);
  const near = nearerLabel(columns, label, sorted.scores);
  if (near !== undefined) return readMatrix(grid, region, columns, near);
  const shifted =
    paired.size === 0 && foundRow !== null ? weightsElsewhere(grid, body, columns, label, foundRow) : NO_WEIGHTS;
  const isInRow = paired.size === 0 && shifted.size === 0 && (sorted.isWeighed || !grid.hasFormulas);
  const weightRow = isInRow ? foundRow : null;
  const { rank } = sorted;
  const rowsFor = (own: readonly Column[]): readonly number[] =>
    subjectRows(grid, region, label, own, foundRow?.row ?? null, columns);
  const capped = own === null ? cappedColumns(grid, body, columns) : null;
  if (capped !== null) {
    const left = columns.filter(({ column }) => !capped.details.has(column));
    const named = left.filter(({ column }) => capped.weights.has(column));
    const found = { rows: rowsFor(named), weights: capped.weights, areFullMarks: true } as const;
    return readMatrix(grid, region, left, label, found);
  }
  const inHeaders = sorted.scores.filter(({ header }) => weightInText(header) !== null).length >= 2;
  const found = own?.rows ?? rowsFor(sorted.scores);
  const isUnsaid = weightRow === null && paired.size + shifted.size === 0 && !inHeaders && own === null;
  const plans = isUnsaid ? weightsOfRows(grid, found, columns) : [];
  const parts = plans.map((plan) => readMatrix(grid, region, columns, label, plan));
  const [firstPart] = parts;
  if (firstPart !== undefined) return { ...firstPart, parts };
  const inHeader = isUnsaid ? weightsBetween(grid, region, columns) : NO_WEIGHTS;
  const bare = isUnsaid && inHeader.size === 0 ? bareMarks(grid, sorted.scores, sorted.total) : NO_WEIGHTS;
  const isBare = bare.size > 0 || !isUnsaid || inHeader.size > 0;
  const fullMarks = isBare ? bare : fullMarksBeside(grid, found, columns);
  const beside = fullMarks.size > 0 || !isUnsaid || inHeader.size > 0 ? fullMarks : weightsBeside(grid, found, columns);
  const said = [shifted, paired, inHeader].find(({ size }) => size > 0);
  const between = own?.weights ?? said ?? beside;
  const isOpen = isUnsaid && grid.hasFormulas && between.size === 0;
  const plain = isOpen ? formulaWeights(grid, found, columns, sorted.scores, sorted.total) : between;
  const nested = isOpen && plain.size < 2 ? nestedTotal(grid, found, columns) : null;
  // Where totals are typed, no formula says anything: then the numbers do.
  const isElsewhere = isUnsaid && between.size === 0 && plain.size < 2 && nested === null;
  const solved = isElsewhere ? solvedWeights(grid, found, sorted.scores, sorted.total) : NO_WEIGHTS;
  const byFormula = nested?.weights ?? (solved.size > 0 ? solved : plain);
  // Of a total made of another one and of an exam, say, the other one is what the weights give.
  const step =
    isOpen && plain.size >= 2
      ? weighingColumn(
          grid,
          found,
          columns,
          sorted.scores.filter(({ column }) => plain.has(column)),
        )
      : undefined;
  const total = nested?.total ?? step ?? sorted.total;
  // Where only formulas know the weights, what they leave out is no criterion.
  const candidates = nested === null && between.size === 0 ? sorted.scores : columns;
  const waiting = waitingColumns(columns, label, sorted);
  const known = byFormula.size < 2 ? sorted.scores : candidates.filter(({ column }) => byFormula.has(column));
  const scores = waiting.length > 0 ? waiting : known;
  const all =
    waiting.length > 0 && sorted.scores.length === 0
      ? namedRows(grid, region, label)
      : scores.length === sorted.scores.length || own !== null
        ? found
        : rowsFor(scores);
  // Cells that formulas take as weights for everybody are nobody's scores.
  const weighing = between.size > 0 ? [] : [...byFormula.values()].flatMap(({ cell }) => cell?.row ?? []);
  const rows = weighing.length === 0 ? all : all.filter((row) => !weighing.includes(row));
  const weights = matrixWeights(
    grid,
    region,
    weightRow,
    byFormula,
    scores,
    fullMarks.size > 0 || own?.areFullMarks === true,
  );
  const read = itemsOf(grid, region, scores, weights);
  const headed = withHeadings(read, headingWeights(grid, region, weightRow, scores));
  const further = furtherNames(grid, rows, columns, label, scores);
  const across = scores.map(({ column }) => column);
  const full = fullMarksRow(grid, region, weightRow, rows, scores);
  const places = { total: total?.column ?? null, rank: rank?.column ?? null, full };
  const everybody = rows.map(
    (row): Subject => new MatrixRow(nameOf(grid, row, label, further), row, label.column, across, places),
  );
  const subjects = withoutLoneZeros(grid, everybody);
  const named = rows.filter((row) => !grid.blank(row, label.column));
  const refusal = areFuzzy(grid, region, weightRow === null ? rows : [weightRow.row, ...rows], scores)
    ? "fuzzy"
    : multiplyPowers(
          grid,
          rows,
          columns.map(({ column }) => column),
        )
      ? "powers"
      : total !== undefined && capsWithin(grid, { row: rows[0] ?? 0, column: total.column }) >= LEAST_CAPPED
        ? "capped"
        : isComparison(headed.items, subjects)
          ? "pairwise"
          : spreadOverRows(grid, named, label, scores)
            ? "severalRows"
            : (refusalOf(grid, label, rows, scores, headed.items) ??
              (subjects !== everybody ? "noScores" : areSharedOut(grid, headed.items, subjects) ? "allocation" : null));
  const { roles, sure } = rolesOf(
    columns,
    label,
    { ...sorted, scores, total },
    rows,
    weights,
    weights.header !== "",
    read[0]?.cell.row ?? 0,
  );
  return {
    layout: "matrix",
    ...headed,
    subjects,
    roles,
    sure,
    weightHeader: weights.header,
    ...(solved.size > 0 && byFormula === solved ? { solved: true as const } : {}),
    scoreKind: full === null ? "score" : "attainment",
    refusal,
  };
}

const LEAST_COMPARED = 3;
const LEAST_CAPPED = 2;

/** The same names across and down: each is compared with each, or that is normalised, and nothing is scored. */
function isComparison(items: readonly Item[], subjects: readonly Subject[]): boolean {
  if (items.length !== subjects.length || items.length < LEAST_COMPARED) return false;
  const names = new Set(items.map(({ name }) => name));
  return names.size === items.length && subjects.every(({ label }) => names.has(label));
}

/** Raw values of which some count down cannot be added while they are on scales far apart. */
const FAR_APART = 3;
/** Incomes beside marks: a weighted sum of the two is the incomes. */
const WORLDS_APART = 2000;
function areMixed(grid: Grid, rows: readonly number[], scores: readonly Column[], items: readonly Item[]): boolean {
  const lower = items.filter((item) => item.lower && item.weight.cell !== null).length;
  const areBothWays = lower > 0 && lower < items.length;
  const tops = scores.map(({ column }) => {
    let top = 0;
    for (const row of rows) {
      const plain = grid.numbers[grid.placeOf(row, column)] ?? Number.NaN;
      if (plain > top) top = plain;
      else if (-plain > top) top = -plain;
      else if (Number.isNaN(plain)) top = Math.max(top, Math.abs(cellNumber(grid.at(row, column)) ?? 0));
    }
    return top;
  });
  const used = tops.filter((top) => top > 0);
  return used.length > 1 && Math.max(...used) > Math.min(...used) * (areBothWays ? FAR_APART : WORLDS_APART);
}

const LEAST_NAMED = 2;

function refusalOf(
  grid: Grid,
  label: Column,
  rows: readonly number[],
  scores: readonly Column[],
  items: readonly Item[],
): RefusalCode | null {
  if (scores.length === 0) return label.texts >= LEAST_NAMED ? "noCriteria" : "noPeople";
  if (rows.length === 0) return "noPeople";
  if (!rows.some((row) => scores.some(({ column }) => cellNumber(grid.at(row, column)) !== null))) return "noScores";
  if (items.every(({ weight }) => weight.value === null)) return "noWeights";
  return areMixed(grid, rows, scores, items) ? "mixedScales" : null;
}
