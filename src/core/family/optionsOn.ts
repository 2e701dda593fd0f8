/** What is known about one of several sheets that are judged together: answers, the chosen table, and what is accepted there. */
import { withLog, type Judged } from "../acceptance/accepted";
import { readLog, type LogWords } from "../acceptance/log";
import { storedAbout } from "../assess";
import type { AssessOptions } from "../assessment";
import type { Snapshot } from "../recognise/snapshot";

/** How a sheet is to be judged that need not be the open one. */
export type OptionsOn = Pick<AssessOptions, "answers" | "block" | "byLog">;

/**
 * @param snapshot the open sheet, the sheets beside it and the log, if the workbook has one
 * @param words words of the log, by language
 * @returns by a sheet's name how it is judged; acceptances count on the sheet on which they were made
 */
export function optionsOn(snapshot: Snapshot, words: readonly LogWords[]): (sheet: string) => OptionsOn {
  const log = readLog(snapshot, words);
  return (sheet) => {
    const said = storedAbout(snapshot, sheet);
    if (log === null) return said;
    const there = { ...snapshot, activeSheet: sheet };
    return { ...said, byLog: (judged: Judged) => ({ log, ...withLog(there, judged, log) }) };
  };
}
