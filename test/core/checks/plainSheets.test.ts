import { assess, type Assessment } from "../../../src/core/assess";
import { rectAddress, type Rect } from "../../../src/core/model/a1";
import type { CellValue } from "../../../src/core/recognise/snapshot";
import { translate } from "../../../src/i18n/everything";
import { sheetOf, sheetSnapshot, snapshotOf } from "../../support/sheet";
import { CLEAN } from "../../fixtures/sheets/plain";

type Grid = readonly (readonly CellValue[])[];
const change = (row: number, column: number, value: CellValue): Grid =>
  CLEAN.map((line, r) => (r === row ? line.with(column, value) : line));
const run = (grid: Grid): Assessment => assess(sheetSnapshot(grid));
const rules = (grid: Grid): string[] => run(grid).findings.map(({ rule }) => rule);
/** The clean sheet with a column of totals and one of ranks. */
const withOwn = (totals: readonly number[], places: readonly number[]): Grid =>
  CLEAN.map((line, r) => [
    ...line,
    ...(r === 0 ? ["Total", "Rank"] : r === 1 ? ["", ""] : [totals[r - 2] ?? "", places[r - 2] ?? ""]),
  ]);
/** The same scores as shares of 1. */
const SHARES: Grid = CLEAN.map((line, r) =>
  r < 2 ? line : line.map((cell) => (typeof cell === "number" ? cell / 100 : cell)),
);
const TOTALS = [82, 86.6, 70, 77.4, 79.5];
const PLACES = [2, 1, 5, 4, 3];

describe("a sheet with one fault gives exactly that finding", () => {
  const cases: readonly (readonly [string, Grid, string])[] = [
    ["weights that add up to 110", change(1, 4, 30), "W01"],
    ["a weight that is empty", change(1, 4, ""), "W02"],
    ["a weight below 0", change(1, 4, -20), "W02"],
    ["a weight of 0", CLEAN.map((line, r) => (r === 1 ? ["Weight", 40, 30, 30, 0] : line)), "W03"],
    ["a weight of 3", CLEAN.map((line, r) => (r === 1 ? ["Weight", 37, 30, 30, 3] : line)), "W04"],
    ["a weight of 55", CLEAN.map((line, r) => (r === 1 ? ["Weight", 55, 15, 15, 15] : line)), "W05"],
    ["a score as text", change(3, 2, "95"), "S01"],
    ["a score with a unit", change(3, 2, "95分"), "S01"],
    ["a score above the scale", change(3, 2, 950), "S02"],
    ["a score below 0", change(3, 2, -5), "S02"],
    ["one percent among shares", SHARES.map((line, r) => (r === 4 ? line.with(2, 85) : line)), "S05"],
    ["an error value", change(3, 2, { error: "#DIV/0!" }), "S03"],
    ["a word for a score", change(3, 2, "good"), "S04"],
    ["a blank score", change(3, 2, ""), "C01"],
    ["not applicable without a reason", change(3, 2, "n/a"), "C02"],
    ["a name that stands twice", change(3, 0, "Ann"), "P03"],
    ["one wrong total", withOwn(TOTALS.with(2, 71), PLACES), "T01"],
    ["totals that leave the weights out", withOwn([81.25, 87, 71.25, 78.5, 79.5], [2, 1, 5, 4, 3]), "T01"],
    ["a rank that slipped", withOwn(TOTALS, [2, 1, 5, 3, 3]), "T02"],
  ];
  it.each(cases)("%s", (_, grid, rule) => {
    expect(new Set(rules(grid))).toEqual(new Set([rule]));
  });
  it("and nothing when its own totals and ranks are right", () => {
    expect(rules(withOwn(TOTALS, PLACES))).toEqual([]);
  });
});

