/** Heads of columns that differ in a number only: "Q1", "Q2" … */
/** @param prefix of the keys, which end with the number */
export const numbered = <Prefix extends string>(
  prefix: Prefix,
  last: number,
  say: (no: number) => string,
): Readonly<Record<`${Prefix}${number}`, string>> =>
  Object.fromEntries(Array.from({ length: last }, (_, i) => [`${prefix}${String(i + 1)}`, say(i + 1)])) as Record<
    `${Prefix}${number}`,
    string
  >;
