/** The person's language inside the pane: sentences and numbers. */
import { createContext, useContext, useMemo } from "react";
import { rectAddress } from "../../core/model/a1";
import type { Location } from "../../core/model/location";
import type { Message } from "../../core/model/message";
import { translate } from "../../i18n";
import type { Language, MessageKey } from "../../i18n";

export const LanguageContext = createContext<Language>("en");

export interface Words {
  readonly language: Language;
  /** The sentence for a key that the pane itself uses. */
  readonly say: (key: MessageKey, params?: Message["params"]) => string;
  /** The sentence for a message from core or commands. */
  readonly tell: (message: Message) => string;
  /** At most two decimals, grouped as the language does. */
  readonly number: (value: number) => string;
  /** Numbers of one column: as many decimals as the one with most of them needs, at most two. */
  readonly column: (values: readonly number[]) => (value: number) => string;
  /** With all its decimals, for limits that are small. */
  readonly fine: (value: number) => string;
  /** A share between 0 and 1. */
  readonly percent: (share: number) => string;
  /** "A, B, and C". */
  readonly list: (names: readonly string[]) => string;
  /** Excel's day number as a day; a text as it is. */
  readonly day: (date: number | string) => string;
  /** "Entry!C12". */
  readonly cell: (location: Location) => string;
}

export function useWords(): Words {
  const language = useContext(LanguageContext);
  return useMemo(() => {
    const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    const exact = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
    const shares = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
    const lists = new Intl.ListFormat(language, { type: "conjunction" });
    const days = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
    return {
      language,
      say: (key, params) => translate(language, key, params),
      tell: (message) => translate(language, message.key, message.params),
      number: (value) => numbers.format(value),
      column: (values) => {
        const decimals = [0, 1].find((count) =>
          values.every((value) => Math.abs(value * 10 ** count - Math.round(value * 10 ** count)) < 1e-6),
        );
        const digits = { minimumFractionDigits: decimals ?? 2, maximumFractionDigits: decimals ?? 2 };
        const aligned = new Intl.NumberFormat(language, digits);
        return (value) => aligned.format(value);
      },
      fine: (value) => exact.format(value),
      percent: (share) => shares.format(share),
      list: (names) => lists.format(names),
      day: (date) => (typeof date === "string" ? date : days.format(Date.UTC(1899, 11, 30) + date * 86_400_000)),
      cell: (location) => `${location.sheet}!${rectAddress(location.rect)}`,
    };
  }, [language]);
}
