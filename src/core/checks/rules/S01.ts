/** S01: a number was typed as text; formulas leave it out. Offers the number. */
import { numberTextMark } from "../../formulas/marks";
import { numberInText } from "../../recognise/grid";
import { ALL_STAGES, BOTH, type Check } from "../check";
import { blockMarks, perCellWithoutNumber } from "../entryCells";

export const S01: Check = {
  code: "S01",
  severity: "warning",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: {},
  silencedBy: [],
  run: (context) =>
    perCellWithoutNumber(S01, context, ({ raw, value }) => {
      if (typeof raw !== "string") return null;
      const found = value ?? numberInText(raw)?.value ?? null;
      return found === null ? null : { params: { text: raw }, after: found };
    }),
  marks: (context) => blockMarks(context, "S01", "warning", (rect) => numberTextMark("S01", rect)),
};
