/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";
import type { YearPlan } from "../../nextPeriod/yearPlan";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    Overview: { emptied: [], history: ["id", "name", "talks", "plan", "coach", "mid", "feedback"] },
    Talks: {
      emptied: [
        ...["date", "person", "kind", "topics", "own", "manager", "strengths", "improve", "support", "disagreement"],
        ...["nextOn", "signE", "signM"],
      ],
      open: { kind: "namedBy", table: "Actions", column: "talk" },
      dated: "date",
      history: [
        ...["id", "date:day", "name", "kind", "topics", "own", "manager", "strengths", "improve", "support"],
        ...["disagreement", "signE:day", "signM:day"],
      ],
    },
    Actions: {
      emptied: ["talk", "action", "owner", "due", "doneOn"],
      open: { kind: "blank", column: "doneOn" },
      history: ["id", "name", "talk", "action", "owner", "due:day", "doneOn:day"],
    },
  },
};

/** What of the closed periods makes a year: talks with each person. */
export const YEAR: YearPlan = {
  table: "Overview",
  of: "people",
  result: "talks",
  how: "sum",
  numberFormat: "0",
};
