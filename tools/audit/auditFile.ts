/** What the add-in makes of a file, as one plain object: the shape that `npm run audit -- --json` prints. */
import { cellAddress, rectAddress } from "../../src/core/model/a1";
import { assess, type Assessment } from "../../src/core/assess";
import { assessSheet } from "../../src/core/assessSheet";
import type { BlockJudgement } from "../../src/core/assessment";
import type { Finding } from "../../src/core/model/finding";
import type { Location } from "../../src/core/model/location";
import type { BlockFamily } from "../../src/core/recognise/blocks/family";
import type { BlockRole, Layout } from "../../src/core/recognise/blocks/model";
import { columnRects, rowRects } from "../../src/core/recognise/blocks/rects";
import { keyedTables, tableNameParts } from "../../src/core/recognise/layout";
import type { Snapshot, SnapshotSheet } from "../../src/core/recognise/snapshot";
import { fileText } from "../../host/file/lossTexts";
import { readXlsx } from "../../host/file/readXlsx";
import { listWords, sheetHeaders } from "../../src/commands/sheetWords";
import { explainSheet } from "../../src/core/explain/explainSheet";
import { METHOD_WORKBOOKS } from "../../src/core/methods/registry";
import { translate, type Language } from "../../src/i18n/everything";
import type { Message } from "../../src/core/model/message";
import { csvSnapshot } from "./csv";
import { familyNotes } from "./familyNotes";
import { asXlsx } from "./oldFormats";
import { sheetsCut, snapshotOf } from "./snapshotOf";

interface Said {
  readonly code: string;
  readonly message: string;
}
export interface AuditBlock {
  readonly sheet: string;
  readonly range: string;
  readonly layout: Layout;
  readonly roles: Readonly<Partial<Record<BlockRole, readonly string[]>>>;
  /** How sure each role is, 0 to 1. */
  readonly confidence: Readonly<Partial<Record<BlockRole, number>>>;
  readonly weights: {
    readonly family: BlockFamily;
    readonly sum: number | null;
    readonly expected: number | null;
  };
  readonly outcome: BlockJudgement["outcome"];
  readonly reasons: readonly Said[];
  readonly results: readonly {
    readonly label: string;
    readonly cell: string;
    readonly total: number | null;
    readonly coverage: number;
    readonly rank: number | null;
  }[];
  readonly differences: readonly {
    readonly cell: string;
    readonly shown: number;
    readonly computed: number | null;
    readonly mistake: string;
  }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly cell: string;
    readonly message: string;
  }[];
}
export type AuditResult =
  | { readonly file: string; readonly blocks: readonly AuditBlock[]; readonly notes: readonly string[] }
  | { readonly file: string; readonly error: Said };

const said = ({ key, params }: Message): Said => ({ code: key, message: translate("en", key, params) });

/** Roles of a generated scorecard: its people and entry cells, and the columns of its Plan table. */
function generatedRoles(snapshot: Snapshot, assessment: Assessment, sheet: string): AuditBlock["roles"] {
  const cells = assessment.entryCells.map(({ location }) => location).filter((location) => location.sheet === sheet);
  const rows = cells.map(({ rect }) => rect.row);
  const [top, bottom] = [rows.reduce((a, b) => Math.min(a, b), Infinity), rows.reduce((a, b) => Math.max(a, b), 0)];
  const people = assessment.results.map(({ cell }) => cell).filter((cell) => cell.sheet === sheet);
  const plan = keyedTables(snapshot, assessment.instance ?? 0, null, sheetHeaders()).get("Plan");
  const planned = (key: string): readonly string[] => {
    const column = plan?.column(key) ?? null;
    if (plan === undefined || column === null) return [];
    return columnRects(column, plan.filledRows("id")).map((rect) => `${plan.sheet.name}!${rectAddress(rect)}`);
  };
  const roles: [BlockRole, readonly string[]][] = [
    [
      "person",
      columnRects(
        people[0]?.rect.column ?? 0,
        people.map(({ rect }) => rect.row),
      ).map((r) => rectAddress(r)),
    ],
    [
      "actual",
      cells.length === 0
        ? []
        : rowRects(top, bottom - top + 1, [...new Set(cells.map(({ rect }) => rect.column))]).map((r) =>
            rectAddress(r),
          ),
    ],
    ["criterion", planned("indicator")],
    ["weight", planned("weight")],
    ["group", planned("section")],
    ["target", planned("target")],
  ];
  return Object.fromEntries(roles.filter(([, ranges]) => ranges.length > 0));
}

