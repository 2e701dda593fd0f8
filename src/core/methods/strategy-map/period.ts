/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";
import type { YearPlan } from "../../nextPeriod/yearPlan";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    BscObjectives: {
      emptied: [],
      kept: ["objective", "perspective", "servesFirst", "servesSecond", "owner"],
      history: ["id", "objective", "score", "initiatives"],
    },
    BscMeasures: {
      emptied: ["actual"],
      kept: ["objective", "measure", "nature", "unit", "weight"],
      // The next period begins where this one has ended.
      moved: { start: "actual" },
      targets: ["target"],
      history: ["id", "measure", "unit", "start", "target", "actual", "score"],
    },
    BscInitiatives: {
      emptied: ["objective", "initiative", "owner", "due", "state"],
      open: { kind: "wordOtherThan", column: "state", words: ["finished", "dropped"] },
      history: ["id", "objective", "initiative", "owner", "due:day", "state"],
    },
    BscPerspectives: {
      emptied: [],
      kept: ["perspective", "weight"],
      history: ["id", "perspective", "weight", "score"],
    },
  },
};

/** What of the closed periods makes a year. */
export const YEAR: YearPlan = {
  table: "BscObjectives",
  of: { id: "id", words: "objective" },
  result: "score",
  how: "mean",
  numberFormat: "0.00",
};
