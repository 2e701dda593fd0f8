/** Reads the evidence register for the checks: which records cover a line, and what is noted about each person. */
import type { Finding } from "../model/finding";
import type { Actual, EvidenceRecord, Person, PlanLine, Scorecard } from "../model/scorecard";
import { findingOf, type Check, type CheckContext } from "./check";
import { cellName } from "./planWeights";

/** What proves a line: noted incidents (ratings), a document (milestones), a report of a system (all measured ones). */
export type EvidenceKind = "incidents" | "document" | "report";

export function evidenceKind({ rule }: PlanLine): EvidenceKind {
  if (rule?.kind === "rating") return "incidents";
  return rule?.kind === "milestone" ? "document" : "report";
}

/** Whether a record is dated inside the period; without a date it is not. The period's last day counts whole. */
export function inPeriod({ period: { from, to } }: Scorecard, { eventDate }: EvidenceRecord): boolean {
  return eventDate !== null && (from === null || eventDate >= from) && (to === null || eventDate < to + 1);
}

const EVERYBODY = "";
const keyOf = (indicator: string, person: string): string => JSON.stringify([indicator, person]);

/** Looks up the records that cover a line of a person: about this person or everybody, dated in the period, as the sheet counts. */
export function coverage(card: Scorecard): (person: Person, line: PlanLine) => readonly EvidenceRecord[] {
  const records = new Map<string, EvidenceRecord[]>();
  for (const record of card.evidence ?? []) {
    if (!inPeriod(card, record)) continue;
    const key = keyOf(record.indicator, record.person ?? EVERYBODY);
    const list = records.get(key);
    if (list === undefined) records.set(key, [record]);
    else list.push(record);
  }
  return (person, line) => [
    ...(records.get(keyOf(line.id, person.id)) ?? []),
    ...(records.get(keyOf(line.id, EVERYBODY)) ?? []),
  ];
}

/** A result is there to be proved. */
export const isGiven = (actual: Actual | undefined): actual is Actual =>
  actual !== undefined && actual.value !== null && !actual.notApplicable;

export interface PersonRecords {
  readonly person: Person;
  /** In the order of the register. */
  readonly records: readonly [EvidenceRecord, ...EvidenceRecord[]];
}

/** The records that name one person each and pass `keep`, by person in the order of the scorecard; people without are left out. */
export function recordsByPerson(
  card: Scorecard,
  keep: (record: EvidenceRecord) => boolean = () => true,
): readonly PersonRecords[] {
  const byId = new Map<string, EvidenceRecord[]>();
  for (const record of card.evidence ?? []) {
    if (record.person === null || record.isSample === true || !keep(record)) continue;
    const list = byId.get(record.person);
    if (list === undefined) byId.set(record.person, [record]);
    else list.push(record);
  }
  const told = new Set<string>();
  return card.people.flatMap((person) => {
    const [first, ...rest] = byId.get(person.id) ?? [];
    if (first === undefined || told.has(person.id)) return [];
    told.add(person.id);
    return [{ person, records: [first, ...rest] as const }];
  });
}

/** Ids of the lines whose evidence is of a kind. */
export const linesProvedBy = (card: Scorecard, kind: EvidenceKind): ReadonlySet<string> =>
  new Set(card.plans.flatMap((plan) => plan.lines.filter((line) => evidenceKind(line) === kind).map(({ id }) => id)));

/** Incidents noted about each person on rated behaviour, dated in the period. */
export function incidentsByPerson(card: Scorecard): readonly PersonRecords[] {
  const behaviours = linesProvedBy(card, "incidents");
  return recordsByPerson(card, (record) => behaviours.has(record.indicator) && inPeriod(card, record));
}

const DAY_OF_UNIX_EPOCH = 25_569;
const MS_PER_DAY = 86_400_000;

/** Months since year 0 of a date serial (1900 system): neighbouring months differ by 1. */
export function monthOf(serial: number): number {
  const date = new Date((Math.floor(serial) - DAY_OF_UNIX_EPOCH) * MS_PER_DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** A finding about a person's records, at the first of them. */
export function recordsFinding(
  check: Check,
  { stage }: CheckContext,
  { person, records }: PersonRecords,
  params: Readonly<Record<string, string | number>>,
): Finding {
  const { cell } = records[0];
  const own = { person: person.name, count: records.length, cell: cellName(cell) };
  return findingOf(check, cell, { stage, person: person.name, params: { ...own, ...params } });
}
