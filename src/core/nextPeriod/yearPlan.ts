/** What of a method's closed periods goes into a year, and whose it is: the declaration that its Year sheet and its trend follow. */

/** Columns by key, of a table whose values are kept as history. */
export interface YearPlan {
  /** Key under which the table is stored. */
  readonly table: string;
  /** A row a person of the list, or a row a goal or place that is called by id and words; without an id the words alone. */
  readonly of: "people" | { readonly words: string; readonly id?: string; readonly dated?: string };
  readonly result: string;
  /** Column that the person's page shows of earlier periods, where it is another one than the year's. */
  readonly page?: string;
  /** Mean of the periods by their days, their sum, or shown beside each other: a mean of places says nothing. */
  readonly how: "mean" | "sum" | "shown";
  /** Column of the band: then the year has one as well, from the workbook's bands. */
  readonly band?: string;
  /** Column of the rank: then the year has one as well. */
  readonly rank?: string;
  /** Equal results: as was chosen when the workbook was made (1, 2, 2, 3 or 1, 2, 2, 4), as its own ranks do; absent: 1, 2, 2, 4. */
  readonly chosenTies?: boolean;
  readonly numberFormat: string;
  /** Columns of the person's page that a chart of earlier periods covers; absent where the page shows none. */
  readonly chart?: number;
}

/** The key under which the table of the year is stored: rows of people grow with the list, others do not. */
export const yearKey = ({ of }: YearPlan): "Annual" | "AnnualItems" => (of === "people" ? "Annual" : "AnnualItems");
/** Names a row of a closed period, so that its words are found wherever the row is sorted to. */
export const PAST_KEY = "rowKey";
