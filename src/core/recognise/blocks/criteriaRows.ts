/** Blocks with criteria in rows: forms, alternatives across (one to five columns each), rubrics, scorecards, periods. */
import type { Grid } from "../grid";
import type { CellValue, SnapshotSheet } from "../snapshot";
import { addedRows } from "./addedRows";
import { isNumeric, isTextual, mergedText, plays, SIGN, type Column } from "./columns";
import { onlyGrades } from "./credits";
import { groupsOf, type Group } from "./criteriaGroups";
import {
  addsOnlyAbove,
  criteriaRows,
  groupWeights,
  hiddenWeights,
  itemWeights,
  nameCell,
  type CriteriaRows,
} from "./criteriaItems";
import { criteriaRoles } from "./criteriaRoles";
import { factsOf, type CellRef } from "./formulaFacts";
import { headingParts } from "./headingParts";
import { isLevelHead } from "./levels";
import { isPeriod, says } from "./lexicon";
import { areSharedOut, OBTAINED, withoutLoneZeros } from "./plansOnly";
import { isOfWeights, withinFullMarks, withoutOtherScales } from "./otherScales";
import type { Item, ItemWeight, Layout, RefusalCode, Section, Subject, Understood } from "./model";
import { cellNumber } from "./numbers";
import { isTick } from "./ticks";
import { saidSections } from "./saidSections";
import { levelsOf } from "./twoLevels";
import type { Region } from "./regions";

const BSC =
  /financ|customer|client|internal|intern|learning|growth|aprend|cliente|kunde|prozess|processus|财务|客户|内部|学习|成长|keuangan|pelanggan|tai chinh|khach hang|finans|müşteri|öğrenme|klant|leren|groei|финанс|клиент|внутренн|обучен|развити/i;

/** A mark under a level is shorter than what describes it. */
const DESCRIPTION = 10;

/** Level columns: numbers as headers, or three and more columns of texts or ticks. */
function isRubric(columns: readonly Column[]): boolean {
  const numbered = columns.filter(({ header }) => /^\d{1,2}$/.test(header)).length;
  // One text may be a word for the sum under an empty column.
  const described = columns.filter(
    (c) =>
      (c.texts > 1 || (c.texts === 1 && c.longest >= DESCRIPTION && isLevelHead(c.header))) &&
      c.roles.length === 0 &&
      c.numbers === 0,
  ).length;
  return numbered >= 3 || described >= 3;
}

function layoutOf(
  groupAt: (row: number) => string,
  rows: CriteriaRows,
  groups: readonly Group[],
  columns: readonly Column[],
): Layout {
  const names = new Set([...rows.items.map(groupAt), ...rows.sections.values()].filter((text) => BSC.test(text)));
  if (names.size >= 3) return "balanced-scorecard";
  if (columns.filter(({ header, parent }) => isPeriod(header) || isPeriod(parent)).length >= 2) return "periods";
  if (isRubric(columns)) return "rubric";
  return groups.length > 1 ? "transposed" : "form";
}

const RESCALED = /^(normiert|normali[sz]|percent of|prozent|归一)/i;

/** A sum over one run of rows that is no more than half of the criteria: what a part comes to, and not all. */
function isOfPart(grid: Grid, row: number, column: number, items: readonly number[]): boolean {
  const runs = factsOf(grid.formulaInCells(row, column)).references.filter((rect) => rect.rows > 1);
  const own = runs.filter((rect) => rect.column === column);
  const [run] = own;
  if (run === undefined || own.length > 1 || runs.some((rect) => rect.row !== run.row)) return false;
  const within = items.filter((item) => item >= run.row && item < run.row + run.rows).length;
  return within > 0 && within * 2 <= items.length;
}

/** A number, or an error in its place. */
const isFigure = (value: CellValue): boolean => typeof value === "object" || cellNumber(value) !== null;

