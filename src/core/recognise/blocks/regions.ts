/** Finds the blocks of a sheet: header rows with the rows under them. Nothing is assumed of where a block starts. */
import type { RoleAnswer } from "../answers";
import { isBlank, plainText } from "../grid";
import type { Grid } from "../grid";
import type { CellValue, SnapshotSheet } from "../snapshot";
import { factsOf } from "./formulaFacts";
import { areLabelsInTurn, isLabelPair, SIGNED } from "./labelLines";
import { hear, isDirectionText, isLevel, isPeriod } from "./lexicon";
import { isLevelWord } from "./levels";
import { cellNumber } from "./numbers";
import { headerRepeats } from "./repeats";
import { sideBySide } from "./sideBySide";
import { squareUnder } from "./squares";
import { isTick } from "./ticks";
import { numbersBetween } from "./weightsBetween";

export interface Region {
  readonly headerRows: readonly number[];
  readonly top: number;
  readonly bottom: number;
  /** Columns that hold anything, left to right. */
  readonly columns: readonly number[];
  /** Where the block begins and ends sideways: other blocks stand beside it. */
  readonly left: number;
  readonly right: number;
  /** What a person said about columns and rows of the sheet. */
  readonly answers: readonly RoleAnswer[];
}
interface RowProfile {
  readonly texts: readonly number[];
  readonly numbers: readonly number[];
  /** Cells that say a role of a header; asked only of rows that may be one. */
  readonly known: number;
  /** Different names of levels ("Good"). */
  readonly levels: number;
  /** A number right of each name of several, which make a whole together. */
  readonly hasWeightsBetween: boolean;
  /** Marks that say "this one". */
  readonly ticks: number;
  /** Most of its texts are sentences. */
  readonly isProse: boolean;
  /** The first text says that these are weights or maximum points. */
  readonly isWeights: boolean;
  /** Every text but the first says in which direction a criterion is better. */
  readonly isDirections: boolean;
  /** Half the texts are labels with what they say ("Name: Person A"). */
  readonly isLabelled: boolean;
  /** Each thing across is compared with each below it. */
  readonly isSquare: boolean;
  /** Labels and what they say in turn. */
  readonly areLabels: boolean;
  /** One label and what it says ("Employee | Person A"), and nothing else. */
  readonly isPair: boolean;
  /** Its numbers are levels: neighbours that count up or down by one. */
  readonly areSteps: boolean;
  /** Letters of columns, copied along. */
  readonly areLetters: boolean;
  /** All its numbers are sums of what stands below them. */
  readonly addsBelow: boolean;
  /** The first text says who or what is rated. */
  readonly namesSubjects: boolean;
}
const NONE: readonly number[] = [];
const EMPTY: RowProfile = {
  texts: NONE,
  numbers: NONE,
  known: 0,
  levels: 0,
  ticks: 0,
  hasWeightsBetween: false,
  isProse: false,
  isWeights: false,
  isDirections: false,
  isLabelled: false,
  isSquare: false,
  areLabels: false,
  isPair: false,
  areSteps: false,
  areLetters: false,
  addsBelow: false,
  namesSubjects: false,
};
const LONGEST_HEADER = 80;
/** Longer texts say more than a name does. */
const SENTENCE = 20;
/** "Name: Person A" tells something of the sheet and heads no column. */
const LABELLED = /[:：]\s*[^\s:：]/;

