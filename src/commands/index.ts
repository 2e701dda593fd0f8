/** All commands behind one object: the same for ribbon, menu and pane. */
import { excelApiVersion, readinessProblem } from "../excel/capabilities";
import { onWorkbookChange } from "../excel/changes";
import { displayLanguage } from "../excel/locale";
import { languageOf, type Language } from "../i18n";
import { addPlan } from "./addPlan";
import { applyFix } from "./applyFix";
import { checkSheet } from "./checkSheet";
import { clearFlags } from "./clearFlags";
import { goTo } from "./goTo";
import { onIntent } from "./intents";
import { newScorecard } from "./newScorecard";
import { nextEmptyCell } from "./nextEmptyCell";
import { stopped, succeeded } from "./outcomes";
import { overview } from "./overview";
import { peopleFromSelection } from "./peopleFromSelection";
import { removeSample } from "./removeSample";
import { scoreAndRank } from "./scoreAndRank";
import { createSession } from "./session";
import { setStage } from "./setStage";
import { templateList } from "./templateList";
import type { Commands } from "./types";

/** @param language of the person; by default that of Office's own menus. Call it once Office is ready. */
export function createCommands(language: Language = languageOf(displayLanguage())): Commands {
  const session = createSession(language);
  return {
    readiness: () => {
      const problem = readinessProblem();
      return Promise.resolve(problem === null ? succeeded({ excelApi: excelApiVersion() ?? "" }) : stopped(problem));
    },
    templates: templateList,
    overview: () => overview(session),
    peopleFromSelection,
    newScorecard: (request, options) => newScorecard(session, request, options),
    addPlan: (request, options) => addPlan(session, request, options),
    scoreAndRank: () => scoreAndRank(session),
    checkSheet: (options) => checkSheet(session, options),
    clearFlags,
    applyFix: (finding, fix) => applyFix(session, finding, fix),
    goTo,
    nextEmptyCell: () => nextEmptyCell(session),
    setStage: (stage) => setStage(session, stage),
    removeSample: () => removeSample(session),
    takeBack: (token) => session.takeBack(token),
    onIntent,
    onSheetEvent: onWorkbookChange,
  };
}
