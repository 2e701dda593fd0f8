import {
  translateStructuredReferences,
  type TableLookup,
  type TablePlace,
} from "../../../host/engine/structuredReferences";
import type { SheetData, TableData } from "../../../host/model/types";

/** A table at B3:E7 on "My Sheet": header in row 3, body rows 4–6, totals in row 7. */
const table = (over: Partial<TableData> = {}): TableData => ({
  id: "t1",
  name: "Plan",
  rect: { row: 2, column: 1, rows: 5, columns: 4 },
  columns: ["Id", "Weight", "a [b]", "two\nlines"].map((name, id) => ({ id, name })),
  showHeaders: true,
  showTotals: true,
  style: "",
  showBandedRows: false,
  showBandedColumns: false,
  showFilterButton: false,
  highlightFirstColumn: false,
  highlightLastColumn: false,
  filter: null,
  ...over,
});
const lookup = (data: TableData = table()): TableLookup => {
  const place: TablePlace = { sheet: { id: "s1", name: "My Sheet" } as SheetData, table: data };
  return {
    byName: (name) => (name.toLowerCase() === data.name.toLowerCase() ? place : undefined),
    around: (sheetId, row, column) =>
      sheetId === "s1" && row > data.rect.row && row < data.rect.row + data.rect.rows && column >= 1 && column <= 4
        ? place
        : undefined,
  };
};
const inRow5 = { sheetId: "s1", row: 4, column: 2 };
const translate = (formula: string, place: typeof inRow5 | null = inRow5, data = table()): string =>
  translateStructuredReferences(formula, place, lookup(data));

describe("structured references", () => {
  it.each([
    ["=Plan[Weight]", "='My Sheet'!$C$4:$C$6"],
    ["=plan[weight]", "='My Sheet'!$C$4:$C$6"],
    ["=Plan[@Weight]", "='My Sheet'!$C5"],
    ["=[@Weight]*2", "='My Sheet'!$C5*2"],
    ["=Plan[[#This Row],[Weight]]", "='My Sheet'!$C5"],
    ["=Plan[@[Id]:[Weight]]", "='My Sheet'!$B5:$C5"],
    ["=SUM(Plan[[Id]:[a '[b']]])", "=SUM('My Sheet'!$B$4:$D$6)"],
    ["=[@[a '[b']]]", "='My Sheet'!$D5"],
    ["=[@[two\nlines]]", "='My Sheet'!$E5"],
    ["=ROWS(Plan)", "=ROWS('My Sheet'!$B$4:$E$6)"],
    ["=Plan[#All]", "='My Sheet'!$B$3:$E$7"],
    ["=Plan[#Headers]", "='My Sheet'!$B$3:$E$3"],
    ["=Plan[[#Headers],[Weight]]", "='My Sheet'!$C$3"],
    ["=Plan[[#Totals],[Weight]]", "='My Sheet'!$C$7"],
    ["=Plan[[#Headers],[#Data],[Weight]]", "='My Sheet'!$C$3:$C$6"],
    ["=Plan[[#Data],[#Totals],[Id]:[Weight]]", "='My Sheet'!$B$4:$C$7"],
    ["=Plan[@]", "='My Sheet'!$B5:$E5"],
    ["=[Weight]", "='My Sheet'!$C$4:$C$6"],
    ["=Plan[ Weight ]", "='My Sheet'!$C$4:$C$6"],
  ])("%s stands for %s", (formula, expected) => {
    expect(translate(formula)).toBe(expected);
  });

  it("leaves strings, sheet names, functions and other names alone", () => {
    for (const formula of [
      '="Plan[Weight]"',
      "='Plan[x]'!A1",
      "=Planet+Plan2",
      "=PLAN(1)",
      "=A1:B2",
      '=IF(A1="[@x]",1,2)',
    ]) {
      expect(translate(formula)).toBe(formula);
    }
  });
  it("shows #REF! for a column or totals row that is not there", () => {
    expect(translate("=Plan[Gone]")).toBe("=#REF!");
    expect(translate("=Plan[#Totals]", inRow5, table({ showTotals: false }))).toBe("=#REF!");
    expect(translate("=SUM(Gone[Weight])")).toBe("=SUM(#REF!)");
    expect(translate("=Plan[[#Nonsense],[Weight]]")).toBe("=#REF!");
  });
  it("shows #VALUE! for this row outside the body, on another sheet, or in a name", () => {
    expect(translate("=Plan[@Weight]", { ...inRow5, row: 2 })).toBe("=#VALUE!");
    expect(translate("=Plan[@Weight]", { ...inRow5, row: 6 })).toBe("=#VALUE!");
    expect(translate("=Plan[@Weight]", { ...inRow5, sheetId: "s2" })).toBe("=#VALUE!");
    expect(translate("=Plan[@Weight]", null)).toBe("=#VALUE!");
  });
  it("follows rename, resize and moved rows", () => {
    expect(translate("=New[Weight]", inRow5, table({ name: "New" }))).toBe("='My Sheet'!$C$4:$C$6");
    expect(translate("=Plan[Weight]", inRow5, table({ rect: { row: 2, column: 1, rows: 9, columns: 4 } }))).toBe(
      "='My Sheet'!$C$4:$C$10",
    );
    expect(translate("=Plan[Weight]", inRow5, table({ rect: { row: 5, column: 1, rows: 5, columns: 4 } }))).toBe(
      "='My Sheet'!$C$7:$C$9",
    );
  });
  it("leaves [@x] alone outside any table", () => {
    expect(translate("=[@x]", { sheetId: "s9", row: 1, column: 1 })).toBe("=[@x]");
  });
});
