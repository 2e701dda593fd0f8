/** All words at once, for tools and tests, which do not wait for parts. */
import "./sheetTexts";
import "./findingTexts";
import "./historyTexts";
import "./reportTexts";
import "./linkTexts";
import "./deskTexts";
import "./peopleTexts";
import { addTexts } from "./index";
import type { Dictionary } from "./dictionary";
import { texts as enCascade } from "./en/methods/cascade";
import { texts as enCheckIns } from "./en/methods/check-ins";
import { texts as enChecklist } from "./en/methods/checklist";
import { texts as enStrategyMap } from "./en/methods/strategy-map";
import { texts as enCombined } from "./en/methods/combined";
import { texts as enSiteAudit } from "./en/methods/site-audit";
import { texts as enWorkload } from "./en/methods/workload";
import { texts as enProbation } from "./en/methods/probation";
import { texts as enMeritMatrix } from "./en/methods/merit-matrix";
import { texts as enWeightWorkshop } from "./en/methods/weight-workshop";
import { texts as enSecondReviewer } from "./en/methods/second-reviewer";
import { texts as enCalibrationBoard } from "./en/methods/calibration-board";
import { texts as enManager360 } from "./en/methods/manager-360";
import { texts as enBars } from "./en/methods/bars";
import { texts as enRatingScale } from "./en/methods/rating-scale";
import { texts as enImprovementPlan } from "./en/methods/improvement-plan";
import { texts as enIncidents } from "./en/methods/incidents";
import { texts as enMbo } from "./en/methods/mbo-individual";
import { texts as enNarrative } from "./en/methods/narrative";
import { texts as enOkr } from "./en/methods/okr";
import { texts as enRanking } from "./en/methods/ranking";
import { texts as zhCascade } from "./zh-CN/methods/cascade";
import { texts as zhCheckIns } from "./zh-CN/methods/check-ins";
import { texts as zhChecklist } from "./zh-CN/methods/checklist";
import { texts as zhStrategyMap } from "./zh-CN/methods/strategy-map";
import { texts as zhCombined } from "./zh-CN/methods/combined";
import { texts as zhSiteAudit } from "./zh-CN/methods/site-audit";
import { texts as zhWorkload } from "./zh-CN/methods/workload";
import { texts as zhProbation } from "./zh-CN/methods/probation";
import { texts as zhMeritMatrix } from "./zh-CN/methods/merit-matrix";
import { texts as zhWeightWorkshop } from "./zh-CN/methods/weight-workshop";
import { texts as zhSecondReviewer } from "./zh-CN/methods/second-reviewer";
import { texts as zhCalibrationBoard } from "./zh-CN/methods/calibration-board";
import { texts as zhManager360 } from "./zh-CN/methods/manager-360";
import { texts as zhBars } from "./zh-CN/methods/bars";
import { texts as zhRatingScale } from "./zh-CN/methods/rating-scale";
import { texts as zhImprovementPlan } from "./zh-CN/methods/improvement-plan";
import { texts as zhIncidents } from "./zh-CN/methods/incidents";
import { texts as zhMbo } from "./zh-CN/methods/mbo-individual";
import { texts as zhNarrative } from "./zh-CN/methods/narrative";
import { texts as zhOkr } from "./zh-CN/methods/okr";
import { texts as zhRanking } from "./zh-CN/methods/ranking";

const METHODS: readonly (readonly [english: Dictionary, chinese: Dictionary])[] = [
  [enMbo, zhMbo],
  [enOkr, zhOkr],
  [enCascade, zhCascade],
  [enCheckIns, zhCheckIns],
  [enImprovementPlan, zhImprovementPlan],
  [enRanking, zhRanking],
  [enChecklist, zhChecklist],
  [enStrategyMap, zhStrategyMap],
  [enCombined, zhCombined],
  [enSiteAudit, zhSiteAudit],
  [enWorkload, zhWorkload],
  [enProbation, zhProbation],
  [enMeritMatrix, zhMeritMatrix],
  [enWeightWorkshop, zhWeightWorkshop],
  [enSecondReviewer, zhSecondReviewer],
  [enCalibrationBoard, zhCalibrationBoard],
  [enManager360, zhManager360],
  [enBars, zhBars],
  [enRatingScale, zhRatingScale],
  [enIncidents, zhIncidents],
  [enNarrative, zhNarrative],
];
for (const [en, zh] of METHODS) addTexts({ en, "zh-CN": zh });

export { dictionaryOf, LANGUAGES, languageOf, translate, type Language } from "./index";
