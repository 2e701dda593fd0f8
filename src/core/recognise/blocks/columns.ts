/** What each column of a block holds: its header (with the merged one above it), the roles it can play, its values. */
import { saidOfColumns, type AskedRole, type Said } from "../answers";
import { isBlank } from "../grid";
import type { Grid } from "../grid";
import type { Rect } from "../../model/a1";
import type { SnapshotSheet } from "../snapshot";
import { gradeOf, GRADES, saysCourse, saysCredits } from "./creditWords";
import { factsOf } from "./formulaFacts";
import { areLabelsInTurn } from "./labelLines";
import { hear, isPeriod, says } from "./lexicon";
import type { SheetRole } from "./dictionary";
import { mergeAt } from "./merges";
import { cellNumber, weightInText } from "./numbers";
import type { Region } from "./regions";

export interface Column {
  readonly column: number;
  readonly header: string;
  readonly headerRow: number;
  /** The header above, where there are two rows or a merged cell over it. */
  readonly parent: string;
  /** Where the parent is written. */
  readonly parentRow: number;
  readonly roles: readonly SheetRole[];
  readonly sure: number;
  /** What a person said that it is. */
  readonly said: AskedRole | null;
  readonly numbers: number;
  readonly texts: number;
  readonly distinct: number;
  readonly longest: number;
  /** Texts longer than names are. */
  readonly long: number;
  /** The least of the numbers that are no texts; Infinity for none. */
  readonly least: number;
  /** Dashes, which stand for nothing beside numbers. */
  readonly dashes: number;
  /** Signs for better, same and worse. */
  readonly signs: number;
  /** Error values. */
  readonly errors: number;
}

/** "+", "−", "S", "○": a sign in the place of a number. */
export const SIGN = /^([+＋]{1,3}|[-−–－]{1,3}|[sSoO0=○◎△×])$/;

/** The anchor's text of a merged area that covers a cell; else the cell's own. */
export function mergedText(grid: Grid, sheet: SnapshotSheet, row: number, column: number): string {
  const own = grid.text(row, column);
  if (own !== "") return own;
  const area = mergeAt(sheet, row, column);
  return area === undefined ? "" : grid.text(area.row, area.column);
}

interface Heading {
  readonly header: string;
  readonly headerRow: number;
  readonly parent: string;
  readonly parentRow: number;
}

/** Rows over the header in which a merged heading may stand, with nothing in between. */
const HEADING_ROWS = 3;

/** A line of labels and what they say, which heads nothing. */
const isLabelLine = (grid: Grid, { columns }: Region, row: number): boolean =>
  areLabelsInTurn(columns.flatMap((column) => (grid.blank(row, column) ? [] : [grid.text(row, column)])));

/** The merged heading over a column: wider than it, narrower than the block. */
function spanOver(grid: Grid, sheet: SnapshotSheet, region: Region, last: number, column: number): Rect | null {
  for (let row = last - 1; row >= Math.max(grid.top, last - HEADING_ROWS); row -= 1) {
    const span = mergeAt(sheet, row, column);
    // A row of weights may stand between the names and what is under them.
    if (span !== undefined && cellNumber(grid.at(span.row, span.column)) !== null) continue;
    if (span !== undefined && isLabelLine(grid, region, span.row)) return null;
    if (span !== undefined) return span.columns > 1 && span.columns < region.columns.length ? span : null;
    if (!grid.blank(row, column)) return null;
  }
  return null;
}

/** The header row's own texts, and the texts of the row above that span several columns. */
function headersOf(grid: Grid, sheet: SnapshotSheet, region: Region, column: number): Heading {
  const last = region.headerRows.at(-1) ?? region.top;
  const [first] = region.headerRows;
  const low = grid.text(last, column);
  if (first === undefined || first === last) {
    const span = spanOver(grid, sheet, region, last, column);
    const [parent, parentRow] = span === null ? ["", last] : [grid.text(span.row, span.column), span.row];
    // A header that reaches down over several rows stands in the uppermost of them.
    const header = low === "" ? tallText(grid, sheet, last, column) : low;
    return { header, headerRow: last, parent: parent === header ? "" : parent, parentRow };
  }
  const high = mergedText(grid, sheet, first, column);
  // "Weight" over "in %": the lower one says how it is written, and the upper one what it is.
  const isOwn = grid.text(first, column) !== "" && (mergeAt(sheet, first, column)?.columns ?? 1) === 1;
  if (isOwn && UNIT.test(low) && hear(high).sure >= 0.8)
    return { header: high, headerRow: first, parent: "", parentRow: first };
  return low === ""
    ? { header: high, headerRow: first, parent: "", parentRow: first }
    : { header: low, headerRow: last, parent: high === low ? "" : high, parentRow: first };
}

