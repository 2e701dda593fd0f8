/**
 * A second plan for another job group: its lines go under the first ones in Plan, its people under the first ones, and it
 * gets an Entry sheet of its own. No formula of the first plan or entry changes; in Results only the columns that gather
 * from the entry sheets are rewritten, each as a whole.
 */
import { hasSecond } from "../formulas/registerFormulas";
import type { TableSource } from "../formulas/byKey";
import type { TableKey } from "../model/columns";
import type { EntryForm } from "../model/entryForms";
import { METADATA_VERSION, metadataXml, type InstanceMetadata, type WorkbookMetadata } from "../schema/metadata";
import { without } from "../schema/fields";
import type { Template } from "../schema/template";
import {
  gateId,
  itemId,
  kindsOf,
  lineId,
  scalesOf,
  type BuildContext,
  type PersonInput,
  type SheetLanguage,
} from "./context";
import { entryTyped } from "./entryForm";
import { entrySheet } from "./entrySheet";
import { gatesTable, gateValues } from "./gateSheet";
import { itemsTable, itemValues } from "./itemSheets";
import { pageEntries, pageRewrites, pageRows } from "./personPages";
import { planColumns, planValues, weightsTable } from "./planSheet";
import { proofSheet, sourceOf, withFormulaCount } from "./proofSheet";
import { evidenceSheet, peopleSheet, peopleValues } from "./registers";
import { schemeLines } from "./schemeSheet";
import { gatherFormulas, rankingSheet, resultsSheet } from "./resultsSheet";
import { contextOf, firstInput, freeSheetName, inputProblem, placePeople, type BuildResult } from "./scorecard";
import { headersOf, type ColumnPlan, type TablePlacement } from "./tableSheet";
import type { Blueprint, CellContent, ColumnRewrite, Literal, TableAppend } from "./types";
import type { SheetText } from "./words";

/** What stands in the workbook, read from it. */
export interface StandingScorecard {
  /** Headers of each table as they stand, by table name. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
  readonly personIds: readonly string[];
  readonly lineIds: readonly string[];
  readonly gateIds: readonly string[];
  /** Ids of bonus and deduction items; null where the workbook has none. */
  readonly itemIds: readonly string[] | null;
  readonly jobGroups: readonly string[];
  readonly rankingRows: number;
}
export interface AddPlanInput {
  readonly template: Template;
  /** The template of the first plan: its kinds decide what the entry formulas can compute. */
  readonly firstTemplate: Template;
  readonly people: readonly PersonInput[];
  readonly jobGroup: string;
  readonly text: SheetText;
  readonly from: number;
  readonly to: number;
  readonly instance: InstanceMetadata;
  readonly metadata: WorkbookMetadata;
  readonly takenSheets: readonly string[];
  readonly standing: StandingScorecard;
}

const refuse = (key: string, params: Readonly<Record<string, string | number>> = {}): BuildResult => ({
  ok: false,
  problem: { what: { key: `commands.build.${key}`, params }, next: { key: `commands.build.${key}.next`, params } },
});

/** The largest number behind a letter: ["P001", "P012"] → 12. */
const highest = (ids: readonly string[]): number => Math.max(0, ...ids.map((id) => Number(/\d+$/.exec(id)?.[0] ?? 0)));

/** Rows for a standing table: by header, so that columns which the person added or moved stay untouched. */
function rowsFor(
  standing: StandingScorecard,
  table: string,
  columns: readonly ColumnPlan<string>[],
  values: (key: string) => readonly Literal[] | null,
  count: number,
): TableAppend | null {
  const headers = standing.columns.get(table);
  if (headers === undefined) return null;
  const byHeader = new Map(columns.map((column) => [column.header, column]));
  const rows = Array.from({ length: count }, (_, row) =>
    headers.map((header): CellContent => {
      const column = byHeader.get(header);
      if (column === undefined) return null;
      if (column.content.kind === "formula") return { formula: column.content.formula };
      const value = values(column.key)?.[row] ?? "";
      return value === "" ? null : value;
    }),
  );
  return { table, rows };
}

