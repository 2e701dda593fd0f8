/** Which records prove a line of a person: those about the person, about the person's unit, and about everybody. */
import { inPeriod, type Period } from "./period";

export interface CoveringRecord {
  /** Person id; null for a record that names none. */
  readonly person: string | null;
  /** With no person: the unit (department) that it speaks of; absent or "" for everybody. One system report proves a whole team. */
  readonly unit?: string;
  readonly indicator: string;
  readonly eventDate: number | null;
}
export interface Covered {
  readonly id: string;
  /** The person's unit, where units are known. */
  readonly unit?: string;
}
export type Coverage<Row extends CoveringRecord> = (person: Covered, indicator: string) => readonly Row[];

const keyOf = (indicator: string, kind: "person" | "unit" | "all", name: string): string =>
  JSON.stringify([indicator, kind, name]);

function keyOfRecord({ indicator, person, unit = "" }: CoveringRecord): string {
  if (person !== null) return keyOf(indicator, "person", person);
  return unit === "" ? keyOf(indicator, "all", "") : keyOf(indicator, "unit", unit);
}

/**
 * Looks up the records dated in the period that cover a line of a person: own first, then the unit's, then
 * everybody's. Nothing is refused: what covers nothing is not found. Source: domain rule C14.
 */
export function coverageOf<Row extends CoveringRecord>(records: readonly Row[], period: Period): Coverage<Row> {
  const known = new Map<string, Row[]>();
  for (const record of records) {
    if (!inPeriod(record.eventDate, period)) continue;
    const key = keyOfRecord(record);
    const list = known.get(key);
    if (list === undefined) known.set(key, [record]);
    else list.push(record);
  }
  return ({ id, unit = "" }, indicator) => [
    ...(known.get(keyOf(indicator, "person", id)) ?? []),
    ...(unit === "" ? [] : (known.get(keyOf(indicator, "unit", unit)) ?? [])),
    ...(known.get(keyOf(indicator, "all", "")) ?? []),
  ];
}
