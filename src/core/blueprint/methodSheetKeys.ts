/** Which sheets a method's workbook has; apart from what builds them, as the pane lists them before anything is made. */
import type { MethodDefinition } from "./methodWorkbook";

/** Keys of the sheets beside those that every workbook has, in their order: the Ranking list before what comes last, Checks. */
export const methodSheetKeys = ({
  sheetKeys,
  rankingList,
}: Pick<MethodDefinition, "sheetKeys" | "rankingList">): readonly string[] =>
  rankingList === undefined ? sheetKeys : [...sheetKeys.slice(0, -1), "ranking", ...sheetKeys.slice(-1)];
