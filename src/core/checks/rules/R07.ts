/** R07: what others say of a person and what was measured lie bands apart. */
import { bandOf, type Band } from "../../scoring/bands";
import type { Ratings } from "../../model/ratings";
import { findingOf, FROM_EVALUATE, type Check } from "../check";
import { figure, meanOf, ofOthers, rowMean, sheetsByPerson } from "../ratingSheets";

/** Position of a total among the bands, 1 = lowest. */
function bandNumber(total: number, bands: readonly Band[]): number | null {
  const band = bandOf(total, bands);
  if (band === null) return null;
  return [...bands].sort((a, b) => a.from - b.from).indexOf(band) + 1;
}

/** The band that a mean rating belongs to when the scale is laid along the bands, 1 = lowest. */
const ratingBand = (mean: number, { lowest, scalePoints }: Ratings, bands: number): number =>
  Math.round(1 + ((mean - lowest) / (scalePoints - 1)) * (bands - 1));

export const R07: Check = {
  code: "R07",
  severity: "warning",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  part: "ratings",
  thresholds: { bands: 2 },
  silencedBy: [],
  run: ({ card, results, stage }, { bands = Infinity }) => {
    const { ratings } = card;
    if (ratings === undefined || card.method === "360" || ratings.scalePoints < 2) return [];
    const sheets = sheetsByPerson(ofOthers(ratings.rows));
    return results.flatMap((result) => {
      const means = (sheets.get(result.id) ?? []).flatMap((row) => rowMean(row) ?? []);
      if (result.total === null || means.length === 0 || result.band === null) return [];
      const measured = bandNumber(result.total, card.bands);
      const rated = ratingBand(meanOf(means), ratings, card.bands.length);
      if (measured === null || Math.abs(rated - measured) < bands) return [];
      const params = {
        person: result.name,
        rating: figure(meanOf(means)),
        total: figure(result.total),
        band: result.band,
        side: rated > measured ? "above" : "below",
        apart: Math.abs(rated - measured),
      };
      return [findingOf(R07, result.cell, { stage, person: result.name, params })];
    });
  },
};
