/** The report for one person of the 360-degree review: values only, and nobody can be recognised in it. */
import { MANAGER_360 } from "../../../src/core/methods/manager-360";
import { report360 } from "../../../src/core/methods/manager-360/personReport";
import type { ReadBook } from "../../../src/core/blueprint/methodReading";
import { broken, reportSheets, type PersonReport } from "../../../src/core/report/personReport";
import { calculatedMethod, readBook, type CalculatedMethod } from "../../support/methodWorkbooks";
import { sheetText } from "../../support/sheetText";

jest.setTimeout(120_000);
const text = sheetText("en");
/** Columns of the report of the sample: No., statement, self, others, gap, meaning, manager, peers, reports, together. */
const [SELF, OTHERS, BOSS, PEERS, REPORTS, TOGETHER] = [2, 3, 6, 7, 8, 9];

function reportOf(book: ReadBook, id = "P001"): PersonReport {
  const report = report360(book, id, text);
  if (report === null) throw new Error(`no report of ${id}`);
  return report;
}
/** The same book with other answers in the first person's forms of a group; null is "cannot say". */
function withAnswers(book: ReadBook, group: string, answers: readonly (number | null)[]): ReadBook {
  let at = 0;
  const given = book.rows("Forms360").map((row) => {
    if (row.text("rated") !== "P001" || row.text("group") !== group) return row;
    const value = answers[at++] ?? null;
    return { ...row, number: (column: string) => (/^q\d+$/.test(column) ? value : row.number(column)) };
  });
  return { ...book, rows: (table) => (table === "Forms360" ? given : book.rows(table)) };
}
/** The same book with comments, by the place of the form. */
function withComments(book: ReadBook, comments: Readonly<Record<number, string>>): ReadBook {
  const given = book.rows("Forms360").map((row, i) => ({
    ...row,
    text: (column: string) => (column === "comment" ? (comments[i] ?? "") : row.text(column)),
  }));
  return { ...book, rows: (table) => (table === "Forms360" ? given : book.rows(table)) };
}

describe("the report of one person", () => {
  let sheets: CalculatedMethod;
  let book: ReadBook;
  beforeAll(async () => {
    sheets = await calculatedMethod(MANAGER_360);
    book = readBook(sheets);
  });
  afterAll(() => {
    sheets.dispose();
  });

  test("shows what the sheets show, in two decimals", () => {
    const { rows, right, name } = reportOf(book);
    expect(name).toBe("Person A");
    for (const [i, row] of rows.entries())
      for (const [place, key] of [
        [SELF, "self"],
        [OTHERS, "others"],
        [BOSS, "boss"],
        [PEERS, "peers"],
        [REPORTS, "reports"],
      ] as const) {
        const onSheet = sheets.at("Profile360", i, key);
        expect(row[place]).toBe(typeof onSheet === "number" ? Math.round(onSheet * 100) / 100 : onSheet);
      }
    expect(right[0]?.[1]).toBeCloseTo(Number(sheets.at("Results360", 0, "score")), 2);
  });

  test("another person's report is made of that person's forms", () => {
    expect(reportOf(book, "P002").rows).not.toEqual(reportOf(book).rows);
    expect(report360(book, "P999", text)).toBeNull();
  });

  test("holds values only: no formula, no table, no name, no rule", () => {
    const { blueprint } = reportSheets([reportOf(book)], text, ["Sheet1"]);
    const [sheet] = blueprint.sheets;
    expect(JSON.stringify(sheet?.blocks)).not.toContain('"formula"');
    expect([sheet?.tables, sheet?.conditional, blueprint.names, blueprint.metadata]).toEqual([[], [], [], null]);
  });

  test("says nothing of who answered: no name of a rater, no number of a form, the raters in steps of five", () => {
    const said = JSON.stringify(reportOf(book));
    expect(said).not.toMatch(/Rater \d/);
    expect(said).not.toMatch(/F00\d/);
    expect(reportOf(book).left.at(-1)?.[1]).toBe("about 10");
  });

  test("two hidden groups: other answers with the same common mean change nothing on it", () => {
    const [first, second] = [
      withAnswers(withAnswers(book, "Peers", [5, 5, null]), "Reports", [1, 2, 3, 4]),
      withAnswers(withAnswers(book, "Peers", [1, 2, null]), "Reports", [3, 4, 5, 5]),
    ].map((each) => report360(each, "P001", text));
    expect(first?.rows[0]?.[PEERS]).toBe("hidden");
    expect(first?.rows[0]?.[REPORTS]).toBe("hidden");
    expect(first?.rows[0]?.[TOGETHER]).toBeCloseTo(20 / 6, 2);
    expect(second).toEqual(first);
  });

  test("comments stand there only where enough people wrote one, in an order that tells nothing", () => {
    const others = (comments: Readonly<Record<number, string>>): readonly string[] =>
      reportOf(withComments(book, comments)).sections.find(
        ({ title }) => title === "Comments of the others, in no order",
      )?.lines ?? [];
    const two = { 2: "Zeal is what you have", 5: "Listen more" };
    expect(others(two)).toEqual(["Fewer than 3 people have written one, so none is shown."]);
    expect(others({ ...two, 7: "A clear plan helps us" })).toEqual([
      "• A clear plan helps us",
      "• Listen more",
      "• Zeal is what you have",
    ]);
  });

  test("the manager's comment is the manager's, and no part of the others'", () => {
    const { sections } = reportOf(withComments(book, { 1: "Delegate more" }));
    expect(sections[0]).toEqual({ title: "Comments of the manager", lines: ["• Delegate more"] });
    expect(sections.some(({ title }) => title.startsWith("Comments of the others"))).toBe(false);
  });
});

describe("the sheets of reports", () => {
  const report = (name: string): PersonReport => ({
    ...{ id: "P001", name, title: "Report", subtitle: "", left: [], right: [], rows: [[1]], sections: [] },
    columns: [{ header: "No.", width: 9 }],
  });
  test("take names that Excel takes, and never one that is taken", () => {
    const names = ["Ann [x]/y:z*?", "Ann", "Ann", "A very long name indeed of somebody"];
    const { sheets } = reportSheets(names.map(report), text, ["report ann"]);
    expect(sheets).toEqual([
      "Report Ann  x  y z",
      "Report Ann (2)",
      "Report Ann (3)",
      "Report A very long name indeed ",
    ]);
  });
  test("break a long sentence between words, Chinese anywhere", () => {
    expect(broken("one two three four", 9)).toEqual(["one two", "three", "four"]);
    expect(broken("一二三四五", 4)).toEqual(["一二", "三四", "五"]);
  });
});