/** The cell of a rank or total row in the subject's own column. */
function summaryCell(
  grid: Grid,
  { summaries: rows, items }: CriteriaRows,
  group: Group,
  left: readonly Column[],
  wanted: "total" | "rank",
): CellRef | null {
  // Under levels each column has a sum of its own, and none of them is the total.
  if (group.levels !== undefined && group.weighted === null) return null;
  const scores = group.levels === undefined ? [group.score] : [];
  const own = group.weighted === null ? scores : [group.weighted, ...scores];
  const last = wanted === "total" ? [...rows].reverse() : rows;
  const labels = left.map(({ column }) => column);
  const isRescaled = (row: number): boolean => labels.some((column) => RESCALED.test(grid.text(row, column)));
  // A total on another scale ("Normalised (0-100)") stands behind the total proper.
  for (const row of [...last.filter((at) => !isRescaled(at)), ...last.filter(isRescaled)]) {
    const label =
      left.map(({ column }) => grid.text(row, column)).find((text) => text !== "" && cellNumber(text) === null) ?? "";
    const fits =
      wanted === "rank"
        ? says(label, "rank", 0.8)
        : (says(label, "total", 0.6) || says(label, "score", 0.8)) && !/sub|小计|zwischen/i.test(label);
    const at = own.find(({ column }) => isFigure(grid.at(row, column)));
    if (fits && at !== undefined && !isOfPart(grid, row, at.column, items)) return { row, column: at.column };
  }
  const sum = wanted === "total" ? sumCell(grid, rows, own, group.weighted !== null) : null;
  return sum !== null && isOfPart(grid, sum.row, sum.column, items) ? null : sum;
}

/** A sum of products at the end, or of weighted values, is the total though nothing names it. */
function sumCell(grid: Grid, rows: readonly number[], own: readonly Column[], isWeighted: boolean): CellRef | null {
  const last = rows.at(-1);
  if (last === undefined) return null;
  const at = own.find(({ column }, i) => {
    const { functions, products } = factsOf(grid.formulaInCells(last, column));
    if (products.length > 1 || (isWeighted && i === 0 && functions.includes("SUM"))) return true;
    return !isWeighted && addsOnlyAbove(grid, last, column);
  });
  return at === undefined ? null : { row: last, column: at.column };
}

interface WeightColumns {
  readonly weight: Column | undefined;
  /** Weights of groups, left of those of the items. */
  readonly ofGroups: Column | undefined;
}

/** Weights that come out of several numbers of their own row ("=I4/I$9", I4 a sum of D4:H4) are what these come to. */
function isMadeOfRow(grid: Grid, region: Region, { column }: Column): boolean {
  if (!grid.hasFormulas) return false;
  const runsIn = (row: number, at: number): boolean =>
    factsOf(grid.formulaInCells(row, at)).references.some(
      (rect) => rect.row === row && rect.rows === 1 && rect.columns >= LEAST_RUN,
    );
  const header = region.headerRows.at(-1) ?? region.top;
  const made = Array.from({ length: Math.max(0, region.bottom - header) }, (_, i) => header + 1 + i)
    .filter((row) => grid.number(row, column) !== null)
    .map((row) => {
      const { references } = factsOf(grid.formulaInCells(row, column));
      return (
        runsIn(row, column) ||
        references.some((rect) => rect.row === row && rect.rows * rect.columns === 1 && runsIn(row, rect.column))
      );
    });
  return made.length > 0 && made.filter(Boolean).length * 2 > made.length;
}
const LEAST_RUN = 3;

/** The column of weights; of two the one with more numbers is the items' and the other one the groups'. */
function weightColumns(grid: Grid, region: Region, columns: readonly Column[]): WeightColumns {
  const weights = columns.filter((c) => plays(c, "weight") && isNumeric(c) && !isMadeOfRow(grid, region, c));
  if (weights.length === 0) return { weight: maximumColumn(grid, region, columns), ofGroups: undefined };
  const most = weights.reduce((a, b) => (b.numbers > a.numbers ? b : a));
  return { weight: most, ofGroups: weights.find((c) => c !== most && c.numbers < most.numbers) };
}

/** Three and more columns that describe levels: texts which are no names, sections or comments. */
const areDescribed = (columns: readonly Column[]): boolean =>
  columns.filter(
    (c) =>
      isTextual(c) &&
      c.numbers === 0 &&
      c.texts > 1 &&
      !(["criterion", "group", "evidence", "rater"] as const).some((role) => plays(c, role)),
  ).length >= LEAST_LEVELS;
