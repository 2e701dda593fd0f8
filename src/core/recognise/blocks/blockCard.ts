/** From the blocks of a user's sheet to one located scorecard: a plan a block, its subjects as people. */
import { cellAddress, type Rect } from "../../model/a1";
import {
  ActualCell,
  NumberCell,
  cellAt,
  type Actual,
  type Person,
  type Plan,
  type PlanLine,
  type PlanSection,
  type Proof,
  type Scorecard,
} from "../../model/scorecard";
import type { OwnScale } from "../../model/scorecard";
import { roundHalfAway } from "../../scoring/round";
import { SCORING_DEFAULTS } from "../../scoring/settings";
import type { Grid } from "../grid";
import type { CellValue } from "../snapshot";
import { plays } from "../words";
import { attained, isPoints, isTakenOff, measureOf, pointsBeside, type Measure } from "./compute";
import { saysCredits } from "./creditWords";
import { entryBlock } from "./entryBlock";
import { factsOf, type CellRef } from "./formulaFacts";
import { isSummaryLabel } from "./columns";
import { says } from "./lexicon";
import type { Item, ItemWeight, Section, Subject } from "./model";
import { naturesOfItems } from "./natures";
import { cellNumber } from "./numbers";
import type { BlockReading } from "./readBlocks";
import { RowPerson, type MatrixPeople } from "./rowPerson";
import { scaleOf } from "./scale";

export interface CardPart {
  readonly reading: BlockReading;
  readonly measure: Measure;
}
export interface BlockCard {
  readonly card: Scorecard;
  /** One a plan. */
  readonly parts: readonly CardPart[];
}

/** The smallest rectangle around cells. */
function around(cells: readonly CellRef[]): Rect {
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}

const MOST_BETWEEN = 10_000;

/** Whether numbers that are no weights stand between the weights: subtotals, sums, merged or distant cells. */
function areApart(grid: Grid, rect: Rect, weights: readonly ItemWeight[]): boolean {
  if (weights.some(({ cell, shared }) => cell === null || shared === true)) return true;
  if (rect.rows * rect.columns > MOST_BETWEEN) return true;
  const own = new Set(weights.map(({ cell }) => (cell === null ? "" : cellAddress(cell.row, cell.column))));
  for (let row = rect.row; row < rect.row + rect.rows; row += 1)
    for (let column = rect.column; column < rect.column + rect.columns; column += 1)
      if (!own.has(cellAddress(row, column)) && typeof grid.at(row, column) === "number") return true;
  return false;
}

/** "(for information)", "不计分": a line that is not meant to count. */
const NOT_COUNTED =
  /for information|informational|not (?:counted|weighted|graded)|仅供参考|不计分|不计入|nur zur info|ohne wertung|nicht gewertet|informativ[oa]|à titre indicatif|tham khảo|untuk informasi|справочно|не учитывается/i;

/** The sheet's own totals come out without the lines of weight 0, and the other weights are a whole: the 0 is meant. */
function areLeftOut({ understood, weights }: BlockReading, { fits, isUnweighted }: Measure): boolean {
  const { sum, expected } = weights;
  const totals = understood.subjects.filter(({ total }) => total !== null).length;
  const isWhole = expected === null || sum === null || Math.abs(sum - expected) <= expected * 1e-6;
  return isWhole && !isUnweighted && fits > 0 && fits * 2 >= totals;
}

/** Whether a weight is 0 on purpose: it says so, a formula makes it so, or nobody has a score that could count. */
const isSwitchedOff = (
  grid: Grid,
  { name, weight: { value, cell } }: Item,
  scores: readonly (CellRef | null)[],
): boolean =>
  value === 0 &&
  (NOT_COUNTED.test(name) ||
    (cell !== null && grid.formula(cell.row, cell.column) !== "") ||
    scores.every((score) => score === null || !cellNumber(grid.at(score.row, score.column))));

function weightOf(
  grid: Grid,
  own: Item,
  isLeftOut: boolean,
  scores: () => readonly (CellRef | null)[],
): PlanLine["weight"] {
  const {
    weight: { value, raw, cell, shared },
    cell: item,
  } = own;
  const at = cell ?? item;
  const weight = {
    value,
    raw,
    cell: cellAt(grid.name, at.row, at.column),
    ...(value === 0 && (isLeftOut || isSwitchedOff(grid, own, scores())) ? { switchedOff: true as const } : {}),
  };
  return cell === null || shared === true ? { ...weight, derived: true } : weight;
}

