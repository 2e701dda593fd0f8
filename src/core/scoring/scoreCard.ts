/** Totals, bounds, bands and ranks of a located scorecard. Ranks stay within a plan. */
import type { Actual, Person, Plan, PlanLine, Scorecard } from "../model/scorecard";
import type { LineRule } from "../model/line";
import type { Location } from "../model/location";
import { asShare, scoreOfAttainment, type Share } from "../model/units";
import { ranksOfTotals } from "../ranking/ranks";
import { attainmentOf } from "./attainment";
import { bandOf } from "./bands";
import { adjusting, firstOfEachId, type Adjusted } from "./extras";
import { applyGates } from "./gates";
import { roundTotal } from "./round";
import { MISSING, NOT_APPLICABLE, personTotal, totals, type Totals } from "./totals";

export interface PersonResult {
  readonly id: string;
  readonly name: string;
  readonly plan: string;
  readonly cell: Location;
  /** Rounded to 6 decimals; null where the policy gives none (wait: while something is missing). */
  readonly total: number | null;
  readonly soFar: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Weight scored ÷ weight applicable, 0–1. */
  readonly coverage: Share;
  /** Weight applicable ÷ all weight, 0–1. */
  readonly applicable: Share;
  readonly rank: number | null;
  /** Behind the gates, where there are any. */
  readonly band: string | null;
  /** Name of the gate that holds the band down, and the band without it; absent where none does. */
  readonly heldBy?: { readonly gate: string; readonly bandWithout: string | null };
  /** What the total is made of; absent where the scorecard has no bonus and deduction items, or nothing counts. */
  readonly adjusted?: Omit<Adjusted, "total">;
}

/** Kinds of line whose target a person may have of their own. */
const WITH_OWN_TARGET: ReadonlySet<string> = new Set(["curve", "linear", "ratio", "deviation", "nominal"]);

/**
 * Rule and value under a person's own target: all levels move by the same share, so that the curve keeps its shape, which is
 * the value against the plan's levels by that share. A progress from a baseline keeps its baseline, and its target moves. Null
 * where that target cannot be used: no number, of a kind that has none, or on the other side of zero.
 */
function underOwnTarget(rule: LineRule, value: number, own: number | null): readonly [LineRule, number] | null {
  const [target, wanted] = [rule.target ?? 0, own ?? 0];
  const share = wanted / target;
  if (!(share > 0 && share < Infinity) || !WITH_OWN_TARGET.has(rule.kind)) return null;
  return rule.kind === "linear" ? [{ ...rule, target: wanted }, value] : [rule, value / share];
}

/** The score of one cell on the scale of the totals; MISSING or NOT_APPLICABLE where there is none. */
function scoreOf(card: Scorecard, plan: Plan, line: PlanLine, actual: Actual | undefined): number {
  if (actual === undefined) return MISSING;
  if (actual.notApplicable) return NOT_APPLICABLE;
  if (actual.value === null || actual.secondOff === true) return MISSING;
  if (line.rule !== null) {
    const asked: readonly [LineRule, number] | null =
      actual.ownTarget === undefined
        ? [line.rule, actual.value]
        : underOwnTarget(line.rule, actual.value, actual.ownTarget);
    if (asked === null) return MISSING;
    const attained = attainmentOf(...asked, card.settings);
    return attained.ok ? scoreOfAttainment(attained.value) : MISSING;
  }
  if (card.origin === "generated") return MISSING;
  const score = actual.score === undefined || plan.scale?.family === "maximum" ? actual.value : actual.score;
  return score === null ? MISSING : scoreOfNumber(plan, line, score);
}

/** The score of a number on a sheet of the user, on the scale of the totals. */
function scoreOfNumber({ own, scale }: Plan, { weight, lower }: PlanLine, score: number): number {
  const unit = own?.unit ?? 1;
  if (scale?.family === "maximum") {
    const maximum = weight.value ?? 0;
    return maximum > 0 ? (score / maximum) * 100 * unit : MISSING;
  }
  return (lower === true ? -score : score) * unit;
}

