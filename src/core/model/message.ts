/** A sentence to be: core says which message and with what; i18n makes the words. */
export interface Message {
  /** A key of the i18n dictionary (`src/i18n/en.ts` is the list). */
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}
