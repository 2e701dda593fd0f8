/**
 * Totals, bands and ranks of a scorecard worked out a second time, without any code of the product: lines through points by
 * hand, sorting instead of counting.
 */
import type { Template, TemplateLine } from "../../src/core/schema/template";

const AT_THRESHOLD = 0.6;
const CAP = 1.2;
/** What the points of a scale are worth. */
const WORTHS: Readonly<Record<number, readonly number[]>> = { 4: [0.4, 0.7, 1, 1.2], 5: [0.4, 0.7, 1, 1.1, 1.2] };

/** The value at x of the broken line through points with rising x, flat outside them. */
function onLine(points: readonly (readonly [number, number])[], x: number): number {
  let [x0, y0] = points[0] ?? [0, 0];
  if (x <= x0) return y0;
  for (const [x1, y1] of points.slice(1)) {
    if (x <= x1) return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
    [x0, y0] = [x1, y1];
  }
  return y0;
}

const bounded = (attained: number): number => Math.max(0, Math.min(CAP, attained));
/** Share of the way from one number to another, unlimited. */
const onWay = (from: number, to: number, x: number): number => (x - from) / (to - from);

/** Attainment, 1 = target. */
export function attainmentOf(line: TemplateLine, actual: number): number {
  switch (line.kind) {
    case "curve": {
      const flip = line.direction === "lower" ? -1 : 1;
      const [h, t] = [flip * (line.threshold ?? 0), flip * (line.target ?? 0)];
      const slope = (1 - AT_THRESHOLD) / (t - h);
      const zero = line.zeroPoint === undefined ? h - AT_THRESHOLD / slope : flip * line.zeroPoint;
      const top: [number, number][] = line.stretch === undefined ? [] : [[flip * line.stretch, CAP]];
      return onLine([[zero, 0], [h, AT_THRESHOLD], [t, 1], ...top], flip * actual);
    }
    case "range": {
      const [low, high, d] = [line.low ?? 0, line.high ?? 0, line.zeroDistance ?? 1];
      const missed = actual < low ? low - actual : actual > high ? actual - high : 0;
      return missed >= d ? 0 : 1 - missed / d;
    }
    case "zero":
      return actual >= (line.worstAllowed ?? 1) ? 0 : 1 - actual / (line.worstAllowed ?? 1);
    case "points":
      return Math.min(CAP, actual / (line.maximum ?? 1));
    case "rating":
      return onLine(
        (WORTHS[line.maximum ?? 5] ?? []).map((worth, i) => [i + 1, worth] as const),
        actual,
      );
    case "milestone":
    case "yesNo":
      return actual;
    case "linear":
      return bounded(onWay(line.baseline ?? 0, line.target ?? 1, actual));
    case "ratio": {
      const [a, b] = line.direction === "lower" ? [line.target ?? 1, actual] : [actual, line.target ?? 1];
      return bounded(b === 0 ? CAP : a / b);
    }
    case "deviation":
    case "nominal": {
      // How many targets the actual is away from the target.
      const away = (actual - (line.target ?? 1)) / Math.abs(line.target ?? 1);
      const good = line.kind === "nominal" ? -Math.abs(away) : line.direction === "lower" ? -away : away;
      return bounded(1 + good);
    }
    case "steps": {
      if (actual < (line.step1 ?? Infinity)) return bounded(line.worthBelow ?? 0);
      if (actual < (line.step2 ?? Infinity)) return bounded(line.worth1 ?? 0);
      if (actual < (line.step3 ?? Infinity)) return bounded(line.worth2 ?? 0);
      return bounded((actual < (line.step4 ?? Infinity) ? line.worth3 : line.worth4) ?? 0);
    }
    case "deduction":
      return bounded(onWay((line.maximum ?? 1) / (line.unitPoints ?? 1), 0, actual));
  }
}

export interface ExpectedPerson {
  readonly total: number | null;
  readonly soFar: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Share of the applicable weight that is filled. */
  readonly coverage: number;
}

/** `actuals`: a number, "na" (its weight goes away), or null for not filled. */
export function expectedPerson(template: Template, actuals: readonly (number | "na" | null)[]): ExpectedPerson {
  let [applicable, filled, points] = [0, 0, 0];
  template.lines.forEach((line, i) => {
    const actual = actuals[i] ?? null;
    if (actual === "na") return;
    applicable += line.weight;
    if (actual === null) return;
    filled += line.weight;
    points += 100 * attainmentOf(line, actual) * line.weight;
  });
  if (applicable === 0) return { total: null, soFar: null, low: null, high: null, coverage: 0 };
  const soFar = filled === 0 ? null : points / filled;
  return {
    total: filled === applicable ? soFar : null,
    soFar,
    low: points / applicable,
    high: (points + 100 * (applicable - filled)) / applicable,
    coverage: filled / applicable,
  };
}

/** Ranks by sorting: with gaps after equals (1, 2, 2, 4) or without (1, 2, 2, 3). */
export function expectedRanks(totals: readonly (number | null)[], kind: "competition" | "dense"): (number | null)[] {
  const keyed = totals.map((total) => (total === null ? null : Math.round(total * 1e6)));
  const sorted = keyed.filter((key): key is number => key !== null).sort((a, b) => b - a);
  const list = kind === "dense" ? [...new Set(sorted)] : sorted;
  return keyed.map((key) => (key === null ? null : list.indexOf(key) + 1));
}

const CUT_OFFS: readonly (readonly [number, number])[] = [
  [112, 5],
  [103, 4],
  [90, 3],
  [60, 2],
];
/** 1 (lowest) to 5, on the attainment scale. */
export const expectedBand = (total: number): number => CUT_OFFS.find(([from]) => total >= from)?.[1] ?? 1;
