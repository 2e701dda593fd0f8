/** Builds the whole workbook of a KPI scorecard, and the second plan for another job group. */
import { instanceNames } from "../formulas/names";
import type { EntryForm } from "../model/entryForms";
import type { Message } from "../model/message";
import {
  METADATA_VERSION,
  metadataXml,
  type InstanceMetadata,
  type TableMetadata,
  type WorkbookMetadata,
} from "../schema/metadata";
import type { Template } from "../schema/template";
import {
  askedGates,
  kindsOf,
  personId,
  type BuildContext,
  type PersonInput,
  type PlacedPerson,
  type SheetLanguage,
} from "./context";
import { checksSheet } from "./checksSheet";
import { entryTyped } from "./entryForm";
import { entrySheet } from "./entrySheet";
import { pageEntries, personPage, type PageSource } from "./personPages";
import { planPage } from "./planPage";
import { progressPage } from "./progressPage";
import { planSheet } from "./planSheet";
import { formulasGoneRow, proofSheet, sourceOf, withFormulaCount } from "./proofSheet";
import { schemeSheet } from "./schemeSheet";
import { scorecardChecks } from "./scorecardChecks";
import { evidenceSheet, peopleSheet } from "./registers";
import { rankingSheet, resultsSheet } from "./resultsSheet";
import { gateSheet, type GateParts } from "./gateSheet";
import { extraSheet, itemsSheet } from "./itemSheets";
import { guideSheet, settingsSheet } from "./settingsSheet";
import { headersOf, type TablePlacement } from "./tableSheet";
import type { Blueprint } from "./types";
import type { SheetText, WordKey } from "./words";

export interface ScorecardInput {
  readonly template: Template;
  readonly people: readonly PersonInput[];
  readonly language: SheetLanguage;
  /** Sheet words in the chosen language: key without "sheet.". */
  readonly text: SheetText;
  readonly jobGroup: string;
  /** Excel date serials of the period. */
  readonly from: number;
  readonly to: number;
  /** Adds the template's own people and figures. */
  readonly withSample: boolean;
  /** Names of all sheets that stand in the workbook. */
  readonly takenSheets: readonly string[];
  /** What is stored in the workbook already; null for none. */
  readonly metadata: WorkbookMetadata | null;
  /** Matrix unless a register or a form is wanted. */
  readonly form?: EntryForm;
  /** As before results could have two numbers: to know a workbook of that time again. */
  readonly hasOneNumber?: boolean;
  /** How equal totals are ranked; by default as the language is used to. */
  readonly ranks?: BuildContext["ranks"];
}
export interface BuildProblem {
  readonly what: Message;
  readonly next: Message;
}
export type BuildResult =
  | { readonly ok: true; readonly blueprint: Blueprint; readonly instance: number; readonly entrySheet: string }
  | { readonly ok: false; readonly problem: BuildProblem };

/** Excel's limits for a sheet; more people than this belong into another form of entry. */
const MOST_PEOPLE = 2000;
const LONGEST_NAME = 31;

/** A refusal with what to do next: the messages "commands.build.<key>" and "… .next". */
export const buildProblem = (key: string, params: Readonly<Record<string, string | number>> = {}): BuildResult => ({
  ok: false,
  problem: { what: { key: `commands.build.${key}`, params }, next: { key: `commands.build.${key}.next`, params } },
});

/** People with ids of ours; sample people when asked for and none are given. */
export function placePeople(
  input: Pick<ScorecardInput, "people" | "template" | "language" | "text" | "withSample">,
  firstNumber: number,
): PlacedPerson[] {
  const samples = input.template.sample.people;
  const asked = askedGates(input.template.gates);
  if (input.people.length === 0 && input.withSample) {
    return samples.map((person, i) => ({
      id: personId(firstNumber + i),
      name: input.text(`sample.${input.template.subject}`, { letter: String.fromCharCode(65 + (i % 26)) }),
      department: person.department[input.language],
      actuals: person.actuals,
      gates: person.gates,
    }));
  }
  return input.people.map((person, i) => ({
    id: person.keptId ?? personId(firstNumber + i),
    name: person.name.trim(),
    department: person.department?.trim() ?? "",
    ...(input.withSample
      ? { actuals: samples[i % Math.max(1, samples.length)]?.actuals ?? [], gates: asked.map(() => false) }
      : { actuals: [], gates: [] }),
  }));
}

/** What is wrong with the choices, or null. */
export function inputProblem(
  input: Pick<ScorecardInput, "people" | "withSample" | "jobGroup" | "from" | "to">,
): BuildResult | null {
  const names = input.people.map((person) => person.name.trim());
  if (names.length === 0 && !input.withSample) return buildProblem("noPeople");
  if (names.some((name) => name === "")) return buildProblem("emptyName", { row: names.indexOf("") + 1 });
  if (names.length > MOST_PEOPLE) return buildProblem("tooMany", { count: names.length, most: MOST_PEOPLE });
  if (input.jobGroup.trim() === "") return buildProblem("noJobGroup");
  if (!Number.isFinite(input.from) || !Number.isFinite(input.to) || input.from > input.to)
    return buildProblem("period");
  return null;
}

