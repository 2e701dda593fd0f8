/**
 * What the pane, the ribbon and the menu know of the commands. A command is one object; its texts are message keys.
 * The pane reaches the workbook through these functions only.
 */
import type { TemplateDesk } from "./deskTypes";
import type { FamilyKind, FamilyNote } from "../core/family/model";
import type { OwnDifference } from "../core/model/scorecard";
import type { ItemsNow } from "../core/remake/moreItems";
import type { AskedCount, ItemKey, Counts } from "../core/methods/counts";
import type { Suitability } from "../core/methods/list";
import type { Finding, Fix, Stage } from "../core/model/finding";
import type { SheetPicture } from "../core/blueprint/sheetPicture";
import type { EntryForm } from "../core/model/entryForms";
import type { Location } from "../core/model/location";
import type { Message } from "../core/model/message";
import type { Problem } from "../core/model/problem";
import type { BlockOption } from "../core/assessment";
import type { RoleAnswer } from "../core/recognise/answers";
import type { BlockChoice } from "../core/recognise/blockChoice";
import type { SheetChange } from "../core/recognise/edits";
import type { Question } from "../core/recognise/questions";
import type { TargetChoice } from "../core/nextPeriod/emptying";
import type { Fit } from "../core/templates/fitted";
import type { AlsoRemoved } from "../excel/removal";

export type { AlsoRemoved } from "../excel/removal";
export type { RoleAnswer } from "../core/recognise/answers";
export type { BlockChoice } from "../core/recognise/blockChoice";
export type { BlockOption } from "../core/assessment";
export type { SheetChange } from "../core/recognise/edits";
export type { Question } from "../core/recognise/questions";
export type { Problem } from "../core/model/problem";

export type Outcome<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** What was done, one sentence each. */ readonly did: readonly Message[];
      readonly undo?: UndoToken;
    }
  | { readonly ok: false; readonly problem: Problem };
/** Opaque; `commands.takeBack(token)` reverses the command. */
export interface UndoToken {
  readonly id: string;
  readonly label: Message;
}
export interface Progress {
  readonly done: number;
  readonly of: number;
  readonly label: Message;
}
export interface RunOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
  /** What a person edited since the sheet was read: only that is read again where it can be. */
  readonly change?: SheetChange;
}

/** Language of a workbook; "both": every text in English and in Chinese. */
export type SheetLanguage = "en" | "zh-CN" | "both";

export interface PersonEntry {
  readonly name: string;
  readonly id?: string;
  readonly department?: string;
}
/** What makes other sheets, more of them, or other texts on them; people do not: the sample stands for them. */
export type PictureRequest = Omit<NewScorecardRequest, "people" | "withSample">;
/** What will be made, sheet by sheet. */
export interface TemplatePictures {
  readonly sheets: readonly SheetPicture[];
  /** Name of the sheet that is shown first once it is made. */
  readonly start: string;
  /** "#RRGGBB", of the workbook's palette. */
  readonly colors: { readonly head: string; readonly input: string };
}
export interface NewScorecardRequest {
  readonly templateId: string;
  readonly people: readonly PersonEntry[];
  readonly language: SheetLanguage;
  readonly jobGroup: string;
  /** ISO dates "2026-01-01". */
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly withSample: boolean;
  /** Bonus and deduction items, also for a template that has none of its own. */
  readonly withItems?: boolean;
  /** How results are typed; a matrix unless said otherwise. Only for KPI scorecards. */
  readonly form?: EntryForm;
  /** Lines left out, other weights, ratings on another number of points; only for KPI scorecards. */
  readonly fit?: Fit;
  /** How many items of each kind, by the keys of the template's counts; as usual where nothing is said. */
  readonly counts?: Counts;
}
export interface TemplateSummary extends Suitability {
  readonly id: string;
  readonly name: string;
  /** A KPI scorecard from a template file, or a method with sheets of its own. */
  readonly kind: "scorecard" | "method";
  /** One's own, kept in this workbook. */
  readonly isOwn?: true;
  readonly audience: string;
  /** Trade or area of work. */
  readonly field: string;
  /** Job group that is proposed. */
  readonly jobGroup: string;
  /** Further words to find it by. */
  readonly words: readonly string[];
  /** The template has bonus and deduction items of its own. */
  readonly hasItems?: true;
  /** The number of points that its ratings go to, where it has any. */
  readonly ratingPoints?: number;
  /** What can be asked for in another number than usual; empty for KPI scorecards, whose plans grow by typing. */
  readonly counts: readonly AskedCount[];
  /** What is scored; empty for methods, whose lines are the user's. */
  readonly lines: readonly {
    readonly id: string;
    readonly name: string;
    readonly section: string;
    readonly weight: number;
  }[];
}

