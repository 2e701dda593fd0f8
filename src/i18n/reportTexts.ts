/** Words of the report for one person: they come with the part that makes it. */
import { addTexts } from "./index";
import { report as en } from "./en/report";
import { report as zh } from "./zh-CN/report";

addTexts({ en, "zh-CN": zh });
