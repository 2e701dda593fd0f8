/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    Comments: { emptied: ["comment", "record"], history: ["person", "name", "prompt", "comment", "record"] },
    Facts: {
      emptied: ["date", "person", "what"],
      dated: "date",
      history: ["id", "date:day", "name", "what"],
    },
    Prompts: { emptied: [], kept: ["prompt"] },
  },
};