/** A limit that a rule went by. */
export interface LimitShown {
  readonly meaning: Message;
  readonly value: number;
  /** Where it can be changed; null: it stands in no cell. */
  readonly cell: Location | null;
}

/** What only workbooks of ours can do, and some of them. */
export type Offer = "nextPeriod" | "report" | "link" | "addRows" | "moreItems";
/** What Evenhand understood of the sheet that is open. */
export interface SheetOverview {
  readonly kind: "generated" | "method" | "recognised" | "refused" | "empty";
  readonly sheet: string;
  readonly title: string;
  readonly people: number;
  readonly indicators: number;
  readonly plans: readonly { readonly name: string; readonly weightSum: number; readonly expected: number }[];
  readonly filled: number;
  readonly toFill: number;
  readonly stage: Stage | null;
  readonly hasSample: boolean;
  readonly hasMarks: boolean;
  /** Its marks follow every edit. */
  readonly watched: boolean;
  /** Whether the sheet can say who comes first. */
  readonly hasRanks: boolean;
  /** What can be made of the workbook from here, beside what every sheet can do. */
  readonly offers: readonly Offer[];
  /** What its items are, where there can be more of them. */
  readonly items: ItemKey | null;
  readonly findings: readonly Finding[];
  /** Findings that somebody accepted with a reason. */
  readonly accepted: readonly Finding[];
  /** The sheet on which acceptances stand, and its rows that cannot be read any more; null: none yet. */
  readonly log: { readonly sheet: string; readonly unreadable: number } | null;
  /** Limits that the rules of the findings went by, by rule. */
  readonly limits: Readonly<Record<string, readonly LimitShown[]>>;
  /** What recognition is not sure of, or lacks. */
  readonly questions: readonly Question[];
  /** The other sheets that look like this one: all can be scored together. */
  readonly alike: readonly string[];
  /** Tables to choose from; empty where the sheet has not several that can be scored. */
  readonly blocks: readonly BlockOption[];
  /** Answers that are remembered about this sheet. */
  readonly answered: number;
  /** Why not, for "refused"; what was assumed, for "recognised". */
  readonly reasons: readonly Message[];
  /**
   * A run stopped half-way: the sheets it was making that stand, and whether this pane still knows what it was to make.
   * Null as a rule.
   */
  readonly unfinished: { readonly sheets: readonly string[]; readonly canFinish: boolean } | null;
}
export interface RankedPerson {
  readonly name: string;
  readonly cell: Location;
  readonly total: number | null;
  readonly soFar: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly coverage: number;
  readonly rank: number | null;
  readonly band: string | null;
}
export interface RankingResult {
  readonly sheet: string;
  readonly people: readonly RankedPerson[];
  readonly findings: readonly Finding[];
  /** A sheet of the user that shows totals or ranks itself. */
  readonly hasOwnResults: boolean;
}
export interface CheckResult {
  readonly sheet: string;
  readonly findings: readonly Finding[];
  readonly marked: number;
  /** Findings that have no cell to mark. */
  readonly paneOnly: number;
}

/** What came of one edit while the sheet is watched. */
export interface WatchStep {
  readonly overview: SheetOverview;
  /** Still watching; null: it stopped by itself, and this is why. */
  readonly stopped: Problem | null;
}

