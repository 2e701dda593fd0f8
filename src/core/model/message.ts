/** What fills the holes of a sentence; a list is joined as the language does. */
export type MessageParams = Readonly<Record<string, string | number | readonly string[]>>;

/** A sentence to be: core says which message and with what; i18n makes the words. */
export interface Message {
  /** A key of the i18n dictionary (`src/i18n/en.ts` is the list). */
  readonly key: string;
  readonly params?: MessageParams;
}
