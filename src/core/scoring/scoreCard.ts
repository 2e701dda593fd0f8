/** Totals, bounds, bands and ranks of a located scorecard. Ranks stay within a plan. */
import type { Actual, Person, Plan, PlanLine, Scorecard } from "../model/scorecard";
import type { Location } from "../model/location";
import { ranks } from "../ranking/ranks";
import { attainmentOf } from "./attainment";
import { bandOf } from "./bands";
import { MISSING, NOT_APPLICABLE, personTotal, totals } from "./totals";

export interface PersonResult {
  readonly id: string;
  readonly name: string;
  readonly plan: string;
  readonly cell: Location;
  /** Rounded to 6 decimals; null while something is missing (policy wait). */
  readonly total: number | null;
  readonly soFar: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Weight scored ÷ weight applicable, 0–1. */
  readonly coverage: number;
  /** Weight applicable ÷ all weight, 0–1. */
  readonly applicable: number;
  readonly rank: number | null;
  readonly band: string | null;
}

/** The score of one cell on the scale of the totals; MISSING or NOT_APPLICABLE where there is none. */
export function scoreOf(card: Scorecard, plan: Plan, line: PlanLine, actual: Actual | undefined): number {
  if (actual === undefined) return MISSING;
  if (actual.notApplicable) return NOT_APPLICABLE;
  if (actual.value === null) return MISSING;
  if (line.rule !== null) {
    const attained = attainmentOf(line.rule, actual.value, card.settings);
    return attained.ok ? attained.value * 100 : MISSING;
  }
  if (card.origin === "generated") return MISSING;
  if (plan.scale?.family !== "maximum") return actual.value;
  const maximum = line.weight.value ?? 0;
  return maximum > 0 ? (actual.value / maximum) * 100 : MISSING;
}

const noTotal = (person: Person, plan: Plan): PersonResult => ({
  id: person.id,
  name: person.name,
  plan: plan.name,
  cell: person.cell,
  total: null,
  soFar: null,
  low: null,
  high: null,
  coverage: 0,
  applicable: 1,
  rank: null,
  band: null,
});

function planResults(card: Scorecard, index: number, plan: Plan): Map<Person, PersonResult> {
  const people = card.people.filter((person) => person.plan === index);
  const scores = Float64Array.from(
    people.flatMap((person) => plan.lines.map((line, k) => scoreOf(card, plan, line, person.actuals[k]))),
  );
  const weights = plan.lines.map((line) => Math.max(0, line.weight.value ?? 0));
  const all =
    plan.scale === null
      ? null
      : totals({
          people: people.length,
          weights,
          scores,
          policy: card.policy,
          best: card.best,
          minApplicable: card.settings.minApplicable,
        });
  if (all?.ok !== true) return new Map(people.map((person) => [person, noTotal(person, plan)]));
  const numbers = people.map((_, i) => personTotal(all.value, i));
  const places = ranks(
    numbers.map((number) => number.rankingTotal),
    card.rankMethod,
  );
  return new Map(
    people.map((person, i) => {
      const number = numbers[i];
      if (number === undefined) return [person, noTotal(person, plan)];
      const band = number.total === null ? null : bandOf(number.total, card.bands);
      const { total, soFar, low, high, coverage, applicable } = number;
      const result = {
        total,
        soFar,
        low,
        high,
        coverage,
        applicable,
        rank: places[i] ?? null,
        band: band?.name ?? null,
      };
      return [person, { ...noTotal(person, plan), ...result }];
    }),
  );
}

/** Results in the order of `card.people`. A plan whose weights cannot be read gives no totals. */
export function scoreCard(card: Scorecard): readonly PersonResult[] {
  const byPerson = new Map<Person, PersonResult>();
  card.plans.forEach((plan, index) => {
    for (const [person, result] of planResults(card, index, plan)) byPerson.set(person, result);
  });
  return card.people.flatMap((person) => byPerson.get(person) ?? []);
}