function linesOfPlan(grid: Grid, reading: BlockReading, measure: Measure): PlanLine[] {
  const { understood } = reading;
  // A course without credits counts for none of them.
  const isLeftOut = areLeftOut(reading, measure) || saysCredits(reading.understood.weightHeader);
  const natures = naturesOfItems(grid, reading);
  return understood.items.map((item, i) => ({
    id: `K${String(i + 1).padStart(2, "0")}`,
    name: item.name === "" ? cellAddress(item.cell.row, item.cell.column) : item.name,
    section: item.group,
    weight: weightOf(grid, item, isLeftOut, () => understood.subjects.map((subject) => subject.scores[i] ?? null)),
    rule: null,
    unknownKind: null,
    cells: {},
    texts: {},
    ...(isTakenOff(understood, item) ? { lower: true as const } : {}),
    ...(natures?.[i] === undefined ? {} : { nature: natures[i] }),
  }));
}

/** Sections with their weights in points. A weight in a heading's text, or made by a formula, is changed there by hand. */
function planSections(grid: Grid, sections: readonly Section[]): readonly PlanSection[] {
  const sum = sections.reduce((all, { weight }) => all + (weight.value ?? 0), 0);
  const point = sum > 1.5 ? 1 : 0.01;
  return sections.map(({ name, weight: { value, raw, cell, shared } }): PlanSection => {
    const section = {
      name,
      points: value === null ? null : roundHalfAway(value / point, 9),
      cell: cellAt(grid.name, cell?.row ?? 0, cell?.column ?? 0),
    };
    const isTyped = cell !== null && shared !== true && grid.formula(cell.row, cell.column) === "";
    const isWritten = isTyped && value !== null && (typeof raw === "number" || typeof raw === "string");
    return isWritten ? { ...section, written: { raw, point: typeof raw === "string" ? 1 : point } } : section;
  });
}

function sectionsOf(grid: Grid, { understood: { sections, sums } }: BlockReading): Pick<Plan, "sections" | "sums"> {
  return {
    ...(sections === undefined ? {} : { sections: planSections(grid, sections) }),
    ...(sums === undefined ? {} : { sums: planSections(grid, sums) }),
  };
}

function planOf(grid: Grid, reading: BlockReading, measure: Measure): Plan {
  const { understood, weights } = reading;
  const cells = understood.items.map(({ weight, cell }) => weight.cell ?? cell);
  const rect = around(cells);
  const scale = understood.scoreKind === "score" && !isPoints(weights.family) ? scaleOf(grid, understood) : null;
  const own: OwnScale = {
    top: scale?.top ?? null,
    best: scale?.best ?? 100,
    unit: measure.unit,
    tolerance: measure.tolerance,
    weightsAreApart: areApart(
      grid,
      rect,
      understood.items.map(({ weight }) => weight),
    ),
  };
  return {
    name: reading.name,
    lines: linesOfPlan(grid, reading, measure),
    scale: weights.scale,
    weights: { sheet: grid.name, rect },
    ...sectionsOf(grid, reading),
    block: entryBlock(grid, reading),
    own,
  };
}

/** A formula that shows 0 because all its cells are empty has no result yet. */
function isZeroOfNothing(grid: Grid, raw: CellValue, { row, column }: CellRef): boolean {
  if (raw !== 0) return false;
  const formula = grid.formulaInCells(row, column);
  if (formula === "") return false;
  const { references } = factsOf(formula);
  if (references.length === 0 || references.some((rect) => rect.rows * rect.columns > 400)) return false;
  return references.every((rect) => {
    for (let r = rect.row; r < rect.row + rect.rows; r += 1)
      for (let c = rect.column; c < rect.column + rect.columns; c += 1) if (!grid.blank(r, c)) return false;
    return true;
  });
}

function actualsOf(
  grid: Grid,
  { understood }: BlockReading,
  subject: Subject,
  reasonAt: (row: number) => string,
): Actual[] {
  const { across, targets } = subject;
  const { row } = subject.cell;
  const place = { sheet: grid.name, row };
  const scores = across === undefined ? subject.scores : [];
  const isPlain = understood.scoreKind === "score";
  return understood.items.map((item, i): Actual => {
    const column = across?.[i];
    const plain = column === undefined ? "" : grid.at(row, column);
    if (isPlain && column !== undefined && typeof plain === "number" && plain !== 0)
      return new NumberCell(plain, place, column);
    const cell = column === undefined ? scores[i] : { row, column };
    // A subject without a cell for the criterion is shown at its own name.
    if (cell === null || cell === undefined)
      return new ActualCell("", null, false, grid.name, subject.cell.row, subject.cell.column);
    const read = grid.at(cell.row, cell.column);
    const raw = isZeroOfNothing(grid, read, cell) ? "" : read;
    const value = raw === "" ? null : cellNumber(raw);
    const none = typeof raw === "string" && raw !== "" && value === null && reasonAt(cell.row) !== "";
    const actual = new ActualCell(raw, value, none && plays(raw, "notApplicable"), grid.name, cell.row, cell.column);
    if (isPlain) return actual;
    const target = targets[i];
    const goal = target === null || target === undefined ? null : cellNumber(grid.at(target.row, target.column));
    const { notApplicable, cell: location } = actual;
    return {
      raw,
      value,
      notApplicable,
      cell: location,
      score: value === null ? null : attained(value, goal, item.lower),
    };
  });
}

