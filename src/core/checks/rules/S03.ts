/** S03: a cell for a result shows an error value; on a sheet of the user also its own weights, totals and ranks. */
import { errorMark } from "../../formulas/marks";
import type { Finding } from "../../model/finding";
import type { BrokenCell } from "../../model/scorecard";
import { ALL_STAGES, BOTH, findingOf, type Check, type CheckContext } from "../check";
import { blockMarks, perCellWithoutNumber } from "../entryCells";
import { cellName } from "../planWeights";

/** Of several cells of one kind the first is named, and how many there are. */
function brokenFindings({ card, stage }: CheckContext): readonly Finding[] {
  const groups = new Map<string, BrokenCell[]>();
  for (const broken of card.broken ?? []) {
    const key = JSON.stringify([broken.plan, broken.kind]);
    groups.set(key, [...(groups.get(key) ?? []), broken]);
  }
  return [...groups.values()].flatMap((cells) => {
    const [first] = cells;
    if (first === undefined) return [];
    const { kind, name, plan, error, cell } = first;
    const params = { kind, person: name, name, error, cell: cellName(cell), count: cells.length };
    return [findingOf(S03, cell, { stage, plan, params })];
  });
}

export const S03: Check = {
  code: "S03",
  severity: "error",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: {},
  silencedBy: [],
  run: (context) => [
    ...perCellWithoutNumber(S03, context, ({ raw }) =>
      typeof raw === "object" ? { params: { error: raw.error } } : null,
    ),
    ...brokenFindings(context),
  ],
  marks: (context) => blockMarks(context, "S03", "error", (rect) => errorMark("S03", rect)),
};
