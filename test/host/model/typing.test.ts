import { NO_FORMAT } from "../../../host/model/cellStore";
import type { CellFormat } from "../../../host/model/types";
import { bench, rect, refusal } from "./workbook";

describe("Typing into a cell", () => {
  test.each([
    ["12", 12, undefined],
    ["-3.5", -3.5, undefined],
    ["12%", 0.12, "0%"],
    ["12.5 %", 0.125, "0.00%"],
    ["1,234", 1234, "#,##0"],
    ["1,234.50", 1234.5, "#,##0.00"],
    ["(7)", -7, undefined],
    ["1e3", 1000, "0.00E+00"],
    ["0 1/2", 0.5, "# ?/?"],
    ["TRUE", true, undefined],
    ["false", false, undefined],
    ["12,34", "12,34", undefined],
    ["1.2.3", "1.2.3", undefined],
    ["abc", "abc", undefined],
    ["P001", "P001", undefined],
  ])("%s becomes %p with the number format %p", (input, value, numberFormat) => {
    const { type, at, model, id } = bench();
    type("A1", [[input]]);
    expect(at("A1")).toBe(value);
    expect(model.formatAt(id(), 0, 0).numberFormat).toBe(numberFormat);
  });

  // Serials from Excel's own documentation: 39448 is 1 January 2008, 46081 is 28 February 2026.
  test.each([
    ["1/1/2008", 39448, "m/d/yyyy"],
    ["2026-02-28", 46081, "m/d/yyyy"],
    ["28-Feb-2026", 46081, "d-mmm-yy"],
    ["February 28, 2026", 46081, "d-mmm-yy"],
    ["28-Feb", 46081, "d-mmm"],
    ["2/28", 46081, "d-mmm"],
    ["Feb 2026", 46054, "mmm-yy"],
    ["1/1/1900", 1, "m/d/yyyy"],
    ["2/29/1900", 60, "m/d/yyyy"],
    ["3/1/1900", 61, "m/d/yyyy"],
    ["12:00", 0.5, "h:mm"],
    ["6:00 PM", 0.75, "h:mm AM/PM"],
    ["1/1/2008 12:00", 39448.5, "m/d/yyyy h:mm"],
  ])("%s is the serial %d shown as %s", (input, serial, numberFormat) => {
    const { type, at, model, id } = bench();
    type("A1", [[input]]);
    expect(at("A1")).toBe(serial);
    expect(model.formatAt(id(), 0, 0).numberFormat).toBe(numberFormat);
  });

  test("In a 1904 workbook dates are 1462 less", () => {
    const { type, at, model } = bench();
    model.data.date1904 = true;
    type("A1", [["1/1/2008"]]);
    expect(at("A1")).toBe(39448 - 1462);
  });

  test.each(["13/13/2026", "2/30/2026", "25:61", "May"])("%s is no date and stays text", (input) => {
    const { type, at } = bench();
    type("A1", [[input]]);
    expect(at("A1")).toBe(input);
  });

  test("A cell with a number format of its own keeps it", () => {
    const { type, model, id } = bench();
    model.setNumberFormats(id(), rect("A1"), [["0.000"]]);
    type("A1", [["12%"]]);
    expect(model.formatAt(id(), 0, 0).numberFormat).toBe("0.000");
  });

  test("A leading apostrophe forces text and is not part of it", () => {
    const { type, at, model, id } = bench();
    type("A1", [["'007"]]);
    expect(at("A1")).toBe("007");
    expect(model.cell(id(), 0, 0)?.forcedText).toBe(true);
  });

  test("A cell formatted as text keeps formulas and numbers as text", () => {
    const { type, at, model, id } = bench();
    model.setNumberFormats(id(), rect("A1:B1"), [["@", "@"]]);
    type("A1", [["=1+1", "007"]]);
    expect([model.cell(id(), 0, 0)?.formula, at("A1"), at("B1")]).toStrictEqual([undefined, "=1+1", "007"]);
  });

  test("Error texts become errors, whatever their case", () => {
    const { type, at } = bench();
    type("A1", [["#n/a", "#DIV/0!"]]);
    expect([at("A1"), at("B1")]).toStrictEqual([{ error: "#N/A" }, { error: "#DIV/0!" }]);
  });

  test("A formula keeps its text, functions and addresses in capitals", () => {
    const { type, at } = bench();
    type("A1", [['=sum(b1:b2)&"sum(b1)"']]);
    expect(at("A1")).toBe('=SUM(B1:B2)&"sum(b1)"');
  });

  test.each(["=SUM(", "=1+", '="open', "=)", "=T[x"])("%s is refused and changes nothing", (formula) => {
    const { type, at } = bench();
    type("A1", [["before"]]);
    expect(
      refusal(() => {
        type("A1", [[formula]]);
      }),
    ).toBe("InvalidArgument");
    expect(at("A1")).toBe("before");
  });

  test("null leaves a cell, an empty text clears it and keeps its format", () => {
    const { type, at, model, id } = bench();
    type("A1", [[1, 2]]);
    model.setFormat(id(), rect("B1"), { fill: "#FF0000" });
    type("A1", [[null, ""]]);
    expect([at("A1"), at("B1"), model.formatAt(id(), 0, 1).fill]).toStrictEqual([1, null, "#FF0000"]);
  });

  test("An array of another shape is refused with Excel's message", () => {
    const { model, id } = bench();
    expect(() => {
      model.setInputs(id(), rect("A1:B2"), [[1, 2]]);
    }).toThrow("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
  });

  test("One formula for a range moves its relative references", () => {
    const { model, id, at } = bench();
    model.fillInput(id(), rect("B2:C3"), "=A1+$A1+A$1+$A$1");
    expect(at("C3")).toBe("=B2+$A2+B$1+$A$1");
  });

  test("In cells formatted as text the formula's text is the same everywhere", () => {
    const { model, id, at } = bench();
    model.setFormat(id(), rect("B2:B3"), { numberFormat: "@" });
    model.fillInput(id(), rect("B2:B3"), "=A1");
    expect([at("B2"), at("B3")]).toStrictEqual(["=A1", "=A1"]);
  });

  test("A person who types 12 into a percent cell means 12 %, an add-in means 1200 %", () => {
    const { model, id, at, type } = bench();
    model.setNumberFormats(id(), rect("A1:B1"), [["0%", "0%"]]);
    type("A1", [["12"]]);
    model.origin = "user";
    type("B1", [["12"]]);
    expect([at("A1"), at("B1")]).toStrictEqual([12, 0.12]);
  });

  test("Only the first cell of a merged area takes contents", () => {
    const { model, id, at, type } = bench();
    model.merge(id(), rect("A1:B1"), false);
    type("A1", [[1, 2]]);
    expect([at("A1"), at("B1")]).toStrictEqual([1, null]);
  });
});

describe("What a person sees", () => {
  test.each([
    [0.1 + 0.2, "General", "0.3"],
    [1 / 3, "General", "0.333333333"],
    [123456789012, "General", "1.23457E+11"],
    [12345678901, "General", "12345678901"],
    [1e-12, "General", "1E-12"],
    [-1234.5, "General", "-1234.5"],
    [0.123, "0.0%", "12.3%"],
    [46081, "yyyy-mm-dd", "2026-02-28"],
    [-5, "#,##0.00;[Red]-#,##0.00", "-5.00"],
    [-5, "yyyy-mm-dd", "########"],
  ])("%d in %s is %s", (value, format, text) => {
    const { model, id, type, text: shown } = bench();
    model.setNumberFormats(id(), rect("A1"), [[format]]);
    type("A1", [[value]]);
    expect(shown("A1")).toBe(text);
  });

  test("Text is left alone by a number format without a text section", () => {
    const { model, id, type, text } = bench();
    model.setNumberFormats(id(), rect("A1"), [["0.00"]]);
    type("A1", [["abc"]]);
    expect(text("A1")).toBe("abc");
  });
});

describe("Formats", () => {
  test("A cell shows its own format over its row's over its column's", () => {
    const { model, id } = bench();
    model.setFormat(id(), rect("A:A"), { fill: "#111111" });
    expect(model.formatAt(id(), 4, 0).fill).toBe("#111111");
    model.setFormat(id(), rect("5:5"), { fill: "#222222" });
    expect(model.formatAt(id(), 4, 0).fill).toBe("#222222");
    model.setFormat(id(), rect("A5"), { fill: "#333333" });
    expect(model.formatAt(id(), 4, 0).fill).toBe("#333333");
  });

  test("Setting General again is the same as never having formatted", () => {
    const { model, id } = bench();
    model.setNumberFormats(id(), rect("A1"), [["0%"]]);
    model.setNumberFormats(id(), rect("A1"), [["General"]]);
    expect(model.formatAt(id(), 0, 0)).toBe(NO_FORMAT);
    expect(model.usedRect(id(), false)).toBeNull();
  });

  test.each<[string, CellFormat, CellFormat]>([
    ["a fill", { fill: "#FF0000" }, { fill: "" }],
    ["bold", { bold: true }, { bold: false }],
    ["a border", { borders: { EdgeTop: { style: "Continuous" } } }, { borders: { EdgeTop: { style: "None" } } }],
    ["an unlocked cell", { locked: false }, { locked: true }],
  ])("Taking %s away again is the same as never having had it", (_name, on, off) => {
    const { model, id } = bench();
    model.setFormat(id(), rect("A1:B2"), on);
    expect(model.formatAt(id(), 1, 1)).toStrictEqual(on);
    model.setFormat(id(), rect("A1:B2"), off);
    expect([model.formatAt(id(), 1, 1), model.usedRect(id(), false)]).toStrictEqual([NO_FORMAT, null]);
  });

  test("Borders join edge by edge", () => {
    const { model, id } = bench();
    model.setFormat(id(), rect("A1"), { borders: { EdgeTop: { style: "Continuous" } } });
    model.setFormat(id(), rect("A1"), { borders: { EdgeLeft: { style: "Dash" } } });
    expect(model.formatAt(id(), 0, 0).borders).toStrictEqual({
      EdgeTop: { style: "Continuous" },
      EdgeLeft: { style: "Dash" },
    });
  });

  test("In a formatted column a cell can be plain", () => {
    const { model, id } = bench();
    model.setFormat(id(), rect("A:A"), { bold: true });
    model.setFormat(id(), rect("A3"), { bold: false });
    expect([model.formatAt(id(), 1, 0).bold, model.formatAt(id(), 2, 0).bold]).toStrictEqual([true, undefined]);
    model.clear(id(), rect("A1:A2"), "Formats");
    expect([model.formatAt(id(), 1, 0).bold, model.formatAt(id(), 9, 0).bold]).toStrictEqual([undefined, true]);
  });

  test("The used range counts values only, or formats too", () => {
    const { model, id, type } = bench();
    type("B2", [[1]]);
    model.setFormat(id(), rect("D5"), { bold: true });
    expect(model.usedRect(id(), true)).toStrictEqual(rect("B2"));
    expect(model.usedRect(id(), false)).toStrictEqual(rect("B2:D5"));
  });
});
