import { goalCommon } from "./goals/common";
import { mboSheets } from "./goals/mbo";
import { okrSheets } from "./goals/okr";
import { cascadeSheets } from "./goals/cascade";
import { checkInSheets } from "./goals/checkIns";
import { improvementSheets } from "./goals/improvement";

/** Words of the workbooks about goals: management by objectives, OKR, cascade, check-ins, improvement. */
export const goalSheets = {
  ...goalCommon,
  ...mboSheets,
  ...okrSheets,
  ...cascadeSheets,
  ...checkInSheets,
  ...improvementSheets,
};
