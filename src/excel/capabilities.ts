/** What this Excel can do. Evenhand needs ExcelApi 1.14; what is newer is asked for before use. */
import type { Problem } from "../core/model/problem";

export const REQUIRED_EXCEL_API = "1.14";

/** Undo groups came with ExcelApi 1.20. */
const UNDO_GROUPS = "1.20";
/** Sets asked for, newest first, to name the one that is there. */
const KNOWN_SETS = [
  "1.20",
  "1.19",
  "1.18",
  "1.17",
  "1.16",
  "1.15",
  "1.14",
  "1.13",
  "1.12",
  "1.11",
  "1.10",
  "1.9",
  "1.8",
  "1.7",
  "1.6",
  "1.5",
  "1.4",
  "1.3",
  "1.2",
  "1.1",
];

const supports = (version: string): boolean => Office.context.requirements.isSetSupported("ExcelApi", version);

/** Several edits can be one step of undo. */
export const hasUndoGroups = (): boolean => supports(UNDO_GROUPS);

/** Pane and ribbon functions share one page that lives on when the pane is closed. */
export const hasSharedRuntime = (): boolean => Office.context.requirements.isSetSupported("SharedRuntime", "1.1");

/** The newest set this Excel has, "1.15"; null outside Excel. */
export function excelApiVersion(): string | null {
  return KNOWN_SETS.find(supports) ?? null;
}

/** Null when Evenhand can run here; otherwise what is missing and what to do. */
export function readinessProblem(): Problem | null {
  if (Office.context.host !== Office.HostType.Excel) {
    return { what: { key: "excel.notExcel" }, next: { key: "excel.notExcel.next" } };
  }
  if (supports(REQUIRED_EXCEL_API)) return null;
  return {
    what: { key: "excel.tooOld", params: { found: excelApiVersion() ?? "—", needed: REQUIRED_EXCEL_API } },
    next: { key: "excel.tooOld.next" },
  };
}
