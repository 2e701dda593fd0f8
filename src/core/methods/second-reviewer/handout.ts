/** What is handed out before two people rate each other's people: how two scores become one, and when somebody decides. */
import { handoutRules, ofHandoutPerson, type HandoutDefinition } from "../../blueprint/handoutPlan";
import { bandsSource } from "../../blueprint/ratedHandout";
import { exampleMixFormula, onScaleFormula, rangeFormula } from "../../formulas/handoutFormulas";
import { bandReachedFormula } from "../../formulas/personPageFormulas";
import { exampleSecondFormula, mixOf } from "./formulas";

export const HANDOUT: HandoutDefinition = {
  name: "handout",
  plan: (context, tables) => {
    const { names } = context;
    const rules = handoutRules(context);
    const reviews = tables("Reviews2");
    const share = names.own.cell("FirstShare");
    return {
      rules: [
        rules.made("twoScale", rangeFormula(names.own.cell("Low"), names.own.cell("High"))),
        rules.ownShare("twoShare", "FirstShare"),
        rules.own("twoClose", "MaxDifference"),
        rules.own("twoReason", "ReasonFrom"),
        rules.says("ratedRank"),
      ],
      example: [
        { key: "twoExFirst", value: () => onScaleFormula(names, 0.8) },
        { key: "twoExSecond", value: ({ at }) => exampleSecondFormula(names, at("twoExFirst")) },
        { key: "twoExFinal", value: ({ at }) => exampleMixFormula(share, at("twoExFirst"), at("twoExSecond")) },
        {
          key: "exampleBand",
          value: ({ at }) =>
            bandReachedFormula(mixOf(share, at("twoExFirst"), at("twoExSecond")), bandsSource(context)),
        },
      ],
      who: [
        rules.made("twoRater", ofHandoutPerson(context, reviews, "rater", "text")),
        rules.made("twoReviewer", ofHandoutPerson(context, reviews, "reviewer", "text")),
      ],
      hasBands: true,
      picksPerson: true,
    };
  },
};