describe("a column for evidence", () => {
  const proved = (...proofs: readonly string[]): Grid =>
    CLEAN.map((line, r) => [...line, r === 0 ? "Evidence" : r === 1 ? "" : (proofs[r - 2] ?? "")]);
  it("that is filled for everybody gives no finding", () => {
    expect(rules(proved("a", "b", "c", "d", "e"))).toEqual([]);
  });
  it("is asked for in the row where it is empty, and marked there", () => {
    const { findings, marks } = run(proved("a", "b", "", "d", "e"));
    expect(findings.map(({ rule, person, location }) => [rule, person, location.rect.row])).toEqual([
      ["E01", "Cho", 4],
    ]);
    expect(marks.map(({ rect, formula }) => [rect, formula])).toEqual([
      [
        { row: 2, column: 5, rows: 5, columns: 1 },
        '=AND(N("evenhand:E01")=0,LEN($A3)>0,COUNT($B3:$E3)>0,LEN(TRIM(F3))=0)',
      ],
    ]);
  });
  it("that nobody filled is said once, without a wall of marks", () => {
    const { findings, marks } = run(proved());
    expect(findings.map(({ rule, message }) => [rule, message.params?.["kind"], message.params?.["count"]])).toEqual([
      ["E01", "nobody", 5],
    ]);
    expect(marks).toEqual([]);
  });
  it("that the only person with results left empty is said of this person", () => {
    const grid = proved().map((line, r) => (r > 2 ? [line[0] ?? "", "", "", "", "", ""] : line));
    const [finding] = run(grid).findings.filter(({ rule }) => rule === "E01");
    expect([finding?.person, finding?.message.params?.["kind"]]).toEqual(["Ann", "cell"]);
  });
  it("is not asked for where there is no result yet", () => {
    const grid = proved("a", "b", "", "d", "e").map((line, r) => (r === 4 ? ["Cho", "", "", "", "", ""] : line));
    expect(rules(grid)).toEqual(["C01"]);
  });
  it("is known by its Chinese names, and a source of data is none", () => {
    const headed = (head: string): Grid =>
      proved("a", "b", "", "d", "e").map((line, r) => (r === 0 ? line.with(5, head) : line));
    expect(rules(headed("佐证材料"))).toEqual(["E01"]);
    expect(rules(headed("数据来源"))).toEqual([]);
    expect(rules(headed("Remarks"))).toEqual([]);
  });
});

describe("a column for evidence beside the lines of a form", () => {
  const form = (head: string, ...proofs: readonly string[]): Grid => [
    ["Name:", "Person A"],
    ["Objective", "Weight", "Rating", head],
    ["Sales", 40, 4, proofs[0] ?? ""],
    ["Results that last", "", "", ""],
    ["Care", 30, 2, proofs[1] ?? ""],
    ["Order", 30, 5, proofs[2] ?? ""],
    ["Total", 100, "", ""],
  ];
  const found = (grid: Grid) =>
    run(grid).findings.map(({ rule, person, location, message: { params } }) => [
      ...[rule, person, location.rect.row],
      ...[params?.["kind"], params?.["names"]],
    ]);
  it("is asked for at the lines with a rating, once, and marked beside them", () => {
    expect(found(form("Comments / evidence", "CRM", "", ""))).toEqual([
      ["E01", "Person A", 4, "cell", ["Care", "Order"]],
    ]);
    expect(run(form("Evidence", "CRM")).marks.map(({ rect, formula }) => [rect, formula])).toEqual([
      [
        { row: 2, column: 3, rows: 1, columns: 1 },
        '=AND(N("evenhand:E01")=0,LEN($A3)>0,COUNT($C3:$C3)>0,LEN(TRIM(D3))=0)',
      ],
      [
        { row: 4, column: 3, rows: 2, columns: 1 },
        '=AND(N("evenhand:E01")=0,LEN($A5)>0,COUNT($C5:$C5)>0,LEN(TRIM(D5))=0)',
      ],
    ]);
  });
  it("that is empty throughout is said once, without a mark", () => {
    expect(found(form("佐证材料"))).toEqual([["E01", "Person A", 2, "none", ["Sales", "Care", "Order"]]]);
    expect(run(form("佐证材料")).marks).toEqual([]);
  });
  it("is no column of remarks or of where data come from, and asks nothing of lines without a rating", () => {
    expect(found(form("Remarks", "CRM"))).toEqual([]);
    expect(found(form("考核依据", "CRM"))).toEqual([]);
    const open = form("Evidence", "CRM").map((line, r) => (r > 2 && r < 6 ? line.with(2, "") : line));
    expect(found(open).filter(([rule]) => rule === "E01")).toEqual([]);
  });
  it("may be one cell for several lines", () => {
    const sheet = sheetOf(form("Evidence", "CRM", "File 7"));
    const rect = { row: 4, column: 3, rows: 2, columns: 1 };
    const rulesOf = (merges: readonly Rect[]) =>
      assess(snapshotOf([{ ...sheet, merges }])).findings.map(({ rule }) => rule);
    expect(rulesOf([rect])).toEqual([]);
    expect(rulesOf([])).toEqual(["E01"]);
  });
});

