/** ISO dates as the pane's date fields give them, to Excel's day numbers (1900 system, without a time zone). */
import { isoDay, MS_PER_DAY, SERIAL_EPOCH } from "../core/model/serialDays";

/** "2026-01-01" → 46023; NaN when it is no date. */
export function serialOf(iso: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return Number.NaN;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? (time - SERIAL_EPOCH) / MS_PER_DAY : Number.NaN;
}

/** 46023 → "2026-01-01". */
export const isoOf = isoDay;
