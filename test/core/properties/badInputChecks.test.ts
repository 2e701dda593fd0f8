/** All checks on scorecards and sheets with numbers that nobody would type: they say what is wrong, never NaN, and do not throw. */
import fc from "fast-check";
import { assess } from "../../../src/core/assess";
import { STAGES } from "../../../src/core/model/finding";
import type { Scorecard } from "../../../src/core/model/scorecard";
import type { CellValue } from "../../../src/core/recognise/snapshot";
import { scoreCard } from "../../../src/core/scoring/scoreCard";
import { MISSING_POLICIES } from "../../../src/core/scoring/totals";
import { checkCard, cleanCard } from "../../support/scorecards";
import { sheetSnapshot } from "../../support/sheet";

/** What is no number where one stands, or says so in a text. */
function wrong(value: unknown, path = ""): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path} = ${String(value)}`];
  if (typeof value === "string") return /NaN|Infinity|undefined/.test(value) ? [`${path} = ${value}`] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => wrong(inside, `${path}.${key}`));
}
const numbersOf = (results: ReturnType<typeof scoreCard>): unknown =>
  results.map(({ total, soFar, low, high, rank }) => ({ total, soFar, low, high, rank }));

const LARGE = [0, -0, 1e308, -1e308, 5e-324, 1e200];
const odd = fc.oneof(
  fc.constantFrom(...LARGE, Number.NaN, Infinity, -Infinity),
  fc.double(),
  fc.integer({ min: -5, max: 120 }),
);

describe("checks of a scorecard", () => {
  const [people, lines] = [cleanCard().people.length, 5];
  const input = fc.record({
    actuals: fc.array(fc.tuple(fc.nat(people - 1), fc.nat(lines - 1), odd), { maxLength: 12 }),
    weights: fc.array(fc.option(odd, { nil: null }), { minLength: lines, maxLength: lines }),
    origin: fc.constantFrom("recognised" as const, "generated" as const),
    policy: fc.constantFrom(...MISSING_POLICIES),
  });
  it("say nothing that is no number of results and weights that are none", () => {
    fc.assert(
      fc.property(input, fc.constantFrom(...STAGES), ({ actuals, weights, origin, policy }, stage) => {
        const base = cleanCard();
        const card: Scorecard = {
          ...base,
          origin,
          policy,
          plans: base.plans.map((plan) => ({
            ...plan,
            lines: plan.lines.map((line, i) => {
              const value = weights[i] ?? null;
              const rule = origin === "recognised" ? null : line.rule;
              return { ...line, rule, weight: { ...line.weight, value, raw: value ?? "" } };
            }),
          })),
          people: base.people.map((person, i) => ({
            ...person,
            actuals: person.actuals.map((actual, k) => {
              const found = actuals.find(([who, which]) => who === i && which === k);
              return found === undefined ? actual : { ...actual, value: found[2], raw: found[2] };
            }),
          })),
        };
        const { findings } = checkCard(card, stage);
        // A sentence may quote the cell as it stands.
        const said = findings.map(({ message, fixes }) => ({
          ...message.params,
          raw: "",
          value: "",
          shown: "",
          fixes,
        }));
        expect([...wrong(said), ...wrong(numbersOf(scoreCard(card)))]).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

describe("a sheet of the user", () => {
  const cell: fc.Arbitrary<CellValue> = fc.oneof(
    fc.constantFrom<CellValue>("", "n/a", "20%", "0.2", true, "#DIV/0!", "Lag", "Total", ...LARGE),
    fc.integer({ min: 0, max: 100 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  it("with any numbers in it is understood or refused, with numbers in what is said", () => {
    let understood = 0;
    // Of sheets full of odd cells hardly one is understood: half of them have few.
    const kinds = [cell, fc.oneof({ weight: 1, arbitrary: cell }, { weight: 12, arbitrary: fc.nat(100) })];
    const rows = fc
      .tuple(fc.integer({ min: 2, max: 6 }), fc.constantFrom(...kinds))
      .chain(([width, kind]) =>
        fc.array(fc.array(kind, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 10 }),
      );
    fc.assert(
      fc.property(rows, ([weights = [], ...people]) => {
        const found = assess(
          sheetSnapshot([
            ["Name", ...weights.map((_, i) => `Criterion ${String(i + 1)}`)],
            ["Weight", ...weights],
            ...people.map((row, i) => [`Person ${String.fromCharCode(65 + i)}`, ...row]),
          ]),
        );
        if (found.kind === "recognised") understood += 1;
        const said = found.findings.map(({ message, fixes }) => ({ ...message.params, raw: "", value: "", fixes }));
        expect([...wrong(said), ...wrong(numbersOf(found.results)), ...wrong(found.plans)]).toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect(understood).toBeGreaterThan(60);
  });
});
