/** What is handed out with a workload register: whose tasks are counted, how hours are worked out, what too much means. */
import { handoutRules, ownedBy, type HandoutDefinition } from "../../blueprint/handoutPlan";
import { availableStepFormula, hoursStepFormula, loadStepFormula, timesLine } from "./formulas";

export const HANDOUT: HandoutDefinition = {
  name: "howItWorks",
  plan: (context, tables) => {
    const { names } = context;
    const rules = handoutRules(context);
    const tasks = tables("WorkTasks");
    return {
      items: {
        source: tasks,
        ...ownedBy("person"),
        words: "task",
        item: ["task"],
        figure: { from: "hours", style: { numberFormat: "0.0" } },
        how: timesLine,
        heads: "tasks",
        title: "ownTasks",
        lines: 1,
      },
      rules: [
        rules.says("workHours"),
        rules.own("workDays", "WorkDays"),
        rules.own("workHoursDay", "HoursPerDay"),
        rules.ownShare("workReserve", "Reserve"),
        rules.ownShare("workOver", "OverLoad"),
        rules.ownShare("workUnder", "UnderLoad"),
        rules.says("workMerit"),
      ],
      example: [
        { key: "workExTask", value: () => hoursStepFormula(names) },
        { key: "workExAvailable", value: () => availableStepFormula(names) },
        { key: "workExLoad", value: () => loadStepFormula(names) },
      ],
      who: [rules.says("workWho")],
      talks: "told",
      hasBands: false,
      picksPerson: true,
    };
  },
};