const LEAST_LEVELS = 3;

const POINTS = /^(points?|pts?\.?|marks?|punkte|punten|puan|puntos|pontos|poin|điểm|баллы?|分值|分数)$/i;
const LEAST_RATED = 3;
/** Of so many rows one may have its score where most still wait for theirs. */
const NEARLY_EMPTY = 2;

/** What each criterion can bring at most: called so, or "Points" beside scores none of which is above them. */
export function maximumColumn(grid: Grid, region: Region, columns: readonly Column[]): Column | undefined {
  const named = columns.find((c) => plays(c, "maximum") && isNumeric(c));
  if (named !== undefined) return named;
  const points = columns.find((c) => POINTS.test(c.header.trim()) && isNumeric(c));
  const scores = columns.filter((c) => c !== points && isNumeric(c) && plays(c, "score"));
  if (points === undefined) return undefined;
  // Beside a column that waits for what is obtained, points are what can be.
  const isOpen = (c: Column): boolean =>
    c !== points &&
    c.texts === 0 &&
    (OBTAINED.test(c.header) || ((plays(c, "score") || plays(c, "actual")) && c.sure === 1));
  const open = columns.filter((c) => isOpen(c) && c.numbers * NEARLY_EMPTY <= points.numbers);
  const first = (region.headerRows.at(-1) ?? region.top) + 1;
  const isWithin = ({ column }: Column): boolean => {
    for (let row = first; row <= region.bottom; row += 1) {
      const [most, score] = [cellNumber(grid.at(row, points.column)), cellNumber(grid.at(row, column))];
      if (score !== null && score > (most ?? Infinity)) return false;
    }
    return true;
  };
  if (open.some(isWithin) && points.numbers >= LEAST_RATED) return points;
  // Beside descriptions of levels, points are what each criterion can bring.
  if (scores.length === 0) return areDescribed(columns) && points.numbers >= LEAST_RATED ? points : undefined;
  let rated = 0;
  for (let row = first; row <= region.bottom; row += 1) {
    const most = cellNumber(grid.at(row, points.column));
    for (const { column } of scores) {
      const score = cellNumber(grid.at(row, column));
      if (most === null || score === null) continue;
      if (score > most) return undefined;
      rated += 1;
    }
  }
  return rated >= LEAST_RATED ? points : undefined;
}

const LEAST_NAMED = 3;

/** Signs instead of numbers: better, same or worse than a reference. */
function areSymbols(grid: Grid, subjects: readonly Subject[]): boolean {
  const cells = subjects.flatMap(({ scores }) => scores.flatMap((cell) => cell ?? []));
  const texts = cells.map((cell) => grid.text(cell.row, cell.column)).filter((text) => text !== "");
  const signs = texts.filter((text) => SIGN.test(text)).length;
  return texts.length > 3 && signs * 2 > texts.length && texts.some((text) => /[+＋]/.test(text));
}

/** One of the levels is ticked in each row, and their heads say no points. */
function areTicked(grid: Grid, rows: readonly number[], columns: readonly Column[]): boolean {
  const levels = columns.filter(({ header }) => isLevelHead(header));
  if (levels.length < LEAST_LEVELS) return false;
  const counts = rows.map((row) => levels.filter(({ column }) => isTick(grid.at(row, column))).length);
  return counts.every((count) => count <= 1) && counts.filter((count) => count === 1).length * 2 > rows.length;
}

/**
 * Full marks merged over several rows with points that are each at most the whole of them, and more than a row's share: the points
 * of levels, one of which is reached, and nobody's scores.
 */
function areLevelsDown(grid: Grid, items: readonly Item[], subjects: readonly Subject[]): boolean {
  const [subject, other] = subjects;
  if (subject === undefined || other !== undefined) return false;
  let [under, more] = [0, 0];
  for (const [i, { weight }] of items.entries()) {
    const cell = subject.scores[i];
    const points = cell == null ? null : cellNumber(grid.at(cell.row, cell.column));
    const whole = cellNumber(weight.raw);
    if (weight.shared !== true || points === null || whole === null) continue;
    if (points > whole) return false;
    under += 1;
    if (points > (weight.value ?? 0)) more += 1;
  }
  return more >= LEAST_DOWN && under * 2 > items.length;
}
const LEAST_DOWN = 2;

