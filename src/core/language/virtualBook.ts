/**
 * A standing workbook as it would be built today in a language: the same template or method, the plans added to it, History and
 * Year. Built in two languages, cell stands against cell, and every text of ours is known in both without a list of texts.
 */
import { buildAddPlan, formOf, takesOneNumber } from "../blueprint/addPlan";
import { buildMethodIn, buildScorecardIn, storedInstance } from "../blueprint/anyLanguage";
import {
  asJoinedEarlier,
  templateIn,
  textsIn,
  type BookLanguage,
  type TextsByLanguage,
} from "../blueprint/joinedTexts";
import type { MethodDefinition } from "../blueprint/methodWorkbook";
import { roomForTwo } from "../blueprint/roomForTwo";
import type { Blueprint, NameBlueprint, SheetBlueprint, TableAppend } from "../blueprint/types";
import type { Counts } from "../methods/counts";
import type { MethodContent } from "../schema/contentTypes";
import { METADATA_VERSION, type InstanceMetadata, type WorkbookMetadata } from "../schema/metadata";
import type { SheetText } from "../blueprint/words";
import { trendChartTexts } from "../nextPeriod/trendCharts";
import type { Template } from "../schema/template";
import { withItems } from "../templates/items";
import { yearKey, type YearPlan } from "../nextPeriod/yearPlan";
import { virtualHistory, virtualYear } from "./virtualHistory";

export type BookSource =
  | {
      readonly kind: "scorecard";
      readonly template: Template;
      /** Those of the plans that were added, by the key of their entry table. */
      readonly added: Readonly<Record<string, Template>>;
    }
  | {
      readonly kind: "method";
      readonly definition: MethodDefinition;
      /** How many items it stands with. */
      readonly counts: Counts;
      /** Items of one's own that it was made with; absent: those of the method. */
      readonly made?: MethodContent;
    };

export interface BookFacts {
  readonly stored: InstanceMetadata;
  /** All instances of the workbook: a method may have taken over scores of an earlier one. */
  readonly instances: readonly InstanceMetadata[];
  /** Rows of People. */
  readonly people: number;
  /** Job group of the first plan, then of those added. */
  readonly jobGroups: readonly string[];
  readonly source: BookSource;
  readonly texts: TextsByLanguage;
}
/** How the workbook may have been filled when it was made; its sample is known as far as it still stands. */
export type Variant = "empty" | "sampleFigures" | "samplePeople";
export const VARIANTS: readonly Variant[] = ["empty", "sampleFigures", "samplePeople"];

export interface VirtualBook {
  readonly sheets: readonly SheetBlueprint[];
  readonly appends: readonly TableAppend[];
  readonly names: readonly NameBlueprint[];
  readonly tables: InstanceMetadata["tables"];
}

/** Stands for a name that a person typed: it is the same in every language, so it is never a text of ours. */
const SOMEBODY = "\u2063·\u2063";
const PERIOD = { from: 1, to: 366 };

/** What stood before the instance, so that it gets its own number again. */
function before({ stored, instances }: BookFacts): WorkbookMetadata | null {
  const earlier = instances.filter(({ instance }) => instance < stored.instance);
  const last = stored.instance - 1;
  if (last === 0) return null;
  const gap: InstanceMetadata = { ...stored, instance: last, template: "", tables: {}, entries: {} };
  return {
    version: METADATA_VERSION,
    instances: earlier.some(({ instance }) => instance === last) ? earlier : [...earlier, gap],
  };
}

/** Whoever wanted bonus and deduction items for a template without any got the usual ones. */
const asMade = (template: Template, { tables }: InstanceMetadata): Template =>
  tables["Bonus"] === undefined ? template : withItems(template);

function baseBook(facts: BookFacts, language: BookLanguage, variant: Variant): Blueprint {
  const { source, stored, texts } = facts;
  const choices = {
    language,
    texts,
    people:
      variant === "samplePeople" ? [] : Array.from({ length: Math.max(1, facts.people) }, () => ({ name: SOMEBODY })),
    withSample: variant !== "empty",
    jobGroup: facts.jobGroups[0] ?? SOMEBODY,
    ...PERIOD,
    takenSheets: [],
    metadata: before(facts),
    ranks: stored.ranks,
  };
  const built =
    source.kind === "method"
      ? buildMethodIn(source.definition, {
          ...{ ...choices, counts: source.counts },
          ...(source.made === undefined ? {} : { ownContent: source.made }),
        })
      : buildScorecardIn({
          ...{ ...choices, template: asMade(source.template, stored), form: formOf(stored) },
          hasOneNumber: takesOneNumber(stored, source.template),
        });
  if (!built.ok) throw new Error(`a standing workbook cannot be built again: ${built.problem.what.key}`);
  return built.blueprint;
}

