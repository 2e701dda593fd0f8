/** Whose scores stand in which columns of a block with criteria in rows: alternatives, periods, or the person of a form. */
import type { Grid } from "../grid";
import { holdsScores, holdsSigns, isNumeric, plays, type Column } from "./columns";
import { factsOf, type CellRef } from "./formulaFacts";
import { isLevelHead } from "./levels";
import { isPeriod, says } from "./lexicon";
import { cellNumber } from "./numbers";
import type { Region } from "./regions";

/** One alternative, or the one person of a form: where its ratings, weighted values, targets and actuals stand. */
export interface Group {
  readonly label: string;
  /** null: named nowhere; the header over the scores stands for it. */
  readonly cell: CellRef | null;
  readonly score: Column;
  readonly weighted: Column | null;
  readonly target: Column | null;
  readonly isAttainment: boolean;
  /** Columns of levels, of which each row has its points in one ("Good | Fair | Poor"); `score` is then the first of them. */
  readonly levels?: readonly Column[];
}

/** Label lines above a form ("Name: Person A", "姓名 | 员工A") tell whose it is. */
function personAbove(grid: Grid, region: Region): { label: string; cell: CellRef } | null {
  const header = region.headerRows.at(-1) ?? region.top;
  for (let row = Math.max(grid.top, region.top - 12); row < Math.max(region.top, header); row += 1)
    for (const column of grid.columns) {
      const text = grid.text(row, column);
      const [key, said] = text.split(/[:：]/);
      // A mark behind the colon points to a footnote.
      const value = said?.replace(/[*†‡¹²³]|[([]\d[)\]]/g, "");
      if (key === undefined || !says(key, "person", 0.8)) continue;
      // Right over the header it is a line of its own only with its colon, and else part of the header.
      if (row >= region.top && value === undefined) continue;
      if (value !== undefined && value.trim() !== "") return { label: value.trim(), cell: { row, column } };
      for (let next = column + 1; next <= Math.min(grid.right, column + 3); next += 1) {
        const name = grid.text(row, next);
        if (name !== "") return says(name, "department", 0.8) ? null : { label: name, cell: { row, column: next } };
      }
    }
  return null;
}

/** "Applicant #1 Rating", "Applicant #1 Outcome" → "Applicant #1"; the merged header above; else the header itself. */
function ownerOf(column: Column): string {
  if (column.parent !== "") return column.parent;
  const words = column.header.split(" ");
  return words.length > 1 && column.sure === 0.6 ? words.slice(0, -1).join(" ") : "";
}

const isScoreRole = (column: Column): boolean => plays(column, "score") || plays(column, "actual");

/** How far a product may be off: what rounding to a digit or two leaves. */
const ROUNDED = 0.015;

/**
 * The column whose values, times the weights, are the given one ("Achievement" beside a "Score" that is weighted already);
 * null where there is none. One factor for all rows: weights and rates may be per cent or fractions.
 */
function rateBehind(
  grid: Grid,
  region: Region,
  columns: readonly Column[],
  weight: Column | undefined,
  product: Column,
): Column | null {
  if (weight === undefined) return null;
  const header = region.headerRows.at(-1) ?? region.top;
  const rows = Array.from({ length: Math.max(0, region.bottom - header) }, (_, i) => header + 1 + i);
  const at = (row: number, { column }: Column): number | null => cellNumber(grid.at(row, column));
  const behind = columns.filter((c) => c !== product && c !== weight && isNumeric(c) && !plays(c, "total"));
  const isProduct = (rate: Column): boolean => {
    const lines = rows
      .map((row) => ({ w: at(row, weight), s: at(row, product), a: at(row, rate) }))
      .filter(({ w, s }) => w !== null && w > 0 && s !== null);
    // A line of totals has a weight and a product, and no rate.
    const known = lines.filter(({ a }) => a !== null);
    if (known.length < 3 || lines.length - known.length > 1) return false;
    if (new Set(known.map(({ w }) => w)).size < 2 || new Set(known.map(({ a }) => a)).size < 2) return false;
    const factors = known.map(({ w, s, a }) => (s ?? 0) / ((w ?? 1) * (a === 0 ? 1 : (a ?? 1))));
    const [first = 0] = factors;
    const isUsual = [1, 0.01, 100, 0.1, 10].some((usual) => Math.abs(first / usual - 1) <= ROUNDED);
    return isUsual && factors.every((factor) => Math.abs(factor / first - 1) <= ROUNDED);
  };
  return behind.find(isProduct) ?? null;
}

