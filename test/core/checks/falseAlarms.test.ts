/**
 * False alarms of the rater checks, by simulation: raters who make no error see their people with the noise that every rating
 * has. Of eight people each, a check may name at most one honest rater in twenty; and it must still find the error it is for.
 * R07 compares ratings with results, which measure something else, and R10 counts: neither has chance in it, so no rate.
 */
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { Check, CheckContext } from "../../../src/core/checks/check";
import { R01 } from "../../../src/core/checks/rules/R01";
import { R02 } from "../../../src/core/checks/rules/R02";
import { R03 } from "../../../src/core/checks/rules/R03";
import { R04 } from "../../../src/core/checks/rules/R04";
import { R05 } from "../../../src/core/checks/rules/R05";
import { R06 } from "../../../src/core/checks/rules/R06";
import { R08 } from "../../../src/core/checks/rules/R08";
import { R09 } from "../../../src/core/checks/rules/R09";
import type { RaterGroup, RatingRow } from "../../../src/core/model/ratings";
import { cellAt } from "../../../src/core/model/scorecard";
import { normalSource } from "../../../src/core/robustness/drawWeights";
import { RATED } from "../../fixtures/scorecards/raters";
import { personAt } from "../../support/scorecards";

/** What people are like and how well they are seen; standard deviations in points of a scale of five, stretched for others. */
interface World {
  readonly raters: number;
  readonly dimensions: number;
  readonly scalePoints: number;
  /** Between people. */
  readonly people: number;
  /** Between the dimensions of one person. */
  readonly within: number;
  /** Of one rating. */
  readonly noise: number;
}
/** Each rater alone knows the team: the hardest case, in which chance makes better and worse teams. */
const PLAIN: World = { raters: 6, dimensions: 5, scalePoints: 5, people: 0.6, within: 0.4, noise: 0.5 };
const PEOPLE = 8;
/** Mean of honest ratings, on a scale of five. */
const CENTRE = 3.3;

type See = (levels: readonly number[], rater: number) => readonly number[];
interface Simulated {
  readonly context: CheckContext;
}

/** Worlds of one kind, from a fixed seed. `change` is what the first rater does wrong, on top of the honest ratings. */
function* worlds(
  count: number,
  { raters, dimensions, scalePoints, ...sd }: World,
  change: (points: readonly number[], rater: number) => readonly number[] = (points) => points,
): Generator<Simulated> {
  const random = xoroshiro128plus(20_260_101);
  const normal = normalSource(() => uniformFloat64(random));
  const stretch = (scalePoints - 1) / 4;
  const onScale = (level: number): number => Math.min(scalePoints, Math.max(1, Math.round(level)));
  const see: See = (levels, rater) =>
    change(
      levels.map((level) => onScale(1 + stretch * (CENTRE - 1 + level + sd.noise * normal()))),
      rater,
    ).map(onScale);
  const card = RATED();
  if (card.ratings === undefined) throw new Error("no ratings");
  for (let world = 0; world < count; world += 1) {
    const rows: RatingRow[] = [];
    const previous: RatingRow[] = [];
    const people = Array.from({ length: raters * PEOPLE }, (_, i) => personAt(i, `Person ${String(i + 1)}`, []));
    people.forEach(({ id }, i) => {
      const rater = Math.floor(i / PEOPLE);
      const own = sd.people * normal();
      const levels = Array.from({ length: dimensions }, () => own + sd.within * normal());
      const row = (group: RaterGroup, points: readonly number[]): RatingRow => ({
        rater: group === "self" ? `self ${id}` : `R${String(rater)}`,
        person: id,
        group,
        points,
        comment: "",
        cell: cellAt("Ratings", 4 + i, 2),
      });
      rows.push(row("boss", see(levels, rater)), row("self", see(levels, -1)));
      previous.push(row("boss", see(levels, -1)));
    });
    const ratings = {
      ...card.ratings,
      scalePoints,
      raters: Array.from({ length: raters }, (_, i) => ({
        id: `R${String(i)}`,
        name: `R${String(i)}`,
        cell: cellAt("Raters", 4 + i, 1),
      })),
      rows,
      previous,
    };
    const context = { card: { ...card, people, ratings }, results: [], stage: "evaluate", language: "en" };
    yield { context: context as unknown as CheckContext };
  }
}

