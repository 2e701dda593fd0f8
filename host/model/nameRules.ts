/** What Excel accepts as a defined name or a table's name. */
import { parseRect } from "../../src/core/model/a1";

const MAX_NAME = 255;

/** A letter, "_" or "\" first, then letters, digits, "_", "." or "?"; no cell address in A1 or R1C1 style. */
export function isValidName(name: string): boolean {
  if (name.length === 0 || name.length > MAX_NAME) return false;
  if (!/^[\p{L}_\\][\p{L}\p{N}_.?\\]*$/u.test(name)) return false;
  if (/^(?:r\d*c\d*|r\d*|c\d*)$/i.test(name)) return false;
  return parseRect(name) === null && !/^(?:TRUE|FALSE)$/i.test(name);
}
