/** Method workbooks with a number of items of one's own: fewer than the template has, more, and the most there may be. */
import { buildMethodWorkbook } from "../../../src/core/blueprint/methodWorkbook";
import { lintFormula } from "../../../src/core/formulas/lint";
import { countFault, countsOf, standingCounts, type Counts } from "../../../src/core/methods/counts";
import { METHOD_WORKBOOKS, methodById } from "../../../src/core/methods/registry";
import { LANGUAGES } from "../../../src/i18n/everything";
import { PERIOD } from "../../support/generated";
import {
  calculatedMethod,
  cellFormulas,
  differences,
  flagged,
  methodBlueprint,
  readBook,
  type CalculatedMethod,
} from "../../support/methodWorkbooks";
import { sheetText } from "../../support/sheetText";

jest.setTimeout(120_000);

interface Case {
  readonly fewer: Counts;
  readonly more: Counts;
  /** Puts words, weight and entries into the last item, which was empty, and says what must come of it. */
  readonly fill: (book: CalculatedMethod) => void;
  readonly then: (book: CalculatedMethod) => void;
}
const method = (id: string) => {
  const found = methodById(id);
  if (found === null) throw new Error(id);
  return found;
};
const rowsWhere = (book: CalculatedMethod, table: string, column: string, value: string | number): number[] =>
  Array.from({ length: book.rows(table) }, (_, row) => row).filter((row) => book.at(table, row, column) === value);

