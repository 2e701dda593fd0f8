/** What a check is: one object with its code, stages, severity, thresholds and a pure run; texts are message keys by code. */
import type { MessageParams } from "../model/message";
import type { Finding, Fix, Severity, Stage } from "../model/finding";
import type { Location } from "../model/location";
import type { MarkPlan } from "../model/mark";
import type { Actual, Person, PlanLine, Scorecard } from "../model/scorecard";
import type { PersonResult, ScoreTable } from "../scoring/scoreCard";

/** Parts that only some scorecards have. */
export type OptionalPart = "ratings" | "cascade" | "goals" | "objectives" | "checkIns" | "workload";
export type Thresholds = Readonly<Record<string, number>>;

/** What the checks are given. */
export interface CheckInput {
  readonly card: Scorecard;
  readonly results: readonly PersonResult[];
  readonly stage: Stage;
  /** Chinese sheets: some advice differs (W17). */
  readonly language: "en" | "zh-CN";
  /** Score tables by plan, where they are made already. */
  readonly scores?: readonly ScoreTable[];
}

/** Scores of the people of a plan who have all of them: a column a line, all of one length. */
export interface CompleteScores {
  readonly people: number;
  readonly columns: readonly Float64Array[];
}
/** A person's cell for a line. */
export interface LineCell {
  readonly actual: Actual;
  readonly line: PlanLine;
  /** Position of the line in its plan. */
  readonly column: number;
  readonly person: Person;
}

/** What stands in the cells of a plan's people. */
export interface NumberTable {
  readonly people: readonly Person[];
  /** Row by row: people × lines, as they are written; NaN where there is no number. */
  readonly numbers: Float64Array;
}

export interface CheckContext extends CheckInput {
  /** Made at the first question, once for all checks that ask. */
  readonly completeScores: (planIndex: number) => CompleteScores;
  /** Cells that hold no number (empty, text, error, yes or no), in the order of entry; made at the first question. */
  readonly cellsWithoutNumber: () => readonly LineCell[];
  /** By plan; made at the first question. */
  readonly numbers: () => readonly NumberTable[];
}

export interface Check {
  /** Code of docs/checks.md; its texts are "checks.<code>.what", ".why", ".next" and ".title". */
  readonly code: string;
  readonly severity: Severity;
  /** On a sheet of the user, whose plan was made by other rules than ours; absent: the same. */
  readonly ownSheetSeverity?: Severity;
  /** Silent outside these. */
  readonly stages: readonly Stage[];
  /** Further ones on a sheet of the user, which is taken to be evaluated as soon as a score stands on it; absent: none. */
  readonly ownSheetStages?: readonly Stage[];
  /** Which sheets it is for. */
  readonly origins: readonly Scorecard["origin"][];
  /** Part of the scorecard without which there is nothing to check; absent: always. */
  readonly part?: OptionalPart;
  /** Defaults; each is a setting. */
  readonly thresholds: Thresholds;
  /** Codes that silence this one at the same place (registry.ts says what that is): the cause is named once. */
  readonly silencedBy: readonly string[];
  readonly run: (context: CheckContext, thresholds: Thresholds) => readonly Finding[];
  /** Marks on a sheet of the user; only asked for when the check found something. */
  readonly marks?: (context: CheckContext, thresholds: Thresholds) => readonly MarkPlan[];
}

export interface FindingDetail {
  readonly stage: Stage;
  readonly severity?: Severity;
  readonly params?: MessageParams;
  /** Name of the plan. */
  readonly plan?: string;
  readonly person?: string;
  readonly indicator?: string;
  readonly fixes?: readonly Fix[];
}

/** A finding of a check, with the message keys that belong to its code. */
export function findingOf(
  check: Pick<Check, "code" | "severity">,
  location: Location,
  { stage, severity, params, ...about }: FindingDetail,
): Finding {
  const message = (part: string): Finding["message"] =>
    params === undefined ? { key: `checks.${check.code}.${part}` } : { key: `checks.${check.code}.${part}`, params };
  const { row, column } = location.rect;
  return {
    id: `${check.code}:${location.sheet}:${String(row)}:${String(column)}`,
    rule: check.code,
    stage,
    severity: severity ?? check.severity,
    location,
    message: message("what"),
    why: message("why"),
    next: message("next"),
    ...about,
  };
}

export const ALL_STAGES: readonly Stage[] = ["plan", "during", "evaluate", "close"];
export const FROM_EVALUATE: readonly Stage[] = ["evaluate", "close"];
export const BOTH: readonly Scorecard["origin"][] = ["generated", "recognised"];
