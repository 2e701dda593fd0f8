/** Reads the open sheet and judges it: two round trips, the same for every command. */
import { assess, sheetsToRead, type Assessment } from "../core/assess";
import type { Snapshot } from "../core/recognise/snapshot";
import type { SheetRules } from "../excel/marks";
import { loadActiveRules } from "../excel/marks";
import { readSnapshot } from "../excel/readSnapshot";
import type { Problem } from "../core/model/problem";
import { problemNamed } from "./outcomes";
import type { Session } from "./session";
import { listWords, sheetHeaders } from "./sheetWords";

export interface Reading {
  readonly snapshot: Snapshot;
  readonly assessment: Assessment;
  /** Conditional formats of the open sheet. */
  readonly rules: SheetRules;
  /** All sheets of the workbook, also those that were not read. */
  readonly sheetNames: readonly string[];
}

export async function readSheet(context: Excel.RequestContext, session: Session): Promise<Reading> {
  const rules = loadActiveRules(context);
  const { snapshot, sheetNames } = await readSnapshot(context, { alsoRead: sheetsToRead });
  const assessment = assess(snapshot, {
    ranks: session.language === "zh-CN" ? "dense" : "competition",
    language: session.language,
    headers: sheetHeaders(),
    listWords: listWords(),
  });
  return { snapshot, assessment, rules: { sheet: snapshot.activeSheet, rules }, sheetNames };
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
