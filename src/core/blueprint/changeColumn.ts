/** The column of a table of results that shows the change against the period closed last; its formula is written with the first closing. */
import { NO_TREND } from "../formulas/trendFormulas";
import type { BuildContext } from "./context";
import { formulaColumn, type ColumnPlan } from "./tableSheet";

const POINTS = "+0.00;-0.00;0.00";

/** @param numberFormat with a sign, as a change is read */
export const changeColumn = ({ text }: Pick<BuildContext, "text">, numberFormat = POINTS): ColumnPlan<string> =>
  formulaColumn<string>("change", text("col.methodYear.change"), 12, NO_TREND, { numberFormat });
