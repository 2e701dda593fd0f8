import { buildScorecard } from "../../../src/core/blueprint/scorecard";
import { assess } from "../../../src/core/assess";
import type { Snapshot } from "../../../src/core/recognise/snapshot";
import { templateById } from "../../../src/core/templates/catalogue";
import { blueprintSnapshot, withCell } from "../../support/blueprintSnapshot";
import { sheetText } from "../../support/sheetText";
import type { Template, TemplateLine } from "../../../src/core/schema/template";
import { generate, salesTemplate } from "../../support/generated";
import { atStage, typed } from "../../support/workbookEdits";

function fresh(language: "en" | "zh-CN" = "en", withSample = true): Snapshot {
  const template = templateById("sales-exec");
  if (template === null) throw new Error("no template");
  const built = buildScorecard({
    template,
    people: withSample ? [] : [{ name: "Ann" }, { name: "Bob" }],
    language,
    text: sheetText(language),
    jobGroup: "Sales",
    from: 46023,
    to: 46203,
    withSample,
    takenSheets: [],
    metadata: null,
  });
  if (!built.ok) throw new Error(built.problem.what.key);
  return blueprintSnapshot(built.blueprint, built.entrySheet);
}

/** The cell that holds a text on a sheet that has the table. */
function find(snapshot: Snapshot, table: string, text: string): { sheet: string; row: number; column: number } {
  for (const sheet of snapshot.sheets) {
    if (!sheet.tables.some(({ name }) => name === table)) continue;
    for (const [row, line] of sheet.values.entries()) {
      const column = line.indexOf(text);
      if (column >= 0) return { sheet: sheet.name, row, column };
    }
  }
  throw new Error(`${text} is nowhere`);
}
const set = (
  snapshot: Snapshot,
  at: { sheet: string; row: number; column: number },
  value: number | string,
): Snapshot => withCell(snapshot, at.sheet, at.row, at.column, value);

describe("a template of one's own with two rating scales", () => {
  it("is scored by the worths of each, on its sheet and by core", async () => {
    const sales = salesTemplate();
    const rated = (maximum: number) => ({ kind: "rating", maximum }) as const;
    const lines = sales.lines.slice(0, 2).map((line, i): TemplateLine => {
      const { id, name, section, unit, evidence, aggregate } = line;
      return { id, name, section, unit, evidence, aggregate, weight: 50, ...rated(i === 0 ? 5 : 4) };
    });
    const points = [
      { scale: 5, worths: [0.1, 0.5, 0.9, 1, 1.15] },
      { scale: 4, worths: [0, 0.6, 1, 1.2] },
    ];
    const template: Template = { ...sales, lines, points, sample: { people: [] } };
    const made = await generate({ template, people: [{ name: "Ann" }], withSample: false });
    lines.forEach(({ id }, i) => {
      made.set("Entry", 0, `actual:${id}`, 2 + i);
    });
    await made.calculate();
    // (0.5 + 1) ÷ 2 of 100.
    expect(made.at("Results", 0, "total")).toBe(75);
    made.book.dispose();
    const filled = lines.reduce(
      (snapshot, { id }, i) => typed(snapshot, "Entry", 0, { [`actual:${id}`]: 2 + i }),
      blueprintSnapshot(made.blueprint, "Entry"),
    );
    expect(assess(filled).results.map(({ total }) => total)).toEqual([75]);
  });
});

describe("a generated scorecard", () => {
  it.each(["en", "zh-CN"] as const)("fresh from the catalogue gives no error and no warning (%s)", (language) => {
    for (const sample of [true, false]) {
      const found = assess(fresh(language, sample));
      expect(found).toMatchObject({ kind: "generated", instance: 1, indicators: 7, stage: "plan", hasSample: sample });
      expect(found.plans).toEqual([expect.objectContaining({ weightSum: 100, expected: 100 })]);
      expect(found.findings.filter(({ severity }) => severity !== "note")).toEqual([]);
      expect(found.marks).toEqual([]);
    }
  });
  it("lists the cells to fill in the order of entry", () => {
    const found = assess(fresh("en", false));
    expect(
      found.entryCells
        .slice(0, 8)
        .map(({ person, indicator }) => [person, indicator])
        .at(7),
    ).toEqual(["Bob", "Revenue against quota"]);
    expect([found.filled, found.toFill]).toEqual([0, 14]);
  });
  it("scores the sample people and ranks them", () => {
    const { results } = assess(fresh());
    expect(results.length).toBeGreaterThan(2);
    const totals = results.flatMap(({ total }) => total ?? []);
    expect(totals.length).toBeGreaterThan(1);
    results.forEach(({ total, rank }) => {
      expect(rank).toBe(total === null ? null : 1 + totals.filter((other) => other > total).length);
    });
  });
  it("finds weights that do not add up, in the Plan, and the fix mends it", () => {
    const book = fresh("en", false);
    const head = find(book, "eh_1_Plan", sheetText("en")("col.plan.weight"));
    const broken = set(book, { ...head, row: head.row + 1 }, 30);
    const errors = assess(broken).findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ rule, message }) => [rule, message.params?.["sum"]])).toEqual([["W01", 95]]);
    for (const fix of errors[0]?.fixes ?? []) {
      const mended = fix.patches.reduce(
        (snapshot, { location, after }) =>
          typeof after === "object"
            ? snapshot
            : withCell(snapshot, location.sheet, location.rect.row, location.rect.column, after),
        broken,
      );
      expect(assess(mended).findings.map(({ rule }) => rule)).not.toContain("W01");
    }
  });
  it("is understood by names and headers when the metadata is lost", () => {
    const book = fresh("en");
    const text = sheetText("en");
    const words = (table: string, keys: readonly string[]): Record<string, string> =>
      Object.fromEntries(keys.map((key) => [key, text(`col.${table}.${key}`, { na: text("word.na") })]));
    const headers = [
      {
        People: words("people", ["id", "name", "jobGroup", "status", "to"]),
        Plan: words("plan", [
          "id",
          "jobGroup",
          "indicator",
          "kind",
          "direction",
          "threshold",
          "target",
          "stretch",
          "low",
          "high",
          "zeroDistance",
          "weight",
        ]),
        Entry: words("entry", ["id", "name", "reason"]),
      },
    ];
    const lost = assess({ ...book, metadata: null }, { headers });
    expect(lost.results.map(({ total }) => total)).toEqual(assess(book).results.map(({ total }) => total));
  });
  it("asks for evidence from the stage evaluate on", () => {
    const book = fresh("en", false);
    const [first] = assess(book).entryCells;
    if (first === undefined) throw new Error("no cells");
    const { sheet, rect } = first.location;
    const typed = withCell(book, sheet, rect.row, rect.column, 100);
    const rules = (stage: "plan" | "evaluate"): string[] =>
      assess(atStage(typed, sheetText("en")(`word.${stage}`))).findings.map(
        ({ rule, person }) => `${rule} ${person ?? ""}`,
      );
    expect(rules("plan")).not.toContain("E01 Ann");
    expect(rules("evaluate")).toContain("E01 Ann");
  });
});
