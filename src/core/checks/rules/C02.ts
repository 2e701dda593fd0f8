/** C02: a result is marked "not applicable" and no reason is given. */
import type { Actual } from "../../model/scorecard";
import { plays } from "../../recognise/words";
import { ALL_STAGES, BOTH, type Check } from "../check";
import { perCellWithoutNumber } from "../entryCells";

/** A text that says "not applicable". */
const isMarked = ({ raw }: Actual): boolean => typeof raw === "string" && raw !== "" && plays(raw, "notApplicable");

export const C02: Check = {
  code: "C02",
  severity: "warning",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: {},
  silencedBy: [],
  run: (context) =>
    perCellWithoutNumber(C02, context, (actual) => (!actual.notApplicable && isMarked(actual) ? {} : null)),
};
