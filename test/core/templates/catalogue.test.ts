/**
 * Every template of the catalogue, with everybody at target, at threshold and at stretch (domain rule C11): the bands that
 * must come out, by core and by the formulas of the generated workbook.
 */
import { BAND_CUTS, bandOf } from "../../../src/core/scoring/bands";
import { attainmentOf } from "../../../src/core/scoring/attainment";
import { totalOf } from "../../../src/core/scoring/totals";
import type { Template, TemplateLine } from "../../../src/core/schema/template";
import { templates } from "../../../src/core/templates/catalogue";
import { assess } from "../../../src/core/assess";
import { blueprintSnapshot } from "../../support/blueprintSnapshot";
import { blueprintOf, generate } from "../../support/generated";
import { sheetText } from "../../support/sheetText";
import { atStage } from "../../support/workbookEdits";

// The engine is slow when the machine is busy; nothing here depends on time.
jest.setTimeout(60_000);

const all = templates().map((template) => [template.id, template] as const);
/** Which part of the way between its worst and best a line has come. */
type Level = "threshold" | "target" | "stretch";
const LEVELS: readonly Level[] = ["threshold", "target", "stretch"];
/** Bands counted from the lowest, 1. */
const EXPECTED: Readonly<Record<Level, number>> = { threshold: 2, target: 3, stretch: 5 };

/** The point of a scale that is worth 0.70, 1 and the most; written down, not computed. */
const RATINGS: Readonly<Record<number, Readonly<Record<Level, number>>>> = {
  4: { threshold: 2, target: 3, stretch: 4 },
  5: { threshold: 2, target: 3, stretch: 5 },
};
const MARKS: Readonly<Record<Level, number>> = { threshold: 0.6, target: 0.75, stretch: 1 };

function actualAt(line: TemplateLine, level: Level): number {
  switch (line.kind) {
    case "curve":
      return (
        (level === "stretch" ? line.stretch : undefined) ??
        (level === "threshold" ? line.threshold : line.target) ??
        NaN
      );
    case "range":
      return level === "threshold" ? (line.low ?? NaN) - 0.4 * (line.zeroDistance ?? NaN) : (line.high ?? NaN);
    case "zero":
      return level === "threshold" ? 0.4 * (line.worstAllowed ?? NaN) : 0;
    case "points":
      return MARKS[level] * (line.maximum ?? NaN);
    case "rating":
      return RATINGS[line.maximum ?? 0]?.[level] ?? NaN;
    case "milestone":
      return level === "threshold" ? 0.6 : 1;
    default:
      throw new Error(`no template has a line of the kind ${line.kind}`);
  }
}

function coreTotal({ lines }: Template, level: Level): number {
  const scores = lines.map((line) => {
    const attained = attainmentOf(line, actualAt(line, level));
    if (!attained.ok) throw new Error(`${line.id}: ${attained.reason}`);
    return 100 * attained.value;
  });
  const total = totalOf(
    scores,
    lines.map(({ weight }) => weight),
    "wait",
  );
  if (!total.ok || total.value.total === null) throw new Error("no total");
  return total.value.total;
}

/** Number of a total's band, 1 = lowest. */
function bandNumber(template: Template, total: number): number {
  const cuts: readonly number[] = BAND_CUTS[template.scale === "points" ? "marks" : "attainment"];
  const band = bandOf(
    total,
    cuts.map((from, i) => ({ name: String(cuts.length - i), from })),
  );
  return Number(band?.name);
}

/** Whether a gate on an indicator is broken there: the compliance audit of a supplier would have to be under 60. */
const heldAt = ({ gates, lines }: Template, level: Level): boolean =>
  gates.some(({ line, below }) =>
    lines.some((entry) => entry.id === line && below !== undefined && actualAt(entry, level) < below),
  );

describe.each(all)("%s", (_id, template) => {
  it("gives the second lowest band at threshold, the middle one at target and the top one at stretch, in core", () => {
    const bands = LEVELS.map((level) => bandNumber(template, coreTotal(template, level)));
    expect(bands).toEqual(LEVELS.map((level) => EXPECTED[level]));
  });

  it("gives the same totals and bands by the formulas of its workbook, whoever is held down by a gate", async () => {
    const people = [...LEVELS.map((level) => ({ name: level })), { name: "breaks a gate" }];
    const made = await generate({ template, people, withSample: false });
    try {
      const levels: readonly Level[] = [...LEVELS, "stretch"];
      levels.forEach((level, person) => {
        for (const line of template.lines) made.set("Entry", person, `actual:${line.id}`, actualAt(line, level));
      });
      const asked = template.gates.filter(({ line }) => line === undefined);
      for (const [i, gate] of asked.entries())
        people.forEach((_, person) => {
          made.set("Entry", person, `gate:${gate.id}`, made.word(person === 3 && i === 0 ? "yes" : "no"));
        });
      await made.calculate();
      expect(made.book.errors()).toEqual([]);
      expect(made.column("Plan", "check", template.lines.length)).toEqual(template.lines.map(() => made.word("ok")));
      LEVELS.forEach((level, person) => {
        expect(made.at("Results", person, "total")).toBeCloseTo(coreTotal(template, level), 6);
        const band = sheetText("en")(`band.${String(heldAt(template, level) ? 1 : EXPECTED[level])}`);
        expect([level, made.at("Results", person, "band")]).toEqual([level, band]);
      });
      const first = asked[0];
      if (first === undefined) return;
      expect(made.at("Results", 3, "band")).toBe(sheetText("en")(`band.${String(first.bestBand)}`));
      expect(made.at("Results", 3, "bandWithout")).toBe(sheetText("en")("band.5"));
      expect(made.at("Results", 3, "gate")).toBe(first.name.en);
      expect(made.column("Results", "gate", 3)).toEqual(["", "", ""]);
    } finally {
      made.book.dispose();
    }
  });

  it("has no note but those that it plants, with its sample at any stage", () => {
    const book = (stage: string) => {
      const blueprint = blueprintOf({ template });
      return atStage(blueprintSnapshot(blueprint, blueprint.show?.sheet ?? ""), sheetText("en")(`word.${stage}`));
    };
    const notes = ["plan", "during", "evaluate", "close"].flatMap((stage) =>
      assess(book(stage)).findings.map(({ rule }) => rule),
    );
    expect([...new Set(notes)]).toEqual([]);
  });
});
