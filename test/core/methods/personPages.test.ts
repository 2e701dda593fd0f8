/** The page for one person in the workbooks of methods: what it shows is what stands in the tables of the person chosen. */
import { BARS } from "../../../src/core/methods/bars";
import { CHECKLIST } from "../../../src/core/methods/checklist";
import { COMBINED } from "../../../src/core/methods/combined";
import { NARRATIVE } from "../../../src/core/methods/narrative";
import { PROBATION } from "../../../src/core/methods/probation";
import { RATING_SCALE } from "../../../src/core/methods/rating-scale";
import { SECOND_REVIEWER } from "../../../src/core/methods/second-reviewer";
import { personPageOf, said, type PersonPage } from "../../support/personPage";
import { sheetText } from "../../support/sheetText";

jest.setTimeout(60_000);
const text = sheetText("en");

const how = (key: string): string => text(`how.${key}`);

describe("the page for one person", () => {
  let page: PersonPage;
  afterEach(() => {
    page.dispose();
  });

  test("graphic rating scale: the rows of the person chosen, their sum, the score, the band and the place", async () => {
    page = await personPageOf(RATING_SCALE);
    await page.choose("P005");
    const [score, rank] = ["score", "rank"].map((key) => page.at("ScaleResults", 4, key));
    // 4, 4, 5, 3, n/a by 30, 25, 20, 15, 10.
    expect(page.shown("point")).toEqual([4, 4, 5, 3, "n/a"]);
    expect(page.shown("won")).toEqual(["30 × 4 = 120", "25 × 4 = 100", "20 × 5 = 100", "15 × 3 = 45", ""]);
    expect([page.beside(how("ratedSum")), page.beside(how("ratedWeight"))]).toEqual([365, 90]);
    expect(page.beside(how("ratedScore"))).toBe("365 ÷ 90 = 4.06");
    expect(score).toBeCloseTo(365 / 90, 6);
    expect(page.beside(how("bandReached"))).toBe("4.06 ≥ 3.5 → Exceeds");
    expect(page.beside(how("placeAmong"))).toBe(`${said(rank)} / 6`);
    expect(page.shown("comment")[2]).toMatch(/^Led two colleagues/);
  });

  test("it follows the ids, wherever the rows stand, and is empty for whoever is not in the list", async () => {
    page = await personPageOf(RATING_SCALE);
    // The rows of P002 and P001 change places.
    for (const row of [0, 1, 2, 3, 4]) page.set("ScaleRatings", row, "person", "P002");
    for (const row of [5, 6, 7, 8, 9]) page.set("ScaleRatings", row, "person", "P001");
    await page.choose("P001");
    expect(page.shown("point")).toEqual([3, 4, 3, 4, 4]);
    for (const id of ["", "*", "P999"]) {
      await page.choose(id);
      expect([...page.shown("item"), ...page.shown("won"), page.beside(how("ratedScore"))].join("")).toBe("");
      expect(page.errors()).toEqual([]);
    }
  });

  test("while something is open the score is empty, and the rows that stand are shown", async () => {
    page = await personPageOf(RATING_SCALE);
    page.set("ScaleRatings", 0, "point", "");
    await page.choose("P001");
    expect(page.shown("won").slice(0, 2)).toEqual(["", "25 × 3 = 75"]);
    expect([page.beside(how("ratedScore")), page.beside(how("bandReached")), page.beside(how("placeAmong"))]).toEqual([
      "",
      "",
      "",
    ]);
    expect(page.beside("Open")).toBe(1);
  });

  test("an item without words leaves its row empty", async () => {
    page = await personPageOf(RATING_SCALE);
    page.set("ScaleItems", 4, "item", "");
    await page.calculate();
    expect([page.shown("item")[4], page.shown("weight")[4], page.shown("point")[4]]).toEqual(["", "", ""]);
  });

  test("anchored scale: the anchor that was chosen stands beside its point", async () => {
    page = await personPageOf(BARS);
    await page.choose("P002");
    const rows = page.shown("point").length;
    expect(page.shown("anchor")).toEqual(
      Array.from({ length: rows }, (_, i) => page.at("BarsRatings", rows + i, "anchor")),
    );
    expect(page.beside(how("ratedSum"))).toBe(page.at("BarsResults", 1, "won"));
    expect(page.beside("Score")).toBe(page.at("BarsResults", 1, "score"));
  });

  test("combined appraisal: sections, then bonus and deduction; a broken gate shows in the band alone", async () => {
    page = await personPageOf(COMBINED);
    for (const [row, value] of [110, 4, 2.5, 50].entries()) page.set("SectionValues", row, "value", value);
    const extra = { person: "P001", side: "Bonus", points: 3, what: "Proposal", record: "E1" };
    for (const [key, value] of Object.entries(extra)) page.set("Extras", 5, key, value);
    page.set("CombinedResults", 0, "gate", "Yes");
    await page.calculate();
    expect(page.shown("won")).toEqual(["60 × 110 = 6600", "20 × 80 = 1600", "10 × 50 = 500", "10 × 50 = 500"]);
    expect(page.beside(how("sectionBase"))).toBe("9200 ÷ 100 = 92");
    expect(page.beside(how("sectionTotal"))).toBe("92 + 3 − 0 = 95");
    expect([page.beside(how("bandByTotal")), page.beside("Band")]).toEqual(["95 ≥ 90 → Exceeds", "Below"]);
  });

  test("checklist: values of statements are shown from Close on, not while somebody answers", async () => {
    page = await personPageOf(CHECKLIST);
    const [won, counted] = ["won", "counted"].map((key) => page.at("ChecklistResults", 0, key));
    expect(page.shown("answer")[0]).toBe(page.at("Answers", 0, "answer"));
    expect(page.shown("counted").join("")).toBe("");
    expect([page.beside(how("goodAnswers")), page.beside(how("allAnswers"))]).toEqual([won, counted]);
    expect(page.beside(how("checklistScore"))).toMatch(/ ÷ .* × 100 = /);
    page.setCell("Stage", text("word.close"));
    await page.calculate();
    const sum = page.shown("counted").reduce<number>((all, value) => all + Number(value), 0);
    expect(sum).toBeCloseTo(Number(counted), 9);
  });

  test("probation: a sum for each review that is complete, and the advice beside its limits", async () => {
    page = await personPageOf(PROBATION);
    const last = page.at("Probation", 0, "score90");
    expect(page.beside(how("review90"))).toBe(
      `${said(page.at("Probation", 0, "w90"))} ÷ 100 = ${String(Math.round(Number(last) * 100) / 100)}`,
    );
    expect(page.beside(how("adviceStep"))).toMatch(new RegExp(` → ${said(page.at("Probation", 0, "advice"))}$`));
    page.set("ProbationScores", 0, "s90", "");
    await page.calculate();
    expect([page.beside(how("review90")), page.beside(how("adviceStep")), page.shown("w90")[0]]).toEqual(["", "", ""]);
  });

  test("second reviewer: the mean of both, or the decision where they lie apart", async () => {
    page = await personPageOf(SECOND_REVIEWER);
    for (const [key, value] of [
      ["first", 78],
      ["second", 84],
      ["decided", ""],
    ] as const)
      page.set("Reviews2", 0, key, value);
    await page.calculate();
    expect(page.beside(how("twoMean"))).toBe("0.5 × 78 + 0.5 × 84 = 81");
    expect([page.beside(how("twoDifference")), page.beside("Final")]).toEqual(["6 / 10", 81]);
    page.set("Reviews2", 0, "second", 95);
    page.set("Reviews2", 0, "decided", 85);
    await page.calculate();
    expect([page.beside(how("twoDecided")), page.beside("Final")]).toEqual([85, 85]);
    page.set("Reviews2", 0, "first", 178);
    await page.calculate();
    expect(page.beside(how("twoMean"))).toBe("");
  });

  test("written review: comments with their records, and how many there are", async () => {
    page = await personPageOf(NARRATIVE);
    expect(page.shown("comment")[0]).toBe(page.at("Comments", 0, "comment"));
    expect(page.beside(how("reviewWritten"))).toBe(
      `${said(page.at("Reviews", 0, "written"))} / ${said(page.at("Reviews", 0, "prompts"))}`,
    );
  });
});
