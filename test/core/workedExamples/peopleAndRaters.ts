/** Worked examples of raters, 360 degrees, calibration, impact, cascades and improvement plans. */
import { rollUp, type GoalNode } from "../../../src/core/cascade/tree";
import { readinessGaps, type ReadinessRules } from "../../../src/core/improve/readiness";
import { groupImpact, impactRatios } from "../../../src/core/raters/adverseImpact";
import { calibrate } from "../../../src/core/raters/calibration";
import { composite360, type RaterGroup } from "../../../src/core/raters/composite360";
import { intraclassCorrelations } from "../../../src/core/raters/intraclass";
import { kendallW } from "../../../src/core/raters/reliability";
import { totalOf } from "../../../src/core/scoring/totals";
import { roundHalfAway } from "../../../src/core/scoring/round";
import { allNear, near, valueOf, type Runners } from "./runner";

interface Branch {
  readonly progress?: number;
  readonly status?: string;
  readonly children?: readonly Branch[];
}
/** A tree as the goals of the core: no weights, no targets, so that children count evenly. Archived ones are left out. */
function goals(branch: Branch, id: string, parent: string | null): readonly GoalNode[] {
  const attainment = branch.progress === undefined ? null : branch.progress / 100;
  const node: GoalNode = { id, parent, kind: "mean", target: null, weight: null, base: null, attainment };
  const active = (branch.children ?? []).filter(({ status }) => status !== "archived");
  return [node, ...active.flatMap((child, i) => goals(child, `${id}.${String(i)}`, id))];
}
const rolled = (branch: Branch, id = "top"): number =>
  (valueOf(rollUp(goals(branch, "top", null))).get(id)?.attainment ?? Number.NaN) * 100;

