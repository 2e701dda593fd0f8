/** Gives the sections of a combined appraisal the live scores of what was made in the workbook since. */
import { LANGUAGES, translate } from "../i18n";
import "../i18n/linkTexts";
import {
  linkable,
  linkChanges,
  nameFaults,
  type LinkInput,
  type NameFault,
  type SectionLinks,
} from "../core/methods/combined/linkScores";
import type { ScoreSource } from "../core/methods/combined/links";
import { METHOD_CARDS } from "../core/methods/list";
import type { Message } from "../core/model/message";
import type { BlockChange } from "../core/nextPeriod/emptying";
import { tablesOf } from "../core/nextPeriod/closedResults";
import { keyedTables, tableNameParts } from "../core/recognise/layout";
import type { Snapshot } from "../core/recognise/snapshot";
import type { BilingualText } from "../core/schema/fields";
import type { InstanceMetadata } from "../core/schema/metadata";
import { applyBlocks } from "../excel/blockChanges";
import { failed, runBatch, type Done } from "../excel/runBatch";
import { removeBlueprint } from "../excel/removeBlueprint";
import { writeBlueprint } from "../excel/writeBlueprint";
import { instanceOnSheet } from "./instanceOnSheet";
import { templateBehind } from "./ownTemplates";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { readSheet } from "./readSheet";
import type { Session } from "./session";
import type { LinkDraft, Outcome, RunOptions } from "./types";
import { writeOptions } from "./writeOptions";

const cards: Readonly<Record<string, { readonly name: BilingualText }>> = METHOD_CARDS;
type TemplateNames = ReadonlyMap<string, BilingualText>;

/** What everything in the workbook was made from is called, own templates too. */
async function templateNames(instances: readonly InstanceMetadata[]): Promise<TemplateNames> {
  const named = await Promise.all(
    instances.map(async (instance) => {
      const name = cards[instance.template]?.name ?? (await templateBehind(instance))?.name;
      return name === undefined ? [] : [[instance.template, name] as const];
    }),
  );
  return new Map(named.flat());
}

/**
 * A section may be called by the method's name in either language; every KPI scorecard answers to "KPI" too. The mean of a
 * team has a name of its own.
 */
function namesOf({ kind, template }: ScoreSource, names: TemplateNames): readonly string[] {
  if (kind === "team") return LANGUAGES.map((language) => translate(language, "commands.link.teamName"));
  const name = names.get(template);
  const own = name === undefined ? [] : [name.en, name["zh-CN"]];
  // What is no method is a KPI scorecard, of the catalogue or of one's own.
  return template in cards ? own : [...own, "KPI"];
}

/** Names for which something can come through: of a goal decomposition those with lines, of teams their managers. */
function namesIn(snapshot: Snapshot, instances: readonly InstanceMetadata[], source: ScoreSource): string[] {
  const instance = instances.find(({ instance: number }) => number === tableNameParts(source.table)?.instance);
  if (instance === undefined) return [];
  const headers = Object.fromEntries(Object.values(instance.tables).map(({ name, columns }) => [name, columns]));
  const tables = [...keyedTables(snapshot, instance.instance, headers, []).values()];
  const textsOf = (table: string, key: string): string[] => {
    const found = tables.find(({ name }) => name === table);
    return found?.rows.map((row) => found.text(row, key).trim()).filter((text) => text !== "") ?? [];
  };
  switch (source.kind) {
    case "score":
      return textsOf(source.table, "name");
    case "team":
      return [...new Set(textsOf(source.table, "manager").map((name) => name.toLowerCase()))];
    case "rollUp": {
      const owners = new Set(textsOf(source.table, "name").map((name) => name.toLowerCase()));
      return textsOf(source.people, "name").filter((name) => owners.has(name.toLowerCase()));
    }
  }
}