/** The column that formulas of the sheet multiply with the weights, also while it is empty. */
function partnerOf(grid: Grid, region: Region, columns: readonly Column[], weight: Column | undefined): Column | null {
  if (weight === undefined || !grid.hasFormulas) return null;
  for (let row = region.top; row <= region.bottom + 2; row += 1)
    for (const { column } of columns) {
      const pair = factsOf(grid.formulaInCells(row, column)).products.find((cells) =>
        cells.some((cell) => cell.column === weight.column && cell.row > region.top && cell.row <= region.bottom),
      );
      const other = pair?.find((cell) => cell.column !== weight.column);
      const found = columns.find((c) => c.column === other?.column);
      if (found !== undefined) return found;
    }
  return null;
}

/** The empty column that a column's own formulas multiply with the weights: that one waits for the scores. */
function multipliedBehind(
  grid: Grid,
  region: Region,
  columns: readonly Column[],
  weight: Column | undefined,
  product: Column,
): Column | null {
  if (weight === undefined || !grid.hasFormulas) return null;
  for (let row = (region.headerRows.at(-1) ?? region.top) + 1; row <= region.bottom; row += 1) {
    const pair = factsOf(grid.formulaInCells(row, product.column)).products.find((cells) =>
      cells.some((cell) => cell.row === row && cell.column === weight.column),
    );
    const other = pair?.find((cell) => cell.row === row && cell.column !== weight.column);
    const found = columns.find((c) => c.column === other?.column && c.numbers + c.texts === 0);
    if (found !== undefined) return found;
  }
  return null;
}

/** Remarks, signatures and the like right of a form's result. */
const MOST_RIGHT = 8;

/** Another column of scores that a column's own formulas multiply with the weights in most rows, by whatever else besides. */
function ratedBehind(
  grid: Grid,
  region: Region,
  scores: readonly Column[],
  weight: Column | undefined,
  product: Column,
): Column | null {
  if (weight === undefined || !grid.hasFormulas) return null;
  // Of two columns with one name the second is what many others, of people say, are compared with.
  const isReference = region.right - product.column > MOST_RIGHT;
  const rates = scores.filter(
    (c) => c !== product && c !== weight && !(isReference && c.header !== "" && c.header === product.header),
  );
  const multiplied = new Map<Column, number>();
  let formulas = 0;
  for (let row = (region.headerRows.at(-1) ?? region.top) + 1; row <= region.bottom; row += 1) {
    const formula = grid.formulaInCells(row, product.column);
    if (formula === "" || grid.number(row, weight.column) === null) continue;
    formulas += 1;
    const isOwn = (cell: CellRef, { column }: Column): boolean => cell.row === row && cell.column === column;
    const { products } = factsOf(formula);
    const rate = rates.find((c) =>
      products.some((pair) => pair.some((cell) => isOwn(cell, weight)) && pair.some((cell) => isOwn(cell, c))),
    );
    if (rate !== undefined) multiplied.set(rate, (multiplied.get(rate) ?? 0) + 1);
  }
  const found = [...multiplied].find(([, count]) => count >= LEAST_RATED && count * 2 > formulas);
  return found?.[0] ?? null;
}

/** The column whose formulas do nothing but multiply another column with the weights, and that column; null where none does. */
function multipliedLines(
  grid: Grid,
  region: Region,
  numeric: readonly Column[],
  weight: Column | undefined,
  said: Column | null,
): Pick<Group, "score" | "weighted"> | null {
  for (const weighted of said === null ? numeric : [said]) {
    const others = numeric.filter((c) => c !== weighted && !plays(c, "target"));
    const score = ratedBehind(grid, region, others, weight, weighted);
    if (score !== null && multipliesOnly(grid, region, weighted)) return { score, weighted };
  }
  return null;
}

/**
 * Formulas that multiply two cells, and perhaps a number, and do nothing else: "Actual / target * weight" multiplies the weight with a
 * target, which is no score, and what is capped on the way is no plain product.
 */
