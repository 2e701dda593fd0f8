/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";
import type { YearPlan } from "../../nextPeriod/yearPlan";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    Goals: {
      emptied: ["targetE", "weightE", "targetM", "weightM", "addedOn", "note"],
      kept: ["person", "goal", "measure", "kind", "direction", "unit", "start", "worstAllowed", "weight", "support"],
      days: ["due"],
      targets: ["threshold", "target", "stretch"],
    },
    Progress: { emptied: ["figure"] },
    Review: {
      emptied: ["midOwn", "midManager", "own", "manager", "agreed", "reason"],
      history: [
        "id",
        "name",
        "goal",
        "aim",
        "weight",
        "agreed",
        "attainment:share",
        "points",
        "midOwn",
        "midManager",
        "reason",
      ],
    },
    SignOff: {
      emptied: ["agreedE", "agreedM", "midE", "midM", "closeE", "closeM", "objection"],
      history: ["id", "agreedE:day", "agreedM:day", "midE:day", "midM:day", "closeE:day", "closeM:day", "objection"],
    },
    Results: {
      emptied: [],
      history: ["id", "name", "jobGroup", "department", "total", "coverage:share", "band", "rank"],
    },
    Evidence: {
      emptied: [
        ...["person", "indicator", "eventDate", "recordedDate", "what", "sign", "source", "observer", "link"],
        "sharedOn",
      ],
      dated: "eventDate",
      history: ["id", "person", "indicator", "eventDate:day", "what", "sign", "source", "observer", "link"],
    },
  },
};

/** What of the closed periods makes a year. */
export const YEAR: YearPlan = {
  table: "Results",
  of: "people",
  result: "total",
  how: "mean",
  band: "band",
  rank: "rank",
  chosenTies: true,
  numberFormat: "0.00",
  chart: 6,
};
