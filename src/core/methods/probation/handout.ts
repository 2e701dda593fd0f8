/** What is handed out on the first day: what is expected, when the reviews are, what is needed to pass. */
import { DAY, handoutRules, ofHandoutPerson, type HandoutDefinition } from "../../blueprint/handoutPlan";
import { exampleQuotientFormula, exampleSumFormula, quotientOf } from "../../formulas/handoutFormulas";
import { adviceOfScore, adviceStepFormula, dateKey, REVIEWS } from "./formulas";

export const HANDOUT: HandoutDefinition = {
  name: "handout",
  plan: (context, tables) => {
    const { names } = context;
    const rules = handoutRules(context);
    const outcome = tables("Probation");
    const score = (at: (key: string) => string): string => quotientOf(at("exampleSum"), at("exampleWeight"));
    return {
      items: {
        source: tables("ProbationItems"),
        count: context.count("items"),
        words: "item",
        item: ["item"],
        figure: { from: "weight" },
        how: [{ key: "standard" }],
        example: [75, 80, 70, 85, 60],
        heads: "probation",
        lines: 2,
      },
      rules: [
        rules.says("probationScores"),
        rules.says("probationReview"),
        rules.says("probationHelp"),
        rules.own("probationPass", "Pass"),
        rules.own("probationExtend", "Extend"),
        rules.says("probationGate"),
        rules.says("probationDecision"),
      ],
      example: [
        { key: "exampleSum", value: (page) => exampleSumFormula(page.column("won")) },
        { key: "exampleWeight", value: (page) => exampleSumFormula(page.column("figure")) },
        { key: "probationExScore", value: ({ at }) => exampleQuotientFormula(at("exampleSum"), at("exampleWeight")) },
        {
          key: "probationExAdvice",
          value: ({ at }) => adviceStepFormula(names, score(at), adviceOfScore(names, score(at))),
        },
      ],
      who: [
        rules.says("probationWho"),
        ...REVIEWS.map((day) =>
          rules.made(`probation${String(day)}`, ofHandoutPerson(context, outcome, dateKey(day), "number"), DAY),
        ),
      ],
      talks: "reviews",
      hasBands: false,
      picksPerson: true,
    };
  },
};
