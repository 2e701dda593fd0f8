/**
 * Whatever is thrown at the functions of scoring, weighting, ranking and robustness: a refusal with its reason or a result
 * without NaN and infinities, never an exception. Every exported function is here, or is named with the reason why not.
 */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import type { LineRule } from "../../../src/core/model/line";
import { LINE_KINDS } from "../../../src/core/model/line";
import * as alternation from "../../../src/core/ranking/alternation";
import * as bradleyTerry from "../../../src/core/ranking/bradleyTerry";
import * as forced from "../../../src/core/ranking/forcedDistribution";
import * as judges from "../../../src/core/ranking/judges";
import * as paired from "../../../src/core/ranking/pairedComparison";
import * as percentiles from "../../../src/core/ranking/percentiles";
import * as rankCorrelation from "../../../src/core/ranking/rankCorrelation";
import * as ranks from "../../../src/core/ranking/ranks";
import * as certainty from "../../../src/core/robustness/certainty";
import * as closeness from "../../../src/core/robustness/closeness";
import * as firmness from "../../../src/core/robustness/firmness";
import * as leaveOneOut from "../../../src/core/robustness/leaveOneOut";
import * as simulation from "../../../src/core/robustness/simulation";
import * as simulationInput from "../../../src/core/robustness/simulationInput";
import * as swaps from "../../../src/core/robustness/swaps";
import * as adjustments from "../../../src/core/scoring/adjustments";
import * as aggregates from "../../../src/core/scoring/aggregates";
import * as attainment from "../../../src/core/scoring/attainment";
import * as bands from "../../../src/core/scoring/bands";
import * as checklist from "../../../src/core/scoring/checklist";
import * as combine from "../../../src/core/scoring/combine";
import * as gates from "../../../src/core/scoring/gates";
import * as interpolate from "../../../src/core/scoring/interpolate";
import * as normalise from "../../../src/core/scoring/normalise";
import * as round from "../../../src/core/scoring/round";
import * as secondNumber from "../../../src/core/scoring/secondNumber";
import * as sections from "../../../src/core/scoring/sections";
import * as settings from "../../../src/core/scoring/settings";
import * as steps from "../../../src/core/scoring/steps";
import * as tenure from "../../../src/core/scoring/tenure";
import * as totals from "../../../src/core/scoring/totals";
import * as apportion from "../../../src/core/weighting/apportion";
import * as spread from "../../../src/core/weighting/spread";
import * as balance from "../../../src/core/weighting/balance";
import * as bestWorst from "../../../src/core/weighting/bestWorst";
import * as family from "../../../src/core/weighting/family";
import * as fromOrder from "../../../src/core/weighting/fromOrder";
import * as levels from "../../../src/core/weighting/levels";
import * as pairwise from "../../../src/core/weighting/pairwise";

const MODULES = [
  alternation,
  bradleyTerry,
  forced,
  judges,
  paired,
  percentiles,
  rankCorrelation,
  ranks,
  certainty,
  closeness,
  firmness,
  leaveOneOut,
  simulation,
  simulationInput,
  swaps,
  adjustments,
  aggregates,
  attainment,
  bands,
  checklist,
  combine,
  gates,
  interpolate,
  normalise,
  round,
  secondNumber,
  sections,
  settings,
  steps,
  tenure,
  totals,
  apportion,
  spread,
  balance,
  bestWorst,
  family,
  fromOrder,
  levels,
  pairwise,
];

const AT = { sheet: "Plan", rect: { row: 0, column: 0, rows: 1, columns: 1 } };
const ODD = [Number.NaN, Infinity, -Infinity, 0, -0, 1e308, -1e308, 5e-324, -1, 1, 1, 2, 3, 0.5, 100, 1e9, 0.1 + 0.2];
const number = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ODD) }, fc.double(), fc.integer({ min: 0, max: 9 }));
const gap = fc.option(number, { nil: null });
const sane = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double({ min: 0, max: 100, noNaN: true }));
/** Empty, one, all equal, some of each: garbage alone would never get past the first check. */
const listOf = <T>(item: fc.Arbitrary<T>, most = 6): fc.Arbitrary<T[]> =>
  fc.oneof(
    fc.array(item, { maxLength: most }),
    fc.tuple(item, fc.nat(most)).map(([value, length]) => new Array<T>(length).fill(value)),
  );