const multipliesOnly = (grid: Grid, region: Region, { column }: Column): boolean =>
  Array.from({ length: Math.max(0, region.bottom - region.top) }, (_, i) => region.top + 1 + i)
    .map((row) => ({ row, formula: grid.formulaInCells(row, column) }))
    .filter(({ row, formula }) => formula !== "" && !addsDown(grid, row, column))
    .every(
      ({ formula }) =>
        /^=\s*[$A-Z0-9.]+%?(?:\s*[*/]\s*(?:\$?[A-Z]{1,3}\$?\d+|[\d.]+%?))+\s*$/i.test(formula) &&
        !DIVIDES.test(formula),
    );
const DIVIDES = /\/\s*\$?[A-Z]{1,3}\$?\d/i;

const LEAST_RATED = 2;

/** Full marks beside weights, where they are not the same for all and no score is above its own; null for none. */
function fullMarksOf(grid: Grid, region: Region, columns: readonly Column[], score: Column): Column | null {
  const most = columns.find((c) => c !== score && plays(c, "maximum") && isNumeric(c));
  if (most === undefined) return null;
  const header = region.headerRows.at(-1) ?? region.top;
  const pairs = Array.from({ length: Math.max(0, region.bottom - header) }, (_, i) => header + 1 + i).flatMap((row) => {
    const [full, own] = [cellNumber(grid.at(row, most.column)), cellNumber(grid.at(row, score.column))];
    return full === null || own === null ? [] : [{ full, own }];
  });
  const isOver = pairs.some(({ full, own }) => own > full || full <= 0);
  return pairs.length >= LEAST_RATED && !isOver && new Set(pairs.map(({ full }) => full)).size > 1 ? most : null;
}

/** Whether hardly any row with a weight has a number in a column: it holds what parts come to. */
function isOfParts(grid: Grid, region: Region, weight: Column | undefined, total: Column): boolean {
  if (weight === undefined) return false;
  let [weighed, rated] = [0, 0];
  for (let row = (region.headerRows.at(-1) ?? region.top) + 1; row <= region.bottom; row += 1) {
    if (cellNumber(grid.at(row, weight.column)) === null) continue;
    weighed += 1;
    if (cellNumber(grid.at(row, total.column)) !== null) rated += 1;
  }
  return weighed >= LEAST_WEIGHED && rated * 4 <= weighed;
}
const LEAST_WEIGHED = 4;

/** The one person of a form: where self and leader both score, the last one counts. */
function formGroup(grid: Grid, region: Region, columns: readonly Column[], weight: Column | undefined): Group[] {
  const numeric = columns.filter(isNumeric);
  const find = (role: "score" | "actual" | "target" | "weighted" | "total"): Column | undefined =>
    numeric.find((c) => plays(c, role) && c.sure >= 0.6 && !(role === "target" && plays(c, "score")));
  const weighted = find("weighted") ?? null;
  const scores = numeric.filter((c) => plays(c, "score") && c !== weighted && !plays(c, "maximum"));
  const waiting = columns.find((c) => plays(c, "score") && c.sure === 1 && c.numbers + c.texts === 0);
  const total = find("total");
  // A sum or two beside an empty column of scores are no scores.
  const isSum = waiting !== undefined && total !== undefined && isOfParts(grid, region, weight, total);
  // Without a word for the scores the sheet's own formulas tell them: what they multiply with the weights, line by line.
  const rated = scores.length > 0 ? null : multipliedLines(grid, region, numeric, weight, weighted);
  if (rated !== null) {
    const who = personAbove(grid, region);
    const [label, cell] = [who?.label ?? grid.name, who?.cell ?? null];
    return [{ label, cell, ...rated, target: null, isAttainment: false }];
  }
  const score =
    scores.at(-1) ??
    find("actual") ??
    (isSum ? waiting : total) ??
    numeric.find((c) => plays(c, "band")) ??
    partnerOf(grid, region, columns, weight) ??
    waiting;
  if (score === undefined) return [];
  const behind = multipliedBehind(grid, region, columns, weight, score);
  if (behind !== null) {
    const who = personAbove(grid, region);
    const [label, cell] = [who?.label ?? grid.name, who?.cell ?? null];
    return [{ label, cell, score: behind, weighted: score, target: null, isAttainment: false }];
  }
  // Points out of full marks are the score, whatever share of them stands beside them.
  const isOutOf = weight !== undefined && plays(weight, "maximum") && !plays(weight, "weight");
  const rate =
    weighted === null && !isOutOf
      ? (ratedBehind(grid, region, scores, weight, score) ??
        multipliedLines(grid, region, numeric, weight, score)?.score ??
        rateBehind(grid, region, columns, weight, score))
      : null;
  if (rate !== null) {
    const who = personAbove(grid, region);
    const [label, cell] = [who?.label ?? grid.name, who?.cell ?? null];
    return [{ label, cell, score: rate, weighted: score, target: null, isAttainment: false }];
  }
  // Weighted points out of full marks that differ are shares of them.
  const most = weight !== undefined && plays(weight, "weight") ? fullMarksOf(grid, region, columns, score) : null;
  const target = most ?? find("target") ?? null;
  const others = numeric.filter((c) => c !== score && c !== weight);
  const product = weighted ?? others.find((c) => ratedBehind(grid, region, [score], weight, c) !== null) ?? null;
  const isAttainment = most !== null || (plays(score, "actual") && !plays(score, "score") && target !== null);
  const who = personAbove(grid, region);
  return [{ label: who?.label ?? grid.name, cell: who?.cell ?? null, score, weighted: product, target, isAttainment }];
}