/**
 * Whether a column holds the points of the levels that stand under one another beside each criterion: where full marks are merged over
 * several rows, several numbers, none of them above these.
 */
function areLevelsBeside(
  grid: Grid,
  sheet: SnapshotSheet,
  { top, bottom }: Region,
  weight: Column | undefined,
  { column, texts }: Column,
): boolean {
  if (weight === undefined || texts > 0 || !plays(weight, "maximum") || plays(weight, "weight")) return false;
  const areas = sheet.merges.filter(
    (rect) =>
      rect.column === weight.column && rect.columns === 1 && rect.rows > 1 && rect.row > top && rect.row <= bottom,
  );
  const levelled = areas.filter(({ row, rows }) => {
    const most = cellNumber(grid.at(row, weight.column)) ?? 0;
    const points = Array.from({ length: rows }, (_, i) => cellNumber(grid.at(row + i, column)) ?? -1);
    return points.every((own) => own >= 0 && own <= most) && Math.max(...points) === most;
  });
  return levelled.length >= LEAST_DOWN && levelled.length * 2 > areas.length;
}

/** How many cells are asked for what stands behind a 0. */
const MOST_BEHIND = 200;
const DEEPEST = 4;

/** What makes 0 of nothing, as plain arithmetic does. */
const OF_NUMBERS = /^(SUM|SUMPRODUCT|AVERAGE|LARGE|SMALL|MAX|MIN|ROUND|ROUNDUP|ROUNDDOWN|PRODUCT|IFERROR)$/;

/** Whether a formula reckons with cells of which none is filled in: its 0 is no score. */
function addsNothing(grid: Grid, { row, column }: CellRef, depth = 0): boolean {
  const formula = grid.formulaInCells(row, column);
  if (formula === "" || cellNumber(grid.at(row, column)) !== 0 || depth > DEEPEST) return false;
  const { references, functions } = factsOf(formula);
  const cells = references.reduce((count, { rows, columns }) => count + rows * columns, 0);
  if (!functions.every((name) => OF_NUMBERS.test(name)) || cells === 0 || cells > MOST_BEHIND) return false;
  return references.every((rect) => {
    for (let r = rect.row; r < rect.row + rect.rows; r += 1)
      for (let c = rect.column; c < rect.column + rect.columns; c += 1)
        if (!grid.blank(r, c) && !addsNothing(grid, { row: r, column: c }, depth + 1)) return false;
    return true;
  });
}

function refusalOf(
  grid: Grid,
  layout: Layout,
  items: readonly Item[],
  subjects: readonly Subject[],
  isOpen: boolean,
): RefusalCode | null {
  const isScore = (cell: CellRef | null): boolean =>
    cell !== null && cellNumber(grid.at(cell.row, cell.column)) !== null;
  const hasScores = subjects.some(({ scores }) => scores.some(isScore));
  // Where each criterion weighs something and a column waits for the scores, they alone are missing.
  const waits = subjects.length > 0 && items.length > 1 && items.every(({ weight }) => weight.value !== null);
  if (!hasScores && areSymbols(grid, subjects)) return "symbols";
  if (layout === "rubric" && !hasScores) return waits ? "noScores" : "definitions";
  if (items.length === 0) return isOpen ? "noScores" : "noCriteria";
  if (areSymbols(grid, subjects)) return "symbols";
  if (!hasScores) return "noScores";
  if (areSharedOut(grid, items, subjects)) return "allocation";
  return items.some(({ weight }) => weight.value !== null) ? null : "noWeights";
}

/** The column of a row's score: of levels the one in which there are points. */
const reachedIn = (grid: Grid, row: number, { score, levels = [] }: Group): Column =>
  levels.find(({ column }) => cellNumber(grid.at(row, column)) !== null) ?? score;

