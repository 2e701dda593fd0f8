/** What recognition is not sure of, or lacks, as questions with a picture of the block; and what an answer comes to. */
import { columnName, type Rect } from "../model/a1";
import type { Location } from "../model/location";
import type { BlockJudgement } from "../assessment";
import { headerPrint, type AskedRole, type RoleAnswer } from "./answers";
import type { BlockRole } from "./blocks/model";
import { rowPrint } from "./blocks/matrixWeights";
import { cellNumber } from "./blocks/numbers";
import type { BlockReading } from "./blocks/readBlocks";
import { Grid } from "./grid";
import type { SnapshotSheet } from "./snapshot";

/** The head and first rows of a block, as texts. */
export interface Picture {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
  /** Column and row of the picture that are in question, from 0; null for none. */
  readonly column: number | null;
  readonly row: number | null;
}
export interface Choice {
  readonly answer: RoleAnswer;
  /** "B: Revenue", "2: Weight". */
  readonly label: string;
}
export interface Question {
  readonly role: AskedRole;
  /**
   * "unsure": this is what was assumed; "missing": without it there is no total; "offer": the sheet looks like no scorecard,
   * and only a person can say that it is one.
   */
  readonly kind: "unsure" | "missing" | "offer";
  readonly block: Location;
  /** What was assumed; null where nothing was found. */
  readonly guess: Choice | null;
  readonly picture: Picture;
  readonly choices: readonly Choice[];
}

/** Less sure than this is asked. A header that says it in a longer text (0.6) needs no question. */
const SURE = 0.6;
/** Roles that decide totals. */
const DECIDING: readonly AskedRole[] = ["person", "weight"];
const MISSING: Readonly<Partial<Record<NonNullable<BlockReading["refusal"]>, AskedRole>>> = {
  notAScorecard: "person",
  noPeople: "person",
  noCriteria: "score",
  noWeights: "weight",
  noScores: "score",
  mixedWeights: "weight",
};
const ORDER: Readonly<Record<Question["kind"], number>> = { missing: 0, unsure: 1, offer: 2 };
const ROWS_SHOWN = 6;
const COLUMNS_SHOWN = 5;
const MOST_CHOICES = 40;

const headerRowOf = ({ headerRows, rect }: BlockReading): number => headerRows.at(-1) ?? rect.row;
const headerAt = (grid: Grid, reading: BlockReading, column: number): string =>
  [...reading.headerRows]
    .reverse()
    .map((row) => grid.text(row, column))
    .find((text) => text !== "") ?? "";

/** Columns of a block that hold anything. */
const columnsIn = (grid: Grid, { rect }: BlockReading): readonly number[] =>
  Array.from({ length: rect.columns }, (_, i) => rect.column + i).filter((column) =>
    Array.from({ length: rect.rows }, (_, r) => rect.row + r).some((row) => !grid.blank(row, column)),
  );

/** The answer that says of a column what it is. */
function columnAnswer(grid: Grid, reading: BlockReading, column: number, role: AskedRole): RoleAnswer {
  const print = headerPrint(headerAt(grid, reading, column));
  const before = columnsIn(grid, reading).filter((other) => other < column);
  return {
    role,
    line: "column",
    print,
    nth: before.filter((other) => headerPrint(headerAt(grid, reading, other)) === print).length,
  };
}

const sidesOf = (grid: Grid, { rect, headerRows }: BlockReading) => ({
  left: grid.left,
  right: grid.right,
  top: rect.row,
  headerRows,
});
const rowAnswer = (grid: Grid, reading: BlockReading, row: number): RoleAnswer => ({
  role: "weight",
  line: "row",
  print: rowPrint(grid, sidesOf(grid, reading), row),
  nth: 0,
});

/** Numbers of a row within the block's columns. */
const numbersIn = (grid: Grid, { rect }: BlockReading, row: number): number =>
  Array.from({ length: rect.columns }, (_, i) => rect.column + i).filter(
    (column) => cellNumber(grid.at(row, column)) !== null,
  ).length;

function choicesFor(grid: Grid, reading: BlockReading, role: AskedRole): readonly Choice[] {
  const columns = columnsIn(grid, reading).map((column) => ({
    answer: columnAnswer(grid, reading, column, role),
    label: `${columnName(column)}: ${headerAt(grid, reading, column)}`,
  }));
  if (role !== "weight") return columns.slice(0, MOST_CHOICES);
  const header = headerRowOf(reading);
  const near = Array.from({ length: 8 }, (_, i) => header - 3 + i).filter(
    (row) =>
      row >= grid.top && row <= grid.bottom && !reading.headerRows.includes(row) && numbersIn(grid, reading, row) >= 2,
  );
  const rows = near.map((row) => ({
    answer: rowAnswer(grid, reading, row),
    label: `${String(row + 1)}: ${grid.columns
      .map((column) => grid.text(row, column))
      .filter((text) => text !== "")
      .slice(0, 4)
      .join(" · ")}`,
  }));
  return [...columns, ...rows].slice(0, MOST_CHOICES);
}

