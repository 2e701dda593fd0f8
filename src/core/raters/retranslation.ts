/**
 * Retranslation of incidents for a behaviour-anchored scale: experts who did not write them put each incident back into a
 * dimension and place it on the scale. Only incidents that come back, and on whose place they agree, become anchors.
 */
import { mean as meanOf, sampleStandardDeviation } from "simple-statistics";
import { computed, finiteList, refused, type Computed } from "../model/computed";
import { roundHalfAway, roundTotal } from "../scoring/round";

export interface JudgedIncident {
  /** Id of the dimension that it was written for; null where none is known. */
  readonly dimension: string | null;
  /** Dimension that each judge put it into; null where a judge did not. */
  readonly back: readonly (string | null)[];
  /** Place on the scale that each judge gave it; null where a judge did not. */
  readonly places: readonly (number | null)[];
}
export interface RetranslationRules {
  /** Share of judges who must put it back, 0–1. */
  readonly minAgreement: number;
  /** Largest standard deviation of its places, in points of the scale. */
  readonly maxSpread: number;
  readonly minJudges: number;
}
/** The rules of a fresh workbook (domain rule C9.6); all of them are settings. */
export const RETRANSLATION_DEFAULTS: RetranslationRules = { minAgreement: 0.75, maxSpread: 1.5, minJudges: 3 };

/** "moved": judges see another dimension in it; "wide": they agree on the dimension and not on the place. */
export type RetranslationVerdict = "noDimension" | "fewJudges" | "moved" | "wide" | "keep";

export interface Retranslated {
  /** Share of the judges who put it back where it came from, 0–1; null where none did anything. */
  readonly agreement: number | null;
  /** Mean place, in points of the scale. */
  readonly mean: number | null;
  /** Standard deviation of the places, rounded to 6 decimals; null below two. */
  readonly spread: number | null;
  readonly verdict: RetranslationVerdict;
  /** Point of the scale that it anchors, half a point up; null unless it is kept. */
  readonly point: number | null;
}

/**
 * What judges make of one incident.
 * @returns refused: "not-a-number" (a place or a rule)
 * Source: Smith & Kendall 1963; domain rule C9.6 (75 % agree, SD ≤ 1.5; sources range 50–80 %).
 */
export function retranslated(
  { dimension, back, places }: JudgedIncident,
  rules: RetranslationRules = RETRANSLATION_DEFAULTS,
): Computed<Retranslated> {
  const sorted = back.filter((id) => id !== null);
  const placed = places.filter((place) => place !== null);
  if (!placed.every(Number.isFinite) || Object.values(rules).some(Number.isNaN)) return refused("not-a-number");
  const agreed = sorted.filter((id) => id === dimension).length;
  const agreement = sorted.length === 0 ? null : agreed / sorted.length;
  const mean = placed.length === 0 ? null : meanOf(placed);
  const spread = placed.length < 2 ? null : roundTotal(sampleStandardDeviation(placed));
  const numbers = finiteList([mean ?? 0, spread ?? 0]);
  if (!numbers.ok) return numbers;
  const verdictOf = (): RetranslationVerdict => {
    if (dimension === null) return "noDimension";
    if (Math.min(sorted.length, placed.length) < Math.max(1, rules.minJudges)) return "fewJudges";
    // Two of three are 0.666667 of a limit of two thirds, whatever binary makes of it.
    if (roundHalfAway(agreement ?? 0, 9) < roundHalfAway(rules.minAgreement, 9)) return "moved";
    return (spread ?? 0) > rules.maxSpread ? "wide" : "keep";
  };
  const verdict = verdictOf();
  const point = verdict === "keep" && mean !== null ? roundHalfAway(mean, 0) : null;
  return computed({ agreement, mean, spread, verdict, point });
}
