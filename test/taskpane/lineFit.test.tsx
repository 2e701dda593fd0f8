/** Lines of a template that are fitted in the form, without the form. */
import type { TemplateSummary } from "../../src/commands/types";
import { SCORECARD_SUITS } from "../../src/core/methods/list";
import {
  fitFor,
  isComplete,
  requestedFit,
  scaledFit,
  toggledLine,
  withWeight,
} from "../../src/taskpane/panels/lineFit";

const template = (...weights: readonly number[]): TemplateSummary => ({
  ...SCORECARD_SUITS,
  ...{ id: "own", name: "Own", kind: "scorecard", audience: "", field: "", jobGroup: "", words: [], counts: [] },
  lines: weights.map((weight, i) => ({ id: `K0${String(i + 1)}`, name: `Line ${String(i + 1)}`, section: "", weight })),
});

test("what was fitted goes with the lines that it was fitted to: a template edited meanwhile is as it is written", () => {
  const fit = toggledLine(fitFor(null, template(60, 40)), "K02", template(60, 40));
  expect(requestedFit(fitFor(fit, template(60, 40)), template(60, 40))).toEqual({
    fit: { lines: [{ id: "K01", weight: 100 }] },
  });
  for (const edited of [template(60, 30, 10), template(100), template(50, 50)])
    expect(requestedFit(fitFor(fit, edited), edited)).toEqual({});
});

test("weights stay as round as they were, unless a line would lose its last point", () => {
  const all = template(35, 15, 15, 10, 10, 10, 5);
  const { weights } = toggledLine(fitFor(null, all), "K01", all);
  expect(Object.values(weights).every((weight) => (weight ?? 1) % 5 === 0)).toBe(true);
  const light = template(95, 95, 5);
  expect(Object.values(scaledFit(fitFor(null, light)).weights)).toEqual([49, 49, 2]);
});

test("a line without a weight is not complete, whatever the others make", () => {
  const two = template(60, 40);
  const fit = withWeight(withWeight(fitFor(null, two), "K01", 100), "K02", 0);
  expect(isComplete(fitFor(null, two), two)).toBe(true);
  expect(isComplete(fit, two)).toBe(false);
});
