/** Changes the language of the scorecards of this workbook: words only, every number, check and rule stays. */
import "../i18n/historyTexts";
import { bookLanguageOf } from "../core/blueprint/joinedTexts";
import { isNamed } from "../core/language/pairedSheets";
import { languageChange, type KeptText, type LanguageChange } from "../core/language/languageChange";
import { bodyRows, columnOf, tableNamed, textAt, type StandingBook } from "../core/language/standingBook";
import { addedPlans, type BookFacts, type BookSource } from "../core/language/virtualBook";
import { standingCounts } from "../core/methods/counts";
import { cellAddress, splitAddress } from "../core/model/a1";
import { tableNameParts } from "../core/recognise/layout";
import {
  METADATA_VERSION,
  metadataXml,
  parseMetadata,
  type InstanceMetadata,
  type WorkbookMetadata,
} from "../core/schema/metadata";
import { methodMadeFrom, ownScorecards, type TemplateStore } from "../core/schema/templateStore";
import { templateOf } from "../core/schema/templateOf";
import type { Template } from "../core/schema/template";
import { templateById, templates } from "../core/templates/catalogue";
import { readBook, type BookReading } from "../excel/readBook";
import { withoutProtection } from "../excel/protection";
import { restoreBook, rewriteBook } from "../excel/rewriteBook";
import { runBatch } from "../excel/runBatch";
import { loadMethod } from "./methodParts";
import { storeOf, templateMade } from "./ownTemplates";
import { problemNamed, stopped, succeeded } from "./outcomes";
import type { Session } from "./session";
import { sheetText, SHEET_TEXTS } from "./sheetWords";
import type { ChangedLanguage, LanguageRequest, Outcome, RunOptions, SheetLanguage } from "./types";

/** Sheets of ours that hold no table: found by what they are called. */
const WITHOUT_TABLE = ["guide", "checks"] as const;
const OUR_NAME = /^eh_\d+_/i;

function wantedSheets(): Parameters<typeof readBook>[1] {
  const bases = (["en", "zh-CN", "both"] as const).flatMap((language) =>
    WITHOUT_TABLE.map((key) => sheetText(language)(`name.${key}`)),
  );
  return (sheet, tables, names) =>
    tables.some(({ name }) => tableNameParts(name) !== null) ||
    bases.some((base) => isNamed(sheet, base)) ||
    names.some(({ name, formula }) => OUR_NAME.test(name) && splitAddress(formula.replace(/^=/, "")).sheet === sheet);
}

/** What each added plan was made from: the copy that was kept with it, else the template whose lines stand in its heads. */
function templatesOfPlans(stored: InstanceMetadata, store: TemplateStore): Readonly<Record<string, Template>> {
  const added = Object.keys(stored.entries).slice(1);
  const candidates = [...templates(), ...ownScorecards(store).map(templateOf)];
  const kept = added.flatMap((key): [string, Template][] => {
    const made = templateMade(store, stored.instance, key);
    return made === null ? [] : [[key, made]];
  });
  return { ...addedPlans(stored, candidates, bookLanguageOf(stored.language)), ...Object.fromEntries(kept) };
}

async function sourceOf(
  book: StandingBook,
  stored: InstanceMetadata,
  store: TemplateStore,
): Promise<BookSource | null> {
  const definition = await loadMethod(stored.template);
  if (definition !== null) {
    const rowsOf = (key: string): number => {
      const found = tableNamed(book, stored.tables[key]?.name ?? "");
      return found === null ? 0 : [...bodyRows(found.table)].length;
    };
    const made = methodMadeFrom(store, stored.instance);
    return {
      kind: "method",
      definition,
      counts: standingCounts(definition.id, rowsOf, stored.points),
      ...(made === null ? {} : { made }),
    };
  }
  const template = templateById(stored.template) ?? templateMade(store, stored.instance);
  return template === null ? null : { kind: "scorecard", template, added: templatesOfPlans(stored, store) };
}

/** Texts of a column of one of our tables, as they stand. */
function columnTexts(book: StandingBook, stored: InstanceMetadata, key: string, column: string): readonly string[] {
  const found = tableNamed(book, stored.tables[key]?.name ?? "");
  const place = found === null ? null : columnOf(found.table, stored.tables[key]?.columns[column]);
  if (found === null || place === null) return [];
  return bodyRows(found.table).flatMap((row) => textAt(found.sheet, row, place) ?? []);
}

async function factsOf(
  { book, templates: kept }: BookReading,
  stored: InstanceMetadata,
  metadata: WorkbookMetadata,
): Promise<BookFacts | null> {
  const source = await sourceOf(book, stored, storeOf(kept));
  if (source === null) return null;
  const groups = columnTexts(book, stored, "Weights", "jobGroup");
  return {
    stored,
    instances: metadata.instances,
    people: columnTexts(book, stored, "People", "id").length,
    jobGroups: groups.length > 0 ? groups : columnTexts(book, stored, "People", "jobGroup").slice(0, 1),
    source,
    texts: SHEET_TEXTS,
  };
}

