/** What Evenhand understood of the open sheet. */
import { answersIn, type Assessment } from "../core/assess";
import { itemCountsOf } from "../core/methods/counts";
import { isRegister, isTogether } from "../core/people/registers";
import { questionsOf } from "../core/recognise/questions";
import { dictionaryOf } from "../i18n";
import { marksAmong } from "../excel/marks";
import { runBatch } from "../excel/runBatch";
import { stopped, succeeded } from "./outcomes";
import { alikeIn } from "./alike";
import { instanceOnSheet } from "./instanceOnSheet";
import { readSheet, type Reading } from "./readSheet";
import type { Session } from "./session";
import type { Offer, Outcome, RunOptions, SheetOverview } from "./types";

/** By what the workbook was made with; nothing for sheets of the user. */
function offersOf(reading: Reading): readonly Offer[] {
  const { assessment, snapshot } = reading;
  const sheet = snapshot.sheets.find(({ name }) => name === assessment.sheet);
  // Where one row is enough a register grows by typing under it.
  const tables = sheet?.tables ?? [];
  const grows =
    tables.some(({ name }) => isTogether(name)) ||
    (sheet?.isProtected === true && tables.some(({ name }) => isRegister(name)));
  const rows = grows ? (["addRows"] as const) : [];
  if (assessment.kind === "generated") return [...rows, "nextPeriod", "report"];
  const open = instanceOnSheet(reading);
  const method = reading.methods.find(({ id }) => id === open?.stored.template);
  if (method === undefined) return [];
  return [
    ...rows,
    "nextPeriod",
    ...(method.personReport === undefined ? [] : (["report"] as const)),
    ...(method.id === "combined" ? (["link"] as const) : []),
    ...(itemCountsOf(method.id).length === 0 ? [] : (["moreItems"] as const)),
  ];
}

/** What a limit decides, in words; null for one that has none, of parts that no sheet has yet. */
const meaningOf = (key: string): string | null =>
  [`sheet.limit.${key}`, `checks.limit.${key}`].find((known) => known in dictionaryOf("en")) ?? null;

/** Limits of the rules that found something. */
function limitsOf({ findings, accepted, limitsOf: of }: Assessment): SheetOverview["limits"] {
  const rules = [...new Set([...findings, ...accepted].map(({ rule }) => rule))];
  const known = (rule: string): SheetOverview["limits"][string] =>
    of(rule).flatMap(({ key, value, cell }) => {
      const meaning = meaningOf(key);
      return meaning === null ? [] : [{ meaning: { key: meaning }, value, cell }];
    });
  return Object.fromEntries(rules.map((rule) => [rule, known(rule)]));
}

export async function overview(session: Session, options: RunOptions = {}): Promise<Outcome<SheetOverview>> {
  const read = await runBatch((context) => readSheet(context, session, options, 2, { heads: "look" }), false);
  return read.ok ? succeeded(overviewOf(read.value, session)) : stopped(read.problem);
}

/** What the pane shows of a reading. */
export function overviewOf(reading: Reading, { watched, stoppedRun }: Session): SheetOverview {
  const { assessment, rules, snapshot, sheetId, sheetNames, unfinished } = reading;
  const sheet = snapshot.sheets.find(({ name }) => name === assessment.sheet);
  const answers = sheet === undefined ? [] : answersIn(snapshot);
  return {
    kind: assessment.kind,
    sheet: assessment.sheet,
    title: assessment.title,
    people: assessment.people,
    indicators: assessment.indicators,
    plans: assessment.plans,
    filled: assessment.filled,
    toFill: assessment.toFill,
    stage: assessment.stage,
    hasSample: assessment.hasSample,
    hasRanks: assessment.kind !== "method" || assessment.results.length > 0,
    offers: offersOf(reading),
    items: itemCountsOf(instanceOnSheet(reading)?.stored.template ?? "")[0]?.key ?? null,
    hasMarks: marksAmong(rules).length > 0,
    watched: watched === sheetId,
    findings: assessment.findings,
    accepted: assessment.accepted,
    log: assessment.log === null ? null : { sheet: assessment.log.sheet, unreadable: assessment.log.unreadable },
    limits: limitsOf(assessment),
    questions: sheet === undefined ? [] : questionsOf(sheet, assessment.blocks, answers),
    alike: alikeIn(reading),
    blocks: assessment.options,
    answered: answers.length,
    reasons: assessment.reasons,
    unfinished:
      unfinished === null
        ? null
        : {
            sheets: unfinished.createdSheets.filter((name) => sheetNames.includes(name)),
            canFinish: stoppedRun !== null,
          },
  };
}