/** Band of a total, behind the person's gates. A gate whose band is none of the table's changes nothing; a check names it. */
function bandFor(card: Scorecard, person: Person, total: number | null): Pick<PersonResult, "band" | "heldBy"> {
  if (total === null) return { band: null };
  const own = bandOf(total, card.bands)?.name ?? null;
  if (person.gates === undefined) return { band: own };
  const gates = firstOfEachId(person.gates).filter(({ bestBand }) => card.bands.some(({ name }) => name === bestBand));
  const gated = applyGates(
    total,
    card.bands,
    gates.map(({ id, passed, bestBand }) => ({ id, passed, effect: { kind: "band", name: bestBand } })),
  );
  const deciding = gated.ok ? gates.find(({ id }) => id === gated.value.cappedBy) : undefined;
  return deciding === undefined || !gated.ok
    ? { band: own }
    : { band: gated.value.band, heldBy: { gate: deciding.name, bandWithout: own } };
}

const NO_NUMBERS: Omit<PersonResult, "id" | "name" | "plan" | "cell"> = {
  total: null,
  soFar: null,
  low: null,
  high: null,
  coverage: asShare(0),
  applicable: asShare(1),
  rank: null,
  band: null,
};

/** The scores of a plan's people; made once, for totals and for the checks that ask what scores have in common. */
export interface ScoreTable {
  /** Positions of the people in `Scorecard.people`. */
  readonly places: Int32Array;
  readonly lines: number;
  /** Row by row: people × lines, on the scale of the totals; MISSING or NOT_APPLICABLE where there is none. */
  readonly scores: Float64Array;
}

/**
 * The score table of each plan, in the order of `card.plans`: attainment × 100 on generated scorecards, the sheet's
 * own scale on others. Source: domain rules C2, C3.
 */
export function scoreTables(card: Scorecard): readonly ScoreTable[] {
  return card.plans.map((plan, index): ScoreTable => {
    const { lines } = plan;
    const members: number[] = [];
    card.people.forEach((person, place) => {
      if (person.plan === index) members.push(place);
    });
    const scores = new Float64Array(members.length * lines.length);
    let at = 0;
    for (const place of members) {
      const person = card.people[place];
      if (person?.numberAt !== undefined) {
        for (let k = 0; k < lines.length; k += 1) {
          const line = lines[k];
          if (line !== undefined) scores[at + k] = scoreOfNumber(plan, line, person.numberAt(k));
        }
      } else {
        const actuals = person?.actuals ?? [];
        lines.forEach((line, k) => {
          scores[at + k] = scoreOf(card, plan, line, actuals[k]);
        });
      }
      at += lines.length;
    }
    return { places: Int32Array.from(members), lines: lines.length, scores };
  });
}

/** What the ranks of a plan rest on, where everything is scored: people without a rank or with a gap are not in it. */
export interface RankTable {
  readonly plan: string;
  readonly weights: readonly number[];
  /** A row per person, best first. */
  readonly scores: readonly (readonly number[])[];
  /** Positions of these people among the results. */
  readonly people: readonly number[];
  /** People with a rank who are not in the table: something does not apply to them, a policy counts for it, or bonus and deductions count. */
  readonly leftOut: number;
  /** Lowest total of the top band; null where there are no bands. */
  readonly topFrom: number | null;
}

/**
 * What the ranks of each plan rest on: people × indicators, complete, best first. A plan whose weights cannot be read
 * has none.
 * @param tables those of `scoreTables` @param results those of `scoreCard`
 * Source: domain rules C3, C17.
 */
export function rankTables(
  card: Scorecard,
  tables: readonly ScoreTable[],
  results: readonly PersonResult[],
): readonly RankTable[] {
  return card.plans.flatMap((plan, index): RankTable[] => {
    const table = tables[index];
    if (plan.scale === null || table === undefined) return [];
    const { lines, scores, places } = table;
    const ranked = Array.from(places).flatMap((place, row) => {
      const { rank = null, adjusted } = results[place] ?? {};
      if (rank === null) return [];
      // Where points beside the weights count, weights and scores do not say who is before whom.
      const isMoved = adjusted !== undefined && adjusted.bonus + adjusted.deduction > 0;
      return [{ place, rank, isMoved, scores: Array.from(scores.subarray(row * lines, (row + 1) * lines)) }];
    });
    const complete = ranked
      .filter(({ isMoved, scores: own }) => !isMoved && own.every(Number.isFinite))
      .sort((a, b) => a.rank - b.rank);
    return [
      {
        plan: plan.name,
        weights: weightsOf(plan),
        scores: complete.map((person) => person.scores),
        people: complete.map(({ place }) => place),
        leftOut: ranked.length - complete.length,
        topFrom: card.bands.reduce<number | null>((top, { from }) => Math.max(top ?? from, from), null),
      },
    ];
  });
}

/**
 * The weights that totals use: on two levels points of the section × points within it ÷ 100, else as they stand. A weight
 * that is no number, or negative, counts as 0 (a check says so).
 */