const CASES: Readonly<Record<string, Case>> = {
  "manager-360": {
    fewer: { statements: 3 },
    more: { statements: 8 },
    fill: (book) => {
      book.set("Items360", 7, "item", "Explains decisions");
      book.set("Items360", 7, "weight", 20);
      book.set("Items360", 0, "weight", 0);
      for (let form = 0; form < book.rows("Forms360"); form += 1) book.set("Forms360", form, "q8", 2 + (form % 3));
    },
    then: (book) => {
      // Nine forms of the first person: self 2; manager 3; peers 4, 2, 3; reports 4, 2, 3, 4.
      const [own = -1] = rowsWhere(book, "Profile360", "no", 8);
      expect([book.at("Profile360", own, "self"), book.at("Profile360", own, "peers")]).toEqual([2, 3]);
      expect(book.at("Profile360", own, "others")).toBeCloseTo((40 * 3 + 25 * 3 + 35 * 3.25) / 100, 9);
      expect(book.at("Report360", 7, "statement")).toBe("Explains decisions");
      const report = method("manager-360").personReport?.(readBook(book), "P001", sheetText("en"));
      expect(report?.rows.map(([no]) => no)).toEqual([1, 2, 3, 4, 5, 8]);
    },
  },
  "rating-scale": {
    fewer: { dimensions: 3 },
    more: { dimensions: 7 },
    fill: (book) => {
      book.set("ScaleItems", 6, "item", "Care for customers");
      book.set("ScaleItems", 6, "weight", 30);
      book.set("ScaleItems", 0, "weight", 0);
      for (const row of rowsWhere(book, "ScaleRatings", "item", "D7")) book.set("ScaleRatings", row, "point", 4);
    },
    then: (book) => {
      // Points 4, 3, 4, 3, 3 and 4 of the first person.
      expect(book.at("ScaleResults", 0, "score")).toBeCloseTo((25 * 3 + 20 * 4 + 15 * 3 + 10 * 3 + 30 * 4) / 100, 6);
      expect(book.at("ScaleItems", 6, "check")).toBe("Wording missing");
    },
  },
  bars: {
    fewer: { dimensions: 3 },
    more: { dimensions: 6 },
    fill: (book) => {
      book.set("BarsItems", 5, "item", "Care for tools");
      book.set("BarsItems", 5, "weight", 25);
      book.set("BarsItems", 0, "weight", 0);
      book.set("BarsItems", 5, "a5", "Cleans them after work");
      for (const row of rowsWhere(book, "BarsRatings", "item", "B6"))
        book.set("BarsRatings", row, "anchor", "5 – Cleans them after work");
    },
    then: (book) => {
      const rows = rowsWhere(book, "BarsRatings", "item", "B6");
      expect(rows.map((row) => book.at("BarsRatings", row, "point"))).toEqual(rows.map(() => 5));
      expect(book.at("BarsItems", 5, "check")).toBe("Anchor missing");
    },
  },
  "weight-workshop": {
    fewer: { indicators: 4 },
    more: { indicators: 10 },
    fill: (book) => {
      book.set("WeightItems", 9, "item", "Days of absence");
      book.set("WeightItems", 9, "place", 7);
      book.set("WeightItems", 9, "chosen", 0);
      [9, 8, 7, 5, 4, 3].forEach((times, row) => {
        book.set("WeightPairs", row, "c10", times);
      });
    },
    then: (book) => {
      // The last of seven by centroid: 1/7 of 1/7.
      expect(book.at("WeightItems", 9, "centroid")).toBeCloseTo(100 / 49, 6);
      expect(book.at("WeightItems", 9, "fromPairs")).toBeLessThan(5);
      expect([book.at("WeightFacts", 0, "items"), book.at("WeightFacts", 0, "random")]).toEqual([7, 1.32]);
    },
  },
  combined: {
    fewer: { sections: 2 },
    more: { sections: 6 },
    fill: (book) => {
      book.set("Sections", 5, "item", "Customer survey");
      book.set("Sections", 5, "zero", 0);
      book.set("Sections", 5, "full", 10);
      book.set("Sections", 5, "weight", 10);
      book.set("Sections", 0, "weight", 50);
      for (const row of rowsWhere(book, "SectionValues", "section", "S6")) book.set("SectionValues", row, "value", 8);
    },
    then: (book) => {
      expect(book.at("CombinedResults", 0, "base")).toBeCloseTo(
        (50 * 96 + 20 * 72 + 10 * 70 + 10 * 90 + 10 * 80) / 100,
        6,
      );
    },
  },
  ranking: {
    fewer: { judges: 2 },
    more: { judges: 7 },
    fill: (book) => {
      for (let person = 0; person < book.rows("Orders"); person += 1) book.set("Orders", person, "r7", person + 1);
    },
    then: (book) => {
      expect([4, 5, 6].map((judge) => book.at("Judges", judge, "counts"))).toEqual([0, 0, 1]);
      // Places of the sample's four judges, one of whom has equals, and the new one's.
      expect(book.at("Orders", 0, "mean")).toBeCloseTo((3 + 2 + 2.5 + 4 + 1) / 5, 6);
    },
  },
  checklist: {
    fewer: { statements: 7 },
    more: { statements: 18 },
    fill: (book) => {
      book.set("Statements", 17, "item", "Keeps the counter clean");
      book.set("Statements", 17, "value", 10);
      const [first = -1] = rowsWhere(book, "Answers", "item", "Q18");
      book.set("Answers", first, "answer", "No");
    },
    then: (book) => {
      expect([0, 1].map((person) => book.at("ChecklistResults", person, "open"))).toEqual([0, 1]);
      expect(book.at("Statements", 16, "check")).toBe("");
    },
  },
  narrative: {
    fewer: { prompts: 2 },
    more: { prompts: 7 },
    fill: (book) => {
      book.set("Prompts", 6, "prompt", "What did you agree on?");
    },
    then: (book) => {
      expect([book.at("Reviews", 0, "prompts"), book.at("Reviews", 0, "written")]).toEqual([6, 5]);
      expect(rowsWhere(book, "Comments", "no", 7).map((row) => book.at("Comments", row, "check"))).toEqual(
        rowsWhere(book, "Comments", "no", 7).map(() => book.word("toFill")),
      );
    },
  },
  probation: {
    fewer: { items: 3 },
    more: { items: 6 },
    fill: (book) => {
      book.set("ProbationItems", 5, "item", "Learning");
      book.set("ProbationItems", 5, "standard", "Has passed the two courses");
      book.set("ProbationItems", 5, "weight", 25);
      book.set("ProbationItems", 0, "weight", 0);
      for (const [i, row] of rowsWhere(book, "ProbationScores", "item", "T6").entries())
        book.set("ProbationScores", row, "s30", 60 + i);
    },
    then: (book) => {
      expect(book.at("Probation", 0, "score30")).toBeCloseTo(
        (35 * 65 + 20 * 80 + 10 * 75 + 10 * 90 + 25 * 60) / 100,
        6,
      );
      // The later reviews wait for the new item.
      expect(book.at("Probation", 0, "score90")).toBe("");
    },
  },
  "site-audit": {
    fewer: { items: 4, visits: 2 },
    more: { items: 12, visits: 6 },
    fill: (book) => {
      book.set("AuditItems", 11, "item", "Aisles free");
      book.set("AuditItems", 11, "weight", 15);
      book.set("AuditItems", 0, "weight", 0);
      book.set("AuditVisits", 5, "site", "Shop East");
      book.set("AuditVisits", 5, "date", PERIOD.from + 60);
      for (const row of rowsWhere(book, "AuditAnswers", "item", "A12"))
        book.set("AuditAnswers", row, "answer", "Major");
      for (const row of rowsWhere(book, "AuditAnswers", "visit", "V6")) book.set("AuditAnswers", row, "answer", "Good");
    },
    then: (book) => {
      // The first visit had one minor fault of weight 10.
      expect(book.at("AuditVisits", 0, "score")).toBeCloseTo(100 - 15 - 10 * 0.5, 6);
      expect(book.at("AuditVisits", 5, "score")).toBe(100);
    },
  },
};