const storedSource = ({ name, columns }: InstanceMetadata["tables"][string]): TableSource => ({
  table: name,
  headers: columns,
});

/** Tables for one picked person: their formulas name the entry tables. */
const PAGES = [
  ["PersonPage", "PagePerson"],
  ["PlanPage", "PlanPerson"],
  ["ProgressPage", "ProgressPerson"],
  ["Example", "SchemePerson"],
] as const;

interface Parts {
  readonly context: BuildContext;
  /** As the first plan was built: its columns and kinds. */
  readonly first: BuildContext;
  readonly key: Extract<TableKey, `Entry${string}`>;
  readonly sheet: string;
  readonly registerKey: Extract<TableKey, `Register${string}`>;
  readonly registerSheet: string;
  readonly proofKey: Extract<TableKey, `Proof${string}`>;
  readonly proofSheet: string;
}

/** As the first plan is typed into, so is the second. */
export function formOf({ tables }: InstanceMetadata): EntryForm {
  const typed = tables["Register"];
  return typed === undefined ? "matrix" : typed.columns["part"] === undefined ? "register" : "form";
}

/**
 * Whether the scorecard's register or pages take one number a result although they might take two: made by an earlier version.
 * Then an added plan does, too; what a day late costs stands nowhere on its Settings.
 */
export const takesOneNumber = ({ tables }: InstanceMetadata, { lines }: Pick<Template, "lines">): boolean =>
  hasSecond(kindsOf(lines)) && tables["Register"] !== undefined && tables["Register"].columns["second"] === undefined;

function contexts(input: AddPlanInput): Parts {
  const { instance, standing } = input;
  // In both languages the texts of the templates stand joined already.
  const language: SheetLanguage = instance.language === "zh-CN" ? "zh-CN" : "en";
  const start = highest(standing.lineIds);
  const lines = input.template.lines.map((line, i) => ({ ...line, id: lineId(start + i + 1) }));
  // The bands are those that stand in the workbook.
  const template = without(input.template, "bands");
  const standingBands = input.firstTemplate.bands;
  const own = standingBands === undefined ? template : { ...template, bands: standingBands };
  const scorecard = { ...input, template: own, language, withSample: false };
  const people = placePeople({ ...scorecard }, highest(standing.personIds) + 1);
  const kinds = kindsOf(input.firstTemplate.lines);
  const firstGate = highest(standing.gateIds) + 1;
  const gates = input.template.gates.map((gate, i) => {
    const line = input.template.lines.findIndex(({ id }) => id === gate.line);
    const moved = lines[line]?.id;
    return { ...gate, id: gateId(firstGate + i), ...(moved === undefined ? {} : { line: moved }) };
  });
  const hasGates = input.firstTemplate.gates.length > 0;
  const { itemIds } = standing;
  const firstItem = highest(itemIds ?? []) + 1;
  const items = (itemIds === null ? [] : (own.items ?? [])).map((item, i) => ({ ...item, id: itemId(firstItem + i) }));
  const hasOneNumber = takesOneNumber(instance, input.firstTemplate);
  const beside = { gates, hasGates, items, hasItems: itemIds !== null, form: formOf(instance), hasOneNumber };
  const base = { ...contextOf(scorecard, instance.instance, people, lines), ...beside };
  const number = Object.keys(instance.entries).length + 1;
  const taken = new Set(input.takenSheets.map((name) => name.toLowerCase()));
  const form = formOf(instance);
  const freeName = (key: string): string => freeSheetName(`${input.text(key)} ${String(number)}`, taken);
  return {
    context: { ...base, kinds, ranks: instance.ranks },
    first: { ...base, kinds, ranks: instance.ranks, template: input.firstTemplate, lines: input.firstTemplate.lines },
    key: `Entry${number}`,
    sheet: freeName(form === "matrix" ? "name.entry" : "name.scores"),
    registerKey: `Register${number}`,
    registerSheet: freeName("name.entry"),
    proofKey: `Proof${number}`,
    proofSheet: freeName("name.proof"),
  };
}

