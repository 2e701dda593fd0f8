/** Faults of the band table, shared by the band checks: the best total that the plans allow, and one finding a faulty row. */
import type { Finding } from "../model/finding";
import { STEP_PARAMETERS, type LineRule } from "../model/line";
import type { Plan, Scorecard } from "../model/scorecard";
import { scoreOfAttainment } from "../model/units";
import { attainmentOf } from "../scoring/attainment";
import { bandFaults, type BandFault } from "../scoring/bands";
import { isComplete } from "../scoring/extras";
import { totalOf } from "../scoring/totals";
import { findingOf, type Check, type CheckContext } from "./check";
import { cellName, planPoints, shown } from "./planWeights";

/** The cut-off with the best worth, or a figure under the first one where less is better. */
function bestOfSteps(rule: LineRule): number | undefined {
  const found = STEP_PARAMETERS.flatMap(([cutOff, worth]) => {
    const [from, attained] = [rule[cutOff], rule[worth]];
    return from === undefined || attained === undefined ? [] : [{ from, attained }];
  });
  const under = { from: (rule.step1 ?? 0) - 1, attained: rule.worthBelow ?? 0 };
  return [under, ...found].reduce((best, one) => (one.attained > best.attained ? one : best)).from;
}

/** The actual with which a line scores best; undefined where every attainment up to the cap can be reached. */
function bestActual(rule: LineRule, { settings }: Scorecard): number | undefined {
  switch (rule.kind) {
    case "curve":
      return rule.stretch ?? rule.target;
    case "rating":
      return rule.maximum ?? settings.points.length;
    case "points":
      return rule.maximum;
    case "range":
      return rule.low;
    case "nominal":
      return rule.target;
    case "zero":
    case "deduction":
      return 0;
    case "milestone":
    case "yesNo":
      return 1;
    case "steps":
      return bestOfSteps(rule);
    case "linear":
    case "ratio":
    case "deviation":
      return undefined;
  }
}

/** The best total that a plan allows: every line at its stretch, its highest point or full marks; null when a line is incomplete. */
function bestTotal(card: Scorecard, plan: Plan): number | null {
  const best = plan.lines.map(({ rule }) => {
    if (rule === null) return null;
    const at = bestActual(rule, card);
    if (at === undefined) return scoreOfAttainment(card.settings.cap);
    const found = attainmentOf(rule, at, card.settings);
    return found.ok ? scoreOfAttainment(found.value) : null;
  });
  if (best.includes(null)) return null;
  const weights = planPoints(plan).map((points) => Math.max(0, points));
  const total = totalOf(best, weights, "wait");
  return total.ok && total.value.total !== null ? total.value.total + mostBonus(card) : null;
}

/** What bonus items can add at most. */
function mostBonus({ extras }: Scorecard): number {
  if (extras === undefined) return 0;
  const own = extras.items.filter((item) => isComplete(item) && item.side === "bonus");
  return own.reduce((sum, { limit }) => Math.min(extras.limits.bonus, sum + (limit ?? Infinity)), 0);
}

function faults({ card }: CheckContext): readonly BandFault[] {
  const bests = card.plans.map((plan) => bestTotal(card, plan));
  const known = bests.filter((best) => best !== null);
  const best = known.length === bests.length && known.length > 0 ? Math.max(...known) : null;
  return bandFaults(card.bands, 0, best);
}

/** Findings of one kind of fault, each at the cut-off's cell. */
export const bandFindings = (check: Check, context: CheckContext, kind: BandFault["kind"]): readonly Finding[] =>
  faults(context).flatMap((fault) => {
    const band = context.card.bands[fault.index];
    const cell = context.card.bandCells[fault.index];
    if (fault.kind !== kind || band === undefined || cell === undefined) return [];
    const best = fault.kind === "unreachable" ? shown(fault.best) : 0;
    const params = { band: band.name, from: band.from, best, cell: cellName(cell) };
    return [findingOf(check, cell, { stage: context.stage, params })];
  });
