/** What the form makes of a template before it is inserted: lines left out, other weights, another rating scale. */
import type { NewScorecardRequest, TemplateSummary } from "../../commands/types";
import { scaleWeights } from "../../core/weighting/apportion";

export interface LineFit {
  /** It counts for these lines of this template only: one of one's own may be edited meanwhile. */
  readonly of: string;
  /** By id of a line: its weight, null where what was typed is no weight. Lines that are left out are not there. */
  readonly weights: Readonly<Record<string, number | null>>;
  /** null: as the template has it. */
  readonly ratingPoints: number | null;
}

const linesOf = ({ id, lines }: TemplateSummary): string =>
  [id, ...lines.map((line) => `${line.id} ${String(line.weight)}`)].join("\n");

const asWritten = (template: TemplateSummary): LineFit => ({
  of: linesOf(template),
  weights: Object.fromEntries(template.lines.map((line) => [line.id, line.weight])),
  ratingPoints: null,
});

/** The fit of this template; as it is written where nothing was changed, or something of another one. */
export const fitFor = (fit: LineFit | null, template: TemplateSummary): LineFit =>
  fit?.of === linesOf(template) ? fit : asWritten(template);

export const isKept = (fit: LineFit, id: string): boolean => Object.hasOwn(fit.weights, id);

const sameWeights = (fit: LineFit, { lines }: TemplateSummary): boolean =>
  lines.every(({ id, weight }) => fit.weights[id] === weight);

/** Sum of the weights, without the tail of binary fractions. */
export const fitSum = (fit: LineFit): number =>
  Math.round(Object.values(fit.weights).reduce<number>((sum, weight) => sum + (weight ?? 0), 0) * 1e6) / 1e6;

/** The first line that stays without a weight above 0; null where there is none. */
export const unweighted = (fit: LineFit, { lines }: TemplateSummary): string | null =>
  lines.find(({ id }) => isKept(fit, id) && !((fit.weights[id] ?? 0) > 0))?.name ?? null;

/** Every line that stays has a weight, and they make 100. */
export const isComplete = (fit: LineFit, template: TemplateSummary): boolean =>
  unweighted(fit, template) === null && fitSum(fit) === 100;

/** Weights stay as round as they were: in fives, in whole points, or in hundredths. */
const STEPS = [5, 1, 0.01];

/** The weights scaled to 100; as they are where nothing can be scaled. */
export function scaledFit(fit: LineFit): LineFit {
  const ids = Object.keys(fit.weights);
  const weights = ids.map((id) => fit.weights[id] ?? 0);
  for (const step of STEPS) {
    if (step >= 1 && !weights.every((weight) => weight % step === 0)) continue;
    const scaled = scaleWeights(weights, { step });
    // A step too large takes the last point from a light line.
    if (!scaled.ok || scaled.value.some((weight, i) => weight === 0 && weights[i] !== 0)) continue;
    return { ...fit, weights: Object.fromEntries(ids.map((id, i) => [id, scaled.value[i] ?? null])) };
  }
  return fit;
}

/** A line left out, or taken back with the weight that it was written with; the weights are scaled to 100 at once. */
export function toggledLine(fit: LineFit, id: string, template: TemplateSummary): LineFit {
  const next = template.lines.flatMap((line): [string, number | null][] =>
    isKept(fit, line.id) === (line.id !== id) ? [[line.id, fit.weights[line.id] ?? line.weight]] : [],
  );
  if (next.length === template.lines.length && next.every(([key], i) => key === template.lines[i]?.id)) {
    // With all lines there again, it is the template's own balance that is wanted.
    return { ...asWritten(template), ratingPoints: fit.ratingPoints };
  }
  return scaledFit({ ...fit, weights: Object.fromEntries(next) });
}

export const withWeight = (fit: LineFit, id: string, weight: number | null): LineFit => ({
  ...fit,
  weights: { ...fit.weights, [id]: weight },
});

/** What the request asks for beyond the template; nothing where all is as it is written. */
export function requestedFit(fit: LineFit, template: TemplateSummary): Pick<NewScorecardRequest, "fit"> {
  const lines = template.lines.flatMap(({ id }) => (isKept(fit, id) ? [{ id, weight: fit.weights[id] ?? 0 }] : []));
  const points = fit.ratingPoints === template.ratingPoints ? null : fit.ratingPoints;
  if (sameWeights(fit, template) && points === null) return {};
  return { fit: { lines, ...(points === null ? {} : { ratingPoints: points }) } };
}