function problemOf(input: AddPlanInput): BuildResult | null {
  const wrong = inputProblem({ ...input, withSample: false });
  if (wrong !== null) return wrong;
  const group = input.jobGroup.trim();
  if (input.standing.jobGroups.some((standing) => standing.toLowerCase() === group.toLowerCase()))
    return refuse("groupTaken", { group });
  const [first, added] = [input.firstTemplate, input.template];
  const known = kindsOf(first.lines);
  const scales = scalesOf(first.lines);
  const isKnown =
    kindsOf(added.lines).every((kind) => known.includes(kind)) &&
    scalesOf(added.lines).every((scale) => scales.includes(scale)) &&
    ((added.items ?? []).length === 0 || input.standing.itemIds !== null) &&
    (added.gates.length === 0 || (first.gates.length > 0 && added.bands?.length === first.bands?.length)) &&
    added.scale === first.scale;
  if (!isKnown) return refuse("otherKinds");
  const most = pageRows(first.lines.length);
  return added.lines.length > most ? refuse("tooManyLines", { count: added.lines.length, most }) : null;
}

/** Builds what is added; refuses a job group that has a plan already, or lines that the workbook's formulas cannot compute. */
export function buildAddPlan(input: AddPlanInput): BuildResult {
  const wrong = problemOf(input);
  if (wrong !== null) return wrong;
  const parts = contexts(input);
  const { context, first } = parts;
  const { names } = context;
  const people = peopleSheet(context, "");
  const evidence = evidenceSheet(context, "");
  const register = entryTyped(context, {
    key: parts.registerKey,
    sheet: parts.registerSheet,
    people: sourceOf(people.table),
    plan: { table: names.table("Plan"), headers: input.instance.tables["Plan"]?.columns ?? {} },
    evidence: sourceOf(evidence.table),
  });
  const entry = entrySheet(context, {
    key: parts.key,
    sheet: parts.sheet,
    peopleHeaders: people.headers,
    evidenceHeaders: evidence.headers,
    register: register === null ? null : sourceOf(register.table),
  });
  const entryKeys = Object.keys(input.instance.entries);
  const entries = [
    ...entryKeys.map((key) => input.instance.tables[key]?.name ?? names.table("Entry")),
    entry.table.name,
  ];
  const firstEntryHeaders = input.instance.tables["Entry"]?.columns ?? entry.headers;
  const bandHeaders = input.instance.tables["Bands"]?.columns ?? {};
  const results = resultsSheet(context, "", {
    entries,
    entryHeaders: firstEntryHeaders,
    peopleHeaders: people.headers,
    bandHeaders,
    extras: input.instance.tables["Extras"] === undefined ? null : storedSource(input.instance.tables["Extras"]),
  });
  const ranking = rankingSheet(context, "", results.headers);
  const planTable = planColumns(first);
  const weights = weightsTable(context, 0, headersOf(planTable));
  const gates = gatesTable(context, bandHeaders);
  const items = itemsTable(context);
  const proof = proofSheet(context, parts.proofSheet, {
    key: parts.proofKey,
    entry: sourceOf(entry.table),
    plan: { table: names.table("Plan"), headers: input.instance.tables["Plan"]?.columns ?? headersOf(planTable) },
    results: { table: results.table.name, headers: input.instance.tables["Results"]?.columns ?? results.headers },
    bands: { table: names.table("Bands"), headers: bandHeaders },
    extras: input.instance.tables["Extras"] === undefined ? null : storedSource(input.instance.tables["Extras"]),
  });
  const scheme = schemeLines(first, headersOf(planTable));
  const numbers = context.lines.map((_, i): Literal => input.standing.lineIds.length + i + 1);
  const own =
    (placement: TablePlacement) =>
    (key: string): readonly Literal[] | null => {
      const column = placement.columns.find((candidate) => candidate.key === key);
      return column?.content.kind === "input" ? column.content.values : null;
    };
  const places = context.people.map((_, i): Literal => input.standing.rankingRows + i + 1);
  const append = (
    table: string,
    columns: readonly ColumnPlan<string>[],
    values: (key: string) => readonly Literal[] | null,
    count: number,
  ): TableAppend[] => {
    const rows = rowsFor(input.standing, table, columns, values, count);
    return rows === null ? [] : [rows];
  };
  const count = context.people.length;
  const appends = [
    ...append(names.table("People"), people.table.columns, (key) => peopleValues(context, key), count),
    ...append(names.table("Plan"), planTable, (key) => planValues(context, key), context.lines.length),
    ...append(weights.name, weights.columns, own(weights), 1),
    ...(context.gates.length === 0
      ? []
      : append(gates.name, gates.columns, (key) => gateValues(context, key), context.gates.length)),
    ...(context.items.length === 0
      ? []
      : append(items.name, items.columns, (key) => itemValues(context, key), context.items.length)),
    ...append(scheme.name, scheme.columns, (key) => (key === "no" ? numbers : null), context.lines.length),
    ...append(names.table("Results"), results.table.columns, own(results.table), count),
    ...append(names.table("Ranking"), ranking.table.columns, (key) => (key === "place" ? places : null), count),
  ];
  const gather = gatherFormulas({
    entries,
    entryHeaders: firstEntryHeaders,
    ownId: results.headers["id"] ?? "",
    hasItems: context.hasItems,
  });
  const lines = context.lines.map(({ id }) => id);
  const onPages = pageEntries([
    ...Object.entries(input.instance.entries).map(([key, ids]) => {
      const table = input.instance.tables[key];
      const own = input.instance.tables[key.replace("Entry", "Register")];
      const about = { table: table?.name ?? "", headers: table?.columns ?? {}, lines: ids };
      return own === undefined ? about : { ...about, register: storedSource(own) };
    }),
    {
      ...{ table: entry.table.name, headers: entry.headers, lines },
      ...(register === null ? {} : { register: sourceOf(register.table) }),
    },
  ]);
  const pageColumns = PAGES.flatMap(([key, page]): ColumnRewrite[] => {
    const table = input.instance.tables[key];
    // Somebody may have deleted a page that they do not use.
    if (table === undefined || !input.standing.columns.has(table.name)) return [];
    const formulas = pageRewrites(context, page, table.columns, onPages);
    return Object.entries(formulas).flatMap(([column, formula]) => {
      const header = table.columns[column];
      return header === undefined ? [] : [{ table: table.name, column: header, formula }];
    });
  });
  const rewrites: ColumnRewrite[] = Object.entries(gather).flatMap(([key, formula]) => {
    const column = results.headers[key];
    return column === undefined ? [] : [{ table: names.table("Results"), column, formula }];
  });
  const stored: InstanceMetadata = {
    ...input.instance,
    tables: {
      ...input.instance.tables,
      ...(register === null
        ? {}
        : { [parts.registerKey]: { name: register.table.name, columns: headersOf(register.table.columns) } }),
      [parts.key]: { name: entry.table.name, columns: entry.headers },
      [parts.proofKey]: { name: proof.table.name, columns: headersOf(proof.table.columns) },
    },
    entries: { ...input.instance.entries, [parts.key]: context.lines.map((line) => line.id) },
  };
  const made = [...(register === null ? [] : [register.sheet]), entry.sheet];
  const blueprint: Blueprint = {
    sheets: [...made, withFormulaCount(context, proof, made)],
    names: entry.names,
    appends,
    rewrites: [...rewrites, ...pageColumns],
    metadata: metadataXml({
      ...input.metadata,
      version: METADATA_VERSION,
      instances: input.metadata.instances.map((each) => (each.instance === stored.instance ? stored : each)),
    }),
    ...(input.firstTemplate.palette === undefined ? {} : { palette: input.firstTemplate.palette }),
    show:
      register === null
        ? { sheet: parts.sheet, row: entry.table.at.row + 1, column: 3 }
        : { sheet: parts.registerSheet, row: register.table.at.row + 1, column: firstInput(register.table) },
  };
  const entrySheetName = register === null ? parts.sheet : parts.registerSheet;
  return { ok: true, blueprint, instance: stored.instance, entrySheet: entrySheetName };
}
