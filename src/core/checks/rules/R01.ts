/** R01: one rater's level lies above or below the others', and the team's measured results do not explain it. */
import type { Scorecard } from "../../model/scorecard";
import { adjustedLevels } from "../../raters/comparisons";
import { FROM_EVALUATE, type Check, type CheckContext } from "../check";
import { figure, rowMean, sheetsByRater, signFindings } from "../ratingSheets";

/** What is left of each rater's shift once the teams' totals are allowed for, by rater's name; empty where nothing can be said. */
function leftOver({ ratings }: Scorecard, results: CheckContext["results"]): ReadonlyMap<string, number> {
  if (ratings === undefined) return new Map();
  const totals = new Map(results.map(({ id, total }) => [id, total]));
  const teams = sheetsByRater(ratings).map(({ rater, rows }) => ({
    rater: rater.name,
    people: rows.flatMap((row) => {
      const [rating, result] = [rowMean(row), totals.get(row.person) ?? null];
      return rating === null || result === null ? [] : [{ rating, result }];
    }),
  }));
  const levels = adjustedLevels(teams);
  return new Map(levels.ok ? levels.value.map(({ rater, adjusted }) => [rater, adjusted]) : []);
}

export const R01: Check = {
  code: "R01",
  severity: "note",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  part: "ratings",
  thresholds: { shift: 0.5, z: 1.96 },
  silencedBy: [],
  run: (context, { shift = Infinity, z = Infinity }) => {
    const adjusted = leftOver(context.card, context.results);
    const limit = (shift * ((context.card.ratings?.scalePoints ?? 5) - 1)) / 4;
    return signFindings(R01, context, "level", { levelShift: shift, levelZ: z }, (found) => ({
      shift: figure(Math.abs(found.shift)),
      side: found.shift > 0 ? "above" : "below",
    })).filter(({ message }) => {
      const left = adjusted.get(String(message.params?.["rater"]));
      return left === undefined || Math.abs(left) >= limit;
    });
  },
};
