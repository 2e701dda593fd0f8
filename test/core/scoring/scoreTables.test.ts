/** The scores of people on the lines of their plans: what a cell is worth, under the line's target and under one of their own. */
import type { LineRule } from "../../../src/core/model/line";
import type { Actual, Person, Plan, Scorecard } from "../../../src/core/model/scorecard";
import { rankTables, scoreCard, scoreTables, type ScoreTable } from "../../../src/core/scoring/scoreCard";
import { NOT_APPLICABLE } from "../../../src/core/scoring/totals";
import { cleanCard, personAt, withLine, withPerson } from "../../support/scorecards";

/** Scores of a table to nine decimals, a row a person. */
const rowsOf = ({ scores, lines, places }: ScoreTable): readonly (readonly number[])[] =>
  Array.from(places, (_, row) =>
    Array.from(scores.subarray(row * lines, (row + 1) * lines), (score) => Number(score.toFixed(9))),
  );
const firstTable = (card: Scorecard): ScoreTable => {
  const [table] = scoreTables(card);
  if (table === undefined) throw new Error("a plan");
  return table;
};

describe("a table of scores", () => {
  it("has a row for each member of the plan, in the order of the people, and nothing of anybody else", () => {
    const card = cleanCard();
    const [plan] = card.plans;
    if (plan === undefined) throw new Error("a plan");
    const short = { ...plan, name: "Office", lines: plan.lines.slice(0, 2) };
    const people = [
      personAt(0, "Ann", [104, 2, 4, 3, 1]),
      personAt(1, "Bob", [100, 0], 1),
      personAt(2, "Cho", [100, 10, 3, 3, 0.5]),
      personAt(3, "Dee", [80, 10], 1),
      personAt(4, "Eve", [], -1),
    ];
    const tables = scoreTables({ ...card, plans: [plan, short], people });
    expect(tables.map(({ places, lines }) => [Array.from(places), lines])).toEqual([
      [[0, 2], 5],
      [[1, 3], 2],
    ]);
    expect(tables.map(rowsOf)).toEqual([
      [
        [104, 80, 110, 100, 100],
        [100, 0, 100, 100, 50],
      ],
      [
        [100, 100],
        [60, 0],
      ],
    ]);
  });
  it("tells what is missing from what does not apply", () => {
    const card = withPerson(0, ({ actuals }) => ({
      actuals: actuals.map((actual, k): Actual => {
        if (k === 0) return { ...actual, notApplicable: true };
        return k === 1 ? { ...actual, value: null } : actual;
      }),
    }));
    expect(rowsOf(firstTable(card))[0]).toEqual([NOT_APPLICABLE, Number.NaN, 110, 100, 100]);
  });
  it("holds nothing where an entry row is not there, and nobody has numbers where the tables or results are not", () => {
    expect(rowsOf(firstTable(withPerson(0, () => ({ actuals: [] }))))[0]).toEqual(new Array(5).fill(Number.NaN));
    const card = cleanCard();
    expect(scoreCard(card, []).map(({ total, rank, plan }) => [total, rank, plan])).toEqual(
      card.people.map(() => [null, null, "Sales"]),
    );
    expect(rankTables(card, [], scoreCard(card))).toEqual([]);
    expect(rankTables(card, scoreTables(card), [])).toMatchObject([{ people: [], leftOut: 0 }]);
  });
});

describe("a target of a person's own", () => {
  /** The score of one actual under a rule and an own target. */
  const scored = (rule: LineRule, value: number, ownTarget: number | null): number | undefined => {
    const card = withLine(0, { rule });
    const [ann] = card.people;
    if (ann === undefined) throw new Error("a person");
    const actuals = ann.actuals.map((actual, k) => (k === 0 ? { ...actual, raw: value, value, ownTarget } : actual));
    return rowsOf(firstTable({ ...card, people: [{ ...ann, actuals }] }))[0]?.[0];
  };
  const curve: LineRule = { kind: "curve", direction: "higher", threshold: 80, target: 100, stretch: 120 };

  it("moves all levels of a curve by the same share: half the target, half of each level", () => {
    expect([40, 45, 50, 60].map((actual) => scored(curve, actual, 50))).toEqual([60, 80, 100, 120]);
    const lower: LineRule = { kind: "curve", direction: "lower", threshold: 20, target: 10 };
    expect([40, 20].map((actual) => scored(lower, actual, 20))).toEqual([60, 100]);
  });
  it("is what ratio, deviation and the best value are measured by, below 0 too", () => {
    expect(scored({ kind: "ratio", target: 100 }, 60, 80)).toBe(75);
    expect(scored({ kind: "deviation", target: 100 }, 60, 80)).toBe(75);
    expect(scored({ kind: "deviation", direction: "higher", target: -10 }, -30, -20)).toBe(50);
    expect(scored({ kind: "nominal", target: 100 }, 60, 80)).toBe(75);
  });
  it("moves only the end of a progress: its baseline stays", () => {
    const linear: LineRule = { kind: "linear", baseline: 40, target: 80 };
    // 20 of the 40 from 40 to 80; 20 of the 80 from 40 to 120.
    expect([scored(linear, 60, 80), scored(linear, 60, 120)]).toEqual([50, 25]);
    // Moved to its very baseline there is nothing to progress by: 49 · (55 ÷ 49) would be 54.99999999999999.
    expect(scored({ kind: "linear", baseline: 55, target: 49 }, 50, 55)).toBeNaN();
  });
  it("that cannot be used makes the line missing: no number, none for the kind, 0, or beyond it", () => {
    expect(scored(curve, 100, null)).toBeNaN();
    expect(scored({ kind: "points", maximum: 100, target: 50 }, 100, 50)).toBeNaN();
    expect(scored({ kind: "zero", worstAllowed: 4 }, 1, 2)).toBeNaN();
    // A curve without a target is not asked for one.
    expect(scored({ kind: "curve", threshold: 80 }, 100, 50)).toBeNaN();
    // No share of 0 is another target.
    expect(scored({ kind: "curve", threshold: -20, target: 0 }, 5, 5)).toBeNaN();
    for (const kind of ["deviation", "nominal"] as const) expect(scored({ kind, target: 0 }, 5, 5)).toBeNaN();
    expect([0, -50, Number.NaN].map((own) => scored(curve, 100, own))).toEqual([NaN, NaN, NaN]);
    expect(scored({ kind: "linear", baseline: 40, target: 80 }, 60, 0)).toBeNaN();
    expect(scored({ kind: "linear", baseline: 0, target: 0 }, 60, 5)).toBeNaN();
  });
});

