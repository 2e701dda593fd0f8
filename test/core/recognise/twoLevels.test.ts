import { assess } from "../../../src/core/assess";
import { rectAddress } from "../../../src/core/model/a1";
import type { CellValue } from "../../../src/core/recognise/snapshot";
import { sheetSnapshot } from "../../support/sheet";

type Four = readonly [number, number, number, number];
/** Weights of the sections in a column of their own. */
const inColumn = ([a, b, c, d]: Four, [first, second] = [60, 40]): CellValue[][] => [
  ["Section", "Section weight", "KPI", "Weight", "Score"],
  ["Results", first, "Sales", a, 80],
  ["", "", "Margin", b, 70],
  ["Behaviour", second, "Care", c, 90],
  ["", "", "Team", d, 60],
];
/** Weights of the sections in the rows of their headings. */
const inHeadings = ([a, b, c, d]: Four, [first, second] = [60, 40]): CellValue[][] => [
  ["KPI", "Weight", "Score"],
  ["Part 1 Results", first, ""],
  ["Sales", a, 80],
  ["Margin", b, 70],
  ["Part 2 Behaviour", second, ""],
  ["Care", c, 90],
  ["Team", d, 60],
];
/** Weights of the sections in the text of their headings, and nowhere else. */
const inTexts = ([a, b, c, d]: Four, [first, second]: readonly [string, string] = ["60 %", "40 %"]): CellValue[][] => [
  ["KPI", "Weight", "Score"],
  [`Part 1: Results (${first})`, "", ""],
  ["Sales", a, 80],
  ["Margin", b, 70],
  [`二、能力态度（${second}）`, "", ""],
  ["Care", c, 90],
  ["Team", d, 60],
];
/** Sections over the names of the criteria, people down. */
const overNames = ([a, b, c, d]: Four, [first, second] = [60, 40]): CellValue[][] => [
  ["", `Results (${String(first)}%)`, "", `Behaviour (${String(second)}%)`, ""],
  ["Name", "Sales", "Margin", "Care", "Team"],
  ["Weight", a, b, c, d],
  ["Ann", 80, 70, 90, 60],
  ["Ben", 60, 75, 80, 80],
  ["Cid", 90, 95, 70, 75],
  ["Dan", 55, 65, 70, 85],
  ["Eve", 70, 75, 60, 95],
];
const LAYOUTS = [
  ["in a column", inColumn],
  ["in headings", inHeadings],
] as const;

const seen = (rows: CellValue[][]) => {
  const { card, findings, results } = assess(sheetSnapshot(rows));
  const plan = card?.plans[0];
  return {
    sections: plan?.sections?.map(({ points }) => points),
    sums: plan?.sums?.map(({ points }) => points),
    total: results[0]?.total,
    found: findings.map(({ rule, message: { params } }) => [
      rule,
      params?.["kind"],
      params?.["sum"],
      params?.["whole"],
    ]),
  };
};
const fixesOf = (rows: CellValue[][]) =>
  assess(sheetSnapshot(rows)).findings.flatMap(({ fixes }) =>
    (fixes ?? []).map(({ label, patches }) => [label.key.split(".").at(-1), patches.map(({ after }) => after)]),
  );

describe.each(LAYOUTS)("weights of sections %s", (_, sheet) => {
  it("multiply those of items that make 100 inside each section", () => {
    // 0.6·(0.4·80 + 0.6·70) + 0.4·(0.5·90 + 0.5·60) = 74.4; 40, 60, 50, 50 on one level would give 74.5.
    expect(seen(sheet([40, 60, 50, 50]))).toEqual({ sections: [60, 40], sums: undefined, total: 74.4, found: [] });
  });
  it("only add up those of items that are parts of them", () => {
    // 0.24·80 + 0.36·70 + 0.2·90 + 0.2·60 = 74.4
    expect(seen(sheet([24, 36, 20, 20]))).toEqual({ sections: undefined, sums: [60, 40], total: 74.4, found: [] });
  });
  it("stay what they are where one section's items are wrong, which is named once and can be scaled", () => {
    expect(seen(sheet([40, 50, 50, 50])).found).toEqual([["W15", "items", 90, 100]]);
    expect(seen(sheet([24, 31, 20, 20])).found).toEqual([["W15", "parts", 55, 60]]);
    expect(fixesOf(sheet([40, 50, 50, 50]))).toEqual([
      ["scale", [44, 56]],
      ["largest", [60]],
      ["five", [45, 55]],
    ]);
    expect(fixesOf(sheet([24, 31, 20, 20]))).toEqual([
      ["scale", [26, 34]],
      ["largest", [36]],
      ["five", [25, 35]],
    ]);
  });
  it("can be scaled themselves", () => {
    const over = sheet([40, 60, 50, 50], [60, 50]);
    expect(seen(over)).toMatchObject({ sections: [60, 50], found: [["W15", "sections", 110, 100]] });
    expect(fixesOf(over)[0]).toEqual(["scale", [55, 45]]);
  });
});