/** How numbers are written, under the name of what they are: "%", "in %", "(1-5)". */
const UNIT =
  /^[([]?\s*(?:(?:in|as|en|em|dalam)\s*)?(?:%|percent|prozent|procent|yüzde|(?:points?|marks?|punkten?|punten|puan|puntos|pontos|điểm)(?:\s*\/\s*\d+)?|\d+\s*[-–~]\s*\d+)\s*[)\]]?$/i;

/** Text of a cell merged downwards that ends in a row. */
function tallText(grid: Grid, sheet: SnapshotSheet, row: number, column: number): string {
  const area = mergeAt(sheet, row, column);
  return area?.columns === 1 ? grid.text(area.row, area.column) : "";
}

/** Parents of a two-row header also reach over the blank cells to their right, where nothing is merged. */
function withParents(columns: readonly Column[], two: boolean): readonly Column[] {
  if (!two || columns.every(({ parent }) => parent === "")) return columns;
  const lower = Math.max(...columns.map(({ headerRow }) => headerRow));
  let parent = "";
  return columns.map((column) => {
    if (column.parent !== "") parent = column.parent;
    // A header of the upper row alone belongs to no other.
    else if (column.headerRow !== lower) parent = "";
    return column.parent === "" && parent !== "" ? { ...column, parent } : column;
  });
}

/** One name merged over several columns with numbers names what they are of, and none of them. */
function withPairs(grid: Grid, sheet: SnapshotSheet, region: Region, columns: readonly Column[]): readonly Column[] {
  if (region.headerRows.length > 1) return columns;
  const row = region.headerRows.at(-1) ?? region.top;
  const areas = sheet.merges.filter(
    (rect) => rect.row <= row && row < rect.row + rect.rows && rect.columns > 1 && rect.columns <= 5,
  );
  if (areas.length < 2) return columns;
  return columns.map((column) => {
    const area = areas.find((rect) => column.column >= rect.column && column.column < rect.column + rect.columns);
    if (area === undefined) return column;
    const own = columns.filter((c) => c.column >= area.column && c.column < area.column + area.columns && isNumeric(c));
    const parent = grid.text(area.row, area.column);
    // Of a remark and a number under one name the number is what is called so.
    const [only] = own;
    const isRemarked = own.length === 1 && only === column && column.header === "" && column.column > area.column;
    if (isRemarked && isNumeric(column) && parent !== "") return { ...column, ...hear(parent), header: parent };
    if (own.length < 2 || parent === "") return column;
    return { ...column, header: "", roles: [], sure: 0, parent, parentRow: area.row };
  });
}

/** "Last name | First name" in a row of their own under the names of the criteria are headers too. */
function withLowerHeaders(grid: Grid, region: Region, columns: readonly Column[]): readonly Column[] {
  const header = region.headerRows.at(-1) ?? region.top;
  for (let row = header + 1; row <= Math.min(header + 3, region.bottom); row += 1) {
    const said = columns.filter(
      ({ column, roles }) =>
        roles.length === 0 && says(grid.text(row, column), "person", 1) && grid.text(row, column).length > 1,
    );
    if (said.length === 0) continue;
    return columns.map((column) => {
      const text = grid.text(row, column.column);
      if (column.roles.length > 0 || text === "" || cellNumber(text) !== null || column.numbers > column.texts)
        return column;
      return { ...column, ...hear(text), header: text };
    });
  }
  return columns;
}

const SHARE =
  /^(%|percent(age)?s?|per ?cent|prozent|anteil|yüzde|procent|pourcentage|persen(tase)?|百分比|比例|tỷ lệ)$/i;
const LEAST_SHARES = 3;

/** "Percent" over numbers that make a whole together says how much each row weighs; over others it is a result. */
function withShares(grid: Grid, region: Region, columns: readonly Column[]): readonly Column[] {
  const first = (region.headerRows.at(-1) ?? region.top) + 1;
  return columns.map((column) => {
    if (column.roles.length > 0 || column.texts > 0 || !SHARE.test(column.header.trim())) return column;
    const values: number[] = [];
    for (let row = first; row <= region.bottom; row += 1) {
      const value = cellNumber(grid.at(row, column.column));
      // What the rows come to may stand under them.
      const rows = new Set(factsOf(grid.formulaInCells(row, column.column)).references.map((rect) => rect.row));
      if (value !== null && rows.size < 2) values.push(value);
    }
    const sum = values.reduce((all, value) => all + value, 0);
    const isWhole = [1, 100].some((whole) => Math.abs(sum - whole) <= whole * 0.005);
    if (values.length < LEAST_SHARES || !isWhole || values.some((value) => value <= 0)) return column;
    return { ...column, roles: ["weight"], sure: 0.6 };
  });
}

const LEAST_LETTERS = 4;

