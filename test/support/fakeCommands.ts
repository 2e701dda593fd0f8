/** Commands without a workbook: answers can be replaced one by one, calls are written down. */
import type { Commands, Intent, Outcome, SheetOverview } from "../../src/commands/types";
import type { TemplateDesk } from "../../src/commands/deskTypes";
import type { Finding } from "../../src/core/model/finding";
import type { Location } from "../../src/core/model/location";
import { SCORECARD_SUITS } from "../../src/core/methods/list";
import { isItemMethod } from "../../src/core/methods/itemFields";
import type { AnyContent } from "../../src/core/schema/contentTypes";
import { contentOfMethodDraft, isMethodDraft, methodDraftOf } from "../../src/core/templates/methodDraft";
import { usualOf } from "./methodContents";
import { readTemplateFile, templateFileName, templateFileText } from "../../src/core/schema/templateFile";
import { catalogueContent } from "../../src/core/templates/catalogue";
import { blankDraft, contentOfDraft, draftOf } from "../../src/core/templates/draft";

const cellAt = (row: number, column: number): Location => ({
  sheet: "Plan",
  rect: { row, column, rows: 1, columns: 1 },
});
export const WEIGHT_FINDING: Finding = {
  id: "W01@Plan!C12",
  rule: "W01",
  stage: "plan",
  severity: "error",
  location: cellAt(11, 2),
  message: { key: "checks.W01.what", params: { plan: "Sales", sum: 95, gap: 5, side: "short" } },
  why: { key: "checks.W01.why" },
  next: { key: "checks.W01.next" },
  indicator: "Revenue",
  fixes: [
    {
      label: { key: "checks.W01.next" },
      patches: [{ location: cellAt(4, 2), before: 35, after: 40, label: "Revenue" }],
    },
  ],
};
export const OVERVIEW: SheetOverview = {
  kind: "generated",
  sheet: "Entry",
  title: "Sales executive",
  people: 6,
  indicators: 6,
  plans: [{ name: "Sales", weightSum: 100, expected: 100 }],
  filled: 12,
  toFill: 36,
  stage: "plan",
  hasSample: true,
  hasRanks: true,
  hasMarks: false,
  watched: false,
  offers: ["nextPeriod", "report"],
  items: null,
  findings: [],
  accepted: [],
  log: null,
  limits: {},
  questions: [],
  alike: [],
  blocks: [],
  answered: 0,
  reasons: [],
  unfinished: null,
};
export const done = <T>(value: T): Promise<Outcome<T>> => Promise.resolve({ ok: true, value, did: [] });

/** A desk that keeps what it is given, by the real rules for drafts and files. */
function fakeDesk(note: (name: string, ...args: readonly unknown[]) => void): TemplateDesk {
  const kept: AnyContent[] = [];
  const put = (content: AnyContent): Promise<Outcome<AnyContent>> => {
    const at = kept.findIndex(({ id }) => id === content.id);
    kept.splice(at < 0 ? kept.length : at, at < 0 ? 0 : 1, content);
    return Promise.resolve({
      ok: true,
      value: content,
      did: [{ key: "commands.desk.saved", params: { name: content.name.en ?? "" } }],
      undo: { id: "undo-1", label: { key: "commands.desk.undo" } },
    });
  };
  return {
    list: () => done([...kept]),
    words: () => Promise.resolve(),
    fromCatalogue: (id) => {
      const content = catalogueContent(id);
      if (content === null && isItemMethod(id)) return Promise.resolve(methodDraftOf(usualOf(id)));
      return Promise.resolve(content === null ? null : { ...draftOf(content), id: "" });
    },
    fromSheet: () =>
      done({ draft: blankDraft(), notes: [{ key: "commands.desk.sheet.taken", params: { count: 1, sheet: "S" } }] }),
    save: (draft) => {
      note("desk.save", draft);
      const taken = kept.map(({ id }) => id);
      const result = isMethodDraft(draft) ? contentOfMethodDraft(draft, taken) : contentOfDraft(draft, taken);
      return result.ok
        ? put(result.content)
        : Promise.resolve({
            ok: false,
            problem: {
              what: { key: "commands.desk.faulty", params: { count: result.faults.length } },
              next: { key: "commands.desk.faulty.next" },
            },
          });
    },
    remove: (id) => {
      note("desk.remove", id);
      kept.splice(
        kept.findIndex((content) => content.id === id),
        1,
      );
      return done(null);
    },
    textOf: (content) => ({ fileName: templateFileName(content), text: templateFileText(content) }),
    readFile: readTemplateFile,
    keep: put,
  };
}

export interface FakeCommands extends Commands {
  readonly calls: { readonly name: string; readonly args: readonly unknown[] }[];
  readonly intend: (intent: Intent) => void;
}