function generatedBlock(snapshot: Snapshot, assessment: Assessment, sheet: SnapshotSheet): AuditBlock {
  const roles = generatedRoles(snapshot, assessment, sheet.name);
  const warned = assessment.findings.some(({ severity }) => severity !== "note");
  const [plan] = assessment.plans;
  return {
    sheet: sheet.name,
    range: sheet.used === null ? "" : rectAddress(sheet.used),
    layout: assessment.kind === "refused" ? "other" : "matrix",
    roles,
    // Tables of ours are known by their names.
    confidence: Object.fromEntries(Object.keys(roles).map((role) => [role, 1])),
    weights: {
      family: plan === undefined ? "none" : "percent",
      sum: plan?.weightSum ?? null,
      expected: plan?.expected ?? null,
    },
    outcome: assessment.kind === "refused" ? "refused" : warned ? "computed-with-warnings" : "computed",
    reasons: assessment.reasons.map(said),
    results: resultsOf(assessment.results),
    differences: [],
    findings: findingsOf(assessment.findings, sheet.name),
  };
}

const cellOf = ({ rect }: Location): string => cellAddress(rect.row, rect.column);

/** Findings with their cells: bare on the block's own sheet, with the sheet elsewhere. */
function findingsOf(findings: readonly Finding[], home: string): AuditBlock["findings"] {
  return findings.map(({ rule, severity, location: { sheet, rect }, message }) => ({
    rule,
    severity,
    cell: sheet === home ? rectAddress(rect) : `${sheet}!${rectAddress(rect)}`,
    message: said(message).message,
  }));
}
const resultsOf = (results: Assessment["results"]): AuditBlock["results"] =>
  results.map(({ name, cell, total, coverage, rank }) => ({ label: name, cell: cellOf(cell), total, coverage, rank }));

function blockOf({ reading, outcome, reasons, results, differences, findings }: BlockJudgement): AuditBlock {
  const { understood, weights, refusal } = reading;
  const roles = refusal === "notAScorecard" ? [] : Object.entries(understood.roles);
  return {
    sheet: reading.sheet,
    range: rectAddress(reading.rect),
    layout: understood.layout,
    roles: Object.fromEntries(
      roles.filter(([, rects]) => rects.length > 0).map(([role, rects]) => [role, rects.map((r) => rectAddress(r))]),
    ),
    confidence: refusal === "notAScorecard" ? {} : understood.sure,
    weights: { family: weights.family, sum: weights.sum, expected: weights.expected },
    outcome,
    reasons: reasons.map(said).map(({ code, message }) => ({ code: code.split(".").at(-1) ?? code, message })),
    results: resultsOf(results),
    differences: differences.map(({ cell, shown, computed, mistake }) => ({
      cell: cellOf(cell),
      shown,
      computed,
      mistake,
    })),
    findings: findingsOf(findings, reading.sheet),
  };
}

/** A sheet with cells but no block is refused as a whole. */
function plainBlocks(sheet: SnapshotSheet): AuditBlock[] {
  if (sheet.used === null) return [];
  const { blocks, reasons } = assessSheet(sheet, {});
  if (blocks.length > 0) return blocks.map(blockOf);
  const weights = { family: "none", sum: null, expected: null } as const;
  const told = reasons.map(said).map(({ code, message }) => ({ code: code.split(".").at(-1) ?? code, message }));
  const nothing = { roles: {}, confidence: {}, weights, reasons: told, results: [], differences: [], findings: [] };
  return [{ sheet: sheet.name, range: rectAddress(sheet.used), layout: "other", outcome: "refused", ...nothing }];
}

/** What whoever reads the numbers should know of the sheets they come from. */
function notesOf(snapshot: Snapshot, blocks: readonly AuditBlock[]): string[] {
  const note = (key: string, params?: Message["params"]): string =>
    said(params === undefined ? { key } : { key, params }).message;
  const used = snapshot.sheets.filter(({ name }) => blocks.some(({ sheet }) => sheet === name));
  const hidden = used.flatMap(({ name, visible, hiddenRows, hiddenColumns }) => [
    ...(visible ? [] : [note("checks.assumed.hiddenSheet", { sheet: name })]),
    ...(hiddenRows.length === 0 ? [] : [`${name}: ${note("checks.assumed.hiddenRows", { count: hiddenRows.length })}`]),
    ...(hiddenColumns.length === 0
      ? []
      : [`${name}: ${note("checks.assumed.hiddenColumns", { count: hiddenColumns.length })}`]),
  ]);
  return snapshot.date1904 ? [...hidden, note("checks.assumed.date1904")] : hidden;
}

