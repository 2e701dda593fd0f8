import fc from "fast-check";
import { joinTokens, tokenize } from "../../../src/core/formulas/tokens";

const kinds = (formula: string): string[] => tokenize(formula).map((t) => `${t.kind}:${t.text}`);

describe("tokens of a formula", () => {
  it("tells references, operators and functions apart", () => {
    expect(kinds("=SUM(A1:$B$2)*2")).toEqual([
      "operator:=",
      "function:SUM",
      "open:(",
      "reference:A1",
      "operator::",
      "reference:$B$2",
      "close:)",
      "operator:*",
      "number:2",
    ]);
  });
  it("reads whole columns and rows as one reference", () => {
    expect(kinds("=SUM(A:C,$1:3)").filter((k) => k.startsWith("reference"))).toEqual([
      "reference:A:C",
      "reference:$1:3",
    ]);
  });
  it("takes a table's name and its brackets apart, with nested brackets and escapes", () => {
    expect(kinds("=eh_1_Plan[[#This Row],[a'] b]]")).toEqual([
      "operator:=",
      "name:eh_1_Plan",
      "structured:[[#This Row],[a'] b]]",
    ]);
    expect(kinds("=[@Weight]")).toEqual(["operator:=", "structured:[@Weight]"]);
  });
  it("keeps quotes inside strings and sheet names whole", () => {
    expect(kinds('="say ""A1"""&\'It\'\'s\'!B2')).toEqual([
      "operator:=",
      'string:"say ""A1"""',
      "operator:&",
      "sheet:'It''s'!",
      "reference:B2",
    ]);
  });
  it("does not take names, functions or numbers with letters for cells", () => {
    expect(kinds("=LOG10(1)+A1B+eh_1_Cap+1.5E-3")).toEqual([
      "operator:=",
      "function:LOG10",
      "open:(",
      "number:1",
      "close:)",
      "operator:+",
      "name:A1B",
      "operator:+",
      "name:eh_1_Cap",
      "operator:+",
      "number:1.5E-3",
    ]);
  });
  it("reads Chinese sheet and column names, booleans, errors and arrays", () => {
    expect(kinds("=评分录入!C3+IF(TRUE,#N/A,{1;2})")).toContain("sheet:评分录入!");
    expect(kinds("=IF(TRUE,#N/A,{1;2})")).toEqual(
      expect.arrayContaining(["boolean:TRUE", "error:#N/A", "arrayOpen:{", "separator:;"]),
    );
  });
  it("never loses or adds a character, whatever it is given", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => joinTokens(tokenize(text)) === text));
  });
});
