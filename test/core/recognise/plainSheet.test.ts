import { assess } from "../../../src/core/assess";
import { sheetSnapshot } from "../../support/sheet";
import { BLANK, CHINESE, CLEAN, SHORT } from "../../fixtures/sheets/plain";

const rules = (grid: typeof CLEAN): string[] => assess(sheetSnapshot(grid)).findings.map((finding) => finding.rule);

describe("a plain sheet with people down and indicators across", () => {
  it("is understood with the weights under the header", () => {
    const found = assess(sheetSnapshot(CLEAN));
    expect(found).toMatchObject({ kind: "recognised", people: 5, indicators: 4, filled: 20, toFill: 20 });
    expect(found.plans).toEqual([{ name: "Sheet1", weightSum: 100, expected: 100 }]);
    // Ann: 0.3·90 + 0.3·80 + 0.2·70 + 0.2·85 = 82; Bob: 22.5 + 28.5 + 17.6 + 18 = 86.6
    expect(found.results.map(({ name, total, rank }) => [name, total, rank])).toEqual([
      ["Ann", 82, 2],
      ["Bob", 86.6, 1],
      ["Cho", 70, 5],
      ["Dee", 77.4, 4],
      ["Eve", 79.5, 3],
    ]);
  });
  it("says nothing when nothing is wrong", () => {
    expect(rules(CLEAN)).toEqual([]);
    expect(assess(sheetSnapshot(CLEAN)).marks).toEqual([]);
  });
  it("finds weights that add up to 95 and nothing else, with a mark on the weights", () => {
    const found = assess(sheetSnapshot(SHORT));
    expect(found.findings.map(({ rule, severity }) => [rule, severity])).toEqual([["W01", "error"]]);
    expect(found.findings[0]?.message.params).toMatchObject({ sum: 95, gap: 5, side: "short" });
    expect(found.marks).toEqual([
      {
        rule: "W01",
        severity: "error",
        sheet: "Sheet1",
        rect: { row: 1, column: 1, rows: 1, columns: 4 },
        formula: '=AND(N("evenhand:W01")=0,ABS(ROUND(SUM($B$2:$E$2)-100,9))>0.005)',
      },
    ]);
  });
  it("reads Chinese headers, percent texts above the header, and leaves totals, ranks and averages out", () => {
    const found = assess(sheetSnapshot(CHINESE));
    expect(found).toMatchObject({ kind: "recognised", title: "2026年上半年考核", people: 5, indicators: 3 });
    expect(found.results.map(({ total }) => total)).toEqual([81, 80, 73, 75, 60]);
    expect(found.results.map(({ rank }) => rank)).toEqual([1, 2, 4, 3, 5]);
    expect(found.findings).toEqual([]);
  });
  it("gives bounds and no rank while a score is missing, and names the person", () => {
    const found = assess(sheetSnapshot(BLANK));
    const [ann] = found.results;
    expect(ann).toMatchObject({ total: null, rank: null, coverage: 0.7, low: 50, high: 80 });
    expect(ann?.soFar).toBeCloseTo(71.428571, 6);
    expect(found.findings.map(({ rule, person }) => [rule, person])).toEqual([["C01", "Ann"]]);
    expect(found.entryCells.filter(({ empty }) => empty).map(({ location }) => location.rect)).toEqual([
      { row: 2, column: 2, rows: 1, columns: 1 },
    ]);
  });
  it("is found where it does not begin in A1", () => {
    const found = assess(sheetSnapshot(SHORT, { at: { row: 6, column: 3 } }));
    expect(found.findings[0]?.location.rect).toEqual({ row: 7, column: 4, rows: 1, columns: 4 });
  });
  it("takes weights out of the header texts", () => {
    const found = assess(
      sheetSnapshot([
        ["Name", "Quality (60%)", "Cost (40%)"],
        ["Ann", 90, 80],
        ["Bob", 70, 100],
        ["Cho", 60, 60],
      ]),
    );
    expect(found.results.map(({ total }) => total)).toEqual([86, 82, 60]);
  });
});

describe("columns", () => {
  it("with a weight of their own are indicators whatever they are called; the sum beside them is the total", () => {
    const found = assess(
      sheetSnapshot([
        ["ID", "Employee", "Age", "Department", "Result", "Status", "Total", "Remarks"],
        ["", "Weight", "", "", 60, 40, 100, ""],
        ["E1", "Ann", 41, "A", 90, 80, 86, "good"],
        ["E2", "Bob", 35, "A", 70, 95, 80, ""],
        ["E3", "Cho", 29, "B", 60, 70, 64, ""],
      ]),
    );
    expect(found).toMatchObject({ kind: "recognised", indicators: 2 });
    expect(found.results.map(({ total }) => total)).toEqual([86, 80, 64]);
    expect(found.findings.map(({ rule }) => rule)).not.toContain("W02");
  });
  it("are found with the weights under the data, and averages are nobody", () => {
    const found = assess(
      sheetSnapshot([
        ["Student", "Exam", "Project", "Oral"],
        ["Ann", 90, 80, 70],
        ["Bob", 70, 95, 60],
        ["Cho", 60, 70, 80],
        ["Average", 73.3, 81.7, 70],
        ["Weight", "50%", "30%", "20%"],
      ]),
    );
    expect(found.kind).toBe("recognised");
    expect(found.results.map(({ name, total }) => [name, total])).toEqual([
      ["Ann", 83],
      ["Bob", 75.5],
      ["Cho", 67],
    ]);
  });
  it("divide scores by maximum points where the row gives those", () => {
    const found = assess(
      sheetSnapshot([
        ["Name", "Test", "Essay", "Oral"],
        ["Max points", 40, 30, 20],
        ["Ann", 40, 15, 20],
        ["Bob", 20, 30, 10],
        ["Cho", 30, 20, 15],
      ]),
    );
    expect(found.reasons[0]?.key).toBe("checks.assumed.maximum");
    expect(found.results[0]?.total).toBeCloseTo((75 / 90) * 100, 6);
    expect(found.findings.map(({ rule }) => rule)).not.toContain("W01");
  });
});

describe("weight families", () => {
  const withWeights = (weights: readonly (number | string)[]): readonly (readonly (number | string)[])[] =>
    CLEAN.map((row, i) => (i === 1 ? ["Weight", ...weights] : row)) as never;
  it("does not alarm about importance points", () => {
    expect(assess(sheetSnapshot(withWeights([5, 4, 3, 2]))).findings.map(({ rule }) => rule)).not.toContain("W01");
  });
  it("alarms about fractions that do not add up to 1", () => {
    expect(rules(withWeights([0.3, 0.3, 0.2, 0.15]) as never)).toEqual(["W01"]);
  });
  it("stops at mixed scales and makes no totals", () => {
    const found = assess(sheetSnapshot(withWeights([30, 30, 20, 0.2])));
    expect(found.findings.map(({ rule }) => rule)).toEqual(["W12"]);
    expect(found.results.every(({ total }) => total === null)).toBe(true);
  });
});

describe("a sheet that is not understood", () => {
  it("is empty or refused with the reason", () => {
    expect(assess(sheetSnapshot([])).kind).toBe("empty");
    expect(assess(sheetSnapshot([["Notes"], ["call the bank"]]))).toMatchObject({
      kind: "refused",
      reasons: [{ key: "checks.refused.notAScorecard" }],
    });
    const noWeights = CLEAN.filter((_, i) => i !== 1);
    expect(assess(sheetSnapshot(noWeights)).reasons).toEqual([{ key: "checks.refused.noWeights" }]);
  });
});
