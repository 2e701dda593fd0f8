/** A template as a file (.evenhand.json): the content with its format and schema version. Text in, content or located faults out. */
import { parseMethodContent } from "./methodContent";
import { parseContent } from "./templateContent";
import type { AnyContent } from "./contentTypes";
import type { TemplateFault } from "./fields";
import { readJson, ROOT, type JsonFault } from "./jsonText";
import { migrate } from "./migrations";
import { TEMPLATE_VERSIONS } from "./templateMigrations";

export const TEMPLATE_FORMAT = "evenhand-template";

/** What is wrong with the file as a whole, or with one place of it. */
export interface FileFault {
  /** "lines[3].weight"; "file" for the whole. */
  readonly path: string;
  readonly reason:
    TemplateFault["reason"] | JsonFault["reason"] | "not-a-template" | "too-new" | "too-old" | "no-version";
  readonly params: Readonly<Record<string, string | number>>;
}
export type FileResult =
  | {
      readonly ok: true;
      readonly content: AnyContent;
      /** Schema version of the file. */ readonly version: number;
    }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

const refuse = (path: string, reason: FileFault["reason"], params: FileFault["params"] = {}): FileResult => ({
  ok: false,
  faults: [{ path, reason, params }],
});

function jsonFault(fault: JsonFault): FileResult {
  return fault.reason === "not-json"
    ? refuse(fault.path, fault.reason, { line: fault.line, column: fault.column })
    : refuse(fault.path, fault.reason);
}

/** It names the method whose workbook it makes. */
const isOfMethod = (value: unknown): boolean => typeof value === "object" && value !== null && "workbook" in value;

/** Reads parsed JSON with its format and version; never throws, never changes what it is given. */
export function parseTemplateFile(value: unknown): FileResult {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse(ROOT, "not-a-template");
  const { format, schemaVersion, ...rest } = value as Readonly<Record<string, unknown>>;
  if (format !== TEMPLATE_FORMAT) return refuse("format", "not-a-template");
  const { version } = TEMPLATE_VERSIONS;
  const migrated = migrate(TEMPLATE_VERSIONS, rest, schemaVersion);
  if (!migrated.ok) return refuse("schemaVersion", migrated.reason, { present: version });
  const parsed = isOfMethod(migrated.value) ? parseMethodContent(migrated.value) : parseContent(migrated.value);
  return parsed.ok ? { ...parsed, version: Number(schemaVersion) } : parsed;
}

/** Reads the text of a file; never throws. */
export function readTemplateFile(text: string): FileResult {
  const read = readJson(text);
  return read.ok ? parseTemplateFile(read.value) : jsonFault(read.fault);
}

/** The content with format and version, as parsed JSON. */
export const fileOf = (content: AnyContent): Readonly<Record<string, unknown>> => ({
  format: TEMPLATE_FORMAT,
  schemaVersion: TEMPLATE_VERSIONS.version,
  ...content,
});

/** The text of a file. */
export const templateFileText = (content: AnyContent): string => `${JSON.stringify(fileOf(content), null, 2)}\n`;

/** A name for the file that every system takes: "sales-team.evenhand.json". */
export const templateFileName = ({ id }: AnyContent): string => `${id}.evenhand.json`;
