/** Templates of one's own, made at random: valid ones of every kind of line, with all that a file may hold. */
import fc from "fast-check";
import { FORMULA_KINDS, type FormulaKind } from "../../src/core/blueprint/words";
import { PALETTE_IDS } from "../../src/core/blueprint/palette";
import type { ContentLine, TemplateContent } from "../../src/core/schema/contentTypes";
import { present, type Texts } from "../../src/core/schema/fields";
import { METHODS, SCALES, SUBJECTS } from "../../src/core/schema/template";
import { scaleWeights } from "../../src/core/weighting/apportion";

const words = fc
  .oneof(
    fc.constantFrom("=SUM(A1)", "+1", "-2", "@me", "R&D*", "<30", "~x", "指标", "😀 good", "'quoted'", "{count}"),
    fc.string({ minLength: 1, maxLength: 20 }),
  )
  .map((text) => text.trim().replace(/[\u0000-\u001f\u007f]/g, ""))
  .filter((text) => text !== "");
const texts: fc.Arbitrary<Texts> = fc.oneof(
  words.map((en): Texts => ({ en })),
  words.map((zh): Texts => ({ "zh-CN": zh })),
  fc.tuple(words, words).map(([en, zh]): Texts => ({ en, "zh-CN": zh })),
);

/** Numbers that fit the kind. */
const NUMBERS: Readonly<Record<FormulaKind, Partial<ContentLine>>> = {
  curve: { direction: "higher", threshold: 60, target: 80, stretch: 95 },
  range: { low: 98, high: 102, zeroDistance: 15 },
  zero: { worstAllowed: 4 },
  points: { maximum: 100 },
  rating: { maximum: 5 },
  milestone: {},
  linear: { baseline: 20, target: 50 },
  ratio: { direction: "lower", target: 12 },
  deviation: { direction: "higher", target: -5 },
  nominal: { target: 7 },
  deduction: { maximum: 100, unitPoints: 5 },
  yesNo: {},
  steps: { worthBelow: 0.4, step1: 60, worth1: 0.7, step2: 80, worth2: 1, step3: 95, worth3: 1.2 },
};

const lines = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...FORMULA_KINDS),
      name: texts,
      unit: fc.option(texts, { nil: undefined }),
      definition: fc.option(texts, { nil: undefined }),
      isTeam: fc.boolean(),
      weight: fc.integer({ min: 1, max: 40 }),
      section: fc.integer({ min: 0, max: 2 }),
      isAnchored: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((drawn) => {
    const scaled = scaleWeights(drawn.map(({ weight }) => weight));
    return drawn.map(({ kind, name, unit, definition, isTeam, section, isAnchored }, i) =>
      present({
        id: `K0${String(i + 1)}`,
        name,
        section: `S${String(section + 1)}`,
        unit: unit?.en !== undefined && unit.en.length > 40 ? undefined : unit,
        definition,
        anchors:
          kind === "rating" && isAnchored
            ? [1, 2, 3, 4, 5].map((point) => ({ en: `Point ${String(point)}` }))
            : undefined,
        kind,
        ...NUMBERS[kind],
        level: isTeam ? ("team" as const) : undefined,
        weight: scaled.ok ? (scaled.value[i] ?? 1) : 1,
      }),
    );
  });

export const contents: fc.Arbitrary<TemplateContent> = fc
  .record({
    id: fc.constantFrom("own-sales", "t", "own-1-b"),
    name: texts,
    jobGroup: texts,
    audience: fc.option(texts, { nil: undefined }),
    words: fc.option(
      words.map((word) => ({ en: [word] })),
      { nil: undefined },
    ),
    method: fc.constantFrom(...METHODS),
    subject: fc.constantFrom(...SUBJECTS),
    scale: fc.constantFrom(...SCALES),
    palette: fc.option(fc.constantFrom(...PALETTE_IDS), { nil: undefined }),
    sections: fc.tuple(texts, texts, texts).map((names) => names.map((name, i) => ({ id: `S${String(i + 1)}`, name }))),
    lines,
    gates: fc.option(
      texts.map((name) => [{ id: "G1", name, bestBand: 1 }]),
      { nil: undefined },
    ),
    items: fc.option(
      texts.map((name) => [
        { id: "X1", name, side: "bonus" as const, points: 2, limit: 4 },
        { id: "X2", name, side: "deduction" as const, points: 1.5 },
      ]),
      { nil: undefined },
    ),
    itemLimits: fc.option(fc.constant({ bonus: 3, deduction: 20 }), { nil: undefined }),
    bands: fc.option(
      fc.constant([{ name: { en: "Low" } }, { name: { en: "Middle" }, from: 50 }, { name: { en: "High" }, from: 80 }]),
      { nil: undefined },
    ),
    points: fc.option(fc.constant([{ scale: 5, worths: [0, 0.5, 0.9, 1, 1.2] }]), { nil: undefined }),
  })
  .map(present);
