import { bench, rect, refusal } from "./workbook";
import type { Bench } from "./workbook";

/** A table "Plan" at A1:C4: Id, Weight, Double ([@Weight]*2). */
function plan(): Bench {
  const it = bench();
  it.type("A1", [
    ["Id", "Weight", "Double"],
    ["a", 1, ""],
    ["b", 2, ""],
    ["c", 3, ""],
  ]);
  it.table("A1:C4", "Plan");
  it.model.fillInput(it.id(), rect("C2:C4"), "=[@Weight]*2");
  return it;
}

describe("Making a table", () => {
  test("Headers are never empty and never twice", () => {
    const { type, table, at } = bench();
    type("A1", [["Name", "name", "", 2026]]);
    const made = table("A1:D3");
    expect(made.columns.map(({ name }) => name)).toStrictEqual(["Name", "name2", "Column3", "2026"]);
    expect([at("B1"), at("C1"), at("D1")]).toStrictEqual(["name2", "Column3", "2026"]);
  });

  test("Without headers a header row comes in above and the cells move down", () => {
    const { model, id, type, at } = bench();
    type("A1", [
      [1, 2],
      [3, 4],
    ]);
    const made = model.addTable(id(), rect("A1:B2"), false);
    expect(made.rect).toStrictEqual(rect("A1:B3"));
    expect([at("A1"), at("B1"), at("A2"), at("B3")]).toStrictEqual(["Column1", "Column2", 1, 4]);
  });

  test("It cannot lie over another table or merged cells", () => {
    const { model, id, table } = bench();
    table("A1:B3");
    expect(refusal(() => table("B2:C4"))).toBe("InvalidArgument");
    model.merge(id(), rect("F1:G1"), false);
    expect(refusal(() => table("F1:G3"))).toBe("InvalidArgument");
  });

  test("Names go on from Table1, and names of tables and defined names exclude each other", () => {
    const { model, table } = bench();
    model.addName(null, "Table1", "=1");
    const made = table("A1:B3");
    expect(made.name).toBe("Table2");
    expect(
      refusal(() => {
        model.renameTable(made.id, "table1");
      }),
    ).toBe("ItemAlreadyExists");
    expect(
      refusal(() => {
        model.renameTable(made.id, "A1");
      }),
    ).toBe("InvalidArgument");
    expect(refusal(() => model.addName(null, "TABLE2", "=1"))).toBe("ItemAlreadyExists");
  });

  test("A column filled with one formula is a calculated column, also with relative references", () => {
    const { model, type, id, table } = bench();
    type("A1", [
      ["x", "y"],
      [1, ""],
      [2, ""],
    ]);
    model.fillInput(id(), rect("B2:B3"), "=A2*2");
    expect(table("A1:B3").columns[1]?.calculatedFormula).toBe("=A2*2");
  });
});

