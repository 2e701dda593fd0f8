import { bench, rect } from "./workbook";

describe("Copying", () => {
  test("moves relative references, takes formats, and repeats a cell over the target", () => {
    const { model, id, type, at } = bench();
    type("A1", [["=B1+$B$1+B!B1"]]);
    model.setFormat(id(), rect("A1"), { fill: "#FF0000" });
    model.copy({ sheet: id(), rect: rect("A1") }, { sheet: id(), rect: rect("A3:B4") }, "All", false, false);
    expect([at("B4"), model.formatAt(id(), 3, 1).fill]).toStrictEqual(["=C4+$B$1+B!C4", "#FF0000"]);
  });

  test("References that would leave the sheet become #REF!", () => {
    const { model, id, type, at } = bench();
    type("B2", [["=A1"]]);
    model.copy({ sheet: id(), rect: rect("B2") }, { sheet: id(), rect: rect("A1") }, "All", false, false);
    expect(at("A1")).toBe("=#REF!");
  });

  test("Values only take the calculated value, formats only the format", async () => {
    const { model, id, type, at, engine } = bench();
    type("A1", [["=1+1"]]);
    model.setFormat(id(), rect("A1"), { bold: true });
    engine.answers.set("=1+1", 2);
    await model.recalc();
    const from = { sheet: id(), rect: rect("A1") };
    model.copy(from, { sheet: id("B"), rect: rect("A1") }, "Values", false, false);
    model.copy(from, { sheet: id("B"), rect: rect("B1") }, "Formats", false, false);
    expect([at("A1", "B"), model.formatAt(id("B"), 0, 0).bold]).toStrictEqual([2, undefined]);
    expect([at("B1", "B"), model.formatAt(id("B"), 0, 1).bold]).toStrictEqual([null, true]);
  });

  test("Blanks are skipped when asked, rows become columns when asked", () => {
    const { model, id, type, at } = bench();
    type("A1", [[1, ""]]);
    type("A3", [[8, 9]]);
    model.copy({ sheet: id(), rect: rect("A1:B1") }, { sheet: id(), rect: rect("A3:B3") }, "All", true, false);
    expect([at("A3"), at("B3")]).toStrictEqual([1, 9]);
    model.copy({ sheet: id(), rect: rect("A3:B3") }, { sheet: id(), rect: rect("D1") }, "All", false, true);
    expect([at("D1"), at("D2")]).toStrictEqual([1, 9]);
  });

  test("Pasting right under a table makes it grow", () => {
    const { model, id, type, table } = bench();
    type("A1", [["x"], [1]]);
    type("F1", [[7], [8]]);
    const made = table("A1:A2");
    model.copy({ sheet: id(), rect: rect("F1:F2") }, { sheet: id(), rect: rect("A3") }, "Values", false, false);
    expect(made.rect).toStrictEqual(rect("A1:A4"));
  });

  test("An overlapping copy reads before it writes", () => {
    const { model, id, type, at } = bench();
    type("A1", [[1], [2], [3]]);
    model.copy({ sheet: id(), rect: rect("A1:A3") }, { sheet: id(), rect: rect("A2") }, "All", false, false);
    expect([at("A1"), at("A2"), at("A3"), at("A4")]).toStrictEqual([1, 1, 2, 3]);
  });

  test("All carries rules: on the same sheet the range grows, on another the formulas move", () => {
    const { model, id } = bench();
    model.addConditionalFormat(id(), rect("A1:A2"), { kind: "Custom", formula: "=$B1>A1", format: {} });
    model.setValidation(id(), rect("A1:A2"), { rule: { custom: { formula: "=A1>0" } } });
    const from = { sheet: id(), rect: rect("A1:A2") };
    model.copy(from, { sheet: id(), rect: rect("A3") }, "All", false, false);
    expect(model.sheet("A")?.conditionalFormats).toMatchObject([
      { ranges: [rect("A1:A4")], rule: { formula: "=$B1>A1" } },
    ]);
    expect(model.sheet("A")?.validations[1]).toMatchObject({
      ranges: [rect("A3:A4")],
      rule: { custom: { formula: "=A3>0" } },
    });
    model.copy(from, { sheet: id("B"), rect: rect("C5") }, "All", false, false);
    expect(model.sheet("B")?.conditionalFormats).toMatchObject([
      { ranges: [rect("C5:C6")], rule: { formula: "=$B5>C5" } },
    ]);
    expect(model.sheet("B")?.validations).toMatchObject([
      { ranges: [rect("C5:C6")], rule: { custom: { formula: "=C5>0" } } },
    ]);
  });
});
