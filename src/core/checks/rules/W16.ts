/** W16: a weight is not the one that both sides signed. Offers the signed one back. */
import { BOTH, ALL_STAGES, findingOf, type Check } from "../check";
import { cellName, shown } from "../planWeights";

export const W16: Check = {
  code: "W16",
  severity: "warning",
  stages: ALL_STAGES,
  origins: BOTH,
  thresholds: {},
  silencedBy: ["W02"],
  run: ({ card, stage }) =>
    card.plans.flatMap((plan) =>
      plan.lines.flatMap((line) => {
        const { value, raw, cell } = line.weight;
        if (line.agreed === undefined || value === null || value === line.agreed.value) return [];
        const params = { name: line.name, now: shown(value), agreed: shown(line.agreed.value), cell: cellName(cell) };
        const before = typeof raw === "number" || typeof raw === "string" ? raw : null;
        const patches = [{ location: cell, before, after: line.agreed.value, label: line.name }];
        const fixes = [{ label: { key: "checks.W16.fix", params }, patches }];
        return [findingOf(W16, cell, { stage, plan: plan.name, indicator: line.name, params, fixes })];
      }),
    ),
};
