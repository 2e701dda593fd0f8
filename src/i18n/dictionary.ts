/** The shape of the word lists. One file an area and language; a key missing in a language does not compile. */
export type Params = Readonly<Record<string, string | number>>;
/** What a sentence is asked for with: a list is joined as the language does before an entry sees it. */
export type GivenParams = Readonly<Record<string, string | number | readonly string[]>>;
/** "{count} people" with named holes, or a function where a plural or a number's format decides. */
export type Entry = string | ((params: Params) => string);
export type Dictionary = Readonly<Record<string, Entry>>;
/** Every key of the English list, no more and no less. */
export type SameKeys<English> = { readonly [Key in keyof English]: Entry };
