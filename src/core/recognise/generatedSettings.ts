/** What the Settings sheet of a generated workbook says: stage, period, scoring, limits of the checks. */
import { STAGES, type Stage } from "../model/finding";
import type { Scorecard } from "../model/scorecard";
import { asAttainment, asAttainments, asScore, asShare, readAs } from "../model/units";
import { SCORING_DEFAULTS, type ScoringSettings } from "../scoring/settings";
import { MISSING_POLICIES, type MissingPolicy } from "../scoring/totals";
import { checkLimits, limitCells } from "./checkLimits";
import type { KeyOf } from "./generatedRegisters";
import { isBlank } from "./grid";
import { namedLocation, namedValue, type KeyedTable } from "./layout";
import type { Snapshot } from "./snapshot";

type Worths = Pick<ScoringSettings, "points" | "otherScales">;

/**
 * What the points of the rating scales of the table are worth, the first scale apart; the usual worths where the table does not
 * say all of a scale.
 */
function worthsOf(table: KeyedTable | undefined): Worths {
  const scales = new Map<number, number[]>();
  for (const row of table?.filledRows("scale") ?? []) {
    const [scale, worth] = [table?.number(row, "scale") ?? null, table?.number(row, "worth") ?? null];
    if (scale === null) continue;
    scales.set(scale, [...(scales.get(scale) ?? []), ...(worth === null ? [] : [worth])]);
  }
  const [first, ...others] = [...scales];
  const complete = others.filter(([scale, worths]) => worths.length === scale);
  return {
    points: first?.[1].length === first?.[0] && first !== undefined ? asAttainments(first[1]) : SCORING_DEFAULTS.points,
    ...(complete.length === 0
      ? {}
      : { otherScales: Object.fromEntries(complete.map(([scale, worths]) => [scale, asAttainments(worths)])) }),
  };
}

function settingsOf(number: (name: string) => number | null, worths: Worths): ScoringSettings {
  return {
    ...SCORING_DEFAULTS,
    ...worths,
    cap: readAs(number("Cap"), asAttainment, SCORING_DEFAULTS.cap),
    floor: readAs(number("Floor"), asAttainment, SCORING_DEFAULTS.floor),
    atThreshold: readAs(number("S0"), asAttainment, SCORING_DEFAULTS.atThreshold),
    latePerDay: readAs(number("LatePerDay"), asAttainment, SCORING_DEFAULTS.latePerDay),
    minApplicable: readAs(number("MinApplicable"), asShare, SCORING_DEFAULTS.minApplicable),
    minCoverage: readAs(number("MinCoverage"), asShare, SCORING_DEFAULTS.minCoverage),
    neutral: readAs(number("Neutral"), asScore, SCORING_DEFAULTS.neutral),
  };
}

/** The policy by its place in the list; workbooks without the cell wait. */
const policyOf = (position: number | null): MissingPolicy =>
  (position === null ? undefined : MISSING_POLICIES[position - 1]) ?? "wait";

function stageOf(position: number | null, word: ReturnType<typeof namedValue>, keyOf: KeyOf): Stage {
  const byNumber = position === null ? undefined : STAGES[position - 1];
  const key = typeof word === "string" && !isBlank(word) ? keyOf(word) : "";
  return byNumber ?? STAGES.find((stage) => stage === key) ?? "plan";
}

type Settings = Pick<
  Scorecard,
  "policy" | "stage" | "settings" | "period" | "limits" | "limitCells" | "asOf" | "signedOn"
>;

/** Settings of an instance by the names of their cells and by their tables. */
export function settingsIn(
  snapshot: Snapshot,
  instance: number,
  tables: ReadonlyMap<string, KeyedTable>,
  keyOf: KeyOf,
): Settings {
  const named = (name: string): ReturnType<typeof namedValue> => namedValue(snapshot, `eh_${String(instance)}_${name}`);
  const number = (name: string): number | null => {
    const value = named(name);
    return typeof value === "number" ? value : null;
  };
  const [asOf, signedOn] = [number("AsOf"), number("SignedOn")];
  return {
    stage: stageOf(number("StageNo"), named("Stage"), keyOf),
    policy: policyOf(number("PolicyNo")),
    settings: settingsOf(number, worthsOf(tables.get("Points"))),
    period: { from: number("From"), to: number("To") },
    limits: checkLimits(tables.get("Limits"), number("Tolerance")),
    limitCells: limitCells(tables.get("Limits"), namedLocation(snapshot, `eh_${String(instance)}_Tolerance`)),
    ...(asOf === null ? {} : { asOf }),
    ...(signedOn === null ? {} : { signedOn }),
  };
}
