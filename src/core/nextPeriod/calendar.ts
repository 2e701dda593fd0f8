/** The period that follows another: whole months stay whole months, anything else keeps its number of days. */

export interface DayRange {
  /** Excel day numbers, both days counted. */
  readonly from: number;
  readonly to: number;
}

const DAY_MS = 86_400_000;
/** Excel's day 0, so that 1 March 1900 and later come out as Excel counts them. */
const EPOCH = Date.UTC(1899, 11, 30);
const dateOf = (serial: number): Date => new Date(EPOCH + serial * DAY_MS);
const serialOf = (year: number, month: number, day: number): number => (Date.UTC(year, month, day) - EPOCH) / DAY_MS;

/** Months from the first of one to the last of another; null for any other range. */
function wholeMonths({ from, to }: DayRange): number | null {
  const [first, after] = [dateOf(from), dateOf(to + 1)];
  if (first.getUTCDate() !== 1 || after.getUTCDate() !== 1) return null;
  return (after.getUTCFullYear() - first.getUTCFullYear()) * 12 + after.getUTCMonth() - first.getUTCMonth();
}

/** 1 January to 31 March → 1 April to 30 June; 5 January to 11 January → 12 January to 18 January. */
export function followingPeriod(closed: DayRange): DayRange {
  const from = closed.to + 1;
  const months = wholeMonths(closed);
  if (months === null) return { from, to: from + closed.to - closed.from };
  const start = dateOf(from);
  return { from, to: serialOf(start.getUTCFullYear(), start.getUTCMonth() + months, 0) };
}

/** First and last day of the calendar year of a day. */
export function yearOf(serial: number): DayRange {
  const year = dateOf(serial).getUTCFullYear();
  return { from: serialOf(year, 0, 1), to: serialOf(year, 11, 31) };
}
