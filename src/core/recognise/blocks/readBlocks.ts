/** All blocks of a sheet: what each is, what its weights are, or why no weighted total can be made of it. */
import type { Rect } from "../../model/a1";
import { rectAddress } from "../../model/a1";
import type { RoleAnswer } from "../answers";
import { Grid } from "../grid";
import type { SnapshotSheet } from "../snapshot";
import { withoutAsides } from "./asides";
import { withBesides } from "./besides";
import { measureOf } from "./compute";
import { weightsOfBlock, type BlockWeights } from "./family";
import type { CellRef } from "./formulaFacts";
import { readHeadless } from "./headless";
import { interpret } from "./interpret";
import { joinForms } from "./joinedForms";
import { legendWeights } from "./legendWeights";
import { says } from "./lexicon";
import { rangesOf } from "./matrixWeights";
import type { RefusalCode, Understood } from "./model";
import { cellNumber, weightInText } from "./numbers";
import { regionsOf, type Region } from "./regions";
import { areTallies } from "./tallies";

export interface BlockReading {
  readonly sheet: string;
  /** The sheet's name; with the range where the sheet has several blocks. */
  readonly name: string;
  readonly rect: Rect;
  readonly headerRows: readonly number[];
  readonly understood: Understood;
  readonly weights: BlockWeights;
  /** null: totals can be computed. */
  readonly refusal: RefusalCode | null;
  /** Scores may be ticks that were read as points. */
  readonly ticked?: true;
}

const rectOf = ({ top, bottom, columns }: Region): Rect => {
  const [first, last] = [columns[0] ?? 0, columns.at(-1) ?? 0];
  return { row: top, column: first, rows: bottom - top + 1, columns: last - first + 1 };
};

/** Further from a whole than a slip: constants that turn points into others, and no shares. */
const NO_SLIP = 0.25;

/** Weights that stand only in formulas which divide by their sum ("=(0.2*B2+0.3*C2)/0.5") need no sum of their own. */
function withoutSum(grid: Grid, understood: Understood, weights: BlockWeights): BlockWeights {
  const { expected, sum, scale, family } = weights;
  if (expected === null || sum === null || scale === null || sum === expected) return weights;
  if (understood.items.some(({ weight }) => weight.cell !== null)) return weights;
  const { unit, fits } = measureOf(grid, understood, family);
  const isFar = Math.abs(sum - expected) > NO_SLIP * expected;
  return fits > 0 && (unit === 1 || isFar)
    ? { ...weights, expected: null, scale: { ...scale, expected: null } }
    : weights;
}

/** Readings of a region: one, or one a plan where people have plans of their own. */
function readingsOf(grid: Grid, sheet: SnapshotSheet, region: Region): readonly BlockReading[] {
  const { parts, ...understood } = interpret(grid, sheet, region);
  const whole = rectOf(region);
  if (parts === undefined) return [readingOf(grid, sheet, region, understood, whole)];
  return parts.map((part) => readingOf(grid, sheet, region, part, rectOfPart(whole, part)));
}

/** Where a part of a block stands: the rows of its people, or the columns of its alternatives. */
function rectOfPart(whole: Rect, { roles }: Understood): Rect {
  const people = roles.person ?? [whole];
  const isAcross =
    people.every(({ row }) => row === people[0]?.row) && (people[0]?.row ?? 0) < (roles.score?.[0]?.row ?? 0);
  const own = isAcross ? (roles.score ?? people) : people;
  const ends = own.flatMap(({ row, rows, column, columns }) =>
    isAcross ? [column, column + columns] : [row, row + rows],
  );
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  return isAcross ? { ...whole, column: from, columns: to - from } : { ...whole, row: from, rows: to - from };
}

/** Numbers that no score is above are no full marks where the sheet's own totals are the scores times them. */
function withoutFullMarks(grid: Grid, understood: Understood, weights: BlockWeights): BlockWeights {
  if (weights.family !== "maximum" || weights.scale === null || says(understood.weightHeader, "maximum"))
    return weights;
  if (measureOf(grid, understood, "maximum").fits > 0 || measureOf(grid, understood, "importance").fits === 0)
    return weights;
  return { ...weights, family: "importance", scale: { ...weights.scale, family: "importance" } };
}

/** "Total 110 %" over the totals: the weights are meant to make it. */
function withStatedSum(grid: Grid, { items, subjects }: Understood, weights: BlockWeights): BlockWeights {
  const { expected, sum, scale } = weights;
  const [item, total] = [items[0]?.cell, subjects[0]?.total];
  if (expected === null || sum === null || scale === null || sum <= expected || item === undefined || total == null)
    return weights;
  const stated = weightInText(grid.text(item.row, total.column))?.value;
  return stated === sum ? { ...weights, expected: sum, scale: { ...scale, expected: null } } : weights;
}

