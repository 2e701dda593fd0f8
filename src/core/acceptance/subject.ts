/** What a finding is about, by ids where there are any, so that an acceptance stays with it. */
import { rectAddress } from "../model/a1";
import type { AcceptanceKey } from "../model/acceptance";
import type { Finding } from "../model/finding";
import type { Person, Scorecard } from "../model/scorecard";

export type Subject = Omit<AcceptanceKey, "scope">;

/** A finding that names nobody and nothing is known by its place. */
const placeOf = ({ location }: Finding): string => `@${location.sheet}!${rectAddress(location.rect)}`;

const standsAt = (person: Person, { location: { sheet, rect } }: Finding): boolean =>
  [person.cell, ...person.actuals.map(({ cell }) => cell)].some(
    (cell) => cell.sheet === sheet && cell.rect.row === rect.row,
  );

/** Of several people of one name the one in whose row the finding stands. */
function personOf(people: readonly Person[], finding: Finding): Person | undefined {
  return people.length > 1 ? (people.find((person) => standsAt(person, finding)) ?? people[0]) : people[0];
}

/** Subjects of the findings of a scorecard; what they need is made at the first question. */
export function subjectsOf(card: Scorecard): (finding: Finding) => Subject {
  const isOwn = card.origin === "recognised";
  let byName: Map<string, Person[]> | null = null;
  const peopleNamed = (name: string): readonly Person[] => {
    if (byName === null) {
      byName = new Map();
      for (const person of card.people) byName.set(person.name, [...(byName.get(person.name) ?? []), person]);
    }
    return byName.get(name) ?? [];
  };
  return (finding) => {
    const { person: name, indicator, plan: named } = finding;
    if (name === undefined && indicator === undefined && named === undefined)
      return { plan: "", person: "", indicator: placeOf(finding) };
    const person = name === undefined ? undefined : personOf(peopleNamed(name), finding);
    const index = named === undefined ? (person?.plan ?? 0) : card.plans.findIndex((plan) => plan.name === named);
    const line = card.plans[index]?.lines.find((known) => known.name === indicator);
    // Of several blocks each keeps its number when one alone is scored.
    const place = card.plans[index]?.place ?? index;
    return {
      plan: isOwn ? String(place + 1) : person === undefined ? (named ?? "") : "",
      person: (person?.id ?? "") === "" ? (name ?? "") : (person?.id ?? ""),
      // Ids of lines on a sheet of the user are ours and go by their order.
      indicator: (isOwn ? undefined : line?.id) ?? indicator ?? "",
    };
  };
}

/** Subjects where nothing is known but the finding itself. */
export const plainSubject = (finding: Finding): Subject => ({
  plan: finding.plan ?? "",
  person: finding.person ?? "",
  indicator: finding.indicator ?? placeOf(finding),
});
