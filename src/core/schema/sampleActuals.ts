/** Figures for sample people of a template that has none of its own: plausible, different for each, the same every time. */
import type { FormulaKind } from "../blueprint/words";
import { STEP_PARAMETERS, type LineRule } from "../model/line";
import { pointsTable } from "../scoring/settings";
import { ruleOf } from "./contentLines";
import type { ContentLine, TemplateContent } from "./contentTypes";
import type { SamplePerson } from "./template";

const PEOPLE = 8;
/** Attainments that are handed round, 1 = target met; from one person and line to the next in steps that do not repeat soon. */
const LEVELS = [1, 0.88, 1.06, 0.8, 0.95, 1.1, 0.72];
const levelOf = (person: number, line: number): number => LEVELS[(person * 3 + line * 5) % LEVELS.length] ?? 1;

/** Three digits are as many as anybody types. */
const short = (value: number): number => Number(value.toPrecision(3));
/** Points nearest to a level. */
function ratingAt(scale: number, level: number): number {
  const away = pointsTable(scale).map((worth) => Math.abs(worth - level));
  return 1 + away.indexOf(Math.min(...away));
}

type Inverse = (
  p: (name: Exclude<keyof LineRule, "kind" | "direction">) => number,
  level: number,
  rule: LineRule,
) => number;
const below = (level: number): number => Math.max(0, 1 - level);

/** The actual that comes to about a level, by kind; the other way round than scoring/attainment.ts. */
const ACTUALS: Readonly<Record<FormulaKind, Inverse>> = {
  curve: (p, level, { stretch }) =>
    level > 1 && stretch !== undefined
      ? p("target") + ((level - 1) / 0.2) * (stretch - p("target"))
      : p("threshold") + ((Math.min(1, level) - 0.6) / 0.4) * (p("target") - p("threshold")),
  range: (p, level) => (level >= 1 ? (p("low") + p("high")) / 2 : p("low") - below(level) * p("zeroDistance")),
  zero: (p, level) => Math.round(below(level) * p("worstAllowed")),
  points: (p, level) => Math.round(Math.min(1, 0.85 * level) * p("maximum") * 2) / 2,
  rating: (p, level) => ratingAt(p("maximum"), level),
  milestone: (_, level) => Math.min(1, level),
  yesNo: (_, level) => (level >= 0.8 ? 1 : 0),
  linear: (p, level) => p("baseline") + level * (p("target") - p("baseline")),
  ratio: (p, level, { direction }) => (direction === "lower" ? p("target") / level : p("target") * level),
  deviation: (p, level, { direction }) =>
    p("target") + (direction === "lower" ? -1 : 1) * (level - 1) * Math.abs(p("target")),
  nominal: (p, level) => p("target") + below(level) * Math.abs(p("target")),
  // The step whose worth is nearest.
  steps: (_, level, rule) => {
    const steps = STEP_PARAMETERS.map(([cutOff, worth]) => [rule[cutOff] ?? NaN, rule[worth] ?? NaN] as const);
    const all = [
      [(rule.step1 ?? 0) - 1, rule.worthBelow ?? 0] as const,
      ...steps.filter(([from]) => Number.isFinite(from)),
    ];
    return all.reduce((best, one) => (Math.abs(one[1] - level) < Math.abs(best[1] - level) ? one : best))[0];
  },
  deduction: (p, level) => Math.round((below(level) * p("maximum")) / Math.max(p("unitPoints"), 1e-9)),
};

function actualOf(line: ContentLine, person: number, index: number): number {
  const rule = ruleOf(line);
  // What a whole team reaches is the same for all.
  const level = line.level === "team" ? 0.95 : levelOf(person, index);
  return short(ACTUALS[rule.kind]((name) => rule[name] ?? 0, level, rule));
}

/** Sample people for the lines and gates of a content. */
export function sampleOf({ lines, gates }: TemplateContent): readonly SamplePerson[] {
  const asked = (gates ?? []).filter(({ line }) => line === undefined);
  return Array.from({ length: PEOPLE }, (_, person) => ({
    department: { en: "", "zh-CN": "" },
    actuals: lines.map((line, index) => actualOf(line, person, index)),
    gates: asked.map(() => false),
  }));
}
