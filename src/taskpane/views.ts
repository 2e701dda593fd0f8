/** What the pane can show: one panel at a time, with what it was opened for. */
import type {
  Explanation,
  FamilyResult,
  LinkDraft,
  MoreItemsDraft,
  NextPeriodDraft,
  PeopleDraft,
  RankingResult,
  RankRanges,
  RemovalDraft,
  ReportDraft,
} from "../commands/types";

export type View = { readonly name: "home" | "findings" | "addPlan" | "new" | "desk" | "language" };
export type FormName = "new" | "addPlan";
export type Shown =
  | View
  | { readonly name: "results"; readonly result: RankingResult }
  | { readonly name: "together"; readonly together: FamilyResult }
  | { readonly name: "ranges"; readonly ranges: RankRanges }
  | { readonly name: "explained"; readonly explanation: Explanation }
  | { readonly name: "removal"; readonly draft: RemovalDraft }
  | { readonly name: "report"; readonly draft: ReportDraft }
  | { readonly name: "link"; readonly draft: LinkDraft }
  | { readonly name: "nextPeriod"; readonly draft: NextPeriodDraft }
  | { readonly name: "people"; readonly draft: PeopleDraft }
  | { readonly name: "more"; readonly draft: MoreItemsDraft };
/** Key of each heading. */
export const TITLES = {
  home: "pane.product",
  findings: "pane.findings.title",
  addPlan: "pane.addPlan.title",
  new: "pane.new.title",
  results: "pane.results.title",
  together: "pane.together.title",
  ranges: "pane.ranges.title",
  explained: "pane.explained.title",
  report: "pane.report.title",
  link: "pane.link.title",
  nextPeriod: "pane.nextPeriod.title",
  removal: "pane.remove.title",
  desk: "pane.desk.title",
  language: "pane.workbookLanguage.title",
  people: "pane.people.title",
  more: "pane.more.title",
} as const;

/** Which form is open; null for none. */
export const formOf = ({ name }: Shown): FormName | null => (name === "new" || name === "addPlan" ? name : null);
