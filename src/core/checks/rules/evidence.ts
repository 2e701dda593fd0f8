/** E01 actual without a record that covers it; E02 record for nobody known, or outside the period. */
import type { EvidenceRecord, Person, PlanLine } from "../../model/scorecard";
import { findingOf, FROM_EVALUATE, type Check } from "../check";
import { cellName, pointsOf } from "../planWeights";

/** A record covers a line when it names the indicator and the person, their department or job group, or nobody (everybody). */
const covers = (record: EvidenceRecord, person: Person, line: PlanLine): boolean =>
  record.indicator === line.id &&
  (record.person === "" ||
    record.person === person.id ||
    (person.jobGroup !== "" && record.person === person.jobGroup));

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
        return given && !records.some((record) => covers(record, person, line)) ? [{ line, actual }] : [];
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
      const people = new Set(card.people.flatMap((person) => [person.id, person.jobGroup]));
      const { from, to } = card.period;
      const outside =
        record.eventDate !== null &&
        ((from !== null && record.eventDate < from) || (to !== null && record.eventDate > to + 1));
      const kind = !lines.has(record.indicator)
        ? "indicator"
        : record.person !== "" && !people.has(record.person)
          ? "person"
          : outside
            ? "period"
            : null;
      if (kind === null) return [];
      return [findingOf(E02, record.cell, { stage, params: { id: record.id, kind, cell: cellName(record.cell) } })];
    }),
};
