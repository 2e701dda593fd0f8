/** Personal goals as the planning checks need them. */
import type { MessageParams } from "../model/message";
import type { Finding } from "../model/finding";
import type { PersonalGoal } from "../model/planning";
import { findingOf, type Check, type CheckContext } from "./check";
import { personName } from "./ratingSheets";

/** One finding a goal for which `test` gives parameters; the goal and its person are added to them. */
export const perGoal = (
  check: Check,
  { card, stage }: CheckContext,
  test: (goal: PersonalGoal) => MessageParams | null,
): readonly Finding[] =>
  (card.goals ?? []).flatMap((goal) => {
    const found = test(goal);
    if (found === null) return [];
    const name = goal.text === "" ? goal.id : goal.text;
    const person = personName(card, goal.person);
    return [findingOf(check, goal.cell, { stage, person, indicator: name, params: { goal: name, person, ...found } })];
  });
