/** The limits of the checks as a table on Settings: every threshold of a check that speaks of generated sheets is a cell. */
import { CHECKS } from "../checks/registry";
import type { BuildContext } from "./context";
import { inputColumn, labelColumn, type TablePlacement } from "./tableSheet";

export interface Limit {
  /** "W05.strong": code and threshold. */
  readonly key: string;
  readonly value: number;
}

/** Those that a generated workbook has elsewhere (Weight tolerance), or that only plain sheets need. */
const ELSEWHERE: ReadonlySet<string> = new Set(["W01.tolerance", "W15.tolerance", "S02.people", "S05.people"]);

/** All limits with their defaults, in the order of the checks. */
export const LIMITS: readonly Limit[] = CHECKS.filter(({ origins }) => origins.includes("generated"))
  .flatMap(({ code, thresholds }) =>
    Object.entries(thresholds).map(([threshold, value]): Limit => ({ key: `${code}.${threshold}`, value })),
  )
  .filter(({ key }) => !ELSEWHERE.has(key));

/** The table, with its first cell at a row and column of Settings; three columns as the settings above it have. */
export function limitsTable({ names, text }: BuildContext, row: number, column: number): TablePlacement {
  return {
    name: names.table("Limits"),
    at: { row, column },
    rows: LIMITS.length,
    columns: [
      labelColumn(
        "key",
        text("col.limits.key"),
        26,
        LIMITS.map(({ key }) => key),
      ),
      inputColumn(
        "value",
        text("col.limits.value"),
        14,
        LIMITS.map(({ value }) => value),
        { horizontal: "Left", numberFormat: "General" },
      ),
      labelColumn(
        "meaning",
        text("col.limits.meaning"),
        58,
        LIMITS.map(({ key }) => text(`limit.${key}`)),
        { font: { color: "muted" } },
      ),
    ],
  };
}
