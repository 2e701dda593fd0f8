/** Lists of ranges as attributes hold them: "A1:B3 D5". */
import { parseRect, rectAddress } from "../../../src/core/model/a1";
import type { Rect } from "../../../src/core/model/a1";

export function rangesToFile(ranges: readonly Rect[]): string {
  return ranges.map((rect) => rectAddress(rect)).join(" ");
}

/** Unreadable parts are left out; an empty list means that nothing was readable. */
export function rangesFromFile(text: string): Rect[] {
  return text.split(/\s+/).flatMap((part) => {
    const rect = parseRect(part);
    return rect === null ? [] : [rect];
  });
}

const FILE_DAYS_OF_1904 = 1462;
/** An ISO date or date-time as a serial number of the workbook's date system; null when it is none. */
export function isoToSerial(text: string, date1904: boolean): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?Z?)?$/.exec(text);
  if (!match) return null;
  const [, y, m, d, h = "0", min = "0", s = "0"] = match;
  const ms = Date.UTC(Number(y), Number(m) - 1, Number(d), Number(h), Number(min)) + Number(s) * 1000;
  const serial = ms / 86_400_000 + 25_569;
  return date1904 ? serial - FILE_DAYS_OF_1904 : serial;
}
