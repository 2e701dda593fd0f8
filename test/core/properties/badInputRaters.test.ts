/**
 * Whatever is thrown at the functions of raters, evidence, cascade and improve: a refusal with its reason or a result without
 * NaN and infinities, never an exception. Every exported function is here, or is named with the reason why not.
 */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import * as drivers from "../../../src/core/cascade/drivers";
import * as figures from "../../../src/core/cascade/figures";
import * as lineProgress from "../../../src/core/cascade/lineProgress";
import * as pace from "../../../src/core/cascade/pace";
import * as periods from "../../../src/core/cascade/periods";
import * as tree from "../../../src/core/cascade/tree";
import * as coverage from "../../../src/core/evidence/coverage";
import * as patterns from "../../../src/core/evidence/patterns";
import * as evidencePeriod from "../../../src/core/evidence/period";
import * as sufficiency from "../../../src/core/evidence/sufficiency";
import * as texts from "../../../src/core/evidence/texts";
import * as pay from "../../../src/core/improve/pay";
import * as pointsLost from "../../../src/core/improve/pointsLost";
import * as readiness from "../../../src/core/improve/readiness";
import * as adverseImpact from "../../../src/core/raters/adverseImpact";
import * as agreement from "../../../src/core/raters/agreement";
import * as calibration from "../../../src/core/raters/calibration";
import * as comparisons from "../../../src/core/raters/comparisons";
import * as composite from "../../../src/core/raters/composite360";
import * as intraclass from "../../../src/core/raters/intraclass";
import * as raterErrors from "../../../src/core/raters/raterErrors";
import * as reliability from "../../../src/core/raters/reliability";
import * as retranslation from "../../../src/core/raters/retranslation";
import * as severity from "../../../src/core/raters/severity";

const MODULES = [
  drivers,
  figures,
  lineProgress,
  pace,
  periods,
  tree,
  coverage,
  patterns,
  evidencePeriod,
  sufficiency,
  texts,
  pay,
  pointsLost,
  readiness,
  adverseImpact,
  agreement,
  calibration,
  comparisons,
  composite,
  intraclass,
  raterErrors,
  reliability,
  retranslation,
  severity,
];

const ODD = [Number.NaN, Infinity, -Infinity, 0, -0, 1e308, -1e308, 5e-324, -1, 1, 2, 3, 0.5, 5, 100, 1e9, 0.1 + 0.2];
const number = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ODD) }, fc.double(), fc.integer({ min: 0, max: 9 }));
const point = fc.integer({ min: 1, max: 5 });
const sane = fc.oneof(point, fc.double({ min: 0, max: 100, noNaN: true }));
const gapOf = (item: fc.Arbitrary<number>): fc.Arbitrary<number | null> => fc.option(item, { nil: null });
/** Mostly sane, so that garbage gets past the first check. */
const mixed = fc.oneof({ weight: 6, arbitrary: sane }, { weight: 1, arbitrary: number });
const gap = gapOf(mixed);
const listOf = <T>(item: fc.Arbitrary<T>, most = 6): fc.Arbitrary<T[]> =>
  fc.oneof(
    fc.array(item, { maxLength: most }),
    fc.tuple(item, fc.nat(most)).map(([value, length]) => new Array<T>(length).fill(value)),
  );
const list = fc.oneof(listOf(number), listOf(sane, 14), listOf(point, 14), listOf(fc.constantFrom(0, 1, 1e308)));
/** Tables that are square on purpose most of the time. */
const tableOf = <T>(item: fc.Arbitrary<T>, rows = 12, columns = 4): fc.Arbitrary<T[][]> =>
  fc.oneof(
    listOf(listOf(item, columns), rows),
    fc
      .tuple(fc.nat(rows), fc.nat(columns))
      .chain(([high, wide]) =>
        fc.array(fc.array(item, { minLength: wide, maxLength: wide }), { minLength: high, maxLength: high }),
      ),
  );
const table = fc.oneof(tableOf(number), tableOf(sane), tableOf(point), tableOf(fc.constantFrom(0, 1e308, -1e308)));
const name = fc.constantFrom("a", "b", "c", "d", "");
const optional = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(item, { nil: undefined });
/** Leaves out what is undefined, as exact optional properties ask. */
const present = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

const kind = fc.constantFrom("sum", "mean", "ratio", "shared", "support");
const node = fc
  .record({
    id: fc.oneof(name, fc.nat(30).map(String)),
    parent: gapOf(fc.nat(30)).chain((at) =>
      fc.oneof(fc.constant(at === null ? null : String(at)), fc.constant(null), name),
    ),
    kind,
    target: gap,
    weight: gap,
    base: gap,
    attainment: gap,
    actual: gap,
    lowerIsBetter: optional(fc.boolean()),
    standsAlone: optional(fc.boolean()),
  })
  .map(present);
