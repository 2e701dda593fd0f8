/**
 * Weighted checklist: statements with scale values fixed before use, some of them reversed. The rater says yes or no and does
 * not see the values. Domain rule C9.2.
 */
import { mean as meanOf, sampleStandardDeviation } from "simple-statistics";
import { computed, finite, refused, type Computed } from "../model/computed";
import { roundTotal } from "./round";

/** "na": not applicable, the statement does not count. */
export type ChecklistAnswer = "yes" | "no" | "na";

export interface ChecklistItem {
  readonly id: string;
  /** Scale value, not negative; 0 for a statement that does not count. */
  readonly value: number;
  /** "no" is the good answer. */
  readonly isReversed?: boolean;
  /** Id of the statement that says the contrary. */
  readonly opposite?: string;
}

export interface ChecklistScore {
  /** Value of the good answers ÷ value of all answers × 100, before rounding; null while an answer is awaited, or none counts. */
  readonly raw: number | null;
  /** Rounded to 6 decimals. */
  readonly score: number | null;
  readonly won: number;
  readonly counted: number;
  readonly yes: number;
  readonly no: number;
  /** Statements that count and have no answer. */
  readonly open: number;
  /** Statements with yes whose contrary has yes as well. */
  readonly clashes: number;
  /** Everything is answered, and all of it alike, good and bad: nobody read the statements. */
  readonly isAllSame: boolean;
  /** Mean value of the statements with yes, on the scale of the values (Thurstone's score); null without one. */
  readonly meanOfYes: number | null;
}

/**
 * The score of one person's checklist.
 * @param answers by id of the statement; what is not there is awaited
 * @returns refused: "empty", "shape" (an id twice), "not-a-number", "negative" (a value)
 * Source: domain rule C9.2 (Σ weights of good answers ÷ Σ weights); Thurstone & Chave 1929 (mean value of ticked items).
 */
export function checklistScore(
  items: readonly ChecklistItem[],
  answers: ReadonlyMap<string, ChecklistAnswer>,
): Computed<ChecklistScore> {
  if (items.length === 0) return refused("empty");
  if (new Set(items.map(({ id }) => id)).size < items.length) return refused("shape");
  if (!items.every(({ value }) => Number.isFinite(value))) return refused("not-a-number");
  if (items.some(({ value }) => value < 0)) return refused("negative");
  const valueOf = (list: readonly ChecklistItem[]): number => list.reduce((sum, { value }) => sum + value, 0);
  const answered = (answer: ChecklistAnswer): readonly ChecklistItem[] =>
    items.filter(({ id }) => answers.get(id) === answer);
  const [yes, no] = [answered("yes"), answered("no")];
  const counted = finite(valueOf([...yes, ...no]));
  if (!counted.ok) return counted;
  const won = valueOf([...yes.filter((item) => item.isReversed !== true), ...no.filter((item) => item.isReversed)]);
  const open = items.filter(({ id, value }) => value > 0 && !answers.has(id)).length;
  const raw = open > 0 || counted.value === 0 ? null : (won / counted.value) * 100;
  return computed({
    ...{ raw, score: raw === null ? null : roundTotal(raw), won, counted: counted.value },
    ...{ yes: yes.length, no: no.length, open },
    clashes: yes.filter(({ opposite }) => opposite !== undefined && answers.get(opposite) === "yes").length,
    isAllSame: open === 0 && yes.length + no.length > 0 && yes.length * no.length === 0,
    meanOfYes: yes.length === 0 ? null : valueOf(yes) / yes.length,
  });
}

export interface ScaleValue {
  /** Mean of the judges' values; null where nobody judged. */
  readonly value: number | null;
  /** Standard deviation of their values; null below two judges. */
  readonly spread: number | null;
  readonly judges: number;
  /** Enough judges, and they lie near enough together: the statement may be used. */
  readonly keep: boolean;
}

/** A house rule on a scale of 1–11: judges further apart than this read different things into a statement. */
export const MAX_SPREAD = 2;
/** Fewer judges give no scale value. */
const MIN_JUDGES = 3;

/**
 * Scale values of statements from the judgements of several people, before the checklist is used.
 * @param judgements a row per statement, a column per judge, usually 1–11; null where somebody did not judge
 * @param maxSpread largest standard deviation of a statement that is kept
 * @returns one a statement, on the judges' scale; refused: "empty", "shape" (rows of different length), "not-a-number"
 * Source: Thurstone & Chave 1929, equal-appearing intervals; domain rule C9.2 (drop items with large spread).
 */
export function scaleValues(
  judgements: readonly (readonly (number | null)[])[],
  maxSpread: number = MAX_SPREAD,
): Computed<readonly ScaleValue[]> {
  const judges = judgements[0]?.length ?? 0;
  if (judges === 0) return refused("empty");
  if (judgements.some((row) => row.length !== judges)) return refused("shape");
  const numbers = judgements.map((row) => row.filter((value): value is number => value !== null));
  if (Number.isNaN(maxSpread)) return refused("not-a-number");
  const found = numbers.map((row): ScaleValue => {
    const spread = row.length < 2 ? null : sampleStandardDeviation(row);
    const keep = row.length >= MIN_JUDGES && spread !== null && spread <= maxSpread;
    return { value: row.length === 0 ? null : meanOf(row), spread, judges: row.length, keep };
  });
  const isFinite = found.every(({ value, spread }) => Number.isFinite(value ?? 0) && Number.isFinite(spread ?? 0));
  return isFinite ? computed(found) : refused("not-a-number");
}