const LEAST_ASKED = 6;
/** Of criteria that hardly any has a weight the column of weights is none, or belongs to something else beside them. */
const isHardlyWeighed = ({ layout, items }: Understood): boolean => {
  if (layout === "matrix" || items.length < LEAST_ASKED) return false;
  const without = items.filter(({ weight }) => weight.value === null).length;
  return without < items.length && without * 5 > items.length * 3;
};

/** So many wholes are no slip of shares that formulas make: totals of something, called a weight perhaps, or one weight in every row. */
const MOST_WHOLES = 2;
const areNoShares = (grid: Grid, { items }: Understood, { family, sum, expected }: BlockWeights): boolean =>
  family === "fraction" &&
  sum !== null &&
  expected !== null &&
  sum > expected * MOST_WHOLES &&
  items.every(({ weight: { cell } }) => cell !== null && grid.formula(cell.row, cell.column) !== "");

function readingOf(grid: Grid, sheet: SnapshotSheet, region: Region, read: Understood, rect: Rect): BlockReading {
  const counted = withoutFullMarks(grid, read, weightsOfBlock(grid, read));
  const understood = withBesides(grid, rect, region.headerRows, read, counted.family);
  const weights = withStatedSum(grid, understood, withoutSum(grid, understood, counted));
  const isTallied = understood.refusal === null || understood.refusal === "noWeights";
  const isOpen = understood.refusal === null || understood.refusal === "noScores";
  const isNone = isHardlyWeighed(understood) || areNoShares(grid, understood, weights);
  const tallies = isTallied && areTallies(grid, understood) ? "tallies" : null;
  const unusable = isOpen && isNone ? "noWeights" : null;
  const refusal = tallies ?? unusable ?? understood.refusal ?? (weights.scale === null ? "mixedWeights" : null);
  const { headerRows } = region;
  const reading = { sheet: sheet.name, name: sheet.name, rect, headerRows, understood, weights, refusal };
  return sheet.ticked === true ? { ...reading, ticked: true } : reading;
}

/**
 * Weights from elsewhere on the sheet are none of a step of a calculation: scores that formulas make (of weights already, mostly), and
 * totals that are their plain sums. Typed scores with plain sums beside weights are a mistake, and read with them.
 */
function isPlainStep(grid: Grid, understood: Understood, weights: BlockWeights): boolean {
  const isMade = (cell: CellRef | null): boolean => cell !== null && grid.formula(cell.row, cell.column) !== "";
  const scores = understood.subjects.flatMap((subject) => subject.scores);
  if (scores.filter(isMade).length * 5 < scores.length * 2) return false;
  return (
    understood.subjects.some(({ total }) => isMade(total)) && measureOf(grid, understood, weights.family).isUnweighted
  );
}

/** Only some weights of a longer list, that make no whole without its others. */
const isPartOfList = (list: Understood, own: Understood, { sum, expected }: BlockWeights): boolean =>
  list.items.length > own.items.length && expected !== null && sum !== expected;

/** The items of a block with the weights of the same criteria in another block; null where that one has not all of them. */
function borrowed(own: BlockReading, other: BlockReading): Understood | null {
  const items = own.understood.items.map((item) => {
    const same = other.understood.items.find(({ name }) => name === item.name && name !== "");
    return same?.weight.value == null ? null : { ...item, weight: same.weight };
  });
  const found = items.flatMap((item) => item ?? []);
  const weight = other.understood.roles.weight;
  if (found.length < 2 || found.length < items.length || weight === undefined) return null;
  const { roles, weightHeader } = { roles: own.understood.roles, weightHeader: other.understood.weightHeader };
  return { ...own.understood, items: found, roles: { ...roles, weight }, weightHeader, refusal: null };
}

/** Weights stand once on a sheet, in a table of criteria say, and count for every block on the same criteria. */
function withWeightsOfOthers(grid: Grid, readings: readonly BlockReading[]): readonly BlockReading[] {
  return readings.map((reading) => {
    if (reading.refusal !== "noWeights") return reading;
    for (const other of readings) {
      const understood = other === reading || other.refusal === "pairwise" ? null : borrowed(reading, other);
      if (understood === null) continue;
      const weights = weightsOfBlock(grid, understood);
      const isPart = isPartOfList(other.understood, understood, weights);
      if (isPart || isPlainStep(grid, understood, weights) || areNoShares(grid, understood, weights)) continue;
      return { ...reading, understood, weights, refusal: weights.scale === null ? "mixedWeights" : null };
    }
    return withListedWeights(grid, reading);
  });
}

