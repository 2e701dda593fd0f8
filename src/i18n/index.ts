/** Words for the person: turns message keys into sentences of the chosen language. A leaf: imports nothing of ours but types. */
import type { Dictionary, Entry, Params } from "./dictionary";
import { checks as enChecks } from "./en/checks";
import { commands as enCommands } from "./en/commands";
import { excel as enExcel } from "./en/excel";
import { goalSheets as enGoalSheets } from "./en/goalSheets";
import { explain as enExplain } from "./en/explain";
import { limits as enLimits } from "./en/limits";
import { ownSheet as enOwnSheet } from "./en/ownSheet";
import { pane as enPane } from "./en/pane";
import { raterChecks as enRaterChecks } from "./en/raterChecks";
import { scorecardSheets as enScorecardSheets } from "./en/scorecardSheets";
import { sheet as enSheet } from "./en/sheet";
import { techniqueSheets as enTechniqueSheets } from "./en/techniqueSheets";
import { checks as zhChecks } from "./zh-CN/checks";
import { commands as zhCommands } from "./zh-CN/commands";
import { excel as zhExcel } from "./zh-CN/excel";
import { goalSheets as zhGoalSheets } from "./zh-CN/goalSheets";
import { explain as zhExplain } from "./zh-CN/explain";
import { limits as zhLimits } from "./zh-CN/limits";
import { ownSheet as zhOwnSheet } from "./zh-CN/ownSheet";
import { pane as zhPane } from "./zh-CN/pane";
import { raterChecks as zhRaterChecks } from "./zh-CN/raterChecks";
import { scorecardSheets as zhScorecardSheets } from "./zh-CN/scorecardSheets";
import { sheet as zhSheet } from "./zh-CN/sheet";
import { techniqueSheets as zhTechniqueSheets } from "./zh-CN/techniqueSheets";

export type Language = "en" | "zh-CN";
export const LANGUAGES: readonly Language[] = ["en", "zh-CN"];

const english = {
  ...enSheet,
  ...enScorecardSheets,
  ...enGoalSheets,
  ...enTechniqueSheets,
  ...enLimits,
  ...enChecks,
  ...enRaterChecks,
  ...enOwnSheet,
  ...enExplain,
  ...enCommands,
  ...enExcel,
  ...enPane,
};
/** Every message key there is. */
export type MessageKey = keyof typeof english;

const dictionaries: Readonly<Record<Language, Dictionary>> = {
  en: english,
  "zh-CN": {
    ...zhSheet,
    ...zhScorecardSheets,
    ...zhGoalSheets,
    ...zhTechniqueSheets,
    ...zhLimits,
    ...zhChecks,
    ...zhRaterChecks,
    ...zhOwnSheet,
    ...zhExplain,
    ...zhCommands,
    ...zhExcel,
    ...zhPane,
  },
};

/** The dictionary of a language, for tests and for handing the sheet's words to core as data. */
export function dictionaryOf(language: Language): Dictionary {
  return dictionaries[language];
}

/** The language to speak for a display language of Office ("zh-CN", "zh-TW", "en-GB", "de-DE"). */
export function languageOf(displayLanguage: string): Language {
  return displayLanguage.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}

/**
 * The sentence for a key. A key that no dictionary holds is a bug: it is shown as itself in brackets,
 * so that a person still sees something and a test finds it.
 */
export function translate(language: Language, key: string, params: Params = {}): string {
  const entry: Entry | undefined = dictionaries[language][key];
  if (entry === undefined) return `[${key}]`;
  if (typeof entry === "function") return entry(params);
  return entry.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = params[name];
    return value === undefined ? hole : String(value);
  });
}
