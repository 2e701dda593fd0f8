/** How a person's records lie in time, and whether they look at both sides. Too little to say is refused. */
import { computed, refused, type Computed } from "../model/computed";
import { inPeriod, isDate, monthOf, type Period } from "./period";

interface ClosedPeriod {
  readonly from: number;
  readonly to: number;
}

function closed({ from, to }: Period): Computed<ClosedPeriod> {
  if (from === null || to === null) return refused("missing-parameter", { needs: "period" });
  return isDate(from) && isDate(to) && from <= to ? computed({ from, to }) : refused("out-of-range");
}

/**
 * How many records fall into each month of the period, in order: a row of the evidence heat-map.
 * @param dates event dates (Excel serials); those outside the period are not counted
 * @returns refused: "missing-parameter" (a period open at an end), "out-of-range" (no dates, or turned round)
 * Source: domain B2, the evidence heat-map.
 */
export function recordsByMonth(dates: readonly number[], period: Period): Computed<readonly number[]> {
  const ends = closed(period);
  if (!ends.ok) return ends;
  const first = monthOf(ends.value.from);
  const counts = new Array<number>(monthOf(ends.value.to) - first + 1).fill(0);
  for (const date of dates) {
    if (!inPeriod(date, period)) continue;
    const month = monthOf(date) - first;
    counts[month] = (counts[month] ?? 0) + 1;
  }
  return computed(counts);
}

/**
 * The longest run of months of the period without a record.
 * @param dates event dates (Excel serials) @returns whole months; refused as recordsByMonth
 * Source: check E06.
 */
export function longestGap(dates: readonly number[], period: Period): Computed<number> {
  const months = recordsByMonth(dates, period);
  if (!months.ok) return months;
  let [longest, run] = [0, 0];
  for (const count of months.value) {
    run = count > 0 ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return computed(longest);
}

/**
 * Share of the records dated in the last part of the period, 0–1: recency.
 * @param dates event dates (Excel serials) @param least fewest records of the period, default 5 @param part of the
 * period that is its end, default a quarter
 * @returns refused as recordsByMonth, and "too-few", "out-of-range" (the part)
 * Source: domain rule C12, check E07.
 */
export function recentShare(dates: readonly number[], period: Period, least = 5, part = 0.25): Computed<number> {
  const ends = closed(period);
  if (!ends.ok) return ends;
  if (!(part > 0 && part <= 1)) return refused("out-of-range", { part });
  const counted = dates.filter((date) => inPeriod(date, period));
  if (counted.length === 0 || !(counted.length >= least))
    return refused("too-few", { records: counted.length, minRecords: least });
  const { from, to } = ends.value;
  // The last day counts whole, so the period is one day longer than the difference.
  const late = to + 1 - (to + 1 - from) * part;
  return computed(counted.filter((date) => date >= late).length / counted.length);
}

/**
 * Whole days between an event and its record (Excel serials); 0 where a date is missing, below 0 for a record dated
 * before its event. Source: check E08.
 */
export function daysToRecord(eventDate: number | null, recordedDate: number | null | undefined): number {
  if (eventDate === null || recordedDate == null || !isDate(eventDate) || !isDate(recordedDate)) return 0;
  return Math.floor(recordedDate) - Math.floor(eventDate);
}

/**
 * The one side that all records speak for, or null when they speak for both.
 * @param signs "+" or "-"; others are not counted @param least fewest records with a sign, default 3
 * @returns refused: "too-few" below that
 * Source: check E09.
 */
export function oneSide(signs: readonly string[], least = 3): Computed<"+" | "-" | null> {
  const told = signs.filter((sign): sign is "+" | "-" => sign === "+" || sign === "-");
  const [first] = told;
  if (first === undefined || !(told.length >= least))
    return refused("too-few", { records: told.length, minRecords: least });
  return computed(told.every((sign) => sign === first) ? first : null);
}
