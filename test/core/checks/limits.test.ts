/** On this side of a limit and on that: what is near a fault is none, and sentences carry the right figures. */
import { sampleCorrelation } from "simple-statistics";
import { assess } from "../../../src/core/assess";
import fc from "fast-check";
import type { Finding, Stage } from "../../../src/core/model/finding";
import { cellAt, type EvidenceRecord, type Person, type Scorecard } from "../../../src/core/model/scorecard";
import { sheetSnapshot } from "../../support/sheet";
import { WEIGHT_FAULTS } from "../../fixtures/scorecards/weights";
import {
  checkCard,
  cleanCard,
  incidentsOf,
  personAt,
  planLine,
  record,
  withActual,
  withLine,
  withPerson,
  withPlan,
  withRecordsOf,
  withWeights,
  writtenOut,
} from "../../support/scorecards";

const of = (code: string, card: Scorecard, stage: Stage = "evaluate"): readonly Finding[] =>
  checkCard(card, stage).findings.filter(({ rule }) => rule === code);
const says = (code: string, card: Scorecard, stage: Stage = "evaluate"): Finding["message"]["params"] =>
  of(code, card, stage)[0]?.message.params;
const rules = (card: Scorecard, stage: Stage = "evaluate"): string[] =>
  checkCard(card, stage).findings.map(({ rule }) => rule);

