import { bench, rect, refusal } from "./workbook";

const rule = (formula: string) => ({ kind: "Custom", formula, format: { fill: "#FFC7CE" } }) as const;

describe("Inserting rows and columns", () => {
  test("Formulas on the same and on other sheets follow", () => {
    const { model, id, type, at } = bench();
    type("A1", [["=A5+$A$5+SUM(A2:A5)+SUM(A:A)+SUM(3:6)"]]);
    type("A1", [["=A!A5+A5+SUM('A'!B2:B6)"]], "B");
    model.insertCells(id(), rect("4:5"), "Down");
    expect(at("A1")).toBe("=A7+$A$7+SUM(A2:A7)+SUM(A:A)+SUM(3:8)");
    expect(at("A1", "B")).toBe("=A!A7+A5+SUM('A'!B2:B8)");
  });

  test("A column inserted moves columns only", () => {
    const { model, id, type, at } = bench();
    type("A1", [["=C1+SUM(B1:D1)+SUM(B:D)+SUM(1:2)"]]);
    model.insertCells(id(), rect("C:C"), "Right");
    expect(at("A1")).toBe("=D1+SUM(B1:E1)+SUM(B:E)+SUM(1:2)");
  });

  test("Cells inserted in a band move only references that lie wholly in it", () => {
    const { model, id, type, at } = bench();
    type("F1", [["=A5+C5+SUM(A5:B5)+SUM(A5:C5)"]]);
    model.insertCells(id(), rect("A2:B3"), "Down");
    expect(at("F1")).toBe("=A7+C5+SUM(A7:B7)+SUM(A5:C5)");
  });

  test("Names, rules, validation, merges, notes, charts, print area, titles, frozen panes, sizes and kept references follow", () => {
    const { model, id } = bench();
    const sheet = model.sheet("A");
    if (!sheet) throw new Error("no sheet");
    model.addName(null, "total", "=A!$A$5");
    model.addConditionalFormat(id(), rect("B5:B9"), rule("=$A5>B$1"));
    model.setValidation(id(), rect("C5:C9"), { rule: { list: { inCellDropDown: true, source: "=$F$5:$F$9" } } });
    model.merge(id(), rect("D5:E5"), false);
    sheet.notes.push({ row: 4, column: 0, author: "x", text: "y" });
    sheet.charts.push({
      id: "c",
      name: "c",
      type: "ColumnClustered",
      title: "",
      showTitle: false,
      left: 0,
      top: 60,
      width: 100,
      height: 100,
      legendVisible: true,
      series: [{ name: "n", values: "=A!$B$5:$B$9", categories: "A!$A$5:$A$9" }],
    });
    sheet.page.printArea = rect("A1:E9");
    sheet.page.titleRows = { first: 4, last: 4 };
    model.freeze(id(), { rows: 5, columns: 1 });
    model.setRowHeight(id(), 4, 1, 30);
    model.setHidden(id(), "rows", 6, 1, true);
    const kept = model.keep(id(), rect("A5:B6"));
    model.insertCells(id(), rect("3:4"), "Down");
    expect(model.data.names[0]?.formula).toBe("=A!$A$7");
    expect(sheet.conditionalFormats[0]).toMatchObject({ ranges: [rect("B7:B11")], rule: { formula: "=$A7>B$1" } });
    expect(sheet.validations[0]).toMatchObject({ ranges: [rect("C7:C11")], rule: { list: { source: "=$F$7:$F$11" } } });
    expect(sheet.merges).toStrictEqual([rect("D7:E7")]);
    expect(sheet.notes[0]?.row).toBe(6);
    expect(sheet.charts[0]).toMatchObject({
      top: 90,
      series: [{ values: "=A!$B$7:$B$11", categories: "A!$A$7:$A$11" }],
    });
    expect(sheet.page).toStrictEqual({ printArea: rect("A1:E11"), titleRows: { first: 6, last: 6 } });
    expect(sheet.freeze).toStrictEqual({ rows: 7, columns: 1 });
    expect(sheet.rowHeights).toStrictEqual(new Map([[6, 30]]));
    expect(sheet.hiddenRows).toStrictEqual(new Set([8]));
    expect(kept.rect).toStrictEqual(rect("A7:B8"));
  });

  test("A row inside a rule's range stretches it", () => {
    const { model, id } = bench();
    model.addConditionalFormat(id(), rect("B5:B9"), rule("=$A5>0"));
    model.insertCells(id(), rect("6:6"), "Down");
    expect(model.sheet("A")?.conditionalFormats[0]).toMatchObject({
      ranges: [rect("B5:B10")],
      rule: { formula: "=$A5>0" },
    });
  });

  test("Cells inserted under a part of a rule's range cut it; deleted again it is whole", () => {
    const { model, id } = bench();
    model.addConditionalFormat(id(), rect("A5:D9"), rule("=A5>0"));
    model.insertCells(id(), rect("A6:B7"), "Down");
    expect(model.sheet("A")?.conditionalFormats[0]).toMatchObject({
      ranges: [rect("A5:B11"), rect("C5:D9")],
      rule: { formula: "=A5>0" },
    });
    model.deleteCells(id(), rect("A6:B7"), "Up");
    expect(model.sheet("A")?.conditionalFormats[0]?.ranges).toStrictEqual([rect("A5:D9")]);
  });

  test("A cut rule keeps its meaning wherever its first cell lies", () => {
    const { model, id } = bench();
    model.addConditionalFormat(id(), rect("A5:D9"), rule("=A5>$F$1"));
    model.insertCells(id(), rect("C6:D7"), "Down");
    expect(model.sheet("A")?.conditionalFormats[0]).toMatchObject({
      ranges: [rect("A5:B9"), rect("C5:D11")],
      rule: { formula: "=A5>$F$1" },
    });
    model.deleteCells(id(), rect("A5:B6"), "Up");
    expect(model.sheet("A")?.conditionalFormats[0]).toMatchObject({ rule: { formula: "=A5>$F$1" } });
  });

  test("New rows look like the row above", () => {
    const { model, id } = bench();
    model.setFormat(id(), rect("B2"), { fill: "#00FF00" });
    model.insertCells(id(), rect("3:3"), "Down");
    expect(model.formatAt(id(), 2, 1).fill).toBe("#00FF00");
  });

  test("Cells with contents are not pushed off the sheet", () => {
    const { model, id, type } = bench();
    type("A1048576", [["last"]]);
    expect(
      refusal(() => {
        model.insertCells(id(), rect("1:1"), "Down");
      }),
    ).toBe("NonBlankCellOffSheet");
  });

  test("Merged cells are not torn apart", () => {
    const { model, id } = bench();
    model.merge(id(), rect("A5:B5"), false);
    expect(
      refusal(() => {
        model.insertCells(id(), rect("A1:A2"), "Down");
      }),
    ).toBe("MergedRangeConflict");
  });
});

