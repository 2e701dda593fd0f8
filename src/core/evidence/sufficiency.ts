/** Whether what was noted is enough to prove one line of one person (domain rule C14). */
import { computed, refused, type Computed } from "../model/computed";
import { inPeriod, isDate, monthOf, type Period } from "./period";
import { textLength } from "./texts";

/** What proves a line: noted incidents (ratings), a document (milestones), a report of a system (all measured ones). */
export type ProofKind = "incidents" | "document" | "report";

export interface SufficiencyRules {
  /** Fewest incidents behind a rating, and fewest months that they come from. */
  readonly incidents: number;
  readonly months: number;
  /** Shortest comment on a rating at an end of its scale, in Latin characters. */
  readonly comment: number;
  /** Days at the end of the period in which not all records may have been written. */
  readonly lastDays: number;
}
/** The rules of a fresh workbook (domain rule C14); all of them are settings. */
export const SUFFICIENCY_DEFAULTS: SufficiencyRules = { incidents: 2, months: 2, comment: 60, lastDays: 14 };

export interface ProvedLine {
  readonly kind: ProofKind;
  /** A rating at an end of its scale: it needs words. */
  readonly isEndRating: boolean;
  /** The longest text about it, "" for none. */
  readonly comment: string;
  /** Records that cover it (own, the unit's, everybody's); dates outside the period do not count. */
  readonly records: readonly { readonly eventDate: number | null; readonly recordedDate?: number | null }[];
}

/** What is lacking. */
export type SufficiencyGap =
  "noRecord" | "fewIncidents" | "oneMonth" | "noComment" | "shortComment" | "writtenAtTheEnd";

/**
 * What the words about a rating at an end of its scale lack; null for nothing.
 * @param least shortest text in Latin characters; a Chinese one counts as two
 * Source: domain rule C14 (US DOI: narrative for ratings at the ends).
 */
export function commentGap(
  comment: string,
  least: number,
): Extract<SufficiencyGap, "noComment" | "shortComment"> | null {
  const length = textLength(comment);
  if (length === 0) return "noComment";
  return length < least ? "shortComment" : null;
}

/**
 * All records were written in the last days: back-filled. Says nothing where a record has no date of writing, none is
 * there, or the period is no longer than these days.
 */
function isBackFilled(records: ProvedLine["records"], { from, to }: Period, days: number): boolean {
  const written = records.map(({ recordedDate }) => recordedDate ?? null);
  if (to === null || (from !== null && from > to - days)) return false;
  return written.length > 0 && written.every((date) => date !== null && date > to - days);
}

/** Months that a period touches; as many as one likes where it is open. */
const monthsOf = ({ from, to }: Period): number =>
  from !== null && to !== null && isDate(from) && isDate(to) ? monthOf(to) - monthOf(from) + 1 : Infinity;

/**
 * What a line still lacks to be proved, in the order of its importance; empty when it is enough.
 * @param line dates are Excel serials @param period the last day counts whole
 * @returns refused: "not-a-number" for rules or a period that are none
 * Source: domain rule C14 (US DOI: narrative for ratings at the ends).
 */
export function sufficiencyGaps(
  { kind, isEndRating, comment, records }: ProvedLine,
  period: Period,
  rules: SufficiencyRules = SUFFICIENCY_DEFAULTS,
): Computed<readonly SufficiencyGap[]> {
  const ends = [period.from, period.to].flatMap((end) => end ?? []);
  if (!Object.values(rules).every(Number.isFinite) || !ends.every(Number.isFinite)) return refused("not-a-number");
  const counted = records.filter(({ eventDate }) => inPeriod(eventDate, period));
  const months = new Set(
    counted.flatMap(({ eventDate }) => (eventDate !== null && isDate(eventDate) ? monthOf(eventDate) : [])),
  );
  const isRated = kind === "incidents";
  // A period of one month has no second one to look at.
  const wanted = Math.min(rules.months, monthsOf(period));
  const words = isEndRating ? commentGap(comment, rules.comment) : null;
  const gaps: readonly (readonly [gap: SufficiencyGap, isOpen: boolean])[] = [
    ["noRecord", counted.length === 0],
    ["fewIncidents", isRated && counted.length > 0 && counted.length < rules.incidents],
    ["oneMonth", isRated && counted.length >= rules.incidents && months.size < wanted],
    ["noComment", words === "noComment"],
    ["shortComment", words === "shortComment"],
    ["writtenAtTheEnd", isRated && isBackFilled(counted, period, rules.lastDays)],
  ];
  return computed(gaps.flatMap(([gap, isOpen]) => (isOpen ? [gap] : [])));
}
