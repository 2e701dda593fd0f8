/** The checks on a live workbook: what people type into the generated tables is what the checks see. */
import { sheetHeaders } from "../../../src/commands/sheetWords";
import { assess } from "../../../src/core/assess";
import type { Finding, Stage } from "../../../src/core/model/finding";
import type { Snapshot } from "../../../src/core/recognise/snapshot";
import { templateById, templates } from "../../../src/core/templates/catalogue";
import { blueprintSnapshot } from "../../support/blueprintSnapshot";
import { withItems } from "../../../src/core/templates/items";
import { blueprintOf, PERIOD, salesTemplate } from "../../support/generated";
import { sheetText } from "../../support/sheetText";
import { atStage, rowsOf, typed, typedBelow, valueAt } from "../../support/workbookEdits";

/** The sample workbook of the sales template; entries and records are complete. */
const sample = (): Snapshot => {
  const blueprint = blueprintOf();
  return blueprintSnapshot(blueprint, blueprint.show?.sheet ?? "Entry");
};
const word = (key: string): string => sheetText("en")(`word.${key}`);
const found = (book: Snapshot, stage: Stage = "evaluate"): readonly Finding[] =>
  assess(atStage(book, word(stage))).findings;
const rules = (book: Snapshot, stage: Stage = "evaluate"): string[] => [
  ...new Set(found(book, stage).map(({ rule }) => rule)),
];
const quiet = rules(sample());

/** The third line made a rating, with results of 3: its evidence is incidents about each person. */
const withRating = (): Snapshot => {
  let book = typed(sample(), "Plan", 2, { kind: "rating", direction: "" });
  for (let row = 0; row < rowsOf(book, "Entry"); row += 1) book = typed(book, "Entry", row, { "actual:K03": 3 });
  return book;
};
const FREE_ROW = 7;
/** Incidents about the first person on the third line, a row each. */
const incidents = (book: Snapshot, rows: readonly Readonly<Record<string, string | number>>[]): Snapshot =>
  rows.reduce(
    (so, about, i) =>
      typed(so, "Evidence", FREE_ROW + i, { person: "P001", indicator: "K03", eventDate: PERIOD.from + 10, ...about }),
    book,
  );

describe.each(["en", "zh-CN"] as const)("a workbook from the catalogue (%s)", (language) => {
  it.each(
    [...templates(), { ...withItems(salesTemplate()), id: "with bonus and deduction items" }].map(
      (template) => [template.id, template] as const,
    ),
  )("fresh or with its sample, has nothing but notes at any stage: %s", (_, template) => {
    for (const withSample of [true, false])
      for (const stage of ["plan", "during", "evaluate", "close"] as const) {
        const people = withSample ? [] : [{ name: "A" }, { name: "B" }, { name: "C" }, { name: "D" }, { name: "E" }];
        const blueprint = blueprintOf({ template, language, withSample, people, text: sheetText(language) });
        const book = blueprintSnapshot(blueprint, blueprint.show?.sheet ?? "");
        const { findings } = assess(atStage(book, sheetText(language)(`word.${stage}`)), { language });
        // Whoever has no results and no answers to gates yet lacks them: that is what these two stages are for.
        const asked = findings.filter(({ rule }) => withSample || (rule !== "C01" && rule !== "V02"));
        const loud = asked.filter(({ severity }) => severity !== "note");
        expect(loud.map(({ rule, message }) => [stage, withSample, rule, message.params])).toEqual([]);
        if (withSample) expect(asked.map(({ rule }) => [stage, rule]).filter(([, rule]) => rule === "E01")).toEqual([]);
      }
  });
});

describe("a line of the plan", () => {
  it("typed under the table has no column for results: said with its weight and its cell", () => {
    const book = typedBelow(sample(), "Plan", {
      id: "K08",
      jobGroup: "Sales",
      indicator: "Referrals",
      weight: 10,
      kind: word("curve"),
      direction: word("higher"),
      threshold: 2,
      target: 4,
    });
    const errors = found(book, "plan").filter(({ severity }) => severity === "error");
    expect(errors.map(({ rule, message }) => [rule, message.params?.["name"], message.params?.["points"]])).toEqual([
      ["C06", "Referrals", 10],
    ]);
    expect(errors[0]?.location.rect.row).toBe(4 + 7);
  });
  it("counts in the weights even so, as it does on the sheet", () => {
    const book = typedBelow(sample(), "Plan", { id: "K08", jobGroup: "Sales", indicator: "Referrals", weight: 10 });
    expect(assess(book).plans).toEqual([expect.objectContaining({ weightSum: 110 })]);
  });
  it("with the id of another is found, and scored once", () => {
    const book = typed(sample(), "Plan", 1, { id: "K01" });
    expect(rules(book, "plan")).toContain("C07");
    expect(assess(book).indicators).toBe(6);
  });
  it("whose name was deleted is still a line", () => {
    const book = typed(sample(), "Plan", 1, { indicator: "" });
    expect(assess(book).indicators).toBe(7);
    expect(found(book, "plan").filter(({ rule }) => rule === "C04")).toHaveLength(1);
  });
});

