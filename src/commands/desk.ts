/** The desk for templates of one's own. Every change goes through the parser that also reads files; each can be taken back. */
import "../i18n/deskTexts";
import { isItemMethod, itemTableOf, type ItemMethod } from "../core/methods/itemFields";
import { METHOD_CARDS } from "../core/methods/list";
import type { Message } from "../core/model/message";
import { MOST_CHARACTERS } from "../core/schema/jsonText";
import type { AnyContent } from "../core/schema/contentTypes";
import { readTemplateFile, templateFileName, templateFileText } from "../core/schema/templateFile";
import {
  EMPTY_STORE,
  methodMadeFrom,
  MOST_OWN,
  ownContents,
  parseStore,
  storeXml,
  withoutTemplate,
  withTemplate,
  type TemplateStore,
} from "../core/schema/templateStore";
import { catalogueContent, templates } from "../core/templates/catalogue";
import { contentOfDraft, draftOf, withFreeId } from "../core/templates/draft";
import { contentOfMethodDraft, isMethodDraft, methodDraftOf, type AnyDraft } from "../core/templates/methodDraft";
import { contentOfWorkbook, usualContent } from "../core/templates/methodStart";
import { draftFromSheet } from "../core/templates/draftFromSheet";
import { runBatch } from "../excel/runBatch";
import { readTemplates, writeTemplates } from "../excel/templateParts";
import { loadMethod } from "./methodParts";
import { readPeople } from "./openPeople";
import { storeOf } from "./ownTemplates";
import { SHEET_TEXTS } from "./sheetWords";
import type { ReadFile, TemplateDesk, TemplateText } from "./deskTypes";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { instanceOnSheet, type OpenInstance } from "./instanceOnSheet";
import { readSheet, unreadable } from "./readSheet";
import type { Session } from "./session";
import type { Outcome, RunOptions } from "./types";

interface Standing {
  readonly xml: string | null;
  readonly store: TemplateStore;
}

async function standing(): Promise<Outcome<Standing>> {
  const read = await readTemplates();
  if (!read.ok) return stopped(read.problem);
  const parsed = read.value === null ? null : parseStore(read.value);
  if (parsed === null) return succeeded({ xml: null, store: EMPTY_STORE });
  // What cannot be read is not written over.
  return parsed.ok
    ? succeeded({ xml: read.value, store: parsed.store })
    : stopped(problemNamed(`desk.store.${parsed.reason}`));
}

/** Ids that no template of one's own may have. */
const reserved = (): readonly string[] => [...templates().map(({ id }) => id), ...Object.keys(METHOD_CARDS)];

export async function list(): Promise<Outcome<readonly AnyContent[]>> {
  const read = await standing();
  return read.ok ? succeeded(ownContents(read.value.store)) : read;
}

/** A copy to be changed: it gets an id of its own when it is kept. */
export async function fromCatalogue(id: string): Promise<AnyDraft | null> {
  const content = catalogueContent(id);
  if (content !== null) return { ...draftOf(content), id: "" };
  const definition = isItemMethod(id) ? await loadMethod(id) : null;
  return definition === null || !isItemMethod(id) ? null : methodDraftOf(usualContent(definition, id, SHEET_TEXTS));
}

export async function words(method: ItemMethod): Promise<void> {
  await loadMethod(method);
}

type FromSheet = Awaited<ReturnType<TemplateDesk["fromSheet"]>>;

/** The items of the method that the open sheet belongs to; null where it belongs to none that has items. */
async function fromMethod(session: Session, { stored, language }: OpenInstance): Promise<FromSheet | null> {
  const { template: method } = stored;
  const definition = isItemMethod(method) ? await loadMethod(method) : null;
  if (!isItemMethod(method) || definition === null) return null;
  const read = await readPeople(session);
  if (!read.ok) return stopped(read.problem);
  const kept = await readTemplates();
  if (!kept.ok) return stopped(kept.problem);
  const { standing: rows, word, setting } = read.value;
  const content = contentOfWorkbook({
    ...{ definition, method, texts: SHEET_TEXTS, tables: rows.tables, language, reader: session.language },
    points: stored.points,
    yes: word("yes"),
    setting: (key) => setting(`c_${key}`),
    made: methodMadeFrom(storeOf(kept.value), stored.instance),
  });
  if (content === null) return stopped(problemNamed("desk.sheet.none"));
  const sheet = rows.tables.get(itemTableOf(method)?.table ?? "")?.sheet.name ?? "";
  const notes =
    content.items.length === 0
      ? []
      : [{ key: "commands.desk.sheet.items", params: { count: content.items.length, sheet } }];
  return succeeded({ draft: methodDraftOf(content), notes }, notes);
}

