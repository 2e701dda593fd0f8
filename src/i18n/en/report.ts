import type { Dictionary, Params } from "../dictionary";

const people = (count: number | string | undefined): string =>
  `${String(count ?? 0)} ${Number(count) === 1 ? "report" : "reports"}`;

/** Words of the report for one person, and of the command that makes it. */
export const report = {
  "sheet.name.reportOf": "Report {name}",
  "sheet.report.values": "Values of {asOf}. This sheet does not follow the workbook any more.",
  "sheet.report.reading": "How to read this",
  "commands.report.none": "There are no reports for one person on this sheet.",
  "commands.report.none.next": "Open a sheet of a KPI scorecard or a 360-degree review made by Evenhand.",
  "commands.report.nobody": "There is nobody to report on yet.",
  "commands.report.nobody.next": "Type people and results first.",
  "commands.report.tooMany": "{count} reports are more than fit into one workbook at once ({most}).",
  "commands.report.tooMany.next": "Choose one person, or make the reports for each department.",
  "commands.report.undo": "Remove the reports",
  "commands.report.did": ({ count, sheet }: Params) =>
    `${people(count)} made as values. The first is “${sheet ?? ""}”.`,
  "commands.report.apart":
    "Move each report to a file of its own, or print it, before you hand it out: this workbook holds the raw answers.",
} satisfies Dictionary;
