/** Scores of measures, objectives and perspectives computed by core, and how many measures and links each has. */
import { expectRow, type MethodReading } from "../../blueprint/methodReading";
import { roundTotal } from "../../scoring/round";

const meanOf = (list: readonly { readonly weight: number; readonly score: number | null }[]): number | null => {
  const scored = list.flatMap(({ weight, score }) => (score === null ? [] : [{ weight, score }]));
  const weight = scored.reduce((sum, entry) => sum + entry.weight, 0);
  return weight <= 0 ? null : roundTotal(scored.reduce((sum, entry) => sum + entry.weight * entry.score, 0) / weight);
};

/** What core expects on this workbook's sheets from what was typed; a check compares. */
export const strategyReading: MethodReading = (book) => {
  const cap = book.setting("c_MostPoints") ?? 0;
  const perspectiveIds = new Set(book.rows("BscPerspectives").map((row) => row.text("id")));
  const objectiveIds = new Set(book.rows("BscObjectives").map((row) => row.text("id")));
  const measures = book.rows("BscMeasures").map((row) => {
    const objective = objectiveIds.has(row.text("objective")) ? row.text("objective") : "";
    const isActive = objective !== "" && row.text("measure").trim() !== "";
    const [start, target, actual] = [row.number("start"), row.number("target"), row.number("actual")];
    const isWhole = isActive && start !== null && target !== null && actual !== null && start !== target;
    return {
      objective: isActive ? objective : "",
      weight: isActive ? Math.max(0, row.number("weight") ?? 1) : 0,
      score: isWhole ? Math.max(0, Math.min(cap, roundTotal((100 * (actual - start)) / (target - start)))) : null,
      isLead: isActive && row.text("nature").toLowerCase() === book.word("lead").toLowerCase(),
    };
  });
  const objectives = book.rows("BscObjectives").map((row) => {
    const id = row.text("id");
    const own = measures.filter(({ objective }) => objective === id);
    const perspective = perspectiveIds.has(row.text("perspective")) ? row.text("perspective") : "";
    return {
      perspective: row.text("objective").trim() === "" ? "" : perspective,
      measures: own.length,
      leads: own.filter(({ isLead }) => isLead).length,
      score: meanOf(own),
    };
  });
  const ofPerspectives = book.rows("BscPerspectives").flatMap((row, i) => {
    const own = objectives.filter(({ perspective }) => perspective === row.text("id"));
    return expectRow("BscPerspectives", i, {
      objectives: own.length,
      measures: own.reduce((sum, objective) => sum + objective.measures, 0),
      leads: own.reduce((sum, objective) => sum + objective.leads, 0),
      score: meanOf(own.map(({ score }) => ({ weight: 1, score }))),
    });
  });
  return [
    ...measures.flatMap(({ score }, i) => expectRow("BscMeasures", i, { score })),
    ...objectives.flatMap(({ measures: count, score }, i) => expectRow("BscObjectives", i, { measures: count, score })),
    ...ofPerspectives,
  ];
};