describe("weights", () => {
  it("at the limits are no fault", () => {
    expect(rules(withWeights(40, 20, 20, 10, 10))).toEqual([]);
    expect(rules(withWeights(40, 25, 20, 10, 5))).toEqual([]);
    expect(rules(withWeights(30.004, 25, 20, 15, 10))).toEqual([]);
    expect(rules(withWeights(30.006, 25, 20, 15, 10))).toEqual(["W01"]);
  });
  it("that are off can be scaled finely, put right on the largest, or rounded to whole points and to fives", () => {
    const fixesOf = (...weights: number[]): (readonly [string, readonly unknown[]])[] =>
      (of("W01", withWeights(...weights))[0]?.fixes ?? []).map(({ label, patches }) => [
        label.key.replace("checks.W01.fix.", ""),
        patches.map(({ after }) => after),
      ]);
    // 100.1 in all: 30.07, 24.98, 19.98, 14.98, 9.99 by largest remainder; as whole points 30, 25, 20, 15, 10.
    expect(fixesOf(30.1, 25, 20, 15, 10)).toEqual([
      ["scale", [30.07, 24.98, 19.98, 14.98, 9.99]],
      ["largest", [30]],
      ["one", [30]],
      ["five", [30]],
    ]);
    // Whole points already: scaling keeps them whole.
    expect(fixesOf(26, 25, 20, 15, 10).map(([fix]) => fix)).toEqual(["scale", "largest", "five"]);
    // A weight that rounding would lose is not rounded.
    expect(fixesOf(50.4, 24, 15.2, 10, 0.4).map(([fix]) => fix)).toEqual([]);
    expect(fixesOf(50.5, 24, 15.2, 10, 0.4).map(([fix]) => fix)).toEqual(["scale", "largest"]);
  });
  it("offer what can be locked, each in its cell, and not where weights stand in no cells of their own", () => {
    const [scale] = of("W01", withWeights(30.1, 25, 20, 15, 10))[0]?.fixes ?? [];
    expect(scale?.spread?.weights.map(({ points, before }) => [points, before])).toEqual(
      [30.1, 25, 20, 15, 10].map((points) => [points, points]),
    );
    const hidden = withPlan(({ lines }) => ({
      lines: lines.map((line) => ({ ...line, weight: { ...line.weight, value: 30, raw: 30, derived: true as const } })),
    }));
    expect(of("W01", hidden).map(({ fixes }) => fixes)).toEqual([[]]);
  });
  it("in steps of 5 are asked of what is typed: of a section where sections have weights", () => {
    const inSections = (...typed: number[]): Scorecard => {
      const card = withWeights(...typed);
      const plans = card.plans.map((plan) => ({
        ...plan,
        sections: [...new Set(plan.lines.map(({ section }) => section))].map((name) => ({
          name,
          points: { Results: 40, Behaviour: 40 }[name] ?? 20,
          cell: plan.weights,
        })),
      }));
      return { ...card, plans };
    };
    const odd = (card: Scorecard): readonly Finding[] =>
      checkCard(card, "plan", "zh-CN").findings.filter(({ rule }) => rule === "W17");
    // 25 of a section that weighs 50 is 12.5 of the whole, and typed in a step of 5.
    expect(odd(inSections(25, 75, 50, 50, 100))).toEqual([]);
    const [first, second, ...more] = odd(inSections(24, 76, 50, 50, 100));
    expect(first?.fixes?.[0]?.patches.map(({ before, after }) => [before, after])).toEqual([
      [24, 25],
      [76, 75],
    ]);
    expect([second?.fixes, more]).toEqual([first?.fixes, []]);
    expect(odd(withWeights(24, 26, 20, 20, 10))[0]?.fixes?.[0]?.spread?.steps).toEqual([5]);
  });
  it("over half are said to outweigh all others", () => {
    expect(says("W05", withWeights(50, 20, 10, 10, 10))).toMatchObject({ points: 50, strength: "plain" });
    expect(says("W05", withWeights(51, 19, 10, 10, 10))).toMatchObject({ points: 51, strength: "strong" });
  });
  it("of a section may be too much as well as too little", () => {
    expect(rules(withWeights(30, 30, 20, 10, 10), "plan")).toEqual([]);
    expect(says("W08", withWeights(31, 30, 19, 10, 10), "plan")).toMatchObject({ section: "Results", points: 61 });
  });
  it("may be the same for one indicator that stands twice", () => {
    const card = withWeights(30, 25, 15, 15, 15);
    const plans = card.plans.map((plan) => ({
      ...plan,
      lines: plan.lines.map((line, i) => (i === 3 ? { ...line, name: "Teamwork" } : line)),
    }));
    expect(rules({ ...card, plans }, "plan")).toEqual([]);
  });
  it("with a fraction that does not explain the sum are a sum that is off", () => {
    expect(rules(withWeights(0.3, 25, 20, 15, 20))).toContain("W01");
    expect(rules(withWeights(0.3, 25, 20, 15, 20))).not.toContain("W12");
  });
  it("of two levels multiply: no section is too large by its items alone", () => {
    const fault = WEIGHT_FAULTS.find(({ what }) => what.startsWith("items of a section"));
    expect(says("W15", fault?.card ?? cleanCard())).toMatchObject({ section: "Behaviour", sum: 90, gap: 10 });
  });
  it("on results whose squares are no numbers are compared all the same", () => {
    const { card } = assess(
      sheetSnapshot([
        ["Name", "Quality", "Speed", "Care"],
        ["Weight", 40, 35, 25],
        ...Array.from({ length: 8 }, (_, i) => [
          `Person ${String.fromCharCode(65 + i)}`,
          ...[i + 1, 2 * (i + 1), ((i * 5) % 8) + 1],
        ]),
      ]),
    );
    if (card === null) throw new Error("not understood");
    const found = (unit: number): readonly (readonly unknown[])[] => {
      const people = card.people.map((person) => ({
        ...writtenOut(person),
        actuals: person.actuals.map(({ raw, value, cell }) => {
          return { raw, value: (value ?? 0) * unit, notApplicable: false, cell };
        }),
      }));
      const { findings } = checkCard({ ...card, people });
      return findings.flatMap(({ rule, message }) => (/W1[34]/.test(rule) ? [[rule, message.params]] : []));
    };
    expect(found(1).map(([rule]) => rule)).toEqual(["W13", "W14"]);
    expect(found(1e200)).toEqual(found(1));
  });
  it("whose line all score alike on decide nothing", () => {
    const fault = WEIGHT_FAULTS.find(({ code }) => code === "W14");
    const lines = of("W14", fault?.card ?? cleanCard()).map(({ indicator, message }) => [
      indicator,
      message.params?.["influence"],
    ]);
    expect(lines).toContainEqual(["Reliability", 0]);
    const flat = of("W14", fault?.card ?? cleanCard()).map(({ message }) => message.params?.["flat"]);
    expect(flat).toContain(fault?.card.people.length);
  });
});

