/** S04: a cell for a result holds a text that is no number and no "not applicable". */
import { isBlank, numberInText, plainText } from "../../recognise/grid";
import { plays } from "../../recognise/words";
import { ALL_STAGES, BOTH, type Check } from "../check";
import { perCellWithoutNumber } from "../entryCells";

export const S04: Check = {
  code: "S04",
  severity: "warning",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: {},
  silencedBy: [],
  run: (context) => {
    // Where nobody has a number yet the texts may be what is to be looked at.
    const isOpen =
      context.card.origin === "recognised" && context.numbers().every(({ numbers }) => numbers.every(Number.isNaN));
    if (isOpen) return [];
    return perCellWithoutNumber(S04, context, ({ raw, value, notApplicable }) => {
      if (typeof raw === "boolean" && value === null) return { params: { text: String(raw) } };
      if (typeof raw !== "string" || isBlank(raw) || notApplicable) return null;
      return value !== null || numberInText(raw) !== null || plays(raw, "notApplicable")
        ? null
        : { params: { text: plainText(raw) } };
    });
  },
};
