/** What the add-in makes of a file, as one plain object: the shape that `npm run audit -- --json` prints. */
import { cellAddress, rectAddress } from "../../src/core/model/a1";
import type { Rect } from "../../src/core/model/a1";
import { assess } from "../../src/core/assess";
import type { Assessment } from "../../src/core/assess";
import { findBlock } from "../../src/core/recognise/plainBlock";
import type { PlainBlock } from "../../src/core/recognise/plainBlock";
import type { Snapshot, SnapshotSheet } from "../../src/core/recognise/snapshot";
import { fileText } from "../../host/file/lossTexts";
import { readXlsx } from "../../host/file/readXlsx";
import { listWords, sheetHeaders } from "../../src/commands/sheetWords";
import { translate } from "../../src/i18n";
import type { Message } from "../../src/core/model/message";
import { snapshotOf } from "./snapshotOf";

interface Said {
  readonly code: string;
  readonly message: string;
}
type Role = "person" | "id" | "criterion" | "group" | "weight" | "actual" | "total" | "rank" | "evidence";
export interface AuditBlock {
  readonly sheet: string;
  readonly range: string;
  readonly layout: "matrix" | "other";
  readonly roles: Readonly<Partial<Record<Role, readonly string[]>>>;
  readonly weights: {
    readonly family: "percent" | "importance" | "none";
    readonly sum: number | null;
    readonly expected: number | null;
  };
  readonly outcome: "computed" | "computed-with-warnings" | "refused";
  readonly reasons: readonly Said[];
  readonly results: readonly {
    readonly label: string;
    readonly cell: string;
    readonly total: number | null;
    readonly coverage: number;
    readonly rank: number | null;
  }[];
  readonly differences: readonly [];
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

function columnRange(rows: readonly number[], column: number): string {
  const first = rows[0] ?? 0;
  return rectAddress({ row: first, column, rows: (rows.at(-1) ?? first) - first + 1, columns: 1 });
}

/** Columns next to each other become one range. */
function rowRanges(row: number, rows: number, columns: readonly number[]): string[] {
  const rects: Rect[] = [];
  for (const column of columns) {
    const last = rects.at(-1);
    if (last !== undefined && last.column + last.columns === column)
      rects[rects.length - 1] = { ...last, columns: last.columns + 1 };
    else rects.push({ row, column, rows, columns: 1 });
  }
  return rects.map((rect) => rectAddress(rect));
}

function rolesOf(block: PlainBlock): AuditBlock["roles"] {
  const { rows, indicatorColumns } = block;
  const first = rows[0] ?? block.firstRow;
  const height = (rows.at(-1) ?? first) - first + 1;
  const columns: readonly (readonly [Role, number | null])[] = [
    ["person", block.personColumn],
    ["id", block.idColumn],
    ["group", block.groupColumn],
    ["total", block.totalColumn],
    ["rank", block.rankColumn],
    ["evidence", block.commentColumn],
  ];
  const found: Partial<Record<Role, readonly string[]>> = {
    criterion: rowRanges(block.headerRow, 1, indicatorColumns),
    weight: rowRanges(block.weightRow ?? block.headerRow, 1, indicatorColumns),
    actual: rowRanges(first, height, indicatorColumns),
  };
  for (const [role, column] of columns) if (column !== null) found[role] = [columnRange(rows, column)];
  return found;
}

function weightsOf({ plans }: Assessment): AuditBlock["weights"] {
  const [plan] = plans;
  if (plan === undefined) return { family: "none", sum: null, expected: null };
  // Where a sum means nothing, core expects the sum itself; a good percent sheet has 100 for both.
  const family = plan.expected === 100 ? "percent" : "importance";
  return { family, sum: plan.weightSum, expected: plan.expected };
}

function blockOf(assessment: Assessment, sheet: SnapshotSheet): AuditBlock {
  const located = assessment.kind === "recognised" ? findBlock(sheet) : null;
  const warned = assessment.findings.some(({ severity }) => severity !== "note");
  return {
    sheet: assessment.sheet,
    range: sheet.used === null ? "" : rectAddress(sheet.used),
    layout: assessment.kind === "refused" ? "other" : "matrix",
    roles: located?.ok === true ? rolesOf(located.block) : {},
    weights: weightsOf(assessment),
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

/** Every visible sheet as if it were the open one; the sheets of one generated scorecard count once. */
export function auditSnapshot(snapshot: Snapshot): AuditBlock[] {
  const seen = new Set<number>();
  return snapshot.sheets.flatMap((sheet) => {
    if (!sheet.visible) return [];
    const assessment = assess(
      { ...snapshot, activeSheet: sheet.name },
      { headers: sheetHeaders(), listWords: listWords() },
    );
    if (assessment.kind === "empty") return [];
    if (assessment.instance !== null) {
      if (seen.has(assessment.instance)) return [];
      seen.add(assessment.instance);
    }
    // A generated scorecard is found from any sheet; it stands where its people are entered.
    const home = assessment.results[0]?.cell.sheet ?? assessment.sheet;
    const place = snapshot.sheets.find(({ name }) => name === home) ?? sheet;
    return [blockOf({ ...assessment, sheet: place.name }, place)];
  });
}

/** `file` is only named in the answer. A file that cannot be opened is an answer too. */
export async function auditFile(file: string, bytes: Uint8Array): Promise<AuditResult> {
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