/** Points under levels that are none of them above what the criterion can bring, and not the numbers of the levels themselves. */
function areLevelPoints(grid: Grid, rows: readonly number[], groups: readonly Group[], weights: readonly ItemWeight[]) {
  const [group] = groups;
  if (group?.levels === undefined) return false;
  let areNumbers = true;
  const isUnder = rows.every((row, i) => {
    const level = reachedIn(grid, row, group);
    const points = cellNumber(grid.at(row, level.column));
    if (points === null) return true;
    if (!level.header.includes(String(points))) areNumbers = false;
    return points <= (weights[i]?.value ?? 0);
  });
  return isUnder && !areNumbers;
}

const LEAST_GRADES = 4;

/** Grades by their letters, with what each begins at: no criteria. */
const areGrades = (items: readonly Item[]): boolean =>
  items.length >= LEAST_GRADES &&
  items.every(({ name }) => /^[A-F][+-]?$/.test(name.trim())) &&
  new Set(items.map(({ name }) => name.trim().charAt(0))).size > 2 &&
  items.some(({ name }) => /[+-]$/.test(name.trim()));

/** What stands across stands down as well: each is compared with each. */
function areSame(items: readonly Item[], subjects: readonly Subject[]): boolean {
  const names = new Set(items.map(({ name }) => name));
  return subjects.length >= LEAST_COMPARED && names.size === items.length && subjects.every((s) => names.has(s.label));
}
const LEAST_COMPARED = 3;

/** "Other", "Option 4": a place for something that is not there yet, and nobody who waits to be rated. */
const SPARE =
  /^(?:others?|option|alternative|spare|tbd|n\.?n\.?|sonstiges?|andere|weitere|otr[oa]s?|outr[oa]s?|autres?|lainnya|khác|其他|备选|待定|方案|другое|вариант)\s*#?\d*$/iu;

/** Of alternatives of which several have all their scores, those without any whose name stands for nothing yet. */
function withoutSpare(grid: Grid, subjects: readonly Subject[]): readonly Subject[] {
  const filled = subjects.map(
    ({ scores }) => scores.filter((cell) => cell !== null && !grid.blank(cell.row, cell.column)).length,
  );
  const most = Math.max(0, ...filled);
  if (most === 0 || filled.filter((count) => count === most).length < 2) return subjects;
  return subjects.filter(({ label }, i) => filled[i] !== 0 || !SPARE.test(label.trim()));
}

/** Of so many criteria one score alone is no rating. */
const LEAST_OTHERS = 5;

/**
 * Of columns of points that are all filled but for one, without the one that holds a single number, above what that criterion can
 * bring: something else ("Final: 50 of 100") that stands beside the first of them.
 */
function withoutOthers(grid: Grid, subjects: readonly Subject[], items: readonly Item[]): readonly Subject[] {
  if (subjects.length < 3 || items.length < LEAST_OTHERS) return subjects;
  const filled = subjects.map(({ scores }) =>
    scores.flatMap((cell, i) => {
      const value = cell === null ? null : cellNumber(grid.at(cell.row, cell.column));
      return value === null ? [] : [{ value, most: items[i]?.weight.value ?? 0 }];
    }),
  );
  if (filled.filter((own) => own.length === items.length).length < subjects.length - 1) return subjects;
  return subjects.filter((_, i) => {
    const [only, ...more] = filled[i] ?? [];
    return only === undefined || more.length > 0 || only.value <= only.most;
  });
}

