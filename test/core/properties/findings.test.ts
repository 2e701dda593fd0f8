/**
 * Findings and their causes, for any mixture of faults: one fault alone gives exactly its finding, a finding goes when its
 * cause goes, whatever else is wrong, and fixes mend what they say.
 */
import fc from "fast-check";
import { CHECKS } from "../../../src/core/checks/registry";
import type { Finding } from "../../../src/core/model/finding";
import type { Person, PlanLine, Scorecard } from "../../../src/core/model/scorecard";
import { afterFix, checkCard, cleanCard, personAt, record, withWeights } from "../../support/scorecards";

type Change = (card: Scorecard) => Scorecard;
/** A fault that can be put into a card with other faults in it, and the rule that must name it. */
interface Cause {
  readonly what: string;
  readonly rule: string;
  readonly put: Change;
}

const onPerson =
  (at: number, change: (person: Person) => Person): Change =>
  (card) => ({ ...card, people: card.people.map((person, i) => (i === at ? change(person) : person)) });
const onLine =
  (at: number, change: (line: PlanLine) => PlanLine): Change =>
  (card) => ({
    ...card,
    plans: card.plans.map((plan) => ({
      ...plan,
      lines: plan.lines.map((line, k) => (k === at ? change(line) : line)),
    })),
  });
const entry = (person: number, line: number, raw: Person["actuals"][number]["raw"]): Change =>
  onPerson(person, (own) => ({
    ...own,
    actuals: own.actuals.map((actual, k) =>
      k === line ? { ...actual, raw, value: typeof raw === "number" ? raw : null } : actual,
    ),
  }));
const weight = (line: number, raw: number | string): Change =>
  onLine(line, (own) => ({ ...own, weight: { ...own.weight, raw, value: typeof raw === "number" ? raw : null } }));
const records =
  (change: (all: NonNullable<Scorecard["evidence"]>) => NonNullable<Scorecard["evidence"]>): Change =>
  (card) => ({ ...card, evidence: change(card.evidence ?? []) });
const band =
  (at: number, from: number): Change =>
  (card) => ({ ...card, bands: card.bands.map((own, i) => (i === at ? { ...own, from } : own)) });

/** Each touches a place of its own. */
const CAUSES: readonly Cause[] = [
  { what: "a weight without a number", rule: "W02", put: weight(0, "") },
  { what: "a weight below 0", rule: "W02", put: weight(1, -5) },
  { what: "weights over 100", rule: "W01", put: weight(2, 32) },
  { what: "an empty result", rule: "C01", put: entry(0, 1, "") },
  { what: "another empty result", rule: "C01", put: entry(1, 4, "") },
  { what: "an error value", rule: "S03", put: entry(2, 0, { error: "#DIV/0!" }) },
  { what: "a text for a score", rule: "S04", put: entry(3, 1, "good") },
  { what: "a number written as text", rule: "S01", put: entry(4, 0, "101") },
  { what: "a rating beyond the scale", rule: "S02", put: entry(5, 3, 9) },
  {
    what: "a line that no record covers",
    rule: "E01",
    put: records((all) => all.filter((one) => one.indicator !== "K02")),
  },
  {
    what: "a record of a line that is not there",
    rule: "E02",
    put: records((all) => [...all, record(90, { indicator: "K99" })]),
  },
  { what: "bands in a wrong order", rule: "B01", put: band(1, 200) },
  { what: "two bands from one total", rule: "B02", put: band(3, 90) },
  {
    what: "a person twice",
    rule: "P03",
    put: (card) => ({ ...card, people: [...card.people, { ...personAt(6, "Gus", [97, 1, 3, 3, 1]), id: "P005" }] }),
  },
];

const cardWith = (causes: readonly Cause[]): Scorecard => causes.reduce((card, { put }) => put(card), cleanCard());
const findingsWith = (causes: readonly Cause[]): readonly Finding[] => checkCard(cardWith(causes)).findings;
const idsOf = (findings: readonly Finding[]): string[] => findings.map(({ id }) => id);

describe("a cause", () => {
  it.each(CAUSES.map((cause) => [cause.what, cause] as const))("alone gives exactly its finding: %s", (_, cause) => {
    expect([...new Set(findingsWith([cause]).map(({ rule }) => rule))]).toEqual([cause.rule]);
  });
  it("that goes takes its finding along, whatever else is wrong", () => {
    fc.assert(
      fc.property(fc.subarray([...CAUSES], { minLength: 1 }), (causes) => {
        const before = new Set(idsOf(findingsWith(causes)));
        for (const cause of causes) {
          const own = idsOf(findingsWith([cause])).filter((id) => before.has(id));
          const after = idsOf(findingsWith(causes.filter((other) => other !== cause)));
          for (const id of own) expect([cause.what, after]).toEqual([cause.what, expect.not.arrayContaining([id])]);
        }
      }),
    );
  });
  it("of one kind sets off no alarm of another kind, and no mixture of faults is called clean", () => {
    fc.assert(
      fc.property(fc.subarray([...CAUSES], { minLength: 1 }), (causes) => {
        const found = findingsWith(causes);
        expect(found.length).toBeGreaterThan(0);
        const rules = new Set(found.map(({ rule }) => rule));
        const caused = new Set(causes.map(({ rule }) => rule));
        expect([...rules].filter((rule) => !caused.has(rule))).toEqual([]);
      }),
    );
  });
});

describe("a fix", () => {
  const part = fc.oneof(
    fc.integer({ min: 0, max: 60 }),
    fc.integer({ min: 1, max: 600 }).map((tenths) => tenths / 10),
  );
  it("of any weights takes its finding away and brings no error but one that its finding had silenced", () => {
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 5, maxLength: 5 }),
        fc.constantFrom("plan", "evaluate"),
        (weights, stage) => {
          const card = withWeights(...weights);
          for (const { rule, fixes } of checkCard(card, stage).findings)
            for (const fix of fixes ?? []) {
              const mended = checkCard(afterFix(card, fix), stage).findings;
              expect(mended.filter((finding) => finding.rule === rule)).toEqual([]);
              const silenced = CHECKS.filter(({ silencedBy }) => silencedBy.includes(rule)).map(({ code }) => code);
              const errors = mended.filter(({ severity }) => severity === "error").map((finding) => finding.rule);
              expect(errors.filter((code) => !silenced.includes(code))).toEqual([]);
            }
        },
      ),
    );
  });
});
