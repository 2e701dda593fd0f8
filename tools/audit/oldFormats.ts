/**
 * Files of older and other programs as .xlsx: .xls of Excel 97–2003 and binary .xlsb. Read by SheetJS and written again in
 * memory, so that one reader judges all of them. Values, formulas, number formats, merged, hidden and protected parts come
 * along; drawings, rules and validation do not, and the audit needs none of them.
 */
import { read, write } from "@e965/xlsx";

/** Largest file that is converted: a sheet takes many times its bytes while it is. */
const MOST_BYTES = 30_000_000;

/** Bytes of an .xlsx file, or the key of a problem as `host/file` names them. */
export type Converted =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly key: "file.problem.encrypted" | "file.problem.tooLarge" | "file.problem.damaged" };

/** Whatever the bytes hold, it answers. */
export function asXlsx(bytes: Uint8Array): Converted {
  if (bytes.length > MOST_BYTES) return { ok: false, key: "file.problem.tooLarge" };
  try {
    const book = read(bytes, { type: "array", cellFormula: true, cellNF: true, cellStyles: true, cellHTML: false });
    const written: unknown = write(book, { type: "array", bookType: "xlsx", cellStyles: true });
    return written instanceof ArrayBuffer
      ? { ok: true, bytes: new Uint8Array(written) }
      : { ok: false, key: "file.problem.damaged" };
  } catch (error) {
    const isLocked = error instanceof Error && /password/i.test(error.message);
    return { ok: false, key: isLocked ? "file.problem.encrypted" : "file.problem.damaged" };
  }
}
