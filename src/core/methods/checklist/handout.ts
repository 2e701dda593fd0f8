/** What is handed out before people are judged by the checklist: the statements, never what they are worth. */
import type { HandoutDefinition } from "../../blueprint/handoutPlan";
import { handoutRules } from "../../blueprint/handoutPlan";
import { bandsSource } from "../../blueprint/ratedHandout";
import { exampleQuotientFormula, quotientOf, wordsBeside } from "../../formulas/handoutFormulas";
import { bandReachedFormula } from "../../formulas/personPageFormulas";
import { cellFormula } from "../../formulas/columns";

/** Values are shown from this stage on: whoever answers must not see them. */
const CLOSE = 4;
/** Invented values: good answers, and all of them. */
const [GOOD, ALL] = [7, 10];

export const HANDOUT: HandoutDefinition = {
  name: "handout",
  plan: (context, tables) => {
    const { names } = context;
    const rules = handoutRules(context);
    return {
      items: {
        source: tables("Statements"),
        count: context.count("statements"),
        words: "item",
        item: ["id"],
        figure: { from: "value", fromStage: CLOSE },
        how: [{ key: "item" }],
        beside: wordsBeside(names, ["yes", "no", "na"]),
        heads: "checklist",
        lines: 1,
      },
      rules: [
        rules.says("checklistAnswers"),
        rules.made("checklistValues", cellFormula(names.setting("Stage"))),
        rules.says("checklistGood"),
        rules.says("checklistScore"),
        rules.says("checklistOpen"),
        rules.says("ratedRank"),
      ],
      example: [
        { key: "checklistExGood", value: GOOD },
        { key: "checklistExAll", value: ALL },
        {
          key: "exampleScore",
          value: ({ at }) => exampleQuotientFormula(at("checklistExGood"), at("checklistExAll"), 100),
        },
        {
          key: "exampleBand",
          value: ({ at }) =>
            bandReachedFormula(quotientOf(at("checklistExGood"), at("checklistExAll"), 100), bandsSource(context)),
        },
      ],
      who: [rules.says("managerRates")],
      hasBands: true,
      picksPerson: false,
    };
  },
};