interface Planned {
  readonly change: LanguageChange;
  readonly xml: string;
  readonly instances: number;
}

async function plan(
  reading: BookReading,
  metadata: WorkbookMetadata,
  chosen: readonly number[],
  to: SheetLanguage,
): Promise<Planned | null> {
  const { book } = reading;
  const taken = { names: new Set(book.sheetNames.map((name) => name.toLowerCase())), sheets: new Set<string>() };
  const changes: LanguageChange[] = [];
  for (const stored of metadata.instances) {
    const from = bookLanguageOf(stored.language);
    if (!chosen.includes(stored.instance) || from === to) continue;
    const facts = await factsOf(reading, stored, metadata);
    if (facts !== null) changes.push(languageChange(book, facts, from, to, taken));
  }
  if (changes.length === 0) return null;
  const stored = new Map(changes.map((change) => [change.stored.instance, change.stored]));
  const instances = metadata.instances.map((each) => stored.get(each.instance) ?? each);
  const [first] = changes;
  if (first === undefined) return null;
  return {
    instances: changes.length,
    xml: metadataXml({ ...metadata, version: METADATA_VERSION, instances }),
    change: {
      cells: changes.flatMap(({ cells }) => cells),
      rows: changes.flatMap(({ rows }) => rows),
      looks: changes.flatMap(({ looks }) => looks),
      charts: changes.flatMap(({ charts }) => charts),
      renames: changes.flatMap(({ renames }) => renames),
      kept: changes.flatMap(({ kept }) => kept),
      stored: first.stored,
    },
  };
}

/** So many places are named; the rest is counted. */
const MOST_NAMED = 8;
const placesOf = (kept: readonly KeptText[]): string[] =>
  kept.slice(0, MOST_NAMED).map(({ sheet, row, column }) => `${sheet} ${cellAddress(row, column)}`);

/** Scorecards of the open sheet, or all of the workbook. */
function chosenInstances(
  { book }: BookReading,
  metadata: WorkbookMetadata,
  active: string,
  scope: LanguageRequest["scope"],
): readonly number[] {
  const all = metadata.instances.map(({ instance }) => instance);
  if (scope === "workbook" || all.length === 1) return all;
  const open = book.sheets.find(({ name }) => name === active);
  return [...new Set((open?.tables ?? []).flatMap(({ name }) => tableNameParts(name)?.instance ?? []))];
}

/** Ids of the protected sheets that the change writes into: their names may be changed with them. */
function protectedAmong({ book }: BookReading, { cells, rows, looks, charts }: LanguageChange): readonly string[] {
  const touched = new Set([...cells, ...rows, ...looks, ...charts].map(({ sheet }) => sheet));
  return book.sheets.flatMap(({ id, isProtected }) => (isProtected && touched.has(id) ? [id] : []));
}

const STEPS = ["commands.reading", "commands.judging", "commands.writing", "commands.writing"] as const;

export async function changeLanguage(
  session: Session,
  request: LanguageRequest,
  { onProgress, signal }: RunOptions = {},
): Promise<Outcome<ChangedLanguage>> {
  const step = (done: 0 | 1 | 2 | 3): void => onProgress?.({ done, of: STEPS.length, label: { key: STEPS[done] } });
  step(0);
  const read = await runBatch(async (context) => {
    const active = context.workbook.worksheets.getActiveWorksheet().load("name");
    const reading = await readBook(context, wantedSheets());
    return { reading, active: active.name };
  }, false);
  if (!read.ok) return stopped(read.problem);
  const { reading, active } = read.value;
  const parsed = reading.metadata === null ? null : parseMetadata(reading.metadata);
  if (parsed?.ok !== true) return stopped(problemNamed("language.none"));
  step(1);
  const chosen = chosenInstances(reading, parsed.metadata, active, request.scope);
  if (chosen.length === 0) return stopped(problemNamed("language.none"));
  const planned = await plan(reading, parsed.metadata, chosen, request.to);
  if (planned === null) return stopped(problemNamed("language.already"));
  const { change, xml, instances } = planned;
  const shut = protectedAmong(reading, change);
  if (signal?.aborted === true)
    return stopped({ what: { key: "excel.cancelled" }, next: { key: "excel.cancelled.next" } });
  const rewritten = await withoutProtection(shut, () =>
    rewriteBook(change, { before: reading.metadata, after: xml }, step),
  );
  if (!rewritten.ok) return stopped(rewritten.problem);
  const { cells, written } = rewritten.value;
  const undo = session.rememberUndo({ key: "commands.language.undo" }, () =>
    withoutProtection(shut, () => restoreBook(written)),
  );
  const params = { cells, sheets: change.renames.length, instances };
  return succeeded(
    { cells, sheets: change.renames.length, kept: change.kept },
    [
      { key: `commands.language.did.${request.to}`, params },
      ...(change.kept.length === 0
        ? []
        : [{ key: "commands.language.kept", params: { count: change.kept.length, places: placesOf(change.kept) } }]),
    ],
    undo,
  );
}