describe("Deleting rows and columns", () => {
  test("References to deleted cells become #REF!, ranges shrink", () => {
    const { model, id, type, at } = bench();
    type("A1", [["=A5+SUM(A4:A9)+A9"]]);
    type("A1", [["=A!A5"]], "B");
    model.deleteCells(id(), rect("5:6"), "Up");
    expect(at("A1")).toBe("=#REF!+SUM(A4:A7)+A7");
    expect(at("A1", "B")).toBe("=A!#REF!");
  });

  test("The engine is told plain errors", async () => {
    const { model, id, type, engine } = bench();
    type("A1", [["=A!A5+1"]], "B");
    model.deleteCells(id(), rect("5:5"), "Up");
    await model.recalc();
    expect(engine.formula("B", 0, 0)).toBe("=#REF!+1");
  });

  test("A rule keeps its meaning when its first row goes", () => {
    const { model, id } = bench();
    model.addConditionalFormat(id(), rect("B5:B9"), rule("=$A5>B$1"));
    model.deleteCells(id(), rect("5:6"), "Up");
    expect(model.sheet("A")?.conditionalFormats[0]).toMatchObject({
      ranges: [rect("B5:B7")],
      rule: { formula: "=$A5>B$1" },
    });
  });

  test("A rule whose whole range goes is gone; a kept reference loses its range", () => {
    const { model, id } = bench();
    model.addConditionalFormat(id(), rect("B5:B6"), rule("=B5>0"));
    const kept = model.keep(id(), rect("B5"));
    model.deleteCells(id(), rect("4:7"), "Up");
    expect([model.sheet("A")?.conditionalFormats, kept.rect]).toStrictEqual([[], null]);
  });

  test("Whole columns shift left what stood behind them", () => {
    const { model, id, type, at } = bench();
    type("A1", [[1, 2, 3, "=C1+B1"]]);
    model.deleteCells(id(), rect("B:B"), "Left");
    expect([at("A1"), at("B1"), at("C1")]).toStrictEqual([1, 3, "=B1+#REF!"]);
  });
});
