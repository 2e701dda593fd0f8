/** What is handed out before the period of an OKR sheet: the key results of each owner, what a grade means, how it is used. */
import { handoutRules, ownedBy, type HandoutDefinition } from "../../blueprint/handoutPlan";
import { bandsSource } from "../../blueprint/ratedHandout";
import { fromTo, meanFormula, meanOf, rangeFormula, textOf, wayFormula, wayOf } from "../../formulas/handoutFormulas";
import { bandReachedFormula } from "../../formulas/personPageFormulas";

/** Grade of the other key result of the example. */
const OTHER = 0.4;

export const HANDOUT: HandoutDefinition = {
  name: "howItWorks",
  plan: (context, tables) => {
    const { names } = context;
    const rules = handoutRules(context);
    const results = tables("KeyResults");
    const grades = (at: (key: string) => string): readonly string[] => [
      wayOf(at("okrExFrom"), at("okrExTo"), at("okrExNow")),
      at("okrExOther"),
    ];
    return {
      items: {
        source: results,
        ...ownedBy("owner"),
        words: "keyResult",
        item: ["keyResult"],
        figure: { from: "share" },
        how: fromTo("start", "target", "unit"),
        beside: textOf("objective"),
        heads: "keyResults",
        title: "ownResults",
        lines: 2,
      },
      rules: [
        rules.says("okrGrade"),
        rules.says("okrObjective"),
        rules.says("okrOpen"),
        rules.made("okrCount", rangeFormula(names.own.cell("LeastResults"), names.own.cell("MostResults"))),
        rules.own("okrCheckIns", "Days"),
        rules.says("okrLearning"),
      ],
      example: [
        { key: "okrExFrom", value: 100 },
        { key: "okrExTo", value: 150 },
        { key: "okrExNow", value: 135 },
        { key: "okrExGrade", value: ({ at }) => wayFormula(at("okrExFrom"), at("okrExTo"), at("okrExNow")) },
        { key: "okrExOther", value: OTHER },
        { key: "okrExObjective", value: ({ at }) => meanFormula(grades(at)) },
        {
          key: "okrExWord",
          value: ({ at }) => bandReachedFormula(meanOf(grades(at)), bandsSource(context)),
        },
      ],
      who: [rules.says("okrWho")],
      hasBands: true,
      picksPerson: true,
    };
  },
};
