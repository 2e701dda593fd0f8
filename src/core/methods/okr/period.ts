/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";
import type { YearPlan } from "../../nextPeriod/yearPlan";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    Objectives: {
      emptied: [],
      kept: ["objective", "owner", "weight", "serves"],
      history: ["id", "objective", "ownerName", "weight", "grade", "word"],
    },
    KeyResults: {
      emptied: [],
      kept: ["objective", "keyResult", "owner", "unit", "weight"],
      // The next quarter begins where this one has ended.
      moved: { start: "actual" },
      targets: ["target"],
      history: ["id", "keyResult", "ownerName", "unit", "start", "target", "actual", "grade", "word"],
    },
    OkrCheckIns: {
      emptied: ["date", "keyResult", "value", "confidence", "note"],
      dated: "date",
      history: ["id", "date:day", "keyResult", "value", "confidence", "note"],
    },
  },
};

/** What of the closed periods makes a year. */
export const YEAR: YearPlan = {
  table: "Objectives",
  of: { id: "id", words: "objective" },
  result: "grade",
  how: "mean",
  band: "word",
  numberFormat: "0.00",
};
