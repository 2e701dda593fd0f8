/** English and Chinese in one cell: how two texts stand together, and the words and templates of a workbook in both languages. */
import type { BilingualText } from "../schema/fields";
import type { Template } from "../schema/template";
import type { SheetText } from "./words";

/** The language of a workbook's sheets; of "both" every text stands in English and in Chinese. */
export type BookLanguage = "en" | "zh-CN" | "both";
export type TextsByLanguage = Readonly<Record<"en" | "zh-CN", SheetText>>;

/** As stored in the workbook; what is not known is read as English. */
export const bookLanguageOf = (stored: string): BookLanguage =>
  stored === "both" || stored === "zh-CN" ? stored : "en";

/** English text up to this length has the Chinese beside it, a longer one under it. */
const SHORT = 28;
const BREAK = "\n";
/**
 * Between the languages in the head of a column: an en space, which stands in no text of one language, so that the two are told
 * apart again. No line break: LibreOffice finds no name over a column whose head has one.
 */
export const HEAD_GAP = "\u2002";

const join = (en: string, zh: string, between: string): string =>
  en === zh || zh === "" || en === "" ? en || zh : `${en}${between}${zh}`;
/** Side by side, in one line: words of lists, names of sheets. */
export const sideBySide = (en: string, zh: string): string => join(en, zh, " ");
/** The Chinese in a line of its own: sentences. */
export const underneath = (en: string, zh: string): string => join(en, zh, BREAK);
/** Heads of columns: in one line, which breaks between the languages where the column is narrow. */
export const inHead = (en: string, zh: string): string => join(en, zh, HEAD_GAP);
const BETWEEN = new RegExp(`[${BREAK}${HEAD_GAP}]`);
/** A text by the languages and lines that stand in it. */
export const sidesOf = (text: string): readonly string[] => text.split(BETWEEN);
/** Whether a text is two languages that can be told apart. */
export const hasTwo = (text: string): boolean => BETWEEN.test(text);
/** As heads were joined in workbooks of earlier versions. */
export const asJoinedEarlier = (text: string): string => text.replaceAll(HEAD_GAP, BREAK);
/** As long texts and short ones need it. */
export const joined = (en: string, zh: string): string =>
  en.length > SHORT || en.includes(BREAK) ? underneath(en, zh) : sideBySide(en, zh);

/** What people type by hand stays the short English word: nobody types two languages into a cell. */
const TYPED = "word.na";
const HEADERS = /^col\./;
const IN_ONE_LINE = /^(?:word|name|list|band|aggregate|level)\./;

type Params = Readonly<Record<string, string | number>>;
/** A parameter that stands in both languages is given to each sentence in its own. */
const side = (params: Params, place: 0 | 1): Params =>
  Object.fromEntries(
    Object.entries(params).map(([key, value]) => {
      const parts = typeof value === "string" ? sidesOf(value) : [];
      return [key, parts.length === 2 ? (parts[place] ?? value) : value];
    }),
  );

/** Chinese texts for a workbook in both languages: what is typed by hand is named as it stands there. */
export const chineseBeside =
  ({ en, "zh-CN": zh }: TextsByLanguage): SheetText =>
  (key, params) =>
    key === TYPED ? en(key, params) : zh(key, params);

/** The texts of sheets in a language, or in both at once. */
export function textsIn(language: BookLanguage, texts: TextsByLanguage): SheetText {
  if (language !== "both") return texts[language];
  const zh = chineseBeside(texts);
  return (key, params = {}) => {
    const pair = [texts.en(key, side(params, 0)), zh(key, side(params, 1))] as const;
    if (HEADERS.test(key)) return inHead(...pair);
    return IN_ONE_LINE.test(key) ? sideBySide(...pair) : joined(...pair);
  };
}

const isBilingual = (value: object): value is BilingualText =>
  "en" in value && "zh-CN" in value && typeof value.en === "string" && typeof value["zh-CN"] === "string";

/** Names of lines become heads of columns, and stand as those do. */
function withBoth(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((entry) => withBoth(entry));
  if (typeof value !== "object" || value === null) return value;
  if (isBilingual(value)) {
    const both = (key === "name" ? inHead : joined)(value.en, value["zh-CN"]);
    return { en: both, "zh-CN": both };
  }
  return Object.fromEntries(Object.entries(value).map(([inner, entry]) => [inner, withBoth(entry, inner)]));
}

/** The template with both languages in each of its texts. */
export const templateIn = (language: BookLanguage, template: Template): Template =>
  // The shape stays: only texts are replaced by texts.
  language === "both" ? (withBoth(template) as Template) : template;