async function find(session: Session, options: RunOptions) {
  const read = await runBatch((context) => readSheet(context, session, options), false);
  if (!read.ok) return stopped(read.problem);
  const open = instanceOnSheet(read.value);
  if (open?.stored.template !== "combined") return stopped(problemNamed("link.none"));
  const { snapshot } = read.value;
  const tables = tablesOf(snapshot, open.stored);
  const { instances } = open.metadata;
  const names = await templateNames(instances);
  const input: LinkInput = {
    tables,
    instance: open.stored,
    instances,
    namesOf: (source) => namesOf(source, names),
  };
  const found = linkable(input);
  const values = tables.get("SectionValues");
  if (found === null || values === undefined) return stopped(problemNamed("link.moved"));
  if (found.sources.length === 0) return stopped(problemNamed("link.nothing"));
  const faultsOf = (sources: readonly ScoreSource[]): readonly NameFault[] =>
    nameFaults(values, sources, (source) => namesIn(snapshot, instances, source));
  return { ok: true as const, input, found, faultsOf, snapshot, names };
}

export async function linkDraft(session: Session, options: RunOptions = {}): Promise<Outcome<LinkDraft>> {
  const seen = await find(session, options);
  if (!seen.ok) return seen;
  const { found, snapshot, names } = seen;
  const sheetOf = (table: string): string =>
    snapshot.sheets.find(({ tables }) => tables.some(({ name }) => name === table))?.name ?? table;
  return succeeded({
    sections: found.sections.map(({ id, name, linked, proposed }) => ({ id, name, source: linked ?? proposed })),
    sources: found.sources.map(({ id, kind, table, template }) => ({
      id,
      kind,
      name: names.get(template)?.[session.language] ?? template,
      sheet: sheetOf(table),
    })),
  });
}

/** People whose score cannot come through, one sentence a source. */
const faultMessages = (faults: readonly NameFault[], teams: ReadonlySet<string>): readonly Message[] =>
  (["twice", "absent", "noTeam"] as const).flatMap((kind) => {
    const own = faults.filter(({ source, times }) =>
      kind === "twice" ? times > 1 : times === 0 && teams.has(source) === (kind === "noTeam"),
    );
    return [...new Set(own.map(({ source }) => source))].map((source) => ({
      key: `commands.link.${kind}`,
      params: {
        source,
        names: own.filter((fault) => fault.source === source).map(({ name }) => name),
      },
    }));
  });

const stale = (where: { readonly sheet: string; readonly rect: BlockChange["rect"] }) => ({
  ...problemNamed("link.stale"),
  where,
});

export async function linkScores(
  session: Session,
  links: SectionLinks,
  options: RunOptions = {},
): Promise<Outcome<{ readonly linked: number }>> {
  const seen = await find(session, {});
  if (!seen.ok) return seen;
  const planned = linkChanges(seen.input, links);
  if (!planned.ok) return stopped(planned.problem);
  const written = await writeBlueprint(planned.blueprint, writeOptions(options));
  if (!written.ok) return stopped(written.problem);
  const changed = await runBatch((context) => applyBlocks(context, planned.changes));
  if (!changed.ok || !changed.value.ok) {
    const removed = await removeBlueprint(written.value);
    if (!removed.ok) return stopped(removed.problem);
    return stopped(
      !changed.ok ? changed.problem : changed.value.ok ? problemNamed("link.stale") : stale(changed.value.stale),
    );
  }
  const { back } = changed.value;
  const undo = session.rememberUndo({ key: "commands.link.undo" }, async (): Promise<Done<unknown>> => {
    const restored = await runBatch((context) => applyBlocks(context, back));
    if (!restored.ok) return restored;
    return restored.value.ok ? removeBlueprint(written.value) : failed(stale(restored.value.stale));
  });
  const used = seen.found.sources.filter((source) =>
    seen.found.sections.some(({ id, linked }) => (id in links ? links[id] : linked) === source.id),
  );
  const teams = new Set(used.flatMap(({ id, kind }) => (kind === "team" ? [id] : [])));
  const did = [
    { key: "commands.link.did", params: { count: planned.count } },
    ...faultMessages(seen.faultsOf(used), teams),
  ];
  return succeeded({ linked: planned.count }, did, undo);
}
