/** What a person sees in a cell: its value by its number format (package ssf), with Excel's own rules where ssf differs. */
import SSF from "ssf";
import type { CellScalar } from "./types";

function isGeneral(format: string): boolean {
  return format === "" || format.toLowerCase() === "general";
}

function numberText(value: number, format: string, date1904: boolean): string {
  if (isGeneral(format) || format === "@") return SSF.format("General", value);
  try {
    if (SSF.is_date(format) && value < 0 && !date1904) return "########";
    return SSF.format(format, value, { date1904 });
  } catch {
    // A format that ssf cannot read shows as General would; Excel would have refused the format itself.
    return SSF.format("General", value);
  }
}

/** Text of a value by a number format; empty cells show nothing. */
export function textOf(value: CellScalar, format: string, date1904: boolean): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "object") return value.error;
  if (typeof value === "number") return numberText(value, format, date1904);
  // Text is touched only by a format with a text section.
  const sections = format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  if (isGeneral(format) || format === "@" || (sections.length < 4 && !format.includes("@"))) return value;
  try {
    return SSF.format(format, value);
  } catch {
    return value;
  }
}
