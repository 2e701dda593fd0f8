/** Reads the open sheet and judges it: two round trips, the same for every command. Tells how far it is. */
import { logSheetName } from "../core/acceptance/log";
import { assess, sheetsToRead, type AssessOptions, type Assessment } from "../core/assess";
import type { MethodDefinition } from "../core/blueprint/methodWorkbook";
import type { RoleAnswer } from "../core/recognise/answers";
import { parseMetadata } from "../core/schema/metadata";
import { parseUnfinished, type Receipt } from "../core/schema/unfinished";
import type { Snapshot } from "../core/recognise/snapshot";
import type { SheetRules } from "../excel/marks";
import { loadActiveRules } from "../excel/marks";
import { readSnapshot, type SheetToRead } from "../excel/readSnapshot";
import type { Problem } from "../core/model/problem";
import { logWords } from "./logWords";
import { loadMethod } from "./methodParts";
import { problemNamed } from "./outcomes";
import type { Session } from "./session";
import { listWords, sheetHeaders } from "./sheetWords";
import type { RunOptions } from "./types";

export interface Reading {
  readonly snapshot: Snapshot;
  readonly assessment: Assessment;
  /** The methods by which parts of the workbook were made. */
  readonly methods: readonly MethodDefinition[];
  /** Conditional formats of the open sheet. */
  readonly rules: SheetRules;
  /** All sheets of the workbook, also those that were not read. */
  readonly sheetNames: readonly string[];
  /** The other sheets with how far they reach, where they are to be read next. */
  readonly others: readonly SheetToRead[];
  /** Excel's id of the open sheet. */
  readonly sheetId: string;
  /** The judgement with other answers about the open sheet. */
  readonly assessAgain: (answers: readonly RoleAnswer[]) => Assessment;
  /** What a run that stopped half-way was making, if there is one. */
  readonly unfinished: Receipt | null;
}

/** Reading, judging, marking. */
const STEPS = ["commands.reading", "commands.judging", "commands.marking"] as const;

/**
 * Tells that a step begins, and lets the pane paint it and hear a press of Cancel before work blocks it again.
 * @param of steps that the command takes: 2 without marks, 3 with
 */
export async function beginStep(step: 0 | 1 | 2, of: 2 | 3, { onProgress }: RunOptions): Promise<void> {
  if (onProgress === undefined) return;
  onProgress({ done: step, of, label: { key: STEPS[step] } });
  await new Promise((resolve) => setTimeout(resolve, 0));
}

/** The methods by which parts of this workbook were made. */
async function methodsIn({ metadata }: Snapshot): Promise<readonly MethodDefinition[]> {
  const parsed = metadata === null ? null : parseMetadata(metadata);
  if (parsed?.ok !== true) return [];
  const ids = new Set(parsed.metadata.instances.map(({ template }) => template));
  const loaded = await Promise.all([...ids].map(loadMethod));
  return loaded.filter((method) => method !== null);
}

/**
 * @param of steps of the whole command, of which reading and judging are the first two
 * @param also which sheets to read beside the open one, given the tables of the workbook; heads of the others
 */
export async function readSheet(
  context: Excel.RequestContext,
  session: Session,
  options: RunOptions = {},
  of: 2 | 3 = 2,
  { alsoRead = sheetsToRead, heads }: { alsoRead?: typeof sheetsToRead; heads?: "look" | "read" } = {},
): Promise<Reading> {
  await beginStep(0, of, options);
  const rules = loadActiveRules(context);
  const { lastRead } = session;
  const log = logWords(session.language);
  const edits = options.change?.edits ?? null;
  const known = edits === null || lastRead === null ? {} : { known: { ...lastRead, edits } };
  const { snapshot, sheetNames, activeId, unfinished, others } = await readSnapshot(context, {
    alsoRead: ({ tables, names, sheets }) =>
      [...alsoRead(tables), logSheetName(names, sheets, log)].filter((name) => name !== null),
    ...known,
    ...(heads === undefined ? {} : { heads }),
  });
  // Other sheets may change without the open one saying so; the log changes by our own commands, which forget what was read.
  const logSheet = logSheetName(snapshot.names, sheetNames, log);
  const isAlone = snapshot.sheets.every(({ name }) => name === snapshot.activeSheet || name === logSheet);
  session.lastRead = isAlone && snapshot.activeSheet !== logSheet ? { sheetId: activeId, snapshot } : null;
  await beginStep(1, of, options);
  const methods = await methodsIn(snapshot);
  const settings: AssessOptions = {
    ranks: session.language === "zh-CN" ? "dense" : "competition",
    language: session.language,
    headers: sheetHeaders(),
    listWords: listWords(),
    methods,
    log,
  };
  return {
    snapshot,
    assessment: assess(snapshot, settings),
    methods,
    rules: { sheet: snapshot.activeSheet, rules },
    sheetNames,
    others,
    sheetId: activeId,
    assessAgain: (answers) => assess(snapshot, { ...settings, answers }),
    unfinished: unfinished === null ? null : parseUnfinished(unfinished),
  };
}

/** Why a sheet cannot be worked with; null when it can. */
export function unreadable(assessment: Assessment): Problem | null {
  if (assessment.kind === "empty") return problemNamed("empty");
  if (assessment.kind !== "refused") return null;
  const [reason] = assessment.reasons;
  return reason === undefined
    ? problemNamed("refused", { sheet: assessment.sheet })
    : { what: reason, next: { key: "commands.refused.next" } };
}
