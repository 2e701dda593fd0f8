/** The rows of a block with criteria in rows: items, sections with or without weights, and sums; and the items' weights. */
import type { Grid } from "../grid";
import type { CellValue, SnapshotSheet } from "../snapshot";
import { plays as isMarker } from "../words";
import { isSummaryLabel, mergedText, plays, type Column } from "./columns";
import type { Group } from "./criteriaGroups";
import { factsOf, type CellRef } from "./formulaFacts";
import { isLevelHead } from "./levels";
import { says } from "./lexicon";
import { isNoteText, isPlainText, isSummaryText } from "./matrixRows";
import { mergeAt } from "./merges";
import type { ItemWeight, Section } from "./model";
import { cellNumber } from "./numbers";
import type { Region } from "./regions";

export interface CriteriaRows {
  readonly items: readonly number[];
  readonly summaries: readonly number[];
  /** Row of an item → the section it stands in. */
  readonly sections: ReadonlyMap<number, string>;
  /** Sections with weights of their own; empty where there are none. */
  readonly weighed: readonly Section[];
}
interface Heading {
  readonly row: number;
  readonly name: string;
  readonly weight: number;
  /** Its weight is the sum of cells below it: where these end; 0 for none. */
  readonly until: number;
  readonly items: number[];
}

/** Rows that add up others of their column: a SUM or AVERAGE over cells above or below. */
function addsUp(grid: Grid, row: number, columns: readonly Column[]): boolean {
  return columns.some(({ column }) => {
    const formula = grid.formulaInCells(row, column);
    if (formula === "") return false;
    const { functions, references } = factsOf(formula);
    return (
      functions.some((name) => /^(SUM|AVERAGE|SUMPRODUCT|MAX|MIN|SUBTOTAL)$/.test(name)) &&
      references.some((rect) => rect.rows >= 2 && (row < rect.row || row >= rect.row + rect.rows))
    );
  });
}

/** "--", "n/a", or a word ("added to the total") in the place of a weight. */
const isNoWeight = (raw: CellValue): boolean =>
  typeof raw === "string" && raw.trim() !== "" && isMarker(raw, "notApplicable");
const isWord = (raw: CellValue): boolean => typeof raw === "string" && raw.trim() !== "" && !/\d/.test(raw);

/** Names of sums that are names of criteria, too: a final exam, a ranking. */
const EITHER = /^(finals?|results?|overall|rank|ranking|resultado|ergebnis|résultat|hasil|nilai akhir|成绩|排名)$/i;

/** A row called like a sum, with a weight that makes the whole together with those over it: a criterion. */
function completesWhole(grid: Grid, row: number, { region, weight }: Parts, said: string): boolean {
  if (weight === undefined || !EITHER.test(said.trim())) return false;
  let sum = 0;
  for (let at = (region.headerRows.at(-1) ?? region.top) + 1; at <= row; at += 1)
    sum += grid.formulaInCells(at, weight.column) === "" ? (cellNumber(grid.at(at, weight.column)) ?? 0) : 0;
  return [1, 100].some((whole) => Math.abs(sum - whole) <= whole * 1e-6);
}

/** The same few short texts over and over. */
const areKinds = ({ texts, distinct, longest }: Column): boolean =>
  longest <= LONGEST_KIND && texts >= LEAST_OF_KIND && distinct * LEAST_OF_KIND <= texts;
const LONGEST_KIND = 3;
const LEAST_OF_KIND = 4;

/** The column right of the names, before the numbers, in which names further in may stand. */
function indentOf({ label, columns, weight, groups }: Parts): Column | undefined {
  const numbers = [weight, ...groups.map(({ score }) => score)].flatMap((c) => (c === undefined ? [] : [c.column]));
  const right = columns.filter(({ column }) => column > label.column && column < Math.min(...numbers));
  // Kinds of items by a letter or two name none of them.
  const next = right[0] !== undefined && areKinds(right[0]) ? right[1] : right[0];
  if (next === undefined || next.texts === 0) return undefined;
  return isLevelHead(next.header) || plays(next, "evidence") ? undefined : next;
}

