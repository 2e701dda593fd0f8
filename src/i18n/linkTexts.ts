/** Words of linking scores to a combined appraisal: they come with the part that does it. */
import { addTexts } from "./index";
import { link as en } from "./en/link";
import { link as zh } from "./zh-CN/link";

addTexts({ en, "zh-CN": zh });
