/** Every formula that a generated workbook holds keeps the rules for formulas. */
import type { Blueprint } from "../../../src/core/blueprint/types";
import { lintFormula } from "../../../src/core/formulas/lint";
import { templateById, templates } from "../../../src/core/templates/catalogue";
import { withItems } from "../../../src/core/templates/items";
import { LANGUAGES } from "../../../src/i18n/everything";
import { blueprintOf, metadataOf, salesTemplate } from "../../support/generated";
import { sheetText } from "../../support/sheetText";

/** Columns in which people type freely. */
const FREE: Readonly<Record<string, readonly string[]>> = {
  People: ["name", "post", "jobGroup", "department", "manager"],
  Plan: ["jobGroup", "section", "indicator", "unit", "owner", "source"],
  Evidence: ["what", "source", "observer", "link", "person", "indicator"],
  Results: ["name", "jobGroup", "department"],
  Entry: ["name", "reason"],
  Bonus: ["item", "side"],
  Register: ["reason"],
  Extras: ["person", "item", "what", "record"],
};

function userText(blueprint: Blueprint): ReadonlySet<string> {
  const tables = metadataOf(blueprint).instances.at(-1)?.tables ?? {};
  return new Set(
    Object.entries(FREE).flatMap(([table, keys]) =>
      (tables[table] === undefined ? [] : keys).map((key) => {
        const header = tables[table]?.columns[key];
        if (header === undefined) throw new Error(`no column ${key} in ${table}`);
        return header;
      }),
    ),
  );
}

const cellFormulas = (blueprint: Blueprint): string[] =>
  blueprint.sheets.flatMap((sheet) => [
    ...sheet.blocks
      .flatMap((block) => block.cells.flat())
      .flatMap((cell) => (typeof cell === "object" && cell !== null ? [cell.formula] : [])),
    ...sheet.tables
      .flatMap((table) => table.columns)
      .flatMap(({ content }) => (content.kind === "formula" ? [content.formula] : [])),
  ]);

const ruleFormulas = (blueprint: Blueprint): string[] =>
  blueprint.sheets.flatMap((sheet) => [
    ...sheet.conditional.flatMap((entry) => (entry.kind === "formula" ? [entry.formula] : [])),
    ...sheet.validation.flatMap(({ rule }) => {
      if (rule.kind === "custom") return [rule.formula];
      if (rule.kind === "list") return [rule.source];
      return [rule.min, rule.max].filter((limit) => typeof limit === "string");
    }),
  ]);

const someone = (count: number): { name: string; department: string }[] =>
  Array.from({ length: count }, (_, i) => ({ name: `Name ${String(i + 1)}`, department: "North" }));

/** Kinds, two rating scales and long names: the longest formulas that the catalogue makes. */
const REGISTERED = ["sales-exec", "tax-bureau-officer", "software-engineer", "supplier", "student-exam"];

/** What is wrong with the formulas of a blueprint, each with its formula. */
function faultsOf(blueprint: Blueprint): string[] {
  const free = userText(blueprint);
  const lint = (formulas: readonly string[], kind: "cell" | "rule"): string[] =>
    formulas.flatMap((formula) => lintFormula(formula, kind, free).map((fault) => `${formula}: ${fault}`));
  return [...lint(cellFormulas(blueprint), "cell"), ...lint(ruleFormulas(blueprint), "rule")];
}

describe.each(LANGUAGES)("with bonus and deduction items (%s)", (language) => {
  it.each(["sales-exec", "tax-bureau-officer"])("they keep the rules for formulas: %s", (id) => {
    const template = withItems(templateById(id) ?? salesTemplate());
    const plain = blueprintOf({ template: templateById(id) ?? salesTemplate(), language, text: sheetText(language) });
    const blueprint = blueprintOf({ template, language, text: sheetText(language) });
    expect(faultsOf(blueprint)).toEqual([]);
    expect(cellFormulas(blueprint).length).toBeGreaterThan(cellFormulas(plain).length + 20);
  });
});

describe.each(LANGUAGES)("typed into a register or a form (%s)", (language) => {
  const cases = REGISTERED.flatMap((id) => (["register", "form"] as const).map((form) => [id, form] as const));
  it.each(cases)("they keep the rules for formulas: %s, %s", (id, form) => {
    const template = templateById(id) ?? salesTemplate();
    const blueprint = blueprintOf({ template, language, text: sheetText(language), form });
    expect(faultsOf(blueprint)).toEqual([]);
    const columns = metadataOf(blueprint).instances[0]?.tables["Register"]?.columns ?? {};
    expect([columns["ownTarget"] !== undefined, columns["part"] !== undefined]).toEqual([true, form === "form"]);
  });
});