/** M T W T F S S, E X R W: letters of weekdays or of kinds say nothing. */
function withoutLetters(columns: readonly Column[]): readonly Column[] {
  const isLetter = ({ header }: Column): boolean => /^\p{L}$/u.test(header) && !/[\u3400-\u9fff]/.test(header);
  if (columns.filter(isLetter).length < LEAST_LETTERS) return columns;
  return columns.map((column) => (isLetter(column) ? { ...column, roles: [], sure: 0 } : column));
}

const LEAST_TOTALS = 3;

/** "Total Maths | Total Physics | Total English": one a subject, and no total of the row. */
function withoutTotals(columns: readonly Column[]): readonly Column[] {
  const isTotal = (c: Column): boolean => c.sure <= 0.6 && c.roles.includes("total") && c.numbers > c.texts;
  if (columns.filter(isTotal).length < LEAST_TOTALS) return columns;
  return columns.map((column) => (isTotal(column) ? { ...column, roles: [], sure: 0 } : column));
}

/** Numbers beside names that somebody shares with another: no numbers of people, whatever the header says ("nr", "code"). */
function withoutSharedIds(grid: Grid, region: Region, columns: readonly Column[]): readonly Column[] {
  const names = columns.find((c) => c.texts > c.numbers && c.texts === c.distinct);
  if (names === undefined || names.texts < LEAST_NAMED) return columns;
  const first = (region.headerRows.at(-1) ?? region.top) + 1;
  return columns.map((column) => {
    const isId = column.roles.length === 1 && column.roles[0] === "id";
    if (!isId || column.texts > 0 || column.column < names.column || column.numbers < LEAST_NAMED) return column;
    const seen = new Set<number>();
    for (let row = first; row <= region.bottom; row += 1) seen.add(cellNumber(grid.at(row, column.column)) ?? -1);
    return seen.size * 4 <= column.numbers * 3 ? { ...column, roles: [], sure: 0 } : column;
  });
}
const LEAST_NAMED = 5;

/** Credits of courses weigh their grades where nothing else does, and grades stand beside them. */
function withCredits(columns: readonly Column[]): readonly Column[] {
  const isCredits = (c: Column): boolean => saysCredits(c.header) && c.numbers > c.texts && c.said === null;
  if (columns.filter(isCredits).length !== 1 || columns.some((c) => c.roles.includes("weight"))) return columns;
  const hasGrades = columns.some((c) => !isCredits(c) && c.numbers > c.texts && GRADES.test(c.header));
  if (!hasGrades) return columns;
  const grade = gradeOf(columns.filter((c) => !isCredits(c) && c.numbers > c.texts && !c.roles.includes("weighted")));
  return columns.map((c): Column => {
    if (isCredits(c)) return { ...c, roles: ["weight"], sure: 0.8 };
    if (saysCourse(c.header) && c.texts > c.numbers) return { ...c, roles: ["criterion"], sure: 0.8 };
    return c === grade ? { ...c, roles: ["score"], sure: 0.8 } : c;
  });
}

/** What is rated, and who: roles that a heading over several columns gives to the texts under it. */
const NAMES: readonly SheetRole[] = ["criterion", "person", "alternative"];

/** What a header says; over texts without one, what the heading above them says of names. */
function hearColumn({ header, parent }: Heading, isText: boolean): ReturnType<typeof hear> {
  const own = hear(header);
  if (header !== "" || parent === "" || !isText) return own;
  const above = hear(parent);
  const roles = above.roles.filter((role) => NAMES.includes(role));
  return roles.length === 0 ? own : { roles, sure: Math.min(above.sure, 0.8) };
}

/** Descriptions are longer than what is rated is named. */
const LONGEST_NAME = 60;

/** The columns of a region, left to right, with what their headers and cells tell. */
export function columnsOf(grid: Grid, sheet: SnapshotSheet, region: Region): readonly Column[] {
  const body = (region.headerRows.at(-1) ?? region.top) + 1;
  const plain = grid.numbers;
  const columns = region.columns.map((column): Column => {
    const heading = headersOf(grid, sheet, region, column);
    let [numbers, texts, longest, long, signs, dashes, errors] = [0, 0, 0, 0, 0, 0, 0];
    const seen = new Set<string>();
    let least = Infinity;
    for (let row = body; row <= region.bottom; row += 1) {
      const number = plain[grid.placeOf(row, column)] ?? Number.NaN;
      if (!Number.isNaN(number)) {
        numbers += 1;
        if (number < least) least = number;
        continue;
      }
      const value = grid.at(row, column);
      if (isBlank(value)) continue;
      if (cellNumber(value) !== null) numbers += 1;
      else if (typeof value === "object") errors += 1;
      else if (typeof value === "string") {
        texts += 1;
        if (value.length <= 3 && SIGN.test(value.trim())) signs += 1;
        if (value.length <= 3 && /^[-−–—]+$/.test(value.trim())) dashes += 1;
        seen.add(value);
        longest = Math.max(longest, value.length);
        if (value.length > LONGEST_NAME) long += 1;
      }
    }
    const heard = { ...heading, ...hearColumn(heading, texts > numbers), said: null };
    return { column, ...heard, numbers, texts, distinct: seen.size, longest, long, least, signs, dashes, errors };
  });
  const own = withoutSharedIds(grid, region, withoutTotals(withoutLetters(columns)));
  const named = withLowerHeaders(grid, region, withCredits(own));
  const all = withShares(grid, region, withParents(named, region.headerRows.length > 1));
  return withSaid(withPairs(grid, sheet, region, all), region);
}