describe("fixes", () => {
  it("remove the finding that offers them", () => {
    for (const grid of [change(1, 4, 30), change(1, 4, 15), change(3, 2, "95")]) {
      const [finding] = run(grid).findings;
      expect(finding?.fixes?.length).toBeGreaterThan(0);
      for (const fix of finding?.fixes ?? []) {
        const mended = fix.patches.reduce<Grid>(
          (sheet, { location: { rect }, after }) =>
            sheet.map((line, r) =>
              r === rect.row && typeof after !== "object" ? line.with(rect.column, after) : line,
            ),
          grid,
        );
        expect(rules(mended)).not.toContain(finding?.rule);
      }
    }
  });
  it("write percent texts as percent texts and fractions as fractions", () => {
    const texts = run(CLEAN.map((line, r) => (r === 1 ? ["Weight", "30%", "30%", "20%", "15%"] : line)));
    expect(texts.findings[0]?.fixes?.[0]?.patches.map(({ after }) => after)).toEqual(["32%", "31%", "21%", "16%"]);
    const fractions = run(CLEAN.map((line, r) => (r === 1 ? ["Weight", 0.3, 0.3, 0.2, 0.15] : line)));
    expect(fractions.findings[0]?.fixes?.[0]?.patches.map(({ after }) => after)).toEqual([0.32, 0.31, 0.21, 0.16]);
  });
});

describe("marks", () => {
  it("cover the whole block, carry the rule's constant and look only at their own row", () => {
    const { marks } = run(change(3, 2, ""));
    expect(marks).toEqual([
      {
        rule: "C01",
        severity: "warning",
        sheet: "Sheet1",
        rect: { row: 2, column: 1, rows: 5, columns: 4 },
        formula: '=AND(N("evenhand:C01")=0,LEN($A3)>0,LEN(B3)=0)',
      },
    ]);
  });
});

