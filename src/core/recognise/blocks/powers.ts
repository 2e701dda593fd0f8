/** Results that multiply powers of the scores, each to its weight (weighted product): no sum says the same. */
import type { Grid } from "../grid";

/** To the power of a cell, or of a share: "C3^C$9", "POWER(C3,0.25)". A square or a root is none. */
const TO_POWER =
  /\^\s*\(?\s*-?\s*(?:\$?[A-Z]{1,3}\$?\d|0?\.\d)|\bPOWER\(\s*\$?[A-Z]{1,3}\$?\d+\s*[,;]\s*-?\s*(?:\$?[A-Z]{1,3}\$?\d|0?\.\d)/gi;
const ROOT = /\^\s*\(?\s*0?\.50*(?!\d)/g;
const LEAST_POWERS = 2;
const LEAST_ROWS = 2;

/** Whether formulas of most rows raise several of their numbers to powers that are cells or shares. */
export function multiplyPowers(grid: Grid, rows: readonly number[], columns: readonly number[]): boolean {
  if (!grid.hasFormulas || rows.length < LEAST_ROWS) return false;
  const asked = rows.slice(0, LEAST_ROWS);
  return asked.every((row) => {
    let powers = 0;
    for (const column of columns) {
      const formula = grid.formula(row, column);
      if (!formula.includes("^") && !/POWER/i.test(formula)) continue;
      powers += formula.replace(ROOT, "").match(TO_POWER)?.length ?? 0;
    }
    return powers >= LEAST_POWERS;
  });
}
