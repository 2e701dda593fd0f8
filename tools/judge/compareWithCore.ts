/**
 * The third opinion: what the workbook's Results say against what core scores from the same actuals. The formulas and
 * core are two separate implementations of the method, so a fault in one of them shows here even when the engine and
 * LibreOffice agree on it.
 */
import { assess } from "../../src/core/assess";
import type { PersonResult } from "../../src/core/assess";
import { cellAddress, MAX_COLUMNS } from "../../src/core/model/a1";
import { parseMetadata } from "../../src/core/schema/metadata";
import { listWords, sheetHeaders } from "../../src/commands/sheetWords";
import type { CellScalar, WorkbookData } from "../../host/model/types";
import type { Language } from "../../src/i18n/everything";
import { snapshotOf } from "../audit/snapshotOf";
import { sameValue } from "./compareValues";

/** Results column key → what core has for the same person. Nothing scored yet is an empty cell. */
const COMPARED: readonly (readonly [key: string, value: (result: PersonResult) => CellScalar])[] = [
  ["total", ({ total }) => total],
  ["soFar", ({ soFar }) => soFar],
  ["low", ({ low }) => low],
  ["high", ({ high }) => high],
  ["coverage", ({ coverage }) => coverage],
  ["applicable", ({ applicable }) => applicable],
  ["rank", ({ rank }) => rank],
  ["band", ({ band }) => band],
];

const shown = (value: CellScalar): string =>
  typeof value === "object" && value !== null ? value.error : String(value);

/**
 * Faults in words, one for each cell that differs; people are matched by their id. `data` holds calculated values.
 * A scorecard that core does not recognise, or that has other people than core sees, is a fault too.
 */
export function compareWithCore(data: WorkbookData, language: Language): { compared: number; faults: string[] } {
  const sheet = data.sheets.find(({ tables }) => tables.some(({ name }) => name === "eh_1_Results"));
  const table = sheet?.tables.find(({ name }) => name === "eh_1_Results");
  if (sheet === undefined || table === undefined) return { compared: 0, faults: ["core: no table eh_1_Results"] };
  const snapshot = { ...snapshotOf(data), activeSheet: sheet.name };
  const stored = parseMetadata(snapshot.metadata ?? "");
  const headers = stored.ok ? (stored.metadata.instances[0]?.tables["Results"]?.columns ?? {}) : {};
  const options = { language, headers: sheetHeaders(), listWords: listWords() };
  const { kind, results } = assess(snapshot, options);
  if (kind !== "generated") return { compared: 0, faults: [`core: takes the scorecard for "${kind}"`] };

  const columnOf = (key: string): number => {
    const index = table.columns.findIndex(({ name }) => name === headers[key]);
    if (index < 0) throw new Error(`Results has no column ${key}`);
    return table.rect.column + index;
  };
  const value = (row: number, column: number): CellScalar => sheet.cells.get(row * MAX_COLUMNS + column)?.value ?? null;
  const idColumn = columnOf("id");
  const rows = new Map<string, number>();
  for (let row = table.rect.row + 1; row < table.rect.row + table.rect.rows; row += 1) {
    const id = value(row, idColumn);
    if (typeof id === "string" && id !== "") rows.set(id, row);
  }
  const faults =
    rows.size === results.length ? [] : [`core: ${String(results.length)} people, Results ${String(rows.size)}`];
  let compared = 0;
  for (const result of results) {
    const row = rows.get(result.id);
    if (row === undefined) {
      faults.push(`core: ${result.id} is not in Results`);
      continue;
    }
    for (const [key, expected] of COMPARED) {
      const column = columnOf(key);
      const found = value(row, column);
      compared += 1;
      if (!sameValue(expected(result), found))
        faults.push(
          `${sheet.name}!${cellAddress(row, column)} (${key}): workbook ${shown(found)}, core ${shown(expected(result))}`,
        );
    }
  }
  return { compared, faults };
}
