/** B01 cut-offs do not fall; B02 two bands begin at the same total; B03 totals without a band; B05 a band that nobody can reach. */
import type { Plan } from "../../model/scorecard";
import { attainmentOf } from "../../scoring/attainment";
import { bandFaults, type BandFault } from "../../scoring/bands";
import { totalOf } from "../../scoring/totals";
import { ALL_STAGES, findingOf, type Check, type CheckContext } from "../check";
import { cellName, shown } from "../planWeights";

/** The best total that a plan allows: every line at its stretch, its highest point or full marks; null when a line is incomplete. */
function bestTotal({ card }: CheckContext, plan: Plan): number | null {
  const best = plan.lines.map((line) => {
    const { rule } = line;
    if (rule === null) return null;
    const at = {
      curve: rule.stretch ?? rule.target,
      rating: rule.maximum ?? card.settings.points.length,
      points: rule.maximum,
      range: rule.low,
      zero: 0,
      milestone: 1,
      yesNo: 1,
      linear: undefined,
      ratio: undefined,
      deviation: undefined,
      nominal: rule.target,
      deduction: 0,
    }[rule.kind];
    if (at === undefined) return card.settings.cap * 100;
    const found = attainmentOf(rule, at, card.settings);
    return found.ok ? found.value * 100 : null;
  });
  if (best.includes(null)) return null;
  const weights = plan.lines.map((line) => Math.max(0, line.weight.value ?? 0));
  const total = totalOf(best, weights, "wait");
  return total.ok ? total.value.total : null;
}

function faults(context: CheckContext): readonly BandFault[] {
  const bests = context.card.plans.map((plan) => bestTotal(context, plan));
  const known = bests.filter((best) => best !== null);
  return bandFaults(
    context.card.bands,
    0,
    known.length === bests.length && known.length > 0 ? Math.max(...known) : null,
  );
}

const bandCheck = (code: string, kind: BandFault["kind"], severity: Check["severity"]): Check => {
  const check: Check = {
    code,
    severity,
    stages: ALL_STAGES,
    origins: ["generated"],
    thresholds: {},
    silencedBy: code === "B01" ? [] : ["B01"],
    run: (context) =>
      faults(context)
        .filter((fault) => fault.kind === kind)
        .flatMap((fault) => {
          const band = context.card.bands[fault.index];
          const cell = context.card.bandCells[fault.index];
          if (band === undefined || cell === undefined) return [];
          const best = fault.kind === "unreachable" ? shown(fault.best) : 0;
          const params = { band: band.name, from: band.from, best, cell: cellName(cell) };
          return [findingOf(check, cell, { stage: context.stage, params })];
        }),
  };
  return check;
};

export const B01 = bandCheck("B01", "order", "error");
export const B02 = bandCheck("B02", "equal", "error");
export const B03 = bandCheck("B03", "uncovered", "warning");
export const B05 = bandCheck("B05", "unreachable", "warning");
