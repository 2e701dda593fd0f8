/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";
import type { YearPlan } from "../../nextPeriod/yearPlan";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    WorkTasks: { emptied: [], kept: ["task", "person", "every", "times", "minutes", "note"] },
    WorkLoad: {
      emptied: ["absent"],
      kept: ["share"],
      history: ["id", "name", "tasks", "planned", "available", "load:share", "room"],
    },
  },
};

/** What of the closed periods makes a year. */
export const YEAR: YearPlan = {
  table: "WorkLoad",
  of: "people",
  result: "load",
  how: "mean",
  numberFormat: "0%",
  chart: 4,
};