/** Columns under one merged name, or with one name before their roles. */
function ownedGroups(grid: Grid, region: Region, columns: readonly Column[], weight: Column | undefined): Group[] {
  const owners = new Map<string, Column[]>();
  for (const column of columns) {
    const owner = ownerOf(column);
    // "0-2 points" over what they are given for is a level.
    const isDescribed = column.texts > column.numbers && isLevelHead(column.header);
    if (owner !== "" && !isDescribed && (isNumeric(column) || isScoreRole(column)))
      owners.set(owner, [...(owners.get(owner) ?? []), column]);
  }
  const holds = (c: Column): boolean => isScoreRole(c) || holdsScores(c) || isUnnamed(c);
  const several = [...owners].filter(([, own]) => own.some(holds));
  const isOwned = several.some(([, own]) => own.length >= 2 || own.some(isScoreRole));
  if (several.length < 2 || !isOwned || areNamedApart(several.flatMap(([, own]) => own))) return [];
  return several.flatMap(([label, own]): Group[] => {
    const multiplied = multipliedIn(grid, region, own, weight);
    const score = multiplied?.rate ?? own.find(isScoreRole) ?? own.find(holds);
    if (score === undefined) return [];
    const isFree = (c: Column): boolean => c !== score && isNumeric(c);
    const weighted =
      multiplied?.product ??
      own.find((c) => isFree(c) && (plays(c, "weighted") || plays(c, "total"))) ??
      own.find((c) => isFree(c) && !["target", "forecast", "actual"].some((role) => c.roles.some((r) => r === role))) ??
      null;
    const target = plays(score, "actual") ? (own.find((c) => isFree(c) && plays(c, "target")) ?? null) : null;
    const row = score.parent === "" ? score.headerRow : score.parentRow;
    return [{ label, cell: { row, column: score.column }, score, weighted, target, isAttainment: target !== null }];
  });
}

/** Under headings ("Storage", "Interface") each column has a name of its own that says no role: all are alternatives. */
function areNamedApart(columns: readonly Column[]): boolean {
  const names = new Set(columns.map(({ header }) => header));
  return names.size === columns.length && columns.every((c) => c.header !== "" && c.roles.length === 0 && isNumeric(c));
}

/** A number column under a name shared with its neighbours and nothing of its own. */
const isUnnamed = (c: Column): boolean => c.header === "" && c.parent !== "" && isNumeric(c);

/** Of an alternative's columns the one that is the weight times another one, by formulas or by its values. */
function multipliedIn(
  grid: Grid,
  region: Region,
  own: readonly Column[],
  weight: Column | undefined,
): { readonly rate: Column; readonly product: Column } | null {
  if (weight === undefined || own.length < 2) return null;
  const row = (region.headerRows.at(-1) ?? region.top) + 1;
  for (const product of own)
    for (const rate of own) {
      if (rate === product) continue;
      const isMade = [row, row + 1].some((at) =>
        factsOf(grid.formulaInCells(at, product.column)).products.some((pair) =>
          [weight.column, rate.column].every((wanted) => pair.some(({ column }) => column === wanted)),
        ),
      );
      if (isMade) return { rate, product };
    }
  for (const product of own.filter(isUnnamed)) {
    const rate = rateBehind(grid, region, own, weight, product);
    if (rate !== null) return { rate, product };
  }
  return null;
}

