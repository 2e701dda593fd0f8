/** What is handed out before the first talk: which talks there are, who speaks first, what is written down and signed. */
import { DAY, handoutRules, ofHandoutPerson, type HandoutDefinition } from "../../blueprint/handoutPlan";
import { halfTimeFormula } from "../../formulas/handoutFormulas";
import { nextTalkFormula } from "./formulas";

export const HANDOUT: HandoutDefinition = {
  name: "howItWorks",
  plan: (context, tables) => {
    const { names } = context;
    const rules = handoutRules(context);
    const overview = tables("Overview");
    const ofPerson = (key: string) => ofHandoutPerson(context, overview, key, "number");
    return {
      rules: [
        rules.says("talkOwnFirst"),
        rules.day("talkPlanning", "From"),
        rules.own("talkCoaching", "Days"),
        rules.made("talkMid", halfTimeFormula(names), DAY),
        rules.day("talkFeedback", "To"),
        rules.says("talkActions"),
        rules.says("talkRecord"),
        rules.says("talkUse"),
      ],
      example: [
        { key: "talkExLast", value: () => halfTimeFormula(names), style: DAY },
        { key: "talkExNext", value: ({ at }) => nextTalkFormula(names, at("talkExLast")), style: DAY },
      ],
      who: [
        rules.says("talkWho"),
        rules.made("talkLast", ofPerson("lastOn"), DAY),
        rules.made("talkNext", ofPerson("nextOn"), DAY),
      ],
      hasBands: false,
      picksPerson: true,
    };
  },
};
