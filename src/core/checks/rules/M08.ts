/** M08: an objective of the strategy map that no line measures, or a line whose objective is not on the map. */
import type { Finding } from "../../model/finding";
import { findingOf, type Check } from "../check";

export const M08: Check = {
  code: "M08",
  severity: "note",
  stages: ["plan"],
  origins: ["generated"],
  part: "objectives",
  thresholds: {},
  silencedBy: [],
  run: ({ card, stage }) => {
    const objectives = card.objectives ?? [];
    const lines = card.plans.flatMap((plan) => plan.lines.map((line) => ({ plan, line })));
    const named = new Set(lines.map(({ line }) => line.texts.objective ?? ""));
    // As long as no line names an objective the map is not in use.
    if ([...named].every((objective) => objective === "")) return [];
    const isOf = (text: string): boolean => objectives.some(({ id, name }) => id === text || name === text);
    const unmeasured = objectives
      .filter(({ id, name }) => !named.has(id) && !named.has(name))
      .map((objective): Finding =>
        findingOf(M08, objective.cell, {
          stage,
          indicator: objective.name,
          params: { kind: "unmeasured", name: objective.name, objective: objective.name },
        }),
      );
    const astray = lines.flatMap(({ plan, line }): Finding[] => {
      const objective = line.texts.objective ?? "";
      if (isOf(objective)) return [];
      const kind = objective === "" ? "without" : "unknown";
      const params = { kind, name: line.name, objective };
      const cell = line.cells.objective ?? line.weight.cell;
      return [findingOf(M08, cell, { stage, plan: plan.name, indicator: line.name, params })];
    });
    return [...unmeasured, ...astray];
  },
};
