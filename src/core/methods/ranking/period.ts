/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    Orders: { emptied: ["r*"], history: ["id", "name", "r*", "mean", "rank"] },
    Judges: { emptied: [], kept: ["name"] },
    Picks: { emptied: ["person"] },
    Pairs: { emptied: ["p*"] },
    Shares: { emptied: [], kept: ["band", "share"] },
    RankResults: { emptied: [], history: ["id", "name", "judged", "alternated", "paired", "rank", "advice"] },
  },
};
