/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    Incidents: {
      emptied: [
        ...["date", "written", "person", "kind", "topic", "situation", "what", "result", "observer", "link"],
        "talkedOn",
      ],
      dated: "date",
      history: [
        ...[
          "id",
          "date:day",
          "name",
          "kind",
          "topic",
          "situation",
          "what",
          "result",
          "observer",
          "link",
          "talkedOn:day",
        ],
      ],
    },
  },
};
