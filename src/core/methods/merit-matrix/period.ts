/** What the workbook holds of one period, and what stays. */
import type { MethodPeriod } from "../../nextPeriod/periodTables";
import type { YearPlan } from "../../nextPeriod/yearPlan";

export const PERIOD: MethodPeriod = {
  kind: "periods",
  tables: {
    Pay: {
      emptied: ["rating", "proposed", "reason"],
      kept: ["middle"],
      // The next round begins with the pay that this one gave.
      moved: { salary: "newSalary" },
      history: ["id", "name", "rating", "salary", "middle", "compa:share", "raise:share", "newSalary", "reason"],
    },
    Bonus: {
      emptied: ["department"],
      kept: ["base"],
      history: ["id", "name", "base", "department", "personal", "bonus"],
    },
    Talent: {
      emptied: ["potential", "evidence"],
      history: ["id", "name", "performance", "potential", "boxName", "evidence"],
    },
    MeritGuide: { emptied: [], kept: ["from*", "to*", "coefficient"] },
  },
};

/** Ratings of several rounds stand beside each other: each decided on its own pay. */
export const YEAR: YearPlan = {
  table: "Pay",
  of: "people",
  result: "rating",
  how: "shown",
  numberFormat: "General",
};
