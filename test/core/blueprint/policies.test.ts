/** What becomes of missing results is chosen on Settings: each policy gives the total that its rule says, on the sheet and in core. */
import type { Template, TemplateLine } from "../../../src/core/schema/template";
import { POLICY_WORDS } from "../../../src/core/blueprint/words";
import { MISSING_POLICIES, totalOf, type MissingPolicy } from "../../../src/core/scoring/totals";
import { expectSameFromScratch } from "../../support/fromScratch";
import { generate, salesTemplate, type Generated } from "../../support/generated";

jest.setTimeout(60_000);

const sales = salesTemplate();
const [first] = sales.lines;
if (first === undefined) throw new Error("the template is empty");
const { section, unit, evidence, aggregate } = first;
const words = { name: { en: "Exam", "zh-CN": "考试" }, section, unit, evidence, aggregate, maximum: 100 };
/** Marks out of 100: a score is the actual. Weights 40, 30, 20, 10. */
const lines: TemplateLine[] = [40, 30, 20, 10].map((weight, i) => ({
  ...words,
  id: `K0${String(i + 1)}`,
  kind: "points",
  weight,
}));
const template: Template = { ...sales, lines, sample: { people: [] } };
const WEIGHTS = [40, 30, 20, 10];
/** All of it; 80 % of the weight; 60 %; nothing; 90 % of which 10 do not apply. */
const PEOPLE: readonly (readonly (number | null | "na")[])[] = [
  [90, 80, 70, 60],
  [90, 80, null, 60],
  [90, null, 70, null],
  [null, null, null, null],
  [50, 60, 70, "na"],
  [50, null, 70, "na"],
];

/** Worked out by hand: total, and whether it is ranked. */
const EXPECTED: Readonly<Record<MissingPolicy, readonly (readonly [total: number | "", ranked: boolean])[]>> = {
  wait: [
    [80, true],
    ["", false],
    ["", false],
    ["", false],
    [57.777778, true],
    ["", false],
  ],
  block: [
    [80, true],
    ["", false],
    ["", false],
    ["", false],
    [57.777778, true],
    ["", false],
  ],
  // (3600 + 2400 + 600) ÷ 80; (3600 + 1400) ÷ 60, too little to rank; (2000 + 1400) ÷ 60 of 90, 67 %: too little.
  renormalise: [
    [80, true],
    [82.5, true],
    [83.333333, false],
    ["", false],
    [57.777778, true],
    [56.666667, false],
  ],
  zero: [
    [80, true],
    [66, true],
    [50, true],
    [0, true],
    [57.777778, true],
    [37.777778, true],
  ],
  // A blank scores 75.
  neutral: [
    [80, true],
    [81, true],
    [80, true],
    [75, true],
    [57.777778, true],
    [62.777778, true],
  ],
  // 20 points more over three lines; 20 points more for each of two; 15 more for each of two.
  equal: [
    [80, true],
    [81.333333, true],
    [82, true],
    ["", false],
    [57.777778, true],
    [57.777778, true],
  ],
};

describe("missing results", () => {
  let made: Generated;
  beforeAll(async () => {
    made = await generate({
      template,
      people: PEOPLE.map((_, i) => ({ name: `Name ${String(i)}` })),
      withSample: false,
    });
    PEOPLE.forEach((row, person) => {
      row.forEach((score, k) => {
        if (score !== null)
          made.set("Entry", person, `actual:K0${String(k + 1)}`, score === "na" ? made.word("na") : score);
      });
      if (row.includes("na")) made.set("Entry", person, "reason", "Not in this post");
    });
    made.book.setName("eh_1_Neutral", 75);
  });
  afterAll(() => {
    made.book.dispose();
  });

  it.each(MISSING_POLICIES.map((policy, i) => [policy, POLICY_WORDS[i] ?? "policyWait"] as const))(
    "%s: the sheet's totals are those of the rule, and core's",
    async (policy, word) => {
      made.book.setName("eh_1_Policy", made.word(word));
      await made.calculate();
      const totals = made.column("Results", "total", PEOPLE.length);
      const ranking = made.column("Results", "rankingTotal", PEOPLE.length);
      expect(totals.map((total, i) => [total, typeof ranking[i] === "number"])).toEqual(EXPECTED[policy]);
      const core = PEOPLE.map((scores) => totalOf(scores, WEIGHTS, policy, { neutral: 75 }));
      expect(core.map((own) => (own.ok ? [own.value.total ?? "", own.value.rankingTotal !== null] : []))).toEqual(
        EXPECTED[policy],
      );
      expect(made.book.errors()).toEqual([]);
    },
  );
  it("a word that is none of the list waits", async () => {
    made.book.setName("eh_1_Policy", "Whatever");
    await made.calculate();
    expect(made.column("Results", "total", 2)).toEqual([80, ""]);
  });
  it("the smallest coverage for a rank is a cell", async () => {
    made.book.setName("eh_1_Policy", made.word("policyRenormalise"));
    made.book.setName("eh_1_MinCoverage", 0.6);
    await made.calculate();
    expect(made.column("Results", "rankingTotal", 3)).toEqual([80, 82.5, 83.333333]);
    made.book.setName("eh_1_MinCoverage", 0.7);
  });
});

describe("calculated from scratch", () => {
  it.each(MISSING_POLICIES.map((policy, i) => [policy, POLICY_WORDS[i]] as const))(
    "under %s, the sample with a person of one result and one of none says what it says after the edits",
    async (_policy, word) => {
      const made = await generate();
      const { columns } = made.instance.tables["Entry"] ?? { columns: {} };
      Object.keys(columns)
        .filter((key) => key.startsWith("actual:"))
        .forEach((key, line) => {
          if (line > 0) made.set("Entry", 6, key, "");
          made.set("Entry", 7, key, "");
        });
      made.book.setName("eh_1_Policy", made.word(word ?? "policyWait"));
      await made.calculate();
      await expectSameFromScratch(made.book.model);
      made.book.dispose();
    },
  );
});
