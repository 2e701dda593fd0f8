/** Worked examples of totals, sections, missing data and weights. */
import { asAttainment } from "../../../src/core/model/units";
import { totalOf } from "../../../src/core/scoring/totals";
import { convertScale } from "../../../src/core/scoring/normalise";
import { weightedSum } from "../../../src/core/scoring/aggregates";
import { attainmentOf } from "../../../src/core/scoring/attainment";
import { bandOf } from "../../../src/core/scoring/bands";
import { applyGates, ratingsPass } from "../../../src/core/scoring/gates";
import { roundHalfAway } from "../../../src/core/scoring/round";
import { SCORING_DEFAULTS } from "../../../src/core/scoring/settings";
import { eligible } from "../../../src/core/scoring/tenure";
import { sumsTo } from "../../../src/core/weighting/family";
import { allNear, near, valueOf, type Runners } from "./runner";

type Item = readonly [name: string, score: number, weight: number];
interface Elements {
  readonly items: readonly Item[];
  readonly bands: readonly (readonly [from: number, level: number])[];
}
const levels = ({ bands }: Elements): { name: string; from: number }[] => [
  ...bands.map(([from, level]) => ({ name: String(level), from })),
  { name: "1", from: 0 },
];
/** Total of weighted items on the scale of their scores × 100 (weights add up to 100). */
const pointsTotal = ({ items }: Elements): number =>
  valueOf(
    weightedSum(
      items.map(([, score]) => score),
      items.map(([, , weight]) => weight),
    ),
  );