/** What the row at a place holds; which of its texts are known words is looked up when asked for. */
class Row implements RowProfile {
  private words: number | null = null;
  constructor(
    readonly texts: readonly number[],
    readonly numbers: readonly number[],
    private readonly grid: Grid,
    private readonly row: number,
  ) {}
  get isWeights(): boolean {
    const [first] = this.texts;
    const { roles } = hear(first === undefined ? "" : plainText(this.grid.at(this.row, first)));
    return roles.includes("weight") || roles.includes("maximum");
  }
  get levels(): number {
    const said = this.texts.map((column) => plainText(this.grid.at(this.row, column)));
    return new Set(said.filter(isLevelWord)).size;
  }
  get ticks(): number {
    return this.texts.filter((column) => isTick(this.grid.at(this.row, column))).length;
  }
  get hasWeightsBetween(): boolean {
    return this.known > 0 && numbersBetween(this.grid, this.row, this.texts, this.numbers).length > 0;
  }
  get isProse(): boolean {
    const long = this.texts.filter((column) => plainText(this.grid.at(this.row, column)).length >= SENTENCE).length;
    return long * 2 > this.texts.length;
  }
  get isLabelled(): boolean {
    const labelled = this.texts.filter((column) => LABELLED.test(plainText(this.grid.at(this.row, column)))).length;
    return labelled > 0 && labelled * 2 >= this.texts.length;
  }
  get isSquare(): boolean {
    // Names across are texts, or count 1, 2, 3: most rows are neither, and need no closer look.
    const says = (number: number): boolean => this.numbers.some((column) => this.grid.at(this.row, column) === number);
    if (this.texts.length < 2 && !(says(1) && says(2))) return false;
    return squareUnder(this.grid, this.row, this.grid.left, this.grid.right) !== null;
  }
  get areLabels(): boolean {
    return areLabelsInTurn(this.texts.map((column) => plainText(this.grid.at(this.row, column))));
  }
  get isPair(): boolean {
    const [first, second] = this.texts;
    if (first === undefined || this.texts.length + this.numbers.length !== 2 || this.numbers.some((c) => c < first))
      return false;
    return isLabelPair(
      plainText(this.grid.at(this.row, first)),
      second === undefined ? "" : plainText(this.grid.at(this.row, second)),
    );
  }
  get areSteps(): boolean {
    const said = this.numbers.map((column) => cellNumber(this.grid.at(this.row, column)) ?? 0);
    const step = (said[1] ?? 0) - (said[0] ?? 0);
    const areNext = this.numbers.every((column, i) => column === (this.numbers[0] ?? 0) + i);
    return Math.abs(step) === 1 && areNext && said.every((value, i) => value === (said[0] ?? 0) + i * step);
  }
  get areLetters(): boolean {
    return areLetters(this.grid, this.row, this);
  }
  get addsBelow(): boolean {
    return this.numbers.every((column) => {
      const { functions, references } = factsOf(this.grid.formulaInCells(this.row, column));
      return functions.includes("SUM") && references.some((rect) => rect.rows > 1 && rect.row > this.row);
    });
  }
  get namesSubjects(): boolean {
    const [first] = this.texts;
    const { roles, sure } = hear(first === undefined ? "" : plainText(this.grid.at(this.row, first)));
    return sure === 1 && (roles.includes("person") || roles.includes("alternative"));
  }
  get isDirections(): boolean {
    const rest = this.texts.slice(1).map((column) => plainText(this.grid.at(this.row, column)));
    const directions = rest.filter(isDirectionText).length;
    // A name of the column of sums may stand at the end.
    // Headers of what stands beside the block may follow them.
    return directions >= 2 && (directions === rest.length || (directions > 2 && directions * 3 >= rest.length * 2));
  }
  get known(): number {
    this.words ??= this.texts.filter((column) => {
      const text = plainText(this.grid.at(this.row, column));
      return (
        text.length <= LONGEST_HEADER &&
        !LABELLED.test(text) &&
        (hear(text).roles.length > 0 || isPeriod(text) || isLevel(text))
      );
    }).length;
    return this.words;
  }
}

const [NOTHING, NUMBER, TEXT] = [0, 1, 2] as const;

/** "24 students", "30人": how many there are, which heads nothing. */
const COUNT_OF_PEOPLE =
  /^\d+\s*(?:students?|pupils?|people|persons?|人|名|名学生|alumnos|estudiantes|alunos|schüler|teilnehmer|élèves|étudiants|siswa|học sinh|студентов|человек)$/i;

function kindOf(value: CellValue): number {
  if (typeof value === "number") return NUMBER;
  if (typeof value !== "string" || value === "" || isBlank(value) || COUNT_OF_PEOPLE.test(value.trim())) return NOTHING;
  return cellNumber(value) === null ? TEXT : NUMBER;
}

