/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    Answers: { emptied: ["answer", "remark"], history: ["person", "name", "statement", "answer", "remark"] },
    Statements: { emptied: [], kept: ["item", "value", "reversed", "opposite"] },
    ChecklistResults: { emptied: [], history: ["id", "name", "yes", "no", "score", "band", "rank"] },
  },
};
