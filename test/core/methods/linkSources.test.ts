/** Scores that a combined appraisal takes from goals rolled up by person and from teams: the sheet's values are core's. */
import type { Blueprint, CellFormula } from "../../../src/core/blueprint/types";
import { lintFormula } from "../../../src/core/formulas/lint";
import { CASCADE } from "../../../src/core/methods/cascade";
import { CHECKLIST } from "../../../src/core/methods/checklist";
import { COMBINED } from "../../../src/core/methods/combined";
import { linkedFormula } from "../../../src/core/methods/combined/formulas";
import { isSourceText, linkedScore, scoreSources, type ScoreSource } from "../../../src/core/methods/combined/links";
import { roundTotal } from "../../../src/core/scoring/round";
import { totalOf } from "../../../src/core/scoring/totals";
import { blueprintToModel, type BuiltWorkbook } from "../../support/blueprintToModel";
import { blueprintOf, metadataOf, salesTemplate } from "../../support/generated";
import { methodBlueprint } from "../../support/methodWorkbooks";

jest.setTimeout(60_000);
const cascade = methodBlueprint(CASCADE);
const scorecard = blueprintOf({
  people: ["Ann", "Bo", "Cy", "Di", "Ed"].map((name) => ({ name })),
  takenSheets: ["Sheet1", ...cascade.sheets.map(({ name }) => name)],
  metadata: metadataOf(cascade),
});
const { instances } = metadataOf(scorecard);
const sources = scoreSources(instances);
const sourceOf = (kind: ScoreSource["kind"]): ScoreSource => {
  const found = sources.find((source) => source.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
};
const NAMES = ["Person A", "Person B", "Person C", "Ann", "Bo", "Cy", "Nobody"];
/** The values for each name, in cells of a sheet of their own. */
const asked: Blueprint = {
  ...cascade,
  sheets: [
    ...cascade.sheets,
    ...scorecard.sheets,
    {
      name: "Asked",
      target: "create",
      blocks: [
        {
          at: { row: 0, column: 0 },
          cells: NAMES.map((name, i) => [
            name,
            ...(["rollUp", "team"] as const).map((kind) => ({
              formula: `=${linkedScore(sourceOf(kind), `$A$${String(i + 1)}`)}` as CellFormula,
            })),
          ]),
        },
      ],
      tables: [],
      styles: [],
      columnWidths: [],
      conditional: [],
      validation: [],
    },
  ],
  names: [...cascade.names, ...scorecard.names],
};

let book: BuiltWorkbook;
const header = (instance: number, table: string, column: string): readonly [string, string] => {
  const { name = "", columns = {} } = instances[instance]?.tables[table] ?? {};
  return [name, columns[column] ?? ""];
};
const set = (instance: number, table: string, row: number, column: string, value: string | number) => {
  const [name, head] = header(instance, table, column);
  book.set(name, row, head, value);
};
const at = (instance: number, table: string, row: number, column: string) => {
  const [name, head] = header(instance, table, column);
  return book.cell(name, row, head);
};
const shown = (name: string, kind: "rollUp" | "team") => {
  const sheet = book.model.sheet("Asked");
  return book.model.valueAt(sheet?.id ?? "", NAMES.indexOf(name), kind === "rollUp" ? 1 : 2);
};
const onAFreshBook = () => {
  beforeEach(async () => {
    book = await blueprintToModel(asked);
  });
  afterEach(() => {
    book.dispose();
  });
};

describe("goals rolled up by person", () => {
  onAFreshBook();
  const attainments = (rows: readonly number[]) =>
    rows.map((row) => {
      const value = at(0, "LineGoals", row, "attainment");
      return typeof value === "number" ? value : null;
    });
  const byCore = (rows: readonly number[], weights: readonly number[]) => {
    const total = totalOf(attainments(rows), weights, "wait");
    return total.ok && total.value.raw !== null ? roundTotal(100 * total.value.raw) : "";
  };

  test("a person's lines count by their weights, in points of 100, as core counts them", async () => {
    set(0, "LineGoals", 2, "owner", "P001");
    await book.model.recalc();
    expect(attainments([0, 2])).not.toContain(null);
    expect(shown("Person A", "rollUp")).toBeCloseTo(Number(byCore([0, 2], [60, 50])), 6);
    expect(shown("Person B", "rollUp")).toBeCloseTo(Number(byCore([1], [40])), 6);
    // Without a line, or without a place in the list, there is nothing, and no zero.
    expect([shown("Person C", "rollUp"), shown("Nobody", "rollUp")]).toEqual(["", ""]);
  });

  test("a line that lacks its figures keeps the value open, one that only supports does not", async () => {
    set(0, "LineGoals", 2, "owner", "P001");
    for (const month of ["a1", "a2", "a3"]) set(0, "Year", 2, month, "");
    await book.model.recalc();
    expect([shown("Person A", "rollUp"), byCore([0, 2], [60, 50])]).toEqual(["", ""]);
    set(0, "DepartmentGoals", 1, "kind", "Only supported");
    await book.model.recalc();
    expect(at(0, "LineGoals", 2, "target")).toBe("");
    expect(shown("Person A", "rollUp")).toBeCloseTo(Number(byCore([0], [60])), 6);
  });

  test("a name that two people have gives nothing", async () => {
    set(0, "People", 4, "name", "person a");
    await book.model.recalc();
    expect(shown("Person A", "rollUp")).toBe("");
  });
});

describe("the team's result for its manager", () => {
  onAFreshBook();
  const total = (row: number) => Number(at(1, "Results", row, "total"));

  test("is the mean of the totals of those whose manager somebody is; who has no total does not count", async () => {
    for (const [row, manager] of ["", "Ann", "ann", "Ann", "Bo"].entries()) set(1, "People", row, "manager", manager);
    const actual = Object.keys(instances[1]?.tables["Entry"]?.columns ?? {}).find((key) => key.startsWith("actual:"));
    set(1, "Entry", 3, actual ?? "", "");
    set(1, "Entry", 4, actual ?? "", "");
    await book.model.recalc();
    expect([at(1, "Results", 3, "total"), at(1, "Results", 4, "total")]).toEqual(["", ""]);
    expect(shown("Ann", "team")).toBeCloseTo(roundTotal((total(1) + total(2)) / 2), 6);
    // Bo's only one has no total; Cy manages nobody; nobody stands for a blank manager.
    expect([shown("Bo", "team"), shown("Cy", "team"), shown("Nobody", "team")]).toEqual(["", "", ""]);
  });
});

test("sources of own scores come first, the means of teams after them; each is known by what stands on the sheet", () => {
  expect(sources.map(({ kind, id, full }) => [kind, id, full])).toEqual([
    ["rollUp", "eh_1_LineGoals", 100],
    ["score", "eh_2_Results", 100],
    ["team", "eh_2_Results[Manager]", 100],
  ]);
  const known = (text: string) => sources.filter((source) => isSourceText(source, text)).map(({ kind }) => kind);
  expect(["eh_1_LineGoals", " EH_2_results ", "eh_2_Results[主管]", "By hand"].map(known)).toEqual([
    ["rollUp"],
    ["score"],
    ["team"],
    [],
  ]);
});

test("the formula of all three sources keeps the rules and its length, in Chinese headings too", () => {
  for (const language of ["en", "zh-CN"] as const) {
    const other = methodBlueprint(CASCADE, { language });
    const made = blueprintOf({ language, template: salesTemplate(), metadata: metadataOf(other) });
    const formula = linkedFormula({ name: "Name", no: "No." }, scoreSources(metadataOf(made).instances));
    expect([language, lintFormula(formula, "cell")]).toEqual([language, []]);
  }
});

test("of more scores than a formula of ours holds, the last get no section when the appraisal is made", () => {
  const [only] = metadataOf(methodBlueprint(CHECKLIST)).instances;
  if (only === undefined) throw new Error("nothing is stored");
  const renamed = (instance: number) =>
    Object.fromEntries(
      Object.entries(only.tables).map(([key, table]) => [key, { ...table, name: `eh_${String(instance)}_${key}` }]),
    );
  const many = [1, 2, 3, 4, 5, 6].map((instance) => ({ ...only, instance, tables: renamed(instance) }));
  const made = methodBlueprint(COMBINED, {
    withSample: false,
    people: [{ name: "Ann" }],
    metadata: { ...metadataOf(cascade), instances: many },
  });
  const columns = made.sheets.flatMap(({ tables }) => tables).flatMap((table) => table.columns);
  const linked = columns.find(({ header: head }) => head === "From this workbook")?.content;
  const formula = linked?.kind === "formula" ? linked.formula : "";
  expect([lintFormula(formula, "cell"), formula.includes("eh_4_"), formula.includes("eh_6_")]).toEqual([
    [],
    true,
    false,
  ]);
  const source = columns.find(({ header: head }) => head === "Where the value comes from")?.content;
  const shownSources = source?.kind === "input" ? source.values : [];
  expect(shownSources).toContain("eh_4_ChecklistResults");
  expect(shownSources).not.toContain("eh_6_ChecklistResults");
});