/** A tree that holds together, with figures of any kind. */
const holding = fc
  .array(fc.tuple(node, fc.nat(9)), { maxLength: 10 })
  .map((nodes) =>
    nodes.map(([one, up], i) => ({ ...one, id: `n${String(i)}`, parent: i === 0 ? null : `n${String(up % i)}` })),
  );
const nodes = fc.oneof(listOf(node, 10), holding);
const aggregation = fc.constantFrom("sum", "last", "mean", "ratio", "max", "min");
const month = fc.record({ value: gap, base: optional(gap) }).map(present);
const year = fc
  .nat(12)
  .chain((n) =>
    fc.tuple(fc.array(mixed, { minLength: n, maxLength: n }), fc.array(month, { minLength: n, maxLength: n })),
  );
const driver = fc.record({ id: fc.oneof(name, fc.nat(99).map(String)), plan: gap, actual: gap });
const group = fc
  .record({
    id: name,
    weight: mixed,
    answers: listOf(mixed, 5),
    raters: tableOf(gap, 5, 3),
    exempt: optional(fc.boolean()),
    isSelf: optional(fc.boolean()),
  })
  .map(present);
const count = fc.oneof(number, fc.integer({ min: 0, max: 20 }));
const counted = fc.record({ selected: count, of: count });
const judgement = fc.record({ rater: name, person: name, points: mixed });
const limits = fc.record({
  scalePoints: fc.oneof(fc.constantFrom(5, 7, 4, 2), number),
  levelShift: mixed,
  levelZ: mixed,
  middleShare: mixed,
  middleSpread: mixed,
  narrowSpread: mixed,
  haloCorrelation: mixed,
  haloSpread: mixed,
  straightShare: mixed,
});
const sheet = fc.record({ rater: name, ratings: fc.oneof(tableOf(gapOf(point)), tableOf(point), tableOf(gap)) });
const cell = fc.record({ low: mixed, high: mixed });
const person = fc.record({ salary: mixed, market: mixed, band: fc.oneof(fc.nat(5), number) });
const pair = fc.tuple(mixed, mixed);
const three = fc
  .nat(12)
  .chain((n) => fc.array(fc.array(mixed, { minLength: n, maxLength: n }), { minLength: 3, maxLength: 3 }));

const serial = gapOf(fc.oneof(number, fc.integer({ min: 46_000, max: 46_400 })));
const dates = listOf(fc.oneof(number, fc.integer({ min: 46_000, max: 46_400 })), 9);
const period = fc.oneof(fc.constant({ from: 46_023, to: 46_387 }), fc.record({ from: serial, to: serial }));

type Arguments = fc.Arbitrary<readonly unknown[]>;
const of = (...items: fc.Arbitrary<unknown>[]): Arguments => fc.tuple(...items);