/** Where the name of a row stands: in its own column, in one merged down over it, or one column further in. */
export function nameCell(grid: Grid, row: number, parts: Parts): CellRef {
  const { label, weight } = parts;
  const own = { row, column: label.column };
  // Without a weight of its own a row further in goes on with what is above it.
  if (!grid.blank(row, label.column) || weight === undefined || grid.blank(row, weight.column)) return own;
  const indent = indentOf(parts);
  if (indent !== undefined && !grid.blank(row, indent.column)) return { row, column: indent.column };
  const outer = parts.columns.find((c) => c.column === label.column - 1 && c.texts > c.numbers);
  return outer === undefined || grid.blank(row, outer.column) ? own : { row, column: outer.column };
}

/** A weight in the row's own cell, or in one merged down over it; a heading merged across the block is none. */
function sharesWeight(grid: Grid, sheet: SnapshotSheet, row: number, { column }: Column): boolean {
  if (!grid.blank(row, column)) return true;
  const area = mergeAt(sheet, row, column);
  return area?.column === column && area.rows > 1 && !grid.blank(area.row, area.column);
}

/** The last row of those below a row that a SUM in it adds up; 0 for none. */
function addsUntil(grid: Grid, row: number, column: number): number {
  const { functions, references } = factsOf(grid.formulaInCells(row, column));
  if (!functions.includes("SUM")) return 0;
  const below = references.filter((rect) => rect.rows > 1 && rect.row > row && rect.column === column);
  return Math.max(0, ...below.map((rect) => rect.row + rect.rows - 1));
}

/** Whether a formula makes a score of those of rows below. */
const isMade = (grid: Grid, row: number, column: number): boolean =>
  factsOf(grid.formulaInCells(row, column)).references.some((rect) => rect.row > row && rect.column === column);

/** A sum of products of the rows above is what they come to. */
function addsProducts(grid: Grid, row: number, column: number, first: number): boolean {
  const { products } = factsOf(grid.formulaInCells(row, column));
  return products.length >= 2 && products.every((pair) => pair.every((cell) => cell.row >= first && cell.row < row));
}

/** A sum of cells above, over gaps too, and of no other cells. */
export function addsOnlyAbove(grid: Grid, row: number, column: number): boolean {
  const { functions, references } = factsOf(grid.formulaInCells(row, column));
  const own = references.filter((rect) => rect.column === column && rect.columns === 1);
  const cells = own.reduce((count, { rows }) => count + rows, 0);
  const areAbove = own.every((rect) => rect.row + rect.rows <= row);
  const adds = functions.includes("SUM") || PLAIN_ADDITION.test(grid.formulaInCells(row, column));
  return adds && own.length === references.length && areAbove && cells >= LEAST_ADDED;
}
const LEAST_ADDED = 3;
/** "=F3+F5+F9" */
const PLAIN_ADDITION = /^=\s*\+?\s*\$?[A-Z]{1,3}\$?\d+(?:\s*\+\s*\$?[A-Z]{1,3}\$?\d+)+\s*$/i;

/** Whether the last row is what the others come to, in the weights and in each column of scores: a sum by whatever name. */
function isSumOfOthers(grid: Grid, items: readonly number[], { weight, groups }: Parts): boolean {
  const last = items.at(-1);
  if (weight === undefined || last === undefined || items.length < LEAST_ADDED || groups.length === 0) return false;
  const isSum = (column: number): boolean => {
    const own = cellNumber(grid.at(last, column));
    const sum = items.slice(0, -1).reduce((all, row) => all + (cellNumber(grid.at(row, column)) ?? 0), 0);
    return own !== null && own > 0 && near(own, sum);
  };
  return isSum(weight.column) && groups.every(({ score }) => isSum(score.column));
}

