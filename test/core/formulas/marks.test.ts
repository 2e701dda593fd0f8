import { lintFormula } from "../../../src/core/formulas/lint";
import {
  blankMark,
  errorMark,
  limitMark,
  noNumberMark,
  numberTextMark,
  outsideMark,
  sumMark,
  unprovedMark,
  zeroMark,
} from "../../../src/core/formulas/marks";
import { MARK_PREFIX } from "../../../src/core/model/mark";

const rect = { row: 3, column: 2, rows: 10, columns: 2 };

describe("the formulas of marks", () => {
  const marks = [
    sumMark("W01", rect, 100, 0.005),
    noNumberMark("W02", rect),
    zeroMark("W03", rect),
    limitMark("W04", rect, 40, "above"),
    limitMark("W04", rect, 5, "below"),
    blankMark("M01", rect, 0),
    numberTextMark("S01", rect),
    outsideMark("S02", rect, -1.5, 120),
    errorMark("S03", rect),
    unprovedMark("E01", rect, 0, [2, 5]),
  ];
  it("keep the rules for formulas, and hold the constant by which a mark is known", () => {
    for (const mark of marks) {
      expect(lintFormula(mark, "rule").map((fault) => `${mark}: ${fault}`)).toEqual([]);
      expect(mark).toContain(`N("${MARK_PREFIX}`);
    }
  });
  it("look at the first cell of their area, or at the whole of it by absolute address", () => {
    expect(noNumberMark("W02", rect)).toBe('=AND(N("evenhand:W02")=0,IF(ISNUMBER(C4),C4<0,TRUE))');
    expect(sumMark("W01", rect, 100, 0.005)).toContain("SUM($C$4:$D$13)-100");
    expect(blankMark("M01", rect, 0)).toContain("LEN($A4)>0");
    expect(unprovedMark("E01", rect, 0, [2, 5])).toContain("COUNT($C4:$F4)>0");
  });
});
