/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";
import type { YearPlan } from "../../nextPeriod/yearPlan";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    Comments: { emptied: ["comment", "record"], history: ["person", "name", "prompt", "comment", "record"] },
    Reviews: { emptied: [], history: ["id", "name", "prompts", "written", "cited"] },
    Facts: {
      emptied: ["date", "person", "what"],
      dated: "date",
      history: ["id", "date:day", "name", "what"],
    },
    Prompts: { emptied: [], kept: ["prompt"] },
  },
};

/** What of the closed periods makes a year: records that the comments rest on. */
export const YEAR: YearPlan = {
  table: "Reviews",
  of: "people",
  result: "cited",
  how: "sum",
  numberFormat: "0",
};
