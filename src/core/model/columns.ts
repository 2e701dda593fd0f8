/**
 * The columns of a generated workbook by key. Sheets show words of the chosen language; code knows only keys.
 * The stored metadata (core/schema/metadata.ts) maps each table's keys to its present headers.
 * Per-indicator columns of an Entry matrix have keys such as "actual:K01", "attainment:K01", "score:K01", "evidence:K01".
 */
import type { STEP_NUMBERS } from "./line";

type PeopleColumn =
  "id" | "name" | "post" | "jobGroup" | "department" | "manager" | "from" | "to" | "language" | "status";
export type PlanColumn =
  | "id"
  | "jobGroup"
  | "section"
  | "indicator"
  | "secondText"
  | "unit"
  | "kind"
  | "direction"
  | "baseline"
  | "zeroPoint"
  | "threshold"
  | "target"
  | "stretch"
  | "low"
  | "high"
  | "zeroDistance"
  | "worstAllowed"
  | "maximum"
  | "unitPoints"
  | (typeof STEP_NUMBERS)[number]
  | "due"
  | "aggregation"
  | "level"
  | "weight"
  | "agreedWeight"
  | "nature"
  | "sign"
  | "kindNo"
  | "zeroUsed"
  | "stretchUsed"
  | "ready"
  | "definition"
  | "firstPoint"
  | "least"
  | "most"
  | "owner"
  | "source"
  | "evidenceAsked"
  | "evidenceKind"
  | "objective"
  | "check";
type EntryColumn =
  | "id"
  | "name"
  | "reason"
  | "check"
  | "total"
  | "soFar"
  | "low"
  | "high"
  | "coverage"
  | "applicable"
  | "toFill"
  | "gaps"
  | "ceiling"
  | "gate"
  | `actual:${string}`
  /** Answer to a gate, and 1 or 0 for broken or kept. */
  | `gate:${string}`
  | `broken:${string}`
  /** The actual where it counts. */
  | `value:${string}`
  | `attainment:${string}`
  | `score:${string}`
  | `evidence:${string}`;
type ResultsColumn =
  | "id"
  | "name"
  | "jobGroup"
  | "department"
  | "total"
  | "soFar"
  | "low"
  | "high"
  | "coverage"
  | "applicable"
  | "gate"
  | "ceiling"
  | "band"
  | "bandWithout"
  /** Total before bonus and deductions, what they add and take, and whether a limit was reached. */
  | "base"
  | "bonus"
  | "deduction"
  | "limit"
  | "rankingTotal"
  | "plan"
  | "first"
  | "order"
  | "manager"
  | "rank"
  | "rankInGroup"
  | "previous"
  | "change"
  | "evidenceGaps"
  | "check";
type EvidenceColumn =
  | "id"
  | "person"
  | "indicator"
  | "eventDate"
  | "recordedDate"
  | "what"
  | "result"
  | "sign"
  | "source"
  | "observer"
  | "link"
  | "verifiedBy"
  | "sharedOn"
  | "check";
type WeightsColumn = "jobGroup" | "total" | "check";
type RankingColumn = "place" | "rank" | "name" | "jobGroup" | "department" | "total" | "band";
/** Tables of an instance: `eh_<instance>_<TableKey>`; a second plan's entry is "Entry2". */
export type TableKey =
  | "People"
  | "Plan"
  | "Results"
  | "Evidence"
  | "Bands"
  | "Words"
  | "Settings"
  | "Limits"
  | "Gates"
  | "Bonus"
  | "Extras"
  | `Entry${number | ""}`
  | `Proof${number | ""}`
  | `Register${number | ""}`
  | "Points"
  | "Weights"
  | "Ranking"
  | "PersonPage"
  | "PlanPage"
  | "ProgressPage"
  | "Trend"
  | "Scheme"
  | "Example"
  | "PastResults"
  | "PastLines"
  | "PastPeriods"
  | "Annual"
  | "YearLines";

type PageColumn = "no" | "aim" | "actual" | "attainment" | "points" | "lost" | "planRow" | "entryRow";
type ProgressColumn =
  "start" | "reached" | "missing" | "expected" | "paceNeeded" | "forecast" | "state" | "way" | "course";
type PointsColumn = "scale" | "point" | "worth";
type GatesColumn = "id" | "jobGroup" | "gate" | "indicator" | "below" | "bestBand" | "ceiling" | "check";
type BandsColumn = "from" | "band";
type WordsColumn = "key" | "word";
type LimitsColumn = "key" | "value" | "meaning";
/** Any column of a generated table. */
export type ColumnKey =
  | PeopleColumn
  | PlanColumn
  | EntryColumn
  | ResultsColumn
  | EvidenceColumn
  | WeightsColumn
  | RankingColumn
  | BandsColumn
  | PointsColumn
  | PageColumn
  | ProgressColumn
  | GatesColumn
  | WordsColumn
  | LimitsColumn;
