/** Words about people who come, go and are sorted: they come with the part that does it. */
import { addTexts } from "./index";
import { people as en } from "./en/people";
import { people as zh } from "./zh-CN/people";

addTexts({ en, "zh-CN": zh });
