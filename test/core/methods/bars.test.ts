import { SHEET_TEXTS } from "../../../src/commands/sheetWords";
import { buildMethodIn } from "../../../src/core/blueprint/anyLanguage";
import { BARS } from "../../../src/core/methods/bars";
import { blueprintToModel } from "../../support/blueprintToModel";
import { metadataOf, PERIOD } from "../../support/generated";
import { calculatedMethod, differences, readBook, type CalculatedMethod } from "../../support/methodWorkbooks";

jest.setTimeout(60_000);
/** Weights 25, 20, 20, 20, 15. */
const DIMENSIONS = 5;
/** The list of the row's dimension has eight entries: seven points and n/a. */
const ENTRIES = ["c1", "c2", "c3", "c4", "c5", "c6", "c7"];

test("in both languages the sample's choices are entries of the list: the point stands once", async () => {
  const built = buildMethodIn(BARS, {
    ...{ people: [], language: "both", texts: SHEET_TEXTS, jobGroup: "All", ...PERIOD },
    ...{ withSample: true, takenSheets: [], metadata: null },
  });
  if (!built.ok) throw new Error(built.problem.what.key);
  const book = await blueprintToModel(built.blueprint);
  const instance = metadataOf(built.blueprint).instances[0]?.tables["BarsRatings"];
  const at = (row: number, column: string) => book.cell(instance?.name ?? "", row, instance?.columns[column] ?? "");
  expect([at(0, "point"), at(1, "point"), at(28, "point")]).toEqual([5, 4, 3]);
  expect(at(1, "anchor")).toBe("4 – between two anchors 介于相邻锚定描述之间");
  book.dispose();
});

