/** The limits of the checks as a generated workbook's settings say: the table Limits, and the weight tolerance. */
import type { Location } from "../model/location";
import { cellAt, type Scorecard } from "../model/scorecard";
import type { KeyedTable } from "./layout";

const KEY = /^([A-Z]\d+)\.(\w+)$/;

/** Limits by code; a cell that holds no number is left to the default. */
export function checkLimits(table: KeyedTable | undefined, tolerance: number | null): NonNullable<Scorecard["limits"]> {
  const limits: Record<string, Record<string, number>> = {};
  const put = (code: string, threshold: string, value: number): void => {
    limits[code] = { ...limits[code], [threshold]: value };
  };
  if (tolerance !== null) for (const code of ["W01", "W15"]) put(code, "tolerance", tolerance);
  for (const row of table?.filledRows("key") ?? []) {
    const [, code, threshold] = KEY.exec(table?.text(row, "key") ?? "") ?? [];
    const value = table?.number(row, "value") ?? null;
    if (code !== undefined && threshold !== undefined && value !== null) put(code, threshold, value);
  }
  return limits;
}

/** Where each limit is typed, by "code.threshold". */
export function limitCells(
  table: KeyedTable | undefined,
  tolerance: Location | null,
): NonNullable<Scorecard["limitCells"]> {
  const column = table?.column("value") ?? null;
  const rows = table === undefined || column === null ? [] : table.filledRows("key");
  return Object.fromEntries([
    ...(tolerance === null ? [] : ["W01.tolerance", "W15.tolerance"].map((key) => [key, tolerance] as const)),
    ...rows.map((row) => [table?.text(row, "key") ?? "", cellAt(table?.sheet.name ?? "", row, column ?? 0)] as const),
  ]);
}
