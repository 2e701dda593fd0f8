/** Weights on two levels: what the weights of items are to those of their sections. */
import { SUM_TOLERANCE } from "../../weighting/family";
import type { Item, Section, Understood } from "./model";

const sumIn = (items: readonly Item[], section: string): number =>
  items.reduce((sum, { group, weight }) => (group === section ? sum + (weight.value ?? 0) : sum), 0);

const isNear = (sum: number, whole: number): boolean => Math.abs(sum - whole) <= (SUM_TOLERANCE * whole) / 100 + 1e-9;

/** How far two sums of one thing are apart, as a factor of 1 and more. */
const apart = (a: number, b: number): number => (a > 0 && b > 0 ? Math.max(a / b, b / a) : Infinity);

interface Fit {
  /** Sections whose items make a whole. */
  readonly within: number;
  /** Sections whose items make the section's weight. */
  readonly parts: number;
}

/** Sections in which the weights are right in either way. */
function fitOf(items: readonly Item[], sections: readonly Section[]): Fit {
  const sums = sections.map(({ name, weight }) => ({ sum: sumIn(items, name), weight: weight.value ?? 0 }));
  return {
    within: sums.filter(({ sum }) => isNear(sum, 1) || isNear(sum, 100)).length,
    parts: sums.filter(({ sum, weight }) => isNear(sum, weight)).length,
  };
}

/**
 * Whether items are parts of their section's weight (30 + 30 of 60), and not shares within the section (50 + 50 of 100): as most
 * sections that are right in either way have it; where none is, what all weights together are nearer to.
 */
function areParts(items: readonly Item[], sections: readonly Section[]): boolean {
  const { within, parts } = fitOf(items, sections);
  if (within !== parts) return parts > within;
  const all = items.reduce((sum, { weight }) => sum + (weight.value ?? 0), 0);
  const whole = sections.reduce((sum, { weight }) => sum + (weight.value ?? 0), 0);
  const top = all / sections.length > 1.5 ? 100 : 1;
  return apart(all, whole) < apart(all, top * sections.length);
}

/** Sections as what multiplies the weights within them, or as what these are parts of; neither for fewer than two. */
export function levelsOf(items: readonly Item[], sections: readonly Section[]): Pick<Understood, "sections" | "sums"> {
  if (sections.length < 2) return {};
  return areParts(items, sections) ? { sums: sections } : { sections };
}

/** Whether the weights are right in at least half the sections, in one way or the other. */
export function mostlyFit(items: readonly Item[], sections: readonly Section[]): boolean {
  const { within, parts } = fitOf(items, sections);
  return Math.max(within, parts) * 2 >= sections.length;
}

/** Weights of the section that comes nearest to a whole: they show the scale that the weights of all sections are on. */
export function weightsWithin(items: readonly Item[]): readonly number[] {
  const groups = [...new Set(items.map(({ group }) => group))];
  const off = (group: string): number => Math.min(...[1, 100].map((whole) => apart(sumIn(items, group), whole)));
  const nearest = groups.reduce((a, b) => (off(b) < off(a) ? b : a), groups[0] ?? "");
  return items.flatMap(({ group, weight }) =>
    group === nearest && weight.value !== null ? [Math.abs(weight.value)] : [],
  );
}