/** A weight that is the sum of all those over it is none. */
function addsAbove(grid: Grid, row: number, { column }: Column, region: Region): boolean {
  const { functions, references } = factsOf(grid.formulaInCells(row, column));
  const first = (region.headerRows.at(-1) ?? region.top) + 1;
  return (
    functions.includes("SUM") &&
    references.some(
      (rect) => rect.column === column && rect.rows > 1 && rect.row <= first + 1 && rect.row + rect.rows === row,
    )
  );
}

export interface Parts {
  readonly region: Region;
  readonly label: Column;
  readonly columns: readonly Column[];
  readonly weight: Column | undefined;
  readonly groups: readonly Group[];
}
/** A criterion and so many descriptions of its levels. */
const LEAST_DESCRIBED = 4;

/** Columns in which a group's scores stand. */
const scoresOf = ({ score, weighted, levels = [score] }: Group): readonly Column[] =>
  weighted === null ? levels : [...levels, weighted];

/** "Part 1: Results (60 %)" is a heading, not a note. */
const endsInWeight = (text: string): boolean =>
  /[([]\D{0,12}\d+(?:[.,]\d+)?\s*(?:%|分|points?)?\s*[)\]]\s*[:.]?\s*$/i.test(text.normalize("NFKC"));

type Kind = "item" | "summary" | "heading" | "section" | "none";