it("asks for numbers where a method's items are the person's own, within limits that hold what is usual", () => {
  for (const { id } of METHOD_WORKBOOKS)
    for (const { least, usual, most, choices } of countsOf(id))
      expect(choices === undefined ? least < usual && usual < most : choices.includes(usual)).toBe(true);
  // The length of a scale has its own tests (pointScales.test.ts).
  expect(
    METHOD_WORKBOOKS.filter(({ id }) => countsOf(id).some(({ choices }) => choices === undefined))
      .map(({ id }) => id)
      .sort(),
  ).toEqual(Object.keys(CASES).sort());
});

it("refuses numbers out of range, and more rows than anybody can type into", () => {
  expect(countFault("manager-360", { statements: 5 }, 2000)).toBeNull();
  expect(countFault("manager-360", { statements: 1 }, 1)).toMatchObject({ kind: "range", least: 2 });
  expect(countFault("manager-360", { statements: 5.5 }, 1)).toMatchObject({ kind: "range" });
  expect(countFault("manager-360", { statements: 40 }, 500)).toBeNull();
  expect(countFault("manager-360", { statements: 40 }, 501)).toMatchObject({ kind: "rows", rows: 20_040 });
  const built = buildMethodWorkbook(method("manager-360"), {
    people: [],
    language: "en",
    text: sheetText("en"),
    jobGroup: "All",
    ...PERIOD,
    withSample: true,
    takenSheets: [],
    metadata: null,
    counts: { statements: 41 },
  });
  expect(built).toMatchObject({ ok: false, problem: { what: { key: "commands.build.count.range" } } });
});

it("knows from a workbook's tables what it was made with", () => {
  expect(standingCounts("manager-360", () => 12)).toEqual({ statements: 12, points: 5 });
  expect(standingCounts("manager-360", () => 12, 7)).toEqual({ statements: 12, points: 7 });
  // Rows that somebody added or deleted, and a table that is gone.
  expect(standingCounts("manager-360", () => 99)).toEqual({ statements: 40, points: 5 });
  expect(standingCounts("manager-360", () => 1)).toEqual({ statements: 2, points: 5 });
  expect(standingCounts("manager-360", () => 0)).toEqual({ statements: 5, points: 5 });
});

describe.each(Object.entries(CASES))("%s", (id, { fewer, more, fill, then }) => {
  const same = (book: CalculatedMethod): readonly string[] =>
    differences(book, method(id).reading(readBook(book))).faults;
  const tables = countsOf(id).flatMap(({ key, table }) => (table === undefined ? [] : [{ key, table }]));
  const sizes = (book: CalculatedMethod): Counts =>
    Object.fromEntries(tables.map(({ key, table }) => [key, book.rows(table)]));

  test("with fewer items its weights still add up, nothing is flagged, and it says what core computes", async () => {
    const book = await calculatedMethod(method(id), { counts: fewer });
    expect(sizes(book)).toMatchObject(fewer);
    expect(book.errors()).toEqual([]);
    expect(flagged(book)).toEqual([]);
    expect(same(book)).toEqual([]);
    book.dispose();
  });

  test("with more items the empty ones count for nothing until they are filled, and then they count", async () => {
    const book = await calculatedMethod(method(id), { counts: more });
    expect(sizes(book)).toMatchObject(more);
    expect(book.errors()).toEqual([]);
    expect(flagged(book)).toEqual([]);
    expect(same(book)).toEqual([]);
    fill(book);
    await book.calculate();
    expect(book.errors()).toEqual([]);
    expect(same(book)).toEqual([]);
    then(book);
    book.dispose();
  });

  test("with the most items there may be its formulas keep the rules, and every text is there", () => {
    const counts = Object.fromEntries(countsOf(id).map(({ key, most }) => [key, most]));
    for (const language of LANGUAGES) {
      const blueprint = methodBlueprint(method(id), { language, counts });
      const faults = cellFormulas(blueprint).flatMap((formula) => lintFormula(formula, "cell"));
      expect([...new Set(faults)]).toEqual([]);
      expect(JSON.stringify(blueprint.sheets).match(/\[(?:sheet|checks)\.[^\]]*\]/g)).toBeNull();
    }
  });
});
