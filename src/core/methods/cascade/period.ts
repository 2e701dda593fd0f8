/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";
import type { YearPlan } from "../../nextPeriod/yearPlan";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    TopGoals: {
      emptied: [],
      kept: ["goal", "unit", "kind", "direction", "weight"],
      targets: ["target"],
      history: ["id", "goal", "unit", "target", "actual", "attainment:share", "coverage:share"],
    },
    DepartmentGoals: {
      emptied: [],
      kept: ["parent", "owner", "kind", "share", "own", "weight", "base"],
      history: ["id", "owner", "goal", "unit", "target", "actual", "attainment:share"],
    },
    LineGoals: { emptied: [], kept: ["parent", "owner", "share", "own", "weight", "base", "months", "profile"] },
    Year: {
      emptied: ["a*"],
      history: ["id", "name", "goal", "unit", "target", "actual", "attainment:share", "a*"],
    },
    Drivers: {
      emptied: ["actual*"],
      kept: ["kpi", "rule", "goal", "driver*", "plan*"],
      history: [
        "id",
        "kpi",
        "driver1",
        "plan1",
        "actual1",
        "driver2",
        "plan2",
        "actual2",
        "driver3",
        "plan3",
        "actual3",
      ],
    },
    Profiles: { emptied: [], kept: ["name", "m*"] },
  },
};

/** What of the closed periods makes a year: the goals of the organisation, as each may have changed since. */
export const YEAR: YearPlan = {
  table: "TopGoals",
  of: { id: "id", words: "goal" },
  result: "attainment",
  how: "mean",
  numberFormat: "0.0%",
};
