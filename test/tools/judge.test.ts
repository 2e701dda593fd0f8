import { newSheetData, newWorkbookData } from "../../host/model/newWorkbook";
import { MAX_COLUMNS } from "../../src/core/model/a1";
import type { CellScalar, ConditionalFormatRule, WorkbookData } from "../../host/model/types";
import { compareFormulas, describeDifference, sameValue } from "../../tools/judge/compareValues";
import { recalculate } from "../../tools/judge/libreOffice";
import { addRuleCells, ruleAsFormula } from "../../tools/judge/ruleCells";

const at = (row: number, column: number): number => row * MAX_COLUMNS + column;

describe("the judge's comparison", () => {
  test("numbers agree within a billionth, texts and errors exactly", () => {
    expect(sameValue(1e6, 1e6 + 1e-4)).toBe(true);
    expect(sameValue(1e6, 1e6 + 1e-2)).toBe(false);
    expect(sameValue(0, 1e-10)).toBe(true);
    expect(sameValue("N/A", "n/a")).toBe(false);
    expect(sameValue({ error: "#N/A" }, { error: "#N/A" })).toBe(true);
    expect(sameValue({ error: "#N/A" }, { error: "#VALUE!" })).toBe(false);
    expect(sameValue("", null)).toBe(true);
    expect(sameValue(0, null)).toBe(false);
    expect(sameValue(1, true)).toBe(false);
    expect(sameValue("1", 1)).toBe(false);
  });

  test("each formula cell is compared with the cell at its place on the sheet of its name; literals are not", () => {
    const make = (value: CellScalar): WorkbookData => {
      const data = newWorkbookData("Results", "Other");
      data.sheets[0]?.cells.set(at(0, 0), { value: 5, format: {} });
      data.sheets[1]?.cells.set(at(1, 1), { value, formula: "=A1+1", format: {} });
      return data;
    };
    expect(compareFormulas(make(6), make(6))).toEqual({ formulas: 1, differences: [] });
    const { differences } = compareFormulas(make(6), make(7));
    expect(differences.map(describeDifference)).toEqual(["Other!B2: ours 6, LibreOffice 7   =A1+1"]);
    const missing = compareFormulas(make(6), newWorkbookData("Results"));
    expect(missing.differences.map(({ theirs }) => theirs)).toEqual([undefined]);
  });
});

test("a judgement of no workbook ends at once, without LibreOffice", async () => {
  expect(await recalculate([])).toEqual(new Map());
});

describe("rules made checkable", () => {
  test("a rule's formula is written out for every cell it looks at, in that cell's row, beyond the sheet's own cells", () => {
    const sheet = newSheetData("Plan");
    sheet.cells.set(at(1, 1), { value: 40, format: {} });
    const rule: ConditionalFormatRule = { kind: "Custom", formula: "=AND($B2>$B$9,C2<>eh_1_Sum)", format: {} };
    const ranges = [
      { row: 1, column: 1, rows: 2, columns: 2 },
      { row: 5, column: 3, rows: 1, columns: 1 },
    ];
    sheet.conditionalFormats.push({ id: "{1}", ranges, stopIfTrue: false, rule });
    const helpers = addRuleCells(sheet);
    const formulas = helpers.map(({ address, key }) => [address, sheet.cells.get(key)?.formula]);
    expect(formulas).toEqual([
      ["B2", "=IFERROR(IF(AND($B2>$B$9,C2<>eh_1_Sum),1,0),0)"],
      ["B3", "=IFERROR(IF(AND($B3>$B$9,C3<>eh_1_Sum),1,0),0)"],
      ["C2", "=IFERROR(IF(AND($B2>$B$9,D2<>eh_1_Sum),1,0),0)"],
      ["C3", "=IFERROR(IF(AND($B3>$B$9,D3<>eh_1_Sum),1,0),0)"],
      ["D6", "=IFERROR(IF(AND($B6>$B$9,E6<>eh_1_Sum),1,0),0)"],
    ]);
    expect(helpers.every(({ key }) => key % MAX_COLUMNS > 10)).toBe(true);
    expect(helpers.map(({ key }) => Math.floor(key / MAX_COLUMNS))).toEqual([1, 2, 1, 2, 5]);
  });

  test("a comparison with values is told as a formula of the cell itself; bars and scales are neither on nor off", () => {
    const rule = { kind: "CellValue", formula1: "=0", formula2: "=$A$1", format: {} } as const;
    expect(ruleAsFormula({ ...rule, operator: "GreaterThanOrEqual" }, 2, 1)).toBe("=B3>=(0)");
    expect(ruleAsFormula({ ...rule, operator: "NotBetween" }, 2, 1)).toBe(
      "=NOT(AND(B3>=MIN((0),($A$1)),B3<=MAX((0),($A$1))))",
    );
    expect(ruleAsFormula({ kind: "ColorScale", points: [] }, 0, 0)).toBeNull();
  });
});
