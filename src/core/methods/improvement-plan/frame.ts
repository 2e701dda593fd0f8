/** What the sheets of improvement plans share: ids, rows, validations, the frame of a sheet. */
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { dayAt, rulesFor, type MethodSheet } from "../../blueprint/methodSheet";
import { registerSheet, type RegisterPlan } from "../../blueprint/registerSheet";
import { headersOf, type ColumnPlan, type TablePlacement } from "../../blueprint/tableSheet";
import type { NameBlueprint } from "../../blueprint/types";
import { SAMPLE_CASES } from "./sample";

export const AT = { row: 4, column: 0 };
export const EMPTY = { cases: 3, facts: 6, lost: 8, aims: 6, points: 6 };

/** Id of the n-th plan, from 0: "I01". */
export const caseId = (i: number): string => `I${String(i + 1).padStart(2, "0")}`;

/** Id of the n-th record of a kind, from 0: "F001". */
export const recordId = (letter: string, i: number): string => `${letter}${String(i + 1).padStart(3, "0")}`;
/** First day of a sample case. */
export const startOf = (context: MethodContext, plan: number): number => dayAt(context, SAMPLE_CASES[plan]?.start ?? 0);

/** Validations of the inputs, with the list of plans. */
export const rulesOf = (context: MethodContext) => ({
  ...rulesFor(context),
  plan: rulesFor(context).list("plan", context.names.own.range("CaseIds")),
});

interface Frame {
  readonly key: string;
  readonly name: string;
  readonly table: string;
  readonly rows: number;
  readonly columns: readonly ColumnPlan<string>[];
  readonly more: Partial<RegisterPlan>;
  readonly names?: readonly NameBlueprint[];
}

/** A sheet of improvement plans in the frame they share. */
export function planSheet(context: MethodContext, frame: Frame): MethodSheet {
  const { names, text } = context;
  const { columns } = frame;
  const table: TablePlacement = { name: names.own.table(frame.table), at: AT, rows: frame.rows, columns, filter: true };
  return {
    table,
    headers: headersOf(columns),
    names: frame.names ?? [],
    sheet: registerSheet({
      names,
      name: frame.name,
      title: text(`${frame.key}.title`),
      subtitle: text(`${frame.key}.subtitle`, { asOf: text("settings.asOf") }),
      table,
      tabColor: "inputFill",
      checks: [{ key: "check" }],
      frozen: 2,
      headHeight: 34,
      rowHeight: 24,
      ...frame.more,
    }),
  };
}
