/** T02: the sheet's own ranks do not follow the totals. */
import { ALL_STAGES, findingOf, type Check } from "../check";
import { cellName } from "../planWeights";

/** Mistakes of the ranks themselves; ranks that follow wrong totals are wrong because of those (T01). */
const OF_RANKS: readonly string[] = ["rank-differs", "rank-range-slides", "equal-totals-ranked-apart"];

export const T02: Check = {
  code: "T02",
  severity: "warning",
  stages: ALL_STAGES,
  origins: ["recognised"],
  thresholds: {},
  silencedBy: ["P01"],
  run: ({ card, stage }) =>
    (card.differences ?? []).flatMap(({ kind, cell, person, plan, shown, computed, mistake }) => {
      if (kind !== "rank" || !OF_RANKS.includes(mistake)) return [];
      const params = { person, own: shown, right: computed ?? 0, cell: cellName(cell), mistake };
      return [findingOf(T02, cell, { stage, plan, person, params })];
    }),
};
