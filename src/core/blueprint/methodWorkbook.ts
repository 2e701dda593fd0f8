/** Puts a method's workbook together: free sheet names, Guide, Settings and People as in every workbook, then the method's own sheets. */
import type { RankedTable } from "../assessMethod";
import type { ScoreSource } from "../methods/combined/links";
import { countFault, countsOf, type CountKey, type Counts } from "../methods/counts";
import { itemTableOf } from "../methods/itemFields";
import type { MethodPeople } from "../people/peopleTables";
import { anchoredPoints, lowEndOf, scaleOf, type PointScale } from "../model/pointScale";
import { instanceNames } from "../formulas/names";
import type { KeyedTable } from "../recognise/layout";
import { METADATA_VERSION, metadataXml, type InstanceMetadata } from "../schema/metadata";
import type { MethodContent } from "../schema/contentTypes";
import { inBoth, type BilingualText } from "../schema/fields";
import type { Template } from "../schema/template";
import { templateBands } from "../schema/templateOf";
import { kindsOf, personId, type BuildContext, type OwnSettings, type PlacedLine } from "./context";
import { methodRanking, type RankingList } from "./methodRanking";
import { handoutSheet } from "./handoutSheet";
import type { HandoutDefinition, HandoutTables } from "./handoutPlan";
import type { WrittenTexts } from "./handoutItems";
import { peopleSheet } from "./registers";
import { buildProblem, freeSheetName, inputProblem, type BuildResult, type ScorecardInput } from "./scorecard";
import { guideSheet, settingsSheet, type SettingsParts } from "./settingsSheet";
import { headersOf, type TablePlacement } from "./tableSheet";
import type { MethodPeriod } from "../nextPeriod/periodTables";
import type { YearPlan } from "../nextPeriod/yearPlan";
import type { PersonReport } from "../report/personReport";
import type { CheckRow } from "./checksSheet";
import type { MethodChecks } from "./methodChecks";
import { methodProof, proofChecks, PROOF_WORDS, type MethodProof } from "./methodProof";
import type { MethodReading, ReadBook } from "./methodReading";
import type { SheetText } from "./words";
import type { NameBlueprint, SheetBlueprint } from "./types";

export interface MethodInput extends Omit<ScorecardInput, "template"> {
  /** How many items of each kind are wanted; as usual where nothing is said. */
  readonly counts?: Counts;
  /** Sheets that stand are made again, and what was typed on them is put in: no item brings words of its own. */
  readonly again?: MadeAgain;
  /** Made with items of one's own in the place of the method's: without its sample of results. */
  readonly ownContent?: MethodContent;
}
export interface MadeAgain {
  /** Scores of other workbooks that each section of a combined appraisal takes, as they are linked now. */
  readonly links: readonly (ScoreSource | null)[];
}