export const peopleExamples: Runners = {
  "frappe-goal-cascade": (
    { tree }: { tree: (Branch & { weight: number })[] },
    expected: { completion: number[]; weighted: number[]; goalScorePercent: number; outOf5: number },
    tolerance,
  ) => {
    const completion = tree.map((branch) => rolled(branch));
    allNear(completion, expected.completion, tolerance);
    allNear(
      completion.map((value, i) => (value * (tree[i]?.weight ?? 0)) / 100),
      expected.weighted,
      tolerance,
    );
    const score =
      valueOf(
        totalOf(
          completion,
          tree.map(({ weight }) => weight),
          "wait",
        ),
      ).total ?? 0;
    near(score, expected.goalScorePercent, tolerance);
    near(roundHalfAway(score / 20, 3), expected.outOf5, 1e-9);
  },
  "frappe-goal-reparent": ({ tree }: { tree: Branch }, expected: { parent: number; group: number }, tolerance) => {
    near(rolled(tree), expected.parent, tolerance);
    near(rolled(tree, "top.2"), expected.group, tolerance);
  },
  "frappe-archived-goals-excluded": ({ children }: { children: Branch[] }, expected: { parent: number }, tolerance) => {
    near(rolled({ children }), expected.parent, tolerance);
  },
  "sap-2956013-360-weights": (
    input: {
      raters: { group: string; rating: number | null }[];
      groupWeights: Record<string, number>;
    },
    expected: { groupMeans: Record<string, number>; overall: number },
    tolerance,
  ) => {
    const groups = Object.entries(input.groupWeights).map(([id, weight]): RaterGroup => {
      const answers = input.raters.flatMap(({ group, rating }) => (group === id && rating !== null ? [rating] : []));
      return { id, weight, answers };
    });
    // The source has no minimum size.
    const result = valueOf(composite360(groups, 1));
    for (const { id, mean } of result.groups) near(mean, expected.groupMeans[id] ?? Number.NaN, tolerance);
    near(result.composite, expected.overall, tolerance);
  },
  "360-min-raters": (
    { min, exempt, counts }: { min: number; exempt: string[]; counts: Record<string, number> },
    expected: { shown: string[]; suppressedOrMerged: string[] },
  ) => {
    const groups = Object.entries(counts).map(([id, count]): RaterGroup => ({
      id,
      weight: 1,
      answers: new Array<number>(count).fill(3),
      exempt: exempt.includes(id),
      isSelf: id === "Self",
    }));
    const shownOf = (list: readonly RaterGroup[]): string[] =>
      valueOf(composite360(list, min)).groups.flatMap(({ id, hidden }) => (hidden ? [] : [id]));
    // The rule of size alone: where another small group is hidden too, nothing has to be hidden to protect one.
    const another: RaterGroup = { id: "Customers", weight: 1, answers: [3] };
    expect(shownOf([...groups, another])).toEqual(expected.shown);
    // With these counts Peers would be the only hidden group, and could be worked out from a total: one more is hidden.
    expect(shownOf(groups)).toEqual(expected.shown.filter((id) => id !== "Reports"));
    for (const id of expected.suppressedOrMerged) expect(shownOf(groups)).not.toContain(id);
  },
  "shrout-fleiss-icc": (
    { matrix }: { matrix: number[][] },
    expected: Record<"ICC11" | "ICC21" | "ICC31" | "ICC1k" | "ICC2k" | "ICC3k", number>,
    tolerance,
  ) => {
    const icc = valueOf(intraclassCorrelations(matrix));
    const forms = [
      icc.oneWaySingle,
      icc.agreementSingle,
      icc.consistencySingle,
      icc.oneWayMean,
      icc.agreementMean,
      icc.consistencyMean,
    ];
    const { ICC11, ICC21, ICC31, ICC1k, ICC2k, ICC3k } = expected;
    allNear(
      forms.map(({ value }) => value),
      [ICC11, ICC21, ICC31, ICC1k, ICC2k, ICC3k],
      tolerance,
    );
  },
  "kendall-w-10x4": (
    { ranks }: { ranks: number[][] },
    expected: { sumD2: number; W: number; chi2: number; df: number },
    tolerance,
  ) => {
    const found = valueOf(kendallW(ranks));
    near(found.S, expected.sumD2, tolerance);
    near(found.W, expected.W, tolerance);
    near(found.chiSquare, expected.chi2, 0.01);
    expect(found.degreesOfFreedom).toBe(expected.df);
  },
  "z-calibration": (
    input: {
      raw: number;
      managerMean: number;
      managerSd: number;
      globalMean: number;
      globalSd: number;
      clamp: [number, number];
    },
    expected: { z: number; normalised: number },
    tolerance,
  ) => {
    // Two teams with just these means and standard deviations: ten of the manager's, one of them the raw score, and
    // twenty others.
    const { raw, managerMean, managerSd, globalMean, globalSd, clamp } = input;
    const rest = (managerMean - raw) / 9;
    const squares = 9 * managerSd ** 2 - (raw - managerMean) ** 2 - 9 * rest ** 2;
    const away = Math.sqrt(squares / 8);
    const signs = [1, -1, 1, -1, 1, -1, 1, -1, 0];
    const team = [raw, ...signs.map((sign) => managerMean + rest + sign * away)];
    const others = (30 * globalMean - 10 * managerMean) / 20;
    const within = 29 * globalSd ** 2 - 9 * managerSd ** 2 - 10 * (managerMean - globalMean) ** 2;
    const step = Math.sqrt((within - 20 * (others - globalMean) ** 2) / 20);
    const second = Array.from({ length: 20 }, (_, i) => others + (i % 2 === 0 ? step : -step));
    const [first] = valueOf(calibrate([team, second], "z", { low: clamp[0], high: clamp[1] }));
    expect(first?.[0]?.raw).toBe(raw);
    near(first?.[0]?.adjusted, expected.normalised, tolerance);
    near(((first?.[0]?.adjusted ?? 0) - globalMean) / globalSd, expected.z, tolerance);
  },
  "eeoc-impact-ratios": (
    { rates }: { rates: Record<string, number> },
    expected: { impactRatio: Record<string, number>; flagged: string[] },
    tolerance,
  ) => {
    const names = Object.keys(rates);
    const found = valueOf(impactRatios(Object.values(rates)));
    for (const [name, ratio] of Object.entries(expected.impactRatio))
      near(found.ratios[names.indexOf(name)], ratio, tolerance);
    expect(names.filter((_, i) => found.flag[i])).toEqual(expected.flagged);
  },
  "prevue-impact": (
    { groups }: { groups: Record<string, [selected: number, of: number]> },
    expected: { rates: Record<string, number>; ratio: number; flagged: string[] },
    tolerance,
  ) => {
    const names = Object.keys(groups);
    const counts = Object.values(groups).map(([selected, of]) => ({ selected, of }));
    allNear(
      counts.map(({ selected, of }) => selected / of),
      Object.values(expected.rates),
      tolerance,
    );
    const found = valueOf(groupImpact(counts));
    const flagged = names.filter((_, i) => found[i]?.flag === true);
    expect(flagged).toEqual(expected.flagged);
    near(found[names.indexOf(flagged[0] ?? "")]?.ratio, expected.ratio, 0.005);
    // Three hires are few: Fisher's test sees no difference.
    expect(found[names.indexOf(flagged[0] ?? "")]?.p).toBeGreaterThan(0.05);
  },
  "pip-readiness": (
    input: {
      rule: { minDatedIncidents: number; goals: [number, number]; minCheckpoints: number; durations: number[] };
      plans: { incidents: number; goals: number; checkpoints: number; days: number }[];
    },
    expected: { ready: boolean[] },
  ) => {
    const { minDatedIncidents, ...rest } = input.rule;
    const rules: ReadinessRules = { ...rest, minIncidents: minDatedIncidents };
    expect(input.plans.map((plan) => valueOf(readinessGaps(plan, rules)).length === 0)).toEqual(expected.ready);
  },
};
