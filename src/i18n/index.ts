/**
 * Words for the person: turns message keys into sentences of the chosen language. A leaf: imports nothing of ours but types.
 * The pane's own words stand here; those of sheets, findings and each method come with the part of the add-in that needs them
 * (`addTexts`), so that nobody waits for the words of a workbook they do not make.
 */
import type { Dictionary, Entry, GivenParams, Params } from "./dictionary";
import { commands as enCommands } from "./en/commands";
import { excel as enExcel } from "./en/excel";
import { pane as enPane } from "./en/pane";
import { commands as zhCommands } from "./zh-CN/commands";
import { excel as zhExcel } from "./zh-CN/excel";
import { pane as zhPane } from "./zh-CN/pane";

export type Language = "en" | "zh-CN";
export const LANGUAGES: readonly Language[] = ["en", "zh-CN"];

const english = { ...enCommands, ...enExcel, ...enPane };
/** The keys that the pane itself may use. */
export type MessageKey = keyof typeof english;

const dictionaries: Readonly<Record<Language, Record<string, Entry>>> = {
  en: { ...english },
  "zh-CN": { ...zhCommands, ...zhExcel, ...zhPane },
};

let loads = 0;
/** How many times words have come since the start: what was worked out of the dictionaries holds while it stays the same. */
export function wordsLoaded(): number {
  return loads;
}

/** Takes in the words of a part that was loaded; the same words twice change nothing. */
export function addTexts(texts: Readonly<Record<Language, Dictionary>>): void {
  loads += 1;
  for (const language of LANGUAGES) Object.assign(dictionaries[language], texts[language]);
}

/** The dictionary of a language as far as it is loaded, for tests and for handing the sheet's words to core as data. */
export function dictionaryOf(language: Language): Dictionary {
  return dictionaries[language];
}

/** The language to speak for a display language of Office ("zh-CN", "zh-TW", "en-GB", "de-DE"). */
export function languageOf(displayLanguage: string): Language {
  return displayLanguage.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}

const SEPARATORS: Readonly<Record<Language, string>> = { en: ", ", "zh-CN": "、" };
const isList = (value: GivenParams[string]): value is readonly string[] => typeof value === "object";
const joined = (language: Language, params: GivenParams): Params =>
  Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, isList(value) ? value.join(SEPARATORS[language]) : value]),
  );

/**
 * The sentence for a key. A key that no dictionary holds is a bug: it is shown as itself in brackets,
 * so that a person still sees something and a test finds it.
 */
export function translate(language: Language, key: string, given: GivenParams = {}): string {
  const entry: Entry | undefined = dictionaries[language][key];
  if (entry === undefined) return `[${key}]`;
  const params = joined(language, given);
  if (typeof entry === "function") return entry(params);
  return entry.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = params[name];
    return value === undefined ? hole : String(value);
  });
}