/** Words that mean the same role as one that is asked for. */
const ALIKE: Readonly<Record<AskedRole, readonly SheetRole[]>> = {
  person: ["person", "alternative"],
  criterion: ["criterion"],
  weight: ["weight", "maximum"],
  score: [],
  total: ["total"],
  rank: ["rank"],
};

/** What a person said counts more than the header; what one column was said to be no other one is. */
function withSaid(columns: readonly Column[], { answers }: Region): readonly Column[] {
  if (answers.length === 0) return columns;
  const said = saidOfColumns(
    answers,
    columns.map(({ header }) => header),
  );
  return columns.map((column, i) => {
    const { role, taken }: Said = said[i] ?? { role: null, taken: new Set() };
    if (role !== null) return { ...column, roles: [role], sure: 1, said: role };
    const gone = [...taken].flatMap((one) => ALIKE[one]);
    return { ...column, roles: column.roles.filter((known) => !gone.includes(known)) };
  });
}

/** Whether at least half of what stands in a column, dashes apart, are numbers. */
export const isNumeric = ({ numbers, texts, dashes }: Column): boolean =>
  numbers > 0 && numbers * 2 >= texts - dashes + numbers;

/** Whether numbers stand in a column, or errors in their places. */
export const holdsFigures = (column: Column): boolean =>
  isNumeric(column) || (column.errors > 0 && column.texts === 0 && column.numbers === 0);

const ROWS_ASKED = 3;

/** Whether a column adds up several others in each row: a total, whatever it is called ("Total marks"). */
export function addsRow(grid: Grid, region: Region, { column }: Column): boolean {
  const first = (region.headerRows.at(-1) ?? region.top) + 1;
  const rows = Array.from({ length: ROWS_ASKED }, (_, i) => first + i).filter((row) => row <= region.bottom);
  return rows.some((row) => {
    const { functions, references } = factsOf(grid.formulaInCells(row, column));
    return (
      functions.includes("SUM") && references.some((rect) => rect.row === row && rect.rows === 1 && rect.columns > 1)
    );
  });
}

/** Whether more texts than numbers stand in a column. */
export const isTextual = ({ numbers, texts }: Column): boolean => texts > 0 && texts > numbers;

/** Whether a column can play a role, by its header or by what a person said. */
export const plays = (column: Column, role: SheetRole): boolean => column.roles.includes(role);

/** Roles whose columns hold no scores, whatever numbers they show. */
const NO_SCORES: readonly SheetRole[] = [
  "id",
  "trait",
  "weight",
  "maximum",
  "target",
  "forecast",
  "total",
  "rank",
  "band",
  "evidence",
  "rater",
  "direction",
  "scale",
  "summary",
];

/** Less than this may be a score on some scale, whatever the header says. */
const BEYOND_SCALES = 400;

/** Dates, telephone numbers, salaries: called so, and beyond any scale. */
function isOtherNumber(column: Column): boolean {
  if (column.least < BEYOND_SCALES || column.least === Infinity) return false;
  if (plays(column, "foreign") || plays(column, "trait")) return true;
  const last = column.header.split(" ").at(-1) ?? "";
  return column.roles.length === 0 && says(last, "foreign", 1);
}

/** A numeric column that holds scores of a criterion or of an alternative. */
export function holdsScores(column: Column): boolean {
  if (column.said !== null) return column.said === "score" && isNumeric(column);
  if (weightInText(column.header) !== null && column.texts === 0) return true;
  if (plays(column, "weighted") || isPeriod(column.header) || SHARE.test(column.header.trim())) return false;
  if (isOtherNumber(column)) return false;
  if (column.sure >= 0.6 && NO_SCORES.some((role) => plays(column, role))) return false;
  return isNumeric(column) && column.header !== "";
}

/** A column of signs under a name: an alternative that is compared with a baseline. */
export const holdsSigns = ({ header, signs, texts }: Column): boolean =>
  header !== "" && signs >= LEAST_SIGNS && signs * 3 >= texts * 2;
const LEAST_SIGNS = 3;

/** Labels of rows that are no items: totals, averages, notes. */
export const isSummaryLabel = (text: string): boolean => says(text, "summary", 0.8) || says(text, "total", 1);
