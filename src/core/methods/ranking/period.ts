/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";
import type { YearPlan } from "../../nextPeriod/yearPlan";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    Orders: { emptied: ["r*"], history: ["id", "name", "r*", "mean", "rank"] },
    Judges: { emptied: [], kept: ["name"] },
    Picks: { emptied: ["person"] },
    Pairs: { emptied: ["p*"] },
    Shares: { emptied: [], kept: ["band", "share"] },
    RankResults: { emptied: [], history: ["id", "name", "judged", "alternated", "paired", "basis", "rank", "advice"] },
  },
};

/** Places of several periods stand beside each other: their mean says nothing. */
export const YEAR: YearPlan = {
  table: "RankResults",
  of: "people",
  result: "rank",
  // The page shows how the place came about, too.
  page: "basis",
  rank: "rank",
  how: "shown",
  numberFormat: "0",
};