describe("indicators that say the same", () => {
  const three: Scorecard = {
    ...cleanCard({ evidence: null }),
    people: Array.from({ length: 9 }, (_, i) =>
      personAt(i, `Person ${String(i)}`, [85 + i, (i * 4) % 9, 2 + i / 4, 2 + i / 4, 0.5]),
    ),
  };
  it("are named pair by pair, each finding with an id of its own", () => {
    const found = of("W13", three);
    expect(found.map(({ message }) => [message.params?.["name"], message.params?.["other"]])).toEqual([
      ["Revenue", "Teamwork"],
      ["Revenue", "Reliability"],
      ["Teamwork", "Reliability"],
    ]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(3);
  });
  it("are told by the correlation that statistics knows", () => {
    const column = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(column, column, (a, b) => {
        const people = a.map((value, i) => personAt(i, `Person ${String(i)}`, [100, 0, value, b[i] ?? 3, 1]));
        const flat = new Set(a).size === 1 || new Set(b).size === 1;
        // On the scale of the checks: points 1–5 are worth 40, 70, 100, 110, 120.
        const worth = (point: number): number => [40, 70, 100, 110, 120][point - 1] ?? 0;
        const r = flat ? 0 : sampleCorrelation(a.map(worth), b.map(worth));
        fc.pre(Math.abs(r - 0.9) > 1e-6);
        const said = says("W13", { ...cleanCard({ evidence: null }), people });
        expect(said?.["r"]).toEqual(r > 0.9 ? expect.closeTo(r, 2) : undefined);
      }),
      { numRuns: 60 },
    );
  });
});

describe("evidence", () => {
  const ann = (count: number, day: (i: number) => number): Scorecard =>
    withRecordsOf(
      "P001",
      Array.from({ length: count }, (_, i): EvidenceRecord => {
        const eventDate = 46_023 + day(i);
        const [indicator, sign, observer] =
          i % 2 === 0 ? (["K03", "+", "manager"] as const) : (["K04", "-", "colleague"] as const);
        return record(60 + i, { person: "P001", indicator, sign, observer, eventDate, recordedDate: eventDate });
      }),
    );
  it("of one observer says nothing while there is one record", () => {
    expect(
      of(
        "E05",
        ann(1, () => 90),
      ),
    ).toEqual([]);
  });
  it("is not called recent while there are four records", () => {
    expect(
      of(
        "E07",
        ann(4, (i) => 150 + i),
      ),
    ).toEqual([]);
    expect(
      says(
        "E07",
        ann(5, (i) => 150 + i),
      ),
    ).toMatchObject({ share: 100, count: 5 });
    expect(
      says(
        "E07",
        ann(5, (i) => (i < 2 ? 60 * i : 150)),
      ),
    ).toMatchObject({ share: 60 });
    expect(
      of(
        "E07",
        ann(6, (i) => (i < 3 ? 40 * i : 150)),
      ),
    ).toEqual([]);
  });
  it("may leave two months out, not three", () => {
    // January, April and June: two months between, then one.
    expect(
      of(
        "E06",
        ann(3, (i) => [10, 95, 160][i] ?? 0),
      ),
    ).toEqual([]);
    // January and June.
    expect(
      says(
        "E06",
        ann(2, (i) => [10, 160][i] ?? 0),
      ),
    ).toMatchObject({ gap: 4 });
  });
  it("written on the fourteenth day is in time", () => {
    const late = (days: number): Scorecard => {
      const records = incidentsOf("P001", 60).map((known) => ({
        ...known,
        recordedDate: (known.eventDate ?? 0) + days,
      }));
      return withRecordsOf("P001", records);
    };
    expect(of("E08", late(14))).toEqual([]);
    expect(says("E08", late(15))).toMatchObject({ count: 4, longest: 15 });
  });
  it("behind a rating may be few, of one month, or all written at the end: a note, and not where the period is too short for more", () => {
    const FROM = cleanCard().period.from ?? 0;
    const own = (...days: readonly (readonly [happened: number, written: number])[]): Scorecard =>
      withRecordsOf("P001", [
        ...incidentsOf("P001", 40).filter(({ indicator }) => indicator === "K03"),
        ...days.map(([happened, written], i) =>
          record(50 + i, {
            person: "P001",
            indicator: "K04",
            eventDate: FROM + happened,
            recordedDate: FROM + written,
          }),
        ),
      ]);
    const thin = (card: Scorecard): unknown =>
      of("E01", card).map(({ severity, message }) => [severity, message.params?.["kind"], message.params?.["names"]]);
    const note = [["note", "thin", [cleanCard().plans[0]?.lines[3]?.name]]];
    expect(thin(own([20, 21], [80, 81]))).toEqual([]);
    expect(thin(own([20, 21]))).toEqual(note);
    expect(thin(own([20, 21], [24, 25]))).toEqual(note);
    // The last fourteen days: the period ends with its 181st day.
    const last = (cleanCard().period.to ?? 0) - FROM;
    expect(thin(own([20, last - 13], [80, last]))).toEqual(note);
    expect(thin(own([20, last - 14], [80, last]))).toEqual([]);
    // One is no record at all: that is said in its place.
    expect(thin(own())).toEqual([["error", "record", note[0]?.[2]]]);
    // A period of one month.
    const may = { from: FROM + 120, to: FROM + 150 };
    const inMay = (card: Scorecard): Scorecard => ({
      ...card,
      period: may,
      evidence: (card.evidence ?? []).flatMap((known) =>
        known.person === "P001" || known.person === null ? known : [],
      ),
      people: card.people.slice(0, 1),
    });
    const k04 = (card: Scorecard): boolean => JSON.stringify(thin(card)).includes(String(note[0]?.[2]));
    expect(k04(inMay(own([122, 123], [130, 131])))).toBe(false);
    expect(k04(inMay(own([122, 123])))).toBe(true);
    // Other limits are limits of the same kind.
    const strict = checkCard(own([20, 21], [80, 81]), "evaluate", "en", { E01: { incidents: 3 } }).findings;
    expect(strict.filter(({ rule }) => rule === "E01").length).toBeGreaterThan(0);
  });
  it("on the last day of the period is inside it, whatever the hour", () => {
    const on = (eventDate: number): Scorecard => {
      const card = cleanCard();
      return { ...card, evidence: [...(card.evidence ?? []), record(70, { eventDate, recordedDate: eventDate })] };
    };
    expect(of("E02", on(46_203.9))).toEqual([]);
    expect(says("E02", on(46_204))).toMatchObject({ kind: "period" });
    expect(of("E02", on(46_022.9))).toHaveLength(1);
  });
  it("without a date is told apart from one of another period", () => {
    const card = cleanCard();
    const undated = { ...card, evidence: [...(card.evidence ?? []), record(70, { eventDate: null })] };
    expect(says("E02", undated)).toMatchObject({ kind: "undated" });
  });
  it("counts a Chinese character as two", () => {
    const with_ = (what: string): Scorecard => ({
      ...withActual(0, 2, 5),
      evidence: withRecordsOf(
        "P001",
        incidentsOf("P001", 60).map((known) => ({ ...known, what })),
      ).evidence,
    });
    expect(of("E04", with_("好".repeat(30)))).toEqual([]);
    expect(of("E04", with_("好".repeat(29)))).toHaveLength(1);
    expect(of("E04", with_("x".repeat(59)))).toHaveLength(1);
  });
});