export const totalExamples: Runners = {
  "frappe-manual-kra": (
    { items }: { items: { weight: number; score: number }[] },
    expected: { weighted: number[]; total: number },
    tolerance,
  ) => {
    allNear(
      items.map(({ weight, score }) => valueOf(weightedSum([score], [weight / 100]))),
      expected.weighted,
      tolerance,
    );
    const total = totalOf(
      items.map(({ score }) => score),
      items.map(({ weight }) => weight),
      "wait",
    );
    near(valueOf(total).total, expected.total, tolerance);
  },
  "codingace-kpi": (
    { rows }: { rows: { target: number; actual: number; weight: number; dir: "higher" | "lower" }[] },
    expected: { achievementPct: number[]; overallUncappedPct: number; overallCap120Pct: number },
    tolerance,
  ) => {
    const attained = (cap: number): number[] =>
      rows.map(({ target, actual, dir }) =>
        valueOf(
          attainmentOf({ kind: "ratio", direction: dir, target }, actual, {
            ...SCORING_DEFAULTS,
            cap: asAttainment(cap),
          }),
        ),
      );
    const total = (cap: number): number | null =>
      valueOf(
        totalOf(
          attained(cap).map((a) => a * 100),
          rows.map(({ weight }) => weight),
          "wait",
        ),
      ).total;
    allNear(
      attained(Infinity).map((a) => a * 100),
      expected.achievementPct,
      tolerance,
    );
    near(total(Infinity), expected.overallUncappedPct, tolerance);
    near(total(1.2), expected.overallCap120Pct, tolerance);
  },
  "prismerp-82": (
    { rows, cap }: { rows: { weight: number; target: number; actual: number }[]; cap: number },
    expected: { points: number[]; total: number; publishedRowPoints: number[] },
    tolerance,
  ) => {
    const attained = rows.map(({ target, actual }) =>
      valueOf(attainmentOf({ kind: "ratio", target }, actual, { ...SCORING_DEFAULTS, cap: asAttainment(cap) })),
    );
    allNear(
      attained.map((a, i) => a * (rows[i]?.weight ?? 0)),
      expected.points,
      tolerance,
    );
    // The source prints 25 and 15 where its own rule gives 24 and 16; the total agrees.
    expect(expected.publishedRowPoints.slice(1, 3)).toEqual([25, 15]);
    const total = totalOf(
      attained.map((a) => a * 100),
      rows.map(({ weight }) => weight),
      "wait",
    );
    near(valueOf(total).total, expected.total, tolerance);
  },
  "opm-ses-400": (input: Elements, expected: { points: number[]; total: number; level: number }, tolerance) => {
    allNear(
      input.items.map(([, score, weight]) => valueOf(weightedSum([score], [weight]))),
      expected.points,
      tolerance,
    );
    near(pointsTotal(input), expected.total, tolerance);
    // Exactly on the cut-off, and still on it after a detour through shares.
    expect(bandOf(pointsTotal(input), levels(input))?.name).toBe(String(expected.level));
    const shares = input.items.map(([, , weight]) => weight / 100);
    const detour =
      valueOf(
        weightedSum(
          input.items.map(([, score]) => score),
          shares,
        ),
      ) * 100;
    expect(bandOf(detour, levels(input))?.name).toBe(String(expected.level));
  },
  "opm-ses-gate": (
    input: Elements,
    expected: { total: number; levelWithoutGate: number; level: number },
    tolerance,
  ) => {
    const passed = valueOf(
      ratingsPass(
        input.items.map(([, score]) => score),
        1,
      ),
    );
    const gate = { id: "critical element", passed, effect: { kind: "lowest" } } as const;
    const result = valueOf(applyGates(pointsTotal(input), levels(input), [gate]));
    near(result.uncapped, expected.total, tolerance);
    expect(result.uncappedBand).toBe(String(expected.levelWithoutGate));
    expect(result.band).toBe(String(expected.level));
    expect(result.cappedBy).toBe("critical element");
  },
  "supplier-procupy": (
    { items }: { items: Item[] | (readonly [string, number, number])[] },
    expected: { points: number[]; total: number },
    tolerance,
  ) => {
    // Here the weight stands before the score.
    allNear(
      items.map(([, weight, score]) => valueOf(weightedSum([score], [weight / 100]))),
      expected.points,
      tolerance,
    );
    const total = totalOf(
      items.map(([, , score]) => score),
      items.map(([, weight]) => weight),
      "wait",
    );
    near(valueOf(total).total, expected.total, tolerance);
  },
  "sap-sum-misprint": (
    { items }: { items: { factor: number; result: number }[] },
    expected: { points: number[]; total: number; publishedValue: number },
    tolerance,
  ) => {
    const total = valueOf(
      weightedSum(
        items.map(({ result }) => result),
        items.map(({ factor }) => factor),
      ),
    );
    allNear(
      items.map(({ factor, result }) => valueOf(weightedSum([result], [factor]))),
      expected.points,
      tolerance,
    );
    near(total, expected.total, tolerance);
    // The source prints 14.
    expect(expected.publishedValue).toBe(14);
    expect(total).not.toBe(expected.publishedValue);
  },
  "frappe-missing-as-zero": (
    { sections }: { sections: { score: number | null }[] },
    expected: { final: number },
    tolerance,
  ) => {
    const scores = sections.map(({ score }) => score);
    const by = (policy: "zero" | "renormalise" | "wait"): number | null =>
      valueOf(totalOf(scores, [1, 1, 1], policy)).total;
    near(by("zero"), expected.final, tolerance);
    // What users ask for instead, and what ours does by default.
    near(by("renormalise"), 3.6, tolerance);
    expect(by("wait")).toBeNull();
  },
  "frappe-final-score": (
    { sections, decimals }: { sections: { score: number }[]; decimals: number },
    expected: { final: number },
    tolerance,
  ) => {
    const total = valueOf(
      totalOf(
        sections.map(({ score }) => score),
        [1, 1, 1],
        "wait",
      ),
    ).raw;
    near(roundHalfAway(total ?? 0, decimals), expected.final, tolerance);
  },
  "frappe-self-score": (
    { scaleMax, items }: { scaleMax: number; items: { weight: number; ratingFraction: number }[] },
    expected: { total: number },
    tolerance,
  ) => {
    const scores = items.map(({ ratingFraction }) => valueOf(convertScale(ratingFraction, [0, 1], [0, scaleMax])));
    near(
      valueOf(
        totalOf(
          scores,
          items.map(({ weight }) => weight),
          "wait",
        ),
      ).total,
      expected.total,
      tolerance,
    );
  },
  "frappe-weights-99-99": ({ cases }: { cases: number[][] }, expected: { valid: boolean[]; sums: number[] }) => {
    expect(cases.map((weights) => sumsTo(weights, 100, 0.005))).toEqual(expected.valid);
    expect(
      cases.map((weights) =>
        roundHalfAway(
          weights.reduce((a, b) => a + b),
          2,
        ),
      ),
    ).toEqual(expected.sums);
  },
  "link247-over-100-weights": (
    { rows }: { rows: { score: number; weight: number }[] },
    expected: { weightSum: number; valid: boolean; rawTotal: number; normalisedTotal: number },
    tolerance,
  ) => {
    const [scores, weights] = [rows.map(({ score }) => score), rows.map(({ weight }) => weight)];
    near(
      weights.reduce((a, b) => a + b),
      expected.weightSum,
      tolerance,
    );
    expect(sumsTo(weights, 100, 0.005)).toBe(expected.valid);
    near(valueOf(weightedSum(scores, weights)) / 100, expected.rawTotal, tolerance);
    near(valueOf(totalOf(scores, weights, "wait")).total, expected.normalisedTotal, tolerance);
  },
  "sap-2743359-normalise": (
    input: {
      rating: number;
      fromScale: [number, number];
      toScale: [number, number];
      sections: { score: number | "normalised"; weight: number }[];
    },
    expected: { normalised: number; overall: number },
    tolerance,
  ) => {
    const normalised = valueOf(convertScale(input.rating, input.fromScale, input.toScale));
    near(normalised, expected.normalised, tolerance);
    const scores = input.sections.map(({ score }) => (score === "normalised" ? normalised : score));
    const overall = valueOf(
      totalOf(
        scores,
        input.sections.map(({ weight }) => weight),
        "wait",
      ),
    ).total;
    near(overall, expected.overall, tolerance);
    near(overall, 3.30375, 1e-9);
  },
  "na-proportional": (
    { weights, na }: { weights: number[]; na: number[] },
    expected: { weights: number[] },
    tolerance,
  ) => {
    // What a line weighs after the move is the total when it alone scores 100.
    const weighs = weights.map((_, line) => {
      const scores = weights.map((__, k) => (na.includes(k) ? "na" : k === line ? 100 : 0));
      return valueOf(totalOf(scores, weights, "wait")).total;
    });
    allNear(weighs, expected.weights, tolerance);
  },
  "na-equal-2": (
    { naWeights, remaining }: { naWeights: number[]; remaining: number },
    expected: { addedToEach: number },
    tolerance,
  ) => {
    // Any weights of the lines that remain; what each gains is what the policy adds.
    const rest = [0.4, 0.2, 0.1].slice(0, remaining);
    rest.forEach((own, line) => {
      const scores = [...rest.map((_, k) => (k === line ? 1 : 0)), ...naWeights.map(() => null)];
      const weighs = valueOf(totalOf(scores, [...rest, ...naWeights], "equal")).total ?? 0;
      near(weighs - own, expected.addedToEach, tolerance);
    });
  },
  "min-period-90": (
    { rule, days }: { rule: { minDaysUnderPlan: number }; days: number[] },
    expected: { ratable: boolean[] },
  ) => {
    expect(days.map((count) => valueOf(eligible(count, rule.minDaysUnderPlan)))).toEqual(expected.ratable);
  },
};
