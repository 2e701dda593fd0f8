/** M04: a goal put down after the middle of the period without a note that says why. */
import { ALL_STAGES, type Check } from "../check";
import { perGoal } from "../personalGoals";

export const M04: Check = {
  code: "M04",
  severity: "warning",
  stages: ALL_STAGES,
  origins: ["generated"],
  part: "goals",
  thresholds: {},
  silencedBy: [],
  run: (context) => {
    const { from, to } = context.card.period;
    if (from === null || to === null) return [];
    return perGoal(M04, context, ({ addedOn, note }) =>
      addedOn !== null && addedOn > (from + to) / 2 && note.trim() === "" ? {} : null,
    );
  },
};