const columnsOf = (sheets: readonly SheetBlueprint[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    sheets.flatMap(({ tables }) =>
      tables.map(({ name, columns }) => [name, columns.map(({ header }) => header)] as const),
    ),
  );

/** Ids of the rows for bonus and deduction items, the empty ones with them; null where the book has no such table. */
function itemIdsIn({ sheets }: VirtualBook, { tables }: InstanceMetadata): readonly string[] | null {
  const table = sheets.flatMap((sheet) => sheet.tables).find(({ name }) => name === tables["Bonus"]?.name);
  const content = table?.columns[0]?.content;
  return content?.kind === "input" ? content.values.map(String) : null;
}

interface Growing {
  readonly book: VirtualBook;
  readonly stored: InstanceMetadata;
}

/** The book with one more plan, as *Add a plan* made it. */
function withPlan(facts: BookFacts, language: BookLanguage, first: Template, growing: Growing, key: string): Growing {
  const { source, texts, stored: standing } = facts;
  const template = source.kind === "scorecard" ? source.added[key] : undefined;
  if (template === undefined) return growing;
  const { book, stored } = growing;
  const place = Object.keys(stored.entries).length;
  const lineIds = Object.keys(stored.entries).flatMap((entry) => standing.entries[entry] ?? []);
  const built = buildAddPlan({
    template: templateIn(language, template),
    firstTemplate: first,
    people: [{ name: SOMEBODY }],
    jobGroup: facts.jobGroups[place] ?? `${SOMEBODY}${String(place)}`,
    text: textsIn(language, texts),
    ...PERIOD,
    instance: stored,
    metadata: { version: METADATA_VERSION, instances: [stored] },
    takenSheets: [],
    standing: {
      columns: columnsOf(book.sheets),
      personIds: [],
      lineIds,
      gateIds: first.gates.map(({ id }) => id),
      itemIds: itemIdsIn(book, stored),
      jobGroups: [],
      rankingRows: 0,
    },
  });
  if (!built.ok) return growing;
  const made = language === "both" ? roomForTwo(built.blueprint) : built.blueprint;
  const grown = storedInstance(made);
  return {
    stored: grown,
    book: {
      sheets: [...book.sheets, ...made.sheets],
      appends: [...book.appends, ...(made.appends ?? [])],
      names: [...book.names, ...made.names],
      tables: grown.tables,
    },
  };
}

/** Its texts of a chart that stands once two periods are closed; where it stands is of no account. */
function withTrendChart(sheet: SheetBlueprint, text: SheetText, isMethod = false): SheetBlueprint {
  const has = (key: string): boolean => sheet.tables.some(({ name }) => name.endsWith(`_${key}`));
  const [page, periods] = isMethod ? (["methodTrend", "methodYear"] as const) : (["trend", "history"] as const);
  const key = has("Trend") ? page : has("PastPeriods") ? periods : null;
  if (key === null) return sheet;
  const nowhere = { row: 0, column: 0, rows: 1, columns: 1 };
  const chart = {
    kind: "line",
    ...trendChartTexts(text, key),
    categories: nowhere,
    values: nowhere,
    at: nowhere,
  } as const;
  return { ...sheet, charts: [...(sheet.charts ?? []), chart] };
}

/** A method's workbook with its Year sheet, where it has one. */
function withYear(
  facts: BookFacts,
  language: BookLanguage,
  book: VirtualBook,
  plan: YearPlan | undefined,
): VirtualBook {
  const { stored, texts } = facts;
  if (plan === undefined || stored.tables[yearKey(plan)] === undefined) return book;
  const text = textsIn(language, texts);
  const year = virtualYear(text, { ...stored, tables: book.tables }, plan);
  const { sheets } =
    language === "both"
      ? roomForTwo({ sheets: [year.sheet], names: [], rewrites: [], metadata: null })
      : { sheets: [year.sheet] };
  return {
    ...book,
    sheets: [...book.sheets, ...sheets].map((sheet) => withTrendChart(sheet, text, true)),
    tables: { ...book.tables, ...year.tables },
  };
}

/** The workbook in a language. */
export function virtualBook(facts: BookFacts, language: BookLanguage, variant: Variant): VirtualBook {
  const base = baseBook(facts, language, variant);
  const stored = storedInstance(base);
  const book: VirtualBook = { sheets: base.sheets, appends: [], names: base.names, tables: stored.tables };
  const { source } = facts;
  if (source.kind === "method") return withYear(facts, language, book, source.definition.year);
  const first = templateIn(language, asMade(source.template, stored));
  const plans = Object.keys(source.added).reduce<Growing>(
    (growing, key) => withPlan(facts, language, first, growing, key),
    { book, stored },
  );
  if (facts.stored.tables["PastResults"] === undefined) return plans.book;
  const history = virtualHistory(textsIn(language, facts.texts), plans.stored);
  const made =
    language === "both"
      ? roomForTwo({ sheets: history.sheets, names: [], rewrites: [], metadata: null }).sheets
      : history.sheets;
  return {
    ...plans.book,
    sheets: [...plans.book.sheets, ...made].map((sheet) => withTrendChart(sheet, textsIn(language, facts.texts))),
    tables: { ...plans.book.tables, ...history.tables },
  };
}

const isHead = (stored: string | undefined, head: string): boolean =>
  stored === head || stored === asJoinedEarlier(head);

/** Which template made each added plan: the one whose lines stand in the heads of its entry table. */
export function addedPlans(
  stored: InstanceMetadata,
  templates: readonly Template[],
  language: BookLanguage,
): Readonly<Record<string, Template>> {
  const found = Object.entries(stored.entries)
    .slice(1)
    .flatMap(([key, ids]): [string, Template][] => {
      const columns = stored.tables[key]?.columns ?? {};
      const heads = ids.map((id) => columns[`actual:${id}`]);
      const template = templates.find((candidate) => {
        const { lines } = templateIn(language, candidate);
        const own = language === "zh-CN" ? "zh-CN" : "en";
        return (
          lines.length === ids.length && lines.every(({ name }, i) => isHead(heads[i], `${ids[i] ?? ""} ${name[own]}`))
        );
      });
      return template === undefined ? [] : [[key, template]];
    });
  return Object.fromEntries(found);
}
