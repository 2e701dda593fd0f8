/** Which rows of a block are people or alternatives: not averages, weights, directions, notes and signatures. */
import type { Grid } from "../grid";
import { isTextual, type Column } from "./columns";
import { factsOf, type CellRef } from "./formulaFacts";
import { hear, isDirectionText } from "./lexicon";
import { cellNumber } from "./numbers";
import { isSomebody, isWeightLabel, labelLeftOf } from "./matrixWeights";
import type { Region } from "./regions";
import { untilRepeated } from "./repeats";

/** Longer texts without a score are sentences. */
const LONGEST_NAME = 40;
const SIGNATURE =
  /[:：]|_{3,}|\.{4,}|^\*|^(note|notes|注|备注|说明|signature|signed|prepared|approved|date|firma|assinatura|unterschrift|handtekening|imza|tarih|datum|fecha|data|签名|签字|制表|审核)/i;

/** A note or a line for signatures, no name of anything. */
export const isNoteText = (text: string): boolean => text.length > LONGEST_NAME || SIGNATURE.test(text);

/** A text, however long, that is no line for signatures and no remark. */
export const isPlainText = (text: string): boolean => !/_{3,}|\.{4,}|[:：]\s*$|^\*/.test(text);

/** Summaries by their words. A name may hold "Max" or "Min"; a sum or an average it does not. */
export function isSummaryText(text: string): boolean {
  if (/^(weighted )?sum of\b/i.test(text)) return true;
  const { roles, sure } = hear(text);
  if (roles.length === 0) return false;
  if (roles.includes("summary")) return sure >= 0.8 || !/\b(max|min|mean)\w*$/i.test(text);
  return sure === 1 && roles.includes("total");
}

/** No person: a role of a row in words. */
function isOtherRow(text: string): boolean {
  const { roles, sure } = hear(text);
  if (roles.length === 0) return false;
  if (isSummaryText(text) || isWeightLabel(text)) return true;
  return sure === 1 && (roles.includes("direction") || roles.includes("scale"));
}

/** A dash alone stands for a score that is missing as often as for "the less the better". */
const isDash = (text: string): boolean => /^[-−–]$/.test(text);

/** "b" beside "nb" (beneficial or not); alone it is a grade. */
const isShort = (text: string): boolean => /^b$/i.test(text);

/** Texts that say directions, of which one at least is more than a dash. */
const sayDirections = (texts: readonly string[]): boolean =>
  texts.every((text) => isDirectionText(text) || isShort(text)) &&
  texts.some((text) => isDirectionText(text) && !isDash(text));

/** A row of "+" and "-" or of words for it, which tells on which criteria less is better. */
export function directionRow(grid: Grid, region: Region, scores: readonly Column[]): number | null {
  if (scores.length === 0) return null;
  const isDirection = (row: number): boolean => sayDirections(scores.map(({ column }) => grid.text(row, column)));
  const first = Math.max(grid.top, region.top - 3);
  const head = (region.headerRows.at(-1) ?? region.top) + 4;
  for (let row = first; row <= Math.min(head, region.bottom); row += 1) if (isDirection(row)) return row;
  for (let row = Math.max(head + 1, region.bottom - 6); row <= region.bottom; row += 1)
    if (isDirection(row)) return row;
  return null;
}

/** Most of the scores are sums or averages down their columns; what is divided by the most of another table is a score. */
function addsDown(grid: Grid, region: Region, row: number, scores: readonly Column[]): boolean {
  if (!grid.hasFormulas) return false;
  const adding = scores.filter(({ column }) => {
    const formula = grid.formulaInCells(row, column);
    if (formula === "") return false;
    return factsOf(formula).references.some(
      (rect) => rect.rows >= 2 && rect.columns === 1 && rect.column === column && rect.row + rect.rows > region.top,
    );
  });
  return adding.length > 0 && adding.length * 2 >= scores.length;
}

/** Most of the scores are those of another row of the block times something: the next step of the calculation. */
function isNextStep(grid: Grid, region: Region, row: number, scores: readonly Column[]): boolean {
  if (!grid.hasFormulas) return false;
  const made = scores.filter(({ column }) => {
    const { products } = factsOf(grid.formulaInCells(row, column));
    const isAbove = (cell: CellRef): boolean =>
      cell.column === column && cell.row < row && cell.row > (region.headerRows.at(-1) ?? region.top);
    return products.length === 1 && products[0]?.some(isAbove) === true;
  });
  return made.length > 1 && made.length * 2 > scores.length;
}

/** After the last scored row: somebody still to be scored, told by being like the rows above, and no note or signature. */
function isWaiting(grid: Grid, row: number, text: string, above: number, beside: readonly Column[]): boolean {
  if (isNoteText(text) || row !== above + 1) return false;
  return beside.every(({ column }) => grid.blank(above, column) || !grid.blank(row, column));
}

