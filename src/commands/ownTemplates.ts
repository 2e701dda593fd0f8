/** The templates of one's own in this workbook, as the commands that make sheets need them. */
import type { WorkbookMetadata } from "../core/schema/metadata";
import type { TemplateContent } from "../core/schema/contentTypes";
import { templateOf } from "../core/schema/templateOf";
import {
  EMPTY_STORE,
  madeFrom,
  ownContents,
  parseStore,
  storeXml,
  withMade,
  type TemplateStore,
} from "../core/schema/templateStore";
import { MOST_CHARACTERS } from "../core/schema/jsonText";
import type { Template } from "../core/schema/template";
import { templateById } from "../core/templates/catalogue";
import { readTemplates } from "../excel/templateParts";

/** The store of a part's text; empty where there is none or it cannot be read: whoever makes sheets changes nothing in it then. */
export function storeOf(xml: string | null): TemplateStore {
  const parsed = xml === null ? null : parseStore(xml);
  return parsed?.ok === true ? parsed.store : EMPTY_STORE;
}

/** What stands in the workbook; an empty list where it cannot be read. */
export async function ownTemplates(): Promise<readonly TemplateContent[]> {
  const read = await readTemplates();
  return read.ok ? ownContents(storeOf(read.value)) : [];
}

/** A template of the catalogue, or one of the workbook's own. */
export async function anyTemplate(id: string): Promise<Template | null> {
  const known = templateById(id);
  if (known !== null) return known;
  const own = (await ownTemplates()).find((content) => content.id === id);
  return own === undefined ? null : templateOf(own);
}

/** The template that a scorecard was made from, as it was then. */
export async function templateBehind(stored: {
  readonly template: string;
  readonly instance: number;
}): Promise<Template | null> {
  const known = templateById(stored.template);
  if (known !== null) return known;
  const read = await readTemplates();
  const made = read.ok ? madeFrom(storeOf(read.value), stored.instance) : null;
  return made === null ? null : templateOf(made);
}

/** The store with a copy of what a scorecard is made from; copies of scorecards that are gone are let go, and the oldest where they do not fit. */
export function rememberMade(
  xml: string | null,
  content: TemplateContent,
  instance: number,
  metadata: WorkbookMetadata | null,
): string {
  const standing = new Set(metadata?.instances.map((entry) => entry.instance) ?? []);
  const store = storeOf(xml);
  let next = withMade(
    { ...store, made: store.made.filter((entry) => standing.has(entry.instance)) },
    instance,
    content,
  );
  while (storeXml(next).length > MOST_CHARACTERS && next.made.length > 1) next = { ...next, made: next.made.slice(1) };
  return storeXml(next);
}
