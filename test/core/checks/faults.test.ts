/** Every check by an example: one fault gives exactly that finding, its removal takes it away, and it is said in both languages. */
import { CHECKS } from "../../../src/core/checks/registry";
import { STAGES, type Finding } from "../../../src/core/model/finding";
import { dictionaryOf, LANGUAGES, translate } from "../../../src/i18n/everything";
import { EVIDENCE_FAULTS } from "../../fixtures/scorecards/evidence";
import type { Fault } from "../../fixtures/scorecards/fault";
import {
  BAND_FAULTS,
  CELL_FAULTS,
  COMPLETENESS_FAULTS,
  EXTRA_FAULTS,
  GATE_FAULTS,
  PEOPLE_FAULTS,
  PREVIOUS_FAULTS,
  RESULT_FAULTS,
  SCALE_FAULTS,
} from "../../fixtures/scorecards/others";
import { WEIGHT_FAULTS } from "../../fixtures/scorecards/weights";
import { afterFix, checkCard, cleanCard } from "../../support/scorecards";

const ALONE: readonly Fault[] = [
  ...WEIGHT_FAULTS,
  ...CELL_FAULTS,
  ...COMPLETENESS_FAULTS,
  ...EVIDENCE_FAULTS,
  ...BAND_FAULTS,
  ...PEOPLE_FAULTS,
  ...RESULT_FAULTS,
  ...EXTRA_FAULTS,
  ...GATE_FAULTS,
  ...SCALE_FAULTS,
];
const findingsOf = ({ card, stage = "evaluate", language = "en" }: Fault): readonly Finding[] =>
  checkCard(card, stage, language).findings;
const named = (faults: readonly Fault[]): [string, Fault][] =>
  faults.map((fault) => [`${fault.code}: ${fault.what}`, fault]);

describe("a scorecard without a fault", () => {
  it.each(STAGES)("has no finding at all in the stage %s", (stage) => {
    for (const language of LANGUAGES) expect(checkCard(cleanCard(), stage, language).findings).toEqual([]);
  });
});

describe("one fault gives exactly that finding", () => {
  it("for every check, those of own totals, ranks and bands on sheets of the user apart", () => {
    const shown = new Set([...ALONE, ...PREVIOUS_FAULTS].map(({ code }) => code));
    const mine = CHECKS.map(({ code }) => code).filter((code) => /^[WSCEBVPT]\d\d$/.test(code));
    expect(mine.filter((code) => !shown.has(code))).toEqual(["B06", "T01", "T02"]);
  });
  it.each(named(ALONE))("%s", (_, fault) => {
    const found = findingsOf(fault);
    expect([...new Set(found.map(({ rule, severity }) => `${rule} ${severity}`))]).toEqual([
      `${fault.code} ${fault.severity}`,
    ]);
  });
  it.each(named(PREVIOUS_FAULTS))("%s, beside the missing results themselves", (_, fault) => {
    expect(findingsOf(fault).map(({ rule }) => rule)).toEqual(["C01", fault.code]);
  });
});

describe("a finding", () => {
  const all = [...ALONE, ...PREVIOUS_FAULTS];
  it.each(named(all))("is said in both languages without a hole (%s)", (_, fault) => {
    for (const { message, why, next, fixes } of findingsOf(fault))
      for (const { key, params } of [message, why, next, ...(fixes ?? []).map(({ label }) => label)])
        for (const language of LANGUAGES) {
          expect(dictionaryOf(language)).toHaveProperty([key]);
          expect(translate(language, key, params)).not.toMatch(/[{}[\]]|undefined|NaN|Infinity/);
        }
  });
  it.each(named(all.filter((fault) => findingsOf(fault).some(({ fixes }) => (fixes?.length ?? 0) > 0))))(
    "is gone after each of its fixes, and nothing else comes (%s)",
    (_, fault) => {
      for (const { rule, fixes } of findingsOf(fault))
        for (const fix of fixes ?? []) {
          expect(fix.patches.length).toBeGreaterThan(0);
          const mended = findingsOf({ ...fault, card: afterFix(fault.card, fix) });
          expect(mended.map((finding) => finding.rule)).not.toContain(rule);
          expect(mended.filter(({ severity }) => severity === "error")).toEqual([]);
        }
    },
  );
  it("has an id of its own", () => {
    for (const fault of all) {
      const ids = findingsOf(fault).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
  it.each(named(ALONE))("is silent in the stages that are not its own (%s)", (_, { card, code, language }) => {
    const check = CHECKS.find((known) => known.code === code);
    const own = card.origin === "recognised" ? (check?.ownSheetStages ?? []) : [];
    for (const stage of STAGES.filter((known) => ![...(check?.stages ?? []), ...own].includes(known)))
      expect(checkCard(card, stage, language ?? "en").findings.map(({ rule }) => rule)).not.toContain(code);
  });
});
