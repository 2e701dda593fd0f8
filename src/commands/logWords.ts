/** The words of the log of acceptances in every language, those of the person first: what is written, and what is known again. */
import { LOG_COLUMNS, type LogColumn, type LogWords } from "../core/acceptance/log";
import type { AcceptanceState } from "../core/model/acceptance";
import { LANGUAGES, translate, type Language } from "../i18n";

const STATES: readonly AcceptanceState[] = ["accepted", "expired", "withdrawn", "closed"];

const wordsIn = (language: Language): LogWords => ({
  language,
  name: translate(language, "sheet.log.name"),
  columns: Object.fromEntries(LOG_COLUMNS.map((key) => [key, translate(language, `sheet.log.col.${key}`)])) as Record<
    LogColumn,
    string
  >,
  states: Object.fromEntries(STATES.map((key) => [key, translate(language, `sheet.log.state.${key}`)])) as Record<
    AcceptanceState,
    string
  >,
});

export const logWords = (first: Language): readonly LogWords[] =>
  [first, ...LANGUAGES.filter((language) => language !== first)].map(wordsIn);
