/** The whole judgement of a workbook: recognise, score, rank, check; plain data in, plain data out, no clock. */
import { runChecks, type CheckSettings } from "./checks/registry";
import type { Finding, Stage } from "./model/finding";
import type { Location } from "./model/location";
import type { MarkPlan } from "./model/mark";
import type { Message } from "./model/message";
import type { Plan, Scorecard } from "./model/scorecard";
import { cellName, sumOfPoints } from "./checks/planWeights";
import { recogniseGenerated } from "./recognise/generatedBook";
import { isBlank } from "./recognise/grid";
import { tableNameParts, type HeaderWords, type StoredHeaders } from "./recognise/layout";
import { recognisePlain } from "./recognise/plainSheet";
import type { Snapshot, SnapshotSheet } from "./recognise/snapshot";
import { parseMetadata, type InstanceMetadata } from "./schema/metadata";
import { scoreCard, type PersonResult } from "./scoring/scoreCard";

export { sheetsToRead } from "./recognise/layout";
export type { PersonResult } from "./scoring/scoreCard";

export interface AssessOptions {
  /** Ranking method of sheets that do not say: "competition" (English) or "dense" (Chinese). */
  readonly ranks?: "competition" | "dense";
  /** Language of the advice that differs by language. */
  readonly language?: "en" | "zh-CN";
  /** Headers by language (table key → column key → header), for workbooks whose metadata is lost. */
  readonly headers?: readonly HeaderWords[];
  /** What list cells show → key, where the workbook's own words cannot be read. */
  readonly listWords?: Readonly<Record<string, string>>;
  /** Thresholds that differ from the defaults, by check code. */
  readonly checks?: CheckSettings;
}

export interface EntryCell {
  readonly location: Location;
  readonly person: string;
  readonly indicator: string;
  readonly empty: boolean;
}

export interface Assessment {
  readonly kind: "generated" | "recognised" | "refused" | "empty";
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
  readonly findings: readonly Finding[];
  /** Only on a sheet of the user. */
  readonly marks: readonly MarkPlan[];
  /** Why not ("refused"), what was assumed ("recognised"). */
  readonly reasons: readonly Message[];
}

function nothing(kind: "refused" | "empty", sheet: string, reasons: readonly Message[]): Assessment {
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
    findings: [],
    marks: [],
    reasons,
  };
}

function planSummary(plan: Plan): Assessment["plans"][number] {
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
  for (const { actuals } of card.people) {
    all += actuals.length;
    for (const { raw } of actuals) if (!isBlank(raw)) filled += 1;
  }
  return [filled, all];
}

function judge(card: Scorecard, scaleTop: number, options: AssessOptions, reasons: readonly Message[]): Assessment {
  const results = scoreCard(card);
  const [filled, toFill] = counts(card);
  let cells: readonly EntryCell[] | null = null;
  // A sheet of the user has no stage: with scores on it, it is being evaluated; without, it is a plan.
  const stage = card.stage ?? (filled > 0 ? "evaluate" : "plan");
  const context = { card, results, stage, scaleTop, language: options.language ?? "en" };
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
    ...runChecks(context, { ...card.limits, ...options.checks }),
    reasons,
  };
}

/** The instance that the open sheet belongs to; null when it holds none of our tables. */
const instanceOf = (sheet: SnapshotSheet | undefined): number | null =>
  sheet?.tables.map((table) => tableNameParts(table.name)?.instance ?? null).find((instance) => instance !== null) ??
  null;

/** What the workbook's own metadata says of an instance; null when it is lost or damaged. */
function storedInstance(snapshot: Snapshot, instance: number): InstanceMetadata | null {
  const parsed = snapshot.metadata === null ? null : parseMetadata(snapshot.metadata);
  return parsed?.ok === true ? (parsed.metadata.instances.find((known) => known.instance === instance) ?? null) : null;
}

const storedHeaders = (instance: InstanceMetadata): StoredHeaders =>
  Object.fromEntries(Object.values(instance.tables).map((table) => [table.name, table.columns]));

function assessPlain(sheet: SnapshotSheet, options: AssessOptions): Assessment {
  const plain = recognisePlain(sheet, { rankMethod: options.ranks ?? "competition" });
  if (!plain.ok) {
    const reasons = plain.faults.map((fault): Message => ({ key: `checks.refused.${fault}` }));
    return nothing("refused", sheet.name, reasons);
  }
  const [plan] = plain.card.plans;
  const reasons: Message[] = [];
  if (plan !== undefined) {
    const family = plan.scale?.family ?? "mixed";
    reasons.push({ key: `checks.assumed.${family}`, params: { cell: cellName(plan.weights) } });
  }
  reasons.push({ key: "checks.assumed.scale", params: { top: plain.scaleTop } });
  return judge(plain.card, plain.scaleTop, options, reasons);
}

/**
 * Judges what was read. The open sheet decides: one of ours is taken by its tables, any other as a plain sheet; a sheet
 * that is neither, in a workbook of ours, speaks for the first scorecard in it.
 */
export function assess(snapshot: Snapshot, options: AssessOptions = {}): Assessment {
  const active = snapshot.sheets.find((sheet) => sheet.name === snapshot.activeSheet);
  const own = instanceOf(active);
  const plain = own === null && active !== undefined && active.used !== null ? assessPlain(active, options) : null;
  if (plain?.kind === "recognised") return plain;
  const instances = snapshot.sheets.map(instanceOf).filter((instance) => instance !== null);
  const instance = own ?? (instances.length === 0 ? null : Math.min(...instances));
  if (instance === null) return plain ?? nothing("empty", snapshot.activeSheet, []);
  const stored = storedInstance(snapshot, instance);
  const book = recogniseGenerated({
    snapshot,
    instance,
    stored: stored === null ? null : storedHeaders(stored),
    headers: options.headers ?? [],
    listWords: options.listWords ?? {},
    rankMethod: stored?.ranks ?? options.ranks ?? "competition",
    ...(stored?.method === undefined ? {} : { method: stored.method }),
  });
  if (book.ok) return judge(book.card, 100, options, []);
  return nothing(
    "refused",
    snapshot.activeSheet,
    book.faults.map((fault) => ({ key: `checks.refused.${fault}` })),
  );
}
