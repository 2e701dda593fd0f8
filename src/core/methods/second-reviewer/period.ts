/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";
import type { YearPlan } from "../../nextPeriod/yearPlan";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    Reviews2: {
      emptied: ["first", "second", "decided", "reason"],
      kept: ["rater", "reviewer"],
      history: ["id", "name", "rater", "first", "reviewer", "second", "decided", "final", "band", "rank", "reason"],
    },
    Raters2: { emptied: [], kept: ["name"] },
  },
};

/** What of the closed periods makes a year. */
export const YEAR: YearPlan = {
  table: "Reviews2",
  of: "people",
  result: "final",
  how: "mean",
  band: "band",
  rank: "rank",
  numberFormat: "0.00",
  chart: 1,
};
