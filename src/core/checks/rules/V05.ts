/** V05: somebody has more bonus or deductions than the limits let count. */
import { ALL_STAGES, findingOf, type Check } from "../check";
import { cellName } from "../planWeights";

export const V05: Check = {
  code: "V05",
  severity: "note",
  stages: ALL_STAGES,
  origins: ["generated"],
  thresholds: {},
  silencedBy: [],
  run: ({ results, stage }) =>
    results.flatMap(({ name, cell, adjusted }) => {
      if (adjusted?.limited !== true) return [];
      const { bonus, deduction } = adjusted;
      return [
        findingOf(V05, cell, { stage, person: name, params: { person: name, bonus, deduction, cell: cellName(cell) } }),
      ];
    }),
};
