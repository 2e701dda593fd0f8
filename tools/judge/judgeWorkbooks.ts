/**
 * The judgement itself: a workbook with our values is written without them, LibreOffice calculates, and both are compared,
 * cell by cell, the conditional formats included. Nothing is judged by the program that made it.
 */
import { readXlsx } from "../../host/file/readXlsx";
import { writeXlsx } from "../../host/file/writeXlsx";
import type { WorkbookData } from "../../host/model/types";
import type { Language } from "../../src/i18n/everything";
import { compareFormulas, describeDifference } from "./compareValues";
import { compareWithCore } from "./compareWithCore";
import { compareWithReading, readMethod } from "./compareWithReading";
import { recalculate } from "./libreOffice";
import { addRuleCells } from "./ruleCells";
import type { RuleCell } from "./ruleCells";

export interface JudgeCase {
  readonly name: string;
  readonly language: Language;
  readonly data: WorkbookData;
  /** The state must show flags: a judgement in which none appears is a fault. */
  readonly mustFlag: boolean;
  /** Our own engine is left out: what LibreOffice calculates is compared with core alone, and no rules are looked at. */
  readonly calculatedBy?: "LibreOffice";
}
export interface Judgement {
  readonly name: string;
  readonly formulas: number;
  /** Cells that rules look at, and how many of them are flagged. */
  readonly ruleCells: number;
  readonly flagged: number;
  /** Cells of Results that were compared with core's own scoring. */
  readonly coreValues: number;
  readonly faults: readonly string[];
}
/** Calculates a workbook in place with our own engine: every formula cell gets its value. */
export type Calculate = (data: WorkbookData) => Promise<WorkbookData>;

interface Prepared {
  readonly name: string;
  readonly ours: WorkbookData;
  readonly ruleCells: readonly { readonly sheet: string; readonly cell: RuleCell }[];
  readonly bytes: Uint8Array;
}

async function prepare(judged: JudgeCase, calculate: Calculate): Promise<Prepared> {
  const copy = structuredClone(judged.data);
  if (judged.calculatedBy !== undefined) return { ...(await written(copy)), name: judged.name, ruleCells: [] };
  const ruleCells = copy.sheets.flatMap((sheet) => addRuleCells(sheet).map((cell) => ({ sheet: sheet.name, cell })));
  return { ...(await written(await calculate(copy))), name: judged.name, ruleCells };
}

/** As a file without the values of its formulas. */
async function written(ours: WorkbookData): Promise<Pick<Prepared, "ours" | "bytes">> {
  const empty = structuredClone(ours);
  for (const sheet of empty.sheets)
    for (const cell of sheet.cells.values()) if (cell.formula !== undefined) cell.value = null;
  const { bytes } = await writeXlsx(empty);
  return { ours, bytes };
}

/** Our workbook with what LibreOffice calculated in its formulas, compared with core. */
export function judgeTheirs(
  { data, language }: JudgeCase,
  theirs: WorkbookData,
): Pick<Judgement, "formulas" | "coreValues" | "faults"> {
  let formulas = 0;
  const faults: string[] = [];
  for (const sheet of data.sheets) {
    const other = theirs.sheets.find(({ name }) => name === sheet.name);
    for (const [key, cell] of sheet.cells) {
      if (cell.formula === undefined) continue;
      formulas += 1;
      cell.value = other?.cells.get(key)?.value ?? null;
      if (typeof cell.value === "object" && cell.value !== null)
        faults.push(
          describeDifference({ sheet: sheet.name, key, formula: cell.formula, ours: null, theirs: cell.value }),
        );
    }
  }
  const method = readMethod(data);
  const core = method === null ? compareWithCore(data, language) : compareWithReading(data, method);
  return { formulas, coreValues: core.compared, faults: [...faults, ...core.faults] };
}

/** Our own values must also be those that the workbook was handed over with: a stale value in a file is a wrong one. */
function staleValues(handed: WorkbookData, ours: WorkbookData): string[] {
  return compareFormulas(handed, ours).differences.map(
    (difference) => `stale value: ${describeDifference(difference)}`,
  );
}

async function judgeOne(judged: JudgeCase, prepared: Prepared, bytes: Uint8Array | null): Promise<Judgement> {
  const base = { name: prepared.name, formulas: 0, ruleCells: prepared.ruleCells.length, flagged: 0, coreValues: 0 };
  if (bytes === null) return { ...base, faults: ["LibreOffice could not open the file"] };
  const read = await readXlsx(bytes);
  if (!read.ok) return { ...base, faults: [`LibreOffice's file cannot be read: ${read.problem.key}`] };
  if (judged.calculatedBy !== undefined) return { ...base, ...judgeTheirs(judged, read.data) };
  const { formulas, differences } = compareFormulas(prepared.ours, read.data);
  const helpers = new Map(prepared.ruleCells.map(({ sheet, cell }) => [`${sheet}|${String(cell.key)}`, cell]));
  const flagged = prepared.ruleCells.filter(({ sheet, cell }) => {
    const value = prepared.ours.sheets.find(({ name }) => name === sheet)?.cells.get(cell.key)?.value;
    return value === 1;
  }).length;
  const faults = differences.map((difference) => {
    const helper = helpers.get(`${difference.sheet}|${String(difference.key)}`);
    const rule = helper === undefined ? "" : `rule ${String(helper.rule + 1)} on ${helper.address}: `;
    return rule + describeDifference(difference);
  });
  const method = readMethod(judged.data);
  const core =
    method === null ? compareWithCore(judged.data, judged.language) : compareWithReading(judged.data, method);
  if (core.compared === 0 && (method === null || judged.mustFlag)) core.faults.push("core: nothing was compared");
  const unflagged = judged.mustFlag && flagged === 0 ? ["nothing is flagged"] : [];
  return {
    ...base,
    formulas: formulas - prepared.ruleCells.length,
    flagged,
    coreValues: core.compared,
    faults: [...staleValues(judged.data, prepared.ours), ...faults, ...core.faults, ...unflagged],
  };
}

/** Workbooks for one LibreOffice process: few enough that it is done in minutes on a slow machine. */
const BATCH = 60;

interface Waiting {
  readonly judged: JudgeCase;
  readonly prepared: Prepared;
}

async function judgeBatch(batch: readonly Waiting[], onJudged: (judgement: Judgement) => void): Promise<void> {
  const results = await recalculate(batch.map(({ prepared: { bytes } }, i) => ({ name: `w${String(i)}`, bytes })));
  for (const [i, { judged, prepared }] of batch.entries())
    onJudged(await judgeOne(judged, prepared, results.get(`w${String(i)}`) ?? null));
}

/**
 * Judges workbooks in batches, one LibreOffice process each; while it is at one, the next is made. `onJudged` is told each
 * workbook's outcome in order.
 */
export async function judgeWorkbooks(
  cases: AsyncIterable<JudgeCase>,
  calculate: Calculate,
  onJudged: (judgement: Judgement) => void,
): Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  let batch: Waiting[] = [];
  const handOver = async (): Promise<void> => {
    await underWay;
    underWay = judgeBatch(batch, onJudged);
    // What goes wrong is met where it is awaited, after the next batch has been made.
    underWay.catch(() => undefined);
    batch = [];
  };
  for await (const judged of cases) {
    batch.push({ judged, prepared: await prepare(judged, calculate) });
    if (batch.length === BATCH) await handOver();
  }
  await handOver();
  await underWay;
}