/** Columns of a role in a matrix, whose rows are people. */
const roleColumns = ({ understood }: BlockReading, role: "id" | "group" | "evidence"): readonly number[] =>
  (understood.roles[role] ?? []).flatMap(({ column, columns }) =>
    Array.from({ length: columns }, (_, i) => column + i),
  );

function peopleOf(grid: Grid, reading: BlockReading, plan: number, block: Plan["block"]): Person[] {
  const { understood } = reading;
  const isMatrix = understood.layout === "matrix";
  const [ids] = isMatrix ? roleColumns(reading, "id") : [];
  const [groups] = isMatrix ? roleColumns(reading, "group") : [];
  const remarks = roleColumns(reading, "evidence");
  const proofs = block?.evidenceColumn;
  const text = (row: number, column: number | undefined): string =>
    column === undefined ? "" : grid.text(row, column);
  const reasonAt = (row: number): string => remarks.map((column) => grid.text(row, column)).find((t) => t !== "") ?? "";
  const own = (cell: CellRef | null): Person["ownTotal"] =>
    cell === null
      ? null
      : { value: cellNumber(grid.at(cell.row, cell.column)), cell: cellAt(grid.name, cell.row, cell.column) };
  const across = understood.subjects[0]?.across ?? [];
  const all: MatrixPeople = {
    grid,
    plan,
    places: across.map((column) => column - grid.left),
    idAt: (row) => text(row, ids),
    groupAt: (row) => text(row, groups),
    ownAt: own,
    actualsOf: (subject) => actualsOf(grid, reading, subject, reasonAt),
  };
  // Shares of a target or of full marks are no numbers as they stand.
  const isPlain =
    understood.scoreKind === "score" &&
    proofs === undefined &&
    understood.besides === undefined &&
    across.length === understood.items.length;
  return understood.subjects.map((subject): Person => {
    const { row, column } = subject.cell;
    const plain = isPlain && subject.across === across ? RowPerson.of(all, subject, row) : null;
    if (plain !== null) return plain;
    const person: Person = {
      id: all.idAt(row),
      name: subject.label,
      jobGroup: all.groupAt(row),
      cell: cellAt(grid.name, row, column),
      plan,
      actuals: all.actualsOf(subject),
      ownTotal: own(subject.total),
      ownRank: own(subject.rank),
      ...(understood.besides === undefined ? {} : { beside: pointsBeside(grid, understood, subject) }),
    };
    if (proofs === undefined) return person;
    const proofAt = (at: number): Proof => ({ text: grid.textOver(at, proofs), cell: cellAt(grid.name, at, proofs) });
    if (isMatrix) return { ...person, proof: proofAt(row) };
    return { ...person, proofs: subject.scores.map((score) => (score === null ? null : proofAt(score.row))) };
  });
}

/** Text above the first block, as the sheet's title; else the sheet's name. */
function titleOf(grid: Grid, { headerRows, rect }: BlockReading): string {
  for (let row = grid.top; row < (headerRows[0] ?? rect.row); row += 1)
    for (let column = grid.left; column <= grid.right; column += 1) {
      const text = grid.text(row, column);
      const isLabel = says(text, "weight") || says(text, "maximum", 0.8) || isSummaryLabel(text) || /[:：]/.test(text);
      if (text !== "" && cellNumber(text) === null && !isLabel) return text;
    }
  return grid.name;
}

/**
 * The scorecard of the blocks given (at least one, none without items and subjects).
 * @param readings blocks of one sheet that have weights; null when there are none
 * @param place of the one block among all, where only that one was chosen
 */
export function cardOfBlocks(
  grid: Grid,
  readings: readonly BlockReading[],
  rankMethod: Scorecard["rankMethod"],
  place?: number,
): BlockCard | null {
  const [first] = readings;
  if (first === undefined) return null;
  const parts = readings.map((reading): CardPart => ({
    reading,
    measure: measureOf(grid, reading.understood, reading.weights.family),
  }));
  const plans = parts.map(({ reading, measure }) => ({
    ...planOf(grid, reading, measure),
    ...(place === undefined ? {} : { place }),
  }));
  const card: Scorecard = {
    origin: "recognised",
    sheet: grid.name,
    // Over a block that was chosen among several stand the others.
    title: place === undefined ? titleOf(grid, first) : grid.name,
    instance: null,
    stage: null,
    plans,
    people: readings.flatMap((reading, plan) => peopleOf(grid, reading, plan, plans[plan]?.block ?? null)),
    evidence: null,
    bands: [],
    bandCells: [],
    policy: "wait",
    settings: SCORING_DEFAULTS,
    rankMethod,
    best: plans[0]?.own?.best ?? 100,
    period: { from: null, to: null },
    hasSample: false,
  };
  return { card, parts };
}