export interface MethodPart {
  readonly sheet: SheetBlueprint;
  /** By the key under which the table is stored. */
  readonly tables: Readonly<Record<string, TablePlacement>>;
  readonly names: readonly NameBlueprint[];
}
export interface MethodContext extends BuildContext {
  readonly peopleHeaders: Readonly<Record<string, string>>;
  readonly settings: Pick<SettingsParts, "bands">;
  /** What stands in the workbook already: its scores can be taken over by live formulas. */
  readonly existing: readonly InstanceMetadata[];
  /** Name of a sheet of the method, by key. */
  readonly sheetName: (key: string) => string;
  /** How many items of a kind the workbook has. */
  readonly count: (key: CountKey) => number;
  /** The items of the template with their words; none where sheets are made again. */
  readonly startItems: <T>(items: readonly T[]) => readonly T[];
  readonly again?: MadeAgain;
  /** Lines of the Checks sheet about sheets that all methods have in common. */
  readonly moreChecks: readonly CheckRow[];
}
/** What is known of a workbook of which links are looked for. */
export interface StandingLinks {
  readonly tables: ReadonlyMap<string, KeyedTable>;
  readonly instance: InstanceMetadata;
  readonly instances: readonly InstanceMetadata[];
}
export interface MethodDefinition {
  readonly id: string;
  readonly name: BilingualText;
  readonly own: OwnSettings;
  /** What is scored, for kinds, rating scales and evidence; empty where nothing is. */
  readonly lines: (input: MethodInput) => readonly PlacedLine[];
  /** Departments and posts of the sample people. */
  readonly samplePeople: readonly { readonly department: BilingualText; readonly post: BilingualText }[];
  /** Own sheets in their order, by the keys of their names ("name.<key>"). */
  readonly sheetKeys: readonly string[];
  /** Scores of other workbooks that its sections take now; absent where it takes none. */
  readonly links?: (standing: StandingLinks) => readonly (ScoreSource | null)[];
  /** Core's own computation of the results. */
  readonly reading: MethodReading;
  /** Where the workbook shows who comes first; absent where it does not. */
  readonly ranked?: RankedTable;
  /** A sheet with everybody in the order of the ranks; absent where naming people in order is not meant, or the method has its own. */
  readonly rankingList?: RankingList;
  /** What of the registry's checks runs on it; absent where it holds nothing that one takes. */
  readonly checks?: MethodChecks;
  /** How its results are worked out a second time; absent where it has none. Its sheet is "proof", its table "MethodProof". */
  readonly proof?: MethodProof;
  /** What its tables hold of one period: how the next one begins. */
  readonly period: MethodPeriod;
  /** What of its closed periods makes a year and a trend; absent where nothing does. */
  readonly year?: YearPlan;
  /** The report for one person as values; null for an id without one. Absent where the method has no such report. */
  readonly personReport?: (book: ReadBook, id: string, text: SheetText) => PersonReport | null;
  /** Tables with rows for each person beside the list of people, or why the workbook cannot grow; absent: the list alone. */
  readonly people?: MethodPeople;
  readonly build: (context: MethodContext) => readonly MethodPart[];
  /** What is handed out before the period and explains the scheme; absent where a sheet of the method's own does. */
  readonly handout?: HandoutDefinition;
  /** Number of the stage at which the sample stands, 1 = plan. */
  readonly sampleStage: number;
  /** Share of the period that is gone in the sample; absent: all of it. */
  readonly sampleAsOf?: number;
  /** Sheet that is shown first. */
  readonly start: string;
}

const COMMON = ["guide", "settings", "people"] as const;

function placedPeople(definition: MethodDefinition, input: MethodInput): BuildContext["people"] {
  const nobody = { actuals: [], gates: [] } as const;
  if (input.people.length === 0 && input.withSample)
    return definition.samplePeople.map(({ department, post }, i) => ({
      id: personId(i + 1),
      name: input.text("sample.person", { letter: String.fromCharCode(65 + (i % 26)) }),
      department: department[input.language],
      post: post[input.language],
      ...nobody,
    }));
  return input.people.map(({ name, department, keptId }, i) => ({
    id: keptId ?? personId(i + 1),
    name: name.trim(),
    department: department?.trim() ?? "",
    ...nobody,
  }));
}

/** As many items as there are of one's own, on their scale. */
const countsOfContent = ({ workbook, items, points }: MethodContent): Counts => {
  const count = itemTableOf(workbook)?.count;
  return {
    ...(count === undefined || count === null || items.length === 0 ? {} : { [count]: items.length }),
    ...(points === undefined ? {} : { points }),
  };
};

/** The scale that is wanted, else the usual one; none where the method has none to choose. */
function scaleFor({ id }: MethodDefinition, counts: Counts): PointScale | null {
  const asked = countsOf(id).find(({ key }) => key === "points");
  return asked === undefined ? null : scaleOf(counts.points ?? asked.usual);
}

/** Texts that may name the highest point, the ends that want words, and the points with anchors. */
function textsFor({ text, language }: MethodInput, scale: PointScale | null): SheetText {
  if (scale === null) return text;
  const low = lowEndOf(scale.high);
  const params = {
    top: scale.high,
    ends: low === 1 ? "1" : `1–${String(low)}`,
    anchored: anchoredPoints(scale.high).join(language === "zh-CN" ? "、" : ", "),
  };
  return (key, own = {}) => text(key, { ...params, ...own });
}

