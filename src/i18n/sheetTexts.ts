/** Words of generated sheets, as far as all of them share them: they come with the parts that make or read sheets. */
import { addTexts } from "./index";
import { sheet as enSheet } from "./en/sheet";
import { scorecardSheets as enScorecardSheets } from "./en/scorecardSheets";
import { limits as enLimits } from "./en/limits";
import { proof as enProof } from "./en/proof";
import { texts as enMethodCommon } from "./en/methods/common";
import { texts as enHandout } from "./en/methods/handout";
import { sheet as zhSheet } from "./zh-CN/sheet";
import { scorecardSheets as zhScorecardSheets } from "./zh-CN/scorecardSheets";
import { limits as zhLimits } from "./zh-CN/limits";
import { proof as zhProof } from "./zh-CN/proof";
import { texts as zhMethodCommon } from "./zh-CN/methods/common";
import { texts as zhHandout } from "./zh-CN/methods/handout";

addTexts({
  en: { ...enSheet, ...enScorecardSheets, ...enLimits, ...enProof, ...enMethodCommon, ...enHandout },
  "zh-CN": { ...zhSheet, ...zhScorecardSheets, ...zhLimits, ...zhProof, ...zhMethodCommon, ...zhHandout },
});
