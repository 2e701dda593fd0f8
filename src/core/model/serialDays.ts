/** Excel's day numbers (1900 system, no time zone) and ISO dates. */

export const MS_PER_DAY = 86_400_000;
/** Excel's day 0, so that 1 March 1900 and later come out as Excel counts them. */
export const SERIAL_EPOCH = Date.UTC(1899, 11, 30);

/** 46023 → "2026-01-01"; a time of day is cut off. */
export const isoDay = (serial: number): string =>
  new Date(SERIAL_EPOCH + serial * MS_PER_DAY).toISOString().slice(0, 10);
