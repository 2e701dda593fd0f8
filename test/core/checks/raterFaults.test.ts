/** Checks of raters, cascade, planning and workload by example: one fault, one finding, in both languages. */
import { CHECKS } from "../../../src/core/checks/registry";
import { RATER_CHECKS } from "../../../src/core/checks/raterChecks";
import { STAGES, type Finding } from "../../../src/core/model/finding";
import { dictionaryOf, LANGUAGES, translate } from "../../../src/i18n/everything";
import type { Fault } from "../../fixtures/scorecards/fault";
import {
  AGREED,
  CASCADE_FAULTS,
  CASCADED,
  LOADED,
  MAPPED,
  PLANNING_FAULTS,
  RATED,
  RATER_FAULTS,
  TALKED,
} from "../../fixtures/scorecards/raters";
import { checkCard, cleanCard } from "../../support/scorecards";

const MINE = new Set(RATER_CHECKS.map(({ code }) => code));
const FAULTS: readonly Fault[] = [...RATER_FAULTS, ...CASCADE_FAULTS, ...PLANNING_FAULTS];
const findingsOf = ({ card, stage = "evaluate", language = "en" }: Fault): readonly Finding[] =>
  checkCard(card, stage, language).findings.filter(({ rule }) => MINE.has(rule));
const named = (faults: readonly Fault[]): [string, Fault][] =>
  faults.map((fault) => [`${fault.code}: ${fault.what}`, fault]);

it.each([
  ["ratings", RATED],
  ["a cascade", CASCADED],
  ["goals", AGREED],
  ["talks", TALKED],
  ["a strategy map", MAPPED],
  ["workload", LOADED],
] as const)("%s without a fault give no finding at any stage", (_, card) => {
  for (const stage of STAGES)
    expect(findingsOf({ what: "", code: "", severity: "note", card: card(), stage })).toEqual([]);
});

it("a scorecard without these parts has none of their findings", () => {
  for (const stage of STAGES)
    expect(findingsOf({ what: "", code: "", severity: "note", card: cleanCard(), stage })).toEqual([]);
});

it("are all in the registry, each with an example", () => {
  const codes = new Set(CHECKS.map(({ code }) => code));
  expect([...MINE].filter((code) => !codes.has(code))).toEqual([]);
  const shown = new Set(FAULTS.map(({ code }) => code));
  expect([...MINE].filter((code) => !shown.has(code))).toEqual([]);
});

it.each(named(FAULTS))("%s", (_, fault) => {
  expect([...new Set(findingsOf(fault).map(({ rule, severity }) => `${rule} ${severity}`))]).toEqual([
    `${fault.code} ${fault.severity}`,
  ]);
});

it.each(named(FAULTS))("is said in both languages without a hole (%s)", (_, fault) => {
  for (const { message, why, next } of findingsOf(fault))
    for (const { key, params } of [message, why, next])
      for (const language of LANGUAGES) {
        expect(dictionaryOf(language)).toHaveProperty([key]);
        expect(translate(language, key, params)).not.toMatch(/[{}[\]]|undefined|NaN|Infinity/);
      }
});
