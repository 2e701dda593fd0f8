/** Dates of records: Excel serials (1900 system), days from 0 h; the last day of a period counts whole. */

export interface Period {
  /** null: open at this end. */
  readonly from: number | null;
  readonly to: number | null;
}

/** Whether a date lies in a period; no date (null, NaN) does not. */
export const inPeriod = (date: number | null, { from, to }: Period): boolean =>
  date !== null && Number.isFinite(date) && (from === null || date >= from) && (to === null || date < to + 1);

const DAY_OF_UNIX_EPOCH = 25_569;
const MS_PER_DAY = 86_400_000;
/** Serials that Excel knows: 1900-01-01 to 9999-12-31. */
const DATES = { first: 1, last: 2_958_465 };

/** Whether a serial is a date that Excel knows. */
export const isDate = (serial: number): boolean => serial >= DATES.first && serial < DATES.last + 1;

/** Months since year 0 of a date serial (1900 system, from March 1900): neighbouring months differ by 1. */
export function monthOf(serial: number): number {
  const date = new Date((Math.floor(serial) - DAY_OF_UNIX_EPOCH) * MS_PER_DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
