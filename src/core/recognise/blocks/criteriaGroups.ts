/** Whose scores stand in which columns of a block with criteria in rows: alternatives, periods, or the person of a form. */
import type { Grid } from "../grid";
import { holdsScores, holdsSigns, isNumeric, plays, type Column } from "./columns";
import { factsOf, type CellRef } from "./formulaFacts";
import { isLevelHead } from "./levels";
import { isPeriod, says } from "./lexicon";
import { cellNumber } from "./numbers";
import type { Region } from "./regions";
import {
  addsDown,
  multipliedBehind,
  multipliedLines,
  onlyMultiplied,
  partnerOf,
  rateBehind,
  ratedBehind,
} from "./weighedColumns";

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

/** The columns of the one person of a form, named above it or by the sheet. */
function ofPerson(
  grid: Grid,
  region: Region,
  own: Pick<Group, "score" | "weighted"> & Partial<Pick<Group, "target" | "isAttainment" | "levels">>,
): Group {
  const who = personAbove(grid, region);
  return { target: null, isAttainment: false, ...own, label: who?.label ?? grid.name, cell: who?.cell ?? null };
}

/** "Applicant #1 Rating", "Applicant #1 Outcome" → "Applicant #1"; the merged header above; else the header itself. */
function ownerOf(column: Column): string {
  if (column.parent !== "") return column.parent;
  const words = column.header.split(" ");
  return words.length > 1 && column.sure === 0.6 ? words.slice(0, -1).join(" ") : "";
}

const isScoreRole = (column: Column): boolean => plays(column, "score") || plays(column, "actual");

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
  if (rated !== null) return [ofPerson(grid, region, rated)];
  const score =
    scores.at(-1) ??
    find("actual") ??
    (isSum ? waiting : total) ??
    numeric.find((c) => plays(c, "band")) ??
    partnerOf(grid, region, columns, weight) ??
    waiting;
  if (score === undefined) return [];
  const behind = multipliedBehind(grid, region, columns, weight, score);
  if (behind !== null) return [ofPerson(grid, region, { score: behind, weighted: score })];
  // Points out of full marks are the score, whatever share of them stands beside them.
  const isOutOf = weight !== undefined && plays(weight, "maximum") && !plays(weight, "weight");
  const rate =
    weighted === null && !isOutOf
      ? (ratedBehind(grid, region, scores, weight, score) ??
        multipliedLines(grid, region, numeric, weight, score)?.score ??
        rateBehind(grid, region, columns, weight, score))
      : null;
  if (rate !== null) return [ofPerson(grid, region, { score: rate, weighted: score })];
  // Weighted points out of full marks that differ are shares of them.
  const most = weight !== undefined && plays(weight, "weight") ? fullMarksOf(grid, region, columns, score) : null;
  const target = most ?? find("target") ?? null;
  const others = numeric.filter((c) => c !== score && c !== weight);
  const product = weighted ?? others.find((c) => ratedBehind(grid, region, [score], weight, c) !== null) ?? null;
  const isAttainment = most !== null || (plays(score, "actual") && !plays(score, "score") && target !== null);
  return [ofPerson(grid, region, { score, weighted: product, target, isAttainment })];
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
    return lone === null ? owned : [ofPerson(grid, region, lone)];
  }
  const ticks = tickLevels(grid, region, columns);
  if (ticks.length > 0) {
    const last = ticks.at(-1)?.column ?? 0;
    const points = columns.find((c) => c.column > last && isNumeric(c) && c.header !== "");
    return points === undefined ? [] : [ofPerson(grid, region, { score: points, weighted: null })];
  }
  const levels = pointLevels(grid, region, columns);
  const [firstLevel] = levels;
  if (firstLevel !== undefined) {
    const last = levels.at(-1)?.column ?? 0;
    const weighted = columns.find((c) => c.column > last && isNumeric(c) && plays(c, "weighted")) ?? null;
    return [ofPerson(grid, region, { score: firstLevel, weighted, levels })];
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
  if (only !== null) return [ofPerson(grid, region, only)];
  const hasScores = columns.some((c) => isScoreRole(c) && isNumeric(c));
  if (plain.length >= 2 && !hasScores) return withProducts(grid, region, plain, weight);
  const periods = hasScores ? [] : columns.filter((c) => isPeriod(c.header) && isNumeric(c));
  if (periods.length >= 2 && plain.every((c) => isOfPeriods(grid, region, periods, c))) return periods.map(single);
  const form = formGroup(grid, region, columns, weight);
  return form.length > 0 ? form : plain.map(single);
}
