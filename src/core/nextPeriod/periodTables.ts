/**
 * What a method's tables hold of one period, and what stays: the declaration by which *Start next period* works on any method
 * workbook. Columns by key; "q*" stands for q1, q2, … Every column that is typed into is named once, as emptied or as kept.
 */

/** Which rows of a table go on into the next period as they are. */
export type OpenRows =
  /** Nothing stands in this column yet, as a day on which something was done. */
  | { readonly kind: "blank"; readonly column: string }
  /** The word in this column is none of these (keys of words). */
  | { readonly kind: "wordOtherThan"; readonly column: string; readonly words: readonly string[] }
  /** A number above 0 stands in this column. */
  | { readonly kind: "positive"; readonly column: string }
  /** A row of another table that goes on names this row's id in a column. */
  | { readonly kind: "namedBy"; readonly table: string; readonly column: string }
  /** The row of another table that goes on is named in this column. */
  | { readonly kind: "partOf"; readonly table: string; readonly column: string };

export interface PeriodTable {
  /** What happened in the period: emptied. */
  readonly emptied: readonly string[];
  /** What stays as it was typed. */
  readonly kept?: readonly string[];
  readonly open?: OpenRows;
  /** Rows with a day after the period that closes belong to the next one already. */
  readonly dated?: string;
  /** A number that begins where another one has ended: column → column that it takes the number of. */
  readonly moved?: Readonly<Record<string, string>>;
  /** Days of the plan: they move on by as much as the period does. */
  readonly days?: readonly string[];
  /** Levels of what is measured: kept, raised or emptied as the person chooses. */
  readonly targets?: readonly string[];
  /**
   * What is kept of it as values, in this order, the first being what the row is called by; absent: nothing. "due:day" is
   * shown as a day, "load:share" as a per cent.
   */
  readonly history?: readonly string[];
}
export type MethodPeriod =
  /** The method has no next period; `reason` completes the key of the message that says why. */
  | { readonly kind: "once"; readonly reason: "workshop" | "probation" }
  | {
      readonly kind: "periods";
      /** By the key under which the table is stored. */
      readonly tables: Readonly<Record<string, PeriodTable>>;
    };

/** Whether a column is meant by a name or by a name with a star. */
export const isMeant = (wanted: string, column: string): boolean =>
  wanted.endsWith("*") ? new RegExp(`^${wanted.slice(0, -1)}\\d+$`).test(column) : wanted === column;
/** The columns of a list that are there, in the order of the table. */
export const meantIn = (wanted: readonly string[], columns: readonly string[]): readonly string[] =>
  wanted.flatMap((each) => columns.filter((column) => isMeant(each, column)));

export interface PastColumn {
  readonly key: string;
  readonly look: "day" | "share" | "plain";
}
/** The columns of `history` that are there. */
export const pastColumns = (history: readonly string[], columns: readonly string[]): readonly PastColumn[] =>
  history.flatMap((each) => {
    const [wanted = "", look] = each.split(":");
    return meantIn([wanted], columns).map((key) => ({
      key,
      look: look === "day" || look === "share" ? look : "plain",
    }));
  });
