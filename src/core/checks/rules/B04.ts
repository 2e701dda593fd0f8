/** B04: a row of the band table has no usable cut-off or no name, so that the totals between its neighbours fall into the band below. */
import { ALL_STAGES, findingOf, type Check } from "../check";
import { cellName } from "../planWeights";

export const B04: Check = {
  code: "B04",
  severity: "error",
  stages: ALL_STAGES,
  origins: ["generated"],
  thresholds: {},
  silencedBy: [],
  run: ({ card, stage }) =>
    (card.brokenBands ?? []).map(({ name, cell }) => {
      const params = { band: name, kind: name === "" ? "name" : "limit", cell: cellName(cell) };
      return findingOf(B04, cell, { stage, params });
    }),
};
