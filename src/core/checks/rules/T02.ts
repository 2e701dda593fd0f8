/** T02: the sheet's own ranks do not follow the totals. */
import { rankMark } from "../../formulas/marks";
import type { MarkPlan } from "../../model/mark";
import type { Scorecard } from "../../model/scorecard";
import { ranks } from "../../ranking/ranks";
import { ALL_STAGES, findingOf, type Check } from "../check";
import { ownColumn } from "../ownColumns";
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
  marks: ({ card }) =>
    card.plans.flatMap(({ name }, index): MarkPlan[] => {
      const [totals, own] = [ownColumn(card, index, "ownTotal"), ownColumn(card, index, "ownRank")];
      if (totals === null || own === null || !accusesOnlyWrong(card, index, name)) return [];
      const formula = rankMark("T02", own.rect, totals.rect, own.nameColumn);
      return [{ rule: "T02", severity: "warning", sheet: own.sheet, rect: own.rect, formula }];
    }),
};

/** Whether the places of the sheet's own totals differ from its ranks nowhere but where that was found. */
function accusesOnlyWrong(card: Scorecard, index: number, name: string): boolean {
  const people = card.people.filter(({ plan }) => plan === index);
  const places = ranks(
    people.map(({ ownTotal }) => ownTotal?.value ?? null),
    "competition",
  );
  const wrong = new Set(
    (card.differences ?? []).flatMap(({ kind, plan, cell, mistake }) =>
      kind === "rank" && plan === name && OF_RANKS.includes(mistake) ? [cell.rect.row] : [],
    ),
  );
  return people.every(({ ownRank }, i) => {
    const [shown, place] = [ownRank?.value ?? null, places[i] ?? null];
    return shown === null || place === null || shown === place || wrong.has(ownRank?.cell.rect.row ?? -1);
  });
}