describe("A table grows", () => {
  test("when one types right below it, and fills its calculated columns, formats and rules", () => {
    const { model, id, type, at } = plan();
    model.setFormat(id(), rect("B2:B4"), { fill: "#EEEEEE" });
    model.addConditionalFormat(id(), rect("B2:B4"), { kind: "Custom", formula: "=$B2>2", format: {} });
    model.setValidation(id(), rect("B2:B4"), { rule: { decimal: { operator: "Between", formula1: 0, formula2: 9 } } });
    type("A5", [["d"]]);
    expect(model.table("Plan")?.table.rect).toStrictEqual(rect("A1:C5"));
    expect([at("C5"), model.formatAt(id(), 4, 1).fill]).toStrictEqual(["=[@Weight]*2", "#EEEEEE"]);
    expect(model.sheet("A")?.conditionalFormats[0]?.ranges).toStrictEqual([rect("B2:B5")]);
    expect(model.sheet("A")?.validations[0]?.ranges).toStrictEqual([rect("B2:B5")]);
  });

  test("by all the rows of a block pasted below", () => {
    const { model, type } = plan();
    type("A5", [
      ["d", 4],
      ["e", 5],
    ]);
    expect(model.table("Plan")?.table.rect).toStrictEqual(rect("A1:C6"));
  });

  test("to the right by a column with the header typed", () => {
    const { model, type } = plan();
    type("D1", [["Note"]]);
    expect(model.table("Plan")?.table.columns.map(({ name }) => name)).toStrictEqual([
      "Id",
      "Weight",
      "Double",
      "Note",
    ]);
  });

  test("to the right by a column named Column4 when one types beside a body row", () => {
    const { model, type, at } = plan();
    type("D2", [["x"]]);
    expect([model.table("Plan")?.table.rect, at("D1")]).toStrictEqual([rect("A1:D4"), "Column4"]);
  });

  test.each([
    [
      "on a protected sheet",
      (it: Bench) => {
        it.model.setFormat(it.id(), rect("A5"), { locked: false });
        it.model.protect(it.id(), {});
      },
    ],
    [
      "over cells in use",
      (it: Bench) => {
        it.model.setInputs(it.id(), rect("C5"), [["in use"]]);
        it.model.resizeTable("Plan", rect("A1:C4"));
      },
    ],
    [
      "with a totals row",
      (it: Bench) => {
        it.model.deleteTableRows("Plan", 2, 1);
        it.model.setTableOption("Plan", { showTotals: true });
      },
    ],
  ])("but not %s", (_name, prepare) => {
    const it = plan();
    prepare(it);
    it.type("A5", [["d"]]);
    expect(it.model.table("Plan")?.table.rect).toStrictEqual(rect("A1:C4"));
  });

  test("but not by a blank, nor by a cell that does not touch it", () => {
    const { model, type } = plan();
    type("A5", [[""]]);
    type("A6", [["x"]]);
    type("E1", [["x"]]);
    expect(model.table("Plan")?.table.rect).toStrictEqual(rect("A1:C4"));
  });

  test("A person's formula fills an empty column", () => {
    const { model, id, at, type } = plan();
    type("D1", [["New"]]);
    model.origin = "user";
    model.setInputs(id(), rect("D3"), [["=B3+1"]]);
    expect([at("D2"), at("D4")]).toStrictEqual(["=B2+1", "=B4+1"]);
    expect(model.table("Plan")?.table.columns[3]?.calculatedFormula).toBe("=B2+1");
  });
});