export function fakeCommands(overview: SheetOverview, answers: Partial<Commands> = {}): FakeCommands {
  const calls: { name: string; args: readonly unknown[] }[] = [];
  const listeners = new Set<(intent: Intent) => void>();
  const note = (name: string, ...args: readonly unknown[]): void => void calls.push({ name, args });
  const desk = fakeDesk(note);
  return {
    calls,
    intend: (intent) => {
      for (const listener of listeners) listener(intent);
    },
    readiness: () => done({ excelApi: "1.17" }),
    templates: () =>
      Promise.resolve([
        {
          id: "sales-exec",
          name: "Sales executive",
          audience: "Sales",
          field: "Sales",
          jobGroup: "Sales executives",
          words: ["selling"],
          kind: "scorecard" as const,
          ...SCORECARD_SUITS,
          counts: [],
          lines: [
            { id: "K01", name: "Revenue", section: "Results", weight: 60 },
            { id: "K02", name: "New customers", section: "Results", weight: 40 },
          ],
        },
        {
          id: "supplier",
          name: "Supplier",
          audience: "Purchasing",
          field: "Purchasing",
          jobGroup: "Suppliers",
          words: ["vendor"],
          kind: "scorecard" as const,
          ...SCORECARD_SUITS,
          counts: [],
          lines: [{ id: "K01", name: "On-time delivery", section: "Delivery", weight: 100 }],
        },
        {
          id: "ranking",
          name: "Ranking methods",
          kind: "method" as const,
          audience: "Puts people in order.",
          field: "Puts people in order.",
          jobGroup: "Ranking methods",
          words: ["排序考核"],
          counts: [
            { key: "statements", table: "Statements", least: 4, usual: 16, most: 60, perPerson: true },
            { key: "points", least: 3, usual: 5, most: 7, perPerson: false, choices: [3, 5, 7] },
          ],
          lines: [],
          aims: ["order"],
          bases: ["observation"],
          judges: ["several", "one"],
          times: ["end"],
        },
      ]),
    desk: () => Promise.resolve(desk),
    templatePictures: ({ templateId }) => {
      const names = templateId === "supplier" ? ["Guide", "Settings", "Gates"] : ["Guide", "Settings"];
      const cell = (text: string) => ({ text, look: "plain", align: "left", span: 1 }) as const;
      const sheets = names.map((name) => ({ name, widths: [0.4, 0.6], rows: [[cell(`First of ${name}`), cell("")]] }));
      return Promise.resolve({ sheets, start: "Settings", colors: { head: "#0F6B5C", input: "#FFF8DC" } });
    },
    overview: () => done(overview),
    peopleFromSelection: () => done([{ name: "Ann" }, { name: "Bo", id: "7" }]),
    newScorecard: (request) => (note("newScorecard", request), done({ instance: 1, entrySheet: "Entry" })),
    addPlan: (request) => (note("addPlan", request), done({ entrySheet: "Entry (2)" })),
    nextPeriodDraft: () =>
      done({
        title: "Sales executive",
        closedFrom: "2026-01-01",
        closedTo: "2026-06-30",
        from: "2026-07-01",
        to: "2026-12-31",
        people: 6,
        withoutTotal: 2,
        targets: ["carry", "raise", "empty"],
        sheets: [],
      }),
    startNextPeriod: (request) => (note("startNextPeriod", request), done({ people: 6, cells: 48 })),
    changeLanguage: () => done({ cells: 320, sheets: 14, kept: [] }),
    peopleDraft: () =>
      done({
        title: "Sales executive",
        plans: [
          { key: "Entry", jobGroup: "Sales" },
          { key: "Entry2", jobGroup: "Service" },
        ],
        people: [
          { id: "P001", name: "Ann", department: "North", hasLeft: false, traces: 3 },
          { id: "P002", name: "Bo", department: "South", hasLeft: false, traces: 0 },
        ],
        waiting: [{ name: "Cy", jobGroup: "Sales", plan: "Entry" }],
        freePlaces: 0,
        fixed: null,
        sheets: ["People", "Entry", "Results"],
        sorts: { sheets: ["Entry", "Results"], keys: ["name", "id", "department", "total"] },
        lastDay: "2026-06-30",
        lines: { added: ["K08 Complaints"], gone: [] },
        protection: { on: 0, of: 12 },
      }),
    addPeople: (request) => (note("addPeople", request), done({ added: request.people.length })),
    removePeople: (request) => (note("removePeople", request), done({ people: request.ids.length })),
    sortPeople: (by) => (note("sortPeople", by), done({ sheets: ["Entry", "Results"] })),
    remakeSheets: () => (note("remakeSheets"), done({ sheets: 14, cells: 120 })),
    moreItemsDraft: () =>
      done({
        title: "Weighted checklist",
        items: [{ key: "statements" as const, standing: 16, waiting: 1, most: 60 }],
        people: 6,
      }),
    moreItems: (added) => (note("moreItems", added), done({ sheets: 7, cells: 200 })),
    addRows: () => (note("addRows"), done({ rows: 10 })),
    protectSheets: (on) => (note("protectSheets", on), done({ sheets: 12 })),
    explain: () => done({ sheet: "Scores", kind: "recognised", lines: [{ key: "checks.explain.noTotals" }] }),
    rankRanges: () =>
      done({
        sheet: overview.sheet,
        draws: 10_000,
        spread: 0.2,
        plans: [
          {
            name: "Sales",
            people: [
              {
                ...{ name: "Ann", cell: cellAt(1, 0), total: 91.5, rank: 1, best: 1, worst: 2, first: 0.83, top: 0.6 },
                next: { name: "Bo", ahead: 0.83, points: 3.25, closeness: "fragile" as const },
              },
              {
                ...{ name: "Bo", cell: cellAt(2, 0), total: 90, rank: 2, best: 2, worst: 2, first: 0.17, top: 0 },
                next: { name: "Cy", ahead: 0, points: 0, closeness: "tie" as const },
              },
              {
                ...{ name: "Cy", cell: cellAt(3, 0), total: 90, rank: 2, best: 2, worst: 2, first: 0.17, top: 0 },
                next: null,
              },
            ],
            leftOut: 1,
          },
        ],
      }),
    writeResults: (request) => {
      note("writeResults", request);
      return done({ sheet: "Scores", people: 2, live: request.form === "formulas" });
    },
    personReportDraft: () =>
      done({
        title: "360-degree review",
        people: [
          { id: "P001", name: "Ann" },
          { id: "P002", name: "Bo" },
        ],
        isConfidential: true,
        most: 60,
      }),
    linkDraft: () =>
      done({
        sections: [
          { id: "S1", name: "KPI", source: "eh_1_Results" },
          { id: "S2", name: "Behaviour", source: null },
        ],
        sources: [{ id: "eh_1_Results", kind: "score", name: "Sales executive", sheet: "Results" }],
      }),
    linkScores: (links) => (note("linkScores", links), done({ linked: 1 })),
    writePersonReports: (ids) => (note("writePersonReports", ids), done({ sheets: ids })),
    scoreAndRank: () =>
      done({
        sheet: "Results",
        findings: [],
        hasOwnResults: false,
        people: [
          {
            name: "Ann",
            cell: cellAt(1, 0),
            total: 91.5,
            soFar: 91.5,
            low: 91.5,
            high: 91.5,
            coverage: 1,
            rank: 1,
            band: "Good",
          },
          {
            name: "Bo",
            cell: cellAt(2, 0),
            total: null,
            soFar: 40,
            low: 40,
            high: 88,
            coverage: 0.5,
            rank: null,
            band: null,
          },
        ],
      }),
    checkSheet: () => done({ sheet: "Plan", findings: overview.findings, marked: 0, paneOnly: 0 }),
    clearFlags: () => (note("clearFlags"), done({ removed: 0 })),
    applyFix: (finding, fix) => (note("applyFix", finding, fix), done({ changed: 1 })),
    acceptFindings: (findings, request) => (note("acceptFindings", findings, request), done({ sheet: "Evenhand log" })),
    withdrawAcceptance: (finding) => (note("withdrawAcceptance", finding), done(null)),
    answerQuestion: (question, choice) => (note("answerQuestion", question, choice), done(null)),
    scoreTogether: () =>
      done({ kind: "people" as const, sheets: [], people: [], notes: [], differences: [], leftOut: [] }),
    writeTogether: (form) => (note("writeTogether", form), done({ sheet: "Results", people: 2, live: true })),
    chooseBlock: (choice) => (note("chooseBlock", choice), done(null)),
    forgetAnswers: () => (note("forgetAnswers"), done(null)),
    removalDraft: () =>
      done({ marks: 3, hasMemory: true, scorecards: 0, log: { sheet: "Evenhand log", rows: 2 }, templates: 1 }),
    removeEvenhand: (also) => (note("removeEvenhand", also), done({ marks: 3 })),
    goTo: (location) => (note("goTo", location), done(null)),
    nextEmptyCell: () => (note("nextEmptyCell"), done({ location: cellAt(1, 1), filled: 12, toFill: 36 })),
    setStage: (stage) => (note("setStage", stage), done(null)),
    removeSample: () => (note("removeSample"), done({ rows: 6 })),
    removeUnfinished: () => (note("removeUnfinished"), done(null)),
    finishUnfinished: () => (note("finishUnfinished"), done(null)),
    takeBack: (token) => (note("takeBack", token), done(null)),
    onIntent: (listener) => (listeners.add(listener), () => void listeners.delete(listener)),
    onSheetEvent: () => () => undefined,
    startWatching: () => done({ sheet: "Plan", findings: overview.findings, marked: 0, paneOnly: 0 }),
    stopWatching: () => note("stopWatching"),
    watchStep: () => done({ overview, stopped: null }),
    ...answers,
  };
}
