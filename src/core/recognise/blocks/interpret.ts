/** Decides what a block is: by the words of its headers, by whether names repeat, and by what its columns hold. */
import type { Grid } from "../grid";
import type { SnapshotSheet } from "../snapshot";
import { addsRow, columnsOf, holdsScores, holdsSigns, isNumeric, isTextual, plays, type Column } from "./columns";
import { withCappedSections } from "./cappedSections";
import { maximumColumn, readCriteriaRows } from "./criteriaRows";
import { readLong, readPairwise } from "./longTable";
import { readMatrix } from "./matrix";
import { withListedCriteria } from "./legendWeights";
import { areIds, idsOfPeople, isOfPeople } from "./ids";
import { hasFullMarks, isLevelHead } from "./levels";
import { headerForm } from "./lexicon";
import { findWeightRow, isWeightLabel, labelBeforeNumbers, rowsAround, saidWeightRow } from "./matrixWeights";
import type { Understood } from "./model";
import { withSharesOfMerged } from "./plansOnly";
import { cellNumber, weightInText } from "./numbers";
import type { Region } from "./regions";

const NOTHING: Understood = {
  layout: "other",
  items: [],
  subjects: [],
  roles: {},
  sure: {},
  weightHeader: "",
  scoreKind: "score",
  refusal: "notAScorecard",
};

/** Words that only scorecards use. */
const APPRAISAL = ["weight", "maximum", "score", "weighted", "rank", "criterion", "actual", "target", "rater"] as const;
/** Those that other lists seldom have; the rest count half. */
const STRONG = ["weight", "maximum", "score", "weighted", "rank", "total", "rater"] as const;