describe("weights of sections in the text of their headings", () => {
  it("multiply, or are added up, as the items have it", () => {
    expect(seen(inTexts([40, 60, 50, 50]))).toEqual({ sections: [60, 40], sums: undefined, total: 74.4, found: [] });
    expect(seen(inTexts([24, 36, 20, 20]))).toEqual({ sections: undefined, sums: [60, 40], total: 74.4, found: [] });
  });
  it("may be per cent over shares of 1, or points", () => {
    expect(seen(inTexts([0.24, 0.36, 0.2, 0.2]))).toMatchObject({ sums: [60, 40], total: 74.4, found: [] });
    expect(seen(inTexts([24, 36, 20, 20], ["60 points", "40分"]))).toMatchObject({ sums: [60, 40], found: [] });
  });
  it("say which section is short; the text is for the person to change", () => {
    expect(seen(inTexts([24, 36, 20, 15])).found).toEqual([["W15", "parts", 35, 40]]);
    expect(seen(inTexts([40, 60, 50, 50], ["60 %", "50 %"])).found).toEqual([["W15", "sections", 110, 100]]);
    expect(fixesOf(inTexts([40, 60, 50, 50], ["60 %", "50 %"]))).toEqual([]);
  });
  it("are no level where a heading says none, or no section agrees with what they say", () => {
    expect(seen(inTexts([24, 36, 20, 20], ["done", "40 %"]))).toMatchObject({ sums: undefined, found: [] });
    expect(seen(inTexts([10, 20, 30, 40]))).toMatchObject({ sections: undefined, sums: undefined, found: [] });
  });
});

describe("marks of weights on two levels", () => {
  const marksOf = (rows: CellValue[][]) =>
    assess(sheetSnapshot(rows))
      .marks.filter(({ rule }) => rule === "W15")
      .map(({ rect, formula }) => `${rectAddress(rect)} ${formula}`);
  it("stand over the weights of each section, with what these should come to", () => {
    expect(marksOf(inTexts([24, 36, 20, 15]))).toEqual([
      'B3:B4 =AND(N("evenhand:W15")=0,ABS(ROUND(SUM($B$3:$B$4)-60,9))>0.005)',
      'B6:B7 =AND(N("evenhand:W15")=0,ABS(ROUND(SUM($B$6:$B$7)-40,9))>0.005)',
    ]);
    expect(marksOf(inTexts([0.24, 0.36, 0.2, 0.15]))[1]).toContain("SUM($B$6:$B$7)-0.4,9))>0.00005");
    expect(marksOf(inHeadings([40, 60, 50, 40]))).toEqual([
      'B3:B4 =AND(N("evenhand:W15")=0,ABS(ROUND(SUM($B$3:$B$4)-100,9))>0.005)',
      'B6:B7 =AND(N("evenhand:W15")=0,ABS(ROUND(SUM($B$6:$B$7)-100,9))>0.005)',
    ]);
  });
  it("are none over texts, over cells that do not stand side by side, or where nothing is wrong", () => {
    const texts = inTexts([24, 36, 20, 15]).map((row) =>
      row.map((cell, c) => (c === 1 && typeof cell === "number" ? `${String(cell)}%` : cell)),
    );
    expect(marksOf(texts)).toEqual([]);
    expect(marksOf(inTexts([24, 36, 20, 20]))).toEqual([]);
    // The first section is a column of its own with an empty cell between its weights.
    expect(marksOf(inColumn([40, 50, 50, 50])).map((mark) => mark.slice(0, 5))).toEqual(["D2:D3", "D4:D5"]);
  });
});

describe("weights of sections over the criteria of people", () => {
  it("multiply, or are added up, as the items have it", () => {
    expect(seen(overNames([40, 60, 50, 50]))).toMatchObject({ sections: [60, 40], total: 74.4, found: [] });
    expect(seen(overNames([24, 36, 20, 20]))).toMatchObject({ sums: [60, 40], total: 74.4, found: [] });
  });
  it("are no level where no section agrees with them", () => {
    expect(seen(overNames([10, 20, 30, 40]))).toMatchObject({ sections: undefined, sums: undefined, found: [] });
  });
});

describe("the fix for two levels", () => {
  it("writes fractions and texts in their own form", () => {
    const fractions = inColumn([0.4, 0.5, 0.5, 0.5], [0.6, 0.4]);
    expect(fixesOf(fractions)[0]).toEqual(["scale", [0.44, 0.56]]);
    const texts = inHeadings([40, 60, 50, 50], [60, 50]).map((row) =>
      row.map((cell, c) => (c === 1 && typeof cell === "number" ? `${String(cell)}%` : cell)),
    );
    expect(fixesOf(texts)[0]).toEqual(["scale", ["55%", "45%"]]);
  });
  it("offers nothing where a formula makes a section's weight", () => {
    const made = inColumn([40, 60, 50, 50]);
    const row = made[3] ?? [];
    row[1] = "=25*2 -> 50";
    expect(seen(made).found).toEqual([["W15", "sections", 110, 100]]);
    expect(fixesOf(made)).toEqual([]);
  });
});
