/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";
import type { YearPlan } from "../../nextPeriod/yearPlan";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    // The raw answers are not kept: what was promised to the raters holds afterwards too.
    Forms360: { emptied: ["months", "q*", "comment"], kept: ["rated", "group", "rater"] },
    Results360: {
      emptied: [],
      history: ["id", "name", "raters", "self", "score", "gap", "view", "band", "rank"],
    },
    Profile360: {
      emptied: [],
      history: [
        ...["person", "name", "statement", "self", "others", "gap", "view", "boss", "peers", "reports", "customers"],
        "merged",
      ],
    },
    Items360: { emptied: [], kept: ["part", "item", "weight"] },
  },
};

/** What of the closed periods makes a year. */
export const YEAR: YearPlan = {
  table: "Results360",
  of: "people",
  result: "score",
  how: "mean",
  band: "band",
  rank: "rank",
  numberFormat: "0.00",
};
