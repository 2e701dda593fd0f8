/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";

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