const OTHER_FORMATS: readonly string[] = ["file.problem.oldExcel", "file.problem.binary"];

/** Reads .xlsx, and .xls and .xlsb by way of it. */
async function readAny(bytes: Uint8Array): Promise<Awaited<ReturnType<typeof readXlsx>>> {
  const read = await readXlsx(bytes);
  if (read.ok || !OTHER_FORMATS.includes(read.problem.key)) return read;
  const converted = asXlsx(bytes);
  return converted.ok ? readXlsx(converted.bytes) : { ok: false, problem: { key: converted.key } };
}

/** Every visible sheet of a file in plain words; the sheets of one scorecard of ours once. */
export async function explainFile(bytes: Uint8Array, language: Language): Promise<readonly string[]> {
  const read = await readAny(bytes);
  if (!read.ok) return [];
  const snapshot = snapshotOf(read.data);
  const told = new Set<number>();
  return snapshot.sheets.flatMap((sheet) => {
    if (!sheet.visible || sheet.used === null) return [];
    const assessment = assess(
      { ...snapshot, activeSheet: sheet.name },
      { headers: sheetHeaders(), listWords: listWords(), methods: METHOD_WORKBOOKS, language },
    );
    if (assessment.instance !== null && told.has(assessment.instance)) return [];
    if (assessment.instance !== null) told.add(assessment.instance);
    const lines = explainSheet(assessment, assessment.instance === null ? sheet : null);
    return [sheet.name, ...lines.map(({ key, params }) => `  ${translate(language, key, params)}`)];
  });
}

/** Blocks and notes of a workbook. */
export interface Audited {
  readonly blocks: readonly AuditBlock[];
  readonly notes: readonly string[];
}

function blocksOf(snapshot: Snapshot): AuditBlock[] {
  const seen = new Set<number>();
  const isOurs = snapshot.sheets.some(({ tables }) => tables.some(({ name }) => tableNameParts(name) !== null));
  return snapshot.sheets.flatMap((sheet) => {
    const own = sheet.tables.some(({ name }) => tableNameParts(name) !== null);
    // A hidden sheet is looked at too; lists on it are nobody's business.
    if (!own) return isOurs ? [] : plainBlocks(sheet).filter(({ layout }) => sheet.visible || layout !== "other");
    if (!sheet.visible) return [];
    const assessment = assess(
      { ...snapshot, activeSheet: sheet.name },
      { headers: sheetHeaders(), listWords: listWords(), methods: METHOD_WORKBOOKS },
    );
    if (assessment.instance === null || seen.has(assessment.instance)) return [];
    seen.add(assessment.instance);
    // A generated scorecard is found from any sheet; it stands where its people are entered.
    const home = assessment.results[0]?.cell.sheet ?? assessment.sheet;
    return [generatedBlock(snapshot, assessment, snapshot.sheets.find(({ name }) => name === home) ?? sheet)];
  });
}

/** Blocks of every sheet; the sheets of one generated scorecard count once, those beside them not at all. */
export function auditSnapshot(snapshot: Snapshot): Audited {
  const blocks = blocksOf(snapshot);
  // Sheets of a workbook of ours belong together anyway.
  const isOurs = snapshot.sheets.some(({ tables }) => tables.some(({ name }) => tableNameParts(name) !== null));
  return { blocks, notes: [...notesOf(snapshot, blocks), ...(isOurs ? [] : familyNotes(snapshot))] };
}

/** `file` is only named in the answer. A file that cannot be opened is an answer too. */
export async function auditFile(file: string, bytes: Uint8Array): Promise<AuditResult> {
  if (/\.csv$/i.test(file) && bytes.length > 0) return { file, ...auditSnapshot(csvSnapshot("csv", bytes)) };
  const read = await readAny(bytes);
  if (!read.ok) {
    const { key, params } = read.problem;
    return { file, error: { code: key, message: fileText("en", key, params) } };
  }
  const left = read.left.map(
    ({ sheet, message }) => `${sheet === null ? "" : `${sheet}: `}${fileText("en", message.key, message.params)}`,
  );
  const { blocks, notes } = auditSnapshot(snapshotOf(read.data));
  const cut = sheetsCut(read.data).map(({ sheet, rect }) => `${sheet}: only ${rectAddress(rect)} was looked at`);
  return { file, blocks, notes: [...notes, ...cut, ...left] };
}