/** Reads a block whose rows are criteria; `label` is their column. */
export function readCriteriaRows(
  grid: Grid,
  sheet: SnapshotSheet,
  region: Region,
  columns: readonly Column[],
  label: Column,
): Understood {
  const { weight, ofGroups } = weightColumns(grid, region, columns);
  const right = columns.filter((c) => c.column > label.column && c !== weight && c !== ofGroups);
  const open = onlyGrades(
    weight,
    right.filter((c) => !areLevelsBeside(grid, sheet, region, weight, c)),
  );
  const apart = groupsOf(grid, region, open, weight).filter(({ score }) => !isOfWeights(grid, region, weight, score));
  const groups = withoutOtherScales(grid, region, withinFullMarks(grid, region, weight, apart));
  // Points of levels and nothing else: what each level is worth is all that is said.
  const isDefined = groups.length === 0 && open.length < right.length;
  const parts = { region, label, columns, weight, groups };
  const found = criteriaRows(grid, sheet, parts);
  const isOutOf = weight !== undefined && plays(weight, "maximum") && !plays(weight, "weight");
  const scored = groups.map(({ score }) => score);
  const added = addedRows(grid, found.items, found.summaries, weight, scored, isOutOf);
  const rows = found.items.filter((row) => !added.includes(row));
  const names = rows.map((row) => nameCell(grid, row, parts));
  const group = columns.find((c) => c.column < label.column && !plays(c, "id") && (plays(c, "group") || isTextual(c)));
  let above = "";
  const groupNames = new Map(
    rows.map((row): [number, string] => {
      // A blank under a group's name goes on with it.
      above = (group === undefined ? "" : mergedText(grid, sheet, row, group.column)) || above;
      return [row, above || (found.sections.get(row) ?? "")];
    }),
  );
  const groupAt = (row: number): string => groupNames.get(row) ?? "";
  const weights =
    (weight === undefined ? hiddenWeights(grid, rows, groups) : null) ?? itemWeights(grid, sheet, rows, weight);
  const ownSections: readonly Section[] = groupWeights(grid, sheet, rows, group, ofGroups) ?? found.weighed;
  const targets = columns.filter((c) => plays(c, "target"));
  const nameOf = ({ row, column }: CellRef): string => mergedText(grid, sheet, row, column);
  const items = rows.map((row, i): Item => ({
    name: nameOf(names[i] ?? { row, column: label.column }),
    cell: names[i] ?? { row, column: label.column },
    group: groupAt(row),
    weight: weights[i] ?? { value: null, raw: "", cell: null },
    lower: targets.some(({ column }) => /^\s*(≤|<)/.test(grid.text(row, column).normalize("NFKC"))),
  }));
  const sections = ownSections.length > 0 ? ownSections : saidSections(grid, region, items);
  const levels = levelsOf(items, sections);
  const left = columns.filter(({ column }) => column < (groups[0]?.score.column ?? Infinity));
  const all = groups.map((g): Subject => ({
    label: g.label,
    cell: g.cell ?? { row: g.score.headerRow, column: g.score.column },
    scores: rows.map((row) => {
      const cell = { row, column: reachedIn(grid, row, g).column };
      return addsNothing(grid, cell) ? null : cell;
    }),
    targets: g.isAttainment && g.target !== null ? rows.map((row) => ({ row, column: g.target?.column ?? 0 })) : [],
    total: summaryCell(grid, found, g, left, "total"),
    rank: summaryCell(grid, found, g, left, "rank"),
  }));
  const layout = layoutOf(groupAt, found, groups, right);
  const rated = withoutSpare(grid, all);
  const subjects = withoutLoneZeros(grid, isOutOf ? withoutOthers(grid, rated, items) : rated);
  const own = groups.filter(
    (_, i) => all.length === subjects.length || subjects.some(({ cell }) => cell === all[i]?.cell),
  );
  const isAttainment = groups.some((g) => g.isAttainment);
  const isMost =
    weight !== undefined && (POINTS.test(weight.header.trim()) || areLevelPoints(grid, rows, groups, weights));
  // Named, and nothing beside it yet: the criteria are there, and what is missing are scores.
  const isOpen = groups.length > 0 && plays(label, "criterion") && label.distinct >= LEAST_NAMED;
  const read: Understood = {
    layout,
    items,
    ...levels,
    subjects,
    ...criteriaRoles({
      columns,
      rows,
      names,
      label,
      weight,
      group,
      groups: own,
      subjects,
      weights,
      sections: ownSections,
    }),
    weightHeader: isMost ? "maximum points" : (weight?.header ?? ""),
    scoreKind: isAttainment ? "attainment" : "score",
    ...(added.length > 0 ? { added: added.map((row) => ({ row, name: nameOf(nameCell(grid, row, parts)) })) } : {}),
    refusal: areSame(items, subjects)
      ? "pairwise"
      : areTicked(grid, rows, right)
        ? "ticks"
        : isDefined || areGrades(items) || (isOutOf && areLevelsDown(grid, items, subjects))
          ? "definitions"
          : refusalOf(grid, layout, items, subjects, isOpen),
  };
  const headed = headingParts(grid, read, own);
  return headed.length === 0 ? read : { ...read, parts: headed };
}
