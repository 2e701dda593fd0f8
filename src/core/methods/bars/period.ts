/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";
import type { YearPlan } from "../../nextPeriod/yearPlan";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    BarsRatings: {
      emptied: ["anchor", "record", "comment"],
      history: ["person", "name", "dimension", "anchor", "point", "comment", "record"],
    },
    BarsResults: { emptied: [], history: ["id", "name", "rated", "score", "band", "rank"] },
    // The workshop builds the scale, and the scale stays.
    BarsItems: { emptied: [], kept: ["item", "weight", "a*"] },
    BarsIncidents: { emptied: [], kept: ["incident", "dimension", "j*", "v*"] },
  },
};

/** What of the closed periods makes a year. */
export const YEAR: YearPlan = {
  table: "BarsResults",
  of: "people",
  result: "score",
  how: "mean",
  band: "band",
  rank: "rank",
  numberFormat: "0.00",
  chart: 2,
};