/** What each row holds. Rows under one another mostly hold texts and numbers in the same columns: they share those lists. */
function profilesOf(grid: Grid, count: number): readonly RowProfile[] {
  const { columns, numbers } = grid;
  // Of the row above: nothing, over the first one.
  const kinds = new Uint8Array(columns.length).fill(NOTHING);
  let last: RowProfile = EMPTY;
  const profileOf = (row: number, isSame: boolean): RowProfile => {
    if (isSame) return last === EMPTY ? EMPTY : new Row(last.texts, last.numbers, grid, row);
    const of = (kind: number): readonly number[] => columns.filter((_, k) => kinds[k] === kind);
    return kinds.every((kind) => kind === NOTHING) ? EMPTY : new Row(of(TEXT), of(NUMBER), grid, row);
  };
  return Array.from({ length: count }, (_, i) => {
    let isSame = true;
    for (let k = 0; k < kinds.length; k += 1) {
      const isNumber = !Number.isNaN(numbers[i * kinds.length + k] ?? Number.NaN);
      const kind = isNumber ? NUMBER : kindOf(grid.at(grid.top + i, columns[k] ?? -1));
      if (kind === kinds[k]) continue;
      kinds[k] = kind;
      isSame = false;
    }
    last = profileOf(grid.top + i, isSame);
    return last;
  });
}

/** Column letters that were copied along ("A | B | C"), over the header proper. */
function areLetters(grid: Grid, row: number, { texts, numbers }: Pick<RowProfile, "texts" | "numbers">): boolean {
  if (numbers.length > 0 || texts.length < LEAST_LETTERS) return false;
  const said = texts.map((column) => grid.text(row, column));
  const letters = said[0] === "A" ? said : said.slice(1);
  return letters.length >= LEAST_LETTERS && letters.every((text, i) => text === String.fromCharCode(65 + i));
}
const LEAST_LETTERS = 3;

/** Levels of a rubric as numbers ("Criterion | 3 | 2 | 1 | 0") over rows of descriptions. */
function isLevelHeader(profiles: readonly RowProfile[], at: number): boolean {
  const own = profiles[at] ?? EMPTY;
  const next = profiles[at + 1] ?? EMPTY;
  return (
    own.texts.length === 1 &&
    own.numbers.length >= 3 &&
    next.texts.length > own.numbers.length &&
    (own.known === 1 || next.isProse) &&
    !own.isWeights
  );
}

/** Levels as numbers over rows with a text and a number under one of them: the level that was reached, in points or ticked. */
function isReachedHeader(profiles: readonly RowProfile[], at: number): boolean {
  const own = profiles[at] ?? EMPTY;
  if (own.numbers.length < LEAST_LEVELS || own.numbers.length > MOST_LEVELS || own.isWeights || !own.areSteps)
    return false;
  return reachesOneEach(profiles, at + 1, own.numbers);
}
const MOST_LEVELS = 11;

/** Rows with a text and a number under one of the levels each. */
function reachesOneEach(profiles: readonly RowProfile[], from: number, levels: readonly number[]): boolean {
  const rows = profiles.slice(from, from + LEAST_LEVELS);
  return (
    rows.length === LEAST_LEVELS &&
    rows.every(({ texts, numbers }) => texts.length > 0 && numbers.filter((c) => levels.includes(c)).length === 1)
  );
}

/** Names of levels over descriptions of them: three different ones and hardly anything else. */
function isLevelNames(profiles: readonly RowProfile[], at: number): boolean {
  const own = profiles[at] ?? EMPTY;
  if (own.numbers.length > 0 || own.texts.length < LEAST_LEVELS || own.levels < LEAST_LEVELS) return false;
  const next = profiles[at + 1] ?? EMPTY;
  const below = profiles.slice(at + 1, at + 1 + LEAST_LEVELS);
  if (below.length === LEAST_LEVELS && below.every(({ ticks, texts }) => ticks === 1 && texts.length > 1)) return true;
  // After a word for what is rated the descriptions may be short.
  const isSaid = next.isProse || (own.known > 0 && next.texts.length >= own.texts.length - 1);
  return own.levels * 2 > own.texts.length && isSaid && next.texts.length >= LEAST_LEVELS;
}
const LEAST_LEVELS = 3;

/** Names among which one became a number ("7.9-3" is a date to Excel), after a word for what is rated. */
const isNumberAmong = ({ texts, numbers, namesSubjects }: RowProfile): boolean =>
  numbers.length === 1 && texts.length >= LEAST_NAMES && namesSubjects;
const LEAST_NAMES = 4;

/** How far under a line of labels the header of its table may stand. */
const UNDER_LABELS = 3;

/** Lines over a table at most. */
const MOST_LINES = 8;