describe("Rows and columns of a table", () => {
  test("A sheet row put into the body extends it and fills calculated columns", () => {
    const { model, id, at } = plan();
    model.insertCells(id(), rect("3:3"), "Down");
    expect([model.table("Plan")?.table.rect, at("C3"), at("A4")]).toStrictEqual([rect("A1:C5"), "=[@Weight]*2", "b"]);
  });

  test("A row above the first body row is covered by the column's rules and does not look like the header", () => {
    const { model, id } = plan();
    model.setFormat(id(), rect("A1:C1"), { fill: "#000000" });
    model.addConditionalFormat(id(), rect("B2:B4"), { kind: "Custom", formula: "=$B2>2", format: {} });
    model.insertCells(id(), rect("2:2"), "Down");
    expect(model.sheet("A")?.conditionalFormats[0]).toMatchObject({
      ranges: [rect("B2:B5")],
      rule: { formula: "=$B2>2" },
    });
    expect(model.formatAt(id(), 1, 1).fill).toBeUndefined();
  });

  test("Rows added at the end push down what lies below", () => {
    const { model, id, at, type } = plan();
    model.setInputs(id(), rect("A6"), [["below"]]);
    type("F1", [["=A6"]]);
    model.addTableRows("Plan", null, [
      ["d", 4, null],
      ["e", 5, null],
    ]);
    expect([model.table("Plan")?.table.rect, at("A8"), at("F1"), at("C6")]).toStrictEqual([
      rect("A1:C6"),
      "below",
      "=A8",
      "=[@Weight]*2",
    ]);
  });

  test("Rows added in the middle stand there", () => {
    const { model, at } = plan();
    model.addTableRows("Plan", 1, [["x", 9, null]]);
    expect([at("A2"), at("A3"), at("A4"), at("C3")]).toStrictEqual(["a", "x", "b", "=[@Weight]*2"]);
  });

  test("Rows added above a totals row carry the column's rules on", () => {
    const { model, id, at } = plan();
    model.addConditionalFormat(id(), rect("B2:B4"), { kind: "Custom", formula: "=$B2>2", format: {} });
    model.setTableOption("Plan", { showTotals: true });
    model.addTableRows("Plan", null, [["d", 4, null]]);
    expect([model.table("Plan")?.table.rect, at("A6"), at("C5")]).toStrictEqual([
      rect("A1:C6"),
      "Total",
      "=[@Weight]*2",
    ]);
    expect(model.sheet("A")?.conditionalFormats[0]?.ranges).toStrictEqual([rect("B2:B5")]);
  });

  test("Rows that would tear a table below are refused and change nothing", () => {
    const { model, type, table, at } = plan();
    type("C6", [
      ["x", "y"],
      [1, 2],
    ]);
    table("C6:D7");
    expect(
      refusal(() => {
        model.addTableRows("Plan", null, 2);
      }),
    ).toBe("InsertDeleteConflict");
    expect([model.table("Plan")?.table.rect, at("C6")]).toStrictEqual([rect("A1:C4"), "x"]);
  });

  test("Texts added to a text column stay text, and a formula that cannot be read changes nothing", () => {
    const { model, id, at } = plan();
    model.setFormat(id(), rect("A2:A4"), { numberFormat: "@" });
    model.addTableRows("Plan", null, [["007", 4, null]]);
    expect(at("A5")).toBe("007");
    expect(
      refusal(() => {
        model.addTableRows("Plan", null, [["008", "=SUM(", null]]);
      }),
    ).toBe("InvalidArgument");
    expect(model.table("Plan")?.table.rect).toStrictEqual(rect("A1:C5"));
  });

  test("Rows of another width are refused", () => {
    const { model } = plan();
    expect(
      refusal(() => {
        model.addTableRows("Plan", null, [["d"]]);
      }),
    ).toBe("InvalidArgument");
  });

  test("Deleting all rows leaves one blank row", () => {
    const { model, at } = plan();
    model.deleteTableRows("Plan", 0, 3);
    expect([model.table("Plan")?.table.rect, at("A2"), at("C2")]).toStrictEqual([rect("A1:C2"), null, "=[@Weight]*2"]);
  });

  test("A sheet row through the header is not deleted; a table deleted as a whole is gone and references to it are #REF!", () => {
    const { model, id, type, at } = plan();
    type("A1", [["=SUM(Plan[Weight])+ROWS(Plan)"]], "B");
    expect(
      refusal(() => {
        model.deleteCells(id(), rect("1:1"), "Up");
      }),
    ).toBe("InsertDeleteConflict");
    model.deleteCells(id(), rect("1:4"), "Up");
    expect([model.table("Plan"), at("A1", "B")]).toStrictEqual([undefined, "=SUM(#REF!)+ROWS(#REF!)"]);
  });

  test("Cells shifted through a part of a table are refused", () => {
    const { model, id } = plan();
    expect(
      refusal(() => {
        model.insertCells(id(), rect("A3"), "Down");
      }),
    ).toBe("InsertDeleteConflict");
  });

  test("A sheet column put in gets a header; a deleted one turns references into #REF!", () => {
    const { model, id, at } = plan();
    model.insertCells(id(), rect("B:B"), "Right");
    expect(at("B1")).toBe("Column1");
    expect(at("D2")).toBe("=[@Weight]*2");
    model.deleteCells(id(), rect("C:C"), "Left");
    expect([model.table("Plan")?.table.columns.map(({ name }) => name), at("C2")]).toStrictEqual([
      ["Id", "Column1", "Double"],
      "=#REF!*2",
    ]);
  });

  test("A column added takes header and values; one deleted through the table moves its neighbours", () => {
    const { model, at } = plan();
    model.addTableColumn("Plan", 1, null, ["Unit", "%", "%", "%"]);
    expect([at("B1"), at("B2"), at("C1"), at("D2")]).toStrictEqual(["Unit", "%", "Weight", "=[@Weight]*2"]);
    const unit = model.table("Plan")?.table.columns[1];
    model.deleteTableColumn("Plan", unit?.id ?? -1);
    expect([at("B1"), at("C2")]).toStrictEqual(["Weight", "=[@Weight]*2"]);
  });
});

