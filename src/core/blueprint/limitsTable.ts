/** The limits of the checks as a table on Settings: every threshold of a check that speaks of generated sheets is a cell. */
import { CHECKS } from "../checks/registry";
import type { BuildContext } from "./context";
import { inputColumn, labelColumn, type TablePlacement } from "./tableSheet";
import type { SheetBlueprint, StyledArea } from "./types";

interface Limit {
  /** "W05.strong": code and threshold. */
  readonly key: string;
  readonly value: number;
}

/** Those that a generated workbook has elsewhere (Weight tolerance), or that only plain sheets need. */
const ELSEWHERE: ReadonlySet<string> = new Set(["W01.tolerance", "W15.tolerance", "S02.people", "S05.people"]);

/** All limits with their defaults, in the order of the checks; those of parts that these workbooks do not have are left out. */
export const LIMITS: readonly Limit[] = CHECKS.filter(
  ({ origins, part }) => origins.includes("generated") && part === undefined,
)
  .flatMap(({ code, thresholds }) =>
    Object.entries(thresholds).map(([threshold, value]): Limit => ({ key: `${code}.${threshold}`, value })),
  )
  .filter(({ key }) => !ELSEWHERE.has(key));

/** What may be typed for a limit. */
const RANGE = { min: 0, max: 10_000 };

export interface LimitsBlock {
  readonly table: TablePlacement;
  readonly heading: SheetBlueprint["blocks"][number];
  readonly headingStyle: StyledArea;
  readonly validation: SheetBlueprint["validation"][number];
}

/** A heading in the first column of `row` and the table under it, as wide as the settings above. */
export function limitsBlock({ names, text }: BuildContext, row: number): LimitsBlock {
  const values = (of: (limit: Limit) => string | number): (string | number)[] => LIMITS.map(of);
  const meaning = values(({ key }) => text(`limit.${key}`));
  return {
    heading: { at: { row, column: 0 }, cells: [[text("settings.limits")]] },
    headingStyle: { rect: { row, column: 0, rows: 1, columns: 1 }, style: { font: { bold: true, color: "muted" } } },
    table: {
      name: names.table("Limits"),
      at: { row: row + 1, column: 0 },
      rows: LIMITS.length,
      columns: [
        labelColumn(
          "key",
          text("col.limits.key"),
          26,
          values(({ key }) => key),
        ),
        inputColumn(
          "value",
          text("col.limits.value"),
          14,
          values(({ value }) => value),
          { horizontal: "Left" },
        ),
        labelColumn("meaning", text("col.limits.meaning"), 58, meaning, { font: { color: "muted" } }),
      ],
    },
    validation: {
      rect: { row: row + 2, column: 1, rows: LIMITS.length, columns: 1 },
      rule: { kind: "decimal", ...RANGE },
      allowBlank: false,
      alert: {
        style: "Stop",
        title: text("valid.setting.title"),
        message: text("valid.setting", { low: RANGE.min, high: RANGE.max }),
      },
    },
  };
}
