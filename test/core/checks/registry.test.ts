/** The list of checks is complete, each is declared in full, and the run over them keeps its promises. */
import fc from "fast-check";
import { readdirSync } from "node:fs";
import { LIMITS } from "../../../src/core/blueprint/limitsTable";
import { CHECKS, runChecks } from "../../../src/core/checks/registry";
import { heardFindings } from "../../../src/core/checks/silencing";
import { STAGES, type Finding } from "../../../src/core/model/finding";
import { cellAt, type Scorecard } from "../../../src/core/model/scorecard";
import { scoreCard } from "../../../src/core/scoring/scoreCard";
import { dictionaryOf, LANGUAGES } from "../../../src/i18n/everything";
import { checkCard, cleanCard, incidentsOf, personAt, planLine, record } from "../../support/scorecards";

/** The codes that the rules name: weights (17), evidence (12), bands, completeness, people and plans. */
const numbered = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${letter}${String(i + 1).padStart(2, "0")}`);
const NAMED_CODES: Readonly<Record<string, readonly string[]>> = {
  "weight checks W01–W17": numbered("W", 17),
  "evidence checks E01–E12": numbered("E", 12),
  "bands: order, overlap, open end, gap, reach": numbered("B", 5),
  "completeness: missing, not applicable, weak before, line, owner and source, no column, id": numbered("C", 7),
  "gates and points beside the 100": numbered("V", 5),
  "people and plans P01–P05, and time under the plan": numbered("P", 6),
  "cells and scales": numbered("S", 6),
  "the sheet's own results": numbered("T", 4),
};
const codes = CHECKS.map(({ code }) => code);

describe("the registry", () => {
  it.each(Object.entries(NAMED_CODES))("holds all %s", (_, list) => {
    expect(list.filter((code) => !codes.includes(code))).toEqual([]);
  });
  it("holds every rule file, each with one check of the file's name", () => {
    const files = readdirSync("src/core/checks/rules").map((file) => file.replace(/\.ts$/, ""));
    expect(files.filter((file) => !codes.includes(file))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });
  it("lets only known codes silence, and never in a circle", () => {
    const silencers = new Map(CHECKS.map(({ code, silencedBy }) => [code, silencedBy]));
    const reaches = (from: string, to: string, seen: readonly string[] = []): boolean =>
      (silencers.get(from) ?? []).some(
        (code) => code === to || (!seen.includes(code) && reaches(code, to, [...seen, code])),
      );
    for (const { code, silencedBy } of CHECKS) {
      expect(silencedBy.filter((other) => !codes.includes(other))).toEqual([]);
      expect([code, reaches(code, code)]).toEqual([code, false]);
    }
  });
  it("names stages and sheets for each check, and only numbers as limits", () => {
    for (const { code, stages, origins, thresholds } of CHECKS) {
      expect([code, stages.length > 0, origins.length > 0]).toEqual([code, true, true]);
      expect(Object.values(thresholds).every(Number.isFinite)).toBe(true);
    }
  });
  it.each(LANGUAGES)("has title, sentence, reason and next step for every check (%s)", (language) => {
    const words = dictionaryOf(language);
    const missing = codes.flatMap((code) =>
      ["title", "what", "why", "next"].map((part) => `checks.${code}.${part}`).filter((key) => !(key in words)),
    );
    expect(missing).toEqual([]);
  });
});

describe("a limit", () => {
  it.each(LANGUAGES)(
    "of a check on generated sheets is a cell of their settings, with its meaning (%s)",
    (language) => {
      const words = dictionaryOf(language);
      expect(LIMITS.length).toBeGreaterThan(30);
      expect(LIMITS.filter(({ key }) => !(`sheet.limit.${key}` in words))).toEqual([]);
      for (const { key } of LIMITS) {
        // A row of the settings is understood by itself: it begins with what the check is called.
        const title = String(words[`checks.${key.slice(0, 3)}.title`]);
        expect(String(words[`sheet.limit.${key}`]).startsWith(title)).toBe(true);
      }
      const meanings = Object.keys(words).filter((key) => key.startsWith("sheet.limit."));
      expect(meanings.filter((key) => !LIMITS.some((limit) => key === `sheet.limit.${limit.key}`))).toEqual([]);
    },
  );
  it("of the settings is taken in place of the default", () => {
    const rules = (strict: number): string[] =>
      checkCard(cleanCard(), "evaluate", "en", { W05: { limit: strict } }).findings.map(({ rule }) => rule);
    expect(rules(30)).toEqual([]);
    expect(rules(29)).toEqual(["W05"]);
  });
  it("that is set for one check leaves the others as they are", () => {
    const found = checkCard(cleanCard(), "evaluate", "en", { W05: { limit: 24 } }).findings;
    expect(found.map(({ rule, indicator }) => [rule, indicator])).toEqual([
      ["W05", "Revenue"],
      ["W05", "Complaints"],
    ]);
  });
});

describe("a finding is silent", () => {
  const at = (rule: string, about: Partial<Finding>): Finding => ({
    id: rule,
    rule,
    stage: "plan",
    severity: "error",
    location: cellAt("Plan", 1, 1),
    message: { key: "" },
    why: { key: "" },
    next: { key: "" },
    ...about,
  });
  const heard = (cause: Partial<Finding>, other: Partial<Finding>): readonly string[] => [
    ...heardFindings([
      { check: { code: "A", silencedBy: [] }, found: [at("A", cause)] },
      { check: { code: "B", silencedBy: ["A"] }, found: [at("B", other)] },
    ]).keys(),
  ];
  it("where its cause speaks of the same plan, person or line", () => {
    expect(heard({ plan: "Sales" }, { plan: "Sales", indicator: "Revenue" })).toEqual(["A"]);
    expect(heard({}, { person: "Ann" })).toEqual(["A"]);
    expect(heard({ person: "Ann" }, {})).toEqual(["A"]);
  });
  it("not where the cause speaks of another one", () => {
    expect(heard({ plan: "Sales" }, { plan: "Service" })).toEqual(["A", "B"]);
    expect(heard({ person: "Ann" }, { person: "Bob" })).toEqual(["A", "B"]);
    expect(heard({ plan: "Sales", indicator: "Revenue" }, { plan: "Sales", indicator: "Quality" })).toEqual(["A", "B"]);
  });
});

/** A scorecard that keeps all rules: weights in whole points from 10 to 40, results in range, a record for everything. */
const anyCleanCard: fc.Arbitrary<Scorecard> = fc
  .record({
    lines: fc.integer({ min: 3, max: 6 }),
    people: fc.integer({ min: 1, max: 12 }),
    seeds: fc.array(fc.nat(1000), { minLength: 90, maxLength: 90 }),
  })
  .map(({ lines: count, people: heads, seeds }) => {
    const weights = Array.from({ length: count }, () => 10);
    let left = 100 - 10 * count;
    for (let i = 0; left > 0; i = (i + 1) % count) {
      const more = Math.min(left, 1 + ((seeds[i] ?? 0) % 7), 40 - (weights[i] ?? 0));
      weights[i] = (weights[i] ?? 0) + Math.max(0, more);
      left -= Math.max(0, more);
    }
    const lines = weights.map((weight, i) => ({
      ...planLine(i % 3, { weight, name: `Line ${String(i)}`, section: "" }),
      id: `K0${String(i + 1)}`,
    }));
    const result = (k: number, seed: number): number => [80 + (seed % 40), seed % 11, 3 + (seed % 2)][k % 3] ?? 0;
    const people = Array.from({ length: heads }, (_, p) =>
      personAt(
        p,
        `Person ${String(p)}`,
        lines.map((__, k) => result(k, seeds[(p * lines.length + k) % seeds.length] ?? 0)),
      ),
    );
    const card = cleanCard();
    const plan = card.plans[0];
    if (plan === undefined) throw new Error("no plan");
    return {
      ...card,
      plans: [{ ...plan, lines }],
      people,
      bands: [{ name: "All", from: -1_000_000 }],
      evidence: [
        ...lines.map((line, i) => record(i + 1, { indicator: line.id })),
        ...people.flatMap((person, i) =>
          incidentsOf(person.id, 10 + 3 * i).map((known) => ({ ...known, indicator: "K03" })),
        ),
      ],
    };
  });

describe("for any scorecard", () => {
  it("that keeps the rules there is no error and no warning in any stage", () => {
    fc.assert(
      fc.property(anyCleanCard, fc.constantFrom(...STAGES), fc.constantFrom(...LANGUAGES), (card, stage, language) => {
        const loud = checkCard(card, stage, language).findings.filter(({ severity }) => severity !== "note");
        expect(loud.map(({ rule, message }) => [rule, message.params])).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
  it("a weight that leaves the sum is found, whichever it is", () => {
    fc.assert(
      fc.property(anyCleanCard, fc.nat(), fc.integer({ min: 1, max: 9 }), (card, which, more) => {
        const plans = card.plans.map((plan) => ({
          ...plan,
          lines: plan.lines.map((line, i) => {
            const value = (line.weight.value ?? 0) + (i === which % plan.lines.length ? -more : 0);
            return { ...line, weight: { ...line.weight, value, raw: value } };
          }),
        }));
        const errors = checkCard({ ...card, plans }).findings.filter(({ severity }) => severity === "error");
        expect(errors.map(({ rule, message }) => [rule, message.params?.["gap"]])).toEqual([["W01", more]]);
      }),
      { numRuns: 60 },
    );
  });
  it("the order of people changes no finding but its place", () => {
    fc.assert(
      fc.property(anyCleanCard, (card) => {
        const blank = card.people.map((person, i) =>
          i % 2 === 0
            ? { ...person, actuals: person.actuals.map((actual) => ({ ...actual, raw: "", value: null })) }
            : person,
        );
        const said = (people: Scorecard["people"]): string[] =>
          checkCard({ ...card, people })
            .findings.map(({ rule, person }) => `${rule} ${person ?? ""}`)
            .sort();
        expect(said([...blank].reverse())).toEqual(said(blank));
      }),
      { numRuns: 40 },
    );
  });
  it("nothing is thrown and nothing is NaN, whatever the cells hold", () => {
    const odd = fc.oneof(
      fc.double(),
      fc.constantFrom<string | number>("", "n/a", "=1", "95 %", "∞", Infinity, -Infinity, NaN, -1, 1e308),
    );
    fc.assert(
      fc.property(
        anyCleanCard,
        fc.array(odd, { minLength: 6, maxLength: 6 }),
        fc.array(odd, { minLength: 12, maxLength: 12 }),
        fc.constantFrom(...STAGES),
        (card, weights, actuals, stage) => {
          const value = (raw: string | number): number | null =>
            typeof raw === "number" && Number.isFinite(raw) ? raw : null;
          const broken: Scorecard = {
            ...card,
            plans: card.plans.map((plan) => ({
              ...plan,
              lines: plan.lines.map((line, i) => ({
                ...line,
                weight: { ...line.weight, raw: weights[i] ?? "", value: value(weights[i] ?? "") },
              })),
            })),
            people: card.people.map((person, p) => ({
              ...person,
              actuals: person.actuals.map((actual, k) => {
                const raw = actuals[(p + k) % actuals.length] ?? "";
                return { ...actual, raw, value: value(raw) };
              }),
            })),
          };
          const { findings } = runChecks({
            card: broken,
            results: scoreCard(broken),
            stage,

            language: "en",
          });
          for (const { message } of findings)
            for (const param of Object.values(message.params ?? {})) expect(param).not.toBeNaN();
        },
      ),
      { numRuns: 80 },
    );
  });
});