/** Whether the first row that is neither empty nor one more label with what it says heads a table wider than that. */
function leadsToHeader(profiles: readonly RowProfile[], from: number): boolean {
  for (let at = from; at < from + MOST_LINES; at += 1) {
    const row = profiles[at] ?? EMPTY;
    if (isEmptyRow(row) || row.isPair) continue;
    return row.texts.length + row.numbers.length >= LEAST_WIDE && isHeader(profiles, at);
  }
  return false;
}
const LEAST_WIDE = 3;

/** Labels and what they say in turn, over a header: directly under it, or after an empty row. */
function isLabelLine(profiles: readonly RowProfile[], at: number): boolean {
  const next = profiles[at + 1] ?? EMPTY;
  if ((profiles[at] ?? EMPTY).isPair && leadsToHeader(profiles, at + 1)) return true;
  if (next.known < 3 && !isEmptyRow(next)) return false;
  if (!(profiles[at] ?? EMPTY).areLabels) return false;
  if (next.known >= 3) return true;
  return Array.from({ length: UNDER_LABELS }, (_, i) => at + 2 + i).some((row) => isHeader(profiles, row));
}

/** A header by its words, or by its shape: texts over rows of numbers. */
function isHeader(profiles: readonly RowProfile[], at: number): boolean {
  const own = profiles[at] ?? EMPTY;
  if (own.isSquare) return true;
  if (own.areLetters || isLabelLine(profiles, at)) return false;
  if (isLevelHeader(profiles, at) || isLevelNames(profiles, at) || isReachedHeader(profiles, at)) return true;
  if (own.isDirections || own.isLabelled) return false;
  if (own.hasWeightsBetween) return true;
  if (own.texts.length < 2 || own.numbers.length > own.texts.length + 2) return false;
  const below = profiles.slice(at + 1, at + 5).filter(({ texts, numbers }) => texts.length + numbers.length > 0);
  if (below.length === 0) return false;
  const open = own.known >= 2 && own.numbers.length > 0 && own.addsBelow ? 0 : own.numbers.length;
  if (own.known >= 2 && (open === 0 || own.known >= 3 || own.known === own.texts.length))
    return own.texts.length >= 3 || own.numbers.length > 0 || below.some(({ numbers }) => numbers.length > 0);
  if (open > 0 && !isNumberAmong(own)) return false;
  const over = below.filter(({ numbers }) => numbers.filter((c) => own.texts.includes(c)).length >= 2);
  return over.length > 0 && own.texts.length >= 3;
}

/** A second header row says roles or periods under a first one, or names what stands under its merged or blank cells. */
function goesOn(profiles: readonly RowProfile[], at: number): boolean {
  const [first, row] = [profiles[at] ?? EMPTY, profiles[at + 1] ?? EMPTY];
  if (pointsUnder(profiles, at)) return true;
  if (row.numbers.length > 0 || row.texts.length < 2 || row.isDirections) return false;
  if (row.known * 2 >= row.texts.length && row.known >= 2 && isUnder(first, row, true)) return true;
  const below = profiles.slice(at + 2, at + 5).filter(({ numbers }) => row.texts.some((c) => numbers.includes(c)));
  return below.length > 0 && isUnder(first, row, false);
}

/** Points under the names of levels, over their descriptions: they belong to the names. */
function pointsUnder(profiles: readonly RowProfile[], at: number): boolean {
  const [names, points, below] = [profiles[at] ?? EMPTY, profiles[at + 1] ?? EMPTY, profiles[at + 2] ?? EMPTY];
  if (points.texts.length > 0 || points.numbers.length < LEAST_LEVELS || names.levels < LEAST_LEVELS) return false;
  if (points.numbers.length !== names.levels) return false;
  if (below.isProse && below.texts.length > points.numbers.length) return true;
  return reachesOneEach(profiles, at + 2, points.numbers);
}

/** Texts of the lower row stand under blank cells of the upper one, or under a heading that reaches over the next column. */
function isUnder(upper: RowProfile, lower: RowProfile, isKnown: boolean): boolean {
  const heads = (column: number): boolean => upper.texts.includes(column);
  const free = lower.texts.filter((c) => !heads(c) || (!heads(c + 1) && lower.texts.includes(c + 1)));
  if (isKnown) return free.length * 2 >= lower.texts.length;
  return free.length === lower.texts.length && lower.texts.some((c) => !heads(c)) && lower.texts.some(heads);
}

const isEmptyRow = ({ texts, numbers }: RowProfile): boolean => texts.length + numbers.length === 0;