describe("marks on the sheet's own totals and ranks", () => {
  const marksOf = (grid: Grid) =>
    run(grid)
      .marks.filter(({ rule }) => rule === "T01" || rule === "T02")
      .map(({ rect, formula }) => `${rectAddress(rect)} ${formula}`);
  it("stand where one total is wrong, with the weighted total of its row", () => {
    expect(marksOf(withOwn(TOTALS.with(2, 71), PLACES))).toEqual([
      'F3:F7 =AND(N("evenhand:T01")=0,ISNUMBER(F3),IFERROR(ABS(F3-(IF(OR(SUMPRODUCT(--(LEN(B3:E3)=0))>0,SUMPRODUCT($B$2:$E$2,--ISNUMBER(B3:E3))<=0),"",ROUND(SUMPRODUCT($B$2:$E$2,B3:E3)/SUMPRODUCT($B$2:$E$2,--ISNUMBER(B3:E3)),6))))>0.05000001,FALSE))',
    ]);
  });
  it("stand where a rank is not the place of its total", () => {
    expect(marksOf(withOwn(TOTALS, [2, 1, 5, 3, 3]))).toEqual([
      'G3:G7 =AND(N("evenhand:T02")=0,LEN($A3)>0,ISNUMBER(G3),ISNUMBER($F3),N(G3)<>COUNTIF($F$3:$F$7,">"&$F3)+1)',
    ]);
  });
  it("are none on totals that count up to a limit, where the limit is no mistake", () => {
    const capped = (first: string): Grid => [
      ["Name", "Work", "Care", "Total"],
      ["Weight", 50, 50, ""],
      ["Ann", 110, 120, first],
      ["Ben", 70, 80, "=MIN(100,B4*$B$2/100+C4*$C$2/100) -> 75"],
      ["Cid", 60, 50, "=MIN(100,B5*$B$2/100+C5*$C$2/100) -> 55"],
      ["Dan", 80, 90, 84],
      ["Eve", 90, 80, "=MIN(100,B7*$B$2/100+C7*$C$2/100) -> 85"],
    ];
    const limited = capped("=MIN(100,B3*$B$2/100+C3*$C$2/100) -> 100");
    expect(run(limited).findings.map(({ rule, person }) => `${rule} ${person ?? ""}`)).toContain("T01 Dan");
    expect(marksOf(limited)).toEqual([]);
    expect(marksOf(capped("115"))).toHaveLength(1);
  });
  it("are none where most totals are wrong, or the mark would accuse ranks of which nothing was said", () => {
    expect(marksOf(withOwn([81.25, 87, 71.25, 78.5, 79.5], PLACES))).toEqual([]);
    // Dense ranks with one slip: by places that leave out the next one others would be accused.
    const equal = withOwn([82, 82, 70, 77.4, 79.5], [1, 1, 4, 4, 2]).map((line, r) =>
      r === 3 ? [...CLEAN[2]!.with(0, "Ben"), 82, 1] : line,
    );
    expect(run(equal).findings.map(({ rule }) => rule)).toContain("T02");
    expect(marksOf(equal).filter((mark) => mark.includes("T02"))).toEqual([]);
  });
});

describe("words where numbers belong", () => {
  it("are named among numbers, and not where nobody has a number yet", () => {
    expect(rules(change(3, 2, "good"))).toEqual(["S04"]);
    const words = CLEAN.map((line, r) => (r < 2 ? line : line.map((cell, c) => (c === 0 ? cell : "see below"))));
    expect(rules(words)).not.toContain("S04");
  });
});

describe("marks on weights as texts", () => {
  const texts = (...weights: readonly (string | number)[]): Grid =>
    CLEAN.map((line, r) => (r === 1 ? ["Weight", ...weights] : line));
  const marksOf = (grid: Grid) =>
    run(grid)
      .marks.filter(({ rule }) => rule === "W01")
      .map(({ formula }) => formula);
  it("add up what Excel makes of them", () => {
    expect(marksOf(texts("40%", "25%", "20%", "10%"))).toEqual([
      '=AND(N("evenhand:W01")=0,IFERROR(ABS(ROUND(SUMPRODUCT(VALUE($B$2:$E$2))-1,9))>0.00005,FALSE))',
    ]);
  });
  it("are none where texts and numbers are mixed, or the weights are right", () => {
    expect(marksOf(texts("40%", 0.25, "20%", "10%"))).toEqual([]);
    expect(marksOf(texts("40%", "30%", "20%", "10%"))).toEqual([]);
  });
});

describe("the sentences", () => {
  it.each(["en", "zh-CN"] as const)("have no hole (%s)", (language) => {
    const bare = CLEAN.map((line, r) => [...line, r === 0 ? "Evidence" : r > 2 ? "file" : ""]);
    const empty = CLEAN.map((line, r) => [...line, r === 0 ? "Evidence" : ""]);
    for (const grid of [
      bare,
      empty,
      change(1, 4, 30),
      change(3, 2, ""),
      change(3, 2, "95"),
      withOwn(TOTALS, [2, 1, 5, 3, 3]),
    ]) {
      for (const { message, why, next } of run(grid).findings) {
        for (const { key, params } of [message, why, next])
          expect(translate(language, key, params)).not.toMatch(/[{}[\]]|undefined/);
      }
    }
  });
});
