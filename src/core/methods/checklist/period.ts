/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";
import type { YearPlan } from "../../nextPeriod/yearPlan";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    Answers: { emptied: ["answer", "remark"], history: ["person", "name", "statement", "answer", "remark"] },
    Statements: { emptied: [], kept: ["item", "value", "reversed", "opposite"] },
    ChecklistResults: { emptied: [], history: ["id", "name", "yes", "no", "score", "band", "rank"] },
  },
};

/** What of the closed periods makes a year. */
export const YEAR: YearPlan = {
  table: "ChecklistResults",
  of: "people",
  result: "score",
  how: "mean",
  band: "band",
  rank: "rank",
  numberFormat: "0.0",
  chart: 1,
};
