/** The words of generated sheets as plain data: what a builder writes and what a reader must know again. */
import "../i18n/sheetTexts";
import { dictionaryOf, LANGUAGES, translate, type Language } from "../i18n";

/** Text of a sheet in the chosen language, by key without "sheet.". */
export const sheetText =
  (language: Language) =>
  (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    translate(language, `sheet.${key}`, params);

const COLUMN = /^sheet\.col\.(\w+)\.(\w+)$/;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Table key ("Plan") → column key → header of one language; headers made for each line are left out. */
function headersIn(language: Language): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const tables: Record<string, Record<string, string>> = {};
  for (const [key, entry] of Object.entries(dictionaryOf(language))) {
    const [, table, column] = COLUMN.exec(key) ?? [];
    if (table === undefined || column === undefined || typeof entry !== "string" || entry.includes("{")) continue;
    (tables[capital(table)] ??= {})[column] = entry;
  }
  return tables;
}

/** Headers of generated tables in every language, for workbooks whose stored part is lost. */
export const sheetHeaders = (): readonly Readonly<Record<string, Readonly<Record<string, string>>>>[] =>
  LANGUAGES.map(headersIn);

/** What list cells show, in every language → the key behind it. */
export function listWords(): Readonly<Record<string, string>> {
  const words: Record<string, string> = {};
  for (const language of LANGUAGES) {
    for (const [key, entry] of Object.entries(dictionaryOf(language))) {
      if (key.startsWith("sheet.word.") && typeof entry === "string") words[entry] = key.slice("sheet.word.".length);
    }
  }
  return words;
}