describe("the weights", () => {
  it("are compared with those that were signed", () => {
    const book = typed(sample(), "Plan", 0, { agreedWeight: 40 });
    expect(found(book).map(({ rule, message }) => [rule, message.params?.["agreed"]])).toContainEqual(["W16", 40]);
    expect(rules(typed(sample(), "Plan", 0, { agreedWeight: 35 }))).not.toContain("W16");
  });
  it("of a balanced scorecard are asked whether drivers and results are both there", () => {
    const template = templateById("bsc-company");
    if (template === null) throw new Error("no template");
    const blueprint = blueprintOf({ template });
    const fresh = blueprintSnapshot(blueprint, blueprint.show?.sheet ?? "Entry");
    const lines = Array.from({ length: rowsOf(fresh, "Plan") }, (_, row) => row);
    const all = (last: string): Snapshot =>
      lines.reduce((so, row) => typed(so, "Plan", row, { nature: word(row === 0 ? last : "lag") }), fresh);
    expect(rules(fresh, "plan")).not.toContain("W09");
    expect(rules(all("lag"), "plan")).toContain("W09");
    expect(rules(all("lead"), "plan")).not.toContain("W09");
  });
  it("of any other plan are asked it where its template says so, or a person added the column", () => {
    const sales = templateById("sales-exec");
    if (sales === null) throw new Error("no template");
    const declared = (nature: (at: number) => "lead" | "lag"): Snapshot => {
      const lines = sales.lines.map((line, at) => ({ ...line, nature: nature(at) }));
      const blueprint = blueprintOf({ template: { ...sales, lines } });
      return blueprintSnapshot(blueprint, blueprint.show?.sheet ?? "Entry");
    };
    expect(
      valueAt(
        declared(() => "lag"),
        "Plan",
        0,
        "nature",
      ),
    ).toBe(word("lag"));
    expect(
      rules(
        declared(() => "lag"),
        "plan",
      ),
    ).toContain("W09");
    expect(
      rules(
        declared((at) => (at === 2 ? "lead" : "lag")),
        "plan",
      ),
    ).not.toContain("W09");
    // No template of the catalogue that is no balanced scorecard has the column.
    expect(() => valueAt(sample(), "Plan", 0, "nature")).toThrow("no column");

    const added = (kind: string): Snapshot => {
      const lines = Array.from({ length: rowsOf(sample(), "Plan") }, (_, row) => row);
      const book = lines.reduce((so, row) => typed(so, "Plan", row, { owner: kind }), sample());
      const before = sheetText("en")("col.plan.owner");
      const after = sheetText("en")("col.plan.nature");
      const sheets = book.sheets.map((sheet) => ({
        ...sheet,
        tables: sheet.tables.map((table) => ({
          ...table,
          columns: table.columns.map((head) => (sheet.name === "Plan" && head === before ? after : head)),
        })),
      }));
      return { ...book, sheets };
    };
    const heard = (kind: string): string[] =>
      assess(atStage(added(kind), word("plan")), { headers: sheetHeaders() }).findings.map(({ rule }) => rule);
    expect(heard(word("lag"))).toContain("W09");
    expect(heard("Leading")).toContain("W09");
    expect(heard("Mr Lee")).not.toContain("W09");
  });
});

describe("a limit on the settings sheet", () => {
  it("holds in place of the default, and a word in its place does not", () => {
    const at = Array.from({ length: rowsOf(sample(), "Limits") }, (_, row) => row).find(
      (row) => valueAt(sample(), "Limits", row, "key") === "W05.limit",
    );
    const limit = (value: string | number): string[] => rules(typed(sample(), "Limits", at ?? -1, { value }));
    expect(valueAt(sample(), "Limits", at ?? -1, "value")).toBe(40);
    expect(limit(34)).toContain("W05");
    expect(limit(36)).not.toContain("W05");
    expect(limit("much")).not.toContain("W05");
  });
});

