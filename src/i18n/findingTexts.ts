/** Words of checks and of what is said about a sheet: they come with the part that reads sheets. */
import { addTexts } from "./index";
import { checks as enChecks } from "./en/checks";
import { raterChecks as enRaterChecks } from "./en/raterChecks";
import { ownSheet as enOwnSheet } from "./en/ownSheet";
import { explain as enExplain } from "./en/explain";
import { log as enLog } from "./en/log";
import { checks as zhChecks } from "./zh-CN/checks";
import { raterChecks as zhRaterChecks } from "./zh-CN/raterChecks";
import { ownSheet as zhOwnSheet } from "./zh-CN/ownSheet";
import { explain as zhExplain } from "./zh-CN/explain";
import { log as zhLog } from "./zh-CN/log";

addTexts({
  en: { ...enChecks, ...enRaterChecks, ...enOwnSheet, ...enExplain, ...enLog },
  "zh-CN": { ...zhChecks, ...zhRaterChecks, ...zhOwnSheet, ...zhExplain, ...zhLog },
});