const single = (c: Column): Group => ({
  label: c.header,
  cell: { row: c.headerRow, column: c.column },
  score: c,
  weighted: null,
  target: null,
  isAttainment: false,
});

/** Alternatives, each a group; a column that is the weight times the one before it belongs to that one, whatever it is called. */
function withProducts(
  grid: Grid,
  region: Region,
  columns: readonly Column[],
  weight: Column | undefined,
): readonly Group[] {
  const groups: Group[] = [];
  for (const c of columns) {
    const last = groups.at(-1);
    const made = last?.weighted === null ? multipliedIn(grid, region, [last.score, c], weight) : null;
    if (last !== undefined && made?.product === c) groups[groups.length - 1] = { ...last, weighted: c };
    else groups.push(single(c));
  }
  return groups;
}

/** A number column that says neither score nor criterion, as the names of alternatives do. */
const isAlternative = (c: Column): boolean =>
  (holdsScores(c) && !isScoreRole(c) && !plays(c, "criterion")) || holdsSigns(c);

const LEAST_TICKED = 2;

/** Levels as numbers over boxes to tick: one of them is TRUE in each row, and the points stand right of them. */
function tickLevels(grid: Grid, region: Region, columns: readonly Column[]): readonly Column[] {
  const first = (region.headerRows.at(-1) ?? region.top) + 1;
  const ticked = columns.filter(
    ({ header, column }) => /^\d+(?:[.,]\d+)?$/.test(header) && typeof grid.at(first, column) === "boolean",
  );
  return ticked.length >= LEAST_TICKED ? ticked : [];
}

const LEAST_LEVELS = 3;

/** Levels across with the points of each row written under the level that was reached: one number a row, and nothing else. */
function pointLevels(grid: Grid, region: Region, columns: readonly Column[]): readonly Column[] {
  const levels = columns.filter(({ header }) => isLevelHead(header) || /^\d{1,2}$/.test(header));
  if (levels.length < LEAST_LEVELS || levels.some(({ texts }) => texts > 0)) return [];
  const first = (region.headerRows.at(-1) ?? region.top) + 1;
  const counts = Array.from({ length: Math.max(0, region.bottom - first + 1) }, (_, i) => first + i)
    .filter((row) => !columns.some(({ column }) => addsDown(grid, row, column)))
    .map((row) => levels.filter(({ column }) => cellNumber(grid.at(row, column)) !== null).length);
  const single = counts.filter((count) => count === 1).length;
  // The sums of the columns may stand under them.
  const several = counts.filter((count) => count > 1).length;
  const isLast = several === 0 || (several === 1 && (counts.at(-1) ?? 0) > 1);
  return single >= LEAST_LEVELS && isLast && levels.filter(({ numbers }) => numbers > 0).length > 1 ? levels : [];
}

const addsDown = (grid: Grid, row: number, column: number): boolean =>
  factsOf(grid.formulaInCells(row, column)).references.some((rect) => rect.rows > 1);

/** The one column that formulas multiply with the weights, line by line or in a total; null where several are, or none. */
function onlyMultiplied(
  grid: Grid,
  region: Region,
  numeric: readonly Column[],
  weight: Column | undefined,
): Group | null {
  if (weight === undefined || !grid.hasFormulas) return null;
  const found = new Set<Column>();
  for (let row = region.top; row <= region.bottom + 2; row += 1)
    for (const { column } of numeric)
      for (const pair of factsOf(grid.formulaInCells(row, column)).products) {
        if (!pair.some((cell) => cell.column === weight.column && cell.row > region.top)) continue;
        const other = pair.find((cell) => cell.column !== weight.column);
        const rated = numeric.find((c) => c.column === other?.column);
        if (rated !== undefined) found.add(rated);
      }
  const [score] = found;
  if (score === undefined || found.size > 1) return null;
  const lines = multipliedLines(grid, region, numeric, weight, null);
  if (lines === null && !addsProductsOf(grid, region, numeric, weight, score)) return null;
  const who = personAbove(grid, region);
  const [label, cell] = [who?.label ?? grid.name, who?.cell ?? null];
  return { label, cell, score, weighted: lines?.weighted ?? null, target: null, isAttainment: false };
}

