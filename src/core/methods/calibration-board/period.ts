/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";

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