describe("the workbook of the behaviour-anchored scale", () => {
  let book: CalculatedMethod;
  beforeEach(async () => {
    book = await calculatedMethod(BARS);
  });
  afterEach(() => {
    book.dispose();
  });
  const sameAsCore = () => differences(book, BARS.reading(readBook(book))).faults;
  const entry = (row: number, point: number) => {
    const text = book.at("BarsRatings", row, ENTRIES[point - 1] ?? "");
    return typeof text === "string" ? text : "";
  };
  const choose = (person: number, points: readonly number[]) => {
    for (const [item, point] of points.entries()) {
      const row = person * DIMENSIONS + item;
      book.set("BarsRatings", row, "anchor", entry(row, point));
    }
  };
  const rating = (row: number, key: string) => book.at("BarsRatings", row, key);
  const result = (person: number, key: string) => book.at("BarsResults", person, key);

  test("the list of a row has the anchors of its dimension, each with its point", () => {
    expect(ENTRIES.map((key) => rating(0, key))).toEqual([
      "1 – Leaves a complaining customer standing",
      "2 – between two anchors",
      "3 – Answers what is asked and no more",
      "4 – between two anchors",
      "5 – Asks until the wish is clear, then offers two ways",
      "6 – between two anchors",
      "7 – Calls back unasked to hear whether it was solved",
    ]);
    const sheet = book.blueprint.sheets.find(({ name }) => name === "Ratings");
    const list = sheet?.validation.find(({ rule }) => rule.kind === "list");
    // J6:Q6 are the first row's entries; the rows below follow.
    expect(list?.rule).toEqual({ kind: "list", source: "=$J6:$Q6" });
    expect(sheet?.tables[0]?.columns.slice(9, 17).map(({ header }) => header)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7].map((point) => `Entry ${String(point)}`),
      "Entry n/a",
    ]);
    expect(sheet?.hiddenColumns).toEqual(expect.arrayContaining([9, 16]));
  });

  test("the chosen anchor gives the points, and the score is their weighted mean", async () => {
    choose(0, [7, 2, 4, 5, 6]);
    await book.calculate();
    expect([0, 1, 2, 3, 4].map((row) => rating(row, "point"))).toEqual([7, 2, 4, 5, 6]);
    expect(result(0, "score")).toBeCloseTo((25 * 7 + 20 * 2 + 20 * 4 + 20 * 5 + 15 * 6) / 100, 9);
    expect(sameAsCore()).toEqual([]);
  });

  test("an anchor that was rewritten after it had been chosen no longer counts, and says so", async () => {
    const before = Number(result(0, "open"));
    choose(0, [5, 5, 5, 5, 5]);
    book.set("BarsItems", 0, "a5", "Asks twice");
    await book.calculate();
    expect([rating(0, "check"), rating(0, "point"), result(0, "score"), result(0, "open")]).toEqual([
      "Not an anchor of this dimension",
      "",
      "",
      before + 1,
    ]);
    expect(sameAsCore()).toEqual([]);
  });

  test("the lowest and highest anchors want a comment; from Evaluate on each rating wants a record", async () => {
    choose(0, [7]);
    book.set("BarsRatings", 0, "comment", "Very good");
    await book.calculate();
    expect(rating(0, "check")).toBe("Comment missing or too short");
    book.set("BarsRatings", 0, "comment", "x".repeat(60));
    book.set("BarsRatings", 0, "record", "");
    await book.calculate();
    expect(rating(0, "check")).toBe("Evidence missing");
    book.setCell("Stage", "During");
    await book.calculate();
    expect(rating(0, "check")).toBe("OK");
  });

  test("the same points in everything are flagged, and n/a without a reason", async () => {
    choose(0, [5, 5, 5, 5, 5]);
    book.set("BarsRatings", 5, "anchor", "n/a");
    await book.calculate();
    expect([result(0, "check"), rating(5, "check")]).toEqual(["Same points in everything", "Reason missing"]);
    expect(sameAsCore()).toEqual([]);
  });

  test("a dimension without one of its four anchors is flagged", async () => {
    book.set("BarsItems", 2, "a3", "");
    await book.calculate();
    expect(book.at("BarsItems", 2, "check")).toBe("Anchor missing");
  });

  describe("the workshop", () => {
    const incident = (row: number, key: string) => book.at("BarsIncidents", row, key);

    test("keeps what three of four judges put back at places close together; its mean gives the point", () => {
      // Five of six put it back; places 7 6 7 7 6 7.
      expect(incident(0, "agreement")).toBeCloseTo(5 / 6, 8);
      expect(incident(0, "mean")).toBeCloseTo(40 / 6, 8);
      expect(incident(0, "spread")).toBeCloseTo(Math.sqrt((4 * (1 / 3) ** 2 + 2 * (2 / 3) ** 2) / 5), 6);
      expect([incident(0, "verdict"), incident(0, "point")]).toEqual(["Keep", 7]);
    });

    test("drops what judges put elsewhere or far apart, with the reason", () => {
      expect([incident(3, "agreement"), incident(3, "verdict"), incident(3, "point")]).toEqual([
        0.5,
        "Not put back",
        "",
      ]);
      expect([incident(7, "verdict"), incident(7, "point")]).toEqual(["Places too far apart", ""]);
    });

    test("limits are cells of Settings", async () => {
      book.setCell("c_MinAgreement", 0.5);
      book.setCell("c_MaxSpread", 3);
      await book.calculate();
      expect([incident(3, "verdict"), incident(7, "verdict")]).toEqual(["Keep", "Keep"]);
      expect(sameAsCore()).toEqual([]);
    });

    test("with fewer than three judges it does not decide", async () => {
      for (const key of ["j3", "j4", "j5", "j6"]) book.set("BarsIncidents", 0, key, "");
      await book.calculate();
      expect(incident(0, "verdict")).toBe("Too few judges");
      expect(sameAsCore()).toEqual([]);
    });

    test("the anchors' sheet counts the kept incidents of each dimension", () => {
      expect([0, 1, 2, 3, 4].map((item) => book.at("BarsItems", item, "kept"))).toEqual([2, 1, 2, 1, 2]);
    });
  });
});
