import { rankTables, scoreCard, scoreTables, type PersonResult } from "../../../src/core/scoring/scoreCard";
import { cellAt, type Person, type Scorecard } from "../../../src/core/model/scorecard";
import { cleanCard, personAt, withActual, withLine, withPerson, withPlan, withWeights } from "../../support/scorecards";

const of = (card: Scorecard, name: string): PersonResult => {
  const found = scoreCard(card).find((result) => result.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

describe("results of a scorecard", () => {
  // Ann: revenue 104 on 80/100/120 is 1.04; 2 of 10 complaints 0.8; ratings 4 and 3 are 1.10 and 1.00; the branch is open.
  // 30·1.04 + 25·0.8 + 20·1.1 + 15·1 + 10·1 = 98.2
  // Bob: 97 is 0.94; 0 complaints 1; 1.00, 1.10; half the branch. 28.2 + 25 + 20 + 16.5 + 5 = 94.7
  it("are weighted attainments in points, with rank and band", () => {
    expect(of(cleanCard(), "Ann")).toEqual({
      id: "P001",
      name: "Ann",
      plan: "Sales",
      cell: cleanCard().people[0]?.cell,
      total: 98.2,
      soFar: 98.2,
      low: 98.2,
      high: 98.2,
      coverage: 1,
      applicable: 1,
      rank: 2,
      band: "Meets",
    });
    expect(of(cleanCard(), "Bob").total).toBe(94.7);
  });
  it("wait for a blank with bounds at 0 and on target, and leave the others' ranks alone", () => {
    const card = withActual(0, 0, "");
    // Without revenue 67 of 70 points are known to be 67: so far 95.714286, at least 67, at most 97.
    expect(of(card, "Ann")).toMatchObject({
      total: null,
      rank: null,
      band: null,
      soFar: 95.714286,
      low: 67,
      high: 97,
      coverage: 0.7,
    });
    const before = scoreCard(cleanCard()).filter(({ name }) => name !== "Ann");
    const after = scoreCard(card).filter(({ name }) => name !== "Ann");
    expect(after.map(({ total }) => total)).toEqual(before.map(({ total }) => total));
  });
  it("take an actual that is not there for a blank, and a line without a kind for one that cannot be scored", () => {
    const short = withPerson(0, ({ actuals }) => ({ actuals: actuals.slice(0, 4) }));
    expect(of(short, "Ann")).toMatchObject({ total: null, coverage: 0.9 });
    const kindless = withLine(4, { rule: null });
    expect(of(kindless, "Ann")).toMatchObject({ total: null, coverage: 0.9 });
  });
  it("move the weight of a line that does not apply", () => {
    const card = withPerson(0, ({ actuals }) => ({
      actuals: actuals.map((actual, k) => (k === 0 ? { ...actual, notApplicable: true } : actual)),
    }));
    expect(of(card, "Ann")).toMatchObject({ total: 95.714286, applicable: 0.7, coverage: 1 });
  });
  it("count an actual that its kind refuses as missing, never as 0", () => {
    expect(of(withActual(0, 2, 9), "Ann")).toMatchObject({ total: null, coverage: 0.8 });
  });
  it("give nobody numbers where the weights cannot be read, or are none", () => {
    const nothing = {
      total: null,
      soFar: null,
      low: null,
      high: null,
      rank: null,
      band: null,
      coverage: 0,
      applicable: 1,
    };
    expect(
      of(
        withPlan(() => ({ scale: null })),
        "Ann",
      ),
    ).toMatchObject(nothing);
    expect(of(withWeights(0, 0, 0, 0, 0), "Ann")).toMatchObject(nothing);
    expect(
      of(
        withPerson(0, () => ({ plan: -1 })),
        "Ann",
      ),
    ).toMatchObject({ ...nothing, plan: "" });
  });
  it("count a weight below 0 or without a number as none", () => {
    // Revenue out: (25·0.8 + 20·1.1 + 15 + 10) / 70
    expect(of(withWeights(-30, 25, 20, 15, 10), "Ann").total).toBe(95.714286);
    expect(of(withWeights(null, 25, 20, 15, 10), "Ann").total).toBe(95.714286);
  });
  it("multiply two levels of weights: section × line", () => {
    const plan = withWeights(50, 50, 50, 50, 100).plans[0];
    const section = (
      name: string,
      points: number,
      row: number,
    ): { name: string; points: number; cell: ReturnType<typeof cellAt> } => ({
      name,
      points,
      cell: cellAt("Plan", row, 0),
    });
    const sections = [section("Results", 60, 1), section("Behaviour", 30, 2), section("Growth", 10, 3)];
    // 0.6·(52 + 40) + 0.3·(55 + 50) + 0.1·100 = 55.2 + 31.5 + 10
    expect(
      of(
        withPlan(() => ({ ...plan, sections })),
        "Ann",
      ).total,
    ).toBe(96.7);
    // A line whose section has no weight counts for nothing.
    expect(
      of(
        withPlan(() => ({ ...plan, sections: sections.slice(0, 1) })),
        "Ann",
      ).total,
    ).toBe(92);
  });
  it("rank within each plan, by the method of the sheet", () => {
    const card = cleanCard();
    const [plan] = card.plans;
    if (plan === undefined) throw new Error("a plan");
    const twins = [personAt(6, "Gil", [104, 2, 4, 3, 1], 1), personAt(7, "Hal", [104, 2, 4, 3, 1], 1)];
    const last = personAt(8, "Ida", [80, 9, 2, 2, 0], 1);
    const two = { ...card, plans: [plan, { ...plan, name: "Office" }], people: [...card.people, ...twins, last] };
    expect(["Gil", "Hal", "Ida", "Ann"].map((name) => of(two, name).rank)).toEqual([1, 1, 3, 2]);
    expect(of({ ...two, rankMethod: "dense" }, "Ida").rank).toBe(2);
    expect(of(two, "Ida").plan).toBe("Office");
  });
  it("hold the band behind a broken gate, and say what it would be", () => {
    const gate = (passed: boolean | null, bestBand: string): NonNullable<Person["gates"]>[number] => ({
      id: "G1",
      name: "Integrity",
      passed,
      bestBand,
      cell: cellAt("Entry", 4, 30),
    });
    const held = of(
      withPerson(0, () => ({ gates: [gate(false, "Below")] })),
      "Ann",
    );
    expect(held).toMatchObject({ total: 98.2, band: "Below", heldBy: { gate: "Integrity", bandWithout: "Meets" } });
    for (const open of [
      gate(true, "Below"),
      gate(null, "Below"),
      gate(false, "No such band"),
      gate(false, "Outstanding"),
    ])
      expect(
        of(
          withPerson(0, () => ({ gates: [open] })),
          "Ann",
        ),
      ).not.toHaveProperty("heldBy");
  });
  it("hold the band behind the gate that counts, beside one whose band is none of the table's", () => {
    const cell = cellAt("Entry", 4, 30);
    const gates = ["No such band", "Below"].map((bestBand, i) => ({
      id: `G${String(i)}`,
      name: `Gate ${String(i)}`,
      passed: false,
      bestBand,
      cell,
    }));
    const held = of(
      withPerson(0, () => ({ gates })),
      "Ann",
    );
    expect(held).toMatchObject({ band: "Below", heldBy: { gate: "Gate 1", bandWithout: "Meets" } });
    // Below every band there is none to hold down.
    const card = withPerson(0, () => ({ gates: [] }));
    expect(of({ ...card, bands: [{ name: "Top", from: 1000 }] }, "Ann").band).toBeNull();
  });
  it("hold the band behind the first of gates that leave the same, and of gates with one id", () => {
    const cell = cellAt("Entry", 4, 30);
    const heldBy = (...gates: readonly (readonly [id: string, bestBand: string])[]): unknown => {
      const own = gates.map(([id, bestBand], i) => ({ id, name: `Gate ${String(i)}`, passed: false, bestBand, cell }));
      return of(
        withPerson(0, () => ({ gates: own })),
        "Ann",
      ).heldBy?.gate;
    };
    expect(heldBy(["G1", "Below"], ["G2", "Below"])).toBe("Gate 0");
    expect(heldBy(["G1", "Below"], ["G2", "Unsatisfactory"])).toBe("Gate 1");
    // As the sheet looks them up: the first, in capitals or not, whatever its band.
    expect(heldBy(["G1", "Below"], ["g1", "Unsatisfactory"])).toBe("Gate 0");
    expect(heldBy(["G1", "No such band"], ["G1", "Below"])).toBeUndefined();
  });
  it("take a user's own scores as they stand, and marks by their maximum", () => {
    const own = (
      family: "percent" | "maximum",
      weights: readonly number[],
      scores: readonly number[],
    ): number | null => {
      const card = withWeights(...weights);
      const [plan] = card.plans;
      if (plan === undefined) throw new Error("a plan");
      const lines = plan.lines.map((line) => ({ ...line, rule: null }));
      const scale = { family, point: 1, expected: family === "percent" ? 100 : null };
      const people = [personAt(0, "Ann", scores)];
      return of({ ...card, origin: "recognised", people, plans: [{ ...plan, lines, scale }] }, "Ann").total;
    };
    expect(own("percent", [10, 20, 30, 40, 0], [100, 100, 100, 59, 1])).toBe(83.6);
    // 45 of 50 marks, 15 of 30, 20 of 20: 80 of 100; a line of 0 marks counts for nothing.
    expect(own("maximum", [50, 30, 20, 0, 0], [45, 15, 20, 0, 0])).toBe(80);
    expect(own("maximum", [50, 30, 10, 5, 5], [45, 15, 10, 5, 5])).toBe(80);
  });
});

describe("what ranks rest on", () => {
  const tablesOf = (card: Scorecard): ReturnType<typeof rankTables> => {
    const scores = scoreTables(card);
    return rankTables(card, scores, scoreCard(card, scores));
  };
  it("is a row per person with a rank and all scores, best first, with the weights of the plan", () => {
    const [table] = tablesOf(cleanCard());
    const results = scoreCard(cleanCard());
    expect(table?.plan).toBe("Sales");
    // The top band begins at 105, in whatever order the bands stand.
    expect(table?.topFrom).toBe(105);
    const turned = { ...cleanCard(), bands: [...cleanCard().bands].reverse() };
    expect([turned, { ...turned, bands: [] }].map((card) => tablesOf(card)[0]?.topFrom)).toEqual([105, null]);
    expect(table?.weights).toEqual([30, 25, 20, 15, 10]);
    const ranks = (table?.people ?? []).map((place) => results[place]?.rank ?? 0);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(table?.people).toHaveLength(results.length);
    expect(table?.leftOut).toBe(0);
    // Ann's attainments in points: 1.04, 0.8, 1.10, 1.00 and the open branch.
    const row = table?.scores[table.people.indexOf(0)]?.map((score) => Number(score.toFixed(9)));
    expect(row).toEqual([104, 80, 110, 100, 100]);
  });
  it("leaves out who has no rank, and counts apart who has one without all scores", () => {
    const waiting = tablesOf(withActual(0, 0, ""))[0];
    expect(waiting?.people).not.toContain(0);
    expect(waiting?.leftOut).toBe(0);
    const counted = { ...withActual(0, 0, ""), policy: "zero" } as const;
    expect(scoreCard(counted)[0]?.rank).not.toBeNull();
    expect(tablesOf(counted)[0]).toMatchObject({ leftOut: 1 });
    expect(tablesOf(counted)[0]?.people).not.toContain(0);
  });
  it("has weights on two levels multiplied: 60 points of 50 in a section of 100 are 30", () => {
    const sections = [
      { name: "Results", points: 60, cell: cellAt("Plan", 1, 0) },
      { name: "Behaviour", points: 40, cell: cellAt("Plan", 2, 0) },
    ];
    const plan = withWeights(50, 50, 25, 75, 100).plans[0];
    const [table] = tablesOf(withPlan(() => ({ ...plan, sections })));
    expect(table?.weights).toEqual([30, 30, 10, 30, 0]);
  });
  it("is nothing where the weights cannot be read, and belongs to each plan", () => {
    expect(tablesOf(withPlan(() => ({ scale: null })))).toEqual([]);
    const card = cleanCard();
    const [plan] = card.plans;
    if (plan === undefined) throw new Error("a plan");
    const two = {
      ...card,
      plans: [
        { ...plan, scale: null },
        { ...plan, name: "Office" },
      ],
    };
    expect(tablesOf(two)).toMatchObject([{ plan: "Office", people: [], scores: [], leftOut: 0 }]);
  });
});

describe("scores on a sheet of the user", () => {
  const one = (change: {
    lower?: true;
    scores: readonly (number | "")[];
    best?: number;
    unit?: number;
  }): PersonResult => {
    const card = withWeights(50, 50);
    const [plan] = card.plans;
    if (plan === undefined) throw new Error("a plan");
    const lines = plan.lines.slice(0, 2).map((line, k) => ({
      ...line,
      rule: null,
      ...(k === 1 && change.lower === true ? { lower: true as const } : {}),
    }));
    const own = { top: null, best: change.best ?? 100, unit: change.unit ?? 1, tolerance: 0, weightsAreApart: false };
    const people = [personAt(0, "Ann", change.scores)];
    return of({ ...card, origin: "recognised", people, plans: [{ ...plan, lines, own }] }, "Ann");
  };
  it("are taken off where less is better", () => {
    expect(one({ scores: [80, 10] }).total).toBe(45);
    expect(one({ lower: true, scores: [80, 10] }).total).toBe(35);
  });
  it("bound a blank that is taken off by the most that it can cost, and by nothing", () => {
    // 80 of 100 is known, half the weight; the criterion that is taken off may cost up to its best, 50, or nothing.
    expect(one({ lower: true, scores: [80, ""], best: 50 })).toMatchObject({ total: null, low: 15, high: 40 });
    expect(one({ lower: true, scores: ["", 10], best: 50 })).toMatchObject({ total: null, low: -5, high: 20 });
  });
  it("are what was written beside the number, where something was: attainment of a target", () => {
    const scored = (score: number | null): PersonResult => {
      const card = withWeights(50, 50);
      const [plan] = card.plans;
      if (plan === undefined) throw new Error("a plan");
      const lines = plan.lines.slice(0, 2).map((line) => ({ ...line, rule: null }));
      const ann = personAt(0, "Ann", [7, 60]);
      const people = [{ ...ann, actuals: ann.actuals.map((actual, k) => (k === 0 ? { ...actual, score } : actual)) }];
      return of({ ...card, origin: "recognised", people, plans: [{ ...plan, lines }] }, "Ann");
    };
    expect([scored(90).total, scored(null).total, scored(null).soFar]).toEqual([75, null, 60]);
  });
  it("of which a blank is missing and no 0, marks by their maximum too; no marks at all can be scored", () => {
    const marked = (maximum: number, mark: number | string, unit: number): PersonResult => {
      const card = withWeights(maximum, 50);
      const [plan] = card.plans;
      if (plan === undefined) throw new Error("a plan");
      const lines = plan.lines.slice(0, 2).map((line) => ({ ...line, rule: null }));
      const scale = { family: "maximum", point: 1, expected: null } as const;
      const own = { top: null, best: 100, unit, tolerance: 0, weightsAreApart: false };
      const people = [personAt(0, "Ann", [mark, 40])];
      return of({ ...card, origin: "recognised", people, plans: [{ ...plan, lines, scale, own }] }, "Ann");
    };
    // 40 of 50 marks is 80; in hundredths 0.8.
    expect(marked(50, "", 1)).toMatchObject({ total: null, soFar: 80, coverage: 0.5 });
    expect([marked(50, 30, 1).total, marked(50, 30, 0.01).total]).toEqual([70, 0.7]);
    expect(marked(0, 0, 1)).toMatchObject({ total: 80, coverage: 1 });
  });
  it("are at best what the sheet's own best is, where that is not the usual one", () => {
    const card = withWeights(50, 50);
    const [plan] = card.plans;
    if (plan === undefined) throw new Error("a plan");
    const lines = plan.lines.slice(0, 2).map((line) => ({ ...line, rule: null }));
    const own = { top: 10, best: 10, unit: 1, tolerance: 0, weightsAreApart: false };
    const people = [personAt(0, "Ann", [8, ""])];
    expect(of({ ...card, origin: "recognised", people, plans: [{ ...plan, lines, own }] }, "Ann")).toMatchObject({
      low: 4,
      high: 9,
    });
  });
  it("are in the unit of its own totals, and so is the best that a blank may bring", () => {
    expect(one({ scores: [4, 5], unit: 20 }).total).toBe(90);
    const card = withWeights(50, 50);
    const [plan] = card.plans;
    if (plan === undefined) throw new Error("a plan");
    const lines = plan.lines.slice(0, 2).map((line) => ({ ...line, rule: null }));
    const own = { top: 5, best: 5, unit: 20, tolerance: 0, weightsAreApart: false };
    const people = [personAt(0, "Ann", [4, ""])];
    expect(of({ ...card, origin: "recognised", people, plans: [{ ...plan, lines, own }] }, "Ann")).toMatchObject({
      total: null,
      soFar: 80,
      low: 40,
      high: 90,
    });
  });
});