function contextOf(
  definition: MethodDefinition,
  input: MethodInput,
  instance: number,
  scale: PointScale | null,
): BuildContext {
  const lines = definition.lines(input);
  const { ownContent } = input;
  // What was measured with other items would say nothing of these.
  const isSample = input.withSample && ownContent === undefined;
  const template: Template = {
    id: definition.id,
    // What the Guide and the page that is handed out are called by.
    name: ownContent === undefined ? definition.name : inBoth(ownContent.name),
    audience: definition.name,
    method: "kpi",
    entry: "matrix",
    field: definition.name,
    jobGroup: definition.name,
    words: { en: [], "zh-CN": [] },
    subject: "person",
    scale: "attainment",
    lines,
    gates: [],
    sample: { people: [] },
    ...(ownContent?.bands === undefined ? {} : { bands: templateBands(ownContent.bands) }),
  };
  return {
    names: instanceNames(instance),
    text: input.text,
    word: (key) => input.text(`word.${key}`),
    language: input.language,
    template,
    lines,
    kinds: kindsOf(lines),
    gates: [],
    items: [],
    hasItems: false,
    form: "matrix",
    hasOneNumber: false,
    hasGates: false,
    jobGroup: input.jobGroup.trim(),
    people: placedPeople(definition, input),
    period: { from: input.from, to: input.to },
    isSample,
    ...(ownContent === undefined ? {} : { ownContent }),
    ...(scale === null ? {} : { scale }),
    ranks: input.ranks ?? (input.language === "zh-CN" ? "dense" : "competition"),
    own:
      definition.proof === undefined
        ? definition.own
        : { ...definition.own, words: [...definition.own.words, ...PROOF_WORDS] },
    ...(isSample
      ? {
          stage: definition.sampleStage,
          asOf: input.from + Math.round((input.to - input.from) * (definition.sampleAsOf ?? 1)),
        }
      : {}),
  };
}

/** Keys of the method's own sheets, with those that are made of what it declares. */
const methodSheetKeys = ({ sheetKeys, rankingList, handout }: MethodDefinition): readonly string[] => [
  ...sheetKeys.slice(0, -1),
  ...(rankingList === undefined ? [] : ["ranking"]),
  ...(handout === undefined ? [] : [handout.name]),
  ...sheetKeys.slice(-1),
];

/** Key of the sheet's name of pages for one person. */
const PERSON_SHEET = "person";
/** The Ranking list stands before the page for one person, else before what comes last, Checks. */
function withRanking(
  context: MethodContext,
  { ranked, rankingList = {}, year }: MethodDefinition,
  parts: readonly MethodPart[],
): readonly MethodPart[] {
  const results = parts.flatMap(({ tables }) => tables[ranked?.table ?? ""] ?? [])[0];
  if (ranked === undefined || results === undefined) return parts;
  const list = methodRanking(context, results, ranked, rankingList, year?.numberFormat ?? "0.00");
  const page = parts.findIndex(({ sheet }) => sheet.name === context.sheetName(PERSON_SHEET));
  const at = page < 0 ? parts.length - 1 : page;
  return [...parts.slice(0, at), list, ...parts.slice(at)];
}

/** The sheet that is handed out, before Checks. */
function withHandout(
  context: MethodContext,
  { handout }: MethodDefinition,
  parts: readonly MethodPart[],
): readonly MethodPart[] {
  if (handout === undefined) return parts;
  const placed = new Map(parts.flatMap(({ tables }) => Object.entries(tables)));
  const sources: HandoutTables = (key) => {
    const table = placed.get(key);
    if (table === undefined) throw new Error(`the method has no table ${key}`);
    return { table: table.name, headers: headersOf(table.columns), rows: table.rows };
  };
  const byName = new Map([...placed.values()].map((table) => [table.name, table]));
  const written: WrittenTexts = ({ table }, key, row) => {
    const content = byName.get(table)?.columns.find((column) => column.key === key)?.content;
    return content?.kind === "input" ? String(content.values[row] ?? "") : "";
  };
  const page = handoutSheet(context, handout.name, handout.plan(context, sources), written);
  return [...parts.slice(0, -1), page, ...parts.slice(-1)];
}

/** The method's own sheets; Ranking list, the sheet that is handed out and Proof stand before the last one, which is Checks. */
function partsOf(definition: MethodDefinition, context: MethodContext, common: Common): readonly MethodPart[] {
  const { build, proof, rankingList } = definition;
  const built = build(context);
  const ranked = rankingList === undefined ? built : withRanking(context, definition, built);
  const parts = withHandout(context, definition, ranked);
  if (proof === undefined) return parts;
  const tables = Object.assign({}, common.tables, ...parts.map((part) => part.tables)) as Common["tables"];
  const sheets = [...common.sheets, ...parts.map(({ sheet }) => sheet)];
  return [...parts.slice(0, -1), methodProof(context, proof, tables, sheets), ...parts.slice(-1)];
}
interface Common {
  readonly sheets: readonly SheetBlueprint[];
  readonly tables: Readonly<Record<string, TablePlacement>>;
}

