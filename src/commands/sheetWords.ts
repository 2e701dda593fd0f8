/** The words of generated sheets as plain data: what a builder writes and what a reader must know again. */
import "../i18n/sheetTexts";
import { inHead, sideBySide, textsIn, underneath, type TextsByLanguage } from "../core/blueprint/joinedTexts";
import type { SheetText } from "../core/blueprint/words";
import { dictionaryOf, translate, wordsLoaded, type Language } from "../i18n";
import type { SheetLanguage } from "./types";

const textOf =
  (language: Language): SheetText =>
  (key, params = {}) =>
    translate(language, `sheet.${key}`, params);
/** Texts of sheets in each language, by key without "sheet.". */
export const SHEET_TEXTS: TextsByLanguage = { en: textOf("en"), "zh-CN": textOf("zh-CN") };
/** Texts of a sheet in the chosen language or in both. */
export const sheetText = (language: SheetLanguage): SheetText => textsIn(language, SHEET_TEXTS);

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

type Headers = ReturnType<typeof headersIn>;
/** As they stand in a workbook of both languages. */
const headersInBoth = (en: Headers, zh: Headers, join: typeof inHead): Headers =>
  Object.fromEntries(
    Object.entries(en).map(([table, columns]) => [
      table,
      Object.fromEntries(Object.entries(columns).map(([key, header]) => [key, join(header, zh[table]?.[key] ?? "")])),
    ]),
  );

/** What is worked out of the dictionaries: anew only when more of their words have been loaded. */
function fromWords<T>(make: () => T): () => T {
  let made: { readonly from: number; readonly value: T } | null = null;
  return () => {
    if (made?.from !== wordsLoaded()) made = { from: wordsLoaded(), value: make() };
    return made.value;
  };
}

/** Headers of generated tables in every language and in both, for workbooks whose stored part is lost. */
export const sheetHeaders = fromWords((): readonly Headers[] => {
  const [en, zh] = [headersIn("en"), headersIn("zh-CN")];
  // Workbooks of earlier versions have heads of two lines.
  return [en, zh, headersInBoth(en, zh, inHead), headersInBoth(en, zh, underneath)];
});

const WORD = "sheet.word.";
const wordsIn = (language: Language): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(dictionaryOf(language)).flatMap(([key, entry]) =>
      key.startsWith(WORD) && typeof entry === "string" ? [[key.slice(WORD.length), entry]] : [],
    ),
  );

/** What list cells show, in every language and in both → the key behind it. */
export const listWords = fromWords((): Readonly<Record<string, string>> => {
  const [en, zh] = [wordsIn("en"), wordsIn("zh-CN")];
  const words: Record<string, string> = {};
  for (const [key, word] of [...en, ...zh]) words[word] = key;
  for (const [key, word] of en) words[sideBySide(word, zh.get(key) ?? "")] = key;
  return words;
});