describe.each(LANGUAGES)("the formulas of a generated scorecard (%s)", (language) => {
  const cases = templates().flatMap((template) => [1, 8, 30].map((count) => [template.id, count] as const));
  it.each(cases)("keep the rules for formulas (%s, %i people)", (id, count) => {
    const blueprint = blueprintOf({
      template: templateById(id) ?? salesTemplate(),
      language,
      text: sheetText(language),
      people: someone(count),
      withSample: false,
    });
    const free = userText(blueprint);
    const [cells, rules] = [cellFormulas(blueprint), ruleFormulas(blueprint)];
    // 7 lines × 3 columns, and the columns of every table besides.
    expect(cells.length).toBeGreaterThan(60);
    expect(rules.length).toBeGreaterThan(8);
    const faults = [
      ...cells.flatMap((formula) => lintFormula(formula, "cell", free).map((fault) => `${formula}: ${fault}`)),
      ...rules.flatMap((formula) => lintFormula(formula, "rule").map((fault) => `${formula}: ${fault}`)),
    ];
    expect(faults).toEqual([]);
  });

  it("do not depend on how many people there are", () => {
    const [one, thirty] = [1, 30].map((count) =>
      blueprintOf({ language, text: sheetText(language), people: someone(count), withSample: false }),
    );
    if (one === undefined || thirty === undefined) throw new Error("not built");
    // Cells under the table of Proof name the cells beside them, which stand lower the more people there are.
    const known = (blueprint: Blueprint): string[] =>
      cellFormulas(blueprint).map((formula) =>
        /ADDRESS|ISFORMULA|#Headers|^=SUM\(/.test(formula)
          ? formula.replace(/(\$?[A-Z]{1,2}\$?)\d+\b/g, "$1")
          : formula,
      );
    expect(known(one)).toEqual(known(thirty));
  });

  it("give names to single places only, and every name that a formula uses is made", () => {
    const blueprint = blueprintOf({ language, text: sheetText(language) });
    for (const { refersTo } of blueprint.names)
      expect(refersTo).toMatch(/^=(?:eh_1_\w+\[[^[\]]+\]|(?:'[^']+'|[\p{L}_]+)!\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?)$/u);
    const made = new Set(blueprint.names.map(({ name }) => name));
    const tables = new Set(blueprint.sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name)));
    const used = [...cellFormulas(blueprint), ...ruleFormulas(blueprint)].flatMap(
      (formula) => formula.match(/eh_\d+_\w+/g) ?? [],
    );
    expect([...new Set(used)].filter((name) => !made.has(name) && !tables.has(name))).toEqual([]);
    expect(made.size).toBe(blueprint.names.length);
  });

  it("stand among words of the language only: none is missing, no hole is left", () => {
    const texts: string[] = [];
    const collect = (value: unknown): void => {
      if (typeof value === "string") texts.push(value);
      else if (typeof value === "object" && value !== null) Object.values(value).forEach(collect);
    };
    collect(blueprintOf({ language, text: sheetText(language) }).sheets);
    expect(texts.filter((text) => text.includes("[sheet.") || /\{\w+\}/.test(text))).toEqual([]);
  });

  it("are kept from settings that would make them meaningless", () => {
    const blueprint = blueprintOf({ language, text: sheetText(language) });
    const limited = blueprint.sheets[1]?.validation.flatMap(({ rect, rule }) =>
      rule.kind === "decimal" ? [[rect.row + 1, rule.min, rule.max] as const] : [],
    );
    const row = (setting: string): number =>
      Number(/\$(\d+)$/.exec(blueprint.names.find(({ name }) => name === `eh_1_${setting}`)?.refersTo ?? "")?.[1]);
    // First row of the table of limits, in A1 numbering.
    const limits = 2 + (blueprint.sheets[1]?.tables.find(({ name }) => name === "eh_1_Limits")?.at.row ?? 0);
    expect(limited).toEqual([
      [row("Cap"), 1, 10],
      [row("Floor"), 0, 1],
      [row("S0"), 0.01, 0.99],
      [row("Tolerance"), 0, 5],
      [row("MinApplicable"), 0, 1],
      [row("MinCoverage"), 0, 1],
      [row("Neutral"), 0, 1000],
      [limits, 0, 10_000],
    ]);
  });
});
