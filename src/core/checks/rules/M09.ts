/** M09: an objective that serves nothing above it and is served by nothing below, or a link that leads down the map. */
import type { Finding } from "../../model/finding";
import type { Objective } from "../../model/planning";
import { findingOf, type Check, type CheckContext } from "../check";

const say = (
  { stage }: CheckContext,
  objective: Objective,
  params: Readonly<Record<string, string | number>>,
): Finding =>
  findingOf(M09, objective.cell, { stage, indicator: objective.name, params: { name: objective.name, ...params } });

export const M09: Check = {
  code: "M09",
  severity: "note",
  stages: ["plan"],
  origins: ["generated"],
  part: "objectives",
  thresholds: {},
  silencedBy: [],
  run: (context) => {
    const objectives = context.card.objectives ?? [];
    const isLinked = objectives.some(({ serves }) => serves.length > 0);
    if (!isLinked) return [];
    const byId = new Map(objectives.map((objective) => [objective.id, objective]));
    const served = new Set(objectives.flatMap(({ serves }) => serves));
    return objectives.flatMap((objective): Finding[] => {
      if (objective.serves.length === 0 && !served.has(objective.id))
        return [say(context, objective, { kind: "alone", to: "" })];
      return objective.serves.flatMap((id): Finding[] => {
        const above = byId.get(id);
        if (above === undefined) return [say(context, objective, { kind: "unknown", to: id })];
        const isDown = above.level !== null && objective.level !== null && above.level < objective.level;
        return isDown ? [say(context, objective, { kind: "down", to: above.name })] : [];
      });
    });
  },
};