describe("scores of a sheet of the user", () => {
  const cardOf = (people: readonly Person[], change: Partial<Plan> = {}): Scorecard => {
    const card = cleanCard();
    const [plan] = card.plans;
    if (plan === undefined) throw new Error("a plan");
    const lines = plan.lines.slice(0, 3).map((line) => ({ ...line, rule: null }));
    return { ...card, origin: "recognised", people, plans: [{ ...plan, lines, ...change }] };
  };
  const maximum = { family: "maximum", point: 1, expected: null } as const;

  it("that stand as plain numbers in a row are the same as cell by cell", () => {
    const numbers = [
      [80, 90, 70],
      [60, Number.NaN, 50],
    ];
    const people = numbers.map((row, i) => ({
      ...personAt(i, `Person ${String(i)}`, []),
      numberAt: (line: number): number => row[line] ?? Number.NaN,
    }));
    const cells = numbers.map((row, i) =>
      personAt(
        i,
        `Person ${String(i)}`,
        row.map((value) => (Number.isNaN(value) ? "" : value)),
      ),
    );
    const [first, second, third] = cardOf([]).plans[0]?.lines ?? [];
    if (first === undefined || second === undefined || third === undefined) throw new Error("three lines");
    const own = { top: null, best: 100, unit: 2, tolerance: 0, weightsAreApart: false };
    const change = { lines: [first, { ...second, lower: true as const }, third], own };
    expect(rowsOf(firstTable(cardOf(people, change)))).toEqual([
      [160, -180, 140],
      [120, Number.NaN, 100],
    ]);
    for (const plan of [{}, change, { scale: maximum }])
      expect(rowsOf(firstTable(cardOf(people, plan)))).toEqual(rowsOf(firstTable(cardOf(cells, plan))));
  });
  it("are those written beside the number, but marks are the number itself; a blank has neither", () => {
    const ann = personAt(0, "Ann", [15, 25, ""]);
    const people = [{ ...ann, actuals: ann.actuals.map((actual) => ({ ...actual, score: 90 })) }];
    expect(rowsOf(firstTable(cardOf(people)))).toEqual([[90, 90, Number.NaN]]);
    // 15 of 30 marks, 25 of 25.
    expect(rowsOf(firstTable(cardOf(people, { scale: maximum })))).toEqual([[50, 100, Number.NaN]]);
  });
  it("are missing where there is no maximum to divide by, whatever the mark", () => {
    const people = [personAt(0, "Ann", [5, 0, -5])];
    const lines = cardOf([]).plans[0]?.lines ?? [];
    for (const value of [0, null, -10]) {
      const plan = { scale: maximum, lines: lines.map((line) => ({ ...line, weight: { ...line.weight, value } })) };
      expect(rowsOf(firstTable(cardOf(people, plan)))).toEqual([[Number.NaN, Number.NaN, Number.NaN]]);
    }
  });
  it("are read where the weights cannot be, and make no totals", () => {
    const ann = personAt(0, "Ann", [80, 90, 70]);
    const people = [{ ...ann, actuals: ann.actuals.map((actual) => ({ ...actual, score: 50 })) }];
    const card = cardOf(people, { scale: null });
    expect(rowsOf(firstTable(card))).toEqual([[50, 50, 50]]);
    expect(scoreCard(card)).toMatchObject([{ total: null, low: null }]);
  });
  it("are scores only there: a line without a kind has none on a generated scorecard", () => {
    expect(rowsOf(firstTable({ ...cardOf([personAt(0, "Ann", [80, 90, 70])]), origin: "generated" }))).toEqual([
      [Number.NaN, Number.NaN, Number.NaN],
    ]);
  });
});