const list = fc.oneof(listOf(number), listOf(sane), listOf(fc.constantFrom(0, 1, 1e308)));
const gaps = fc.oneof(listOf(gap), listOf(fc.option(sane, { nil: null }), 12));
/** Lists of one length: what a wrong length hides must be reached too. */
const together = (count: number): fc.Arbitrary<number[][]> =>
  fc.nat(5).chain((length) => {
    const one = fc.oneof(
      fc.array(number, { minLength: length, maxLength: length }),
      fc.array(sane, { minLength: length, maxLength: length }),
    );
    return fc.oneof(
      fc.array(one, { minLength: count, maxLength: count }),
      fc.array(list, { minLength: count, maxLength: count }),
    );
  });
const table = fc.oneof(
  listOf(listOf(number, 4), 5),
  fc.tuple(fc.nat(10), fc.nat(4)).chain(([rows, columns]) =>
    fc.array(fc.array(fc.oneof(number, sane), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  ),
  fc
    .tuple(fc.nat(10), fc.nat(4))
    .chain(([rows, columns]) =>
      fc.array(fc.array(sane, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    ),
);
const square = fc.nat(4).chain((n) =>
  fc.array(fc.array(fc.oneof(number, fc.constantFrom(0, 0.5, 1)), { minLength: n, maxLength: n }), {
    minLength: n,
    maxLength: n,
  }),
);
const texts = listOf(fc.oneof(fc.string(), fc.constantFrom("20%", "0.2", "１２％", "", "NaN", "1e999")));
const name = fc.constantFrom("a", "b", "c", "");
const policy = fc.constantFrom("wait", "renormalise", "zero", "neutral", "equal", "block" as const);
const optional = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(item, { nil: undefined });
/** Leaves out what is undefined, as exact optional properties ask. */
const present = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
const rule = fc
  .record({
    kind: fc.constantFrom(...LINE_KINDS),
    direction: optional(fc.constantFrom("higher", "lower")),
    ...Object.fromEntries(
      ["baseline", "zeroPoint", "threshold", "target", "stretch", "low", "high", "zeroDistance", "worstAllowed"].map(
        (key) => [key, optional(number)],
      ),
    ),
    maximum: optional(fc.oneof(number, fc.integer({ min: 1, max: 10 }))),
    daysLate: optional(number),
    unitPoints: optional(number),
  })
  .map((record) => present(record) as LineRule);
const scoring = fc.record({
  cap: number,
  floor: number,
  atThreshold: number,
  belowThreshold: fc.constantFrom("slope", "nothing"),
  points: listOf(number),
  latePerDay: number,
  minApplicable: number,
});
const bandList = listOf(fc.record({ name, from: number }));
const rangeList = listOf(fc.record({ name, low: number, high: number }));
const effect = fc.oneof(
  fc.record({ kind: fc.constant("total"), most: number }),
  fc.record({ kind: fc.constant("band"), name }),
  fc.record({ kind: fc.constant("lowest") }),
);
const gateList = listOf(fc.record({ id: name, passed: fc.option(fc.boolean(), { nil: null }), effect }), 3);
const item = fc
  .record({
    id: name,
    kind: fc.constantFrom("bonus", "deduction"),
    unitPoints: number,
    count: gap,
    limit: optional(number),
  })
  .map(present);
const score = fc.oneof(gap, fc.constant("na"));
const section = fc.record({
  weight: number,
  scale: fc.tuple(number, number),
  scores: listOf(score, 3),
  weights: listOf(number, 3),
});
const weighted = fc.record({ points: number, items: list });
const judgement = fc.tuple(
  fc.integer({ min: -1, max: 4 }),
  fc.integer({ min: -1, max: 4 }),
  fc.oneof(fc.constant(1), number),
);
const draw = fc.oneof(
  fc.record({ kind: fc.constantFrom("uniform", "fixed", "order") }),
  fc.record({ kind: fc.constantFrom("around", "shaken"), spread: fc.oneof(number, fc.constant(0.2)) }),
);
/** Scores and weights that belong together most of the time. */
const weighed = fc.oneof(
  fc.record({ scores: table, weights: list }),
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom(sane, number)).chain(([columns, cell]) =>
    fc.record({
      scores: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }),
      weights: fc.array(cell, { minLength: columns, maxLength: columns }),
    }),
  ),
);
const simulated = fc
  .tuple(
    weighed,
    fc.record({
      draw,
      noise: optional(fc.oneof(number, list)),
      draws: fc.constantFrom(0, 1, 20, -1, 0.5, Number.NaN),
      seed: number,
      pairs: optional(listOf(fc.tuple(fc.integer({ min: -1, max: 4 }), fc.nat(4)), 2)),
      central: optional(fc.boolean()),
      topFrom: optional(number),
    }),
  )
  .map(([tables, rest]) => present({ ...tables, ...rest }));
const direction = fc.constantFrom(1, -1);
const part = fc.record({ days: number, score: gap });
const range = fc.record({ from: gap, to: gap });
const aggregation = fc.constantFrom("sum", "last", "mean", "ratio", "max", "min");
const method = fc.constantFrom("competition", "modified", "dense", "fractional", "ordinal");

type Arguments = fc.Arbitrary<readonly unknown[]>;
const of = (...items: fc.Arbitrary<unknown>[]): Arguments => fc.tuple(...items);
const three = (...more: fc.Arbitrary<unknown>[]): Arguments =>
  fc.tuple(together(3), fc.tuple(...more)).map(([lists, rest]) => [...lists, ...rest]);
const two = (...more: fc.Arbitrary<unknown>[]): Arguments =>
  fc.tuple(together(2), fc.tuple(...more)).map(([lists, rest]) => [...lists, ...rest]);

const totalOptions = fc.record({ neutral: number, best: number, minCoverage: number, minApplicable: number });
const scoresAndWeights: Arguments = fc.oneof(
  fc.tuple(listOf(score, 4), list),
  fc
    .array(
      fc.tuple(fc.oneof(score, sane), fc.oneof({ weight: 3, arbitrary: sane }, { weight: 1, arbitrary: number })),
      {
        maxLength: 4,
      },
    )
    .map((pairs) => [pairs.map(([one]) => one), pairs.map(([, weight]) => weight)] as const),
);
/** Squares whose halves mirror each other, with judgements of any size, or any squares. */
const judged = fc.oneof(
  square,
  fc.nat(5).chain((n) =>
    fc.array(fc.oneof(sane, number), { minLength: n * n, maxLength: n * n }).map((values) =>
      Array.from({ length: n }, (_, i) =>
        Array.from({ length: n }, (__, j) => {
          const value = Math.abs(values[Math.min(i, j) * n + Math.max(i, j)] ?? 1);
          return i === j ? 1 : i < j ? value : 1 / value;
        }),
      ),
    ),
  ),
);
const bestAndWorst: Arguments = fc.tuple(together(2), fc.boolean()).map(([[a = [], b = []], judged]) =>
  judged
    ? [
        [1, ...a.map((x) => Math.abs(x) + 1)],
        [...b.map((x) => Math.abs(x) + 1), 1],
      ]
    : [a, b],
);

const THROWN: Readonly<Record<string, Arguments>> = {
  alternation: of(number, listOf(fc.oneof(number, fc.nat(4)))),
  bradleyTerry: of(fc.oneof(number, fc.nat(5)), listOf(judgement, 12)),
  bradleyTerryJoined: of(fc.oneof(number, fc.nat(5)), listOf(judgement, 12)),
  bradleyTerryRidge: of(fc.oneof(number, fc.nat(5)), listOf(judgement, 12), number),
  countedNumber: of(
    fc.record({ kind: fc.constantFrom("points", "milestone", "curve"), maximum: fc.oneof(number, sane) }),
    number,
    fc.oneof(gap, fc.integer({ min: 19_990, max: 60_000 })),
    number,
    fc.oneof(gap, fc.integer({ min: 19_990, max: 60_000 })),
  ),
  isDay: of(gap),
  forcedDistribution: of(gaps, list, number),
  bordaPoints: of(listOf(gaps, 4)),
  poolPairs: of(listOf(square, 3)),
  pairedOrder: of(square),
  percentRankInc: of(list, number, number),
  percentRankExc: of(list, number, number),
  quantileInc: of(list, number),
  quantileExc: of(list, number),
  percentileOf: of(list, number),
  spearman: two(),
  ranks: of(gaps, method, fc.constantFrom("asc", "desc"), listOf(gaps, 2)),
  ranksOfTotals: of(
    list.map((values) => Float64Array.from(values)),
    fc.array(fc.nat(2)).map((flags) => Uint8Array.from(flags)),
    fc.constantFrom("competition", "modified", "dense", "fractional"),
  ),
  ranksWithTieBreaks: of(gaps, listOf(gaps, 2)),
  ranksWithin: of(gaps, listOf(name), method),
  closenessOf: of(number, fc.record({ tie: number, fragile: number })),
  smallestOneWeightMove: three(),
  neighbourSwaps: of(table, list, listOf(fc.integer({ min: -1, max: 5 }))),
  tieInPractice: of(number, number, number, number),
  leaveOneOut: of(table, list),
  simulateRanksAtOnce: of(simulated),
  undecidedness: of(list),
  scaleValues: of(table, number),
  checklistScore: fc
    .array(
      fc.tuple(
        fc.record({ id: fc.nat(9).map(String), value: fc.oneof(sane, number) }),
        fc.constantFrom("yes", "no", "na"),
      ),
      {
        maxLength: 4,
      },
    )
    .map((pairs) => [pairs.map(([one]) => one), new Map(pairs.map(([{ id }, answer]) => [id, answer]))]),
  pairwiseWinning: two(),
  oneWeightToTie: three(fc.oneof(number, fc.nat(4))),
  weightChangeToTie: three(fc.oneof(number, fc.nat(4))),
  smallestTransfer: three(),
  dominates: three(),
  adjustTotal: of(
    number,
    listOf(item, 4),
    fc
      .record({
        bonus: optional(number),
        deduction: optional(number),
        lowest: optional(number),
        highest: optional(number),
      })
      .map(present),
  ),
  weightedSum: two(),
  geometricMean: two(),
  weakestLink: two(),
  meanWithEnoughData: of(gaps, list, number),
  parametersOf: of(fc.constantFrom(...LINE_KINDS)),
  missingParameters: of(rule),
  rawAttainment: of(rule, number, scoring),
  attainmentOf: of(rule, number, scoring),
  bandOf: of(number, listOf(fc.record({ name, from: fc.oneof(sane, fc.constant(Number.NaN)) }))),
  rangeFaults: of(rangeList, optional(fc.tuple(number, number))),
  applyGates: of(number, bandList, gateList),
  ratingsPass: of(gaps, number, number),
  piecewiseLinear: of(listOf(fc.tuple(number, number)), number),
  minMax: of(list, direction, number),
  goalposts: of(number, number, number, number, direction),
  distanceToTarget: of(list, number, direction, fc.boolean()),
  zScores: of(list),
  tScores: of(listOf(number, 8)),
  convertScale: of(number, fc.tuple(number, number), fc.tuple(number, number)),
  sectionedTotal: of(
    listOf(section, 3),
    fc.tuple(number, number),
    policy,
    fc.record({ neutral: number, minCoverage: number, minApplicable: number }),
  ),
  pointsTable: of(number),
  stepAttainment: of(listOf(fc.record({ from: number, attainment: number })), number),
  hitRate: of(fc.boolean(), listOf(fc.option(fc.boolean(), { nil: null }))),
  daysWithin: of(range, fc.record({ from: number, to: number })),
  eligible: of(number, number),
  joinParts: of(listOf(part), number),
  targetForPart: of(number, aggregation, number, number),
  totalOf: fc.tuple(scoresAndWeights, policy, totalOptions).map(([both, ...rest]) => [...both, ...rest]),
  combinedTotal: fc
    .tuple(fc.constantFrom(...combine.TOTAL_METHODS), scoresAndWeights, policy, totalOptions)
    .map(([how, both, ...rest]) => [how, ...both, ...rest]),
  largestRemainder: of(list, fc.oneof(number, fc.nat(1000)), fc.constantFrom("larger", "first")),
  spreadWeights: of(
    fc.record({
      weights: fc
        .oneof(list, listOf(fc.integer({ min: 0, max: 60 })))
        .map((all) => all.map((points) => ({ location: AT, before: points, points, label: "" }))),
      point: fc.oneof(number, fc.constantFrom(1, 0.01)),
      steps: fc.oneof(list, fc.constant([1, 0.01])),
    }),
    listOf(fc.nat(4)).map((at) => new Set(at)),
  ),
  scaleWeights: of(
    list,
    fc
      .record({
        step: optional(number),
        total: optional(number),
        locked: optional(listOf(fc.nat(4)).map((at) => new Set(at))),
      })
      .map(present),
  ),
  concentration: of(list),
  influence: of(table, list),
  entropyWeights: of(table),
  deviationWeights: of(table),
  criticWeights: of(table, listOf(direction, 4), fc.boolean()),
  countedTwice: of(table, number),
  correlationWithTotal: of(table, list),
  sectionBalance: of(list, fc.record({ low: number, high: number })),
  bestWorstWeights: bestAndWorst,
  bestWorstConsistency: bestAndWorst,
  parseWeightText: of(fc.string()),
  weightFamily: of(
    list,
    fc
      .record({
        percentFormat: fc.boolean(),
        textPercent: fc.boolean(),
        maximumHeader: fc.boolean(),
        importanceHeader: fc.boolean(),
        highestScores: optional(gaps),
      })
      .map(present),
  ),
  sharesOf: of(fc.oneof(texts, list)),
  sumsTo: of(list, number, number),
  fromPoints: of(list),
  placeWeights: of(fc.constantFrom("centroid", "sum", "reciprocal"), fc.oneof(number, fc.nat(9))),
  fromRanks: of(list, fc.constantFrom("centroid", "sum", "reciprocal")),
  absoluteWeights: of(listOf(weighted, 3)),
  absoluteShares: of(listOf(weighted, 3)),
  geometricWeights: of(judged),
  eigenWeights: of(judged),
  consistency: of(judged, list, fc.oneof(number, fc.constantFrom("saaty1980", "saaty2008", "doneganDodd1991"))),
  hierarchyWeights: of(fc.record({ criteria: square, alternatives: listOf(square, 3) })),
};

/** Functions that are not thrown at here, and why. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  checkInput: "simulateRanks asks it",
  noiseOf: "simulateRanks asks it",
  firmnessOf: "a generator: below",
  confidenceFactors: "a generator: below",
  simulateRanks: "a generator: simulateRanksAtOnce runs it to its end",
  simulateRanksWith: "simulateRanksAtOnce asks it",
  shareOfTop: "takes the shares that a simulation made",
  roundHalfAway: "gives back what is no finite number, by contract: below",
  roundTotal: "gives back what is no finite number, by contract: below",
  totals: "columns for many people: totalOf asks it; below for its input",
  personTotal: "reads what totals made: totalOf asks it",
  bandFaults: "says what was found (a cut-off as typed): below",
  lowerCuts: "rewrites bands as they are",
  influenceOfColumns: "columns of finite numbers: influence asks it",
  deviationsOf: "columns of finite numbers: influence asks it",
  squarable: "columns of finite numbers: influence asks it",
  patchesOf: "writes what it is given: spreadWeights asks it",
  sumOfProducts: "columns of finite numbers: influence asks it",
};

/** Files whose functions work on what others of the folder have checked: no way in for bad input. */
const INNER: readonly string[] = [
  "scoring/scoreCard",
  "scoring/extras",
  "ranking/sortOrder",
  "robustness/drawCounts",
  "robustness/drawRanks",
  "robustness/drawTotals",
  "robustness/drawWeights",
];

/** Paths of everything in a result that is no finite number. */
function nonNumbers(value: unknown, path = "result"): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path} = ${String(value)}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => nonNumbers(inside, `${path}.${key}`));
}
/** The value of a result; what a refusal quotes in its params may be anything. */
const valueIn = (result: unknown): unknown =>
  typeof result === "object" && result !== null && "ok" in result && "reason" in result ? result.reason : result;

