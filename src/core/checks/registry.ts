/** All checks in one list, and the run over them: stage, origin and silencing decided here, once. */
import type { Finding, Severity } from "../model/finding";
import type { MarkPlan } from "../model/mark";
import type { Check, CheckContext, CheckInput, Thresholds } from "./check";
import { withRealWeights } from "./planWeights";
import { cellsWithoutNumberOf, completeScoresOf, numbersOf } from "./prepared";
import { RATER_CHECKS } from "./raterChecks";
import { B01 } from "./rules/B01";
import { B02 } from "./rules/B02";
import { B03 } from "./rules/B03";
import { B04 } from "./rules/B04";
import { B05 } from "./rules/B05";
import { B06 } from "./rules/B06";
import { C01 } from "./rules/C01";
import { C02 } from "./rules/C02";
import { C03 } from "./rules/C03";
import { C04 } from "./rules/C04";
import { C05 } from "./rules/C05";
import { C06 } from "./rules/C06";
import { C07 } from "./rules/C07";
import { E01 } from "./rules/E01";
import { E02 } from "./rules/E02";
import { E03 } from "./rules/E03";
import { E04 } from "./rules/E04";
import { E05 } from "./rules/E05";
import { E06 } from "./rules/E06";
import { E07 } from "./rules/E07";
import { E08 } from "./rules/E08";
import { E09 } from "./rules/E09";
import { E10 } from "./rules/E10";
import { E11 } from "./rules/E11";
import { E12 } from "./rules/E12";
import { V04 } from "./rules/V04";
import { V05 } from "./rules/V05";
import { P01 } from "./rules/P01";
import { P02 } from "./rules/P02";
import { P03 } from "./rules/P03";
import { P04 } from "./rules/P04";
import { P05 } from "./rules/P05";
import { P06 } from "./rules/P06";
import { S01 } from "./rules/S01";
import { S02 } from "./rules/S02";
import { S03 } from "./rules/S03";
import { S04 } from "./rules/S04";
import { S05 } from "./rules/S05";
import { S06 } from "./rules/S06";
import { T01 } from "./rules/T01";
import { T02 } from "./rules/T02";
import { T03 } from "./rules/T03";
import { T04 } from "./rules/T04";
import { V01 } from "./rules/V01";
import { V02 } from "./rules/V02";
import { V03 } from "./rules/V03";
import { W01 } from "./rules/W01";
import { W02 } from "./rules/W02";
import { W03 } from "./rules/W03";
import { W04 } from "./rules/W04";
import { W05 } from "./rules/W05";
import { W06 } from "./rules/W06";
import { W07 } from "./rules/W07";
import { W08 } from "./rules/W08";
import { W09 } from "./rules/W09";
import { W10 } from "./rules/W10";
import { W11 } from "./rules/W11";
import { W12 } from "./rules/W12";
import { W13 } from "./rules/W13";
import { W14 } from "./rules/W14";
import { W15 } from "./rules/W15";
import { W16 } from "./rules/W16";
import { W17 } from "./rules/W17";
import { heardFindings } from "./silencing";

/** By area: weights, cells and scales, completeness, evidence, bands, gates and points beside the 100, people, the sheet's own results, raters and the rest. */
export const CHECKS: readonly Check[] = [
  W01,
  W02,
  W03,
  W04,
  W05,
  W06,
  W07,
  W08,
  W09,
  W10,
  W11,
  W12,
  W13,
  W14,
  W15,
  W16,
  W17,
  S01,
  S02,
  S03,
  S04,
  S05,
  S06,
  C01,
  C02,
  C03,
  C04,
  C05,
  C06,
  C07,
  E01,
  E02,
  E03,
  E04,
  E05,
  E06,
  E07,
  E08,
  E09,
  E10,
  E11,
  E12,
  B01,
  B02,
  B03,
  B04,
  B05,
  B06,
  V01,
  V02,
  V03,
  V04,
  V05,
  P01,
  P02,
  P03,
  P04,
  P05,
  P06,
  T01,
  T02,
  T03,
  T04,
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
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}

/** Two findings of one rule at one cell get different ids. */
function withOwnIds(findings: readonly Finding[]): readonly Finding[] {
  const used = new Map<string, number>();
  return findings.map((finding) => {
    const count = (used.get(finding.id) ?? 0) + 1;
    used.set(finding.id, count);
    return count === 1 ? finding : { ...finding, id: `${finding.id}:${String(count)}` };
  });
}

const applies = (check: Check, context: CheckContext): boolean =>
  (check.stages.includes(context.stage) ||
    (context.card.origin === "recognised" && check.ownSheetStages?.includes(context.stage) === true)) &&
  check.origins.includes(context.card.origin) &&
  (check.part === undefined || context.card[check.part] !== undefined);

/** Advice on how a plan is made is a note on a sheet of the user. */
const asOwn = <T extends { readonly severity: Severity }>(
  { ownSheetSeverity }: Check,
  { card }: CheckContext,
  said: readonly T[],
): readonly T[] =>
  ownSheetSeverity === undefined || card.origin !== "recognised"
    ? said
    : said.map((one) => ({ ...one, severity: ownSheetSeverity }));

/**
 * Runs every check of the stage. A finding is silent where one that silences it speaks of the same place.
 * Marks only for checks that are heard, and only on a sheet of the user: generated sheets have their own rules.
 * @param settings thresholds that differ from the defaults, by code
 * @param only codes that may run; absent: all
 */
export function runChecks(input: CheckInput, settings: CheckSettings = {}, only?: readonly string[]): CheckRun {
  const plans = input.card.plans.map(withRealWeights);
  const isReal = plans.every((plan, i) => plan === input.card.plans[i]);
  const context: CheckContext = {
    ...input,
    card: isReal ? input.card : { ...input.card, plans },
    completeScores: completeScoresOf(input),
    cellsWithoutNumber: cellsWithoutNumberOf(input.card),
    numbers: numbersOf(input.card),
  };
  const isAsked = ({ code }: Check): boolean => only?.includes(code) ?? true;
  const runs = CHECKS.filter((check) => isAsked(check) && applies(check, context)).map((check) => {
    const thresholds = { ...check.thresholds, ...settings[check.code] };
    return { check, thresholds, found: asOwn(check, context, check.run(context, thresholds)) };
  });
  const heard = heardFindings(runs);
  const marks =
    context.card.origin === "recognised"
      ? runs.flatMap(({ check, thresholds }) =>
          heard.has(check.code) ? asOwn(check, context, check.marks?.(context, thresholds) ?? []) : [],
        )
      : [];
  return { findings: withOwnIds([...heard.values()].flat().sort(compare)), marks };
}
