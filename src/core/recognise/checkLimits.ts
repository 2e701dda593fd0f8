/** The limits of the checks as a generated workbook's settings say: named cells eh_1_limit_W05_strong, and the weight tolerance. */
import { parseLimitName } from "../formulas/names";
import type { Scorecard } from "../model/scorecard";
import { namedValue } from "./layout";
import type { Snapshot } from "./snapshot";

/** Limits by code; a cell that is no number is left to the default. */
export function checkLimits(
  snapshot: Snapshot,
  instance: number,
  tolerance: number | null,
): NonNullable<Scorecard["limits"]> {
  const limits: Record<string, Record<string, number>> = {};
  const put = (code: string, threshold: string, value: number): void => {
    limits[code] = { ...limits[code], [threshold]: value };
  };
  if (tolerance !== null) for (const code of ["W01", "W15"]) put(code, "tolerance", tolerance);
  for (const { name } of snapshot.names) {
    const parts = parseLimitName(name);
    const value = parts?.instance === instance ? namedValue(snapshot, name) : null;
    if (parts !== null && typeof value === "number" && Number.isFinite(value)) put(parts.code, parts.threshold, value);
  }
  return limits;
}
