/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    Cases: {
      emptied: ["person", "start", "days", "standard", "support", "outcome", "signE", "signM"],
      open: { kind: "blank", column: "outcome" },
      history: [
        ...[
          "id",
          "name",
          "start:day",
          "end:day",
          "standard",
          "support",
          "outcome",
          "reached",
          "goals",
          "lost",
          "lostAfter",
        ],
        "recovered",
      ],
    },
    PlanFacts: {
      emptied: ["plan", "date", "what", "proof"],
      open: { kind: "partOf", table: "Cases", column: "plan" },
      history: ["id", "plan", "date:day", "what", "proof"],
    },
    PointsLost: {
      emptied: ["plan", "indicator", "weight", "before", "cause", "after"],
      open: { kind: "partOf", table: "Cases", column: "plan" },
      history: [
        "id",
        "plan",
        "indicator",
        "weight",
        "before:share",
        "lost:share",
        "cause",
        "after:share",
        "recovered:share",
      ],
    },
    PlanGoals: {
      emptied: ["plan", "goal", "measure", "start", "target", "figure", "due", "action", "owner"],
      open: { kind: "partOf", table: "Cases", column: "plan" },
      history: ["id", "plan", "goal", "measure", "start", "target", "figure", "reached", "due:day", "action", "owner"],
    },
    FollowUps: {
      emptied: ["plan", "planned", "heldOn", "found", "next"],
      open: { kind: "partOf", table: "Cases", column: "plan" },
      history: ["id", "plan", "planned:day", "heldOn:day", "found", "next"],
    },
    Lengths: { emptied: [], kept: ["days"] },
  },
};
