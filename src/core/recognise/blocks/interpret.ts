/** Decides what a block is: by the words of its headers, by whether names repeat, and by what its columns hold. */
import type { Grid } from "../grid";
import type { SnapshotSheet } from "../snapshot";
import { columnsOf, holdsScores, isNumeric, isTextual, plays, type Column } from "./columns";
import { readCriteriaRows } from "./criteriaRows";
import { says } from "./lexicon";
import { readLong, readPairwise } from "./longTable";
import { readMatrix } from "./matrix";
import type { Understood } from "./model";
import { cellNumber } from "./numbers";
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

function isForeign(columns: readonly Column[]): boolean {
  const foreign = columns.filter((c) => c.sure >= 0.8 && plays(c, "foreign")).length;
  const own = columns.filter(
    (c) => c.sure >= 0.6 && !plays(c, "foreign") && APPRAISAL.some((role) => plays(c, role)),
  ).length;
  return foreign >= 2 && foreign > own;
}

/** A row named "weight" beside the header or at the end: criteria go across. */
function hasWeightRow(grid: Grid, region: Region, columns: readonly Column[]): boolean {
  for (let row = Math.max(grid.top, region.top - 4); row <= Math.min(grid.bottom, region.bottom + 4); row += 1) {
    if (region.headerRows.includes(row)) continue;
    const numbers = columns.filter(({ column }) => cellNumber(grid.at(row, column)) !== null).length;
    const said =
      grid.columns.map((column) => grid.text(row, column)).find((text) => text !== "" && cellNumber(text) === null) ??
      "";
    if (numbers >= 2 && (says(said, "weight") || says(said, "maximum", 0.8))) return true;
  }
  return false;
}

/** The column with most different texts; the leftmost where several have as many. */
const richest = (columns: readonly Column[]): Column | undefined =>
  columns.reduce<Column | undefined>(
    (best, column) => (best === undefined || column.distinct > best.distinct ? column : best),
    undefined,
  );

/** What a block is; layout "other" with a refusal where it is no scorecard. */
export function interpret(grid: Grid, sheet: SnapshotSheet, region: Region): Understood {
  const columns = columnsOf(grid, sheet, region);
  const pairwise = readPairwise(grid, region, columns);
  if (pairwise !== null) return pairwise;
  if (isForeign(columns)) return NOTHING;
  const texts = columns.filter((c) => isTextual(c) && !plays(c, "evidence"));
  const unique = (role: "person" | "alternative" | "criterion"): Column | undefined =>
    texts.find((c) => plays(c, role));
  // Of several columns of criteria ("考核项目 | 考核指标") the one with most different texts holds the items.
  const criterion = richest(texts.filter((c) => plays(c, "criterion")));
  const person = unique("person") ?? unique("alternative") ?? idColumn(columns, criterion);
  const weight = columns.find((c) => (plays(c, "weight") || plays(c, "maximum")) && isNumeric(c));
  const across = hasWeightRow(grid, region, columns);
  const measured = columns.some((c) => isNumeric(c) && (plays(c, "score") || plays(c, "actual")));
  if (person !== undefined && measured && !across && isLong(columns, person, criterion))
    return readLong(grid, region, columns, person, criterion);
  if (across || (person !== undefined && person !== criterion && weight === undefined)) {
    const label = person ?? richest(texts.filter((c) => c.column < (columns.find(holdsScores)?.column ?? Infinity)));
    if (label !== undefined) return judged(readMatrix(grid, region, columns, label), columns);
  }
  const before = texts.filter((c) => weight === undefined || c.column < weight.column);
  const label = criterion ?? person ?? richest(before) ?? richest(texts);
  if (label === undefined) return NOTHING;
  const looksLikeRows = weight !== undefined || criterion !== undefined || columns.some((c) => plays(c, "weighted"));
  const first = judged(
    looksLikeRows ? readCriteriaRows(grid, sheet, region, columns, label) : readMatrix(grid, region, columns, label),
    columns,
  );
  if (first.refusal === null || looksLikeRows) return first;
  const second = judged(readCriteriaRows(grid, sheet, region, columns, label), columns);
  return second.refusal === null ? second : first;
}

/** Ids stand for people where no names are given. */
const idColumn = (columns: readonly Column[], criterion: Column | undefined): Column | undefined =>
  criterion === undefined && !columns.some((c) => plays(c, "weight"))
    ? columns.find((c) => plays(c, "id") && isTextual(c))
    : undefined;

/** Names that repeat beside a criterion, or a target and an actual a person. */
function isLong(columns: readonly Column[], person: Column, criterion: Column | undefined): boolean {
  if (criterion !== undefined && criterion !== person)
    return person.distinct < person.texts || criterion.distinct < criterion.texts;
  const has = (role: "target" | "actual"): boolean => columns.some((c) => plays(c, role) && isNumeric(c));
  return criterion === undefined && has("target") && has("actual");
}

/** A refused block without a word of appraisal is no scorecard at all. */
function judged(understood: Understood, columns: readonly Column[]): Understood {
  const { refusal } = understood;
  if (refusal === null || refusal === "mixedScales" || refusal === "symbols") return understood;
  const said = columns.filter((c) => APPRAISAL.some((role) => plays(c, role))).length;
  const isNone =
    said === 0 &&
    !(
      refusal === "noWeights" &&
      understood.items.length >= 2 &&
      understood.subjects.length >= 2 &&
      columns.some((c) => plays(c, "person") || plays(c, "alternative") || plays(c, "total"))
    );
  return isNone ? { ...understood, layout: "other", refusal: "notAScorecard" } : understood;
}
