/** R01: one rater's level lies above or below the others', and the team's measured results do not explain it. */
import type { Scorecard } from "../../model/scorecard";
import { adjustedLevels } from "../../raters/comparisons";
import { raterSeverity, type SeverityEstimate } from "../../raters/severity";
import { FROM_EVALUATE, type Check, type CheckContext } from "../check";
import { figure, ofOthers, rowMean, sheetsByRater, signFindings } from "../ratingSheets";

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

/** Each rater's shift on the very same people, by rater's id; empty where raters share too few people to tell. */
function severities({ ratings }: Scorecard): ReadonlyMap<string, SeverityEstimate> {
  const judgements = ofOthers(ratings?.rows ?? []).flatMap((row) => {
    const points = rowMean(row);
    return points === null ? [] : [{ rater: row.rater, person: row.person, points }];
  });
  const found = raterSeverity(judgements);
  return new Map(found.ok ? found.value.raters.map((estimate) => [estimate.rater, estimate]) : []);
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
    const severity = severities(context.card);
    const idOf = new Map((context.card.ratings?.raters ?? []).map(({ id, name }) => [name, id]));
    const limit = (shift * ((context.card.ratings?.scalePoints ?? 5) - 1)) / 4;
    return signFindings(R01, context, "level", { levelShift: shift, levelZ: z }, (found) => ({
      shift: figure(Math.abs(found.shift)),
      side: found.shift > 0 ? "above" : "below",
    })).filter(({ message }) => {
      const name = String(message.params?.["rater"]);
      const same = severity.get(idOf.get(name) ?? "");
      // Where people are shared, the comparison on the same people decides: their quality is not in it. It is taken from the
      // average rater; against the others' average it is n/(n − 1) of that.
      if (same !== undefined) {
        const against = (Math.abs(same.shift) * severity.size) / (severity.size - 1);
        return against >= limit && Math.abs(same.shift) >= z * (same.error ?? 0);
      }
      const left = adjusted.get(name);
      return left === undefined || Math.abs(left) >= limit;
    });
  },
};