export async function fromSheet(session: Session, options: RunOptions = {}): Promise<FromSheet> {
  const read = await runBatch((context) => readSheet(context, session, options), false);
  if (!read.ok) return stopped(read.problem);
  const open = instanceOnSheet(read.value);
  const method = open === null ? null : await fromMethod(session, open);
  if (method !== null) return method;
  const { assessment, snapshot } = read.value;
  const problem = unreadable(assessment);
  if (problem !== null) return stopped(problem);
  const { card, blocks } = assessment;
  const sheet = snapshot.sheets.find(({ name }) => name === assessment.sheet) ?? null;
  const stored = open?.language ?? session.language;
  // Texts in both languages stand joined; they go where the person reads.
  const language = stored === "both" ? session.language : stored;
  const made = card === null ? null : draftFromSheet({ card, blocks, sheet, language });
  return made === null ? stopped(problemNamed("desk.sheet.none")) : succeeded(made, made.notes);
}

/** Writes a store, and remembers what stood there before. */
async function store<T>(
  session: Session,
  before: Standing,
  after: TemplateStore,
  value: T,
  said: "saved" | "removed",
  params: Message["params"] = {},
): Promise<Outcome<T>> {
  const xml = storeXml(after);
  if (after.own.length > MOST_OWN || xml.length > MOST_CHARACTERS)
    return stopped(problemNamed("desk.store.full", { most: MOST_OWN }));
  const written = await writeTemplates(xml);
  if (!written.ok) return stopped(written.problem);
  const undo = session.rememberUndo({ key: "commands.desk.undo" }, () => writeTemplates(before.xml));
  return succeeded(value, [{ key: `commands.desk.${said}`, params }], undo);
}

const nameOf = ({ language }: Session, { name }: AnyContent): string =>
  name[language] ?? name.en ?? name["zh-CN"] ?? "";

export async function save(session: Session, draft: AnyDraft): Promise<Outcome<AnyContent>> {
  const before = await standing();
  if (!before.ok) return before;
  const taken = [...reserved(), ...ownContents(before.value.store).map(({ id }) => id)];
  const result = isMethodDraft(draft) ? contentOfMethodDraft(draft, taken) : contentOfDraft(draft, taken);
  if (!result.ok) return stopped(problemNamed("desk.faulty", { count: result.faults.length }));
  const { content } = result;
  return store(session, before.value, withTemplate(before.value.store, content), content, "saved", {
    name: nameOf(session, content),
  });
}

export async function keep(session: Session, content: AnyContent): Promise<Outcome<AnyContent>> {
  const before = await standing();
  if (!before.ok) return before;
  const own = ownContents(before.value.store);
  const same = own.find((one) => JSON.stringify(one) === JSON.stringify(content));
  if (same !== undefined)
    return succeeded(same, [{ key: "commands.desk.same", params: { name: nameOf(session, same) } }]);
  const kept = withFreeId(content, [...reserved(), ...own.map(({ id }) => id)]);
  return store(session, before.value, withTemplate(before.value.store, kept), kept, "saved", {
    name: nameOf(session, kept),
  });
}

export async function remove(session: Session, id: string): Promise<Outcome<null>> {
  const before = await standing();
  if (!before.ok) return before;
  const content = ownContents(before.value.store).find((one) => one.id === id);
  if (content === undefined) return stopped(problemNamed("build.noTemplate", { id }));
  return store(session, before.value, withoutTemplate(before.value.store, id), null, "removed", {
    name: nameOf(session, content),
  });
}

export const textOf = (content: AnyContent): TemplateText => ({
  fileName: templateFileName(content),
  text: templateFileText(content),
});

export function readFile(text: string): ReadFile {
  const read = readTemplateFile(text);
  return read.ok ? { ok: true, content: read.content } : read;
}