/** A row near the header with a text of its own over most scores and no number: it says what they are of. */
export function namesScores(grid: Grid, row: number, scores: readonly Column[]): boolean {
  const texts = scores.map(({ column }) => grid.text(row, column));
  if (scores.length < 3 || texts.some((text) => cellNumber(text) !== null)) return false;
  const named = texts.filter((text) => text.length > 3);
  return named.length * 2 > scores.length && new Set(named).size === named.length;
}

const isText = (grid: Grid, row: number, { column }: Column): boolean => typeof grid.at(row, column) === "string";

/** Two scores at least say "+", "-", "cost"; a row that begins with a number is not asked further. */
function saysDirections(grid: Grid, row: number, scores: readonly Column[]): boolean {
  const [first] = scores;
  if (first === undefined || !isText(grid, row, first)) return false;
  const said: string[] = [];
  for (const score of scores) {
    const text = isText(grid, row, score) ? grid.text(row, score.column) : "";
    if (isDirectionText(text)) said.push(text);
  }
  return said.length >= 2 && !said.every(isDash);
}

/** All scores of a row say directions; of a row with a number that need not be asked. */
function areDirections(grid: Grid, row: number, scores: readonly Column[]): boolean {
  for (const score of scores) if (!isText(grid, row, score)) return false;
  return sayDirections(scores.map(({ column }) => grid.text(row, column)));
}

/** "Last name" under the header proper is a header too. */
function saysPerson(text: string): boolean {
  const { roles, sure } = hear(text);
  return sure === 1 && roles.includes("person");
}

/** "Projects" over the projects, with nothing scored in its row. */
function saysAlternative(text: string): boolean {
  const { roles, sure } = hear(text);
  return sure === 1 && roles.includes("alternative");
}

/** Whether nothing stands beside a row's name up to the last score. */
function isAlone(grid: Grid, row: number, label: Column, scores: readonly Column[]): boolean {
  const last = scores.at(-1)?.column ?? label.column;
  for (let column = label.column + 1; column <= last; column += 1) if (!grid.blank(row, column)) return false;
  return true;
}

const CODE = /^[A-Za-z]{1,3}[ _.-]?\d{1,2}$/;

/** A row that names the criteria once more, by their headers or by codes of theirs ("C1", "C2"): the header of the next step. */
function namesAgain(grid: Grid, row: number, scores: readonly Column[]): boolean {
  if (scores.length < 2) return false;
  let [same, coded] = [0, 0];
  const codes = new Set<string>();
  for (const { column, header, headerRow } of scores) {
    const text = grid.at(row, column);
    if (typeof text !== "string" || text === "" || cellNumber(text) !== null) continue;
    if (text === header || text === grid.text(headerRow, column)) same += 1;
    if (CODE.test(text)) {
      coded += 1;
      codes.add(text);
    }
  }
  return same * 2 > scores.length || (coded === scores.length && codes.size === coded);
}

/** Rows of people, top to bottom. */
export function subjectRows(
  grid: Grid,
  region: Region,
  label: Column,
  scores: readonly Column[],
  weightRow: number | null,
  columns: readonly Column[],
): readonly number[] {
  const first = (region.headerRows.at(-1) ?? region.top) + 1;
  // Loops, for a closure a row is much on a sheet of ten thousand.
  const scored = (row: number): boolean => {
    for (const { column } of scores) if (!grid.blank(row, column)) return true;
    return false;
  };
  const hasResult = (row: number): boolean =>
    scores.some(({ column }) => {
      const value = grid.at(row, column);
      return typeof value === "object" || cellNumber(value) !== null;
    });
  const hasNumber = (row: number): boolean => scores.some(({ column }) => cellNumber(grid.at(row, column)) !== null);
  let last = region.bottom;
  while (last >= first && !hasResult(last)) last -= 1;
  const beside = columns.filter((c) => c !== label && c.column < (scores[0]?.column ?? 0) && isTextual(c));
  const isHead = (row: number, text: string): boolean =>
    saysPerson(text) || namesScores(grid, row, scores) || (saysAlternative(text) && !scored(row));
  // Scores of somebody whose name is missing, among others.
  const areTyped = (row: number): boolean => {
    const typed = scores.filter(
      ({ column }) => typeof grid.at(row, column) === "number" && grid.formula(row, column) === "",
    );
    return typed.length >= Math.max(2, scores.length * 0.6);
  };
  const rows: number[] = [];
  for (let row = first; row <= region.bottom; row += 1) {
    const text = grid.text(row, label.column);
    // Under the people: what the criteria weigh and in which direction they count ends their list.
    if (rows.length > 1 && (row === weightRow || saysDirections(grid, row, scores))) break;
    if (row === weightRow) continue;
    if (isText(grid, row, scores[0] ?? label) && namesAgain(grid, row, scores)) {
      if (rows.length < 2) continue;
      // What stands over the next header without a number is its title.
      while (rows.length > 0 && !hasNumber(rows.at(-1) ?? 0)) rows.pop();
      break;
    }
    // A name may be "Max": a row among people, that is itself typed, and no full marks of theirs.
    if (isOtherRow(text) && !(isWeightLabel(text) && areTyped(row) && isSomebody(grid, region, row, scores))) continue;
    if (row < first + 3 && isHead(row, text)) continue;
    if (label.column > grid.left && isOtherRow(labelLeftOf(grid, row, label.column))) continue;
    const filled = row <= last && scored(row);
    if (text === "") {
      const side = labelLeftOf(grid, row, scores[0]?.column ?? label.column);
      if (side !== "" && isOtherRow(side)) continue;
      if (row < last && rows.length > 0 && areTyped(row)) rows.push(row);
      continue;
    }
    const above = rows.at(-1);
    // Apart from the people above, and nothing beside it: the title of what comes.
    if (!filled && above !== undefined && row > above + 1 && isAlone(grid, row, label, scores)) continue;
    if (
      !filled &&
      (row > last ? above === undefined || !isWaiting(grid, row, text, above, beside) : text.length > LONGEST_NAME)
    )
      continue;
    if (
      scores.length > 0 &&
      filled &&
      (addsDown(grid, region, row, scores) || isNextStep(grid, region, row, scores) || areDirections(grid, row, scores))
    )
      continue;
    rows.push(row);
  }
  return withoutSums(grid, withoutSpareRows(grid, untilRepeated(grid, rows, label.column), label, scores), scores);
}

