/** Reads the evidence register for the checks: which records cover a line, and what is noted about each person. */
import type { MessageParams } from "../model/message";
import { coverageOf } from "../evidence/coverage";
import { inPeriod } from "../evidence/period";
import type { ProofKind } from "../evidence/sufficiency";
import type { Finding } from "../model/finding";
import type { Actual, EvidenceRecord, Person, PlanLine, Scorecard } from "../model/scorecard";
import { findingOf, type Check, type CheckContext } from "./check";
import { cellName } from "./planWeights";

export type EvidenceKind = ProofKind;

/** What proves a line of this kind: incidents for ratings, a document for milestones, a system report for the rest. */
export function evidenceKind({ rule }: PlanLine): EvidenceKind {
  if (rule?.kind === "rating") return "incidents";
  return rule?.kind === "milestone" ? "document" : "report";
}

/** Looks up the records that cover a line of a person: about this person or everybody, dated in the period, as the sheet counts. */
export function coverage(card: Scorecard): (person: Person, line: PlanLine) => readonly EvidenceRecord[] {
  const covering = coverageOf(card.evidence ?? [], card.period);
  return ({ id }, line) => covering({ id }, line.id);
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
  return recordsByPerson(card, (record) => behaviours.has(record.indicator) && inPeriod(record.eventDate, card.period));
}

/** Days on which something is noted. */
export const datesOf = (records: readonly EvidenceRecord[]): readonly number[] =>
  records.flatMap(({ eventDate }) => eventDate ?? []);

/** A finding about a person's records, at the first of them. */
export function recordsFinding(
  check: Check,
  { stage }: CheckContext,
  { person, records }: PersonRecords,
  params: MessageParams,
): Finding {
  const { cell } = records[0];
  const own = { person: person.name, count: records.length, cell: cellName(cell) };
  return findingOf(check, cell, { stage, person: person.name, params: { ...own, ...params } });
}