/** What Evenhand has left in a workbook. */
export interface RemovalDraft {
  readonly marks: number;
  /** Whether anything is remembered: answers, or how its scorecards were made. */
  readonly hasMemory: boolean;
  /** Scorecards and method workbooks that stay. */
  readonly scorecards: number;
  readonly log: { readonly sheet: string; readonly rows: number } | null;
  /** Templates of one's own that are kept in the workbook. */
  readonly templates: number;
}
/** Why findings are let stand, and who says so. */
export interface AcceptRequest {
  readonly reason: string;
  readonly initials: string;
}

/** How firm one person's place is when the weights are a little different. */
export interface RankFirmness {
  readonly name: string;
  readonly cell: Location;
  readonly total: number | null;
  readonly rank: number | null;
  /** The places that the person takes in nine of ten draws, 1 = first among those compared. */
  readonly best: number;
  readonly worst: number;
  /** Share of the draws in which the person came first, 0–1. */
  readonly first: number;
  /** Share of the draws in which the total reached the top band, 0–1; null where there are no bands. */
  readonly top: number | null;
  /**
   * The next person: share of the draws in which this one was ahead, points of 100 of weight that would have to move for the two to be equal (null: no weights can), and
   * what to call it; null for the last one.
   */
  readonly next: {
    readonly name: string;
    readonly ahead: number;
    readonly points: number | null;
    readonly closeness: "tie" | "fragile" | "firm";
  } | null;
}
export interface RankRanges {
  readonly sheet: string;
  readonly draws: number;
  /** Each weight's standard deviation in the draws as a share of itself. */
  readonly spread: number;
  /** Plans with at least two people to compare. */
  readonly plans: readonly {
    readonly name: string;
    /** Best first. */
    readonly people: readonly RankFirmness[];
    /** People with a rank who cannot be compared: not every indicator counts for them. */
    readonly leftOut: number;
  }[];
}

/** Sheets of one shape scored together. */
export interface FamilyResult {
  /** "people": everybody stands on one sheet; "periods": the same people on several, and the mean of their totals counts. */
  readonly kind: FamilyKind;
  readonly sheets: readonly {
    readonly name: string;
    readonly location: Location;
    readonly people: number;
    readonly errors: number;
    readonly warnings: number;
    /** Rows and columns that are hidden there and count all the same. */
    readonly hidden: readonly Message[];
  }[];
  readonly people: readonly (RankedPerson & { readonly sheets: readonly string[] })[];
  /** What differs between the sheets. */
  readonly notes: readonly FamilyNote[];
  /** Totals and ranks of the sheets that are others than computed. */
  readonly differences: readonly OwnDifference[];
  readonly leftOut: readonly { readonly sheet: string; readonly reason: Message }[];
}

/** Where totals and ranks of a sheet of the user go, and as what. */
export interface WriteResultsRequest {
  readonly place: "beside" | "sheet";
  readonly form: "formulas" | "values";
}
export interface WrittenResults {
  /** The sheet that they stand on. */
  readonly sheet: string;
  readonly people: number;
  /** Formulas that follow the data; false: values as of now. */
  readonly live: boolean;
}

/** The open sheet in plain words, a sentence a line. */
export interface Explanation {
  readonly sheet: string;
  readonly kind: SheetOverview["kind"];
  readonly lines: readonly Message[];
}

