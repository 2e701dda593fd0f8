/** All commands behind one object: the same for ribbon, menu and pane. */
import { excelApiVersion, readinessProblem } from "../excel/capabilities";
import { onWorkbookChange } from "../excel/changes";
import { displayLanguage } from "../excel/locale";
import { languageOf, type Language } from "../i18n";
import { goTo } from "./goTo";
import { onIntent } from "./intents";
import { stopped, succeeded } from "./outcomes";
import { peopleFromSelection } from "./peopleFromSelection";
import { createSession, isHalfWritten, keepingStopped } from "./session";
import type { Commands, Outcome, RunOptions } from "./types";

/** The pane stands first; these parts come when they are asked for, once. */
const making = () => import("./making");
/** What reads sheets speaks with the words of checks. */
async function withFindingTexts<Part>(part: Promise<Part>): Promise<Part> {
  const [loaded] = await Promise.all([part, import("../i18n/findingTexts")]);
  return loaded;
}
const reading = () => withFindingTexts(import("./reading"));
const explaining = () => withFindingTexts(import("./explain"));
const closing = () => withFindingTexts(import("./nextPeriod"));
const translating = () => import("./changeLanguage");
const writing = () => withFindingTexts(import("./writeResults"));
const asking = () => withFindingTexts(import("./answers"));
const together = () => withFindingTexts(import("./family"));
const removing = () => withFindingTexts(import("./removeEvenhand"));
const reporting = () => withFindingTexts(import("./personReports"));
const linking = () => withFindingTexts(import("./linkScores"));
/** Templates of one's own; the sheet at hand is read with the words of checks. */
const desking = () => withFindingTexts(import("./desk"));
const staffing = () => withFindingTexts(import("./staffing"));
const remaking = () => withFindingTexts(import("./remakeSheets"));
const enlarging = () => withFindingTexts(import("./moreItems"));
const tidying = () => import("./removeUnfinished");
const ranging = () => withFindingTexts(import("./rankRanges"));

/** @param language of the person; by default that of Office's own menus. Call it once Office is ready. */
export function createCommands(language: Language = languageOf(displayLanguage())): Commands {
  const session = createSession(language);
  const writes = <T>(
    options: RunOptions | undefined,
    command: (options?: RunOptions) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> => keepingStopped(session, options, command);
  /** About the sheet that is open now: what it leaves half-written can be removed, not finished. */
  const writesHere = async <T>(command: () => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const outcome = await command();
    if (isHalfWritten(outcome)) session.stoppedRun = null;
    return outcome;
  };
  return {
    readiness: () => {
      const problem = readinessProblem();
      return Promise.resolve(problem === null ? succeeded({ excelApi: excelApiVersion() ?? "" }) : stopped(problem));
    },
    desk: async () => {
      const desk = await desking();
      return {
        list: desk.list,
        fromCatalogue: desk.fromCatalogue,
        words: desk.words,
        fromSheet: (options) => desk.fromSheet(session, options),
        save: (draft) => desk.save(session, draft),
        remove: (id) => desk.remove(session, id),
        textOf: desk.textOf,
        readFile: desk.readFile,
        keep: (content) => desk.keep(session, content),
      };
    },
    templates: async (sheetLanguage) => {
      const { templateList, ownTemplates } = await making();
      return templateList(sheetLanguage === "both" ? language : sheetLanguage, await ownTemplates());
    },
    templatePictures: async (request) => (await making()).templatePictures(request),
    overview: async (options) => (await reading()).overview(session, options),
    peopleFromSelection,
    newScorecard: (request, options) =>
      writes(options, async (how) => (await making()).newScorecard(session, request, how)),
    addPlan: (request, options) => writes(options, async (how) => (await making()).addPlan(session, request, how)),
    nextPeriodDraft: async (options) => (await closing()).nextPeriodDraft(session, options),
    startNextPeriod: (request, options) =>
      writes(options, async (how) => (await closing()).startNextPeriod(session, request, how)),
    personReportDraft: async (options) => (await reporting()).personReportDraft(session, options),
    writePersonReports: (ids, options) =>
      writes(options, async (how) => (await reporting()).writePersonReports(session, ids, how)),
    linkDraft: async (options) => (await linking()).linkDraft(session, options),
    linkScores: (links, options) => writes(options, async (how) => (await linking()).linkScores(session, links, how)),
    changeLanguage: async (request, options) => (await translating()).changeLanguage(session, request, options),
    explain: async (options) => (await explaining()).explain(session, options),
    rankRanges: async (options) => (await ranging()).rankRanges(session, options),
    writeResults: (request, options) =>
      writesHere(async () => (await writing()).writeResults(session, request, options)),
    scoreTogether: async (options) => (await together()).scoreTogether(session, options),
    writeTogether: (form, options) => writesHere(async () => (await together()).writeTogether(session, form, options)),
    scoreAndRank: async (options) => (await reading()).scoreAndRank(session, options),
    checkSheet: async (options) => (await reading()).checkSheet(session, options),
    clearFlags: async () => {
      // Who takes the flags away does not want them back with the next edit.
      session.watched = null;
      return (await reading()).clearFlags();
    },
    applyFix: async (finding, fix) => (await reading()).applyFix(session, finding, fix),
    acceptFindings: (findings, request) =>
      writesHere(async () => (await reading()).acceptFindings(session, findings, request)),
    withdrawAcceptance: async (finding) => (await reading()).withdrawAcceptance(session, finding),
    answerQuestion: async (question, choice) => (await asking()).answerQuestion(session, question, choice),
    chooseBlock: async (choice) => (await asking()).chooseBlock(session, choice),
    forgetAnswers: async () => (await asking()).forgetAnswers(session),
    removalDraft: async () => (await removing()).removalDraft(session),
    removeEvenhand: async (also) => (await removing()).removeEvenhand(session, also),
    goTo,
    nextEmptyCell: async () => (await reading()).nextEmptyCell(session),
    setStage: async (stage) => (await reading()).setStage(session, stage),
    removeSample: async () => (await reading()).removeSample(session),
    removeUnfinished: async () => (await tidying()).removeUnfinished(session),
    finishUnfinished: async (options) => (await tidying()).finishUnfinished(session, options),
    peopleDraft: async (options) => (await staffing()).peopleDraft(session, options),
    addPeople: (request, options) =>
      writes(options, async (how) => (await staffing()).addPeople(session, request, how)),
    remakeSheets: (options) => writes(options, async (how) => (await remaking()).remakeSheets(session, how)),
    addRows: (options) => writes(options, async (how) => (await staffing()).addRows(session, how)),
    moreItemsDraft: async (options) => (await enlarging()).moreItemsDraft(session, options),
    moreItems: (added, options) => writes(options, async (how) => (await enlarging()).moreItems(session, added, how)),
    removePeople: async (request) => (await staffing()).removePeople(session, request),
    sortPeople: async (by, options) => (await staffing()).sortPeople(session, by, options),
    protectSheets: async (on, options) => (await staffing()).protectSheets(session, on, options),
    takeBack: (token) => session.takeBack(token),
    onIntent,
    onSheetEvent: onWorkbookChange,
    startWatching: async (options) => (await reading()).startWatching(session, options),
    stopWatching: () => (session.watched = null),
    watchStep: async (change) => (await reading()).watchStep(session, change),
  };
}
