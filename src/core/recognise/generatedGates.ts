/** Gates of a generated workbook: the Gates table, and for each person whether a gate is passed, broken or not answered. */
import { cellAt, type Actual, type GateDefinition, type PersonGate, type PlanLine } from "../model/scorecard";
import type { KeyOf } from "./generatedRegisters";
import type { KeyedTable } from "./layout";

/** Rows of the Gates table that have an id; a check names what they lack. */
export function gateRows(table: KeyedTable | undefined): readonly GateDefinition[] {
  if (table === undefined) return [];
  return table.filledRows("id").map((row) => ({
    id: table.text(row, "id"),
    name: table.text(row, "gate"),
    indicator: table.text(row, "indicator"),
    below: table.number(row, "below"),
    bestBand: table.text(row, "bestBand"),
    cell: cellAt(table.sheet.name, row, table.column("gate") ?? table.column("id") ?? 0),
  }));
}

/** An answer: yes or a count above 0 breaks the gate, no or 0 passes it, anything else decides nothing. */
function passedBy(entry: KeyedTable, row: number, key: string, keyOf: KeyOf): boolean | null {
  const count = entry.number(row, key);
  if (count !== null) return count <= 0;
  const word = keyOf(entry.text(row, key).trim());
  return word === "yes" ? false : word === "no" ? true : null;
}

/** The gates that stand on a person's entry sheet. `actuals` are in the order of `lines`. */
export function gatesOfPerson(
  rows: readonly GateDefinition[],
  entry: KeyedTable,
  row: number,
  lines: readonly PlanLine[],
  actuals: readonly Actual[],
  keyOf: KeyOf,
): readonly PersonGate[] {
  return rows.flatMap((gate): PersonGate[] => {
    // Without a band it leaves, a gate holds nothing down.
    if (gate.bestBand === "") return [];
    const base = { id: gate.id, name: gate.name, bestBand: gate.bestBand };
    const asked = entry.column(`gate:${gate.id}`);
    if (asked !== null)
      return [
        { ...base, passed: passedBy(entry, row, `gate:${gate.id}`, keyOf), cell: cellAt(entry.sheet.name, row, asked) },
      ];
    const actual = actuals[lines.findIndex(({ id }) => id === gate.indicator)];
    if (entry.column(`broken:${gate.id}`) === null || actual === undefined || gate.below === null) return [];
    return [{ ...base, passed: actual.value === null ? null : actual.value >= gate.below, cell: actual.cell }];
  });
}
