/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";
import type { YearPlan } from "../../nextPeriod/yearPlan";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    ScaleRatings: {
      emptied: ["point", "comment", "record"],
      history: ["person", "name", "dimension", "point", "comment", "record"],
    },
    ScaleResults: { emptied: [], history: ["id", "name", "rated", "score", "band", "rank"] },
    ScaleItems: { emptied: [], kept: ["item", "definition", "weight", "p*"] },
  },
};

/** What of the closed periods makes a year. */
export const YEAR: YearPlan = {
  table: "ScaleResults",
  of: "people",
  result: "score",
  how: "mean",
  band: "band",
  rank: "rank",
  numberFormat: "0.00",
  chart: 2,
};
