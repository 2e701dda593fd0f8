/** Fuzzy numbers: each value is three, the least, the likely and the most. */
import type { Grid } from "../grid";
import type { Column } from "./columns";
import { cellNumber } from "./numbers";
import type { Region } from "./regions";

const LEAST_TRIPLES = 3;

/** Three numbers under each name merged over them, in every row from the least to the most. */
function areTriples(grid: Grid, rows: readonly number[], scores: readonly Column[]): boolean {
  if (scores.length < LEAST_TRIPLES * 3 || rows.length < 2) return false;
  const firsts = scores.filter((_, i) => i % 3 === 0);
  const areNamed = firsts.every(({ header, parent }) => header !== "" || parent !== "");
  const areBare = scores.every((c, i) => i % 3 === 0 || c.header === "" || c.header === scores[i - (i % 3)]?.header);
  if (!areNamed || !areBare) return false;
  let rising = 0;
  const areOrdered = rows.every((row) =>
    firsts.every((_, k) => {
      const [a, b, c] = [0, 1, 2].map((i) => cellNumber(grid.at(row, scores[k * 3 + i]?.column ?? -1)) ?? Number.NaN);
      if (!((a ?? 0) <= (b ?? 0) && (b ?? 0) <= (c ?? 0))) return false;
      if ((a ?? 0) < (c ?? 0)) rising += 1;
      return true;
    }),
  );
  return areOrdered && rising * 2 > rows.length * firsts.length;
}

/** Least, likely and most of each criterion, by one letter each ("l | m | u"), in the header or just under it. */
export function areFuzzy(
  grid: Grid,
  { top, headerRows }: Region,
  rows: readonly number[],
  scores: readonly Column[],
): boolean {
  if (scores.length < 3 || scores.length % 3 !== 0) return false;
  const last = headerRows.at(-1) ?? top;
  if (areTriples(grid, rows, scores)) return true;
  return [...headerRows, last + 1].some((row) => {
    const said = scores.map(({ column }) => grid.text(row, column).toLowerCase());
    const [a = "", b = "", c = ""] = said;
    const areLetters = [a, b, c].every((text) => /^[a-z]$/.test(text)) && new Set([a, b, c]).size === 3;
    return areLetters && `${a}${b}${c}` !== "abc" && said.every((text, i) => text === said[i % 3]);
  });
}
