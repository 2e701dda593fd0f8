/** The lines of Plan, and where those of the sheets for results differ from them. */
import { weighedLines } from "../core/checks/planWeights";
import type { PlanLine } from "../core/model/scorecard";
import type { OpenPeople } from "./openPeople";
import type { LinesDraft } from "./types";

/** The rows of Plan as lines, in their order; empty where the workbook is no KPI scorecard of one plan. */
export function linesIn({ reading, plans }: OpenPeople): readonly PlanLine[] {
  const [plan] = reading.assessment.card?.plans ?? [];
  if (plan === undefined || plans.length !== 1) return [];
  const rowOf = ({ weight }: PlanLine): number => weight.cell.rect.row;
  return [...weighedLines(plan)].sort((a, b) => rowOf(a) - rowOf(b));
}

/** "K08 Complaints". */
export const named = ({ id, name }: PlanLine): string => `${id} ${name}`.trim();

/** Lines of Plan that no sheet for results has, and lines of those sheets that are no longer in Plan; null where both agree. */
export function linesDraft(people: OpenPeople): LinesDraft | null {
  const lines = linesIn(people);
  if (lines.length === 0) return null;
  const standing = new Set(Object.values(people.open.stored.entries).flat());
  const now = new Set(lines.map(({ id }) => id));
  const added = lines.filter(({ id }) => !standing.has(id)).map(named);
  const gone = [...standing].filter((id) => !now.has(id));
  return added.length + gone.length === 0 ? null : { added, gone };
}