/** Fewer at the end without a score may be people who wait for theirs. */
const LEAST_SPARE = 3;
const NUMBERED = /^(.*?)(\d+)$/;

/** Without the rows at the end that are only numbered ("Student 7", "A5") and hold no score: places for others. */
function withoutSpareRows(
  grid: Grid,
  rows: readonly number[],
  label: Column,
  scores: readonly Column[],
): readonly number[] {
  const isEmpty = (row: number): boolean => scores.every(({ column }) => grid.blank(row, column));
  let end = rows.length;
  while (end > 0 && isEmpty(rows[end - 1] ?? 0)) end -= 1;
  if (rows.length - end < LEAST_SPARE || end < 2) return rows;
  const parts = rows.slice(end - 1).map((row) => NUMBERED.exec(grid.text(row, label.column).trim()));
  const [first] = parts;
  const areCounted = parts.every(
    (part, i) => part !== null && part[1] === first?.[1] && Number(part[2]) === Number(first?.[2]) + i,
  );
  return areCounted ? rows.slice(0, end) : rows;
}

/** Of one a name may just be missing. */
const LEAST_SPREAD = 2;

/**
 * Whether those who are rated stand over several rows each, with scores in the rows under their names: what their score is on
 * such a criterion nobody can tell.
 */
export function spreadOverRows(grid: Grid, rows: readonly number[], label: Column, scores: readonly Column[]): boolean {
  if (rows.length < 2) return false;
  const isUnderName = (at: number): boolean =>
    grid.blank(at, label.column) && scores.some(({ column }) => typeof grid.at(at, column) === "number");
  let spread = 0;
  for (let i = 0; i + 1 < rows.length; i += 1) {
    const next = rows[i + 1] ?? 0;
    for (let at = (rows[i] ?? 0) + 1; at < next; at += 1)
      if (isUnderName(at)) {
        spread += 1;
        break;
      }
  }
  return spread * 2 >= rows.length - 1 && spread >= LEAST_SPREAD;
}

/** Rows at the end whose numbers are, column by column, the sum, mean, most or least of those above: sums in any language. */
function withoutSums(grid: Grid, rows: readonly number[], scores: readonly Column[]): readonly number[] {
  if (scores.length < 2 || rows.length < 4) return rows;
  let kept = rows;
  for (
    let last = kept.at(-1);
    last !== undefined && kept.length > 3 && rows.length - kept.length < 4;
    last = kept.at(-1)
  ) {
    if (!isSumOf(grid, last, kept.slice(0, -1), scores)) break;
    kept = kept.slice(0, -1);
  }
  return kept;
}

function isSumOf(grid: Grid, row: number, above: readonly number[], scores: readonly Column[]): boolean {
  const fits = new Set(["sum", "mean", "most", "least"]);
  for (const { column } of scores) {
    const own = cellNumber(grid.at(row, column));
    let [count, sum, most, least] = [0, 0, -Infinity, Infinity];
    for (const other of above) {
      const value = cellNumber(grid.at(other, column));
      if (value === null) continue;
      count += 1;
      sum += value;
      if (value > most) most = value;
      if (value < least) least = value;
    }
    if (own === null || count < 2 || most === least) return false;
    const digits = /\.(\d+)/.exec(String(own))?.[1]?.length ?? 0;
    const made = { sum, mean: sum / count, most, least };
    for (const [name, value] of Object.entries(made))
      if (Math.abs(value - own) > 0.5000001 * 10 ** -Math.max(digits, 1)) fits.delete(name);
    if (fits.size === 0) return false;
  }
  return fits.has("sum") || fits.has("mean") || scores.length > 2;
}