/** What one row is, before its neighbours are asked. */
function kindOf(grid: Grid, sheet: SnapshotSheet, row: number, parts: Parts) {
  const { region, columns, weight, groups } = parts;
  const at = nameCell(grid, row, parts);
  const words = columns
    .map(({ column }) => grid.text(row, column))
    .filter((cell) => cell !== "" && cellNumber(cell) === null);
  const first = words[0] ?? "";
  const isWeighed = weight !== undefined && cellNumber(grid.at(row, weight.column)) !== null;
  const text = isWeighed ? mergedText(grid, sheet, at.row, at.column) : grid.text(at.row, at.column);
  const said = text === "" || cellNumber(text) !== null ? first : text;
  const scoreColumns = groups.flatMap(scoresOf);
  const hasWeight = weight !== undefined && isWeighed;
  const hasScore = scoreColumns.some(({ column }) => !grid.blank(row, column));
  const asKind = (kind: Kind) => ({ kind, said });
  const isRank = says(said, "rank", 0.8) || says(first, "rank", 1);
  // "Score" under weighted criteria, with no weight of its own, is what they come to.
  const isResult = !hasWeight && weight !== undefined && row === region.bottom && says(said, "score", 0.8);
  const isOwn = hasWeight && hasScore && completesWhole(grid, row, parts, said);
  // "Total grade point" at the end, over what all rows can bring, waits for their sum.
  const isWaiting = hasWeight && !hasScore && row === region.bottom && says(said, "total");
  const isSum =
    isResult || isWaiting || isSummaryLabel(said) || isSummaryLabel(first) || (!hasWeight && isSummaryText(said));
  const adds = addsUp(grid, row, weight === undefined ? scoreColumns : [...scoreColumns, weight]);
  const below = (region.headerRows.at(-1) ?? region.top) + 1;
  const isSumOfAbove =
    (hasWeight &&
      (text === "" || adds) &&
      addsOnlyAbove(grid, row, weight.column) &&
      groups.some((g) => addsOnlyAbove(grid, row, g.score.column))) ||
    (hasWeight && (addsAbove(grid, row, weight, region) || addsProducts(grid, row, weight.column, below))) ||
    scoreColumns.some(({ column }) => addsProducts(grid, row, column, below));
  if (!isOwn && (isSum || isRank || (adds && !hasWeight) || isSumOfAbove)) return asKind("summary");
  // "--" instead of a weight: a gate, which stands outside the sum; a word instead, with no score, too.
  const raw = weight === undefined || hasWeight ? "" : grid.at(row, weight.column);
  const isGate = isNoWeight(raw) || (isWord(raw) && !hasScore);
  // Beside descriptions of levels a long text is what is rated.
  const isNote = isNoteText(said) && !endsInWeight(said) && !(words.length >= LEAST_DESCRIBED && isPlainText(said));
  if (said === "" || isGate || (!hasWeight && isNote)) return asKind("none");
  if (adds) return asKind("heading");
  if (hasWeight) return asKind(hasScore || groups.length === 0 ? (text === "" ? "none" : "item") : "heading");
  if (text !== "" && hasScore) return asKind("item");
  if (text !== "" && (groups.length === 0 || (weight !== undefined && sharesWeight(grid, sheet, row, weight))))
    return asKind("item");
  return asKind(said.length <= (endsInWeight(said) ? 60 : 40) ? "section" : "none");
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(1e-6, Math.abs(b) * 5e-5);

/** Headings whose items make up their weight are mere sums; those whose items make a whole weigh on a level of their own. */
function levelOf(headings: readonly Heading[], weightAt: (row: number) => number): "sums" | "levels" | "items" {
  const filled = headings.filter(({ items }) => items.length > 0);
  if (filled.length === 0) return "items";
  // Where formulas make them, sums may hold other sums, which their items then do not make up.
  if (headings.every(({ until }) => until > 0)) return "sums";
  const sums = filled.map(({ items, weight }) => [items.reduce((sum, row) => sum + weightAt(row), 0), weight] as const);
  if (sums.every(([sum, weight]) => near(sum, weight))) return "sums";
  const isWhole = (sum: number): boolean => near(sum, 1) || near(sum, 100);
  if (sums.every(([sum]) => isWhole(sum))) return "levels";
  const parts = sums.filter(([sum, weight]) => near(sum, weight)).length;
  if (parts * 2 > sums.length) return "sums";
  // Half of them are enough where the headings make a whole, as they do where one weight among the items is wrong.
  const isOneWrong = isWhole(sums.reduce((all, [, weight]) => all + weight, 0));
  if (!isOneWrong) return "items";
  const whole = sums.filter(([sum]) => isWhole(sum)).length;
  return parts * 2 === sums.length ? "sums" : whole * 2 >= sums.length ? "levels" : "items";
}

/**
 * Before anybody has a score sections and what stands in them look alike: a number, and under it shares that make 1 together, over and
 * over. The sections with their rows; null where that is not so everywhere.
 */
function openSections(headings: readonly Heading[]): readonly Heading[] | null {
  const found: Heading[] = [];
  for (let i = 0; i < headings.length; i += 1) {
    const head = headings[i];
    if (head === undefined || head.weight <= 1) return null;
    let sum = 0;
    const own: number[] = [];
    while (!near(sum, 1)) {
      const next = headings[i + 1];
      if (next === undefined || next.weight <= 0 || next.weight >= 1 || sum > 1) return null;
      sum += next.weight;
      own.push(next.row);
      i += 1;
    }
    found.push({ ...head, items: own });
  }
  return found.length >= LEAST_PARTS ? found : null;
}

/** The first row under the header; a name of the criteria that is merged downwards takes the rows beside it with it. */
function belowHeader(sheet: SnapshotSheet, { region, label }: Parts): number {
  const last = region.headerRows.at(-1) ?? region.top;
  const ends = sheet.merges
    .filter(({ row, rows, column }) => column === label.column && row <= last && row + rows > last)
    .map(({ row, rows }) => row + rows);
  return Math.max(last + 1, ...ends);
}

/** What the sum of all is called; under it stands what is made of it. */
const WHOLE =
  /^(?:(?:grand ?)?totals?|sum|总计|合计|总分|总得分|gesamt(?:summe)?|summe|somme|suma|soma|jumlah|итого|всего|tổng(?: cộng| điểm)?|toplam|totaal)$/i;

/** The header of the names once more, with no number beside it: the next step begins there. */
const isHeaderAgain = (grid: Grid, row: number, { label, columns }: Parts): boolean =>
  label.header !== "" &&
  grid.text(row, label.column) === label.header &&
  columns.every(({ column }) => cellNumber(grid.at(row, column)) === null);

/** Tells items, sections and sums apart: by formulas and empty scores first, by words second. */
export function criteriaRows(grid: Grid, sheet: SnapshotSheet, parts: Parts): CriteriaRows {
  const { region, weight } = parts;
  const [items, summaries]: [number[], number[]] = [[], []];
  const sections = new Map<number, string>();
  const headings: Heading[] = [];
  const weightAt = (row: number): number => (weight === undefined ? 0 : (cellNumber(grid.at(row, weight.column)) ?? 0));
  const untilOf = (row: number): number => (weight === undefined ? 0 : addsUntil(grid, row, weight.column));
  // What a section adds up is an item, though it waits for its score.
  const isPart = (row: number): boolean => untilOf(row) === 0 && headings.some(({ until }) => until >= row);
  let section = "";
  let isOver = false;
  for (let row = belowHeader(sheet, parts); row <= region.bottom; row += 1) {
    if (items.length > 1 && isHeaderAgain(grid, row, parts)) break;
    const { kind, said } = kindOf(grid, sheet, row, parts);
    if (kind === "summary") {
      summaries.push(row);
      isOver ||= WHOLE.test(said.trim());
    } else if (kind === "section") section = said;
    else if (kind === "heading" && !isPart(row)) {
      section = said;
      headings.push({ row, name: said, weight: weightAt(row), until: untilOf(row), items: [] });
    } else if (kind === "item" || kind === "heading") {
      // Under the total stands what is made of it: a grade, a mark.
      if (isOver && weight !== undefined && isAfterTotal(grid, sheet, row, weight)) continue;
      items.push(row);
      sections.set(row, section);
      headings.at(-1)?.items.push(row);
    }
  }
  if (isSumOfOthers(grid, items, parts)) summaries.push(items.pop() ?? 0);
  summaries.push(...totalsBelow(grid, parts, items));
  const whole = weight === undefined ? null : withoutDetails(grid, sheet, items, headings, weight);
  if (whole !== null) return { items: whole, summaries, sections: new Map(), weighed: [] };
  // The score of a sum waits for the rows below, as its weight does.
  const waits = ({ row, until }: Heading): boolean =>
    until > 0 &&
    parts.groups.flatMap(scoresOf).every(({ column }) => grid.blank(row, column) || isMade(grid, row, column));
  if (headings.length === 0) return withoutParents(grid, parts, { items, summaries, sections, weighed: [] });
  const open = items.length > 0 ? null : openSections(headings);
  const level = open === null ? levelOf(headings, weightAt) : "levels";
  if (open !== null && weight !== undefined) {
    for (const { name, items: own } of open) for (const row of own) sections.set(row, name);
    return {
      items: open.flatMap((one) => one.items),
      summaries,
      sections,
      weighed: open.map(({ row, name, weight: value }) => ({
        name,
        weight: { value, raw: grid.at(row, weight.column), cell: { row, column: weight.column } },
      })),
    };
  }
  if (level === "items") {
    // Rows with a weight and no score yet are items like the others; sums of what is below them are none.
    const areOpen = headings.every((heading) => heading.items.length === 0);
    const own = headings.filter((heading) => !(areOpen && heading.until > 0) && !waits(heading));
    const all = [...items, ...own.map(({ row }) => row)].sort((a, b) => a - b);
    return withoutParents(grid, parts, { items: all, summaries, sections: new Map(), weighed: [] });
  }
  const lone = headings.filter((heading) => heading.items.length === 0 && !waits(heading)).map(({ row }) => row);
  const kept = [...items, ...lone].sort((a, b) => a - b);
  const typed = headings.filter(({ row }) => weight !== undefined && grid.formula(row, weight.column) === "");
  const weighed =
    weight === undefined || (level === "sums" && typed.length < headings.length)
      ? []
      : headings.map(({ row, name, weight: value }): Section => ({
          name,
          weight: { value, raw: grid.at(row, weight.column), cell: { row, column: weight.column } },
        }));
  return { items: kept, summaries, sections, weighed };
}

const LEAST_PARTS = 2;

/**
 * Rows whose weight is the sum of those of the rows under them, typed and scored like these: with them the total would count twice.
 * None where the total does not say so.
 */
function parentsOf(
  grid: Grid,
  items: readonly number[],
  summaries: readonly number[],
  weight: Column,
): readonly number[] {
  const weightAt = (row: number): number => cellNumber(grid.at(row, weight.column)) ?? 0;
  const sumOf = (rows: readonly number[]): number => rows.reduce((sum, row) => sum + weightAt(row), 0);
  const totals = summaries.map(weightAt).filter((total) => total > 0);
  if (totals.length === 0 || totals.some((total) => near(sumOf(items), total))) return [];
  const parents: number[] = [];
  for (let i = 0; i < items.length; i += 1) {
    const own = weightAt(items[i] ?? 0);
    let [sum, count] = [0, 0];
    while (own > 0 && sum < own - 1e-9 && i + count + 1 < items.length) {
      count += 1;
      sum += weightAt(items[i + count] ?? 0);
    }
    if (count < LEAST_PARTS || !near(sum, own)) continue;
    parents.push(items[i] ?? 0);
    i += count;
  }
  const leaves = items.filter((row) => !parents.includes(row));
  return totals.some((total) => near(sumOf(leaves), total)) ? parents : [];
}

/** The rows without those that hold their parts, which name what stands under them. */
function withoutParents(grid: Grid, parts: Parts, rows: CriteriaRows): CriteriaRows {
  const parents = parts.weight === undefined ? [] : parentsOf(grid, rows.items, rows.summaries, parts.weight);
  if (parents.length === 0) return rows;
  const sections = new Map(rows.sections);
  const weightAt = (row: number): number =>
    parts.weight === undefined ? 0 : (cellNumber(grid.at(row, parts.weight.column)) ?? 0);
  let [name, left] = ["", 0];
  for (const row of rows.items) {
    if (parents.includes(row)) {
      const at = nameCell(grid, row, parts);
      [name, left] = [grid.text(at.row, at.column), weightAt(row)];
    } else {
      if (left > 1e-9) sections.set(row, name);
      left -= weightAt(row);
    }
  }
  return { ...rows, items: rows.items.filter((row) => !parents.includes(row)), sections };
}

/**
 * Rows without weights among rows that have them, make a whole, and add them up: they are parts of one criterion each, and no
 * criteria themselves. The rows that are; null where there are no such parts.
 */
function withoutDetails(
  grid: Grid,
  sheet: SnapshotSheet,
  items: readonly number[],
  headings: readonly Heading[],
  weight: Column,
): readonly number[] | null {
  const weighed = items.filter((row) => sharesWeight(grid, sheet, row, weight));
  if (headings.length < 2 || weighed.length === items.length || headings.some(({ until }) => until > 0)) return null;
  const own = [...weighed, ...headings.map(({ row }) => row)].sort((a, b) => a - b);
  const sum = own.reduce((all, row) => all + (cellNumber(grid.at(row, weight.column)) ?? 0), 0);
  return [1, 100].some((whole) => near(sum, whole)) ? own : null;
}

const isAfterTotal = (grid: Grid, sheet: SnapshotSheet, row: number, weight: Column): boolean =>
  !sharesWeight(grid, sheet, row, weight) || grid.formulaInCells(row, weight.column) !== "";

/** How far under a block its totals may stand apart: their formulas say what they are of. */
const APART = 100;

/** Rows under a block, after empty ones, whose formulas add up its rows. */
function totalsBelow(grid: Grid, { region, groups }: Parts, items: readonly number[]): number[] {
  const [first, end] = [items[0], items.at(-1)];
  if (first === undefined || end === undefined) return [];
  const columns = groups.flatMap(scoresOf);
  const isTotal = (row: number): boolean =>
    columns.some(({ column }) => {
      const { functions, references, products } = factsOf(grid.formulaInCells(row, column));
      const adds = functions.some((name) => name === "SUM" || name === "SUMPRODUCT") || products.length > 1;
      return (
        adds && references.some((rect) => rect.row >= first - 1 && rect.row <= first && rect.row + rect.rows > end)
      );
    });
  const last = Math.min(region.bottom + APART, grid.bottom);
  return Array.from({ length: Math.max(0, last - region.bottom) }, (_, i) => region.bottom + 1 + i).filter(isTotal);
}

/** Weights of the rows; one merged over several rows is shared out among them. */
export function itemWeights(
  grid: Grid,
  sheet: SnapshotSheet,
  rows: readonly number[],
  weight: Column | undefined,
): readonly ItemWeight[] {
  return rows.map((row): ItemWeight => {
    if (weight === undefined) return { value: null, raw: "", cell: null };
    const own = mergeAt(sheet, row, weight.column);
    const area = own?.column === weight.column && own.rows > 1 ? own : undefined;
    const at = area?.row ?? row;
    const raw = grid.at(at, weight.column);
    const value = cellNumber(raw);
    const sharing =
      area === undefined ? 1 : rows.filter((other) => other >= area.row && other < area.row + area.rows).length;
    const found = { value: value === null ? null : value / sharing, raw, cell: { row: at, column: weight.column } };
    return sharing > 1 ? { ...found, shared: true } : found;
  });
}

/** Weights that the formulas of a weighted column multiply with, where no column says so. */
export function hiddenWeights(
  grid: Grid,
  rows: readonly number[],
  groups: readonly Group[],
): readonly ItemWeight[] | null {
  const found = rows.map((row): ItemWeight | null => {
    for (const { score, weighted } of groups) {
      const facts = factsOf(weighted === null ? "" : grid.formulaInCells(row, weighted.column));
      const scaled = facts.scaled.find(({ cell }) => cell.row === row && cell.column === score.column);
      if (scaled !== undefined) return { value: scaled.by, raw: scaled.by, cell: null };
      const isScore = ({ row: at, column }: CellRef): boolean => at === row && column === score.column;
      const other = facts.products.find((cells) => cells.some(isScore))?.find((cell) => !isScore(cell));
      if (other === undefined) continue;
      const raw = grid.at(other.row, other.column);
      return { value: cellNumber(raw), raw, cell: other };
    }
    return null;
  });
  const weights = found.flatMap((weight) => weight ?? []);
  return weights.length === rows.length && rows.length > 1 ? weights : null;
}

/**
 * Weights of groups in a column of their own, beside weights of the items: a number where a group begins, nothing below.
 * null where the numbers are not such.
 */
export function groupWeights(
  grid: Grid,
  sheet: SnapshotSheet,
  rows: readonly number[],
  group: Column | undefined,
  column: Column | undefined,
): readonly Section[] | null {
  if (group === undefined || column === undefined) return null;
  const sections = new Map<string, Section>();
  let name = "";
  for (const row of rows) {
    const own = mergedText(grid, sheet, row, group.column);
    const isNew = own !== "" && own !== name;
    if (isNew) name = own;
    const raw = grid.at(row, column.column);
    const value = cellNumber(raw);
    if (isNew && value !== null)
      sections.set(name, { name, weight: { value, raw, cell: { row, column: column.column } } });
    else if (isNew || value !== null) return null;
  }
  return sections.size > 1 ? [...sections.values()] : null;
}
