/** The shape of the word lists. One file an area and language; a key missing in a language does not compile. */
export type Params = Readonly<Record<string, string | number>>;
/** "{count} people" with named holes, or a function where a plural or a number's format decides. */
export type Entry = string | ((params: Params) => string);
export type Dictionary = Readonly<Record<string, Entry>>;
/** Every key of the English list, no more and no less. */
export type SameKeys<English> = { readonly [Key in keyof English]: Entry };
