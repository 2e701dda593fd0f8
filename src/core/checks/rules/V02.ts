/** V02: a gate is not answered for somebody; an error once the period is closed. One finding a person. */
import { findingOf, FROM_EVALUATE, type Check } from "../check";
import { cellName } from "../planWeights";

export const V02: Check = {
  code: "V02",
  severity: "warning",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  thresholds: {},
  silencedBy: [],
  run: ({ card, stage }) => {
    // A gate on a line waits for the line's own result: C01 asks for that.
    const onLines = new Set((card.gates ?? []).flatMap(({ id, indicator }) => (indicator === "" ? [] : [id])));
    return card.people.flatMap((person) => {
      const open = (person.gates ?? []).filter(({ id, passed }) => passed === null && !onLines.has(id));
      const [first] = open;
      if (first === undefined) return [];
      const names = open.map(({ name }) => name);
      const params = { person: person.name, count: open.length, names, cell: cellName(first.cell) };
      const severity = stage === "close" ? ("error" as const) : ("warning" as const);
      return [findingOf(V02, first.cell, { stage, severity, person: person.name, params })];
    });
  },
};
