/** What is handed out before people are rated on weighted items: graphic rating scale and anchored scale. */
import type { TableSource } from "../formulas/byKey";
import { exampleQuotientFormula, exampleSumFormula, quotientOf, type LinePart } from "../formulas/handoutFormulas";
import { bandReachedFormula } from "../formulas/personPageFormulas";
import { pointScaleOf } from "./context";
import { examplePoints, handoutRules, type HandoutPlan, type HandoutStep } from "./handoutPlan";
import type { MethodContext } from "./methodWorkbook";
import { headersOf } from "./tableSheet";

/** The bands of Settings as formulas look them up. */
export const bandsSource = ({ settings }: MethodContext): TableSource => ({
  table: settings.bands.name,
  headers: headersOf(settings.bands.columns),
});

/** Weight × points over weight, and the band of it: the steps of an example on weighted items. */
export function weightedSteps(context: MethodContext): readonly HandoutStep[] {
  const bands = bandsSource(context);
  return [
    { key: "exampleSum", value: (page) => exampleSumFormula(page.column("won")) },
    { key: "exampleWeight", value: (page) => exampleSumFormula(page.column("figure")) },
    { key: "exampleScore", value: ({ at }) => exampleQuotientFormula(at("exampleSum"), at("exampleWeight")) },
    {
      key: "exampleBand",
      value: ({ at }) => bandReachedFormula(quotientOf(at("exampleSum"), at("exampleWeight")), bands),
    },
  ];
}

/**
 * @param from the items, the columns that say what each is, and the words at the points
 * @param points rule on how points are given: its text key
 */
export function ratedHandout(
  context: MethodContext,
  from: { readonly items: TableSource; readonly item: readonly string[]; readonly how: readonly LinePart[] },
  points: string,
): HandoutPlan {
  const rules = handoutRules(context);
  return {
    items: {
      source: from.items,
      count: context.count("dimensions"),
      words: "item",
      item: from.item,
      figure: { from: "weight" },
      how: from.how,
      example: examplePoints(pointScaleOf(context)),
      lines: 2,
    },
    rules: [
      rules.own(points, "High"),
      rules.says("ratedScore"),
      rules.says("ratedNa"),
      rules.share("ratedApplicable", "MinApplicable"),
      rules.own("ratedComment", "MinComment"),
      rules.says("ratedRank"),
    ],
    example: weightedSteps(context),
    who: [rules.says("managerRates")],
    hasBands: true,
    picksPerson: false,
  };
}