/** What closing the period would do, and the dates that follow; days as ISO dates. */
export interface NextPeriodDraft {
  readonly title: string;
  readonly closedFrom: string;
  readonly closedTo: string;
  readonly from: string;
  readonly to: string;
  readonly people: number;
  /** People who have no total at the moment, and go to History without one. */
  readonly withoutTotal: number;
  /** What can become of the targets; empty where there are none. */
  readonly targets: readonly TargetChoice["kind"][];
  /** Sheets on which something is emptied; not said for a KPI scorecard, where it is always the same. */
  readonly sheets: readonly string[];
}
export interface NextPeriodRequest {
  /** ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly targets: TargetChoice;
}

/** Items of a method workbook, kind by kind, before more of them are made. */
export interface MoreItemsDraft {
  /** What the workbook is called. */
  readonly title: string;
  readonly items: readonly ItemsNow[];
  readonly people: number;
}

/** Which scores of the workbook the sections of a combined appraisal can take. */
export interface LinkDraft {
  /** `source`: id of what it takes its value from now, or of what goes by its name; null for none. */
  readonly sections: readonly { readonly id: string; readonly name: string; readonly source: string | null }[];
  readonly sources: readonly {
    /** Stands as the source on the sheet. */
    readonly id: string;
    /** A score of their own, lines of goals rolled up by person, or the mean of somebody's team. */
    readonly kind: "score" | "rollUp" | "team";
    readonly name: string;
    readonly sheet: string;
  }[];
}
/** Whose report can be made. */
export interface ReportDraft {
  readonly title: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** The workbook holds answers that nobody but HR may see. */
  readonly isConfidential: boolean;
  /** Most reports of one run. */
  readonly most: number;
}
/** A language for the scorecards of the open sheet, or for all of the workbook. */
export interface LanguageRequest {
  readonly to: SheetLanguage;
  readonly scope: "sheet" | "workbook";
}
export interface ChangedLanguage {
  /** Cells written. */
  readonly cells: number;
  /** Sheets renamed. */
  readonly sheets: number;
  /** Places with texts of the person's own in place of ours. */
  readonly kept: readonly { readonly sheet: string; readonly row: number; readonly column: number }[];
}
/** How tables of people are sorted. */
export type SortKey = "name" | "id" | "department" | "total";
/** The people of the open workbook, and what can be done with them. */
export interface PeopleDraft {
  readonly title: string;
  /** One entry a plan; empty where there are none. */
  readonly plans: readonly { readonly key: string; readonly jobGroup: string }[];
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly department: string;
    readonly hasLeft: boolean;
    /** Cells elsewhere that hold something of this person; 0: entered, and nothing more. */
    readonly traces: number;
  }[];
  /** People of the list who have no rows yet; `plan` is null where their job group has none. */
  readonly waiting: readonly { readonly name: string; readonly jobGroup: string; readonly plan: string | null }[];
  /** Places that stand ready: rows without a name. */
  readonly freePlaces: number;
  /** Why rows cannot be added or taken out; null when they can. */
  readonly fixed: Message | null;
  /** Sheets on which rows are added. */
  readonly sheets: readonly string[];
  /** Sheets that would be sorted; empty where there is nothing to sort. */
  readonly sorts: { readonly sheets: readonly string[]; readonly keys: readonly SortKey[] };
  /** Last day that is proposed for somebody who leaves: the end of the period, ISO; "" where none is known. */
  readonly lastDay: string;
  /** Null where the sheets for results have the lines of Plan. */
  readonly lines: LinesDraft | null;
  /** How many of the workbook's sheets are protected now. */
  readonly protection: { readonly on: number; readonly of: number };
}
/** Where the lines of Plan and those of the sheets for results differ. */
export interface LinesDraft {
  /** "K08 Complaints": in Plan, on no sheet for results. */
  readonly added: readonly string[];
  /** Ids of lines with results that are no longer in Plan. */
  readonly gone: readonly string[];
}
export interface AddPeopleRequest {
  readonly people: readonly PersonEntry[];
  /** Key of the plan for them; null where there are no plans. */
  readonly plan: string | null;
  /** Also those who were typed into the list and have no rows yet. */
  readonly waiting: boolean;
}
export type RemovePeopleRequest =
  | { readonly kind: "leave"; readonly ids: readonly string[]; /** Last day, ISO. */ readonly day: string }
  | { readonly kind: "mistake"; readonly ids: readonly string[] };

export type Intent = "newScorecard" | "scoreAndRank" | "checkSheet" | "clearFlags" | "openPane";

