/** Methods that rate on a scale, on scales of other lengths: words, bands, limits and checks go along. */
import { lintFormula } from "../../../src/core/formulas/lint";
import { scoreSources } from "../../../src/core/methods/combined/links";
import { countFault, countsOf } from "../../../src/core/methods/counts";
import { methodById } from "../../../src/core/methods/registry";
import {
  calculatedMethod,
  cellFormulas,
  differences,
  flagged,
  methodBlueprint,
  readBook,
} from "../../support/methodWorkbooks";
import { metadataOf } from "../../support/generated";

const method = (id: string) => {
  const found = methodById(id);
  if (found === null) throw new Error(id);
  return found;
};
const METHODS = ["rating-scale", "bars", "manager-360", "calibration-board", "second-reviewer"] as const;
const choicesOf = (id: string): readonly number[] => countsOf(id).find(({ key }) => key === "points")?.choices ?? [];

test("only scales that can be worded or anchored are offered, and nothing else is taken", () => {
  expect(choicesOf("rating-scale")).toEqual([3, 4, 5, 7, 10]);
  expect(choicesOf("bars")).toEqual([4, 7, 10]);
  expect(choicesOf("second-reviewer")).toContain(100);
  expect(countFault("bars", { points: 5 }, 3)).toMatchObject({ kind: "range", key: "points" });
  expect(countFault("rating-scale", { points: 7 }, 3)).toBeNull();
});

test.each(METHODS.flatMap((id) => choicesOf(id).map((points) => [id, points] as const)))(
  "%s on %i points: formulas keep the rules, all texts are there, and the scale is kept with the workbook",
  (id, points) => {
    for (const language of ["en", "zh-CN"] as const) {
      const blueprint = methodBlueprint(method(id), { language, counts: { points } });
      expect(cellFormulas(blueprint).flatMap((formula) => lintFormula(formula, "cell"))).toEqual([]);
      expect(JSON.stringify(blueprint.sheets)).not.toMatch(/\[(?:sheet|checks)\.|\{(?:top|ends|anchored)\}/);
      expect(metadataOf(blueprint).instances[0]?.points).toBe(points);
    }
  },
);

// On the scales that are farthest from a method's own; the judge takes others.
test.each([
  ["rating-scale", 3],
  ["rating-scale", 10],
  ["bars", 4],
  ["bars", 10],
  ["manager-360", 10],
  ["calibration-board", 100],
  ["second-reviewer", 5],
] as const)("the sample of %s on %i points: no error, nothing flagged, and what core computes", async (id, points) => {
  const book = await calculatedMethod(method(id), { counts: { points } });
  expect(book.errors()).toEqual([]);
  expect(flagged(book)).toEqual([]);
  expect(differences(book, method(id).reading(readBook(book))).faults).toEqual([]);
  expect(book.named("c_High")).toBe(points);
  book.dispose();
});

test("on ten points 10 counts and 11 does not; 1 to 4 and 10 want words; bands stand at the same places", async () => {
  const book = await calculatedMethod(method("rating-scale"), {
    counts: { points: 10 },
    withSample: false,
    people: [{ name: "A" }],
  });
  book.setCell("Stage", book.word("evaluate"));
  [10, 11, 4, 5, 7.5].forEach((point, row) => {
    book.set("ScaleRatings", row, "point", point);
  });
  await book.calculate();
  const checks = [0, 1, 2, 3, 4].map((row) => book.at("ScaleRatings", row, "check"));
  const [word, ok] = [book.word("noComment"), book.word("ok")];
  expect(checks).toEqual([word, book.word("notPoint"), word, ok, book.word("notPoint")]);
  expect([1, 2, 3, 4].map((row) => book.at("Bands", row, "from"))).toEqual([2.13, 4.38, 6.63, 8.88]);
  // Words that the template has stand at the same places; the others say that they are between.
  expect(book.at("ScaleRatings", 0, "wording")).toBe("Without fault; others use it as a model");
  expect(book.at("ScaleItems", 0, "p2")).toBe("Between the wordings next to it");
  expect(differences(book, method("rating-scale").reading(readBook(book))).faults).toEqual([]);
  book.dispose();
});

test("a combined appraisal takes the end of the scale from the workbook that it links to", () => {
  const { instances } = metadataOf(methodBlueprint(method("rating-scale"), { counts: { points: 7 } }));
  expect(scoreSources(instances).map(({ full }) => full)).toEqual([7]);
});
