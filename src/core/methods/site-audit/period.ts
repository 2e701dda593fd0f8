/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";
import type { YearPlan } from "../../nextPeriod/yearPlan";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    AuditAnswers: {
      emptied: ["answer", "seen", "action", "owner", "due", "done"],
      open: { kind: "partOf", table: "AuditVisits", column: "visit" },
      history: ["visit", "site", "what", "answer", "seen", "action", "owner", "due:day", "done:day"],
    },
    // A visit with a fault that is not mended yet goes on.
    AuditVisits: {
      emptied: ["site", "date", "auditor"],
      open: { kind: "positive", column: "pending" },
      history: ["id", "site", "date:day", "auditor", "score", "failed", "outcome", "pending"],
    },
    AuditItems: { emptied: [], kept: ["area", "item", "weight", "critical"] },
  },
};

/** What of the closed periods makes a year: the scores of a site; a visit that goes on counts in the period of its day. */
export const YEAR: YearPlan = {
  table: "AuditVisits",
  of: { words: "site", dated: "date" },
  result: "score",
  how: "mean",
  numberFormat: "0.0",
};
