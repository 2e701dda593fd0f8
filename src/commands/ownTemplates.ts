/** The templates of one's own in this workbook, as the commands that make sheets need them. */
import type { WorkbookMetadata } from "../core/schema/metadata";
import {
  isMethodContent,
  type AnyContent,
  type MethodContent,
  type TemplateContent,
} from "../core/schema/contentTypes";
import { templateOf } from "../core/schema/templateOf";
import {
  EMPTY_STORE,
  madeFrom,
  ownContents,
  ownScorecards,
  parseStore,
  storeXml,
  withMade,
  type TemplateStore,
} from "../core/schema/templateStore";
import { MOST_CHARACTERS } from "../core/schema/jsonText";
import type { Template } from "../core/schema/template";
import { catalogueContent, templateById } from "../core/templates/catalogue";
import { fittedContent, type Fit } from "../core/templates/fitted";
import type { Problem } from "../core/model/problem";
import { readTemplates } from "../excel/templateParts";
import { problemNamed } from "./outcomes";

/** The store of a part's text; empty where there is none or it cannot be read: whoever makes sheets changes nothing in it then. */
export function storeOf(xml: string | null): TemplateStore {
  const parsed = xml === null ? null : parseStore(xml);
  return parsed?.ok === true ? parsed.store : EMPTY_STORE;
}

/** What stands in the workbook; an empty list where it cannot be read. */
export async function ownTemplates(): Promise<readonly AnyContent[]> {
  const read = await readTemplates();
  return read.ok ? ownContents(storeOf(read.value)) : [];
}

export interface ChosenTemplate {
  readonly template: Template;
  /** Where it is one of the workbook's own: what is to be remembered of it, and the part as it stands. */
  readonly own: { readonly content: TemplateContent; readonly xml: string | null } | null;
}

/** A template of the catalogue, or one of the workbook's own. */
export async function anyTemplate(id: string): Promise<ChosenTemplate | null> {
  const known = templateById(id);
  if (known !== null) return { template: known, own: null };
  const read = await readTemplates();
  const content = read.ok ? ownScorecards(storeOf(read.value)).find((one) => one.id === id) : undefined;
  return !read.ok || content === undefined
    ? null
    : { template: templateOf(content), own: { content, xml: read.value } };
}

/** Items of one's own for the workbook of a method, by the id of the template; null for anything else. */
export function ownMethod(store: TemplateStore, id: string): MethodContent | null {
  const content = ownContents(store).find((one) => one.id === id);
  return content !== undefined && isMethodContent(content) ? content : null;
}

type Fitted =
  { readonly ok: true; readonly content: TemplateContent } | { readonly ok: false; readonly problem: Problem };
/** The content with what was changed in the form; as it is where nothing was. */
export function fittedOrSame(content: TemplateContent, fit: Fit | undefined, stored: readonly AnyContent[]): Fitted {
  if (fit === undefined) return { ok: true, content };
  const fitted = fittedContent(
    content,
    fit,
    stored.map(({ id }) => id),
  );
  return fitted.ok ? fitted : { ok: false, problem: problemNamed("build.fit") };
}

/** A template with what was changed in the form: one of its own from then on, so that a copy of it is to be remembered. */
export async function fittedTemplate(
  id: string,
  fit: Fit,
): Promise<{ readonly ok: true; readonly chosen: ChosenTemplate } | { readonly ok: false; readonly problem: Problem }> {
  const read = await readTemplates();
  if (!read.ok) return read;
  const stored = ownScorecards(storeOf(read.value));
  const content = stored.find((one) => one.id === id) ?? catalogueContent(id);
  if (content === null) return { ok: false, problem: problemNamed("build.noTemplate", { id }) };
  const fitted = fittedOrSame(content, fit, stored);
  if (!fitted.ok) return fitted;
  const own = { content: fitted.content, xml: read.value };
  return { ok: true, chosen: { template: templateOf(fitted.content), own } };
}

/** The template that a scorecard was made from, as it was then. */
export async function templateBehind(stored: {
  readonly template: string;
  readonly instance: number;
}): Promise<Template | null> {
  const known = templateById(stored.template);
  if (known !== null) return known;
  const read = await readTemplates();
  return read.ok ? templateMade(storeOf(read.value), stored.instance) : null;
}

/** The copy of a template of one's own that was kept with a scorecard, or with a plan that was added to it. */
export function templateMade(store: TemplateStore, instance: number, plan: string | null = null): Template | null {
  const made = madeFrom(store, instance, plan);
  return made === null ? null : templateOf(made);
}

/** The store with a copy of what a scorecard, or a plan added to it, is made from; copies of scorecards that are gone are let go, and the oldest where they do not fit. */
export function rememberMade(
  xml: string | null,
  content: AnyContent,
  instance: number,
  metadata: WorkbookMetadata | null,
  plan: string | null = null,
): string {
  const standing = new Set(metadata?.instances.map((entry) => entry.instance) ?? []);
  const store = storeOf(xml);
  let next = withMade(
    { ...store, made: store.made.filter((entry) => standing.has(entry.instance)) },
    instance,
    content,
    plan,
  );
  while (storeXml(next).length > MOST_CHARACTERS && next.made.length > 1) next = { ...next, made: next.made.slice(1) };
  return storeXml(next);
}