export interface Commands {
  /** Templates of one's own. Loads its part. */
  desk(): Promise<TemplateDesk>;
  /** Whether this Excel can run Evenhand; the problem says what is too old. */
  readiness(): Promise<Outcome<{ readonly excelApi: string }>>;
  /** Those of the workbook's own first. */
  templates(language: SheetLanguage): Promise<readonly TemplateSummary[]>;
  /** The sheets that a template or method makes; loads the method's part. null for an unknown id, or choices that cannot be. */
  templatePictures(request: PictureRequest): Promise<TemplatePictures | null>;
  overview(options?: RunOptions): Promise<Outcome<SheetOverview>>;
  peopleFromSelection(): Promise<Outcome<readonly PersonEntry[]>>;
  newScorecard(
    request: NewScorecardRequest,
    options?: RunOptions,
  ): Promise<Outcome<{ readonly instance: number; readonly entrySheet: string }>>;
  /** A second plan for another job group, with its own Entry matrix. */
  addPlan(
    request: Omit<NewScorecardRequest, "withSample" | "language" | "periodFrom" | "periodTo">,
    options?: RunOptions,
  ): Promise<Outcome<{ readonly entrySheet: string }>>;
  /** Looks at the open workbook: what closing its period would do. */
  nextPeriodDraft(options?: RunOptions): Promise<Outcome<NextPeriodDraft>>;
  /** Closes the period: results to History as values, inputs emptied, targets as chosen, stage Plan. */
  startNextPeriod(
    request: NextPeriodRequest,
    options?: RunOptions,
  ): Promise<Outcome<{ readonly people: number; readonly cells: number }>>;
  /** Looks at the open sheet: whose report can be made. */
  personReportDraft(options?: RunOptions): Promise<Outcome<ReportDraft>>;
  /** Makes a sheet of values for each of these people, ready to hand out. Can be taken back. */
  writePersonReports(
    ids: readonly string[],
    options?: RunOptions,
  ): Promise<Outcome<{ readonly sheets: readonly string[] }>>;
  /** Looks at the open combined appraisal: which scores of this workbook its sections can take. */
  linkDraft(options?: RunOptions): Promise<Outcome<LinkDraft>>;
  /** Sections take live values from these tables, by id of the section; null takes a link away. Can be taken back. */
  linkScores(
    links: Readonly<Record<string, string | null>>,
    options?: RunOptions,
  ): Promise<Outcome<{ readonly linked: number }>>;
  /** Heads, words, lists, labels and names of sheets in another language; no number, check or rule changes. Can be taken back. */
  changeLanguage(request: LanguageRequest, options?: RunOptions): Promise<Outcome<ChangedLanguage>>;
  /** Reads the open sheet and says in plain words what it rates, how, and what is doubtful in it. */
  explain(options?: RunOptions): Promise<Outcome<Explanation>>;
  scoreAndRank(options?: RunOptions): Promise<Outcome<RankingResult>>;
  /** Reads the open sheet and those of its shape: one ranking over all people, and what differs between the sheets. */
  scoreTogether(options?: RunOptions): Promise<Outcome<FamilyResult>>;
  /** Writes that ranking to a new sheet; formulas where every total can be one. Can be taken back. */
  writeTogether(form: WriteResultsRequest["form"], options?: RunOptions): Promise<Outcome<WrittenResults>>;
  /** Reads the open sheet and draws the weights ten thousand times, in a worker where there is one. Read only. */
  rankRanges(options?: RunOptions): Promise<Outcome<RankRanges>>;
  /** Writes totals and ranks of a sheet of the user, never over a cell that holds anything. Can be taken back. */
  writeResults(request: WriteResultsRequest, options?: RunOptions): Promise<Outcome<WrittenResults>>;
  checkSheet(options?: RunOptions): Promise<Outcome<CheckResult>>;
  clearFlags(options?: RunOptions): Promise<Outcome<{ readonly removed: number }>>;
  applyFix(finding: Finding, fix: Fix): Promise<Outcome<{ readonly changed: number }>>;
  /** Writes the findings to the visible log with a reason; they count and are marked no more. Can be taken back. */
  acceptFindings(findings: readonly Finding[], request: AcceptRequest): Promise<Outcome<{ readonly sheet: string }>>;
  /** Takes an acceptance back: the row of the log stays and says so. */
  withdrawAcceptance(finding: Finding): Promise<Outcome<null>>;
  /**
   * Answers a question about a sheet of the user, from its list or with the cells that are selected now; tried first, then
   * remembered in the workbook. Can be taken back.
   */
  answerQuestion(question: Question, choice: RoleAnswer | "selection"): Promise<Outcome<null>>;
  /** Scores one block of the open sheet from now on, or all (null); remembered in the workbook. Can be taken back. */
  chooseBlock(choice: BlockChoice | null): Promise<Outcome<null>>;
  /** Forgets all answers about the open sheet. */
  forgetAnswers(): Promise<Outcome<null>>;
  /** What Evenhand has left in this workbook. */
  removalDraft(): Promise<Outcome<RemovalDraft>>;
  /** Takes marks and memory away, log and templates of one's own where that is wanted; sheets that were made stay. */
  removeEvenhand(also: AlsoRemoved): Promise<Outcome<{ readonly marks: number }>>;
  goTo(location: Location): Promise<Outcome<null>>;
  nextEmptyCell(): Promise<
    Outcome<{ readonly location: Location | null; readonly filled: number; readonly toFill: number }>
  >;
  setStage(stage: Stage): Promise<Outcome<null>>;
  removeSample(): Promise<Outcome<{ readonly rows: number }>>;
  /** Removes what a run that stopped half-way has left, unless somebody has written there since. */
  removeUnfinished(): Promise<Outcome<null>>;
  /** Removes it and does once more what had stopped. Can be taken back as that could. */
  finishUnfinished(options?: RunOptions): Promise<Outcome<null>>;
  /** Looks at the people of the open workbook: who they are, who waits for rows, what can be done. */
  peopleDraft(options?: RunOptions): Promise<Outcome<PeopleDraft>>;
  /** Makes the sheets of the open KPI scorecard again with the lines of Plan and all that was typed; the old ones stay. Can be taken back. */
  remakeSheets(options?: RunOptions): Promise<Outcome<{ readonly sheets: number; readonly cells: number }>>;
  /** Adds rows for people to every table that has rows a person. Can be taken back. */
  addPeople(request: AddPeopleRequest, options?: RunOptions): Promise<Outcome<{ readonly added: number }>>;
  /** A leaving date for people, or the rows of people entered by mistake taken out. Can be taken back. */
  removePeople(request: RemovePeopleRequest, options?: RunOptions): Promise<Outcome<{ readonly people: number }>>;
  /** Sorts the people of the open sheet, or of the entry and result sheets. Can be taken back. */
  sortPeople(by: SortKey, options?: RunOptions): Promise<Outcome<{ readonly sheets: readonly string[] }>>;
  /** Protects the workbook's sheets without a password, or opens them. Can be taken back. */
  /** Ten empty rows for the register of tasks, goals or facts that is open, also on a protected sheet. */
  addRows(options?: RunOptions): Promise<Outcome<{ readonly rows: number }>>;
  /** The items of the open method workbook: statements, dimensions, judges … */
  moreItemsDraft(options?: RunOptions): Promise<Outcome<MoreItemsDraft>>;
  /** Makes the sheets of the open method workbook again with more items, and with everything that was typed. */
  moreItems(added: Counts, options?: RunOptions): Promise<Outcome<{ readonly sheets: number; readonly cells: number }>>;
  protectSheets(on: boolean, options?: RunOptions): Promise<Outcome<{ readonly sheets: number }>>;
  takeBack(token: UndoToken): Promise<Outcome<null>>;
  /** A ribbon or menu button asked for something; the pane does it as if its own button were pressed. */
  onIntent(listener: (intent: Intent) => void): () => void;
  /** Calls back when the person changed something or went to another sheet (debounced); returns the unsubscriber. */
  onSheetEvent(listener: (change: SheetChange) => void): () => void;
  /**
   * Checks the open sheet of the user and from then on keeps its marks right: `watchStep` after every event.
   * Refused where a sheet has too many cells for that.
   */
  startWatching(options?: RunOptions): Promise<Outcome<CheckResult>>;
  /** Marks stay as they are; *Clear flags* takes them away. */
  stopWatching(): void;
  /** Reads what was edited and puts the marks right; what others edited is only read. */
  watchStep(change: SheetChange): Promise<Outcome<WatchStep>>;
}
