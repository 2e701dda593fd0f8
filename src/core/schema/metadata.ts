/**
 * What we store in a workbook about an instance: version, template, language, table names and the headers of their columns;
 * and what people answered about sheets of their own. No names of people, no numbers. Lost, it can be rebuilt from the sheet. JSON inside one XML element of our namespace.
 */
import { textInXml, xmlAround } from "./storedText";

import { ASKED_ROLES, type RoleAnswer, type SheetAnswers } from "../recognise/answers";

export const METADATA_NAMESPACE = "urn:evenhand:workbook";
export const METADATA_VERSION = 1;

export interface TableMetadata {
  /** Workbook-wide table name, "eh_1_Plan". */
  readonly name: string;
  /** Column key (model/columns.ts) → header in the present language. */
  readonly columns: Readonly<Record<string, string>>;
}
export interface InstanceMetadata {
  readonly instance: number;
  readonly template: string;
  /** Method of the template ("kpi", "bsc" …); absent in workbooks of earlier versions. */
  readonly method?: string;
  readonly language: string;
  readonly ranks: "competition" | "dense";
  readonly scale: "attainment" | "points";
  /** Highest point of the scale on which a method's people are rated; absent where there is none, or in earlier workbooks. */
  readonly points?: number;
  /** Table key → table. */
  readonly tables: Readonly<Record<string, TableMetadata>>;
  /** Indicator ids by entry table key: {"Entry": ["K01", …]}. */
  readonly entries: Readonly<Record<string, readonly string[]>>;
}
export interface WorkbookMetadata {
  readonly version: number;
  readonly instances: readonly InstanceMetadata[];
  /** What people said about sheets of their own; absent where nobody was asked. */
  readonly answers?: readonly SheetAnswers[];
}

export type MetadataResult =
  | { readonly ok: true; readonly metadata: WorkbookMetadata }
  | { readonly ok: false; readonly reason: "not-ours" | "damaged" | "too-new" };

const MAX_LENGTH = 100_000;
/** The XML text to store. */
export const metadataXml = (metadata: WorkbookMetadata): string =>
  xmlAround("evenhand", METADATA_NAMESPACE, metadata.version, JSON.stringify(metadata));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";
const textRecord = (value: unknown): Record<string, string> | null => {
  if (!isRecord(value)) return null;
  const entries = Object.entries(value);
  return entries.every((entry): entry is [string, string] => isText(entry[1])) ? Object.fromEntries(entries) : null;
};

function tableOf(value: unknown): TableMetadata | null {
  if (!isRecord(value) || !isText(value["name"])) return null;
  const columns = textRecord(value["columns"]);
  return columns === null ? null : { name: value["name"], columns };
}

function instanceOf(value: unknown): InstanceMetadata | null {
  if (!isRecord(value)) return null;
  const { instance, template, method, language, ranks, scale, points, tables, entries } = value;
  if (typeof instance !== "number" || !isText(template) || !isText(language) || !isRecord(tables) || !isRecord(entries))
    return null;
  if ((ranks !== "competition" && ranks !== "dense") || (scale !== "attainment" && scale !== "points")) return null;
  const parsed: [string, TableMetadata][] = [];
  for (const [key, entry] of Object.entries(tables)) {
    const table = tableOf(entry);
    if (table === null) return null;
    parsed.push([key, table]);
  }
  const ids: [string, readonly string[]][] = [];
  for (const [key, entry] of Object.entries(entries)) {
    if (!Array.isArray(entry) || !entry.every(isText)) return null;
    ids.push([key, entry]);
  }
  // Built from pairs: a key such as __proto__ from a file is then a key and nothing else.
  return {
    instance,
    template,
    ...(isText(method) ? { method } : {}),
    language,
    ranks,
    scale,
    ...(typeof points === "number" ? { points } : {}),
    tables: Object.fromEntries(parsed),
    entries: Object.fromEntries(ids),
  };
}

const MOST_ANSWERS = 200;

function answerOf(value: unknown): RoleAnswer | null {
  if (!isRecord(value)) return null;
  const { role, line, print, nth } = value;
  const known = ASKED_ROLES.find((one) => one === role);
  if (known === undefined || (line !== "column" && line !== "row") || !isText(print) || typeof nth !== "number")
    return null;
  return { role: known, line, print, nth };
}

function blockOf(value: unknown): NonNullable<SheetAnswers["block"]> | null {
  if (!isRecord(value)) return null;
  const { print, nth } = value;
  return isText(print) && typeof nth === "number" ? { print, nth } : null;
}

/** Answers that can be read; one that cannot is asked for again and spoils nothing else. */
function answersOf(value: unknown): readonly SheetAnswers[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MOST_ANSWERS).flatMap((entry: unknown): SheetAnswers[] => {
    if (!isRecord(entry) || !isText(entry["id"]) || !isText(entry["name"]) || !Array.isArray(entry["roles"])) return [];
    const roles = entry["roles"].slice(0, MOST_ANSWERS).flatMap((role: unknown) => answerOf(role) ?? []);
    const block = blockOf(entry["block"]);
    const said = { roles, ...(block === null ? {} : { block }) };
    return roles.length === 0 && block === null ? [] : [{ id: entry["id"], name: entry["name"], ...said }];
  });
}

/** Reads the stored text; never throws. */
export function parseMetadata(xml: string): MetadataResult {
  if (!xml.includes(METADATA_NAMESPACE)) return { ok: false, reason: "not-ours" };
  const stored = textInXml("evenhand", METADATA_NAMESPACE, xml, MAX_LENGTH);
  if (stored === null) return { ok: false, reason: "damaged" };
  let value: unknown;
  try {
    value = JSON.parse(stored.text);
  } catch {
    return { ok: false, reason: "damaged" };
  }
  if (!isRecord(value) || typeof value["version"] !== "number" || !Array.isArray(value["instances"]))
    return { ok: false, reason: "damaged" };
  if (value["version"] > METADATA_VERSION) return { ok: false, reason: "too-new" };
  const instances: InstanceMetadata[] = [];
  for (const entry of value["instances"]) {
    const instance = instanceOf(entry);
    if (instance === null) return { ok: false, reason: "damaged" };
    instances.push(instance);
  }
  const answers = answersOf(value["answers"]);
  return { ok: true, metadata: { version: value["version"], instances, ...(answers.length > 0 ? { answers } : {}) } };
}
