/** Gates: conditions that hold a result down whatever the rest says. The result without the gate stays beside it. */
import { computed, refused, type Computed } from "../model/computed";
import { bandOf, type Band } from "./bands";
import { roundTotal } from "./round";

/** What a gate that was not passed does. */
export type GateEffect =
  /** The total is at most this. */
  | { readonly kind: "total"; readonly most: number }
  /** The band is at best the named one. */
  | { readonly kind: "band"; readonly name: string }
  /** The lowest band. */
  | { readonly kind: "lowest" };

export interface Gate {
  readonly id: string;
  /** null: not decided yet. */
  readonly passed: boolean | null;
  readonly effect: GateEffect;
}

export interface GatedResult {
  /** As it would be without gates, rounded. */
  readonly uncapped: number;
  readonly uncappedBand: string | null;
  readonly total: number;
  readonly band: string | null;
  /** The gate that decides, null when none changes anything. */
  readonly cappedBy: string | null;
  /** Gates not decided yet: the result can still fall. */
  readonly open: readonly string[];
}

/** Highest cut-off that a gate leaves: bands that begin above it are closed. Infinity for a gate on the total. */
function highestBand(effect: GateEffect, bands: readonly Band[]): number | null {
  if (effect.kind === "total") return Infinity;
  if (effect.kind === "lowest") return Math.min(...bands.map(({ from }) => from));
  return bands.find(({ name }) => name === effect.name)?.from ?? null;
}

/**
 * A total and its band behind gates: the hardest gate not passed decides, the others change nothing. A gate on the
 * band leaves the total as it is; a gate on the total carries the band down with it.
 * @param total on the scale of the cut-offs @param bands lower cut-offs in any order; may be empty where only totals
 * are capped
 * @returns refused: "not-a-number"; "shape" (a gate id twice); "missing-parameter" (a gate names a band that is not
 * there)
 * Source: domain rule C3 (OPM SES, tss_ppm); what it would be without the gate stays beside it.
 */
export function applyGates(total: number, bands: readonly Band[], gates: readonly Gate[]): Computed<GatedResult> {
  const caps = gates.flatMap(({ effect }) => (effect.kind === "total" ? [effect.most] : []));
  if (![total, ...caps, ...bands.map(({ from }) => from)].every(Number.isFinite)) return refused("not-a-number");
  if (new Set(gates.map(({ id }) => id)).size < gates.length) return refused("shape");
  const uncapped = roundTotal(total);
  const uncappedBand = bandOf(uncapped, bands);
  let result = { total: uncapped, band: uncappedBand, by: null as string | null };
  for (const { id, passed, effect } of gates) {
    const limit = highestBand(effect, bands);
    if (limit === null || (bands.length === 0 && effect.kind !== "total"))
      return refused("missing-parameter", { needs: id });
    if (passed !== false) continue;
    const held = effect.kind === "total" ? Math.min(result.total, roundTotal(effect.most)) : result.total;
    const open = bands.filter(({ from }) => from <= limit && from <= (result.band?.from ?? -Infinity));
    const band = bandOf(held, open);
    if (held < result.total || band !== result.band) result = { total: held, band, by: id };
  }
  return computed({
    uncapped,
    uncappedBand: uncappedBand?.name ?? null,
    total: result.total,
    band: result.band?.name ?? null,
    cappedBy: result.by,
    open: gates.flatMap(({ id, passed }) => (passed === null ? [id] : [])),
  });
}

/**
 * Whether the ratings of critical elements pass: false when one is at or under `limit`, unless another is at or over
 * `compensatedBy`; null while one is missing and none failed.
 * @returns refused: "empty", "not-a-number"
 * Source: OPM SES ("any critical element at 1 → level 1").
 */
export function ratingsPass(
  ratings: readonly (number | null)[],
  limit: number,
  compensatedBy = Infinity,
): Computed<boolean | null> {
  if (ratings.length === 0) return refused("empty");
  const given = ratings.filter((rating) => rating !== null);
  if (![limit, ...given].every(Number.isFinite) || Number.isNaN(compensatedBy)) return refused("not-a-number");
  const failed = given.some((rating) => rating <= limit) && !given.some((rating) => rating >= compensatedBy);
  if (failed) return computed(false);
  return computed(given.length < ratings.length ? null : true);
}