/** A sheet name that is free: "Results", then "Results (2)". Excel compares without regard to case. */
export function freeSheetName(wanted: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) {
    const suffix = n === 1 ? "" : ` (${String(n)})`;
    const name = `${wanted.slice(0, LONGEST_NAME - suffix.length)}${suffix}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

const SHEET_KEYS = [
  "guide",
  "settings",
  "people",
  "plan",
  "gates",
  "items",
  "register",
  "entry",
  "itemEntries",
  "results",
  "ranking",
  "person",
  "planPage",
  "progress",
  "scheme",
  "evidence",
  "proof",
  "checks",
] as const;
type SheetKey = (typeof SHEET_KEYS)[number];

/** Which sheets a scorecard of this template gets, in order; their names are the texts "name.…". */
export function sheetKeysOf(template: Template, form: EntryForm = "matrix"): readonly SheetKey[] {
  const isMade: Partial<Record<SheetKey, boolean>> = {
    gates: template.gates.length > 0,
    items: (template.items ?? []).length > 0,
    itemEntries: (template.items ?? []).length > 0,
    register: form !== "matrix",
  };
  return SHEET_KEYS.filter((key) => isMade[key] !== false);
}

const REGISTER_NAMES: Partial<Record<SheetKey, string>> = { register: "entry", entry: "scores" };

/** What each sheet is called under "sheet.name.": a register or form is where people type, and the matrix shows what comes of it. */
const nameKeyOf = (key: SheetKey, form: EntryForm = "matrix"): string =>
  form === "matrix" ? key : (REGISTER_NAMES[key] ?? key);

function sheetNames(input: ScorecardInput): Readonly<Record<SheetKey, string>> {
  const taken = new Set(input.takenSheets.map((name) => name.toLowerCase()));
  const chosen = {} as Record<SheetKey, string>;
  for (const key of sheetKeysOf(input.template, input.form)) {
    chosen[key] = freeSheetName(input.text(`name.${nameKeyOf(key, input.form)}`), taken);
    taken.add(chosen[key].toLowerCase());
  }
  return chosen;
}

/** What all builders of one scorecard need, made of the choices, the placed people and the lines. */
export function contextOf(
  input: ScorecardInput,
  instance: number,
  people: readonly PlacedPerson[],
  lines: BuildContext["lines"],
): BuildContext {
  return {
    names: instanceNames(instance),
    text: input.text,
    word: (key: WordKey) => input.text(`word.${key}`),
    language: input.language,
    template: input.template,
    lines,
    kinds: kindsOf(input.template.lines),
    gates: input.template.gates,
    hasGates: input.template.gates.length > 0,
    items: input.template.items ?? [],
    hasItems: (input.template.items ?? []).length > 0,
    form: input.form ?? "matrix",
    hasOneNumber: input.hasOneNumber ?? false,
    jobGroup: input.jobGroup.trim(),
    people,
    period: { from: input.from, to: input.to },
    isSample: input.withSample,
    ranks: input.ranks ?? (input.language === "zh-CN" ? "dense" : "competition"),
  };
}

/** Where typing begins: the column of results. */
export const firstInput = ({ columns }: TablePlacement): number => columns.findIndex(({ key }) => key === "actual");

const tableMetadata = (table: TablePlacement): TableMetadata => ({
  name: table.name,
  columns: headersOf(table.columns),
});

/**
 * Builds a new scorecard.
 * @returns the blueprint, or what is wrong with the choices in words; nothing of the workbook is touched by it
 */
export function buildScorecard(input: ScorecardInput): BuildResult {
  const wrong = inputProblem(input);
  if (wrong !== null) return wrong;
  const instance = 1 + Math.max(0, ...(input.metadata?.instances.map((entry) => entry.instance) ?? []));
  const context = contextOf(input, instance, placePeople(input, 1), input.template.lines);
  const sheets = sheetNames(input);
  const settings = settingsSheet(context, sheets.settings);
  const people = peopleSheet(context, sheets.people);
  const plan = planSheet(context, sheets.plan);
  const evidence = evidenceSheet(context, sheets.evidence);
  const register = entryTyped(context, {
    key: "Register",
    sheet: sheets.register,
    people: sourceOf(people.table),
    plan: sourceOf(plan.plan),
    evidence: sourceOf(evidence.table),
  });
  const entry = entrySheet(context, {
    key: "Entry",
    sheet: sheets.entry,
    peopleHeaders: people.headers,
    evidenceHeaders: evidence.headers,
    register: register === null ? null : sourceOf(register.table),
  });
  const bandHeaders = headersOf(settings.bands.columns);
  const gates: GateParts | null = context.hasGates ? gateSheet(context, sheets.gates, bandHeaders) : null;
  const items = context.hasItems
    ? {
        list: itemsSheet(context, sheets.items),
        register: extraSheet(context, sheets.itemEntries, { table: people.table.name, headers: people.headers }),
      }
    : null;
  const extras = items === null ? null : sourceOf(items.register.table);
  const results = resultsSheet(context, sheets.results, {
    entries: [entry.table.name],
    entryHeaders: entry.headers,
    peopleHeaders: people.headers,
    bandHeaders,
    extras,
  });
  const ranking = rankingSheet(context, sheets.ranking, results.headers);
  const proof = proofSheet(context, sheets.proof, {
    key: "Proof",
    entry: sourceOf(entry.table),
    plan: sourceOf(plan.plan),
    results: sourceOf(results.table),
    bands: sourceOf(settings.bands),
    extras,
  });
  const on = (table: TablePlacement, sheet: string) => ({ ...sourceOf(table), sheet });
  const checks = [
    ...scorecardChecks({
      plan: on(plan.plan, sheets.plan),
      weights: on(plan.weights, sheets.plan),
      people: on(people.table, sheets.people),
      results: on(results.table, sheets.results),
      evidence: on(evidence.table, sheets.evidence),
      gates: gates === null ? null : on(gates.table, sheets.gates),
      items:
        items === null
          ? null
          : { items: on(items.list.table, sheets.items), register: on(items.register.table, sheets.itemEntries) },
      proof: on(proof.table, sheets.proof),
      bands: { sheet: sheets.settings, table: settings.bands },
    }),
    formulasGoneRow(sheets.proof),
  ];
  const source: PageSource = {
    people: people.headers,
    plan: plan.headers,
    results: results.headers,
    bands: bandHeaders,
    entries: pageEntries([
      {
        table: entry.table.name,
        headers: entry.headers,
        lines: context.lines.map(({ id }) => id),
        ...(register === null ? {} : { register: sourceOf(register.table) }),
      },
    ]),
  };
  const scheme = schemeSheet(context, sheets.scheme, {
    plan: plan.headers,
    results: sourceOf(results.table),
    bands: bandHeaders,
    entries: source.entries,
  });
  const pages = [
    personPage(context, sheets.person, source),
    planPage(context, sheets.planPage, source),
    progressPage(context, sheets.progress, source),
  ] as const;
  const before = [
    guideSheet(context, sheets.guide),
    settings.sheet,
    people.sheet,
    plan.sheet,
    ...(gates === null ? [] : [gates.sheet]),
    ...(items === null ? [] : [items.list.sheet]),
    ...(register === null ? [] : [register.sheet]),
    entry.sheet,
    ...(items === null ? [] : [items.register.sheet]),
    results.sheet,
    ranking.sheet,
    ...pages.map(({ sheet }) => sheet),
    scheme.sheet,
    evidence.sheet,
  ];
  const placed: Readonly<Record<string, TablePlacement>> = {
    Bands: settings.bands,
    Words: settings.words,
    ...(settings.points === null ? {} : { Points: settings.points }),
    ...(settings.limits === null ? {} : { Limits: settings.limits }),
    People: people.table,
    Plan: plan.plan,
    Weights: plan.weights,
    ...(gates === null ? {} : { Gates: gates.table }),
    ...(items === null ? {} : { Bonus: items.list.table, Extras: items.register.table }),
    ...(register === null ? {} : { Register: register.table }),
    Entry: entry.table,
    Results: results.table,
    Ranking: ranking.table,
    PersonPage: pages[0].table,
    Trend: pages[0].trend,
    PlanPage: pages[1].table,
    ProgressPage: pages[2].table,
    Scheme: scheme.lines,
    Example: scheme.example,
    Evidence: evidence.table,
    Proof: proof.table,
  };
  const stored: InstanceMetadata = {
    instance,
    template: input.template.id,
    method: input.template.method,
    language: input.language,
    ranks: context.ranks,
    scale: input.template.scale,
    tables: Object.fromEntries(Object.entries(placed).map(([key, table]) => [key, tableMetadata(table)])),
    entries: { Entry: context.lines.map((line) => line.id) },
  };
  return {
    ok: true,
    instance,
    entrySheet: register === null ? sheets.entry : sheets.register,
    blueprint: {
      sheets: [...before, withFormulaCount(context, proof, before), checksSheet(context, sheets.checks, checks)],
      names: [
        ...settings.names,
        ...people.names,
        ...plan.names,
        ...(gates?.names ?? []),
        ...(items?.list.names ?? []),
        ...entry.names,
        ...pages.flatMap(({ names }) => names),
        ...scheme.names,
      ],
      rewrites: [],
      metadata: metadataXml({
        ...input.metadata,
        version: METADATA_VERSION,
        instances: [...(input.metadata?.instances ?? []), stored],
      }),
      ...(input.template.palette === undefined ? {} : { palette: input.template.palette }),
      show:
        register === null
          ? { sheet: sheets.entry, row: entry.table.at.row + 1, column: 3 }
          : { sheet: sheets.register, row: register.firstRow, column: firstInput(register.table) },
    },
  };
}
