/** Words of checks and of what is said about a sheet: they come with the part that reads sheets. */
import { addTexts } from "./index";
import { checks as enChecks } from "./en/checks";
import { raterChecks as enRaterChecks } from "./en/raterChecks";
import { ownSheet as enOwnSheet } from "./en/ownSheet";
import { explain as enExplain } from "./en/explain";
import { checks as zhChecks } from "./zh-CN/checks";
import { raterChecks as zhRaterChecks } from "./zh-CN/raterChecks";
import { ownSheet as zhOwnSheet } from "./zh-CN/ownSheet";
import { explain as zhExplain } from "./zh-CN/explain";

addTexts({
  en: { ...enChecks, ...enRaterChecks, ...enOwnSheet, ...enExplain },
  "zh-CN": { ...zhChecks, ...zhRaterChecks, ...zhOwnSheet, ...zhExplain },
});
