import { goalCommon } from "./goals/common";
import { mboSheets } from "./goals/mbo";
import { okrSheets } from "./goals/okr";
import { cascadeSheets } from "./goals/cascade";
import { checkInSheets } from "./goals/checkIns";
import { improvementSheets } from "./goals/improvement";

/** 目标类工作簿的文字：目标管理、OKR、目标分解、绩效辅导、绩效改进。 */
export const goalSheets = {
  ...goalCommon,
  ...mboSheets,
  ...okrSheets,
  ...cascadeSheets,
  ...checkInSheets,
  ...improvementSheets,
};
