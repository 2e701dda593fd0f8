/** Objectives, links and measures of the map as the checks of planning take them. */
import { unlessEmpty, type LocatedBook, type MethodChecks } from "../../blueprint/methodChecks";
import type { Objective } from "../../model/planning";
import type { Plan, PlanLine } from "../../model/scorecard";

function objectivesIn(book: LocatedBook): readonly Objective[] {
  const perspectives = new Map(book.rows("BscPerspectives").map((row) => [row.text("id"), row]));
  return book.rows("BscObjectives").flatMap((row): Objective[] => {
    const name = row.text("objective").trim();
    if (name === "") return [];
    const perspective = perspectives.get(row.text("perspective"));
    return [
      {
        ...{ id: row.text("id"), name, level: perspective?.number("level") ?? null },
        perspective: perspective?.text("perspective") ?? "",
        serves: ["servesFirst", "servesSecond"].map((key) => row.text(key).trim()).filter((id) => id !== ""),
        cell: row.cell("objective"),
      },
    ];
  });
}

/** The measures as the lines of one plan. */
function measuresIn(book: LocatedBook): readonly Plan[] {
  const lines = book.rows("BscMeasures").flatMap((row): PlanLine[] => {
    const name = row.text("measure").trim();
    if (name === "") return [];
    const weight = { value: row.number("weight"), raw: row.text("weight"), cell: row.cell("weight") };
    const texts = { objective: row.text("objective").trim() };
    const cells = { objective: row.cell("objective") };
    return [{ id: row.text("id"), name, section: "", weight, rule: null, unknownKind: null, cells, texts }];
  });
  const [first] = lines;
  if (first === undefined) return [];
  return [{ name: book.sheet("BscMeasures"), lines, scale: null, weights: first.weight.cell, block: null }];
}

export const MAP_CHECKS: MethodChecks = {
  codes: ["M08", "M09"],
  said: {
    M08: { words: ["measureless", "unknown"] },
    M09: { words: ["noLinkUp", "noLinkBelow", "linkDown", "unknown"] },
  },
  read: (book) => ({ ...unlessEmpty("objectives", objectivesIn(book)), ...unlessEmpty("plans", measuresIn(book)) }),
};
