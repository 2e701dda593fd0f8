/** Sheets told in plain words: every figure in the sentences is worked out by hand. */
import { assess } from "../../../src/core/assess";
import { explainSheet } from "../../../src/core/explain/explainSheet";
import { translate, type Language } from "../../../src/i18n/everything";
import { blueprintSnapshot } from "../../support/blueprintSnapshot";
import { blueprintOf } from "../../support/generated";
import { sheetOfText, snapshotOf } from "../../support/sheet";
import { CORPUS } from "../../fixtures/sheets/corpus";
import { GOOD_SHEETS } from "../../fixtures/sheets/good";
import { HARD_SHEETS } from "../../fixtures/sheets/hard";

function told(cells: string, language: Language = "en", merges = ""): string[] {
  const sheet = sheetOfText(cells, merges);
  const assessment = assess(snapshotOf([sheet]), { language });
  return explainSheet(assessment, sheet).map(({ key, params }) => translate(language, key, params));
}

const DOUBTFUL = [
  "Name|Work|Care|Order|Total|Rank|Remarks",
  "Weight|50%|30%|15%|||",
  "Person A|80|90|70|=SUMPRODUCT(B3:D3,B$2:D$2) -> 77.5|=RANK(E3,E$3:E$6) -> 2|good",
  "Person B|'70|80|60|=SUMPRODUCT(B4:D4,B$2:D$2) -> 33|=RANK(E4,E$3:E$6) -> 4|",
  "Person C|90|70|95|=SUMPRODUCT(B5:D5,B$2:D$2) -> 80.25|=RANK(E5,E$3:E$6) -> 1|",
  "Person D|80|90|70|=SUMPRODUCT(B6:D6,B$2:D$2) -> 77.5|=RANK(E6,E$3:E$6) -> 2|",
].join("\n");

test("a doubtful sheet: what it rates, how, and what is wrong", () => {
  // Without the weights' missing 5 points: A and D 77.5, B 68 (its 70 is a text), C 80.25.
  expect(told(DOUBTFUL)).toEqual([
    "This sheet rates 4 people or things on 3 criteria.",
    "Weights (B2:D2) add up to 95 and should add up to 100.",
    "Work decides most, with 52.6 % of the weight.",
    "One score is a text; SUM leaves it out.",
    "Totals (E3:E6) are made by formulas; 3 of 4 follow the weights.",
    "One total leaves out a text number.",
    "By the weights, Person C comes first with 80.25.",
    "Ranks (F3:F6) are made by formulas; they follow the totals.",
    "2 have equal totals, and nothing breaks the tie: Person A, Person D.",
    "Notes stand in G3:G6; 3 of 4 are empty.",
  ]);
});

test("the same in Chinese", () => {
  expect(told(DOUBTFUL, "zh-CN")).toEqual([
    "此表按 3 项指标评价 4 个对象。",
    "权重（B2:D2）合计 95，应为 100。",
    "“Work”影响最大，占权重的 52.6%。",
    "1 个得分是文本，求和时不计入。",
    "总分（E3:E6）共 4 个，由公式得出，3 个按权重计算，1 个不符。",
    "1 个总分漏掉了文本数字。",
    "按权重计算，Person C第一，总分 80.25。",
    "排名（F3:F6）由公式得出，与总分一致。",
    "2 个对象总分相同，没有办法分出先后：Person A、Person D。",
    "说明在 G3:G6，4 个中有 3 个未填。",
  ]);
});

test("points beside the weights are named with what they do", () => {
  const cells =
    "Name|Work|Care|Bonus|Deduction|Total\nWeight|60|40|||\nPerson A|70|80|3||77\nPerson B|90|50|1|5|70\nPerson C|50|60|||54";
  expect(told(cells)).toContain("Bonus is added beside the weights.");
  expect(told(cells)).toContain("Deduction is taken off beside the weights.");
  expect(told(cells, "zh-CN")).toContain("权重之外另加 1 项：Bonus。");
  expect(told(cells.replaceAll(/\|3\|\||\|1\|5|77$/gm, "||"))).not.toContain("Bonus is added beside the weights.");
});

test("a form, alternatives, a table that is refused, and one with nothing to say", () => {
  expect(told("Name: Person A\nCriteria|Weight|Score\nSpeed|40|8\nCare|60|9\nTotal||8.6")).toEqual([
    "This sheet rates Person A on 2 criteria.",
    "Weights (B3:B4) add up to 100, as they should.",
    "The total (C5) is typed by hand and follows the weights.",
    "Nothing on the sheet says what the scores rest on.",
  ]);
  expect(told("Criteria|Importance|Site A|Site B\nRent|5|3|4\nSize|3|2|5\nTotal||21|35").slice(0, 4)).toEqual([
    "This sheet compares 2 alternatives on 2 criteria.",
    "Weights (B2:B3) are importance points; each counts by its share of 8.",
    "Totals (C4:D4) are typed by hand; all follow the weights.",
    "By the weights, Site B comes first with 35.",
  ]);
  expect(told("Name|Work|Care\nPerson A|6|7\nPerson B|8|6")).toEqual([
    "A1:C3 holds 2 criteria and 2 who could be scored on them.",
    "No weighted total is possible: there are no weights. Add 20 %, 0.2 or 20 for each criterion, in a row or column named “Weight”.",
  ]);
  // Results without what they come from.
  expect(told("Name|Total|Rank\nPerson A|85|1\nPerson B|80|2").join(" ")).not.toContain("holds");
  expect(told("Shopping\nMilk\nBread")).toEqual([
    "This is no scorecard: no people or criteria with scores were found. Open the sheet with the scores, or make a new scorecard.",
  ]);
});

test("weights inside formulas, directions, hidden rows and protection are told", () => {
  const sheet = {
    ...sheetOfText(
      "Name|Output|Faults|Total\nPerson A|80|2|=B2*0.7-C2*0.3 -> 55.4\nPerson B|70|4|=B3*0.7-C3*0.3 -> 47.8\nPerson C|60|5|=B4*0.7-C4*0.3 -> 40.5",
    ),
    hiddenRows: [2],
    isProtected: true,
  };
  const lines = explainSheet(assess(snapshotOf([sheet])), sheet).map(({ key }) => key.split(".").slice(2).join("."));
  expect(lines).toEqual(expect.arrayContaining(["weightsInFormulas", "lower", "hiddenRows", "protected"]));
});

test("a scorecard of ours is told in two sentences", () => {
  const assessment = assess(blueprintSnapshot(blueprintOf(), "Entry"));
  const [first, second, ...rest] = explainSheet(assessment, null).map(({ key, params }) =>
    translate("en", key, params),
  );
  expect(first).toContain("made by Evenhand");
  expect(second).toMatch(/^\d+ of \d+ results are filled in\.$/);
  expect(rest).toEqual([]);
});

describe.each(["en", "zh-CN"] as const)("every made-up sheet can be told (%s)", (language) => {
  const sheets = [...HARD_SHEETS, ...GOOD_SHEETS, ...CORPUS.map(({ name, cells }) => ({ name, cells, merges: "" }))];
  test.each(sheets)("$name", ({ cells, merges }) => {
    const lines = told(cells, language, merges);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).not.toMatch(/[{}]|undefined|NaN|checks\.|^\[|\s$/);
  });
});