/** "Product A", "Site 2": one of several that are compared, whatever the word before it. */
const numberedOf = ({ header }: Column): string | null =>
  /^(.+?)(?:\s*#?\d{1,2}|\s+[A-Z])$/.exec(header.trim())?.[1]?.toLowerCase() ?? null;

/** More words of other lists than of scorecards. */
function isForeign(columns: readonly Column[]): boolean {
  const stems = columns.map(numberedOf);
  const isOneOfSeveral = (i: number): boolean =>
    stems[i] !== null && stems.filter((stem) => stem === stems[i]).length >= 2;
  // "Cost (x3)" weighs something.
  const isWeighed = ({ header }: Column): boolean => weightInText(header) !== null;
  const isOther = (c: Column, i: number): boolean => plays(c, "foreign") && !isOneOfSeveral(i) && !isWeighed(c);
  const said = columns.filter((c, i) => c.sure >= 0.8 && isOther(c, i)).map(({ header }) => headerForm(header));
  // A price, and the same on another scale, is one thing.
  const foreign = new Set(said).size;
  if (foreign < 2) return false;
  const own = columns.reduce((sum, c, i) => {
    if (isOther(c, i)) return sum;
    if (isWeighed(c) || (c.sure >= 0.8 && STRONG.some((role) => plays(c, role)))) return sum + 1;
    return c.sure >= 0.6 && APPRAISAL.some((role) => plays(c, role)) ? sum + 0.5 : sum;
  }, 0);
  return foreign > own;
}

/** Figures of a group: what is most of them is not what can be reached. */
const GROUP_FIGURES = {
  least:
    /^(?:min|minimum|lowest|最低分?|最小值|minimo|mínimo|minimal|terendah|laagste|en düşük|thap nhat|thấp nhất|мин|минимум)$/i,
  most: /^(?:max|maximum|highest|最高分?|最大值|maximo|máximo|maximal|tertinggi|hoogste|en yüksek|cao nhat|cao nhất|макс|максимум)$/i,
  middle:
    /^(?:mean|average|avg|median|平均分?|平均值|中位数|media|média|mediana|promedio|moyenne|mediane|médiane|mittelwert|durchschnitt|gemiddelde|ortalama|rata-rata|trung binh|trung bình|среднее|средний балл|медиана)$/i,
} as const;
/** Least, most and middle side by side: statistics of groups, not scores of people. */
const areGroupFigures = (columns: readonly Column[]): boolean => {
  const has = (word: RegExp): boolean => columns.some(({ header }) => word.test(header.trim()));
  return (
    has(GROUP_FIGURES.least) &&
    has(GROUP_FIGURES.most) &&
    (has(GROUP_FIGURES.middle) || has(/^(most )?likely$|^range$/i))
  );
};

/** "Min effort", "Max effort", "Average effort": three figures of one thing, whatever it is. */
const FIGURE_OF = /^(min|max|avg|average|mean)(?:imum)?\.?\s+(\S.*)$/i;
function areFiguresOf(columns: readonly Column[]): boolean {
  const figures = new Map<string, Set<string>>();
  for (const { header } of columns) {
    const [, figure, of] = FIGURE_OF.exec(header.trim()) ?? [];
    if (figure === undefined || of === undefined) continue;
    const own = figures.get(headerForm(of)) ?? new Set();
    figures.set(headerForm(of), own.add(/^a|^mea/i.test(figure) ? "middle" : figure.toLowerCase()));
  }
  return [...figures.values()].some((own) => own.size === FIGURES_EACH);
}
const FIGURES_EACH = 3;

/** A row named "weight" beside the header or at the end: criteria go across. */
const hasWeightRow = (grid: Grid, region: Region, columns: readonly Column[]): boolean =>
  saidWeightRow(grid, region) !== null ||
  rowsAround(grid, region).some((row) => {
    if (!isWeightLabel(labelBeforeNumbers(grid, region, row))) return false;
    return columns.filter(({ column }) => cellNumber(grid.at(row, column)) !== null).length >= 2;
  });

/** A row of weights directly under the header, over most of the numbers, with a sum that is a formula or nothing beside it. */
function isUnlabelledRow(grid: Grid, region: Region, person: Column, columns: readonly Column[]): boolean {
  const row = (region.headerRows.at(-1) ?? region.top) + 1;
  if (columns.some((c) => isTextual(c) && !grid.blank(row, c.column))) return false;
  const filled = columns.filter((c) => isNumeric(c) && grid.formula(row, c.column) === "");
  const values = filled.flatMap(({ column }) => cellNumber(grid.at(row, column)) ?? []);
  const all = values.reduce((sum, value) => sum + value, 0);
  // What they come to may stand at their end.
  const last = values.at(-1) ?? 0;
  const sum = Math.abs(all - 2 * last) <= 1e-6 ? last : all;
  const isWhole = [1, 100].some((whole) => Math.abs(sum - whole) <= whole * 1e-6);
  return (
    values.length > 2 &&
    values.length * 2 > filled.length &&
    isWhole &&
    findWeightRow(grid, region, person, columns)?.row === row
  );
}

const LEAST_WEIGHED = 3;

/** Numbers 1, 2, 3 under a name, with the word for the weights in their column: what is rated has no other name. */
function numberedColumn(grid: Grid, region: Region, columns: readonly Column[]): Column | undefined {
  const [first] = columns;
  if (first === undefined || first.header === "" || first.texts > 0) return undefined;
  const body = (region.headerRows.at(-1) ?? region.top) + 1;
  const values = Array.from({ length: region.bottom - body + 1 }, (_, i) =>
    cellNumber(grid.at(body + i, first.column)),
  );
  const areCounted = values.length > 1 && values.every((value, i) => value === (values[0] ?? 0) + i);
  const isLabelled = rowsAround(grid, region).some((row) => isWeightLabel(grid.text(row, first.column)));
  return areCounted && isLabelled ? first : undefined;
}

/** The column with most different texts; the leftmost where several have as many. */
const richest = (columns: readonly Column[]): Column | undefined =>
  columns.reduce<Column | undefined>(
    (best, column) => (best === undefined || column.distinct > best.distinct ? column : best),
    undefined,
  );

/** Scores under full marks ("Content (20 points)"): numbers all the way down, where of levels one is reached. */
const isMarked = ({ header, numbers, texts }: Column, most: number): boolean =>
  hasFullMarks(header) && texts === 0 && numbers * 4 >= most * 3;

/** Columns that are levels: by their names or points, or as numbers over sentences. */
const haveLevels = (columns: readonly Column[]): boolean =>
  columns.filter((c) => isLevelHead(c.header) && !isMarked(c, Math.max(...columns.map(({ texts }) => texts)))).length >=
    LEAST_LEVELS ||
  columns.filter(({ header, longest }) => /^\d{1,2}$/.test(header) && longest >= SENTENCE).length >= LEAST_LEVELS;
const LEAST_LEVELS = 3;
const SENTENCE = 20;

/** Names, of which few are longer than names are: a note may stand under them. */
const areNames = ({ texts, long }: Column): boolean => long * 4 <= texts;

/** The column that names the rows: where several describe levels, none of these. */
function naming(columns: readonly Column[]): Column | undefined {
  const open = columns.filter(({ header }) => !isLevelHead(header));
  const short = open.filter(areNames);
  if (columns.length - short.length >= 2 && short.length > 0) return richest(short);
  const best = richest(columns.length - open.length >= 2 && open.length > 0 ? open : columns);
  // A short name left of a long description names the row, though some rows are named further in.
  const name = richest(short.filter(({ column }) => column < (best?.column ?? 0)));
  const isNamed = best !== undefined && name !== undefined && !areNames(best);
  return isNamed && name.distinct >= 3 && name.distinct * 2 >= best.distinct ? name : best;
}

/**
 * The column that names what is weighed: right of one whose names reach over several rows ("Objective | Key result | Weight") another
 * that has a name of its own in more of them.
 */
function innermost(columns: readonly Column[], texts: readonly Column[], said: Column | undefined): Column | undefined {
  const weight = columns.find((c) => plays(c, "weight") && isNumeric(c));
  if (said === undefined || weight === undefined || said.column > weight.column) return said;
  const inner = texts.find(
    (c) =>
      c.column === said.column + 1 &&
      c.column < weight.column &&
      c.distinct > said.distinct &&
      c.texts > said.texts &&
      c.texts + 1 >= weight.numbers &&
      areNames(c) &&
      !plays(c, "group"),
  );
  return inner ?? said;
}

/** What a block is; layout "other" with a refusal where it is no scorecard. */
export function interpret(grid: Grid, sheet: SnapshotSheet, region: Region): Understood {
  const plain = withListedCriteria(grid, region, columnsOf(grid, sheet, region));
  const shared = withSharesOfMerged(grid, sheet, region, plain);
  const columns = shared?.columns ?? plain;
  const pairwise = readPairwise(grid, region);
  if (pairwise !== null) return pairwise;
  const across = hasWeightRow(grid, region, columns);
  // Whoever answers questions about a table says that it is one.
  const isSaid = columns.some(({ said }) => said !== null);
  if (!across && !isSaid && (isForeign(columns) || areGroupFigures(columns) || areFiguresOf(columns))) return NOTHING;
  const texts = columns.filter((c) => isTextual(c) && !plays(c, "evidence") && !holdsSigns(c));
  const unique = (role: "person" | "alternative" | "criterion"): Column | undefined =>
    texts.find((c) => plays(c, role));
  // Of several columns of criteria ("考核项目 | 考核指标") the one with most different texts holds the items.
  const criterion = innermost(columns, texts, richest(texts.filter((c) => plays(c, "criterion"))));
  const person =
    texts.find((c) => c.said === "person") ??
    subjectColumn(columns, unique("person"), unique("alternative")) ??
    idColumn(grid, region, columns, criterion);
  const isRowSum = (c: Column): boolean => person !== undefined && addsRow(grid, region, c);
  const hasLeast = columns.some(({ header }) => GROUP_FIGURES.least.test(header.trim()));
  const weight =
    columns.find((c) => c.said === "weight") ??
    shared?.weight ??
    columns.find((c) => (plays(c, "weight") || (plays(c, "maximum") && !hasLeast && !isRowSum(c))) && isNumeric(c));
  // Over scores a row of numbers that make a whole weighs them, though a criterion is called "Weight".
  const isOver =
    person !== undefined &&
    weight !== undefined &&
    weight.said === null &&
    isUnlabelledRow(grid, region, person, columns);
  const measured = columns.some((c) => isNumeric(c) && (plays(c, "score") || plays(c, "actual")));
  if (person !== undefined && measured && !across && isLong(columns, person, criterion))
    return readLong(grid, region, columns, person, criterion);
  const hasWeightEach =
    (["weight", "maximum"] as const).some(
      (role) => columns.filter((c) => plays(c, role) && isNumeric(c)).length >= 2,
    ) && criterion === undefined;
  // A column of weights beside the criteria says more than a row at the end with a word for full marks: that is their sum.
  const areListed =
    person === undefined && criterion?.sure === 1 && weight !== undefined && weight.numbers >= LEAST_WEIGHED;
  if (
    (across && !areListed) ||
    isOver ||
    (person !== undefined && person !== criterion && (weight === undefined || hasWeightEach))
  ) {
    const label =
      person ??
      richest(texts.filter((c) => c.column < (columns.find(holdsScores)?.column ?? Infinity))) ??
      numberedColumn(grid, region, columns);
    if (label !== undefined) return judged(grid, readMatrix(grid, region, columns, label), columns);
  }
  const before = texts.filter((c) => weight === undefined || c.column < weight.column);
  const label = criterion ?? person ?? naming(before) ?? naming(texts);
  if (label === undefined) return NOTHING;
  const hasLevels = haveLevels(columns);
  const looksLikeRows =
    weight !== undefined ||
    maximumColumn(grid, region, columns) !== undefined ||
    criterion !== undefined ||
    hasLevels ||
    columns.some((c) => plays(c, "weighted"));
  const read = looksLikeRows
    ? withCappedSections(grid, region, columns, readCriteriaRows(grid, sheet, region, columns, label))
    : readMatrix(grid, region, columns, label);
  const first = judged(grid, read, columns);
  if (first.refusal === null || looksLikeRows) return first;
  const second = judged(grid, readCriteriaRows(grid, sheet, region, columns, label), columns);
  const isRating = first.layout === "other" && isReached(second);
  return second.refusal === null || isRating ? second : first;
}

/** Names at the right end, behind scores and totals, are said again for the reader; the column on the left then counts. */
function subjectColumn(
  columns: readonly Column[],
  person: Column | undefined,
  alternative: Column | undefined,
): Column | undefined {
  if (person === undefined || alternative === undefined) return person ?? alternative;
  const isBehind = columns.some((c) => isNumeric(c) && c.column < person.column && c.column > alternative.column);
  return isBehind ? alternative : person;
}

/** Ids stand for people where no names are given. */
const idColumn = (
  grid: Grid,
  region: Region,
  columns: readonly Column[],
  criterion: Column | undefined,
): Column | undefined =>
  criterion === undefined && !columns.some((c) => plays(c, "weight")) ? idsOfPeople(grid, region, columns) : undefined;

/** Names that repeat beside a criterion, or a target and an actual a person. */
function isLong(columns: readonly Column[], person: Column, criterion: Column | undefined): boolean {
  if (criterion !== undefined && criterion !== person)
    return person.distinct < person.texts || criterion.distinct < criterion.texts;
  const has = (role: "target" | "actual"): boolean => columns.some((c) => plays(c, role) && isNumeric(c));
  return criterion === undefined && has("target") && has("actual");
}

/** A column of "weights" alone makes no scorecard: kilograms do not add up to anything and nobody speaks of scores. */
function isChance(grid: Grid, understood: Understood, columns: readonly Column[]): boolean {
  const { layout, items, subjects } = understood;
  if (layout !== "transposed" && layout !== "form") return false;
  const values = items.flatMap(({ weight }) => weight.value ?? []);
  const sum = values.reduce((all, value) => all + value, 0);
  const isNear = [1, 100].some((whole) => Math.abs(sum - whole) < whole / 5) || values.every(Number.isInteger);
  // Shares of amounts come near to a whole, too.
  if (isNear && (subjects.length === 0 || couldBeScores(grid, understood))) return false;
  const words = ["criterion", "score", "weighted", "maximum", "target", "actual"] as const;
  return (
    !columns.some((c) => words.some((role) => plays(c, role))) &&
    subjects.every(({ total, rank }) => total === null && rank === null)
  );
}

/** Many numbers below 0 where weights should be: coefficients of a model, of which nobody is rated. */
function areCoefficients({ items }: Understood): boolean {
  const values = items.flatMap(({ weight }) => (weight.cell === null ? [] : (weight.value ?? [])));
  return values.filter((value) => value < 0).length * MOST_BELOW > values.length;
}
const MOST_BELOW = 3;

/** Weights that stand only in formulas, make no whole, and nothing that speaks of scores or adds them up: prices and discounts. */
function isReckoned({ layout, items, subjects, weightHeader }: Understood, columns: readonly Column[]): boolean {
  if (layout !== "matrix" || weightHeader !== "" || subjects.some(({ total }) => total !== null)) return false;
  const values = items.flatMap(({ weight }) => weight.value ?? []);
  const sum = values.reduce((all, value) => all + value, 0);
  const isWhole = [1, 100].some((whole) => Math.abs(sum - whole) <= whole * 0.005);
  return !isWhole && !columns.some((c) => APPRAISAL.some((role) => plays(c, role)) || weightInText(c.header) !== null);
}

/** Numbers that could be scores: none in the thousands, and columns of about one size. */
function couldBeScores(grid: Grid, { subjects, items }: Understood): boolean {
  const tops = items.map((_, i) =>
    subjects.slice(0, 200).reduce((most, { scores }) => {
      const cell = scores[i];
      const value = cell === null || cell === undefined ? null : cellNumber(grid.at(cell.row, cell.column));
      return value === null ? most : Math.max(most, Math.abs(value));
    }, 0),
  );
  return tops.every((top) => top <= 1000) && Math.max(...tops) <= 50 * Math.min(...tops.filter((top) => top > 0));
}

/** Nobody has a score, and no column that holds one is filled. */
const isEmptyGradebook = ({ layout, refusal, items }: Understood, columns: readonly Column[]): boolean =>
  layout === "matrix" &&
  refusal === "noScores" &&
  items.every(({ cell }) => columns.some((c) => c.column === cell.column && c.numbers + c.texts === 0));

/** Every criterion has a weight, and nobody a score. */
const waitsForScores = ({ refusal, items }: Understood): boolean =>
  refusal === "noScores" && items.every(({ weight }) => weight.value !== null);

/** Numbers of students or employees stand for their names. */
const areOfPeople = ({ subjects }: Understood, columns: readonly Column[]): boolean => {
  const label = columns.find(({ column }) => column === subjects[0]?.cell.column);
  const isBare = label?.header === "" && label.texts === 0;
  return (label !== undefined && isOfPeople(label)) || isBare || areIds(subjects.map((subject) => subject.label));
};

/** Everybody's mean stands at the end of the row, called so. */
const haveMeans = ({ subjects }: Understood, columns: readonly Column[]): boolean =>
  subjects.every(({ total }) => total !== null) &&
  columns.some(
    ({ column, header }) => column === subjects[0]?.total?.column && GROUP_FIGURES.middle.test(header.trim()),
  );

/** A rubric of one person whose points stand under several levels. */
const isReached = ({ layout, subjects, items, roles }: Understood): boolean =>
  layout === "rubric" &&
  subjects.length === 1 &&
  items.length >= LEAST_LEVELS &&
  (roles.score ?? []).reduce((sum, { columns }) => sum + columns, 0) >= LEAST_LEVELS;

/** Whoever is rated stands over the table, not in its header. */
const isNamedAbove = ({ roles, items }: Understood): boolean =>
  roles.person !== undefined && (roles.person[0]?.row ?? 0) + 1 < (items[0]?.cell.row ?? 0);

const sayAny = (column: Column, roles: readonly Column["roles"][number][]): boolean =>
  roles.some((role) => plays(column, role));

/** A refused block without a word of appraisal is no scorecard at all. */
function judged(grid: Grid, understood: Understood, columns: readonly Column[]): Understood {
  const { refusal } = understood;
  if (columns.some(({ said }) => said !== null)) return understood;
  if ((refusal === null || refusal === "noScores") && isChance(grid, understood, columns))
    return { ...understood, layout: "other", refusal: "notAScorecard" };
  if (refusal === null && (isReckoned(understood, columns) || areCoefficients(understood)))
    return { ...understood, layout: "other", refusal: "notAScorecard" };
  if (refusal === "definitions" && haveLevels(columns)) return understood;
  if (
    refusal === null ||
    refusal === "mixedScales" ||
    refusal === "symbols" ||
    refusal === "severalRows" ||
    refusal === "ticks" ||
    refusal === "pairwise" ||
    refusal === "fuzzy" ||
    refusal === "powers" ||
    refusal === "allocation" ||
    refusal === "capped"
  )
    return understood;
  const says = (roles: readonly Column["roles"][number][]): boolean =>
    columns.some((c) => roles.some((role) => plays(c, role)));
  const isTable =
    (refusal === "noWeights" || isEmptyGradebook(understood, columns) || waitsForScores(understood)) &&
    understood.items.length >= 2 &&
    understood.subjects.length >= 2 &&
    (says(["person", "alternative", "total"]) || areOfPeople(understood, columns) || haveMeans(understood, columns));
  // One level reached in each row, of levels that are called so or by somebody who is named: a rating, with or without its word.
  const isRating =
    refusal === "noWeights" && isReached(understood) && (haveLevels(columns) || isNamedAbove(understood));
  // Any list of amounts has a total.
  const strong = refusal === "noWeights" ? STRONG.filter((role) => role !== "total") : STRONG;
  const isScored =
    says([...strong]) || (refusal !== "noWeights" && says([...APPRAISAL])) || couldBeScores(grid, understood);
  // Names in lists, and no place for a number anywhere.
  const isBare =
    (refusal === "noPeople" || refusal === "noCriteria") &&
    columns.every(
      (c) => (c.numbers === 0 || sayAny(c, ["id"])) && !sayAny(c, ["weight", "maximum", "score", "target"]),
    );
  const isNone = isBare || !isScored || (!says([...APPRAISAL]) && !isTable && !isRating);
  return isNone ? { ...understood, layout: "other", refusal: "notAScorecard" } : understood;
}