describe("lines and cells", () => {
  it("of milestones are asked for a due date, others are not", () => {
    const due = (line: number): Scorecard => {
      const { cells, texts } = planLine(line);
      return withLine(line, { cells: { ...cells, due: cellAt("Plan", 4 + line, 12) }, texts: { ...texts, due: "" } });
    };
    expect(says("C05", due(4), "during")).toMatchObject({ needs: ["due"] });
    expect(of("C05", due(0), "during")).toEqual([]);
  });
  it("in percent may hold small numbers where the target is small", () => {
    const target = (goal: number): Scorecard => {
      const rule = {
        kind: "curve",
        direction: "higher",
        threshold: goal / 2,
        target: goal,
        stretch: goal * 1.2,
      } as const;
      const card = withLine(0, { rule });
      return {
        ...card,
        people: card.people.map((person, i) => (i === 0 ? personAt(0, "Ann", [1.2, 2, 4, 3, 1]) : person)),
      };
    };
    expect(of("S05", target(49))).toEqual([]);
    expect(says("S05", target(50))).toMatchObject({ value: 1.2, likely: 120 });
    expect(of("S05", target(1)).map(({ person }) => person)).not.toContain("Ann");
  });
});

describe("people and results", () => {
  it("alone in a plan are no small group", () => {
    const card = cleanCard();
    expect(of("P02", { ...card, people: card.people.slice(0, 1) })).toEqual([]);
    expect(of("P02", { ...card, people: card.people.slice(0, 5) })).toEqual([]);
  });
  it("with ranks that fit neither their plan nor all together are no mixed ranking", () => {
    const card = cleanCard();
    const [plan] = card.plans;
    const people = [110, 95, 104, 88].map((revenue, i): Person => ({
      ...personAt(i, `Person ${String(i)}`, [revenue, 2, 3, 3, 1], i < 2 ? 0 : 1),
      ownRank: { value: [4, 3, 2, 1][i] ?? 0, cell: cellAt("Results", i, 8) },
    }));
    expect(of("P01", { ...card, plans: plan === undefined ? [] : [plan, plan], people, evidence: null })).toEqual([]);
  });
  it("under the plan for ninety days, or for all of a shorter period, are under it long enough", () => {
    const since = (from: number | null, period = cleanCard().period): Scorecard => ({
      ...withPerson(0, () => ({ stay: { from, to: null } })),
      period,
    });
    // 30 June is day 46,203: ninety days begin on day 46,114.
    expect(of("P06", since(46_114))).toEqual([]);
    expect(says("P06", since(46_115))).toMatchObject({ days: 89, least: 90 });
    expect(of("P06", since(null))).toEqual([]);
    expect(of("P06", since(null, { from: 46_174, to: 46_203 }))).toEqual([]);
  });
  it("typed over in two cells of a column are one finding", () => {
    const source = cellAt("Results", 5, 4);
    const overwritten = [4, 6].map((row) => ({ header: "Total", cell: cellAt("Results", row, 4), holds: 1, source }));
    expect(of("T03", cleanCard({ overwritten }))).toHaveLength(1);
    expect(says("T03", cleanCard({ overwritten }))).toMatchObject({ column: "Total", count: 2 });
  });
  it("that differ in the seventh decimal are the same", () => {
    // 0.3·112 + 0.25·80 + 0.2·110 + 0.15·100 + 0.1·100 = 100.6, with 104 % of a target of 100 and a stretch of 120 at 120.
    const shown = (value: number): Scorecard =>
      withPerson(0, () => ({ ownTotal: { value, cell: cellAt("Results", 4, 4) } }));
    const ours = Number(says("T04", shown(1))?.["ours"]);
    expect(of("T04", shown(ours + 0.0000004))).toEqual([]);
    expect(of("T04", shown(ours + 0.00001))).toHaveLength(1);
  });
  it("in a band without a name are told so", () => {
    const cell = cellAt("Settings", 6, 5);
    expect(says("B04", cleanCard({ brokenBands: [{ name: "", cell }] }))).toMatchObject({ kind: "name" });
    expect(says("B04", cleanCard({ brokenBands: [{ name: "Good", cell }] }))).toMatchObject({ kind: "limit" });
  });
});

