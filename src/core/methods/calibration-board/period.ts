/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";
import type { YearPlan } from "../../nextPeriod/yearPlan";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    Board: {
      emptied: ["proposed", "evidence", "decided", "reason", "by"],
      kept: ["manager"],
      history: [
        ...["id", "name", "manager", "proposed", "evidence", "decided", "final", "finalBand", "rank", "reason", "by"],
      ],
    },
    BoardManagers: { emptied: [], kept: ["name"] },
    BoardSpread: { emptied: [], kept: ["guide"] },
  },
};

/** What of the closed periods makes a year. */
export const YEAR: YearPlan = {
  table: "Board",
  of: "people",
  result: "final",
  how: "mean",
  band: "finalBand",
  rank: "rank",
  numberFormat: "0.00",
  chart: 1,
};
