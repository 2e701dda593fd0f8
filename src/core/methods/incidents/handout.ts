/** What is handed out before incidents are noted: what a record says, when it is written, what it is used for. */
import { handoutRules, type HandoutDefinition } from "../../blueprint/handoutPlan";

export const HANDOUT: HandoutDefinition = {
  name: "howItWorks",
  plan: (context) => {
    const rules = handoutRules(context);
    return {
      rules: [
        rules.says("incidentFacts"),
        rules.says("incidentSides"),
        rules.own("incidentLate", "LateDays"),
        rules.own("incidentMonths", "MinMonths"),
        rules.ownShare("incidentRecent", "MostRecent"),
        rules.says("incidentTalk"),
        rules.says("incidentUse"),
      ],
      example: [{ key: "incidentExPoor" }, { key: "incidentExGood" }],
      who: [rules.says("incidentWho")],
      hasBands: false,
      picksPerson: false,
    };
  },
};
