/** What a judgement of a workbook is, and how a located scorecard becomes one. */
import type { Judged, WithLog } from "./acceptance/accepted";
import type { Log, LogWords } from "./acceptance/log";
import { plainSubject, subjectsOf, type Subject } from "./acceptance/subject";
import type { KnownMethod } from "./assessMethod";
import type { CheckInput } from "./checks/check";
import { CHECKS, runChecks, type CheckSettings } from "./checks/registry";
import { sumOfPoints, withRealWeights } from "./checks/planWeights";
import type { Acceptance } from "./model/acceptance";
import type { Finding, Stage } from "./model/finding";
import type { Location } from "./model/location";
import type { MarkPlan } from "./model/mark";
import type { Message } from "./model/message";
import type { EntryBlock, OwnDifference, Plan, Scorecard } from "./model/scorecard";
import type { RoleAnswer } from "./recognise/answers";
import type { BlockChoice } from "./recognise/blockChoice";
import { isBlank } from "./recognise/grid";
import type { BlockReading } from "./recognise/blocks/readBlocks";
import type { HeaderWords } from "./recognise/layout";
import { rankTables, type PersonResult, type RankTable } from "./scoring/scoreCard";

export interface AssessOptions {
  /** Ranking method of sheets that do not say: "competition" (English) or "dense" (Chinese). */
  readonly ranks?: "competition" | "dense";
  /** Language of the advice that differs by language. */
  readonly language?: "en" | "zh-CN";
  /** Headers by language (table key → column key → header), for workbooks whose metadata is lost. */
  readonly headers?: readonly HeaderWords[];
  /** What list cells show → key, where the workbook's own words cannot be read. */
  readonly listWords?: Readonly<Record<string, string>>;
  /** The methods by which parts of the workbook were made, as far as they are loaded. */
  readonly methods?: readonly KnownMethod[];
  /** Thresholds that differ from the defaults, by check code. */
  readonly checks?: CheckSettings;
  /** Words of the log of acceptances, by language; absent: no log is read. */
  readonly log?: readonly LogWords[];
  /** What a person said about the open sheet; `assess` takes it from the workbook where this is absent. */
  readonly answers?: readonly RoleAnswer[];
  /** The block of the open sheet that is scored, where it has several; null or absent: all. As for answers. */
  readonly block?: BlockChoice | null;
  /** Parts findings and marks by the log; set by `assess` where the workbook has one. */
  readonly byLog?: (judged: Judged) => WithLog & { readonly log: Log };
}

/** A limit that a rule went by. */
export interface LimitUsed {
  /** "W05.limit": code and threshold. */
  readonly key: string;
  readonly value: number;
  /** Where it can be changed; null: it stands in no cell. */
  readonly cell: Location | null;
}

export interface EntryCell {
  readonly location: Location;
  readonly person: string;
  readonly indicator: string;
  readonly empty: boolean;
}

export interface Assessment {
  /** "method": a workbook of a method, with sheets of its own. */
  readonly kind: "generated" | "method" | "recognised" | "refused" | "empty";
  readonly sheet: string;
  readonly title: string;
  readonly instance: number | null;
  readonly people: number;
  readonly indicators: number;
  /** `expected` is 100, or the sum itself where sums mean nothing (importance, maximum points). */
  readonly plans: readonly { readonly name: string; readonly weightSum: number; readonly expected: number }[];
  readonly filled: number;
  readonly toFill: number;
  /** In the order of entry: person by person, left to right. */
  readonly entryCells: readonly EntryCell[];
  /** null on a sheet of the user. */
  readonly stage: Stage | null;
  readonly hasSample: boolean;
  readonly results: readonly PersonResult[];
  /** What the ranks rest on, by plan; made when asked for. */
  readonly rankTables: readonly RankTable[];
  readonly findings: readonly Finding[];
  /** Only on a sheet of the user. */
  readonly marks: readonly MarkPlan[];
  /** Findings that somebody accepted with a reason; they are none of `findings` and leave no mark. */
  readonly accepted: readonly Finding[];
  /** Rows of the log that say "accepted" of values that are others now. */
  readonly expired: readonly Acceptance[];
  /** null: the workbook has none. */
  readonly log: Log | null;
  readonly subjectOf: (finding: Finding) => Subject;
  /** Where marks of entry cells stand. */
  readonly entryBlocks: readonly EntryBlock[];
  /** The limits that a rule went by. */
  readonly limitsOf: (rule: string) => readonly LimitUsed[];
  /** Days of the period; null where the sheet does not say. */
  readonly period: Scorecard["period"];
  /** Why not ("refused"), what was assumed ("recognised"). */
  readonly reasons: readonly Message[];
  /** The blocks of a sheet of the user, top to bottom; empty on a sheet of ours. */
  readonly blocks: readonly BlockJudgement[];
  /** Blocks to choose from; empty where the sheet has not several that can be scored. */
  readonly options: readonly BlockOption[];
  /** What was judged; null where there is no scorecard. */
  readonly card: Scorecard | null;
}

/** What was made of one block. */
export interface BlockJudgement {
  readonly reading: BlockReading;
  readonly outcome: "computed" | "computed-with-warnings" | "refused";
  /** Why refused, and what to add. */
  readonly reasons: readonly Message[];
  readonly results: readonly PersonResult[];
  readonly differences: readonly OwnDifference[];
  readonly findings: readonly Finding[];
}

