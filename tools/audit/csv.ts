/** A .csv file as a sheet: comma, semicolon or tab, quoted cells, numbers with a point; Unicode, or Chinese as Excel saves it. */
import type { CellValue, Snapshot } from "../../src/core/recognise/snapshot";

function rowsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let [cell, quoted] = ["", false];
  const end = (): void => {
    rows.at(-1)?.push(cell);
    cell = "";
  };
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i] ?? "";
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') [cell, i] = [`${cell}"`, i + 1];
      else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === separator) end();
    else if (sign === "\n") {
      end();
      rows.push([]);
    } else if (sign !== "\r") cell += sign;
  }
  end();
  return rows;
}

const valueOf = (text: string): CellValue => (/^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text);

/** UTF-8 or UTF-16 where the bytes say so; else GB 18030, in which a Chinese Excel saves "CSV (comma delimited)". */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** The sheet of a .csv file; the separator is the one its first line has most of. */
export function csvSnapshot(name: string, bytes: Uint8Array): Snapshot {
  const text = textOf(bytes);
  const head = text.split("\n", 1)[0] ?? "";
  const [separator = ","] = [",", ";", "\t"].sort((a, b) => head.split(b).length - head.split(a).length);
  const rows = rowsOf(text, separator);
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const values = rows.map((row) => Array.from({ length: columns }, (_, c) => valueOf(row[c] ?? "")));
  const sheet = {
    name,
    visible: true,
    isProtected: false,
    used: { row: 0, column: 0, rows: rows.length, columns },
    values,
    formulas: new Map<number, readonly string[]>(),
    numberFormats: new Array<string | null>(columns).fill("General"),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    isFiltered: false,
    tables: [],
  };
  return { sheets: [sheet], activeSheet: name, names: [], metadata: null, date1904: false };
}
