/**
 * Dates and times as Excel reads them when typed in an en-US locale, and serial numbers.
 * Serials: 1 = 1900-01-01 with Excel's 29 February 1900 counted (60), or 0 = 1904-01-01 in the 1904 system.
 */
const MS_PER_DAY = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const DAYS_1904 = 1462;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const LONG = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

export interface DateInput {
  readonly serial: number;
  readonly numberFormat: string;
}

/** Serial of a day; null when there is no such day, or it is before the system's first or after 9999. */
function dateSerial(year: number, month: number, day: number, date1904: boolean): number | null {
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1) return null;
  if (year === 1900 && month === 2 && day === 29) return date1904 ? null : 60;
  const time = Date.UTC(year, month - 1, day);
  if (new Date(time).getUTCMonth() !== month - 1) return null;
  const days = Math.round((time - EPOCH_1900) / MS_PER_DAY);
  const serial = days < 61 ? days - 1 : days;
  if (!date1904) return serial;
  return days >= DAYS_1904 ? days - DAYS_1904 : null;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}
function monthOf(word: string): number {
  const lower = word.toLowerCase().replace(/\.$/, "");
  const short = MONTHS.indexOf(lower);
  return (short >= 0 ? short : LONG.indexOf(lower)) + 1;
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly numberFormat: string;
}

/** The shapes of a date in en-US: 1/2/2026, 2026-01-02, 2-Jan-2026, Jan 2, 2026, 15-Feb, 1/2, Jan 2026. */
function dateParts(text: string, thisYear: number): Parts | null {
  let m = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (m) return { month: Number(m[1]), day: Number(m[3]), year: fullYear(m[4] ?? ""), numberFormat: "m/d/yyyy" };
  m = /^(\d{4})([/-])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (m) return { year: Number(m[1]), month: Number(m[3]), day: Number(m[4]), numberFormat: "m/d/yyyy" };
  m = /^(\d{1,2})[-/ ]([A-Za-z]{3,9})[-/ ,]+(\d{4}|\d{2})$/.exec(text);
  if (m) {
    return { day: Number(m[1]), month: monthOf(m[2] ?? ""), year: fullYear(m[3] ?? ""), numberFormat: "d-mmm-yy" };
  }
  m = /^([A-Za-z]{3,9}) (\d{1,2}), ?(\d{4})$/.exec(text);
  if (m) return { month: monthOf(m[1] ?? ""), day: Number(m[2]), year: Number(m[3]), numberFormat: "d-mmm-yy" };
  m = /^(\d{1,2})[/-](\d{1,2})$/.exec(text);
  if (m) return { month: Number(m[1]), day: Number(m[2]), year: thisYear, numberFormat: "d-mmm" };
  m = /^(\d{1,2})[- ]?([A-Za-z]{3,9})$/.exec(text);
  if (m) return { day: Number(m[1]), month: monthOf(m[2] ?? ""), year: thisYear, numberFormat: "d-mmm" };
  m = /^([A-Za-z]{3,9})[- ](\d{1,2})$/.exec(text);
  if (m && Number(m[2]) <= 31) {
    return { day: Number(m[2]), month: monthOf(m[1] ?? ""), year: thisYear, numberFormat: "d-mmm" };
  }
  m = /^([A-Za-z]{3,9})[- ,/]+(\d{4})$/.exec(text);
  if (m) return { day: 1, month: monthOf(m[1] ?? ""), year: Number(m[2]), numberFormat: "mmm-yy" };
  return null;
}

const TIME = /^(\d{1,4}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(?: ?([AP])M?)?$/i;

/** A time of day as a fraction of a day. Over 24 hours is allowed without AM/PM, as in Excel. */
function timeInput(text: string): DateInput | null {
  const m = TIME.exec(text);
  if (!m) return null;
  const half = m[4]?.toUpperCase();
  let hours = Number(m[1]);
  const minutes = Number(m[2]);
  const seconds = Number(m[3] ?? 0);
  if (minutes > 59 || seconds >= 60 || (half !== undefined && (hours < 1 || hours > 12))) return null;
  if (half !== undefined) hours = (hours % 12) + (half === "P" ? 12 : 0);
  const clock = m[3] === undefined ? "h:mm" : "h:mm:ss";
  const numberFormat = half !== undefined ? `${clock} AM/PM` : hours > 23 ? "[h]:mm:ss" : clock;
  return { serial: hours / 24 + minutes / 1440 + seconds / 86_400, numberFormat };
}

/** Reads a typed date, time or both; null for anything else. `thisYear` completes "15-Feb". */
export function parseDateInput(text: string, thisYear: number, date1904: boolean): DateInput | null {
  if (!/\d/.test(text)) return null;
  const time = timeInput(text);
  if (time) return time;
  const whole = dateParts(text, thisYear);
  if (whole) {
    const serial = dateSerial(whole.year, whole.month, whole.day, date1904);
    return serial === null ? null : { serial, numberFormat: whole.numberFormat };
  }
  const both = /^(.+?)[ T]+(\d{1,2}:\S+(?: ?[AP]M?)?)$/i.exec(text);
  if (!both) return null;
  const day = dateParts(both[1] ?? "", thisYear);
  const clock = timeInput(both[2] ?? "");
  const serial = day && dateSerial(day.year, day.month, day.day, date1904);
  if (!clock || serial === null) return null;
  return { serial: serial + clock.serial, numberFormat: "m/d/yyyy h:mm" };
}
