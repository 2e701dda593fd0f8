/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";

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