const exported = new Map<string, (...args: readonly unknown[]) => unknown>(
  MODULES.flatMap((module) =>
    Object.entries(module).flatMap(([key, value]) =>
      typeof value === "function" ? [[key, value as (...args: readonly unknown[]) => unknown] as const] : [],
    ),
  ),
);

describe("bad input", () => {
  it.each(Object.entries(THROWN))("%s refuses it with a reason, or gives numbers", (key, args) => {
    const run = exported.get(key);
    if (run === undefined) throw new Error(`${key} is exported no more`);
    fc.assert(
      fc.property(args, (given) => {
        expect(nonNumbers(valueIn(run(...given)))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
  it("reaches every file of its folders", () => {
    const own = readFileSync("test/core/properties/badInput.test.ts", "utf8");
    const files = ["scoring", "weighting", "ranking", "robustness"].flatMap((folder) =>
      readdirSync(`src/core/${folder}`).map((file) => `${folder}/${file.replace(/\.ts$/, "")}`),
    );
    expect(files.filter((file) => !INNER.includes(file) && !own.includes(`core/${file}"`))).toEqual([]);
  });
  it("reaches every exported function", () => {
    expect([...exported.keys()].sort()).toEqual([...Object.keys(THROWN), ...Object.keys(ELSEWHERE)].sort());
  });
  it("is refused by the generators, too, or gives numbers", () => {
    const end = (run: Generator<number, unknown, undefined>): unknown => {
      for (;;) {
        const step = run.next();
        if (step.done === true) return step.value;
      }
    };
    fc.assert(
      fc.property(simulated, listOf(fc.option(list, { nil: null })), (input, own) => {
        const asked = input as simulationInput.SimulationInput;
        expect(nonNumbers(valueIn(end(firmness.firmnessOf({ ...asked, draws: 20 }))))).toEqual([]);
        const made = simulation.simulateRanksAtOnce({ ...asked, central: true });
        for (const central of made.ok ? [own, made.value.central] : [own])
          expect(nonNumbers(valueIn(end(certainty.confidenceFactors(asked, central))))).toEqual([]);
      }),
    );
  });
  it("leaves rounding what it is: finite numbers stay finite, others come back", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.oneof(fc.integer(), number), (x, digits) => {
        expect(Number.isFinite(round.roundHalfAway(x, digits))).toBe(true);
        expect(Number.isFinite(round.roundTotal(x))).toBe(true);
      }),
    );
    for (const x of [Number.NaN, Infinity]) expect([round.roundHalfAway(x, 2), round.roundTotal(x)]).toEqual([x, x]);
  });
  it("makes no totals of an impossible number of people", () => {
    const base = { weights: [1, 2], policy: "wait" } as const;
    for (const people of [-1, 0.5, Number.NaN, Infinity, 3])
      expect(totals.totals({ ...base, people, scores: new Float64Array(2) })).toMatchObject({ reason: "shape" });
    expect(totals.totals({ ...base, people: 0, scores: new Float64Array(0) })).toMatchObject({ ok: true });
  });
  it("lets the faults of a band table be found whatever is typed", () => {
    fc.assert(
      fc.property(bandList, number, gap, (typed, worst, best) => {
        for (const { index } of bands.bandFaults(typed, worst, best)) expect(typed[index]).toBeDefined();
      }),
    );
  });
});

describe("thousands of rows", () => {
  const many = Array.from({ length: 5000 }, (_, i) => (i * 7919) % 1000);
  const rows = many.map((value, i) => [value, i % 100, 50]);
  it("are ranked, spread, correlated and left out one by one", () => {
    expect(ranks.ranks(many, "competition").filter((rank) => rank === 1)).toHaveLength(5);
    expect(forced.forcedDistribution(many, [20, 70, 10])).toMatchObject({ value: { quotas: [1000, 3500, 500] } });
    expect(rankCorrelation.spearman(many, many)).toMatchObject({ ok: true });
    expect(leaveOneOut.leaveOneOut(rows, [1, 1, 1])).toMatchObject({ ok: true });
    expect(balance.influence(rows, [1, 1, 1])).toMatchObject({ ok: true });
    expect(percentiles.quantileInc(many, 0.5)).toMatchObject({ ok: true, value: 499.5 });
    expect(apportion.largestRemainder(many, 10_000)).toMatchObject({ ok: true });
    expect(fromOrder.fromRanks(many)).toMatchObject({ ok: true });
  });
  it("are refused with a reason where nobody judges thousands", () => {
    const crowd = Array.from({ length: 200 }, () => new Array<number>(200).fill(1));
    expect(pairwise.eigenWeights(crowd)).toMatchObject({ reason: "out-of-range" });
    expect(bestWorst.bestWorstWeights(many, many)).toMatchObject({ reason: "out-of-range" });
    expect(bradleyTerry.bradleyTerry(5000, [])).toMatchObject({ reason: "out-of-range" });
    const huge = { scores: rows, weights: [1, 1, 1], draw: { kind: "uniform" }, seed: 1 } as const;
    expect(simulation.simulateRanksAtOnce(huge)).toMatchObject({ reason: "out-of-range" });
  });
  it("and hundreds of thousands break no list function", () => {
    const long = Array.from({ length: 300_000 }, (_, i) => i % 1000);
    expect(normalise.minMax(long)).toMatchObject({ ok: true });
    expect(normalise.distanceToTarget(long, 2000, 1, true)).toMatchObject({ ok: true });
    expect(family.weightFamily(long)).toMatchObject({ ok: true });
    expect(aggregates.weakestLink(long, long)).toEqual({ ok: true, value: 1 });
    expect(
      steps.hitRate(
        true,
        long.map((value) => value > 0),
      ),
    ).toMatchObject({ ok: true });
  });
});
