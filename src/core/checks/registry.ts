/** All checks in one list, and the run over them: stage, origin and silencing decided here, once. */
import type { Finding, Severity } from "../model/finding";
import type { MarkPlan } from "../model/mark";
import type { Scorecard } from "../model/scorecard";
import { scoreOf } from "../scoring/scoreCard";
import type { Check, CheckContext, CheckInput, Thresholds } from "./check";
import { RATER_CHECKS } from "./raterChecks";
import { B01, B02, B03, B05 } from "./rules/bands";
import { C01, C02, C04, C05 } from "./rules/completeness";
import { E01, E02 } from "./rules/evidence";
import { T01, T02 } from "./rules/ownResults";
import { P02, P03, P05 } from "./rules/people";
import { S01, S02, S03, S04 } from "./rules/plainCells";
import { W01 } from "./rules/W01";
import { W06, W07, W08, W10, W11, W13, W14 } from "./rules/weightBalance";
import { W02, W03, W04, W05, W12, W17 } from "./rules/weightCells";

export const CHECKS: readonly Check[] = [
  W01,
  W02,
  W03,
  W04,
  W05,
  W06,
  W07,
  W08,
  W10,
  W11,
  W12,
  W13,
  W14,
  W17,
  S01,
  S02,
  S03,
  S04,
  C01,
  C02,
  C04,
  C05,
  E01,
  E02,
  B01,
  B02,
  B03,
  B05,
  P02,
  P03,
  P05,
  T01,
  T02,
  ...RATER_CHECKS,
];

export type CheckSettings = Readonly<Record<string, Thresholds>>;

export interface CheckRun {
  readonly findings: readonly Finding[];
  readonly marks: readonly MarkPlan[];
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Errors first, then warnings, then notes; inside by sheet and place. */
function compare(a: Finding, b: Finding): number {
  return (
    ORDER[a.severity] - ORDER[b.severity] ||
    (a.location.sheet < b.location.sheet ? -1 : a.location.sheet > b.location.sheet ? 1 : 0) ||
    a.location.rect.row - b.location.rect.row ||
    a.location.rect.column - b.location.rect.column ||
    (a.rule < b.rule ? -1 : 1)
  );
}

const applies = (check: Check, context: CheckContext): boolean =>
  check.stages.includes(context.stage) && check.origins.includes(context.card.origin);

/** Complete rows of scores by plan, computed at the first question. */
function completeScoresOf(card: Scorecard): CheckContext["completeScores"] {
  const known = new Map<number, readonly (readonly number[])[]>();
  return (index) => {
    const before = known.get(index);
    if (before !== undefined) return before;
    const plan = card.plans[index];
    const rows: (readonly number[])[] = [];
    for (const person of card.people) {
      if (plan === undefined || person.plan !== index) continue;
      const row = plan.lines.map((line, k) => scoreOf(card, plan, line, person.actuals[k]));
      if (row.length > 0 && row.every(Number.isFinite)) rows.push(row);
    }
    known.set(index, rows);
    return rows;
  };
}

/**
 * Runs every check of the stage. A check is silent when one that silences it found something.
 * Marks only for checks that speak, and only on a sheet of the user: generated sheets have their own rules.
 */
export function runChecks(input: CheckInput, settings: CheckSettings = {}): CheckRun {
  const context: CheckContext = { ...input, completeScores: completeScoresOf(input.card) };
  const runs = CHECKS.filter((check) => applies(check, context)).map((check) => {
    const thresholds = { ...check.thresholds, ...settings[check.code] };
    return { check, thresholds, found: check.run(context, thresholds) };
  });
  const speaking = new Set(runs.filter(({ found }) => found.length > 0).map(({ check }) => check.code));
  const heard = runs.filter(
    ({ check, found }) => found.length > 0 && !check.silencedBy.some((code) => speaking.has(code)),
  );
  const marks =
    context.card.origin === "recognised"
      ? heard.flatMap(({ check, thresholds }) => check.marks?.(context, thresholds) ?? [])
      : [];
  return { findings: heard.flatMap(({ found }) => found).sort(compare), marks };
}
