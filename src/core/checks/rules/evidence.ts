/** E01 actual without a record that covers it; E02 record for nobody known, or outside the period. */
import type { EvidenceRecord, Person, PlanLine, Scorecard } from "../../model/scorecard";
import { findingOf, FROM_EVALUATE, type Check } from "../check";
import { cellName, pointsOf } from "../planWeights";

/** Whether a record is dated inside the period; without a date it is not. The period's last day counts whole. */
function inPeriod({ period: { from, to } }: Scorecard, { eventDate }: EvidenceRecord): boolean {
  return eventDate !== null && (from === null || eventDate >= from) && (to === null || eventDate < to + 1);
}

/** A record covers a line when it names the indicator and the person, or everybody, and is dated in the period: as the sheet counts. */
const covers = (card: Scorecard, record: EvidenceRecord, person: Person, line: PlanLine): boolean =>
  record.indicator === line.id && (record.person === null || record.person === person.id) && inPeriod(card, record);

/** One finding a person, at the first actual without evidence. */
export const E01: Check = {
  code: "E01",
  severity: "warning",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  thresholds: { heavy: 10 },
  silencedBy: [],
  run: ({ card, stage }, { heavy = 10 }) =>
    card.people.flatMap((person) => {
      const plan = card.plans[person.plan];
      if (plan === undefined || card.evidence === null) return [];
      const records = card.evidence;
      const bare = plan.lines.flatMap((line, k) => {
        const actual = person.actuals[k];
        const given = actual !== undefined && actual.value !== null && !actual.notApplicable;
        return given && !records.some((record) => covers(card, record, person, line)) ? [{ line, actual }] : [];
      });
      const [first] = bare;
      if (first === undefined) return [];
      const severe = bare.some(({ line }) => (pointsOf(plan, line) ?? 0) >= heavy);
      const params = {
        person: person.name,
        count: bare.length,
        names: bare.map(({ line }) => line.name).join(", "),
        cell: cellName(first.actual.cell),
      };
      const about = {
        stage,
        severity: severe ? ("error" as const) : ("warning" as const),
        person: person.name,
        params,
      };
      return [findingOf(E01, first.actual.cell, about)];
    }),
};

export const E02: Check = {
  code: "E02",
  severity: "error",
  stages: ["during", "evaluate", "close"],
  origins: ["generated"],
  thresholds: {},
  silencedBy: [],
  run: ({ card, stage }) =>
    (card.evidence ?? []).flatMap((record) => {
      const lines = new Set(card.plans.flatMap((plan) => plan.lines.map((line) => line.id)));
      const people = new Set(card.people.map((person) => person.id));
      const outside = record.eventDate !== null && !inPeriod(card, record);
      const kind = !lines.has(record.indicator)
        ? "indicator"
        : record.person !== null && !people.has(record.person)
          ? "person"
          : outside
            ? "period"
            : null;
      if (kind === null) return [];
      return [findingOf(E02, record.cell, { stage, params: { id: record.id, kind, cell: cellName(record.cell) } })];
    }),
};