/** One of several blocks that can be scored. */
export interface BlockOption {
  readonly choice: BlockChoice;
  readonly location: Location;
  readonly people: number;
  readonly criteria: number;
  /** `expected` is null where the sum means nothing. */
  readonly weights: { readonly sum: number | null; readonly expected: number | null };
  /** Scored now; all are where none was chosen. */
  readonly isUsed: boolean;
}

/** A sheet of which nothing can be made. */
export function nothing(
  kind: "refused" | "empty",
  sheet: string,
  reasons: readonly Message[],
  blocks: readonly BlockJudgement[] = [],
): Assessment {
  return {
    kind,
    sheet,
    title: sheet,
    instance: null,
    people: 0,
    indicators: 0,
    plans: [],
    filled: 0,
    toFill: 0,
    entryCells: [],
    stage: null,
    hasSample: false,
    results: [],
    rankTables: [],
    findings: [],
    marks: [],
    accepted: [],
    expired: [],
    log: null,
    subjectOf: plainSubject,
    entryBlocks: [],
    limitsOf: () => [],
    period: { from: null, to: null },
    reasons,
    blocks,
    options: [],
    card: null,
  };
}

/** Limits of a rule as the workbook has them, with their cells. */
const limitsIn =
  (card: Scorecard, settings: CheckSettings) =>
  (rule: string): readonly LimitUsed[] => {
    const check = CHECKS.find(({ code }) => code === rule);
    return Object.entries({ ...check?.thresholds, ...settings[rule] }).map(([name, value]) => {
      const key = `${rule}.${name}`;
      return { key, value, cell: card.limitCells?.[key] ?? null };
    });
  };

function planSummary(read: Plan): Assessment["plans"][number] {
  const plan = withRealWeights(read);
  if (plan.scale?.expected != null) return { name: plan.name, weightSum: sumOfPoints(plan), expected: 100 };
  const sum = plan.lines.reduce((all, line) => all + (line.weight.value ?? 0), 0);
  return { name: plan.name, weightSum: sum, expected: sum };
}

const entryCells = (card: Scorecard): EntryCell[] =>
  card.people.flatMap((person) =>
    person.actuals.map((actual, k) => ({
      location: actual.cell,
      person: person.name,
      indicator: card.plans[person.plan]?.lines[k]?.name ?? "",
      empty: isBlank(actual.raw),
    })),
  );

/** Entry cells filled, and all of them. */
function counts(card: Scorecard): readonly [filled: number, all: number] {
  let [filled, all] = [0, 0];
  for (const person of card.people) {
    const lines = person.numberAt === undefined ? null : (card.plans[person.plan]?.lines.length ?? 0);
    all += lines ?? person.actuals.length;
    if (lines !== null) filled += lines;
    else for (const { raw } of person.actuals) if (!isBlank(raw)) filled += 1;
  }
  return [filled, all];
}

/** Findings and marks as the log leaves them. */
export const partedByLog = (
  judged: Judged,
  { byLog }: AssessOptions,
): Pick<Assessment, "findings" | "marks" | "accepted" | "expired" | "log"> =>
  byLog === undefined
    ? { findings: judged.findings, marks: judged.marks, accepted: [], expired: [], log: null }
    : byLog(judged);

/** A workbook of ours has no blocks. */
const NO_PARTS = { blocks: [], options: [] };

/** Checks and counts of a scorecard that was scored. */
export function judge(
  card: Scorecard,
  { scores, results }: Required<Pick<CheckInput, "scores" | "results">>,
  options: AssessOptions,
  reasons: readonly Message[],
  partsOf: (findings: readonly Finding[]) => Pick<Assessment, "blocks" | "options"> = () => NO_PARTS,
): Assessment {
  const [filled, toFill] = counts(card);
  let cells: readonly EntryCell[] | null = null;
  // A sheet of the user has no stage: with scores on it, it is being evaluated; without, it is a plan.
  const stage = card.stage ?? (filled > 0 ? "evaluate" : "plan");
  const context = { card, results, scores, stage, language: options.language ?? "en" };
  const settings = { ...card.limits, ...options.checks };
  const judged: Judged = {
    instance: card.instance,
    ...runChecks(context, settings),
    subjectOf: subjectsOf(card),
    entryBlocks: card.plans.flatMap(({ block }) => block ?? []),
  };
  const parted = partedByLog(judged, options);
  return {
    kind: card.origin,
    sheet: card.sheet,
    title: card.title,
    instance: card.instance,
    people: card.people.length,
    indicators: card.plans.reduce((sum, plan) => sum + plan.lines.length, 0),
    plans: card.plans.map(planSummary),
    filled,
    toFill,
    // Made when asked for: ten thousand people have many cells, and a check needs none of them.
    get entryCells() {
      cells ??= entryCells(card);
      return cells;
    },
    stage: card.stage,
    hasSample: card.hasSample,
    results,
    get rankTables() {
      return rankTables(card, scores, results);
    },
    subjectOf: judged.subjectOf,
    entryBlocks: judged.entryBlocks,
    ...parted,
    limitsOf: limitsIn(card, settings),
    period: card.period,
    reasons,
    ...partsOf(parted.findings),
    card,
  };
}
