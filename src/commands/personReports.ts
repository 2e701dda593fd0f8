/** The report for one person, or for everybody: sheets of values that can leave the workbook. */
import "../i18n/reportTexts";
import { tablesOf } from "../core/nextPeriod/closedResults";
import { methodBook } from "../core/recognise/methodBook";
import { isBlank } from "../core/recognise/grid";
import { MOST_REPORTS, reportSheets, type PersonReport } from "../core/report/personReport";
import { scorecardReport } from "../core/report/scorecardReport";
import { runBatch } from "../excel/runBatch";
import { removeBlueprint } from "../excel/removeBlueprint";
import { writeBlueprint } from "../excel/writeBlueprint";
import { instanceOnSheet, type OpenInstance } from "./instanceOnSheet";
import { loadMethod } from "./methodParts";
import { everyTable } from "./openPeople";
import { templateBehind } from "./ownTemplates";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { readSheet, type Reading } from "./readSheet";
import type { Session } from "./session";
import { sheetText } from "./sheetWords";
import type { Outcome, ReportDraft, RunOptions } from "./types";
import { writeOptions } from "./writeOptions";

interface Reporter {
  readonly title: string;
  readonly isConfidential: boolean;
  readonly people: ReportDraft["people"];
  readonly reportOf: (id: string) => PersonReport | null;
}

/** Null where the open sheet belongs to nothing that has reports. */
async function reporterFor(reading: Reading, open: OpenInstance, session: Session): Promise<Reporter | null> {
  const { snapshot } = reading;
  const tables = tablesOf(snapshot, open.stored);
  const text = sheetText(open.language);
  const list = tables.get("People");
  const people =
    list?.rows.flatMap((row) => {
      const [id, name] = [list.text(row, "id"), list.text(row, "name")];
      return isBlank(id) || isBlank(name) ? [] : [{ id, name }];
    }) ?? [];
  const method = await loadMethod(open.stored.template);
  const template = method === null ? await templateBehind(open.stored) : null;
  if (template !== null)
    return {
      title: template.name[session.language],
      isConfidential: false,
      people,
      reportOf: (id) => scorecardReport({ snapshot, instance: open.stored, tables, text }, id),
    };
  const report = method?.personReport;
  if (method === null || report === undefined) return null;
  const book = methodBook(snapshot, open.stored.instance, tables, open.stored.ranks);
  return {
    title: method.name[session.language],
    isConfidential: true,
    people,
    reportOf: (id) => report(book, id, text),
  };
}

async function read(session: Session, options: RunOptions) {
  const reading = await runBatch((context) => readSheet(context, session, options, 2, { alsoRead: everyTable }), false);
  if (!reading.ok) return stopped(reading.problem);
  const open = instanceOnSheet(reading.value);
  const reporter = open === null ? null : await reporterFor(reading.value, open, session);
  if (open === null || reporter === null) return stopped(problemNamed("report.none"));
  if (reporter.people.length === 0) return stopped(problemNamed("report.nobody"));
  return { ok: true as const, reading: reading.value, open, reporter };
}

export async function personReportDraft(session: Session, options: RunOptions = {}): Promise<Outcome<ReportDraft>> {
  const found = await read(session, options);
  if (!found.ok) return found;
  const { title, people, isConfidential } = found.reporter;
  return succeeded({ title, people, isConfidential, most: MOST_REPORTS });
}

/** @param ids of the people whose reports are made, in this order */
export async function writePersonReports(
  session: Session,
  ids: readonly string[],
  options: RunOptions = {},
): Promise<Outcome<{ readonly sheets: readonly string[] }>> {
  const found = await read(session, {});
  if (!found.ok) return found;
  const { reading, open, reporter } = found;
  if (ids.length > MOST_REPORTS)
    return stopped(problemNamed("report.tooMany", { count: ids.length, most: MOST_REPORTS }));
  const reports = ids.map(reporter.reportOf).filter((report) => report !== null);
  if (reports.length === 0) return stopped(problemNamed("report.nobody"));
  const { blueprint, sheets } = reportSheets(reports, sheetText(open.language), reading.sheetNames);
  const written = await writeBlueprint(blueprint, writeOptions(options));
  if (!written.ok) return stopped(written.problem);
  const undo = session.rememberUndo({ key: "commands.report.undo" }, () => removeBlueprint(written.value));
  const params = { count: sheets.length, sheet: sheets[0] ?? "" };
  const did = [
    { key: "commands.report.did", params },
    ...(reporter.isConfidential ? [{ key: "commands.report.apart" }] : []),
  ];
  return succeeded({ sheets }, did, undo);
}
