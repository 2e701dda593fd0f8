/** B06: bands written out on a sheet of the user leave values between them that none takes, or that two take. */
import type { Finding, Stage } from "../../model/finding";
import type { OwnBandGap } from "../../model/scorecard";
import { ALL_STAGES, findingOf, type Check } from "../check";
import { cellName } from "../planWeights";

/** A finding a gap; also for sheets that hold bands and nothing to score. */
export const bandGapFindings = (gaps: readonly OwnBandGap[], stage: Stage): readonly Finding[] =>
  gaps.map(({ kind, cell, from, to, unit }) =>
    findingOf(B06, cell, {
      stage,
      params: { kind, from: `${String(from)}${unit}`, to: `${String(to)}${unit}`, cell: cellName(cell) },
    }),
  );

export const B06: Check = {
  code: "B06",
  severity: "warning",
  stages: ALL_STAGES,
  origins: ["recognised"],
  thresholds: {},
  silencedBy: [],
  run: ({ card, stage }) => bandGapFindings(card.bandGaps ?? [], stage),
};
