/** Puts a check's title before what its limits mean, so that a row of the settings is understood by itself. */
import type { Dictionary } from "./dictionary";

const LIMIT = /^sheet\.limit\.([A-Z]\d+)\./;

/** The same keys; those of limits begin with the title of their check in `titles`. */
export function withTitles<Words extends Readonly<Record<string, string>>>(
  words: Words,
  titles: Dictionary,
  colon: string,
): { readonly [Key in keyof Words]: string } {
  const titled = Object.entries(words).map(([key, text]) => {
    const title = titles[`checks.${LIMIT.exec(key)?.[1] ?? ""}.title`];
    return [key, typeof title === "string" ? `${title}${colon}${text}` : text] as const;
  });
  return Object.fromEntries(titled) as { [Key in keyof Words]: string };
}
