/**
 * What a method says about itself on the sheet that is handed out before the period: its items and how each is scored, the rules in
 * force, one worked example, who rates and when. Plain data; the sheet is made from it.
 */
import type { TableSource } from "../formulas/byKey";
import { cellFormula } from "../formulas/columns";
import { handoutPick, type ItemExpression, type LinePart } from "../formulas/handoutFormulas";
import { ofPickedFormula } from "../formulas/personPageFormulas";
import type { SettingName } from "../formulas/names";
import { anchoredPoints, type PointScale } from "../model/pointScale";
import { pointScaleOf } from "./context";
import type { MethodContext } from "./methodWorkbook";
import type { CellFormula, CellStyle } from "./types";

/** The items, one row each; heads are the texts "handout.heads.<heads>.item" and so on. */
export interface HandoutItems {
  readonly source: TableSource;
  /** Rows of the page. */
  readonly count: number;
  /** Column without which a row is no item. */
  readonly words: string;
  /** Columns that say what it is, joined by a dash. */
  readonly item: readonly string[];
  /** A number of the item, as its weight: a column of it, or what the method makes of its cells. */
  readonly figure: {
    readonly from: string | ItemExpression;
    readonly style?: CellStyle;
    /** Number of the stage from which on it is shown; absent: always. */
    readonly fromStage?: number;
  };
  /** How it is scored: lines under each other, or what the method makes of cells of the item. */
  readonly how: readonly LinePart[] | ItemExpression;
  /**
   * Invented points, row by row and then again from the first: the worked example multiplies the figure by them. Absent: there is
   * room for notes instead.
   */
  readonly example?: readonly number[];
  /** In place of the notes: what the method makes of cells of the item. */
  readonly beside?: ItemExpression;
  /** Items differ by person: column with the owner's id, and how many rows are looked through. */
  readonly of?: { readonly owner: string; readonly rows: number };
  /** Text key of the heads; "usual" unless given. */
  readonly heads?: string;
  /** Text key of the title over them; "items" unless given. */
  readonly title?: string;
  /** Least height of a row in lines, where formulas make its texts. */
  readonly lines: number;
}

/** A rule: the texts "handout.<key>" and "handout.<key>.says", and the figure in force between them. */
export interface HandoutRow {
  readonly key: string;
  readonly figure?: CellFormula;
  readonly style?: CellStyle;
}
/** What a step of the worked example may use. */
export interface HandoutPage {
  /** Cell of a step by its key. */
  readonly at: (key: string) => string;
  /** A column of the items on the page: "figure", "won", "points". */
  readonly column: (key: string) => string;
}
/** A step of the worked example: the text "handout.<key>" and its sum, or without one the words "handout.<key>.says". */
export interface HandoutStep {
  readonly key: string;
  readonly value?: number | ((page: HandoutPage) => CellFormula);
  readonly style?: CellStyle;
}
export interface HandoutPlan {
  readonly items?: HandoutItems;
  /** How the result is made. */
  readonly rules: readonly HandoutRow[];
  readonly example: readonly HandoutStep[];
  /** Who rates and reviews, and when. */
  readonly who: readonly HandoutRow[];
  /** Of "handout.talks.<key>.says", where the usual talks before, within and after a period have no place; absent: those. */
  readonly talks?: string;
  /** Whether the bands of Settings have a meaning in it. */
  readonly hasBands: boolean;
  /** Somebody is picked from the beginning: items, raters or days differ by person. */
  readonly picksPerson: boolean;
}
/** Tables of the workbook by the key under which they are stored, with their rows as they are made. */
export type HandoutTables = (key: string) => TableSource & { readonly rows: number };
/** Rows of the page for one person's items, and rows of their table that are looked through, however many people there are. */
const OWN_ROWS = 5;
const LOOKED_THROUGH = 200;

export interface HandoutDefinition {
  /** Key of the sheet's name: "handout" where somebody is rated, "howItWorks" where nobody is. */
  readonly name: "handout" | "howItWorks";
  readonly plan: (context: MethodContext, tables: HandoutTables) => HandoutPlan;
}

/** Something of the row that the picked person has in a table with a row a person. */
export const ofHandoutPerson = (
  { names, peopleHeaders }: MethodContext,
  from: TableSource,
  key: string,
  kind: "text" | "number",
): CellFormula =>
  ofPickedFormula(names, { table: names.table("People"), headers: peopleHeaders }, from, key, kind, handoutPick(names));

const PERCENT: CellStyle = { numberFormat: "0%" };
const PLAIN: CellStyle = { numberFormat: "General" };
export const DAY: CellStyle = { numberFormat: "yyyy-mm-dd" };

/** The items of whoever is picked, by a column with ids. */
export const ownedBy = (owner: string): Pick<HandoutItems, "count" | "of"> => ({
  count: OWN_ROWS,
  of: { owner, rows: LOOKED_THROUGH },
});

/** Rules with figures from Settings. */
export function handoutRules({ names }: MethodContext) {
  const row = (key: string, cell: string, style: CellStyle): HandoutRow => ({ key, figure: cellFormula(cell), style });
  return {
    /** Words alone. */
    says: (key: string): HandoutRow => ({ key }),
    /** A setting of the method's own. */
    own: (key: string, setting: string): HandoutRow => row(key, names.own.cell(setting), PLAIN),
    ownShare: (key: string, setting: string): HandoutRow => row(key, names.own.cell(setting), PERCENT),
    /** A common setting. */
    share: (key: string, setting: SettingName): HandoutRow => row(key, names.setting(setting), PERCENT),
    day: (key: string, setting: SettingName): HandoutRow => row(key, names.setting(setting), DAY),
    /** A figure that a formula makes. */
    made: (key: string, figure: CellFormula, style: CellStyle = PLAIN): HandoutRow => ({ key, figure, style }),
  };
}

/** Points around the middle of a scale, for an example that nobody has got. */
export function examplePoints({ low, high }: PointScale): readonly number[] {
  if (high - low >= 20) return [80, 70, 90, 75, 85].map((mark) => Math.round(low + ((high - low) * mark) / 100));
  const middle = Math.ceil((low + high) / 2);
  return [middle + 1, middle, middle + 1, middle, middle];
}

/** The words at the points of a scale that have any, from the lowest; `lead` begins the keys of their columns. */
export const pointLines = (context: MethodContext, lead: string, anchoredOnly = false): readonly LinePart[] => {
  const { high } = pointScaleOf(context);
  const points = anchoredOnly ? anchoredPoints(high) : Array.from({ length: high }, (_, i) => i + 1);
  return points.map((point) => ({ key: `${lead}${String(point)}`, before: point }));
};
