/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";
import type { YearPlan } from "../../nextPeriod/yearPlan";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    IncidentMonths: { emptied: [], history: ["id", "name", "effective", "ineffective", "total"] },
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

/** What of the closed periods makes a year: records of each person. */
export const YEAR: YearPlan = {
  table: "IncidentMonths",
  of: "people",
  result: "total",
  how: "sum",
  numberFormat: "0",
  chart: 3,
};