const THROWN: Readonly<Record<string, Arguments>> = {
  explainGap: of(fc.constantFrom("sum", "product", "ratio"), fc.oneof(listOf(driver, 6), listOf(driver, 14))),
  rollUpFigures: of(nodes),
  aggregate: of(aggregation, listOf(month, 14)),
  phaseTarget: of(aggregation, number, list),
  progress: fc
    .tuple(aggregation, year, fc.boolean())
    .map(([how, [targets, actuals], up]) => [how, targets, actuals, up]),
  paceOf: of(
    fc.record({
      start: gap,
      target: mixed,
      actual: gap,
      direction: fc.constantFrom("higher", "lower"),
      from: mixed,
      due: mixed,
      asOf: mixed,
    }),
  ),
  treeFaults: of(nodes),
  rollUp: of(nodes),
  meritPlan: of(listOf(person, 4), mixed, fc.record({ limits: pair, cells: listOf(fc.tuple(cell, cell, cell), 5) })),
  coefficientPay: of(number, number, number, number),
  coefficientOf: of(name, listOf(fc.record({ band: name, coefficient: number }), 4)),
  nineBox: of(mixed, mixed, fc.record({ performance: pair, potential: pair }), optional(count)),
  pointsLost: of(
    listOf(fc.record({ id: name, weight: mixed, attainment: gap, cause: optional(name) }).map(present), 8),
  ),
  readinessGaps: of(
    fc
      .record({
        incidents: count,
        goals: count,
        checkpoints: count,
        days: count,
        standard: optional(fc.boolean()),
        support: optional(fc.boolean()),
        measure: optional(fc.boolean()),
      })
      .map(present),
    fc.record({ minIncidents: count, goals: fc.tuple(count, count), minCheckpoints: count, durations: list }),
  ),
  recordsByMonth: of(dates, period),
  longestGap: of(dates, period),
  recentShare: of(dates, period, count, mixed),
  daysToRecord: of(serial, fc.oneof(serial, fc.constant(undefined))),
  oneSide: of(listOf(fc.constantFrom("+", "-", "", "?"), 6), count),
  sufficiencyGaps: of(
    fc.record({
      kind: fc.constantFrom("incidents", "document", "report"),
      isEndRating: fc.boolean(),
      comment: fc.string(),
      records: listOf(fc.record({ eventDate: serial, recordedDate: serial }), 4),
    }),
    period,
    fc.record({ incidents: count, months: count, comment: count, lastDays: count }),
  ),
  commentGap: of(fc.string(), count),
  inPeriod: of(serial, period),
  isDate: of(number),
  textLength: of(fc.string()),
  copiedTexts: of(listOf(fc.record({ person: name, text: fc.string() }), 6), count),
  impactRatios: of(list),
  fisherExact: of(counted, counted),
  groupImpact: of(listOf(counted, 5), count),
  cohenKappa: of(fc.oneof(table, tableOf(count, 3, 3))),
  fleissKappa: of(fc.oneof(table, tableOf(count, 3, 3))),
  krippendorffAlpha: of(
    fc.oneof(tableOf(gap, 4, 6), tableOf(gapOf(number), 4, 6)),
    fc.constantFrom("nominal", "ordinal", "interval", "ratio"),
  ),
  calibrate: of(
    fc.oneof(table, listOf(fc.array(point, { minLength: 9, maxLength: 14 }), 3)),
    fc.constantFrom("shift", "shrunk-shift", "ratio", "z", "rank"),
    fc.oneof(fc.constant({ low: 1, high: 5 }), fc.record({ low: number, high: number })),
    fc.oneof(fc.constant(1), number),
  ),
  inflation: of(listOf(fc.record({ now: mixed, before: mixed }), 12), count),
  adjustedLevels: of(
    listOf(fc.record({ rater: name, people: listOf(fc.record({ rating: mixed, result: mixed }), 5) }), 5),
  ),
  recencyPull: fc.tuple(three, count).map(([lists, minimum]) => [...lists, minimum]),
  sameItems: of(listOf(name, 9), count),
  composite360: of(listOf(group, 4), count),
  composite360ByDimension: of(listOf(group, 4), count),
  selfView: of(number, number),
  raterSigns: of(listOf(sheet, 4), limits),
  intraclassCorrelations: of(table, fc.oneof(fc.constant(0.05), number), fc.oneof(fc.constant(2), number)),
  kendallW: of(table),
  retranslated: of(
    fc.record({
      dimension: fc.option(name, { nil: null }),
      back: listOf(fc.option(name, { nil: null })),
      places: listOf(gap),
    }),
    fc.record({ minAgreement: mixed, maxSpread: mixed, minJudges: mixed }),
  ),
  withinGroupAgreement: of(list, fc.oneof(fc.constant(5), number)),
  linkedRaters: of(listOf(judgement, 12)),
  lineProgress: of(
    fc.record({
      kind: fc.constantFrom("curve", "ratio", "milestone", "yesNo", "zero", "deduction", "rating"),
      direction: fc.constantFrom("higher", "lower"),
      aggregate: fc.constantFrom("sum", "last", "mean"),
      baseline: mixed,
      target: mixed,
      actual: mixed,
      from: number,
      to: number,
      asOf: mixed,
    }),
  ),
  raterSeverity: of(listOf(judgement, 14)),
};

/** Functions that are not thrown at here, and why. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  coverageOf: "a look-up by keys, no arithmetic",
  comparable: "a text from a text",
  wayOf: "a look-up by kind, no arithmetic",
  monthOf: "of what isDate lets through",
  childrenById: "a list by key: rollUp and treeFaults ask it",
  checkTable: "intraclassCorrelations and kendallW ask it",
  fromTheLeaves: "for trees that hold together: rollUp asks it",
};

/** Paths of everything in a result that is no finite number. */
function nonNumbers(value: unknown, path = "result"): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path} = ${String(value)}`];
  if (value instanceof Map) return nonNumbers([...value.values()], path);
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

describe("bad input of raters, evidence, cascade and improve", () => {
  it.each(Object.entries(THROWN))("%s refuses it with a reason, or gives numbers", (key, args) => {
    const run = exported.get(key);
    if (run === undefined) throw new Error(`${key} is exported no more`);
    fc.assert(
      fc.property(args, (given) => {
        expect(nonNumbers(valueIn(run(...given)))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
  it("reaches every file of its folders", () => {
    const own = readFileSync("test/core/properties/badInputRaters.test.ts", "utf8");
    const files = ["raters", "evidence", "cascade", "improve"].flatMap((folder) =>
      readdirSync(`src/core/${folder}`).map((file) => `${folder}/${file.replace(/\.ts$/, "")}`),
    );
    expect(files.filter((file) => !own.includes(`core/${file}"`))).toEqual([]);
  });
  it("reaches every exported function", () => {
    expect([...exported.keys()].sort()).toEqual([...Object.keys(THROWN), ...Object.keys(ELSEWHERE)].sort());
  });
});
