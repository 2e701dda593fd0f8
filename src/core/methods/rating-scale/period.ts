/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";

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