/**
 * Builds the workbook of a method.
 * @returns the blueprint, or what is wrong with the choices in words
 */
export function buildMethodWorkbook(definition: MethodDefinition, wanted: MethodInput): BuildResult {
  const wrong = inputProblem(wanted);
  if (wrong !== null) return wrong;
  const { ownContent } = wanted;
  const counts: Counts = { ...(ownContent === undefined ? {} : countsOfContent(ownContent)), ...wanted.counts };
  const scale = scaleFor(definition, counts);
  const again = wanted.again ?? (ownContent === undefined ? undefined : { links: [] });
  const input: MethodInput = {
    ...wanted,
    text: textsFor(wanted, scale),
    ...(again === undefined ? {} : { again }),
  };
  const fault = countFault(definition.id, counts, input.people.length);
  if (fault !== null) return buildProblem(`count.${fault.kind}`, { ...fault });
  const instance = 1 + Math.max(0, ...(input.metadata?.instances.map((entry) => entry.instance) ?? []));
  const context = contextOf(definition, input, instance, scale);
  const taken = new Set(input.takenSheets.map((name) => name.toLowerCase()));
  const sheetNames = new Map<string, string>();
  for (const key of [...COMMON, ...methodSheetKeys(definition)]) {
    const name = freeSheetName(input.text(`name.${key}`), taken);
    taken.add(name.toLowerCase());
    sheetNames.set(key, name);
  }
  const sheetName = (key: string): string => sheetNames.get(key) ?? key;
  const settings = settingsSheet(context, sheetName("settings"));
  const people = peopleSheet(context, sheetName("people"));
  const common: Common = {
    sheets: [settings.sheet, people.sheet],
    tables: {
      ...(settings.hasBands ? { Bands: settings.bands } : {}),
      Words: settings.words,
      ...(settings.points === null ? {} : { Points: settings.points }),
      People: people.table,
    },
  };
  const { proof, handout } = definition;
  const whole: MethodContext = {
    ...context,
    peopleHeaders: people.headers,
    settings,
    sheetName,
    count: (key) => counts[key] ?? countsOf(definition.id).find((each) => each.key === key)?.usual ?? 0,
    startItems: (items) => (input.again === undefined ? items : []),
    ...(input.again === undefined ? {} : { again: input.again }),
    existing: input.metadata?.instances ?? [],
    moreChecks: proof === undefined ? [] : proofChecks({ ...context, sheetName }, proof),
  };
  const parts = partsOf(definition, whole, common);
  const tables: Readonly<Record<string, TablePlacement>> = {
    ...common.tables,
    ...Object.fromEntries(parts.flatMap((part) => Object.entries(part.tables))),
  };
  const stored: InstanceMetadata = {
    instance,
    template: definition.id,
    method: definition.id,
    language: input.language,
    ranks: context.ranks,
    scale: "attainment",
    ...(scale === null ? {} : { points: scale.high }),
    tables: Object.fromEntries(
      Object.entries(tables).map(([key, { name, columns }]) => [key, { name, columns: headersOf(columns) }]),
    ),
    entries: {},
  };
  const start = sheetName(definition.start);
  return {
    ok: true,
    instance,
    entrySheet: start,
    blueprint: {
      sheets: [
        guideSheet(
          context,
          sheetName("guide"),
          `${definition.id}.guide`,
          ...(handout === undefined ? [] : [input.text(`name.${handout.name}`)]),
        ),
        settings.sheet,
        people.sheet,
        ...parts.map(({ sheet }) => sheet),
      ],
      names: [...settings.names, ...people.names, ...parts.flatMap(({ names }) => names)],
      rewrites: [],
      ...(ownContent?.palette === undefined ? {} : { palette: ownContent.palette }),
      metadata: metadataXml({
        ...input.metadata,
        version: METADATA_VERSION,
        instances: [...(input.metadata?.instances ?? []), stored],
      }),
      show: { sheet: start, row: 4, column: 0 },
    },
  };
}
