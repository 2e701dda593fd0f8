/** S03: a cell for a result shows an error value. */
import { errorMark } from "../../formulas/marks";
import { ALL_STAGES, BOTH, type Check } from "../check";
import { blockMarks, perCellWithoutNumber } from "../entryCells";

export const S03: Check = {
  code: "S03",
  severity: "error",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: {},
  silencedBy: [],
  run: (context) =>
    perCellWithoutNumber(S03, context, ({ raw }) =>
      typeof raw === "object" ? { params: { error: raw.error } } : null,
    ),
  marks: (context) => blockMarks(context, "S03", "error", (rect) => errorMark("S03", rect)),
};
