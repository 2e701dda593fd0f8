/** The page for one person where a person has one row: what it shows stands in the results, and its sums come to the same. */
import { CALIBRATION_BOARD } from "../../../src/core/methods/calibration-board";
import { MERIT_MATRIX } from "../../../src/core/methods/merit-matrix";
import { RANKING } from "../../../src/core/methods/ranking";
import { personPageOf, said, type PersonPage } from "../../support/personPage";
import { sheetText } from "../../support/sheetText";

jest.setTimeout(60_000);
const text = sheetText("en");
const how = (key: string): string => text(`how.${key}`);
const round2 = (value: unknown): number => Math.round(Number(value) * 100) / 100;

const CASES = [
  [
    CALIBRATION_BOARD,
    "Board",
    "board",
    ["final", "finalBand", "rank", "proposed", "decided", "by", "evidence", "reason"],
  ],
  [MERIT_MATRIX, "Pay", "pay", ["newSalary", "raise", "proposed", "rating", "salary", "middle", "compa", "reason"]],
  [RANKING, "RankResults", "rankResults", ["rank", "basis", "judged", "alternated", "paired"]],
] as const;

describe("the page for one person where a person has one row", () => {
  let page: PersonPage;
  afterEach(() => {
    page.dispose();
  });

  test.each(CASES.map((each) => [each[0].id, ...each] as const))(
    "%s: everybody's facts are those of the results; for nobody known it is empty",
    async (_, method, table, sheet, keys) => {
      page = await personPageOf(method);
      const labels = keys.map((key) => text(`col.${sheet}.${key}`));
      for (let row = 0; row < page.rows(table); row++) {
        await page.choose(said(page.at(table, row, "id")));
        expect(labels.map(page.beside)).toEqual(keys.map((key) => page.at(table, row, key) ?? ""));
        expect(page.errors()).toEqual([]);
      }
      for (const id of ["", "*", "P999"]) {
        await page.choose(id);
        expect(labels.map(page.beside).join("")).toBe("");
        expect(page.errors()).toEqual([]);
      }
    },
  );

  test("calibration board: how far the board moved a proposal; nothing while it has not decided", async () => {
    page = await personPageOf(CALIBRATION_BOARD);
    page.set("Board", 0, "proposed", 4.25);
    page.set("Board", 0, "decided", 3.75);
    await page.choose("P001");
    expect(page.beside(how("boardMoved"))).toBe("3.75 − 4.25 = -0.5");
    expect(page.beside(how("bandReached"))).toMatch(/^3\.75 ≥ /);
    page.set("Board", 0, "decided", "");
    await page.calculate();
    expect([page.beside(how("boardMoved")), page.beside("Final")]).toEqual(["", 4.25]);
    page.set("Board", 0, "proposed", "");
    await page.calculate();
    expect(["boardMoved", "bandReached", "placeAmong"].map((key) => page.beside(how(key)))).toEqual(["", "", ""]);
    expect(page.errors()).toEqual([]);
  });

  test("pay: raise, new salary and bonus as sums of this person", async () => {
    page = await personPageOf(MERIT_MATRIX);
    page.set("Pay", 0, "salary", 8000);
    page.set("Pay", 0, "middle", 10000);
    page.set("Pay", 0, "proposed", 0.045);
    await page.choose("P001");
    expect(["payCompa", "payRaise", "payNew"].map((key) => page.beside(how(key)))).toEqual([
      "8000 ÷ 10000 = 0.8",
      "8000 × 4.5% = 360",
      "8000 + 360 = 8360",
    ]);
    const [base, department, personal, bonus] = ["base", "department", "personal", "bonus"].map((key) =>
      Number(page.at("Bonus", 0, key)),
    );
    expect(page.beside(how("payBonusSum"))).toBe([base, 1, department, personal].join(" × ") + ` = ${String(bonus)}`);
    expect(bonus).toBeCloseTo(Number(base) * Number(department) * Number(personal), 2);
    expect(page.beside(how("payGuide"))).toBe(
      ["guideFrom", "guideTo"].map((key) => `${String(round2(100 * Number(page.at("Pay", 0, key))))}%`).join(" – "),
    );
    for (const key of ["salary", "rating", "proposed"]) page.set("Pay", 0, key, "");
    page.set("Bonus", 0, "base", "");
    await page.calculate();
    for (const key of ["payCompa", "payGuide", "payRaise", "payNew", "payBonus", "payBonusSum"])
      expect(page.beside(how(key))).toBe("");
    expect(page.errors()).toEqual([]);
  });

  test("ranking: the mean of the ranks there are, and how many share the place", async () => {
    page = await personPageOf(RANKING);
    const rows = Array.from({ length: page.rows("RankResults") }, (_, row) => row);
    const ranks = rows.map((row) => page.at("RankResults", row, "rank"));
    for (const row of rows) {
      await page.choose(said(page.at("RankResults", row, "id")));
      const own = ["judged", "alternated", "paired"]
        .map((key) => page.at("RankResults", row, key))
        .filter((rank): rank is number => typeof rank === "number");
      const sum = own.reduce((all, rank) => all + rank, 0);
      expect(page.beside(how("rankMean"))).toBe(
        own.length === 0 ? "" : `${String(sum)} ÷ ${String(own.length)} = ${String(round2(sum / own.length))}`,
      );
      expect(page.beside(how("rankHolders"))).toBe(ranks.filter((rank) => rank === ranks[row]).length);
    }
  });
});
