/** T01: the sheet's own total differs from the weighted one. */
import { ALL_STAGES, findingOf, type Check, type CheckContext } from "../check";
import { shown } from "../planWeights";

/** Own totals may be on another scale (0–1, 0–5, 0–100): the factor that fits most rows, or null when none fits. */
function ownScale(pairs: readonly { own: number; ours: number }[]): number | null {
  const fits = (factor: number): number => pairs.filter((pair) => near(pair.own * factor, pair.ours)).length;
  const best = [1, 100, 0.01, 20, 0.05, 10, 0.1]
    .map((factor) => ({ factor, count: fits(factor) }))
    .reduce((a, b) => (b.count > a.count ? b : a));
  return best.count * 2 > pairs.length ? best.factor : null;
}

/** Equal as the sheet may show it: half a hundredth, or rounding to one decimal. */
const near = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(0.051, Math.abs(b) * 0.0006);

const pairsOf = ({ card, results }: CheckContext): { own: number; ours: number; index: number }[] =>
  card.people.flatMap((person, index) => {
    const own = person.ownTotal?.value ?? null;
    const ours = results[index]?.total ?? null;
    return own === null || ours === null ? [] : [{ own, ours, index }];
  });

export const T01: Check = {
  code: "T01",
  severity: "warning",
  stages: ALL_STAGES,
  origins: ["recognised"],
  thresholds: {},
  silencedBy: ["W01", "W02", "W12", "W15"],
  run: (context) => {
    const pairs = pairsOf(context);
    if (pairs.length === 0) return [];
    const factor = ownScale(pairs);
    const [first] = pairs;
    const { card, stage } = context;
    const at = (index: number): (typeof card.people)[number]["cell"] =>
      card.people[index]?.ownTotal?.cell ??
      card.plans[0]?.weights ?? { sheet: card.sheet, rect: { row: 0, column: 0, rows: 1, columns: 1 } };
    if (factor === null && first !== undefined) {
      const params = {
        own: shown(first.own),
        ours: shown(first.ours),
        count: pairs.length,
        person: card.people[first.index]?.name ?? "",
        kind: "all",
      };
      return [findingOf(T01, at(first.index), { stage, params })];
    }
    return pairs.flatMap(({ own, ours, index }) => {
      if (near(own * (factor ?? 1), ours)) return [];
      const person = card.people[index]?.name ?? "";
      const params = { own: shown(own), ours: shown(ours / (factor ?? 1)), person, count: 1, kind: "one" };
      return [findingOf(T01, at(index), { stage, person, params })];
    });
  },
};
