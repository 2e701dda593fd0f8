/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";
import type { YearPlan } from "../../nextPeriod/yearPlan";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    SectionValues: {
      emptied: ["value", "comment"],
      history: ["person", "name", "title", "value", "linked", "points", "comment"],
    },
    CombinedResults: {
      emptied: ["gate"],
      history: ["id", "name", "base", "bonus", "deduction", "gate", "score", "band", "rank"],
    },
    Sections: { emptied: [], kept: ["item", "weight", "zero", "full", "source"] },
    Extras: {
      emptied: ["person", "side", "points", "what", "record", "date"],
      dated: "date",
      history: ["id", "name", "side", "points", "what", "record", "date:day"],
    },
  },
};

/** What of the closed periods makes a year. */
export const YEAR: YearPlan = {
  table: "CombinedResults",
  of: "people",
  result: "score",
  how: "mean",
  band: "band",
  rank: "rank",
  numberFormat: "0.00",
  chart: 4,
};