function weightsOf({ lines, sections }: Plan): number[] {
  return lines.map(({ section, weight }) => {
    const own = Math.max(0, weight.value ?? 0);
    const points = sections?.find(({ name }) => name === section)?.points;
    return sections === undefined ? own : (Math.max(0, points ?? 0) / 100) * own;
  });
}

const withoutTotal = ({ before, bonus, deduction, limited }: Adjusted): Omit<Adjusted, "total"> => ({
  before,
  bonus,
  deduction,
  limited,
});

/** Writes the results of a plan's people to their places; where the weights cannot be read nothing is written. */
function writePlan(
  card: Scorecard,
  plan: Plan,
  { places, scores }: ScoreTable,
  out: (PersonResult | undefined)[],
): void {
  if (plan.scale === null) return;
  const all = totals({
    people: places.length,
    weights: weightsOf(plan),
    scores,
    policy: card.policy,
    best: plan.own === undefined ? card.best : plan.own.best * plan.own.unit,
    takenOff: plan.lines.map(({ lower }) => lower === true),
    minApplicable: card.settings.minApplicable,
    minCoverage: card.settings.minCoverage,
    neutral: card.settings.neutral,
  });
  if (!all.ok) return;
  const adjust = card.extras === undefined ? ownAdjusting(card, places) : adjusting(card.extras);
  const adjusted =
    adjust === null ? null : Array.from(places, (place, i) => adjustedOf(card, adjust, place, all.value, i));
  // Who may be ranked is ranked by the total with bonus and deductions.
  const toRank = adjusted === null ? all.value.total : all.value.total.map((total, i) => adjusted[i]?.total ?? total);
  const ranked = ranksOfTotals(toRank, all.value.ranked, card.rankMethod);
  places.forEach((place, i) => {
    const person = card.people[place];
    if (person === undefined) return;
    const moved = adjusted?.[i] ?? null;
    const own = personTotal(all.value, i);
    const total = moved === null ? own.total : moved.total;
    const { band, heldBy } = bandFor(card, person, total);
    // One object of one shape a person: thousands of them are made at every check.
    const result: PersonResult = {
      id: person.id,
      name: person.name,
      plan: plan.name,
      cell: person.cell,
      total,
      soFar: own.soFar,
      low: own.low,
      high: own.high,
      coverage: own.coverage,
      applicable: own.applicable,
      rank: ranked[i] ?? null,
      band,
    };
    out[place] =
      heldBy === undefined && moved === null
        ? result
        : {
            ...result,
            ...(heldBy === undefined ? {} : { heldBy }),
            ...(moved === null ? {} : { adjusted: withoutTotal(moved) }),
          };
  });
}

/** The same on a sheet of the user, where somebody has points beside the weights; null where nobody has. */
function ownAdjusting(card: Scorecard, places: ScoreTable["places"]): ReturnType<typeof adjusting> | null {
  if (card.origin === "generated" || places.every((place) => card.people[place]?.beside === undefined)) return null;
  return ({ beside = { bonus: 0, deduction: 0 } }, before) => {
    const { bonus, deduction } = beside;
    return { before, bonus, deduction, total: roundTotal(before + bonus - deduction), limited: false };
  };
}

/** A total with bonus and deductions; null where there is no total or nothing counts. */
function adjustedOf(
  card: Scorecard,
  adjust: ReturnType<typeof adjusting>,
  place: number,
  all: Totals,
  row: number,
): Adjusted | null {
  const person = card.people[place];
  const { total } = personTotal(all, row);
  return total === null || person === undefined ? null : adjust(person, total);
}

/**
 * Results in the order of `card.people`: totals by the card's policy on its scale, ranks within a plan. Whoever has no
 * plan, or one whose weights cannot be read, gets no numbers.
 * @param tables those of `scoreTables`, where they are made already
 * Source: domain rules C3, C11.
 */
export function scoreCard(card: Scorecard, tables: readonly ScoreTable[] = scoreTables(card)): readonly PersonResult[] {
  const out = new Array<PersonResult | undefined>(card.people.length);
  card.plans.forEach((plan, index) => {
    const table = tables[index];
    if (table !== undefined) writePlan(card, plan, table, out);
  });
  return card.people.map((person, i) => {
    const made = out[i];
    if (made !== undefined) return made;
    const { id, name, cell, plan } = person;
    return { id, name, plan: card.plans[plan]?.name ?? "", cell, ...NO_NUMBERS };
  });
}
