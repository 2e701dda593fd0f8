/** ISO dates as the pane's date fields give them, to Excel's day numbers (1900 system, without a time zone). */

const DAY = 86_400_000;
/** Excel's day 0, so that 1 March 1900 and later come out as Excel counts them. */
const EPOCH = Date.UTC(1899, 11, 30);

/** "2026-01-01" → 46023; NaN when it is no date. */
export function serialOf(iso: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return Number.NaN;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? (time - EPOCH) / DAY : Number.NaN;
}

/** 46023 → "2026-01-01". */
export const isoOf = (serial: number): string => new Date(EPOCH + serial * DAY).toISOString().slice(0, 10);