describe("gates and points", () => {
  it("of a line wait for its result, not for an answer", () => {
    const cell = cellAt("Gates", 4, 2);
    const gates = [{ id: "G1", name: "Safety", indicator: "K01", below: 50, bestBand: "Below", cell }];
    const open = withPerson(0, () => ({
      gates: [{ id: "G1", name: "Safety", bestBand: "Below", passed: null, cell }],
    }));
    expect(of("V02", { ...open, gates })).toEqual([]);
    expect(of("V02", open)).toHaveLength(1);
  });
  it("may be worth the same as the point below", () => {
    const points = [0.4, 0.7, 0.7, 1.1, 1.2].map((worth, i) => ({
      scale: 5,
      point: i + 1,
      worth,
      cell: cellAt("Settings", 4 + i, 9),
    }));
    expect(of("S06", cleanCard({ points }))).toEqual([]);
  });
});

describe("a plan", () => {
  it("may have as many lines as the limits say", () => {
    const lines = (count: number): Scorecard => ({
      ...withPlan(() => ({
        lines: Array.from({ length: count }, (_, i) => ({
          ...planLine(0, { weight: 100 / count, name: `Line ${String(i)}`, section: "" }),
          id: `K${String(10 + i)}`,
        })),
      })),
      people: [],
      evidence: null,
    });
    expect(of("W06", lines(3), "plan")).toEqual([]);
    expect(of("W06", lines(10), "plan")).toEqual([]);
    expect(of("W06", lines(11), "plan").map(({ severity }) => severity)).toEqual(["note"]);
    expect(of("W06", { ...lines(25), method: "bsc" }, "plan")).toEqual([]);
    expect(of("W06", { ...lines(26), method: "bsc" }, "plan")).toHaveLength(1);
  });
  it("of a 360 may weigh all dimensions alike", () => {
    const equal = withWeights(20, 20, 20, 20, 20);
    expect(of("W07", equal, "plan")).toHaveLength(1);
    expect(of("W07", { ...equal, method: "360" }, "plan")).toEqual([]);
  });
});
