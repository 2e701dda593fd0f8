/** What is handed out before a calibration board meets: what it may change, what it rests on, what the hint is and is not. */
import { handoutRules, ofHandoutPerson, type HandoutDefinition } from "../../blueprint/handoutPlan";
import { bandsSource } from "../../blueprint/ratedHandout";
import { onScaleFormula, rangeFormula } from "../../formulas/handoutFormulas";
import { bandReachedFormula } from "../../formulas/personPageFormulas";

export const HANDOUT: HandoutDefinition = {
  name: "handout",
  plan: (context, tables) => {
    const { names } = context;
    const rules = handoutRules(context);
    const bands = bandsSource(context);
    return {
      rules: [
        rules.made("boardScale", rangeFormula(names.own.cell("Low"), names.own.cell("High"))),
        rules.says("boardEvidence"),
        rules.own("boardHint", "MinTeam"),
        rules.own("boardTalk", "Talk"),
        rules.says("boardDecision"),
        rules.says("boardGuide"),
        rules.says("ratedRank"),
      ],
      example: [
        { key: "boardExProposed", value: () => onScaleFormula(names, 0.9) },
        { key: "boardExBefore", value: ({ at }) => bandReachedFormula(at("boardExProposed"), bands) },
        { key: "boardExDecided", value: () => onScaleFormula(names, 0.75) },
        { key: "boardExAfter", value: ({ at }) => bandReachedFormula(at("boardExDecided"), bands) },
      ],
      who: [
        rules.made("boardManager", ofHandoutPerson(context, tables("Board"), "manager", "text")),
        rules.says("boardWho"),
      ],
      hasBands: true,
      picksPerson: true,
    };
  },
};
