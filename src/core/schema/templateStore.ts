/**
 * Templates of one's own as they are kept in a workbook: JSON inside one XML element of a namespace of ours. Each stands there as
 * the file that it would be exported as, so one reader serves both; one that cannot be read (a later version's, a damaged one)
 * is kept as it is. Beside them stand copies of those that workbooks were made from, which stay when the template is edited.
 */
import {
  isMethodContent,
  isScorecardContent,
  type AnyContent,
  type MethodContent,
  type TemplateContent,
} from "./contentTypes";
import { MOST_CHARACTERS, readJson } from "./jsonText";
import { fileOf, parseTemplateFile } from "./templateFile";
import { textInXml, xmlAround } from "./storedText";

export const TEMPLATES_NAMESPACE = "urn:evenhand:templates";
const STORE_VERSION = 1;
/** Templates that a workbook keeps. */
export const MOST_OWN = 40;

interface Kept {
  /** The file as it stands. */
  readonly file: unknown;
  /** null where it cannot be read. */
  readonly content: AnyContent | null;
}
interface Made extends Kept {
  /** Number of the scorecard that was made from it. */
  readonly instance: number;
  /** Key of the entry table where it is a plan that was added; null for the first plan. */
  readonly plan: string | null;
}
export interface TemplateStore {
  readonly own: readonly Kept[];
  readonly made: readonly Made[];
}
export type StoreResult =
  { readonly ok: true; readonly store: TemplateStore } | { readonly ok: false; readonly reason: "damaged" | "too-new" };

export const EMPTY_STORE: TemplateStore = { own: [], made: [] };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const kept = (file: unknown): Kept => {
  const read = parseTemplateFile(file);
  return { file, content: read.ok ? read.content : null };
};

const planOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** Reads the stored text; never throws. */
export function parseStore(xml: string): StoreResult {
  // Escaped, a text is longer than it is.
  const stored = textInXml("templates", TEMPLATES_NAMESPACE, xml, 6 * MOST_CHARACTERS);
  const read = stored === null ? null : readJson(stored.text);
  if (read?.ok !== true || !isRecord(read.value)) return { ok: false, reason: "damaged" };
  const { version, own, made } = read.value;
  if (typeof version === "number" && version > STORE_VERSION) return { ok: false, reason: "too-new" };
  if (version !== STORE_VERSION || !Array.isArray(own) || !Array.isArray(made)) return { ok: false, reason: "damaged" };
  return {
    ok: true,
    store: {
      own: own.map(kept),
      made: made.flatMap((entry: unknown) =>
        isRecord(entry) && typeof entry["instance"] === "number"
          ? [{ ...kept(entry["file"]), instance: entry["instance"], plan: planOf(entry["plan"]) }]
          : [],
      ),
    },
  };
}

/** The XML text to store. */
export function storeXml({ own, made }: TemplateStore): string {
  const stored = {
    version: STORE_VERSION,
    own: own.map(({ file }) => file),
    made: made.map(({ instance, plan, file }) => ({ instance, ...(plan === null ? {} : { plan }), file })),
  };
  return xmlAround("templates", TEMPLATES_NAMESPACE, STORE_VERSION, JSON.stringify(stored));
}

/** Templates that can be read, in the order in which they were kept. */
export const ownContents = ({ own }: TemplateStore): readonly AnyContent[] =>
  own.flatMap(({ content }) => content ?? []);

/** Of these, the scorecards of lines. */
export const ownScorecards = (store: TemplateStore): readonly TemplateContent[] =>
  ownContents(store).filter(isScorecardContent);

const entryOf = (content: AnyContent): Kept => ({ file: fileOf(content), content });

/** With the template in the place of the one that has its id, else after the others. */
export function withTemplate(store: TemplateStore, content: AnyContent): TemplateStore {
  const isThere = store.own.some((entry) => entry.content?.id === content.id);
  const own = isThere
    ? store.own.map((entry) => (entry.content?.id === content.id ? entryOf(content) : entry))
    : [...store.own, entryOf(content)];
  return { ...store, own };
}

/** Without the template that has this id. */
export const withoutTemplate = (store: TemplateStore, id: string): TemplateStore => ({
  ...store,
  own: store.own.filter(({ content }) => content?.id !== id),
});

/** Remembers what a scorecard was made from, or a plan that was added to it. */
export const withMade = (
  store: TemplateStore,
  instance: number,
  content: AnyContent,
  plan: string | null = null,
): TemplateStore => ({
  ...store,
  made: [
    ...store.made.filter((entry) => entry.instance !== instance || entry.plan !== plan),
    { ...entryOf(content), instance, plan },
  ],
});

const copyFrom = ({ made }: TemplateStore, instance: number, plan: string | null): AnyContent | null =>
  made.find((entry) => entry.instance === instance && entry.plan === plan)?.content ?? null;

/** What a scorecard was made from, or a plan that was added to it; null where that is not known. */
export function madeFrom(store: TemplateStore, instance: number, plan: string | null = null): TemplateContent | null {
  const content = copyFrom(store, instance, plan);
  return content !== null && isScorecardContent(content) ? content : null;
}

/** The items of one's own that the workbook of a method was made with; null where it was made with the usual ones. */
export function methodMadeFrom(store: TemplateStore, instance: number): MethodContent | null {
  const content = copyFrom(store, instance, null);
  return content !== null && isMethodContent(content) ? content : null;
}