/** The part of the block around what is in question. */
function pictureOf(grid: Grid, reading: BlockReading, at: Rect | null): Picture {
  const all = columnsIn(grid, reading);
  const wanted = at === null ? 0 : Math.max(0, all.indexOf(at.column));
  const start = Math.max(0, Math.min(wanted - 1, all.length - COLUMNS_SHOWN));
  const columns = all.slice(start, start + COLUMNS_SHOWN);
  const isRow = at !== null && at.rows === 1 && at.columns > 1;
  const [first] = reading.headerRows;
  const top = Math.min(first ?? reading.rect.row, isRow ? at.row : Infinity);
  const rows = Array.from({ length: ROWS_SHOWN }, (_, i) => top + i).filter((row) => row <= grid.bottom);
  return {
    columns: columns.map(columnName),
    rows: rows.map((row) => ({ number: row + 1, cells: columns.map((column) => grid.text(row, column).slice(0, 40)) })),
    column: at === null || isRow ? null : columns.indexOf(at.column),
    row: isRow ? rows.indexOf(at.row) : null,
  };
}

/** Where a role was found. */
const placeOf = ({ understood }: BlockReading, role: AskedRole): Rect | null =>
  understood.roles[role as BlockRole]?.[0] ?? null;

function question(grid: Grid, reading: BlockReading, role: AskedRole, kind: Question["kind"]): Question {
  const at = kind === "unsure" ? placeOf(reading, role) : null;
  const isRow =
    at !== null && at.rows === 1 && (at.columns > 1 || role === "weight") && reading.understood.layout === "matrix";
  const guess =
    at === null
      ? null
      : isRow
        ? { answer: rowAnswer(grid, reading, at.row), label: String(at.row + 1) }
        : {
            answer: columnAnswer(grid, reading, at.column, role),
            label: `${columnName(at.column)}: ${headerAt(grid, reading, at.column)}`,
          };
  return {
    role,
    kind,
    block: { sheet: grid.name, rect: reading.rect },
    guess,
    picture: pictureOf(grid, reading, at),
    choices: choicesFor(grid, reading, role),
  };
}

const isAnswered = (answers: readonly RoleAnswer[], role: AskedRole): boolean =>
  answers.some((answer) => answer.role === role);

/** The questions about a sheet, those without which nothing is computed first; empty where all is sure. */
export function questionsOf(
  sheet: SnapshotSheet,
  blocks: readonly BlockJudgement[],
  answers: readonly RoleAnswer[],
): readonly Question[] {
  const grid = new Grid(sheet);
  const isComputed = blocks.some(({ outcome }) => outcome !== "refused");
  return blocks
    .flatMap(({ reading }): Question[] => {
      if (reading.refusal !== null) {
        // Beside a table that is understood, others need not be scorecards.
        const role = isComputed ? undefined : MISSING[reading.refusal];
        const kind = reading.refusal === "notAScorecard" ? "offer" : "missing";
        return role === undefined ? [] : [question(grid, reading, role, kind)];
      }
      const unsure = DECIDING.filter(
        (role) => (reading.understood.sure[role] ?? 1) < SURE && !isAnswered(answers, role),
      );
      return unsure.map((role) => question(grid, reading, role, "unsure"));
    })
    .sort((a, b) => ORDER[a.kind] - ORDER[b.kind]);
}

/** What cells that a person pointed at say about the block in question; null where they are none of it. */
export function answersAt(
  sheet: SnapshotSheet,
  blocks: readonly BlockJudgement[],
  { role, block }: Pick<Question, "role" | "block">,
  chosen: Rect,
): readonly RoleAnswer[] | null {
  const grid = new Grid(sheet);
  const reading = blocks.find(({ reading: one }) => JSON.stringify(one.rect) === JSON.stringify(block.rect))?.reading;
  if (reading === undefined) return null;
  const columns = columnsIn(grid, reading).filter(
    (column) => column >= chosen.column && column < chosen.column + chosen.columns,
  );
  const isAcross = chosen.rows === 1 && (columns.length > 1 || numbersIn(grid, reading, chosen.row) > 2);
  if (
    role === "weight" &&
    isAcross &&
    !reading.headerRows.includes(chosen.row) &&
    numbersIn(grid, reading, chosen.row) >= 2
  )
    return [rowAnswer(grid, reading, chosen.row)];
  const [first] = columns;
  if (first === undefined) return null;
  // Scores may stand in several columns; every other role in one.
  return (role === "score" ? columns : [first]).map((column) => columnAnswer(grid, reading, column, role));
}

/** Whether an answer is taken up: its column or row plays the role now. */
export function isTaken(
  sheet: SnapshotSheet,
  blocks: readonly BlockJudgement[],
  answers: readonly RoleAnswer[],
): boolean {
  const grid = new Grid(sheet);
  return answers.every(({ role, line, print, nth }) =>
    blocks.some(({ reading }) =>
      (reading.understood.roles[role as BlockRole] ?? []).some((rect) => {
        if (line === "row") return rowPrint(grid, sidesOf(grid, reading), rect.row) === print;
        return Array.from({ length: rect.columns }, (_, i) => rect.column + i).some((column) => {
          const known = columnAnswer(grid, reading, column, role);
          return known.print === print && known.nth === nth;
        });
      }),
    ),
  );
}
