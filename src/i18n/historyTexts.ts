/** Words of History and Year: they come with the part that closes a period. */
import { addTexts } from "./index";
import { history as en } from "./en/history";
import { history as zh } from "./zh-CN/history";

addTexts({ en, "zh-CN": zh });
