/** What fields of the desk share: its words, the languages of the texts that are shown, and what is wrong where. */
import { createContext, useContext, useMemo } from "react";
import type { TemplateFault } from "../../core/schema/fields";
import type { Message } from "../../core/model/message";
import { LANGUAGES, translate, type Language } from "../../i18n";
import type { desk } from "../../i18n/en/desk";
import { useWords, type Words } from "../hooks/words";

type DeskKey = Extract<keyof typeof desk, `pane.desk.${string}`> extends `pane.desk.${infer Key}` ? Key : never;

export interface DeskWords extends Words {
  /** A sentence of the desk, by its key without "pane.desk.". */
  readonly desk: (key: DeskKey, params?: Message["params"]) => string;
  /** A word of generated sheets, by its key without "sheet.". */
  readonly sheet: (key: string) => string;
}

export function useDeskWords(): DeskWords {
  const words = useWords();
  return useMemo(() => {
    const { language } = words;
    return {
      ...words,
      desk: (key, params) => translate(language, `pane.desk.${key}`, params),
      sheet: (key) => translate(language, `sheet.${key}`),
    };
  }, [words]);
}

/** A word of generated sheets in both languages. */
export const inBothLanguages = (key: string): Readonly<Record<Language, string>> => ({
  en: translate("en", `sheet.${key}`),
  "zh-CN": translate("zh-CN", `sheet.${key}`),
});

export interface Desk {
  /** Languages in which texts are edited. */
  readonly languages: readonly Language[];
  /** What is wrong, once the person has tried to keep the template; before, nobody is told what they have not typed yet. */
  readonly faults: readonly TemplateFault[];
}
export const DeskContext = createContext<Desk>({ languages: LANGUAGES, faults: [] });

/** What is wrong at one of the places, in words; null when nothing is. */
export function useFault(...paths: readonly string[]): string | null {
  const { tell } = useWords();
  const { faults } = useContext(DeskContext);
  const fault = faults.find(({ path }) => paths.includes(path));
  return fault === undefined ? null : tell({ key: `commands.desk.fault.${fault.reason}`, params: fault.params });
}

/** The id of the field of a place, so that the person can be led to it. */
export const fieldId = (path: string): string => `desk-${path.replace(/[^\w]+/g, "-")}`;
