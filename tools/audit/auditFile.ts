/** What the add-in makes of a file, as one plain object: the shape that `npm run audit -- --json` prints. */
import { cellAddress, rectAddress } from "../../src/core/model/a1";
import { assess } from "../../src/core/assess";
import type { Assessment } from "../../src/core/assess";
import type { BlockFamily } from "../../src/core/recognise/blocks/family";
import type { BlockRole, Layout } from "../../src/core/recognise/blocks/model";
import { readBlocks } from "../../src/core/recognise/blocks/readBlocks";
import type { BlockReading } from "../../src/core/recognise/blocks/readBlocks";
import { columnRects, rowRects } from "../../src/core/recognise/blocks/rects";
import { keyedTables, tableNameParts } from "../../src/core/recognise/layout";
import type { Snapshot, SnapshotSheet } from "../../src/core/recognise/snapshot";
import { fileText } from "../../host/file/lossTexts";
import { readXlsx } from "../../host/file/readXlsx";
import { listWords, sheetHeaders } from "../../src/commands/sheetWords";
import { translate } from "../../src/i18n";
import type { Message } from "../../src/core/model/message";
import { MISTAKES, NOTICES, REASONS } from "./blockTexts";
import { csvSnapshot } from "./csv";
import { snapshotOf } from "./snapshotOf";

interface Said {
  readonly code: string;
  readonly message: string;
}
export interface AuditBlock {
  readonly sheet: string;
  readonly range: string;
  readonly layout: Layout;
  readonly roles: Readonly<Partial<Record<BlockRole, readonly string[]>>>;
  readonly weights: {
    readonly family: BlockFamily;
    readonly sum: number | null;
    readonly expected: number | null;
  };
  readonly outcome: BlockReading["outcome"];
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
    readonly message: string;
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

/** Fills "{name}" in a sentence. */
const filled = (text: string, params: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (all, name: string) => String(params[name] ?? all));

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
  const warned = assessment.findings.some(({ severity }) => severity !== "note");
  const [plan] = assessment.plans;
  return {
    sheet: sheet.name,
    range: sheet.used === null ? "" : rectAddress(sheet.used),
    layout: assessment.kind === "refused" ? "other" : "matrix",
    roles: generatedRoles(snapshot, assessment, sheet.name),
    weights: {
      family: plan === undefined ? "none" : "percent",
      sum: plan?.weightSum ?? null,
      expected: plan?.expected ?? null,
    },
    outcome: assessment.kind === "refused" ? "refused" : warned ? "computed-with-warnings" : "computed",
    reasons: assessment.reasons.map(said),
    results: assessment.results.map(({ name, cell, total, coverage, rank }) => ({
      label: name,
      cell: cellAddress(cell.rect.row, cell.rect.column),
      total,
      coverage,
      rank,
    })),
    differences: [],
    findings: assessment.findings.map(({ rule, severity, location, message }) => ({
      rule,
      severity,
      cell: `${location.sheet}!${rectAddress(location.rect)}`,
      message: said(message).message,
    })),
  };
}

function blockOf(reading: BlockReading): AuditBlock {
  const { understood, weights, refusal } = reading;
  const address = ({ row, column }: { row: number; column: number }): string => cellAddress(row, column);
  const roles = refusal === "notAScorecard" ? [] : Object.entries(understood.roles);
  return {
    sheet: reading.sheet,
    range: rectAddress(reading.rect),
    layout: understood.layout,
    roles: Object.fromEntries(
      roles.filter(([, rects]) => rects.length > 0).map(([role, rects]) => [role, rects.map((r) => rectAddress(r))]),
    ),
    weights: { family: weights.family, sum: weights.sum, expected: weights.expected },
    outcome: reading.outcome,
    reasons: refusal === null ? [] : [{ code: refusal, message: REASONS[refusal] }],
    results: reading.results.map((result) => ({ ...result, cell: address(result.cell) })),
    differences: reading.differences.map((difference) => ({
      ...difference,
      cell: address(difference.cell),
      message: MISTAKES[difference.mistake],
    })),
    findings: reading.notices.map(({ code, severity, cell, params }) => ({
      rule: NOTICES[code].rule,
      severity,
      cell: `${reading.sheet}!${address(cell)}`,
      message: filled(NOTICES[code].text, params),
    })),
  };
}

/** A sheet with cells but no block is refused as a whole. */
function plainBlocks(sheet: SnapshotSheet): AuditBlock[] {
  if (sheet.used === null) return [];
  const blocks = readBlocks(sheet).map(blockOf);
  if (blocks.length > 0) return blocks;
  const reasons = [{ code: "notAScorecard", message: REASONS.notAScorecard }];
  const weights = { family: "none", sum: null, expected: null } as const;
  const nothing = { roles: {}, weights, reasons, results: [], differences: [], findings: [] };
  return [{ sheet: sheet.name, range: rectAddress(sheet.used), layout: "other", outcome: "refused", ...nothing }];
}

/** Blocks of every visible sheet; the sheets of one generated scorecard count once, those beside them not at all. */
export function auditSnapshot(snapshot: Snapshot): AuditBlock[] {
  const seen = new Set<number>();
  const isOurs = snapshot.sheets.some(({ tables }) => tables.some(({ name }) => tableNameParts(name) !== null));
  return snapshot.sheets.flatMap((sheet) => {
    if (!sheet.visible) return [];
    const own = sheet.tables.some(({ name }) => tableNameParts(name) !== null);
    if (!own) return isOurs ? [] : plainBlocks(sheet);
    const assessment = assess(
      { ...snapshot, activeSheet: sheet.name },
      { headers: sheetHeaders(), listWords: listWords() },
    );
    if (assessment.instance === null || seen.has(assessment.instance)) return [];
    seen.add(assessment.instance);
    // A generated scorecard is found from any sheet; it stands where its people are entered.
    const home = assessment.results[0]?.cell.sheet ?? assessment.sheet;
    return [generatedBlock(snapshot, assessment, snapshot.sheets.find(({ name }) => name === home) ?? sheet)];
  });
}

/** `file` is only named in the answer. A file that cannot be opened is an answer too. */
export async function auditFile(file: string, bytes: Uint8Array): Promise<AuditResult> {
  if (/\.csv$/i.test(file) && bytes.length > 0)
    return { file, blocks: auditSnapshot(csvSnapshot("csv", bytes)), notes: [] };
  const read = await readXlsx(bytes);
  if (!read.ok) {
    const { key, params } = read.problem;
    return { file, error: { code: key, message: fileText("en", key, params) } };
  }
  const notes = read.left.map(
    ({ sheet, message }) => `${sheet === null ? "" : `${sheet}: `}${fileText("en", message.key, message.params)}`,
  );
  return { file, blocks: auditSnapshot(snapshotOf(read.data)), notes };
}
