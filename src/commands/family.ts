/** Sheets of one shape, one form a person or one month a sheet, scored together. Read only. */
import { judgeFamily } from "../core/family/judgeFamily";
import type { Family } from "../core/family/model";
import { optionsOn } from "../core/family/optionsOn";
import { readSheets } from "../excel/readSheets";
import { planFamily } from "../core/results/planFamily";
import { runBatch, failed, done, type Done } from "../excel/runBatch";
import { translate } from "../i18n";
import { alikeIn, openSheetOf } from "./alike";
import { logWords } from "./logWords";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { readSheet, unreadable, type Reading } from "./readSheet";
import { optionsFor, TABLE_ROW, writeResultsSheet } from "./resultsSheet";
import type { Session } from "./session";
import type { FamilyResult, Outcome, RunOptions, WriteResultsRequest, WrittenResults } from "./types";

export interface FamilyReading {
  readonly family: Family;
  readonly reading: Reading;
}

/** Reads the open sheet, then those like it: three round trips, and one for every further 4 MB. */
export async function readFamily(session: Session, options: RunOptions): Promise<Done<FamilyReading>> {
  const read = await runBatch(async (context) => {
    const reading = await readSheet(context, session, options, 2, { heads: "read" });
    const alike = new Set(alikeIn(reading));
    return {
      reading,
      others: await readSheets(
        context,
        reading.others.filter(({ plan }) => alike.has(plan.name)),
      ),
    };
  }, false);
  if (!read.ok) return read;
  const { reading, others } = read.value;
  if (options.signal?.aborted === true) return failed(problemNamed("cancelled"));
  const problem = unreadable(reading.assessment);
  if (problem !== null) return failed(problem);
  const sheet = openSheetOf(reading);
  const snapshot = { ...reading.snapshot, sheets: [...reading.snapshot.sheets, ...others] };
  const sheets = sheet === undefined ? [] : [sheet, ...others];
  const on = optionsOn(snapshot, logWords(session.language));
  const family = judgeFamily(
    // In the order of the workbook, after the open one, which says what they should look like.
    sheets.map((one) => ({ sheet: one, said: on(one.name) })),
    { ranks: session.language === "zh-CN" ? "dense" : "competition", language: session.language },
  );
  return family === null ? failed(problemNamed("family.none")) : done({ family, reading });
}

/** What the pane shows of a family. */
export function familyResult({ kind, members, people, notes, differences, leftOut }: Family): FamilyResult {
  return {
    kind,
    sheets: members.map(({ sheet, block, alarms, hidden }) => ({
      name: sheet.name,
      location: { sheet: sheet.name, rect: block.reading.rect },
      people: block.results.length,
      ...alarms,
      hidden,
    })),
    people: people.map(({ parts, ...person }) => ({
      ...person,
      sheets: parts.map(({ member }) => members[member]?.sheet.name ?? ""),
    })),
    notes,
    differences,
    leftOut,
  };
}

export async function scoreTogether(session: Session, options: RunOptions = {}): Promise<Outcome<FamilyResult>> {
  const read = await readFamily(session, options);
  if (!read.ok) return stopped(read.problem);
  const { family } = read.value;
  const ranked = family.people.filter(({ rank }) => rank !== null).length;
  const count = family.people.length;
  return succeeded(familyResult(family), [
    { key: "commands.family.did", params: { sheets: family.members.length } },
    { key: "commands.rank.did", params: { ranked, people: count, waiting: count - ranked } },
  ]);
}

/** The same ranking on a new sheet. */
export async function writeTogether(
  session: Session,
  form: WriteResultsRequest["form"],
  options: RunOptions = {},
): Promise<Outcome<WrittenResults>> {
  const read = await readFamily(session, options);
  if (!read.ok) return stopped(read.problem);
  const { family, reading } = read.value;
  if (family.people.every(({ total }) => total === null)) return stopped(problemNamed("write.nothing"));
  const results = {
    title: translate(session.language, "commands.write.titleTogether", { count: family.members.length }),
    home: reading.snapshot.activeSheet,
    taken: reading.sheetNames,
    planned: (how: WriteResultsRequest["form"]) => planFamily(family, { row: TABLE_ROW }, optionsFor(session, how)),
  };
  return writeResultsSheet(session, results, form, options);
}