describe("Renaming", () => {
  test("a table rewrites formulas everywhere and leaves sheets and texts of that name", () => {
    const { model, type, at } = plan();
    type("A1", [['=SUM(plan[Weight])&"Plan"&Plan!A1']], "B");
    model.addName(null, "all", "=Plan[Weight]");
    model.renameTable("Plan", "Goals");
    expect(at("A1", "B")).toBe('=SUM(Goals[Weight])&"Plan"&Plan!A1');
    expect(model.data.names[0]?.formula).toBe("=Goals[Weight]");
  });

  test("a column by typing into its header rewrites formulas everywhere, also in spans", () => {
    const { model, type, at } = plan();
    type("A1", [["=SUM(Plan[Weight])+SUM(Plan[[Weight]:[Double]])+Plan[[#Totals],[Weight]]+SUM(Other[Weight])"]], "B");
    type("B1", [["Share %"]]);
    expect(at("C2")).toBe("=[@[Share %]]*2");
    expect(at("A1", "B")).toBe(
      "=SUM(Plan[Share %])+SUM(Plan[[Share %]:[Double]])+Plan[[#Totals],[Share %]]+SUM(Other[Weight])",
    );
    expect(model.table("Plan")?.table.columns[2]?.calculatedFormula).toBe("=[@[Share %]]*2");
  });

  test("a column to a name with a blank and back gives the first formula", () => {
    const { type, at } = plan();
    type("B1", [["Share %"]]);
    type("B1", [["Weight"]]);
    expect(at("C2")).toBe("=[@Weight]*2");
  });

  test("a column to a name with brackets escapes it", () => {
    const { type, at } = plan();
    type("B1", [["Weight [%] #1"]]);
    expect(at("C2")).toBe("=[@[Weight '[%'] '#1]]*2");
  });

  test("a column to a taken name, or clearing its header, makes a name", () => {
    const { type, at } = plan();
    type("B1", [["Id"]]);
    expect(at("B1")).toBe("Id2");
    type("B1", [[""]]);
    expect([at("B1"), at("C2")]).toStrictEqual(["Column2", "=[@Column2]*2"]);
  });

  test("tells the engine formulas translated anew", async () => {
    const { model, engine, type } = plan();
    await model.recalc();
    expect(engine.formula("A", 1, 2)).toBe("=A!$B2*2");
    type("A1", [["=SUM(Plan[Weight])"]], "B");
    await model.recalc();
    expect(engine.formula("B", 0, 0)).toBe("=SUM(A!$B$2:$B$4)");
    model.addTableRows("Plan", null, 1);
    model.renameSheet(model.data.sheets[0]?.id ?? "", "First");
    await model.recalc();
    expect(engine.formula("B", 0, 0)).toBe("=SUM(First!$B$2:$B$5)");
  });
});

describe("Turning a table into a range", () => {
  test("keeps cells, and writes references to it as addresses but not those to other tables", () => {
    const { model, type, at } = plan();
    type("F1", [["x"], [1]]);
    model.addTable(model.data.sheets[0]?.id ?? "", rect("F1:F2"), true);
    type("A1", [["=SUM(Plan[Weight])+SUM(Table1[x])"]], "B");
    model.deleteTable("Plan", true);
    expect([at("A1", "B"), at("C2"), at("A1")]).toStrictEqual(["=SUM(A!$B$2:$B$4)+SUM(Table1[x])", "=A!$B2*2", "Id"]);
  });

  test("Deleting with cells leaves #REF!", () => {
    const { model, type, at } = plan();
    type("A1", [["=SUM(Plan[Weight])"]], "B");
    model.deleteTable("Plan", false);
    expect([at("A1", "B"), at("A1")]).toStrictEqual(["=SUM(#REF!)", null]);
  });
});

describe("Resizing and options", () => {
  test("Resize must keep the header row and overlap", () => {
    const { model } = plan();
    expect(
      refusal(() => {
        model.resizeTable("Plan", rect("A2:C6"));
      }),
    ).toBe("InvalidArgument");
    expect(
      refusal(() => {
        model.resizeTable("Plan", rect("F1:G6"));
      }),
    ).toBe("InvalidArgument");
    model.resizeTable("Plan", rect("A1:D6"));
    expect(model.table("Plan")?.table.columns.map(({ name }) => name)).toStrictEqual([
      "Id",
      "Weight",
      "Double",
      "Column4",
    ]);
  });

  test("A totals row comes below and goes again", () => {
    const { model, at } = plan();
    model.setTableOption("Plan", { showTotals: true });
    expect([model.table("Plan")?.table.rect, at("A5")]).toStrictEqual([rect("A1:C5"), "Total"]);
    model.setTableOption("Plan", { showTotals: false });
    expect([model.table("Plan")?.table.rect, at("A5")]).toStrictEqual([rect("A1:C4"), null]);
  });

  test("Hiding the header empties it and showing it writes the names again", () => {
    const { model, at } = plan();
    model.setTableOption("Plan", { showHeaders: false });
    expect([model.table("Plan")?.table.rect, at("A1")]).toStrictEqual([rect("A2:C4"), null]);
    model.setTableOption("Plan", { showHeaders: true });
    expect([model.table("Plan")?.table.rect, at("B1")]).toStrictEqual([rect("A1:C4"), "Weight"]);
  });
});
