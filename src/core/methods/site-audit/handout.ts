/** What is handed out before visits: what must be so, what a fault costs, when a visit is passed. */
import { handoutRules, type HandoutDefinition } from "../../blueprint/handoutPlan";
import { textOf } from "../../formulas/handoutFormulas";
import { auditOutcomeFormula, auditScoreFormula } from "./formulas";

export const HANDOUT: HandoutDefinition = {
  name: "howItWorks",
  plan: (context, tables) => {
    const { names } = context;
    const rules = handoutRules(context);
    const parts = (at: (key: string) => string) => ["auditExGood", "auditExMinor", "auditExMajor"].map(at);
    return {
      items: {
        source: tables("AuditItems"),
        count: context.count("items"),
        words: "item",
        item: ["area"],
        figure: { from: "weight" },
        how: [{ key: "item" }],
        beside: textOf("critical"),
        heads: "auditItems",
        title: "audited",
        lines: 1,
      },
      rules: [
        rules.says("auditGrades"),
        rules.ownShare("auditMinor", "MinorWorth"),
        rules.says("auditScore"),
        rules.own("auditPass", "PassScore"),
        rules.says("auditCritical"),
        rules.says("auditFault"),
      ],
      example: [
        { key: "auditExGood", value: 85 },
        { key: "auditExMinor", value: 10 },
        { key: "auditExMajor", value: 5 },
        { key: "auditExScore", value: ({ at }) => auditScoreFormula(names, parts(at)) },
        { key: "auditExOutcome", value: ({ at }) => auditOutcomeFormula(names, parts(at)) },
      ],
      who: [rules.says("auditWho")],
      talks: "told",
      hasBands: false,
      picksPerson: false,
    };
  },
};
