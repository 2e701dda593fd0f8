/**
 * How many items a method's workbook is made with, where that is for the person to say: statements, dimensions, sections …
 * Light, so that the pane can ask before any workbook is loaded. Items beyond those that come with words are empty rows.
 */

/** What is counted; names the question of the pane. */
export type CountKey =
  "statements" | "dimensions" | "indicators" | "sections" | "items" | "visits" | "prompts" | "judges" | "points";

/** What can become more in a workbook that stands: all but the length of the scale. */
export type ItemKey = Exclude<CountKey, "points">;

/** Where the workbook has places for each item, beside its own row. */
export interface ItemPlaces {
  /** Column of the item's own table with its id or number. */
  readonly id: "id" | "no";
  /** Tables with rows for each item: key of the table → column in which the item's id stands. */
  readonly within: Readonly<Record<string, string>>;
  /** A table with a column for each item: "q" and the item's number. */
  readonly across?: { readonly table: string; readonly prefix: string };
}

/** What the pane asks. */
export interface AskedCount {
  readonly key: CountKey;
  /** Key of the table that has a row for each; absent where it is the length of the scale. */
  readonly table?: string;
  /** Fewer would not be the method any more. */
  readonly least: number;
  /** As many as the workbook has unless somebody says otherwise. */
  readonly usual: number;
  /** More are not judged with care, or make sheets that nobody fills in. */
  readonly most: number;
  /** Each has a row for each person. */
  readonly perPerson: boolean;
  /** The only numbers that may be chosen; absent: all from the least to the most. */
  readonly choices?: readonly number[];
}
/** Items that have rows of their own. */
export interface ItemCount extends AskedCount, ItemPlaces {
  readonly key: ItemKey;
  readonly table: string;
}
export type Counts = Readonly<Partial<Record<CountKey, number>>>;

const asked = (
  key: ItemKey,
  table: string,
  [least, usual, most]: readonly [least: number, usual: number, most: number],
  within: ItemPlaces["within"],
  { id = "id", across, perPerson = true }: Partial<Pick<ItemCount, "id" | "across" | "perPerson">> = {},
): ItemCount => ({
  ...{ key, table, least, usual, most, perPerson, id, within },
  ...(across === undefined ? {} : { across }),
});

/** The highest point of the scale on which people are rated; 100 stands for marks from 0 to 100. */
const scale = (usual: number, choices: readonly number[]): AskedCount => ({
  ...{ key: "points", usual, choices, perPerson: false },
  ...{ least: Math.min(...choices), most: Math.max(...choices) },
});
const POINTS = [3, 4, 5, 7, 10];
const POINTS_OR_MARKS = [...POINTS, 100];
/** Four anchors stand at equal distances, both ends among them. */
const ANCHORED_POINTS = [4, 7, 10];

const BY_METHOD: Readonly<Record<string, readonly (AskedCount | ItemCount)[]>> = {
  // Questionnaires of more than forty statements are answered in a straight line.
  "manager-360": [
    asked("statements", "Items360", [2, 5, 40], { Profile360: "item" }, { across: { table: "Forms360", prefix: "q" } }),
    scale(5, POINTS),
  ],
  // What one person can keep apart while judging another.
  "rating-scale": [asked("dimensions", "ScaleItems", [2, 5, 20], { ScaleRatings: "item" }), scale(5, POINTS)],
  bars: [asked("dimensions", "BarsItems", [2, 5, 12], { BarsRatings: "item" }), scale(7, ANCHORED_POINTS)],
  "calibration-board": [scale(5, POINTS_OR_MARKS)],
  "second-reviewer": [scale(100, POINTS_OR_MARKS)],
  // Forty-five pairs; there is no random index for more.
  "weight-workshop": [
    asked(
      "indicators",
      "WeightItems",
      [3, 8, 10],
      { WeightPoints: "item", WeightPairs: "id" },
      { across: { table: "WeightPairs", prefix: "c" } },
    ),
  ],
  combined: [asked("sections", "Sections", [2, 4, 10], { SectionValues: "section" })],
  // People down, judges across: more do not fit on a page.
  ranking: [
    asked("judges", "Judges", [2, 5, 10], {}, { id: "no", across: { table: "Orders", prefix: "r" }, perPerson: false }),
  ],
  checklist: [asked("statements", "Statements", [4, 16, 60], { Answers: "item" })],
  narrative: [asked("prompts", "Prompts", [1, 5, 12], { Comments: "no" }, { id: "no" })],
  probation: [asked("items", "ProbationItems", [2, 5, 20], { ProbationScores: "item" })],
  // An audit is a list of items; visits have a row for each of them.
  "site-audit": [
    asked("items", "AuditItems", [3, 10, 60], { AuditAnswers: "item" }, { perPerson: false }),
    asked("visits", "AuditVisits", [1, 4, 24], { AuditAnswers: "visit" }, { perPerson: false }),
  ],
};

/** What is asked of a method; nothing where its tables grow by typing or its items are the method itself. */
export const countsOf = (method: string): readonly AskedCount[] => BY_METHOD[method] ?? [];
/** Of these the items, which can become more afterwards. */
export const itemCountsOf = (method: string): readonly ItemCount[] =>
  (BY_METHOD[method] ?? []).flatMap((count) => ("within" in count ? [count] : []));

/** Rows of people × items above which a workbook gets slow to type into. */
export const MOST_ITEM_ROWS = 20_000;

export type CountFault =
  | { readonly kind: "range"; readonly key: CountKey; readonly least: number; readonly most: number }
  | { readonly kind: "rows"; readonly rows: number; readonly most: number };

/** What is wrong with the numbers asked for, or null; more than usual must stay fillable for so many people. */
export function countFault(method: string, counts: Counts, people: number): CountFault | null {
  for (const { key, least, usual, most, perPerson, choices } of countsOf(method)) {
    const count = counts[key] ?? usual;
    if (!Number.isInteger(count) || count < least || count > most || choices?.includes(count) === false)
      return { kind: "range", key, least, most };
    const rows = people * count;
    if (perPerson && count > usual && rows > MOST_ITEM_ROWS) return { kind: "rows", rows, most: MOST_ITEM_ROWS };
  }
  return null;
}

/** The numbers that a standing workbook was made with, by the rows of its tables; `points` is what was kept of its scale. */
export const standingCounts = (method: string, rowsOf: (table: string) => number, points?: number): Counts =>
  Object.fromEntries(
    countsOf(method).map(({ key, table, least, usual, most }) => {
      if (table === undefined) return [key, points ?? usual];
      const rows = rowsOf(table);
      return [key, rows === 0 ? usual : Math.max(least, Math.min(most, rows))];
    }),
  );