describe("people", () => {
  it("on the entry sheet who are not in the list are found", () => {
    expect(rules(typed(sample(), "Entry", 0, { id: "P099" }))).toContain("P04");
  });
  it("in the list with the id of somebody else, or without one, are found", () => {
    const twice = typedBelow(sample(), "People", { id: "P001", name: "Another" });
    const none = typedBelow(sample(), "People", { name: "Another" });
    for (const book of [twice, none]) expect(rules(book)).toEqual(["P03", ...quiet]);
  });
  it("who came late are found by the date in the list", () => {
    expect(rules(typed(sample(), "People", 0, { from: PERIOD.to - 20 }))).toEqual(["P06", ...quiet]);
  });
  it("in the list without an entry row have no plan", () => {
    expect(rules(typedBelow(sample(), "People", { id: "P090", name: "Another" }))).toEqual(["P05", ...quiet]);
  });
});

describe("the cells for results", () => {
  it("are asked about text, errors and percent in two ways", () => {
    const first = (value: string | number | { readonly error: string }): string[] =>
      rules(typed(sample(), "Entry", 0, { "actual:K01": value })).filter((rule) => rule.startsWith("S"));
    expect(first("104 %")).toEqual(["S01"]);
    expect(first({ error: "#REF!" })).toEqual(["S03"]);
    expect(first("good")).toEqual(["S04"]);
    expect(first(1.04)).toEqual(["S05"]);
  });
});

describe("the bands", () => {
  it("without a cut-off are found", () => {
    expect(rules(typed(sample(), "Bands", 3, { from: "" }), "plan")).toContain("B04");
  });
});

describe("gates and points", () => {
  const officer = (): Snapshot => {
    const template = templateById("tax-bureau-officer");
    if (template === null) throw new Error("no template");
    const blueprint = blueprintOf({ template });
    return blueprintSnapshot(blueprint, blueprint.show?.sheet ?? "Entry");
  };
  it("are read from their tables: a band that is none, an answer that is missing, a point without a worth", () => {
    expect(rules(typed(officer(), "Gates", 0, { bestBand: "Fair" }), "plan")).toContain("V01");
    expect(rules(typed(officer(), "Entry", 0, { "gate:G1": "" }))).toContain("V02");
    expect(rules(typed(officer(), "Points", 2, { worth: "" }), "plan")).toContain("S06");
  });
});

describe("the evidence register", () => {
  it("is read with dates, texts, observer and link", () => {
    const late = incidents(sample(), [{ recordedDate: PERIOD.from + 60, what: "Late", observer: "Manager" }]);
    const [finding] = found(late).filter(({ rule }) => rule === "E08");
    expect(finding?.message.params).toMatchObject({ count: 1, longest: 50 });
  });
  it("shows rows that name only a person", () => {
    const book = typed(sample(), "Evidence", FREE_ROW, { person: "P001" });
    expect(found(book).map(({ rule, message }) => [rule, message.params?.["kind"]])).toContainEqual([
      "E02",
      "indicator",
    ]);
  });
  it("is asked for words about an extreme rating", () => {
    const top = typed(withRating(), "Entry", 0, { "actual:K03": 5 });
    expect(rules(top)).toContain("E03");
    const short = incidents(top, [{ what: "Very good", recordedDate: PERIOD.from + 11 }]);
    expect(rules(short)).not.toContain("E03");
    expect(rules(short)).toContain("E04");
    const told = incidents(top, [
      { what: "Won back a customer who had left: three visits, a new offer, signed within two weeks." },
    ]);
    expect(rules(told)).not.toContain("E04");
  });
  it("is asked whether incidents are spread over the period and seen by more than one", () => {
    const days = [150, 160, 165, 170, 178];
    const book = incidents(
      withRating(),
      days.map((day) => ({ eventDate: PERIOD.from + day, observer: "Manager", what: `Day ${String(day)}` })),
    );
    expect(rules(book)).toEqual(expect.arrayContaining(["E05", "E06", "E07"]));
  });
  it("is asked whether both sides were noted, and whether the person knows", () => {
    const sides = (sign: string, sharedOn: string | number): Snapshot =>
      incidents(
        sample(),
        [10, 50, 90].map((day, i) => ({
          eventDate: PERIOD.from + day,
          sign: word(i === 2 ? sign : "positive"),
          what: `Day ${String(day)}`,
          sharedOn,
        })),
      );
    expect(rules(sides("positive", ""), "close")).toEqual(expect.arrayContaining(["E09", "E10"]));
    const fair = rules(sides("negative", PERIOD.from + 100), "close");
    expect(fair.filter((rule) => rule === "E09" || rule === "E10")).toEqual([]);
  });
  it("of the sample covers every result: taken away, the results lack evidence", () => {
    const book = typed(sample(), "Evidence", 0, { person: "", indicator: "" });
    expect(valueAt(sample(), "Evidence", 0, "indicator")).toBe("K01");
    expect(rules(book)).toContain("E01");
  });
});
