/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
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