const ONE_RATER: readonly Check[] = [R01, R02, R03, R04, R05, R06];
/** Share of raters (or people, or sheets) that a check names; all worlds together. */
function rates(
  checks: readonly Check[],
  count: number,
  world: World,
  chances: number,
): Readonly<Record<string, number>> {
  const named = new Map(checks.map(({ code }) => [code, 0]));
  for (const { context } of worlds(count, world))
    for (const { code, run, thresholds } of checks) {
      const findings = run(context, thresholds);
      const places = new Set(findings.map(({ message, id }) => String(message.params?.["rater"] ?? id)));
      named.set(code, (named.get(code) ?? 0) + places.size);
    }
  return Object.fromEntries([...named].map(([code, times]) => [code, times / (count * chances)]));
}
/** One in twenty, and two standard errors of the simulation itself. */
const allowed = (chances: number): number => 0.05 + 2 * Math.sqrt((0.05 * 0.95) / chances);

describe("false alarms about honest raters of eight people", () => {
  const COUNT = 90;
  const cases: readonly (readonly [string, World])[] = [
    ["six raters, five dimensions", PLAIN],
    ["three raters, who know least about what is usual", { ...PLAIN, raters: 3 }],
    ["three dimensions", { ...PLAIN, dimensions: 3 }],
    ["a scale of seven points", { ...PLAIN, scalePoints: 7 }],
  ];
  it.each(cases)("stay at one in twenty or below: %s", (_, world) => {
    const found = rates(ONE_RATER, COUNT, world, world.raters);
    expect(Object.entries(found).filter(([, rate]) => rate > allowed(COUNT * world.raters))).toEqual([]);
  });
  it("cannot stay there for R04 and R05 where three dimensions of a person hardly differ: that is what halo looks like", () => {
    const alike = { ...PLAIN, dimensions: 3, people: 0.8, within: 0.2, noise: 0.3 };
    const { R04: halo = 0, R05: straight = 0, ...others } = rates(ONE_RATER, COUNT, alike, alike.raters);
    expect(Math.max(halo, straight)).toBeGreaterThan(0.05);
    expect(Object.values(others).every((rate) => rate <= allowed(COUNT * alike.raters))).toBe(true);
  });
  it("are rare where nothing rose since last period (R08), and where own ratings are as the boss's (R09)", () => {
    expect(rates([R08], COUNT, PLAIN, 1)["R08"]).toBeLessThanOrEqual(0.05);
    expect(rates([R09], COUNT, PLAIN, PLAIN.raters * PEOPLE)["R09"]).toBeLessThanOrEqual(0.05);
  });
});

describe("an error that is there", () => {
  const COUNT = 25;
  /** Share of worlds in which the check names the first rater. */
  const found = ({ run, thresholds }: Check, change: (points: readonly number[]) => readonly number[]): number => {
    let times = 0;
    for (const { context } of worlds(COUNT, PLAIN, (points, rater) => (rater === 0 ? change(points) : points)))
      if (run(context, thresholds).some(({ message }) => message.params?.["rater"] === "R0")) times += 1;
    return times / COUNT;
  };
  it("is found in four of five cases or more", () => {
    const errors: readonly (readonly [Check, (points: readonly number[]) => readonly number[]])[] = [
      [R01, (points) => points.map((point) => point + 1.2)],
      [R02, (points) => points.map((_, k) => (k === 0 ? 2 + (points[0] ?? 3) / 3 : 3))],
      [R03, (points) => points.map((point) => (point > 4 ? 5 : 4))],
      [R05, (points) => points.map(() => points[0] ?? 3)],
      [R06, (points) => ((points[0] ?? 0) > 2 ? [4, 3, 4, 4, 3] : points)],
    ];
    const missed = errors
      .map(([check, change]) => [check.code, found(check, change)] as const)
      .filter(([, rate]) => rate < 0.8);
    expect(missed).toEqual([]);
  });
  it("of halo is found when all dimensions follow one impression", () => {
    const oneImpression = (points: readonly number[]): readonly number[] =>
      points.map((_, k) => (points[0] ?? 3) + (k === 4 && (points[1] ?? 3) > 3 ? 1 : 0));
    expect(
      found(
        { ...R04, run: (context, limits) => [...R04.run(context, limits), ...R05.run(context, R05.thresholds)] },
        oneImpression,
      ),
    ).toBeGreaterThanOrEqual(0.8);
  });
});