/** A header further down begins a block of its own: words that say so, or a table's shape after a blank row. */
function beginsAnother(profiles: readonly RowProfile[], at: number, from: number): boolean {
  const row = profiles[at] ?? EMPTY;
  if (row.isSquare) return true;
  if (row.numbers.length > 0 || row.texts.length < 3 || !isHeader(profiles, at)) return false;
  if (row.known >= 3) return true;
  const above = [profiles[at - 1] ?? EMPTY, profiles[at - 2] ?? EMPTY];
  const isParted = above.some((one, i) => isEmptyRow(one) && at - 1 - i > from);
  return row.known >= 1 && isParted && above.every(({ numbers }) => numbers.length === 0);
}

/** One text and no number: a title. */
const isLone = ({ texts, numbers }: RowProfile): boolean => texts.length === 1 && numbers.length === 0;

/** Last row of a body: before the next header with its title, or before two empty rows. */
function endOfBody(profiles: readonly RowProfile[], from: number, isRepeat: (at: number) => boolean): number {
  let last = from - 1;
  for (let at = from; at < profiles.length; at += 1) {
    const row = profiles[at] ?? EMPTY;
    if (isEmptyRow(row)) {
      if (at - last >= 2) break;
      continue;
    }
    if (beginsAnother(profiles, at, from) || isRepeat(at)) {
      const isTitle =
        last === at - 1 && (profiles[last]?.texts.length ?? 0) === 1 && isEmptyRow(profiles[last - 1] ?? EMPTY);
      if (isTitle) return last - 2;
      // Weights over the header that comes stand apart from what is above, with their title.
      const [own, above] = [profiles[at - 1] ?? EMPTY, profiles[at - 2] ?? EMPTY];
      const isTitled = isLone(above) && isEmptyRow(profiles[at - 3] ?? EMPTY);
      const isItsWeights = last === at - 1 && own.texts.length <= 1 && (above.texts.length === 0 || isTitled);
      if (!isItsWeights || own.numbers.length < 2) return last;
      return isTitled ? at - 4 : at - 2;
    }
    last = at;
  }
  return last;
}

const MOST_SIGNED = 4;

/** Last row of a body without lines for signatures under it, which hold no number. */
function withoutSignatures(grid: Grid, profiles: readonly RowProfile[], from: number, last: number): number {
  let end = last;
  for (let at = last; at > from; at -= 1) {
    const { texts, numbers } = profiles[at] ?? EMPTY;
    if (isEmptyRow(profiles[at] ?? EMPTY)) continue;
    const [first] = texts;
    const isSigned =
      numbers.length === 0 &&
      texts.length <= MOST_SIGNED &&
      first !== undefined &&
      SIGNED.test(grid.text(grid.top + at, first));
    if (!isSigned) break;
    end = at - 1;
  }
  while (end > from && isEmptyRow(profiles[end] ?? EMPTY)) end -= 1;
  return end;
}

/** The blocks of a sheet, top to bottom. */
export function regionsOf(grid: Grid, sheet: SnapshotSheet, answers: readonly RoleAnswer[]): Region[] {
  if (sheet.used === null) return [];
  const profiles = profilesOf(grid, sheet.used.rows);
  const regions: Region[] = [];
  for (let at = 0; at < profiles.length; at += 1) {
    if (!isHeader(profiles, at)) continue;
    const second = goesOn(profiles, at) ? 1 : 0;
    const headerRows = Array.from({ length: second + 1 }, (_, i) => grid.top + at + i);
    const repeats = headerRepeats(grid, headerRows);
    const isRepeat = (row: number): boolean => {
      const { texts, numbers } = profiles[row] ?? EMPTY;
      return repeats(grid.top + row, texts, numbers.length);
    };
    const whole = endOfBody(profiles, at + second + 1, isRepeat);
    const last = withoutSignatures(grid, profiles, at + second + 1, whole);
    if (last <= at + second) continue;
    const rows = Array.from({ length: last - at + 1 }, (_, i) => at + i);
    const columns = grid.columns.filter((c) => rows.some((r) => !grid.blank(grid.top + r, c)));
    const region = {
      headerRows,
      top: grid.top + at,
      bottom: grid.top + last,
      columns,
      left: grid.left,
      right: grid.right,
      answers,
    };
    regions.push(...sideBySide(grid, region));
    at = whole;
  }
  return regions;
}
