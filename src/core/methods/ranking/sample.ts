/** Ten sample people as five judges, an alternation and one judge's pairs put them. */
import type { BilingualText } from "../../schema/fields";

const t = (en: string, zh: string): BilingualText => ({ en, "zh-CN": zh });
const post = t("Sales agent", "销售专员");
export const SAMPLE_TEAM: readonly { readonly department: BilingualText; readonly post: BilingualText }[] = Array.from(
  { length: 10 },
  (_, i) => ({ department: i < 5 ? t("North", "北区") : t("South", "南区"), post }),
);
/** A row a person; 1 = first. Judge 3 has equals, judge 5 takes no part. */
export const SAMPLE_ORDERS: readonly (readonly (number | null)[])[] = [
  [3, 2, 2, 4, null],
  [1, 1, 2, 1, null],
  [7, 6, 7, 8, null],
  [2, 4, 1, 2, null],
  [10, 9, 9, 10, null],
  [4, 3, 4, 3, null],
  [6, 7, 7, 5, null],
  [9, 10, 10, 9, null],
  [5, 5, 5, 6, null],
  [8, 8, 6, 7, null],
];
/** Positions of the people, picked best, worst, next best …; the last one is left and not asked for. */
export const SAMPLE_PICKS: readonly number[] = [1, 7, 3, 4, 0, 9, 5, 2, 8];
const STRENGTH = [8, 10, 3, 9, 1, 7, 4, 2, 6, 5];
/** Preferences against the strength: they make the circles. */
const UPSETS: ReadonlySet<string> = new Set(["0-8", "2-9"]);
/** Upper half: 1 where the row is preferred to the column, else 0. */
export const samplePreference = (row: number, column: number): number => {
  const isStronger = (STRENGTH[row] ?? 0) > (STRENGTH[column] ?? 0);
  return isStronger === UPSETS.has(`${String(row)}-${String(column)}`) ? 0 : 1;
};
export const SHARES: readonly number[] = [0.1, 0.2, 0.4, 0.2, 0.1];
