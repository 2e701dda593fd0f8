/** V04: points beside the 100 that count for nobody: an item that is not complete, or an entry without person, item or number. */
import type { Extras, ItemEntry, Scorecard } from "../../model/scorecard";
import { idKey, isComplete } from "../../scoring/extras";
import { ALL_STAGES, findingOf, type Check } from "../check";
import { cellName } from "../planWeights";

type Fault = "person" | "item" | "times";

function faultOf({ people }: Scorecard, { items }: Extras, { person, item, times }: ItemEntry): Fault | null {
  if (!people.some(({ id, isListed }) => isListed !== false && idKey(id) === idKey(person))) return "person";
  if (!items.some(({ id }) => idKey(id) === idKey(item))) return "item";
  return times === null || times < 0 ? "times" : null;
}

export const V04: Check = {
  code: "V04",
  severity: "error",
  stages: ALL_STAGES,
  origins: ["generated"],
  thresholds: {},
  silencedBy: [],
  run: ({ card, stage }) => {
    const { extras } = card;
    if (extras === undefined) return [];
    const said = (id: string, kind: Fault | "incomplete", cell: ItemEntry["cell"]) =>
      findingOf(V04, cell, { stage, params: { id, kind, cell: cellName(cell) } });
    return [
      ...extras.items.flatMap((item) =>
        isComplete(item) && item.name !== "" ? [] : [said(item.id, "incomplete", item.cell)],
      ),
      ...extras.entries.flatMap((entry) => {
        const kind = faultOf(card, extras, entry);
        return kind === null ? [] : [said(entry.id, kind, entry.cell)];
      }),
    ];
  },
};
