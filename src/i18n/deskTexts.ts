/** Words of the desk for templates of one's own: they come with that part. */
import { addTexts } from "./index";
import { desk as en } from "./en/desk";
import { desk as zh } from "./zh-CN/desk";

addTexts({ en, "zh-CN": zh });