/** The columns of a matrix from the names to the last score: right of them a list may stand, though nothing parts it from them. */
function ownPart({ layout, subjects }: Understood, rect: Rect): Rect {
  const [first] = subjects;
  if (layout !== "matrix" || first?.across === undefined) return rect;
  const own = [first.cell.column, ...first.across];
  const column = Math.min(...own);
  return { ...rect, column, columns: Math.max(...own) - column + 1 };
}

/** Of a list with more criteria than the block has: what is missing is no slip. */
const isFarFromWhole = ({ sum, expected }: BlockWeights): boolean =>
  sum !== null && expected !== null && Math.abs(sum - expected) > expected / 4;

/** A list of criteria with numbers, somewhere on the sheet and no block itself. */
function withListedWeights(grid: Grid, reading: BlockReading): BlockReading {
  const { understood, rect } = reading;
  // The list itself, with another number a criterion, is no scorecard.
  if (understood.layout === "form" || understood.subjects.length < 2) return reading;
  const listed = legendWeights(
    grid,
    understood.items.map(({ name }) => name),
    ownPart(understood, rect),
  );
  if (listed === null) return reading;
  const items = understood.items.map((item, i) => ({ ...item, weight: listed[i] ?? item.weight }));
  const weight = rangesOf(listed.flatMap(({ cell }) => cell ?? []));
  const own = { ...understood, items, roles: { ...understood.roles, weight }, refusal: null };
  const weights = weightsOfBlock(grid, own);
  if (isPlainStep(grid, own, weights) || isFarFromWhole(weights)) return reading;
  const sure = { ...own.sure, weight: 0.6 };
  return { ...reading, understood: { ...own, sure }, weights, refusal: weights.scale === null ? "mixedWeights" : null };
}

/** Names and weights over a block that are read with it already. */
const isHeadOf = ({ refusal, rect }: BlockReading, readings: readonly BlockReading[]): boolean =>
  refusal === "noPeople" &&
  readings.some(
    ({ refusal: other, understood, rect: below }) =>
      other !== "noPeople" &&
      below.row === rect.row + rect.rows &&
      understood.roles.weight?.some((own) => own.row >= rect.row && own.row < rect.row + rect.rows) === true,
  );

const isWithin = (inner: Rect, outer: Rect): boolean =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column + inner.columns <= outer.column + outer.columns;

/** A list without scores whose weights another block counts with. */
const isLegendOf = ({ refusal, understood }: BlockReading, readings: readonly BlockReading[]): boolean => {
  const own = understood.roles.weight ?? [];
  return (
    refusal === "noScores" &&
    own.length > 0 &&
    readings.some(
      (other) =>
        other.refusal === null &&
        own.every((rect) => other.understood.roles.weight?.some((used) => isWithin(rect, used)) === true),
    )
  );
};

/** The rows of a header that stands over several rows, with nothing in them: no block of their own. */
const isEmptyHead = (grid: Grid, { rect, understood }: BlockReading): boolean => {
  if (understood.subjects.length > 0 && understood.items.length > 0) return false;
  for (let row = rect.row; row < rect.row + rect.rows; row += 1)
    for (let column = rect.column; column < rect.column + rect.columns; column += 1)
      if (cellNumber(grid.at(row, column)) !== null) return false;
  return true;
};

/**
 * Reads every block of a sheet; an empty list where nothing looks like a table.
 * @param answers what a person said about this sheet; it counts more than any word on it
 */
export function readBlocks(
  given: Grid,
  whole: SnapshotSheet,
  answers: readonly RoleAnswer[] = [],
): readonly BlockReading[] {
  // Whoever answers may point at anything on the sheet.
  const sheet = answers.length > 0 ? whole : withoutAsides(given, whole);
  const grid = sheet === whole ? given : new Grid(sheet);
  const apart = withWeightsOfOthers(
    grid,
    regionsOf(grid, sheet, answers).flatMap((region) => readingsOf(grid, sheet, region)),
  );
  if (apart.length === 0) {
    const headless = readHeadless(grid, sheet);
    if (headless === null) return [];
    return [readingOf(grid, sheet, headless.region, headless.understood, rectOf(headless.region))];
  }
  const readings = joinForms(grid, apart);
  // Legends and label lines beside a scorecard are no blocks of their own.
  const scorecards = readings.filter(
    (reading) =>
      reading.refusal !== "notAScorecard" &&
      !(
        readings.length > 1 &&
        (isEmptyHead(grid, reading) || isHeadOf(reading, readings) || isLegendOf(reading, readings))
      ),
  );
  if (scorecards.length === 0) return readings;
  return scorecards.length === 1
    ? scorecards
    : scorecards.map((reading) => ({ ...reading, name: `${sheet.name} ${rectAddress(reading.rect)}` }));
}