/** A total under a column that multiplies it with the weights, row by row. */
const addsProductsOf = (
  grid: Grid,
  region: Region,
  numeric: readonly Column[],
  weight: Column,
  score: Column,
): boolean =>
  numeric.some(({ column }) =>
    [region.bottom, region.bottom + 1, region.bottom + 2].some(
      (row) =>
        factsOf(grid.formulaInCells(row, column)).products.filter(
          (pair) =>
            pair.some((cell) => cell.column === weight.column) && pair.some((cell) => cell.column === score.column),
        ).length >= LEAST_RATED,
    ),
  );

/** A year's figure behind its periods: formulas over several of them in most rows. */
function isOfPeriods(grid: Grid, region: Region, periods: readonly Column[], own: Column): boolean {
  const header = region.headerRows.at(-1) ?? region.top;
  const covered = Array.from({ length: Math.max(0, region.bottom - header) }, (_, i) => header + 1 + i)
    .filter((row) => !grid.blank(row, own.column))
    .map((row) => {
      const { references } = factsOf(grid.formulaInCells(row, own.column));
      const isOver = ({ column }: Column): boolean =>
        references.some(
          (rect) => rect.row === row && rect.rows === 1 && column >= rect.column && column < rect.column + rect.columns,
        );
      return periods.filter(isOver).length >= 2;
    });
  return covered.length > 0 && covered.filter(Boolean).length * 2 > covered.length;
}

/** The groups of a block; empty where no column holds scores. */
export function groupsOf(
  grid: Grid,
  region: Region,
  columns: readonly Column[],
  weight: Column | undefined,
): readonly Group[] {
  const owned = ownedGroups(grid, region, columns, weight);
  if (owned.length > 0) {
    // "Self rating | Manager rating | Weighted": what is weighted is one of them.
    const isOpen = owned.every(({ weighted }) => weighted === null);
    const lone = isOpen ? onlyMultiplied(grid, region, columns.filter(isNumeric), weight) : null;
    return lone === null ? owned : [lone];
  }
  const ticks = tickLevels(grid, region, columns);
  if (ticks.length > 0) {
    const last = ticks.at(-1)?.column ?? 0;
    const points = columns.find((c) => c.column > last && isNumeric(c) && c.header !== "");
    const who = personAbove(grid, region);
    const own = { label: who?.label ?? grid.name, cell: who?.cell ?? null, weighted: null, target: null };
    return points === undefined ? [] : [{ ...own, score: points, isAttainment: false }];
  }
  const levels = pointLevels(grid, region, columns);
  const [firstLevel] = levels;
  if (firstLevel !== undefined) {
    const who = personAbove(grid, region);
    const own = { label: who?.label ?? grid.name, cell: who?.cell ?? null, target: null };
    const last = levels.at(-1)?.column ?? 0;
    const weighted = columns.find((c) => c.column > last && isNumeric(c) && plays(c, "weighted")) ?? null;
    return [{ ...own, score: firstLevel, weighted, isAttainment: false, levels }];
  }
  // Beside a column of weights a per cent in a header is none.
  const isFilled = (c: Column): boolean => weight === undefined || c.numbers > 0 || holdsSigns(c);
  const named = columns.filter((c) => isAlternative(c) && isFilled(c));
  // Beside numbers a column of signs says in which direction each criterion counts.
  const plain = named.some((c) => !holdsSigns(c)) ? named.filter((c) => !holdsSigns(c)) : named;
  // One of several columns of numbers that alone is multiplied with the weights: the others lead to it, or rate apart.
  const only =
    plain.length >= 2 && !plain.some(holdsSigns)
      ? onlyMultiplied(grid, region, columns.filter(isNumeric), weight)
      : null;
  if (only !== null) return [only];
  const hasScores = columns.some((c) => isScoreRole(c) && isNumeric(c));
  if (plain.length >= 2 && !hasScores) return withProducts(grid, region, plain, weight);
  const periods = hasScores ? [] : columns.filter((c) => isPeriod(c.header) && isNumeric(c));
  if (periods.length >= 2 && plain.every((c) => isOfPeriods(grid, region, periods, c))) return periods.map(single);
  const form = formGroup(grid, region, columns, weight);
  return form.length > 0 ? form : plain.map(single);
}
